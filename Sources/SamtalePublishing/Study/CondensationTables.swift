import Samtale

extension Table {
  /// Code groups with their subgroups, meaning units and condensates.
  ///
  /// What people said is in quotation marks. A condensate is marked as written by the researchers
  /// and never is.
  /// - Parameter view: The condensation.
  /// - Returns: One row for each meaning unit and each sentence of a condensate.
  public static func condensation(_ view: CondensationView) -> Table {
    var table = Table(
      title: "From meaning units to condensates",
      columns: [
        .words("group", "code group"), .words("subgroup", "subgroup"), .words("what", "what"),
        .words("name", "name"), .words("place", "place"), .words("text", "text"),
        .words("use", "use"), .words("by", "by", .programs),
      ])
    for group in view.groups {
      for part in group.subgroups {
        let head = [Cell.text(group.group.name), .text(part.subgroup.name)]
        table.rows += part.units.map { Row(head + cells($0)) }
        table.rows += part.condensates.flatMap { written in
          written.condensate.sentences.map { Row(head + cells($0, written), kind: .apart) }
        }
      }
      let head = [Cell.text(group.group.name), .missing("in no subgroup yet")]
      table.rows += group.loose.map { Row(head + cells($0)) }
    }
    let open = view.groups.flatMap(\.subgroups).flatMap(\.uncovered).count
    table.notes = [
      "A condensate is a working text in the first person. Nobody said it; it is no quotation.",
      "\(counted(open, "meaning unit")) of subgroups neither used in a condensate nor set aside.",
    ]
    return table
  }

  private static func cells(_ unit: CondensationView.Unit) -> [Cell] {
    let use =
      switch unit.use {
      case .used: "used"
      case .setAside(let reason): "set aside: \(reason)"
      case .open: "neither used nor set aside"
      }
    let copy = unit.copiedFrom.map { " (copy from \($0.name))" } ?? ""
    return [
      .text("meaning unit" + copy), .text(unit.unit.id.short),
      .text("\(unit.transcript.name) \(unit.place)"),
      .quoted(unit.quotation, else: "the words are not at hand"),
      .text(use), .missing(""),
    ]
  }

  private static func cells(
    _ sentence: Condensate.Sentence, _ written: CondensationView.Written
  ) -> [Cell] {
    let units = sentence.units.map(\.short).joined(separator: " ")
    return [
      .text("condensate"), .text(written.condensate.id.short), .missing(""),
      .text("\(Condensate.mark): \(Condensate.withoutQuotes(sentence.text))"),
      .text(units.isEmpty ? "from no meaning unit" : "from \(units)"),
      .optional(written.by?.name),
    ]
  }

  /// Meaning units by code group and transcript.
  /// - Parameter view: The condensation.
  /// - Returns: One row for each code group, one column for each transcript, utterances in cells.
  public static func meaningUnits(_ view: CondensationView) -> Table {
    matrix(view, title: "Meaning units by code group and transcript", head: "code group") {
      group, transcript in
      let units = view.units(of: group.group.id, in: transcript.id)
      return units.isEmpty ? .missing("") : .text(units.map(\.place).joined(separator: "; "))
    }
  }

  /// Categories held against whole transcripts, with the verdicts and what is missing.
  /// - Parameter view: The condensation.
  /// - Returns: One row for each category, one column for each transcript.
  public static func recontextualisation(_ view: CondensationView) -> Table {
    var table = matrix(
      view, title: "Categories held against the transcripts", head: "category"
    ) { group, transcript in
      guard let verdicts = view.verdicts[group.group.id]?[transcript.id] else {
        return .missing("not held against it yet")
      }
      return .text(verdicts.map(shown).joined(separator: "; "))
    }
    let open = view.unchecked.count
    table.notes = [
      open == 0
        ? "Every category has been held against every transcript."
        : "\(counted(open, "cell")) still to be filled: read the whole transcript for what challenges "
          + "the category."
    ]
    return table
  }

  private static func shown(_ verdict: CondensationView.Verdict) -> String {
    let place = verdict.check.utterances.joined(separator: " ")
    return (verdict.check.verdict?.shown ?? "no verdict") + (place.isEmpty ? "" : " \(place)")
      + (verdict.by.map { " (\($0.name))" } ?? "")
  }

  private static func matrix(
    _ view: CondensationView, title: String, head: String,
    _ cell: (CondensationView.Group, NamedObject) -> Cell
  ) -> Table {
    let columns = view.transcripts.enumerated().map {
      Column.words("transcript_\($0.offset + 1)", $0.element.name)
    }
    return Table(
      title: title, columns: [.words("group", head)] + columns,
      rows: view.groups.map { group in
        let name =
          group.heading == group.group.name || head != "category"
          ? group.group.name : "\(group.heading) (\(group.group.name))"
        return Row([.text(name)] + view.transcripts.map { cell(group, $0) })
      })
  }
}
