// The artefacts of systematic text condensation (Malterud 2012).

/// One researcher's list of preliminary themes after reading everything, or the list that the
/// researchers agreed on (step 1).
public struct PreliminaryThemeList: StudyObject {
  public static let kind = ObjectKind.preliminaryThemes
  public let id: Identifier
  public var fields: Fields
  /// How many preliminary themes are usual (Malterud 2012, p. 796).
  public static let usualCount = 4...8

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, researcher: Identifier?, items: [String]) {
    self.init(id: id, fields: ["items": .list(items.map(Value.text))])
    set("researcher", Value(researcher))
  }

  /// Whose list this is; `nil` for the agreed one.
  public var researcher: Identifier? { identifier("researcher") }
  public var items: [String] {
    get { texts("items") }
    set { set("items", .list(newValue.map(Value.text))) }
  }
  /// The lists from which the agreed one was made.
  public var from: [Identifier] {
    get { identifiers("from") }
    set { set("from", newValue.isEmpty ? .null : Value(newValue)) }
  }
}

/// A passage that carries meaning for the question, at home in one code group (step 2).
public struct MeaningUnit: StudyObject {
  public static let kind = ObjectKind.meaningUnit
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, anchor: Anchor, group: Identifier, by: Identifier) {
    self.init(
      id: id, fields: ["anchor": anchor.value, "group": Value(group), "by": Value(by)])
  }

  public var anchor: Anchor? {
    get { fields["anchor"].flatMap { Anchor($0) } }
    set { set("anchor", newValue?.value ?? .null) }
  }
  public var group: Identifier? {
    get { identifier("group") }
    set { set("group", Value(newValue)) }
  }
  public var subgroup: Identifier? {
    get { identifier("subgroup") }
    set { set("subgroup", Value(newValue)) }
  }
  public var note: String? {
    get { text("note") }
    set { set("note", Value(newValue)) }
  }
  /// Whether it is a candidate for being quoted.
  public var isGolden: Bool {
    get { fields["golden"]?.flag ?? false }
    set { set("golden", newValue ? .flag(true) : .null) }
  }
  /// The unit of which this is a copy in another code group.
  public var copyOf: Identifier? {
    get { identifier("copyOf") }
    set { set("copyOf", Value(newValue)) }
  }
  public var by: Identifier? { identifier("by") }
}

/// A part of a code group (step 3).
public struct Subgroup: StudyObject {
  public static let kind = ObjectKind.subgroup
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, group: Identifier, title: String) {
    self.init(id: id, fields: ["group": Value(group), "title": .text(title)])
  }

  public var group: Identifier? { identifier("group") }
  public var title: String {
    get { required("title") }
    set { set("title", .text(newValue)) }
  }
}

/// An artificial quotation: the meaning units of a subgroup retold in the first person (step 3).
///
/// A condensate is a working tool. Nobody said it; no part of Samtale that prints quotations takes
/// one, since a ``Quotation`` can only be made from a place in a transcript.
public struct Condensate: StudyObject {
  public static let kind = ObjectKind.condensate
  public let id: Identifier
  public var fields: Fields

  /// One sentence, and the meaning units it was written from.
  public struct Sentence: Hashable, Sendable {
    public var text: String
    public var units: [Identifier]

    public init(_ text: String, units: [Identifier]) {
      self.text = text
      self.units = units
    }
  }

  /// A meaning unit left out of the condensate, and why.
  public struct SetAside: Hashable, Sendable {
    public var unit: Identifier
    public var reason: String

