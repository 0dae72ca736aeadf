/// The decision list of measures §3.3: the first rule that holds decides how a topic ends.
///
/// Every rule leaves a step that says what it found, so that a decision can be followed.
struct ClosureRules {
  let context: ClosureContext
  let transcript: Transcript
  private var steps: [ClosureStep] = []

  init(_ context: ClosureContext, _ transcript: Transcript) {
    self.context = context
    self.transcript = transcript
  }

  /// What a rule found.
  struct Finding {
    var because: String
    /// The contributions that show it.
    var places: [Int] = []
    /// Set if the rule holds.
    var outcome: Outcome?
  }

  /// What follows if a rule holds.
  struct Outcome {
    var initiator: Int?
    var acceptedBy: [Int] = []
    var rules: [String] = []
    var silence: Double?
  }

  /// Tries the rules in order.
  static func decide(_ context: ClosureContext, _ transcript: Transcript) -> ClosureDecision {
    var rules = ClosureRules(context, transcript)
    for rule in ClosureRule.allCases {
      let finding = rules.finding(rule)
      rules.steps.append(
        ClosureStep(
          rule: rule,
          held: finding.outcome != nil,
          because: finding.because,
          utterances: rules.utterances(finding.places)))
      guard let outcome = finding.outcome else { continue }
      return rules.decision(rule, finding, outcome)
    }
    preconditionFailure("the last rule always holds")
  }

  /// A topic in which nothing is said.
  static let nothing = ClosureDecision(
    type: .undetermined, initiator: nil, acceptedBy: [], lastSubstantive: nil, closing: [],
    next: nil, isWithinTurn: false, silence: nil, rules: [],
    steps: [
      ClosureStep(
        rule: .undetermined, held: true, because: "no words are said in it", utterances: [])
    ])

  private func decision(_ rule: ClosureRule, _ finding: Finding, _ outcome: Outcome)
    -> ClosureDecision
  {
    ClosureDecision(
      type: rule.type,
      initiator: outcome.initiator,
      acceptedBy: outcome.acceptedBy,
      lastSubstantive: context.lastSubstantive,
      closing: finding.places,
      next: context.next,
      isWithinTurn: context.isWithinTurn,
      silence: outcome.silence,
      rules: outcome.rules,
      steps: steps)
  }

  private func utterances(_ places: [Int]) -> [Int] {
    places.flatMap { context.all[$0].utterances }
  }

  private func finding(_ rule: ClosureRule) -> Finding {
    switch rule {
    case .undetermined: undetermined
    case .deferred: deferred
    case .explicitClosing: explicitClosing
    case .disclaimer: disclaimer
    case .collaborative: collaborative
    case .recipientShift: recipientShift
    case .minimalAcknowledgement: minimalAcknowledgement
    case .stepwise: stepwise
    case .prefacedShift: prefacedShift
    case .abruptShift: abruptShift
    case .ownShift: ownShift
    case .noUptake: noUptake
    }
  }

  // MARK: Rules 1 to 4

  private var undetermined: Finding {
    switch context.ends {
    case .known: Finding(because: "the transcript shows what comes after it")
    case .cut: Finding(because: "talk was left out right after it", outcome: Outcome())
    case .openEnd:
      Finding(because: "the material, or what is known of the topic, ends here", outcome: Outcome())
    }
  }

  private var deferred: Finding {
    let places = (context.anchor..<context.stretch.upperBound)
    guard let place = places.first(where: { context.all[$0].reading.isDeferral }) else {
      return Finding(because: "nothing is put off in the last substantive contribution or after it")
    }
    let accepted = context.accepting(place)
    return Finding(
      because: "\(name(place)) puts it off",
      places: [place] + accepted.map(\.contribution),
      outcome: Outcome(
        initiator: context.all[place].speaker,
        acceptedBy: accepted.map(\.person),
        rules: context.all[place].rules(of: .deferral)))
  }

  private var explicitClosing: Finding {
    let places = (context.anchor..<context.stretch.upperBound)
    guard let bid = places.first(where: { context.all[$0].reading.isClosingBid }) else {
      return Finding(because: "nobody bids to close at the last substantive contribution or later")
    }
    let accepted = context.accepting(bid)
    let others =
      accepted.isEmpty ? "nobody accepts" : "accepted by \(names(accepted.map(\.person)))"
    return Finding(
      because: "\(name(bid)) bids to close; \(others)",
      places: [bid] + accepted.map(\.contribution),
      outcome: Outcome(
        initiator: context.all[bid].speaker,
        acceptedBy: accepted.map(\.person),
        rules: context.all[bid].rules(of: .closing)))
  }

