/// The numbers from which the probability of a boundary before a unit is computed.
enum BoundaryFeature: Int, CaseIterable, Sendable {
  // Vocabulary, standardised within the transcript.
  case change120, change40, change300, depth120, depth40, bayes60, bayes120, bayes300
  case novelty, abandonment, firstUse, votesBayes, votesU00, votesSpeakers
  // Who speaks, how much.
  case shares20, shares60, openingRun, unitLength, lengthBefore, shortBefore, shortAfter
  case speakerChange, rise, absence, leader, leaderBefore, leaderRun, leaderRise, soundBefore
  case nearStart, nearEnd, size, monologue, leaderAfter
  // Times.
  case pause, pauseAfter, leaderPause, overlap, pauseNear, silence, overlapNear
  // Word lists.
  case marker, doubleMarker, markerAfter, agenda, agendaBefore, closing, question, questionBefore
  case acknowledged, leaderMarker, leaderAgenda, endWords, address
  case hesitation, agendaNear, leaderAddress, closingNear, leading

  /// What a feature needs beyond turns and words.
  enum Need { case nothing, times, words }

  var need: Need {
    if rawValue >= Self.marker.rawValue { return .words }
    return rawValue >= Self.pause.rawValue ? .times : .nothing
  }

  /// Whether the number is standardised within the transcript: cohesion has a level of its own
  /// in each conversation.
  var isRelative: Bool {
    switch self {
    case .shares20, .shares60, .openingRun, .unitLength, .lengthBefore, .shortBefore, .shortAfter,
      .rise, .monologue, .leaderAfter:
      true
    case .pause, .pauseAfter, .pauseNear, .silence, .overlap, .overlapNear: true
    default: rawValue <= Self.votesSpeakers.rawValue
    }
  }

  /// The name in the file of coefficients.
  var name: String { String(describing: self) }
}

/// One row of numbers for each gap: the row of unit i belongs to the gap before it. Row 0 is zero.
struct FeatureMatrix: Sendable {
  static let width = BoundaryFeature.allCases.count
  var rows: Int
  var values: [Double]

  init(rows: Int) {
    self.rows = rows
    values = Array(repeating: 0, count: rows * Self.width)
  }

  subscript(row: Int, feature: BoundaryFeature) -> Double {
    get { values[row * Self.width + feature.rawValue] }
    set { values[row * Self.width + feature.rawValue] = newValue }
  }

  mutating func set(_ feature: BoundaryFeature, _ column: [Double]) {
    for (row, value) in column.enumerated() { self[row, feature] = value }
  }

  /// Gives each relative feature mean 0 and deviation 1 over the gaps.
  mutating func standardise() {
    guard rows > 2 else { return }
    for feature in BoundaryFeature.allCases where feature.isRelative {
      let count = Double(rows - 1)
      let mean = (1..<rows).reduce(0.0) { $0 + self[$1, feature] } / count
      let square = (1..<rows).reduce(0.0) {
        $0 + (self[$1, feature] - mean) * (self[$1, feature] - mean)
      }
      let deviation = (square / count).squareRoot()
      for row in 1..<rows {
        self[row, feature] = deviation > 1e-9 ? (self[row, feature] - mean) / deviation : 0
      }
    }
  }
}
