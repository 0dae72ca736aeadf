import Testing

@testable import Samtale

/// The word rule of `WordCount`: runs of letters, digits and connectors that hold a letter or digit.
@Suite struct WordCountTests {
  /// A text and the number of its words, counted by hand.
  struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var words: Int
    var testDescription: String { "\(text.debugDescription) \(words)" }

    init(_ text: String, _ words: Int) { (self.text, self.words) = (text, words) }
  }

  static let rows: [Row] = [
    // Nothing to count
    Row("", 0), Row("   ", 0), Row("?!… – —", 0), Row("-", 0), Row("--", 0), Row("'", 0),
    Row("’", 0), Row("_", 0), Row("' - _ ’", 0), Row("‿", 0),
    // English
    Row("Hello, world!", 2), Row("it's", 1), Row("it’s", 1), Row("’tis", 1), Row("‘quoted’", 1),
    Row("rock 'n' roll", 3), Row("the dogs' bones", 3), Row("don‘t", 2), Row("uh-huh, mm-hmm", 2),
    Row("Zebra fizz zzzzzzzz AZ09az", 4), Row("end.Start", 2), Row("and/or", 2), Row("e.g.", 2),
    Row("@home #tag", 2),
    Row("naïve résumé", 2),
    // Connectors
    Row("well-known", 1), Row("a - b", 2), Row("a--b", 1), Row("a–b", 2), Row("a—b", 2),
    Row("-a-", 1), Row("- and -", 1), Row("T_V_", 1), Row("_a_", 1), Row("_ _a", 1),
    Row("a‿b", 1), Row("a\u{2011}b", 2),
    // Numbers
    Row("3.14", 2), Row("1,000", 2), Row("mp3", 1), Row("2nd", 1), Row("50 %", 1), Row("3×4", 2),
    Row("½ cup", 2), Row("H₂O", 1), Row("x²", 1), Row("²", 1), Row("Ⅳ", 1), Row("٣٤", 1),
    // Norwegian
    Row("Blåbærsyltetøy, ja!", 2), Row("Nei – æ veit itj ka æ ska si", 8),
    Row("NAV-kontoret på Sørøya", 3), Row("d'æ", 1),
    // German
    Row("Straßenbahn fährt über Köln.", 4), Row("E-Mail-Adresse", 1), Row("So geht’s", 2),
    // Turkish, composed and decomposed
    Row("İstanbul'da ılık bir gün", 4), Row("I\u{307}stanbul'da ılık", 2), Row("çağrı şöyle", 2),
    // Decomposed accents
    Row("Cafe\u{301} ole\u{301}", 2), Row("re\u{301}sume\u{301}", 1), Row("A\u{30A}s", 1),
    Row("\u{301}", 0), Row("\u{301}abc", 1), Row("a \u{301}b", 2), Row("a\u{301}-b", 1),
    Row("a-\u{301}b", 1), Row("-\u{301}-", 0),
    // Emoji are no words, with and without variation selectors
    Row("❤\u{FE0F}", 0), Row("❤", 0), Row("👍🏽", 0), Row("👩\u{200D}👩\u{200D}👧", 0),
    Row("☺\u{FE0E}", 0),
    Row("ok👍ok", 2), Row("a❤\u{FE0F}b", 2), Row("ja ❤\u{FE0F}!", 1), Row("1\u{FE0F}\u{20E3}", 1),
    // Signs; circled and squared letters are Alphabetic in Unicode
    Row("© ™ § €", 0), Row("ª º µ", 3), Row("Ⓐ", 1), Row("🅰", 1),
    // CJK: a run without spaces is one word
    Row("会話分析", 1), Row("会話、分析", 2), Row("東京 2024年", 2), Row("コーヒー", 1), Row("𠮷野家", 1),
    // Join controls and marks continue a word
    Row("می\u{200C}خواهم", 1), Row("می\u{200C}خواهم بروم", 2), Row("كِتَابٌ", 1), Row("हिन्दी में", 2),
    Row("क\u{200D}ष", 1), Row("\u{200C}", 0),
    // What else separates
    Row("a\u{A0}b", 2), Row("a\u{200B}b", 2), Row("co\u{AD}op", 2), Row("a\u{2028}b", 2),
    Row("בית־ספר", 2), Row("a\tb\nc", 3), Row("a\u{0}b", 2),
    // Astral letters and digits
    Row("𝒳𝒴", 1), Row("𐍈 𐍆", 2), Row("𝟘", 1),
  ]

  @Test(arguments: rows) func countsByHand(_ row: Row) {
    #expect(WordCount.words(in: row.text) == row.words)
  }

  /// The fast path looks at eight bytes at once: the result may not depend on where a text begins.
  @Test(arguments: rows) func countsAtAnyAlignment(_ row: Row) {
    for before in 1...9 {
      let padding = String(repeating: " ", count: before)
      #expect(WordCount.words(in: padding + row.text + padding) == row.words)
      #expect(WordCount.words(in: padding + row.text + " abcdefghij") == row.words + 1)
    }
  }

  @Test func countsSubstrings() {
    let text = "one two-three four"
    #expect(WordCount.words(in: text.dropFirst(2)) == 3)
    #expect(WordCount.words(in: text.dropLast(5)) == 2)
  }

  @Test func longRunsAreOneWord() {
    #expect(WordCount.words(in: String(repeating: "a", count: 1_001)) == 1)
    #expect(WordCount.words(in: String(repeating: "ab-", count: 333)) == 1)
    #expect(WordCount.words(in: String(repeating: "a ", count: 1_001)) == 1_001)
    #expect(WordCount.words(in: String(repeating: "abcdefg ", count: 50)) == 50)
  }

  @Test(arguments: rows) func rangesAreAsManyAsWords(_ row: Row) {
    #expect(Self.ranges(row.text).count == row.words)
  }

  @Test func rangesLeaveConnectorsAtTheEndsOut() {
    #expect(Self.ranges("'Tis a T_V_, uh-huh’") == ["Tis", "a", "T_V", "uh-huh"])
    #expect(Self.ranges("ole\u{301}- ja") == ["ole\u{301}", "ja"])
  }

  @Test func agreesWithTheSlowReference() {
    var generator = RandomGenerator(seed: 2_026)
    for _ in 0..<20_000 {
      let text = RandomText.make(&generator)
      let expected = Self.reference(text)
      let offset = Int.random(in: 0..<8, using: &generator)
      let bytes = Array(repeating: UInt8(ascii: " "), count: offset) + Array(text.utf8)
      let counted = bytes.withUnsafeBufferPointer {
        WordCount.words(in: UnsafeBufferPointer(rebasing: $0[offset...]))
      }
      guard counted == expected, Self.ranges(text).count == expected else {
        Issue.record("\(text.debugDescription) at \(offset): \(counted), not \(expected)")
        return
      }
    }
  }

  private static func ranges(_ text: String) -> [String] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      WordCount.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  /// The documented rule, word for word.
  private static func reference(_ text: String) -> Int {
    var words = 0
    var holdsLetter = false
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(category)
      let isNumber = [.decimalNumber, .letterNumber, .otherNumber].contains(category)
      let continues =
        isMark || scalar.properties.isJoinControl || category == .connectorPunctuation
        || ["'", "’", "-"].contains(scalar)
      if !continues, scalar.properties.isAlphabetic || isNumber {
        if !holdsLetter { words += 1 }
        holdsLetter = true
      } else if !continues {
        holdsLetter = false
      }
    }
    return words
  }
}

