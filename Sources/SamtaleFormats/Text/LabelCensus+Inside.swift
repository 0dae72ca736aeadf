/// Labels inside paragraphs: `Yes. P: No.`
extension LabelCensus {
  /// Where turns begin inside a paragraph: at a known label and colon behind the end of a sentence,
  /// a bracket or a time stamp.
  /// - Returns: The places in UTF-8 bytes, with the labels.
  func turns(inside paragraph: SourceParagraph, _ dialect: StampDialect)
    -> [(place: Int, label: String)]
  {
    guard style == .colon || style == .bold, paragraph.label == nil, paragraph.cells.isEmpty else {
      return []
    }
    let bytes = Array(paragraph.text.utf8)
    let head = ParagraphHead(paragraph.text, dialect).behindNumber
    var found: [(place: Int, label: String)] = []
    // The last beginnings of sentences, with the places behind their time stamps.
    var starts: [(place: Int, label: Int)] = []
    for i in bytes.indices {
      if bytes[i] == UInt8(ascii: ":"), bytes.isSpaceOrEnd(i + 1) {
        let known = starts.first { i - $0.label <= 160 && isTurn(bytes[$0.label..<i].string) }
        if let known { found.append((known.place, bytes[known.label..<i].string.collapsedSpace)) }
        starts = []
      } else if bytes.isSpaceOrEnd(i + 1), i + 1 < bytes.count, Self.isEnd(bytes, i) {
        let place = bytes.skippingSpace(i + 1)
        guard place > head else { continue }
        var label = place
        if let stamp = LineStamp(bytes[place...], dialect, isAtStart: true) {
          label = bytes.skippingSpace(place + stamp.length)
        }
        starts = starts.suffix(2) + [(place, label)]
      }
    }
    return found
  }

  private func isTurn(_ words: String) -> Bool {
    let label = words.collapsedSpace
    let name = spelling(label)
    guard let tally = accepted[name] else { return false }
    return grammar.declared.contains(name) || (tally.count > 1 && SpeakerLabel.shape(name) != nil)
  }

  /// Whether a sentence, a quotation or a bracket ends with a byte.
  private static func isEnd(_ bytes: [UInt8], _ at: Int) -> Bool {
    if ".?!)]\"".utf8.contains(bytes[at]) { return true }
    guard bytes[at] >= 0x80, at > 0 else { return false }
    let tail = bytes[...at].suffix(3)
    return ["…", "”", "»"].contains { tail.reversed().starts(with: $0.utf8.reversed()) }
  }
}
