extension Dossier {
  /// The dossier as one JSON object: guidelines with their items, and the appendices as tables.
  public var json: String {
    JSONText.document([
      ("title", title.json),
      ("guidelines", JSONText.lines(sections.map(Self.object))),
      ("appendices", "[" + appendices.map { $0.rendered(as: .json) }.joined(separator: ",") + "]"),
    ])
  }

  private static func object(_ section: Section) -> String {
    JSONText.object([
      ("name", section.guideline.rawValue.json), ("reference", section.guideline.reference.json),
      ("caution", section.caution?.json ?? "null"),
      ("items", array(section.groups.flatMap { group in group.items.map { object($0, group) } })),
    ])
  }

  private static func object(_ item: Item, _ group: Group) -> String {
    JSONText.object([
      ("number", item.number.json), ("group", group.title.json), ("topic", item.topic.json),
      (
        "facts",
        array(
          item.facts.map {
            JSONText.object([("text", $0.text.json), ("source", $0.source.json)])
          })
      ),
      ("prompts", array(item.prompts.map(\.json))),
      ("caution", item.caution?.json ?? "null"),
    ])
  }

  private static func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ", ") + "]"
  }
}
