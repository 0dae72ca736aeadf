import Samtale

extension TalkAssembly {
  /// Reads a plain text, whose lines are paragraphs.
  mutating func readPlainText(_ text: SourceText) {
    readParagraphs(withoutNumbers(Self.paragraphs(text)))
  }

  /// Reads a text of f4 or f5, with stamps such as `#00:01:02-3#`, the last number being tenths.
  mutating func readF4(_ text: SourceText) {
    readParagraphs(Self.paragraphs(text), .f4)
  }

  /// The lines of a text that are not empty.
  static func paragraphs(_ text: SourceText) -> [SourceParagraph] {
    text.lines().enumerated().compactMap { number, bytes in
      bytes.contains { $0 > 0x20 } ? SourceParagraph(text: bytes.string, line: number + 1) : nil
    }
  }

  /// The lines without the numbers that printed transcripts have, where nine in ten have one that
  /// is higher than that above.
  private mutating func withoutNumbers(_ lines: [SourceParagraph]) -> [SourceParagraph] {
    var last = -1
    let numbers = lines.map { line -> Int? in
      let digits = line.text.utf8.drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
      var rest = line.text.utf8[digits.endIndex...]
      if let mark = rest.first, ".)".utf8.contains(mark) { rest = rest.dropFirst() }
      guard (1...6).contains(digits.count), let number = Int(String(digits) ?? ""), number > last,
        let next = rest.first, next == 0x20 || next == 0x09
      else { return nil }
      last = number
      return number
    }
    guard lines.count > 3, numbers.count(where: { $0 != nil }) * 10 >= lines.count * 9 else {
      return lines
    }
    findings.guess(.lineNumbers, line: lines.first?.line)
    return zip(lines, numbers).map { line, number in
      guard number != nil else { return line }
      let text = line.text.drop { $0 == " " }
      var rest = text.drop { $0.isASCII && $0.isNumber }
      if let mark = rest.first, ".)".contains(mark) { rest = rest.dropFirst() }
      accounted[.times] += text.utf8.count - rest.utf8.count
      return SourceParagraph(text: String(rest), line: line.line)
    }
  }

  // MARK: What stands outside the paragraphs

  /// The paragraphs with names and times of the lines above them, where the text is so written.
  mutating func withoutHeads(_ paragraphs: [SourceParagraph]) -> [SourceParagraph] {
    let headed = HeadedParagraphs(paragraphs)
    guard headed.isTalk || (options.format == .headedText && headed.heads > 0) else {
      return paragraphs
    }
    accounted[.names] += headed.names
    accounted[.times] += headed.times
    accounted[.markup] += headed.marks
    for line in headed.empty {
      findings.gather(
        .warning, .notImported, line: line, "a label has no words after it",
        do: "write the words behind it, or remove it")
    }
    if headed.isByDay { findings.guess(.timeOfDay, line: nil) }
    return headed.paragraphs
  }

  /// The paragraphs with rows of tables turned into paragraphs: with the label and the time that
  /// their columns hold, or else with their cells divided by tabs.
  mutating func withoutTables(_ paragraphs: [SourceParagraph]) -> [SourceParagraph] {
    guard paragraphs.contains(where: { !$0.cells.isEmpty }) else { return paragraphs }
    var all: [SourceParagraph] = []
    var outside: [Int] = []
    var holdTalk = false
    var rest = paragraphs[...]
    while let first = rest.first {
      let rows = rest.prefix { !$0.cells.isEmpty }
      if rows.isEmpty {
        outside.append(all.count)
        all.append(first)
        rest = rest.dropFirst()
      } else {
        all += talk(inTable: rows, &holdTalk)
        rest = rest.dropFirst(rows.count)
      }
    }
    if holdTalk { for i in outside { all[i].beside = .paragraph } }
    return all
  }

  private mutating func talk(
    inTable rows: ArraySlice<SourceParagraph>, _ holdTalk: inout Bool
  ) -> [SourceParagraph] {
    let fields = rows.map { LooseTable.Row(fields: $0.cells, line: $0.line) }
    let found = TableReader(fields, .clock, isDocument: true)
    guard let reader = found, reader.columns.index(.speaker) != nil else {
      return rows.map { row in
        var row = row
        // The tabs are words to all that follows.
        total? += row.cells.count - 1
        row.text = row.cells.joined(separator: "\t")
        row.cells = []
        if found == nil { row.beside = .row }
        return row
      }
    }
    holdTalk = true
    if reader.columns.hasNames, let names = rows.first {
      findings.report(
        .note, .notImported, line: names.line,
        "the first row of a table holds the names of its columns: "
          + names.cells.map(\.trimmed).joined(separator: ", "),
        do: "nothing, if it is so")
    } else {
      findings.guess(.columnsByContent, line: rows.first?.line)
    }
    return zip(reader.rows, rows.suffix(reader.rows.count)).map { row, source in
      paragraph(row, of: source, reader)
    }
  }

  private func paragraph(
    _ row: LooseTable.Row, of source: SourceParagraph, _ reader: TableReader
  ) -> SourceParagraph {
    let time = { (role: TableColumns.Role) -> Int? in
      reader.field(role, row).flatMap { TableTime($0) }?.milliseconds(reader.unit)
    }
    var paragraph = SourceParagraph(text: reader.words(row), line: row.line)
    let label = reader.field(.speaker, row)?.droppingColon ?? ""
    paragraph.label = label.isEmpty ? nil : label
    paragraph.start = time(.start)
    paragraph.end = time(.end)
    paragraph.notes = source.notes
    let end = paragraph.text.unicodeScalars.count
    for (i, role) in reader.columns.roles.enumerated() where i < row.fields.count {
      let isUnread =
        (role == .start && paragraph.start == nil) || (role == .end && paragraph.end == nil)
      switch role {
      case .remark, .other, .number, .duration: break
      default: guard isUnread else { continue }
      }
      let field = row.fields[i].trimmed
      if !field.isEmpty { paragraph.notes.append(.init(place: end, text: field, type: "cell")) }
    }
    return paragraph
  }
}
