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
  public var taxonomy: Taxonomy {
    var children: [Int?: [Int]] = [:]
    for (i, code) in codes.enumerated() { children[code.parent, default: []].append(i) }
    var below: [Int?: [Int]] = [:]
    for (i, theme) in themes.enumerated() { below[theme.parent, default: []].append(i) }
    let categories =
      (children[nil] ?? []).map { category(code: $0, children, 0) } + groups.map(category)
      + (below[nil] ?? []).map { category(theme: $0, below, 0) }
    return Taxonomy(id: Self.taxonomyID, categories: categories)
  }

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

  private func category(code i: Int, _ children: [Int?: [Int]], _ depth: Int)
    -> Taxonomy.Category
  {
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
      categories: depth > codes.count
        ? [] : (children[i] ?? []).map { category(code: $0, children, depth + 1) })
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

  private func category(theme i: Int, _ below: [Int?: [Int]], _ depth: Int) -> Taxonomy.Category {
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
      categories: depth > themes.count
        ? [] : (below[i] ?? []).map { category(theme: $0, below, depth + 1) })
  }
}
