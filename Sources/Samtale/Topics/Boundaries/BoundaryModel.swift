/// The numbers that turn features into suggestions, fitted by `Tests/BoundaryFit`.
struct BoundaryModel: Sendable {
  /// Logistic regression: feature, mean, deviation, weight of the standardised feature.
  struct Term: Sendable {
    var feature: BoundaryFeature
    var mean: Double
    var deviation: Double
    var weight: Double
  }

  var intercept = 0.0
  var terms: [Term] = []
  var decoding = Decoding()

  /// The decoder's numbers.
  struct Decoding: Hashable, Sendable {
    /// Added to the logit of each boundary.
    var offset = 0.0
    /// Weight of the logit.
    var trust = 1.0
    /// Weight of the words' cohesion.
    var cohesion = 0.0
    /// Weight of the length prior.
    var length = 0.0
    /// Mean and deviation of the logarithm of a segment's share of the units.
    var mean = -2.0
    var deviation = 1.0
    /// Pairs of units this share of the units apart decide: half a typical segment.
    var window = 0.06
    /// What a boundary costs by itself, in windows: against clusters, which Pk does not punish.
    var caution = 0.2
  }

  func logit(_ row: Int, of matrix: FeatureMatrix) -> Double {
    terms.reduce(intercept) { $0 + contribution($1, row, of: matrix) }
  }

  func contribution(_ term: Term, _ row: Int, of matrix: FeatureMatrix) -> Double {
    term.weight * (matrix[row, term.feature] - term.mean) / term.deviation
  }
}
