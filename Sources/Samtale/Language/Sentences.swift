// Unsafe pointers: the bytes of the text are read in place.

/// Finds sentences by their punctuation.
///
/// Sentences end at `.`, `?`, `!`, `…` and runs of them. Not at abbreviations (*f.eks.*, *kl.*,
/// *e.g.*), inside numbers and times (*3.5*, *06.40*), at the point of a Scandinavian ordinal
/// (*14. november*), nor at an ellipsis after which the sentence goes on in lower case.
public enum Sentences {
  /// The sentences of a text as ranges of Unicode scalars, without white space around them.
  /// - Parameter text: A contribution. Text without punctuation is one sentence.
  /// - Returns: The sentences in order. Each holds at least one word, so a text without words has
  ///   none; stray punctuation belongs to the sentence before it.
  public static func split(_ text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var scan = SentenceScan(bytes)
      scan.run(words: WordCount.ranges(in: bytes))
      return ScalarOffsets.convert(scan.sentences.map(\.bytes), in: bytes)
    }
  }
}

/// A sentence while a text is read.
struct SentenceBounds {
  /// Its words, as indices.
  var words: Range<Int>
  var bytes: Range<Int>
  var end: SentenceScan.Punctuation
}

/// Looks at what stands between words.
struct SentenceScan {
  /// What stands between two words.
  struct Punctuation: OptionSet {
    var rawValue: UInt8

    static let period = Punctuation(rawValue: 1)
    static let question = Punctuation(rawValue: 2)
    static let exclamation = Punctuation(rawValue: 4)
    static let ellipsis = Punctuation(rawValue: 8)
    /// A comma, semicolon or colon.
    static let comma = Punctuation(rawValue: 16)
    /// A dash, as where somebody breaks off.
    static let dash = Punctuation(rawValue: 32)
    static let space = Punctuation(rawValue: 64)
    /// A point right between two words, as in `06.40`.
    static let inner = Punctuation(rawValue: 128)

    static let terminal: Punctuation = [.period, .question, .exclamation, .ellipsis]
    static let small: Punctuation = [.comma, .dash, .ellipsis]
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var sentences: [SentenceBounds] = []
  /// What stands before each word.
  private(set) var before: [Punctuation] = []
  /// Where the first white space after the last terminator stands in the gap just looked at.
  private var boundary = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func run(words: [Range<Int>]) {
    guard !words.isEmpty else { return }
    before.reserveCapacity(words.count)
    before.append([])
    var firstWord = 0
    var start = skipSpace(0)
    for word in 1..<(words.count + 1) {
      let isLast = word == words.count
      let gap = words[word - 1].upperBound..<(isLast ? bytes.count : words[word].lowerBound)
      let found = punctuation(gap, isLast: isLast)
      if !isLast { before.append(found) }
      guard isLast || isBreak(found, words: words, before: word) else { continue }
      let end = isLast ? endOfText(gap) : boundary
      sentences.append(
        SentenceBounds(words: firstWord..<word, bytes: start..<end, end: found)
      )
      firstWord = word
      start = skipSpace(end)
    }
  }

  /// What a gap holds. Sets ``boundary``.
  private mutating func punctuation(_ gap: Range<Int>, isLast: Bool) -> Punctuation {
    var found: Punctuation = []
    var points = 0
    boundary = gap.upperBound
    var i = gap.lowerBound
    while i < gap.upperBound {
      let byte = bytes[i]
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let sign = kind(i, min(length, gap.upperBound - i))
      if sign == .period { points += 1 }
      if !sign.isDisjoint(with: .terminal) { boundary = gap.upperBound }
      if sign == .space, boundary == gap.upperBound { boundary = i }
      found.formUnion(sign)
      i += length
    }
    if points > 1 { found.formUnion(.ellipsis) }
    if found == .period, !isLast { found = .inner }
    return found
  }

  private func kind(_ place: Int, _ length: Int) -> Punctuation {
    switch (bytes[place], length) {
    case (0x2E, 1): .period
    case (0x3F, 1): .question
    case (0x21, 1): .exclamation
    case (0x2C, 1), (0x3A, 1), (0x3B, 1): .comma
    case (0x2D, 1): .dash
    case (0x09...0x0D, 1), (0x20, 1): .space
    case (0xC2, 2) where bytes[place + 1] == 0xA0: .space
    case (0xD8, 2) where bytes[place + 1] == 0x9F: .question
    case (0xE2, 3) where bytes[place + 1] == 0x80: general(bytes[place + 2])
    case (0xE3, 3) where bytes[place + 1] == 0x80 && bytes[place + 2] == 0x82: .period
    case (0xEF, 3) where bytes[place + 1] == 0xBC: wide(bytes[place + 2])
    default: []
    }
  }

