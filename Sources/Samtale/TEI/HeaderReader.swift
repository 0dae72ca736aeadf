/// Brings a TEI header into the shape that the profile allows: parts that the profile knows are
/// kept, in its order; others are counted.
struct HeaderReader {
  /// Names of elements that could not be kept, with their number.
  private(set) var leftOut: [String: Int] = [:]
  /// Characters of what was left out.
  private(set) var leftOutCharacters = 0

  /// Attributes that all elements of the profile's header may carry.
  private static let global = ["xml:id", "xml:lang", "n", "ana", "resp", "cert"]

  /// What each element may hold: attributes beyond the global ones, and children in order.
  /// `text` among the children means character data.
  private static let grammar: [String: (attributes: [String], children: [String])] = [
    "titleStmt": ([], ["title", "respStmt"]),
    "title": (["type", "subtype"], ["text"]),
    "respStmt": ([], ["resp", "name"]),
    "resp": (["when"], ["text"]),
    "name": (["type", "subtype"], ["text"]),
    "extent": ([], ["text", "measure"]),
    "measure": (["unit", "quantity"], ["text"]),
    "publicationStmt": ([], ["publisher", "idno", "availability", "date"]),
    "publisher": ([], ["text"]),
    "idno": (["type", "subtype"], ["text"]),
    "availability": (["status"], ["licence", "p"]),
    "licence": (["target"], ["text"]),
    "date": (["when"], ["text"]),
    "time": (["when"], ["text"]),
    "notesStmt": ([], ["note"]),
    "note": (["type", "subtype"], ["text"]),
    "p": ([], ["text"]),
    "sourceDesc": ([], ["p", "recordingStmt"]),
    "recordingStmt": ([], ["recording"]),
    "recording": (["type", "dur"], ["media", "date", "equipment", "respStmt", "p"]),
    "media": (["mimeType", "url"], []),
    "equipment": ([], ["p"]),
    "projectDesc": ([], ["p"]),
    "appInfo": ([], ["application"]),
    "application": (["ident", "version"], ["label", "desc"]),
    "label": ([], ["text"]),
    "desc": ([], ["text"]),
    "transcriptionDesc": (["ident", "version"], ["desc", "p"]),
    "langUsage": ([], ["language"]),
    "language": (["ident", "usage"], ["text"]),
    "settingDesc": ([], ["setting"]),
    "setting": ([], ["name", "date", "time", "locale", "activity"]),
    "locale": ([], ["text"]),
    "activity": ([], ["text"]),
    "textClass": ([], ["catRef", "keywords"]),
    "catRef": (["target", "scheme"], []),
    "keywords": ([], ["term"]),
    "term": ([], ["text"]),
    "change": (["when", "who", "status"], ["text"]),
  ]

  /// Whether the profile's header knows an element.
  static func knows(_ name: String) -> Bool { grammar[name] != nil }

  mutating func read(_ element: MarkupElement?, fallbackTitle: String) -> Header {
    var header = Header()
    header.file = fileDescription(element?.first("fileDesc"), fallbackTitle)
    header.encoding = ["projectDesc", "appInfo", "transcriptionDesc"].flatMap {
      parts(named: $0, in: element?.first("encodingDesc"))
    }
    header.profile = ["langUsage", "settingDesc", "textClass"].flatMap {
      parts(named: $0, in: element?.first("profileDesc"))
    }
    header.revisions = parts(named: "change", in: element?.first("revisionDesc"))
    for unknown in element?.first("encodingDesc")?.elements ?? []
    where !["projectDesc", "appInfo", "transcriptionDesc", "classDecl"].contains(unknown.name) {
      leaveOut(unknown)
    }
    let known = ["langUsage", "settingDesc", "textClass", "particDesc"]
    for unknown in element?.first("profileDesc")?.elements ?? [] where !known.contains(unknown.name)
    {
      leaveOut(unknown)
    }
    let files = ["titleStmt", "extent", "publicationStmt", "notesStmt", "sourceDesc"]
    for unknown in element?.first("fileDesc")?.elements ?? [] where !files.contains(unknown.name) {
      leaveOut(unknown)
    }
    return header
  }

  private mutating func leaveOut(_ element: MarkupElement) {
    leftOut[element.name, default: 0] += 1
    leftOutCharacters += element.characterCount
  }

  private mutating func parts(named name: String, in parent: MarkupElement?) -> [MarkupElement] {
    (parent?.elements(name) ?? []).compactMap { conform($0) }
  }

  private mutating func fileDescription(_ element: MarkupElement?, _ title: String)
    -> [MarkupElement]
  {
    let defaults = Header(title: title).file
    var parts: [MarkupElement] = []
    for name in ["titleStmt", "extent", "publicationStmt", "notesStmt", "sourceDesc"] {
      if let part = element?.first(name).flatMap({ conform($0) }) {
        parts.append(part)
      } else if let substitute = defaults.first(where: { $0.name == name }) {
        parts.append(substitute)
      }
    }
    return parts
  }

