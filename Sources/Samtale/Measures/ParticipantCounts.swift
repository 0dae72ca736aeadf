/// The people of a corpus by role: how many have which age, gender, profession and so on.
public struct ParticipantCounts: Sendable {
  /// How many people of a role share one category of one variable.
  public struct Row: Hashable, Sendable {
    /// Code of the role; `nil` for people without one.
    public var role: String?
    /// Name of the role.
    public var roleName: String
    /// People with this role.
    public var people: Int
    /// What is counted: an element name or the type of a state or trait, such as `diagnosis`; `—`
    /// if nothing is known of anybody.
    public var variable: String
    public var category: String
    public var count: Int
    /// Mean and standard deviation of numbers that are too many for a row each.
    public var mean: Double?
    public var deviation: Double?

    /// Share 0…1 of the role's people.
    public var share: Double { people > 0 ? Double(count) / Double(people) : 0 }
  }

  public var rows: [Row]
  /// People in all.
  public var people: Int
  /// Transcripts in all.
  public var transcripts: Int
  /// People whose descriptions differ between files, of which the first counts, and transcripts of
  /// the same identifier.
  public var contradictions: [Diagnostic]

  /// What one transcript says about its people.
  public struct Source: Sendable {
    /// The identifier, if the file gives it.
    var id: String?
    var participants: [Participant]
    var roles: [Role]
    var file: String

    public init(_ transcript: Transcript) {
      id = transcript.hasOwnID ? transcript.id : nil
      participants = transcript.participants.filter { $0.groupSize == nil }
      roles = transcript.roles
      file = transcript.file
    }
  }

  /// Counts each person once, however many meetings she or he attended, in each of the roles that
  /// any of the files gives.
  public init(_ sources: [Source]) {
    var gathering = Gathering()
    for source in sources { gathering.add(source) }
    let everybody = gathering.everybody
    people = everybody.count
    transcripts = sources.count
    contradictions =
      CorpusFindings.equalIdentifiers(sources.map { ($0.id, $0.file) }) + gathering.contradictions
    var roles = gathering.roles
    let used = Set(everybody.flatMap(\.roles))
    for code in used.sorted() where !roles.contains(where: { $0.code == code }) {
      roles.append(Role(code: code, name: code))
    }
    rows = roles.flatMap { role in
      RoleCounts(everybody.filter { $0.roles.contains(role.code) }, role.code, role.name).rows
    }
    rows += RoleCounts(everybody.filter(\.roles.isEmpty), nil, "no role").rows
  }

  /// Everybody once, while files are gone through.
  private struct Gathering {
    private var seen: [Participant.Identity: (place: Int, file: String)] = [:]
    private(set) var everybody: [Participant] = []
    private(set) var roles: [Role] = []
    private(set) var contradictions: [Diagnostic] = []

    mutating func add(_ source: Source) {
      for role in source.roles where !roles.contains(where: { $0.code == role.code }) {
        roles.append(role)
      }
      for person in source.participants { add(person, source.file) }
    }

    private mutating func add(_ person: Participant, _ file: String) {
      guard let known = seen[person.identity] else {
        seen[person.identity] = (everybody.count, file)
        everybody.append(person)
        return
      }
      let first = everybody[known.place]
      let isSame =
        Set(first.attributes) == Set(person.attributes) && Set(first.roles) == Set(person.roles)
      if !isSame, !person.isUndeclared {
        contradictions.append(
          Diagnostic(
            .warning,
            .personDiffers,
            file: file,
            "\(person.id) is described differently than in \(known.file)",
            do: "make the descriptions equal; the first one is counted"
          )
        )
      }
      for role in person.roles where !first.roles.contains(role) {
        everybody[known.place].roles.append(role)
      }
    }
  }
}
