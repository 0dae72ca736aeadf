// The fields of objects.
extension StudyRewriting {
  mutating func fields(_ fields: Fields, of kind: ObjectKind, _ object: Identifier) -> Fields {
    let forms = Dictionary(
      kind.schema.map { ($0.name, $0.form) }, uniquingKeysWith: { first, _ in first })
    var new: Fields = [:]
    for (name, value) in fields {
      new[name] = special(value, name, kind, object) ?? self.value(value, forms[name], kind)
    }
    return new
  }

  /// Fields that are more than text; `nil` for all others.
  private mutating func special(
    _ value: Value, _ name: String, _ kind: ObjectKind, _ object: Identifier
  ) -> Value? {
    switch (kind, name) {
    case (.code, "colour"), (.study, "language"), (.translation, "language"),
      (.visit, "utterances"), (.contextCheck, "utterances"):
      return value
    case (.theme, "roles"):
      return value.list.map { .list($0.map { .text(identifierOrText($0.text ?? "", .themes)) }) }
    default: break
    }
    guard let text = value.text else { return nil }
    switch (kind, name) {
    case (.transcript, "name"): return .text(self.name(ofTranscript: text))
    case (.transcript, "version"): return .text(version(text, of: object)?.new.version ?? text)
    case (.transcript, "file"): return .text(texts.fileName(text))
    case (.transcript, "team"): return .text(identifierOrText(text, .teams))
    case (.researcher, "initials"):
      return .text(texts.initials(text, of: researchers[object], .researchers))
    case (.attribute, "participant"): return .text(texts.identifier(text))
    case (.claim, "role"): return .text(identifierOrText(text, .themes))
    case (.translation, "date"): return Value(texts.date(text))
    case (.excerpt, "name"): return .text(excerptNames.name(text, &texts))
    case (.analyticText, "body"): return .text(body(text))
    default: return nil
    }
  }

  /// What transcripts have as an identifier becomes what it became there.
  private mutating func identifierOrText(
    _ text: String, _ field: RewriteCounts.Field
  ) -> String {
    texts.identifiers.new[text] ?? texts.words(text, field)
  }

  private mutating func value(
    _ value: Value, _ form: FieldRule.Form?, _ kind: ObjectKind
  ) -> Value {
    switch form {
    case .text: return value.text.map { .text(texts.text($0, kind.rewriteField)) } ?? value
    case .words: return value.text.map { .text(texts.words($0, kind.rewriteField)) } ?? value
    case .texts:
      return value.list.map {
        .list($0.map { anything($0, kind) })
      } ?? value
    case .anchor: return place(value, kind)
    case .anchors: return value.list.map { .list($0.map { place($0, kind) }) } ?? value
    case .excerptItems: return items(value)
    case .flag, .number, .choice, .reference, .references: return value
    case .list, .fields, nil: return anything(value, kind)
    }
  }

  private mutating func place(_ value: Value, _ kind: ObjectKind) -> Value {
    guard let old = Anchor(value) else { return anything(value, kind) }
    let new = anchor(old)
    guard let fields = value.object, let changed = new.value.object else { return new.value }
    // Parts that only a later version of Samtale knows.
    let known = old.value.object ?? [:]
    let others = fields.filter { known[$0.key] == nil }.mapValues { anything($0, kind) }
    return .object(others.merging(changed) { _, new in new })
  }

  /// Every text inside a value, but for identifiers.
  mutating func anything(_ value: Value, _ kind: ObjectKind) -> Value {
    switch value {
    case .text(let text):
      return Identifier(text) == nil ? .text(texts.words(text, kind.rewriteField)) : value
    case .list(let list): return .list(list.map { anything($0, kind) })
    case .object(let fields): return .object(fields.mapValues { anything($0, kind) })
    case .null, .flag, .number: return value
    }
  }

  // MARK: Analytic texts

  /// A text in which `{{name}}` stands for an excerpt: the names become what the excerpts are called.
  private mutating func body(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let names = excerptNames.places(in: scalars)
    guard !names.isEmpty else { return texts.words(text, .texts) }
    let found = texts.rewrites(of: text).filter { rewrite in
      !names.contains { $0.overlaps(rewrite.scalars) }
    }
    texts.count(RewrittenText(text, found).count, .texts)
    let renamed = names.map { range in
      let name = String(String.UnicodeScalarView(scalars[range]))
      return TextRewrite(scalars: range, text: excerptNames.name(name, &texts))
    }
    return RewrittenText(text, found + renamed).text
  }
}

extension ObjectKind {
  /// Under what replaced texts of this kind are counted.
  var rewriteField: RewriteCounts.Field {
    switch self {
    case .study, .transcript, .visit, .restorePoint: .study
    case .researcher: .researchers
    case .attribute: .people
    case .code, .group, .link, .round, .coding: .codes
    case .memo: .memos
    case .theme, .review, .preliminaryThemes, .claim: .themes
    case .meaningUnit, .subgroup, .condensate, .contextCheck: .condensation
    case .analyticText: .texts
    case .excerpt: .excerpts
    case .translation: .translations
    }
  }
}

/// The names by which texts refer to excerpts. No two that differ become the same.
struct ExcerptNames: Sendable {
  private var noted: [String] = []
  private var new: [String: String] = [:]
  private var used: Set<String> = []

  mutating func note(_ name: String) { noted.append(name) }

  mutating func name(_ old: String, _ texts: inout TextRewriter) -> String {
    if let known = new[old] { return known }
    let waiting = noted + [old]
    noted = []
    var changing: [(old: String, new: String)] = []
    for name in waiting where new[name] == nil {
      let written = Self.allowed(texts.words(name, .excerpts), unless: name)
      if written == name {
        new[name] = name
        used.insert(name)
      } else {
        changing.append((name, written))
      }
    }
    for change in changing where new[change.old] == nil {
      var free = change.new
      var number = 2
      while !used.insert(free).inserted {
        free = "\(change.new)-\(number)"
        number += 1
      }
      new[change.old] = free
    }
    return new[old] ?? old
  }

  /// Names have no braces and no line ends.
  private static func allowed(_ name: String, unless old: String) -> String {
    guard name != old else { return old }
    let plain = name.filter { $0 != "{" && $0 != "}" }
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Where names of excerpts stand between braces, in Unicode scalars.
  func places(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var at = 0
    while at + 1 < text.count {
      if text[at] == "{", text[at + 1] == "{" {
        start = at + 2
        at += 2
      } else if text[at] == "}", text[at + 1] == "}" {
        if let open = start { found.append(Self.trimmed(open..<at, text)) }
        start = nil
        at += 2
      } else {
        at += 1
      }
    }
    return found.filter { !$0.isEmpty }
  }

  private static func trimmed(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start].properties.isWhitespace { start += 1 }
    while start < end, text[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }
}
