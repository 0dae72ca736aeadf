import Samtale

/// Tables with one utterance in each row.
extension TalkAssembly {
  /// Reads comma-, semicolon- or tab-separated values.
  ///
  /// Columns are told by their names in English, Norwegian or German, in any order, else by what
  /// stands in them. Remarks become notes; columns of other names become annotations.
  mutating func readTable(_ text: SourceText, _ dialect: StampDialect = .clock) {
    rest = .markup
    progress.begin(0.25, of: size)
    let table = LooseTable(text.bytes, progress)
    if let line = table.unclosed {
      findings.report(
        .warning, .badTable, line: line,
        "a quotation mark is not closed; it was taken for a word's",
        do: "close it, or double it if it belongs to the text")
    }
    guard let reader = TableReader(table.rows, dialect) else {
      rest = .refused
      return findings.report(
        .error, .badTable, line: 1, "the table does not say which column holds the words",
        do: "name the columns in the first row: start, end, speaker, text")
    }
    if !reader.columns.hasNames { findings.guess(.columnsByContent, line: table.rows.first?.line) }
    if reader.isUnitGuessed { findings.guess(.timeUnit, line: reader.rows.first?.line) }
    let isCertain = reader.columns.hasNames
    var seen: [String: Int] = [:]
    progress.begin(0.03, of: reader.rows.count)
    for (i, row) in reader.rows.enumerated() {
      count(row, reader)
      progress.tell(i)
    }
    startStreaming(bytes: size)
    progress.begin(1, of: reader.rows.count)
    for (i, row) in reader.rows.enumerated() {
      read(row, reader, &seen, isCertain)
      progress.tell(i)
    }
  }

  /// Counts the label of a row, be it in a column or before the words.
  private mutating func count(_ row: LooseTable.Row, _ reader: TableReader) {
    var part = TalkPart(items: [], line: row.line)
    if let label = label(row, reader) {
      part.voice = label
    } else {
      let words = SourceParagraph(text: reader.words(row), line: row.line)
      part.items =
        ParagraphWords(words, from: 0, reader.dialect, isAddressee: { _ in false }).items
    }
    count(part)
  }

  /// The label in the column of speakers, unless somebody said that it is none.
  private func label(_ row: LooseTable.Row, _ reader: TableReader) -> String? {
    guard let label = reader.field(.speaker, row)?.droppingColon, !label.isEmpty,
      !options.refusedLabels.contains(label)
    else { return nil }
    return label
  }

  private mutating func read(
    _ row: LooseTable.Row, _ reader: TableReader, _ seen: inout [String: Int], _ isCertain: Bool
  ) {
    let words = reader.words(row)
    let taken = ParagraphWords(
      SourceParagraph(text: words, line: row.line), from: 0, reader.dialect,
      isAddressee: { _ in false })
    count(taken)
    var part = TalkPart(items: taken.items, line: row.line)
    if let stamp = taken.leading { part.items.insert(.time(stamp.start), at: 0) }
    if let stamp = taken.trailing { part.items.append(.time(stamp.start)) }
    setTimes(of: &part, row, reader)
    if let label = reader.field(.speaker, row)?.droppingColon, !label.isEmpty {
      accounted[.names] += label.unicodeScalars.count
      note(label, line: row.line, &seen, isCertain)
    }
    part.voice = self.label(row, reader)
    if let id = reader.field(.number, row), !id.isEmpty {
      part.id = Int(id) == nil ? id : nil
      accounted[.times] += id.unicodeScalars.count
    }
    addOthers(row, reader, to: &part)
    guard !part.isSilent || part.voice != nil else { return }
    if part.isSilent {
      findings.gather(
        .note, .notImported, line: row.line, "a row has no words", do: "nothing, if it was silence")
    }
    add(part)
  }

  private mutating func note(
    _ label: String, line: Int, _ seen: inout [String: Int], _ isCertain: Bool
  ) {
    if let index = seen[label] {
      labels[index].count += 1
    } else {
      seen[label] = labels.count
      let isRefused = options.refusedLabels.contains(label)
      labels.append(
        ProposedLabel(
          label, count: 1, line: line, isAccepted: !isRefused, isCertain: isCertain || isRefused))
    }
  }

