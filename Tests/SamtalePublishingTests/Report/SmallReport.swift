import Samtale
import SamtalePublishing

/// Two invented meetings of Anna (SW) and Bo (WA), six turns and twelve words in all.
enum SmallReport {
  static let first = """
    <u xml:id="u1" who="#a">What do you think?</u><u xml:id="u2" who="#b">It is fine.</u>
    <u xml:id="u3" who="#a">Good.</u><u xml:id="u4" who="#b">Mm.</u>
    """
  static let second = """
    <u xml:id="u1" who="#b">Hello there.</u><u xml:id="u2" who="#a">Hello.</u>
    """
  static let people = """
    <person xml:id="a" n="SW1" role="SW"/><person xml:id="b" n="WA1" role="WA"/>
    """

  static func transcript(
    _ id: String, people: String = people, topics: String = "", body: String
  ) -> Transcript {
    let document = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="\(id)" xml:lang="en"><teiHeader>
      <encodingDesc><classDecl><taxonomy xml:id="roles"><category xml:id="SW">
      <catDesc>social worker</catDesc></category><category xml:id="WA">
      <catDesc>work applicant</catDesc></category></taxonomy></classDecl></encodingDesc>
      <profileDesc><particDesc><listPerson>\(people)</listPerson></particDesc></profileDesc>
      </teiHeader><standOff>\(topics)</standOff><text><body>\(body)</body></text></TEI>
      """
    return TEI.read(bytes: Array(document.utf8), named: "\(id).xml").transcripts[0]
  }

  static func report(_ transcripts: [Transcript], title: String = "Two meetings") -> Report {
    let cues = CueLibrary()
    return Report(
      transcripts.map { ReportMeeting($0, cues: cues) },
      sources: [Report.Source(name: "m1.xml", bytes: 1234, digest: "abc123")],
      options: Report.Options(
        title: title, version: "9.9", bootstrap: Bootstrap(samples: 100, seed: 7),
        permutation: PermutationTest(samples: 19, seed: 7)))
  }

  static let both = report([
    transcript("m1", body: first), transcript("m2", body: second),
  ])
}

extension String {
  /// How often a text stands in this one.
  func count(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
