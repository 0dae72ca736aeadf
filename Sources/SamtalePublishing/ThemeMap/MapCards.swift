import Samtale

/// A theme with everything listed below it, a code group with its codes, or a code on its own.
struct MapCard {
  /// One thing that gets a box.
  struct Item {
    var node: ThemeMap.Node
    var depth: Int
    /// What stands in the box.
    var text: String
    /// What kind of thing it is, in small type below; codes have none.
    var caption: String?
  }

  var items: [Item]

  /// Stands after a code that has several boxes.
  static let sharedSign = "\u{A0}*"

  /// The cards of a map, in the order of its nodes.
  static func cards(_ map: ThemeMap) -> [MapCard] {
    var maker = CardMaker(map)
    return maker.cards()
  }
}

extension Theme.Status {
  /// In words, for drawings and tables.
  var shown: String { rawValue }
}

private struct CardMaker {
  let map: ThemeMap
  let children: [Identifier: [Identifier]]
  let byID: [Identifier: ThemeMap.Node]
  /// In how many boxes each code stands.
  let uses: [Identifier: Int]
  private var placed: Set<Identifier> = []

  init(_ map: ThemeMap) {
    self.map = map
    byID = Dictionary(map.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [Identifier: [Identifier]] = [:]
    // Codes first, then subthemes.
    for relation in [ThemeMap.Edge.Relation.themeCode, .groupCode, .subtheme] {
      for edge in map.edges where edge.relation == relation {
        children[edge.from, default: []].append(edge.to)
      }
    }
    self.children = children
    let codes = map.edges.filter { $0.relation == .themeCode || $0.relation == .groupCode }
    uses = codes.reduce(into: [:]) { $0[$1.to, default: 0] += 1 }
  }

  mutating func cards() -> [MapCard] {
    let below = Set(map.edges.filter { $0.relation == .subtheme }.map(\.to))
    let heads = map.nodes.filter { $0.kind != .code && !below.contains($0.id) }
    // What is left is a code that only a line names, or a ring of subthemes made by hand.
    return (heads + map.nodes).compactMap { card($0) }
  }

  private mutating func card(_ node: ThemeMap.Node) -> MapCard? {
    guard !placed.contains(node.id) else { return nil }
    return MapCard(items: items(node, depth: 0))
  }

  private mutating func items(_ node: ThemeMap.Node, depth: Int) -> [MapCard.Item] {
    placed.insert(node.id)
    let own = MapCard.Item(
      node: node, depth: min(depth, 3), text: text(node), caption: caption(node, depth))
    return (children[node.id] ?? []).reduce(into: [own]) { all, id in
      guard let child = byID[id], child.kind == .code || !placed.contains(id) else { return }
      all += items(child, depth: depth + 1)
    }
  }

  private func text(_ node: ThemeMap.Node) -> String {
    let name = node.name.asLabel
    let shown = name.isEmpty ? "(no name)" : name
    return uses[node.id] ?? 0 > 1 ? shown + MapCard.sharedSign : shown
  }

  private func caption(_ node: ThemeMap.Node, _ depth: Int) -> String? {
    switch node.kind {
    case .theme(let status): "\(status.shown) \(depth == 0 ? "theme" : "subtheme")"
    case .group: "code group"
    case .code: nil
    }
  }
}

extension String {
  /// The text without control characters, runs of white space as one space.
  var asLabel: String {
    let spaced = replacingScalars { scalar in
      scalar.properties.isWhitespace ? " " : scalar.isDrawable ? nil : ""
    }
    return spaced.split(separator: " ").joined(separator: " ")
  }

  /// The text with the signs of XML written out and without what XML 1.0 does not allow.
  var xmlEscaped: String {
    replacingScalars { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: scalar.isDrawable ? nil : ""
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is neither a control character, nor one that turns the direction of what follows,
  /// nor a code point that XML does not allow.
  fileprivate var isDrawable: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
