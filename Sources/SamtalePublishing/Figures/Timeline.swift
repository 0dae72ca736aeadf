import Samtale

extension Figure {
  /// One meeting as it went: a lane for each person or role with the talk as bars, topics as bands
  /// above, and a sign where each topic ends.
  ///
  /// Bars lie along time, or along words if less than four fifths of the utterances have times (the
  /// axis says which). Where people of two lanes speak at once, both bars carry a mark. Dashed lines
  /// are cuts by the transcriber. Topics that have no room for their name are listed below by number.
  /// - Parameters:
  ///   - meeting: The meeting with its topics; none need be marked.
  ///   - unit: What a lane stands for.
  ///   - options: Width, colours, decimal mark.
  /// - Returns: The figure; without a word one that says so.
  public static func timeline(
    _ meeting: TopicAnalysis, by unit: SpeakerSequence.Unit = .speaker,
    options: Options = Options()
  ) -> Figure {
    let palette = options.palette ?? RolePalette([meeting.transcript])
    var drawing = TimelineDrawing(
      meeting: meeting, talk: MeetingTalk(meeting), unit: unit, palette: palette,
      width: options.width.points)
    drawing.draw()
    return Figure(drawing.drawing, width: options.width, notes: drawing.notes)
  }
}

/// The lanes of a timeline.
struct TimelineLanes {
  struct Lane {
    var name: String
    /// What the lane is called in full.
    var fullName: String
    var stretches: [MeetingTalk.Stretch] = []
  }

  /// Where two lanes are spoken in at the same time.
  struct Overlap {
    var extent: ClosedRange<Double>
    var utterances: [Int]
  }

  private(set) var lanes: [Lane] = []
  /// Those of each lane.
  private(set) var overlaps: [[Overlap]] = []
  /// Participants without a word.
  let silent: Int

  init(_ talk: MeetingTalk, by unit: SpeakerSequence.Unit, _ palette: RolePalette) {
    let people = talk.transcript.participants
    let heard = Set(talk.stretches.flatMap(\.speakers))
    silent = people.indices.count { people[$0].groupSize == nil && !heard.contains($0) }
    var names: [String] = []
    var members: [String: [MeetingTalk.Stretch]] = [:]
    let add = { (name: String, stretch: MeetingTalk.Stretch) in
      members[name, default: []].append(stretch)
    }
    let labels = MeetingTalk.names(people)
    if unit == .speaker {
      names = people.indices.filter(heard.contains).map { labels[$0] }
    } else {
      names = palette.roles
    }
    for stretch in talk.stretches {
      let own =
        stretch.speakers.isEmpty
        ? ["unknown"]
        : stretch.speakers.map { person in
          unit == .speaker ? labels[person] : Self.role(stretch, people[person])
        }
      for name in Set(own) { add(name, stretch) }
    }
    var seen: Set<String> = []
    let order = names + members.keys.sorted()
    lanes = order.filter { members[$0] != nil && seen.insert($0).inserted }.map {
      Lane(name: $0.asLabel, fullName: $0.asLabel, stretches: members[$0] ?? [])
    }
    overlaps = talk.scale == .time ? timedOverlaps() : markedOverlaps(talk)
  }

  private static func role(_ stretch: MeetingTalk.Stretch, _ person: Participant) -> String {
    let own = person.roles.isEmpty ? "no role" : person.roles.joined(separator: "+")
    return stretch.speakers.count == 1 ? stretch.role ?? own : own
  }

  /// Shared time of two lanes.
  private func timedOverlaps() -> [[Overlap]] {
    var found: [[Overlap]] = Array(repeating: [], count: lanes.count)
    let all = lanes.enumerated().flatMap { lane, content in content.stretches.map { (lane, $0) } }
      .sorted { ($0.1.start, $0.0) < ($1.1.start, $1.0) }
    for (index, (lane, stretch)) in all.enumerated() {
      for (other, later) in all[(index + 1)...] {
        guard later.start < stretch.end else { break }
        guard other != lane, later.utterance != stretch.utterance else { continue }
        let shared = later.start...min(stretch.end, max(later.start, later.end))
        guard shared.upperBound > shared.lowerBound else { continue }
        let overlap = Overlap(
          extent: shared, utterances: [stretch.utterance, later.utterance])
        found[lane].append(overlap)
        found[other].append(overlap)
      }
    }
    return found
  }

