import Samtale

extension ThemeMap {
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
  public func svg(width: Figure.Width = .page) -> String {
    Figure.themeMap(self, width: width).svg
  }
}

extension Figure {
  /// The thematic map of a study; see ``Samtale/ThemeMap/svg(width:)``.
  /// - Parameters:
  ///   - map: Themes, codes and how they stand to each other. It has no sizes and no counts.
  ///   - width: How wide the drawing is.
  /// - Returns: The figure.
  public static func themeMap(_ map: ThemeMap, width: Width = .page) -> Figure {
    let drawing = MapDrawing(map: map, layout: MapLayout(map, width: width.points)).drawing
    return Figure(
      drawing, width: width,
      notes: ["Themes are developed by the researchers; sizes and places on the map mean nothing."])
  }
}

/// Draws a laid out map.
private struct MapDrawing {
  typealias Element = Drawing.Element
  typealias Point = Drawing.Point

  let map: ThemeMap
  let layout: MapLayout

  var drawing: Drawing {
    let key = MapKey(map, layout)
    var drawing = Drawing(
      width: layout.width, height: key.bottom + MapLayout.margin, title: title,
      description: description)
    drawing.elements = layout.boxes.flatMap(branch) + layout.boxes.flatMap(box)
    drawing.elements += layout.routes.flatMap(line) + layout.routes.flatMap(mark)
    drawing.elements += key.samples.flatMap(sample)
    drawing.elements += key.notes.map { word($0.text, $0.x, $0.y + 7, MapFace.small) }
    return drawing
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
  private func branch(_ box: MapLayout.Box) -> [Element] {
    guard let above = box.above else { return [] }
    let x = layout.boxes[above].rect.x + MapStack.inset / 2
    let y = box.rect.y + box.rect.height / 2
    let top = layout.boxes[above].rect.bottom
    let path = Drawing.Path([Point(x: x, y: top), Point(x: x, y: y), Point(x: box.rect.x, y: y)])
    return [Element(form: .path(path), paint: .line("#999999", 0.6), classes: ["outline"])]
  }

  private func box(_ box: MapLayout.Box) -> [Element] {
    let style = MapStyle.of(box.item.node.kind)
    let face = MapFace.of(box.item.node.kind)
    let top = box.rect.y + (box.item.caption == nil ? 2 : MapStack.padding)
    let x = box.rect.x + MapStack.padding
    let step = MapStack.lineHeight(face)
    var elements = [rect(box.rect, style, radius: box.item.caption == nil ? 1 : 3)]
    elements += box.lines.enumerated().map { index, line in
      text(line, x, top + Double(index) * step + face.size * 0.95, face, style.text)
    }
    if let caption = box.item.caption {
      let y = top + Double(box.lines.count) * step + MapFace.small.size
      elements.append(text(caption, x, y, MapFace.small, style.text))
    }
    return elements
  }

  private func rect(_ rect: Drawing.Rect, _ style: MapStyle, radius: Int) -> Element {
    Element(form: .rect(rect, radius: radius), paint: style.paint)
  }

  // MARK: Lines

  private func line(_ route: MapLayout.Route) -> [Element] {
    guard let first = route.points.first, let last = route.points.last else { return [] }
    let style = MapStyle.of(route.edge.relation)
    let path = Drawing.Path(route.points.map { Point(x: $0.x, y: $0.y) })
    let dots = [first, last].map {
      Element(
        form: .circle(Point(x: $0.x, y: $0.y), radius: 1.4), paint: .fill(style.stroke),
        classes: style.lineClass == nil ? [] : ["ink"])
    }
    return [line(path, style)] + dots
  }

  private func line(_ path: Drawing.Path, _ style: MapStyle) -> Element {
    Element(form: .path(path), paint: style.paint, classes: [style.lineClass].compactMap { $0 })
  }

  private func mark(_ route: MapLayout.Route) -> [Element] {
    guard let mark = route.mark, let value = route.number else { return [] }
    let style = MapStyle.of(route.edge.relation)
    let label = Drawing.Label(
      text: String(value), at: Point(x: mark.x, y: mark.y + 2.5), face: MapFace.small,
      anchor: .middle)
    return [
      Element(
        form: .circle(Point(x: mark.x, y: mark.y), radius: layout.markRadius),
        paint: .init(fill: .colour("#FFFFFF"), stroke: style.stroke, strokeWidth: 0.7)),
      Element(form: .text(label)),
    ]
  }

  // MARK: Key

  private func sample(_ sample: MapKey.Sample) -> [Element] {
    let words = { (x: Double) in word(sample.text, x, sample.y + 7, MapFace.small) }
    let right = sample.x + MapKey.sampleWidth
    switch sample.shape {
    case .none: return [words(sample.x)]
    case .box(let style):
      let box = Drawing.Rect(x: sample.x, y: sample.y, width: MapKey.sampleWidth, height: 9)
      return [rect(box, style, radius: 1), words(right + 3)]
    case .line(let style):
      let y = sample.y + 4.5
      let path = Drawing.Path([Point(x: sample.x, y: y), Point(x: right, y: y)])
      return [line(path, style), words(right + 3)]
    }
  }

  // MARK: Text

  /// Words on the ground.
  private func word(_ text: String, _ x: Double, _ y: Double, _ face: TextWidth.Face) -> Element {
    var element = self.text(text, x, y, face, "#000000")
    element.classes = ["ink"]
    return element
  }

  /// Words in a box, which keeps its colours.
  private func text(
    _ text: String, _ x: Double, _ y: Double, _ face: TextWidth.Face, _ colour: String
  ) -> Element {
    let label = Drawing.Label(text: text, at: Point(x: x, y: y), face: face)
    return Element(
      form: .text(label), paint: colour == "#000000" ? .init() : .fill(colour))
  }
}
