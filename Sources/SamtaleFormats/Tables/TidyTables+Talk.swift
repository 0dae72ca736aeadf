import Samtale

extension TidyTables {
  typealias Column = TidyTable.Column
  typealias Cell = TidyTable.Cell

  static let transcriptColumn = Column("transcript", "identifier of the transcript")
  static let unitColumn = Column("unit", "identifier of the utterance")

  static func transcripts(_ transcripts: [Transcript]) -> TidyTable {
    var table = TidyTable(
      name: "transcripts", meaning: "a recorded conversation",
      columns: [
        transcriptColumn, Column("file", "file it was read from, without folders"),
        Column("title", "title"), Column("date", "day of the recording (ISO 8601)"),
        Column("team", "team whose meeting it is"),
        Column("meeting_number", "number of the meeting within its team"),
        Column("language", "language of the talk (BCP 47)"),
        Column("recording_seconds", .number, "stated length of the recording in seconds"),
        Column("media", "where the recording lies; several separated by “; ”"),
        Column("units", .integer, "number of utterances"),
        Column("turns", .integer, "number of turns with words"),
        Column("words", .integer, "number of words"),
        Column("people", .integer, "number of people who take part"),
      ])
    table.rows = transcripts.map { transcript in
      let turns = transcript.turns()
      let words = transcript.utterances.reduce(0) { $0 + WordCount.words(in: $1.text) }
      return [
        .text(transcript.id), .text(transcript.file.split(separator: "/").last.map(String.init)),
        .text(transcript.header.title), .text(transcript.date),
        .text(transcript.team?.names.first ?? transcript.team?.id), .text(transcript.number),
        .text(transcript.language), .number(transcript.header.recordingSeconds),
        joined(transcript.header.media), .integer(transcript.utterances.count),
        .integer(turns.count), .integer(words), .integer(transcript.participants.count),
      ]
    }
    return table
  }

  static func units(_ versions: [TranscriptVersion]) -> TidyTable {
    var table = TidyTable(
      name: "units", meaning: "an utterance as transcribed",
      columns: [
        transcriptColumn, unitColumn,
        Column("number", .integer, "place in the transcript, from 1"),
        Column("turn", .integer, "number of its turn; missing for utterances without words"),
        Column("person", "identifier of the speaker; several separated by “; ”"),
        Column("label", "printed label of the speaker"), Column("role", "role of the speaker"),
        Column("addressee", "identifiers of those who are addressed"),
        Column("start", .number, "start in seconds"), Column("end", .number, "end in seconds"),
        Column("words", .integer, "number of words"), Column("text", "the words"),
        Column("section", "heading, number or type of the innermost section"),
        Column("language", "language, where it differs from the transcript's"),
        Column("transition", "how it follows the one before: overlap, latching …"),
        Column("after_cut", .boolean, "whether talk was left out right before it"),
        Column("line", .integer, "line of the file"),
      ])
    for version in versions {
      let transcript = version.transcript
      let turns = turnNumbers(of: transcript)
      for unit in transcript.utterances {
        let people = unit.speakers.map { transcript.participants[$0] }
        table.rows.append([
          .text(transcript.id), .text(version.name(of: unit.index)), .integer(unit.index + 1),
          .integer(turns[unit.index]), joined(people.map(\.id)),
          joined(people.map { $0.label ?? $0.id }), joined(people.flatMap(\.roles).uniqued),
          joined(unit.addressees.map { transcript.participants[$0].id }), .number(unit.start),
          .number(unit.end), .integer(WordCount.words(in: unit.text)), .text(unit.text),
          .text(unit.section.map { $0.headings.first ?? $0.number ?? $0.type }),
          .text(unit.language), .text(unit.transition?.name), .boolean(unit.isAfterCut),
          unit.line > 0 ? .integer(unit.line) : .missing,
        ])
      }
    }
    return table
  }

  private static func turnNumbers(of transcript: Transcript) -> [Int?] {
    var numbers = [Int?](repeating: nil, count: transcript.utterances.count)
    for (i, turn) in transcript.turns().enumerated() {
      for unit in turn.utteranceIndices { numbers[unit] = i + 1 }
    }
    return numbers
  }