  /// Utterances that the transcriber marked as overlapping the one before, with that one's end.
  private func markedOverlaps(_ talk: MeetingTalk) -> [[Overlap]] {
    var places: Set<Int> = []
    for (before, stretch) in zip(talk.stretches, talk.stretches.dropFirst()) {
      if stretch.isOverlap { places.formUnion([before.utterance, stretch.utterance]) }
    }
    return lanes.map { lane in
      lane.stretches.filter { places.contains($0.utterance) }.map { stretch in
        let at = stretch.isOverlap ? stretch.start : stretch.end
        return Overlap(extent: at...at, utterances: [stretch.utterance])
      }
    }
  }
}

private struct TimelineDrawing {
  let meeting: TopicAnalysis
  let talk: MeetingTalk
  let unit: SpeakerSequence.Unit
  let palette: RolePalette
  let lanes: TimelineLanes
  var drawing: Drawing

  init(
    meeting: TopicAnalysis, talk: MeetingTalk, unit: SpeakerSequence.Unit, palette: RolePalette,
    width: Double
  ) {
    self.meeting = meeting
    self.talk = talk
    self.unit = unit
    let used = talk.stretches.compactMap(\.role)
    self.palette = palette.adding(used)
    lanes = TimelineLanes(talk, by: unit, palette.adding(used))
    drawing = Drawing(width: width)
  }

  /// Where the plot begins and ends, between the lanes' labels and the right margin.
  private var axis: FigureAxis {
    let most = drawing.width * 0.3
    let widest = lanes.lanes.map { TextWidth.of($0.name, FigureFace.small) }.max() ?? 0
    let left = Drawing.margin + max(28, min(most, widest)) + 4
    return talk.axis(from: left, to: drawing.width - Drawing.margin - 3)
  }

  mutating func draw() {
    drawing.title = "Timeline of \(meeting.transcript.id.asLabel)"
    guard !lanes.lanes.isEmpty else { return drawing.drawNothing("Nobody speaks.") }
    let bands = TopicBands(meeting, talk, axis)
    var y = bands.draw(in: &drawing, y: Drawing.margin)
    let top = y
    y = drawLanes(y: y)
    drawCuts(from: top, to: y)
    drawing.addAxis(axis, y: y, ticks: talk.ticks(axis), title: talk.axisTitle)
    y = legend.draw(in: &drawing, y: y + Drawing.axisHeight + 4)
    y = FigureList(items: bands.list).draw(in: &drawing, y: y + 3)
    drawing.height = y + Drawing.margin
    drawing.description = description
  }

  // MARK: Lanes

  private var laneHeight: Double { lanes.lanes.count > 12 ? 8.4 : 11 }

  private mutating func drawLanes(y: Double) -> Double {
    var y = y
    let axis = axis
    for (lane, overlaps) in zip(lanes.lanes, lanes.overlaps) {
      let room = axis.from - 4 - Drawing.margin
      let name = TextWidth.shortened(lane.name, width: room, FigureFace.small)
      drawing.write(
        name, axis.from - 4, y + laneHeight / 2 + 2.5, FigureFace.small, .end,
        tooltip: name == lane.name ? nil : lane.fullName)
      let middle = y + laneHeight / 2
      drawing.rule(
        from: .init(x: axis.from, y: middle), to: .init(x: axis.to, y: middle), width: 0.3)
      for stretch in lane.stretches { drawBar(stretch, lane, y: y) }
      for overlap in overlaps { drawOverlap(overlap, y: middle) }
      y += laneHeight
    }
    return y + 2
  }

