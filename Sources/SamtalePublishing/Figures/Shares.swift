import Samtale

extension Figure {
  /// Who contributed how much: shares of turns, words and time as dots, with 95 % bootstrap
  /// intervals as whiskers where the library gives them, and a dashed line at the equal share.
  ///
  /// ```swift
  /// let meetings = corpus.transcripts.map { MeetingParticipation($0, evidence: true) }
  /// let shares = Participation(meetings, by: [.role], bootstrap: Bootstrap())
  /// let figure = Figure.shares(shares)
  /// ```
  ///
  /// A person has the colour of the role if rows are grouped by role and speaker. Dots name their
  /// turns only if these were kept as evidence.
  /// - Parameters:
  ///   - participation: The shares; a row of the drawing for each of its rows.
  ///   - options: Width, colours, decimal mark.
  /// - Returns: The figure; without a turn one that says so.
  public static func shares(_ participation: Participation, options: Options = Options()) -> Figure
  {
    let declared = options.palette ?? RolePalette(roles: participation.roles.map(\.code))
    let place = participation.grouping.firstIndex(of: .role)
    let palette = declared.adding(
      participation.rows.compactMap { row in place.flatMap { row.group[$0] } })
    var drawing = SharesDrawing(
      participation: participation, palette: palette, options: options,
      drawing: Drawing(width: options.width.points))
    drawing.draw()
    return Figure(drawing.drawing, width: options.width, notes: drawing.notes)
  }
}

/// What a panel shows.
private struct SharePanel: Sendable {
  var name: String
  var share: @Sendable (Participation.Row) -> Double?
  var interval: @Sendable (Participation.Row) -> Interval?

  static let all = [
    SharePanel(name: "turns", share: { $0.turnShare }, interval: { $0.turnShareInterval }),
    SharePanel(name: "words", share: { $0.wordShare }, interval: { $0.wordShareInterval }),
    SharePanel(name: "time", share: { $0.timeShare }, interval: { _ in nil }),
  ]
}

private struct SharesDrawing {
  let participation: Participation
  let palette: RolePalette
  let options: Figure.Options
  var drawing: Drawing

  private var rows: [Participation.Row] { participation.rows }

  private var panels: [SharePanel] {
    SharePanel.all.filter { panel in rows.contains { panel.share($0) != nil } }
  }

  private var rowHeight: Double { rows.count > 12 ? 8.4 : 12 }

  private var equalShare: Double { 1 / Double(max(1, rows.count)) }

  /// The end of all axes: the greatest value, rounded up.
  private var most: Double {
    let values = panels.flatMap { panel in
      rows.flatMap { [panel.share($0), panel.interval($0)?.high].compactMap { $0 } }
    }
    let greatest = max(values.max() ?? 0, equalShare, 0.01)
    let step = greatest > 0.5 ? 0.1 : greatest > 0.1 ? 0.05 : 0.01
    return min(1, ((greatest + step / 5) / step).rounded(.up) * step)
  }

  mutating func draw() {
    drawing.title = "Shares of \(list(panels.map(\.name))) by \(kind)"
    guard !panels.isEmpty else {
      drawing.title = "Shares by \(kind)"
      return drawing.drawNothing("Nobody speaks.")
    }
    let names = rows.map(name)
    let widest = names.map { TextWidth.of($0, FigureFace.small) }.max() ?? 0
    let left = Drawing.margin + min(widest, drawing.width * 0.28) + 6
    let bottom = Drawing.margin + Double(rows.count) * rowHeight + 2
    drawNames(names, right: left - 6)
    let gap = 13.0
    let count = Double(max(1, panels.count))
    let width = (drawing.width - Drawing.margin - 5 - left - (count - 1) * gap) / count
    for (index, panel) in panels.enumerated() {
      let from = left + Double(index) * (width + gap)
      draw(panel, FigureAxis(values: 0...most, from: from, to: from + width), bottom: bottom)
    }
    let y = legend.draw(in: &drawing, y: bottom + Drawing.axisHeight + 4)
    drawing.height = y + Drawing.margin
    drawing.description = description
  }

  private mutating func drawNames(_ names: [String], right: Double) {
    for (index, name) in names.enumerated() {
      let y = Drawing.margin + (Double(index) + 0.5) * rowHeight
      let shown = TextWidth.shortened(name, width: right - Drawing.margin, FigureFace.small)
      drawing.write(
        shown, right, y + 2.5, FigureFace.small, .end, tooltip: shown == name ? nil : name)
      drawing.rule(
        from: .init(x: right + 3, y: y), to: .init(x: drawing.width - Drawing.margin, y: y),
        width: 0.3)
    }
  }

