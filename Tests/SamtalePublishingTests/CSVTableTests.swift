import SamtalePublishing
import Testing

@Suite struct CSVTableTests {
  @Test func writesStoredValuesInFull() {
    let lines = [
      "row,speaker,words,mean_length,share,time",
      "group,Åse,120,6.5,0.6,3725.0",
      "group,会話,80,4.125,0.4,65.25",
      "group,Bo_1|x,0,,0,",
      "total,All,200,5.25,1,",
    ]
    let expected = lines.map { $0 + "\r\n" }.joined()
    #expect(TableSamples.speech.rendered(as: .csv) == expected)
    #expect(TableSamples.speech.rendered(as: .csv, decimalMark: .comma) == expected)
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""), ("a;b c", "a;b c"), (" a ", " a "),
    ("\"\u{301}", "\"\"\"\u{301}\""), ("", ""),
  ])
  func quotes(text: String, expected: String) {
    #expect(
      TableSamples.column(.text, .text(text)).rendered(as: .csv) == "row,x\r\ngroup,\(expected)\r\n"
    )
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+47", "'+47"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("\r\nx", "\"'\r\nx\""), ("=\u{301}", "'=\u{301}"),
    ("=HYPERLINK(\"u\",1)", "\"'=HYPERLINK(\"\"u\"\",1)\""), ("a=b", "a=b"), ("–x", "–x"),
  ])
  func disarmsFormulas(text: String, expected: String) {
    #expect(
      TableSamples.column(.text, .text(text)).rendered(as: .csv) == "row,x\r\ngroup,\(expected)\r\n"
    )
  }

  @Test func leavesNegativeNumbers() {
    let table = TableSamples.column(.integer, .integer(-3), .number(-0.1), .number(0.1 + 0.2))
    #expect(
      table.rendered(as: .csv) == "row,x\r\ngroup,-3\r\ngroup,-0.1\r\ngroup,0.30000000000000004\r\n"
    )
  }

  @Test func emptyTableIsItsHead() {
    #expect(TableSamples.empty.rendered(as: .csv) == "row,speaker,words\r\n")
  }
}
