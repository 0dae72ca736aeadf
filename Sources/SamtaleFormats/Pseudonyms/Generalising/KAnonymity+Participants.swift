import Samtale

extension KAnonymity {
  /// What belonging to teams is called among the attributes; somebody in two teams is not like
  /// somebody in one of them.
  public static let team = "membership in teams"

  /// Everybody in transcripts, with what tells about them beside what their description says: the
  /// team whose meeting it is as a membership, and facts that researchers added.
  /// - Parameters:
  ///   - transcripts: Transcripts with common identifiers of people.
  ///   - facts: Added facts, of people in these transcripts or of others.
  /// - Returns: A participant for each time that somebody is described, and for each other person of
  ///   whom a fact is stated.
  public static func people(
    of transcripts: [Transcript], facts: [ParticipantAttribute] = []
  ) -> [Participant] {
    let added = Dictionary(grouping: facts, by: \.participant)
      .mapValues { $0.map(\.attribute) }
    let described = transcripts.flatMap { transcript in
      let team = transcript.team?.id
      return transcript.participants.map { person in
        var person = person
        person.attributes += added[person.id] ?? []
        if let team, !person.memberships.contains(where: { $0.team == team }) {
          person.memberships.append(.init(team: team))
        }
        return person
      }
    }
    let known = Set(described.map(\.id))
    let others = added.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
    return described + others.map { Participant(id: $0.key, attributes: $0.value) }
  }

  /// The rows of participants: each person once, in the order in which they first occur. Groups that
  /// speak as one are left out.
  ///
  /// What is said otherwise of somebody in another transcript, or in other words than the coded ones,
  /// counts too: everything that is written is one value.
  ///
  /// Attributes are called `role`, ``team``, `age`, `gender`, `education` … or, where a fact has a
  /// type, by that: `diagnosis`, `yearsInJob`.
  public static func rows(of participants: [Participant]) -> [Row] {
    var places: [Participant.Identity: Int] = [:]
    var people: [[Participant]] = []
    for participant in participants where participant.groupSize == nil {
      if let place = places[participant.identity] {
        people[place].append(participant)
      } else {
        places[participant.identity] = people.count
        people.append([participant])
      }
    }
    return people.map { Row(id: $0[0].id, values: values(of: $0)) }
  }

  /// The names of all attributes that participants have, without names, notes and teams, in order.
  public static func attributes(of participants: [Participant]) -> [String] {
    var names: [String] = participants.contains { !$0.roles.isEmpty } ? ["role"] : []
    for attribute in participants.flatMap(\.attributes)
    where attribute.kind != .name && attribute.kind != .note {
      if !names.contains(name(of: attribute)) { names.append(name(of: attribute)) }
    }
    return names
  }

  static func name(of attribute: Participant.Attribute) -> String {
    attribute.type ?? attribute.kind.rawValue
  }

  /// What is said of one person in all transcripts.
  private static func values(of person: [Participant]) -> [String: Value] {
    var found: [String: [Value]] = [:]
    for participant in person {
      if !participant.roles.isEmpty {
        found["role", default: []].append(
          .text(participant.roles.sorted().joined(separator: " ")))
      }
      for membership in participant.memberships {
        found[team, default: []].append(.text(membership.team))
      }
      for attribute in participant.attributes where attribute.kind != .name {
        found[name(of: attribute), default: []].append(value(attribute))
      }
    }
    return found.mapValues { .all($0) }.filter { $0.value != .notStated }
  }

  private static func value(_ attribute: Participant.Attribute) -> Value {
    if let low = attribute.atLeast.flatMap({ Int($0) }) {
      return .years(low, attribute.atMost.flatMap { Int($0) })
    }
    if let high = attribute.atMost.flatMap({ Int($0) }) { return .years(0, high) }
    let text = attribute.value ?? attribute.display
    if attribute.kind == .age, let years = Int(text) { return .years(years, years) }
    guard !text.isEmpty else { return .notStated }
    // A coded value says nothing of what is written beside it.
    let parts = text == attribute.text || attribute.text.isEmpty ? [text] : [text, attribute.text]
    return .text(parts.joined(separator: " ").lowercased())
  }
}

extension KAnonymity.Outcome {
  /// A participant as the table may show them: dropped attributes are gone, ages are in bands.
  public func applied(to participant: Participant) -> Participant {
    var person = participant
    person.attributes.removeAll { dropped.contains(KAnonymity.name(of: $0)) && $0.kind != .name }
    if dropped.contains("role") { person.roles = [] }
    guard let ageWidth else { return person }
    for i in person.attributes.indices
    where attributes.contains(KAnonymity.name(of: person.attributes[i])) {
      person.attributes[i].widen(AgeBands(width: ageWidth))
    }
    return person
  }
}

extension Participant {
  /// The participant with ages in bands and dates generalised: those of memberships and of facts.
  /// - Parameters:
  ///   - ages: The bands; `nil` leaves ages as they are.
  ///   - dates: What becomes of dates.
  /// - Returns: The participant; names and all other words are as they were.
  public func generalised(ages: AgeBands?, dates: DateGeneralisation) -> Participant {
    var person = self
    let generalised = { (date: String?) in date.map(dates.generalised) }
    for i in person.memberships.indices {
      person.memberships[i].from = generalised(person.memberships[i].from)
      person.memberships[i].to = generalised(person.memberships[i].to)
      person.memberships[i].when = generalised(person.memberships[i].when)
    }
    for i in person.attributes.indices {
      person.attributes[i].from = generalised(person.attributes[i].from)
      person.attributes[i].to = generalised(person.attributes[i].to)
      person.attributes[i].when = generalised(person.attributes[i].when)
      if let ages, person.attributes[i].kind == .age { person.attributes[i].widen(ages) }
    }
    return person
  }
}

extension Participant.Attribute {
  /// The number in `27 years`; `nil` if there are none or several.
  private static func onlyNumber(_ text: String) -> Int? {
    let numbers = text.split { !("0"..."9").contains($0) }
    return numbers.count == 1 ? Int(numbers[0]) : nil
  }

  /// Puts an age, or a band of ages, into the bands that hold it.
  fileprivate mutating func widen(_ bands: AgeBands) {
    let exact = kind == .age ? Int(value ?? text) ?? Self.onlyNumber(text) : nil
    let low = atLeast.flatMap { Int($0) } ?? exact
    let high = atMost.flatMap { Int($0) } ?? exact
    guard low != nil || high != nil else { return }
    (value, text) = (nil, "")
    if let low, let high {
      let band = bands.band(covering: min(low, high)...max(low, high))
      (atLeast, atMost) = (String(band.lowerBound), String(band.upperBound))
    } else if let low {
      atLeast = String(bands.band(low).lowerBound)
    } else if let high {
      (atLeast, atMost) = ("0", String(bands.band(high).upperBound))
    }
  }
}
