/// Labels that may be slips of others.
extension LabelCensus {
  /// Believes labels that are one letter away from a known one, and notes which that is.
  mutating func addLookalikes() {
    guard let style, style != .column, let all = tallies[style] else { return }
    var known: [String: String] = [:]
    for label in accepted.keys.sorted() where label.count <= 20 {
      for key in Self.variants(label) {
        if let other = known[key], (accepted[other]?.count ?? 0) >= (accepted[label]?.count ?? 0) {
          continue
        }
        known[key] = label
      }
    }
    for (label, tally) in all.sorted(by: { $0.value.line < $1.value.line })
    where label.count <= 20 && !isRefused(label) && !grammar.declared.contains(label) {
      let other = Self.variants(label).compactMap { known[$0] }.first {
        Self.isSlip(label, of: $0) && (accepted[$0]?.count ?? 0) > tally.count
      }
      guard let other else { continue }
      lookalikes[label] = other
      accepted[label] = tally
    }
  }

  /// The label in small letters without spaces, and with any one letter left out.
  private static func variants(_ label: String) -> [String] {
    let plain = Array(label.lowercased().filter { !$0.isWhitespace })
    var all = [String(plain)]
    for i in plain.indices {
      all.append(String(plain[..<i] + plain[(i + 1)...]))
    }
    return all
  }

  /// Whether a label may be a slip of another: the same number, and long enough to tell.
  private static func isSlip(_ label: String, of other: String) -> Bool {
    guard label != other, label.filter(\.isNumber) == other.filter(\.isNumber) else { return false }
    if SpeakerLabel.isCode(label) || SpeakerLabel.isCode(other) {
      let plain = { (label: String) in label.lowercased().filter { !$0.isWhitespace } }
      return label.filter(\.isLetter).count != other.filter(\.isLetter).count
        || plain(label) == plain(other)
    }
    return min(label.count, other.count) > 3
  }
}
