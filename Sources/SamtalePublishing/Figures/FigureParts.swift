import Samtale

/// Sizes of type in figures. Nothing is smaller than 7 points.
enum FigureFace {
  static let small = TextWidth.Face(size: 7)
  static let bold = TextWidth.Face(size: 7, isBold: true)
}

extension Drawing {
  /// What stays free around a figure.
  static let margin = 4.0
  /// The distance of two lines of small type.
  static let lineHeight = 9.0
}

/// Positions along an axis.
struct FigureAxis {
  var values: ClosedRange<Double>
  var from: Double
  var to: Double

  /// Where a value stands; values outside stand at the ends.
  func place(_ value: Double) -> Double {
    let span = values.upperBound - values.lowerBound
    guard span > 0 else { return from }
    let part = (value - values.lowerBound) / span
    return from + min(max(part, 0), 1) * (to - from)
  }

  /// Round values, as many as fit with their labels.
  /// - Parameters:
  ///   - steps: Distances that may be taken, ascending.
  ///   - label: How a value is written.
  /// - Returns: The values with their labels; the first alone if no distance fits.
  func ticks(_ steps: [Double], _ label: (Double) -> String) -> [(value: Double, label: String)] {
    for step in steps {
      let ticks = ticks(step: step, label)
      if fits(ticks) { return ticks }
    }
    return [(values.lowerBound, label(values.lowerBound))]
  }

  private func ticks(step: Double, _ label: (Double) -> String) -> [(Double, String)] {
    let first = (values.lowerBound / step).rounded(.up)
    let last = (values.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 60 else { return [] }
    return stride(from: first, through: last, by: 1).map { ($0 * step, label($0 * step)) }
  }

  private func fits(_ ticks: [(value: Double, label: String)]) -> Bool {
    guard ticks.count > 1 else { return false }
    let widest = ticks.map { TextWidth.of($0.label, FigureFace.small) }.max() ?? 0
    return place(ticks[1].value) - place(ticks[0].value) >= widest + 8
  }

  static let seconds: [Double] = [
    10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400,
  ]

  /// 1, 2, 5, 10 … times a unit.
  static func decimal(from unit: Double) -> [Double] {
    var steps: [Double] = []
    var power = unit
    while steps.count < 30 {
      steps += [power, 2 * power, 5 * power]
      power *= 10
    }
    return steps
  }
}

extension Drawing {
  /// Draws an axis with its ticks, labels and title below `y`; lines of the grid begin at `top`,
  /// if it is given.
  mutating func addAxis(
    _ axis: FigureAxis, y: Double, ticks: [(value: Double, label: String)], title: String,
    top: Double? = nil
  ) {
    for tick in ticks {
      let x = axis.place(tick.value)
      if let top { rule(from: Point(x: x, y: top), to: Point(x: x, y: y)) }
      rule(from: Point(x: x, y: y), to: Point(x: x, y: y + 2.5), Ink.outline)
      write(tick.label, held(x, tick.label), y + 9.5, FigureFace.small, .middle)
    }
    rule(from: Point(x: axis.from, y: y), to: Point(x: axis.to, y: y), Ink.outline, width: 0.7)
    let room = width - 2 * Self.margin
    let shown = TextWidth.shortened(title, width: room, FigureFace.small)
    write(shown, held((axis.from + axis.to) / 2, shown), y + 19, FigureFace.small, .middle)
  }

  /// The middle of a text such that it stays inside the drawing.
  func held(_ x: Double, _ text: String) -> Double {
    let half = TextWidth.of(text, FigureFace.small) / 2
    return max(Self.margin + half, min(width - Self.margin - half, x))
  }

  /// What ``addAxis(_:y:ticks:title:top:)`` takes below its line.
  static let axisHeight = 21.0
}

/// Samples with words, set one after the other in lines.
struct FigureLegend {
  /// One entry: what draws the sample in a box of the given place, 10 points wide and 7 high.
  struct Entry {
    var text: String
    var sampleWidth = 10.0
    var draw: (inout Drawing, Drawing.Rect) -> Void
  }

  var entries: [Entry] = []

  mutating func add(
    _ text: String, width: Double = 10, _ draw: @escaping (inout Drawing, Drawing.Rect) -> Void
  ) {
    entries.append(Entry(text: text, sampleWidth: width, draw: draw))
  }

