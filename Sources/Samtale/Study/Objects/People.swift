/// The study itself. Its identifier is that of the project; copies of one project share it.
public struct StudyProfile: StudyObject {
  public static let kind = ObjectKind.study
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, title: String, method: MethodProfile) {
    self.init(id: id, fields: ["title": .text(title), "method": .text(method.rawValue)])
  }

  public var title: String {
    get { required("title") }
    set { set("title", .text(newValue)) }
  }
  public var method: MethodProfile {
    get { text("method").flatMap(MethodProfile.init) ?? .none }
    set { set("method", .text(newValue.rawValue)) }
  }
  /// The research question.
  public var question: String? {
    get { text("question") }
    set { set("question", Value(newValue)) }
  }
  /// The language in which codes and themes are written.
  public var language: String? {
    get { text("language") }
    set { set("language", Value(newValue)) }
  }
}

/// Somebody who works on the study. What is done is signed with this.
public struct Researcher: StudyObject {
  public static let kind = ObjectKind.researcher
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, name: String, initials: String? = nil, position: String? = nil) {
    self.init(id: id, fields: ["name": .text(name), "status": .text("active")])
    self.initials = initials
    self.position = position
  }

  public var name: String {
    get { required("name") }
    set { set("name", .text(newValue)) }
  }
  public var initials: String? {
    get { text("initials") }
    set { set("initials", Value(newValue)) }
  }
  /// The reflexivity statement: who reads, from where, with which assumptions.
  public var position: String? {
    get { text("position") }
    set { set("position", Value(newValue)) }
  }
  /// Whether the researcher still works on the study; what was done before stays signed.
  public var isActive: Bool {
    get { text("status") != "left" }
    set { set("status", .text(newValue ? "active" : "left")) }
  }
}

/// A transcript under study.
public struct StudyTranscript: StudyObject {
  public static let kind = ObjectKind.transcript
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, name: String, version: String, file: String) {
    self.init(
      id: id,
      fields: [
        "name": .text(name), "version": .text(version), "file": .text(file),
        "status": .text("active"),
      ])
  }

  /// ``Transcript/id``.
  public var name: String { required("name") }
  /// The hash of the source of the present version (SHA-256, hexadecimal).
  public var version: String {
    get { required("version") }
    set { set("version", .text(newValue)) }
  }
  /// The name of the file it came from, without folders.
  public var file: String {
    get { required("file") }
    set { set("file", .text(newValue)) }
  }
  public var title: String? {
    get { text("title") }
    set { set("title", Value(newValue)) }
  }
  /// Whether it is taken out of the study; codings on it stay in the history.
  public var isWithdrawn: Bool {
    get { text("status") == "withdrawn" }
    set { set("status", .text(newValue ? "withdrawn" : "active")) }
  }
}

/// A fact about a participant, added by a researcher.
public struct ParticipantAttribute: StudyObject {
  public static let kind = ObjectKind.attribute
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, participant: String, key: String, value: String) {
    self.init(
      id: id,
      fields: ["participant": .text(participant), "key": .text(key), "value": .text(value)])
  }

  /// ``Participant/id``.
  public var participant: String { required("participant") }
  public var key: String { required("key") }
  public var value: String {
    get { required("value") }
    set { set("value", .text(newValue)) }
  }
}
