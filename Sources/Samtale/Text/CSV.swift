/// A table as comma-separated values (RFC 4180), UTF-8.
///
/// Fields that hold a separator, a quotation mark or a line end stand in quotation marks; quotation
/// marks inside are doubled. Lines end with CRLF on the way out; CRLF, LF and CR are read. Empty
/// lines are skipped.
public struct CSV: Hashable, Sendable {
  public var rows: [Row]

  /// One record.
  public struct Row: Hashable, Sendable {
    public var fields: [String]
    /// The line on which it begins, from 1; 0 if it was not read from a file.
    public var line: Int
    /// Where each field begins in its line, in Unicode scalars from 1.
    public var columns: [Int]

    public init(_ fields: [String], line: Int = 0, columns: [Int] = []) {
      self.fields = fields
      self.line = line
      self.columns = columns
    }
  }

  public init(_ rows: [[String]]) { self.rows = rows.map { Row($0) } }

  /// Reads a table. All rows must have as many fields as the first.
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - name: The name under which errors speak of it.
  ///   - separator: What separates fields; by default whichever of comma, semicolon and tab stands
  ///     first outside quotation marks in the first line, since spreadsheets differ by country.
  /// - Throws: ``ReadingError`` with line and column if a quotation mark is not closed or stands
  ///   where none may stand, if a row has too few or too many fields, or if it is not UTF-8.
  public init(_ bytes: [UInt8], named name: String = "", separator: UInt8? = nil)
    throws(ReadingError)
  {
    var reader = CSVReader(bytes: bytes, name: name)
    reader.separator = separator ?? reader.guessedSeparator()
    rows = try reader.rows()
  }

  /// The table as UTF-8 without a byte order mark.
  public var bytes: [UInt8] { Array(text.utf8) }

  /// The table as text.
  public var text: String {
    rows.map { row in
      // A lone empty field would be an empty line.
      row.fields == [""] ? "\"\"\r\n" : row.fields.map(Self.quoted).joined(separator: ",") + "\r\n"
    }
    .joined()
  }

  private static func quoted(_ field: String) -> String {
    let isSpecial = field.utf8.contains { [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D].contains($0) }
    guard isSpecial else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

extension CSV {
  /// The text with a leading apostrophe if a spreadsheet would take it for a formula (OWASP, “CSV
  /// injection”); ``unguarded(_:)`` takes it away again, whatever the text.
  public static func guarded(_ text: String) -> String { isRisky(text) ? "'" + text : text }

  /// The text that ``guarded(_:)`` was given.
  public static func unguarded(_ text: String) -> String {
    text.unicodeScalars.first == "'" && isRisky(text)
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Whether the text begins, after any apostrophes, with what makes a formula.
  private static func isRisky(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return "=+-@\t\r\n".unicodeScalars.contains(first)
  }
}

/// Reads one table.
private struct CSVReader {
  let bytes: [UInt8]
  let name: String
  var separator = UInt8(ascii: ",")
  private var at: Int
  private var line = 1
  /// Where the line begins.
  private var lineStart: Int

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = at
  }

  func guessedSeparator() -> UInt8 {
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x2C || byte == 0x3B || byte == 0x09 { return byte }
      if byte == 0x0A || byte == 0x0D { break }
    }
    return UInt8(ascii: ",")
  }

  mutating func rows() throws(ReadingError) -> [CSV.Row] {
    var rows: [CSV.Row] = []
    while at < bytes.count {
      if isLineEnd {
        endLine()
        continue
      }
      let row = try row()
      if let first = rows.first, first.fields.count != row.fields.count {
        throw problem(
          row.line, row.columns[min(first.fields.count, row.fields.count - 1)],
          "the row has \(row.fields.count) fields, the first row \(first.fields.count)",
          do: "give every row one field for each column; put fields with commas in quotation marks")
      }
      rows.append(row)
    }
    return rows
  }

  private var isLineEnd: Bool { at < bytes.count && (bytes[at] == 0x0A || bytes[at] == 0x0D) }

  private mutating func endLine() {
    if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
    at += 1
    line += 1
    lineStart = at
  }

  /// The column of a byte in the present line, in Unicode scalars.
  private func column(_ place: Int) -> Int {
    1 + bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 }
  }

  private mutating func row() throws(ReadingError) -> CSV.Row {
    var row = CSV.Row([], line: line)
    while true {
      row.columns.append(column(at))
      row.fields.append(
        at < bytes.count && bytes[at] == 0x22 ? try quotedField() : try plainField())
      if at < bytes.count, bytes[at] == separator {
        at += 1
        continue
      }
      if isLineEnd { endLine() }
      return row
    }
  }

  private mutating func plainField() throws(ReadingError) -> String {
    let start = at
    while at < bytes.count, bytes[at] != separator, !isLineEnd {
      guard bytes[at] != 0x22 else {
        throw problem(
          line, column(at), "a quotation mark stands inside a field that does not begin with one",
          do: "put the whole field in quotation marks and double those inside")
      }
      at += 1
    }
    return try string(bytes[start..<at])
  }

  private mutating func quotedField() throws(ReadingError) -> String {
    let opened = (line, column(at))
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      if bytes[at] == 0x22 {
        guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else { break }
        at += 1
      }
      let start = at
      if isLineEnd { endLine() } else { at += 1 }
      text += bytes[start..<at]
    }
    guard at < bytes.count else {
      throw problem(
        opened.0, opened.1, "the quotation mark is not closed",
        do: "close it; double quotation marks that belong to the text")
    }
    at += 1
    guard at == bytes.count || bytes[at] == separator || isLineEnd else {
      throw problem(
        line, column(at), "something follows the quotation mark that closes a field",
        do: "double quotation marks that belong to the text")
    }
    return try string(text[...])
  }

  private func string(_ bytes: ArraySlice<UInt8>) throws(ReadingError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw problem(line, nil, "the text is not UTF-8", do: "save the table as CSV UTF-8")
    }
    return text
  }

  private func problem(_ line: Int, _ column: Int?, _ what: String, do remedy: String)
    -> ReadingError
  {
    ReadingError([
      Diagnostic(.error, .badTable, file: name, line: line, column: column, what, do: remedy)
    ])
  }
}
