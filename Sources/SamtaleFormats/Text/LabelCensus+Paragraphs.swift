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
      if other == .bare {
        if SpeakerLabel.isNumber(found.label) { continue }
        if !isSetOff, !manner.isTalk(head.bytes[found.length...]) { continue }
      }
      return found
    }
    return nil
  }

  /// A known label at the beginning of a paragraph that is not written as labels are in this text.
  enum Resemblance {
    /// There is little doubt that it is one: `Per Yes.`, `P:Yes.`
    case label(LabelCandidate)
    /// Nobody can tell whether the words are the person's or are about the person.
    case doubtful(String)
  }

  /// The known name that a paragraph begins with; `nil` if there is none or if it stands in a
  /// sentence: before a family name or a word such as `said`.
  func unmarked(_ head: ParagraphHead) -> Resemblance? {
    guard let style, !style.isOutside, style != .bare, style != .line else { return nil }
    // A label has five words at most; the longest that is known counts.
    let spaces = (head.label..<max(head.label, head.limit)).filter { head.bytes[$0] == 0x20 }
    for space in spaces.prefix(5).reversed() {
      let label = head.bytes[head.label..<space].string
      guard accepted[label] != nil, SpeakerLabel.shape(label) != nil else { continue }
      let words = head.bytes[head.bytes.skippingSpace(space)...]
      guard !words.isEmpty, !manner.isContinuation(words), !Self.isSurname(words) else {
        return nil
      }
      guard manner.isTalk(words) else { return .doubtful(label) }
      return .label(LabelCandidate(label: label, style: .bare, length: words.startIndex))
    }
    return nil
  }

  /// Whether words begin with what is a family name and nothing else.
  private static func isSurname(_ words: ArraySlice<UInt8>) -> Bool {
    let word = words.prefix { $0 > 0x20 }.string.filter { $0.isLetter || $0 == "-" }
    guard word.first?.isUppercase == true else { return false }
    let lower = word.lowercased()
    return NameLists.shared.surnames.contains(lower) && !NameLists.shared.isAmbiguous(lower)
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
    guard style != nil, paragraph.text.utf8.count <= 2_400 else { return false }
    return isLegend(paragraph.text, ";") || isLegend(paragraph.text, ";,")
  }

  private func isLegend(_ text: String, _ marks: String) -> Bool {
    let pieces = text.split { marks.contains($0) }.filter { $0.contains { !$0.isWhitespace } }
    let labels = pieces.map { piece in
      piece.firstIndex { ":=–".contains($0) }.map { String(piece[..<$0]).trimmed } ?? ""
    }
    return labels.count > 1 && Set(labels).count == labels.count
      && labels.allSatisfy { accepted[spelling($0)] != nil }
  }

  /// Whether a paragraph tells who is present, in a text in which all who are present have a label.
  func isGroupList(_ head: ParagraphHead) -> Bool {
    guard style != nil, !Self.endsAsTalk(head.bytes.string),
      let end = head.bytes[head.label...].firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let label = head.bytes[head.label..<end].string.collapsedSpace
    return SpeakerLabel.isGroup(label) && !grammar.declared.contains(label)
  }

  private func isKnown(_ label: String) -> Bool {
    if refused.contains(label) { return false }
    if accepted[label] != nil || grammar.declared.contains(label) { return true }
    return SpeakerLabel.isCode(label) && SpeakerLabel.family(label).map(families.contains) ?? false
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
