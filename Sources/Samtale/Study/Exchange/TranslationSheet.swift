/// A transcript as a sheet for translators: the original in one column, the translation in another.
///
/// | column | |
/// | --- | --- |
/// | `turn` | the utterance's identifier |
/// | `speaker` | the label printed before it |
/// | `original` | its words; must not be changed |
/// | `translation` | what it says in the other language; may be empty |
/// | `status` | `draft`, `checked`, `back-translated`; `stale` if the original was corrected after it was translated |
public struct TranslationSheet: Hashable, Sendable {
  public enum Column: String, Sendable, CaseIterable {
    case turn, speaker, original, translation, status
  }

  public struct Row: Hashable, Sendable {
    public var turn: String
    public var speaker: String
    public var original: String
    public var translation: String
    /// A status, `stale`, or empty.
    public var status: String
    /// The line on which it stands, from 1; 0 if it was not read from a file.
    public var line = 0
  }

  /// Stands in the column `status` for a translation whose original was corrected since.
  public static let stale = "stale"

  public var rows: [Row]
  /// The name under which errors speak of it.
  public var name = ""

  /// The utterances with words, with their translations into a language.
  public init(_ set: TranslationSet, language: String) {
    rows = set.utterancesWithWords.map { utterance in
      let entry = set[utterance, language].flatMap {
        $0.translation.utterance == utterance ? $0 : nil
      }
      let status = entry?.isStale == true ? Self.stale : entry?.translation.status?.rawValue
      return Row(
        turn: set.version.name(of: utterance), speaker: set.speaker(utterance),
        original: set.version.transcript.utterances[utterance].text,
        translation: entry?.translation.text ?? "", status: status ?? "")
    }
  }

  /// Reads a sheet: columns in any order and any case; others are left aside, `speaker` and `status`
  /// may be missing.
  /// - Parameters:
  ///   - bytes: UTF-8, RFC 4180; semicolons and tabs are accepted as separators.
  ///   - name: The name under which errors speak of it.
  /// - Throws: ``ReadingError`` with lines: a table that is not well-formed, a column that is
  ///   missing or there twice, a turn that stands twice, a status that nobody knows.
  public init(csv bytes: [UInt8], named name: String = "") throws(ReadingError) {
    let table = try CSV(bytes, named: name)
    let columns = try Self.columns(table, name)
    self.name = name
    rows = table.rows.dropFirst().map { row in
      let text = { (column: Column) in
        columns[column].map { CSV.unguarded(row.fields[$0]).collapsed } ?? ""
      }
      return Row(
        turn: text(.turn), speaker: text(.speaker), original: text(.original),
        translation: columns[.translation].map { CSV.unguarded(row.fields[$0]) } ?? "",
        status: text(.status).lowercased(), line: row.line)
    }
    let problems = problems
    guard problems.isEmpty else { throw ReadingError(problems) }
  }

  /// Turns that stand twice, and statuses that nobody knows.
  private var problems: [Diagnostic] {
    var problems: [Diagnostic] = []
    var lines: [String: Int] = [:]
    for row in rows {
      if let other = lines.updateValue(row.line, forKey: row.turn) {
        problems.append(
          Diagnostic(
            .error, .badTable, file: name, line: row.line,
            "\(row.turn) stands on line \(other) already", do: "keep one of the two rows"))
      }
      guard !row.status.isEmpty, row.status != Self.stale,
        Translation.Status(rawValue: row.status) == nil
      else { continue }
      problems.append(
        Diagnostic(
          .error, .badTable, file: name, line: row.line,
          "“\(row.status)” is no status of a translation",
          do: "write draft, checked or back-translated, or nothing"))
    }
    return problems
  }

  private static func columns(_ table: CSV, _ name: String) throws(ReadingError) -> [Column: Int] {
    var columns: [Column: Int] = [:]
    let header = table.rows.first?.fields ?? []
    for (i, field) in header.enumerated() {
      let title = CSV.unguarded(field).collapsed.lowercased()
      guard let column = Column(rawValue: title) else { continue }
      guard columns.updateValue(i, forKey: column) == nil else {
        throw ReadingError([
          Diagnostic(
            .error, .badTable, file: name, line: 1, "there are two columns “\(title)”",
            do: "keep one of them")
        ])
      }
    }
    for column in [Column.turn, .original, .translation] where columns[column] == nil {
      throw ReadingError([
        Diagnostic(
          .error, header.isEmpty ? .emptyFile : .badTable, file: name, line: 1,
          "there is no column “\(column.rawValue)”",
          do: "name the columns as samtale translation export does")
      ])
    }
    return columns
  }

  /// The sheet as a table with a row of column names. Texts that a spreadsheet would take for
  /// formulas begin with an apostrophe, which reading takes away.
  public var csv: CSV {
    CSV(
      [Column.allCases.map(\.rawValue)]
        + rows.map { row in
          [row.turn, row.speaker, row.original, row.translation, row.status].map(CSV.guarded)
        })
  }
}

extension TranslationSet {
  /// The labels of those who speak an utterance.
  public func speaker(_ utterance: Int) -> String {
    let transcript = version.transcript
    return transcript.utterances[utterance].speakers.map {
      transcript.participants[$0].label ?? transcript.participants[$0].id
    }
    .joined(separator: ", ")
  }
}
