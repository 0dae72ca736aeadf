import Samtale

extension TalkAssembly {
  /// Reads a Transcriber file.
  mutating func readTranscriber(_ bytes: [UInt8]) {
    rest = .markup
    signs = TalkSigns()
    var scanner = TranscriberScanner()
    progress.begin(0.5, of: bytes.count)
    XMLScan.run(encoded(bytes), named: findings.file, &scanner) { progress.tell($0) }
    let file = scanner.finished()
    guard file.isTranscriber else {
      rest = .refused
      return findings.report(
        .error, .notImported, line: 1, "a Transcriber file begins with the element Trans",
        do: "name another format with --from")
    }
    describe(file)
    let labels = addPeople(file.speakers)
    addTalk(file, labels)
    report(file)
  }

  /// The file with its encoding made plain: Transcriber means ISO 8859-1 where it states none.
  private mutating func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let head = bytes.prefix(200)
    let isStated = head.firstRange(of: Array("encoding".utf8)) != nil
    guard !isStated, !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      return bytes
    }
    let text = SourceText(bytes)
    if text.encoding == .windows1252 { findings.guess(.encoding, line: nil) }
    return text.bytes
  }

  private mutating func describe(_ file: TranscriberFile) {
    if let language = file.language { setLanguage(language) }
    builder.header.title = file.title
    builder.header.date = file.date
    builder.header.media = file.media
    for known in [file.title, file.date, file.media] {
      accounted[.header] += known?.unicodeScalars.count ?? 0
    }
    for remark in file.remarks {
      var part = TalkPart(items: [.note(remark.text, type: remark.type)], line: 1)
      part.isRemark = true
      add(part)
    }
  }

  /// - Returns: The labels by the identifiers of speakers.
  private mutating func addPeople(_ speakers: [TranscriberFile.Speaker]) -> [String: String] {
    var labels: [String: String] = [:]
    var taken: Set<String> = []
    for speaker in speakers where labels[speaker.id] == nil {
      var label = speaker.name
      if !taken.insert(label).inserted {
        findings.report(
          .warning, .personDiffers, line: speaker.line,
          "two speakers are called “\(label)”; the second is called “\(label) \(speaker.id)” here",
          do: "give them different names, or one identifier if they are the same person")
        label = "\(label) \(speaker.id)"
        taken.insert(label)
      }
      labels[speaker.id] = label
      accounted[.names] += speaker.name.unicodeScalars.count
      let facts = speaker.facts.compactMap { Self.attribute($0.name, $0.value) }
      accounted[.header] += facts.reduce(0) { $0 + $1.text.unicodeScalars.count }
      people.append((label, { $0.attributes += facts }))
    }
    return labels
  }

  private static func attribute(_ name: String, _ value: String) -> Participant.Attribute? {
    switch (name, value) {
    case ("type", "child"): .init(.age, text: value)
    case ("type", _): .init(.gender, text: value)
    case ("check", _), ("scope", _): .init(.note, type: name, text: value)
    default: .init(.trait, type: name, text: value)
    }
  }

  private mutating func addTalk(_ file: TranscriberFile, _ labels: [String: String]) {
    var sections = file.sections[...]
    var strangers: Set<String> = []
    var shifted = parts.count
    var ranges: [(TranscriberFile.Section, Range<Int>)] = []
    for (i, given) in file.parts.enumerated() {
      shifted += addCuts(before: i, &sections, file, &ranges, shifted)
      var part = given
      for voice in part.voices where labels[voice] == nil { strangers.insert(voice) }
      part.voices = part.voices.map { labels[$0] ?? $0 }
      if let start = part.start, let end = part.end, end < start { part.end = nil }
      add(part)
      shifted += 1
    }
    _ = addCuts(before: file.parts.count, &sections, file, &ranges, shifted)
    addTopics(ranges, file)
    for stranger in strangers.sorted() {
      findings.report(
        .warning, .undeclaredSpeaker, line: nil,
        "the speaker “\(stranger)” is not in the list of speakers",
        do: "add a Speaker with this identifier; it is the label until then")
    }
  }

  /// Notes the sections that begin here, and a cut for those that were not transcribed.
  /// - Returns: The number of parts that were added.
  private mutating func addCuts(
    before part: Int, _ sections: inout ArraySlice<TranscriberFile.Section>,
    _ file: TranscriberFile, _ ranges: inout [(TranscriberFile.Section, Range<Int>)],
    _ place: Int
  ) -> Int {
    var added = 0
    while let section = sections.first, section.parts.lowerBound <= part {
      sections.removeFirst()
      let begin = place + added
      ranges.append((section, begin..<(begin + section.parts.count)))
      let hasTalk = file.parts[section.parts].contains { !$0.isRemark }
      guard section.type == "nontrans", !hasTalk else { continue }
      var cut = MarkDraft.cut()
      cut.start = section.start.map(Self.seconds)
      cut.end = section.end.map(Self.seconds)
      var remark = TalkPart(items: [.event(cut, by: [])], line: section.line)
      remark.isRemark = true
      add(remark)
      added += 1
    }
    return added
  }

  private mutating func addTopics(
    _ ranges: [(TranscriberFile.Section, Range<Int>)], _ file: TranscriberFile
  ) {
    for (section, range) in ranges {
      guard let id = section.topic else { continue }
      guard let label = file.topics[id], !label.isEmpty else {
        findings.report(
          .warning, .danglingPointer, line: section.line,
          "the section names the topic “\(id)”, which is not in the list of topics",
          do: "add a Topic with this identifier")
        continue
      }
      topics.append((label, range))
    }
  }

  private mutating func report(_ file: TranscriberFile) {
    for problem in file.problems {
      findings.report(
        problem.severity, problem.code, line: problem.line, problem.what, do: problem.remedy)
    }
    for loose in file.loose {
      refuse(
        loose.text, line: loose.line, "text that stands in no turn", do: "put it inside a Turn")
    }
    for (name, line) in file.unknown {
      findings.gather(
        .note, .unknownMarkup, line: line, "Transcriber has no element “\(name)”",
        do: "nothing: its text is kept where it stands in a turn")
    }
    for (text, line) in file.badTimes {
      findings.report(
        .warning, .badTime, line: line, "“\(text.prefix(40))” is no time",
        do: "write seconds, such as 12.5; it is taken as unknown")
    }
  }
}
