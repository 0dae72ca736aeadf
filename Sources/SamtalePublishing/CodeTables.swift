import Samtale

extension Table {
  /// Where codes were used, one row for each code.
  ///
  /// People see the codings of each cell; CSV and JSON have the utterances besides.
  /// - Parameter codes: The counts.
  /// - Returns: The table.
  public static func codes(_ codes: CodeTable) -> Table {
    CodeTableMaker(codes: codes).table
  }

  /// The codings behind a table of codes, cell by cell, with their files and lines.
  /// - Parameters:
  ///   - codes: The counts.
  ///   - index: The study they were made from.
  /// - Returns: One row for each coding in each cell.
  public static func codeEvidence(_ codes: CodeTable, in index: QueryIndex) -> Table {
    CodeTableMaker(codes: codes).evidence(index)
  }
}

/// Builds tables of codes.
private struct CodeTableMaker {
  let codes: CodeTable

  /// What the columns are, in words.
  private var columnsAre: String {
    switch codes.dimension {
    case .role: "role of the speaker"
    case .meeting: "meeting"
    case .person: "speaker"
    case .team: "team"
    case .code: "code at the same place"
    case .opener: "role of the person who opens the topic"
    case .lastword: "role of the person who has the last word in the topic"
    case .closure: "how the topic ends"
    case .uptake: "what the contribution gets from others"
    }
  }

  private func title(_ column: CodeTable.Column) -> String {
    guard codes.dimension == .closure, let type = ClosureType(rawValue: column.key) else {
      return column.title
    }
    return type.shown
  }

  private func key(_ column: CodeTable.Column) -> String {
    "\(codes.dimension.rawValue)_\(column.key)"
  }

  var table: Table {
    var table = Table(
      title: "Codings by code and \(columnsAre)",
      columns: [
        .init(key: "code", title: "code", kind: .text),
        .init(key: "code_path", title: "path", kind: .text, audience: .programs),
        .init(key: "code_id", title: "id", kind: .text, audience: .programs),
      ])
    for column in codes.columns { table.columns += pair(key(column), title(column)) }
    table.columns += pair("all", "all")
    table.rows = zip(codes.rows, codes.cells).map { row, cells in
      let head: [Table.Cell] = [
        .text(row.name), .text(row.path.joined(separator: " > ")),
        .text(row.code.description),
      ]
      return Table.Row(head + cells.flatMap(numbers) + numbers(row.all))
    }
    table.notes = notes
    return table
  }

  private func pair(_ key: String, _ title: String) -> [Table.Column] {
    [
      .init(key: key, title: title, kind: .integer),
      .init(key: key + "_utterances", title: "utterances", kind: .integer, audience: .programs),
    ]
  }

  private func numbers(_ cell: CodeTable.Cell) -> [Table.Cell] {
    [.integer(cell.codings.count), .integer(cell.utterances)]
  }

  // MARK: Evidence

  func evidence(_ index: QueryIndex) -> Table {
    var table = Table(
      title: "Codings behind the table by code and \(columnsAre)",
      columns: [
        .init(key: "code", title: "code", kind: .text),
        .init(
          key: codes.dimension == .code ? "other" : codes.dimension.rawValue,
          title: codes.dimension == .code ? "with" : codes.dimension.rawValue, kind: .text),
        .init(key: "source", title: "file:line", kind: .text),
        .init(key: "speakers", title: "speaker", kind: .text),
        .init(key: "coder", title: "coder", kind: .text),
        .init(key: "coding", title: "coding", kind: .text, audience: .programs),
        .init(key: "words", title: "words", kind: .text),
      ])
    let all = index.extracts(of: codes.rows.flatMap(\.all.codings))
    let extracts = Dictionary(
      all.compactMap { extract in extract.coding.map { ($0, extract) } },
      uniquingKeysWith: { first, _ in first })
    for (row, cells) in zip(codes.rows, codes.cells) {
      for (column, cell) in zip(codes.columns, cells) {
        for extract in cell.codings.compactMap({ extracts[$0] }) {
          table.rows.append(Table.Row(self.cells(row, column, extract)))
        }
      }
    }
    table.notes = notes
    return table
  }

  private func cells(_ row: CodeTable.Row, _ column: CodeTable.Column, _ extract: Extract)
    -> [Table.Cell]
  {
    let place = extract.locator
    let own = place.codings.first { $0.id == extract.coding }
    return [
      .text(row.name), .text(title(column)), .text(place.source),
      .text(place.speakers.joined(separator: " ")), .text(own?.coder ?? ""),
      .text(extract.coding?.description ?? ""), .text(extract.text),
    ]
  }

  // MARK: Notes

  private var notes: [String] {
    let lines: [String?] = [
      "Counts show where a code was used, not how important it is.", counting, suggestions, chosen,
      codes.withoutPlace > 0
        ? "Left out: \(counted(codes.withoutPlace, "coding")) of whole transcripts or the data set, "
          + "or whose words are no longer found."
        : nil,
    ]
    return lines.compactMap { $0 }
  }

  private var counting: String {
    guard codes.dimension != .code else {
      let where_ = codes.choice.meetsInUtterance ? "an utterance" : "at least one character"
      return
        "Counted: codings of the code of the row that share \(where_) with a coding of the code "
        + "of the column; where both are the same code, all its codings."
    }
    let parts =
      switch codes.dimension {
      case .opener, .lastword, .closure: "topics"
      case .uptake: "contributions"
      case .person: "speakers"
      case .role: "roles"
      default: "of these"
      }
    return
      "Counted: codings; one that spans several \(parts) counts once for each. What lies below "
      + "a code is counted in rows of its own."
  }

  /// Closures and uptake are found by wording.
  private var suggestions: String? {
    switch codes.dimension {
    case .closure, .opener, .lastword:
      "How topics begin and end is a computed suggestion, told by wording, unless a coder decided."
    case .uptake:
      "Uptake is a computed suggestion, told by wording; minimal responses and hesitation ask for "
        + "none."
    default: nil
    }
  }

  private var chosen: String? {
    let parts = [
      codes.coders.map { "coded by \($0.joined(separator: ", "))" },
      codes.rounds.map { "in the round \($0.joined(separator: ", "))" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "Only what was " + parts.joined(separator: " ") + "."
  }
}
