import Samtale

extension KAnonymity {
  /// The rows of participants: each person once, in the order in which they first occur. Groups that
  /// speak as one are left out.
  ///
  /// Attributes are called `role`, `age`, `gender`, `education` … or, where a fact has a type, by
  /// that: `diagnosis`, `yearsInJob`.
  public static func rows(of participants: [Participant]) -> [Row] {
    var seen: Set<Participant.Identity> = []
    return participants.filter { $0.groupSize == nil && seen.insert($0.identity).inserted }
      .map { Row(id: $0.id, values: values(of: $0)) }
  }

  /// The names of all attributes that participants have, without names and notes, in order.
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

  private static func values(of person: Participant) -> [String: Value] {
    var values: [String: Value] = [:]
    if !person.roles.isEmpty {
      values["role"] = .text(person.roles.sorted().joined(separator: " "))
    }
    for attribute in person.attributes where values[name(of: attribute)] == nil {
      values[name(of: attribute)] = value(attribute)
    }
    return values
  }

  private static func value(_ attribute: Participant.Attribute) -> Value {
    if let low = attribute.atLeast.flatMap({ Int($0) }) {
      return .years(low, attribute.atMost.flatMap { Int($0) })
    }
    if let high = attribute.atMost.flatMap({ Int($0) }) { return .years(0, high) }
    let text = attribute.value ?? attribute.display
    if attribute.kind == .age, let years = Int(text) { return .years(years, years) }
    return text.isEmpty ? .notStated : .text(text.lowercased())
  }
}

extension KAnonymity.Outcome {
  /// A participant as the table may show them: dropped attributes are gone, ages are in bands.
  public func applied(to participant: Participant) -> Participant {
    var person = participant
    person.attributes.removeAll { dropped.contains(KAnonymity.name(of: $0)) }
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
  /// Puts an age, or a band of ages, into the bands that hold it.
  fileprivate mutating func widen(_ bands: AgeBands) {
    let exact = kind == .age ? Int(value ?? text) : nil
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
