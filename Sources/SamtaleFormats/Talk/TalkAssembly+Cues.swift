import Samtale

/// What WebVTT and SubRip have in common: cues with times and text.
extension TalkAssembly {
  /// A cue of either format.
  struct Cue {
    var id: String
    var start: Int
    var end: Int
    var text: String
    var line: Int
    var timingLength: Int
  }

  /// Takes a cue apart and adds what is said in it.
  mutating func add(_ cue: Cue, _ order: inout CueOrder, decodesReferences: Bool, hidesStyles: Bool)
  {
    accounted[.times] += cue.id.unicodeScalars.count + cue.timingLength
    let text = CueText(
      cue.text, line: cue.line, decodesReferences: decodesReferences, hidesStyles: hidesStyles)
    if text.unknownTags > 0 {
      findings.gather(
        .note, .unknownMarkup, line: cue.line, "angle brackets that are no tags stay as words",
        do: "nothing, if they were meant so")
    }
    var parts = text.parts
    accounted[.names] += text.nameCharacters
    accounted[.markup] +=
      cue.text.unicodeScalars.count - text.nameCharacters - Self.characters(of: parts)
    let end = order.check(cue, &findings)
    for i in parts.indices { Self.time(&parts[i], i, parts.count, cue.start, end) }
    for part in parts { add(part) }
  }

  /// The first part begins with the cue and the last ends with it; in between only a time stamp
  /// tells.
  private static func time(
    _ part: inout TalkPart, _ index: Int, _ count: Int, _ start: Int, _ end: Int?
  ) {
    if index == 0 {
      part.start = start
    } else if let first = part.items.firstIndex(where: { !$0.isBlank }),
      case .time(let time) = part.items[first]
    {
      part.start = time
      part.items.remove(at: first)
    }
    if index == count - 1 { part.end = end }
    if let end = part.end, let start = part.start, end < start { part.end = nil }
  }

  private static func characters(of parts: [TalkPart]) -> Int {
    parts.reduce(0) { sum, part in
      part.items.reduce(sum) { sum, item in
        switch item {
        case .words(let text, _), .stretch(let text, _), .note(let text, _):
          sum + text.unicodeScalars.count
        case .time, .event, .placed: sum
        }
      }
    }
  }

  /// Watches over the order of cues.
  struct CueOrder {
    private var lastStart = 0
    private var lastEnd = 0

    /// Reports what is odd about a cue's times.
    /// - Returns: Its end, `nil` if that cannot be.
    mutating func check(_ cue: Cue, _ findings: inout Findings) -> Int? {
      if cue.start < lastStart {
        findings.gather(
          .warning, .outOfStartOrder, line: cue.line, "a cue begins before the one above it",
          do: "nothing, if the times are right: turns follow the times")
      } else if cue.start < lastEnd {
        findings.gather(
          .note, .timesOutOfOrder, line: cue.line,
          "a cue begins before the end of the one above it",
          do: "nothing, if people talked at once")
      }
      lastStart = max(lastStart, cue.start)
      lastEnd = max(lastEnd, cue.end)
      guard cue.end < cue.start else { return cue.end }
      findings.gather(
        .warning, .endBeforeStart, line: cue.line, "a cue ends before it begins",
        do: "correct the times; its end is taken as unknown")
      return nil
    }
  }
}

extension TalkPart.Item {
  fileprivate var isBlank: Bool {
    if case .words(let words, _) = self { words.utf8.allSatisfy { $0 <= 0x20 } } else { false }
  }
}
