/// What a coder says of one ending, as the layer of type `closures` holds it.
///
/// `span/@target` names a topic (`#t3`) or utterances of its end, `@ana` the category
/// (`#explicitClosing`) and, if the coder says so, the participant who closed (`#p.es1`), `@resp` the
/// coder. The text may begin with a date (`2026-01-15`) and give the reason. What the rules found is
/// written with `resp="#auto"`, and on reading found anew.
public struct ClosureJudgement: Hashable, Sendable {
  /// What the span points to, without `#`.
  public var targets: [String]
  public var type: ClosureType?
  public var initiator: Int?
  public var coder: String
  public var date: String?
  public var reason: String?

  /// The segment that is meant: the named topic, else the one whose last stretch holds the last
  /// named utterance, the inner one if there are two.
  func segment(
    _ segments: [TopicSegment], _ all: ContributionSequence, _ transcript: Transcript
  ) -> Int? {
    if let named = segments.first(where: { $0.topic.id.map(targets.contains) ?? false }) {
      return named.index
    }
    let ids = targets.map(Self.utteranceID)
    guard let last = transcript.utterances.last(where: { ids.contains($0.id) })?.index else {
      return nil
    }
    let holding = segments.filter { segment in
      segment.stretches.last?.contains { all[$0].utterances.contains(last) } ?? false
    }
    return (holding.last { $0.parent != nil } ?? holding.first)?.index
  }

  private static func utteranceID(_ pointer: String) -> String {
    guard pointer.hasPrefix("string-range(") else { return pointer }
    let id = pointer.dropFirst("string-range(".count).prefix { $0 != "," }
    return String(id.first == "#" ? id.dropFirst() : id)
  }
}

/// Reads and writes closures beside the talk.
public enum ClosureLayer {
  /// The type of the layer, `spanGrp/@type`.
  public static let layerType = "closures"
  /// Stands for the program where others name a coder.
  public static let auto = "auto"

  /// What coders say, in the order of the file; later ones replace earlier ones.
  public static func judgements(_ transcript: Transcript) -> [ClosureJudgement] {
    transcript.layers.filter { $0.type == layerType }.flatMap { layer in
      layer.element.elements("span").compactMap { judgement($0, transcript) }
    }
  }

  private static func judgement(_ span: MarkupElement, _ transcript: Transcript)
    -> ClosureJudgement?
  {
    let coder = span["resp"]?.pointers.first ?? "unnamed"
    guard coder != auto else { return nil }
    let codes = span["ana"]?.pointers ?? []
    let (date, reason) = dated(span.text)
    let targets = [span["target"], span["from"], span["to"]].compactMap { $0?.pointers }
    let judgement = ClosureJudgement(
      targets: targets.flatMap { $0 },
      type: codes.lazy.compactMap(ClosureType.init).first,
      initiator: codes.lazy.compactMap { code in
        transcript.participants.firstIndex { $0.id == code }
      }.first,
      coder: coder,
      date: date,
      reason: reason)
    return judgement.type == nil && judgement.initiator == nil ? nil : judgement
  }

  /// Splits a date (`2026-01-15`, with or without a time) from the reason after it.
  private static func dated(_ text: String) -> (date: String?, reason: String?) {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let first = words.first else { return (nil, nil) }
    let parts = first.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    let isDate = parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
    guard isDate else { return (nil, text) }
    return (String(first), words.count > 1 ? String(words[1]) : nil)
  }

  /// The layer for the closures of a meeting: what the rules found, and what coders decided.
  ///
  /// Closures of topics without an identifier point to the last utterance, if that has one, and are
  /// left out otherwise.
  public static func layer(_ analysis: TopicAnalysis) -> AnnotationLayer {
    var group = MarkupElement("spanGrp", [.init("type", layerType)])
    for closure in analysis.closures {
      guard let target = target(closure, analysis) else { continue }
      let initiator = closure.initiator.computed
      let people = analysis.transcript.participants
      var codes = [closure.type.computed.rawValue]
      if let initiator { codes.append(people[initiator].id) }
      group.children.append(.element(span(target, codes, auto, "")))
      for decided in decisions(closure, people) {
        group.children.append(.element(span(target, decided.codes, decided.coder, decided.text)))
      }
    }
    return AnnotationLayer(group)
  }

  private static func target(_ closure: TopicClosure, _ analysis: TopicAnalysis) -> String? {
    if let id = analysis.segments[closure.segment].topic.id { return id }
    guard let last = closure.lastWord,
      let utterance = analysis.contributions[last].utterances.last
    else { return nil }
    let id = analysis.transcript.utterances[utterance].id
    return id.isEmpty ? nil : id
  }

  private static func decisions(_ closure: TopicClosure, _ people: [Participant])
    -> [(codes: [String], coder: String, text: String)]
  {
    var all: [(codes: [String], coder: String, text: String)] = []
    switch closure.type.decision {
    case .none: break
    case .confirmed(let coder, let date):
      all.append(([closure.type.computed.rawValue], coder, date ?? ""))
    case .overridden(let value, let coder, let date, let reason):
      all.append(([value.rawValue], coder, text(date, reason)))
    }
    switch closure.initiator.decision {
    case .none: break
    case .confirmed(let coder, let date):
      let codes = closure.initiator.computed.map { [people[$0].id] } ?? []
      all.append((codes, coder, date ?? ""))
    case .overridden(let value, let coder, let date, let reason):
      all.append((value.map { [people[$0].id] } ?? [], coder, text(date, reason)))
    }
    return all.filter { !$0.codes.isEmpty }
  }

  private static func text(_ date: String?, _ reason: String?) -> String {
    [date, reason].compactMap { $0 }.joined(separator: " ")
  }

  private static func span(_ target: String, _ codes: [String], _ coder: String, _ text: String)
    -> MarkupElement
  {
    MarkupElement(
      "span",
      [
        .init("ana", codes.map { "#" + $0 }.joined(separator: " ")), .init("resp", "#" + coder),
        .init("target", "#" + target),
      ],
      text: text)
  }
}
