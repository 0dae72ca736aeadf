// Unsafe pointers: words are cut and made alike in place, for the length of one call.

/// The words of a transcript one after the other, as numbers that are equal for equal words.
struct AlignmentWords: Sendable {
  /// The number of each word in the vocabulary.
  private(set) var codes: [Int32] = []
  /// The utterance of each word.
  private(set) var owners: [Int32] = []
  /// Where each word stands, in UTF-8 offsets of its utterance.
  private(set) var places: [Range<Int32>] = []
  /// The first word of each utterance, and the number of all words.
  private var firsts: [Int32] = [0]

  init(_ columns: UtteranceColumns, vocabulary: inout AlignmentVocabulary) {
    firsts.reserveCapacity(columns.count + 1)
    for i in 0..<columns.count {
      columns.withText(i) { bytes in
        for range in WordCount.ranges(in: bytes) {
          codes.append(vocabulary.code(UnsafeBufferPointer(rebasing: bytes[range])))
          owners.append(Int32(i))
          places.append(Int32(range.lowerBound)..<Int32(range.upperBound))
        }
      }
      firsts.append(Int32(codes.count))
    }
  }

  var count: Int { codes.count }

  /// The words of an utterance.
  func words(of utterance: Int) -> Range<Int> {
    Int(firsts[utterance])..<Int(firsts[utterance + 1])
  }

  /// The words of neighbouring utterances.
  func words(of utterances: Range<Int>) -> Range<Int> {
    Int(firsts[utterances.lowerBound])..<Int(firsts[utterances.upperBound])
  }

  func owner(_ word: Int) -> Int { Int(owners[word]) }

  func place(_ word: Int) -> Range<Int> {
    Int(places[word].lowerBound)..<Int(places[word].upperBound)
  }

  /// A word in lower case.
  func folded(_ word: Int, in columns: UtteranceColumns) -> String {
    columns.withText(owner(word), place(word)) {
      AlignmentVocabulary.fold(String(decoding: $0, as: UTF8.self))
    }
  }
}

/// Gives words numbers: the same for two spellings that differ in case, in the apostrophe or in how
/// Unicode composes their letters.
struct AlignmentVocabulary {
  private var plain = ByteInterner()
  /// Words beyond ASCII. Strings are equal if they are canonically equivalent.
  private var others: [String: Int32] = [:]
  private var folded: [UInt8] = []

  /// One more than the highest number.
  var count: Int { 2 * max(plain.count, others.count) }

  mutating func code(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    folded.removeAll(keepingCapacity: true)
    var isPlain = true
    for byte in word {
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      if byte >= 0x80 { isPlain = false }
    }
    if !isPlain {
      let text = Self.fold(String(decoding: word, as: UTF8.self))
      guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
        let next = Int32(others.count)
        let index = others[text, default: next]
        if index == next { others[text] = next }
        return 2 * index + 1
      }
      folded = Array(text.utf8)
    }
    return 2 * Int32(folded.withUnsafeBufferPointer { plain.intern($0) })
  }

  /// A word in lower case with straight apostrophes.
  static func fold(_ word: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars {
      scalars.append(scalar == "’" || scalar == "ʼ" ? "'" : scalar)
    }
    return String(scalars)
  }
}