  /// A sign of the block General Punctuation, by its last byte.
  private func general(_ last: UInt8) -> Punctuation {
    switch last {
    case 0xA6: .ellipsis
    case 0x92...0x95: .dash
    case 0x82...0x8A, 0xAF: .space
    default: []
    }
  }

  private func wide(_ last: UInt8) -> Punctuation {
    switch last {
    case 0x9F: .question
    case 0x81: .exclamation
    case 0x8C: .comma
    default: []
    }
  }

  private func isBreak(_ found: Punctuation, words: [Range<Int>], before word: Int) -> Bool {
    if found.isDisjoint(with: .terminal) { return false }
    if !found.isDisjoint(with: [.question, .exclamation]) { return true }
    let next = words[word].lowerBound
    if found.contains(.ellipsis) { return !isLowerCase(next) }
    return !Abbreviations.holdsPoint(bytes, words: words, before: word, goesOn: isLowerCase(next))
  }

  /// Whether a letter in lower case stands at a place; good for Latin script.
  private func isLowerCase(_ place: Int) -> Bool {
    let byte = bytes[place]
    if byte < 0x80 { return byte >= 0x61 && byte <= 0x7A }
    return byte == 0xC3 && place + 1 < bytes.count && bytes[place + 1] >= 0x9F
  }

  private func skipSpace(_ place: Int) -> Int {
    var place = place
    while place < bytes.count, UTF8Scan.isSpace(bytes[place]) { place += 1 }
    return place
  }

  private func endOfText(_ gap: Range<Int>) -> Int {
    var end = gap.upperBound
    while end > gap.lowerBound, UTF8Scan.isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}

/// Points that do not end a sentence.
enum Abbreviations {
  /// Abbreviations after which a sentence goes on in any case.
  private static let never: Set<String> = [
    "dr", "mr", "mrs", "ms", "prof", "st", "hr", "fr", "kl", "nr", "ca", "tlf", "jf", "jfr", "pkt",
    "f.eks", "f.ex", "fx", "t.ex", "bl.a", "dvs", "d.v.s", "s.k", "pga", "p.g.a", "vs", "e.g",
    "i.e", "eks", "f.o.m", "t.o.m", "mht", "ift", "iht",
  ]
  /// Abbreviations that may also stand last: it depends on how the next word is written.
  private static let perhaps: Set<String> = [
    "etc", "osv", "o.s.v", "mm", "m.m", "m.v", "mv", "o.l", "evt", "ev", "el", "a.m", "p.m", "mill",
    "min", "maks", "inkl", "ekskl", "kr", "tel", "resp",
  ]

  /// Whether the single point before a word belongs to an abbreviation or an ordinal number.
  static func holdsPoint(
    _ bytes: UnsafeBufferPointer<UInt8>,
    words: [Range<Int>],
    before word: Int,
    goesOn: Bool
  ) -> Bool {
    let last = words[word - 1]
    guard last.count <= 5 else { return false }
    if bytes[last].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return goesOn && last.count <= 2 }
    var start = last.lowerBound
    var first = word - 1
    // Take the parts of `f.eks` together.
    while first > 0, words[first - 1].upperBound == start - 1, bytes[start - 1] == 0x2E {
      first -= 1
      start = words[first].lowerBound
    }
    let text = String(decoding: bytes[start..<last.upperBound], as: UTF8.self).lowercased()
    return never.contains(text) || (goesOn && perhaps.contains(text))
  }
}

/// From UTF-8 offsets to offsets in Unicode scalars.
enum ScalarOffsets {
  /// Converts ranges that stand in order and do not overlap.
  static func convert(_ ranges: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]
  {
    var place = 0
    var scalars = 0
    func advance(to end: Int) -> Int {
      scalars += UTF8Scan.scalarCount(UnsafeBufferPointer(rebasing: bytes[place..<end]))
      place = end
      return scalars
    }
    return ranges.map {
      let start = advance(to: $0.lowerBound)
      return start..<advance(to: $0.upperBound)
    }
  }
}
