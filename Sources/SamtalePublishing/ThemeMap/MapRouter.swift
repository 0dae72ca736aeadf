import Samtale

/// Finds ways for boundaries and lines through the gutters between columns.
struct MapRouter {
  typealias Point = (x: Double, y: Double)

  /// A stretch of a line that runs down a gutter.
  private struct Run {
    var line: Int
    var gutter: Int
    var from: Double
    var to: Double
    var lane = 0
    var length: Double { abs(to - from) }

    /// The room it takes, at least that of a number.
    func span(_ radius: Double) -> ClosedRange<Double> {
      let (low, high) = (min(from, to), max(from, to))
      let more = max(0, 2 * radius - (high - low)) / 2 + 5
      return low - more...high + more
    }
  }

  /// An end of a line at a box.
  private struct End {
    var box: Int
    var gutter: Int
    var y = 0.0
  }

  private var stack: MapStack
  private let lines: MapLines
  private var ends: [(End, End)?] = []
  private var runs: [Run] = []
  /// Ends that leave boxes into each gutter, by height.
  private var stubs: [Int: [Double]] = [:]
  private let mostLanes: Int?

  /// How many lanes each gutter needs.
  private(set) var lanes: [Int] = []

  init(_ stack: MapStack, _ lines: MapLines, mostLanes: Int?) {
    self.stack = stack
    self.lines = lines
    self.mostLanes = mostLanes
    findEnds()
    let over = ends.compactMap { $0 }.count { $0.0.gutter != $0.1.gutter }
    if over > 0 { self.stack.moveDown(Double(over) * 6 + 4) }
    findHeights()
    findRuns()
    findLanes()
  }

  var boxes: [MapLayout.Box] { stack.boxes }

  // MARK: Ends

  /// The first box of each end, and the gutters that lie between them.
  private mutating func findEnds() {
    let first = Dictionary(
      stack.boxes.enumerated().map { ($0.element.item.node.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    ends = lines.edges.map { line in
      guard let a = first[line.edge.from], let b = first[line.edge.to] else { return nil }
      let (i, j) = (stack.boxes[a].column, stack.boxes[b].column)
      let last = max(0, stack.columns - 2)
      if i == j { return (End(box: a, gutter: min(i, last)), End(box: b, gutter: min(i, last))) }
      return (End(box: a, gutter: i < j ? i : i - 1), End(box: b, gutter: i < j ? j - 1 : j))
    }
  }

  /// Gives each end a height of its own in its box, and in its gutter if it can be had.
  private mutating func findHeights() {
    let all = ends.compactMap { $0 }.flatMap { [$0.0, $0.1] }
    let count = Dictionary(grouping: all) { $0.box }.mapValues(\.count)
    var used: [Int: Int] = [:]
    for index in ends.indices {
      guard var pair = ends[index] else { continue }
      pair.0.y = height(pair.0, &used, count)
      pair.1.y = height(pair.1, &used, count)
      ends[index] = pair
      for end in [pair.0, pair.1] { stubs[end.gutter, default: []].append(end.y) }
    }
  }

  private mutating func height(
    _ end: End, _ used: inout [Int: Int], _ count: [Int: Int]
  ) -> Double {
    let rect = stack.boxes[end.box].rect
    let place = used[end.box, default: 0] + 1
    used[end.box] = place
    let wish = rect.y + rect.height * Double(place) / Double((count[end.box] ?? 1) + 1)
    let taken = stubs[end.gutter] ?? []
    let near = [0, 2, -2, 4, -4, 6, -6].map { wish + $0 }.first { y in
      y > rect.y + 1 && y < rect.bottom - 1 && taken.allSatisfy { abs($0 - y) >= 1.8 }
    }
    return near ?? wish
  }

  // MARK: Lanes

  private mutating func findRuns() {
    var above = 0
    for (index, pair) in ends.enumerated() {
      guard let (a, b) = pair else { continue }
      if a.gutter == b.gutter {
        runs.append(Run(line: index, gutter: a.gutter, from: a.y, to: b.y))
      } else {
        above += 1
        let y = MapLayout.margin + Double(above) * 6 - 3
        runs.append(Run(line: index, gutter: a.gutter, from: a.y, to: y))
        runs.append(Run(line: index, gutter: b.gutter, from: y, to: b.y))
      }
    }
  }

  /// Shares out lanes so that runs side by side never touch.
  private mutating func findLanes() {
    lanes = Array(repeating: 0, count: max(1, stack.columns - 1))
    let order = runs.indices.sorted {
      let (a, b) = (runs[$0].span(lines.radius), runs[$1].span(lines.radius))
      return (a.lowerBound, a.upperBound, $0) < (b.lowerBound, b.upperBound, $1)
    }
    var free: [Int: [Double]] = [:]
    for index in order {
      let span = runs[index].span(lines.radius)
      let gutter = runs[index].gutter
      var ends = free[gutter] ?? []
      if let lane = ends.firstIndex(where: { $0 < span.lowerBound }) {
        runs[index].lane = lane
        ends[lane] = span.upperBound
      } else {
        runs[index].lane = ends.count
        ends.append(span.upperBound)
      }
      free[gutter] = ends
      lanes[gutter] = max(lanes[gutter], ends.count)
    }
  }

  private func x(_ run: Run) -> Double {
    let start = stack.left(run.gutter) + stack.width
    return start + lines.radius + 4 + Double(run.lane) * lines.lane
  }

  /// Where a line leaves a box.
  private func exit(_ end: End) -> Point {
    let box = stack.boxes[end.box]
    return (box.column <= end.gutter ? box.rect.right : box.rect.x, end.y)
  }

  // MARK: Routes

  var routes: [MapLayout.Route] {
    lines.edges.enumerated().map { index, line in
      let own = runs.filter { $0.line == index }
      guard let (a, b) = ends[index], let first = own.first, let last = own.last,
        mostLanes.map({ most in own.allSatisfy { $0.lane < most } }) ?? true
      else {
        return MapLayout.Route(edge: line.edge, number: line.number, points: [], mark: nil)
      }
      let middle = own.flatMap { [(x: x($0), y: $0.from), (x: x($0), y: $0.to)] }
      return MapLayout.Route(
        edge: line.edge, number: line.number, points: [exit(a)] + middle + [exit(b)],
        mark: line.number == nil ? nil : mark(first.length > last.length ? first : last))
    }
  }

  /// A place on a run that other lines do not cross, as near to its middle as can be.
  private func mark(_ run: Run) -> Point {
    let middle = (run.from + run.to) / 2
    let reach = abs(run.to - run.from) / 2
    let others = runs.filter { $0.line != run.line && $0.gutter == run.gutter }.flatMap { other in
      [ends[other.line]?.0, ends[other.line]?.1].compactMap { $0 }
        .filter { $0.gutter == run.gutter }.map(\.y)
    }
    let steps = stride(from: 0, through: reach, by: 2).flatMap { [middle + $0, middle - $0] }
    let clear = { (y: Double) in others.map { abs($0 - y) }.min() ?? .infinity }
    let best = steps.first { clear($0) > lines.radius } ?? steps.max { clear($0) < clear($1) }
    return (x(run), best ?? middle)
  }
}
