extension TextRewriter {
  /// What an element of a header or of an annotation needs to know of the transcript around it.
  struct Place {
    var field: RewriteCounts.Field
    /// Utterances by identifier, for pointers into their words.
    var utterances: [String: Int] = [:]
    /// Where the places in utterances are now.
    var maps: [Int: TextMap] = [:]
    /// Identifiers of teams, by which a setting may name one.
    var teams: Set<String> = []
  }

  /// An element with all text in it rewritten; its structure stays.
  mutating func element(_ element: MarkupElement, _ place: Place) -> MarkupElement {
    var new = element
    new.attributes = element.attributes.compactMap { attribute in
      value(of: attribute, in: element, place).map { .init(attribute.name, $0) }
    }
    if element.name == "respStmt" { new.children = statement(element) }
    let namesTeam =
      element.name == "name" && element["type"] == "team" && place.teams.contains(element.text)
    new.children = new.children.compactMap { child in
      switch child {
      case .element(let part): return .element(self.element(part, place))
      case .text(let text):
        let written = namesTeam ? identifier(text.collapsed) : line(text, place.field)
        return written.isEmpty && !text.isEmpty ? nil : .text(written)
      }
    }
    return new
  }

  /// A statement of responsibility with initials that fit the name that it is going to have.
  private mutating func statement(_ element: MarkupElement) -> [MarkupElement.Node] {
    let name = element.elements("name").first { $0["type"] != "initials" }?.text
    return element.children.map { child in
      guard case .element(var part) = child, part.name == "name", part["type"] == "initials" else {
        return child
      }
      let new = initials(part.text, of: name, .header)
      if new != part.text { part.children = [.text(new)] }
      return .element(part)
    }
  }

  /// The value of an attribute; `nil` if nothing is left of it.
  private mutating func value(
    of attribute: MarkupElement.Attribute, in element: MarkupElement, _ place: Place
  ) -> String? {
    let value = attribute.value
    switch attribute.name {
    case "xml:id": return identifier(value)
    case "ana", "resp", "who", "ref":
      return pointers(value)
    case "target", "scheme": return targets(value, place)
    case "from", "to":
      let isPointer = value.hasPrefix("#") || place.field == .annotations
      return isPointer ? targets(value, place) : date(value)
    case "when": return date(value)
    case "url": return address(value)
    case "type", "subtype": return word(value, place.field)
    case "xml:lang", "cert", "mimeType", "dur", "unit", "quantity", "ident", "version", "status",
      "usage", "motivation":
      return value
    default: return line(value, place.field)
    }
  }

  /// Pointers to elements and into the words of utterances, or an address.
  mutating func targets(_ value: String, _ place: Place) -> String {
    let isAddress = !value.hasPrefix("#") && value.contains { ":/".contains($0) }
    if isAddress { return address(value) }
    guard value.contains("string-range(") else { return pointers(value) }
    return value.tokens.map { token in
      token.contains("string-range(") ? stringRange(token, place) : pointers(token)
    }
    .joined(separator: " ")
  }

  /// A pointer to some words with the place where they are now; one that leads nowhere stays.
  private func stringRange(_ token: String, _ place: Place) -> String {
    let parts = token.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].hasSuffix(")"), let offset = Int(parts[1]),
      let length = Int(parts[2].dropLast()), offset >= 0, length >= 0,
      let open = parts[0].lastIndex(of: "(")
    else { return token }
    let name = parts[0][parts[0].index(after: open)...]
    let id = name.hasPrefix("#") ? String(name.dropFirst()) : String(name)
    guard let utterance = place.utterances[id], let map = place.maps[utterance],
      offset <= Int(Int32.max), length <= Int(Int32.max)
    else { return token }
    let range = map.range(offset..<offset + length)
    return "\(parts[0]),\(range.lowerBound),\(range.count))"
  }
}
