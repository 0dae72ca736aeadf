import Samtale

/// Finds or makes the participant behind each label of a file.
struct SpeakerFinder {
  private let map: [String: SpeakerMap.Entry]
  private var byID: [String: Int] = [:]
  private var byLabel: [String: Int] = [:]

  init(_ map: SpeakerMap) {
    self.map = Dictionary(map.entries.map { ($0.label, $0) }, uniquingKeysWith: { a, _ in a })
  }

  func isDeclared(_ label: String) -> Bool { map[label] != nil }

  /// The labels of the table that were met.
  var met: Set<String> { Set(byLabel.keys.filter(isDeclared)) }

  /// The index of the participant with a label.
  mutating func participant(_ label: String, in builder: inout TranscriptBuilder) -> Int {
    if let known = byLabel[label] { return known }
    let index = found(label, &builder)
    byLabel[label] = index
    return index
  }

  private mutating func found(_ label: String, _ builder: inout TranscriptBuilder) -> Int {
    guard let entry = map[label] else { return builder.participant(labelled: label) }
    if let id = entry.id, let known = byID[id] {
      builder.add(label: label, for: known)
      return known
    }
    var participant = Participant(id: entry.id ?? "p." + label, label: label)
    if let role = entry.role { participant.roles = [role] }
    participant.memberships = entry.memberships
    participant.groupSize = entry.groupSize
    if let name = entry.name { participant.attributes = [.init(.name, text: name)] }
    let index = builder.add(participant)
    if let id = entry.id { byID[id] = index }
    return index
  }
}
