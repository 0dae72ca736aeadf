/// Known labels that are written in another way than the others: `P:Ja`, `(T4): yes`, `sw-7: yes`.
extension LabelCensus {
  /// The known label that a paragraph begins with, in spite of numbers, brackets and other marks
  /// than a colon; `nil` if there is none.
  func unusual(_ head: ParagraphHead) -> Resemblance? {
    guard let style, !style.isOutside else { return nil }
    var text = Cursor(bytes: head.bytes, at: head.behindNumber, limit: head.limit)
    let opened = text.take(Self.openings)
    let start = text.at
    while text.at < text.limit, !text.isAt(Self.ends) { text.at += 1 }
    guard text.at > start, text.at < text.limit else { return nil }
    let label = head.bytes[start..<text.at].string.collapsedSpace
    var isDoubtful = opened.map { "\"'“‘«".contains($0) } ?? false
    var isClosed = false
    var isAsked = false
    while let mark = text.take(Self.closings) {
      if mark == "?" || mark == "\"" || mark == "”" { isDoubtful = true }
      if mark == "?" { isAsked = true }
      if ")>]}".contains(mark) { isClosed = true }
    }
    let hasColon = text.take(Self.colons) != nil
    guard hasColon || isClosed else { return nil }
    guard let known = known(as: label) else {
      // `Moderator?: Yes.` is a label whoever it is, though nobody knows whose.
      return isAsked && hasColon && canBeAsked(label) ? .doubtful(label) : nil
    }
    if !hasColon, opened == nil || !SpeakerLabel.isCode(known) { isDoubtful = true }
    let length = head.bytes.skippingSpace(text.at)
    guard length < head.bytes.count else { return nil }
    if isDoubtful { return .doubtful(label) }
    return .label(LabelCandidate(label: label, style: .colon, length: length))
  }

  private func canBeAsked(_ label: String) -> Bool {
    SpeakerLabel.shape(label) != nil && SpeakerLabel.mayBeSingle(label) && !refused.contains(label)
  }

  /// The label that somebody meant who wrote it with other capitals, spaces, hyphens or dots.
  func known(as label: String) -> String? {
    let name = spelling(label)
    if refused.contains(label) { return nil }
    if accepted[name] != nil { return name }
    guard label.utf8.count <= 4 * SpeakerLabel.longest else { return nil }
    return plain[Self.plainKey(label)]
  }

  /// Letters and digits of a label in small letters.
  static func plainKey(_ label: String) -> String {
    label.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static let openings = ["<", "(", "[", "{", "\"", "'", "“", "‘", "«", "*"]
  private static let closings = [">", ")", "]", "}", "\"", "'", "”", "’", "»", "*", "?"]
  private static let colons = [":", ";", "：", "；"]
  private static let ends = closings + colons

  /// A place in the beginning of a paragraph.
  private struct Cursor {
    let bytes: [UInt8]
    var at: Int
    let limit: Int

    /// The mark at this place, which is then passed.
    mutating func take(_ marks: [String]) -> String? {
      guard let mark = marks.first(where: { bytes[at...].starts(with: $0.utf8) }) else {
        return nil
      }
      at += mark.utf8.count
      return mark
    }

    func isAt(_ marks: [String]) -> Bool {
      marks.contains { bytes[at...].starts(with: $0.utf8) }
    }
  }
}
