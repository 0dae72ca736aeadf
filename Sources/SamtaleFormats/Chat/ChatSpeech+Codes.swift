import Samtale

/// Events, stretches and codes in brackets.
extension ChatSpeech {
  // MARK: Events

  mutating func add(_ event: MarkDraft, by labels: [String] = [], keepsUnit: Bool = false) {
    order += 1
    waiting.append(marks.count)
    marks.append(Placed(mark: event, labels: labels, range: length..<length, order: order))
    if !keepsUnit { leaveUnit() }
    foreign = nil
  }

  static func pause(_ seconds: Double?, _ dots: Int) -> MarkDraft {
    if let seconds { return MarkDraft(.pause, seconds: seconds) }
    return MarkDraft(.pause, type: dots == 1 ? "short" : dots == 2 ? "long" : "very-long")
  }

  func plain(_ words: String) -> String { Self.plain(words, decodes: context.decodes) }

  static func plain(_ words: String, decodes: Bool) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      plain.append(scalar == "_" ? " " : decodes ? ChatCodes.unescaped(scalar) : scalar)
    }
    return String(plain)
  }

  func event(_ words: String) -> MarkDraft { Self.event(words, decodes: context.decodes) }

  /// The event behind `&=laughs`.
  static func event(_ words: String, decodes: Bool) -> MarkDraft {
    for (word, kind) in ChatCodes.eventKinds {
      if words == word { return MarkDraft(kind) }
      if words.hasPrefix(word + ":") {
        return MarkDraft(kind, plain(String(words.dropFirst(word.count + 1)), decodes: decodes))
      }
    }
    return MarkDraft(ChatCodes.kind(ofEvent: words), plain(words, decodes: decodes))
  }

  // MARK: Stretches

  mutating func open() -> Int {
    order += 1
    openings.append(Opening(order: order, start: nil))
    unsettled.append(openings.count - 1)
    return openings.count - 1
  }

  mutating func closeGroup() {
    guard let id = groups.popLast() else { return broken.append(">") }
    let opening = openings[id]
    let start = opening.start ?? length
    leaveUnit()
    unit = Unit(range: start..<length, order: opening.order, isGroup: true)
  }

  mutating func feature(_ name: String, opens: Bool, isSound: Bool) {
    toggle((isSound ? "n." : "l.") + name, opens: opens)
  }

  mutating func toggle(_ key: String, opens: Bool) {
    if opens {
      if !hasSpoken, key.hasPrefix("o.overlap-bottom") { implyOverlap() }
      features[key, default: []].append(open())
    } else if let id = features[key]?.popLast() {
      closeStretch(id, Self.segment(of: key))
    } else {
      broken.append(key)
    }
  }

  /// Notes that brackets at the beginning say that others speak.
  mutating func implyOverlap() {
    transition = transition ?? .overlap
    impliesOverlap = true
  }

  static func segment(of key: String) -> MarkDraft {
    let name = String(key.dropFirst(2))
    switch key.first {
    case "p": return MarkDraft(.unclear)
    case "n": return MarkDraft(.segment, type: "sound." + name)
    case "l" where name == "seg": return MarkDraft(.segment)
    default: return MarkDraft(.segment, type: ChatCodes.unescaped(name))
    }
  }

  mutating func closeStretch(_ id: Int, _ mark: MarkDraft) {
    guard let start = openings[id].start else {
      return omitted.append((.wordless, mark.type ?? "unclear"))
    }
    add(stretch: mark, start..<length, openings[id].order)
  }

  mutating func add(stretch: MarkDraft, _ range: Range<Int>, _ place: Int?) {
    guard !range.isEmpty else { return }
    if place == nil { order += 1 }
    marks.append(
      Placed(mark: stretch, labels: [], range: range, order: place ?? order, rank: marks.count))
  }

  // MARK: Codes in brackets

  mutating func read(code: String) {
    foreign = nil
    if let retracing = ChatCodes.retracings.first(where: { $0.code == code }) {
      return addToUnit(MarkDraft(.deleted, type: retracing.type), code)
    }
    if code == "?" { return addToUnit(MarkDraft(.unclear), code) }
    if let stretch = ChatCodes.stretches.first(where: { $0.code == code }) {
      return addToUnit(MarkDraft(.segment, type: stretch.type), code)
    }
    if let first = code.unicodeScalars.first, first == "<" || first == ">" {
      return overlap(first, code.dropFirst())
    }
    if code.hasPrefix("-") {
      language = ChatLanguage.tag(String(code.dropFirst()))
    } else if code.hasPrefix("^") {
      add(MarkDraft(.note, comment(code.dropFirst())), keepsUnit: true)
    } else {
      note(code)
    }
  }

  mutating func overlap(_ sign: Unicode.Scalar, _ index: Substring) {
    let type = sign == "<" ? "overlap-precedes" : "overlap-follows"
    let number = index.trimmed
    if sign == "<", unit?.range.lowerBound == 0, unit?.range.isEmpty == false { implyOverlap() }
    addToUnit(
      MarkDraft(.segment, type: number.isEmpty ? type : "\(type).\(number)"), "\(sign)\(index)")
  }

  mutating func addToUnit(_ mark: MarkDraft, _ code: String) {
    guard let unit, !unit.range.isEmpty else { return omitted.append((.wordless, "[\(code)]")) }
    self.unit?.hasMark = true
    add(stretch: mark, unit.range, unit.order)
  }

  /// Goes on to the next word or group. Of a group of which nothing else is marked, how far a note
  /// is about it is kept as a segment.
  mutating func leaveUnit() {
    guard let last = unit else { return }
    unit = nil
    guard last.isGroup, last.hasNote, !last.hasMark else { return }
    add(stretch: MarkDraft(.segment, type: "scope"), last.range, last.order)
  }

  mutating func note(_ code: String) {
    guard let kind = ChatCodes.notes.first(where: { code.hasPrefix($0.code) }) else {
      broken.append("[\(code)]")
      return add(MarkDraft(.note, comment(code[...]), type: "code"), keepsUnit: true)
    }
    var words = comment(code.dropFirst(kind.code.count))
    if words.isEmpty { words = kind.code }
    let draft = MarkDraft(.note, words, type: kind.type)
    guard let unit, kind.type != "postcode" else { return add(draft, keepsUnit: true) }
    self.unit?.hasNote = true
    order += 1
    let place = unit.range.upperBound
    marks.append(Placed(mark: draft, labels: [], range: place..<place, order: order))
  }

  func comment(_ text: Substring) -> String {
    let words = context.decodes ? ChatCodes.unescaped(String(text)) : String(text)
    return ChatTier.withoutBullets(words.trimmed)
  }
}
