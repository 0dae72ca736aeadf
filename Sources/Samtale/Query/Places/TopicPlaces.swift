/// Where the marked topics of a corpus lie.
struct TopicPlaces {
  /// A topic of one transcript.
  struct Entry {
    var topic: Topic
    /// The number as marked, else the place among the topics of the transcript, from 1.
    var number: String
    var transcript: Int
    /// What the topic covers, the topics inside it included.
    var spans: [Span]
  }

  private(set) var entries: [Entry] = []

  /// Looks at some transcripts only, or at all.
  init(_ axis: TalkAxis, only: Set<Int>? = nil) {
    for (t, version) in axis.versions.enumerated() where only?.contains(t) ?? true {
      let marking = TopicMarking(version.transcript)
      let first = entries.count
      for (i, topic) in marking.topics.enumerated() {
        entries.append(
          Entry(topic: topic, number: topic.number ?? "\(i + 1)", transcript: t, spans: []))
      }
      for (i, topic) in marking.topics.enumerated() {
        let spans = topic.extent.stretches.compactMap { axis.span($0, in: t) }
        for holder in [marking.parents[i], i].compactMap({ $0 }) {
          entries[first + holder].spans.append(contentsOf: spans)
        }
      }
    }
  }
}

/// The contributions of a corpus with what was computed of them.
struct ContributionPlaces: Sendable {
  let analyses: [TopicAnalysis]
  /// The spans of all contributions in order; they do not overlap.
  private(set) var spans: [Span] = []
  /// The transcript and the contribution of each span.
  private(set) var owners: [(transcript: Int, contribution: Int)] = []

  init(_ axis: TalkAxis, _ analyses: [TopicAnalysis]) {
    self.analyses = analyses
    var all: [(span: Span, transcript: Int, contribution: Int)] = []
    for (t, analysis) in analyses.enumerated() {
      for contribution in analysis.contributions {
        for stretch in contribution.stretches {
          guard let span = axis.span(stretch, in: t) else { continue }
          all.append((span, t, contribution.index))
        }
      }
    }
    all.sort { $0.span < $1.span }
    spans = all.map(\.span)
    owners = all.map { ($0.transcript, $0.contribution) }
  }

  /// The spans of contributions for which something holds.
  func chosen(_ holds: (TopicAnalysis, Int) -> Bool) -> [Span] {
    spans.indices.filter { holds(analyses[owners[$0].transcript], owners[$0].contribution) }
      .map { spans[$0] }
  }
}

extension TopicAnalysis {
  /// The topics of a contribution that hold no other topic of it, as indices of the closures.
  func innermostTopics(of contribution: Int) -> [Int] {
    let topics = contributions[contribution].topics
    guard topics.count > 1 else { return topics }
    return topics.filter { topic in !topics.contains { segments[$0].parent == topic } }
  }

  /// The role of the person who opens a topic; `nil` if that is not known.
  func openerRole(of topic: Int) -> String? {
    let opening = closures[topic].opening
    guard let opener = opening.opener.inForce else { return nil }
    if let place = opening.contribution, contributions[place].speaker == opener {
      return contributions[place].role
    }
    return RoleResolver.name(transcript.participants[opener].roles)
  }

  /// The role of the person who has the last word in a topic; `nil` if that is not known.
  func lastWordRole(of topic: Int) -> String? {
    closures[topic].lastWord.flatMap { contributions[$0].role }
  }
}
