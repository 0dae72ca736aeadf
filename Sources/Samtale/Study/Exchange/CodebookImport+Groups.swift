// Groups, themes, and the relations of codes to them.
extension CodebookImport {
  mutating func readGroup(
    _ i: Int, _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    let entry = codebook.groups[i]
    var known = try editor.state.object(CodeGroup.self, entry.id)?.id
    if known == nil, entry.id == nil || entry.isDerived {
      known = try editor.state.all(CodeGroup.self).first { $0.title == entry.title }?.id
    }
    let id = known ?? entry.id ?? editor.newIdentifier()
    let isKnown = known != nil
    let isLeft = isKnown && entry.isDerived
    let before = editor.events.count
    let isDone = try report.attempt("the code group “\(entry.title)”") {
      if isLeft { return }
      if !isKnown { try editor.create(CodeGroup(id: id, title: entry.title)) }
      try editor.change(CodeGroup.self, id, .describe) { group in
        if !ExchangeText.same(group.title, entry.title) { group.title = entry.title }
        if let text = entry.summary, !ExchangeText.same(group.summary, text) {
          group.summary = text
        }
        if let order = entry.order { group.fields["order"] = .number(order) }
      }
    }
    guard isDone else { return }
    groups[i] = id
    report.count(.group, isNew: !isKnown, isChanged: editor.events.count > before)
    for (p, part) in entry.subgroups.enumerated() {
      parts[i][p] = try readPart(part, id, &editor, &report)
    }
  }

  private func readPart(
    _ part: Codebook.Part, _ group: Identifier, _ editor: inout Editor,
    _ report: inout ImportReport
  ) throws -> Identifier? {
    let known =
      try editor.state.object(Subgroup.self, part.id)
      ?? editor.state.all(Subgroup.self).first {
        part.id == nil && $0.group == group && $0.title == part.title
      }
    let id = known?.id ?? part.id ?? editor.newIdentifier()
    let before = editor.events.count
    let isDone = try report.attempt("the subgroup “\(part.title)”") {
      if known == nil {
        var subgroup = Subgroup(id: id, group: group, title: part.title)
        if let order = part.order { subgroup.fields["order"] = .number(order) }
        try editor.create(subgroup)
      } else {
        try editor.change(Subgroup.self, id) {
          if !ExchangeText.same($0.title, part.title) { $0.title = part.title }
        }
      }
    }
    guard isDone else { return nil }
    report.count(.subgroup, isNew: known == nil, isChanged: editor.events.count > before)
    return id
  }

  // MARK: Themes

  mutating func readThemes(_ editor: inout Editor, _ report: inout ImportReport) throws {
    let order =
      codebook.themes.indices.filter { codebook.themes[$0].parent == nil }
      + codebook.themes.indices.filter { codebook.themes[$0].parent != nil }
    for i in order { try readTheme(i, &editor, &report) }
  }

  private mutating func readTheme(
    _ i: Int, _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    let entry = codebook.themes[i]
    let parent = entry.parent.flatMap { themes[$0] }
    var known = try editor.state.object(Theme.self, entry.id)
    if known == nil, entry.id == nil || entry.isDerived {
      known = try editor.state.all(Theme.self).first { $0.name == entry.name }
    }
    let id = known?.id ?? entry.id ?? editor.newIdentifier()
    let before = editor.events.count
    let isDone = try report.attempt("the theme “\(entry.name)”") {
      if known == nil {
        var theme = Theme(id: id, name: entry.name)
        Self.describe(&theme, entry)
        theme.parent = parent
        try editor.create(theme)
      } else if !entry.isDerived {
        try editor.change(Theme.self, id, .develop) {
          if !ExchangeText.same($0.name, entry.name) { $0.name = entry.name }
          Self.describe(&$0, entry)
          $0.parent = parent ?? $0.parent
        }
      }
    }
    guard isDone else { return }
    themes[i] = id
    if known == nil, entry.parent != nil, parent == nil {
      report.noteTop("the theme “\(entry.name)”")
    }
    report.count(.theme, isNew: known == nil, isChanged: editor.events.count > before)
  }

  private static func describe(_ theme: inout Theme, _ entry: Codebook.Theme) {
    func newer(_ old: String?, _ new: String?) -> String? {
      guard let new, !ExchangeText.same(old, new) else { return old }
      return new
    }
    theme.concept = newer(theme.concept, entry.concept)
    theme.includes = newer(theme.includes, entry.includes)
    theme.excludes = newer(theme.excludes, entry.excludes)
    theme.question = newer(theme.question, entry.question)
    if !entry.roles.isEmpty { theme.roles = entry.roles }
    if let order = entry.order { theme.fields["order"] = .number(order) }
    theme.status = entry.status ?? theme.status
  }

  // MARK: Relations

  func readLinks(_ editor: inout Editor, _ report: inout ImportReport) throws {
    var wanted: [LinkEnds] = []
    for (i, group) in codebook.groups.enumerated() {
      wanted += group.codes.map { LinkEnds(.codeInGroup, codes[$0], groups[i]) }
    }
    for (i, theme) in codebook.themes.enumerated() {
      wanted += theme.codes.map { LinkEnds(.themeCode, themes[i], codes[$0]) }
    }
    guard !wanted.isEmpty else { return }
    var known = Set(
      try editor.state.all(Link.self).compactMap { link in
        link.relation.map { LinkEnds($0, link.from, link.to) }
      })
    for ends in wanted {
      guard let from = ends.from, let to = ends.to else { continue }
      guard known.insert(ends).inserted else {
        report.count(.link)
        continue
      }
      let id = Identifier(deriving: [ends.relation.rawValue, from.description, to.description])
      guard try editor.state.record(id) == nil else { continue }
      let link = Link(id: id, ends.relation, from: from, to: to)
      try report.attempt("a relation (\(ends.relation.rawValue))") { try editor.create(link) }
      report.count(.link, isNew: true)
    }
  }
}

/// What makes two relations the same.
struct LinkEnds: Hashable {
  var relation: Link.Relation
  var from: Identifier?
  var to: Identifier?

  init(_ relation: Link.Relation, _ from: Identifier?, _ to: Identifier?) {
    self.relation = relation
    self.from = from
    self.to = to
  }
}

extension ImportReport {
  mutating func noteTop(_ name: String) {
    note(
      .warning, .notImported,
      "\(name): what it lies under could not be made before it; it is at the top",
      do: "move it by hand")
  }

  mutating func count(_ kind: ObjectKind, isNew: Bool = false, isChanged: Bool = false) {
    if isNew {
      created[kind, default: 0] += 1
    } else if isChanged {
      changed[kind, default: 0] += 1
    } else {
      unchanged[kind, default: 0] += 1
    }
  }
}
