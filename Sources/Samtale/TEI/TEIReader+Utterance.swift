extension TEIReader {
  // MARK: Utterances

  mutating func startUtterance(_ tag: XMLStartTag) {
    let index = state.utteranceCount
    let position = tag.position
    var who: XMLBytes?
    var id: XMLBytes?
    var flags: UInt8 = state.isAfterCut ? UtteranceColumns.cutBefore : 0
    var start = UtteranceColumns.noPoint
    var end = UtteranceColumns.noPoint
    var detail = UtteranceDetail(utterance: index)
    tag.forEachAttribute { code, namespace, value in
      switch TEIName(code: code) {
      case .id: id = value
      case .who: who = value
      case .start: start = point(value, .start(index), position)
      case .end: end = point(value, .end(index), position)
      case .trans: flags |= transition(value, position)
      case .toWhom: state.addressees.append((index, value.string.pointers))
      case .ana: detail.analysis = value.string.pointers
      case .lang: detail.language = ProfileValue.language(value.string)
      case .n: detail.number = value.string
      case .dur: detail.duration = value.string
      case .prev: detail.previous = value.string.pointers.first
      case .next: detail.next = value.string.pointers.first
      default: break
      }
    }
    if let block = state.block { adopt(block, index, position, &who, &start, &end) }
    if who == nil, let bytes = state.block?.who {
      bytes.withUnsafeBufferPointer { appendSpeaker($0, position) }
    } else {
      appendSpeaker(who?.buffer ?? UnsafeBufferPointer(start: nil, count: 0), position)
    }
    if let id {
      state.columns.ids.append(id.buffer)
    } else {
      state.columns.ids.append(state.block.flatMap { $0.hasUtterance ? nil : $0.id } ?? "")
    }
    state.block?.hasUtterance = true
    state.columns.starts.append(start)
    state.columns.ends.append(end)
    state.columns.flags.append(flags)
    state.columns.sections.append(Int32(state.openSections.last ?? -1))
    state.columns.lines.append(UInt32(clamping: position.line))
    state.sourceColumns.append(UInt32(clamping: position.column))
    if !detail.isEmpty { state.columns.details.append(detail) }
    beginSpeech()
    frames.append(Frame(mode: .speech, name: .u))
  }

  private mutating func beginSpeech() {
    state.isAfterCut = false
    state.isInUtterance = true
    state.utteranceStart = state.columns.text.count
    state.pendingSpace = false
    state.isPendingInserted = false
    state.speechRead = 0
    state.openStretch = -1
    state.tokens.isTokenised = false
    state.tokens.joinsNext = false
    state.tokens.isUndecided = false
    state.tokens.hasOwnSpace = false
  }

  private mutating func adopt(
    _ block: TEIBlock,
    _ index: Int,
    _ position: XMLPosition,
    _ who: inout XMLBytes?,
    _ start: inout UInt32,
    _ end: inout UInt32
  ) {
    guard !block.hasUtterance else { return }
    if start == UtteranceColumns.noPoint, let pointer = block.start {
      start = point(pointer, .start(index), position)
    }
    if end == UtteranceColumns.noPoint, let pointer = block.end {
      end = point(pointer, .end(index), position)
    }
  }

  /// Notes who speaks; pointers are resolved when all people are known.
  private mutating func appendSpeaker(
    _ who: UnsafeBufferPointer<UInt8>,
    _ position: XMLPosition
  ) {
    if who.allSatisfy(UTF8Scan.isSpace) {
      state.columns.speakers.append(-1)
      diagnostics.reportLenient(
        .missingSpeaker,
        at: position,
        "an utterance names no speaker",
        do: "add who=\"#…\"; such utterances are counted under “unknown”"
      )
    } else {
      let pointer = state.who.intern(who)
      state.columns.speakers.append(Int32(pointer))
      if let label = state.printedLabel, state.whoLabels[pointer] == nil {
        state.whoLabels[pointer] = label
      }
    }
    state.printedLabel = nil
  }

  private mutating func transition(_ value: XMLBytes, _ position: XMLPosition) -> UInt8 {
    if let transition = Transition(value.string) { return transition.rawValue }
    diagnostics.reportLenient(
      .badTransition,
      at: position,
      "trans=\"\(value.string)\" is not a word that TEI knows",
      do: "use smooth, latching, overlap or pause"
    )
    return 0
  }

  mutating func finishUtterance() {
    guard state.isInUtterance else { return }
    state.isInUtterance = false
    let end = state.columns.text.count
    guard end <= Int(UInt32.max) else {
      diagnostics.report(
        .error,
        .tooMuchText,
        at: state.position,
        "the transcript holds more than 4 GB of text",
        do: "split it"
      )
      return
    }
    state.columns.textEnds.append(UInt32(end))
    clampMarks(to: end - state.utteranceStart)
    let kept = state.columns.text.withUnsafeBufferPointer {
      UTF8Scan.scalarCount(UnsafeBufferPointer(rebasing: $0[state.utteranceStart..<end]))
    }
    let original = kept - state.insertedInUtterance
    accounting.insertedSpaces += state.insertedInUtterance
    state.insertedInUtterance = 0
    accounting[.speech] += original
    accounting[.collapsed] += state.speechRead - original
  }

  /// White space at the end of an utterance is no text: marks there move to the end of the words.
  private mutating func clampMarks(to length: Int) {
    var i = state.marks.count - 1
    while i >= 0, !state.marks[i].isBetween, state.marks[i].utterance == state.utteranceCount - 1 {
      let range = state.marks[i].range
      let start = min(range.lowerBound, length)
      state.marks[i].range = start..<min(max(range.upperBound, start), length)
      i -= 1
    }
  }

  // MARK: Turns of plays and other staged talk

  mutating func startStagedTurn(_ tag: XMLStartTag) {
    startUtterance(tag)
    state.printedLabel = nil
    frames[frames.count - 1] = Frame(mode: .stagedTurn, name: .sp)
  }

  mutating func startInStagedTurn(_ name: TEIName, _ tag: XMLStartTag) {
    switch name {
    case .speaker:
      frames.append(Frame(mode: .capture, name: name, category: .labels))
      state.captured = []
      state.capture = .label
    case .p, .l, .ab, .seg, .s, .lg:
      requestSpace()
      frames.append(Frame(mode: .speech, name: name, separates: true))
    default: startInSpeech(name, tag)
    }
  }

  /// Ends a turn of staged talk. Its label stands inside it, so only now is known whose it is; where
  /// there is no `who`, the label says it.
  mutating func finishStagedTurn() {
    if let label = state.printedLabel, let speaker = state.columns.speakers.last {
      if speaker >= 0 {
        if state.whoLabels[Int(speaker)] == nil { state.whoLabels[Int(speaker)] = label }
      } else {
        var pointer = "#" + XMLNames.valid(label, prefix: "p.")
        let known = pointer.withUTF8 { state.who.intern($0) }
        state.columns.speakers[state.columns.speakers.count - 1] = Int32(known)
        state.whoLabels[known] = label
      }
    }
    state.printedLabel = nil
    finishUtterance()
  }
}
