/// Holds the fields of an object against the schema of its kind.
struct FieldCheck<State: StudyReading> {
  let state: State

  /// Checks the fields that a change touches, and that none is missing.
  func run(_ record: Record, touched: Set<String>) throws {
    let schema = record.kind.schema
    let unknown = touched.filter { name in !schema.contains { $0.name == name } }
    if let name = unknown.min() {
      throw RuleViolation(
        .unknownField, "a \(record.kind.title) has no field “\(name)”",
        do: "use a version of Samtale that knows it")
    }
    for rule in schema {
      guard let value = record.fields[rule.name] else {
        guard !rule.isRequired else {
          throw RuleViolation(
            .missingField, "a \(record.kind.title) needs “\(rule.name)”", do: "state it")
        }
        continue
      }
      if touched.contains(rule.name) { try check(value, rule, of: record.kind) }
    }
  }

  private func check(_ value: Value, _ rule: FieldRule, of kind: ObjectKind) throws {
    switch rule.form {
    case .text: try demand(value.text != nil, value, rule, kind, "a text")
    case .words:
      let text = value.text ?? ""
      try demand(
        text.unicodeScalars.contains { !$0.properties.isWhitespace }, value, rule, kind,
        "a text that is not empty")
    case .flag: try demand(value.flag != nil, value, rule, kind, "true or false")
    case .number: try demand(value.number != nil, value, rule, kind, "a whole number")
    case .choice(let words):
      try demand(
        value.text.map(words.contains) ?? false, value, rule, kind,
        "one of \(words.joined(separator: ", "))")
    case .texts:
      let texts = value.list ?? []
      try demand(
        !texts.isEmpty && texts.allSatisfy { $0.text?.isEmpty == false }, value, rule, kind,
        "a list of texts")
    case .reference(let kinds): try checkReference(value, kinds, rule, kind)
    case .references(let kinds):
      try demand(value.list != nil, value, rule, kind, "a list")
      for item in value.list ?? [] { try checkReference(item, kinds, rule, kind) }
    case .anchor: try checkAnchor(value, rule, kind)
    case .anchors:
      try demand(value.list != nil, value, rule, kind, "a list of places")
      for item in value.list ?? [] { try checkAnchor(item, rule, kind) }
    case .excerptItems: try checkItems(value, rule, kind)
    case .fields: try demand(value.object != nil, value, rule, kind, "an object")
    case .list: try demand(value.list != nil, value, rule, kind, "a list")
    }
  }

  private func demand(
    _ holds: Bool, _ value: Value, _ rule: FieldRule, _ kind: ObjectKind, _ form: String
  ) throws {
    guard !holds else { return }
    throw RuleViolation(
      .badValue, "“\(rule.name)” of a \(kind.title) is \(value.jsonText)", do: "give \(form)")
  }

  private func checkReference(
    _ value: Value, _ kinds: [ObjectKind], _ rule: FieldRule, _ kind: ObjectKind
  ) throws {
    guard let id = value.identifier, let target = try state.record(id) else {
      throw RuleViolation(
        .danglingReference,
        "“\(rule.name)” of a \(kind.title) points to \(value.text ?? "nothing"), which is not there",
        do: "name an object of this study")
    }
    guard kinds.isEmpty || kinds.contains(target.kind) else {
      throw RuleViolation(
        .wrongKind, "“\(rule.name)” of a \(kind.title) points to a \(target.kind.title)",
        do: "name a \(kinds.map(\.title).joined(separator: " or "))")
    }
  }

  private func checkItems(_ value: Value, _ rule: FieldRule, _ kind: ObjectKind) throws {
    let items = value.list ?? []
    try demand(!items.isEmpty, value, rule, kind, "a list with at least one turn")
    for item in items {
      guard let read = Excerpt.Item(item) else {
        throw RuleViolation(
          .badValue, "“\(rule.name)” of a \(kind.title) has an item \(item.jsonText)",
          do: "give a turn with its place and words, an omission or a jump")
      }
      if case .turn(let turn) = read { try checkAnchor(turn.anchor.value, rule, kind) }
    }
  }

  private func checkAnchor(_ value: Value, _ rule: FieldRule, _ kind: ObjectKind) throws {
    guard let anchor = Anchor(value) else {
      throw RuleViolation(
        .anchor, "“\(rule.name)” of a \(kind.title) is no anchor: \(value.jsonText)",
        do: "name turns of a transcript, a topic, a transcript or the data set")
    }
    guard let transcript = anchor.transcript else { return }
    guard try state.record(transcript)?.kind == .transcript else {
      throw RuleViolation(
        .danglingReference, "an anchor names a transcript that is not part of the study",
        do: "add the transcript first")
    }
    guard anchor.version?.isEmpty == false else {
      throw RuleViolation(
        .anchor, "an anchor does not say which version of the transcript it was set on",
        do: "make anchors from a transcript of the project")
    }
  }
}