  private mutating func setTimes(
    of part: inout TalkPart, _ row: LooseTable.Row, _ reader: TableReader
  ) {
    part.start = time(.start, row, reader)
    part.end = time(.end, row, reader)
    if part.end == nil, let start = part.start, let length = time(.duration, row, reader) {
      part.end = start + length
    }
    guard let start = part.start, let end = part.end, end < start else { return }
    findings.gather(
      .warning, .endBeforeStart, line: row.line, "an utterance ends before it begins",
      do: "correct the times; its end is taken as unknown")
    part.end = nil
  }

  private mutating func time(
    _ role: TableColumns.Role, _ row: LooseTable.Row, _ reader: TableReader
  ) -> Int? {
    guard let field = reader.field(role, row), !field.isEmpty else { return nil }
    guard let time = TableTime(field, reader.dialect)?.milliseconds(reader.unit) else {
      refuse(
        field, line: row.line, "“\(field.prefix(30))” is no time",
        do: "write times as 0:01:02.5 or as seconds")
      return nil
    }
    accounted[.times] += field.unicodeScalars.count
    return time
  }

  /// Remarks and further columns.
  private mutating func addOthers(
    _ row: LooseTable.Row, _ reader: TableReader, to part: inout TalkPart
  ) {
    for (i, role) in reader.columns.roles.enumerated() where i < row.fields.count {
      let field = row.fields[i].trimmed
      guard !field.isEmpty else { continue }
      switch role {
      case .remark: part.items.append(.note(field, type: nil))
      case .other(let name):
        part.annotations.append(.init(name.isEmpty ? "column \(i + 1)" : name, field))
      default: break
      }
    }
    guard let surplus = reader.surplus(row) else { return }
    findings.gather(
      .warning, .badTable, line: row.line, "a row has more fields than the table has columns",
      do: "put fields that hold the separator in quotation marks; the rest is kept as a note")
    part.items.append(.note(surplus, type: "surplus"))
  }
}

/// The rows of a table with the meaning of its columns.
struct TableReader {
  let columns: TableColumns
  let rows: [LooseTable.Row]
  let dialect: StampDialect
  private(set) var unit = TableColumns.Unit.seconds
  /// Whether nothing but the size of the numbers says what they count.
  private(set) var isUnitGuessed = false

  /// Finds the columns; `nil` if the table does not say where the words are.
  /// - Parameters:
  ///   - all: The rows.
  ///   - dialect: How times are meant.
  ///   - isDocument: Whether it is a table of a document, whose cells are no accident.
  init?(_ all: [LooseTable.Row], _ dialect: StampDialect, isDocument: Bool = false) {
    guard let first = all.first else { return nil }
    if let named = TableColumns(names: first.fields) {
      (columns, rows) = (named, Array(all.dropFirst()))
    } else if let found = TableColumns(content: all.map(\.fields), isDocument: isDocument) {
      (columns, rows) = (found, all)
    } else {
      return nil
    }
    self.dialect = dialect
    findUnit()
  }

  private mutating func findUnit() {
    if let stated = columns.unit {
      unit = stated
      return
    }
    let times = rows.prefix(500).compactMap { row in
      field(.start, row).flatMap { TableTime($0, dialect) }
    }
    guard times.count > 1, !times.contains(where: { $0.isClock || $0.hasDecimals }) else { return }
    isUnitGuessed = true
    let span = (times.map(\.value).max() ?? 0) - (times.map(\.value).min() ?? 0)
    // Nobody speaks for five minutes in each row.
    if span / Double(times.count - 1) > 300 { unit = .milliseconds }
  }

  func field(_ role: TableColumns.Role, _ row: LooseTable.Row) -> String? {
    guard let index = columns.index(role), index < row.fields.count else { return nil }
    return row.fields[index].trimmed
  }

  /// The words; where they stand last, with what an unquoted separator divided from them.
  func words(_ row: LooseTable.Row) -> String {
    guard let index = columns.index(.words), index < row.fields.count else { return "" }
    guard index == columns.roles.count - 1 else { return row.fields[index] }
    return row.fields[index...].joined(separator: ",")
  }

  /// Fields beyond the last column.
  func surplus(_ row: LooseTable.Row) -> String? {
    guard columns.roles.last != .words, row.fields.count > columns.roles.count else { return nil }
    let fields = row.fields[columns.roles.count...].map(\.trimmed).filter { !$0.isEmpty }
    return fields.isEmpty ? nil : fields.joined(separator: " ")
  }
}
