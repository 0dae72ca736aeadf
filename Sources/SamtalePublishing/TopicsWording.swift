import Samtale

extension ClosureType {
  /// Plain words first, the term beside them: `Nobody answered (noUptake)`.
  public var shown: String { "\(plainWords) (\(rawValue))" }

  /// A few plain words.
  var plainWords: String {
    switch self {
    case .undetermined: "Not seen"
    case .deferred: "Put off"
    case .explicitClosing: "Called closed"
    case .disclaimer: "Declined"
    case .collaborative: "Rounded off"
    case .acknowledgedShift: "Okay, and on"
    case .minimalAcknowledgement: "Only mm"
    case .stepwise: "Step by step?"
    case .abruptShift: "Passed over"
    case .ownShift: "Went on alone"
    case .noUptake: "Nobody answered"
    }
  }

  /// What the plain words mean, for the lines below a table.
  var definition: String { "\(plainWords): \(explanation)" }
}

extension TopicMeasure {
  /// The head of a column of percentages.
  var title: String {
    switch self {
    case .opened: "% opened"
    case .closed: "% closed"
    case .lastWord: "% last word"
    case .lastSubstantive: "% last full turn"
    case .uptakeReceived: "% taken up"
    case .minimalReceived: "% only mm"
    case .nothingReceived: "% nothing"
    case .uptakeGiven: "% uptake given"
    case .silentAlthoughAddressed: "% silent when addressed"
    case .absent: "% topics without a turn"
    case .reopened: "% taken up again"
    case .reopenedAfterClosing: "% own closings reopened"
    }
  }
}

extension TopicRate {
  var cell: Table.Cell { value.map(Table.Cell.number) ?? .missing(reason ?? "nothing to count") }

  /// The value and its interval.
  var cells: [Table.Cell] {
    let why = value == nil ? "" : reason ?? ""
    return [
      cell, interval.map { .number($0.low) } ?? .missing(why),
      interval.map { .number($0.high) } ?? .missing(why),
    ]
  }
}

/// What stands below tables of topics and uptake: how it was counted, and what a reader must know.
struct TopicsNotes {
  let analyses: [TopicAnalysis]

  var options: TopicOptions { analyses.first?.options ?? TopicOptions() }

  var counting: String {
    let unit =
      options.unit == .turns
      ? "adjacent utterances of one speaker in one topic are one turn" : "utterances"
    return "Counted: \(unit); a boundary inside a turn parts it."
  }

  var form: String {
    "Told by wording: how a topic ends by form, not whether people agree or anything is resolved."
  }

  var answers: String {
    (options.answersAreSubstantive
      ? "A short answer to a question is an answer"
      : "A short answer to a question is an acknowledgement of it")
      + "; repeating the other's words in at most \(options.repetitionWords) words acknowledges."
  }

  var leaders: String? {
    let known = analyses.filter { !$0.leader.people.isEmpty }
    guard let role = options.leaderRole else {
      return known.isEmpty
        ? nil : "Leader: in each meeting the person with most opening cues; --leader names a role."
    }
    return "Leader: the role \(role), present in \(counted(known.count, "meeting"))."
  }

  var ends: String? {
    guard !options.endsWithMeeting else { return nil }
    return "The last topic of a recording has no ending that can be seen (undetermined)."
  }

  var undecided: String? {
    let decided = analyses.flatMap(\.closures).count { $0.type.origin != "computed" }
    return decided == 0 ? "No closure has been confirmed or overridden by a coder." : nil
  }
}
