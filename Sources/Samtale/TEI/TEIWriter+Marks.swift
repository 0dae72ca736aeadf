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

  /// The attributes that the profile allows on the element of a mark, in a fixed order.
  mutating func attributes(_ mark: Mark) -> XMLWriter.Attributes {
    var attributes: XMLWriter.Attributes = []
    for name in Self.names(mark.kind) { attributes.append((name, value(name, mark))) }
    if mark.kind == .anchor { attributes.append(("synch", point(mark.detail.start))) }
    return attributes
  }

  private static let global = ["xml:id", "xml:lang", "n", "ana", "resp", "cert"]

  private static func names(_ kind: Mark.Kind) -> [String] {
    switch kind {
    case .anchor: ["xml:id", "type", "subtype"]
    case .pause, .vocal, .kinesic, .incident, .contribution:
      global + ["type", "subtype", "who", "start", "end", "dur"]
    case .gap: global + ["reason", "start", "end", "dur"]
    case .shift: global + ["who", "feature", "new"]
    case .note: global + ["type", "subtype", "target"]
    case .deleted, .segment: global + ["type", "subtype"]
    case .unclear: global + ["reason"]
    }
  }

  private mutating func value(_ name: String, _ mark: Mark) -> String? {
    let given = mark.detail[name]
    switch name {
    case "who": return people(mark.detail.participants)
    case "start": return point(mark.detail.start)
    case "end": return point(mark.detail.end)
    case "dur": return duration(given)
    case "new": return given ?? "normal"
    case "type" where mark.kind == .contribution: return given ?? "contribution"
    case "ana", "resp": return given.flatMap { pointers($0.pointers) }
    case "target": return given.flatMap { $0.tokens.allSatisfy { $0.hasPrefix("#") } ? $0 : nil }
    default: return given
    }
  }

  private func point(_ point: Int?) -> String? { point.map { "#" + pointID($0) } }
}
