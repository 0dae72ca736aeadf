import Samtale
import Testing

@Suite("Other people's TEI: who speaks")
struct LenientPeopleTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var who: String
    /// Identifiers of those who speak.
    var speakers: [String]
    var people: String
    var declared = true

    init(
      _ name: String,
      _ who: String,
      _ speakers: [String],
      _ people: String,
      declared: Bool = true
    ) {
      self.name = name
      self.who = who
      self.speakers = speakers
      self.people = people
      self.declared = declared
    }

    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row("identifier", "#a", ["a"], "<listPerson><person xml:id='a'/></listPerson>"),
    Row("identifier without #", "a", ["a"], "<person xml:id='a'/>"),
    Row("identifier in a named file", "people.xml#a", ["a"], "<person xml:id='a'/>"),
    Row("a list", " #b\n #a ", ["b", "a"], "<person xml:id='a'/><person xml:id='b'/>"),
    Row("printed label", "#SW4", ["p9"], "<person xml:id='p9' n='SW4'/>"),
    Row("name", "#Åse", ["p9"], "<person xml:id='p9'><persName>Åse</persName></person>"),
    Row(
      "label before name",
      "#X",
      ["p2"],
      "<person xml:id='p1'><persName>Y</persName></person><person xml:id='p2' n='X'/>"
    ),
    Row("prefix", "#person.a", ["a"], "<person xml:id='a'/>"),
    Row(
      "code of TEICORPO",
      "CHI",
      ["p1"],
      "<listPerson><person xml:id='p1'><altGrp><alt type='CHI'/></altGrp></person></listPerson>"
    ),
    Row("a group", "#g", ["g"], "<listPerson><personGrp xml:id='g' size='12'/></listPerson>"),
    Row("nobody declared", "#zz", ["zz"], "", declared: false),
    Row("a pointer that is no identifier", "4711/x", ["p.4711_x"], "", declared: false),
  ]

  @Test("How a pointer finds a person", arguments: rows)
  func pointer(_ row: Row) throws {
    let text = TEISamples.foreign("<u who='\(row.who)'>a</u>", people: row.people)
    let reading = TEI.read(text, lint: false)
    let transcript = try #require(reading.transcripts.first)
    let speakers = transcript.utterances[0].speakers.map { transcript.participants[$0] }
    #expect(speakers.map(\.id).sorted() == row.speakers.sorted())
    #expect(speakers.map(\.isUndeclared) == row.speakers.map { _ in !row.declared })
    #expect(reading.codes == (row.declared ? [] : [.undeclaredSpeaker]))
    #expect(reading.accounting.isComplete)
  }

  @Test("A pointer that nobody declares is one person wherever it occurs")
  func undeclaredOnce() throws {
    let text = TEISamples.foreign(
      "<u who='#z'>a</u>\n<u who='#y'>b</u>\n<u who='#z #y'>c</u>\n<u who='#z'>d</u>"
    )
    let reading = TEI.read(text, lint: false)
    let transcript = try #require(reading.transcripts.first)
    #expect(transcript.participants.map(\.id) == ["z", "y"])
    #expect(transcript.utterances.map(\.speakers) == [[0], [1], [0, 1], [0]])
    #expect(reading.codes == [.undeclaredSpeaker])
    #expect(reading.diagnostics.first { $0.code == .undeclaredSpeaker }?.line == 4)
  }

  @Test(
    "Lists of people anywhere in the document",
    arguments: ["standOff", "front", "back"]
  )
  func places(_ place: String) throws {
    let list = "<\(place)><listPerson><person xml:id='p7' n='AB'/></listPerson></\(place)>"
    let body = "<body><u who='#p7'>a</u></body>"
    let content =
      switch place {
      case "standOff": "\(list)<text>\(body)</text>"
      case "front": "<text>\(list)\(body)</text>"
      default: "<text>\(body)\(list)</text>"
      }
    let reading = TEI.read(
      "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/>\(content)</TEI>",
      lint: false
    )
    #expect(reading.transcripts.first?.participants.map(\.label) == ["AB"])
    #expect(reading.codes == [])
    #expect(reading.accounting.isComplete)
  }

  @Test("The role in an utterance stays apart from the person's role")
  func roles() throws {
    let text = TEISamples.foreign(
      "<u who='#a' ana='#chair'>a</u><u who='#a' ana='#regular #x'>b</u><u who='#a'>c</u>",
      people: "<person xml:id='a' role='MP minister'/>"
    )
    let transcript = try TEI.transcript(text)
    #expect(transcript.utterances.map(\.analysis) == [["chair"], ["regular", "x"], []])
    #expect(transcript.participants.map(\.roles) == [["MP", "minister"]])
  }

  @Test("Names in reading order")
  func names() throws {
    let people = """
      <person xml:id="a"><persName><surname>Ås</surname><forename>Kari</forename></persName></person>
      <person xml:id="b"><persName><forename>Ludwig</forename><nameLink>van</nameLink><surname>B</surname></persName></person>
      <person xml:id="c"><persName>Just <hi>One</hi></persName></person>
      """
    let transcript = try TEI.transcript(TEISamples.foreign("<u who='#a'>a</u>", people: people))
    #expect(transcript.participants.map(\.name) == ["Kari Ås", "Ludwig van B", "Just One"])
  }

  @Test(
    "Sex and age as others write them",
    arguments: [
      ("<sex value='2'/>", "2"), ("<sex value='F'/>", "F"), ("<sex>female</sex>", "female"),
      ("<sex value='m'>Mann</sex>", "Mann"), ("<age value='3.1'/>", "3.1"),
      ("<age value='3;01.21'/>", "3;01.21"), ("<age value='33'/>", "33"),
      ("<age>in her fifties</age>", "in her fifties"), ("<age atLeast='20' atMost='30'/>", "20–30"),
      ("<age atLeast='60'/>", "60 or more"), ("<age atMost='18'/>", "up to 18"),
    ]
  )
  func sexAndAge(_ row: (markup: String, display: String)) throws {
    let text = TEISamples.foreign(
      "<u who='#a'>a</u>",
      people: "<person xml:id='a'>\(row.markup)</person>"
    )
    let attributes = try TEI.transcript(text).participants.first?.attributes ?? []
    #expect(attributes.map(\.display) == [row.display])
  }

  @Test("Memberships in what is no declared team are left out, and said to be")
  func parties() throws {
    let people = "<listPerson><person xml:id='a'><affiliation ref='#party'/></person></listPerson>"
    let reading = TEI.read(TEISamples.foreign("<u who='#a'>a</u>", people: people), lint: false)
    #expect(reading.transcripts.first?.participants.first?.memberships == [])
    #expect(reading.diagnostics.map(\.code) == [.unknownMarkup])
  }
}
