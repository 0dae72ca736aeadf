import Samtale

extension Figure {
  /// Who follows whom as a matrix: rows speak first, columns next. A cell prints how often, with
  /// what chance would give below it; its colour and sign say whether it is less or more than that.
  ///
  /// Chance: who follows does not depend on who spoke (quasi-independence, ``Transitions/expected``).
  /// - Parameters:
  ///   - transcripts: Meetings of one corpus. People are taken together by their printed label, so
  ///     give one meeting for `.speaker`.
  ///   - unit: What a row stands for.
  ///   - options: Width, colours, decimal mark.
  /// - Returns: The figure; without transitions one that says so.
  public static func transitions(
    _ transcripts: [Transcript], by unit: SpeakerSequence.Unit = .role,
    options: Options = Options()
  ) -> Figure {
    let palette = options.palette ?? RolePalette(transcripts)
    let room = options.width == .column ? 40 : 80
    let talk = FollowingTalk(transcripts, by: unit, order: palette.roles, most: room)
    var drawing = MatrixDrawing(
      talk, unit: unit, options: options, drawing: Drawing(width: options.width.points))
    drawing.draw()
    return Figure(drawing.drawing, width: options.width, notes: drawing.notes)
  }
}

/// How a count stands to what chance would give.
private enum Surprise: Int, CaseIterable {
  case muchLess, less, equal, more, muchMore, tooFew

  /// Below this number, both observed and by chance, nothing is said.
  static let fewest = 3.0

  init(observed: Double, chance: Double) {
    guard max(observed, chance) >= Self.fewest else {
      self = .tooFew
      return
    }
    switch observed / chance {
    case ...0.5: self = .muchLess
    case ..<0.8: self = .less
    case ...1.25: self = .equal
    case ..<2: self = .more
    default: self = .muchMore
    }
  }

  /// Light to dark on both sides of white; the sign tells the sides apart in grey.
  var colour: String {
    switch self {
    case .muchLess: "#E99C66"
    case .less: "#FAE0CD"
    case .equal: "#FFFFFF"
    case .more: "#CBE3F3"
    case .muchMore: "#0072B2"
    case .tooFew: "#F1F1F1"
    }
  }

  var text: String { self == .muchMore ? "#FFFFFF" : "#000000" }

  func words(_ mark: DecimalMark) -> String {
    let sign = mark == .point ? "." : ","
    return switch self {
    case .muchLess: "half of chance or less"
    case .less: "less (0\(sign)5 to 0\(sign)8 times)"
    case .equal: "as by chance"
    case .more: "more (1\(sign)25 to 2 times)"
    case .muchMore: "twice or more"
    case .tooFew: "too few to say (below 3)"
    }
  }
}

private struct MatrixDrawing {
  let talk: FollowingTalk
  /// Counts by chance.
  let expected: SquareMatrix
  let unit: SpeakerSequence.Unit
  let options: Figure.Options
  var drawing: Drawing

  private enum Numbers { case both, observed, none }

  private var parties: [Int] { talk.shown }
  private let names: [String]
  private let widest: Double

  init(
    _ talk: FollowingTalk, unit: SpeakerSequence.Unit, options: Figure.Options, drawing: Drawing
  ) {
    self.talk = talk
    self.unit = unit
    self.options = options
    self.drawing = drawing
    expected = talk.transitions.expected
    names = talk.shown.map(talk.name)
    widest = names.map { TextWidth.of($0, FigureFace.small) }.max() ?? 0
  }

  private var left: Double { Drawing.margin + 9 + min(widest, drawing.width * 0.22) + 4 }

  private var cell: (width: Double, height: Double) {
    let room = drawing.width - Drawing.margin - left - 4
    let width = min(108, room / Double(max(1, parties.count)))
    return (width, max(7.8, min(width, 22)))
  }

  /// Whether labels of columns stand by turns above and below, for want of room.
  private var areAlternating: Bool { cell.width < 7.8 }
  private var areUpright: Bool { widest > cell.width - 2 }

  /// How high the labels of columns are.
  private var head: Double { areUpright ? min(widest, 70) + 4 : 10 }

  mutating func draw() {
    drawing.title = "Who follows whom, by \(unit.rawValue)"
    guard !parties.isEmpty else { return drawing.drawNothing("Nobody follows anybody.") }
    let top = Drawing.margin + 9 + head
    let numbers = numbers
    drawAxisNames(top: top)
    drawLabels(top: top)
    for (i, row) in parties.enumerated() {
      for (j, column) in parties.enumerated() {
        let rect = Drawing.Rect(
          x: left + Double(j) * cell.width, y: top + Double(i) * cell.height, width: cell.width,
          height: cell.height)
        draw(rect, row, column, numbers)
      }
    }
    var y = top + Double(parties.count) * cell.height + (areAlternating ? head : 0) + 6
    y = legend(numbers).draw(in: &drawing, y: y)
    drawing.height = y + Drawing.margin
    drawing.description =
      "Transitions between \(parties.count) \(unit.rawValue)s, "
      + "\(Decimals.fixed(talk.transitions.counts.sum, 0)) in all. Most: \(talk.strongest(5))."
  }

  // MARK: Labels

  private mutating func drawAxisNames(top: Double) {
    drawing.write(
      "speaks next →", left, Drawing.margin + 6, FigureFace.small, muted: true)
    let middle = top + Double(parties.count) * cell.height / 2
    let text = "← speaks first"
    let half = TextWidth.of(text, FigureFace.small) / 2
    drawing.write(
      text, Drawing.margin + 6, max(middle + half, Drawing.margin + 2 * half), FigureFace.small,
      muted: true, rotation: -90)
  }

