import Samtale

extension Table {
  /// The themes of a study, without counts.
  /// - Parameter list: The themes.
  /// - Returns: One row for each theme, subthemes below the theme they belong to.
  public static func themes(_ list: ThemeList) -> Table {
    var table = Table(
      title: "Themes",
      columns: [
        .words("theme", "theme"), .words("id", "id", .programs), .words("part_of", "part of"),
        .words("status", "status"), .words("concept", "central organising concept"),
        .words("includes", "what it is", .programs),
        .words("excludes", "what it is not", .programs), .words("codes", "codes"),
      ])
    table.rows = list.rows.map { row in
      let theme = row.theme
      return Row([
        .text(theme.name), .text(theme.id.description), .optional(row.overarching?.name),
        .text(theme.status.rawValue),
        theme.concept.map(Cell.text) ?? .missing("no concept stated yet"),
        .optional(theme.includes), .optional(theme.excludes), .text(row.codes.listed),
      ])
    }
    table.notes = ["In the order that the researchers gave, else as they were made."]
    return table
  }

  /// The extracts that were chosen for themes, and those that go against them.
  /// - Parameter list: The themes.
  /// - Returns: One row for each extract.
  public static func themeExtracts(_ list: ThemeList) -> Table {
    var table = Table(
      title: "Extracts of themes",
      columns: [
        .words("theme", "theme"), .words("stance", "stance"), .words("transcript", "transcript"),
        .words("utterances", "utterances"), .words("speakers", "speakers"),
        .words("words", "words"), .words("note", "note"),
      ])
    for row in list.rows {
      for (stance, extracts) in [("shows it", row.extracts), ("goes against it", row.contrary)] {
        table.rows += extracts.map { extract in
          Row([
            .text(row.theme.name), .text(stance), .text(extract.transcript.name),
            .text(extract.place), .text(extract.speakers.joined(separator: " ")),
            .quoted(extract.quotation), .optional(extract.note),
          ])
        }
      }
    }
    return table
  }

  /// How themes were held against their extracts and the data set.
  /// - Parameter list: The themes.
  /// - Returns: One row for each review, in the order in which they were made.
  public static func themeReviews(_ list: ThemeList) -> Table {
    var table = Table(
      title: "Reviews of themes",
      columns: [
        .words("theme", "theme"), .words("against", "held against"),
        .words("decision", "decision"), .words("reason", "reason"), .words("reviewer", "by"),
      ])
    for row in list.rows {
      table.rows += row.reviews.map { review in
        let against = review.review.level == .dataSet ? "data set" : review.review.level?.rawValue
        return Row([
          .text(row.theme.name), .optional(against),
          .optional(review.review.decision?.rawValue), .text(review.review.reason),
          .optional(review.reviewer?.name),
        ])
      }
    }
    return table
  }

  /// Where themes are shown: meetings, teams and roles, as context.
  /// - Parameter list: The themes.
  /// - Returns: One row for each theme and meeting.
  public static func themeContext(_ list: ThemeList) -> Table {
    var table = Table(
      title: "Where themes are shown",
      columns: [
        .words("theme", "theme"), .words("transcript", "meeting"), .words("team", "team"),
        .words("roles", "roles"), .words("utterances", "utterances"),
      ])
    for row in list.rows {
      table.rows += row.places.map { place in
        Row([
          .text(row.theme.name), .text(place.transcript.name), .optional(place.team),
          .text(place.roles.joined(separator: " ")),
          .text(place.utterances.joined(separator: ", ")),
        ])
      }
    }
    table.notes = [
      "Context for reading. In how many places a theme is shown does not say how important it is.",
      "Passages with the theme's codes, and extracts chosen for it; roles of those who speak there.",
    ]
    return table
  }
}
