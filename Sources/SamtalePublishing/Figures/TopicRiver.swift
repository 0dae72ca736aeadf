import Samtale

extension Figure {
  /// The topics of a meeting in their order, downwards: for each who opens it, how many words each
  /// role or person says in it, how it ends and who ends it. Bands between the bars follow each role
  /// or person from topic to topic.
  ///
  /// Words of a topic inside another count in both. Talk outside all topics is left out.
  /// - Parameters:
  ///   - meeting: The meeting with its topics.
  ///   - unit: What a part of a bar stands for.
  ///   - options: Width, colours, decimal mark.
  /// - Returns: The figure; without marked topics one that says so.
  public static func topicRiver(
    _ meeting: TopicAnalysis, by unit: SpeakerSequence.Unit = .role, options: Options = Options()
  ) -> Figure {
    let palette = options.palette ?? RolePalette([meeting.transcript])
    var drawing = RiverDrawing(
      meeting: meeting, flow: TopicFlow(meeting, by: unit, palette), unit: unit, palette: palette,
      options: options, references: TurnReferences(meeting.transcript),
      drawing: Drawing(width: options.width.points))
    drawing.draw()
    return Figure(drawing.drawing, width: options.width, notes: drawing.notes)
  }
}

private struct RiverDrawing {
  let meeting: TopicAnalysis
  let flow: TopicFlow
  let unit: SpeakerSequence.Unit
  let palette: RolePalette
  let options: Figure.Options
  let references: TurnReferences
  var drawing: Drawing

  private var isWide: Bool { options.width == .page }
  private var count: Int { meeting.segments.count }
  private let barHeight = 9.5
  /// From one bar to the next: in a column of a page the name of a topic stands above its bar.
  private var step: Double { isWide ? 15 : 20.5 }

  private func name(_ topic: Int) -> String {
    let segment = meeting.segments[topic]
    let label = segment.topic.label.asLabel
    return (segment.parent == nil ? "" : "· ") + "\(topic + 1) \(label)"
  }

  private func person(_ index: Int?) -> String {
    index.map { meeting.label(of: $0).asLabel } ?? "–"
  }

  private func opener(_ topic: Int) -> String {
    person(meeting.closures[topic].opening.opener.inForce)
  }

  private func ending(_ topic: Int) -> String {
    let closure = meeting.closures[topic]
    let closer = closure.initiator.inForce.map { ", " + person($0) } ?? ""
    return closure.type.inForce.plainWords + closer
  }

  private func widest(_ texts: [String], _ most: Double) -> Double {
    min(most, texts.map { TextWidth.of($0, FigureFace.small) }.max() ?? 0)
  }

  // MARK: Columns

  private var nameWidth: Double {
    isWide ? widest((0..<count).map(name), drawing.width * 0.32) + 6 : 0
  }
  private var openerWidth: Double {
    max(
      TextWidth.of("opens", FigureFace.small),
      widest((0..<count).map(opener), isWide ? 48 : 36)) + 5
  }
  private var endingWidth: Double { widest((0..<count).map(ending), isWide ? 110 : 84) + 9 }

  private var axis: FigureAxis {
    let most = (0..<count).map(flow.words).max() ?? 1
    let from = Drawing.margin + nameWidth + openerWidth
    let to = drawing.width - Drawing.margin - endingWidth - 5
    return FigureAxis(values: 0...Double(max(1, most)), from: from, to: to)
  }

  /// The top of a bar.
  private func top(_ topic: Int) -> Double {
    Drawing.margin + 10 + Double(topic) * step + (isWide ? 0 : 10)
  }

  mutating func draw() {
    drawing.title = "Topics of \(meeting.transcript.id.asLabel)"
    guard count > 0 else {
      let name = meeting.transcript.id.asLabel
      return drawing.drawNothing("No topics are marked in \(name).")
    }
    let axis = axis
    drawHeads(axis)
    if isWide { for topic in 0..<(count - 1) { drawStreams(topic, axis) } }
    for topic in 0..<count {
      drawBar(topic, axis)
      drawWords(topic, axis)
    }
    let bottom = top(count - 1) + barHeight + 4
    drawing.addAxis(
      axis, y: bottom, ticks: axis.ticks(FigureAxis.decimal(from: 10)) { Decimals.fixed($0, 0) },
      title: "words in the topic")
    let y = legend.draw(in: &drawing, y: bottom + Drawing.axisHeight + 4)
    drawing.height = y + Drawing.margin
    drawing.description = description
  }

  private mutating func drawHeads(_ axis: FigureAxis) {
    let y = Drawing.margin + 6
    if isWide { drawing.write("topic", Drawing.margin, y, FigureFace.small, muted: true) }
    drawing.write("opens", axis.from - 4, y, FigureFace.small, .end, muted: true)
    drawing.write(
      "how it ends, by whom", drawing.width - Drawing.margin, y, FigureFace.small, .end,
      muted: true)
  }

  // MARK: Topics