  private mutating func drawLabels(top: Double) {
    let bottom = top + Double(parties.count) * cell.height
    for (index, name) in names.enumerated() {
      let room = left - 4 - Drawing.margin - 9
      let short = TextWidth.shortened(name, width: room, FigureFace.small)
      let y = top + (Double(index) + 0.5) * cell.height + 2.5
      drawing.write(
        short, left - 3, y, FigureFace.small, .end, tooltip: short == name ? nil : name)
      let x = left + (Double(index) + 0.5) * cell.width
      guard areUpright else {
        drawing.write(name, x, top - 3, FigureFace.small, .middle)
        continue
      }
      let isBelow = areAlternating && index % 2 == 1
      let upright = TextWidth.shortened(name, width: head - 4, FigureFace.small)
      drawing.write(
        upright, x + 2.5, isBelow ? bottom + 3 : top - 3, FigureFace.small,
        isBelow ? .end : .start, rotation: -90, tooltip: upright == name ? nil : name)
    }
  }

  // MARK: Cells

  private var numbers: Numbers {
    let pairs = parties.flatMap { row in parties.map { (row, $0) } }
    let width = { (texts: [String]) in
      texts.map { TextWidth.of($0, FigureFace.small) }.max() ?? 0
    }
    let observed = width(pairs.map { shown(talk.transitions.counts[$0.0, $0.1]) })
    let chance = width(pairs.map { options.number(expected[$0.0, $0.1], 1) })
    if cell.height >= 19, max(observed, chance) <= cell.width - 11 { return .both }
    return observed <= cell.width - 7 && cell.height >= 8 ? .observed : .none
  }

  private func shown(_ count: Double) -> String { Decimals.fixed(count, 0) }

  private mutating func draw(
    _ rect: Drawing.Rect, _ row: Int, _ column: Int, _ numbers: Numbers
  ) {
    guard row != column else {
      drawing.add(
        .rect(rect), Drawing.Paint(fill: .colour("#E0E0E0"), stroke: "#B0B0B0", strokeWidth: 0.3))
      return
    }
    let count = talk.transitions.counts[row, column]
    let surprise = Surprise(observed: count, chance: expected[row, column])
    let chance = options.number(expected[row, column], 1)
    drawing.add(
      .rect(rect),
      Drawing.Paint(fill: .colour(surprise.colour), stroke: "#B0B0B0", strokeWidth: 0.3),
      tooltip: "\(talk.name(column)) after \(talk.name(row)): \(shown(count)), by chance \(chance)",
      turns: talk.turns(row, column))
    drawSign(surprise, in: rect)
    guard numbers != .none else { return }
    let middle = rect.x + rect.width / 2 - (numbers == .both ? 0 : 1)
    let y = rect.y + rect.height / 2 + (numbers == .both ? -1.2 : 2.5)
    write(shown(count), middle, y, FigureFace.bold, surprise)
    if numbers == .both { write(chance, middle, y + 8.4, FigureFace.small, surprise) }
  }

  private mutating func write(
    _ text: String, _ x: Double, _ y: Double, _ face: TextWidth.Face, _ surprise: Surprise
  ) {
    drawing.add(
      .text(.init(text: text, at: .init(x: x, y: y), face: face, anchor: .middle)),
      .fill(surprise.text))
  }

  /// A triangle in the corner: upwards for more than chance, downwards for less.
  private mutating func drawSign(_ surprise: Surprise, in rect: Drawing.Rect) {
    guard surprise != .equal, surprise != .tooFew else { return }
    let (x, y) = (rect.right - 2.6, rect.y + 2.6)
    let up = surprise.rawValue > Surprise.equal.rawValue ? -1.0 : 1
    let corners = [
      Drawing.Point(x: x, y: y + 1.5 * up), Drawing.Point(x: x - 1.6, y: y - 1.2 * up),
      Drawing.Point(x: x + 1.6, y: y - 1.2 * up),
    ]
    drawing.add(.path(.init(corners, isClosed: true)), .fill(surprise.text))
  }

  // MARK: Words

  private func legend(_ numbers: Numbers) -> FigureLegend {
    var legend = FigureLegend()
    let maker = self
    for surprise in Surprise.allCases {
      legend.add(surprise.words(options.decimalMark), width: 12) { drawing, rect in
        var copy = maker
        copy.drawing = drawing
        copy.drawing.add(
          .rect(rect),
          Drawing.Paint(fill: .colour(surprise.colour), stroke: "#B0B0B0", strokeWidth: 0.3))
        copy.drawSign(surprise, in: rect)
        drawing = copy.drawing
      }
    }
    if numbers == .both { legend.add("bold: observed; below: by chance", width: 0) { _, _ in } }
    return legend
  }

  var notes: [String] {
    let numbers = numbers
    let left = talk.leftOut
    return talk.notes
      + [
        "By chance: counts to expect if who follows did not depend on who spoke, given how often "
          + "each speaks and that nobody follows her- or himself (quasi-independence).",
        numbers == .none ? "Cells have no room for numbers; tables print them." : nil,
        left.parties == 0
          ? nil
          : "Drawn are the \(parties.count) \(unit.rawValue)s with most transitions; "
            + "\(left.parties) others, with \(options.percent(left.share)) of the transitions, are "
            + "left out.",
      ].compactMap { $0 }
  }
}
