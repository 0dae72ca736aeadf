import Samtale

extension ThemeMap {
  /// The width of a drawing.
  public enum Width: Int, Sendable, CaseIterable {
    /// One column of a journal page.
    case narrow = 85
    /// The width of a page.
    case wide = 170

    /// In points of 1/72 inch.
    var points: Double { Double(rawValue) * 72 / 25.4 }
  }

  /// The map as a drawing in SVG 1.1.
  ///
  /// Themes stand in columns, their codes in boxes below them; a code under several themes stands
  /// under each. What is written on boundaries and lines stands below the map, by number. The same
  /// map gives the same bytes everywhere. Text is set in the reader's sans-serif face and is nowhere
  /// smaller than 7 points.
  ///
  /// The drawing is as high as its content; with more than about ten themes leave out the codes
  /// (``Options``) to keep it on a page.
  /// - Parameter width: How wide the drawing is.
  /// - Returns: An SVG document.
  public func svg(width: Width = .wide) -> String {
    MapDrawing(map: self, layout: MapLayout(self, width: width.points), width: width).text
  }
}

/// Writes a laid out map as SVG.
private struct MapDrawing {
  let map: ThemeMap
  let layout: MapLayout
  let width: ThemeMap.Width

  var text: String {
    let key = MapKey(map, layout)
    let height = key.bottom + MapLayout.margin
    let lines =
      head(height) + layout.boxes.flatMap(branch) + layout.boxes.flatMap(box)
      + layout.routes.flatMap(line) + layout.routes.flatMap(mark) + key.samples.flatMap(sample)
      + key.notes.map { self.text($0.text, $0.x, $0.y + 7, MapFace.small) }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  // MARK: Head

  private func head(_ height: Double) -> [String] {
    let millimetres = number(height * 25.4 / 72)
    return [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"\(width.rawValue)mm\" "
        + "height=\"\(millimetres)mm\" viewBox=\"0 0 \(number(layout.width)) \(number(height))\" "
        + "role=\"img\" aria-labelledby=\"title desc\" font-family=\"sans-serif\">",
      "<title id=\"title\">\(title.xmlEscaped)</title>",
      "<desc id=\"desc\">\(description.xmlEscaped)</desc>",
      "<rect width=\"\(number(layout.width))\" height=\"\(number(height))\" fill=\"#FFFFFF\"/>",
    ]
  }

  private var title: String {
    let name = map.title.asLabel
    return name.isEmpty ? "Thematic map" : "Thematic map: \(name)"
  }

  /// The map in words, for those who do not see it.
  private var description: String {
    let boxes = layout.boxes.filter { $0.item.caption != nil }.map { box in
      "\(box.item.text) (\(box.item.caption ?? ""))"
    }
    let names = Dictionary(
      map.nodes.map { ($0.id, $0.name.asLabel) }, uniquingKeysWith: { first, _ in first })
    let lines = layout.routes.map { MapKey.text($0, names) }
    return (boxes + lines).map { $0 + "." }.joined(separator: " ")
  }

  // MARK: Boxes

  /// The line from a box to the one that it hangs from.
  private func branch(_ box: MapLayout.Box) -> [String] {
    guard let above = box.above else { return [] }
    let x = layout.boxes[above].rect.x + MapStack.inset / 2
    let y = box.rect.y + box.rect.height / 2
    let top = layout.boxes[above].rect.bottom
    return [
      "<path d=\"M\(number(x)) \(number(top))V\(number(y))H\(number(box.rect.x))\" fill=\"none\" "
        + "stroke=\"#999999\" stroke-width=\"0.6\"/>"
    ]
  }

  private func box(_ box: MapLayout.Box) -> [String] {
    let style = MapStyle.of(box.item.node.kind)
    let face = MapFace.of(box.item.node.kind)
    let top = box.rect.y + (box.item.caption == nil ? 2 : MapStack.padding)
    let x = box.rect.x + MapStack.padding
    let step = MapStack.lineHeight(face)
    var lines = [rect(box.rect, style, radius: box.item.caption == nil ? 1 : 3)]
    lines += box.lines.enumerated().map { index, line in
      text(line, x, top + Double(index) * step + face.size * 0.95, face, style.text)
    }
    if let caption = box.item.caption {
      let y = top + Double(box.lines.count) * step + MapFace.small.size
      lines.append(text(caption, x, y, MapFace.small, style.text))
    }
    return lines
  }

  private func rect(_ rect: MapLayout.Rect, _ style: MapStyle, radius: Int) -> String {
    "<rect x=\"\(number(rect.x))\" y=\"\(number(rect.y))\" width=\"\(number(rect.width))\" "
      + "height=\"\(number(rect.height))\" rx=\"\(radius)\" \(style.attributes)/>"
  }

  // MARK: Lines

  private func line(_ route: MapLayout.Route) -> [String] {
    guard let first = route.points.first, let last = route.points.last else { return [] }
    let style = MapStyle.of(route.edge.relation)
    let path = route.points.dropFirst().map { "L\(number($0.x)) \(number($0.y))" }.joined()
    let dots = [first, last].map {
      "<circle cx=\"\(number($0.x))\" cy=\"\(number($0.y))\" r=\"1.4\" fill=\"\(style.stroke)\"/>"
    }
    return [
      "<path d=\"M\(number(first.x)) \(number(first.y))\(path)\" \(style.attributes)/>"
    ] + dots
  }

  private func mark(_ route: MapLayout.Route) -> [String] {
    guard let mark = route.mark, let value = route.number else { return [] }
    let style = MapStyle.of(route.edge.relation)
    return [
      "<circle cx=\"\(number(mark.x))\" cy=\"\(number(mark.y))\" r=\"\(number(layout.markRadius))\""
        + " fill=\"#FFFFFF\" stroke=\"\(style.stroke)\" stroke-width=\"0.7\"/>",
      "<text x=\"\(number(mark.x))\" y=\"\(number(mark.y + 2.5))\" font-size=\"7\" "
        + "text-anchor=\"middle\">\(value)</text>",
    ]
  }

  // MARK: Key

  private func sample(_ sample: MapKey.Sample) -> [String] {
    let words = { (x: Double) in text(sample.text, x, sample.y + 7, MapFace.small) }
    let right = sample.x + MapKey.sampleWidth
    switch sample.shape {
    case .none: return [words(sample.x)]
    case .box(let style):
      let box = MapLayout.Rect(x: sample.x, y: sample.y, width: MapKey.sampleWidth, height: 9)
      return [rect(box, style, radius: 1), words(right + 3)]
    case .line(let style):
      let y = number(sample.y + 4.5)
      return [
        "<path d=\"M\(number(sample.x)) \(y)H\(number(right))\" \(style.attributes)/>",
        words(right + 3),
      ]
    }
  }

  // MARK: Text and numbers

  private func text(
    _ text: String, _ x: Double, _ y: Double, _ face: TextWidth.Face, _ colour: String = "#000000"
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(face.size))\""
      + (face.isBold ? " font-weight=\"bold\"" : "")
      + (colour == "#000000" ? "" : " fill=\"\(colour)\"") + ">\(text.xmlEscaped)</text>"
  }

  /// A number with at most one decimal.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
