import Samtale

extension Figure {
  /// Where in a meeting codes were given: a row for each code, stripes where it was given, along time
  /// or words; where several people coded, each has a track of her or his own in the row.
  ///
  /// The drawing shows where, and says nothing about importance. Codes of a whole transcript and
  /// codings whose place is no longer found are counted in the notes.
  /// - Parameters:
  ///   - corpus: The study with its transcripts.
  ///   - transcript: The transcript object.
  ///   - options: Width, colours, decimal mark.
  /// - Returns: `nil` if the transcript is withdrawn or not at hand.
  public static func codeStripes(
    _ corpus: StudyCorpus, transcript: Identifier, options: Options = Options()
  ) -> Figure? {
    guard let version = corpus.transcripts[transcript] else { return nil }
    var drawing = StripesDrawing(
      coded: CodedTalk(corpus, version), talk: MeetingTalk(version.transcript),
      drawing: Drawing(width: options.width.points))
    drawing.draw()
    return Figure(drawing.drawing, width: options.width, notes: drawing.notes)
  }
}

/// The codings of one transcript by code and coder.
struct CodedTalk {
  struct Row {
    var name: String
    var depth: Int
    /// For each coder, the places of each coding.
    var tracks: [[[TextStretch]]]
  }

  private(set) var rows: [Row] = []
  private(set) var coders: [String] = []
  /// Codings of the whole transcript, and those no longer found.
  private(set) var whole = 0
  private(set) var lost = 0
  /// Codes of the study without a coding here.
  private(set) var unused = 0
  private(set) var codings = 0

  init(_ corpus: StudyCorpus, _ version: TranscriptVersion) {
    let placed = corpus.codings().filter { $0.coding.anchor?.transcript == version.id }
    lost = placed.count { $0.placement.status == .lost }
    whole = placed.count { $0.placement.status != .lost && $0.placement.stretches.isEmpty }
    let found = placed.filter { $0.placement.status != .lost && !$0.placement.stretches.isEmpty }
    codings = found.count
    var people: [Identifier?] = []
    for coder in found.map(\.coding.coder) where !people.contains(coder) { people.append(coder) }
    coders = people.map { corpus.study.object(Researcher.self, $0)?.name.asLabel ?? "unknown" }
    let byCode = Dictionary(grouping: found, by: \.code)
    let list = CodeList(corpus.study).rows.filter { $0.heir == nil }
    rows = list.compactMap { row in
      guard let own = byCode[row.code.id] else { return nil }
      let tracks = people.map { coder in
        own.filter { $0.coding.coder == coder }.map(\.placement.stretches)
      }
      return Row(name: row.code.name.asLabel, depth: row.depth, tracks: tracks)
    }
    unused = list.count { byCode[$0.code.id] == nil }
  }
}

private struct StripesDrawing {
  let coded: CodedTalk
  let talk: MeetingTalk
  var drawing: Drawing

  /// Looks of coders: dark, middle, light, hatched, and again.
  private static let paints = [
    Drawing.Paint(fill: .colour("#404040"), stroke: "#333333", strokeWidth: 0.3),
    Drawing.Paint(fill: .colour("#A0A0A0"), stroke: "#333333", strokeWidth: 0.3),
    Drawing.Paint(fill: .colour("#FFFFFF"), stroke: "#333333", strokeWidth: 0.6),
    Drawing.Paint(
      fill: .hatch(.init(kind: .rising, colour: "#000000")), stroke: "#333333", strokeWidth: 0.3),
  ]

  private func paint(_ coder: Int) -> Drawing.Paint { Self.paints[coder % Self.paints.count] }

  private var trackHeight: Double { coded.coders.count > 1 ? 4.5 : 7 }

  private var rowHeight: Double {
    max(9, Double(max(1, coded.coders.count)) * trackHeight + 2)
  }

  private func indent(_ row: CodedTalk.Row) -> Double { Double(min(row.depth, 4)) * 5 }

  private var axis: FigureAxis {
    let widths = coded.rows.map { TextWidth.of($0.name, FigureFace.small) + indent($0) }
    let left =
      Drawing.margin
      + max(28, min(drawing.width * (drawing.width > 300 ? 0.38 : 0.46), widths.max() ?? 0)) + 5
    return talk.axis(from: left, to: drawing.width - Drawing.margin - 3)
  }

