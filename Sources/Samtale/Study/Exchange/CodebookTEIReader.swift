extension Codebook {
  /// Reads a TEI taxonomy.
  ///
  /// Categories that ``taxonomy`` wrote become what they were. In others' taxonomies `@n` decides:
  /// `theme` and `subtheme` become themes, built from the codes below them; `group` and
  /// `meaningUnitGroup` become code groups of the codes below them; everything else becomes codes.
  /// Their first description is the name, further ones the definition. They get identifiers made
  /// from their `xml:id` and the names above, so that reading twice gives the same.
  public init(_ taxonomy: Taxonomy) {
    var reader = CodebookTaxonomyReader()
    reader.read(taxonomy)
    self = reader.codebook
  }
}

/// What a category of a TEI file became.
package enum CodebookPlace: Hashable, Sendable {
  case code(Int)
  case group(Int)
  case subgroup(group: Int, part: Int)
  case theme(Int)
}

/// Makes a codebook of taxonomies; categories of the same name in several files are one.
struct CodebookTaxonomyReader {
  private(set) var codebook = Codebook()
  /// What each category became, by `xml:id` for ours, by `xml:id` and path for others'.
  private var known: [[String]: CodebookPlace] = [:]
  /// Codes by identifier; the first where several have the same.
  private var codes: [Identifier: Int] = [:]
  /// The codes that themes and groups have.
  private var members: [CodebookPlace: Set<Int>] = [:]
  /// References that wait until all categories are read.
  private var waiting: [(place: CodebookPlace, kind: String, pointers: [String])] = []

  /// Where a category stands.
  private struct Above {
    var code: Int?
    var theme: Int?
    var group: Int?
    var names: [String] = []
  }

  /// Reads a taxonomy.
  /// - Returns: What its categories became, by `xml:id`.
  @discardableResult
  mutating func read(_ taxonomy: Taxonomy) -> [String: CodebookPlace] {
    var places: [String: CodebookPlace] = [:]
    for category in taxonomy.categories { read(category, Above(), &places) }
    for reference in waiting { relate(reference, places) }
    waiting = []
    return places
  }

  /// A code that stands for a theme which somebody applied like a code.
  mutating func code(forTheme i: Int) -> Int {
    let theme = codebook.themes[i]
    let id = Identifier(deriving: ["codeOfTheme", theme.id?.description ?? theme.name])
    let code = code(theme.name, id)
    add(code, to: .theme(i))
    return code
  }

  /// A code that nobody declared.
  mutating func code(named name: String) -> Int {
    if let id = ExchangeName.code.identifier(name) { return code(name, id) }
    return code(name, Identifier(deriving: ["undeclared", name]))
  }

  private mutating func code(_ name: String, _ id: Identifier) -> Int {
    if let known = codes[id] { return known }
    var entry = Codebook.Entry(name, id: id)
    entry.isDerived = true
    return append(entry, id)
  }

  private mutating func append(_ entry: Codebook.Entry, _ id: Identifier) -> Int {
    let index = codebook.codes.count
    codebook.codes.append(entry)
    if codes[id] == nil { codes[id] = index }
    return index
  }

  private mutating func read(
    _ category: Taxonomy.Category, _ above: Above, _ places: inout [String: CodebookPlace]
  ) {
    var above = above
    let texts = CategoryTexts(category)
    let key = Self.isOurs(category) ? [category.id] : [category.id] + above.names + [texts.name]
    let place = known[key] ?? make(category, texts, above)
    known[key] = place
    if places[category.id] == nil { places[category.id] = place }
    for kind in ["mergedInto", "splitFrom", "codes"] {
      if let list = texts[kind] { waiting.append((place, kind, list.pointers)) }
    }
    above.names.append(texts.name)
    switch place {
    case .code(let i):
      above.code = i
      if let theme = above.theme { add(i, to: .theme(theme)) }
      if let group = above.group { add(i, to: .group(group)) }
    case .theme(let i): above.theme = i
    case .group(let i): above.group = i
    case .subgroup: break
    }
    for child in category.categories { read(child, above, &places) }
  }

  /// Puts a code under a theme or into a group, once.
  private mutating func add(_ code: Int, to place: CodebookPlace) {
    guard members[place, default: []].insert(code).inserted else { return }
    switch place {
    case .theme(let i): codebook.themes[i].codes.append(code)
    case .group(let i): codebook.groups[i].codes.append(code)
    case .code, .subgroup: break
    }
  }

  private static func isOurs(_ category: Taxonomy.Category) -> Bool {
    [ExchangeName.code, .group, .subgroup, .theme].contains { $0.identifier(category.id) != nil }
  }

  // MARK: Entries

