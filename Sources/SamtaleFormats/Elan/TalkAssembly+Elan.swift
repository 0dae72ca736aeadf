import Samtale

extension TalkAssembly {
  /// Reads an ELAN file (EAF 2.0 to 3.0).
  ///
  /// Times count from ELAN's zero. How people overlap is told by the times, so no utterance is marked
  /// as overlapping.
  /// - Parameters:
  ///   - bytes: The file.
  ///   - characters: Its length in Unicode scalars.
  mutating func readElan(_ bytes: [UInt8], characters: Int) {
    progress.begin(0.5, of: bytes.count)
    let document = ElanDocument(bytes, named: findings.file, progress)
    total = max(characters, document.delivered)
    rest = document.hasRoot ? .markup : .refused
    signs = TalkSigns()
    for problem in document.problems { report(problem) }
    guard document.hasRoot else {
      return findings.report(
        .error, .notImported, line: nil, "this is no ELAN file",
        do: "name its format with --from, or look whether it was cut off")
    }
    let finder = finder
    let tree = ElanTree(document) { $0.participant != $0.id && finder.isDeclared($0.id) }
    let roles = ElanRoles(tree)
    report(document)
    report(tree)
    for guess in roles.guesses { findings.guess(guess.kind, line: guess.line) }
    let language = readHead(document, roles)
    var talk = ElanTalk(tree, roles, language: language)
    talk.collect()
    add(talk)
  }

  private mutating func add(_ talk: ElanTalk) {
    for finding in talk.findings {
      findings.gather(
        finding.severity, finding.code, line: finding.line, finding.what, do: finding.remedy)
    }
    talk.ownTimes.report(&findings)
    for line in talk.dividedLines { findings.guess(.dividedTimes, line: line) }
    for part in talk.parts { add(part.part) }
    topics = talk.topicRanges
  }

  private mutating func report(_ document: ElanDocument) {
    if document.version == nil {
      findings.report(
        .note, .unknownMarkup, line: 1, "the file does not say its version of the format",
        do: "nothing; it is read as the newest")
    }
    for line in document.badSlots {
      findings.gather(
        .warning, .badTime, line: line, "a time slot has a value that is no time",
        do: "correct it; the time is taken as unknown")
    }
    for duplicate in document.duplicates {
      findings.gather(
        .warning, .duplicateID, line: duplicate.line, "an identifier stands twice",
        do: "open and save the file with ELAN; pointers lead to the first, all words are kept")
    }
  }

  private mutating func report(_ tree: ElanTree) {
    for tier in tree.badTiers {
      findings.gather(
        .warning, .danglingPointer, line: tree.document.tiers[tier].line,
        "a tier hangs on one that is not there, or on itself",
        do: "correct its parent in ELAN; it is read as a tier of its own")
    }
    if tree.brokenChains > 0 {
      findings.report(
        .warning, .sinceCycle, line: nil,
        "\(tree.brokenChains) annotations follow each other in a circle",
        do: "look at their order, which is that of the file")
    }
  }

  /// Reads what the file says of the recording and of people.
  /// - Returns: The language of the talk, if all of it has one.
  private mutating func readHead(_ document: ElanDocument, _ roles: ElanRoles) -> String? {
    let language = document.properties[ElanProperty.language] ?? roles.language
    if let language { setLanguage(language) }
    builder.header.title = document.properties[ElanProperty.title]
    builder.header.date = document.properties[ElanProperty.date]
    builder.number = document.properties[ElanProperty.number]
    builder.header.recordingSeconds = document.properties[ElanProperty.seconds].flatMap(Double.init)
    // In files that Samtale wrote the date is that of the recording.
    if document.author != ElanFile.author, !(document.saved + document.author).isEmpty {
      let author = document.author.isEmpty ? "" : " by \(document.author)"
      let day = document.saved.prefix(10)
      builder.header.remarks.append(
        "The ELAN file was last saved\(day.isEmpty ? "" : " on \(day)")\(author).")
    }
    readMedia(document.media)
    for label in roles.people {
      people.append((label, { _ in }))
      accounted[.names] += label.unicodeScalars.count
    }
    return language
  }

  private mutating func readMedia(_ media: [ElanDocument.Medium]) {
    builder.header.media = media.first?.url.percentDecoded
    if media.count > 1 {
      findings.report(
        .note, .notImported, line: nil, "of \(media.count) recordings the first is named",
        do: "nothing; the others are those that the ELAN file names")
    }
    if let origin = media.first?.origin, origin != 0 {
      findings.report(
        .note, .badTime, line: nil,
        "the recording begins \(origin) ms before time 0; times count from time 0",
        do: "add \(origin) ms to find a place in the recording")
    }
  }
}

extension ElanRoles {
  /// The people who have tiers of talk, in the order of the file.
  var people: [String] {
    var seen: Set<String> = []
    return roles.flatMap { role -> [String] in
      guard case .talk(let speakers, _) = role, speakers.count == 1 else { return [] }
      return speakers.filter { seen.insert($0).inserted }
    }
  }

  /// The language that all tiers of talk have; `nil` if they have several or none.
  var language: String? {
    let languages = zip(roles, tierLanguages).compactMap { role, language -> String?? in
      if case .talk = role { .some(language) } else { nil }
    }
    guard let first = languages.first, languages.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

extension String {
  /// With %XX as the bytes that they stand for, where these are UTF-8.
  var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let bytes = Array(utf8)
    var decoded: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        i += 3
      } else {
        decoded.append(bytes[i])
        i += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? self
  }
}
