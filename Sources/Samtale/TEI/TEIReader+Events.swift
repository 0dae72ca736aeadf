extension TEIReader {
  // MARK: Events and remarks, inside utterances and between them

  mutating func startEvent(_ name: TEIName, _ tag: XMLStartTag, isBetween: Bool) {
    let kind = Self.kind(name)
    if options.content == .talk, kind != .gap { return passOver(name, tag) }
    let mark = appendMark(kind, tag, isBetween: isBetween)
    if kind == .vocal, Self.isContribution(state.marks[mark].type) {
      state.marks[mark].kind = .contribution
    }
    if state.marks[mark].isCut { state.isAfterCut = true }
    state.openEvent = Int32(mark)
    frames.append(
      Frame(
        mode: .event,
        name: name,
        category: state.marks[mark].kind == .contribution ? .contributions : .descriptions
      )
    )
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
    switch name {
    case .desc:
      capture(as: .description, frames[frames.count - 1].category, named: name)
    default:
      var frame = frames[frames.count - 1]
      frame.mode = .skip
      frame.name = name
      frames.append(frame)
    }
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
    case .lang: detail.attributes.append(.init("xml:lang", value.string))
    case .desc: detail.descriptions.append(value.string)
    case .type, .subtype, .n, .dur, .reason, .feature, .new, .ana, .resp, .cert, .target:
      detail.attributes.append(.init(name.text, value.string))
    case .who: state.markPeople.append((mark, value.string.pointers))
    case .start, .synch, .with:
      let point = point(value, .markStart(mark), position)
      if point != UtteranceColumns.noPoint { detail.start = Int(point) }
    case .end:
      let point = point(value, .markEnd(mark), position)
      if point != UtteranceColumns.noPoint { detail.end = Int(point) }
    default: break
    }
  }

  // MARK: Timeline

  mutating func startTimeline(_ tag: XMLStartTag) {
    tag.forEachAttribute { code, _, value in
      switch TEIName(code: code) {
      case .unit: state.unit = Self.microseconds(of: value.string) ?? 1_000_000
      case .origin: state.originID = value.string.pointers.first
      default: break
      }
    }
    state.timelineElementSeen = true
    frames.append(Frame(mode: .timeline, name: .timeline))
  }

  private static func microseconds(of unit: String) -> Int64? {
    switch unit {
    case "d": 86_400_000_000
    case "h": 3_600_000_000
    case "min": 60_000_000
    case "s": 1_000_000
    case "ms": 1_000
    default: nil
    }
  }

  mutating func startInTimeline(_ name: TEIName, _ tag: XMLStartTag) {
    frames.append(Frame(mode: .skip, name: name, category: .layout))
    guard name == .when else { return }
    var id: XMLBytes?
    var interval: XMLBytes?
    var since: XMLBytes?
    var absolute: XMLBytes?
    tag.forEachAttribute { code, _, value in
      switch TEIName(code: code) {
      case .id: id = value
      case .interval: interval = value
      case .since: since = value
      case .absolute: absolute = value
      default: break
      }
    }
    let point = appendPoint(id)
    if let absolute {
      state.timeline.absolutes.append(.init(point: point, text: absolute.string))
    }
    if let interval {
      setTime(of: point, interval, since, tag)
    } else if absolute == nil, isOrigin(point, id) {
      state.timeline.microseconds[point] = 0
    }
    checkOrder(point, tag)
  }

  private func isOrigin(_ point: Int, _ id: XMLBytes?) -> Bool {
    state.originID.map { $0 == id?.string } ?? (point == 0)
  }

  private mutating func appendPoint(_ id: XMLBytes?) -> Int {
    guard let id else {
      return state.timeline.append(id: freePointID(), microseconds: Timeline.unknown)
    }
    let point = state.timeline.count
    state.timeline.ids.append(id.buffer)
    state.timeline.microseconds.append(Timeline.unknown)
    let known = state.pointIDs.count
    if state.pointIDs.intern(id.buffer) == known { state.points.append(point) }
    return point
  }

  private mutating func setTime(
    of point: Int,
    _ interval: XMLBytes,
    _ since: XMLBytes?,
    _ tag: XMLStartTag
  ) {
    guard let length = TimeText.microseconds(interval.buffer, unit: state.unit) else {
      // TEI also allows the words regular, irregular and unknown.
      return
    }
    guard let since, !since.isEmpty else {
      let before = point > 0 ? state.timeline.microseconds[point - 1] : 0
      if before != Timeline.unknown { state.timeline.microseconds[point] = before + length }
      return
    }
    let pointer = since.start.pointee == UInt8(ascii: "#") ? 1 : 0
    let bytes = UnsafeBufferPointer(rebasing: since.buffer[pointer...])
    if let known = state.pointIDs.find(bytes), state.points[known] != point {
      let base = state.timeline.microseconds[state.points[known]]
      if base != Timeline.unknown {
        state.timeline.microseconds[point] = base + length
        return
      }
    }
    state.pendingPoints.append(
      .init(
        point: point,
        since: String(decoding: bytes, as: UTF8.self),
        interval: length,
        position: tag.position
      )
    )
  }

  private mutating func checkOrder(_ point: Int, _ tag: XMLStartTag) {
    let time = state.timeline.microseconds[point]
    guard time != Timeline.unknown else { return }
    if time < state.lastTime {
      diagnostics.reportLenient(
        .timesOutOfOrder,
        at: tag.position,
        "the point \(state.timeline.id(point)) is earlier than the one before it",
        do: "put the points into temporal order"
      )
    } else {
      state.lastTime = time
    }
  }

  /// Resolves points that are measured from later ones; what remains is a cycle or leads nowhere.
  mutating func endTimeline() {
    var pending = state.pendingPoints
    state.pendingPoints = []
    var progressed = true
    while progressed, !pending.isEmpty {
      progressed = false
      pending.removeAll { wait in
        guard let known = state.pointIDs.find(wait.since) else { return false }
        let base = state.timeline.microseconds[state.points[known]]
        guard base != Timeline.unknown else { return false }
        state.timeline.microseconds[wait.point] = base + wait.interval
        progressed = true
        return true
      }
    }
    for wait in pending { reportUnresolved(wait, among: pending) }
    if let origin = state.originID.flatMap({ state.pointIDs.find($0) }) {
      state.timeline.origin = state.points[origin]
    }
    AbsoluteTimes.resolve(&state.timeline)
  }

  private mutating func reportUnresolved(
    _ wait: TEIDocumentState.PendingPoint,
    among pending: [TEIDocumentState.PendingPoint]
  ) {
    let id = state.timeline.id(wait.point)
    guard let known = state.pointIDs.find(wait.since) else {
      diagnostics.reportLenient(
        .danglingPointer,
        at: wait.position,
        "the point \(id) is measured since #\(wait.since), which does not exist",
        do: "name a point of this timeline"
      )
      return
    }
    guard pending.contains(where: { $0.point == state.points[known] }) else { return }
    diagnostics.reportLenient(
      .sinceCycle,
      at: wait.position,
      "the point \(id) is measured, in the end, since itself",
      do: "measure it since the origin of the timeline"
    )
  }

  // MARK: Pointers to points

  /// The point that a pointer names. Times written directly make a point of their own; what is not
  /// known yet is looked up again at the end of the document.
  mutating func point(
    _ value: XMLBytes,
    _ place: TEIDocumentState.UnresolvedTime.Place,
    _ position: XMLPosition
  ) -> UInt32 {
    guard !value.isEmpty else { return UtteranceColumns.noPoint }
    let hash = value.start.pointee == UInt8(ascii: "#") ? 1 : 0
    let bytes = UnsafeBufferPointer(rebasing: value.buffer[hash...])
    if let known = state.pointIDs.find(bytes) {
      checkHash(hash == 1, value, position)
      return UInt32(state.points[known])
    }
    state.unresolvedTimes.append(
      .init(place: place, pointer: value.string, position: position)
    )
    return UtteranceColumns.noPoint
  }

  mutating func point(
    _ value: String,
    _ place: TEIDocumentState.UnresolvedTime.Place,
    _ position: XMLPosition
  ) -> UInt32 {
    var value = value
    return value.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return UtteranceColumns.noPoint }
      return point(XMLBytes(start: start, count: bytes.count), place, position)
    }
  }

  private mutating func checkHash(_ hasHash: Bool, _ value: XMLBytes, _ position: XMLPosition) {
    guard !hasHash, isStrict else { return }
    diagnostics.report(
      .error,
      .pointerWithoutHash,
      at: position,
      "the pointer \(value.string) lacks its #",
      do: "write #\(value.string)"
    )
  }
}
