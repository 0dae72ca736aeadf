import Samtale

/// Suggested topic boundaries of one meeting, with what a reader needs to judge them.
public struct TopicSuggestions: Sendable {
  /// One suggestion.
  public struct Row: Sendable {
    public var source: String
    public var utterance: String
    public var speaker: String
    public var text: String
    public var probability: Double
    public var reasons: [String]
  }

  public var meeting: String
  public var rows: [Row]

  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - leaderRole: The role of who leads, if known.
  ///   - topics: How many topics to suggest; `nil` lets the model decide.
  public init(_ transcript: Transcript, leaderRole: String? = nil, topics: Int? = nil) {
    meeting = transcript.id
    let suggester = BoundarySuggester(leaderRole: leaderRole)
    rows = suggester.suggest(transcript, topics: topics).map { boundary in
      let utterance = transcript.utterances[boundary.utterance]
      let speaker = utterance.speaker
      return Row(
        source: utterance.source, utterance: utterance.id,
        speaker: speaker?.label ?? speaker?.id ?? "", text: Self.beginning(utterance.text),
        probability: boundary.probability,
        reasons: boundary.reasons.prefix(2).map(\.text))
    }
  }

  /// The first words of an utterance.
  private static func beginning(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.prefix(8).joined(separator: " ") + (words.count > 8 ? " …" : "")
  }
}

extension Table {
  /// Suggested boundaries: where a topic may begin, how likely, and why.
  /// - Parameter meetings: The suggestions of each meeting.
  /// - Returns: One row for each boundary; a note says what a suggestion is worth.
  public static func suggestions(_ meetings: [TopicSuggestions]) -> Table {
    var table = Table(
      title: "Suggested topic boundaries",
      columns: [
        Column(key: "meeting", title: "meeting", kind: .text),
        Column(key: "source", title: "file:line", kind: .text, audience: .programs),
        Column(key: "utterance", title: "begins at", kind: .text),
        Column(key: "speaker", title: "speaker", kind: .text),
        Column(key: "probability", title: "probability", kind: .decimal(places: 2)),
        Column(key: "reasons", title: "because", kind: .text),
        Column(key: "text", title: "words", kind: .text, audience: .programs),
      ])
    for meeting in meetings {
      table.rows += meeting.rows.map { row in
        Row([
          .text(meeting.meeting), .text(row.source), .text(row.utterance), .text(row.speaker),
          .number(row.probability), .text(row.reasons.joined(separator: "; ")), .text(row.text),
        ])
      }
    }
    table.notes = [
      "Suggestions of a program, no topics: a person decides. Fitted on English project meetings, "
        + "where about one in five places is misjudged (Pk .18); elsewhere little better than none.",
      "Probability: that a topic begins here or at most two utterances away.",
    ]
    return table
  }
}