  /// The element as the profile allows it, or `nil` if nothing of it can stay.
  private mutating func conform(_ element: MarkupElement) -> MarkupElement? {
    guard let rule = Self.grammar[element.name] else {
      leaveOut(element)
      return nil
    }
    var kept = MarkupElement(element.name)
    kept.line = element.line
    kept.column = element.column
    let allowed = Self.global + rule.attributes
    kept.attributes = allowed.compactMap { name in
      element[name].flatMap { Self.allowed($0, for: name) }.map { .init(name, $0) }
    }
    kept.children = conform(children: element, rule.children)
    guard Self.isComplete(kept) else {
      leaveOut(element)
      return nil
    }
    return kept
  }

  private mutating func conform(children element: MarkupElement, _ allowed: [String])
    -> [MarkupElement.Node]
  {
    if allowed == ["text"] {
      let text = element.text
      return text.isEmpty ? [] : [.text(text)]
    }
    if allowed.contains("text") { return mixed(element, allowed) }
    var parts: [MarkupElement.Node] = []
    let given = element.elements.map { substitute($0, in: element.name) }
    // `setting`, `recording`, `availability` and `publicationStmt` leave their parts in order.
    let ordered = ["setting", "recording", "availability", "transcriptionDesc", "textClass"]
    if ordered.contains(element.name) {
      parts = given.filter { allowed.contains($0.name) }.compactMap { conform($0) }
        .map(MarkupElement.Node.element)
    } else {
      for name in allowed {
        parts += given.filter { $0.name == name }.compactMap { conform($0) }
          .map(MarkupElement.Node.element)
      }
    }
    if let single = Self.single[element.name] { parts = Self.merged(parts, single) }
    for other in given where !allowed.contains(other.name) {
      leaveOut(other)
    }
    return parts
  }

  /// Children of which the profile has room for one.
  private static let single = ["respStmt": "resp", "publicationStmt": "publisher"]

  /// Several elements of a name as one, their texts joined.
  private static func merged(_ parts: [MarkupElement.Node], _ name: String) -> [MarkupElement.Node]
  {
    let same = parts.compactMap { part -> MarkupElement? in
      if case .element(let element) = part, element.name == name { element } else { nil }
    }
    guard same.count > 1, var first = same.first else { return parts }
    first.children = [.text(same.map(\.text).joined(separator: "; "))]
    first["xml:lang"] = nil
    let others = parts.filter { part in
      if case .element(let element) = part { element.name != name } else { true }
    }
    return [.element(first)] + others
  }

  /// Text with some elements among it.
  private mutating func mixed(_ element: MarkupElement, _ allowed: [String])
    -> [MarkupElement.Node]
  {
    element.children.compactMap { child in
      switch child {
      case .text(let text):
        let text = text.collapsed
        return text.isEmpty ? nil : .text(text)
      case .element(let part):
        return allowed.contains(part.name) ? conform(part).map { .element($0) } : nil
      }
    }
  }

  /// Others' elements that say the same as one of the profile.
  private func substitute(_ element: MarkupElement, in parent: String) -> MarkupElement {
    var copy = element
    switch (parent, element.name) {
    case ("respStmt", "persName"), ("respStmt", "orgName"): copy.name = "name"
    case ("sourceDesc", "bibl"), ("sourceDesc", "ab"), ("sourceDesc", "biblFull"):
      let parts = element.elements.map(\.text).filter { !$0.isEmpty }
      copy = MarkupElement("p", text: parts.isEmpty ? element.text : parts.joined(separator: ", "))
    case ("publicationStmt", "distributor"), ("publicationStmt", "authority"):
      copy.name = "publisher"
    case ("publicationStmt", "p"), ("publicationStmt", "ab"): copy.name = "publisher"
    default: break
    }
    return copy
  }

  /// Whether the parts are there without which the element says nothing.
  private static func isComplete(_ element: MarkupElement) -> Bool {
    switch element.name {
    case "titleStmt": element.first("title") != nil
    case "respStmt": element.first("resp") != nil && element.first("name") != nil
    case "publicationStmt": element.elements.first?.name == "publisher"
    case "availability", "sourceDesc", "recordingStmt", "langUsage", "notesStmt", "settingDesc",
      "projectDesc", "appInfo", "keywords", "equipment":
      !element.elements.isEmpty
    case "application":
      element["ident"] != nil && element["version"] != nil
        && !element.elements.isEmpty
    case "language": element["ident"] != nil
    case "media": element["mimeType"] != nil && element["url"] != nil
    case "catRef": element["target"] != nil
    case "transcriptionDesc": element["ident"] != nil
    default: true
    }
  }

  /// The value as the profile allows it, `nil` if it does not.
  private static func allowed(_ value: String, for name: String) -> String? {
    switch name {
    case "ana", "resp", "who": value.tokens.allSatisfy { $0.hasPrefix("#") } ? value : nil
    case "type", "subtype", "unit": ProfileValue.word(value)
    case "xml:lang": ProfileValue.language(value)
    case "when": value.contains(":") ? value : ProfileValue.date(value)
    case "dur": ISODuration.seconds(value) == nil ? nil : value
    default: value
    }
  }
}