    public init(_ unit: Identifier, reason: String) {
      self.unit = unit
      self.reason = reason
    }
  }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, subgroup: Identifier, sentences: [Sentence], by: Identifier) {
    self.init(id: id, fields: ["subgroup": Value(subgroup), "by": Value(by)])
    self.sentences = sentences
  }

  public var subgroup: Identifier? { identifier("subgroup") }
  public var by: Identifier? { identifier("by") }
  public var sentences: [Sentence] {
    get {
      (fields["sentences"]?.list ?? []).map {
        Sentence(
          $0.object?["text"]?.text ?? "",
          units: $0.object?["units"]?.list?.compactMap(\.identifier) ?? [])
      }
    }
    set {
      set(
        "sentences",
        .list(newValue.map { .object(["text": .text($0.text), "units": Value($0.units)]) }))
    }
  }
  public var setAside: [SetAside] {
    get {
      (fields["setAside"]?.list ?? []).compactMap { item in
        item.object?["unit"]?.identifier.map {
          SetAside($0, reason: item.object?["reason"]?.text ?? "")
        }
      }
    }
    set {
      let list = newValue.map {
        Value.object(["unit": Value($0.unit), "reason": .text($0.reason)])
      }
      set("setAside", list.isEmpty ? .null : .list(list))
    }
  }
}

/// The result text of a category or theme, in the third person, with the researcher's voice (step 4 of
/// systematic text condensation; the analytic narrative of thematic analysis).
///
/// The body is running text, paragraphs set apart by an empty line. `{{name}}` stands for the excerpt
/// of that name: alone in a paragraph it is set as a block, inside a sentence as a quotation.
public struct AnalyticText: StudyObject {
  public static let kind = ObjectKind.analyticText
  public let id: Identifier
  public var fields: Fields

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(id: Identifier, group: Identifier, heading: String, body: String, by: Identifier) {
    self.init(
      id: id,
      fields: [
        "group": Value(group), "heading": .text(heading), "body": .text(body), "by": Value(by),
      ])
  }

  /// The narrative of a theme.
  public init(id: Identifier, theme: Identifier, heading: String, body: String, by: Identifier) {
    self.init(
      id: id,
      fields: [
        "theme": Value(theme), "heading": .text(heading), "body": .text(body), "by": Value(by),
      ])
  }

  /// The code group whose category it describes; `nil` if it belongs to a theme.
  public var group: Identifier? { identifier("group") }
  /// The theme that it describes; `nil` if it belongs to a code group.
  public var theme: Identifier? { identifier("theme") }
  public var heading: String {
    get { required("heading") }
    set { set("heading", .text(newValue)) }
  }
  public var body: String {
    get { required("body") }
    set { set("body", .text(newValue)) }
  }
  /// Meaning units that are quoted.
  public var quotes: [Identifier] {
    get { identifiers("quotes") }
    set { set("quotes", newValue.isEmpty ? .null : Value(newValue)) }
  }
  /// Condensates from which it was written.
  public var condensates: [Identifier] {
    get { identifiers("condensates") }
    set { set("condensates", newValue.isEmpty ? .null : Value(newValue)) }
  }
  public var by: Identifier? { identifier("by") }
}

/// A category held against a whole transcript (step 4, recontextualisation).
public struct ContextCheck: StudyObject {
  public static let kind = ObjectKind.contextCheck
  public let id: Identifier
  public var fields: Fields

  public enum Verdict: String, Sendable, CaseIterable {
    case confirms, nuances, contradicts, notRelevant
  }

  public init(id: Identifier, fields: Fields) {
    self.id = id
    self.fields = fields
  }

  public init(
    id: Identifier, group: Identifier, transcript: Identifier, verdict: Verdict, by: Identifier
  ) {
    self.init(
      id: id,
      fields: [
        "group": Value(group), "transcript": Value(transcript),
        "verdict": .text(verdict.rawValue), "by": Value(by),
      ])
  }

  public var group: Identifier? { identifier("group") }
  public var transcript: Identifier? { identifier("transcript") }
  public var verdict: Verdict? {
    get { text("verdict").flatMap(Verdict.init) }
    set { set("verdict", Value(newValue?.rawValue)) }
  }
  /// Utterances that show it.
  public var utterances: [String] {
    get { texts("utterances") }
    set { set("utterances", Value(texts: newValue)) }
  }
  public var note: String? {
    get { text("note") }
    set { set("note", Value(newValue)) }
  }
  public var by: Identifier? { identifier("by") }
}