  mutating func draw() {
    let axis = axis
    var y = Drawing.margin
    for row in coded.rows {
      draw(row, axis, y: y)
      y += rowHeight
    }
    if coded.rows.isEmpty {
      drawing.write("nothing is coded here", axis.from, y + 7, FigureFace.small, muted: true)
      y += 10
    }
    for cut in talk.cuts {
      let x = axis.place(cut)
      drawing.rule(
        from: .init(x: x, y: Drawing.margin), to: .init(x: x, y: y), Drawing.Ink.outline,
        width: 0.7, dashes: "2 1.5")
    }
    y += 2
    drawing.addAxis(axis, y: y, ticks: talk.ticks(axis), title: talk.axisTitle)
    y = legend.draw(in: &drawing, y: y + Drawing.axisHeight + 4)
    drawing.height = y + Drawing.margin
    drawing.title = "Codes in \(talk.transcript.id.asLabel)"
    drawing.description = description
  }

  private mutating func draw(_ row: CodedTalk.Row, _ axis: FigureAxis, y: Double) {
    let x = Drawing.margin + indent(row)
    let name = TextWidth.shortened(row.name, width: axis.from - 4 - x, FigureFace.small)
    drawing.write(
      name, x, y + rowHeight / 2 + 2.5, FigureFace.small, tooltip: name == row.name ? nil : row.name
    )
    drawing.rule(
      from: .init(x: Drawing.margin, y: y + rowHeight), to: .init(x: axis.to, y: y + rowHeight),
      width: 0.4)
    let inset = (rowHeight - Double(max(1, coded.coders.count)) * trackHeight) / 2
    for (coder, codings) in row.tracks.enumerated() {
      let top = y + inset + Double(coder) * trackHeight + 0.4
      for stretches in codings { draw(stretches, of: row, coder, axis, y: top) }
    }
  }

  private mutating func draw(
    _ stretches: [TextStretch], of row: CodedTalk.Row, _ coder: Int, _ axis: FigureAxis, y: Double
  ) {
    let turns = talk.references.text(stretches.map(\.utterance))
    for run in talk.runs(stretches) {
      let from = axis.place(run.lowerBound)
      let rect = Drawing.Rect(
        x: from, y: y, width: max(0.8, axis.place(run.upperBound) - from),
        height: trackHeight - 0.8)
      drawing.add(
        .rect(rect), paint(coder), "outline", tooltip: "\(row.name), \(coded.coders[coder])",
        turns: turns)
    }
  }

  private var legend: FigureLegend {
    var legend = FigureLegend()
    if coded.coders.count > 1 {
      for (index, coder) in coded.coders.enumerated() {
        let paint = paint(index)
        legend.add(coder) { drawing, rect in
          drawing.add(
            .rect(.init(x: rect.x, y: rect.y + 1.6, width: rect.width, height: 3.7)), paint,
            "outline")
        }
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
    return legend
  }

  private var description: String {
    let codes = coded.rows.map { row in
      let number = row.tracks.reduce(0) { $0 + $1.count }
      return "\(row.name) (\(counted(number, "place")))"
    }
    return "\(counted(coded.rows.count, "code")) in \(talk.transcript.id.asLabel), coded by "
      + "\(coded.coders.isEmpty ? "nobody" : coded.coders.joined(separator: ", ")): "
      + (codes.isEmpty ? "none" : codes.joined(separator: "; ")) + "."
  }

  var notes: [String] {
    [
      "A stripe is a coded passage from its first to its last word; how often a code was given "
        + "says nothing about its importance.",
      coded.coders.count > 1
        ? "In each row, tracks from above: \(coded.coders.joined(separator: ", "))."
        : nil,
      coded.whole == 0 ? nil : "Given to the whole transcript and not drawn: \(coded.whole).",
      coded.lost == 0 ? nil : "Codings whose place is no longer found: \(coded.lost).",
      coded.unused == 0 ? nil : "Codes without a coding in this transcript: \(coded.unused).",
      talk.untimedNote,
    ].compactMap { $0 }
  }
}
