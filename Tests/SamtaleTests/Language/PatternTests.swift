import Samtale
import Testing

@Suite struct PatternTests {
  /// Where a pattern matches, as the words matched.
  private static func matches(_ pattern: String, in text: String, extra: String = "") throws
    -> [String]
  {
    let lexicon = try Lexicon(tsv: "x.rule\tclosing\t\(pattern)\n\(extra)", named: "test")
    let reading = try #require(CueReader(lexicon).read(text))
    let scalars = Array(text.unicodeScalars)
    return reading.matches.filter { $0.rule == "x.rule" }.map { match in
      String(String.UnicodeScalarView(scalars[match.range]))
    }
  }

  @Test(arguments: [
    ("ja da", "JA, da går vi.", ["JA, da"]),
    ("interess*", "Så interessant. Interesse!", ["interessant", "Interesse"]),
    ("(en|to|de andre) hus", "To hus og de andre hus.", ["To hus", "de andre hus"]),
    ("(så|) fint", "Så fint. Fint.", ["Så fint", "fint", "Fint"]),
    ("_ hus", "Gamle hus", ["Gamle hus"]),
    ("er ... klar", "Er du nå klar, er du så veldig mye mer klar", ["Er du nå klar"]),
    ("er ... klar", "Er klar", ["Er klar"]),
    ("^da", "Da. Og da. Da!", ["Da", "Da"]),
    ("da$", "Da. Og da. Da er det", ["Da", "da"]),
    (", sant$", "Sant. Det er sant. Ja, sant.", ["sant"]),
    ("don't", "I don’t", ["don’t"]),
    ("f.eks", "Som f.eks. der", ["f.eks"]),
    ("åre", "På a\u{30A}re", ["a\u{30A}re"]),
    ("@farge hus", "Røde hus og gule hus og nye hus", ["Røde hus", "gule hus"]),
  ])
  func matches(pattern: String, text: String, expected: [String]) throws {
    let lists = "x.list.farge\tlist\trøde\nx.list.farge.mer\tlist\t(gule|blå)\n"
    #expect(try Self.matches(pattern, in: text, extra: lists) == expected)
  }

  @Test func prefacesMayPrecedeTheStart() throws {
    let extra = "x.minimal\tminimal\tja\nx.filler\tfiller\t(men|eh)\n"
    #expect(try Self.matches("^har du", in: "Ja, men, eh, har du", extra: extra) == ["har du"])
    #expect(try Self.matches("^har du", in: "Nå har du", extra: extra) == [])
    #expect(try Self.matches("^har du", in: "Ha har du", extra: extra) == ["har du"])
  }

  @Test func guardsCancelQuestions() throws {
    let tsv = """
      x.question\tquestion\t^har du
      x.guard\tnotquestion\t^har du ... , så
      """
    let reader = CueReader(try Lexicon(tsv: tsv, named: "test"))
    #expect(try #require(reader.read("Har du tid")).isQuestion)
    #expect(try #require(reader.read("Har du tid, så kom")).isQuestion == false)
    #expect(try #require(reader.read("Har du tid, så kom?")).isQuestion)
  }

  @Test func aFirstLineMayNameTheColumns() throws {
    let tsv = "ID\tClass\tPattern\tNote\nx.yes\tminimal\tyessir\n"
    #expect(try Lexicon(tsv: tsv, named: "my.tsv").entries.map(\.id) == ["x.yes"])
    let late = "x.yes\tminimal\tyessir\nid\tclass\tpattern\n"
    #expect(throws: LexiconError.self) { try Lexicon(tsv: late, named: "my.tsv") }
  }

  @Test(arguments: [
    ("a.b\tminimal\t(ja|jo", "lacks a )"),
    ("a.b\tminimal\t((ja)|jo)", "parentheses that do not match"),
    ("a.b\tminimal\tja|jo", "“|”"),
    ("a.b\tminimal\t_", "names no word"),
    ("a.b\tminimal\tja ,", "ends in a comma"),
    ("a.b\tminimal\t(ja)jo", "right after a )"),
    ("a.b\tminimal\t…ja**", "“*”"),
    ("a.b\tsmall\tja", "there is no class “small”"),
    ("a.b minimal ja", "1 columns"),
    ("a b\tminimal\tja", "holds a space"),
    ("a.b\tstop\tja _", "can only list words"),
    ("x.first\tminimal\tja", "stands on line 2 already"),
  ])
  func errorsNameTheLine(line: String, message: String) {
    let tsv = "# comment\nx.first\tminimal\tja\n\n\(line)\n"
    let error = #expect(throws: LexiconError.self) { try Lexicon(tsv: tsv, named: "my.tsv") }
    #expect(error?.line == 4)
    #expect(error?.file == "my.tsv")
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
    #expect(error?.advice.isEmpty == false)
  }
}