  static func turns(_ versions: [TranscriptVersion]) -> TidyTable {
    var table = TidyTable(
      name: "turns",
      meaning: "a turn: adjacent utterances of one speaker, merged; a cut ends a turn",
      columns: [
        transcriptColumn, Column("turn", .integer, "number in the transcript, from 1"),
        Column("person", "identifier of the speaker; several separated by “; ”"),
        Column("label", "printed label of the speaker"), Column("role", "role of the speaker"),
        Column("first_unit", "identifier of its first utterance"),
        Column("last_unit", "identifier of its last utterance"),
        Column("units", .integer, "number of its utterances"),
        Column("start", .number, "start in seconds"), Column("end", .number, "end in seconds"),
        Column("words", .integer, "number of words"), Column("text", "the words"),
      ])
    for version in versions {
      let transcript = version.transcript
      for (i, turn) in transcript.turns().enumerated() {
        let people = turn.speakers.map { transcript.participants[$0] }
        let units = turn.utteranceIndices
        table.rows.append([
          .text(transcript.id), .integer(i + 1), joined(people.map(\.id)),
          joined(people.map { $0.label ?? $0.id }), joined(people.flatMap(\.roles).uniqued),
          .text(units.first.map { version.name(of: $0) }),
          .text(units.last.map { version.name(of: $0) }), .integer(units.count),
          .number(turn.start), .number(turn.end), .integer(WordCount.words(in: turn.text)),
          .text(turn.text),
        ])
      }
    }
    return table
  }

  static func topics(_ versions: [TranscriptVersion]) -> TidyTable {
    var table = TidyTable(
      name: "topics", meaning: "an unbroken piece of a marked topic",
      columns: [
        transcriptColumn, Column("topic", "identifier of the topic, else its number"),
        Column("piece", .integer, "number of the piece, from 1; a topic may be taken up again"),
        Column("label", "what it is about"), Column("type", "its type"),
        Column("opened_by", "what the file says of who opened it"),
        Column("first_unit", "identifier of its first utterance"),
        Column("last_unit", "identifier of its last utterance"),
        Column("units", .integer, "number of utterances"),
        Column("from", .integer, "where it begins in the first utterance, if not at its start"),
        Column("to", .integer, "where it ends in the last utterance, if not at its end"),
      ])
    for version in versions {
      for (i, topic) in version.transcript.allTopics.enumerated() {
        for (n, piece) in pieces(of: topic).enumerated() {
          guard let first = piece.first, let last = piece.last else { continue }
          table.rows.append([
            .text(version.transcript.id), .text(topic.id ?? topic.number ?? "\(i + 1)"),
            .integer(n + 1), .text(topic.label), .text(topic.type), joined(topic.analysis),
            .text(version.name(of: first.utterance)), .text(version.name(of: last.utterance)),
            .integer(last.utterance - first.utterance + 1),
            .integer(first.scalars?.lowerBound), .integer(last.scalars?.upperBound),
          ])
        }
      }
    }
    return table
  }

  private static func pieces(of topic: Topic) -> [[TextStretch]] {
    var pieces: [[TextStretch]] = []
    for stretch in topic.extent.stretches {
      if let last = pieces.last?.last, last.scalars == nil, stretch.utterance == last.utterance + 1
      {
        pieces[pieces.count - 1].append(stretch)
      } else {
        pieces.append([stretch])
      }
    }
    return pieces
  }

  func translations(_ versions: [TranscriptVersion])
    -> TidyTable
  {
    var table = TidyTable(
      name: "translations", meaning: "an utterance in another language",
      columns: [
        Self.transcriptColumn, Self.unitColumn,
        Column("language", "language of the translation (BCP 47)"),
        Column("text", "the words"), Column("translator", "who translated"),
        Column("date", "when (ISO 8601)"), Column("status", "draft, checked, backTranslated"),
        Column("further_units", .integer, "how many further utterances it covers"),
        Column("is_stale", .boolean, "whether the words were corrected after they were translated"),
      ])
    for version in versions {
      for entry in TranslationSet(corpus, version.id)?.entries ?? [] {
        let translation = entry.translation
        table.rows.append([
          .text(version.transcript.id), .text(version.name(of: translation.utterance)),
          .text(translation.language), .text(translation.text), .text(translation.translator),
          .text(translation.date), .text(translation.status?.rawValue),
          .integer(translation.further.count), .boolean(entry.isStale),
        ])
      }
    }
    return table
  }
}

extension TidyTable.Column {
  /// A column of text.
  init(_ name: String, _ meaning: String) { self.init(name, .string, meaning) }
}

extension Sequence<String> {
  /// Each once, in order.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
