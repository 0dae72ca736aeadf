import Samtale

/// The labels of files as a table of speakers for a person to complete: which of them are speakers,
/// and who they are. ``SpeakerMap`` reads it again.
///
/// A label is one row for all files in which the same was thought of it. Labels such as `P` or
/// `Interviewer`, which may well mean others in another file, have a row for each.
public struct SpeakerProposal: Hashable, Sendable {
  public enum Decision: String, Sendable, CaseIterable {
    /// It is a speaker's.
    case yes
    /// It is words.
    case no
    /// A person has to say.
    case ask

    /// What a person writes in a table, in English or Norwegian.
    init?(written word: String) {
      switch word {
      case "yes", "y", "ja", "j", "x": self = .yes
      case "no", "n", "nei": self = .no
      case "ask", "spør", "spørre", "spørje", "sp\u{FFFD}r", "?": self = .ask
      default: return nil
      }
    }
  }

  public struct Row: Hashable, Sendable {
    public var label: String
    /// The only file that it counts for; `nil`: all.
    public var file: String?
    public var decision: Decision
    /// What the file itself says of the person.
    public var name: String?
    public var role: String?
    /// How often it stands in front of words, in all these files.
    public var count: Int
    /// The first place, as `meeting1.txt, line 3`.
    public var place: String
    /// The first words there.
    public var words: String
    /// What speaks against it.
    public var remark: String
  }

  public private(set) var rows: [Row] = []

  /// Looks through what importing found. Nothing of it need be kept.
  /// - Parameters:
  ///   - results: What came of importing the files, in their order.
  ///   - speakers: A table of speakers that is there already: labels that it settles are left out.
  public init(_ results: [ImportResult], leavingOut speakers: SpeakerMap = SpeakerMap()) {
    var order: [String] = []
    var found: [String: [LabelSighting]] = [:]
    for result in results {
      let known = speakers.of(result.report.file)
      let settled = Set(known.entries.map(\.label) + known.refusals.map(\.label))
      for sighting in LabelSighting.all(result) where !settled.contains(sighting.label) {
        if found[sighting.label] == nil { order.append(sighting.label) }
        found[sighting.label, default: []].append(sighting)
      }
    }
    for label in order { add(found[label] ?? []) }
  }

  /// Adds one row for all files, or one for each.
  private mutating func add(_ all: [LabelSighting]) {
    guard let first = all.first else { return }
    let isOne = !SpeakerLabel.isGeneric(first.label) && all.allSatisfy(first.agrees)
    if isOne || all.count == 1 {
      var row = first.row
      row.count = all.reduce(0) { $0 + $1.row.count }
      rows.append(row)
    } else {
      let areAlike = Set(all.map(\.name)).count < all.count
      for sighting in all {
        var row = sighting.row
        row.file = areAlike ? sighting.file : sighting.name
        rows.append(row)
      }
    }
  }

  /// Rows that a person has to decide about.
  public var undecided: Int { rows.count { $0.decision == .ask } }

  /// The table. Texts that a spreadsheet would take for a formula begin with an apostrophe.
  public var csv: CSV {
    let columns: [SpeakerMap.Column] = [
      .label, .file, .decision, .id, .name, .role, .team, .count, .place, .words, .remark,
    ]
    return CSV(
      [columns.map(\.rawValue)]
        + rows.map { row in columns.map { CSV.guarded(row.field($0) ?? "") } })
  }
}

extension SpeakerProposal.Row {
  fileprivate func field(_ column: SpeakerMap.Column) -> String? {
    switch column {
    case .label: label
    case .file: file
    case .decision: decision.rawValue
    case .name: name
    case .role: role
    case .count: String(count)
    case .place: place
    case .words: words
    case .remark: remark
    case .id, .team, .from, .to, .size: nil
    }
  }
}

/// A label in one file.
private struct LabelSighting {
  var row: SpeakerProposal.Row
  /// The file as the user named it.
  let file: String

  var label: String { row.label }
  /// The file without its folders.
  var name: String { String(file.split(separator: "/").last ?? "") }

  /// Whether the same is thought of the label in another file.
  func agrees(_ other: LabelSighting) -> Bool {
    (row.decision, row.name, row.role) == (other.row.decision, other.row.name, other.row.role)
  }

  /// What was found in a file: labels in front of words, and speakers whom the format names.
  static func all(_ result: ImportResult) -> [LabelSighting] {
    var sightings: [LabelSighting] = []
    var places: [String: Int] = [:]
    for label in result.report.labels where places[label.label] == nil {
      places[label.label] = sightings.count
      sightings.append(LabelSighting(label, result.report.file))
    }
    for transcript in result.transcripts {
      var talk: [Int: (count: Int, first: Int)] = [:]
      for utterance in transcript.utterances {
        for speaker in utterance.speakers {
          talk[speaker, default: (0, utterance.index)].count += 1
        }
      }
      for (speaker, person) in transcript.participants.enumerated() {
        guard let label = person.label, let talk = talk[speaker] else { continue }
        if places[label] == nil {
          places[label] = sightings.count
          let first = transcript.utterances[talk.first]
          let found = ProposedLabel(
            label, count: talk.count, line: first.line, isAccepted: true, isCertain: true,
            words: first.text)
          sightings.append(LabelSighting(found, result.report.file))
        }
        if let place = places[label] { sightings[place].describe(person) }
      }
    }
    return sightings
  }

  private init(_ label: ProposedLabel, _ file: String) {
    self.file = file
    let isSure = label.isAccepted && label.count > 1 && label.looksLike == nil
    let decision: SpeakerProposal.Decision =
      label.isCertain ? (label.isAccepted ? .yes : .no) : isSure ? .yes : .ask
    let remark =
      label.looksLike.map { "looks like \($0): if it is the same person, the same id for both" }
      ?? (label.isAccepted ? "" : "taken for words")
    let name = file.split(separator: "/").last ?? ""
    row = SpeakerProposal.Row(
      label: label.label, decision: decision, count: label.count,
      place: "\(name), line \(label.line)", words: label.words, remark: remark)
  }

  /// Takes over what the file says of a person.
  private mutating func describe(_ person: Participant) {
    row.name = person.name
    row.role = person.roles.count == 1 ? person.roles.first : nil
  }
}
