import Samtale

/// The names of a participant: the whole and its parts.
struct ParticipantName {
  var full: String
  /// Its words, without initials and particles.
  var words: [String]
  /// Whether the file says that it is a name, or a list knows it; a mere label may be a title.
  var isSure: Bool

  /// The names of all participants, each once: those that files give, and labels that are names.
  static func all(of people: [Participant]) -> [ParticipantName] {
    var seen: Set<String> = []
    var names: [ParticipantName] = []
    for person in people where person.groupSize == nil {
      let given = person.attributes.filter { $0.kind == .name }.map(\.text)
      let label = person.label.flatMap { name(in: $0, of: person) }.map { [$0] } ?? []
      for name in given + label where !name.isEmpty && seen.insert(name.lowercased()).inserted {
        let words = name.split { $0 == " " || $0 == "," }.map(String.init).filter { word in
          word.count > 1 && word.last != "." && !NameCues.particles.contains(word.lowercased())
            && !NameLists.shared.titles.contains(word.lowercased())
        }
        guard !words.isEmpty else { continue }
        let isKnown = words.contains(where: isListed)
        names.append(
          ParticipantName(full: name, words: words, isSure: given.contains(name) || isKnown))
      }
    }
    return names
  }

  /// The name in a printed label; `nil` for a role or a number. `Anne (mor)` is called Anne.
  private static func name(in label: String, of person: Participant) -> String? {
    guard label.contains(where: \.isLowercase), !label.contains(where: \.isNumber) else {
      return nil
    }
    if person.roles.contains(where: { $0.lowercased() == label.lowercased() }) { return nil }
    let words = label.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "." }.map(String.init)
    let names = words.filter { !roleWords.contains($0.lowercased()) }
    if names.count == words.count { return words.isEmpty ? nil : label }
    return names.contains(where: isListed) ? names.joined(separator: " ") : nil
  }

  private static func isListed(_ word: String) -> Bool {
    NameLists.shared.given.contains(word.lowercased())
      || NameLists.shared.surnames.contains(word.lowercased())
  }

  private static let roleWords: Set<String> = [
    "speaker", "interviewer", "intervjuer", "intervjuar", "informant", "deltaker", "deltakar",
    "participant", "moderator", "unknown", "ukjent", "ukjend", "leder", "leiar", "therapist",
    "terapeut", "therapeut", "patient", "pasient", "client", "bruker", "brukar", "researcher",
    "forsker", "forskar", "chair", "møteleder", "person", "teacher", "lærer", "lærar", "student",
    "elev", "mother", "mor", "father", "far", "doctor", "lege", "nurse", "worker", "veileder",
    "rettleiar", "respondent", "all", "alle", "several", "flere", "fleire", "man", "woman", "mann",
    "kvinne", "voice", "stemme", "observer", "observatør", "coach", "specialist", "spesialist",
  ]
}
