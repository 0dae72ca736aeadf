extension TEIWriter {
  /// Writes an event, without line breaks around it.
  mutating func write(_ mark: Mark) {
    let name = mark.kind == .contribution ? "vocal" : mark.kind.rawValue
    switch mark.kind {
    case .note:
      xml.inline(name, attributes(mark), text: mark.detail.descriptions.joined(separator: " "))
    case .vocal, .kinesic, .incident, .gap, .contribution:
      if mark.detail.descriptions.isEmpty {
        xml.inline(name, attributes(mark))
      } else {
        xml.startInline(name, attributes(mark))
        for text in mark.detail.descriptions { xml.inline("desc", text: text) }
        xml.endInline(name)
      }
    case .pause, .shift, .anchor, .deleted, .unclear, .segment:
      xml.inline(name, attributes(mark))
    }
  }

  /// The attributes that the profile allows on the element of a mark.
  func attributes(_ mark: Mark) -> XMLWriter.Attributes {
    let detail = mark.detail
    let isAnchor = mark.kind == .anchor
    var attributes: XMLWriter.Attributes = [("xml:id", detail.id)]
    if !isAnchor {
      attributes += [
        ("xml:lang", detail.language), ("n", detail.number), ("ana", pointers(detail.analysis)),
        ("resp", pointers(detail.responsible)), ("cert", detail.certainty),
      ]
    }
    switch mark.kind {
    case .anchor:
      attributes += typed(detail)
      attributes.append(("synch", detail.start.map { "#" + pointID($0) }))
    case .pause, .vocal, .kinesic, .incident:
      attributes += typed(detail)
      attributes.append(("who", people(detail.participants)))
      attributes += timed(detail)
    case .contribution:
      attributes += [("type", detail.type ?? "contribution"), ("subtype", detail.subtype)]
      attributes.append(("who", people(detail.participants)))
      attributes += timed(detail)
    case .gap:
      attributes.append(("reason", detail.reason))
      attributes += timed(detail)
    case .shift:
      attributes.append(("who", people(detail.participants)))
      attributes += [("feature", detail.feature), ("new", detail.value ?? "normal")]
    case .note:
      attributes += typed(detail)
      attributes.append(("target", detail.value))
    case .deleted, .segment: attributes += typed(detail)
    case .unclear: attributes.append(("reason", detail.reason))
    }
    return attributes
  }

  private func typed(_ detail: Mark.Detail) -> XMLWriter.Attributes {
    [("type", detail.type), ("subtype", detail.subtype)]
  }

  private func timed(_ detail: Mark.Detail) -> XMLWriter.Attributes {
    [
      ("start", detail.start.map { "#" + pointID($0) }),
      ("end", detail.end.map { "#" + pointID($0) }), ("dur", duration(detail.duration)),
    ]
  }
}
