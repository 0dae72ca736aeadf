/// Labels that occur once.
extension LabelCensus {
  /// Whether something other than recurring tells that a label is one.
  func isCertainSingle(_ label: String, _ tally: Tally, after first: Int) -> Bool {
    if listed.contains(label) { return !isRefused(label) }
    return tally.isMarked && SpeakerLabel.mayBeSingle(label) && (tally.isTalk || tally.line > first)
  }

  /// Believes labels that occur once where structure or likeness tells.
  mutating func addSingles() {
    guard let style, style != .paragraphStyle else { return }
    let recurring = accepted.filter { $0.value.count > 1 || codes[$0.key, default: 0] > 1 }
    let first = recurring.values.map(\.line).min() ?? .max
    let shapes = Set(recurring.keys.compactMap(SpeakerLabel.shape))
    for (label, tally) in accepted where tally.count == 1 {
      guard codes[label, default: 0] < 2, !grammar.declared.contains(label), style != .column,
        SpeakerLabel.isNumber(label) || SpeakerLabel.isIdentifier(label)
          || isCertainSingle(label, tally, after: first)
      else { continue }
      singles.insert(label)
    }
    for other in LabelStyle.allCases where !other.isWeak && other != .paragraphStyle {
      for (label, tally) in tallies[other] ?? [:] where accepted[label] == nil {
        guard !isRefused(label) else { continue }
        let isAlike =
          other == style && style != .emphasis && SpeakerLabel.mayBeSingle(label)
          && SpeakerLabel.shape(label).map(shapes.contains) ?? false
          && (tally.isTalk || tally.line > first)
        guard isAlike || isCertainSingle(label, tally, after: first) else { continue }
        accepted[label] = tally
        singles.insert(label)
      }
    }
  }

  /// Whether a paragraph without a label begins with what could be one all the same, so that its
  /// words cannot be said to be those of the speaker before.
  /// - Returns: What could be the label.
  func doubtful(_ head: ParagraphHead, _ paragraph: SourceParagraph) -> String? {
    guard let style, style != .column || paragraph.label == nil else { return nil }
    for other in [.colon, style] where other == .colon || !(other.isWeak || other.isOutside) {
      guard other != .emphasis, let found = grammar.candidate(other, head, paragraph) else {
        continue
      }
      let label = spelling(found.label)
      if !refused.contains(label), SpeakerLabel.mayBeSingle(label) { return label }
    }
    return nil
  }
}
