/// How a topic begins.
public struct TopicOpening: Sendable {
  /// The first contribution that is neither minimal nor a filler, else the first; `nil` if nothing
  /// is said.
  public var contribution: Int?
  /// Who opens: computed from the words, confirmed or overridden where the analyst marked a person
  /// at the topic (`span/@ana`).
  public var opener: Judged<Int?>
  public var kind: Kind?
  /// Whether the leader opens; `nil` if that is not known.
  public var byLeader: Bool?
  /// Rules of the lexicon behind the kind.
  public var rules: [String]

  /// The sort of opening; the first that fits, in this order.
  public enum Kind: String, Sendable, CaseIterable {
    /// The leader opens with an opening cue (Asmuß and Svennevig 2009: the chair's right).
    case agenda
    /// It ends with a question (Button and Casey 1984: topic-initial elicitors).
    case question
    /// It comes right after a question of another that still stood in the topic before.
    case answer
    /// Another opens with an opening cue (boundaried movement).
    case disjunctive
    /// It shares content words with what went before (Jefferson 1984); a suggestion only.
    case stepwise
    /// None of these.
    case statement
  }

  init(
    _ segment: TopicSegment, _ all: ContributionSequence, _ leader: MeetingLeader,
    _ transcript: Transcript, _ options: TopicOptions
  ) {
    rules = []
    opener = Judged(computed: nil)
    if let first = segment.stretches.first {
      let place =
        first.first { all[$0].isSubstantive || all[$0].reading.form == .assessment }
        ?? first.lowerBound
      contribution = place
      opener.computed = all[place].speaker
      (kind, rules) = Self.kind(place, from: first.lowerBound, all, leader, options)
    }
    let marked = segment.topic.analysis.lazy.compactMap { id in
      transcript.participants.firstIndex { $0.id == id }
    }.first
    if let marked {
      let coder = segment.topic.responsible.first ?? "analyst"
      opener.judge(marked, by: coder, at: nil, reason: nil)
    }
    byLeader = leader.isLeader(opener.inForce)
  }

  private static func kind(
    _ place: Int, from first: Int, _ all: ContributionSequence, _ leader: MeetingLeader,
    _ options: TopicOptions
  ) -> (Kind, [String]) {
    let opener = all[place]
    let isOpening = (first...place).contains { all[$0].reading.isOpening }
    let rules = (first...place).flatMap { all[$0].rules(of: .opening) }
    if isOpening, leader.isLeader(opener.speaker) == true { return (.agenda, rules) }
    if opener.reading.isFirstPairPart {
      return (.question, opener.rules(of: .question))
    }
    if first > 0, !all[first].isAfterCut, all[first - 1].reading.isFirstPairPart,
      opener.isByOther(than: all[first - 1])
    {
      return (.answer, [])
    }
    if isOpening { return (.disjunctive, rules) }
    var before: Set<String> = []
    if !all[first].isAfterCut {
      for earlier in max(0, first - options.linkWindow)..<first {
        before.formUnion(all[earlier].stems)
      }
    }
    return (before.isDisjoint(with: opener.stems) ? .statement : .stepwise, [])
  }
}
