import Samtale

/// What an export could not carry, in numbers.
///
/// What is left behind altogether is counted by feature; what is carried, but not all that is known
/// of it, is counted by what of it is lost, such as “facts about topics (number, type …)”.
public struct ExportLosses: Hashable, Sendable {
  private var counts: [TranscriptFeature: Int] = [:]
  private var parts: [TranscriptFeature: Int] = [:]
  private var others: [String: Int] = [:]

  public init() {}

  /// All features of a transcript that a format does not carry.
  public init(of transcript: Transcript, carrying carried: Set<TranscriptFeature>) {
    for (feature, count) in TranscriptFeature.counts(in: transcript)
    where !carried.contains(feature) {
      counts[feature] = count
    }
  }

  /// Adds things that are left behind.
  public mutating func add(_ feature: TranscriptFeature, _ count: Int = 1) {
    if count > 0 { counts[feature, default: 0] += count }
  }

  /// Adds things that are no feature of a transcript.
  /// - Parameters:
  ///   - what: Their name in the plural, such as “memos whose place is not found”.
  ///   - count: How many.
  public mutating func add(_ what: String, _ count: Int = 1) {
    if count > 0 { others[what, default: 0] += count }
  }

  /// Adds things that are carried, but not wholly.
  /// - Parameters:
  ///   - what: What of them is lost, in the plural, such as “sorts of notes”.
  ///   - feature: What they are.
  ///   - count: How many.
  public mutating func add(_ what: String, partOf feature: TranscriptFeature, _ count: Int = 1) {
    add(what, count)
    if count > 0 { parts[feature, default: 0] += count }
  }

  /// How many things of a kind are left behind.
  public subscript(feature: TranscriptFeature) -> Int { counts[feature] ?? 0 }
  /// How often something of a thing of this kind is lost, while the thing itself is carried.
  public subscript(partOf feature: TranscriptFeature) -> Int { parts[feature] ?? 0 }
  /// How often this is lost, in the words of ``lines``.
  public subscript(what: String) -> Int { others[what] ?? 0 }

  public var isEmpty: Bool { counts.isEmpty && others.isEmpty }

  /// The losses of two exports together.
  public static func += (a: inout ExportLosses, b: ExportLosses) {
    a.counts.merge(b.counts, uniquingKeysWith: +)
    a.parts.merge(b.parts, uniquingKeysWith: +)
    a.others.merge(b.others, uniquingKeysWith: +)
  }

  /// One line for each kind, such as `12 × pauses`; features first, in their order.
  public var lines: [String] {
    TranscriptFeature.allCases.compactMap { feature in
      counts[feature].map { "\($0) × \(feature.name)" }
    } + others.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
  }
}

/// What a transcript may hold beside its words, each of which a format carries or not.
public enum TranscriptFeature: String, Sendable, CaseIterable {
  case languages, number, date, recording, header, remarks
  case utteranceIDs, unknownSpeakers, jointSpeakers, addressees, transitions
  case times, partialTimes
  case labels, roles, teams, attributes, silentPeople
  case sections, topics, closures, translations, codings, otherLayers
  case pauses, vocals, kinesics, incidents, shifts, gaps, cuts, notes, contributions
  case deleted, unclear, segments, anchors, eventTimes

  /// What it is, in the plural.
  public var name: String {
    switch self {
    case .languages: "stated languages of transcripts and utterances"
    case .number: "numbers of meetings"
    case .date: "dates of recordings"
    case .recording: "references to recordings, or their length"
    case .header: "titles"
    case .remarks: "remarks on how a transcript was made, and other parts of its header"
    case .utteranceIDs: "identifiers of utterances"
    case .unknownSpeakers: "marks of an unknown speaker (the words are kept)"
    case .jointSpeakers:
      "further speakers of utterances that several say at once (the words are kept)"
    case .addressees: "addressees of utterances"
    case .transitions: "marks of how an utterance follows the one before (overlap, latching)"
    case .times: "starts and ends of utterances"
    case .partialTimes: "starts or ends of utterances of which only one is known"
    case .labels: "printed labels of people"
    case .roles: "roles of people"
    case .teams: "memberships in teams"
    case .attributes: "further facts about people (age, gender …)"
    case .silentPeople: "people who say nothing"
    case .sections: "sections"
    case .topics: "topics"
    case .closures: "judgements of closures and uptake"
    case .translations: "translations of utterances"
    case .codings: "codings in the transcript's file"
    case .otherLayers: "further annotations"
    case .pauses: "pauses"
    case .vocals: "vocal events"
    case .kinesics: "gestures and movements"
    case .incidents: "incidents"
    case .shifts: "changes of voice"
    case .gaps: "inaudible places"
    case .cuts: "cuts, where talk was left out"
    case .notes: "notes"
    case .contributions: "contributions of others inside a turn"
    case .deleted: "marks of deleted words (the words are kept)"
    case .unclear: "marks of unclear words (the words are kept)"
    case .segments: "marked segments (the words are kept)"
    case .anchors: "points in time inside utterances"
    case .eventTimes: "times of events"
    }
  }
}

extension ExportLosses {
  /// Adds the objects of a study that a format does not carry, by kind.
  /// - Parameters:
  ///   - corpus: The study.
  ///   - carried: The kinds that it does carry. Transcripts and the study itself are not counted.
  ///   - options: Which memos may leave.
  public mutating func add(
    study corpus: StudyCorpus, carrying carried: Set<ObjectKind>,
    _ options: StudyTEI.Options = StudyTEI.Options()
  ) {
    for kind in ObjectKind.allCases where ![.study, .transcript, .researcher].contains(kind) {
      if kind == .memo, carried.contains(.memo) {
        let kept = corpus.study.all(Memo.self).filter { !options.includes($0) }
        add("private memos (never written)", kept.count { $0.visibility == .personal })
        add(
          "memos of the team (written only when asked for)",
          kept.count { $0.visibility != .personal })
      } else if !carried.contains(kind) {
        add(kind.plural, corpus.study.objects(of: kind).count)
      }
    }
  }
}

extension ObjectKind {
  /// What several of them are called in the words of an export.
  var plural: String {
    switch self {
    case .study: "studies"
    case .attribute: "facts about participants added by researchers"
    case .link: "relations between codes, groups, themes and extracts"
    case .preliminaryThemes: "lists of preliminary themes"
    case .contextCheck: "recontextualisation checks"
    case .coding: "codings of the study"
    case .translation: "translations of the study"
    default: title + "s"
    }
  }
}
