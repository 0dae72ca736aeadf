// Unsafe pointers: speech is scanned and copied in place, from the parser's memory to the buffer.

extension TEIReader {
  // MARK: Elements inside speech

  mutating func startInSpeech(_ name: TEIName, _ tag: XMLStartTag) {
    switch name {
    case .seg: startSegment(tag)
    case .s, .p, .l, .ab, .lg:
      requestSpace()
      frames.append(Frame(mode: .speech, name: name, separates: true))
    case .w, .pc, .mw: startToken(name, tag)
    case .c:
      state.tokens.depth += 1
      frames.append(Frame(mode: .speech, name: name))
    case .del, .trunc, .unclear: startStretch(name, tag)
    case .pause, .vocal, .kinesic, .incident, .event, .gap, .shift, .anchor, .align, .stage:
      startEvent(name, tag, isBetween: false)
    case .note: startNote(tag, isBetween: false)
    case .desc, .spanGrp, .linkGrp, .link, .listAnnotation, .fs, .interpGrp:
      let category: TextAccounting.Category = name == .desc ? .descriptions : .annotations
      frames.append(Frame(mode: .skip, name: name, category: category))
    case .u: startNestedUtterance(tag)
    // Of a choice between what was said and its correction, what was said.
    case .corr, .reg, .expan:
      frames.append(Frame(mode: .skip, name: name, category: .unknown))
    case .pb, .lb, .cb, .milestone:
      if dividesWords(name, tag), state.tokens.depth == 0 { requestSpace() }
      frames.append(Frame(mode: .speech, name: name))
    default:
      diagnostics.gather(
        .note,
        .unknownMarkup,
        at: tag.position,
        "<\(tag.localNameString)> inside utterances is not kept; its words are",
        do: "nothing",
        kind: tag.localNameString
      )
      frames.append(Frame(mode: .speech, name: name))
    }
  }

  /// Whether a new line begins here, and with it a word (TEI P5, `lb/@break`).
  func dividesWords(_ name: TEIName, _ tag: XMLStartTag) -> Bool {
    guard name == .lb else { return false }
    var divides = true
    tag.forEachAttribute { code, _, value in
      if TEIName(code: code) == .break, value == "no" { divides = false }
    }
    return divides
  }

  mutating func endInSpeech(_ frame: Frame) {
    if frame.mark >= 0 { endStretch(frame) }
    if frame.separates { requestSpace() }
    switch frame.name {
    case .u:
      if frames[frames.count - 1].mode != .speech { finishUtterance() }
    case .w, .pc, .mw, .c: endToken(frame)
    default: break
    }
  }

  /// Paragraph-like segments of others are set off by a space; ours, which have a type, are part of
  /// the running words.
  private mutating func startSegment(_ tag: XMLStartTag) {
    var hasType = false
    tag.forEachAttribute { code, _, _ in
      let name = TEIName(code: code)
      if name == .type || name == .subtype { hasType = true }
    }
    if hasType {
      startStretch(.seg, tag)
    } else if isStrict {
      startStretch(.seg, tag)
    } else {
      requestSpace()
      frames.append(Frame(mode: .speech, name: .seg, separates: true))
    }
  }

  private mutating func startNestedUtterance(_ tag: XMLStartTag) {
    diagnostics.reportLenient(
      .nestedUtterance,
      at: tag.position,
      "an utterance stands inside another",
      do: "end the outer one first; read as words of another inside the turn"
    )
    let mark = appendMark(.contribution, tag, isBetween: false)
    state.marks[mark].detail["type"] = "contribution"
    tag.forEachAttribute { code, _, value in
      if TEIName(code: code) == .who {
        state.markPeople.append((mark, value.string.pointers, tag.position))
      }
    }
    capture(as: .mark(mark), .contributions, named: .note)
  }

  // MARK: Stretches

  private mutating func startStretch(_ name: TEIName, _ tag: XMLStartTag) {
    if options.content == .talk, name != .del, name != .trunc {
      frames.append(Frame(mode: .speech, name: name))
      return
    }
    let kind: Mark.Kind =
      name == .del || name == .trunc ? .deleted : name == .unclear ? .unclear : .segment
    let mark = appendMark(kind, tag, isBetween: false)
    state.openStretch = Int32(mark)
    frames.append(Frame(mode: .speech, name: name, mark: Int32(mark)))
  }

