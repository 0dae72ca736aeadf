import Samtale

/// Transcripts and what researchers said of them as tidy tables that belong together.
///
/// | table | a row is | key |
/// | --- | --- | --- |
/// | `transcripts` | a recorded conversation | `transcript` |
/// | `people` | a person in a conversation | `transcript`, `person` |
/// | `units` | an utterance as transcribed | `transcript`, `unit` |
/// | `turns` | a turn: a run of utterances of one speaker | `transcript`, `turn` |
/// | `events` | a pause, laugh, note … in or between utterances | – |
/// | `topics` | an unbroken piece of a marked topic | `transcript`, `topic`, `piece` |
/// | `translations` | an utterance in another language | `transcript`, `unit`, `language` |
/// | `codes` | a code | `code` |
/// | `themes` | a theme | `theme` |
/// | `codings` | the piece of a coding that lies in one utterance | `coding`, `piece` |
/// | `memos` | a memo | `memo` |
///
/// Positions are Unicode scalar offsets in `units.text`, the end exclusive; times are seconds.
public struct TidyTables: Sendable {
  public private(set) var tables: [TidyTable] = []
  public private(set) var losses = ExportLosses()

  let corpus: StudyCorpus
  let options: StudyTEI.Options

  /// Makes the tables of a study. Private memos are never among them, the team's only if wanted.
  public init(_ corpus: StudyCorpus, options: StudyTEI.Options = StudyTEI.Options()) {
    self.corpus = corpus
    self.options = options
    let versions = corpus.inOrder
    let transcripts = versions.map(\.transcript)
    tables = [
      Self.transcripts(transcripts), people(transcripts), Self.units(versions),
      Self.turns(versions), Self.events(versions), Self.topics(versions),
      translations(versions), codes(), themes(), codings(), memos(),
    ]
    countLosses()
    for transcript in transcripts {
      losses += ExportLosses(of: transcript, carrying: Self.carried)
      losses.add(
        "sections that hold other sections", Set(transcript.sections.compactMap(\.parent)).count)
    }
  }

  static let carried: Set<TranscriptFeature> = [
    .languages, .number, .date, .recording, .header, .utteranceIDs, .unknownSpeakers,
    .jointSpeakers, .addressees, .transitions, .times, .partialTimes, .labels, .roles, .teams,
    .attributes, .silentPeople, .sections, .topics, .translations, .codings, .pauses, .vocals,
    .kinesics,
    .incidents, .shifts, .gaps, .cuts, .notes, .contributions, .deleted, .unclear, .segments,
    .anchors, .eventTimes,
  ]

  /// The tables and their description as files.
  public func files(asJSONLines: Bool = false) -> [ExportedFile] {
    let suffix = asJSONLines ? "jsonl" : "csv"
    var files = tables.map { table in
      ExportedFile(
        path: "\(table.name).\(suffix)", bytes: asJSONLines ? table.jsonLines : table.csv)
    }
    files.append(
      ExportedFile(
        path: "datapackage.json", bytes: TidyTable.package(tables, extension: suffix)))
    return files
  }

  /// Counts what of the study is in none of the tables.
  private mutating func countLosses() {
    let carried: Set<ObjectKind> = [
      .transcript, .attribute, .code, .coding, .memo, .theme, .translation, .researcher, .round,
      .group, .link,
    ]
    let study = corpus.study
    losses.add(
      "descriptions of code groups", study.all(CodeGroup.self).count { $0.summary != nil })
    losses.add(
      "relations other than codes in groups and themes",
      study.all(Link.self).count { $0.relation != .codeInGroup && $0.relation != .themeCode })
    losses.add(study: corpus, carrying: carried, options)
    losses.add("codings whose place is no longer found", corpus.codings().count { $0.isLost })
  }
}

/// Several values in one cell.
func joined(_ values: some Sequence<String>) -> TidyTable.Cell {
  .text(values.joined(separator: "; "))
}
