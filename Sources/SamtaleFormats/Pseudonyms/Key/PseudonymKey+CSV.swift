import Samtale

extension PseudonymKey {
  /// The columns of the table, in this order. A row is a form; rows with one `id` belong together.
  public enum Column: String, CaseIterable, Sendable {
    /// The identifier that the form belongs to, such as `person-3`; a new row may leave it empty.
    case id
    /// See ``IdentifierKind``; empty is `term`.
    case kind
    /// As it stands in the talk.
    case form
    /// What is to stand there.
    case replacement
    /// `replace`, `keep` or `ask`, or `erstatt`, `behold`, `spør`; empty is `replace`.
    case decision
    /// See ``IdentifierSource``.
    case found
    /// How often it stands in the talk.
    case count
    case context1, place1, context2, place2
  }

  /// The row that holds ``dateShift`` names this in the column `id`; the days stand in
  /// `replacement`.
  static let shiftID = "date-shift"

  /// The key as a table that a spreadsheet opens; ``init(csv:named:)`` reads it again. Texts that a
  /// spreadsheet would take for a formula begin with an apostrophe.
  public var csv: CSV {
    var rows = [Column.allCases.map(\.rawValue)]
    if let dateShift {
      let days = CSV.guarded(String(dateShift))
      rows.append([Self.shiftID, "date", "days", days] + Array(repeating: "", count: 7))
    }
    for entry in entries {
      for form in entry.forms { rows.append(Self.row(entry, form)) }
    }
    return CSV(rows)
  }

  private static func row(_ entry: Entry, _ form: Form) -> [String] {
    var row = [
      entry.id, entry.kind.rawValue, CSV.guarded(form.text), CSV.guarded(form.replacement),
      form.decision.rawValue, form.source.rawValue, form.count.map(String.init) ?? "",
    ]
    for i in 0..<2 {
      let context = i < form.contexts.count ? form.contexts[i] : nil
      row += [CSV.guarded(context?.text ?? ""), CSV.guarded(context?.place ?? "")]
    }
    return row
  }

  /// Reads a key from a table with column names (see ``Column``) in any order. Only `form` and
  /// `replacement` are required; columns with other names are left aside.
  /// - Parameters:
  ///   - bytes: The table as a spreadsheet saves it: UTF-8, UTF-16 with a byte order mark or
  ///     Windows-1252; RFC 4180, with semicolons and tabs as separators too. Letters that were lost
  ///     are told by ``warnings(named:)``.
  ///   - name: The name under which errors speak of it.
  /// - Throws: `ReadingError` with line and column: a table that is not well-formed, a column
  ///   that is missing or there twice, a form that is empty or there twice, an unknown kind or
  ///   decision, a form to be replaced by nothing.
  public init(csv bytes: [UInt8], named name: String = "") throws(ReadingError) {
    var reader = KeyTableReader(
      table: try CSV(Self.decoded(bytes), named: name), file: name)
    reader.run()
    guard reader.problems.isEmpty else { throw ReadingError(reader.problems) }
    self = reader.key
  }
}

extension PseudonymKey {
  /// The table in UTF-8, whatever encoding it was saved in.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    String(validating: bytes, as: UTF8.self) == nil ? SourceText(bytes).bytes : bytes
  }
}

/// Makes a key of the rows of a table.
private struct KeyTableReader {
  let table: CSV
  let file: String
  var key = PseudonymKey()
  var problems: [Diagnostic] = []
  private var columns: [PseudonymKey.Column: Int] = [:]
  private var entries: [String: Int] = [:]
  private var lines: [String: Int] = [:]
  private var withoutID: [(row: CSV.Row, kind: IdentifierKind, form: PseudonymKey.Form)] = []

  init(table: CSV, file: String) {
    self.table = table
    self.file = file
  }

  mutating func run() {
    guard readColumns() else { return }
    for row in table.rows.dropFirst() where !row.fields.allSatisfy({ $0.trimmed.isEmpty }) {
      read(row)
    }
    // Identifiers of new rows come after those that are there.
    for (_, kind, form) in withoutID {
      key.entries.append(.init(id: key.nextID(kind), kind: kind, forms: [form]))
    }
  }

