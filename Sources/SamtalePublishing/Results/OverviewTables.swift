import Samtale

extension Table {
  /// Themes with their concept and codes, as a paper prints them: without counts.
  /// - Parameters:
  ///   - list: The themes.
  ///   - statuses: Which of them.
  /// - Returns: The table; no themes give its head.
  public static func themeOverview(
    _ list: ThemeList, statuses: Set<Theme.Status> = [.final]
  ) -> Table {
    let all = list.rows.filter { statuses.contains($0.theme.status) }
    let parents = Set(all.compactMap { $0.overarching?.id })
    let hasParents = !parents.isEmpty
    // An overarching theme stands beside its themes; those of one are neighbours.
    let rows =
      all.filter { $0.overarching == nil && !parents.contains($0.theme.id) }
      + all.filter { parents.contains($0.theme.id) }.flatMap { above in
        all.filter { $0.overarching?.id == above.theme.id }
      }
    var table = Table(title: "Themes", columns: [])
    if hasParents {
      table.columns.append(
        Column(
          key: "overarching", title: "Overarching theme", kind: .text, isSaidOnce: true))
    }
    table.columns += [
      Column(key: "theme", title: "Theme", kind: .text),
      Column(key: "concept", title: "Central organising concept", kind: .text),
      Column(key: "codes", title: "Codes", kind: .text),
    ]
    table.rows = rows.map { row in
      let above: [Cell] = hasParents ? [.text(row.overarching?.name ?? "")] : []
      return Row(
        above + [
          .text(row.theme.name),
          row.theme.concept.map(Cell.text) ?? .missing("no concept stated yet"),
          .text(row.codes.map(\.name).joined(separator: "; ")),
        ])
    }
    table.notes = ["Themes were developed by the researchers; their order is the researchers'."]
    return table
  }

  /// Categories with the code groups and subgroups from which they were made.
  public static func categoryOverview(_ view: CondensationView) -> Table {
    var table = Table(
      title: "Categories",
      columns: [
        Column(key: "category", title: "Category", kind: .text),
        Column(key: "group", title: "Code group", kind: .text),
        Column(key: "subgroups", title: "Subgroups", kind: .text),
      ])
    table.rows = view.groups.filter { !$0.isDissolved }.map { group in
      [
        .text(group.heading), .text(group.group.name),
        .text(group.subgroups.map(\.subgroup.name).joined(separator: "; ")),
      ]
    }
    table.notes = ["Systematic text condensation (Malterud 2012)."]
    return table
  }
}
