import Testing

@testable import Samtale

@Suite struct QueryTextFoldingTests {
  /// The table: capitals, small letters, and what both become.
  static let table: [(String, String)] = [
    ("ÀÁÂÃàáâãĀāĂăĄą", "aaaaaaaaaaaaaa"), ("ÄäÅåÆæÖöØø", "ääååææööøø"),
    ("ÇçĆćĈĉĊċČč", "cccccccccc"), ("ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "eeeeeeeeeeeeeeeeee"),
    ("ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "iiiiiiiiiiiiiiiiii"), ("ÑñŃńŅņŇň", "nnnnnnnn"),
    ("ÒÓÔÕòóôõŌōŎŏŐő", "oooooooooooooo"), ("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "uuuuuuuuuuuuuuuuuuuu"),
    ("ÝýÿŶŷŸ", "yyyyyy"), ("ŚśŜŝŞşŠšſ", "sssssssss"), ("ŹźŻżŽž", "zzzzzz"), ("ĎďĐđ", "dddd"),
    ("ĜĝĞğĠġĢģ", "gggggggg"), ("ĤĥĦħ", "hhhh"), ("ĴĵĶķ", "jjkk"), ("ĹĺĻļĽľĿŀŁł", "llllllllll"),
    ("ŔŕŖŗŘř", "rrrrrr"), ("ŢţŤťŦŧ", "tttttt"), ("Ŵŵ", "ww"), ("ÐðÞþŊŋĸ", "ððþþŋŋĸ"),
    ("ßẞ", "ssss"), ("Œœ", "oeoe"), ("Ĳĳ", "ijij"), ("×÷", "×÷"), ("ǺǼǾ", "åæø"), ("ȘȚ", "st"),
    ("ABC xyz 09", "abc xyz 09"), ("it’s ‘so’", "it's 'so'"), ("co\u{AD}op", "coop"),
    ("a\u{308}o\u{308}a\u{30A}", "äöå"), ("e\u{301}u\u{308}n\u{303}", "eun"),
    ("A\u{30A}", "å"), ("ø\u{301}", "ø"), ("ЁЖ", "ёж"), ("ΑΒΓ", "αβγ"), ("\u{212B}\u{212A}", "åk"),
    ("日本 👩‍👩‍👧", "日本 👩‍👩‍👧"),
  ]

  @Test(arguments: table)
  func folds(_ text: String, _ folded: String) {
    let found = TextFolding.fold(text)
    #expect(Array(found.unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for value in UInt32(0x20)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "a" + String(scalar), String(scalar) + "\u{308}"] {
        let once = TextFolding.fold(text)
        #expect(
          Array(TextFolding.fold(once).unicodeScalars) == Array(once.unicodeScalars), "\(value)")
      }
    }
  }

  static let sentences: [(String, [String])] = [
    ("It’s work-related, Zoë.", ["it's", "work", "related", "zoe"]),
    ("'Tis the employers' rock-'n'-roll", ["tis", "the", "employers", "rock", "n", "roll"]),
    ("Hm - så -- ja", ["hm", "så", "ja"]), ("3.5 prosent", ["3", "5", "prosent"]),
    ("a_b _c_", ["a_b", "c"]), ("…", []), ("", []), ("👍 ok", ["ok"]),
  ]

  @Test(arguments: sentences)
  func partsWords(_ text: String, _ words: [String]) {
    #expect(TextFolding.words(text) == words)
  }

  @Test func withoutHyphensThereAreAsManyWordsAsCounted() {
    for text in ["It’s Zoë’s.", "Élan, åpen før jul", "a_b 1 2 ½", "Ёж и Ёлка", "नमस्ते दुनिया"] {
      #expect(TextFolding.words(text).count == WordCount.words(in: text))
    }
  }
}