  private mutating func drawBar(
    _ stretch: MeetingTalk.Stretch, _ lane: TimelineLanes.Lane, y: Double
  ) {
    let from = axis.place(stretch.start)
    let rect = Drawing.Rect(
      x: from, y: y + 1, width: max(0.5, axis.place(stretch.end) - from), height: laneHeight - 2)
    let role = stretch.speakers.count == 1 ? stretch.role : unit == .role ? lane.fullName : nil
    let length =
      talk.scale == .time ? "\(Decimals.clock(seconds: stretch.start)), " : ""
    drawing.fill(
      rect, palette.look(of: role), withHatch: false,
      tooltip: "\(lane.fullName): \(length)\(counted(stretch.words, "word"))",
      turns: talk.references.text([stretch.utterance]))
  }

  private mutating func drawOverlap(_ overlap: TimelineLanes.Overlap, y: Double) {
    let from = axis.place(overlap.extent.lowerBound)
    let width = max(1.6, axis.place(overlap.extent.upperBound) - from)
    drawing.add(
      .rect(.init(x: from, y: y - 1.1, width: width, height: 2.2)),
      Drawing.Paint(
        fill: .colour(Drawing.Ink.black), stroke: Drawing.Ink.paper, strokeWidth: 0.4),
      "ink", tooltip: "at the same time as another",
      turns: talk.references.text(overlap.utterances))
  }

  private mutating func drawCuts(from top: Double, to bottom: Double) {
    for cut in talk.cuts {
      let x = axis.place(cut)
      drawing.rule(
        from: .init(x: x, y: top), to: .init(x: x, y: bottom), Drawing.Ink.outline, width: 0.7,
        dashes: "2 1.5")
    }
  }

  // MARK: Words

  private var legend: FigureLegend {
    let used = Set(talk.stretches.map { $0.role ?? "" })
    let roles = palette.roles.filter(used.contains)
    var legend = unit == .speaker ? palette.legend(roles, withHatch: false) : FigureLegend()
    if lanes.overlaps.contains(where: { !$0.isEmpty }) {
      legend.add("at the same time as another") { drawing, rect in
        let y = rect.middle.y - 1.1
        drawing.add(
          .rect(.init(x: rect.x, y: y, width: rect.width, height: 2.2)),
          .fill(Drawing.Ink.black), "ink")
      }
    }
    if !talk.cuts.isEmpty {
      legend.add("talk left out", width: 5) { drawing, rect in
        drawing.rule(
          from: .init(x: rect.middle.x, y: rect.y - 1),
          to: .init(x: rect.middle.x, y: rect.bottom + 1), Drawing.Ink.outline, width: 0.7,
          dashes: "2 1.5")
      }
    }
    legend.entries += ClosureMark.legend(meeting.closures).entries
    return legend
  }

  private var description: String {
    let words = { (lane: TimelineLanes.Lane) in lane.stretches.reduce(0) { $0 + $1.words } }
    let most = lanes.lanes.max { words($0) < words($1) }
    let length =
      talk.scale == .time
      ? "from \(Decimals.clock(seconds: talk.extent.lowerBound)) to "
        + Decimals.clock(seconds: talk.extent.upperBound)
      : "over \(counted(talk.stretches.reduce(0) { $0 + $1.words }, "word"))"
    var text =
      "Talk of \(counted(lanes.lanes.count, unit == .speaker ? "speaker" : "role")) \(length)."
    if let most {
      text += " Most words: \(most.fullName) (\(words(most)))."
    }
    let endings = meeting.closures.map { closure in
      let topic = meeting.segments[closure.segment]
      return "\(topic.index + 1). \(topic.topic.label.asLabel): "
        + closure.type.inForce.plainWords.lowercased() + "."
    }
    return ([text] + (endings.isEmpty ? [] : ["Topics:"]) + endings).joined(separator: " ")
  }

  var notes: [String] {
    let notes = TopicsNotes(analyses: [meeting])
    return [
      talk.scale == .time
        ? "A bar is an utterance from its start to its end."
        : "A bar is an utterance, as long as its words; the file has no times.",
      talk.untimedNote,
      meeting.segments.isEmpty
        ? nil : "Topics are numbered in their order; a number that finds no room is left out.",
      lanes.silent == 0
        ? nil : "Present without a word and not drawn: \(counted(lanes.silent, "person")).",
      meeting.closures.isEmpty ? nil : notes.form,
      meeting.closures.isEmpty ? nil : notes.undecided,
    ].compactMap { $0 }
  }
}
