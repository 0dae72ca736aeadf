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
    let heights = cards.map { Self.height($0, width) + Self.cardGap }
    for (column, range) in Self.parts(heights, columns).enumerated() {
      var y = MapLayout.margin
      for card in cards[range] { add(card, column, &y) }
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

  private mutating func add(_ card: MapCard, _ column: Int, _ y: inout Double) {
    /// The latest box at each depth.
    var heads: [Int] = []
    for item in card.items {
      if item.depth > 0 { y += Self.space(above: item) }
      let lines = Self.lines(item, width)
      let indent = Double(item.depth) * Self.inset
      let rect = MapLayout.Rect(
        x: left(column) + indent, y: y, width: width - indent, height: Self.height(item, width))
      let above = item.depth > 0 && heads.count >= item.depth ? heads[item.depth - 1] : nil
      heads = Array(heads.prefix(item.depth)) + [boxes.count]
      boxes.append(
        MapLayout.Box(item: item, rect: rect, lines: lines, column: column, above: above))
      y = rect.bottom + Self.gap
    }
    y += Self.cardGap - Self.gap
  }

  static func textWidth(_ item: MapCard.Item, _ column: Double) -> Double {
    column - Double(item.depth) * inset - 2 * padding
  }

  private static func lines(_ item: MapCard.Item, _ column: Double) -> [String] {
    TextWidth.lines(
      item.text, width: textWidth(item, column), MapFace.of(item.node.kind))
  }

  static func lineHeight(_ face: TextWidth.Face) -> Double { face.size * 1.2 }

  private static func height(_ item: MapCard.Item, _ column: Double) -> Double {
    let lines = Double(lines(item, column).count) * lineHeight(MapFace.of(item.node.kind))
    let caption = item.caption == nil ? 0 : lineHeight(MapFace.small)
    return lines + caption + (item.caption == nil ? 4 : 2 * padding)
  }

  private static func height(_ card: MapCard, _ column: Double) -> Double {
    card.items.reduce(-gap) { sum, item in
      sum + height(item, column) + gap + (item.depth > 0 ? space(above: item) : 0)
    }
  }

  /// A subtheme stands a little apart from the codes above it.
  private static func space(above item: MapCard.Item) -> Double { item.caption == nil ? 0 : 3 }

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
