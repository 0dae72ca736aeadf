import Testing

@testable import SamtalePublishing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Åse", 3), ("A\u{30A}se", 3), ("æøå–", 4), ("会話", 4), ("한국어", 6),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱｲｳ", 3), ("ＡＢ", 4), ("、。", 4), ("½°", 2), ("שָׁלוֹם", 4),
    ("🙂", 2), ("👩‍👩‍👧", 2), ("🇳🇴", 2), ("👍🏽", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2),
    ("a\u{200B}b", 2), ("a\u{AD}b", 3), ("𠀀", 2), ("䷀", 2), ("─", 1), ("क्", 1),
  ])
  func widths(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test func wrapsByDisplayWidth() {
    #expect(WordWrap.lines("会話 分析 と", width: 7) == ["会話", "分析 と"])
    #expect(WordWrap.lines("  ", width: 7) == [])
    #expect(WordWrap.lines("overlong a b", width: 3) == ["overlong", "a b"])
  }
}
