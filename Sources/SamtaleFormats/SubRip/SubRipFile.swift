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

  /// A cue or what cannot be understood.
  enum Part {
    case cue(Cue)
    case unread(Unread)
  }

  /// Finds the cues of a file.
  public init(_ text: SourceText) {
    var reader = SubRipReader(text)
    while let found = reader.next() {
      for part in found {
        switch part {
        case .cue(let cue): cues.append(cue)
        case .unread(let part): unread.append(part)
        }
      }
    }
  }
}

/// Finds the parts of a SubRip file, cue by cue.
struct SubRipReader {
  private typealias Cue = SubRipFile.Cue
  private typealias Unread = SubRipFile.Unread
  private let bytes: [UInt8]
  /// The line after what was handed out.
  private var rest: LineCursor
  /// The times above ``rest`` and the number above them; `nil` at the beginning.
  private var open: (timing: SubRipFile.Timing, number: String, line: Int)?
  private var isFinished = false

  init(_ text: SourceText) {
    bytes = text.bytes
    rest = LineCursor(text.bytes)
  }

  /// The number of bytes that have been read.
  var place: Int { rest.range.lowerBound }

  /// What stands up to the next cue; `nil` at the end.
  mutating func next() -> [SubRipFile.Part]? {
    guard !isFinished else { return nil }
    let first = rest
    var above: LineCursor?
    while !rest.isAtEnd {
      if let timing = SubRipFile.Timing(line: rest.line) {
        let number = above.flatMap { Self.number($0.line) }
        let start = number != nil ? above ?? rest : rest
        let parts = parts(first, upTo: start.range.lowerBound)
        open = (timing, number ?? "", rest.number)
        rest.advance()
        return parts
      }
      above = rest
      rest.advance()
    }
    isFinished = true
    return parts(first, upTo: bytes.count)
  }

  /// A line of digits as there is above the times.
  private static func number(_ line: ArraySlice<UInt8>) -> String? {
    let text = line.string.trimmed
    return !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
  }

  /// The cue that is open with its lines, or the lines before the first.
  private func parts(_ first: LineCursor, upTo end: Int) -> [SubRipFile.Part] {
    open.map { cue($0.timing, number: $0.number, at: $0.line, first, upTo: end) }
      ?? unread(first, upTo: end)
  }

  private func cue(
    _ timing: SubRipFile.Timing, number: String, at line: Int, _ first: LineCursor,
    upTo end: Int
  ) -> [SubRipFile.Part] {
    var words: [(text: String, isAfterGap: Bool)] = []
    var isAfterGap = false
    var lost: Unread?
    var at = first
    while at.range.lowerBound < end {
      let text = at.line.string
      if text.trimmed.isEmpty {
        isAfterGap = true
      } else if lost != nil {
        lost?.text += "\n" + text
      } else if Self.isBrokenTiming(text.trimmed) {
        // What follows belongs to a cue of its own, and so does the number above.
        let isNumbered = words.last.map { $0.isAfterGap && Int($0.text.trimmed) != nil } ?? false
        let number = isNumbered ? words.removeLast().text + "\n" : ""
        lost = Unread(text: number + text, line: at.number)
      } else {
        words.append((text, isAfterGap))
      }
      at.advance()
    }
    let cue = Cue(
      id: number, start: timing.start, end: timing.end,
      settings: timing.settings, text: words.map(\.text).joined(separator: "\n"),
      line: line, hasGap: words.contains { $0.isAfterGap },
      timingLength: timing.length)
    return [.cue(cue)] + (lost.map { [.unread($0)] } ?? [])
  }

  private func unread(_ first: LineCursor, upTo end: Int) -> [SubRipFile.Part] {
    var parts: [SubRipFile.Part] = []
    var at = first
    while at.range.lowerBound < end {
      if !at.line.string.trimmed.isEmpty {
        parts.append(.unread(Unread(text: at.line.string, line: at.number)))
      }
      at.advance()
    }
    return parts
  }

  /// Whether a line was meant to be one of times: it has an arrow and begins with a digit.
  private static func isBrokenTiming(_ text: String) -> Bool {
    text.first?.isNumber == true && text.contains("-->")
  }
}
