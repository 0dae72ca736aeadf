/// A code: a label that says what a researcher sees in a passage.
///
/// A definition is never demanded; codes stay open to change until the end.
public struct Code: StudyObject {
  public static let kind = ObjectKind.code
  public let id: Identifier
  public var fields: Fields

  /// Whether the code stays with what is said, or reads what lies beneath (Braun & Clarke 2006,
  /// p. 84).
  public enum Level: String, Sendable, CaseIterable { case semantic, latent, mixed }
  /// Where the code came from: the data, theory, or a participant's own words.
  public enum Origin: String, Sendable, CaseIterable { case inductive, deductive, inVivo }
  public enum Status: String, Sendable, CaseIterable { case active, merged, split, retired }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, name: String, origin: Origin = .inductive) {
    self.init(
      id: id,
      fields: [
        "name": .text(name), "origin": .text(origin.rawValue),
        "status": .text(Status.active.rawValue),
      ])
  }

  public var name: String {
    get { required("name") }
    set { set("name", .text(newValue)) }
  }
  public var definition: String? {
    get { text("definition") }
    set { set("definition", Value(newValue)) }
  }
  /// `#rrggbb`.
  public var colour: String? {
    get { text("colour") }
    set { set("colour", Value(newValue)) }
  }
  /// Whether a text is a colour as codes have them: `#` and six hexadecimal digits.
  static func isColour(_ text: String) -> Bool {
    text.utf8.count == 7 && text.hasPrefix("#")
      && text.utf8.dropFirst().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
  public var parent: Identifier? {
    get { identifier("parent") }
    set { set("parent", Value(newValue)) }
  }
  public var level: Level? {
    get { text("level").flatMap(Level.init) }
    set { set("level", Value(newValue?.rawValue)) }
  }
  public var origin: Origin {
    get { text("origin").flatMap(Origin.init) ?? .inductive }
    set { set("origin", .text(newValue.rawValue)) }
  }
  public var status: Status {
    get { text("status").flatMap(Status.init) ?? .active }
    set { set("status", .text(newValue.rawValue)) }
  }
  /// The code that took this one over; its codings count there.
  public var mergedInto: Identifier? {
    get { identifier("mergedInto") }
    set { set("mergedInto", Value(newValue)) }
  }
  public var splitFrom: Identifier? {
    get { identifier("splitFrom") }
    set { set("splitFrom", Value(newValue)) }
  }
  /// The words that a code in vivo takes up.
  public var inVivo: Anchor? {
    get { fields["inVivo"].flatMap { Anchor($0) } }
    set { set("inVivo", newValue?.value ?? .null) }
  }
}

/// A code given to a place by a researcher.
public struct Coding: StudyObject {
  public static let kind = ObjectKind.coding
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(
    id: Identifier, code: Identifier, anchor: Anchor, coder: Identifier, round: Identifier? = nil
  ) {
    self.init(
      id: id, fields: ["code": Value(code), "anchor": anchor.value, "coder": Value(coder)])
    set("round", Value(round))
  }

  public var code: Identifier? {
    get { identifier("code") }
    set { set("code", Value(newValue)) }
  }
  public var anchor: Anchor? {
    get { fields["anchor"].flatMap { Anchor($0) } }
    set { set("anchor", newValue?.value ?? .null) }
  }
  public var coder: Identifier? { identifier("coder") }
  public var round: Identifier? {
    get { identifier("round") }
    set { set("round", Value(newValue)) }
  }
  public var note: String? {
    get { text("note") }
    set { set("note", Value(newValue)) }
  }
  /// When it was made in the program from which it was imported; `nil` if it was made here, where
  /// the log says when.
  public var made: Timestamp? {
    get { text("made").flatMap { Timestamp($0) } }
    set { set("made", Value(newValue?.description)) }
  }
}

/// A round of coding.
public struct CodingRound: StudyObject {
  public static let kind = ObjectKind.round
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, name: String) {
    self.init(id: id, fields: ["name": .text(name), "status": .text("open")])
  }

  public var name: String {
    get { required("name") }
    set { set("name", .text(newValue)) }
  }
  public var isOpen: Bool {
    get { text("status") != "closed" }
    set { set("status", .text(newValue ? "open" : "closed")) }
  }
}

/// Somebody read a transcript, or some utterances of it, in a round.
public struct Visit: StudyObject {
  public static let kind = ObjectKind.visit
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(
    id: Identifier, reader: Identifier, transcript: Identifier, round: Identifier? = nil,
    utterances: [String] = []
  ) {
    self.init(id: id, fields: ["reader": Value(reader), "transcript": Value(transcript)])
    set("round", Value(round))
    set("utterances", Value(texts: utterances))
  }

  public var reader: Identifier? { identifier("reader") }
  public var transcript: Identifier? { identifier("transcript") }
  public var round: Identifier? { identifier("round") }
  /// The utterances that were read; empty is the whole transcript.
  public var utterances: [String] { texts("utterances") }
}

/// A set of codes with a title. In systematic text condensation it is a code group, the home of
/// meaning units, and its title becomes the heading of a result category.
public struct CodeGroup: StudyObject {
  public static let kind = ObjectKind.group
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, title: String) {
    self.init(id: id, fields: ["title": .text(title)])
  }

  public var title: String {
    get { required("title") }
    set { set("title", .text(newValue)) }
  }
  public var summary: String? {
    get { text("summary") }
    set { set("summary", Value(newValue)) }
  }
  /// Whether the group was given up; it is kept, and takes in nothing more.
  public var isDissolved: Bool {
    get { text("status") == "dissolved" }
    set { set("status", newValue ? .text("dissolved") : .null) }
  }
}

/// A relation between two objects, with an author and a history of its own: so two people can each
/// put a code under the same theme, and both stay.
public struct Link: StudyObject {
  public static let kind = ObjectKind.link
  public let id: Identifier
  public var fields: Fields

  public enum Relation: String, Sendable, CaseIterable {
    /// A code belongs to a code group.
    case codeInGroup
    /// A theme is built from a code.
    case themeCode
    /// A coding or meaning unit shows a theme.
    case themeExtract
    /// A coding goes against a theme.
    case themeContrary
    /// Where a theme ends and another begins; the note says how.
    case boundary
    /// A line of the thematic map; the note is its label.
    case map
  }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(
    id: Identifier, _ relation: Relation, from: Identifier, to: Identifier, note: String? = nil
  ) {
    self.init(
      id: id,
      fields: ["relation": .text(relation.rawValue), "from": Value(from), "to": Value(to)])
    set("note", Value(note))
  }

  public var relation: Relation? { text("relation").flatMap(Relation.init) }
  public var from: Identifier? { identifier("from") }
  public var to: Identifier? { identifier("to") }
  public var note: String? {
    get { text("note") }
    set { set("note", Value(newValue)) }
  }
}
