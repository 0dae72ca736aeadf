/// Names that the values of a field are looked up in.
struct QueryNames {
  /// What each thing is called.
  private var names: [[String]] = []
  /// The names in folded form.
  private var folded: [[String]] = []
  private var ids: [Identifier?] = []

  mutating func add(_ names: [String?], id: Identifier? = nil) {
    let names = names.compactMap { $0 }.filter { !$0.isEmpty }
    self.names.append(names)
    folded.append(names.map(TextFolding.name))
    ids.append(id)
  }

  init() {}

  init(_ things: some Sequence<[String?]>) {
    for names in things { add(names) }
  }

  /// The things that a value means, by name, or else by the end of an identifier.
  /// - Throws: ``QueryError`` if there are none; it names what may have been meant.
  func chosen(_ value: QueryValue, _ field: QueryField) throws(QueryError) -> [Int] {
    let found = names.indices.filter { folded[$0].contains(where: value.matches) }
    if !found.isEmpty { return found }
    let tail = value.folded.filter { $0 != "-" }
    if tail.utf8.count >= 4, tail.allSatisfy(\.isHexDigit), !value.isPrefix {
      let found = ids.indices.filter { index in
        ids[index].map { $0.description.filter { $0 != "-" }.hasSuffix(tail) } ?? false
      }
      if !found.isEmpty { return found }
    }
    throw unknown(value, field)
  }

  /// Which things any value of a term means.
  func chosen(_ term: QueryTerm) throws(QueryError) -> [Bool] {
    var chosen = Array(repeating: false, count: names.count)
    for value in term.values {
      for thing in try self.chosen(value, term.field) { chosen[thing] = true }
    }
    return chosen
  }

  private func unknown(_ value: QueryValue, _ field: QueryField) -> QueryError {
    var seen: Set<String> = []
    let all = names.joined().filter { seen.insert($0).inserted }
    let near = Nearest.names(value.text, among: all)
    let remedy: String
    if !near.isEmpty {
      remedy = "write " + near.map(Self.quoted).joined(separator: " or ")
    } else if all.isEmpty {
      remedy = "leave the term out: nothing here has a \(field.rawValue)"
    } else {
      let shown = all.sorted().prefix(12).map(Self.quoted).joined(separator: ", ")
      remedy = "there is \(shown)" + (all.count > 12 ? " and \(all.count - 12) more" : "")
    }
    let star = value.isPrefix ? "*" : ""
    return QueryError(
      .unknownValue, value.column, "no \(field.rawValue) is called “\(value.text)\(star)”",
      do: remedy)
  }

  /// As it is to be written in a query.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
    guard !isPlain else { return name }
    return "\"" + name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
  }
}

/// Terms about codings and meaning units.
struct CodingTerms {
  let index: QueryIndex

  private var study: Study { index.corpus.study }
  private var coded: CodedPlaces { index.coded }

  /// For each coding and meaning unit whether it is meant.
  func chosen(_ term: QueryTerm) throws(QueryError) -> [Bool] {
    switch term.field {
    case .code: return withCodes(try codes(term))
    case .group: return try inGroups(term)
    case .theme: return try inThemes(term)
    case .coder:
      var names = QueryNames()
      let people = study.all(Researcher.self)
      for person in people { names.add([person.name, person.initials], id: person.id) }
      return with(coded.coders, oneOf: people.map(\.id), try names.chosen(term))
    default:
      var names = QueryNames()
      let rounds = study.all(CodingRound.self)
      for round in rounds { names.add([round.name], id: round.id) }
      return with(coded.rounds, oneOf: rounds.map(\.id), try names.chosen(term))
    }
  }

  private func with(
    _ fields: [Identifier?], oneOf ids: [Identifier], _ chosen: [Bool]
  ) -> [Bool] {
    let wanted = Set(zip(ids, chosen).filter(\.1).map(\.0))
    return fields.map { $0.map(wanted.contains) ?? false }
  }

  private func withCodes(_ codes: Set<Int>) -> [Bool] {
    var isWanted = Array(repeating: false, count: index.codebook.codes.count)
    for code in codes { isWanted[code] = true }
    return coded.codes.map { $0 >= 0 && isWanted[$0] }
  }

  private func codes(_ term: QueryTerm) throws(QueryError) -> Set<Int> {
    var names = QueryNames()
    for code in index.codebook.codes { names.add([code.name], id: code.id) }
    var codes: Set<Int> = []
    for value in term.values {
      let named = try names.chosen(value, .code)
      codes.formUnion(index.codebook.reach(named, withBelow: !value.isExact))
    }
    return codes
  }

  private func inGroups(_ term: QueryTerm) throws(QueryError) -> [Bool] {
    var names = QueryNames()
    let groups = study.all(CodeGroup.self)
    for group in groups { names.add([group.title], id: group.id) }
    let wanted = Set(zip(groups.map(\.id), try names.chosen(term)).filter(\.1).map(\.0))
    let codes = links(.codeInGroup).filter { wanted.contains($0.to) }.map(\.from)
    let own = withCodes(reach(codes))
    return own.indices.map { own[$0] || coded.groups[$0].map(wanted.contains) ?? false }
  }

  private func inThemes(_ term: QueryTerm) throws(QueryError) -> [Bool] {
    var names = QueryNames()
    let themes = study.all(Theme.self)
    for theme in themes { names.add([theme.name], id: theme.id) }
    var wanted: Set<Identifier> = []
    for value in term.values {
      let named = Set(try names.chosen(value, .theme).map { themes[$0].id })
      wanted.formUnion(named)
      guard !value.isExact else { continue }
      for theme in themes where theme.parent.map(named.contains) ?? false {
        wanted.insert(theme.id)
      }
    }
    let codes = links(.themeCode).filter { wanted.contains($0.from) }.map(\.to)
    let extracts = Set(links(.themeExtract).filter { wanted.contains($0.from) }.map(\.to))
    let own = withCodes(reach(codes))
    return own.indices.map { own[$0] || extracts.contains(coded.ids[$0]) }
  }

  private func reach(_ codes: [Identifier]) -> Set<Int> {
    index.codebook.reach(codes.compactMap { index.codebook.numbers[$0] }, withBelow: true)
  }

  private func links(_ relation: Link.Relation) -> [(from: Identifier, to: Identifier)] {
    study.all(Link.self).compactMap { link in
      guard link.relation == relation, let from = link.from, let to = link.to else { return nil }
      return (from, to)
    }
  }
}
