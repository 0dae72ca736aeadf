import Samtale
import Testing

@testable import SamtalePublishing

@Suite struct RolePaletteTests {
  @Test func coloursFollowTheOrderOfDeclaration() {
    let palette = RolePalette(roles: ["SW", "T", "SW", "WA"])
    #expect(palette.roles == ["SW", "T", "WA"])
    #expect(palette.colour(of: "SW") == "#0072B2")
    #expect(palette.colour(of: "T") == "#E69F00")
    #expect(palette.colour(of: "WA") == "#009E73")
    #expect(palette.colour(of: nil) == palette.colour(of: "unknown"))
  }

  @Test func furtherRolesDoNotChangeTheFirst() {
    let few = RolePalette(roles: ["SW", "T"])
    #expect(few.adding(["ES"]).colour(of: "T") == few.colour(of: "T"))
  }

  /// ParlaMint says roles at utterances; they come after those that are declared.
  @Test func rolesSaidAtUtterancesHaveColoursToo() throws {
    let transcript = try FigureSamples.read(
      ##"""
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m"><teiHeader><fileDesc><titleStmt>
      <title>m</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>
      </sourceDesc></fileDesc><profileDesc><particDesc><listPerson><person xml:id="a"/>
      <person xml:id="b"/></listPerson></particDesc></profileDesc></teiHeader><text><body>
      <u who="#a" ana="#chair">Please.</u><u who="#b" ana="#guest">Thanks.</u></body></text></TEI>
      """##)
    #expect(RolePalette([transcript]).roles == ["chair", "guest"])
    let drawn = try DrawnFigure(Figure.network([transcript], by: .speaker).svg)
    let nodes = drawn.elements.filter { $0.name == "circle" }.map { $0.classes[0] }
    #expect(nodes == ["role-0", "role-1"])
  }

  /// No two of thirty roles look the same, and the first four differ in grey.
  @Test func looksDiffer() {
    let palette = RolePalette(roles: (1...30).map { "R\($0)" })
    let looks = palette.roles.map { palette.look(of: $0) }
    #expect(Set(looks).count == 30)
    #expect(looks.prefix(8).map(\.name) == (0..<8).map { "role-\($0)" })
    let greys = looks.prefix(4).map { grey($0.colour) }.sorted()
    #expect(zip(greys, greys.dropFirst()).allSatisfy { $1 - $0 > 15 }, "\(greys)")
  }

  /// Luma of ITU-R BT.601, 0 to 255.
  private func grey(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map(Double.init)
    return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]
  }
}
