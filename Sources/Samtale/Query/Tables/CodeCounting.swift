/// Counts codings for a table.
struct CodeCounting {
  /// What a table is made of.
  struct Counted {
    var rows: [CodeTable.Row]
    var columns: [CodeTable.Column]
    var cells: [[CodeTable.Cell]]
  }

  /// A cell while it is filled; numbers may come several times.
  private struct Tally {
    var items: [Int] = []
    var utterances: [Int] = []

    mutating func add(_ item: Int, _ utterance: Int) {
      items.append(item)
      utterances.append(utterance)
    }
  }

  private let index: QueryIndex
  private let choice: CodeTable.Choice
  /// The codings that count.
  private let items: [Int]
  /// The codes that occur, in the order of the rows.
  private let codes: [Int]
  /// The row of each code; -1 for codes without codings.
  private var rowOfCode: [Int]

  init(_ index: QueryIndex, _ choice: CodeTable.Choice) {
    self.index = index
    self.choice = choice
    let coded = index.coded
    items = coded.ids.indices.filter {
      coded.codes[$0] >= 0 && choice.includes(coded.coders[$0], coded.rounds[$0])
    }
    let paths = Set(items.map { coded.codes[$0] }).map { code in
      (code: code, path: index.codebook.path(of: code).map(TextFolding.name))
    }
    codes = paths.sorted { a, b in
      a.path == b.path ? a.code < b.code : a.path.lexicographicallyPrecedes(b.path)
    }.map(\.code)
    rowOfCode = Array(repeating: -1, count: index.codebook.codes.count)
    for (row, code) in codes.enumerated() { rowOfCode[code] = row }
  }

  /// Codings by columns.
  func count(_ columns: CodeColumns) -> Counted {
    // Two more columns: what belongs to none, and all.
    let width = columns.columns.count + 2
    var tallies = Array(repeating: Tally(), count: codes.count * width)
    for item in items {
      let first = rowOfCode[index.coded.codes[item]] * width
      let spans = index.coded.spans(of: item)
      var places = spans.flatMap(columns.places)
      if places.isEmpty { places = spans.map { (nil, $0.utterance) } }
      for place in places {
        tallies[first + (place.column ?? width - 2)].add(item, place.utterance)
      }
      for span in spans { tallies[first + width - 1].add(item, span.utterance) }
    }
    let rest = CodeTable.Column(key: "none_of_these", title: columns.rest, isRest: true)
    let counted = counted(tallies, columns.columns + [rest])
    return leavingOut(counted) { column in
      column.isRest || columns.showsOnlyUsed
    }
  }

  /// Codings that meet codings of another code; the diagonal holds all codings of a code.
  func meetings() -> Counted {
    let width = codes.count + 1
    var tallies = Array(repeating: Tally(), count: codes.count * width)
    for group in placesByUtterance() {
      let regions = regions(group)
      for place in group {
        for (row, region) in regions
        where row == place.row || choice.meetsInUtterance || region.touches(place.span) {
          tallies[place.row * width + row].add(place.item, place.span.utterance)
        }
        tallies[place.row * width + width - 1].add(place.item, place.span.utterance)
      }
    }
    return counted(tallies, codeColumns)
  }

  // MARK: Meeting codes

  private typealias Place = (span: Span, row: Int, item: Int)

  /// The chosen codings' spans, utterance by utterance, and there row by row.
  private func placesByUtterance() -> [ArraySlice<Place>] {
    var places: [Place] = []
    for item in items {
      let row = rowOfCode[index.coded.codes[item]]
      for span in index.coded.spans(of: item) { places.append((span, row, item)) }
    }
    places.sort {
      ($0.span.utterance, $0.row, $0.span.lower, $0.item)
        < ($1.span.utterance, $1.row, $1.span.lower, $1.item)
    }
    var groups: [ArraySlice<Place>] = []
    var start = 0
    for i in places.indices
    where i + 1 == places.count || places[i + 1].span.utterance != places[i].span.utterance {
      groups.append(places[start...i])
      start = i + 1
    }
    return groups
  }

  /// What each code covers of an utterance.
  private func regions(_ group: ArraySlice<Place>) -> [(row: Int, region: Region)] {
    var regions: [(row: Int, region: Region)] = []
    var start = group.startIndex
    for i in group.indices where i + 1 == group.endIndex || group[i + 1].row != group[i].row {
      regions.append((group[i].row, Region(sorted: group[start...i].map(\.span))))
      start = i + 1
    }
    return regions
  }

  private var codeColumns: [CodeTable.Column] {
    let names = codes.map { index.codebook.codes[$0].name }
    let shared = MeetingNames.shared(names)
    return codes.map { number in
      let code = index.codebook.codes[number]
      let key = shared.contains(code.name) ? "\(code.name) \(code.id.short)" : code.name
      return CodeTable.Column(key: key, title: code.name, isRest: false)
    }
  }

  // MARK: Cells

  private func counted(_ tallies: [Tally], _ columns: [CodeTable.Column]) -> Counted {
    let width = columns.count + 1
    let cells = tallies.map { tally in
      CodeTable.Cell(
        codings: Self.distinct(tally.items).map { index.coded.ids[$0] },
        utterances: Self.distinct(tally.utterances).count)
    }
    let rows = codes.enumerated().map { row, code in
      CodeTable.Row(
        code: index.codebook.codes[code].id, path: index.codebook.path(of: code),
        all: cells[row * width + width - 1])
    }
    return Counted(
      rows: rows, columns: columns,
      cells: rows.indices.map { Array(cells[($0 * width)..<($0 * width + width - 1)]) })
  }

  private static func distinct(_ numbers: [Int]) -> [Int] {
    var distinct: [Int] = []
    for number in numbers.sorted() where distinct.last != number { distinct.append(number) }
    return distinct
  }

  /// Without columns that nothing stands in, where they may be left out.
  private func leavingOut(_ counted: Counted, where mayGo: (CodeTable.Column) -> Bool) -> Counted {
    let kept = counted.columns.indices.filter { column in
      !mayGo(counted.columns[column])
        || counted.cells.contains { !$0[column].codings.isEmpty }
    }
    return Counted(
      rows: counted.rows, columns: kept.map { counted.columns[$0] },
      cells: counted.cells.map { row in kept.map { row[$0] } })
  }
}
