/// The blocks of a WebVTT file, as the W3C's parser finds them (WebVTT: The Web Video Text Tracks
/// Format, section 6.1), and what stands around them.
public struct WebVTTFile: Hashable, Sendable {
  /// One cue.
  public struct Cue: Hashable, Sendable {
    /// The line above the times, empty if there is none.
    public var id: String
    /// Milliseconds after the beginning.
    public var start: Int
    public var end: Int
    /// What follows the times: position, size and so on.
    public var settings: String
    /// The text as it stands, lines separated by LF.
    public var text: String
    /// The line of the times, from 1.
    public var line: Int
    /// Whether the times are written in a way that the W3C's parser refuses.
    public var isIrregular: Bool
    /// Characters of the line of the times.
    var timingLength = 0
  }

  /// A part that is no cue.
  public struct Block: Hashable, Sendable {
    public enum Kind: Sendable {
      /// What stands in and below the signature.
      case header
      case note, style, region
      /// What cannot be understood; browsers pass over it in silence.
      case unknown
    }

    public var kind: Kind
    public var text: String
    public var line: Int
  }

  /// A cue or another part, in the order of the file.
  public enum Part: Hashable, Sendable {
    case cue(Cue)
    case block(Block)
  }

  public private(set) var parts: [Part] = []
  /// Whether the file begins as WebVTT must; if not, nothing was read.
  public let hasSignature: Bool

  /// The cues in the order of the file.
  public var cues: [Cue] {
    parts.compactMap { if case .cue(let cue) = $0 { cue } else { nil } }
  }

  /// Whether a text begins with `WEBVTT` and then ends or goes on with a space, tab or line end.
  static func hasSignature(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "WEBVTT".utf8) else { return false }
    return bytes.count == 6 || [0x20, 0x09, 0x0A].contains(bytes[6])
  }

  /// Finds the blocks of a file.
  public init(_ text: SourceText) {
    hasSignature = Self.hasSignature(text.bytes)
    guard hasSignature else { return }
    var reader = WebVTTReader(text)
    while let part = reader.next() { parts.append(part) }
  }
}

/// Finds the parts of a WebVTT file one by one; the file must have the signature.
struct WebVTTReader {
  private let bytes: [UInt8]
  private var cursor: LineCursor
  private var isInside = false

  init(_ text: SourceText) {
    bytes = text.bytes
    cursor = LineCursor(text.bytes)
  }

  /// The number of bytes that have been read.
  var place: Int { cursor.range.lowerBound }

  /// The next part; `nil` at the end.
  mutating func next() -> WebVTTFile.Part? {
    guard isInside else {
      isInside = true
      return .block(header())
    }
    while !cursor.isAtEnd, cursor.line.isEmpty { cursor.advance() }
    return cursor.isAtEnd ? nil : block()
  }

  private mutating func header() -> WebVTTFile.Block {
    let end = skipBlock()
    return .init(kind: .header, text: bytes[..<end].string, line: 1)
  }

  /// Goes to the line that ends a block: an empty one, or one with the times of the next cue.
  /// - Returns: The end of the last line before it.
  private mutating func skipBlock() -> Int {
    var end = cursor.range.upperBound
    cursor.advance()
    while !cursor.isAtEnd, !cursor.line.isEmpty, !Self.hasArrow(cursor.line) {
      end = cursor.range.upperBound
      cursor.advance()
    }
    return end
  }

  private mutating func block() -> WebVTTFile.Part {
    let first = cursor
    var timing = cursor
    if !Self.hasArrow(first.line) { timing.advance() }
    guard !timing.isAtEnd, Self.hasArrow(timing.line) else {
      let end = skipBlock()
      return .block(
        .init(
          kind: kind(first.line), text: bytes[first.range.lowerBound..<end].string,
          line: first.number))
    }
    cursor = timing
    let end = skipBlock()
    if let cue = cue(first, timing, end) { return .cue(cue) }
    return .block(
      .init(
        kind: .unknown, text: bytes[first.range.lowerBound..<end].string, line: first.number))
  }

  private func cue(_ first: LineCursor, _ timing: LineCursor, _ end: Int) -> WebVTTFile.Cue? {
    guard let times = Timing(timing.line) else { return nil }
    let start = min(timing.range.upperBound + 1, end)
    return WebVTTFile.Cue(
      id: first.number < timing.number ? first.line.string : "", start: times.start,
      end: times.end, settings: times.settings,
      text: timing.range.upperBound < end ? bytes[start..<end].string : "", line: timing.number,
      isIrregular: times.isIrregular, timingLength: timing.line.scalarCount)
  }

  private func kind(_ line: ArraySlice<UInt8>) -> WebVTTFile.Block.Kind {
    let word = line.prefix { $0 != 0x20 && $0 != 0x09 }.string
    let isAlone = line.dropFirst(word.utf8.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    switch word {
    case "NOTE": return .note
    case "STYLE" where isAlone: return .style
    case "REGION" where isAlone: return .region
    default: return .unknown
    }
  }

  private static func hasArrow(_ line: ArraySlice<UInt8>) -> Bool {
    var dashes = 0
    for byte in line {
      if byte == UInt8(ascii: ">"), dashes >= 2 { return true }
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
    }
    return false
  }

  /// A line of times.
  private struct Timing {
    var start = 0
    var end = 0
    var settings = ""
    var isIrregular = false

    init?(_ line: ArraySlice<UInt8>) {
      var rest = line
      skipSpace(&rest)
      guard let start = time(&rest) else { return nil }
      skipSpace(&rest)
      guard rest.starts(with: "-->".utf8) else { return nil }
      rest = rest.dropFirst(3)
      skipSpace(&rest)
      guard let end = time(&rest) else { return nil }
      self.start = start
      self.end = end
      settings = rest.string.trimmed
    }

    private func skipSpace(_ rest: inout ArraySlice<UInt8>) {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
    }

    private mutating func time(_ rest: inout ArraySlice<UInt8>) -> Int? {
      let strict = TimeStamp.webVTT(rest)
      if strict == nil { isIrregular = true }
      guard let time = strict ?? TimeStamp.lenient(rest) else { return nil }
      rest = rest.dropFirst(time.length)
      return time.milliseconds
    }
  }
}
