/// How wide the columns of a table are on paper, and whether its page is turned.
///
/// Widths come from ``TextWidth``. A table that is too wide for an upright page stands on a turned
/// one; one that is too wide for that is split into blocks, one below the other.
struct ColumnPlan {
  /// Some columns of the table, one beside the other.
  struct Block {
    var columns: [Int]
    /// The width of each, in points, without the gaps between.
    var widths: [Double]
  }

  /// What a format offers, in points.
  struct Page {
    /// The width of text on an upright and on a turned page.
    var upright: Double
    var turned: Double
    /// The gap between two columns.
    var gap: Double
    var face: TextWidth.Face
  }

  let blocks: [Block]
  let isTurned: Bool

  init(_ table: ShownTable, page: Page) {
    let needs = table.heads.indices.map { Need(table, column: $0, page.face) }
    let all = Array(needs.indices)
    let fits = { (columns: [Int], width: Double) in
      columns.reduce(-page.gap) { $0 + needs[$1].good + page.gap } <= width
    }
    // Where leading columns take most of the page, repeating them in every block helps nobody.
    let hasWideLead = !fits(Array(0..<table.leadingColumns), page.upright * 0.6)
    isTurned = !fits(all, page.upright) && (fits(all, page.turned) || hasWideLead)
    let width = isTurned ? page.turned : page.upright
    let split = fits(all, width) || hasWideLead ? [all] : table.blocks { fits($0, width) }
    blocks = split.filter { !$0.isEmpty }.map { columns in
      let room = width - page.gap * Double(columns.count - 1)
      return Block(columns: columns, widths: Self.widths(columns.map { needs[$0] }, room: room))
    }
  }

  /// Gives every column what it needs and text more, up to its natural width.
  private static func widths(_ needs: [Need], room: Double) -> [Double] {
    let good = needs.reduce(0) { $0 + $1.good }
    let least = needs.map { good <= room ? $0.good : $0.least }
    let spare = room - least.reduce(0, +)
    guard spare >= 0 else { return least.map { $0 * room / (room - spare) } }
    // The widest columns give way first: none is wider than `level` unless it must be.
    var (low, high) = (0.0, room)
    let widths = { (level: Double) in zip(needs, least).map { max($1, min($0.natural, level)) } }
    for _ in 0..<40 {
      let level = (low + high) / 2
      if widths(level).reduce(0, +) <= room { low = level } else { high = level }
    }
    return widths(low)
  }
}

/// How much room a column takes, in points.
private struct Need {
  /// On as few lines as possible.
  let natural: Double
  /// Without breaking numbers, and words only if very long.
  let least: Double
  /// Enough for text to be read easily.
  let good: Double

  init(_ table: ShownTable, column: Int, _ face: TextWidth.Face) {
    let texts = table.rows.map { $0[column].plain }
    let widest = { (texts: [String]) in texts.map { TextWidth.of($0, face) }.max() ?? 0 }
    let words = { (text: String) in text.split(separator: " ").map(String.init) }
    let head = widest(words(table.heads[column]))
    let content = widest(texts)
    // A little more, so that rounding never breaks a line.
    if table.alignedRight[column] {
      let whole = max(content, head, min(TextWidth.of(table.heads[column], face) / 3, 60)) + 1
      (natural, least, good) = (whole, whole, whole)
    } else {
      natural = max(content, head) + 1
      least = min(max(widest(texts.flatMap(words)), head) + 1, 110)
      good = min(natural, max(least, 12 * face.size))
    }
  }
}

extension ShownTable.Cell {
  /// The cell as it is printed, with raised numbers.
  var plain: String {
    switch self {
    case .text(let text), .number(let text): text
    case .missing(let note): "–" + (note.map(\.superscript) ?? "")
    }
  }
}
