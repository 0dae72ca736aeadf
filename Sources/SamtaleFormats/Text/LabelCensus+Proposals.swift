/// Labels as they are shown to people.
extension LabelCensus {
  /// All labels worth showing, in the order of their lines; of those that are not believed the
  /// first fifty.
  var proposals: [ProposedLabel] {
    var all = tallies[style ?? .colon] ?? [:]
    for (label, tally) in distrusted { all[label] = all[label] ?? tally }
    for label in singles { all[label] = all[label] ?? accepted[label] }
    var known: [ProposedLabel] = []
    var others: [ProposedLabel] = []
    for (label, tally) in all {
      if people(label) != nil, accepted[label] == nil { continue }
      let isAccepted = accepted[label] != nil
      let isCertain =
        grammar.declared.contains(label) || refused.contains(label) || style == .column
      guard isAccepted || isCertain || Self.isPlausible(label) || distrusted[label] != nil else {
        continue
      }
      let proposal = ProposedLabel(
        label, count: tally.count, line: tally.line, isAccepted: isAccepted, isCertain: isCertain,
        looksLike: lookalikes[label], words: tally.words)
      if isAccepted { known.append(proposal) } else { others.append(proposal) }
    }
    others.sort { ($0.line, $0.label) < ($1.line, $1.label) }
    return (known + others.prefix(50)).sorted { ($0.line, $0.label) < ($1.line, $1.label) }
  }

  /// Whether a label that is not believed could be one all the same.
  private static func isPlausible(_ label: String) -> Bool {
    label.first?.isUppercase == true && label.split(separator: " ").count <= 3
      && !SpeakerLabel.isDenied(label)
  }
}
