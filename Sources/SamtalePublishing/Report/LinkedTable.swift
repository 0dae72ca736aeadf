import Samtale

/// What a number counts or rests on.
struct Evidence: Hashable {
  var kind: Report.LinkedCell.Kind
  /// Numbers of the things on the page, in the order of the talk.
  var items: [Int]
  /// Whether the number counts just these things.
  var isCounted = false

  static func turns(_ items: [Int], isCounted: Bool = false) -> Evidence {
    Evidence(kind: .turns, items: items.sorted(), isCounted: isCounted)
  }

  static func contributions(_ items: [Int], isCounted: Bool = false) -> Evidence {
    Evidence(kind: .contributions, items: items.sorted(), isCounted: isCounted)
  }

  static func topics(_ items: [Int], isCounted: Bool = false) -> Evidence {
    Evidence(kind: .topics, items: items.sorted(), isCounted: isCounted)
  }

  /// The numbers as steps from one to the next in base 36, `step*n` for n equal ones, behind the
  /// letter of the kind: `t3 1*4` is turns 2, 3, 4, 5 and 6, since the first step is from −1.
  var encoded: String {
    var steps: [(step: Int, times: Int)] = []
    var last = -1
    for item in items {
      let step = item - last
      last = item
      if steps.last?.step == step {
        steps[steps.count - 1].times += 1
      } else {
        steps.append((step, 1))
      }
    }
    let shown = steps.map { step, times in
      String(step, radix: 36) + (times > 1 ? "*\(times)" : "")
    }
    return kind.rawValue + shown.joined(separator: " ")
  }
}

/// A table whose numbers lead to talk.
struct LinkedTable {
  var table: Table
  var links: [Place: Evidence] = [:]
  /// Cells that lead to a place of the page.
  var addresses: [Place: String] = [:]

  /// A cell.
  struct Place: Hashable {
    var row: Int
    /// The key of the column.
    var column: String
  }

  init(_ table: Table) { self.table = table }

  func cell(_ place: Place) -> Table.Cell? {
    guard table.rows.indices.contains(place.row),
      let column = table.columns.firstIndex(where: { $0.key == place.column })
    else { return nil }
    return table.rows[place.row].cells[column]
  }

  /// What the first cell of a row says.
  func rowName(_ row: Int) -> String {
    if case .text(let text)? = table.rows[row].cells.first { text } else { "" }
  }

  /// Links cells of a row to what is behind them; cells without a value and empty lists stay plain.
  mutating func link(_ row: Int, _ columns: [String], _ evidence: Evidence) {
    guard !evidence.items.isEmpty else { return }
    for column in columns {
      let place = Place(row: row, column: column)
      switch cell(place) {
      case .integer, .number: links[place] = evidence
      default: continue
      }
    }
  }

  /// Links a cell to a place of the page.
  mutating func link(_ row: Int, _ column: String, to address: String) {
    addresses[Place(row: row, column: column)] = address
  }

  /// Adds to the notes below.
  func noting(_ notes: [String]) -> LinkedTable {
    var linked = self
    linked.table.notes += notes
    return linked
  }
}
