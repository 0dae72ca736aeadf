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
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  /// Declares a label as a speaker's; nothing happens if it is declared already.
  public mutating func declare(_ label: String) {
    guard !entries.contains(where: { $0.label == label }) else { return }
    entries.append(Entry(label: label))
  }

  /// Declares further labels of which nothing else is known, or only whose they are.
  mutating func declare(_ labels: [String], ids: [String: String] = [:]) {
    var known = Set(entries.map(\.label))
    for label in labels where known.insert(label).inserted {
      entries.append(Entry(label: label, id: ids[label]))
    }
  }

  /// Reads a table with the columns `label`, and if wanted `id`, `role`, `name` and `team`, in any
  /// order, named in the first row.
  /// - Throws: `ReadingError` if the table is not sound, has another column or no `label`, or
  ///   names a label twice.
  public init(_ bytes: [UInt8], named file: String = "") throws(ReadingError) {
    let table = try CSV(bytes, named: file)
    guard let head = table.rows.first else {
      throw Self.problem(file, 1, "the table is empty", do: "begin with the row label,id,role")
    }
    let columns = head.fields.map { $0.trimmed.lowercased() }
    let known = ["label", "id", "role", "name", "team"]
    if let other = columns.first(where: { !known.contains($0) }) {
      throw Self.problem(
        file, head.line, "there is no column “\(other)”",
        do: "name the columns label, id, role, name, team")
    }
    guard columns.contains("label"), Set(columns).count == columns.count else {
      throw Self.problem(
        file, head.line, "the column label is missing, or a column stands twice",
        do: "name each column once in the first row")
    }
    for row in table.rows.dropFirst() { try add(row, columns, file) }
  }

  private mutating func add(_ row: CSV.Row, _ columns: [String], _ file: String)
    throws(ReadingError)
  {
    let value = { (name: String) -> String? in
      guard let column = columns.firstIndex(of: name) else { return nil }
      let text = row.fields[column].trimmed
      return text.isEmpty ? nil : text
    }
    guard let label = value("label") else {
      throw Self.problem(file, row.line, "a row has no label", do: "give the label as printed")
    }
    guard !entries.contains(where: { $0.label == label }) else {
      throw Self.problem(
        file, row.line, "the label “\(label)” stands twice", do: "keep one row for each label")
    }
    entries.append(
      Entry(
        label: label, id: value("id"), role: value("role"), name: value("name"),
        team: value("team")))
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
