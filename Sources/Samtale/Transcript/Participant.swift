/// A human who takes part in conversations, or a group that speaks as one.
///
/// Not the label that a transcript prints: one person may appear as ES1 in one team and as ES5 in
/// another, and SW4 may be two people over time.
public struct Participant: Hashable, Sendable {
  /// The identifier in the file (`xml:id`), stable over the corpus.
  public var id: String
  /// What the transcript prints before this person's turns, such as `SW4`.
  public var label: String?
  /// Codes of the person's roles, such as `SW`; declared in the transcript's roles.
  public var roles: [String]
  /// Memberships in teams, possibly limited in time.
  public var memberships: [Membership]
  /// Everything else that is known: age, gender, profession, diagnosis and so on.
  public var attributes: [Attribute]
  /// `nil` for a person; for a group that speaks as one, its stated size (`several`, `12`).
  public var groupSize: String?
  /// Made from a pointer that leads to no declared participant. Not compared: once written, the
  /// person is declared.
  public var isUndeclared: Bool {
    get { undeclared.value }
    set { undeclared.value = newValue }
  }
  private var undeclared: Ignored<Bool>
  /// Pointers to codes that further describe the person.
  public var analysis: [String]
  /// Language of the description.
  public var language: String?

  public init(
    id: String,
    label: String? = nil,
    roles: [String] = [],
    memberships: [Membership] = [],
    attributes: [Attribute] = [],
    groupSize: String? = nil,
    isUndeclared: Bool = false,
    analysis: [String] = [],
    language: String? = nil
  ) {
    self.id = id
    self.label = label
    self.roles = roles
    self.memberships = memberships
    self.attributes = attributes
    self.groupSize = groupSize
    undeclared = Ignored(isUndeclared)
    self.analysis = analysis
    self.language = language
  }

  /// Membership in a team.
  public struct Membership: Hashable, Sendable {
    /// Identifier of the team.
    public var team: String
    /// First day, as written (ISO 8601); `nil` means from the beginning.
    public var from: String?
    /// Last day, as written (ISO 8601); `nil` means to the end.
    public var to: String?
    /// A single date, as written.
    public var when: String?
    /// The membership in words.
    public var text: String

    public init(
      team: String,
      from: String? = nil,
      to: String? = nil,
      when: String? = nil,
      text: String = ""
    ) {
      self.team = team
      self.from = from
      self.to = to
      self.when = when
      self.text = text
    }

    /// Whether the membership holds on a day (ISO 8601 dates compare as text); `nil` is always.
    public func holds(on date: String?) -> Bool {
      guard let date else { return true }
      if let from, Self.compare(date, from) < 0 { return false }
      if let to, Self.compare(date, to) > 0 { return false }
      if from == nil, to == nil, let when { return Self.compare(date, when) == 0 }
      return true
    }

    /// Compares two dates as far as both go: 2017-03 and 2017-03-14 are the same.
    private static func compare(_ a: String, _ b: String) -> Int {
      let length = min(a.utf8.count, b.utf8.count)
      let (a, b) = (a.prefix(length), b.prefix(length))
      return a == b ? 0 : a < b ? -1 : 1
    }
  }

  /// One fact about a participant.
  public struct Attribute: Hashable, Sendable {
    /// What kind of fact this is, after the TEI element that holds it.
    public enum Kind: String, Sendable, CaseIterable {
      case name = "persName"
      case gender, sex, age, education, occupation, nationality, state, trait, note
    }

    public var kind: Kind
    /// The sort of a state, trait or name, such as `diagnosis` or `yearsInJob`.
    public var type: String?
    /// The coded value, such as `f`.
    public var value: String?
    /// Lower end of an age band, in years.
    public var atLeast: String?
    /// Upper end of an age band, in years.
    public var atMost: String?
    /// The fact in words.
    public var text: String
    public var from: String?
    public var to: String?
    public var when: String?
    public var language: String?

    public init(
      _ kind: Kind,
      type: String? = nil,
      value: String? = nil,
      text: String = "",
      atLeast: String? = nil,
      atMost: String? = nil
    ) {
      self.kind = kind
      self.type = type
      self.value = value
      self.text = text
      self.atLeast = atLeast
      self.atMost = atMost
    }

    /// The fact as a table prints it: the band, the words, or the coded value.
    public var display: String {
      if atLeast != nil || atMost != nil {
        switch (atLeast, atMost) {
        case (let low?, let high?): return "\(low)–\(high)"
        case (let low?, nil): return "\(low) or more"
        default: return "up to \(atMost ?? "")"
        }
      }
      return text.isEmpty ? value ?? "" : text
    }
  }

  /// The person's name, if the file gives one.
  public var name: String? {
    attributes.first { $0.kind == .name && !$0.text.isEmpty }?.text
  }

  /// The first fact of a kind and type.
  public func attribute(_ kind: Attribute.Kind, type: String? = nil) -> Attribute? {
    attributes.first { $0.kind == kind && (type == nil || $0.type == type) }
  }

  /// What tells this person from others across files: the identifier and, where given, the name.
  ///
  /// Some corpora use the same identifiers for other people in each file; their names differ.
  public var identity: Identity { Identity(id: id, name: name) }

  /// See ``Participant/identity``.
  public struct Identity: Hashable, Comparable, Sendable {
    public var id: String
    public var name: String?

    public static func < (a: Identity, b: Identity) -> Bool {
      (a.id, a.name ?? "") < (b.id, b.name ?? "")
    }
  }
}