  private mutating func drawBar(_ topic: Int, _ axis: FigureAxis) {
    var sum = 0
    for part in flow.parts[topic] {
      let from = axis.place(Double(sum))
      sum += part.words
      let rect = Drawing.Rect(
        x: from, y: top(topic), width: axis.place(Double(sum)) - from, height: barHeight)
      let party = flow.parties[part.party]
      let look = palette.look(of: party.role)
      drawing.fill(
        rect, look, tooltip: "\(party.name.asLabel): \(counted(part.words, "word"))",
        turns: references.text(part.utterances))
      drawing.add(
        .rect(rect), .line(Drawing.Ink.paper, 0.5), "gap")
      drawLabel(party.name.asLabel, in: rect, look)
    }
  }

  /// The party's name on its part of the bar, where there is room.
  private mutating func drawLabel(
    _ name: String, in rect: Drawing.Rect, _ look: RolePalette.Look
  ) {
    let width = TextWidth.of(name, FigureFace.small)
    guard width + 5 <= rect.width else { return }
    if look.hatch != nil {
      drawing.add(
        .rect(
          .init(x: rect.middle.x - width / 2 - 1, y: rect.y + 1, width: width + 2, height: 7.5)),
        .fill(look.colour), look.name)
    }
    drawing.add(
      .text(
        .init(
          text: name, at: .init(x: rect.middle.x, y: rect.y + 7.3), face: FigureFace.small,
          anchor: .middle)),
      .fill(look.text))
  }

  private mutating func drawWords(_ topic: Int, _ axis: FigureAxis) {
    let y = top(topic) + 7.3
    let full = name(topic)
    let room = isWide ? nameWidth - 6 : drawing.width - 2 * Drawing.margin
    let short = TextWidth.shortened(full, width: room, FigureFace.small)
    drawing.write(
      short, Drawing.margin, isWide ? y : top(topic) - 2.5, FigureFace.small,
      tooltip: short == full ? nil : full)
    write(opener(topic), axis.from - 4, y, room: openerWidth - 5, .end)
    let closure = meeting.closures[topic]
    let x = drawing.width - Drawing.margin - endingWidth
    ClosureMark(closure.type).draw(
      in: &drawing, at: .init(x: x + 3.5, y: top(topic) + barHeight / 2),
      tooltip: "\(closure.type.inForce.shown), \(closure.type.origin)",
      turns: references.text(
        closure.decision.closing.flatMap { meeting.contributions[$0].utterances }))
    write(ending(topic), x + 9, y, room: endingWidth - 9, .start)
  }

  private mutating func write(
    _ text: String, _ x: Double, _ y: Double, room: Double, _ anchor: Drawing.Label.Anchor
  ) {
    let short = TextWidth.shortened(text, width: room + 0.01, FigureFace.small)
    drawing.write(short, x, y, FigureFace.small, anchor, tooltip: short == text ? nil : text)
  }

  /// Where each party's part begins and ends, parties without words as a line.
  private func edges(_ topic: Int, _ axis: FigureAxis) -> [(Double, Double)] {
    var sum = 0
    return flow.parties.indices.map { party in
      let before = axis.place(Double(sum))
      sum += flow.parts[topic].first { $0.party == party }?.words ?? 0
      return (before, axis.place(Double(sum)))
    }
  }

  private mutating func drawStreams(_ topic: Int, _ axis: FigureAxis) {
    let (above, below) = (edges(topic, axis), edges(topic + 1, axis))
    let (y, end) = (top(topic) + barHeight, top(topic + 1))
    for party in flow.parties.indices {
      guard above[party].0 < above[party].1 || below[party].0 < below[party].1 else { continue }
      let look = palette.look(of: flow.parties[party].role)
      let corners = [
        Drawing.Point(x: above[party].0, y: y), .init(x: above[party].1, y: y),
        .init(x: below[party].1, y: end), .init(x: below[party].0, y: end),
      ]
      var paint = Drawing.Paint.fill(look.colour)
      paint.opacity = 0.3
      drawing.add(.path(.init(corners, isClosed: true)), paint, look.name)
    }
  }

  // MARK: Words

  private var legend: FigureLegend {
    let roles = Set(flow.parties.compactMap(\.role))
    var legend = palette.legend(palette.roles.filter(roles.contains), withHatch: true)
    legend.entries += ClosureMark.legend(meeting.closures).entries.suffix(
      meeting.closures.contains { $0.type.origin != "computed" } ? 2 : 1)
    return legend
  }

  private var description: String {
    let topics = (0..<count).map { topic in
      let parts = flow.parts[topic].map { "\(flow.parties[$0.party].name.asLabel) \($0.words)" }
      return "\(name(topic)): \(counted(flow.words(in: topic), "word")) "
        + "(\(parts.joined(separator: ", "))), opened by \(opener(topic)), "
        + "\(ending(topic).lowercasedFirst)."
    }
    return "\(counted(count, "topic")). " + topics.joined(separator: " ")
  }

  var notes: [String] {
    let notes = TopicsNotes(analyses: [meeting])
    let outside =
      flow.outside == 0
      ? nil
      : "\(counted(flow.outside, "word")) of \(flow.words) are in no topic and not drawn."
    let nested =
      meeting.segments.contains { $0.parent != nil }
      ? "Topics inside others (·) are drawn too; their words count in both." : nil
    return count == 0
      ? ["No topics are marked."]
      : [notes.counting, nested, outside, notes.form, notes.ends, notes.undecided].compactMap { $0 }
  }
}

extension String {
  /// The text with a small letter at its beginning.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
