import Samtale

extension Table {
  /// Agreement between coders, a code a row.
  /// - Parameter agreement: The figures.
  /// - Returns: The table; its notes say over what, by which formulas, and what the figures are for.
  public static func agreement(_ agreement: StudyAgreement) -> Table {
    let two = agreement.coders.count == 2
    var columns = [
      Column(key: "code", title: "code", kind: .text),
      Column(key: "by_all", title: "by all", unit: "utterances", kind: .integer),
      Column(key: "by_any", title: "by any", unit: "utterances", kind: .integer),
    ]
    columns += Self.figure("percentage", "agreement", .percent(places: 1))
    if two { columns += Self.figure("kappa", "Cohen's κ", .decimal(places: 2)) }
    columns += Self.figure("alpha", "Krippendorff's α", .decimal(places: 2))
    columns += Self.figure("unitized", "|uα", .decimal(places: 2))
    var table = Table(title: "Agreement between coders", columns: columns)
    table.rows = agreement.rows.map { row in
      var cells: [Cell] = [.text(row.name), .integer(row.byAll), .integer(row.byAny)]
      cells += Self.cells(row.percentage)
      if let kappa = row.kappa { cells += Self.cells(kappa) }
      return Row(cells + Self.cells(row.alpha) + Self.cells(row.unitized))
    }
    table.notes = notes(agreement)
    return table
  }

  private static func figure(_ key: String, _ title: String, _ kind: Kind) -> [Column] {
    [
      Column(key: key, title: title, kind: kind),
      Column(key: key + "_low", title: "from", kind: kind),
      Column(key: key + "_high", title: "to", kind: kind),
    ]
  }

  private static func cells(_ agreement: Agreement) -> [Cell] {
    let value: Cell =
      agreement.value.map { .number($0) } ?? .missing(agreement.reason?.rawValue ?? "undefined")
    let interval = agreement.interval
    let none = Cell.missing("too few to draw from")
    return [
      value, interval.map { .number($0.low) } ?? none, interval.map { .number($0.high) } ?? none,
    ]
  }

  private static func notes(_ agreement: StudyAgreement) -> [String] {
    [
      "Coders: \(agreement.coders.map(\.name).joined(separator: ", ")); "
        + "\(agreement.utterances) utterances in \(agreement.transcripts.joined(separator: ", ")), "
        + "which all of them coded or visited.",
      "Units: an utterance has a code or not. |uα: characters are marked or not, so that where a "
        + "passage begins and ends counts too. Each code by itself, since codings may overlap.",
      "From, to: 95 % bootstrap intervals (percentile) over utterances, for |uα over transcripts.",
      "κ: Cohen 1960; α: Krippendorff 2011; |uα: Krippendorff, Mathet, Bouvry and Widlöcher 2016. "
        + "Meant for codebook and coding-reliability approaches and content analysis, not for "
        + "reflexive thematic analysis.",
    ]
  }
}
