import Samtale
import Testing

/// Makes transcripts for tests from the parts of a TEI file that matter to them.
enum SmallMeeting {
  /// A whole TEI document of one meeting.
  /// - Parameters:
  ///   - id: The identifier of the meeting.
  ///   - language: The language of the talk.
  ///   - people: The content of `listPerson`.
  ///   - teams: The content of `listOrg`.
  ///   - times: Seconds after the origin; they become the points `T1`, `T2` …
  ///   - body: The content of `body`.
  /// - Returns: The document; roles SW, T and WA are declared in this order.
  static func xml(
    _ id: String,
    language: String = "en",
    people: String = "",
    teams: String = "",
    times: [String] = [],
    body: String
  ) -> String {
    let points = times.enumerated().map {
      ##"<when xml:id="T\##($0.offset + 1)" interval="\##($0.element)" since="#T0"/>"##
    }
    let timeline =
      times.isEmpty
      ? ""
      : ##"<timeline unit="s" origin="#T0"><when xml:id="T0"/>\##(points.joined())</timeline>"##
    let listPerson = people.isEmpty ? "" : "<listPerson>\(people)</listPerson>"
    let listOrg = teams.isEmpty ? "" : "<listOrg>\(teams)</listOrg>"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="\(id)" xml:lang="\(language)">
      <teiHeader><fileDesc><titleStmt><title>\(id)</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      <encodingDesc><classDecl><taxonomy xml:id="roles">
      <category xml:id="SW"><catDesc>social worker</catDesc></category>
      <category xml:id="T"><catDesc>therapist</catDesc></category>
      <category xml:id="WA"><catDesc>work applicant</catDesc></category>
      </taxonomy></classDecl></encodingDesc>
      <profileDesc><particDesc>\(listPerson)\(listOrg)</particDesc></profileDesc>
      </teiHeader>
      <text>\(timeline)<body>\(body)</body></text></TEI>
      """
  }

  /// The transcript of such a document.
  static func read(
    _ id: String = "m",
    language: String = "en",
    people: String = #"<person xml:id="a"/><person xml:id="b"/>"#,
    teams: String = "",
    times: [String] = [],
    body: String
  ) throws -> Transcript {
    let document = xml(
      id,
      language: language,
      people: people,
      teams: teams,
      times: times,
      body: body
    )
    let reading = TEI.read(bytes: Array(document.utf8), named: "\(id).xml")
    try #require(!reading.hasErrors, "\(reading.diagnostics)")
    return try #require(reading.transcripts.first)
  }
}
