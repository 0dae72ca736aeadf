extension Dossier {
  /// The dossier as one JSON object, described by `Schemas/dossier.schema.json`: the guidelines, an
  /// item a line, and the appendices as tables.
  public var json: String {
    JSONText.document([
      ("title", title.json),
      ("guidelines", JSONText.lines(sections.map(Self.object))),
      ("items", JSONText.lines(sections.flatMap(Self.items))),
      ("appendices", JSONText.lines(appendices.map { $0.rendered(as: .json) })),
    ])
  }

  private static func object(_ section: Section) -> String {
    JSONText.object([
      ("guideline", section.guideline.rawValue.json),
      ("reference", section.guideline.reference.json),
      ("caution", section.caution?.json ?? "null"),
    ])
  }

  private static func items(_ section: Section) -> [String] {
    section.groups.flatMap { group in
      group.items.map { item in
        JSONText.object([
          ("guideline", section.guideline.rawValue.json), ("number", item.number.json),
          ("group", group.title.json), ("topic", item.topic.json),
          ("facts", array(item.facts.map(object))),
          ("questions", array(item.questions.map(\.json))),
          ("caution", item.caution?.json ?? "null"),
        ])
      }
    }
  }

  private static func object(_ fact: Fact) -> String {
    JSONText.object([("text", fact.text.json), ("source", fact.source.json)])
  }

  private static func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ", ") + "]"
  }
}
