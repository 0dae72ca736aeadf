/// Who asks, and who answers.
///
/// A turn is a question if its last sentence is one, so that an answer is due (a first pair part;
/// Sacks, Schegloff and Jefferson 1974). It counts as answered by the first other speaker within
/// the next three turns, not across a cut and not in another topic, whose turn is no short question
/// back (a repair). On real meetings the next other speaker is the one who answers in 85 % of cases
/// (AMI, 4,326 questions), so single cases want a look.
public struct QuestionOutcome: Hashable, Sendable {
  /// What became of a question.
  public enum Fate: Hashable, Sendable {
    /// Answered by the turn with this index.
    case answered(Int)
    case unanswered
    /// A cut or a turn of unknown speakers hides what came.
    case unknown
  }

  /// The question, as an index of the turns.
  public var question: Int
  public var fate: Fate

  /// How far to look for an answer, in turns.
  static let reach = 3
  /// A question back of at most so many words is a repair, no answer.
  static let repairWords = 5

  /// The questions of a meeting and their fates.
  public static func all(in turns: [SpokenTurn]) -> [QuestionOutcome] {
    turns.indices.filter { turns[$0].isQuestion && turns[$0].speaker != nil }.map {
      QuestionOutcome(question: $0, fate: fate(of: $0, in: turns))
    }
  }

  private static func fate(of question: Int, in turns: [SpokenTurn]) -> Fate {
    let asker = turns[question]
    for i in (question + 1)..<min(question + 1 + reach, max(turns.count, question + 1)) {
      let turn = turns[i]
      if turn.isAfterCut { return .unknown }
      if let here = asker.topic, let there = turn.topic, here != there { return .unanswered }
      guard let speaker = turn.speaker else { return .unknown }
      if speaker == asker.speaker || (turn.isQuestion && turn.words <= repairWords) { continue }
      return .answered(i)
    }
    return .unanswered
  }
}
