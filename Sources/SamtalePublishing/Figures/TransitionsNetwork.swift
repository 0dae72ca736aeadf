import Samtale

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Figure {
  /// Who follows whom as a network: parties on a circle, a curve from who speaks to who speaks next,
  /// the wider the more often, running from its broad end to its point.
  ///
  /// Only the strongest ties are drawn where there are many; the notes say how many are left out.
  /// - Parameters:
  ///   - transcripts: Meetings of one corpus; one meeting for `.speaker`.
  ///   - unit: What a circle stands for.
  ///   - options: Width, colours, decimal mark.
  /// - Returns: The figure; without transitions one that says so.
  public static func network(
    _ transcripts: [Transcript], by unit: SpeakerSequence.Unit = .role,
    options: Options = Options()
  ) -> Figure {
    let palette = options.palette ?? RolePalette(transcripts)
    let talk = FollowingTalk(
      transcripts, by: unit, order: palette.roles, most: options.width == .column ? 36 : 60)
    let roles = unit == .speaker ? FollowingTalk.roles(transcripts) : [:]
    var drawing = NetworkDrawing(
      talk: talk, unit: unit, roles: roles, palette: palette, options: options,
      drawing: Drawing(width: options.width.points))
    drawing.draw()
    return Figure(drawing.drawing, width: options.width, notes: drawing.notes)
  }
}

private struct NetworkDrawing {
  struct Tie {
    /// Places on the circle.
    var from: Int
    var to: Int
    var count: Double
  }

  typealias Point = Drawing.Point

  let talk: FollowingTalk
  let unit: SpeakerSequence.Unit
  /// Roles of people by their name.
  let roles: [String: String]
  let palette: RolePalette
  let options: Figure.Options
  var drawing: Drawing

  private var number: Int { talk.shown.count }
  private var names: [String] { talk.shown.map(talk.name) }
  private var areRadial: Bool { number > 12 }

  private var labelRoom: Double {
    let widest = names.map { TextWidth.of($0, FigureFace.small) }.max() ?? 0
    return min(widest, drawing.width == Figure.Width.column.points ? 52 : 96)
  }

  private var biggest: Double { areRadial ? 5 : 9 }

  private var radius: Double {
    let most = drawing.width / 2 - Drawing.margin - labelRoom - biggest - 4
    return min(most, areRadial ? 150 : 105)
  }

  private var centre: Point {
    let above = areRadial ? labelRoom : 9
    return Point(x: drawing.width / 2, y: Drawing.margin + above + biggest + 4 + radius)
  }

  private func angle(_ place: Int) -> Double {
    2 * Double.pi * Double(place) / Double(max(1, number)) - Double.pi / 2
  }

  private func point(_ place: Int, radius: Double) -> Point {
    let angle = angle(place)
    return Point(x: centre.x + radius * cos(angle), y: centre.y + radius * sin(angle))
  }

  private func size(_ place: Int) -> Double {
    let weight = { (party: Int) in talk.followed[party] + talk.follows[party] }
    let most = talk.shown.map(weight).max() ?? 1
    return max(1.8, biggest * (weight(talk.shown[place]) / most).squareRoot())
  }

  private func look(_ place: Int) -> RolePalette.Look {
    let name = talk.transitions.parties[talk.shown[place]]
    return palette.look(of: unit == .role ? name : roles[name])
  }

  // MARK: Ties

  private var all: [Tie] {
    let counts = talk.transitions.counts
    return (0..<number).flatMap { i in
      (0..<number).compactMap { j in
        let count = counts[talk.shown[i], talk.shown[j]]
        return count > 0 ? Tie(from: i, to: j, count: count) : nil
      }
    }
    .sorted { (-$0.count, $0.from, $0.to) < (-$1.count, $1.from, $1.to) }
  }

  /// The strongest ties. Of equally strong ones all or none are drawn.
  private var drawn: [Tie] {
    let most = options.width == .column ? 36 : 48
    let all = all
    guard all.count > most else { return all }
    let stronger = all.filter { $0.count > all[most].count }
    let equal = all.filter { $0.count >= all[most].count }
    return stronger.count < most / 3 && equal.count <= 3 * most ? equal : stronger
  }

  mutating func draw() {
    drawing.title = "Network of who follows whom, by \(unit.rawValue)"
    guard number > 0 else { return drawing.drawNothing("Nobody follows anybody.") }
    let ties = drawn
    let most = ties.first?.count ?? 1
    for tie in ties { draw(tie, width: max(1.2, (areRadial ? 6 : 9) * tie.count / most)) }
    for place in 0..<number { drawNode(place) }
    let below = areRadial ? labelRoom : 9
    var y = centre.y + radius + biggest + 4 + below + 6
    y = legend(most).draw(in: &drawing, y: y)
    drawing.height = y + Drawing.margin
    drawing.description =
      "\(number) \(unit.rawValue)s, \(counted(ties.count, "tie")) drawn. "
      + "Most: \(talk.strongest(5))."
  }

