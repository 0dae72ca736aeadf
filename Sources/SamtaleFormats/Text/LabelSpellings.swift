/// Which spellings are one label.
enum LabelSpellings {
  /// Finds spellings that differ in capitals and spaces.
  /// - Parameters:
  ///   - counts: How often each occurs.
  ///   - declared: Those of the table of speakers, which stay as they are.
  /// - Returns: For those that give way, the spelling that is declared or else the commonest.
  static func pooled(_ counts: [String: Int], declared: Set<String>) -> [String: String] {
    var groups: [String: [String]] = [:]
    for label in Set(counts.keys).union(declared) where label.count <= SpeakerLabel.longest {
      groups[SpeakerLabel.key(label), default: []].append(label)
    }
    var all: [String: String] = [:]
    for labels in groups.values where labels.count > 1 {
      let sorted = labels.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
      let capitals = sorted.filter { $0.first?.isUppercase == true }
      guard let best = sorted.first(where: declared.contains) ?? capitals.first else { continue }
      // A word in small letters is a label only where the label is well known.
      let isKnown =
        declared.contains(best) || best.last?.isNumber == true
        || capitals.reduce(0) { $0 + (counts[$1] ?? 0) } > 1
      for label in labels where label != best && !declared.contains(label) {
        if isKnown || label.first?.isUppercase == true { all[label] = best }
      }
    }
    return all
  }
}

extension LabelCandidate {
  /// Whether bold, a time stamp or a column sets the label off from words; a colon belongs to it.
  func isMarked(_ head: ParagraphHead, _ paragraph: SourceParagraph) -> Bool {
    switch style {
    case .column: return true
    case .colon, .hash, .at, .bold, .emphasis, .square, .curly: break
    case .tab: return head.stamp != nil
    default: return false
    }
    let end = min(length, head.bytes.count)
    guard end > head.label, head.bytes[head.label..<end].contains(UInt8(ascii: ":")) else {
      return false
    }
    if head.stamp != nil || style == .bold || style == .emphasis { return true }
    if style == .square || style == .curly { return true }
    let before = head.bytes[..<end].scalarCount
    return paragraph.emphasized >= label.unicodeScalars.count && paragraph.emphasized <= before + 1
  }
}
