/// What a turn says in another language, as a researcher of the study has it.
///
/// A turn has one translation into a language, so its identifier is made from transcript, turn and
/// language: two researchers who translate the same turn make the same object, and where they
/// differ a conflict keeps both wordings until somebody settles it.
public struct StudyTranslation: StudyObject {
  public static let kind = ObjectKind.translation
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  /// - Parameters:
  ///   - text: What the turn says in the other language.
  ///   - anchor: The turn, on the version of the transcript from which it was translated.
  ///   - language: A language tag, such as `en`.
  ///   - researcher: Who puts it into the study.
  ///   - status: How far it has come.
  ///   - id: The identifier; without it the one that every researcher would make.
  public init(
    _ text: String, of anchor: Anchor, into language: String, by researcher: Identifier,
    status: Translation.Status = .draft, id: Identifier? = nil
  ) {
    self.init(
      id: id ?? Self.identifier(of: anchor, into: language),
      fields: [
        "anchor": anchor.value, "language": .text(language), "text": .text(text),
        "status": .text(status.rawValue), "by": Value(researcher),
      ])
  }

  /// The identifier of the translation of a turn into a language.
  public static func identifier(of anchor: Anchor, into language: String) -> Identifier {
    Identifier(deriving: [
      kind.rawValue, anchor.transcript?.description ?? "", anchor.segments.first?.utterance ?? "",
      language.lowercased(),
    ])
  }

  /// Fields that make sense only together: a status is that of a wording of an original. Changes
  /// state all of them, so that a wording and a check made apart do not add up to a checked wording
  /// that nobody saw.
  static let inseparable: Set<String> = ["anchor", "text", "status"]

  /// The turn, on the version from which it was translated or against which it was last checked.
  public var anchor: Anchor? {
    get { fields["anchor"].flatMap { Anchor($0) } }
    set { set("anchor", newValue?.value ?? .null) }
  }
  /// The language tag.
  public var language: String { required("language") }
  public var text: String {
    get { required("text") }
    set { set("text", .text(newValue)) }
  }
  /// Who translated, by name; need not be a researcher of the study.
  public var translator: String? {
    get { text("translator") }
    set { set("translator", Value(newValue)) }
  }
  /// When it was translated (ISO 8601: a year, a month or a day).
  public var date: String? {
    get { text("date") }
    set { set("date", Value(newValue)) }
  }
  public var status: Translation.Status {
    get { text("status").flatMap(Translation.Status.init) ?? .draft }
    set { set("status", .text(newValue.rawValue)) }
  }
  /// Who put it into the study.
  public var by: Identifier? { identifier("by") }
}
