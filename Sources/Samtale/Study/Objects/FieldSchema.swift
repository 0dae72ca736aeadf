/// What a field may hold.
struct FieldRule: Sendable {
  enum Form: Sendable {
    case text
    /// Text that says something: not empty, not only white space.
    case words
    case flag, number
    case choice([String])
    case texts
    /// Points to an object of one of these kinds; any kind if empty.
    case reference([ObjectKind])
    case references([ObjectKind])
    case anchor
    case anchors
    /// The items of an excerpt.
    case excerptItems
    case fields
    case list
  }

  var name: String
  var form: Form
  var isRequired = false
}

extension ObjectKind {
  /// The fields of this kind.
  var schema: [FieldRule] { Self.schemas[self] ?? [] }

  private static func must(_ name: String, _ form: FieldRule.Form) -> FieldRule {
    FieldRule(name: name, form: form, isRequired: true)
  }

  private static func may(_ name: String, _ form: FieldRule.Form) -> FieldRule {
    FieldRule(name: name, form: form)
  }

  private static let schemas: [ObjectKind: [FieldRule]] = [
    .study: [
      must("title", .words), must("method", .choice(MethodProfile.allCases.map(\.rawValue))),
      may("question", .text), may("language", .text),
    ],
    .researcher: [
      must("name", .words), may("initials", .words), may("position", .text),
      must("status", .choice(["active", "left"])),
    ],
    .transcript: [
      must("name", .words), must("version", .words), may("file", .text), may("number", .text),
      may("team", .text), must("status", .choice(["active", "withdrawn"])), may("title", .text),
    ],
    .attribute: [must("participant", .words), must("key", .words), must("value", .text)],
    .code: [
      must("name", .words), may("definition", .text), may("colour", .text),
      may("parent", .reference([.code])),
      may("level", .choice(Code.Level.allCases.map(\.rawValue))),
      must("origin", .choice(Code.Origin.allCases.map(\.rawValue))),
      must("status", .choice(Code.Status.allCases.map(\.rawValue))),
      may("mergedInto", .reference([.code])), may("splitFrom", .reference([.code])),
      may("inVivo", .anchor),
    ],
    .group: [
      must("title", .words), may("summary", .text), may("order", .number),
      may("status", .choice(["dissolved"])),
    ],
    .link: [
      must("relation", .choice(Link.Relation.allCases.map(\.rawValue))),
      must("from", .reference([])), must("to", .reference([])), may("note", .text),
    ],
    .round: [
      must("name", .words), may("note", .text), must("status", .choice(["open", "closed"])),
    ],
    .coding: [
      must("code", .reference([.code])), must("anchor", .anchor),
      must("coder", .reference([.researcher])), may("round", .reference([.round])),
      may("note", .text), may("made", .text),
    ],
    .visit: [
      must("reader", .reference([.researcher])), must("transcript", .reference([.transcript])),
      may("round", .reference([.round])), may("utterances", .texts), may("note", .text),
    ],
    .memo: [
      must("kind", .choice(Memo.Sort.allCases.map(\.rawValue))), may("title", .text),
      must("body", .words), must("author", .reference([.researcher])),
      may("target", .reference([])), may("anchor", .anchor),
      must("visibility", .choice(Memo.Visibility.allCases.map(\.rawValue))), may("made", .text),
    ],
    .theme: [
      must("name", .words), must("status", .choice(Theme.Status.allCases.map(\.rawValue))),
      may("concept", .words), may("includes", .text), may("excludes", .text),
      may("question", .text), may("roles", .texts), may("parent", .reference([.theme])),
      may("order", .number),
    ],
    .review: [
      must("theme", .reference([.theme])),
      must("level", .choice(ThemeReview.Level.allCases.map(\.rawValue))),
      must("decision", .choice(ThemeReview.Decision.allCases.map(\.rawValue))),
      must("reason", .words), must("reviewer", .reference([.researcher])),
    ],
    .preliminaryThemes: [
      may("researcher", .reference([.researcher])), must("items", .texts),
      may("from", .references([.preliminaryThemes])), may("note", .text),
    ],
    .meaningUnit: [
      must("anchor", .anchor), must("group", .reference([.group])),
      may("subgroup", .reference([.subgroup])), may("note", .text), may("golden", .flag),
      may("copyOf", .reference([.meaningUnit])), must("by", .reference([.researcher])),
    ],
    .subgroup: [must("group", .reference([.group])), must("title", .words), may("order", .number)],
    .condensate: [
      must("subgroup", .reference([.subgroup])), must("sentences", .list), may("setAside", .list),
      must("by", .reference([.researcher])),
    ],
    .analyticText: [
      may("group", .reference([.group])), may("theme", .reference([.theme])),
      must("heading", .words), must("body", .words),
      may("quotes", .references([.meaningUnit])), may("condensates", .references([.condensate])),
      must("by", .reference([.researcher])),
    ],
    .contextCheck: [
      must("group", .reference([.group])), must("transcript", .reference([.transcript])),
      must("verdict", .choice(ContextCheck.Verdict.allCases.map(\.rawValue))),
      may("utterances", .texts), may("note", .text), must("by", .reference([.researcher])),
    ],
    .excerpt: [
      must("name", .words), must("items", .excerptItems),
      may("use", .choice(Excerpt.Use.allCases.map(\.rawValue))),
      may("theme", .reference([.theme, .group])), may("note", .text), may("order", .number),
      must("by", .reference([.researcher])),
    ],
    .claim: [
      must("text", .words), must("unit", .choice(Claim.Unit.allCases.map(\.rawValue))),
      may("role", .text), may("quantifier", .text), may("theme", .reference([.theme, .group])),
      may("evidence", .anchors), may("note", .text), must("by", .reference([.researcher])),
    ],
    .restorePoint: [must("name", .words), must("lamport", .number), may("note", .text)],
    .translation: [
      must("anchor", .anchor), must("language", .words), must("text", .words),
      may("translator", .words), may("date", .words),
      must("status", .choice(Translation.Status.allCases.map(\.rawValue))),
      must("by", .reference([.researcher])),
    ],
  ]
}
