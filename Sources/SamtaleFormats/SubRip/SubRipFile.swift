/// The cues of a SubRip file (`.srt`), which no standard describes: read as players do.
///
/// A line with two time stamps and an arrow begins a cue; a line of digits right above it is its
/// number. Lines after an empty line belong to the cue before, unless they begin the next one.
public struct SubRipFile: Hashable, Sendable {
  /// One cue.
  public struct Cue: Hashable, Sendable {
    /// The number above the times, empty if there is none.
    public var id: String
    /// Milliseconds after the beginning.
    public var start: Int
    public var end: Int
    /// What follows the times, such as coordinates.
    public var settings: String
    /// The text as it stands, lines separated by LF.
    public var text: String
    /// The line of the times, from 1.
    public var line: Int
    /// Whether words stand after an empty line inside.
    public var hasGap: Bool
    /// Characters of the line of the times.
    var timingLength = 0
  }

  public private(set) var cues: [Cue] = []
  /// What stands before the first times, and lines with an arrow whose times cannot be read.
  public private(set) var unread: [Unread] = []

  /// A part that cannot be understood.
  public struct Unread: Hashable, Sendable {
    public var text: String
    public var line: Int
  }

  /// A line of times.
  struct Timing {
    var start: Int
    var end: Int
    var settings: String
    /// Characters of the line.
    var length: Int

    init?(line: ArraySlice<UInt8>) {
      let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      var rest = line.drop(while: isSpace)
      guard let first = rest.first, (0x30...0x39).contains(first),
        let start = TimeStamp.lenient(rest)
      else { return nil }
      rest = rest.dropFirst(start.length).drop(while: isSpace)
      guard rest.starts(with: "-->".utf8) else { return nil }
      rest = rest.dropFirst(3).drop(while: isSpace)
      guard let end = TimeStamp.lenient(rest) else { return nil }
      self.start = start.milliseconds
      self.end = end.milliseconds
      length = line.scalarCount
      settings = rest.dropFirst(end.length).string.trimmed
    }
  }

  /// Finds the cues of a file.
  public init(_ text: SourceText) {
    let lines = text.lines()
    var timings: [(line: Int, timing: Timing)] = []
    for (i, line) in lines.enumerated() {
      if let timing = Timing(line: line) { timings.append((i, timing)) }
    }
    let starts = timings.map { Self.first(ofCueAt: $0.line, lines) }
    addUnread(lines[..<(starts.first ?? lines.count)])
    for (number, entry) in timings.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : lines.count
      let id = starts[number] < entry.line ? lines[entry.line - 1].string.trimmed : ""
      add(
        entry.timing, number: id, at: entry.line, lines[(entry.line + 1)..<max(end, entry.line + 1)]
      )
    }
  }

  /// The line of the number above the times, or that of the times.
  private static func first(ofCueAt line: Int, _ lines: [ArraySlice<UInt8>]) -> Int {
    guard line > 0 else { return line }
    let above = lines[line - 1].string.trimmed
    let isNumber = !above.isEmpty && above.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? line - 1 : line
  }

  private mutating func add(
    _ timing: Timing, number: String, at line: Int, _ lines: ArraySlice<ArraySlice<UInt8>>
  ) {
    var words: [(text: String, isAfterGap: Bool)] = []
    var isAfterGap = false
    var isLost = false
    for (i, bytes) in zip(lines.indices, lines) {
      let text = bytes.string
      if text.trimmed.isEmpty {
        isAfterGap = true
      } else if isLost {
        unread[unread.count - 1].text += "\n" + text
      } else if Self.isBrokenTiming(bytes) {
        // What follows belongs to a cue of its own, and so does the number above.
        let isNumbered = words.last.map { $0.isAfterGap && Int($0.text.trimmed) != nil } ?? false
        let number = isNumbered ? words.removeLast().text + "\n" : ""
        unread.append(Unread(text: number + text, line: i + 1))
        isLost = true
      } else {
        words.append((text, isAfterGap))
      }
    }
    cues.append(
      Cue(
        id: number, start: timing.start, end: timing.end,
        settings: timing.settings, text: words.map(\.text).joined(separator: "\n"),
        line: line + 1, hasGap: words.contains { $0.isAfterGap },
        timingLength: timing.length))
  }

  private mutating func addUnread(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    for (i, line) in zip(lines.indices, lines) where !line.string.trimmed.isEmpty {
      unread.append(Unread(text: line.string, line: i + 1))
    }
  }

  /// Whether a line was meant to be one of times: it has an arrow and begins with a digit.
  private static func isBrokenTiming(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.string.trimmed
    return text.contains("-->") && text.first?.isNumber == true
  }
}
