/// The lists of a Word document: ECMA-376 part 1, 17.9.
struct WordNumbering {
  /// The number of all lists with bullets.
  static let bullets = 1
  private var orderedLists = 0

  /// How far the text of a list stands from the margin, in twips.
  static func indent(_ depth: Int) -> Int { 425 * (depth + 1) }

  /// The number of one more list that counts from 1.
  mutating func newOrderedList() -> Int {
    orderedLists += 1
    return Self.bullets + orderedLists
  }

  var part: String {
    let lists = (0..<orderedLists).map { index in
      let starts = (0..<9).map {
        "<w:lvlOverride w:ilvl=\"\($0)\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
      }
      return "<w:num w:numId=\"\(Self.bullets + index + 1)\"><w:abstractNumId w:val=\"1\"/>"
        + starts.joined() + "</w:num>"
    }
    return WordXML.declaration + "<w:numbering \(WordXML.namespace)>"
      + Self.definition(0, "bullet") { _ in "•" } + Self.definition(1, "decimal") { "%\($0 + 1)." }
      + "<w:num w:numId=\"\(Self.bullets)\"><w:abstractNumId w:val=\"0\"/></w:num>"
      + lists.joined() + "</w:numbering>"
  }

  private static func definition(
    _ id: Int, _ format: String, _ text: (Int) -> String
  ) -> String {
    let levels = (0..<9).map { level in
      "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
        + "<w:lvlText w:val=\"\(text(level))\"/><w:lvlJc w:val=\"left\"/><w:pPr>"
        + "<w:ind w:left=\"\(indent(level))\" w:hanging=\"425\"/></w:pPr></w:lvl>"
    }
    return "<w:abstractNum w:abstractNumId=\"\(id)\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
      + levels.joined() + "</w:abstractNum>"
  }
}
