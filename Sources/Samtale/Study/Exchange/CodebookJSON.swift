extension Codebook {
  /// The codebook as one JSON object in canonical form (see ``Value/json``):
  ///
  /// ```json
  /// {"codes": [{"id": "0190…", "name": "Boundaries", "parent": "0190…", "definition": "…",
  ///             "colour": "#aa3377", "level": "latent", "origin": "inductive",
  ///             "status": "active", "mergedInto": "0190…", "splitFrom": "0190…", "codings": 4}],
  ///  "groups": [{"id": "0190…", "title": "Roles", "summary": "…", "order": 1,
  ///              "codes": ["0190…"], "subgroups": [{"id": "0190…", "title": "…", "order": 1}]}],
  ///  "themes": [{"id": "0190…", "name": "Somebody else's job", "parent": "0190…",
  ///              "status": "candidate", "concept": "…", "includes": "…", "excludes": "…",
  ///              "question": "…", "roles": ["SW"], "order": 1, "codes": ["0190…"]}]}
  /// ```
  ///
  /// What is not stated is left out. References are identifiers; to entries without one, their place
  /// in the list, from 0. Only names and titles are required.
  public var value: Value {
    .object([
      "codes": .list(codes.map { .object(fields($0).present) }),
      "groups": .list(groups.map { .object(fields($0).present) }),
      "themes": .list(themes.map { .object(fields($0).present) }),
    ])
  }

  /// ``value`` as bytes with a line end.
  public var json: [UInt8] { value.json + [0x0A] }

  private func reference(_ i: Int?) -> Value {
    i.map { codes[$0].id.map { Value($0) } ?? .number($0) } ?? .null
  }

  private func references(_ indices: [Int]) -> Value {
    indices.isEmpty ? .null : .list(indices.map { reference($0) })
  }

  private func fields(_ code: Entry) -> Fields {
    [
      "id": Value(code.id), "name": .text(code.name), "parent": reference(code.parent),
      "definition": Value(code.definition), "colour": Value(code.colour),
      "level": Value(code.level?.rawValue), "origin": Value(code.origin?.rawValue),
      "status": Value(code.status?.rawValue), "mergedInto": reference(code.mergedInto),
      "splitFrom": reference(code.splitFrom), "codings": code.codings.map(Value.number) ?? .null,
    ]
  }

  private func fields(_ group: Group) -> Fields {
    let parts = group.subgroups.map { part in
      Value.object(
        [
          "id": Value(part.id), "title": .text(part.title),
          "order": part.order.map(Value.number) ?? .null,
        ].present)
    }
    return [
      "id": Value(group.id), "title": .text(group.title), "summary": Value(group.summary),
      "order": group.order.map(Value.number) ?? .null, "codes": references(group.codes),
      "subgroups": parts.isEmpty ? .null : .list(parts),
    ]
  }

  private func fields(_ theme: Theme) -> Fields {
    let parent = theme.parent.map { themes[$0].id.map { Value($0) } ?? .number($0) }
    return [
      "id": Value(theme.id), "name": .text(theme.name), "parent": parent ?? .null,
      "status": Value(theme.status?.rawValue), "concept": Value(theme.concept),
      "includes": Value(theme.includes), "excludes": Value(theme.excludes),
      "question": Value(theme.question), "roles": Value(texts: theme.roles),
      "order": theme.order.map(Value.number) ?? .null, "codes": references(theme.codes),
    ]
  }
}

extension Codebook {
  /// Reads the JSON that ``value`` describes. References may also be names, where only one entry has
  /// the name. Members that are not known are left aside.
  /// - Throws: ``ReadingError`` that says which entry is wrong and how: text that is not JSON, a
  ///   missing name, an unknown word, colour or identifier, a reference to no entry.
  public init(json bytes: [UInt8], named name: String = "") throws(ReadingError) {
    let value: Value
    do {
      value = try Value(json: bytes)
    } catch {
      throw ReadingError([
        Diagnostic(
          .error, .badCodebook, file: name, error.description, do: "write JSON with whole numbers")
      ])
    }
    var reader = CodebookValueReader(file: name)
    reader.run(value)
    guard reader.problems.isEmpty else { throw ReadingError(reader.problems) }
    self = reader.codebook
  }
}

/// Makes a codebook of JSON.
private struct CodebookValueReader {
  let file: String
  var codebook = Codebook()
  var problems: [Diagnostic] = []
  /// The entry being read, for messages.
  private var place = ""

  init(file: String) { self.file = file }

