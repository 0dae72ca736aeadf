/// What coders made of units that were given to them: turns, answers, or documents.
///
/// Each coder gives each unit one category, or none. Categories are names only: their order and
/// size mean nothing (nominal data). Where several categories can apply to a unit, make one table
/// for each, with "applies" and "does not apply".
public struct CodingTable: Sendable, Hashable {
  /// One unit.
  public struct Unit: Sendable, Hashable {
    /// The category that each coder gave, in the same order in every unit; `nil` for no value.
    /// A shorter list means that the coders at the end gave none.
    public var values: [Int?]
    /// The document that the unit is from, if documents are to be drawn for intervals, since units
    /// of one document are alike. A unit of none is drawn by itself.
    public var document: Int?

    public init(values: [Int?], document: Int? = nil) {
      self.values = values
      self.document = document
    }
  }

  public var units: [Unit]

  public init(units: [Unit]) {
    self.units = units
  }

  /// Units without documents, a list of the coders' values for each.
  public init(units: [[Int?]]) {
    self.init(units: units.map { Unit(values: $0) })
  }

  /// How many coders gave at least one value.
  public var coders: Int {
    let columns = units.reduce(0) { max($0, $1.values.count) }
    return (0..<columns).filter { coder in units.contains { $0.value(of: coder) != nil } }.count
  }

  /// All categories that occur, ascending.
  public var categories: [Int] {
    Set(units.flatMap { $0.values.compactMap { $0 } }).sorted()
  }
}

extension CodingTable.Unit {
  /// The category that a coder gave.
  func value(of coder: Int) -> Int? {
    values.indices.contains(coder) ? values[coder] : nil
  }
}

/// How often each category was given to one unit that has at least two values.
struct PairableUnit {
  /// Number of the category among ``CodingTable/categories``, and how many coders gave it.
  var counts: [(category: Int, count: Int)]
  /// How many coders gave any.
  var values: Int
  var cluster: Int
}

/// A table without the units that cannot be compared.
struct PairableUnits {
  var categories: [Int]
  var units: [PairableUnit]
  var sample: Agreement.Sample

  init(_ table: CodingTable) {
    categories = table.categories
    let numbers = Dictionary(uniqueKeysWithValues: zip(categories, categories.indices))
    var clusters = UnitClusters()
    units = []
    for unit in table.units {
      var counts: [Int: Int] = [:]
      for case let value? in unit.values { counts[numbers[value, default: 0], default: 0] += 1 }
      let values = counts.values.reduce(0, +)
      guard values > 1 else { continue }
      units.append(
        PairableUnit(
          counts: counts.sorted { $0.key < $1.key }.map { (category: $0.key, count: $0.value) },
          values: values,
          cluster: clusters.number(of: unit)))
    }
    sample = clusters.sample
  }
}

/// Numbers what is drawn: documents where they are known, else units.
struct UnitClusters {
  private var documents: [Int: Int] = [:]
  private var count = 0

  mutating func number(of unit: CodingTable.Unit) -> Int {
    if let document = unit.document, let known = documents[document] { return known }
    if let document = unit.document { documents[document] = count }
    count += 1
    return count - 1
  }

  var sample: Agreement.Sample {
    Agreement.Sample(
      clusters: count,
      fewest: documents.isEmpty ? Agreement.fewestUnits : Bootstrap.fewestClusters)
  }
}
