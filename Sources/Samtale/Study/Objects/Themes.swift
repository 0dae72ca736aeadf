/// A theme: a pattern of shared meaning around a central organising concept, built by researchers
/// (Braun & Clarke 2019). It knows no counts; how often something was said does not make it one.
public struct Theme: StudyObject {
  public static let kind = ObjectKind.theme
  public let id: Identifier
  public var fields: Fields

  /// How far the work on a theme has come. Any status may follow any other.
  public enum Status: String, Sendable, CaseIterable {
    case candidate, developed
    case final
    /// Given up, and kept.
    case discarded
  }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, name: String, concept: String? = nil) {
    self.init(
      id: id, fields: ["name": .text(name), "status": .text(Status.candidate.rawValue)])
    self.concept = concept
  }

  public var name: String {
    get { required("name") }
    set { set("name", .text(newValue)) }
  }
  public var status: Status {
    get { text("status").flatMap(Status.init) ?? .candidate }
    set { set("status", .text(newValue.rawValue)) }
  }
  /// The central organising concept, in a sentence. Required from `developed` on.
  public var concept: String? {
    get { text("concept") }
    set { set("concept", Value(newValue)) }
  }
  /// What the theme is.
  public var includes: String? {
    get { text("includes") }
    set { set("includes", Value(newValue)) }
  }
  /// What the theme is not.
  public var excludes: String? {
    get { text("excludes") }
    set { set("excludes", Value(newValue)) }
  }
  /// How it answers the research question.
  public var question: String? {
    get { text("question") }
    set { set("question", Value(newValue)) }
  }
  /// The roles whose doing or saying it is about.
  public var roles: [String] {
    get { texts("roles") }
    set { set("roles", Value(texts: newValue)) }
  }
  /// The overarching theme; one level only.
  public var parent: Identifier? {
    get { identifier("parent") }
    set { set("parent", Value(newValue)) }
  }
}

/// A theme held against its extracts or the whole data set.
public struct ThemeReview: StudyObject {
  public static let kind = ObjectKind.review
  public let id: Identifier
  public var fields: Fields

  public enum Level: String, Sendable, CaseIterable { case extracts, dataSet }
  public enum Decision: String, Sendable, CaseIterable { case keep, rename, split, merge, discard }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(
    id: Identifier, theme: Identifier, level: Level, decision: Decision, reason: String,
    reviewer: Identifier
  ) {
    self.init(
      id: id,
      fields: [
        "theme": Value(theme), "level": .text(level.rawValue),
        "decision": .text(decision.rawValue), "reason": .text(reason),
        "reviewer": Value(reviewer),
      ])
  }

  public var theme: Identifier? { identifier("theme") }
  public var level: Level? { text("level").flatMap(Level.init) }
  public var decision: Decision? { text("decision").flatMap(Decision.init) }
  public var reason: String { required("reason") }
  public var reviewer: Identifier? { identifier("reviewer") }
}

/// A memo, or an entry of the reflexive journal.
public struct Memo: StudyObject {
  public static let kind = ObjectKind.memo
  public let id: Identifier
  public var fields: Fields

  public enum Sort: String, Sendable, CaseIterable {
    case familiarisation, code, theme, theoretical, methodological, decision, context
    /// The reflexive journal: position, assumption, feeling, effect on reading.
    case journal
  }

  /// Who may see it. `private` never leaves this file: not with a copy for a colleague, a log or an
  /// export. `team` goes with copies and with logs, and into exports only if asked for; `export` may
  /// go everywhere.
  public enum Visibility: String, Sendable, CaseIterable {
    case personal = "private"
    case team, export
  }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  /// A memo; the reflexive journal is private unless said otherwise, other memos are the team's.
  public init(
    id: Identifier, _ sort: Sort, body: String, author: Identifier, visibility: Visibility? = nil
  ) {
    let seen = visibility ?? (sort == .journal ? .personal : .team)
    self.init(
      id: id,
      fields: [
        "kind": .text(sort.rawValue), "body": .text(body), "author": Value(author),
        "visibility": .text(seen.rawValue),
      ])
  }

  public var sort: Sort? { text("kind").flatMap(Sort.init) }
  public var title: String? {
    get { text("title") }
    set { set("title", Value(newValue)) }
  }
  public var body: String {
    get { required("body") }
    set { set("body", .text(newValue)) }
  }
  /// When it was made in the program from which it was imported; `nil` if it was made here, where
  /// the log says when.
  public var made: Timestamp? {
    get { text("made").flatMap { Timestamp($0) } }
    set { set("made", Value(newValue?.description)) }
  }
  public var author: Identifier? { identifier("author") }
  /// The object that it is about.
  public var target: Identifier? {
    get { identifier("target") }
    set { set("target", Value(newValue)) }
  }
  /// The place that it is about.
  public var anchor: Anchor? {
    get { fields["anchor"].flatMap { Anchor($0) } }
    set { set("anchor", newValue?.value ?? .null) }
  }
  public var visibility: Visibility {
    get { text("visibility").flatMap(Visibility.init) ?? .personal }
    set { set("visibility", .text(newValue.rawValue)) }
  }
}

/// A named place in the history to which the study can be brought back.
public struct RestorePoint: StudyObject {
  public static let kind = ObjectKind.restorePoint
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, name: String, lamport: Int) {
    self.init(id: id, fields: ["name": .text(name), "lamport": .number(lamport)])
  }

  public var name: String { required("name") }
  /// The logical time up to which events belong to it.
  public var lamport: Int { fields["lamport"]?.number ?? 0 }
}
