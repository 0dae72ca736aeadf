/// A passage of one utterance, known again by its characters alone: for codings whose version of
/// the transcript is not at hand.
///
/// Only the passage as it was is found: one character changed in it, and it is not.
public struct QuoteFingerprint: Hashable, Sendable {
  /// How much context is kept on either side, in Unicode scalars.
  public static let contextLength = 24

  /// FNV-1a, 64 bits, of the passage in UTF-8 (Fowler, Noll and Vo 1991), as 16 hexadecimal digits
  /// in lower case.
  public var hash: String
  /// The length of the passage in Unicode scalars.
  public var length: Int
  /// Up to 24 Unicode scalars of the utterance before the passage.
  public var prefix: String
  /// Up to 24 Unicode scalars of the utterance after the passage.
  public var suffix: String

  /// A fingerprint that was stored.
  public init(hash: String, length: Int, prefix: String, suffix: String) {
    self.hash = hash
    self.length = length
    self.prefix = prefix
    self.suffix = suffix
  }

  /// The fingerprint of a passage; `nil` if the range reaches beyond the text.
  /// - Parameters:
  ///   - text: The text of the utterance.
  ///   - range: The passage in Unicode scalars; `nil` is all of the text.
  public init?(text: String, range: Range<Int>? = nil) {
    let bytes = ScalarBytes(Array(text.utf8)[...])
    let range = range ?? 0..<bytes.count
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    hash = Self.digits(Self.hash(bytes[range]))
    length = range.count
    prefix = bytes.string(max(0, range.lowerBound - Self.contextLength)..<range.lowerBound)
    suffix = bytes.string(
      range.upperBound..<min(bytes.count, range.upperBound + Self.contextLength))
  }

  /// Where the passage stands in a transcript.
  ///
  /// If its characters occur several times, the place with the longest equal context counts; where
  /// that is the same, the utterance with the identifier, if passage and context together have at
  /// least 16 scalars: a mere "Mm" says nothing about where it was.
  /// - Parameters:
  ///   - transcript: A transcript.
  ///   - utteranceID: The identifier of the utterance where the passage was.
  /// - Returns: One stretch, with `nil` scalars if it is a whole utterance; `nil` if the passage does
  ///   not occur, or several places are equally good.
  public func find(in transcript: Transcript, hint utteranceID: String? = nil) -> [TextStretch]? {
    guard length > 0, hash.utf8.count == 16, let sought = UInt64(hash, radix: 16) else {
      return nil
    }
    var best: [(stretch: TextStretch, context: Int)] = []
    for i in 0..<transcript.columns.count {
      let bytes = ScalarBytes(transcript.columns.text[transcript.columns.textRange(i)])
      for start in starts(sought, bytes) {
        let context = context(bytes, start)
        if let top = best.first?.context, context < top { continue }
        if let top = best.first?.context, context > top { best = [] }
        let isWhole = length == bytes.count
        let scalars = isWhole ? nil : start..<(start + length)
        best.append((TextStretch(utterance: i, scalars: scalars), context))
      }
    }
    if best.count > 1, length + prefix.unicodeScalars.count + suffix.unicodeScalars.count >= 16 {
      best = best.filter { transcript.columns.ids[$0.stretch.utterance] == utteranceID }
    }
    return best.count == 1 ? best.map(\.stretch) : nil
  }

  /// The scalars at which the passage begins.
  private func starts(_ sought: UInt64, _ bytes: ScalarBytes) -> [Int] {
    guard length <= bytes.count else { return [] }
    // In a very long utterance only where the context agrees: else the work is its square.
    let needsContext = bytes.count > 20_000
    return (0...(bytes.count - length)).filter { start in
      if needsContext, context(bytes, start) < 4 { return false }
      return Self.hash(bytes[start..<(start + length)]) == sought
    }
  }

  /// How many scalars of the context agree, counted from the passage outward. An end of the
  /// utterance that was an end counts like one.
  private func context(_ bytes: ScalarBytes, _ start: Int) -> Int {
    let before = bytes.string(max(0, start - Self.contextLength)..<start).unicodeScalars
    let end = start + length
    let after = bytes.string(end..<min(bytes.count, end + Self.contextLength)).unicodeScalars
    let left = Self.agreement(Array(prefix.unicodeScalars.reversed()), Array(before.reversed()))
    return left + Self.agreement(Array(suffix.unicodeScalars), Array(after))
  }

  private static func agreement(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    let count = zip(a, b).prefix { $0 == $1 }.count
    return count == a.count && count == b.count && count < contextLength ? count + 1 : count
  }

  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private static func digits(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The bytes of a text by the number of their scalar.
private struct ScalarBytes {
  private let bytes: ArraySlice<UInt8>
  /// Where each scalar begins, and the end.
  private let starts: [Int]

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.endIndex]
  }

  var count: Int { starts.count - 1 }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[starts[range.lowerBound]..<starts[range.upperBound]]
  }

  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
