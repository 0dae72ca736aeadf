import Samtale

/// Boxes stacked in columns.
struct MapStack {
  static let inset = 9.0
  static let padding = 4.0
  static let gap = 2.0
  static let cardGap = 12.0

  let columns: Int
  let width: Double
  let gutters: [Double]
  private(set) var boxes: [MapLayout.Box] = []

  init(_ cards: [MapCard], columns: Int, width: Double, gutters: [Double]) {
    self.columns = columns
    self.width = width
    self.gutters = gutters
    let measured = cards.map { card in card.items.map { Measured($0, width) } }
    let heights = measured.map { Self.height($0) + Self.cardGap }
    for (column, range) in Self.parts(heights, columns).enumerated() {
      var y = MapLayout.margin
      for card in measured[range] { add(card, column, &y) }
    }
  }

  /// The left edge of a column.
  func left(_ column: Int) -> Double {
    MapLayout.margin + Double(column) * width + gutters.prefix(column).reduce(0, +)
  }

  /// Moves everything down, to make room above.
  mutating func moveDown(_ distance: Double) {
    for index in boxes.indices { boxes[index].rect.y += distance }
  }

  // MARK: Boxes

  /// An item with its lines.
  private struct Measured {
    let item: MapCard.Item
    let lines: [String]
    let height: Double
    /// What stays free above it.
    let space: Double

    init(_ item: MapCard.Item, _ column: Double) {
      let face = MapFace.of(item.node.kind)
      self.item = item
      lines = TextWidth.lines(item.text, width: MapStack.textWidth(item, column), face)
      let text = Double(lines.count) * MapStack.lineHeight(face)
      height =
        item.caption == nil
        ? text + 4 : text + MapStack.lineHeight(MapFace.small) + 2 * MapStack.padding
      // A subtheme stands a little apart from the codes above it.
      space = item.depth > 0 && item.caption != nil ? 3 : 0
    }
  }

  private mutating func add(_ card: [Measured], _ column: Int, _ y: inout Double) {
    // The latest box at each depth.
    var heads: [Int] = []
    for measured in card {
      let depth = measured.item.depth
      let indent = Double(depth) * Self.inset
      let rect = MapLayout.Rect(
        x: left(column) + indent, y: y + measured.space, width: width - indent,
        height: measured.height)
      let above = depth > 0 && heads.count >= depth ? heads[depth - 1] : nil
      heads = Array(heads.prefix(depth)) + [boxes.count]
      boxes.append(
        MapLayout.Box(
          item: measured.item, rect: rect, lines: measured.lines, column: column, above: above))
      y = rect.bottom + Self.gap
    }
    y += Self.cardGap - Self.gap
  }

  static func textWidth(_ item: MapCard.Item, _ column: Double) -> Double {
    column - Double(item.depth) * inset - 2 * padding
  }

  static func lineHeight(_ face: TextWidth.Face) -> Double { face.size * 1.2 }

  private static func height(_ card: [Measured]) -> Double {
    card.reduce(-gap) { $0 + $1.space + $1.height + gap }
  }

  // MARK: Columns

  /// Cards shared out to columns in their order so that the highest column is as low as it can be.
  static func parts(_ heights: [Double], _ columns: Int) -> [Range<Int>] {
    var sums: [Double] = []
    for start in heights.indices {
      var sum = 0.0
      for height in heights[start...] {
        sum += height
        sums.append(sum)
      }
    }
    let best = sums.sorted().lazy.map { fill(heights, limit: $0) }.first { $0.count <= columns }
    var parts = best ?? []
    // No column stays empty while another has two cards.
    while parts.count < columns, let long = parts.firstIndex(where: { $0.count > 1 }) {
      let middle = parts[long].upperBound - parts[long].count / 2
      let range = parts[long]
      parts.replaceSubrange(
        long...long, with: [range.lowerBound..<middle, middle..<range.upperBound])
    }
    return parts
  }

  private static func fill(_ heights: [Double], limit: Double) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var sum = 0.0
    for (index, height) in heights.enumerated() {
      // A hair of room, since sums taken in another order may differ in the last bit.
      if index > start, sum + height > limit + 0.001 {
        parts.append(start..<index)
        (start, sum) = (index, 0)
      }
      sum += height
    }
    guard sum <= limit + 0.001 else { return Array(repeating: 0..<0, count: heights.count + 1) }
    return start < heights.count ? parts + [start..<heights.count] : parts
  }
}