  /// Draws the entries below `y`.
  /// - Returns: The bottom.
  func draw(in drawing: inout Drawing, y: Double) -> Double {
    guard !entries.isEmpty else { return y }
    let right = drawing.width - Drawing.margin
    var (x, y) = (Drawing.margin, y)
    for entry in entries {
      let room = right - Drawing.margin - entry.sampleWidth - 3
      let lines = TextWidth.lines(entry.text, width: room, FigureFace.small)
      let widest = lines.map { TextWidth.of($0, FigureFace.small) }.max() ?? 0
      if x > Drawing.margin, x + entry.sampleWidth + 3 + widest > right {
        (x, y) = (Drawing.margin, y + 10)
      }
      entry.draw(
        &drawing, Drawing.Rect(x: x, y: y + 0.5, width: entry.sampleWidth, height: 7))
      for (index, line) in lines.enumerated() {
        if index > 0 { y += Drawing.lineHeight }
        drawing.write(line, x + entry.sampleWidth + 3, y + 6.8, FigureFace.small)
      }
      x += entry.sampleWidth + 3 + widest + 9
    }
    return y + 10
  }
}

extension Drawing {
  /// A field in the colour of a role, with its pattern.
  mutating func fill(
    _ rect: Rect, _ look: RolePalette.Look, withHatch: Bool = true, tooltip: String? = nil,
    turns: String? = nil
  ) {
    add(
      .rect(rect), Paint(fill: .colour(look.colour), stroke: look.edge, strokeWidth: 0.3),
      look.name, tooltip: withHatch ? nil : tooltip,
      turns: withHatch && look.hatch != nil ? nil : turns)
    guard withHatch, let hatch = look.hatch else {
      if withHatch, let tooltip { elements[elements.count - 1].tooltip = tooltip }
      return
    }
    // The pattern lies on top, so that it is what a pointer meets.
    elements.append(
      Element(
        form: .rect(rect), paint: Paint(fill: .hatch(hatch)), tooltip: tooltip, turns: turns))
  }
}

extension RolePalette {
  /// Entries of a legend for roles.
  func legend(_ roles: [String], withHatch: Bool) -> FigureLegend {
    var legend = FigureLegend()
    let named = withHatch ? roles : roles.filter { self.roles.prefix(8).contains($0) }
    for role in named {
      let look = look(of: role)
      legend.add(role.asLabel) { drawing, rect in
        drawing.fill(rect, look, withHatch: withHatch)
        drawing.add(.rect(rect), .line(Drawing.Ink.outline, 0.3), "outline")
      }
    }
    // Without patterns greys say no more than that.
    if named.count < roles.count {
      legend.add("other roles") { drawing, rect in
        drawing.add(
          .rect(rect), Drawing.Paint(fill: .colour("#8C8C8C"), stroke: "#6A6A6A", strokeWidth: 0.3),
          "role-more")
      }
    }
    return legend
  }
}

extension Drawing {
  /// A figure that has nothing to show says so.
  mutating func drawNothing(_ text: String) {
    description = text
    let room = width - 2 * Self.margin
    write(
      TextWidth.shortened(text, width: room, FigureFace.small), Self.margin, 14, FigureFace.small)
    height = 22
  }
}

/// A list of numbered or plain lines in one or two columns.
struct FigureList {
  var items: [(mark: String, text: String)]

  /// Draws the list below `y`; items read downwards.
  /// - Returns: The bottom.
  func draw(in drawing: inout Drawing, y: Double) -> Double {
    guard !items.isEmpty else { return y }
    let columns = drawing.width > 300 ? 2 : 1
    let all = drawing.width - 2 * Drawing.margin
    let column = (all - Double(columns - 1) * 12) / Double(columns)
    let marks = items.map { TextWidth.of($0.mark, FigureFace.small) }.max() ?? 0
    let wrapped = items.map {
      TextWidth.lines($0.text, width: column - marks - 4, FigureFace.small)
    }
    let total = wrapped.reduce(0) { $0 + max(1, $1.count) }
    let most = (total + columns - 1) / columns
    var (line, place, deepest) = (0, 0, 0)
    for (item, lines) in zip(items, wrapped) {
      if line > 0, line + max(1, lines.count) > most, place < columns - 1 {
        (line, place) = (0, place + 1)
      }
      let x = Drawing.margin + Double(place) * (column + 12)
      let top = y + Double(line) * Drawing.lineHeight + 7
      drawing.write(item.mark, x + marks, top, FigureFace.small, .end)
      for (index, text) in lines.enumerated() {
        let at = top + Double(index) * Drawing.lineHeight
        drawing.write(text, x + marks + 4, at, FigureFace.small)
      }
      line += max(1, lines.count)
      deepest = max(deepest, line)
    }
    return y + Double(deepest) * Drawing.lineHeight
  }
}
