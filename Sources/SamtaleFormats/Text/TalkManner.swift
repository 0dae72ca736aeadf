/// How the talk of a text is written: whether it begins with capitals or small letters, and whether
/// turns end with punctuation.
struct TalkManner {
  private var small = 0
  private var others = 0
  private var complete = 0
  private var open = 0

  /// Takes a labelled paragraph in.
  /// - Parameters:
  ///   - words: What stands behind the label.
  ///   - isAfterEnd: Whether the paragraph before ends as sentences do; `nil` if there is none.
  mutating func add(_ words: ArraySlice<UInt8>, isAfterEnd: Bool?) {
    if let first = Self.first(words) {
      if first.isLowercase { small += 1 } else { others += 1 }
    }
    guard let isAfterEnd else { return }
    if isAfterEnd { complete += 1 } else { open += 1 }
  }

  /// Whether turns mostly end with punctuation, so that a line without it goes on in the next.
  var isPunctuated: Bool { complete >= open }

  /// Whether words begin as talk does here.
  func isTalk(_ words: ArraySlice<UInt8>) -> Bool {
    guard let first = Self.first(words), first.isLetter, first.isLowercase else { return true }
    return small > others && !isContinuation(words)
  }

  /// Whether words in small letters go on with a sentence about the person named before them.
  func isContinuation(_ words: ArraySlice<UInt8>) -> Bool {
    SpeakerLabel.continues(words.prefix { $0 > 0x20 }.string.filter(\.isLetter))
  }

  private static func first(_ words: ArraySlice<UInt8>) -> Character? {
    String(decoding: words.prefix(8), as: UTF8.self).first
  }
}
