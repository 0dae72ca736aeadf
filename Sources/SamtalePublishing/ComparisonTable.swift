import Samtale

extension Table {
  /// Two sides' codes on each utterance, side by side.
  /// - Parameter comparison: The comparison.
  /// - Returns: One row for each utterance that a side coded; no agreement figure.
  public static func comparison(_ comparison: CodingComparison) -> Table {
    let (a, b) = (comparison.nameA, comparison.nameB)
    var table = Table(
      title: "Codes side by side: \(a) and \(b) on \(comparison.transcript.name)",
      columns: [
        .words("utterance", "utterance"), .words("codes_a", "A: \(a)", .programs),
        .words("codes_b", "B: \(b)", .programs), .words("both", "both"),
        .words("only_a", "only A: \(a)"), .words("only_b", "only B: \(b)"),
      ])
    table.rows = comparison.rows.map { row in
      Row([
        .text(row.name), .text(row.a.listed), .text(row.b.listed), .text(row.both.listed),
        .text(row.onlyA.listed), .text(row.onlyB.listed),
      ])
    }
    table.notes = [
      aid,
      "Both: the same code on words that overlap; a merged code is the one that took it over.",
    ]
    return table
  }

  /// How many passages of each side meet the same code, other codes, or none on the other side.
  /// - Parameter comparison: The comparison.
  /// - Returns: Counts of passages, nothing else.
  public static func comparisonTotals(_ comparison: CodingComparison) -> Table {
    var table = Table(
      title: "Coded passages of \(comparison.transcript.name)",
      columns: [
        .words("side", "side"), .count("passages", "passages"),
        .count("same_code", "other side: same code"),
        .count("other_codes", "other side: other codes"), .count("no_code", "other side: no code"),
      ])
    let sides = [
      ("A: " + comparison.nameA, comparison.totalsA),
      ("B: " + comparison.nameB, comparison.totalsB),
    ]
    table.rows = sides.map { name, totals in
      Row([
        .text(name), .integer(totals.passages), .integer(totals.sameCode),
        .integer(totals.otherCodes), .integer(totals.notSeen),
      ])
    }
    table.notes = [aid]
    if comparison.lost > 0 {
      table.notes.append(
        "\(counted(comparison.lost, "coding")) not compared: the place is not found in the present "
          + "version.")
    }
    return table
  }

  /// What one side saw and the other did not, or saw as something else, with the memos on it.
  /// - Parameter comparison: The comparison.
  /// - Returns: Passages without the same code on the other side, then memos.
  public static func differences(_ comparison: CodingComparison) -> Table {
    var table = Table(
      title: "To talk about: \(comparison.transcript.name)",
      columns: [
        .words("side", "side"), .words("utterances", "utterances"), .words("code", "code"),
        .words("other_side", "other side"), .words("coder", "by"), .words("words", "words"),
        .words("note", "note"),
      ])
    let sides = [("A", comparison.passagesA), ("B", comparison.passagesB)]
    for (side, passages) in sides {
      table.rows += passages.filter { $0.match != .sameCode }.map { passage in
        Row([
          .text(side), .text(passage.place), .text(passage.code.name),
          .text(passage.match.shown), .optional(passage.coder?.name),
          .quoted(passage.quotation), .optional(passage.note),
        ])
      }
    }
    table.rows += comparison.memos.map { note in
      Row(
        [
          .text("memo"), .text(note.place), .optional(note.memo.title), .missing(""),
          .optional(note.author?.name), .missing(""), .text(note.memo.body),
        ], kind: .apart)
    }
    table.notes = [aid, "A: \(comparison.nameA). B: \(comparison.nameB)."]
    return table
  }

  private static let aid =
    "An aid to discussion: different readings are kept side by side, and no agreement is computed."
}