  /// A curve that bends to the right of its direction and narrows to a point.
  private mutating func draw(_ tie: Tie, width: Double) {
    let start = point(tie.from, radius: radius)
    let end = point(tie.to, radius: radius)
    let distance = Point(x: end.x - start.x, y: end.y - start.y)
    let length = max(1, (distance.x * distance.x + distance.y * distance.y).squareRoot())
    let middle = Point(
      x: (start.x + end.x) / 2 - distance.y * 0.18, y: (start.y + end.y) / 2 + distance.x * 0.18)
    let (from, to) = ((size(tie.from) - 1) / length, 1 - (size(tie.to) + 1) / length)
    let steps = 14
    var (left, right): ([Point], [Point]) = ([], [])
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let t = from + (to - from) * part
      let (at, normal) = Self.curve(start, middle, end, t)
      let half = max(0.15, width / 2 * (1 - part * part * 0.85)) * (step == steps ? 0.2 : 1)
      left.append(Point(x: at.x + normal.x * half, y: at.y + normal.y * half))
      right.append(Point(x: at.x - normal.x * half, y: at.y - normal.y * half))
    }
    let look = look(tie.from)
    let (first, next) = (talk.shown[tie.from], talk.shown[tie.to])
    drawing.add(
      .path(Drawing.Path(left + right.reversed(), isClosed: true)),
      Drawing.Paint(
        fill: .colour(look.colour), stroke: look.edge == look.colour ? "#FFFFFF" : look.edge,
        strokeWidth: 0.4),
      look.name,
      tooltip: "\(talk.name(next)) after \(talk.name(first)): \(Decimals.fixed(tie.count, 0))",
      turns: talk.turns(first, next))
  }

  /// A point of a quadratic curve, and the direction across it.
  private static func curve(_ a: Point, _ b: Point, _ c: Point, _ t: Double) -> (Point, Point) {
    let s = 1 - t
    let at = Point(
      x: s * s * a.x + 2 * s * t * b.x + t * t * c.x,
      y: s * s * a.y + 2 * s * t * b.y + t * t * c.y)
    let along = Point(
      x: s * (b.x - a.x) + t * (c.x - b.x), y: s * (b.y - a.y) + t * (c.y - b.y))
    let length = max(1e-6, (along.x * along.x + along.y * along.y).squareRoot())
    return (at, Point(x: -along.y / length, y: along.x / length))
  }

  // MARK: Parties

  private mutating func drawNode(_ place: Int) {
    let look = look(place)
    let party = talk.shown[place]
    drawing.add(
      .circle(point(place, radius: radius), radius: size(place)),
      Drawing.Paint(fill: .colour(look.colour), stroke: Drawing.Ink.outline, strokeWidth: 0.7),
      look.name, "outline",
      tooltip: "\(names[place]): follows others \(Decimals.fixed(talk.follows[party], 0)) "
        + "times, is followed \(Decimals.fixed(talk.followed[party], 0)) times")
    let short = TextWidth.shortened(names[place], width: labelRoom, FigureFace.small)
    let tooltip = short == names[place] ? nil : names[place]
    areRadial ? writeRadial(short, place, tooltip) : writeLevel(short, place, tooltip)
  }

  private mutating func writeLevel(_ text: String, _ place: Int, _ tooltip: String?) {
    let at = point(place, radius: radius + biggest + 2)
    let across = cos(angle(place))
    let down = sin(angle(place))
    let anchor: Drawing.Label.Anchor = abs(across) < 0.25 ? .middle : across > 0 ? .start : .end
    drawing.write(
      text, at.x, at.y + 2.5 + down * 3.5, FigureFace.small, anchor, tooltip: tooltip)
  }

  /// Along the radius, readable from the left or the right.
  private mutating func writeRadial(_ text: String, _ place: Int, _ tooltip: String?) {
    let turned = angle(place) * 180 / Double.pi
    let isLeft = cos(angle(place)) < -1e-9
    let at = point(place, radius: radius + biggest + 2)
    // The baseline lies beside the radius by a part of the size of the type.
    let shift = isLeft ? -2.5 : 2.5
    let x = at.x - sin(angle(place)) * shift
    let y = at.y + cos(angle(place)) * shift
    drawing.write(
      text, x, y, FigureFace.small, isLeft ? .end : .start,
      rotation: isLeft ? turned + 180 : turned, tooltip: tooltip)
  }

  // MARK: Words

  private func legend(_ most: Double) -> FigureLegend {
    let used = Set((0..<number).compactMap { roles[names[$0]] })
    var legend =
      unit == .speaker
      ? palette.legend(palette.roles.filter(used.contains), withHatch: false) : FigureLegend()
    legend.add(
      "from who speaks to who speaks next; widest: \(counted(Int(most), "time"))", width: 22
    ) { drawing, rect in
      let y = rect.middle.y
      let corners = [
        Point(x: rect.x, y: y - 2.6), Point(x: rect.right, y: y - 0.2),
        Point(x: rect.right, y: y + 0.2), Point(x: rect.x, y: y + 2.6),
      ]
      drawing.add(
        .path(Drawing.Path(corners, isClosed: true)), .fill(Drawing.Ink.muted), "muted")
    }
    return legend
  }

  var notes: [String] {
    let (all, drawn) = (all, drawn)
    let sum = { (ties: [Tie]) in ties.reduce(0) { $0 + $1.count } }
    let total = max(1, talk.transitions.counts.sum)
    let missing =
      all.count == drawn.count
      ? nil
      : "Drawn are the \(drawn.count) strongest of \(all.count) ties, with "
        + "\(options.percent(sum(drawn) / total)) of the transitions; "
        + "\(all.count - drawn.count) weaker ones are left out."
    let left = talk.leftOut.parties
    return talk.notes
      + [
        missing,
        left == 0 ? nil : "\(left) \(unit.rawValue)s with fewest transitions are left out.",
      ].compactMap { $0 }
  }
}
