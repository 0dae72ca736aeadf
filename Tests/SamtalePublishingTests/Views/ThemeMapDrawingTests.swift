import Foundation
import Samtale
import SamtalePublishing
import Testing

@Suite struct ThemeMapDrawingTests {
  /// A drawing that was looked at and found good; `Tests/Goldens`.
  private func golden(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).appending(path: "../../../Goldens").standardized
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test func smallStudyAsReviewed() throws {
    let study = try ViewedStudy().study
    let map = ThemeMap(study, options: .init(statuses: Set(Theme.Status.allCases)))
    #expect(map.dot == (try golden("theme-map.dot")))
    #expect(map.svg(width: .column) == (try golden("theme-map.svg")))
  }

  @Test func dangerousTextIsEscaped() {
    var map = ThemeMap(title: "a\u{0}<&>\"", nodes: [], edges: [])
    let name = "</text><script>&amp;\\N\"\u{1B}\u{202E}\n]]>"
    map.nodes = [.init(id: MapSamples.id(1), kind: .theme(.final), name: name)]
    let svg = map.svg()
    #expect(!svg.contains("<script"))
    #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" })
    #expect(svg.contains(">Thematic map: a&lt;&amp;&gt;&quot;</title>"))
    #expect(map.dot.contains(#"label="</text><script>&amp;amp;\\N\" ]]>\n(final theme)""#))
  }

  @Test func anEmptyMapIsADrawingToo() {
    let map = ThemeMap(title: "", nodes: [], edges: [])
    #expect(map.svg().contains(">Thematic map</title>"))
    #expect(map.svg().hasSuffix("</svg>\n"))
    #expect(map.dot.hasPrefix("graph \"\" {\n"))
  }

  @Test func noTypeBelowSevenPoints() {
    for width in Figure.Width.allCases {
      let sizes = MapSamples.large(12).svg(width: width).split(separator: "font-size=\"")
        .dropFirst()
        .compactMap { Double($0.prefix { $0 != "\"" }) }
      #expect(!sizes.isEmpty)
      #expect(sizes.allSatisfy { $0 >= 7 })
    }
  }

  @Test func theSameMapGivesTheSameBytes() {
    #expect(MapSamples.large(9).svg() == MapSamples.large(9).svg())
    #expect(MapSamples.large(9).dot == MapSamples.large(9).dot)
  }
}