  private mutating func readColumns() -> Bool {
    guard let head = table.rows.first else {
      problems.append(
        Diagnostic(.error, .emptyFile, file: file, "the key is empty", do: "take another copy"))
      return false
    }
    for (i, field) in head.fields.enumerated() {
      guard let column = PseudonymKey.Column(rawValue: field.trimmed.lowercased()) else { continue }
      guard columns.updateValue(i, forKey: column) == nil else {
        report(head, column, "the column “\(column.rawValue)” is there twice", do: "remove one")
        return false
      }
    }
    for column in [PseudonymKey.Column.form, .replacement] where columns[column] == nil {
      report(
        head, nil, "there is no column “\(column.rawValue)”",
        do: "name the columns in the first row, as Samtale wrote them")
      return false
    }
    return true
  }

  private func text(_ column: PseudonymKey.Column, _ row: CSV.Row) -> String {
    guard let i = columns[column] else { return "" }
    return CSV.unguarded(row.fields[i].trimmed).trimmed
  }

  private mutating func report(
    _ row: CSV.Row, _ column: PseudonymKey.Column?, _ what: String, do remedy: String
  ) {
    let place = column.flatMap { columns[$0] }
    problems.append(
      Diagnostic(
        .error, .badKey, file: file, line: row.line,
        column: place.flatMap { $0 < row.columns.count ? row.columns[$0] : nil }, what, do: remedy))
  }

  private mutating func read(_ row: CSV.Row) {
    let id = text(.id, row)
    if id == PseudonymKey.shiftID {
      guard let days = Int(text(.replacement, row)) else {
        return report(
          row, .replacement, "the number of days is not a number", do: "write it like -112")
      }
      key.dateShift = days
      return
    }
    guard let kind = kind(row), let form = form(row) else { return }
    if let first = lines.updateValue(row.line, forKey: form.text) {
      return report(
        row, .form, "the form “\(form.text)” stands on line \(first) already", do: "remove one")
    }
    guard !id.isEmpty else { return withoutID.append((row, kind, form)) }
    if let index = entries[id] {
      key.entries[index].forms.append(form)
    } else {
      entries[id] = key.entries.count
      key.entries.append(.init(id: id, kind: kind, forms: [form]))
    }
  }

  private mutating func kind(_ row: CSV.Row) -> IdentifierKind? {
    let word = text(.kind, row)
    if word.isEmpty { return .term }
    if let kind = IdentifierKind(written: word) { return kind }
    report(
      row, .kind, "there is no kind “\(word)”", do: "use one of \(IdentifierKind.known)")
    return nil
  }

  private mutating func form(_ row: CSV.Row) -> PseudonymKey.Form? {
    let text = text(.form, row)
    guard TalkTokens(text).count > 0 else {
      report(row, .form, "there is no form", do: "write what stands in the talk, or remove the row")
      return nil
    }
    let word = self.text(.decision, row).lowercased()
    guard let decision = PseudonymKey.Decision(written: word.isEmpty ? "replace" : word) else {
      report(
        row, .decision, "there is no decision “\(word)”",
        do: "write replace, keep or ask (erstatt, behold, spør)")
      return nil
    }
    let replacement = self.text(.replacement, row)
    guard decision != .replace || !replacement.isEmpty else {
      report(
        row, .replacement, "“\(text)” is to be replaced, but not by what",
        do: "fill in the column replacement, or decide keep")
      return nil
    }
    return PseudonymKey.Form(
      text, replacement: replacement, decision: decision,
      source: IdentifierSource(rawValue: self.text(.found, row)) ?? .key,
      count: Int(self.text(.count, row)), contexts: contexts(row))
  }

  private func contexts(_ row: CSV.Row) -> [PseudonymKey.Context] {
    [(PseudonymKey.Column.context1, PseudonymKey.Column.place1), (.context2, .place2)]
      .map { PseudonymKey.Context(text: text($0.0, row), place: text($0.1, row)) }
      .filter { !$0.text.isEmpty }
  }
}

extension PseudonymKey.Decision {
  /// The decision that a person writes in a table, in English, bokmål or nynorsk.
  fileprivate init?(written word: String) {
    switch word {
    case "replace", "erstatt", "erstatte", "byt ut", "bytt ut": self = .replace
    case "keep", "behold", "beholde", "behald", "behalde": self = .keep
    case "ask", "spør", "spørre", "spørje", "sp\u{FFFD}r": self = .ask
    default: return nil
    }
  }
}

extension PseudonymKey {
  /// The next free identifier of a kind: one more than the highest.
  func nextID(_ kind: IdentifierKind) -> String { "\(kind.rawValue)-\(highestNumber(kind) + 1)" }

  func highestNumber(_ kind: IdentifierKind) -> Int {
    let prefix = kind.rawValue + "-"
    return entries.compactMap { $0.id.hasPrefix(prefix) ? Int($0.id.dropFirst(prefix.count)) : nil }
      .max() ?? 0
  }
}
