import Samtale

/// The names under which people appear in formats that know people by name only: printed labels, else
/// identifiers, no two alike.
struct TierLabels {
  let names: [String]
  /// How many labels had to be changed, since somebody else has the same.
  private(set) var changed = 0

  init(_ transcript: Transcript) {
    var used: Set<String> = []
    var names: [String] = []
    for person in transcript.participants {
      var name = person.label ?? person.id
      if used.contains(name) {
        if person.label != nil { changed += 1 }
        name += " (\(person.id))"
        while used.contains(name) { name += "'" }
      }
      used.insert(name)
      names.append(name)
    }
    self.names = names
  }

  /// Those who speak, as one name; empty if nobody knows who does.
  func joined(_ people: [Int]) -> String {
    people.map { names[$0] }.joined(separator: TierEvent.separator)
  }
}
