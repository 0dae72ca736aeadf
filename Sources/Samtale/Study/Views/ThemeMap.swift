/// The thematic map of a study: themes, what they are built from, and how they stand to each other.
///
/// A map has no sizes and no counts: how often something was said does not make a theme larger.
public struct ThemeMap: Hashable, Sendable {
  /// What is drawn.
  public struct Options: Hashable, Sendable {
    /// Themes of these statuses.
    public var statuses: Set<Theme.Status>
    public var withCodes: Bool
    public var withGroups: Bool

    public init(
      statuses: Set<Theme.Status> = [.candidate, .developed, .final], withCodes: Bool = true,
      withGroups: Bool = true
    ) {
      self.statuses = statuses
      self.withCodes = withCodes
      self.withGroups = withGroups
    }
  }

  /// A theme, a code or a code group.
  public struct Node: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case theme(Theme.Status)
      case code
      case group
    }

    public var id: Identifier
    public var kind: Kind
    public var name: String

    public init(id: Identifier, kind: Kind, name: String) {
      self.id = id
      self.kind = kind
      self.name = name
    }
  }

  /// A relation of two nodes.
  public struct Edge: Hashable, Sendable {
    public enum Relation: String, Sendable, CaseIterable {
      /// From an overarching theme to its subtheme.
      case subtheme
      /// From a theme to a code it is built from.
      case themeCode
      /// From a code group to a code in it.
      case groupCode
      /// Between two themes: where one ends and the other begins.
      case boundary
      /// A line that a researcher drew.
      case map
    }

    public var relation: Relation
    public var from: Identifier
    public var to: Identifier
    /// What the researchers wrote on it: notes of a boundary, labels of a line.
    public var labels: [String]

    public init(_ relation: Relation, _ from: Identifier, _ to: Identifier, labels: [String] = []) {
      self.relation = relation
      self.from = from
      self.to = to
      self.labels = labels
    }
  }

  public var title: String
  /// Themes, then code groups, then codes; each in the order that the researchers gave, else in
  /// which they were made.
  public var nodes: [Node]
  public var edges: [Edge]

  public init(title: String, nodes: [Node], edges: [Edge]) {
    self.title = title
    self.nodes = nodes
    self.edges = edges
  }

  /// The map of a study. A merged code is drawn as the code that took it over; retired codes only
  /// where a theme is still built from them.
  public init(_ study: Study, options: Options = Options()) {
    self = ThemeMapMaker(study: study, options: options).map
  }
}

/// Gathers nodes and edges.
private struct ThemeMapMaker {
  let study: Study
  let options: ThemeMap.Options
  let themes: [Theme]
  let shown: Set<Identifier>
  private let labels: StudyLabels

  init(study: Study, options: ThemeMap.Options) {
    self.study = study
    self.options = options
    themes = study.themesInOrder.filter { options.statuses.contains($0.status) }
    shown = Set(themes.map(\.id))
    labels = StudyLabels(study)
  }

  var map: ThemeMap {
    let built = options.withCodes ? themeCodes : []
    let core = shown.union(built.map(\.to))
    let lines = lines.filter { core.contains($0.from) || core.contains($0.to) }
    let drawn = core.union(lines.flatMap { [$0.from, $0.to] })
    let codes = drawn.filter { study.record($0)?.kind == .code }.sorted()
    let members = groupCodes(among: codes, drawn)
    let groups = drawn.filter { study.record($0)?.kind == .group }.union(members.map(\.from))
    return ThemeMap(
      title: study.profile?.title ?? "",
      nodes: themes.map { .init(id: $0.id, kind: .theme($0.status), name: $0.name) }
        + groups.sorted().map { .init(id: $0, kind: .group, name: labels.group($0).name) }
        + codes.map { .init(id: $0, kind: .code, name: labels.code($0).name) },
      edges: subthemes + built + members + joined(boundaries) + joined(lines))
  }

  private var subthemes: [ThemeMap.Edge] {
    themes.compactMap { theme in
      guard let parent = theme.parent, shown.contains(parent) else { return nil }
      return ThemeMap.Edge(.subtheme, parent, theme.id)
    }
  }

  /// By theme, then in the order in which codes were put under it.
  private var themeCodes: [ThemeMap.Edge] {
    let links = study.links(.themeCode)
    return themes.flatMap { theme in
      links.filter { $0.from == theme.id }.compactMap(\.to).map { study.heir(of: $0) }.once()
        .map { ThemeMap.Edge(.themeCode, theme.id, $0) }
    }
  }

  /// Codes that are drawn anyway, in the groups that hold them.
  private func groupCodes(
    among codes: [Identifier], _ drawn: Set<Identifier>
  ) -> [ThemeMap.Edge] {
    guard options.withGroups, options.withCodes else { return [] }
    return study.links(.codeInGroup).compactMap { link -> ThemeMap.Edge? in
      guard let code = link.from.map({ study.heir(of: $0) }), let group = link.to,
        drawn.contains(code)
      else { return nil }
      return ThemeMap.Edge(.groupCode, group, code)
    }
    .once()
  }

  private var boundaries: [ThemeMap.Edge] {
    study.links(.boundary).compactMap { edge($0, .boundary) }
  }

  private var lines: [ThemeMap.Edge] {
    study.links(.map).compactMap { edge($0, .map) }
  }

  /// A link between things that may be drawn.
  private func edge(_ link: Link, _ relation: ThemeMap.Edge.Relation) -> ThemeMap.Edge? {
    guard let from = link.from.map(end), let to = link.to.map(end), from != to,
      mayBeDrawn(from), mayBeDrawn(to)
    else { return nil }
    return ThemeMap.Edge(relation, from, to, labels: [link.note].compactMap { $0 })
  }

  private func end(_ id: Identifier) -> Identifier {
    study.record(id)?.kind == .code ? study.heir(of: id) : id
  }

  private func mayBeDrawn(_ id: Identifier) -> Bool {
    switch study.record(id)?.kind {
    case .theme: shown.contains(id)
    case .code: options.withCodes
    case .group: options.withGroups
    default: false
    }
  }

  /// Lines between the same two nodes as one, with what each researcher wrote.
  private func joined(_ edges: [ThemeMap.Edge]) -> [ThemeMap.Edge] {
    var joined: [ThemeMap.Edge] = []
    for edge in edges {
      let ends = Set([edge.from, edge.to])
      if let index = joined.firstIndex(where: { Set([$0.from, $0.to]) == ends }) {
        joined[index].labels = (joined[index].labels + edge.labels).once()
      } else {
        joined.append(edge)
      }
    }
    return joined
  }
}

extension Study {
  /// Themes by the order that the researchers gave, then as they were made; subthemes follow the
  /// theme they belong to.
  public var themesInOrder: [Theme] {
    let all = self.all(Theme.self)
    let sorted = all.sorted { a, b in
      let (first, second) = (a.order ?? .max, b.order ?? .max)
      return first != second ? first < second : a.id < b.id
    }
    let ids = Set(all.map(\.id))
    return sorted.filter { $0.parent.map { !ids.contains($0) } ?? true }.flatMap { theme in
      [theme] + sorted.filter { $0.parent == theme.id }
    }
  }
}

extension Theme {
  /// Where the theme stands among others; a wish of the researchers, no rank.
  public var order: Int? {
    get { fields["order"]?.number }
    set { set("order", newValue.map(Value.number) ?? .null) }
  }
}