  private mutating func draw(_ panel: SharePanel, _ axis: FigureAxis, bottom: Double) {
    let ticks = axis.ticks([0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5]) {
      Decimals.fixed($0 * 100, 0)
    }
    drawing.addAxis(
      axis, y: bottom, ticks: ticks, title: "% of \(panel.name)", top: Drawing.margin)
    let equal = axis.place(equalShare)
    drawing.rule(
      from: .init(x: equal, y: Drawing.margin), to: .init(x: equal, y: bottom),
      Drawing.Ink.outline, width: 0.6, dashes: "3 2")
    for (index, row) in rows.enumerated() {
      let y = Drawing.margin + (Double(index) + 0.5) * rowHeight
      draw(row, panel, axis, y: y)
    }
  }

  private mutating func draw(
    _ row: Participation.Row, _ panel: SharePanel, _ axis: FigureAxis, y: Double
  ) {
    guard let share = panel.share(row) else { return }
    if let interval = panel.interval(row) {
      let (low, high) = (axis.place(interval.low), axis.place(interval.high))
      drawing.rule(
        from: .init(x: low, y: y), to: .init(x: high, y: y), Drawing.Ink.outline, width: 0.9)
      for x in [low, high] {
        drawing.rule(
          from: .init(x: x, y: y - 2), to: .init(x: x, y: y + 2), Drawing.Ink.outline, width: 0.9)
      }
    }
    let look = palette.look(of: role(row))
    drawing.add(
      .circle(.init(x: axis.place(share), y: y), radius: rowHeight > 10 ? 3.2 : 2.6),
      Drawing.Paint(fill: .colour(look.colour), stroke: Drawing.Ink.outline, strokeWidth: 0.6),
      look.name, "outline", tooltip: tooltip(row, panel, share),
      turns: row.evidence.isEmpty ? nil : TurnReferences.text(row.evidence))
  }

  private var legend: FigureLegend {
    let isByBoth = participation.grouping.contains(.role) && participation.grouping.count > 1
    let used = rows.compactMap(role)
    var legend =
      isByBoth
      ? palette.legend(palette.roles.filter(used.contains), withHatch: false) : FigureLegend()
    let equal = "equal share (1 of \(rows.count))"
    legend.add(equal) { drawing, rect in
      drawing.rule(
        from: .init(x: rect.x, y: rect.middle.y), to: .init(x: rect.right, y: rect.middle.y),
        Drawing.Ink.outline, width: 0.6, dashes: "3 2")
    }
    if hasIntervals {
      legend.add("95 % interval") { drawing, rect in
        let y = rect.middle.y
        drawing.rule(
          from: .init(x: rect.x, y: y), to: .init(x: rect.right, y: y), Drawing.Ink.outline,
          width: 0.9)
        for x in [rect.x, rect.right] {
          drawing.rule(
            from: .init(x: x, y: y - 2), to: .init(x: x, y: y + 2), Drawing.Ink.outline,
            width: 0.9)
        }
      }
    }
    return legend
  }

  // MARK: Words

  private var kind: String {
    participation.grouping.contains(.speaker)
      ? "speaker" : participation.grouping.map(\.rawValue).joined(separator: " and ")
  }

  private func role(_ row: Participation.Row) -> String? {
    participation.grouping.firstIndex(of: .role).flatMap { row.group[$0] }
  }

  private func name(_ row: Participation.Row) -> String {
    if let person = row.person { return person.label.asLabel }
    return row.group.enumerated().map { index, part in
      part ?? "no \(participation.grouping[index].rawValue)"
    }
    .joined(separator: ", ").asLabel
  }

  private func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func tooltip(
    _ row: Participation.Row, _ panel: SharePanel, _ share: Double
  ) -> String {
    let interval = panel.interval(row).map {
      " (\(options.number($0.low * 100, 1))–\(options.number($0.high * 100, 1)))"
    }
    return "\(name(row)): \(options.percent(share)) of \(panel.name)\(interval ?? "")"
  }

  private var description: String {
    rows.map { row in
      let parts = panels.map { panel in
        panel.share(row).map { "\(options.percent($0)) of \(panel.name)" }
          ?? "no share of \(panel.name)"
      }
      return "\(name(row)): \(parts.joined(separator: ", "))."
    }
    .joined(separator: " ")
  }

  private var hasIntervals: Bool {
    rows.contains { $0.wordShareInterval != nil || $0.turnShareInterval != nil }
  }

  var notes: [String] {
    let notes = ParticipationNotes(participation, WordOptions(), intervals: true)
    return notes.lines.filter { !$0.hasPrefix("Words per ") } + intervalNotes
  }

  private var intervalNotes: [String] {
    guard participation.bootstrap != nil else { return ["Intervals were not computed."] }
    let without = rows.filter { $0.wordShareInterval == nil && $0.turnShareInterval == nil }
    let missing =
      without.isEmpty
      ? nil
      : without.count == rows.count
        ? "No intervals: \(participation.clusters.tooFew)."
        : "No interval for \(without.map(name).joined(separator: ", ")): "
          + "\(participation.clusters.tooFew)."
    let time =
      panels.contains { $0.name == "time" } && hasIntervals
      ? "No intervals are computed for shares of time." : nil
    return [missing, time].compactMap { $0 }
  }
}
