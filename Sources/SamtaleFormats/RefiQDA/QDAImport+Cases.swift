import Samtale

// Cases: people where they match speakers, else codes and memos.
extension QDAImport {
  /// Finds the participants for whom cases stand: those in whose turns all selections of the case
  /// lie, else those who are called as the case is.
  mutating func matchCases() {
    // Places are needed now already; they are found again, and reported, once talk is final.
    let kept = findings
    placeSelections()
    findings = kept
    let called = participantsByName()
    for item in project.cases where speakers[item.id] == nil {
      let chosen = Dictionary(grouping: item.selections) { places[$0]?.text ?? -1 }
      let meant = Swift.Set(item.sources.compactMap { textsBySource[$0] }).union(chosen.keys)
      var found: [Int: Int] = [:]
      for (text, index) in called[item.name] ?? []
      where item.sources.isEmpty || meant.contains(text) { found[text] = found[text] ?? index }
      for (text, selections) in chosen where text >= 0 {
        guard let transcript = texts[text].transcript else { continue }
        if let index = onlySpeaker(selections, transcript) { found[text] = index }
      }
      if !found.isEmpty { speakers[item.id] = found }
    }
    for item in project.cases where QDACaseName.isDerived(item) {
      speakers[item.id] = nil
    }
    places = [:]
  }

  /// The participants of all texts by their labels and names.
  private func participantsByName() -> [String: [(text: Int, index: Int)]] {
    var called: [String: [(text: Int, index: Int)]] = [:]
    for (text, item) in texts.enumerated() {
      for (index, person) in (item.transcript?.participants ?? []).enumerated() {
        for name in Swift.Set([person.label, person.name].compactMap(\.self)) {
          called[name, default: []].append((text, index))
        }
      }
    }
    return called
  }

  /// The participant in whose turns all of some selections lie; `nil` if it may be several.
  private func onlySpeaker(_ selections: [Identifier], _ transcript: Transcript) -> Int? {
    var people: Swift.Set<Int>?
    for selection in selections {
      guard let place = places[selection]?.place else { return nil }
      let here = speaking(at: place, transcript)
      people = people?.intersection(here) ?? here
    }
    return people?.count == 1 ? people?.first : nil
  }

  /// Those who speak in every utterance of a place.
  private func speaking(at place: StudyTEI.ReadPlace, _ transcript: Transcript) -> Swift.Set<Int> {
    guard case .stretches(let stretches) = place, let first = stretches.first else { return [] }
    let utterances = transcript.utterances
    var people = Swift.Set(utterances[first.utterance].speakers)
    for stretch in stretches.dropFirst() where !people.isEmpty {
      people.formIntersection(utterances[stretch.utterance].speakers)
    }
    return people
  }

  /// What cases say of people, by text and label.
  func attributesOfPeople() -> [Int: [String: (inout Participant) -> Void]] {
    var attributes: [Int: [String: (inout Participant) -> Void]] = [:]
    for item in project.cases {
      let facts = item.values.map {
        (name: project.variables[$0.variable] ?? $0.variable.short, value: $0.text)
      }
      guard !facts.isEmpty else { continue }
      for (text, index) in speakers[item.id] ?? [:] {
        guard let label = texts[text].transcript?.participants[index].label else { continue }
        attributes[text, default: [:]][label] = { participant in
          for fact in facts { QDAVariable.add(fact.name, fact.value, to: &participant) }
        }
      }
    }
    return attributes
  }

  // MARK: What cases hold

  /// Whether everything at a place is said by the people for whom a case stands.
  func isSaid(by item: Identifier, at selected: Selected) -> Bool {
    guard let index = speakers[item]?[selected.text],
      let transcript = texts[selected.text].transcript
    else { return false }
    return speaking(at: selected.place, transcript).contains(index)
  }

  /// The code that stands for a case which is no speaker.
  mutating func code(of item: QDAProject.Case) -> Int {
    code(
      Identifier(deriving: ["REFI-QDA", "case", item.id.description]), named: "Case: \(item.name)")
  }

  /// Selections of cases: those of speakers say again who speaks; others become codings.
  mutating func readCases() {
    var spoken = 0
    var documented = 0
    for item in project.cases where !QDACaseName.isDerived(item) {
      for selection in item.selections {
        guard let selected = places[selection] else { continue }
        if isSaid(by: item.id, at: selected) {
          spoken += 1
        } else {
          let id = Identifier(
            deriving: ["REFI-QDA", "case", item.id.description, selection.description])
          addCoding(
            StudyTEI.ReadCoding(
              id: claim(id, ["case coding"]), isOurs: project.isOurs, code: code(of: item),
              place: selected.place), in: selected.text)
        }
      }
      // A person of ours whom no text names says nothing.
      guard speakers[item.id] == nil, !holdsOurs else { continue }
      documented += 1
      document(item)
    }
    if spoken > 0 {
      findings.report(
        .note, .notImported, line: nil,
        "\(spoken) × selection that only says whose turn it is, as the transcript does",
        do: "nothing")
    }
    if documented > 0 {
      findings.report(
        .note, .notImported, line: nil,
        "\(documented) × case that is none of the speakers, kept as a memo with its variables and "
          + "sources; its selections are coded “Case: …”", do: "nothing, if that is enough")
    }
  }

  private mutating func document(_ item: QDAProject.Case) {
    var lines = [item.description].compactMap(\.self)
    lines += item.values.map {
      "\(project.variables[$0.variable] ?? $0.variable.short): \($0.text)"
    }
    for id in item.sources {
      let name = sourceNames[id] ?? "not there (\(id.short))"
      lines.append("Source: \(name)")
    }
    if !item.selections.isEmpty { lines.append("Selections: \(item.selections.count)") }
    addGeneral(
      "Case: \(item.name)", lines.joined(separator: "\n"),
      from: ["case memo", item.id.description])
  }
}

/// Names of cases that Samtale makes of roles and teams.
enum QDACaseName {
  static let role = "Role: "
  static let team = "Team: "

  private static let start = "Samtale: "

  /// What such a case is, as its description.
  static func description(_ what: String) -> String { start + what }

  /// Whether a case says nothing that the cases of people do not say.
  static func isDerived(_ item: QDAProject.Case) -> Bool {
    item.description?.hasPrefix(start) == true
      && (item.name.hasPrefix(role) || item.name.hasPrefix(team))
  }
}
