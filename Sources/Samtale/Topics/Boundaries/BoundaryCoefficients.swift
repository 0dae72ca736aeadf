extension BoundaryModel {
  /// The fitted numbers of a set.
  static func of(_ set: CoefficientSet) -> BoundaryModel { fitted[set] ?? BoundaryModel() }

  private static let fitted: [CoefficientSet: BoundaryModel] = Dictionary(
    uniqueKeysWithValues: [CoefficientSet.all, .untimed, .withoutWordLists].map {
      ($0, BoundaryModel(tsv: BoundaryCoefficientData.tsv, set: $0))
    }
  )

  /// Reads the rows of a set: set, name, mean, deviation, weight. Names in brackets are the
  /// intercept and the decoder's numbers.
  init(tsv: String, set: CoefficientSet) {
    for line in tsv.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 5, cells[0] == set.rawValue, let weight = Double(cells[4]) else {
        continue
      }
      let name = String(cells[1])
      if let feature = Self.features[name], let mean = Double(cells[2]),
        let deviation = Double(cells[3])
      {
        terms.append(Term(feature: feature, mean: mean, deviation: deviation, weight: weight))
      } else {
        assign(name, weight)
      }
    }
  }

  private static let features = Dictionary(
    uniqueKeysWithValues: BoundaryFeature.allCases.map { ($0.name, $0) }
  )

  private mutating func assign(_ name: String, _ value: Double) {
    switch name {
    case "(intercept)": intercept = value
    case "(offset)": decoding.offset = value
    case "(trust)": decoding.trust = value
    case "(cohesion)": decoding.cohesion = value
    case "(length)": decoding.length = value
    case "(mean)": decoding.mean = value
    case "(deviation)": decoding.deviation = value
    case "(window)": decoding.window = value
    case "(caution)": decoding.caution = value
    default: break
    }
  }
}
