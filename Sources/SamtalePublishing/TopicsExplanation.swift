import Samtale

/// How the ending of one topic was decided, rule by rule, with the turns it rests on.
public struct TopicsExplanation: Sendable {
  let analysis: TopicAnalysis
  let segment: TopicSegment
  let closure: TopicClosure
  let width: Int

  /// - Parameters:
  ///   - segment: The topic.
  ///   - analysis: Its meeting.
  ///   - width: How wide lines may be.
  public init(_ segment: TopicSegment, of analysis: TopicAnalysis, width: Int = 80) {
    self.analysis = analysis
    self.segment = segment
    self.width = max(40, width)
    closure = analysis.closures[segment.index]
  }

  /// For people.
  public var text: String {
    let blocks = [head, end, decisions, result]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  // MARK: Blocks

  private var head: [String] {
    let opener = closure.opening.opener.inForce.map(analysis.label) ?? "nobody known"
    let kind = closure.opening.kind.map { " (\($0.rawValue))" } ?? ""
    let place = closure.opening.contribution.map { " at \(analysis.source(of: $0))" } ?? ""
    let length =
      "\(counted(segment.contributions.count, "turn")), "
      + counted(analysis.words(of: segment), "word")
    return WordWrap.lines(
      "\(analysis.transcript.id):\(segment.name) \(segment.topic.label)", width: width)
      + WordWrap.lines("Opened by \(opener)\(kind)\(place); \(length).", width: width)
  }

  /// The last turns from the last substantive one on, and the beginning of what comes next.
  private var end: [String] {
    guard let stretch = segment.stretches.last else { return ["Nothing is said in it."] }
    let anchor = closure.lastSubstantive ?? stretch.lowerBound
    let from = max(stretch.lowerBound, anchor - 1)
    var lines = ["Its end (* is the last full turn):"]
    for place in from..<stretch.upperBound {
      lines += quote(place, mark: place == closure.lastSubstantive ? "*" : " ")
    }
    if let next = closure.decision.next {
      lines.append(
        closure.decision.isWithinTurn ? "What comes next, in the same turn:" : "What comes next:")
      lines += quote(next, mark: " ")
    }
    return lines
  }

  private var decisions: [String] {
    var lines = ["The rules in their order; the first that holds decides:"]
    for (number, step) in closure.steps.enumerated() {
      let verdict = step.held ? "HOLDS" : "does not hold"
      lines += hanging(
        "\(number + 1). \(step.rule.rawValue) \(verdict): \(step.because)", indent: 5)
      if !step.utterances.isEmpty {
        lines += hanging("     see \(sources(step))", indent: 9)
      }
    }
    return lines
  }

  private var result: [String] {
    var lines = ["Found: \(closure.type.computed.shown), \(closure.type.computed.explanation)."]
    let initiator = closure.initiator.computed.map(analysis.label)
    let accepted = closure.acceptedBy.map(analysis.label).joined(separator: ", ")
    lines.append(
      "Closed by \(initiator ?? "nobody")"
        + (accepted.isEmpty ? "; nobody accepts." : "; accepted by \(accepted)."))
    if !closure.decision.rules.isEmpty {
      lines.append("Rules of the lexicon: \(closure.decision.rules.joined(separator: " ")).")
    }
    if closure.decision.isSuggestion { lines.append("Only a suggestion: look at the talk.") }
    lines.append(coder)
    return lines.flatMap { WordWrap.lines($0, width: width) }
  }

  private var coder: String {
    switch closure.type.decision {
    case .none: return "No coder has confirmed or overridden it."
    case .confirmed(let by, let at):
      return "Confirmed by \(by)\(at.map { " on \($0)" } ?? "")."
    case .overridden(let value, let by, let at, let reason):
      return "Overridden by \(by)\(at.map { " on \($0)" } ?? ""): \(value.shown)"
        + "\(reason.map { ", because: \($0)" } ?? "")."
    }
  }

  // MARK: Lines

  private func sources(_ step: ClosureStep) -> String {
    var seen: Set<String> = []
    return step.utterances.map { analysis.transcript.utterances[$0].source }
      .filter { seen.insert($0).inserted }.joined(separator: ", ")
  }

  private func quote(_ place: Int, mark: String) -> [String] {
    [" \(mark) \(analysis.source(of: place))"]
      + hanging(
        "     \(analysis.speakers(of: place)): \(analysis.contributions[place].text)", indent: 9)
  }

  /// Wraps a line; all but the first are indented.
  private func hanging(_ text: String, indent: Int) -> [String] {
    let lead = String(text.prefix { $0 == " " })
    let space = String(repeating: " ", count: indent)
    let lines = WordWrap.lines(String(text.dropFirst(lead.count)), width: width - indent)
    return lines.enumerated().map { ($0 == 0 ? lead : space) + $1 }
  }

  // MARK: Programs

  /// For programs: one row for each rule that was tried.
  public var table: Table {
    var table = Table(
      title: "How the end of \(analysis.transcript.id):\(segment.name) was decided",
      columns: [
        .init(key: "meeting", title: "meeting", kind: .text),
        .init(key: "topic", title: "topic", kind: .text),
        .init(key: "step", title: "step", kind: .integer),
        .init(key: "rule", title: "rule", kind: .text),
        .init(key: "held", title: "held", kind: .text),
        .init(key: "because", title: "because", kind: .text),
        .init(key: "turns", title: "file:line", kind: .text),
        .init(key: "quotes", title: "words", kind: .text),
      ])
    table.rows = closure.steps.enumerated().map { number, step in
      let quotes = step.utterances.map { index in
        let utterance = analysis.transcript.utterances[index]
        return utterance.speakers.map(analysis.label).joined(separator: " ") + ": " + utterance.text
      }
      return [
        .text(analysis.transcript.id), .text(segment.name), .integer(number + 1),
        .text(step.rule.rawValue), .text(step.held ? "yes" : "no"), .text(step.because),
        .text(sources(step)), .text(quotes.joined(separator: " / ")),
      ]
    }
    table.notes = result
    return table
  }
}
