import Samtale

/// Events and notes of an utterance as codes between its words.
extension ChatMainTier {
  mutating func place(event mark: Mark, at place: Int) {
    if mark.kind == .note, mark.type == "com" {
      if place != text.count { losses.add(LostPart.eventPlaces, partOf: .notes) }
      return comments.append(escape.comment(mark.text))
    }
    if mark.kind == .note, mark.type == "postcode", place == text.count {
      return trailing.append(note(mark, "+"))
    }
    let slot = slot(place)
    if slot > 0, tokens[slot - 1].range.upperBound > place {
      losses.add("events inside a word (moved behind it)", partOf: TranscriptFeature(mark))
    }
    if mark.kind == .note, let kind = ChatCodes.notes.first(where: { $0.type == mark.type }),
      kind.type != "postcode", slot > 0 || isBehindCode(slot)
    {
      if isBehindCode(slot) {
        return before[slot, default: []].append(.code(note(mark, kind.code)))
      }
      var token = slot - 1
      while token > 0, !tokens[token].isWord { token -= 1 }
      if tokens[token].range.upperBound != place {
        losses.add(LostPart.eventPlaces, partOf: .notes)
      }
      return behind[token, default: []].append(note(mark, kind.code))
    }
    if slot < tokens.count, tokens[slot].isEnd, tokens[slot].range.lowerBound == place {
      losses.add(
        "events before the mark that ends a line (moved behind it)",
        partOf: TranscriptFeature(mark))
    }
    if mark.kind != .contribution, mark.kind != .note, !mark.detail.participants.isEmpty {
      losses.add(LostPart.eventFacts, partOf: TranscriptFeature(mark))
    }
    guard let code = event(mark) else { return }
    before[slot, default: []].append(.code(code))
  }

  /// Whether an event stands right before, so that a code behind it is about it.
  func isBehindCode(_ slot: Int) -> Bool {
    guard case .code(let code)? = before[slot]?.last else { return false }
    return code.hasPrefix("0") || code.hasPrefix("&") || ["xxx", "yyy", "www"].contains(code)
  }

  mutating func note(_ mark: Mark, _ code: String) -> String {
    let text = escape.comment(mark.text, reserved: ["[", "]", "<", ">"])
    if code == "*", text == "*" { return "[*]" }
    return "[\(code)\(code.hasSuffix(" ") ? "" : " ")\(text)]"
  }

  /// The code of an event; `nil` if there is none, which is counted.
  mutating func event(_ mark: Mark) -> String? {
    switch mark.kind {
    case .pause: return pause(mark)
    case .vocal, .kinesic, .incident: return action(mark)
    case .gap: return gap(mark)
    case .contribution: return contribution(mark)
    case .note: return note(mark)
    case .shift, .anchor, .deleted, .unclear, .segment: return nil
    }
  }

  mutating func note(_ mark: Mark) -> String {
    switch mark.type {
    case nil: return note(mark, "^")
    case "postcode": return note(mark, "+")
    case "omitted-word" where !mark.text.contains(" "): return "0" + escape.words(mark.text)
    default:
      losses.add(LostPart.eventFacts, partOf: .notes)
      return note(mark, "^")
    }
  }

  mutating func pause(_ mark: Mark) -> String {
    if let seconds = mark.seconds {
      if mark.type != nil { losses.add(LostPart.eventFacts, partOf: .pauses) }
      let milliseconds = Self.milliseconds(seconds)
      let whole = milliseconds / 1000
      let rest = String(1000 + milliseconds % 1000).dropFirst()
      let digits = rest.lastIndex { $0 != "0" }.map { rest[...$0] } ?? ""
      if whole < 60 { return "(\(whole).\(digits))" }
      return "(\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60).\(digits))"
    }
    switch mark.type {
    case "short": return "(.)"
    case "long": return "(..)"
    case "very-long": return "(...)"
    default:
      losses.add(LostPart.eventFacts, partOf: .pauses)
      return "(.)"
    }
  }

  mutating func action(_ mark: Mark) -> String {
    if mark.kind == .kinesic, mark.type == "action", mark.text.isEmpty { return "0" }
    if mark.type != nil || mark.seconds != nil {
      losses.add(LostPart.eventFacts, partOf: TranscriptFeature(mark))
    }
    let words = escape.words(mark.text, keeping: [":", "-"])
    let name = ChatCodes.eventKinds.first { $0.kind == mark.kind }?.word ?? "incident"
    if words.isEmpty { return "&=" + name }
    let first = words.prefix { $0 != ":" }
    let isOther = ChatCodes.eventKinds.contains { $0.word == first }
    let isClear = ChatCodes.kind(ofEvent: words) == mark.kind && !isOther
    return isClear && words.last != ":" ? "&=" + words : "&=\(name):\(words)"
  }

  mutating func gap(_ mark: Mark) -> String {
    let codes = ["inaudible": "xxx", "phonology": "yyy", "untranscribed": "www"]
    let reason = mark.detail["reason"] ?? ""
    if mark.isBetween {
      if !["inaudible", "sampling"].contains(reason) || !mark.text.isEmpty {
        losses.add(Self.gapFacts, partOf: TranscriptFeature(mark))
      }
      return reason == "inaudible" ? "xxx" : "www"
    }
    if codes[reason] == nil || !mark.text.isEmpty || mark.seconds != nil {
      losses.add(Self.gapFacts, partOf: .gaps)
    }
    return codes[reason] ?? "xxx"
  }

  private static let gapFacts =
    "facts about inaudible places and cuts (reason, description, length)"

  mutating func contribution(_ mark: Mark) -> String? {
    let people = mark.detail.participants
    if people.count > 1 || mark.seconds != nil {
      losses.add(LostPart.eventFacts, partOf: .contributions)
    }
    let words = escape.words(mark.text, keeping: ["-"])
    guard !words.isEmpty else {
      losses.add(.contributions)
      return nil
    }
    return "&*\(cast.code(Array(people.prefix(1)))):\(words)"
  }
}
