extension Codebook {
  /// Reads a codebook from a table with column names (see ``Column``) in any order and any case.
  /// Only `name` is required; columns with other names are left aside.
  ///
  /// `path` or `parent` make the tree; codes that a path names and that have no row of their own are
  /// made. Empty fields state nothing. Texts lose the apostrophe that ``csv`` put before formulas.
  /// - Parameters:
  ///   - bytes: The table: UTF-8, RFC 4180; semicolons and tabs are accepted as separators.
  ///   - name: The name under which errors speak of it.
  /// - Throws: ``ReadingError`` with line and column: a table that is not well-formed, a column that
  ///   is missing or there twice, a code without a name, a word, colour or identifier that is not
  ///   known, a reference to no code or to several, a code below itself.
  public init(csv bytes: [UInt8], named name: String = "") throws(ReadingError) {
    var reader = CodebookTableReader(try CSV(bytes, named: name), name: name)
    reader.run()
    guard reader.problems.isEmpty else { throw ReadingError(reader.problems) }
    self = reader.codebook
  }
}

/// Makes a codebook of the rows of a table.
private struct CodebookTableReader {
  let table: CSV
  let file: String
  var codebook = Codebook()
  var problems: [Diagnostic] = []
  private var columns: [Codebook.Column: Int] = [:]
  private var byID: [Identifier: Int] = [:]
  private var byName: [String: [Int]] = [:]
  private var byPath: [[String]: Int] = [:]

  init(_ table: CSV, name: String) {
    self.table = table
    file = name
  }

  mutating func run() {
    guard readColumns() else { return }
    let rows = table.rows.dropFirst()
    for row in rows { readRow(row) }
    guard problems.isEmpty else { return }
    for (i, row) in rows.enumerated() {
      let path = CodebookPath.names(text(.path, row) ?? "")
      byPath[path + [codebook.codes[i].name]] = byPath[path + [codebook.codes[i].name]] ?? i
    }
    for (i, row) in rows.enumerated() { relate(i, row) }
    checkTree(Array(rows))
    codebook.statesTree = columns[.path] != nil || columns[.parent] != nil
  }

  private mutating func readColumns() -> Bool {
    guard let header = table.rows.first else {
      problems.append(
        Diagnostic(.error, .emptyFile, file: file, "the table is empty", do: "name the columns"))
      return false
    }
    for (i, field) in header.fields.enumerated() {
      let title = CSV.unguarded(field).collapsed.lowercased()
      let named = Codebook.Column.allCases.first { $0.rawValue.lowercased() == title }
      guard let column = named else { continue }
      guard columns.updateValue(i, forKey: column) == nil else {
        report(header, i, "the column “\(column.rawValue)” is there twice", do: "remove one")
        return false
      }
    }
    guard columns[.name] != nil else {
      report(header, 0, "there is no column “name”", do: "give the codes' names in such a column")
      return false
    }
    return true
  }

  private func text(_ column: Codebook.Column, _ row: CSV.Row) -> String? {
    guard let i = columns[column] else { return nil }
    let text = CSV.unguarded(row.fields[i])
    return text.isEmpty ? nil : text
  }

  private mutating func report(
    _ row: CSV.Row, _ field: Int, _ what: String, do remedy: String
  ) {
    problems.append(
      Diagnostic(
        .error, .badCodebook, file: file, line: row.line,
        column: row.columns.indices.contains(field) ? row.columns[field] : nil, what, do: remedy))
  }

  private mutating func report(
    _ row: CSV.Row, _ column: Codebook.Column, _ what: String, do remedy: String
  ) {
    report(row, columns[column] ?? 0, what, do: remedy)
  }

  private mutating func word<T: RawRepresentable & CaseIterable>(
    _ column: Codebook.Column, _ row: CSV.Row, _: T.Type
  ) -> T? where T.RawValue == String {
    guard let text = text(column, row) else { return nil }
    if let value = T.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
      return value
    }
    let words = T.allCases.map(\.rawValue).joined(separator: ", ")
    report(row, column, "“\(text)” is no \(column.rawValue)", do: "write one of \(words)")
    return nil
  }

  private mutating func readRow(_ row: CSV.Row) {
    let name = text(.name, row) ?? ""
    if !name.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
      report(row, .name, "the code has no name", do: "name it")
    }
    let index = codebook.codes.count
    var entry = Codebook.Entry(name)
    if let text = text(.id, row) {
      entry.id = Identifier(text)
      if entry.id == nil {
        report(row, .id, "“\(text)” is no identifier", do: "leave it empty for new codes")
      } else if let id = entry.id, byID.updateValue(index, forKey: id) != nil {
        report(row, .id, "two rows have the identifier \(text)", do: "leave one of them empty")
      }
    }
    entry.definition = text(.definition, row)
    entry.colour = text(.colour, row)
    if let colour = entry.colour, !Code.isColour(colour) {
      report(row, .colour, "“\(colour)” is no colour", do: "write it as #rrggbb")
    }
    entry.level = word(.level, row, Code.Level.self)
    entry.origin = word(.origin, row, Code.Origin.self)
    entry.status = word(.status, row, Code.Status.self)
    entry.codings = text(.codings, row).flatMap { Int($0) }
    codebook.codes.append(entry)
    byName[name, default: []].append(index)
  }

  // MARK: Relations

  private mutating func relate(_ i: Int, _ row: CSV.Row) {
    if let text = text(.parent, row) {
      codebook.codes[i].parent = reference(text, .parent, row)
    } else if let path = text(.path, row) {
      codebook.codes[i].parent = code(at: CodebookPath.names(path))
    }
    if let text = text(.mergedInto, row) {
      codebook.codes[i].mergedInto = reference(text, .mergedInto, row)
      if codebook.codes[i].status == nil { codebook.codes[i].status = .merged }
    }
    for title in CodebookPath.titles(in: text(.groups, row) ?? "") {
      if let group = codebook.groups.firstIndex(where: { $0.title == title }) {
        if !codebook.groups[group].codes.contains(i) { codebook.groups[group].codes.append(i) }
      } else {
        var group = Codebook.Group(title)
        group.codes = [i]
        codebook.groups.append(group)
      }
    }
  }

  /// The code at a path; made if it has no row.
  private mutating func code(at path: [String]) -> Int? {
    var at: Int?
    var names: [String] = []
    for name in path {
      names.append(name)
      if let known = byPath[names] {
        at = known
      } else {
        codebook.codes.append(Codebook.Entry(name, parent: at))
        at = codebook.codes.count - 1
        byPath[names] = at
      }
    }
    return at
  }

  private mutating func reference(
    _ text: String, _ column: Codebook.Column, _ row: CSV.Row
  ) -> Int? {
    if let found = Identifier(text).flatMap({ byID[$0] }) { return found }
    if let found = byPath[CodebookPath.names(text)] { return found }
    let named = byName[text] ?? []
    if named.count == 1 { return named[0] }
    report(
      row, column,
      named.isEmpty ? "no row holds the code “\(text)”" : "several codes are called “\(text)”",
      do: "give the identifier or the whole path of a code of this table")
    return nil
  }

  private mutating func checkTree(_ rows: [CSV.Row]) {
    for i in codebook.belowThemselves where i < rows.count {
      report(
        rows[i], columns[.parent] != nil ? .parent : .path,
        "the code “\(codebook.codes[i].name)” lies below itself", do: "name another code above it")
    }
  }
}
