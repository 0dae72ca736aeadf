extension Codebook {
  /// The identifier of the taxonomy that holds a codebook in the profile.
  public static let taxonomyID = "codebook"

  /// The codebook as a TEI taxonomy: codes, groups and themes as categories, nested as they are.
  ///
  /// `@n` says what a category is (`code`, `group`, `subgroup`, `theme`), its first `catDesc` is the
  /// name; further ones say in `@n` what they hold (`definition`, `colour`, `level`, `origin`,
  /// `status`, `mergedInto`, `splitFrom`; `summary`, `order`, `codes`; `concept`, `includes`,
  /// `excludes`, `question`, `roles`). References are pointers (`#c-…`). Names of categories are a
  /// letter and the identifier; entries without an identifier get one made from their path.
  /// Line ends are written as U+2028, other white space is collapsed.
  ///
  /// Categories nest up to 100 levels; what lies deeper stands on the last of them, beside
  /// what it lay under. What lies below itself is left out.
  public var taxonomy: Taxonomy {
    let (codes, themes) = (codeLevels, themeLevels)
    let categories =
      codes.tops.map { category(code: $0, codes) } + groups.map(category)
      + themes.tops.map { category(theme: $0, themes) }
    return Taxonomy(id: Self.taxonomyID, categories: categories)
  }

  /// How many codes and themes lie deeper than ``taxonomy`` nests.
  var lifted: Int { codeLevels.lifted + themeLevels.lifted }

  private var codeLevels: CodebookLevels { CodebookLevels(codes.map(\.parent)) }
  private var themeLevels: CodebookLevels { CodebookLevels(themes.map(\.parent)) }

  private func name(_ i: Int) -> String {
    ExchangeName.code.name(codes[i].id ?? Identifier(deriving: ["code"] + path(of: i)))
  }

  private func pointers(_ indices: [Int]) -> String? {
    indices.isEmpty ? nil : indices.map { "#" + name($0) }.joined(separator: " ")
  }

  private static func descriptions(_ name: String, _ parts: [(String, String?)])
    -> [Taxonomy.Description]
  {
    [Taxonomy.Description(ExchangeText.written(name))]
      + parts.compactMap { kind, text in
        let text = ExchangeText.written(text ?? "")
        return text.isEmpty ? nil : Taxonomy.Description(text, kind: kind)
      }
  }

  private func category(code i: Int, _ levels: CodebookLevels) -> Taxonomy.Category {
    let code = codes[i]
    return Taxonomy.Category(
      id: name(i), level: "code",
      descriptions: Self.descriptions(
        code.name,
        [
          ("definition", code.definition), ("colour", code.colour),
          ("level", code.level?.rawValue), ("origin", code.origin?.rawValue),
          ("status", code.status?.rawValue),
          ("mergedInto", pointers(code.mergedInto.map { [$0] } ?? [])),
          ("splitFrom", pointers(code.splitFrom.map { [$0] } ?? [])),
        ]),
      categories: levels.below(i).map { category(code: $0, levels) })
  }

  private func category(_ group: Group) -> Taxonomy.Category {
    let id = group.id ?? Identifier(deriving: ["group", group.title])
    return Taxonomy.Category(
      id: ExchangeName.group.name(id), level: "group",
      descriptions: Self.descriptions(
        group.title,
        [
          ("summary", group.summary), ("order", group.order.map(String.init)),
          ("codes", pointers(group.codes)),
        ]),
      categories: group.subgroups.map { part in
        Taxonomy.Category(
          id: ExchangeName.subgroup.name(
            part.id ?? Identifier(deriving: ["subgroup", group.title, part.title])),
          level: "subgroup",
          descriptions: Self.descriptions(part.title, [("order", part.order.map(String.init))]))
      })
  }

  private func category(theme i: Int, _ levels: CodebookLevels) -> Taxonomy.Category {
    let theme = themes[i]
    let roles = theme.roles.map { CodebookPath.titles([$0]) }.joined(separator: "; ")
    return Taxonomy.Category(
      id: ExchangeName.theme.name(theme.id ?? Identifier(deriving: ["theme", theme.name])),
      level: "theme",
      descriptions: Self.descriptions(
        theme.name,
        [
          ("status", theme.status?.rawValue), ("concept", theme.concept),
          ("includes", theme.includes), ("excludes", theme.excludes),
          ("question", theme.question), ("roles", roles),
          ("order", theme.order.map(String.init)), ("codes", pointers(theme.codes)),
        ]),
      categories: levels.below(i).map { category(theme: $0, levels) })
  }
}

/// What lies under what, at most ``deepest`` levels.
struct CodebookLevels {
  /// Far more than people use, and few enough for programs that go down level by level.
  static let deepest = 100

  private(set) var tops: [Int] = []
  /// How many lie deeper, and stand on the last level instead.
  private(set) var lifted = 0
  private var children: [Int: [Int]] = [:]

  /// - Parameter parents: For each entry the one above it.
  init(_ parents: [Int?]) {
    var given: [Int: [Int]] = [:]
    for (i, parent) in parents.enumerated() {
      if let parent { given[parent, default: []].append(i) } else { tops.append(i) }
    }
    /// The entry, the one under which it stands, and its level.
    var waiting = tops.reversed().map { (entry: $0, above: Int?.none, level: 1) }
    while let (entry, above, level) = waiting.popLast() {
      if let above { children[above, default: []].append(entry) }
      let isLast = level == Self.deepest
      let below = given[entry] ?? []
      waiting += below.reversed().map {
        isLast ? ($0, above, level) : ($0, entry, level + 1)
      }
      if isLast { lifted += below.count }
    }
  }

  func below(_ entry: Int) -> [Int] { children[entry] ?? [] }
}