/// Random text that mixes what the word rule treats differently.
private enum RandomText {
  static func make(_ generator: inout RandomGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let kind = Int.random(in: 0..<9, using: &generator)
      for _ in 0..<Int.random(in: 1...9, using: &generator) {
        let scalar = Unicode.Scalar(value(kind, &generator))
        if let scalar { scalars.append(scalar) }
      }
    }
    return String(scalars)
  }

  private static func value(_ kind: Int, _ generator: inout RandomGenerator) -> UInt32 {
    let pick = { (range: ClosedRange<UInt32>, generator: inout RandomGenerator) in
      UInt32.random(in: range, using: &generator)
    }
    switch kind {
    case 0: return pick(0x61...0x7A, &generator)
    case 1: return pick(0x00...0x7F, &generator)
    case 2: return [0x27, 0x2D, 0x5F, 0x2019, 0x20, 0x203F][Int(pick(0...5, &generator))]
    case 3: return pick(0x80...0x2FF, &generator)
    case 4: return pick(0x2000...0x206F, &generator)
    case 5: return pick(0x300...0x36F, &generator)
    case 6: return pick(0x370...0xFFFD, &generator)
    case 7: return pick(0x1_0000...0x2_FFFF, &generator)
    default: return pick(0xE_0000...0x10_FFFF, &generator)
    }
  }
}
