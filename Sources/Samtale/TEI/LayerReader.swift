/// Brings stand-off annotation into the shape that the profile allows.
struct LayerReader {
  /// Names of elements that could not be kept, with their number.
  private(set) var leftOut: [String: Int] = [:]
  /// Characters of what was left out.
  private(set) var leftOutCharacters = 0
  private var nextAnnotation = 1

  private static let global = ["xml:id", "xml:lang", "n", "ana", "resp", "cert"]

  /// The layer as the profile holds it, or `nil` if it has no place for it.
  mutating func layer(_ element: MarkupElement) -> AnnotationLayer? {
    switch element.name {
    case "spanGrp":
      var typed = element
      typed["type"] = element["type"] ?? "annotations"
      var group = copy(typed, ["type", "subtype"])
      group.children = parts(of: element, named: "span") { $0.span($1) }
      return AnnotationLayer(group)
    case "listAnnotation":
      var list = copy(element, ["type", "subtype"])
      list.children = parts(of: element, named: "annotation") { $0.annotation($1) }
      return list.children.isEmpty ? nil : AnnotationLayer(list)
    case "note": return AnnotationLayer(note(element))
    default:
      leaveOut(element)
      return nil
    }
  }

  private mutating func parts(
    of element: MarkupElement, named name: String,
    _ read: (inout LayerReader, MarkupElement) -> MarkupElement?
  ) -> [MarkupElement.Node] {
    element.elements.compactMap { part in
      guard part.name == name, let kept = read(&self, part) else {
        leaveOut(part)
        return nil
      }
      return .element(kept)
    }
  }

  private func span(_ element: MarkupElement) -> MarkupElement? {
    var span = copy(element, ["type", "subtype", "from", "to", "target"])
    guard span["from"] != nil || span["target"] != nil else { return nil }
    // `to` belongs to `from`; a span has either these two or a list of targets.
    if span["from"] != nil { span["target"] = nil } else { span["to"] = nil }
    span.children = text(element)
    return span
  }

  private mutating func annotation(_ element: MarkupElement) -> MarkupElement? {
    var annotation = copy(element, ["motivation", "target"])
    annotation["xml:lang"] = nil
    annotation["n"] = nil
    guard annotation["target"] != nil else { return nil }
    if annotation["xml:id"] == nil {
      annotation.attributes.insert(.init("xml:id", "annotation.\(nextAnnotation)"), at: 0)
      nextAnnotation += 1
    }
    annotation.children = element.elements("note").map { .element(note($0)) }
    for other in element.elements where other.name != "note" { leaveOut(other) }
    return annotation
  }

  private func note(_ element: MarkupElement) -> MarkupElement {
    var note = copy(element, ["type", "subtype", "target"])
    note.children = text(element)
    return note
  }

  private func text(_ element: MarkupElement) -> [MarkupElement.Node] {
    let text = element.text
    return text.isEmpty ? [] : [.text(text)]
  }

  /// The element with the attributes that it may have, pointers with their `#`.
  private func copy(_ element: MarkupElement, _ attributes: [String]) -> MarkupElement {
    var copy = MarkupElement(element.name)
    copy.line = element.line
    copy.column = element.column
    for name in Self.global + attributes {
      guard let value = element[name] else { continue }
      let isPointer = ["ana", "resp", "from", "to", "target"].contains(name)
      let written = isPointer ? value.pointers.map { "#" + $0 }.joined(separator: " ") : value
      if !written.isEmpty { copy.attributes.append(.init(name, written)) }
    }
    return copy
  }

  private mutating func leaveOut(_ element: MarkupElement) {
    leftOut[element.name, default: 0] += 1
    leftOutCharacters += element.characterCount
  }
}
