import Samtale

extension TalkAssembly {
  /// Reads a basic transcription of EXMARaLDA.
  /// - Parameters:
  ///   - bytes: The file.
  ///   - characters: Its length in Unicode scalars.
  mutating func readExmaralda(_ bytes: [UInt8], characters: Int) {
    progress.begin(0.5, of: bytes.count)
    let document = ExmaraldaDocument(bytes, named: findings.file, progress)
    total = max(characters, document.delivered)
    rest = document.hasRoot ? .markup : .refused
    // Parentheses hold what is hard to hear, as HIAT has it; descriptions stand in doubled ones.
    signs = TalkSigns(unknownIsTalk: true)
    for problem in document.problems where problem.code != .doctype { report(problem) }
    guard document.hasRoot else {
      return findings.report(
        .error, .notImported, line: nil, "this is no basic transcription of EXMARaLDA",
        do: "name its format with --from, or look whether it was cut off")
    }
    let finder = finder
    let roles = ExmaraldaRoles(document) { finder.isDeclared($0) }
    readHead(document)
    readSpeakers(document, roles)
    let talk = ExmaraldaTalk(document, roles)
    report(document, roles, talk)
    for part in talk.parts { add(part) }
    topics = talk.topics
  }

  private mutating func report(
    _ document: ExmaraldaDocument, _ roles: ExmaraldaRoles, _ talk: ExmaraldaTalk
  ) {
    for line in roles.guesses { findings.guess(.tierChoice, line: line) }
    talk.ownTimes.report(&findings)
    for line in talk.joinedLines { findings.guess(.joinedEvents, line: line) }
    for line in document.badPoints {
      findings.gather(
        .warning, .badTime, line: line, "a point of the timeline has a time that is none",
        do: "correct it; the time is taken as unknown")
    }
    for line in document.duplicates {
      findings.gather(
        .warning, .duplicateID, line: line, "an identifier stands twice",
        do: "open and save the file with the Partitur-Editor; pointers lead to the first")
    }
    for line in talk.lostPoints {
      findings.gather(
        .warning, .danglingPointer, line: line,
        "an event begins or ends at a point that is not there",
        do: "correct it in the Partitur-Editor; its words are kept at the end")
    }
    for line in talk.reversed {
      findings.gather(
        .warning, .endBeforeStart, line: line, "an event ends before it begins",
        do: "correct it in the Partitur-Editor; its end is taken as its beginning")
    }
  }

  // MARK: Head

  private static let dates = ["date", "recording-date", "date of recording", "recording date"]

  private mutating func readHead(_ document: ExmaraldaDocument) {
    let fact = { (name: String) in document.facts.first { $0.name.lowercased() == name }?.value }
    if let language = fact("language") ?? Self.language(document) { setLanguage(language) }
    let title = [document.transcriptionName, document.projectName].first { !$0.isEmpty }
    builder.header.title = title
    builder.header.date = Self.dates.lazy.compactMap(fact).first
    builder.number = fact("number")
    builder.header.recordingSeconds = fact("recording-seconds").flatMap(Double.init)
    builder.header.media = document.media.first?.percentDecoded
    if document.media.count > 1 {
      findings.report(
        .note, .notImported, line: nil, "of \(document.media.count) recordings the first is named",
        do: "nothing; the others are those that the EXMARaLDA file names")
    }
    if !document.transcriptionName.isEmpty, !document.projectName.isEmpty {
      builder.header.remarks.append("Project: \(document.projectName)")
    }
    let known = Self.dates + ["language", "number", "recording-seconds"]
    for fact in document.facts where !known.contains(fact.name.lowercased()) {
      builder.header.remarks.append("\(fact.name): \(fact.value)")
      accounted[.header] += fact.value.unicodeScalars.count
    }
  }

  /// The language that everybody speaks who speaks just one.
  private static func language(_ document: ExmaraldaDocument) -> String? {
    let languages = Set(document.speakers.filter { !$0.languages.isEmpty }.map(\.languages))
    guard languages.count == 1, let only = languages.first, only.count == 1 else { return nil }
    return only.first
  }

