import Samtale

extension Table {
  /// Which utterances nobody has coded or read.
  /// - Parameter coverage: The coverage of a round, of a researcher, or of everything.
  /// - Returns: One row for each transcript.
  public static func coverage(_ coverage: CodingCoverage) -> Table {
    let whose = [coverage.researcher?.name, coverage.round?.name].compactMap { $0 }
    var table = Table(
      title: "Neither coded nor visited"
        + (whose.isEmpty ? "" : " (\(whose.joined(separator: ", ")))"),
      columns: [
        .words("transcript", "transcript"), .count("utterances", "utterances"),
        .count("coded", "coded"), .count("visited", "visited"),
        .count("untouched", "neither"), .words("which", "which"),
      ])
    table.rows = coverage.rows.map { row in
      Row([
        .text(row.transcript.name), .integer(row.utterances), .integer(row.coded),
        .integer(row.visited), .integer(row.untouched.count),
        .text(row.untouchedRanges.joined(separator: ", ")),
      ])
    }
    table.notes = [
      "To see what has not been looked at yet; not everything has to be coded.",
      "Coded: a code or meaning unit on some of its words. Visited: read, coded or not.",
    ]
    table.notes += sum(coverage, \.lost).map {
      "\(counted($0, "coding")) left out: the place is not found in the present version."
    }
    table.notes += sum(coverage, \.whole).map {
      "\(counted($0, "coding")) of a whole transcript, which \($0 == 1 ? "codes" : "code") no "
        + "single utterance."
    }
    return table
  }

  private static func sum(
    _ coverage: CodingCoverage, _ count: KeyPath<CodingCoverage.Row, Int>
  ) -> [Int] {
    [coverage.rows.reduce(0) { $0 + $1[keyPath: count] }].filter { $0 > 0 }
  }
}
