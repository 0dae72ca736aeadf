import Samtale

extension Drawing {
  /// The drawing as a document in SVG 1.1, ending with a line end.
  ///
  /// The same drawing gives the same bytes everywhere. Identifiers end in a digest of the content, so
  /// that several drawings can stand in one page.
  var svg: String {
    let plain = SVGWriter(drawing: self, suffix: "").lines.joined(separator: "\n")
    let lines = SVGWriter(drawing: self, suffix: "-" + Self.digest(plain)).lines
    return lines.joined(separator: "\n") + "\n"
  }

  /// FNV-1a, 32 bits.
  private static func digest(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// A number with at most one decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

/// Writes a drawing, one shape a line.
private struct SVGWriter {
  let drawing: Drawing
  /// Stands after every identifier.
  let suffix: String

  var lines: [String] { head + patterns + drawing.elements.map(element) + ["</svg>"] }

  private var head: [String] {
    let (width, height) = (Drawing.number(drawing.width), Drawing.number(drawing.height))
    let millimetres = [drawing.width, drawing.height].map { Drawing.number($0 * 25.4 / 72) }
    return [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"\(millimetres[0])mm\" "
        + "height=\"\(millimetres[1])mm\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
        + "aria-labelledby=\"title\(suffix) desc\(suffix)\" font-family=\"sans-serif\">",
      "<title id=\"title\(suffix)\">\(drawing.title.xmlEscaped)</title>",
      "<desc id=\"desc\(suffix)\">\(drawing.description.xmlEscaped)</desc>",
      "<rect width=\"\(width)\" height=\"\(height)\" class=\"paper\" fill=\"#FFFFFF\"/>",
    ]
  }

  // MARK: Elements

  private func element(_ element: Drawing.Element) -> String {
    let rest = look(element) + (element.turns.map { " data-turns=\"\($0.xmlEscaped)\"" } ?? "")
    let title = element.tooltip.map { "<title>\($0.xmlEscaped)</title>" } ?? ""
    switch element.form {
    case .rect(let rect, let radius):
      return closed("rect", geometry(rect, radius) + rest, title)
    case .path(let path): return closed("path", "d=\"\(data(path))\"" + rest, title)
    case .circle(let centre, let radius):
      let place = "cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(radius))\""
      return closed("circle", place + rest, title)
    case .text(let label):
      return "<text \(geometry(label))\(rest)>\(title)\(label.text.xmlEscaped)</text>"
    case .group(let elements):
      let inside = elements.map(self.element)
      return (["<g\(rest)>\(title)"] + inside + ["</g>"]).joined(separator: "\n")
    }
  }

  private func closed(_ name: String, _ attributes: String, _ content: String) -> String {
    content.isEmpty ? "<\(name) \(attributes)/>" : "<\(name) \(attributes)>\(content)</\(name)>"
  }

  private func geometry(_ rect: Drawing.Rect, _ radius: Int) -> String {
    "x=\"\(number(rect.x))\" y=\"\(number(rect.y))\" width=\"\(number(rect.width))\" "
      + "height=\"\(number(rect.height))\"" + (radius == 0 ? "" : " rx=\"\(radius)\"")
  }

  private func geometry(_ label: Drawing.Label) -> String {
    let (x, y) = (number(label.at.x), number(label.at.y))
    return "x=\"\(x)\" y=\"\(y)\" font-size=\"\(number(label.face.size))\""
      + (label.face.isBold ? " font-weight=\"bold\"" : "")
      + (label.anchor == .start ? "" : " text-anchor=\"\(label.anchor.rawValue)\"")
      + (label.rotation == 0 ? "" : " transform=\"rotate(\(number(label.rotation)) \(x) \(y))\"")
  }

  private func data(_ path: Drawing.Path) -> String {
    path.steps.map { step in
      switch step {
      case .move(let p): "M\(place(p))"
      case .line(let p): "L\(place(p))"
      case .curve(let a, let b, let p): "C\(place(a)) \(place(b)) \(place(p))"
      case .close: "Z"
      }
    }.joined()
  }

  private func place(_ point: Drawing.Point) -> String {
    "\(number(point.x)) \(number(point.y))"
  }

  private func number(_ value: Double) -> String { Drawing.number(value) }

  // MARK: Look

  private func look(_ element: Drawing.Element) -> String {
    let paint = element.paint
    let classes = element.classes.joined(separator: " ")
    let fill =
      switch paint.fill {
      case nil: ""
      case .some(.none): " fill=\"none\""
      case .colour(let colour): " fill=\"\(colour)\""
      case .hatch(let hatch): " fill=\"url(#\(name(hatch)))\""
      }
    return (classes.isEmpty ? "" : " class=\"\(classes)\"") + fill
      + (paint.opacity.map { " fill-opacity=\"\(number($0))\"" } ?? "")
      + (paint.stroke.map { " stroke=\"\($0)\"" } ?? "")
      + (paint.strokeWidth.map { " stroke-width=\"\(number($0))\"" } ?? "")
      + (paint.dashes.map { " stroke-dasharray=\"\($0)\"" } ?? "")
  }

  // MARK: Patterns

  private func name(_ hatch: Drawing.Hatch) -> String {
    "hatch-\(hatch.kind)-\(hatch.colour.dropFirst())\(suffix)"
  }

  private var patterns: [String] {
    let used = Set(drawing.elements.flatMap(\.hatches)).sorted()
    guard !used.isEmpty else { return [] }
    return ["<defs>"] + used.map(pattern) + ["</defs>"]
  }

  private func pattern(_ hatch: Drawing.Hatch) -> String {
    let content =
      hatch.kind == .dots
      ? "<circle cx=\"1.5\" cy=\"1.5\" r=\"0.6\" fill=\"\(hatch.colour)\"/>"
      : "<path d=\"\(hatch.kind.strokes)\" stroke=\"\(hatch.colour)\" stroke-width=\"0.5\" "
        + "fill=\"none\" stroke-opacity=\"0.7\"/>"
    let size = hatch.kind == .dots ? "3" : "4"
    return "<pattern id=\"\(name(hatch))\" width=\"\(size)\" height=\"\(size)\" "
      + "patternUnits=\"userSpaceOnUse\">\(content)</pattern>"
  }
}

extension Drawing.Element {
  /// The patterns of the element and those inside it.
  fileprivate var hatches: [Drawing.Hatch] {
    let own: [Drawing.Hatch] = if case .hatch(let hatch) = paint.fill { [hatch] } else { [] }
    guard case .group(let elements) = form else { return own }
    return own + elements.flatMap(\.hatches)
  }
}

extension Drawing.Hatch.Kind {
  /// Lines in a square of 4 points that fit together with their neighbours.
  fileprivate var strokes: String {
    switch self {
    case .rising: "M-1 1L1 -1M0 4L4 0M3 5L5 3"
    case .falling: "M-1 3L1 5M0 0L4 4M3 -1L5 1"
    case .level: "M0 2H4"
    case .upright: "M2 0V4"
    case .crossed: "M0 2H4M2 0V4"
    case .checks: "M0 0L4 4M0 4L4 0"
    case .dots: ""
    }
  }
}
