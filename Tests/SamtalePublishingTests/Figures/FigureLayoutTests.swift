import Samtale
import Testing

@testable import SamtalePublishing

/// What must hold of every figure, at both widths, for few, some and many speakers.
@Suite struct FigureLayoutTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var people: Int
    var roles: Int
    var hasTimes = true
    var longNames = false
    var width: Figure.Width

    var testDescription: String { "\(people) in \(roles) roles, \(width)" }

    func transcript() throws -> Transcript {
      try FigureSamples.meeting(people, roles: roles, hasTimes: hasTimes, longNames: longNames)
    }
  }

  static let cases = Figure.Width.allCases.flatMap { width in
    [
      Case(people: 4, roles: 4, width: width), Case(people: 9, roles: 4, width: width),
      Case(people: 9, roles: 9, hasTimes: false, longNames: true, width: width),
      Case(people: 30, roles: 30, width: width),
      Case(people: 30, roles: 3, hasTimes: false, longNames: true, width: width),
    ]
  }

  /// The check itself finds overlaps, also of turned labels, and labels that leave the drawing.
  @Test func faultsAreFound() throws {
    var drawing = Drawing(width: 100, height: 50)
    let face = TextWidth.Face(size: 7)
    drawing.write("level", 40, 25, face)
    #expect(try DrawnFigure(drawing.svg).faults == [])
    drawing.write("apart", 40, 33, face)
    #expect(try DrawnFigure(drawing.svg).faults == [])
    drawing.write("upright", 46, 45, face, rotation: -90)
    drawing.write("outside", 90, 10, face)
    #expect(
      try DrawnFigure(drawing.svg).faults == [
        "“level” and “upright” overlap", "“apart” and “upright” overlap",
        "“outside” leaves the drawing",
      ])
  }

  @Test(arguments: cases) func noLabelsOverlap(_ one: Case) throws {
    for figure in try FigureSamples.figures(try one.transcript(), width: one.width) {
      let drawn = try DrawnFigure(figure.svg)
      #expect(drawn.problems == [])
      #expect(drawn.faults == [], "\(figure.title)")
      #expect(!drawn.labels.isEmpty)
      let sizes = drawn.elements.filter { $0.name == "text" }.map { $0.number("font-size") }
      #expect(sizes.allSatisfy { $0 >= 7 })
      #expect(drawn.width == (one.width == .column ? 240.9 : 481.9))
    }
  }

  @Test func themeMapsToo() throws {
    for width in Figure.Width.allCases {
      for themes in [1, 4, 9, 12] {
        let figure = Figure.themeMap(MapSamples.large(themes), width: width)
        let drawn = try DrawnFigure(figure.svg)
        #expect(drawn.problems == [])
        #expect(drawn.faults == [])
      }
    }
  }

  @Test func everyFigureSaysWhatItShows() throws {
    for figure in try FigureSamples.figures(
      try FigureSamples.meeting(4, roles: 4), width: .page)
    {
      let drawn = try DrawnFigure(figure.svg)
      let root = drawn.elements[0].attributes
      #expect(root["role"] == "img")
      let ids = drawn.elements.compactMap { $0.attributes["id"] }
      #expect(root["aria-labelledby"] == "\(ids[0]) \(ids[1])")
      #expect(drawn.elements[1].text == figure.title)
      #expect(drawn.elements[2].text == figure.description)
      #expect(!figure.description.isEmpty && !figure.notes.isEmpty)
      #expect(drawn.elements[3].classes == ["paper"])
      #expect(root["width"] == "170mm")
      #expect(abs(figure.height - drawn.height * 25.4 / 72) < 0.1)
      #expect(!drawn.turns.isEmpty)
      // Talk that is named is there.
      for turn in drawn.turns.flatMap({ $0.split(separator: " ") }) {
        #expect(turn.hasPrefix("m#u"), "\(turn)")
      }
    }
  }

  @Test func theSameValuesGiveTheSameBytes() throws {
    let svgs = {
      try FigureSamples.figures(try FigureSamples.meeting(9, roles: 4), width: .column).map(\.svg)
    }
    #expect(try svgs() == (try svgs()))
  }

  /// Several figures in one page have no identifier in common.
  @Test func identifiersDifferBetweenFigures() throws {
    let figures = try FigureSamples.figures(try FigureSamples.meeting(4, roles: 4), width: .page)
    let ids = try figures.map { figure in
      Set(try DrawnFigure(figure.svg).elements.compactMap { $0.attributes["id"] })
    }
    #expect(ids.allSatisfy { $0.count > 1 })
    #expect(ids.reduce(into: Set()) { $0.formUnion($1) }.count == ids.reduce(0) { $0 + $1.count })
  }

  @Test func aMeetingWithoutWordsIsAFigureToo() throws {
    let transcript = try FigureSamples.read(
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"m\"><teiHeader><fileDesc><titleStmt>"
        + "<title>m</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>"
        + "</sourceDesc></fileDesc></teiHeader><text><body/></text></TEI>")
    let meeting = FigureSamples.analysis(transcript)
    let shares = Participation([MeetingParticipation(transcript)])
    for figure in [
      Figure.timeline(meeting), .topicRiver(meeting), .shares(shares), .transitions([transcript]),
      .network([transcript]),
    ] {
      #expect(try DrawnFigure(figure.svg).faults == [])
    }
  }
}
