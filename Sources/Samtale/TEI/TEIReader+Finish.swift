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

  // MARK: Times

  private mutating func resolveTimes() {
    let unresolved = state.unresolvedTimes
    state.unresolvedTimes = []
    var made: [String: Int] = [:]
    for entry in unresolved {
      let pointer = entry.pointer.split(separator: "#").last.map(String.init) ?? entry.pointer
      let point: Int
      if let known = state.pointIDs.find(pointer) {
        point = state.points[known]
      } else if let earlier = made[pointer] {
        point = earlier
      } else if !entry.pointer.contains("#"),
        let time = TimeText.clock(pointer) ?? TimeText.microseconds(pointer)
      {
        // Times without a timeline count from its beginning.
        if state.timeline.count == 0 {
          _ = state.timeline.append(id: freePointID(), microseconds: 0)
        }
        point = state.timeline.append(id: freePointID(), microseconds: time)
        made[pointer] = point
      } else {
        reportDangling(entry)
        continue
      }
      place(point, entry.place)
    }
  }

  mutating func freePointID() -> String {
    var number = state.timeline.count
    while state.pointIDs.find("T\(number)") != nil { number += 1 }
    let id = "T\(number)"
    if state.pointIDs.insert(id).isNew { state.points.append(state.timeline.count) }
    return id
  }

  private mutating func place(_ point: Int, _ place: TEIDocumentState.UnresolvedTime.Place) {
    switch place {
    case .start(let utterance): state.columns.starts[utterance] = UInt32(point)
    case .end(let utterance): state.columns.ends[utterance] = UInt32(point)
    case .mark(let mark), .markStart(let mark): state.marks[mark].detail.start = point
    case .markEnd(let mark): state.marks[mark].detail.end = point
    }
  }

  private mutating func reportDangling(_ entry: TEIDocumentState.UnresolvedTime) {
    diagnostics.reportLenient(
      .danglingPointer,
      at: entry.position,
      "\(entry.pointer) names no point of the timeline",
      do: "add the point or correct the pointer; the time is taken as unknown"
    )
  }

  /// Where an utterance begins in the file.
  func position(ofUtterance i: Int) -> XMLPosition {
    XMLPosition(line: Int(state.columns.lines[i]), column: Int(state.sourceColumns[i]))
  }

  /// Ends before starts, and `trans` that the times contradict.
  private mutating func checkTimes(_ transcript: inout Transcript) {
    let columns = transcript.columns
    let times = transcript.timeline.microseconds
    let time = { (point: UInt32) -> Int64? in
      guard point != UtteranceColumns.noPoint, times[Int(point)] != Timeline.unknown else {
        return nil
      }
      return times[Int(point)]
    }
    var previousEnd: Int64?
    var latestEnd = Int64.min
    for i in 0..<columns.count {
      let start = time(columns.starts[i])
      let end = time(columns.ends[i])
      if let start, let end, end < start {
        diagnostics.reportLenient(
          .endBeforeStart,
          at: position(ofUtterance: i),
          "the utterance \(columns.ids[i]) ends before it starts",
          do: "exchange start and end, or correct the times"
        )
      }
      let transition = Transition(rawValue: columns.flags[i] & UtteranceColumns.transitionMask)
      if let transition, let start, let before = previousEnd,
        contradicts(transition, gap: start - before)
      {
        diagnostics.reportLenient(
          .transContradictsTimes,
          at: position(ofUtterance: i),
          "trans=\"\(transition.name)\", but by its times the utterance starts "
            + (start < before ? "before" : "after") + " the end of the one before",
          do: "correct the time stamps or trans"
        )
      }
      // After an utterance whose end is not known nothing can be said.
      let isSound = end != nil && (start ?? Int64.min) <= (end ?? Int64.min)
      latestEnd = max(latestEnd, end ?? Int64.min)
      previousEnd = isSound ? latestEnd : nil
    }
  }

  private mutating func checkOrderAndTeam(_ transcript: Transcript) {
    if !transcript.isInStartOrder {
      diagnostics.gather(
        .warning, .outOfStartOrder, at: state.position,
        "the utterances do not stand in the order of their starts; turns follow the times",
        do: "nothing, if the times are right")
    }
    if transcript.teams.count > 1, transcript.team == nil {
      diagnostics.gather(
        .note, .noTeam, at: state.position, "the team whose meeting this is cannot be told",
        do: "name it in settingDesc/setting: <name type=\"team\">…</name>")
    }
  }

  private func contradicts(_ transition: Transition, gap: Int64) -> Bool {
    switch transition {
    case .overlap: gap > 0
    case .pause: gap < 0
    case .latching: abs(gap) > 500_000
    case .smooth: false
    }
  }

  // MARK: Speakers

  private mutating func resolveSpeakers(_ transcript: inout Transcript) {
    var resolver = SpeakerResolver(participants: transcript.participants, shared: shared)
    var codes: [Int32] = []
    for i in 0..<state.who.count {
      let text = state.who.strings[i]
      let people = text.tokens.map { resolver.participant($0, label: state.whoLabels[i]) }
      codes.append(speakerCode(people.compactMap { $0 }))
    }
    checkPointers(resolver)
    for i in 0..<state.columns.speakers.count where state.columns.speakers[i] >= 0 {
      state.columns.speakers[i] = codes[Int(state.columns.speakers[i])]
    }
    resolveAddressees(&resolver)
    for entry in state.markPeople {
      let people = entry.pointers.compactMap { resolver.participant("#" + $0, label: nil) }
      state.marks[entry.mark].detail.participants = people
    }
    transcript.participants = resolver.participants
    addSharedTeams(&transcript)
  }

  /// Teams that the corpus declares and that people of this transcript belong to.
  private func addSharedTeams(_ transcript: inout Transcript) {
    var known = Set(transcript.teams.map(\.id))
    let used = Set(transcript.participants.flatMap(\.memberships).map(\.team))
    for team in shared.teams where used.contains(team.id) && known.insert(team.id).inserted {
      transcript.teams.append(team)
    }
  }

  private mutating func resolveAddressees(_ resolver: inout SpeakerResolver) {
    guard !state.addressees.isEmpty else { return }
    var details = Dictionary(
      uniqueKeysWithValues: state.columns.details.map { ($0.utterance, $0) })
    for entry in state.addressees {
      let people = entry.pointers.compactMap { resolver.participant("#" + $0, label: nil) }
      details[entry.utterance, default: UtteranceDetail(utterance: entry.utterance)].addressees =
        people
    }
    state.columns.details = details.values.sorted { $0.utterance < $1.utterance }
  }

  private mutating func speakerCode(_ pointers: [Int]) -> Int32 {
    // The same people in any order are the same speakers; nobody speaks twice at once.
    let people = Set(pointers).sorted()
    if people.isEmpty { return -1 }
    if people.count == 1 { return Int32(people[0]) }
    if let known = state.columns.speakerSets.firstIndex(of: people) { return Int32(-2 - known) }
    state.columns.speakerSets.append(people)
    return Int32(-1 - state.columns.speakerSets.count)
  }

  /// Reports what is wrong with pointers to speakers: at each utterance under the profile, else all
  /// undeclared speakers in one sentence.
  private mutating func checkPointers(_ resolver: SpeakerResolver) {
    var faults: [Int: (withoutHash: [String], undeclared: [String])] = [:]
    for i in 0..<state.who.count {
      let pointers = state.who.strings[i].tokens
      let withoutHash = isStrict ? pointers.filter { !$0.contains("#") } : []
      let undeclared = pointers.filter { resolver.isUndeclared($0) }
      if !withoutHash.isEmpty || !undeclared.isEmpty { faults[i] = (withoutHash, undeclared) }
    }
    guard !faults.isEmpty else { return }
    var first: Int?
    var utterances = 0
    for i in 0..<state.columns.speakers.count {
      guard let fault = faults[Int(state.columns.speakers[i])] else { continue }
      first = first ?? i
      utterances += 1
      if isStrict { reportPointers(fault.withoutHash, fault.undeclared, at: i) }
    }
    guard !isStrict, let first else { return }
    let names = faults.sorted { $0.key < $1.key }.flatMap(\.value.undeclared)
    reportUndeclared(names, utterances: utterances, first: first)
  }

  private mutating func reportPointers(
    _ withoutHash: [String], _ undeclared: [String], at utterance: Int
  ) {
    let position = position(ofUtterance: utterance)
    for pointer in withoutHash {
      diagnostics.report(
        .error, .pointerWithoutHash, at: position, "the pointer \(pointer) lacks its #",
        do: "write who=\"#\(pointer)\"")
    }
    for pointer in undeclared {
      diagnostics.report(
        .error, .undeclaredSpeaker, at: position, "\(pointer) is not among the participants",
        do: "declare the person in particDesc/listPerson, or correct the pointer")
    }
  }

  private mutating func reportUndeclared(_ names: [String], utterances: Int, first: Int) {
    let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
    let one = names.count == 1
    diagnostics.report(
      .warning, .undeclaredSpeaker, at: position(ofUtterance: first),
      "\(names.count) \(one ? "speaker is" : "speakers are") not among the participants: \(shown) "
        + "(\(utterances) \(utterances == 1 ? "utterance" : "utterances"), the first here)",
      do: "declare them in particDesc/listPerson, or name the corpus file that does")
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

/// Finds the participants that pointers name, and makes those that nobody declared.
struct SpeakerResolver {
  private(set) var participants: [Participant]
  private(set) var undeclared: Set<String> = []
  private var byID: [String: Int] = [:]
  private var taken: Set<String>
  private var byOther: [String: Int] = [:]
  private let shared: SharedDeclarations

  init(participants: [Participant], shared: SharedDeclarations) {
    self.participants = participants
    self.shared = shared
    taken = Set(participants.map(\.id))
    for (i, participant) in participants.enumerated() {
      if byID[participant.id] == nil { byID[participant.id] = i }
    }
    for (i, participant) in participants.enumerated() {
      let aliases = participant.attributes.filter { $0.kind == .name }.map(\.text)
      for key in [participant.label].compactMap({ $0 }) + aliases where byOther[key] == nil {
        byOther[key] = i
      }
    }
  }

  /// Whether a pointer names somebody whom nobody declares.
  func isUndeclared(_ pointer: String) -> Bool {
    let id = pointer.lastIndex(of: "#").map { String(pointer[pointer.index(after: $0)...]) }
    return undeclared.contains(id ?? pointer)
  }

  /// The participant that a pointer names: by identifier, by printed label or name, among the people
  /// of the corpus, without a prefix — else a new, undeclared one. `nil` for the unknown speaker.
  mutating func participant(_ pointer: String, label: String?) -> Int? {
    let id =
      pointer.lastIndex(of: "#").map { String(pointer[pointer.index(after: $0)...]) }
      ?? pointer
    guard !id.isEmpty, id != TEIReader.unknownID else { return nil }
    if let known = byID[id] ?? byOther[id] { return known }
    if let declared = shared.participants[id] { return add(declared, as: id) }
    if let dot = id.firstIndex(of: "."), let known = byID[String(id[id.index(after: dot)...])] {
      return known
    }
    undeclared.insert(id)
    return add(Participant(id: freeID(id), label: label, isUndeclared: true), as: id)
  }

  /// A valid identifier that nobody has yet.
  private func freeID(_ id: String) -> String {
    var free = XMLNames.valid(id, prefix: "p.")
    while taken.contains(free) { free += "_" }
    return free
  }

  private mutating func add(_ participant: Participant, as id: String) -> Int {
    participants.append(participant)
    taken.insert(participant.id)
    byID[id] = participants.count - 1
    return participants.count - 1
  }
}
