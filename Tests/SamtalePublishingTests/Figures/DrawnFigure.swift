import Testing

@testable import Samtale
@testable import SamtalePublishing

/// A figure read back from its SVG with the library's own parser.
struct DrawnFigure {
  /// One element with its attributes and the text directly inside it.
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""

    func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
    var classes: [String] {
      attributes["class", default: ""].split(separator: " ").map(String.init)
    }
  }

  let elements: [Element]
  let problems: [String]
  let width: Double
  let height: Double

  init(_ svg: String) throws {
    var handler = Handler()
    var rest = Array(svg.utf8)[...]
    XMLParser.parse(vocabulary: [], handler: &handler) { buffer in
      let piece = rest.prefix(buffer.count)
      buffer.copyBytes(from: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    elements = handler.elements
    problems = handler.problems
    let root = try #require(elements.first)
    let box = (root.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    try #require(root.name == "svg" && box.count == 4)
    (width, height) = (box[2], box[3])
  }

  private struct Handler: XMLEventHandler {
    var elements: [Element] = []
    var problems: [String] = []
    private var open: [Int] = []

    mutating func startElement(_ tag: XMLStartTag) {
      let attributes = Dictionary(
        tag.attributeStrings.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
      elements.append(Element(name: tag.localNameString, attributes: attributes))
      open.append(elements.count - 1)
    }
    mutating func endElement() { open.removeLast() }
    mutating func characters(_ bytes: XMLBytes, at context: UnsafeMutablePointer<XMLContext>) {
      if let last = open.last { elements[last].text += bytes.string }
    }
    mutating func problem(_ problem: XMLProblem) { problems.append(problem.what) }
  }

  // MARK: Words

  /// A line of text with the corners of the box that it takes.
  struct Label {
    var text: String
    var corners: [Drawing.Point]

    /// Whether the boxes share room: no side of either parts them.
    func overlaps(_ other: Label) -> Bool {
      let all = [corners, other.corners]
      for box in all {
        for (a, b) in zip(box, box.dropFirst() + box.prefix(1)) {
          let (nx, ny) = (a.y - b.y, b.x - a.x)
          let spans = all.map { points -> ClosedRange<Double> in
            let along = points.map { ($0.x * nx + $0.y * ny) / (nx * nx + ny * ny).squareRoot() }
            return (along.min() ?? 0)...(along.max() ?? 0)
          }
          // Rounding to a tenth of a point on either side.
          if min(spans[0].upperBound, spans[1].upperBound)
            - max(spans[0].lowerBound, spans[1].lowerBound) < 0.25
          {
            return false
          }
        }
      }
      return true
    }
  }

  var labels: [Label] { elements.filter { $0.name == "text" }.map(label) }

  /// From the top of capitals to the bottom of descenders: 0.76 and 0.24 of the size.
  private func label(_ element: Element) -> Label {
    let face = TextWidth.Face(
      size: element.number("font-size"), isBold: element.attributes["font-weight"] == "bold")
    let wide = TextWidth.of(element.text, face)
    let (x, y) = (element.number("x"), element.number("y"))
    let left =
      switch element.attributes["text-anchor"] {
      case "middle": x - wide / 2
      case "end": x - wide
      default: x
      }
    let box = [
      (left, y - 0.76 * face.size), (left + wide, y - 0.76 * face.size),
      (left + wide, y + 0.24 * face.size), (left, y + 0.24 * face.size),
    ]
    let turn = turn(element.attributes["transform"] ?? "")
    return Label(
      text: element.text,
      corners: box.map { corner in
        let (dx, dy) = (corner.0 - x, corner.1 - y)
        return .init(x: x + dx * turn.cos - dy * turn.sin, y: y + dx * turn.sin + dy * turn.cos)
      })
  }

  private func turn(_ transform: String) -> (sin: Double, cos: Double) {
    guard transform.hasPrefix("rotate("),
      let degrees = Double(transform.dropFirst(7).prefix { $0 != " " })
    else { return (0, 1) }
    // Taylor series are exact enough for a few turns of a label.
    var angle = degrees * Double.pi / 180
    while angle > Double.pi { angle -= 2 * Double.pi }
    while angle < -Double.pi { angle += 2 * Double.pi }
    var (sine, cosine, term) = (0.0, 0.0, 1.0)
    for power in 0..<30 {
      switch power % 4 {
      case 0: cosine += term
      case 1: sine += term
      case 2: cosine -= term
      default: sine -= term
      }
      term *= angle / Double(power + 1)
    }
    return (sine, cosine)
  }

  /// Pairs of labels that overlap, and labels that leave the drawing.
  var faults: [String] {
    let labels = labels
    var faults: [String] = []
    for (index, label) in labels.enumerated() {
      for corner in label.corners
      where corner.x < -0.1 || corner.y < -0.1 || corner.x > width + 0.1 || corner.y > height + 0.1
      {
        faults.append("“\(label.text)” leaves the drawing")
        break
      }
      for other in labels[(index + 1)...] where label.overlaps(other) {
        faults.append("“\(label.text)” and “\(other.text)” overlap")
      }
    }
    return faults
  }

  /// Shapes that name their talk.
  var turns: [String] { elements.compactMap { $0.attributes["data-turns"] } }
}