  mutating func run(_ value: Value) {
    guard let object = value.object else { return report("the file holds no JSON object") }
    let lists = ["codes", "groups", "themes"].map { name in
      object[name]?.list?.map { $0.object ?? [:] } ?? []
    }
    for (i, fields) in lists[0].enumerated() { readCode(fields, i) }
    for (i, fields) in lists[2].enumerated() { readTheme(fields, i) }
    let themes = Names(codebook.themes.map { ($0.id, $0.name) })
    let codes = Names(codebook.codes.map { ($0.id, $0.name) })
    for (i, fields) in lists[0].enumerated() {
      place = "codes[\(i)]"
      codebook.codes[i].parent = reference("parent", fields, codes)
      codebook.codes[i].mergedInto = reference("mergedInto", fields, codes)
      codebook.codes[i].splitFrom = reference("splitFrom", fields, codes)
    }
    for i in codebook.belowThemselves {
      place = "codes[\(i)]"
      report("the code “\(codebook.codes[i].name)” lies below itself")
    }
    for (i, fields) in lists[1].enumerated() { readGroup(fields, i, codes) }
    for (i, fields) in lists[2].enumerated() {
      place = "themes[\(i)]"
      codebook.themes[i].parent = reference("parent", fields, themes)
      codebook.themes[i].codes = references(fields, codes)
    }
  }

  private mutating func report(_ what: String) {
    problems.append(
      Diagnostic(
        .error, .badCodebook, file: file, place.isEmpty ? what : "\(place): \(what)",
        do: "correct it; the names that are understood are those that Samtale writes"))
  }

  private mutating func name(_ key: String, _ fields: Fields) -> String {
    let name = fields[key]?.text ?? ""
    if !name.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
      report("“\(key)” is missing or empty")
    }
    return name
  }

  private mutating func identifier(_ fields: Fields) -> Identifier? {
    guard let value = fields["id"], value != .null else { return nil }
    if value.identifier == nil { report("“id” is no identifier: \(value.jsonText)") }
    return value.identifier
  }

  private mutating func word<T: RawRepresentable & CaseIterable>(
    _ key: String, _ fields: Fields, _: T.Type
  ) -> T? where T.RawValue == String {
    guard let value = fields[key], value != .null else { return nil }
    if let word = value.text.flatMap({ T(rawValue: $0) }) { return word }
    let words = T.allCases.map(\.rawValue).joined(separator: ", ")
    report("“\(key)” is \(value.jsonText), which is none of \(words)")
    return nil
  }

  private mutating func readCode(_ fields: Fields, _ i: Int) {
    place = "codes[\(i)]"
    var code = Codebook.Entry(name("name", fields), id: identifier(fields))
    code.definition = fields["definition"]?.text
    code.colour = fields["colour"]?.text
    if let colour = code.colour, !Code.isColour(colour) { report("“\(colour)” is no colour") }
    code.level = word("level", fields, Code.Level.self)
    code.origin = word("origin", fields, Code.Origin.self)
    code.status = word("status", fields, Code.Status.self)
    code.codings = fields["codings"]?.number
    codebook.codes.append(code)
  }

  private mutating func readGroup(_ fields: Fields, _ i: Int, _ codes: Names) {
    place = "groups[\(i)]"
    var group = Codebook.Group(name("title", fields), id: identifier(fields))
    group.summary = fields["summary"]?.text
    group.order = fields["order"]?.number
    group.codes = references(fields, codes)
    for part in fields["subgroups"]?.list?.map({ $0.object ?? [:] }) ?? [] {
      group.subgroups.append(
        Codebook.Part(name("title", part), id: identifier(part), order: part["order"]?.number))
    }
    codebook.groups.append(group)
  }

  private mutating func readTheme(_ fields: Fields, _ i: Int) {
    place = "themes[\(i)]"
    var theme = Codebook.Theme(name("name", fields), id: identifier(fields))
    theme.status = word("status", fields, Theme.Status.self)
    theme.concept = fields["concept"]?.text
    theme.includes = fields["includes"]?.text
    theme.excludes = fields["excludes"]?.text
    theme.question = fields["question"]?.text
    theme.roles = fields["roles"]?.list?.compactMap(\.text) ?? []
    theme.order = fields["order"]?.number
    codebook.themes.append(theme)
  }

  // MARK: References

  /// Where entries are found.
  private struct Names {
    var byID: [Identifier: Int] = [:]
    var byName: [String: [Int]] = [:]
    var count: Int

    init(_ entries: [(id: Identifier?, name: String)]) {
      count = entries.count
      for (i, entry) in entries.enumerated() {
        if let id = entry.id { byID[id] = i }
        byName[entry.name, default: []].append(i)
      }
    }

    func index(_ value: Value) -> Int? {
      if let number = value.number { return (0..<count).contains(number) ? number : nil }
      if let found = value.identifier.flatMap({ byID[$0] }) { return found }
      let named = value.text.flatMap { byName[$0] } ?? []
      return named.count == 1 ? named[0] : nil
    }
  }

  private mutating func reference(_ key: String, _ fields: Fields, _ names: Names) -> Int? {
    guard let value = fields[key], value != .null else { return nil }
    if let index = names.index(value) { return index }
    report("“\(key)” is \(value.jsonText), which is no entry of this file")
    return nil
  }

  private mutating func references(_ fields: Fields, _ names: Names) -> [Int] {
    (fields["codes"]?.list ?? []).compactMap { value in
      if let index = names.index(value) { return index }
      report("“codes” names \(value.jsonText), which is no code of this file")
      return nil
    }
  }
}
