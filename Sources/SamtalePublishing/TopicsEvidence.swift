import Samtale

extension Table {
  /// The turns and rules behind each answer about topics.
  /// - Parameter analyses: The meetings.
  /// - Returns: One row for each turn.
  public static func topicEvidence(_ analyses: [TopicAnalysis]) -> Table {
    var table = Table(
      title: "Turns behind the answers about topics",
      columns: [
        Column(key: "meeting", title: "meeting", kind: .text, audience: .programs),
        Column(key: "topic", title: "topic", kind: .text),
        Column(key: "label", title: "label", kind: .text, audience: .programs),
        Column(key: "answer", title: "answer", kind: .text),
        Column(key: "value", title: "value", kind: .text, audience: .programs),
        Column(key: "source", title: "file:line", kind: .text),
        Column(key: "utterance", title: "utterance", kind: .text, audience: .programs),
        Column(key: "speaker", title: "speaker", kind: .text),
        Column(key: "rules", title: "rules", kind: .text, audience: .programs),
        Column(key: "first_rule", title: "rules", kind: .text, audience: .people),
      ])
    for analysis in analyses {
      for closure in analysis.closures { table.rows += rows(closure, analysis) }
    }
    table.notes = [
      "Rules are identifiers of the lexicon; +1: one more, which CSV and JSON have. These are the "
        + "computed answers, whatever coders decided."
    ]
    return table
  }

  private static func rows(_ closure: TopicClosure, _ analysis: TopicAnalysis) -> [Row] {
    let segment = analysis.segments[closure.segment]
    let transcript = analysis.transcript
    return closure.evidence.flatMap { evidence in
      evidence.utterances.map { index in
        let utterance = transcript.utterances[index]
        let speakers = utterance.speakers.map(analysis.label).joined(separator: " ")
        return Row([
          .text(transcript.id), .text(segment.name),
          .text(segment.topic.label), .text(evidence.answer.words),
          .text(value(evidence.answer, closure, analysis)), .text(utterance.source),
          .text(utterance.id), .text(speakers.isEmpty ? "unknown" : speakers),
          .text(evidence.rules.joined(separator: " ")), .text(first(evidence.rules)),
        ])
      }
    }
  }

  /// The first rule, and how many more there are: programs get all.
  private static func first(_ rules: [String]) -> String {
    guard let first = rules.first else { return "" }
    return rules.count > 1 ? "\(first) +\(rules.count - 1)" : first
  }

  private static func value(
    _ answer: TopicEvidence.Answer, _ closure: TopicClosure, _ analysis: TopicAnalysis
  ) -> String {
    switch answer {
    case .opener: closure.opening.kind?.rawValue ?? ""
    case .lastWord: closure.lastWord.map(analysis.speakers) ?? ""
    case .lastSubstantive: closure.lastSubstantive.map(analysis.speakers) ?? ""
    case .closure: closure.type.computed.rawValue
    case .silence: closure.silence.addressed.map(analysis.label).joined(separator: " ")
    }
  }
}

extension TopicEvidence.Answer {
  /// The answer in words.
  var words: String {
    switch self {
    case .opener: "opening"
    case .lastWord: "last word"
    case .lastSubstantive: "last full turn"
    case .closure: "how it ends"
    case .silence: "stays silent"
    }
  }
}
