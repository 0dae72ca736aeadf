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
    for layer in transcript.layers { check(layer.element, &targets) }
    diagnostics = targets.sink
    checkRecording(transcript)
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
