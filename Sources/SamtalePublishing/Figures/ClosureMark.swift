import Samtale

/// The sign of a way in which topics end: each has a shape of its own, hollow where it was computed,
/// filled where a person confirmed or decided it.
struct ClosureMark {
  var type: ClosureType
  var isDecided: Bool

  init(_ type: Judged<ClosureType>) {
    self.type = type.inForce
    isDecided = type.origin != "computed"
  }

  init(_ type: ClosureType, isDecided: Bool = false) {
    self.type = type
    self.isDecided = isDecided
  }

  /// Draws the sign around a point, about 5.5 points wide.
  func draw(
    in drawing: inout Drawing, at centre: Drawing.Point, tooltip: String? = nil,
    turns: String? = nil
  ) {
    let fill = isDecided ? Drawing.Ink.black : Drawing.Ink.paper
    let paint = Drawing.Paint(
      fill: .colour(fill), stroke: Drawing.Ink.black, strokeWidth: 0.7)
    let form: Drawing.Form =
      type == .collaborative
      ? .circle(centre, radius: 2.5)
      : .path(
        Drawing.Path(
          points.map { .init(x: centre.x + $0.0, y: centre.y + $0.1) },
          isClosed: true))
    drawing.elements.append(
      Drawing.Element(
        form: form, paint: paint, classes: [isDecided ? "ink" : "paper", "outline"],
        tooltip: tooltip, turns: turns))
  }

  /// Corners around the middle.
  private var points: [(Double, Double)] {
    switch type {
    case .collaborative: []
    case .explicitClosing: [(-2.2, -2.2), (2.2, -2.2), (2.2, 2.2), (-2.2, 2.2)]
    case .acknowledgedShift: [(0, -3), (3, 0), (0, 3), (-3, 0)]
    case .minimalAcknowledgement: [(0, -2.8), (2.8, 2.2), (-2.8, 2.2)]
    case .abruptShift: [(0, 2.8), (2.8, -2.2), (-2.8, -2.2)]
    case .stepwise: [(2.8, 0), (-2.2, 2.8), (-2.2, -2.8)]
    case .ownShift: [(-2.8, 0), (2.2, 2.8), (2.2, -2.8)]
    case .deferred: [(-2.8, -2), (0.6, -2), (2.8, 0), (0.6, 2), (-2.8, 2), (-0.6, 0)]
    case .noUptake: Self.cross.map { (($0.0 - $0.1) * 0.75, ($0.0 + $0.1) * 0.75) }
    case .disclaimer: Self.cross
    case .undetermined: [(-2.8, -0.9), (2.8, -0.9), (2.8, 0.9), (-2.8, 0.9)]
    }
  }

  private static let cross = [
    (-1.0, -3.0), (1.0, -3.0), (1.0, -1.0), (3.0, -1.0), (3.0, 1.0), (1.0, 1.0), (1.0, 3.0),
    (-1.0, 3.0), (-1.0, 1.0), (-3.0, 1.0), (-3.0, -1.0), (-1.0, -1.0),
  ]

  /// Entries of a legend for the types that occur, and for what hollow and filled mean.
  static func legend(_ closures: [TopicClosure]) -> FigureLegend {
    let types = closures.map(\.type)
    var legend = FigureLegend()
    for type in ClosureType.allCases where types.contains(where: { $0.inForce == type }) {
      legend.add(type.plainWords.lowercased(), width: 6) { drawing, rect in
        ClosureMark(type).draw(in: &drawing, at: rect.middle)
      }
    }
    guard !legend.entries.isEmpty else { return legend }
    legend.add("hollow: computed by form, a suggestion", width: 6) { drawing, rect in
      drawing.add(
        .circle(rect.middle, radius: 2),
        .init(
          fill: .colour(Drawing.Ink.paper),
          stroke: Drawing.Ink.black, strokeWidth: 0.7), "paper", "outline")
    }
    if types.contains(where: { $0.origin != "computed" }) {
      legend.add("filled: confirmed or decided by a person", width: 6) { drawing, rect in
        drawing.add(.circle(rect.middle, radius: 2.3), .fill(Drawing.Ink.black), "ink")
      }
    }
    return legend
  }
}

extension Drawing.Rect {
  var middle: Drawing.Point { .init(x: x + width / 2, y: y + height / 2) }
}
