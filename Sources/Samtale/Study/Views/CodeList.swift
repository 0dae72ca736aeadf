/// The codes of a study as a tree.
public struct CodeList: Sendable {
  /// One code.
  public struct Row: Hashable, Sendable {
    public var code: Code
    /// How many codes lie above it.
    public var depth: Int
    /// Codings that count for it: its own, and those of codes that were merged into it. What is
    /// coded in withdrawn transcripts does not count.
    public var codings: Int
    /// How many of these were made under codes that were merged into it.
    public var taken: Int
    public var coders: [NamedObject]
    public var groups: [NamedObject]
    /// Themes that are built from it, discarded ones left out.
    public var themes: [NamedObject]
    /// Where its codings count, if it was merged.
    public var heir: NamedObject?
  }

  /// Codes in the order in which they were made, each followed by those below it.
  public let rows: [Row]

  public init(_ study: Study) {
    let codes = study.all(Code.self)
    let maker = CodeListMaker(study, codes)
    var rows: [Row] = []
    let children = Dictionary(grouping: codes) { $0.parent }
    func add(_ code: Code, depth: Int) {
      rows.append(maker.row(code, depth: depth))
      for child in children[code.id] ?? [] { add(child, depth: depth + 1) }
    }
    for code in children[nil] ?? [] { add(code, depth: 0) }
    self.rows = rows
  }
}

private struct CodeListMaker {
  let study: Study
  let labels: StudyLabels
  /// Codings by the code that counts.
  let codings: [Identifier: [Coding]]
  let groups: [Identifier: [Identifier]]
  let themes: [Identifier: [Identifier]]

  init(_ study: Study, _ codes: [Code]) {
    self.study = study
    labels = StudyLabels(study)
    let heirs = Dictionary(
      codes.map { ($0.id, study.heir(of: $0.id)) }, uniquingKeysWith: { first, _ in first })
    let heir = { (id: Identifier?) in id.flatMap { heirs[$0] } }
    codings = Dictionary(
      grouping: study.all(Coding.self).filter {
        heir($0.code) != nil && !study.isWithdrawn($0.anchor)
      }
    ) { heir($0.code) ?? $0.id }
    var groups: [Identifier: [Identifier]] = [:]
    for link in study.links(.codeInGroup) {
      if let code = heir(link.from), let group = link.to { groups[code, default: []].append(group) }
    }
    var themes: [Identifier: [Identifier]] = [:]
    for link in study.links(.themeCode) {
      guard let code = heir(link.to), let theme = link.from,
        study.object(Theme.self, theme)?.status != .discarded
      else { continue }
      themes[code, default: []].append(theme)
    }
    self.groups = groups
    self.themes = themes
  }

  func row(_ code: Code, depth: Int) -> CodeList.Row {
    let own = codings[code.id] ?? []
    return CodeList.Row(
      code: code, depth: depth, codings: own.count, taken: own.count { $0.code != code.id },
      coders: labels.researchers(own.compactMap(\.coder)),
      groups: (groups[code.id] ?? []).once().map(labels.group),
      themes: (themes[code.id] ?? []).once().map(labels.theme),
      heir: code.mergedInto.map { _ in labels.code(study.heir(of: code.id)) })
  }
}
