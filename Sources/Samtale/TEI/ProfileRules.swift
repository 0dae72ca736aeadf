// The rules of the profile that a grammar cannot see, checked when linting. Rules about single
// utterances stand where these are read.

extension TEIReader {
  /// Notes every identifier of the file and reports those that occur twice.
  mutating func collectID(_ tag: XMLStartTag) {
    var id: XMLBytes?
    tag.forEachAttribute { code, namespace, value in
      if TEIName(code: code) == .id, namespace == .xml { id = value }
    }
    guard let id else { return }
    let known = state.ids.count
    guard state.ids.intern(id.buffer) < known else { return }
    diagnostics.reportLenient(
      .duplicateID,
      at: tag.position,
      "the identifier \(id.string) is used twice",
      do: "give one of the elements another xml:id"
    )
  }

  /// Checks annotations, participants and the recording of a finished document.
  mutating func lint(_ transcript: Transcript) {
    var targets = TargetReader(columns: transcript.columns, lints: true, sink: diagnostics)
    for layer in transcript.layers { check(layer: layer.element, &targets) }
    for span in state.topicGroups.flatMap(\.elements) { checkCodes(span, &targets) }
    diagnostics = targets.sink
    checkTranslations(transcript)
    checkUtterances(transcript)
    checkEvents(transcript)
    checkRecording(transcript)
  }

  /// Checks where a layer's pointers lead; those of translations are read by
  /// ``checkTranslations(_:)``.
  private mutating func check(layer: MarkupElement, _ targets: inout TargetReader) {
    guard TranslationReader.isTranslations(layer) else { return check(layer, &targets) }
    checkCodes(layer, &targets)
    for span in layer.elements { checkCodes(span, &targets) }
  }

  private mutating func check(_ element: MarkupElement, _ targets: inout TargetReader) {
    if let from = element["from"] {
      let first = checkTarget(from, element, &targets)
      let last = element["to"].flatMap { checkTarget($0, element, &targets) } ?? first
      if let first, let last, last < first { targets.reportReversed(element) }
    }
    for pointer in element["target"]?.tokens ?? [] {
      _ = checkTarget(pointer, element, &targets)
    }
    checkCodes(element, &targets)
    for child in element.elements { check(child, &targets) }
  }

  /// Reports a pointer that leads nowhere; returns the utterance if it leads to one.
  private func checkTarget(
    _ pointer: String,
    _ element: MarkupElement,
    _ targets: inout TargetReader
  ) -> Int? {
    switch targets.target(pointer) {
    case .utterance(let index): return index
    case .stretch(let stretch): return stretch.utterance
    case .other(let id):
      if state.ids.find(id) == nil { targets.report(.other(id), pointer, element) }
      return nil
    case let problem:
      targets.report(problem, pointer, element)
      return nil
    }
  }

  private func checkCodes(_ element: MarkupElement, _ targets: inout TargetReader) {
    for code in element["ana"]?.pointers ?? [] where state.ids.find(code) == nil {
      targets.sink.reportLenient(
        .undeclaredCode,
        at: element.position,
        "the code \(code) is not declared",
        do: "add it to a taxonomy, or correct the pointer"
      )
    }
    for pointer in (element["resp"]?.pointers ?? []) where state.ids.find(pointer) == nil {
      // `#auto` stands for the computer, which is nobody's element.
      guard pointer != "auto" else { continue }
      targets.sink.reportLenient(
        .danglingPointer,
        at: element.position,
        "resp=\"#\(pointer)\" names nobody in this file",
        do: "declare the person in titleStmt/respStmt, or correct the pointer"
      )
    }
  }

  /// Codes and links that utterances name.
  private mutating func checkUtterances(_ transcript: Transcript) {
    for detail in transcript.columns.details {
      let position = position(ofUtterance: detail.utterance)
      for code in isStrict ? detail.analysis : [] where isUnknown(code) {
        diagnostics.reportLenient(
          .undeclaredCode, at: position, "the code \(code) is not declared",
          do: "add it to a taxonomy, or correct the pointer")
      }
      for link in [detail.previous, detail.next].compactMap({ $0 }) where isUnknown(link) {
        diagnostics.reportLenient(
          .danglingPointer, at: position, "#\(link) leads to nothing in this file",
          do: "correct prev or next, or remove it")
      }
    }
    for entry in state.addressees {
      report(people: entry.pointers, at: position(ofUtterance: entry.utterance))
    }
  }

  private mutating func checkEvents(_ transcript: Transcript) {
    for entry in state.markPeople { report(people: entry.pointers, at: entry.position) }
    for (i, mark) in transcript.marks.enumerated() {
      guard let start = mark.detail.start.flatMap(transcript.timeline.seconds),
        let end = mark.detail.end.flatMap(transcript.timeline.seconds), end < start
      else { continue }
      diagnostics.reportLenient(
        .endBeforeStart, at: state.timedMarks[i], "the \(mark.kind.rawValue) ends before it starts",
        do: "exchange start and end, or correct the times")
    }
  }

  /// Reports people whom nobody declares; in others' TEI, whose people may be declared elsewhere,
  /// only as speakers.
  private mutating func report(people pointers: [String], at position: XMLPosition) {
    guard isStrict else { return }
    for pointer in pointers where isUnknown(pointer) && pointer != Self.unknownID {
      diagnostics.report(
        .error, .undeclaredSpeaker, at: position, "#\(pointer) is not among the participants",
        do: "declare the person in particDesc/listPerson, or correct the pointer")
    }
  }

  private func isUnknown(_ id: String) -> Bool {
    state.ids.find(id) == nil
  }

  private mutating func checkRecording(_ transcript: Transcript) {
    guard let stated = transcript.header.recordingSeconds, let last = transcript.timeline.end,
      last > stated + 1
    else { return }
    diagnostics.reportLenient(
      .durationDisagrees,
      at: state.position,
      "the recording is stated to last \(Decimals.clock(seconds: stated)), but time stamps reach "
        + Decimals.clock(seconds: last),
      do: "correct recording/@dur or the time stamps"
    )
  }
}
