import Samtale
import Testing

@testable import SamtalePublishing

@Suite struct MapLayoutTests {
  static let widths = Figure.Width.allCases

  /// Maps of up to 12 themes with up to 15 codes each, with names of all lengths.
  static func random(_ seed: UInt64) -> ThemeMap {
    var random = RandomGenerator(seed: seed)
    let words = [
      "å", "arbeid", "rehabiliteringssamarbeidsavtale", "NAV/helse", "WWWWWWWW", "i", "møte–møte",
      "会話会話会話", "Ærlighetskrav", "<b>&\"", "trygg", "Œuvre", "iiiiiiiiiiiiiiiiiiii", "👩‍👩‍👧",
    ]
    func name(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined(separator: " ")
    }
    var map = ThemeMap(title: "", nodes: [], edges: [])
    let themes = Int.random(in: 1...12, using: &random)
    let codes = Int.random(in: 0...15, using: &random)
    for index in 0..<themes {
      let status = Theme.Status.allCases[index % 4]
      map.nodes.append(.init(id: MapSamples.id(index + 1), kind: .theme(status), name: name(9)))
      if index > 0, Int.random(in: 0..<4, using: &random) == 0 {
        map.edges.append(.init(.subtheme, MapSamples.id(1), MapSamples.id(index + 1)))
      }
      for code in 0..<codes where Bool.random(using: &random) {
        map.edges.append(.init(.themeCode, MapSamples.id(index + 1), MapSamples.id(100 + code)))
      }
    }
    for code in 0..<codes {
      map.nodes.append(.init(id: MapSamples.id(100 + code), kind: .code, name: name(6)))
    }
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let ends = (0..<2).map { _ in map.nodes[Int.random(in: 0..<map.nodes.count, using: &random)] }
      guard ends[0].id != ends[1].id else { continue }
      map.edges.append(
        .init(
          Bool.random(using: &random) ? .boundary : .map, ends[0].id, ends[1].id,
          labels: Bool.random(using: &random) ? [name(8)] : []))
    }
    return map
  }

  @Test(arguments: 0..<120) func boxesAndLabelsNeverOverlap(seed: Int) {
    let map = Self.random(UInt64(seed))
    for width in Self.widths {
      let layout = MapLayout(map, width: width.points)
      for (index, box) in layout.boxes.enumerated() {
        let rect = box.rect
        #expect(rect.x >= MapLayout.margin - 0.01)
        #expect(rect.right <= layout.width - MapLayout.margin + 0.01)
        #expect(layout.boxes[(index + 1)...].allSatisfy { !$0.rect.overlaps(rect) })
        let face = MapFace.of(box.item.node.kind)
        #expect(box.lines.allSatisfy { TextWidth.of($0, face) <= rect.width - 2 * 4 + 0.01 })
        let caption = box.item.caption == nil ? 0 : MapStack.lineHeight(MapFace.small)
        let high = Double(box.lines.count) * MapStack.lineHeight(face) + caption
        #expect(high < rect.height)
      }
    }
  }

  @Test(arguments: 0..<120) func linesCrossNoBoxAndNumbersAreApart(seed: Int) {
    let map = Self.random(UInt64(seed))
    for width in Self.widths {
      let layout = MapLayout(map, width: width.points)
      // A line ends at the side of its box; a left side may be inset from the card's.
      for route in layout.routes {
        for (a, b) in zip(route.points, route.points.dropFirst()) {
          let line = MapLayout.Rect(
            x: min(a.x, b.x) + 0.01, y: min(a.y, b.y) + 0.01,
            width: max(0.001, abs(a.x - b.x) - 0.02), height: max(0.001, abs(a.y - b.y) - 0.02))
          #expect(layout.boxes.allSatisfy { !$0.rect.overlaps(line) })
        }
      }
      let marks = layout.routes.compactMap(\.mark)
      let size = 2 * layout.markRadius
      for (index, mark) in marks.enumerated() {
        let place = MapLayout.Rect(
          x: mark.x - size / 2, y: mark.y - size / 2, width: size, height: size)
        #expect(layout.boxes.allSatisfy { !$0.rect.overlaps(place) })
        for other in marks[(index + 1)...] {
          #expect(abs(other.x - mark.x) >= size || abs(other.y - mark.y) >= size)
        }
      }
    }
  }

  @Test(arguments: 0..<120) func theKeyStaysWithinTheWidth(seed: Int) {
    let map = Self.random(UInt64(seed))
    for width in Self.widths {
      let layout = MapLayout(map, width: width.points)
      let key = MapKey(map, layout)
      for note in key.notes {
        #expect(note.x + TextWidth.of(note.text, MapFace.small) <= width.points)
      }
      #expect(key.notes.allSatisfy { $0.y >= layout.bottom && $0.y + 7 <= key.bottom })
      // Whatever is written on a line is printed, drawn or not.
      #expect(layout.routes.count { $0.number != nil } == map.edges.count { !$0.labels.isEmpty })
    }
  }

  @Test func columnsAreBalancedInOrder() {
    #expect(MapStack.parts([3, 1, 1, 1], 2) == [0..<1, 1..<4])
    #expect(MapStack.parts([1, 1, 1, 1], 3) == [0..<1, 1..<2, 2..<4])
    #expect(MapStack.parts([5], 1) == [0..<1])
    #expect(MapStack.parts([], 1) == [])
  }

  @Test func textBreaksAtSpacesThenHyphensThenAnywhere() {
    let face = TextWidth.Face(size: 10)
    #expect(TextWidth.of("in", face) == 9.12)
    #expect(TextWidth.lines("søvn og ro", width: 40, face) == ["søvn og", "ro"])
    #expect(TextWidth.lines("NAV/helse", width: 40, face) == ["NAV/", "helse"])
    #expect(TextWidth.lines("mmmmm", width: 30, face) == ["mm-", "mm-", "m"])
  }
}
