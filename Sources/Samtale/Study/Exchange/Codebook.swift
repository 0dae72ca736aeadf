/// Codes, groups and themes as a value of their own: what is exchanged with other programs.
///
/// Entries name each other by their index, so a codebook without identifiers holds together too.
/// Where something is not stated (`nil`), reading a codebook into a study leaves it as it is.
public struct Codebook: Hashable, Sendable {
  public var codes: [Entry]
  public var groups: [Group]
  public var themes: [Theme]
  /// Whether codes without ``Entry/parent`` are at the top; else the file says nothing of the tree.
  public var statesTree = true

  public init(codes: [Entry] = [], groups: [Group] = [], themes: [Theme] = []) {
    self.codes = codes
    self.groups = groups
    self.themes = themes
  }

  /// A code.
  public struct Entry: Hashable, Sendable {
    /// The code's identifier in the study, if the file gives it.
    public var id: Identifier?
    /// Whether the identifier was made from names in somebody else's file: a code of the same name
    /// in the same place of the tree is then taken to be the same.
    public var isDerived = false
    public var name: String
    /// Index of the code above.
    public var parent: Int?
    public var definition: String?
    /// `#rrggbb`.
    public var colour: String?
    public var level: Code.Level?
    public var origin: Code.Origin?
    public var status: Code.Status?
    /// Index of the code that took this one over.
    public var mergedInto: Int?
    /// Index of the code of which this was a part.
    public var splitFrom: Int?
    /// How many codings it has; only ever written.
    public var codings: Int?

    public init(_ name: String, id: Identifier? = nil, parent: Int? = nil) {
      self.name = name
      self.id = id
      self.parent = parent
    }
  }

  /// A code group with its subgroups.
  public struct Group: Hashable, Sendable {
    public var id: Identifier?
    public var isDerived = false
    public var title: String
    public var summary: String?
    public var order: Int?
    /// Indices of the codes that belong to it.
    public var codes: [Int] = []
    public var subgroups: [Part] = []

    public init(_ title: String, id: Identifier? = nil) {
      self.title = title
      self.id = id
    }
  }

  /// A subgroup.
  public struct Part: Hashable, Sendable {
    public var id: Identifier?
    public var title: String
    public var order: Int?

    public init(_ title: String, id: Identifier? = nil, order: Int? = nil) {
      self.title = title
      self.id = id
      self.order = order
    }
  }

  /// A theme.
  public struct Theme: Hashable, Sendable {
    public var id: Identifier?
    public var isDerived = false
    public var name: String
    /// Index of the overarching theme.
    public var parent: Int?
    public var status: Samtale.Theme.Status?
    public var concept: String?
    public var includes: String?
    public var excludes: String?
    public var question: String?
    public var roles: [String] = []
    public var order: Int?
    /// Indices of the codes from which it is built.
    public var codes: [Int] = []

    public init(_ name: String, id: Identifier? = nil, parent: Int? = nil) {
      self.name = name
      self.id = id
      self.parent = parent
    }
  }

  /// The names of the codes above a code and its own, from the top.
  public func path(of code: Int) -> [String] {
    var names = [codes[code].name]
    var seen: Set<Int> = [code]
    var at = codes[code].parent
    while let index = at, codes.indices.contains(index), seen.insert(index).inserted {
      names.append(codes[index].name)
      at = codes[index].parent
    }
    return names.reversed()
  }

  /// Indices of the codes that lie below themselves.
  var belowThemselves: [Int] {
    codes.indices.filter { i in
      var seen: Set<Int> = [i]
      var at = codes[i].parent
      while let index = at, seen.insert(index).inserted { at = codes[index].parent }
      return at == i
    }
  }

  /// Indices of the codes, each after the code above it. Codes that lie below themselves come last.
  var parentsFirst: [Int] {
    var order: [Int] = []
    var children: [Int: [Int]] = [:]
    for (i, code) in codes.enumerated() { children[code.parent ?? -1, default: []].append(i) }
    var next = Array((children[-1] ?? []).reversed())
    while let index = next.popLast() {
      order.append(index)
      next += (children[index] ?? []).reversed()
    }
    let reached = Set(order)
    return order + codes.indices.filter { !reached.contains($0) }
  }
}

extension Codebook {
  /// The codebook of a study.
  /// - Parameters:
  ///   - study: The study.
  ///   - countsCodings: Whether each code says how many codings it has itself.
  public init(_ study: Study, countsCodings: Bool = false) {
    self.init()
    let all = study.all(Code.self)
    let index = Dictionary(
      uniqueKeysWithValues: all.enumerated().map { ($0.element.id, $0.offset) })
    codes = all.map { Entry($0, index) }
    if countsCodings {
      for i in codes.indices { codes[i].codings = 0 }
      for code in study.all(Coding.self).compactMap(\.code) {
        if let i = index[code] { codes[i].codings = (codes[i].codings ?? 0) + 1 }
      }
    }
    let links = study.all(Link.self)
    let ends = { (relation: Link.Relation, of: (Link) -> Identifier?) -> [Identifier: [Link]] in
      Dictionary(grouping: links.filter { $0.relation == relation && of($0) != nil }) {
        of($0) ?? $0.id
      }
    }
    let members = ends(.codeInGroup, \.to)
    groups = study.all(CodeGroup.self).map { group in
      Group(group, members[group.id]?.compactMap { $0.from.flatMap { index[$0] } } ?? [], study)
    }
    let built = ends(.themeCode, \.from)
    let themes = study.all(Samtale.Theme.self)
    let place = Dictionary(
      uniqueKeysWithValues: themes.enumerated().map { ($0.element.id, $0.offset) })
    self.themes = themes.map { theme in
      Theme(theme, place, built[theme.id]?.compactMap { $0.to.flatMap { index[$0] } } ?? [])
    }
  }
}

extension Codebook.Entry {
  fileprivate init(_ code: Code, _ index: [Identifier: Int]) {
    self.init(code.name, id: code.id, parent: code.parent.flatMap { index[$0] })
    definition = code.definition
    colour = code.colour
    level = code.level
    origin = code.origin
    status = code.status
    mergedInto = code.mergedInto.flatMap { index[$0] }
    splitFrom = code.splitFrom.flatMap { index[$0] }
  }
}

extension Codebook.Group {
  fileprivate init(_ group: CodeGroup, _ codes: [Int], _ study: Study) {
    self.init(group.title, id: group.id)
    summary = group.summary
    order = group.fields["order"]?.number
    self.codes = Array(Set(codes)).sorted()
    subgroups = study.all(Subgroup.self).filter { $0.group == group.id }.map {
      Codebook.Part($0.title, id: $0.id, order: $0.fields["order"]?.number)
    }
  }
}

extension Codebook.Theme {
  fileprivate init(_ theme: Theme, _ index: [Identifier: Int], _ codes: [Int]) {
    self.init(theme.name, id: theme.id, parent: theme.parent.flatMap { index[$0] })
    status = theme.status
    concept = theme.concept
    includes = theme.includes
    excludes = theme.excludes
    question = theme.question
    roles = theme.roles
    order = theme.fields["order"]?.number
    self.codes = Array(Set(codes)).sorted()
  }
}
