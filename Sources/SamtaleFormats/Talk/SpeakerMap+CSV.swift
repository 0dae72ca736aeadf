import Samtale

extension SpeakerMap {
  /// The columns of the table.
  public enum Column: String, CaseIterable, Sendable {
    /// The label as printed.
    case label
    /// Identifies the person: rows with the same one are the same person.
    case id
    case role, name
    /// The team or group that the person belongs to; several with semicolons. Also called `group`.
    case team
    /// The first and the last day in these teams (2024, 2024-03 or 2024-03-12).
    case from, to
    /// For a label of several who speak at once: how many, as a number or a word.
    case size
    /// The only file for which the row counts.
    case file
    /// `yes`, `no` (it is words) or `ask` (not decided yet); also `ja`, `nei`, `spør`. Empty is yes.
    case decision
    /// What a proposal tells about a label; left aside when it is read.
    case count, place, words, remark

    /// Columns that a person fills in.
    static let known = allCases.filter { ![.count, .place, .words, .remark].contains($0) }
  }

  /// Reads a table with the column `label`, and as they are needed those of ``Column``, in any order,
  /// named in the first row.
  ///
  /// Rows with the same `id` are one person: what one of them says holds for all, and the person
  /// belongs to the teams of all. A row with a `file` counts for that file only, and goes before
  /// rows without. A label that is not decided yet (`ask`) is none of the table's, unless the row
  /// says something of the person.
  /// - Parameters:
  ///   - bytes: The table as a spreadsheet saves it: UTF-8, UTF-16 with a byte order mark or
  ///     Windows-1252; RFC 4180, with semicolons and tabs as separators too.
  ///   - file: The name under which errors speak of it.
  /// - Throws: `ReadingError` if the table is not sound, has other columns or no `label`, names a
  ///   label twice for the same file, or contradicts itself about a person.
  public init(_ bytes: [UInt8], named file: String = "") throws(ReadingError) {
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    let table = try CSV(isUTF8 ? bytes : SourceText(bytes).bytes, named: file)
    self = try SpeakerTableReader(table, file).map()
  }
}

/// Makes a map of the rows of a table.
private struct SpeakerTableReader {
  private let table: CSV
  private let file: String
  private var columns: [SpeakerMap.Column: Int] = [:]

  init(_ table: CSV, _ file: String) throws(ReadingError) {
    self.table = table
    self.file = file
    guard let head = table.rows.first else {
      throw problem(1, "the table is empty", do: "begin with the row label,id,role")
    }
    try readColumns(head)
  }

  private mutating func readColumns(_ head: CSV.Row) throws(ReadingError) {
    var others: [String] = []
    for (i, field) in head.fields.enumerated() {
      let name = field.trimmed.lowercased()
      // Spreadsheets add columns without names.
      guard !name.isEmpty else { continue }
      guard let column = name == "group" ? .team : SpeakerMap.Column(rawValue: name) else {
        others.append("“\(name)”")
        continue
      }
      guard columns.updateValue(i, forKey: column) == nil else {
        let also = column == .team ? "; group and team are the same" : ""
        throw problem(
          head.line, "the column \(column.rawValue) stands twice\(also)",
          do: "name each column once in the first row")
      }
    }
    if !others.isEmpty {
      let known = SpeakerMap.Column.known.map(\.rawValue).joined(separator: ", ")
      let are = others.count == 1 ? "is no column" : "are no columns"
      throw problem(
        head.line, "there \(are) \(others.joined(separator: ", "))",
        do: "remove or rename \(others.count == 1 ? "it" : "them"); the columns are \(known)")
    }
    guard columns[.label] != nil else {
      throw problem(
        head.line, "the column label is missing", do: "name the columns in the first row")
    }
  }

