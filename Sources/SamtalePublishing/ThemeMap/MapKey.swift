import Samtale

/// What stands below a map: the key, and what is written on its lines.
struct MapKey {
  /// A sample with its words.
  struct Sample {
    enum Shape {
      case box(MapStyle)
      case line(MapStyle)
      case none
    }

    var shape: Shape
    var text: String
    var x: Double
    var y: Double
  }

  /// A line of text.
  struct Note {
    var text: String
    var x: Double
    var y: Double
  }

  static let row = 12.0
  static let sampleWidth = 15.0

  private(set) var samples: [Sample] = []
  private(set) var notes: [Note] = []
  private(set) var bottom: Double

  init(_ map: ThemeMap, _ layout: MapLayout) {
    bottom = layout.bottom + 10
    addSamples(map, layout)
    addNotes(map, layout)
  }

  private mutating func addSamples(_ map: ThemeMap, _ layout: MapLayout) {
    var x = MapLayout.margin
    for (shape, text) in Self.entries(map, layout) {
      let room = if case .none = shape { 0.0 } else { Self.sampleWidth + 3 }
      let width = room + TextWidth.of(text, MapFace.small)
      if x > MapLayout.margin, x + width > layout.width - MapLayout.margin {
        x = MapLayout.margin
        bottom += Self.row
      }
      samples.append(Sample(shape: shape, text: text, x: x, y: bottom))
      x += width + 10
    }
    bottom += samples.isEmpty ? 0 : Self.row
  }

  private static func entries(
    _ map: ThemeMap, _ layout: MapLayout
  ) -> [(Sample.Shape, String)] {
    let themes = Theme.Status.allCases.map { (ThemeMap.Node.Kind.theme($0), "\($0.shown) theme") }
    let kinds = (themes + [(.group, "code group"), (.code, "code")]).filter { kind, _ in
      map.nodes.contains { $0.kind == kind }
    }
    let relations = [(ThemeMap.Edge.Relation.boundary, "boundary"), (.map, "drawn line")].filter {
      relation, _ in layout.routes.contains { $0.edge.relation == relation }
    }
    let isShared = layout.boxes.contains { $0.item.text.hasSuffix(MapCard.sharedSign) }
    return kinds.map { (.box(.of($0.0)), $0.1) } + relations.map { (.line(.of($0.0)), $0.1) }
      + (isShared ? [(.none, "* stands in several places")] : [])
  }

  private mutating func addNotes(_ map: ThemeMap, _ layout: MapLayout) {
    let names = Dictionary(
      map.nodes.map { ($0.id, $0.name.asLabel) }, uniquingKeysWith: { first, _ in first })
    bottom += 2
    for route in layout.routes where route.number != nil || route.points.isEmpty {
      let number = route.number.map(String.init) ?? "·"
      notes.append(Note(text: number, x: MapLayout.margin, y: bottom))
      let indent = MapLayout.margin + max(10, layout.markRadius * 2)
      let room = layout.width - indent - MapLayout.margin
      for line in TextWidth.lines(Self.text(route, names), width: room, MapFace.small) {
        notes.append(Note(text: line, x: indent, y: bottom))
        bottom += 9
      }
      bottom += 1
    }
  }

  /// `boundary, X – Y: note`.
  static func text(_ route: MapLayout.Route, _ names: [Identifier: String]) -> String {
    let what = route.edge.relation == .boundary ? "Boundary" : "Line"
    let ends = [route.edge.from, route.edge.to].map { names[$0] ?? "" }.joined(separator: " – ")
    let labels = route.edge.labels.joined(separator: "; ")
    return "\(what), \(ends)" + (labels.isEmpty ? "" : ": \(labels)")
      + (route.points.isEmpty ? " (not drawn, for want of room)" : "")
  }
}
