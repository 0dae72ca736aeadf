/// The categories of each variable among the people of one role.
struct RoleCounts {
  /// More different ages than this are given by mean and deviation.
  static let mostNumbers = 5

  private let people: [Participant]
  private let role: String?
  private let name: String

  init(_ people: [Participant], _ role: String?, _ name: String) {
    self.people = people
    self.role = role
    self.name = name
  }

  /// One row for each category, and one that says so if nothing is known; none without people.
  var rows: [ParticipantCounts.Row] {
    if people.isEmpty { return [] }
    let variables = variables
    if variables.isEmpty { return [row("—", "no facts stated", people.count)] }
    return variables.flatMap { rows($0.name, $0.categories) }
  }

  /// What is stated, in the order in which it is first, with the categories of each person.
  private var variables: [(name: String, categories: [[String]])] {
    var order: [String] = []
    var stated: [String: [[String]]] = [:]
    for person in people {
      var own: [String: [String]] = [:]
      for attribute in person.attributes {
        guard let variable = Self.variable(attribute), !attribute.display.isEmpty else { continue }
        if !order.contains(variable) { order.append(variable) }
        if own[variable]?.contains(attribute.display) != true {
          own[variable, default: []].append(attribute.display)
        }
      }
      for (variable, categories) in own { stated[variable, default: []].append(categories) }
    }
    return order.map { ($0, stated[$0] ?? []) }
  }

  /// The rows of a variable, given the categories of each person of whom it is stated.
  private func rows(_ variable: String, _ categories: [[String]]) -> [ParticipantCounts.Row] {
    var counts = categories.joined().reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    var rows: [ParticipantCounts.Row] = []
    let numbers = counts.keys.filter { Double($0) != nil }
    if variable == "age", numbers.count > Self.mostNumbers {
      let values = categories.joined().compactMap(Double.init)
      var summary = row(variable, "mean and SD", values.count)
      summary.mean = Summary.mean(values)
      summary.deviation = Summary.standardDeviation(values)
      rows.append(summary)
      for number in numbers { counts[number] = nil }
    }
    rows += Self.ordered(counts).map { row(variable, $0.key, $0.value) }
    let missing = people.count - categories.count
    return missing > 0 ? rows + [row(variable, "not stated", missing)] : rows
  }

  private func row(_ variable: String, _ category: String, _ count: Int) -> ParticipantCounts.Row {
    ParticipantCounts.Row(
      role: role,
      roleName: name,
      people: people.count,
      variable: variable,
      category: category,
      count: count
    )
  }

  /// What an attribute is counted under; names and remarks are no categories.
  private static func variable(_ attribute: Participant.Attribute) -> String? {
    switch attribute.kind {
    case .name, .note: nil
    case .state, .trait: attribute.type ?? attribute.kind.rawValue
    default: attribute.kind.rawValue
    }
  }

  /// Numbers and bands by value, then other categories by frequency and name.
  private static func ordered(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.map { (key: $0.key, value: $0.value) }.sorted { a, b in
      switch (Band(a.key), Band(b.key)) {
      case (let x?, let y?): x.key == y.key ? a.key < b.key : x.key < y.key
      case (nil, nil): a.value != b.value ? a.value > b.value : a.key < b.key
      case (let x, _): x != nil
      }
    }
  }
}

/// A number, or a range of numbers in words: `25–40`, `10 or more`, `under 30`, `more than 10`.
private struct Band {
  /// The lower end, then what stands first among bands of the same lower end.
  let key: (Double, Double)

  init?(_ category: String) {
    let text = category.lowercased()
    let opening = text.prefix { !$0.isNumber }.filter { !$0.isWhitespace }
    let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits) else { return nil }
    switch opening {
    case "": key = (number, 0)
    case "upto", "under", "below", "lessthan", "fewerthan", "atmost", "<", "≤":
      key = (-.infinity, number)
    case "morethan", "over", "above", ">": key = (number, 1)
    case "atleast", "≥": key = (number, 0.5)
    default: return nil
    }
  }
}
