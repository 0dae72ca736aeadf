import Samtale

extension Table {
  /// The codes of a study as a tree.
  /// - Parameter list: The codes.
  /// - Returns: One row for each code, below the code that it lies under.
  public static func codes(_ list: CodeList) -> Table {
    var table = Table(
      title: "Codes",
      columns: [
        .words("tree", "code", .people), .words("code", "code", .programs),
        .words("id", "id", .programs), .count("depth", "depth"), .words("status", "status"),
        .count("codings", "codings"), .count("taken_over", "of these taken over"),
        .words("coders", "coders"), .words("groups", "groups"), .words("themes", "themes"),
        .words("counts_for", "counts for", .programs),
        .words("definition", "definition", .programs),
      ])
    table.columns[3].audience = .programs
    table.rows = list.rows.map { row in
      Row([
        .text(String(repeating: "· ", count: row.depth) + row.code.name), .text(row.code.name),
        .text(row.code.id.description), .integer(row.depth),
        .text(row.code.status.rawValue + (row.heir.map { " into \($0.name)" } ?? "")),
        row.heir == nil ? .integer(row.codings) : .missing("counts for the code that took it over"),
        row.heir == nil ? .integer(row.taken) : .missing("counts for the code that took it over"),
        .text(row.coders.listed), .text(row.groups.listed), .text(row.themes.listed),
        .optional(row.heir?.name), .optional(row.code.definition),
      ])
    }
    table.notes = [
      "Codings: how often a code was given, which does not say how much it matters. Codings of a "
        + "merged code count for the code that took it over.",
      "Codes in the order in which they were made.",
    ]
    return table
  }
}
