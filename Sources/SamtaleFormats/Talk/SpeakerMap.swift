import Samtale

/// Who the labels of a transcript stand for: a table that the researcher keeps.
public struct SpeakerMap: Hashable, Sendable {
  /// What is known of the person behind a label.
  public struct Entry: Hashable, Sendable {
    public var label: String
    /// The person's identifier; labels with the same one are the same person.
    public var id: String?
    public var role: String?
    public var name: String?
    public var team: String?
    /// The file whose label it is, by its name with or without the extension; `nil`: all files.
    public var file: String?
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  /// Declares a label as a speaker's; nothing happens if it is declared already.
  public mutating func declare(_ label: String) {
    guard !entries.contains(where: { $0.label == label && $0.file == nil }) else { return }
    entries.append(Entry(label: label))
  }

  /// Declares further labels of which nothing else is known, or only whose they are.
  mutating func declare(_ labels: [String], ids: [String: String] = [:]) {
    var known = Set(entries.map(\.label))
    for label in labels where known.insert(label).inserted {
      entries.append(Entry(label: label, id: ids[label]))
    }
  }

  /// What the table says of one file: rows that name it go before those that name none.
  /// - Parameter file: The file's path or name.
  /// - Returns: The rows that count for it.
  public func of(_ file: String) -> SpeakerMap {
    let own = entries.filter { $0.file.map { Self.names($0, file) } ?? false }
    let labels = Set(own.map(\.label))
    var map = SpeakerMap()
    map.entries = own + entries.filter { $0.file == nil && !labels.contains($0.label) }
    return map
  }

  /// Whether a name is that of a file, with or without folders and the extension.
  static func names(_ name: String, _ path: String) -> Bool {
    let file = String(path.split(separator: "/").last ?? "")
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return name == path || name == file || name == stem
  }

  // MARK: Reading

  private static let columns = ["label", "id", "role", "name", "team", "file"]

  /// Reads a table with the columns `label`, and if wanted `id`, `role`, `name`, `team` and `file`,
  /// in any order, named in the first row.
  ///
  /// Rows with the same `id` are one person: name, role and team need stand in one of them only.
  /// A row with a `file` counts for that file only, and goes before rows without.
  /// - Throws: `ReadingError` if the table is not sound, has other columns or no `label`, names a
  ///   label twice for the same file, or contradicts itself about a person.
  public init(_ bytes: [UInt8], named file: String = "") throws(ReadingError) {
    let table = try CSV(bytes, named: file)
    guard let head = table.rows.first else {
      throw Self.problem(file, 1, "the table is empty", do: "begin with the row label,id,role")
    }
    let columns = head.fields.map { $0.trimmed.lowercased() }
    let others = columns.filter { !Self.columns.contains($0) }.map { "“\($0)”" }
    let known = Self.columns.joined(separator: ", ")
    if !others.isEmpty {
      let are = others.count == 1 ? "is no column" : "are no columns"
      throw Self.problem(
        file, head.line, "there \(are) \(others.joined(separator: ", "))",
        do: "remove or rename \(others.count == 1 ? "it" : "them"); the columns are \(known)")
    }
    guard columns.contains("label"), Set(columns).count == columns.count else {
      throw Self.problem(
        file, head.line, "the column label is missing, or a column stands twice",
        do: "name each column once in the first row")
    }
    var lines: [Int] = []
    var seen: Set<[String?]> = []
    for row in table.rows.dropFirst() {
      let entry = try Self.entry(row, columns, file)
      guard seen.insert([entry.label, entry.file]).inserted else {
        throw Self.problem(
          file, row.line, "the label “\(entry.label)” stands twice",
          do: "keep one row for each label, or name files in the column file")
      }
      entries.append(entry)
      lines.append(row.line)
    }
    try joinPeople(lines, file)
  }

  private static func entry(_ row: CSV.Row, _ columns: [String], _ file: String)
    throws(ReadingError) -> Entry
  {
    let value = { (name: String) -> String? in
      guard let column = columns.firstIndex(of: name), column < row.fields.count else { return nil }
      let text = row.fields[column].trimmed
      return text.isEmpty ? nil : text
    }
    guard let label = value("label") else {
      throw problem(file, row.line, "a row has no label", do: "give the label as printed")
    }
    return Entry(
      label: label, id: value("id"), role: value("role"), name: value("name"),
      team: value("team"), file: value("file"))
  }

  /// Gives all rows of a person what one of them says.
  private mutating func joinPeople(_ lines: [Int], _ file: String) throws(ReadingError) {
    for (name, field) in [("name", \Entry.name), ("role", \.role), ("team", \.team)] {
      var known: [String: (value: String, line: Int)] = [:]
      for (entry, line) in zip(entries, lines) {
        guard let id = entry.id, let value = entry[keyPath: field] else { continue }
        if let first = known[id], first.value != value {
          throw Self.problem(
            file, line,
            "the \(name) of “\(id)” is “\(value)”, but “\(first.value)” in line \(first.line)",
            do: "give each person one \(name), or another id to another person")
        }
        known[id] = known[id] ?? (value, line)
      }
      for i in entries.indices where entries[i][keyPath: field] == nil {
        entries[i][keyPath: field] = entries[i].id.flatMap { known[$0]?.value }
      }
    }
  }

  private static func problem(_ file: String, _ line: Int, _ what: String, do remedy: String)
    -> ReadingError
  {
    ReadingError([Diagnostic(.error, .badTable, file: file, line: line, what, do: remedy)])
  }
}

/// Finds or makes the participant behind each label of a file.
struct SpeakerFinder {
  private let map: [String: SpeakerMap.Entry]
  private var byID: [String: Int] = [:]
  private var byLabel: [String: Int] = [:]

  init(_ map: SpeakerMap) {
    self.map = Dictionary(map.entries.map { ($0.label, $0) }, uniquingKeysWith: { a, _ in a })
  }

  func isDeclared(_ label: String) -> Bool { map[label] != nil }

  /// The labels of the table that were met.
  var met: Set<String> { Set(byLabel.keys.filter(isDeclared)) }

  /// The index of the participant with a label.
  mutating func participant(_ label: String, in builder: inout TranscriptBuilder) -> Int {
    if let known = byLabel[label] { return known }
    let index = found(label, &builder)
    byLabel[label] = index
    return index
  }

  private mutating func found(_ label: String, _ builder: inout TranscriptBuilder) -> Int {
    guard let entry = map[label] else { return builder.participant(labelled: label) }
    if let id = entry.id, let known = byID[id] {
      builder.add(label: label, for: known)
      return known
    }
    var participant = Participant(id: entry.id ?? "p." + label, label: label)
    if let role = entry.role { participant.roles = [role] }
    if let team = entry.team { participant.memberships = [.init(team: team)] }
    if let name = entry.name { participant.attributes = [.init(.name, text: name)] }
    let index = builder.add(participant)
    if let id = entry.id { byID[id] = index }
    return index
  }
}
