extension TEIReader {
  // MARK: Events and remarks, inside utterances and between them

  mutating func startEvent(_ name: TEIName, _ tag: XMLStartTag, isBetween: Bool) {
    let kind = Self.kind(name)
    if options.content == .talk, kind != .gap { return passOver(name, tag) }
    if isMisplaced(kind, tag, isBetween: isBetween) { return passOver(name, tag) }
    let mark = appendMark(kind, tag, isBetween: isBetween)
    if kind == .vocal, Self.isContribution(state.marks[mark].type) {
      state.marks[mark].kind = .contribution
    }
    if state.marks[mark].isCut { state.isAfterCut = true }
    state.openEvent = Int32(mark)
    state.captured.removeAll(keepingCapacity: true)
    frames.append(
      Frame(
        mode: .event,
        name: name,
        category: state.marks[mark].kind == .contribution ? .contributions : .descriptions
      )
    )
  }

  /// Whether the profile has no place for an event: points and changes of voice between utterances.
  private mutating func isMisplaced(
    _ kind: Mark.Kind, _ tag: XMLStartTag, isBetween: Bool
  ) -> Bool {
    guard isBetween, kind == .shift || kind == .anchor else { return false }
    diagnostics.gather(
      .note, .unknownMarkup, at: tag.position,
      "<\(tag.localNameString)> between utterances is not kept",
      do: "nothing", kind: tag.localNameString)
    return true
  }

  /// Counts the text of an event that is not kept.
  private mutating func passOver(_ name: TEIName, _ tag: XMLStartTag) {
    var category = TextAccounting.Category.descriptions
    if name == .vocal {
      tag.forEachAttribute { code, _, value in
        if TEIName(code: code) == .type, Self.isContribution(value.string) {
          category = .contributions
        }
      }
    }
    frames.append(Frame(mode: .skip, name: name, category: category))
  }

  mutating func startInEvent(_ name: TEIName, _ tag: XMLStartTag) {
    let category = frames[frames.count - 1].category
    switch name {
    case .desc:
      endEventText()
      capture(as: .description, category, named: name)
    default: frames.append(Frame(mode: .captureInner, name: name, category: category))
    }
  }

  /// Keeps the words that stand in an event without a `desc` around them.
  private mutating func endEventText() {
    let text = String(decoding: state.captured, as: UTF8.self).collapsed
    state.captured.removeAll(keepingCapacity: true)
    if !text.isEmpty, state.openEvent >= 0 {
      state.marks[Int(state.openEvent)].detail.descriptions.append(text)
    }
  }

  mutating func endEvent() {
    endEventText()
    state.openEvent = -1
  }

  mutating func startNote(_ tag: XMLStartTag, isBetween: Bool) {
    var type: String?
    tag.forEachAttribute { code, _, value in
      if TEIName(code: code) == .type { type = value.string }
    }
    if type == "speaker", !isStrict {
      capture(as: .label, .labels, named: .note)
      return
    }
    let isContribution = Self.isContribution(type)
    if options.content == .talk {
      frames.append(
        Frame(mode: .skip, name: .note, category: isContribution ? .contributions : .notes)
      )
      return
    }
    let mark = appendMark(isContribution ? .contribution : .note, tag, isBetween: isBetween)
    capture(as: .mark(mark), isContribution ? .contributions : .notes, named: .note)
  }

  mutating func capture(
    as capture: TEICapture,
    _ category: TextAccounting.Category,
    named name: TEIName
  ) {
    state.captured.removeAll(keepingCapacity: true)
    state.capture = capture
    frames.append(Frame(mode: .capture, name: name, category: category))
  }

  private static func isContribution(_ type: String?) -> Bool {
    guard let type else { return false }
    return type == "contribution" || type == "interruption" || type == "unauthorized_interruption"
  }

  private static func kind(_ name: TEIName) -> Mark.Kind {
    switch name {
    case .pause: .pause
    case .vocal: .vocal
    case .kinesic: .kinesic
    case .shift: .shift
    case .gap: .gap
    case .anchor, .align: .anchor
    default: .incident
    }
  }

  /// Notes a mark at this place and returns its index.
  mutating func appendMark(_ kind: Mark.Kind, _ tag: XMLStartTag, isBetween: Bool) -> Int {
    let index = state.marks.count
    let offset =
      isBetween
      ? 0
      : state.columns.text.count - state.utteranceStart + (state.pendingSpace ? 1 : 0)
    var mark = Mark(
      kind,
      utterance: state.utteranceCount,
      isBetween: isBetween,
      range: offset..<offset,
      parent: isBetween || state.openStretch < 0 ? nil : Int(state.openStretch),
      section: isBetween ? state.openSections.last : nil
    )
    let position = tag.position
    tag.forEachAttribute { code, namespace, value in
      read(TEIName(code: code), namespace, value, into: &mark.detail, mark: index, position)
    }
    // The BNC says only what the voice becomes.
    if kind == .shift, mark.detail["feature"] == nil { mark.detail["feature"] = "voice" }
    if kind == .unclear { mark.detail["reason"] = mark.detail["reason"].map(ProfileValue.word) }
    mark.detail.attributes.sort { $0.name < $1.name }
    state.marks.append(mark)
    return index
  }

  private mutating func read(
    _ name: TEIName,
    _ namespace: XMLNamespace,
    _ value: XMLBytes,
    into detail: inout Mark.Detail,
    mark: Int,
    _ position: XMLPosition
  ) {
    switch name {
    case .id: detail.attributes.append(.init("xml:id", value.string))
    case .lang:
      if let language = ProfileValue.language(value.string) {
        detail.attributes.append(.init("xml:lang", language))
      }
    case .desc: detail.descriptions.append(value.string)
    case .type, .subtype, .new: append(name, ProfileValue.word(value.string), to: &detail)
    case .reason: append(name, ProfileValue.words(value.string), to: &detail)
    case .n, .dur, .feature, .ana, .resp, .cert, .target:
      append(name, value.string, to: &detail)
    case .who: state.markPeople.append((mark, value.string.pointers, position))
    case .start, .synch, .with:
      let point = point(value, .markStart(mark), position)
      if point != UtteranceColumns.noPoint { detail.start = Int(point) }
    case .end:
      if options.lint { state.timedMarks[mark] = position }
      let point = point(value, .markEnd(mark), position)
      if point != UtteranceColumns.noPoint { detail.end = Int(point) }
    default: break
    }
  }

  private func append(_ name: TEIName, _ value: String, to detail: inout Mark.Detail) {
    if !value.isEmpty { detail.attributes.append(.init(name.text, value)) }
  }
}
