import Samtale

extension Dossier {
  /// The dossier as a text: for each item facts with their sources, cautions, and questions to the
  /// authors.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph([.text(Self.introduction)])]
    blocks += sections.flatMap { Self.blocks($0) }
    if !appendices.isEmpty {
      blocks.append(.heading(level: 1, ["Appendices"]))
      for (place, table) in appendices.enumerated() {
        blocks.append(.heading(level: 2, [.text("Appendix \(Self.letter(place))")]))
        blocks.append(.table(table))
      }
    }
    let name = title.isEmpty ? "Reporting dossier" : "Reporting dossier: \(title)"
    return Document(title: name, language: "en", blocks: blocks)
  }

  private static let introduction =
    "What the project knows of the things that reporting guidelines ask for. Each fact is followed "
    + "by its source. What only the authors can know is a question to them. Items are named by "
    + "their numbers and in words of our own; the guidelines themselves are cited. Nothing here is "
    + "ticked off: whether an item is met is for authors, reviewers and readers to judge."

  private static func blocks(_ section: Section) -> [Document.Block] {
    var blocks: [Document.Block] = [
      .heading(level: 1, [.text(section.guideline.name)]),
      .paragraph([.emphasis([.text(section.guideline.reference)])]),
    ]
    if let caution = section.caution { blocks.append(warning(caution)) }
    for group in section.groups {
      blocks.append(.heading(level: 2, [.text(group.title)]))
      blocks += group.items.flatMap { self.blocks($0) }
    }
    return blocks
  }

  private static func blocks(_ item: Item) -> [Document.Block] {
    var blocks: [Document.Block] = [
      .heading(level: 3, [.text("\(item.number) \(item.topic)")])
    ]
    if !item.facts.isEmpty {
      blocks.append(
        .list(
          item.facts.map { fact in
            [
              .paragraph([
                .text(fact.text + " "), .emphasis([.text("[\(fact.source)]")]),
              ])
            ]
          }))
    }
    if let caution = item.caution { blocks.append(warning(caution)) }
    if !item.questions.isEmpty {
      blocks.append(.paragraph([.strong(["To be answered by the authors:"])]))
      blocks.append(.list(item.questions.map { [.paragraph([.text($0)])] }))
    }
    return blocks
  }

  private static func warning(_ text: String) -> Document.Block {
    .paragraph([.strong(["Caution:"]), .text(" " + text)])
  }
}
