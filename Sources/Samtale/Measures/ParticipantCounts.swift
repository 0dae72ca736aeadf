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
    /// What is counted: an element name or the type of a state or trait, such as `diagnosis`.
    public var variable: String
    public var category: String
    public var count: Int
  }

  public var rows: [Row]
  /// People in all.
  public var people: Int
  /// People whose descriptions differ between files; the first description counts.
  public var contradictions: [Diagnostic]

  /// What one transcript says about its people.
  public struct Source: Sendable {
    var participants: [Participant]
    var roles: [Role]
    var file: String

    public init(_ transcript: Transcript) {
      participants = transcript.participants.filter { $0.groupSize == nil }
      roles = transcript.roles
      file = transcript.file
    }
  }

  /// Counts each person once, however many meetings she or he attended.
  public init(_ sources: [Source]) {
    var seen: [Participant.Identity: (person: Participant, file: String)] = [:]
    var order: [Participant.Identity] = []
    var roles: [Role] = []
    contradictions = []
    for source in sources {
      for role in source.roles where !roles.contains(where: { $0.code == role.code }) {
        roles.append(role)
      }
      for person in source.participants {
        if let known = seen[person.identity] {
          if known.person.attributes != person.attributes {
            contradictions.append(Self.differs(person, source.file, known.file))
          }
        } else {
          seen[person.identity] = (person, source.file)
          order.append(person.identity)
        }
      }
    }
    let everybody = order.compactMap { seen[$0]?.person }
    people = everybody.count
    let used = Set(everybody.flatMap(\.roles))
    for code in used.sorted() where !roles.contains(where: { $0.code == code }) {
      roles.append(Role(code: code, name: code))
    }
    rows = roles.flatMap { role in
      Self.rows(everybody.filter { $0.roles.contains(role.code) }, role.code, role.name)
    }
    rows += Self.rows(everybody.filter(\.roles.isEmpty), nil, "no role")
  }

  private static func differs(_ person: Participant, _ file: String, _ first: String)
    -> Diagnostic
  {
    Diagnostic(
      .warning,
      .personDiffers,
      file: file,
      "\(person.id) is described differently than in \(first)",
      do: "make the descriptions equal; the first one is counted"
    )
  }

  private static func rows(_ people: [Participant], _ role: String?, _ name: String) -> [Row] {
    var variables: [String] = []
    var counts: [String: [String: Int]] = [:]
    for person in people {
      var counted: Set<String> = []
      for attribute in person.attributes {
        guard let variable = variable(attribute), !attribute.display.isEmpty else { continue }
        if !variables.contains(variable) { variables.append(variable) }
        guard counted.insert(variable + "\u{0}" + attribute.display).inserted else { continue }
        counts[variable, default: [:]][attribute.display, default: 0] += 1
      }
    }
    return variables.flatMap { variable in
      ordered(counts[variable] ?? [:]).map {
        Row(
          role: role,
          roleName: name,
          people: people.count,
          variable: variable,
          category: $0.key,
          count: $0.value
        )
      }
    }
  }

  /// What an attribute is counted under; names and remarks are no categories.
  private static func variable(_ attribute: Participant.Attribute) -> String? {
    switch attribute.kind {
    case .name, .note: nil
    case .state, .trait: attribute.type ?? attribute.kind.rawValue
    default: attribute.kind.rawValue
    }
  }

  /// Bands in order of their lower ends, other categories by frequency.
  private static func ordered(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.map { (key: $0.key, value: $0.value) }.sorted { a, b in
      switch (lowerEnd(a.key), lowerEnd(b.key)) {
      case (let x?, let y?) where x != y: return x < y
      default: return a.value != b.value ? a.value > b.value : a.key < b.key
      }
    }
  }

  private static func lowerEnd(_ category: String) -> Double? {
    let digits = category.drop { !$0.isNumber }.prefix { $0.isNumber }
    return Double(digits).map { category.first?.isNumber == true ? $0 : $0 + 0.5 }
  }
}