  private mutating func endStretch(_ frame: Frame) {
    let mark = Int(frame.mark)
    let start = state.marks[mark].range.lowerBound
    let end = max(start, state.columns.text.count - state.utteranceStart)
    state.marks[mark].range = start..<end
    state.openStretch = Int32(state.marks[mark].parent ?? -1)
  }

  // MARK: Tokens

  private mutating func startToken(_ name: TEIName, _ tag: XMLStartTag) {
    if isStrict, !state.tokens.isTokenised {
      diagnostics.report(
        .error,
        .tokens,
        at: tag.position,
        "words are marked one by one (<\(name.text)>)",
        do: "write the words as plain text; the profile keeps no tokens"
      )
    }
    frames.append(Frame(mode: .speech, name: name))
    state.tokens.depth += 1
    guard state.tokens.depth == 1 else { return }
    state.tokens.isTokenised = true
    var join: XMLBytes?
    tag.forEachAttribute { code, _, value in if TEIName(code: code) == .join { join = value } }
    let joinsPrevious = state.tokens.joinsNext || join.map { $0 == "left" || $0 == "both" } ?? false
    if join != nil { state.tokens.marksJoins = true }
    state.tokens.joinsNext = join.map { $0 == "right" || $0 == "both" } ?? false
    if state.tokens.hasOwnSpace || state.tokens.writesSpaces {
      let isReal = state.tokens.hasOwnSpace || state.tokens.isAfterBoundary
      state.pendingSpace = state.pendingSpace && isReal
    } else {
      state.pendingSpace = false
      if !joinsPrevious { requestSpace() }
      state.tokens.isAfterBoundary = false
      state.tokens.isUndecided = !joinsPrevious && !state.tokens.marksJoins && name == .pc
    }
    state.tokens.hasOwnSpace = false
  }

  private mutating func endToken(_ frame: Frame) {
    state.tokens.depth -= 1
    if state.tokens.depth == 0, state.pendingSpace, state.tokens.hasOwnSpace {
      state.tokens.writesSpaces = true
    }
    state.tokens.isUndecided = false
  }

  // MARK: Words

  /// Asks for a space before the next word, unless the utterance has no words yet.
  mutating func requestSpace() {
    state.tokens.isAfterBoundary = true
    guard !state.pendingSpace, state.columns.text.count > state.utteranceStart else { return }
    state.pendingSpace = true
    state.isPendingInserted = true
  }

  /// Adds words: white space collapsed, none at the start; everything else as it stands.
  mutating func appendSpeech(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while i < bytes.count {
      if UTF8Scan.isSpace(bytes[i]) {
        i += 1
        noteSpace()
        continue
      }
      if state.tokens.isUndecided { decideSpace(before: bytes[i]) }
      state.tokens.isAfterBoundary = false
      if state.pendingSpace {
        state.columns.text.append(0x20)
        if state.isPendingInserted { state.insertedInUtterance += 1 }
        state.pendingSpace = false
        state.isPendingInserted = false
      }
      let rest = UnsafeBufferPointer(rebasing: bytes[i...])
      var count = max(1, UTF8Scan.collapsedPrefix(rest, afterSpace: false))
      i += count
      let endsInSpace = rest[count - 1] == 0x20
      if endsInSpace { count -= 1 }
      state.columns.text.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<count]))
      if endsInSpace { noteSpace() }
    }
  }

  @inline(__always)
  private mutating func noteSpace() {
    guard state.columns.text.count > state.utteranceStart else { return }
    state.pendingSpace = true
    state.isPendingInserted = false
    // Between tokens white space only lays out the file (the next token decides anew); inside
    // them and in `c` it is real.
    if state.tokens.depth > 0 { state.tokens.hasOwnSpace = true }
  }

  /// Closing punctuation of tokenised text without any marks of joins goes without a space.
  private mutating func decideSpace(before byte: UInt8) {
    state.tokens.isUndecided = false
    if ".,;:!?)]}%".utf8.contains(byte) { state.pendingSpace = false }
  }
}
