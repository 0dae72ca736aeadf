/// The labels of paragraphs.
extension LabelCensus {
  /// The label of a paragraph; `nil` if it goes on with what was said before.
  func label(_ head: ParagraphHead, _ paragraph: SourceParagraph) -> LabelCandidate? {
    guard let style else { return nil }
    if let found = grammar.candidate(style, head, paragraph),
      accepted[spelling(found.label)] != nil || people(found.label) != nil
    {
      return found
    }
    for other in [style, .colon] where !other.isWeak {
      if let found = grammar.candidate(other, head, paragraph),
        SpeakerLabel.isUnknownMark(found.label), !refused.contains(found.label)
      {
        return found
      }
    }
    for other in LabelStyle.allCases where other != style && other != .paragraphStyle {
      guard let found = grammar.candidate(other, head, paragraph),
        isKnown(spelling(found.label))
      else { continue }
      if other == .line, !SpeakerLabel.isCode(found.label) { continue }
      let isSetOff = found.length > 1 && head.bytes[found.length - 2] <= 0x20
      if other == .bare, !isSetOff, !Self.beginsSentence(head.bytes[found.length...]) { continue }
      return found
    }
    return nil
  }

  /// The labels that one joins (`SW7 and T6`), if all are known.
  func people(_ label: String) -> [String]? {
    guard !refused.contains(label), !grammar.declared.contains(label) else { return nil }
    for mark in [" & ", " + ", " and ", " og ", " und ", "/", "+", "&"] where label.contains(mark) {
      let pieces = label.pieces(mark)
      let people = pieces.map(spelling)
      if people.allSatisfy({ accepted[$0] != nil }) { return people }
    }
    return nil
  }

  /// Whether a paragraph says who several labels stand for: `SW7: social worker; T7: therapist`.
  func isLegend(_ paragraph: SourceParagraph) -> Bool {
    let pieces = paragraph.text.prefix(600).split { ";,\n".contains($0) }
    let labels = pieces.compactMap { piece -> String? in
      guard let end = piece.firstIndex(where: { ":=–".contains($0) }) else { return nil }
      return String(piece[..<end]).trimmed
    }
    return labels.count > 1 && Set(labels).count == labels.count
      && labels.allSatisfy { accepted[spelling($0)] != nil }
  }

  private func isKnown(_ label: String) -> Bool {
    if refused.contains(label) { return false }
    if accepted[label] != nil || grammar.declared.contains(label) { return true }
    return SpeakerLabel.isCode(label) && SpeakerLabel.family(label).map(families.contains) ?? false
  }

  /// Whether words begin with a capital or with something that is no letter.
  private static func beginsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = String(decoding: bytes.prefix(4), as: UTF8.self).first
    return first.map { !$0.isLetter || $0.isUppercase } ?? false
  }
}

extension String {
  /// What stands between marks.
  fileprivate func pieces(_ mark: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      pieces.append(String(rest[..<range.lowerBound]).trimmed)
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest).trimmed]
  }
}
