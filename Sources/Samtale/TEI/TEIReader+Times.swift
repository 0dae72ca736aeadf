extension TEIReader {
  // MARK: Times

  mutating func resolveTimes() {
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
  mutating func checkTimes(_ transcript: inout Transcript) {
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

  mutating func checkOrderAndTeam(_ transcript: Transcript) {
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
}
