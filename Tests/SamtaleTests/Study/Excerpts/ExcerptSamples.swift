import Samtale
import Testing

/// Two meetings of one team and one of another, for excerpts.
enum ExcerptSamples {
  static let people = """
    <person xml:id="p.sw" n="SW1" role="SW"><affiliation ref="#team1"/></person>
    <person xml:id="p.wa" n="WA1" role="WA"><affiliation ref="#team1"/></person>
    """
  static let teams = ##"<org xml:id="team1" n="1"><orgName>team 1</orgName></org>"##

  static func first() throws -> Transcript {
    try meeting(
      "team1-m1", number: 1,
      """
      <u xml:id="u1" who="#p.sw">So you and Kari would like that job, then?</u>
      <u xml:id="u2" who="#p.wa">I guess so, I guess.</u>
      <u xml:id="u3" who="#p.sw"><vocal><desc>coughs</desc></vocal></u>
      <u xml:id="u4" who="#p.sw">Good. It's the [old] warehouse.</u>
      <u xml:id="u5" who="#p.wa">Mm.</u>
      <gap reason="notTranscribed"/>
      <u xml:id="u6" who="#p.wa">Bye then.</u>
      """)
  }

  static func second() throws -> Transcript {
    try meeting(
      "team1-m2", number: 2,
      ##"<u xml:id="u1" who="#p.sw">We meet again.</u>"##)
  }

  private static func meeting(_ id: String, number: Int, _ body: String) throws -> Transcript {
    let document = SmallMeeting.xml(id, people: people, teams: teams, body: body)
      .replacing("xml:lang=\"en\"", with: "xml:lang=\"en\" n=\"\(number)\"", maxReplacements: 1)
    let reading = TEI.read(bytes: Array(document.utf8), named: "\(id).xml")
    try #require(!reading.hasErrors, "\(reading.diagnostics)")
    return try #require(reading.transcripts.first)
  }

  static func sources() throws -> ExcerptSources { ExcerptSources([try first(), try second()]) }
}
