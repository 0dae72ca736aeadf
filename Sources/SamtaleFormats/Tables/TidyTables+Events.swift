import Samtale

extension TidyTables {
  static func events(_ versions: [TranscriptVersion]) -> TidyTable {
    var table = TidyTable(
      name: "events", meaning: "a pause, laugh, note, doubtful word … in or between utterances",
      columns: [
        transcriptColumn,
        Column("unit", "the utterance it stands in, or the one before it"),
        Column("is_between", .boolean, "whether it stands after the utterance, not inside"),
        Column("kind", "pause, vocal, kinesic, incident, shift, gap, note, del, unclear, seg …"),
        Column("type", "its sort"), Column("reason", "why something is missing or unclear"),
        Column("from", .integer, "where it begins in the text of the utterance"),
        Column("to", .integer, "where it ends, exclusive; for events without words as `from`"),
        Column("text", "its description, or the words of a note or contribution"),
        Column("person", "identifiers of those who did it, where it is not the speaker"),
        Column("seconds", .number, "how long it lasts"),
        Column("start", .number, "when, in seconds"), Column("end", .number, "until when"),
      ])
    for version in versions {
      let transcript = version.transcript
      for mark in transcript.marks { table.rows.append(row(mark, version)) }
    }
    return table
  }

  private static func row(_ mark: Mark, _ version: TranscriptVersion) -> [Cell] {
    let transcript = version.transcript
    let isInside = !mark.isBetween && transcript.utterances.indices.contains(mark.utterance)
    let unit = isInside ? transcript.utterances[mark.utterance] : nil
    let range = unit.map { $0.scalarRange(of: mark) }
    let before = mark.isBetween ? mark.utterance - 1 : mark.utterance
    let hasUnit = transcript.utterances.indices.contains(before)
    return [
      .text(transcript.id), hasUnit ? .text(version.name(of: before)) : .missing,
      .boolean(mark.isBetween), .text(mark.kind.rawValue), .text(mark.type),
      .text(mark.detail["reason"]), .integer(range?.lowerBound), .integer(range?.upperBound),
      .text(mark.text), joined(mark.detail.participants.map { transcript.participants[$0].id }),
      .number(mark.seconds),
      .number(mark.detail.start.flatMap { transcript.timeline.seconds($0) }),
      .number(mark.detail.end.flatMap { transcript.timeline.seconds($0) }),
    ]
  }
}
