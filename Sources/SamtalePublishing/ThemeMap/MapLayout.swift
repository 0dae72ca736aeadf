import Samtale

/// Where everything on a thematic map is drawn, in points.
///
/// Cards stand in columns, in their order, read downwards; lines run in the gutters between columns
/// and in a channel above them, each in a lane of its own, so that no line crosses a box.
struct MapLayout {
  typealias Rect = Drawing.Rect

  /// The box of a node; a shared code has several.
  struct Box {
    var item: MapCard.Item
    var rect: Rect
    var lines: [String]
    var column: Int
    /// The box that it hangs from.
    var above: Int?
  }

  /// A boundary or line of the map between two boxes.
  struct Route {
    var edge: ThemeMap.Edge
    /// The number at the line, if something is written on it.
    var number: Int?
    /// Corners, from box to box; empty if there was no room for the line.
    var points: [(x: Double, y: Double)]
    /// Where the number stands.
    var mark: (x: Double, y: Double)?
  }

  static let margin = 4.0
  static let leastColumn = 90.0
  /// What fits on a page of A4 above the key; a word is broken rather than that a map gets higher.
  static let goodHeight = 620.0

  let width: Double
  let boxes: [Box]
  let routes: [Route]
  /// Half the width of a number's circle.
  let markRadius: Double

  /// The bottom of boxes and lines.
  var bottom: Double { (boxes.map(\.rect.bottom).max() ?? 0) + Self.margin }

  init(_ map: ThemeMap, width: Double) {
    let cards = MapCard.cards(map)
    let most = max(1, min(width > 300 ? 3 : 2, cards.count))
    let lines = MapLines(map)
    self.width = width
    markRadius = lines.radius
    let fit = MapFit.best(cards, lines, width: width, most: most)
    (boxes, routes) = (fit.boxes, fit.routes)
  }
}

/// The boundaries and lines of a map with their numbers.
struct MapLines {
  var edges: [(edge: ThemeMap.Edge, number: Int?)] = []
  let radius: Double

  init(_ map: ThemeMap) {
    var number = 0
    for edge in map.edges where edge.relation == .boundary || edge.relation == .map {
      var edge = edge
      edge.labels = edge.labels.map(\.asLabel).filter { !$0.isEmpty }
      if !edge.labels.isEmpty { number += 1 }
      edges.append((edge, edge.labels.isEmpty ? nil : number))
    }
    radius = max(5, TextWidth.of(String(number), MapFace.small) / 2 + 1)
  }

  /// The distance of two lanes.
  var lane: Double { 2 * radius + 1 }

  /// How wide a gutter with so many lanes is.
  func gutter(_ lanes: Int) -> Double {
    lanes == 0 ? 14 : 2 * (radius + 4) + Double(lanes - 1) * lane
  }
}

/// The faces of a map. Nothing is smaller than 7 points.
enum MapFace {
  static let theme = TextWidth.Face(size: 8.5, isBold: true)
  static let group = TextWidth.Face(size: 8, isBold: true)
  static let code = TextWidth.Face(size: 7.5)
  static let small = TextWidth.Face(size: 7)

  static func of(_ kind: ThemeMap.Node.Kind) -> TextWidth.Face {
    switch kind {
    case .theme: theme
    case .group: group
    case .code: code
    }
  }
}

/// A layout with a number of columns: lanes and columns share the width, so it is tried with more
/// lanes until the lines fit.
struct MapFit {
  private(set) var boxes: [MapLayout.Box] = []
  private(set) var routes: [MapLayout.Route] = []

  /// As many columns as there can be without breaking words; if the map gets higher than a page,
  /// as many as there can be.
  static func best(
    _ cards: [MapCard], _ lines: MapLines, width: Double, most: Int
  ) -> MapFit {
    let counts = stride(from: most, to: 1, by: -1)
    let whole = counts.lazy.compactMap { columns in
      MapFit(cards, lines, width: width, columns: columns, mayBreak: false)
    }.first
    let fit = whole ?? MapFit(single: cards, lines, width: width)
    guard fit.height > MapLayout.goodHeight else { return fit }
    let broken = counts.lazy.compactMap { columns in
      MapFit(cards, lines, width: width, columns: columns, mayBreak: true)
    }.first
    return broken.map { $0.height < fit.height ? $0 : fit } ?? fit
  }

  private var height: Double { boxes.map(\.rect.bottom).max() ?? 0 }

  /// `nil` if a column gets too narrow, or a word has to be broken that may not be.
  private init?(
    _ cards: [MapCard], _ lines: MapLines, width: Double, columns: Int, mayBreak: Bool
  ) {
    var lanes = Array(repeating: 0, count: columns - 1)
    while true {
      let gutters = lanes.map(lines.gutter)
      let column = (width - 2 * MapLayout.margin - gutters.reduce(0, +)) / Double(columns)
      guard column >= MapLayout.leastColumn, mayBreak || Self.allFit(cards, column) else {
        return nil
      }
      let stack = MapStack(cards, columns: columns, width: column, gutters: gutters)
      let router = MapRouter(stack, lines, mostLanes: nil)
      let needed = zip(lanes, router.lanes).map { max($0, $1) }
      if needed == lanes {
        (boxes, routes) = (router.boxes, router.routes)
        return
      }
      lanes = needed
    }
  }

  /// One column, with lines at its right as far as there is room for them.
  private init(single cards: [MapCard], _ lines: MapLines, width: Double) {
    let room = width - 2 * MapLayout.margin - MapLayout.leastColumn
    var most = 0
    while lines.gutter(most + 1) <= room { most += 1 }
    var lanes = 0
    while true {
      let gutter = lanes == 0 && lines.edges.isEmpty ? 0 : lines.gutter(lanes)
      let column = width - 2 * MapLayout.margin - gutter
      let stack = MapStack(cards, columns: 1, width: column, gutters: [gutter])
      let router = MapRouter(stack, lines, mostLanes: most)
      let needed = max(lanes, min(most, router.lanes.first ?? 0))
      (boxes, routes) = (router.boxes, router.routes)
      if needed == lanes { return }
      lanes = needed
    }
  }

  private static func allFit(_ cards: [MapCard], _ column: Double) -> Bool {
    cards.allSatisfy { card in
      card.items.allSatisfy { item in
        TextWidth.fits(
          item.text, width: MapStack.textWidth(item, column), MapFace.of(item.node.kind))
      }
    }
  }
}
