import Samtale

/// A table with one kind of thing a row and one fact a column, as R and pandas load it.
public struct TidyTable: Hashable, Sendable {
  /// What a column holds.
  public struct Column: Hashable, Sendable {
    public enum Kind: String, Sendable { case string, integer, number, boolean }

    /// The name in snake_case.
    public var name: String
    public var kind: Kind
    /// What it says, units included.
    public var meaning: String

    public init(_ name: String, _ kind: Kind, _ meaning: String) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
    }
  }

  /// What a cell holds.
  public enum Cell: Hashable, Sendable {
    case missing
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)

    static func text(_ text: String?) -> Cell {
      text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .missing
    }
    static func integer(_ number: Int?) -> Cell { number.map { .integer($0) } ?? .missing }
    static func number(_ number: Double?) -> Cell { number.map { .number($0) } ?? .missing }
  }

  /// The name of the table and of its file.
  public var name: String
  /// What a row is.
  public var meaning: String
  public var columns: [Column]
  public var rows: [[Cell]] = []

  /// The table as CSV (RFC 4180, UTF-8, no byte order mark); what is missing is empty, truth is
  /// `TRUE` or `FALSE`, numbers have a decimal point.
  ///
  /// Words stand as they were said: a spreadsheet may take those that begin with `=` or `-` for a
  /// formula, R and pandas do not.
  public var csv: [UInt8] {
    CSV([columns.map(\.name)] + rows.map { $0.map(Self.text) }).bytes
  }

  /// The table as JSON Lines: an object a row, `null` for what is missing.
  public var jsonLines: [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      bytes.append(UInt8(ascii: "{"))
      for (i, (column, cell)) in zip(columns, row).enumerated() {
        if i > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += Value.text(column.name).json + [UInt8(ascii: ":")] + Self.json(cell)
      }
      bytes += Array("}\n".utf8)
    }
    return bytes
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .missing: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): plain(number)
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    }
  }

  private static func json(_ cell: Cell) -> [UInt8] {
    switch cell {
    case .missing: Array("null".utf8)
    case .text(let text): text.isEmpty ? Array("null".utf8) : Value.text(text).json
    case .integer(let number): Array(String(number).utf8)
    case .number(let number): Array(plain(number).utf8)
    case .boolean(let isTrue): Array(String(isTrue).utf8)
    }
  }

  /// A time or length in seconds, to the millisecond, without an exponent.
  private static func plain(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    let text = Decimals.fixed(number, 3)
    guard text.contains(".") else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String(kept.drop { $0 == "." }.reversed())
  }
}

extension TidyTable {
  /// The description of all tables for programs: a Frictionless Data Package
  /// (specs.frictionlessdata.io/data-package), which names each column, its type and meaning.
  static func package(_ tables: [TidyTable], extension suffix: String) -> [UInt8] {
    let resources = tables.map { table -> Value in
      let fields = table.columns.map { column -> Value in
        .object([
          "name": .text(column.name), "type": .text(column.kind.rawValue),
          "description": .text(column.meaning),
        ])
      }
      return .object([
        "name": .text(table.name), "path": .text("\(table.name).\(suffix)"),
        "description": .text(table.meaning), "encoding": .text("utf-8"),
        "format": .text(suffix),
        "schema": .object(["fields": .list(fields), "missingValues": .list([.text("")])]),
      ])
    }
    return Value.object(["name": .text("samtale-tables"), "resources": .list(resources)]).json
      + [0x0A]
  }
}
