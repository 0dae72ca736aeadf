/// Puts into words what speaks for a boundary.
struct BoundaryReasons {
  let analysis: BoundaryAnalysis
  let model: BoundaryModel

  init(_ analysis: BoundaryAnalysis, _ model: BoundaryModel) {
    self.analysis = analysis
    self.model = model
  }

  /// Features that say one thing together.
  private enum Group: Int, CaseIterable {
    case vocabulary, speakers, longTurn, leader, afterLeader, position, quietBefore, sound
    case pause, marker, agenda, closing, question, address, none
  }

  /// The strongest reasons first, at most five, each with at least a tenth of a log odd.
  func reasons(_ unit: Int) -> [SuggestedBoundary.Reason] {
    var sums = Array(repeating: 0.0, count: Group.allCases.count)
    for term in model.terms {
      sums[Self.group(term.feature).rawValue] += model.contribution(term, unit, of: analysis.matrix)
    }
    var reasons: [SuggestedBoundary.Reason] = []
    for group in Group.allCases where sums[group.rawValue] >= 0.1 {
      guard let text = text(group, unit) else { continue }
      reasons.append(.init(text: text, contribution: sums[group.rawValue]))
    }
    return Array(reasons.sorted { $0.contribution > $1.contribution }.prefix(5))
  }

  private static func group(_ feature: BoundaryFeature) -> Group {
    switch feature {
    case .change40, .change120, .change300, .depth40, .depth120, .bayes60, .bayes120, .bayes300,
      .novelty, .abandonment, .firstUse, .votesBayes, .votesU00:
      .vocabulary
    case .shares20, .shares60, .votesSpeakers, .rise, .absence, .speakerChange: .speakers
    case .openingRun, .unitLength, .monologue, .shortAfter: .longTurn
    case .leader, .leaderRun, .leaderRise, .leaderAfter, .leaderMarker, .leaderAgenda,
      .leaderAddress:
      .leader
    case .leaderBefore: .afterLeader
    case .nearStart, .nearEnd: .position
    case .lengthBefore, .shortBefore, .acknowledged: .quietBefore
    case .soundBefore: .sound
    case .pause, .pauseAfter, .pauseNear, .leaderPause: .pause
    case .marker, .doubleMarker, .markerAfter, .hesitation: .marker
    case .agenda, .agendaNear, .agendaBefore, .leading: .agenda
    case .closing, .closingNear, .endWords: .closing
    case .question, .questionBefore: .question
    case .address: .address
    case .size, .silence, .overlap, .overlapNear: .none
    }
  }

  /// The reason in words; `nil` if what it says is not the case.
  private func text(_ group: Group, _ unit: Int) -> String? {
    let matrix = analysis.matrix
    switch group {
    case .vocabulary: return "vocabulary changes"
    case .speakers: return "other people speak than before"
    case .longTurn: return analysis.units.tokens[unit].count > 9 ? "a long turn begins" : nil
    case .leader: return matrix[unit, .leader] > 0 ? "the leader speaks" : nil
    case .afterLeader: return "the leader spoke last"
    case .position:
      return unit * 2 < analysis.units.count ? "soon after the start" : "soon before the end"
    case .quietBefore: return "short utterances before"
    case .sound: return matrix[unit, .soundBefore] > 0 ? "laughter or another sound nearby" : nil
    case .pause: return pause(unit)
    case .marker:
      return words(unit, "opening word") { words, token in words.openers.contains(token) }
    case .agenda: return words(unit, "agenda word") { words, token in words.agenda.contains(token) }
    case .closing:
      return matrix[unit, .closing] > 0 ? "closing words before" : "words of ending follow"
    case .question: return matrix[unit, .question] > 0 ? "a question" : "after a question"
    case .address: return words(unit, "to all") { words, token in words.address.contains(token) }
    case .none: return nil
    }
  }

  private func pause(_ unit: Int) -> String? {
    let units = analysis.units
    let end = units.ends[..<unit].lazy.filter(\.isFinite).max() ?? .nan
    let pause = units.starts[unit] - end
    if pause >= 0.5 { return "pause of \(Decimals.fixed(pause, 1)) s" }
    return analysis.matrix[unit, .pauseNear] > 0 ? "a pause nearby" : nil
  }

  /// The first word of a kind in the opening utterance.
  private func words(_ unit: Int, _ name: String, _ fits: (BoundaryWords, String) -> Bool)
    -> String?
  {
    guard let lists = analysis.words else { return nil }
    let found = analysis.units.tokens[unit].prefix(40).first { fits(lists, $0) }
    return found.map { "\(name): \($0)" }
  }
}
