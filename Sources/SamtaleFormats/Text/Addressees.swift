/// Finds out whom `to the leader` means: a label, or the name or role of one person only.
struct Addressees {
  private var people: [String: Set<String>] = [:]
  private var labels: [String: String] = [:]

  init(_ map: SpeakerMap, labels accepted: some Sequence<String>) {
    for label in accepted { note(label, person: label, label: label) }
    for entry in map.entries {
      let person = entry.id ?? entry.label
      for name in [entry.label, entry.id, entry.name, entry.role].compactMap(\.self) {
        note(name, person: person, label: entry.label)
      }
    }
  }

  private mutating func note(_ name: String, person: String, label: String) {
    // A label that the table declares too is that person's.
    let key = name.lowercased()
    people[key, default: []].insert(person)
    if name == label, person != label { people[key]?.remove(label) }
    labels[person] = labels[person] ?? label
  }

  /// The label of the one who is addressed; `nil` if the words say nothing of that kind, or if
  /// several people could be meant.
  func label(_ remark: String) -> String? {
    var words = remark.lowercased().split(whereSeparator: \.isWhitespace)[...]
    guard let first = words.first, Self.prepositions.contains(String(first)) else { return nil }
    words = words.dropFirst()
    if let article = words.first, Self.articles.contains(String(article)), words.count > 1 {
      words = words.dropFirst()
    }
    guard let found = people[words.joined(separator: " ")], found.count == 1,
      let person = found.first
    else { return nil }
    return labels[person]
  }

  private static let prepositions: Set<String> = ["to", "til", "an", "zu", "addressing"]
  private static let articles: Set<String> = [
    "the", "a", "an", "den", "det", "de", "der", "die", "das", "dem",
  ]
}
