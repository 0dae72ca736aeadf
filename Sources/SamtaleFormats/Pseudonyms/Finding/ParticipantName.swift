import Samtale

/// A name of a participant: the whole and its parts.
struct ParticipantName {
  var full: String
  /// Its words, without initials and particles.
  var words: [String]
  /// Whether the file says that it is a name, or a list knows it; a mere label may be a title.
  var isSure: Bool
  /// Who is called so: numbers of participants. Names of one number belong to one person.
  var people: Set<Int>

  /// The names of all participants, each once: those that files give, labels that are names, and
  /// what stands in lines such as `Deltakere: …`.
  static func all(of people: [Participant], in texts: [(text: TalkTokens, isTalk: Bool)] = [])
    -> [ParticipantName]
  {
    var names = Names()
    for (number, person) in people.enumerated() where person.groupSize == nil {
      for attribute in person.attributes where attribute.kind == .name {
        let parts = parts(of: attribute.text)
        names.add(parts.name, isGiven: true, number)
        for other in parts.others where isNameLike(other) { names.add(other, number) }
      }
      guard let label = person.label else { continue }
      let parts = parts(of: label)
      if let name = name(in: parts.name, of: person) { names.add(name, number) }
      for other in parts.others where isNameLike(other) {
        if let name = name(in: other, of: person) { names.add(name, number) }
      }
    }
    let listed = texts.flatMap { text, isTalk in
      ParticipantLines.names(in: text, isTalk: isTalk).map {
        text.text(text.scalars(of: $0)).singleSpaced
      }
    }
    for (i, name) in listed.enumerated() {
      names.add(name, isGiven: name.contains(" "), people.count + i)
    }
    return names.all
  }

  /// The names of people who take no part; several that are written alike are one.
  /// - Parameters:
  ///   - others: Names as they are written, also `Vik, Astrid`.
  ///   - number: The number of the first of them.
  /// - Returns: The names, each once.
  static func all(of others: [String], from number: Int) -> [ParticipantName] {
    var names = Names()
    for (i, name) in others.enumerated() {
      let words = name.split(separator: " ").drop {
        NameLists.shared.titles.contains($0.lowercased().filter { $0 != "." })
      }
      names.add(words.joined(separator: " "), number + i)
    }
    return names.all
  }

  /// Names in the order in which they are found, each once.
  private struct Names {
    private(set) var all: [ParticipantName] = []
    private var places: [String: Int] = [:]

    mutating func add(_ name: String, isGiven: Bool = false, _ person: Int) {
      // `Hansen, Ola` is how a list writes Ola Hansen.
      if let turned = ParticipantName.turned(name) { addOne(turned, isGiven, person) }
      addOne(name, isGiven, person)
    }

    private mutating func addOne(_ name: String, _ isGiven: Bool, _ person: Int) {
      let words = ParticipantName.words(of: name)
      guard !words.isEmpty else { return }
      let isSure = isGiven || words.contains(where: ParticipantName.isListed)
      if let place = places[name.lowercased()] {
        all[place].people.insert(person)
        all[place].isSure = all[place].isSure || isSure
        return
      }
      places[name.lowercased()] = all.count
      all.append(ParticipantName(full: name, words: words, isSure: isSure, people: [person]))
    }
  }

  /// The words of a name that may stand alone for it.
  private static func words(of name: String) -> [String] {
    name.split { $0 == " " || $0 == "," }.map(String.init).filter { word in
      word.count > 1 && word.last != "." && !NameCues.particles.contains(word.lowercased())
        && !NameLists.shared.titles.contains(word.lowercased())
    }
  }

  /// `Ola Hansen` for `Hansen, Ola`; `nil` for anything else.
  private static func turned(_ name: String) -> String? {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
    guard parts.count == 2, parts.allSatisfy({ isNameLike($0) }) else { return nil }
    return parts[1] + " " + parts[0]
  }

  private static func isNameLike(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    return (1...3).contains(words.count)
      && words.allSatisfy { word in
        (word.first?.isUppercase == true && !isRole(word.lowercased()))
          || NameCues.particles.contains(word.lowercased())
      }
  }

  /// A name without what stands in brackets, and that: `Ola Hansen (Guest)`.
  private static func parts(of name: String) -> (name: String, others: [String]) {
    var outside = ""
    var inside: [String] = []
    var depth = 0
    for sign in name {
      if sign == "(" || sign == "[" {
        depth += 1
        inside.append("")
      } else if sign == ")" || sign == "]" {
        depth = max(0, depth - 1)
      } else if depth > 0, let last = inside.indices.last {
        inside[last].append(sign)
      } else {
        outside.append(sign)
      }
    }
    let others = inside.map(\.singleSpaced).filter { !$0.isEmpty }
    let bare = outside.singleSpaced
    return bare.isEmpty ? (others.joined(separator: " "), []) : (bare, others)
  }

  /// The name in a printed label; `nil` for a role or a number. `Anne mor` is called Anne.
  private static func name(in label: String, of person: Participant) -> String? {
    guard label.contains(where: \.isLowercase), !label.contains(where: \.isNumber) else {
      return nil
    }
    if person.roles.contains(where: { $0.lowercased() == label.lowercased() }) { return nil }
    let words = label.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "." }.map(String.init)
    let names = words.filter { !isRole($0.lowercased()) }
    if names.count == words.count { return words.isEmpty ? nil : label }
    return names.contains(where: isListed) ? names.joined(separator: " ") : nil
  }

  private static func isListed(_ word: String) -> Bool {
    NameLists.shared.given.contains(word.lowercased())
      || NameLists.shared.surnames.contains(word.lowercased())
  }

  /// Whether a word, in small letters, says what somebody does and not who it is.
  static func isRole(_ word: String) -> Bool { roleWords.contains(word) }

  private static let roleWords: Set<String> = [
    "speaker", "interviewer", "intervjuer", "intervjuar", "informant", "deltaker", "deltakar",
    "participant", "moderator", "unknown", "ukjent", "ukjend", "leder", "leiar", "therapist",
    "terapeut", "therapeut", "patient", "pasient", "client", "bruker", "brukar", "researcher",
    "forsker", "forskar", "chair", "møteleder", "person", "teacher", "lærer", "lærar", "student",
    "elev", "mother", "mor", "father", "far", "doctor", "lege", "nurse", "worker", "veileder",
    "rettleiar", "respondent", "all", "alle", "several", "flere", "fleire", "man", "woman", "mann",
    "kvinne", "voice", "stemme", "observer", "observatør", "coach", "specialist", "spesialist",
    "guest", "gjest", "host", "vert", "external", "ekstern", "organizer", "organiser", "arrangør",
    "presenter", "unverified", "møteleiar", "ordstyrer", "ordstyrar", "referent", "interviewee",
    "facilitator", "participants", "deltakere", "deltakarar", "none", "ingen",
  ]
}
