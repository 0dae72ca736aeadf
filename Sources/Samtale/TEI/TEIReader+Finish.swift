extension TEIReader {
  /// Makes a transcript of what was read: resolves pointers, builds topics, checks rules.
  mutating func finishDocument() {
    var people = PeopleReader(diagnostics: diagnostics)
    if let header = state.header { people.read(header: header) }
    for element in state.people { people.read(people: element) }
    people.check(knownTeams: Set(shared.teams.map(\.id)))
    diagnostics = people.diagnostics
    accounting.move(people.leftOutCharacters, from: .header, to: .unknown)

    var transcript = Transcript(
      id: state.id ?? XMLNames.valid(Files.stem(file), prefix: "t."),
      language: state.language
    )
    transcript.hasOwnID = state.id != nil
    transcript.number = state.number
    transcript.file = file
    transcript.isIncomplete = state.isIncomplete
    var headerReader = HeaderReader()
    transcript.header = headerReader.read(state.header, fallbackTitle: transcript.id)
    reportLeftOut(headerReader.leftOut.merging(state.leftOut, uniquingKeysWith: +))
    accounting.move(headerReader.leftOutCharacters, from: .header, to: .unknown)
    transcript.participants = people.participants.filter { $0.id != Self.unknownID }
    transcript.teams = people.teams
    transcript.taxonomies = people.taxonomies
    if transcript.roles.isEmpty {
      transcript.taxonomies += shared.taxonomies.filter { $0.id == "roles" }
    }
    resolveTimes()
    resolveSpeakers(&transcript)
    normalizeSections()
    nameUtterances()
    transcript.timeline = state.timeline
    transcript.sections = state.sections
    transcript.marks = state.marks
    transcript.layers = readLayers()
    transcript.columns = state.columns
    var targets = TargetReader(
      columns: state.columns,
      lints: options.lint,
      sink: diagnostics
    )
    transcript.topics = state.topicGroups.flatMap { targets.topics(in: $0) }
    diagnostics = targets.sink
    checkTimes(&transcript)
    if transcript.columns.count == 0 {
      diagnostics.report(
        .warning,
        .noUtterances,
        at: state.position,
        "the transcript holds no utterance",
        do: "check that the talk stands in <u> elements (or <sp>) in the <body>"
      )
    }
    checkOrderAndTeam(transcript)
    if options.lint { lint(transcript) }
    transcript.accounting = accounting
    fileAccounting = fileAccounting + accounting
    accounting = TextAccounting()
    transcriptCount += 1
    let finished = diagnostics.diagnostics
    let gathers = diagnostics.gathers
    diagnostics = DiagnosticSink(file: file)
    diagnostics.gathers = gathers
    state = TEIDocumentState()
    deliver(transcript, finished)
  }

  private mutating func readLayers() -> [AnnotationLayer] {
    var reader = LayerReader()
    let layers = state.annotations.compactMap { reader.layer($0) }
    accounting.move(reader.leftOutCharacters, from: .annotations, to: .unknown)
    guard !reader.leftOut.isEmpty else { return layers }
    let list = reader.leftOut.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value)" }
    diagnostics.gather(
      .note, .unknownMarkup, at: nil,
      "stand-off annotations that are not kept: \(list.joined(separator: ", "))", do: "nothing")
    return layers
  }

  /// Stands in `who` for a speaker whom the transcriber did not know.
  static let unknownID = "unknown"

  private mutating func reportLeftOut(_ leftOut: [String: Int]) {
    guard !leftOut.isEmpty else { return }
    let list = leftOut.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value)" }
    diagnostics.gather(
      .note,
      .unknownMarkup,
      at: nil,
      "parts of the header or of people that are not kept: \(list.joined(separator: ", "))",
      do: "nothing"
    )
  }

  // MARK: Identifiers

  /// Gives utterances without an identifier one, so that every number can be traced to them, and
  /// makes the others ones that XML allows; what points to them follows.
  private mutating func nameUtterances() {
    let columns = state.columns
    let old = (0..<columns.count).map { columns.ids[$0] }
    guard !old.allSatisfy(XMLNames.isValid) else { return }
    var taken = Set(old.filter(XMLNames.isValid))
    var renamed: [String: String] = [:]
    var named = ByteStrings()
    for (i, id) in old.enumerated() {
      guard !XMLNames.isValid(id) else {
        named.append(id)
        continue
      }
      var new = id.isEmpty ? "u\(i + 1)" : XMLNames.valid(id, prefix: "u.")
      while !taken.insert(new).inserted { new += "_" }
      named.append(new)
      if !id.isEmpty { renamed[id] = renamed[id] ?? new }
    }
    state.columns.ids = named
    rename(renamed)
  }

  private mutating func rename(_ names: [String: String]) {
    guard !names.isEmpty else { return }
    for i in state.columns.details.indices {
      let detail = state.columns.details[i]
      state.columns.details[i].previous = detail.previous.map { names[$0] ?? $0 }
      state.columns.details[i].next = detail.next.map { names[$0] ?? $0 }
    }
    for i in state.annotations.indices { state.annotations[i].rename(names) }
    for i in state.topicGroups.indices { state.topicGroups[i].rename(names) }
  }

  // MARK: Sections

  /// Sees to it that a section holds either utterances or sections: loose utterances beside
  /// sections get one of their own.
  private mutating func normalizeSections() {
    guard !state.sections.isEmpty else { return }
    var normalizer = SectionNormalizer(state.sections, state.columns.sections, state.marks)
    guard normalizer.isNeeded else { return }
    normalizer.run()
    state.sections = normalizer.sections
    state.columns.sections = normalizer.assignments
    state.marks = normalizer.marks
  }
}
