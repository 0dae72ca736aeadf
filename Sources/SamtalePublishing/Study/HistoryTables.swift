import Samtale

extension Table {
  /// Every name and status that themes, codes and categories had.
  /// - Parameter history: The history.
  /// - Returns: One row for each change, by object.
  public static func histories(_ history: ObjectHistory) -> Table {
    var table = Table(
      title: "Names of themes, codes and categories",
      columns: [
        .words("kind", "kind"), .words("id", "id", .programs), .words("at", "when"),
        .words("by", "by"), .words("verb", "what was done"), .words("name", "name"),
        .words("status", "status"), .words("phase", "phase", .programs),
        .words("reason", "why"),
      ])
    for line in history.lines {
      table.rows += line.entries.map { entry in
        Row([
          .text(line.kind.title), .text(line.object.description), .text(entry.at.display),
          .text(entry.by.name),
          .text(entry.isUndo ? "taken back" : entry.verb.rawValue),
          entry.name.map(Cell.text) ?? .missing("removed"), .optional(entry.status),
          .optional(entry.phase?.rawValue), .optional(entry.reason),
        ])
      }
    }
    table.notes = ["Times are UTC. The heading of an analytic text is the name of its category."]
    return table
  }

  /// Who worked in which phase, and how the work went back and forth.
  /// - Parameter log: The phases.
  /// - Returns: One row for each stretch of work, by its beginning.
  public static func phases(_ log: PhaseLog) -> Table {
    var table = Table(
      title: "Work in phases",
      columns: [
        .words("researcher", "who"), .words("phase", "phase"), .words("days", "days", .people),
        .words("from", "from", .programs), .words("to", "to", .programs),
        .count("steps", "steps"), .words("return", "return"), .words("note", "note"),
      ])
    table.rows = log.stretches.map { stretch in
      Row([
        .text(stretch.researcher.name),
        stretch.phase.map { .text($0.title) } ?? .missing("no phase was stated"),
        .text(days(stretch)), .text(stretch.from.display), .text(stretch.to.display),
        .integer(stretch.steps), .text(movement(stretch)),
        .text(stretch.notes.joined(separator: "; ")),
      ])
    }
    table.notes = [
      "Phases are recursive: going back is part of the method. Times are UTC.",
      "Steps: what was recorded, not how much was read or thought.",
    ]
    return table
  }

  /// `2026-01-09` or `2026-01-09 – 2026-01-11`.
  private static func days(_ stretch: PhaseLog.Stretch) -> String {
    let days = [stretch.from, stretch.to].map { String($0.display.prefix(10)) }
    return days[0] == days[1] ? days[0] : days.joined(separator: " – ")
  }

  /// `back, time 2`.
  private static func movement(_ stretch: PhaseLog.Stretch) -> String {
    let parts = [
      stretch.goesBack ? "back" : nil, stretch.time > 1 ? "time \(stretch.time)" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