  func map() throws(ReadingError) -> SpeakerMap {
    var map = SpeakerMap()
    var lines: [Int] = []
    var seen: Set<[String?]> = []
    for row in table.rows.dropFirst() where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
      let entry = try entry(row)
      guard seen.insert([entry.label, entry.file]).inserted else {
        throw problem(
          row.line, "the label “\(entry.label)” stands twice",
          do: "keep one row for each label, or name files in the column file")
      }
      switch try decision(row) {
      case .no: map.refusals.append(.init(label: entry.label, file: entry.file))
      case .ask where !entry.saysMore: break
      case .ask, .yes:
        map.entries.append(entry)
        lines.append(row.line)
      }
    }
    try joinPeople(&map.entries, lines)
    return map
  }

  private func value(_ column: SpeakerMap.Column, _ row: CSV.Row) -> String? {
    guard let i = columns[column], i < row.fields.count else { return nil }
    let text = CSV.unguarded(row.fields[i].trimmed).trimmed
    return text.isEmpty ? nil : text
  }

  private func entry(_ row: CSV.Row) throws(ReadingError) -> SpeakerMap.Entry {
    guard let label = value(.label, row) else {
      throw problem(row.line, "a row has no label", do: "give the label as printed")
    }
    var entry = SpeakerMap.Entry(label: label, id: value(.id, row), file: value(.file, row))
    entry.role = value(.role, row)
    entry.name = value(.name, row)
    entry.groupSize = value(.size, row)
    entry.memberships = try memberships(row)
    if let size = entry.groupSize, size.contains(where: \.isWhitespace) {
      throw problem(
        row.line, "the size “\(size)” is more than one word",
        do: "write a number or one word, such as several")
    }
    return entry
  }

  private func memberships(_ row: CSV.Row) throws(ReadingError) -> [Participant.Membership] {
    let from = try day(.from, row)
    let to = try day(.to, row)
    let teams = (value(.team, row) ?? "").split(separator: ";").map { String($0).trimmed }
    let named = teams.filter { !$0.isEmpty }
    if named.isEmpty, from != nil || to != nil {
      throw problem(
        row.line, "a row says when somebody belonged to a team, but not to which",
        do: "name it in the column team")
    }
    return named.map { .init(team: $0, from: from, to: to) }
  }

  private func day(_ column: SpeakerMap.Column, _ row: CSV.Row) throws(ReadingError) -> String? {
    guard let text = value(column, row) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isSound =
      parts.count <= 3
      && zip(parts, [4, 2, 2]).allSatisfy { part, length in
        part.utf8.count == length && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
    guard isSound else {
      throw problem(
        row.line, "“\(text)” in the column \(column.rawValue) is no day",
        do: "write it as 2024-03-12, 2024-03 or 2024, and let the spreadsheet take it as text")
    }
    return text
  }

  private func decision(_ row: CSV.Row) throws(ReadingError) -> SpeakerProposal.Decision {
    guard let word = value(.decision, row)?.lowercased() else { return .yes }
    guard let decision = SpeakerProposal.Decision(written: word) else {
      throw problem(
        row.line, "there is no decision “\(word)”", do: "write yes, no or ask (ja, nei, spør)")
    }
    return decision
  }

  // MARK: People

  /// Gives all rows of a person what one of them says.
  private func joinPeople(_ entries: inout [SpeakerMap.Entry], _ lines: [Int])
    throws(ReadingError)
  {
    let fields: [(String, WritableKeyPath<SpeakerMap.Entry, String?>)] = [
      ("name", \.name), ("role", \.role), ("size", \.groupSize),
    ]
    for (name, field) in fields {
      var known: [String: (value: String, line: Int)] = [:]
      for (entry, line) in zip(entries, lines) {
        guard let id = entry.id, let value = entry[keyPath: field] else { continue }
        if let first = known[id], first.value != value {
          throw problem(
            line,
            "the \(name) of “\(id)” is “\(value)”, but “\(first.value)” in line \(first.line)",
            do: "give each person one \(name), or another id to another person")
        }
        known[id] = known[id] ?? (value, line)
      }
      for i in entries.indices where entries[i][keyPath: field] == nil {
        entries[i][keyPath: field] = entries[i].id.flatMap { known[$0]?.value }
      }
    }
    joinTeams(&entries)
  }

  /// A person belongs to the teams of all their rows.
  private func joinTeams(_ entries: inout [SpeakerMap.Entry]) {
    var known: [String: [Participant.Membership]] = [:]
    for entry in entries {
      guard let id = entry.id else { continue }
      for membership in entry.memberships where known[id]?.contains(membership) != true {
        known[id, default: []].append(membership)
      }
    }
    for i in entries.indices {
      if let id = entries[i].id { entries[i].memberships = known[id] ?? [] }
    }
  }

  private func problem(_ line: Int, _ what: String, do remedy: String) -> ReadingError {
    ReadingError([Diagnostic(.error, .badTable, file: file, line: line, what, do: remedy)])
  }
}
