/// A drawing in points of 1/72 inch, before a format is chosen: shapes in the order in which they
/// are painted, the origin at the top left.
///
/// Shapes carry the look of print (black on white) in attributes of their own and class names by
/// which a page's style sheet can change it; see ``Figure``.
struct Drawing {
  struct Point: Hashable {
    var x, y: Double
  }

  struct Rect: Hashable {
    var x, y, width, height: Double
    var right: Double { x + width }
    var bottom: Double { y + height }

    func overlaps(_ other: Rect) -> Bool {
      x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
  }

  /// What is painted.
  enum Form {
    case rect(Rect, radius: Int = 0)
    case path(Path)
    case circle(Point, radius: Double)
    case text(Label)
    case group([Element])
  }

  /// A form with its look and what it stands for.
  struct Element {
    var form: Form
    var paint = Paint()
    var classes: [String] = []
    /// What a pointer that rests on it is told.
    var tooltip: String?
    /// The talk that it stands for, as ``TurnReferences`` writes it.
    var turns: String?
  }

  /// One line of text.
  struct Label {
    enum Anchor: String { case start, middle, end }

    var text: String
    /// The end of the baseline that the anchor names.
    var at: Point
    var face: TextWidth.Face
    var anchor = Anchor.start
    /// Degrees, clockwise around `at`.
    var rotation = 0.0
  }

  let width: Double
  var height: Double
  var title: String
  /// What is drawn, in words.
  var description: String
  var elements: [Element] = []

  init(width: Double, height: Double = 0, title: String = "", description: String = "") {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
  }
}

extension Drawing {
  /// How a form is painted; `nil` is what its surroundings say.
  struct Paint: Hashable {
    enum Fill: Hashable {
      case none
      /// `#RRGGBB`.
      case colour(String)
      case hatch(Hatch)
    }

    var fill: Fill?
    /// `#RRGGBB`.
    var stroke: String?
    var strokeWidth: Double?
    /// SVG `stroke-dasharray`.
    var dashes: String?
    /// 0…1, of the fill.
    var opacity: Double?

    static func fill(_ colour: String) -> Paint { Paint(fill: .colour(colour)) }

    static func line(_ colour: String, _ width: Double, dashes: String? = nil) -> Paint {
      Paint(fill: Fill.none, stroke: colour, strokeWidth: width, dashes: dashes)
    }
  }

  /// A pattern laid over a colour, so that areas can be told apart without it.
  struct Hatch: Hashable, Comparable {
    enum Kind: Int, CaseIterable { case rising, dots, level, falling, crossed, upright, checks }

    var kind: Kind
    /// `#RRGGBB`.
    var colour: String

    static func < (a: Hatch, b: Hatch) -> Bool {
      (a.kind.rawValue, a.colour) < (b.kind.rawValue, b.colour)
    }
  }

  /// An outline of straight and curved pieces.
  struct Path {
    enum Step {
      case move(Point)
      case line(Point)
      case curve(Point, Point, to: Point)
      case close
    }

    var steps: [Step] = []

    init(_ steps: [Step] = []) { self.steps = steps }

    /// A line through points, closed to a surface if wanted.
    init(_ points: [Point], isClosed: Bool = false) {
      steps = points.enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) }
      if isClosed { steps.append(.close) }
    }
  }
}

extension Drawing {
  /// Colours of what is not data.
  enum Ink {
    static let black = "#000000"
    /// Words of less weight.
    static let muted = "#555555"
    /// Outlines.
    static let outline = "#333333"
    /// Lines of a grid.
    static let rule = "#D0D0D0"
    static let paper = "#FFFFFF"
  }

  mutating func add(
    _ form: Form, _ paint: Paint, _ classes: String..., tooltip: String? = nil,
    turns: String? = nil
  ) {
    elements.append(
      Element(form: form, paint: paint, classes: classes, tooltip: tooltip, turns: turns))
  }

  /// Words in the colour of ink.
  mutating func write(
    _ text: String, _ x: Double, _ y: Double, _ face: TextWidth.Face,
    _ anchor: Label.Anchor = .start, muted: Bool = false, rotation: Double = 0,
    tooltip: String? = nil
  ) {
    guard !text.isEmpty else { return }
    let label = Label(
      text: text, at: Point(x: x, y: y), face: face, anchor: anchor, rotation: rotation)
    add(
      .text(label), muted ? .fill(Ink.muted) : Paint(), muted ? "muted" : "ink", tooltip: tooltip)
  }

  /// A line of a grid or an axis.
  mutating func rule(
    from: Point, to: Point, _ colour: String = Ink.rule, width: Double = 0.5, dashes: String? = nil
  ) {
    add(
      .path(Path([from, to])), .line(colour, width, dashes: dashes),
      colour == Ink.rule ? "rule" : "outline")
  }
}