  private mutating func readSpeakers(_ document: ExmaraldaDocument, _ roles: ExmaraldaRoles) {
    if roles.sameLabels > 0 {
      findings.report(
        .warning, .duplicateID, line: nil,
        "\(roles.sameLabels) speakers have the abbreviation of another",
        do: "give each an abbreviation of their own; here their identifiers tell them apart")
    }
    var seen: Set<String> = []
    for speaker in document.speakers where seen.insert(speaker.id).inserted {
      guard let label = roles.labels[speaker.id] else { continue }
      accounted[.names] += speaker.abbreviation.unicodeScalars.count
      for fact in speaker.facts { accounted[.header] += fact.value.unicodeScalars.count }
      people.append((label, { ExmaraldaPerson.amend(&$0, speaker) }))
    }
  }
}

/// What EXMARaLDA's table of speakers says of a person, in both directions.
enum ExmaraldaPerson {
  private static let kinds: [String: Participant.Attribute.Kind] = [
    "name": .name, "gender": .gender, "age": .age, "education": .education,
    "occupation": .occupation, "profession": .occupation, "nationality": .nationality,
  ]

  static func amend(_ person: inout Participant, _ speaker: ExmaraldaDocument.Speaker) {
    if let sex = speaker.sex, sex == "m" || sex == "f" {
      person.attributes.append(.init(.sex, value: sex))
    }
    for fact in speaker.facts {
      if fact.name == "role" {
        person.roles += fact.value.split(separator: " ").map(String.init)
      } else {
        person.attributes.append(attribute(fact.name, fact.value))
      }
    }
  }

  private static func attribute(_ name: String, _ value: String) -> Participant.Attribute {
    switch kinds[name.lowercased()] {
    case .gender?: return .init(.gender, value: value)
    case .age?: return age(value)
    case let kind?: return .init(kind, text: value)
    case nil: break
    }
    for kind in [Participant.Attribute.Kind.trait, .note] where name.hasPrefix(kind.rawValue + ".")
    {
      return .init(kind, type: String(name.dropFirst(kind.rawValue.count + 1)), text: value)
    }
    let isWord = !name.isEmpty
    return .init(
      .state, type: isWord ? name.split(separator: " ").joined(separator: "_") : nil, text: value)
  }

  private static func age(_ text: String) -> Participant.Attribute {
    let ends = text.split(separator: "–", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, ends.allSatisfy({ Int($0) != nil }) else {
      return .init(.age, text: text)
    }
    return .init(.age, atLeast: ends[0], atMost: ends[1])
  }

  /// What is written of a person: the sex, and facts by name; with the number of facts that do not
  /// come back as they are.
  static func facts(of person: Participant) -> (
    sex: String?, facts: [(name: String, value: String)], lost: Int
  ) {
    var facts: [(name: String, value: String)] = []
    var sex: String?
    if !person.roles.isEmpty { facts.append(("role", person.roles.joined(separator: " "))) }
    for attribute in person.attributes {
      switch attribute.kind {
      case .sex: sex = attribute.value
      case .gender: facts.append(("gender", attribute.value ?? attribute.text))
      case .age: facts.append(("age", attribute.display))
      case .state: facts.append((attribute.type ?? "state", attribute.text))
      case .trait, .note:
        facts.append((attribute.kind.rawValue + "." + (attribute.type ?? ""), attribute.text))
      case .name: facts.append(("name", attribute.text))
      default: facts.append((attribute.kind.rawValue, attribute.display))
      }
    }
    facts.removeAll { $0.value.isEmpty }
    var back = Participant(id: person.id)
    var speaker = ExmaraldaDocument.Speaker(id: "")
    (speaker.sex, speaker.facts) = (sex, facts)
    amend(&back, speaker)
    return (sex, facts, person.attributes.count { !back.attributes.contains($0) })
  }
}
