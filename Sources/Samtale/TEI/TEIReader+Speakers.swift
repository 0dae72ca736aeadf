extension TEIReader {
  // MARK: Speakers

  mutating func resolveSpeakers(_ transcript: inout Transcript) {
    var resolver = SpeakerResolver(participants: transcript.participants, shared: shared)
    var codes: [Int32] = []
    var sets: [[Int]: Int32] = [:]
    for i in 0..<state.who.count {
      let text = state.who.strings[i]
      let people = text.tokens.map { resolver.participant($0, label: state.whoLabels[i]) }
      codes.append(speakerCode(people.compactMap { $0 }, &sets))
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

  /// The code of those who speak; `known` holds the codes that several people have already.
  private mutating func speakerCode(_ pointers: [Int], _ known: inout [[Int]: Int32]) -> Int32 {
    // The same people in any order are the same speakers; nobody speaks twice at once.
    let people = Set(pointers).sorted()
    if people.isEmpty { return -1 }
    if people.count == 1 { return Int32(people[0]) }
    if let code = known[people] { return code }
    state.columns.speakerSets.append(people)
    let code = Int32(-1 - state.columns.speakerSets.count)
    known[people] = code
    return code
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
}
