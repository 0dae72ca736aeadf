/// Paragraphs that hold several turns.
extension SourceParagraph {
  /// The paragraph cut in pieces.
  /// - Parameter places: Where pieces begin after the first, in UTF-8 bytes, rising.
  /// - Returns: One piece more than there are places.
  func cut(at places: [Int]) -> [SourceParagraph] {
    guard !places.isEmpty else { return [self] }
    let bytes = Array(text.utf8)
    var pieces: [SourceParagraph] = []
    var start = 0
    var scalars = 0
    for end in places + [bytes.count] {
      var piece = SourceParagraph(text: bytes[start..<end].string, line: line)
      let length = bytes[start..<end].scalarCount
      let isLast = end == bytes.count
      piece.emphasized = min(max(0, emphasized - scalars), length)
      piece.beside = beside
      piece.notes = notes.filter {
        $0.place >= scalars && (isLast || $0.place < scalars + length)
      }
      for i in piece.notes.indices { piece.notes[i].place -= scalars }
      pieces.append(piece)
      (start, scalars) = (end, scalars + length)
    }
    (pieces[0].style, pieces[0].label) = (style, label)
    pieces[0].start = self.start
    pieces[places.count].end = self.end
    return pieces
  }

  /// The paragraph cut before the lines in it that begin as turns do; line breaks inside paragraphs
  /// (Shift and Enter) are common between turns.
  func turns(_ grammar: LabelGrammar, _ dialect: StampDialect) -> [SourceParagraph] {
    guard label == nil, cells.isEmpty, text.utf8.contains(0x0A) else { return [self] }
    let bytes = Array(text.utf8)
    var places: [Int] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      start = end + 1
      let line = bytes[start...].prefix(480).prefix { $0 != 0x0A }.string
      let head = ParagraphHead(line, dialect)
      let piece = SourceParagraph(text: line, line: self.line)
      let begins = Self.inLines.contains { grammar.candidate($0, head, piece) != nil }
      if begins { places.append(start) }
    }
    return cut(at: places)
  }

  /// Styles in which labels inside a paragraph are looked for.
  private static let inLines: [LabelStyle] = [.colon, .bold, .hash, .at, .square, .curly, .tab]
}
