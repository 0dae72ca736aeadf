// Unsafe pointers: the bytes of the text are read in place, for the length of one call.

/// A contribution cut in words and sentences, the words as numbers of a vocabulary.
struct CueText {
  struct Word {
    /// Its number in the vocabulary, 0 if it is not there.
    var code: Int32
    /// What stands before it.
    var before: SentenceScan.Punctuation
    /// Whether the word before is the same or its beginning, as when somebody starts twice.
    var isRestart: Bool
    /// Where it stands, in Unicode scalars.
    var scalars: Range<Int>
  }

  struct Sentence {
    var words: Range<Int>
    /// In Unicode scalars.
    var scalars: Range<Int>
    var end: SentenceScan.Punctuation
    /// The scalar of the question mark, if there is one.
    var questionMark: Range<Int>?
  }

  private(set) var words: [Word] = []
  private(set) var sentences: [Sentence] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, vocabulary: CueVocabulary) {
    let ranges = WordCount.ranges(in: bytes)
    var scan = SentenceScan(bytes)
    scan.run(words: ranges)
    let places = ScalarOffsets.convert(ranges, in: bytes)
    words.reserveCapacity(ranges.count)
    var folded: [UInt8] = []
    var last: [UInt8] = []
    for (index, range) in ranges.enumerated() {
      folded.removeAll(keepingCapacity: true)
      CueWord.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &folded)
      let code = folded.withUnsafeBufferPointer(vocabulary.code)
      words.append(
        Word(
          code: code,
          before: scan.before[index],
          isRestart: !last.isEmpty && folded.starts(with: last),
          scalars: places[index]
        )
      )
      swap(&last, &folded)
    }
    let outer = ScalarOffsets.convert(scan.sentences.map(\.bytes), in: bytes)
    for (bounds, scalars) in zip(scan.sentences, outer) {
      var mark: Range<Int>?
      if bounds.end.contains(.question) {
        let after = places[bounds.words.upperBound - 1].upperBound
        mark = Self.questionMark(bytes, ranges[bounds.words.upperBound - 1].upperBound, after)
      }
      sentences.append(
        Sentence(words: bounds.words, scalars: scalars, end: bounds.end, questionMark: mark)
      )
    }
  }

  /// The scalar of the first question mark after a place.
  private static func questionMark(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ place: Int,
    _ scalar: Int
  ) -> Range<Int>? {
    var scalar = scalar
    for i in place..<bytes.count where bytes[i] & 0xC0 != 0x80 {
      let isWide = bytes[i] == 0xEF && i + 2 < bytes.count && bytes[i + 2] == 0x9F
      let isArabic = bytes[i] == 0xD8 && i + 1 < bytes.count && bytes[i + 1] == 0x9F
      if bytes[i] == 0x3F || isWide || isArabic { return scalar..<(scalar + 1) }
      scalar += 1
    }
    return nil
  }
}

/// The words of a lexicon as small numbers.
struct CueVocabulary: Sendable {
  private var words = ByteInterner()
  private var prefixes = ByteInterner()
  private var lengths: [Int] = []
  /// First bytes of the prefixes.
  private var starts = Array(repeating: false, count: 256)

  init(_ all: some Sequence<CuePattern.Word>) {
    // Number 0 is every word that is not in the lexicon.
    _ = words.insert("")
    for word in all {
      if !word.isPrefix {
        _ = words.insert(word.text)
      } else if prefixes.insert(word.text).isNew {
        lengths.append(word.text.utf8.count)
        starts[Int(word.text.utf8.first ?? 0)] = true
      }
    }
    lengths = Set(lengths).sorted(by: >)
  }

  /// One more than the highest number.
  var count: Int { words.count + prefixes.count }

  /// All numbers with the text behind them, prefixes last.
  var members: [CuePattern.Word] {
    (0..<words.count).map { CuePattern.Word(text: words.strings[$0], isPrefix: false) }
      + (0..<prefixes.count).map { CuePattern.Word(text: prefixes.strings[$0], isPrefix: true) }
  }

  /// The number of a word; that of its longest prefix if it is not itself in the lexicon.
  func code(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let code = words.find(word) { return Int32(code) }
    guard let first = word.first, starts[Int(first)] else { return 0 }
    for length in lengths where length <= word.count {
      if let prefix = prefixes.find(UnsafeBufferPointer(rebasing: word[..<length])) {
        return Int32(words.count + prefix)
      }
    }
    return 0
  }
}
