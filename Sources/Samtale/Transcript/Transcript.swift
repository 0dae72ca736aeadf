/// One recorded conversation: who took part, what was said in which order, and what is known of
/// when.
///
/// The words stand in one UTF-8 buffer; utterances and turns are views on it. Public text positions
/// are Unicode scalar offsets in the text of an utterance.
///
/// Two transcripts are equal if they say the same; the file and lines they were read from are not
/// compared.
public struct Transcript: Sendable {
  /// The identifier (`TEI/@xml:id`), else the file's name without extension.
  public internal(set) var id: String
  /// Whether the file gave the identifier.
  var hasOwnID = true
  /// The meeting's number within its team (`TEI/@n`).
  public internal(set) var number: String?
  /// The language of the talk (`xml:lang`).
  public internal(set) var language: String?
  /// What the file says about itself.
  public internal(set) var header: Header
  public internal(set) var participants: [Participant]
  public internal(set) var teams: [Team]
  /// Classifications; the one with the identifier `roles` declares the roles.
  public internal(set) var taxonomies: [Taxonomy]
  public internal(set) var timeline: Timeline
  public internal(set) var sections: [Section]
  public internal(set) var marks: [Mark]
  /// Topics marked in the file. See ``allTopics``.
  public internal(set) var topics: [Topic]
  /// Further layers of annotation, kept word for word.
  public internal(set) var layers: [AnnotationLayer]
  /// The file as the user named it; `-` is standard input, empty for one made in memory.
  public internal(set) var file: String
  /// What was done with each character of the file.
  public internal(set) var accounting = TextAccounting()
  /// Whether the file broke off or was refused before the end of this transcript.
  public internal(set) var isIncomplete = false

  var columns: UtteranceColumns

  /// A transcript without utterances.
  public init(
    id: String, language: String? = nil, header: Header = Header(),
    participants: [Participant] = [], teams: [Team] = [], taxonomies: [Taxonomy] = [],
    file: String = ""
  ) {
    self.id = id
    self.language = language
    self.header = header
    self.participants = participants
    self.teams = teams
    self.taxonomies = taxonomies
    timeline = Timeline()
    sections = []
    marks = []
    topics = []
    layers = []
    self.file = file
    columns = UtteranceColumns()
  }

  /// The roles that the transcript declares.
  public var roles: [Role] {
    taxonomies.first { $0.id == "roles" }?.categories
      .map { Role(code: $0.id, name: $0.display) } ?? []
  }

  /// The date of the recording as written (ISO 8601).
  public var date: String? { header.date }

  /// The team whose meeting this is: the one that most participants share on the day; `nil` if
  /// none or if two teams are equally likely.
  public var team: Team? {
    if let named = header.teamReference,
      let team = teams.first(where: {
        $0.id == named || $0.number == named || $0.names.contains(named)
      })
    {
      return team
    }
    var counts: [String: Int] = [:]
    for participant in participants {
      let valid = participant.memberships.filter { $0.holds(on: date) }.map(\.team)
      for team in Set(valid) { counts[team, default: 0] += 1 }
    }
    guard let most = counts.values.max() else { return nil }
    let candidates = teams.filter { counts[$0.id] == most }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// The topics: those marked, else sections that are topics by their type.
  public var allTopics: [Topic] {
    if !topics.isEmpty { return topics }
    return sections.filter { Self.topicSections.contains($0.type) && !$0.utterances.isEmpty }.map {
      Topic(
        id: $0.id,
        number: $0.number,
        label: $0.headings.first ?? $0.number ?? "",
        extent: .utterances($0.utterances.lowerBound...($0.utterances.upperBound - 1))
      )
    }
  }

  static let topicSections: Set<String> = ["topic", "debateSection", "Situation", "G", "BG"]
}

extension Transcript: Equatable {
  public static func == (a: Transcript, b: Transcript) -> Bool {
    a.id == b.id && a.number == b.number && a.language == b.language && a.header == b.header
      && a.participants == b.participants && a.teams == b.teams && a.taxonomies == b.taxonomies
      && a.timeline == b.timeline && a.sections == b.sections && a.marks == b.marks
      && a.topics == b.topics && a.layers == b.layers && a.columns == b.columns
  }
}
