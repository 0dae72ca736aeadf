import Samtale

extension Table {
  /// The places that a query found, each with where it stands.
  /// - Parameters:
  ///   - extracts: The places.
  ///   - query: The query, for the title.
  /// - Returns: One row for each place; programs get file, line, roles, team and offsets too.
  public static func extracts(_ extracts: [Extract], query: String) -> Table {
    var table = Table(
      title: query,
      columns: [
        Column(key: "transcript", title: "transcript", kind: .text),
        Column(key: "turns", title: "turn", kind: .text),
        Column(key: "speakers", title: "speaker", kind: .text),
        Column(key: "words", title: "words", kind: .text),
        Column(key: "codes", title: "codes there", kind: .text),
        Column(key: "coding", title: "coding", kind: .text),
        Column(key: "source", title: "file:line", kind: .text, audience: .programs),
        Column(key: "roles", title: "roles", kind: .text, audience: .programs),
        Column(key: "team", title: "team", kind: .text, audience: .programs),
        Column(key: "number", title: "meeting number", kind: .text, audience: .programs),
        Column(key: "start", title: "start", kind: .duration, audience: .programs),
        Column(key: "topics", title: "topics", kind: .text, audience: .programs),
        Column(key: "from", title: "first character", kind: .integer, audience: .programs),
        Column(key: "to", title: "after last character", kind: .integer, audience: .programs),
      ])
    table.rows = extracts.map { Row(cells($0)) }
    table.notes = [extracts.count == 1 ? "1 place" : "\(extracts.count) places"]
    return table
  }

  private static func cells(_ extract: Extract) -> [Cell] {
    let place = extract.locator
    let whole = Cell.missing("whole turn")
    return [
      .text(place.transcript), .text(range(place.utterances)),
      .text(place.speakers.joined(separator: ", ")), .text(extract.text),
      .text(place.codes.joined(separator: "; ")), .text(extract.coding?.short ?? ""),
      .text(place.source), .text(place.roles.joined(separator: ", ")),
      .text(place.team ?? ""), .text(place.number ?? ""),
      place.start.map { .number($0) } ?? .missing("no time"),
      .text(place.topics.joined(separator: "; ")),
      extract.stretches.first?.scalars.map { .integer($0.lowerBound) } ?? whole,
      extract.stretches.last?.scalars.map { .integer($0.upperBound) } ?? whole,
    ]
  }

  private static func range(_ utterances: [String]) -> String {
    guard let first = utterances.first, let last = utterances.last, first != last else {
      return utterances.first ?? ""
    }
    return "\(first)–\(last)"
  }
}
