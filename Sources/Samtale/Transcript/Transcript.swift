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
  public var id: String
  /// Whether the file gave the identifier.
  var hasOwnID = true
  /// The meeting's number within its team (`TEI/@n`).
  public var number: String?
  /// The language of the talk (`xml:lang`).
  public var language: String?
  /// What the file says about itself.
  public var header: Header
  public var participants: [Participant]
  public var teams: [Team]
  /// Classifications; the one with the identifier `roles` declares the roles.
  public var taxonomies: [Taxonomy]
  public var timeline: Timeline
  public var sections: [Section]
  public var marks: [Mark]
  /// Topics marked in the file. See ``allTopics``.
  public var topics: [Topic]
  /// Further layers of annotation, kept word for word.
  public var layers: [AnnotationLayer]
  /// The file as the user named it; `-` is standard input, empty for one made in memory.
  public var file: String
  /// What was done with each character of the file.
  public var accounting = TextAccounting()

  var columns: UtteranceColumns

  public init(id: String, language: String? = nil, header: Header = Header()) {
    self.id = id
    self.language = language
    self.header = header
    participants = []
    teams = []
    taxonomies = []
    timeline = Timeline()
    sections = []
    marks = []
    topics = []
    layers = []
    file = ""
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
    if let named = header.teamReference {
      return teams.first { $0.id == named || $0.number == named }
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

/// What was done with the characters of a file, in Unicode scalars.
///
/// `read` is counted before anything is decided; the other counts must add up to it.
public struct TextAccounting: Hashable, Sendable {
  /// All character data of the document.
  public var read = 0
  private var byCategory = Array(repeating: 0, count: Category.allCases.count)
  /// Spaces that were added between tokens or segments; not part of `read`.
  public var insertedSpaces = 0

  public init() {}

  /// Characters of one category.
  public subscript(category: Category) -> Int {
    get { byCategory[Int(category.rawValue)] }
    set { byCategory[Int(category.rawValue)] = newValue }
  }

  /// Kept or skipped, by category; categories without characters are left out.
  public var counts: [Category: Int] {
    Dictionary(
      uniqueKeysWithValues: Category.allCases.filter { self[$0] > 0 }.map { ($0, self[$0]) }
    )
  }

  /// What characters can be.
  public enum Category: UInt8, CaseIterable, Sendable, Comparable {
    case speech, contributions, descriptions, notes, headings, labels, header, annotations
    case collapsed, layout, outside, unknown

    /// The category in words.
    public var name: String {
      switch self {
      case .speech: "speech"
      case .contributions: "embedded contributions"
      case .descriptions: "descriptions of events"
      case .notes: "notes"
      case .headings: "headings"
      case .labels: "printed speaker labels"
      case .header: "header and people"
      case .annotations: "annotations"
      case .collapsed: "white space collapsed in speech"
      case .layout: "white space between elements"
      case .outside: "text outside utterances"
      case .unknown: "text in markup that is not read"
      }
    }

    /// Whether the characters are kept in the model.
    public var isKept: Bool {
      switch self {
      case .collapsed, .layout, .outside, .unknown, .labels: false
      default: true
      }
    }

    public static func < (a: Category, b: Category) -> Bool { a.rawValue < b.rawValue }
  }

  /// Counts characters under another category.
  mutating func move(_ count: Int, from: Category, to: Category) {
    guard count > 0 else { return }
    self[from] -= count
    self[to] += count
  }

  /// Characters kept.
  public var kept: Int { Category.allCases.filter(\.isKept).reduce(0) { $0 + self[$1] } }
  /// Characters skipped.
  public var skipped: Int { Category.allCases.filter { !$0.isKept }.reduce(0) { $0 + self[$1] } }
  /// Whether every character that was read is accounted for.
  public var isComplete: Bool { kept + skipped == read }

  /// The sum of two files.
  public static func + (a: TextAccounting, b: TextAccounting) -> TextAccounting {
    var sum = a
    sum.read += b.read
    sum.insertedSpaces += b.insertedSpaces
    for category in Category.allCases { sum[category] += b[category] }
    return sum
  }
}
