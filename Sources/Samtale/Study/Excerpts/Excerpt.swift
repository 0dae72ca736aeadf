/// A passage of talk chosen for print: turns with what an editor left out, added or replaced.
///
/// An excerpt is a sequence of operations over places in transcripts, not a text; only a
/// ``VerifiedExcerpt`` can be printed.
public struct Excerpt: StudyObject {
  public static let kind = ObjectKind.excerpt
  public let id: Identifier
  public var fields: Fields

  /// One item of an excerpt, in the order of print.
  public enum Item: Hashable, Sendable {
    case turn(Turn)
    /// Turns are left out here.
    case omission
    /// The next turn was said later.
    case jump(Jump)
  }

  /// A change of time between two turns.
  public enum Jump: String, Sendable, CaseIterable {
    /// Later in the same meeting.
    case later
    /// In the next or a later meeting of the same team.
    case meeting
  }

  /// An utterance as it is printed.
  public struct Turn: Hashable, Sendable {
    /// The utterance, or the part of it that is printed.
    public var anchor: Anchor
    /// To whom it is said, printed with the label: `to the work applicant`.
    public var addressee: String?
    /// The words.
    public var text: EditedText
    /// The words of translations, by language; without one the whole translation is printed.
    public var translations: [String: EditedText]

    public init(
      _ anchor: Anchor, _ text: EditedText, addressee: String? = nil,
      translations: [String: EditedText] = [:]
    ) {
      self.anchor = anchor
      self.text = text
      self.addressee = addressee
      self.translations = translations
    }
  }

  /// What an excerpt is for (Braun & Clarke 2013): to illustrate what the text says, or as the thing
  /// that the text interprets.
  public enum Use: String, Sendable, CaseIterable { case illustrative, analytic }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, name: String, items: [Item], by: Identifier) {
    self.init(id: id, fields: ["name": .text(name), "by": Value(by)])
    self.items = items
  }

  /// A short name by which texts refer to it.
  public var name: String {
    get { required("name") }
    set { set("name", .text(newValue)) }
  }
  public var items: [Item] {
    get { (fields["items"]?.list ?? []).compactMap { Item($0) } }
    set { set("items", .list(newValue.map(\.value))) }
  }
  public var use: Use? {
    get { text("use").flatMap(Use.init) }
    set { set("use", Value(newValue?.rawValue)) }
  }
  /// The theme or code group for which it was chosen.
  public var theme: Identifier? {
    get { identifier("theme") }
    set { set("theme", Value(newValue)) }
  }
  public var note: String? {
    get { text("note") }
    set { set("note", Value(newValue)) }
  }
  public var by: Identifier? { identifier("by") }

  /// The places that it prints, in order.
  public var anchors: [Anchor] {
    items.compactMap { if case .turn(let turn) = $0 { turn.anchor } else { nil } }
  }
}

extension Excerpt.Item {
  /// The item as fields of an event.
  public var value: Value {
    switch self {
    case .omission: .object(["omit": .flag(true)])
    case .jump(let jump): .object(["jump": .text(jump.rawValue)])
    case .turn(let turn): turn.value
    }
  }

  /// Reads an item; `nil` if the value is none.
  public init?(_ value: Value) {
    guard let fields = value.object else { return nil }
    if fields["omit"]?.flag == true, fields.count == 1 {
      self = .omission
    } else if let jump = fields["jump"]?.text.flatMap(Excerpt.Jump.init), fields.count == 1 {
      self = .jump(jump)
    } else if let turn = Excerpt.Turn(fields) {
      self = .turn(turn)
    } else {
      return nil
    }
  }
}

extension Excerpt.Turn {
  var value: Value {
    var fields: Fields = ["anchor": anchor.value, "text": text.value]
    fields["to"] = addressee.map(Value.text)
    if !translations.isEmpty { fields["translations"] = .object(translations.mapValues(\.value)) }
    return .object(fields)
  }

  init?(_ fields: Fields) {
    guard let anchor = fields["anchor"].flatMap({ Anchor($0) }), anchor.segments.count == 1,
      let text = fields["text"].flatMap({ EditedText($0) })
    else { return nil }
    self.init(anchor, text, addressee: fields["to"]?.text)
    for (language, value) in fields["translations"]?.object ?? [:] {
      guard let edit = EditedText(value) else { return nil }
      translations[language] = edit
    }
  }
}

/// A statement about how many people, teams or meetings something holds for ("several social
/// workers"), with the places that show it.
///
/// What is printed stays the author's; the claim keeps what it rests on.
public struct Claim: StudyObject {
  public static let kind = ObjectKind.claim
  public let id: Identifier
  public var fields: Fields

  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable { case person, team, meeting }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, text: String, unit: Unit, by: Identifier) {
    self.init(
      id: id, fields: ["text": .text(text), "unit": .text(unit.rawValue), "by": Value(by)])
  }

  /// The statement as the text has it.
  public var text: String {
    get { required("text") }
    set { set("text", .text(newValue)) }
  }
  public var unit: Unit {
    get { text("unit").flatMap(Unit.init) ?? .person }
    set { set("unit", .text(newValue.rawValue)) }
  }
  /// The role that it is about; `nil` is everybody.
  public var role: String? {
    get { text("role") }
    set { set("role", Value(newValue)) }
  }
  /// The word for how many, such as `several`.
  public var quantifier: String? {
    get { text("quantifier") }
    set { set("quantifier", Value(newValue)) }
  }
  /// The theme or code group in whose text it stands.
  public var theme: Identifier? {
    get { identifier("theme") }
    set { set("theme", Value(newValue)) }
  }
  /// The places that show it.
  public var evidence: [Anchor] {
    get { (fields["evidence"]?.list ?? []).compactMap { Anchor($0) } }
    set { set("evidence", newValue.isEmpty ? .null : .list(newValue.map(\.value))) }
  }
  public var note: String? {
    get { text("note") }
    set { set("note", Value(newValue)) }
  }
  public var by: Identifier? { identifier("by") }
}
