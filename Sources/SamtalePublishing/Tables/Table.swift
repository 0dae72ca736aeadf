/// A finished table: what was measured, in which unit, and why a cell has no value.
///
/// A table holds values, never formatted text; ``rendered(as:decimalMark:width:)`` decides how they
/// look.
///
/// ```swift
/// let table = Table(
///   title: "Words",
///   columns: [
///     Table.Column(key: "speaker", title: "Speaker", kind: .text),
///     Table.Column(key: "share", title: "Share", kind: .percent(places: 1)),
///   ],
///   rows: [[.text("Åse"), .number(0.625)], [.text("Bo"), .missing("no turns")]])
/// print(table.rendered(as: .table), terminator: "")
/// // Words
/// //
/// // Speaker  Share
/// // ──────────────
/// // Åse      62.5%
/// // Bo          –¹
/// //
/// // ¹ no turns
/// ```
///
/// Every row has exactly one cell for each column, and column keys are distinct and not `row`, which
/// says what a row is; rendering stops the program otherwise. A table without rows is shown as its head.
public struct Table: Sendable, Hashable {
  /// What the table shows, as one line.
  public var title: String
  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows, each with one cell for every column.
  public var rows: [Row]
  /// What a reader must know: definitions, units, the seed, how many files were read.
  public var notes: [String]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - title: What the table shows; an empty title is left out for human readers.
  ///   - columns: The columns, from left to right.
  ///   - rows: The rows, each with one cell for every column.
  ///   - notes: Definitions, units, the seed, file counts.
  public init(title: String, columns: [Column], rows: [Row] = [], notes: [String] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

extension Table {
  /// The name, unit and kind of one column.
  public struct Column: Sendable, Hashable {
    /// The name for machines, in snake_case: the head in CSV and TSV, the member name in JSON.
    public var key: String
    /// The head for human readers.
    public var title: String
    /// The unit, shown in parentheses after the title for human readers, such as `words`.
    public var unit: String?
    /// How values are shown.
    public var kind: Kind
    /// Who gets to see the column.
    public var audience: Audience
    /// Whether human readers see a value once where rows below repeat it, as journals print groups of
    /// rows. Columns to the left that are said once must repeat too. Programs get every value.
    public var isSaidOnce: Bool

    /// Creates a column.
    ///
    /// - Parameters:
    ///   - key: The name for machines, in snake_case, not used by another column.
    ///   - title: The head for human readers.
    ///   - unit: The unit, shown in parentheses after the title; `nil` where there is none.
    ///   - kind: How values are shown.
    ///   - audience: Who gets to see the column.
    ///   - isSaidOnce: Whether human readers see repeated values once.
    public init(
      key: String,
      title: String,
      unit: String? = nil,
      kind: Kind,
      audience: Audience = .everybody,
      isSaidOnce: Bool = false
    ) {
      self.key = key
      self.title = title
      self.unit = unit
      self.kind = kind
      self.audience = audience
      self.isSaidOnce = isSaidOnce
    }
  }

  /// For whom a column is: what is plain or too long for a reader may be needed by a program.
  public enum Audience: Sendable, Hashable {
    case everybody, people, programs
  }

  /// One row and what it stands for.
  ///
  /// An array of cells is a row of the kind `group`.
  public struct Row: Sendable, Hashable, ExpressibleByArrayLiteral {
    /// One cell for every column.
    public var cells: [Cell]
    /// What the row stands for.
    public var kind: RowKind

    /// Creates a row.
    public init(_ cells: [Cell], kind: RowKind = .group) {
      self.cells = cells
      self.kind = kind
    }

    public init(arrayLiteral cells: Cell...) {
      self.init(cells)
    }
  }

  /// What a row stands for, so that nobody adds a total to its parts.
  public enum RowKind: String, Sendable, Hashable, CaseIterable {
    /// One of the things that the table is about.
    case group
    /// All groups together.
    case total
    /// What belongs to no group and is part of no share.
    case apart
    /// A statistic over the rows above: a mean, a deviation.
    case summary
  }

  /// How the values of a column are shown to human readers.
  ///
  /// Formats for machines always have the stored value in full precision.
  public enum Kind: Sendable, Hashable {
    /// Words and names, aligned left; every other kind is aligned right.
    case text
    /// Counts; a number is rounded.
    case integer
    /// Numbers with this many decimals.
    case decimal(places: Int)
    /// Shares stored as 0…1, shown times 100 with this many decimals, and with `%` unless the head
    /// has it. What is more than nothing is never shown as zero: `<0.1%`.
    case percent(places: Int)
    /// Spans of time stored in seconds, shown as `m:ss` or `h:mm:ss`.
    case duration
  }

  /// One value, or the reason why there is none.
  public enum Cell: Sendable, Hashable {
    case text(String)
    case integer(Int)
    /// A number; one that is not finite is rendered as missing, "not a finite number".
    case number(Double)
    /// No value, and why; undefined is not zero. An empty reason gives no note.
    case missing(String)
  }
}

extension Table.Cell {
  /// The cell itself, or a missing one in place of an infinity or NaN.
  var finite: Table.Cell {
    if case .number(let value) = self, !value.isFinite { return .missing("not a finite number") }
    return self
  }
}

extension Table {
  /// The member or column that says what a row stands for.
  static let rowKey = "row"

  /// Stops the program unless every row fits the columns and keys are distinct.
  func checkInvariants() {
    let keys = Set(columns.map(\.key))
    precondition(keys.count == columns.count, "a column key is used twice")
    precondition(!keys.contains(Self.rowKey), "the key row is taken")
    precondition(
      rows.allSatisfy { $0.cells.count == columns.count },
      "a row needs one cell for every column"
    )
  }

  /// The table with the columns for one audience.
  func shown(to audience: Audience) -> Table {
    let kept = columns.indices.filter {
      columns[$0].audience == .everybody || columns[$0].audience == audience
    }
    guard kept.count < columns.count else { return self }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in Row(kept.map { row.cells[$0] }, kind: row.kind) }
    return table
  }
}
