import Samtale

/// Events among words as the conventions HIAT and GAT write them: `((0,4s))`, `(0.4)` and `(.)` are
/// pauses, `((laughs))` a sound of the speaker, `((unintelligible))` a gap. Everything else in
/// parentheses is words.
enum InlineEvent {
  /// The longest description.
  private static let longest = 80
  /// Longer pauses without a unit are no pauses but numbers.
  private static let longestPause = 60.0
  /// Beginnings of what transcribers write where nothing can be understood.
  private static let inaudible = [
    "inaudible", "unintelligible", "incomprehensible", "unverst", "uforst", "utydelig", "ohörbar",
  ]

  /// Takes a text apart.
  static func items(_ text: String, language: String? = nil) -> [TalkPart.Item] {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "(")) else { return [.words(text, language: language)] }
    var items: [TalkPart.Item] = []
    var wordsFrom = 0
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "("), let found = event(bytes[i...]) else {
        i += 1
        continue
      }
      if wordsFrom < i { items.append(.words(bytes[wordsFrom..<i].string, language: language)) }
      items.append(.event(found.event, by: []))
      i += found.length
      wordsFrom = i
    }
    if wordsFrom < i { items.append(.words(bytes[wordsFrom..<i].string, language: language)) }
    return items
  }

  /// The event at the beginning of bytes, with its length.
  private static func event(_ bytes: ArraySlice<UInt8>) -> (event: MarkDraft, length: Int)? {
    let isDouble = bytes.dropFirst().first == UInt8(ascii: "(")
    let inner = bytes.dropFirst(isDouble ? 2 : 1).prefix(longest).prefix { byte in
      byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")")
    }
    let after = bytes[inner.endIndex...]
    guard after.first == UInt8(ascii: ")"), !isDouble || after.dropFirst().first == after.first
    else { return nil }
    let text = inner.string.collapsedSpaces
    guard let event = isDouble ? described(text) : short(text) else { return nil }
    return (event, inner.count + (isDouble ? 4 : 2))
  }

  private static func short(_ text: String) -> MarkDraft? {
    if text == "." { return MarkDraft(.pause, type: "short") }
    guard text.contains(where: { $0 == "." || $0 == "," }), let seconds = seconds(text),
      seconds <= longestPause
    else { return nil }
    return MarkDraft(.pause, seconds: seconds)
  }

  private static func described(_ text: String) -> MarkDraft? {
    if text.isEmpty { return nil }
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "," }
    if let seconds = seconds(String(number)) {
      let unit = text.dropFirst(number.count).filter { $0 != " " && $0 != "." }
      if ["", "s", "sec", "sek"].contains(unit) { return MarkDraft(.pause, seconds: seconds) }
    }
    if text == "pause" { return MarkDraft(.pause) }
    let lower = text.lowercased()
    guard inaudible.contains(where: lower.hasPrefix) else { return MarkDraft(.vocal, text) }
    return MarkDraft(.gap, text == "inaudible" ? nil : text, reason: "inaudible")
  }

  private static func seconds(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2C }),
      text.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true
    else { return nil }
    return Double(text.replacing(",", with: "."))
  }

  // MARK: Writing

  /// How a mark is written among words; `nil` for what needs a tier or is not carried.
  static func text(_ mark: Mark) -> String? {
    switch mark.kind {
    case .pause:
      if let seconds = mark.seconds { return "((\(seconds)s))" }
      return mark.type == "short" ? "(.)" : mark.type == nil ? "((pause))" : nil
    case .gap where mark.detail["reason"] == "inaudible" && !mark.isBetween:
      return mark.text.isEmpty ? "((inaudible))" : nil
    case .vocal:
      let written = "((\(mark.text)))"
      guard case .event(let event, _)? = items(written).first, items(written).count == 1,
        event.kind == .vocal, event.text == mark.text
      else { return nil }
      return written
    default: return nil
    }
  }

  /// How many facts about a mark ``text(_:)`` leaves out.
  static func lostFacts(_ mark: Mark) -> Int {
    let told: Set<String> =
      switch mark.kind {
      case .pause: mark.seconds == nil ? ["type"] : ["dur"]
      case .gap: ["reason"]
      default: []
      }
    return mark.detail.participants.count
      + mark.detail.attributes.count { !told.contains($0.name) }
  }

  /// The words of an utterance with its events at their places.
  static func text(of utterance: Utterance) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(utterance.text.unicodeScalars)
    let signs = TalkSigns.escapes(utterance.text)
    func copy(_ places: Range<Int>) {
      for place in places {
        result.append(scalars[place])
        if signs.contains(place) { result.append("\u{2060}") }
      }
    }
    var written = 0
    for (mark, range) in utterance.placedMarks {
      guard let text = text(mark) else { continue }
      let place = range.lowerBound
      copy(written..<place)
      written = place
      // Spaces are collapsed when it is read; inside a word there must be none.
      let isWordBefore = place > 0 && scalars[place - 1] != " "
      if isWordBefore, place == scalars.count { result.append(" ") }
      result.append(contentsOf: text.unicodeScalars)
      if !isWordBefore, place < scalars.count { result.append(" ") }
    }
    copy(written..<scalars.count)
    return String(result)
  }
}