  private mutating func make(
    _ category: Taxonomy.Category, _ texts: CategoryTexts, _ above: Above
  ) -> CodebookPlace {
    switch category.level?.lowercased() {
    case "theme", "subtheme", "maintheme": makeTheme(category, texts, above)
    case "group", "meaningunitgroup", "codegroup": makeGroup(category, texts, above)
    case "subgroup":
      if let group = above.group {
        makePart(category, texts, group)
      } else {
        makeCode(category, texts, above)
      }
    default: makeCode(category, texts, above)
    }
  }

  /// The identifier of a category: ours, else made from names.
  private func identity(
    _ name: ExchangeName, _ category: Taxonomy.Category, _ texts: CategoryTexts, _ above: Above
  ) -> (id: Identifier, isDerived: Bool) {
    if let id = name.identifier(category.id) { return (id, false) }
    let parts = ["category", name.rawValue, category.id] + above.names + [texts.name]
    return (Identifier(deriving: parts), true)
  }

  private mutating func makeCode(
    _ category: Taxonomy.Category, _ texts: CategoryTexts, _ above: Above
  ) -> CodebookPlace {
    var code = Codebook.Entry(texts.name, parent: above.code)
    let identity = identity(.code, category, texts, above)
    code.id = identity.id
    code.isDerived = identity.isDerived
    code.definition = texts["definition"]
    code.colour = texts["colour"].flatMap { Code.isColour($0) ? $0 : nil }
    code.level = texts["level"].flatMap(Code.Level.init)
    code.origin = texts["origin"].flatMap(Code.Origin.init)
    code.status = texts["status"].flatMap(Code.Status.init)
    return .code(append(code, identity.id))
  }

  private mutating func makeGroup(
    _ category: Taxonomy.Category, _ texts: CategoryTexts, _ above: Above
  ) -> CodebookPlace {
    var group = Codebook.Group(texts.name)
    let identity = identity(.group, category, texts, above)
    group.id = identity.id
    group.isDerived = identity.isDerived
    group.summary = texts["summary"] ?? texts["definition"]
    group.order = texts["order"].flatMap { Int($0) }
    codebook.groups.append(group)
    return .group(codebook.groups.count - 1)
  }

  private mutating func makePart(
    _ category: Taxonomy.Category, _ texts: CategoryTexts, _ group: Int
  ) -> CodebookPlace {
    let above = Above(names: [codebook.groups[group].title])
    let identity = identity(.subgroup, category, texts, above)
    codebook.groups[group].subgroups.append(
      Codebook.Part(texts.name, id: identity.id, order: texts["order"].flatMap { Int($0) }))
    return .subgroup(group: group, part: codebook.groups[group].subgroups.count - 1)
  }

  private mutating func makeTheme(
    _ category: Taxonomy.Category, _ texts: CategoryTexts, _ above: Above
  ) -> CodebookPlace {
    var theme = Codebook.Theme(texts.name)
    let identity = identity(.theme, category, texts, above)
    theme.id = identity.id
    theme.isDerived = identity.isDerived
    // Themes have one level of subthemes; deeper ones of others come to the second.
    theme.parent = above.theme.map { codebook.themes[$0].parent ?? $0 }
    theme.status = texts["status"].flatMap(Theme.Status.init)
    theme.concept = texts["concept"]
    theme.includes = texts["includes"] ?? texts["definition"]
    theme.excludes = texts["excludes"]
    theme.question = texts["question"]
    theme.roles = CodebookPath.titles(in: texts["roles"] ?? "")
    theme.order = texts["order"].flatMap { Int($0) }
    codebook.themes.append(theme)
    return .theme(codebook.themes.count - 1)
  }

  private mutating func relate(
    _ reference: (place: CodebookPlace, kind: String, pointers: [String]),
    _ places: [String: CodebookPlace]
  ) {
    for pointer in reference.pointers {
      guard case .code(let target)? = places[pointer] else { continue }
      switch (reference.place, reference.kind) {
      case (.code(let i), "mergedInto"): codebook.codes[i].mergedInto = target
      case (.code(let i), "splitFrom"): codebook.codes[i].splitFrom = target
      case (.group, "codes"), (.theme, "codes"): add(target, to: reference.place)
      default: break
      }
    }
  }
}

/// The descriptions of a category by what they hold.
private struct CategoryTexts {
  let name: String
  private var texts: [String: String] = [:]

  init(_ category: Taxonomy.Category) {
    let plain = category.descriptions.filter { $0.kind == nil }
    let first = (plain.first ?? category.descriptions.first)?.text ?? ""
    name = ExchangeText.read(first.isEmpty ? category.id : first)
    for description in category.descriptions {
      guard let kind = description.kind else { continue }
      texts[kind] = texts[kind] ?? ExchangeText.read(description.text)
    }
    let further = plain.dropFirst().map(\.text).filter { !$0.isEmpty }
    if texts["definition"] == nil, !further.isEmpty {
      texts["definition"] = ExchangeText.read(further.joined(separator: "\u{2028}"))
    }
  }

  subscript(kind: String) -> String? { texts[kind].flatMap { $0.isEmpty ? nil : $0 } }
}
