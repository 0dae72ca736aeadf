import Samtale

/// Writes transcripts as a corpus of ConvoKit (convokit.cornell.edu), version 3 and later.
///
/// An utterance with words is one of ConvoKit's, replying to the one before; a conversation is called
/// by its first utterance, as ConvoKit asks, and holds the transcript's identifier among its metadata.
/// Identifiers are `TRANSCRIPT.UTTERANCE`, since ConvoKit wants them unique over the corpus. What
/// ConvoKit has no place for stands in `meta` where it is a single value. Times are milliseconds after
/// the beginning of the recording: `timestamp` the start, `stop` in `meta` the end.
public enum ConvoKitWriter {
  static let carried: Set<TranscriptFeature> = [
    .number, .date, .header, .utteranceIDs, .addressees, .transitions, .times, .partialTimes,
    .labels, .roles, .teams, .attributes,
  ]

  /// The four files of a corpus and what they cannot hold.
  public static func write(_ transcripts: [Transcript]) -> ExportResult {
    var result = ExportResult()
    var corpus = ConvoKitCorpus()
    for transcript in transcripts {
      corpus.add(transcript)
      result.losses += ExportLosses(of: transcript, carrying: carried)
    }
    result.losses.add("utterances without words", corpus.silent)
    result.files = corpus.files
    return result
  }
}

/// The parts of a ConvoKit corpus on their way into files.
private struct ConvoKitCorpus {
  private var utterances: [UInt8] = []
  private var speakers: Fields = [:]
  private var conversations: Fields = [:]
  /// Utterances that are left out, since they hold no words.
  var silent = 0

  private static let unknown = "unknown"

  mutating func add(_ transcript: Transcript) {
    var root: String?
    var previous: String?
    for utterance in transcript.utterances {
      guard !utterance.text.isEmpty else {
        silent += 1
        continue
      }
      let id = "\(transcript.id).\(utterance.id.isEmpty ? "@\(utterance.index + 1)" : utterance.id)"
      let people = utterance.speakers.map { transcript.participants[$0] }
      add(people, of: transcript)
      let name = people.isEmpty ? Self.unknown : people.map(\.id).joined(separator: "+")
      let start = root ?? id
      let line = Value.object([
        "id": .text(id), "conversation_id": .text(start), "text": .text(utterance.text),
        "speaker": .text(name), "reply-to": previous.map(Value.text) ?? .null,
        "timestamp": utterance.start.map(Self.milliseconds) ?? .null,
        "meta": meta(of: utterance, transcript), "vectors": .list([]),
      ])
      utterances += line.json + [0x0A]
      root = start
      previous = id
    }
    if let root { conversations[root] = Self.described(meta(of: transcript)) }
  }

  private mutating func add(_ people: [Participant], of transcript: Transcript) {
    let name = people.isEmpty ? Self.unknown : people.map(\.id).joined(separator: "+")
    guard speakers[name] == nil else { return }
    var meta: Fields = [
      "label": Self.joined(people.compactMap(\.label)),
      "role": Self.joined(people.flatMap(\.roles).uniqued),
      "team": Self.joined(people.flatMap(\.memberships).map(\.team).uniqued),
    ]
    for fact in people.flatMap(\.attributes) {
      let key = [fact.kind.rawValue, fact.type].compactMap(\.self).joined(separator: "_")
      meta[key] = .text(fact.display)
    }
    speakers[name] = Self.described(meta)
  }

  private func meta(of utterance: Utterance, _ transcript: Transcript) -> Value {
    let people = utterance.speakers.map { transcript.participants[$0] }
    let addressees = utterance.addressees.map { transcript.participants[$0].id }
    return .object([
      "transcript": .text(transcript.id), "unit": .text(utterance.id),
      "role": Self.joined(people.flatMap(\.roles).uniqued), "to": Self.joined(addressees),
      "stop": utterance.end.map(Self.milliseconds) ?? .null,
      "transition": utterance.transition.map { .text($0.name) } ?? .null,
    ])
  }

  private func meta(of transcript: Transcript) -> Fields {
    [
      "transcript": .text(transcript.id), "title": Value(transcript.header.title),
      "date": Value(transcript.date), "number": Value(transcript.number),
      "team": Value(transcript.team?.names.first),
    ]
  }

  private static func described(_ meta: Fields) -> Value {
    .object(["meta": .object(meta), "vectors": .list([])])
  }

  private static func joined(_ values: [String]) -> Value {
    values.isEmpty ? .null : .text(values.joined(separator: "; "))
  }

  private static func milliseconds(_ seconds: Double) -> Value {
    .number(Int((seconds * 1000).rounded()))
  }

  /// In the names that ConvoKit gives them.
  var files: [ExportedFile] {
    [
      ExportedFile(path: "utterances.jsonl", bytes: utterances),
      ExportedFile(path: "speakers.json", bytes: Value.object(speakers).json),
      ExportedFile(path: "conversations.json", bytes: Value.object(conversations).json),
      ExportedFile(path: "corpus.json", bytes: Value.object([:]).json),
      ExportedFile(path: "index.json", bytes: index.json),
    ]
  }

  /// Which metadata there are and of which type, as ConvoKit wants to know before it loads.
  private var index: Value {
    let text = Value.list([.text("<class 'str'>")])
    let names = { (all: Fields) -> Fields in
      var keys: Fields = [:]
      for case .object(let entry) in all.values {
        for key in (entry["meta"]?.object ?? [:]).keys { keys[key] = text }
      }
      return keys
    }
    let whole = Value.list([.text("<class 'int'>")])
    return .object([
      "utterances-index": .object([
        "transcript": text, "unit": text, "role": text, "to": text, "transition": text,
        "stop": whole,
      ]),
      "speakers-index": .object(names(speakers)),
      "conversations-index": .object(names(conversations)),
      "overall-index": .object([:]), "version": .number(1), "vectors": .list([]),
    ])
  }
}
