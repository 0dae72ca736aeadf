extension TEIReader {
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
    } else if isOrigin(point, id) {
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
    of point: Int, _ interval: XMLBytes, _ since: XMLBytes?, _ tag: XMLStartTag
  ) {
    guard let length = TimeText.microseconds(interval.buffer, unit: state.unit) else {
      return reportBadInterval(interval, point, tag.position)
    }
    guard let since, !since.isEmpty else {
      set(point, to: point > 0 ? state.timeline.microseconds[point - 1] : 0, plus: length, tag)
      return
    }
    let pointer = since.start.pointee == UInt8(ascii: "#") ? 1 : 0
    let bytes = UnsafeBufferPointer(rebasing: since.buffer[pointer...])
    if let known = state.pointIDs.find(bytes), state.points[known] != point {
      let base = state.timeline.microseconds[state.points[known]]
      if base != Timeline.unknown { return set(point, to: base, plus: length, tag) }
    }
    state.pendingPoints.append(
      .init(
        point: point, since: String(decoding: bytes, as: UTF8.self), interval: length,
        position: tag.position))
  }

  private mutating func set(_ point: Int, to base: Int64, plus length: Int64, _ tag: XMLStartTag) {
    guard base != Timeline.unknown else { return }
    if let time = TimeText.sum(base, length) {
      state.timeline.microseconds[point] = time
    } else {
      reportTooLong(point, tag.position)
    }
  }

  /// TEI also allows the words regular, irregular and unknown; everything else is a slip.
  private mutating func reportBadInterval(
    _ interval: XMLBytes, _ point: Int, _ position: XMLPosition
  ) {
    let text = interval.string
    guard !["regular", "irregular", "unknown"].contains(text) else { return }
    diagnostics.reportLenient(
      .badTime, at: position,
      "interval=\"\(text)\" of the point \(state.timeline.id(point)) is no number, or too large",
      do: "write a decimal number with a point, in the unit of the timeline")
  }

  private mutating func reportTooLong(_ point: Int, _ position: XMLPosition) {
    diagnostics.reportLenient(
      .badTime, at: position,
      "the point \(state.timeline.id(point)) lies more than a hundred days from the origin",
      do: "correct the interval or the unit; the time is taken as unknown")
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
    let pending = state.pendingPoints
    state.pendingPoints = []
    let byPoint = Dictionary(pending.map { ($0.point, $0) }, uniquingKeysWith: { a, _ in a })
    if let origin = state.originID.flatMap({ state.pointIDs.find($0) }) {
      state.timeline.origin = state.points[origin]
    }
    // Clock times may need points of the chains, and the chains points with clock times.
    AbsoluteTimes.resolve(&state.timeline)
    var failed: Set<Int> = []
    for wait in pending {
      resolve(wait, byPoint, &failed, reports: state.timeline.absolutes.isEmpty)
    }
    if !state.timeline.absolutes.isEmpty {
      AbsoluteTimes.resolve(&state.timeline)
      failed = []
      for wait in pending { resolve(wait, byPoint, &failed, reports: true) }
    }
    state.timeline.startAtOrigin()
  }

  /// Follows a chain of points to one whose time is known, and gives all on the way theirs.
  private mutating func resolve(
    _ wait: TEIDocumentState.PendingPoint, _ byPoint: [Int: TEIDocumentState.PendingPoint],
    _ failed: inout Set<Int>, reports: Bool
  ) {
    var chain = [wait]
    var onChain: Set<Int> = [wait.point]
    while let last = chain.last {
      guard state.timeline.microseconds[last.point] == Timeline.unknown,
        !failed.contains(last.point)
      else { return }
      guard let base = state.pointIDs.find(last.since).map({ state.points[$0] }) else {
        return giveUp(chain, &failed) { if reports { $0.reportNoBase(last) } }
      }
      let time = state.timeline.microseconds[base]
      if time != Timeline.unknown {
        guard let sum = TimeText.sum(time, last.interval) else {
          return giveUp(chain, &failed) {
            if reports { $0.reportTooLong(last.point, last.position) }
          }
        }
        state.timeline.microseconds[last.point] = sum
        chain.removeLast()
      } else if let next = byPoint[base], !failed.contains(base) {
        guard onChain.insert(base).inserted else {
          return giveUp(chain, &failed) { if reports { $0.reportCycle(next) } }
        }
        chain.append(next)
      } else {
        return giveUp(chain, &failed) { _ in }
      }
    }
  }

  private mutating func giveUp(
    _ chain: [TEIDocumentState.PendingPoint], _ failed: inout Set<Int>,
    report: (inout TEIReader) -> Void
  ) {
    failed.formUnion(chain.map(\.point))
    report(&self)
  }

  private mutating func reportNoBase(_ wait: TEIDocumentState.PendingPoint) {
    diagnostics.reportLenient(
      .danglingPointer, at: wait.position,
      "the point \(state.timeline.id(wait.point)) is measured since #\(wait.since), "
        + "which does not exist",
      do: "name a point of this timeline")
  }

  private mutating func reportCycle(_ wait: TEIDocumentState.PendingPoint) {
    diagnostics.reportLenient(
      .sinceCycle, at: wait.position,
      "the point \(state.timeline.id(wait.point)) is measured, in the end, since itself",
      do: "measure it since the origin of the timeline")
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
    // `#T1`, `T1` and `file.xml#T1` name the same point.
    let hash = value.buffer.lastIndex(of: UInt8(ascii: "#")).map { $0 + 1 } ?? 0
    let bytes = UnsafeBufferPointer(rebasing: value.buffer[hash...])
    if let known = state.pointIDs.find(bytes) {
      checkHash(hash > 0, value, position)
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