  private var disclaimer: Finding {
    let last = context.all[context.anchor]
    guard last.ends(with: .disclaimer) else {
      let isEarlier = last.reading.isDisclaimer
      return Finding(
        because: isEarlier
          ? "\(lastName) declines, but not in the last sentence"
          : "the last substantive contribution declines nothing",
        places: isEarlier ? [context.anchor] : [])
    }
    guard context.responses.isEmpty else {
      return Finding(
        because: "\(name(context.anchor)) declines, but others respond",
        places: [context.anchor] + context.responses)
    }
    return Finding(
      because: "\(name(context.anchor)) declines, and nobody else responds",
      places: [context.anchor],
      outcome: Outcome(initiator: last.speaker, rules: last.rules(of: .disclaimer)))
  }

  // MARK: Rule 5: others respond

  private var collaborative: Finding {
    let responses = context.responses
    guard let first = responses.first else {
      return Finding(because: "nobody else responds to \(lastName)", places: [context.anchor])
    }
    let own = ownTokens(after: first)
    let assessments = responses.filter { context.all[$0].reading.form == .assessment }
    let givers = speakers(responses)
    let because: String
    if let assessment = assessments.first {
      because = "\(name(assessment)) evaluates"
    } else if let own {
      because = "\(name(first)) acknowledges\(manner(first)), and \(name(own)) again"
    } else if givers.count > 1 {
      because = "\(names(givers)) acknowledge"
    } else {
      return Finding(
        because: "only one other acknowledges, without evaluating", places: responses)
    }
    let initiator = context.all[first].speaker
    let joined = speakers(responses + [own].compactMap { $0 })
    return Finding(
      because: because,
      places: (responses + [own].compactMap { $0 }).sorted(),
      outcome: Outcome(
        initiator: initiator,
        acceptedBy: joined.filter { $0 != initiator },
        rules: responses.flatMap { context.all[$0].responseRules }))
  }

  /// A response of L's own speaker after another's.
  private func ownTokens(after first: Int) -> Int? {
    context.tail.first {
      $0 > first && context.all[$0].isResponse
        && !context.all[$0].isByOther(than: context.all[context.anchor])
    }
  }

  private var recipientShift: Finding {
    guard let first = context.responses.first else {
      return Finding(because: "nobody else responds")
    }
    guard let opener = context.nextOpener,
      !context.all[opener].speakers.isEmpty,
      context.all[opener].speakers == context.all[first].speakers
    else {
      return Finding(because: "somebody else opens what comes next", places: [first])
    }
    let link = context.link
    guard link.isEmpty else {
      return Finding(
        because: "\(name(first)) goes on, but with the same words (\(list(link)))",
        places: [first, opener])
    }
    return Finding(
      because: "\(name(first)) acknowledges and goes on to something else",
      places: context.responses + [opener],
      outcome: Outcome(
        initiator: context.all[first].speaker, rules: context.all[first].responseRules))
  }

  private var minimalAcknowledgement: Finding {
    guard let first = context.responses.first else {
      return Finding(because: "nobody else responds")
    }
    let response =
      context.repetitions.contains(first)
      ? "acknowledges by repeating" : "gives a minimal response"
    return Finding(
      because: "\(name(first)) \(response), and no more comes",
      places: context.responses,
      outcome: Outcome(
        initiator: context.all[first].speaker, rules: context.all[first].responseRules))
  }

  // MARK: Words for steps

  private func manner(_ place: Int) -> String {
    context.repetitions.contains(place) ? " by repeating" : ""
  }

  var lastName: String { name(context.anchor) }

  func name(_ place: Int) -> String { names(context.all[place].speakers) }

  private func names(_ people: [Int]) -> String {
    if people.isEmpty { return "an unknown speaker" }
    return people.map { transcript.participants[$0].label ?? transcript.participants[$0].id }
      .joined(separator: ", ")
  }

  func list(_ words: Set<String>) -> String { words.sorted().joined(separator: ", ") }

  private func speakers(_ places: [Int]) -> [Int] {
    var people: [Int] = []
    for place in places {
      for person in context.all[place].speakers where !people.contains(person) {
        people.append(person)
      }
    }
    return people
  }
}
