import Samtale

/// Topics of a meeting as bands along an axis, with signs for how they end.
struct TopicBands {
  /// One unbroken run of a topic.
  struct Band {
    var topic: Int
    var from: Double
    var to: Double
    var row: Int
    var isLast: Bool
  }

  static let rowHeight = 11.0

  private let meeting: TopicAnalysis
  private let talk: MeetingTalk
  private let axis: FigureAxis
  private var bands: [Band] = []
  private var rows = 0
  /// The sign of each topic's end: its place, and its row.
  private var marks: [(topic: Int, x: Double, row: Int)] = []
  private var markRows = 0
  /// Topics whose name does not stand in a band.
  private(set) var list: [(mark: String, text: String)] = []

  init(_ meeting: TopicAnalysis, _ talk: MeetingTalk, _ axis: FigureAxis) {
    self.meeting = meeting
    self.talk = talk
    self.axis = axis
    placeBands()
    placeMarks()
    list = meeting.segments.filter { segment in
      !bands.contains { $0.topic == segment.index && label($0).isWhole }
    }.map { ("\($0.index + 1)", $0.topic.label.asLabel) }
  }

  private mutating func placeBands() {
    var taken: [[(from: Double, to: Double)]] = []
    for segment in meeting.segments {
      let runs = talk.runs(segment.topic.extent.stretches).map {
        (from: axis.place($0.lowerBound), to: axis.place($0.upperBound))
      }
      guard !runs.isEmpty else { continue }
      // A topic inside another lies below it; else in the first row that is free.
      var row = segment.parent == nil ? 0 : 1
      while row < taken.count, runs.contains(where: { Self.collides($0, taken[row]) }) { row += 1 }
      while taken.count <= row { taken.append([]) }
      for (index, run) in runs.enumerated() {
        let free = Self.clipped(run, taken[row])
        taken[row].append(free)
        bands.append(
          Band(
            topic: segment.index, from: free.from, to: max(free.to, free.from + 0.6), row: row,
            isLast: index == runs.count - 1))
      }
    }
    rows = taken.count
  }

  /// Speakers who fall into each other's words at a boundary make neighbours overlap a little.
  private static let tolerance = 4.0

  private static func collides(
    _ run: (from: Double, to: Double), _ taken: [(from: Double, to: Double)]
  ) -> Bool {
    taken.contains { other in
      let shared = min(run.to, other.to) - max(run.from, other.from)
      return shared > min(tolerance, (run.to - run.from) * 0.9)
    }
  }

  private static func clipped(
    _ run: (from: Double, to: Double), _ taken: [(from: Double, to: Double)]
  ) -> (from: Double, to: Double) {
    taken.reduce(run) { run, other in
      let isShared = other.from < run.to && run.from < other.to
      guard isShared else { return run }
      return other.from <= run.from
        ? (min(other.to, run.to), run.to) : (run.from, max(other.from, run.from))
    }
  }

  private mutating func placeMarks() {
    var free: [Double] = []
    let ends = bands.filter(\.isLast).sorted { ($0.to, $0.topic) < ($1.to, $1.topic) }
    for band in ends {
      let row = free.firstIndex { $0 <= band.to - 3.2 } ?? free.count
      if row == free.count { free.append(0) }
      free[row] = band.to + 3.2
      marks.append((band.topic, band.to, row))
    }
    markRows = free.count
  }

  // MARK: Drawing

  /// Draws bands and signs below `y`.
  /// - Returns: The bottom.
  func draw(in drawing: inout Drawing, y: Double) -> Double {
    guard !bands.isEmpty else { return y }
    drawing.write(
      "topics", axis.from - 4, y + Self.rowHeight / 2 + 2.5, FigureFace.small, .end, muted: true)
    for band in bands { draw(band, in: &drawing, y: y + Double(band.row) * Self.rowHeight) }
    let bottom = y + Double(rows) * Self.rowHeight
    if rows > 1 || markRows > 0 {
      drawing.write(
        "ends", axis.from - 4, bottom + 6, FigureFace.small, .end, muted: true)
    }
    for mark in marks {
      let closure = meeting.closures[mark.topic]
      let place = Drawing.Point(x: mark.x, y: bottom + 3.5 + Double(mark.row) * 6.6)
      drawing.rule(
        from: .init(x: mark.x, y: bottom - 0.5), to: place, Drawing.Ink.outline, width: 0.4)
      ClosureMark(closure.type).draw(
        in: &drawing, at: place, tooltip: tooltip(closure),
        turns: talk.references.text(closing(closure)))
    }
    return bottom + Double(markRows) * 6.6 + 4
  }

  private func draw(_ band: Band, in drawing: inout Drawing, y: Double) {
    let segment = meeting.segments[band.topic]
    let rect = Drawing.Rect(
      x: band.from, y: y + 0.5, width: band.to - band.from, height: Self.rowHeight - 1)
    let utterances = segment.topic.extent.stretches.map(\.utterance)
    drawing.add(
      .rect(rect),
      Drawing.Paint(
        fill: .colour(segment.kind == .functional ? "#FFFFFF" : "#EEEEEE"), stroke: "#777777",
        strokeWidth: 0.5),
      tooltip: "\(segment.index + 1). \(segment.topic.label.asLabel)",
      turns: talk.references.text(utterances))
    let text = label(band).text
    guard !text.isEmpty else { return }
    let words = Drawing.Label(
      text: text, at: .init(x: rect.x + 1.5, y: y + Self.rowHeight / 2 + 2.5),
      face: FigureFace.small)
    // On a light band, which stays light on a dark page.
    drawing.add(.text(words), .fill(Drawing.Ink.black))
  }

  /// What stands in a band: number and name, number and the beginning of the name, the number.
  private func label(_ band: Band) -> (text: String, isWhole: Bool) {
    let room = band.to - band.from - 3
    let number = "\(band.topic + 1)"
    let name = meeting.segments[band.topic].topic.label.asLabel
    let whole = name.isEmpty ? number : "\(number) \(name)"
    if TextWidth.of(whole, FigureFace.small) <= room { return (whole, true) }
    if room >= 45 { return (TextWidth.shortened(whole, width: room, FigureFace.small), false) }
    return (TextWidth.of(number, FigureFace.small) <= room ? number : "", false)
  }

  private func closing(_ closure: TopicClosure) -> [Int] {
    closure.decision.closing.isEmpty
      ? closure.lastWord.map { meeting.contributions[$0].utterances } ?? []
      : closure.decision.closing.flatMap { meeting.contributions[$0].utterances }
  }

  private func tooltip(_ closure: TopicClosure) -> String {
    "\(closure.segment + 1). \(meeting.segments[closure.segment].topic.label.asLabel): "
      + "\(closure.type.inForce.shown), \(closure.type.origin)"
  }
}
