import Samtale

/// Makes a table of people less telling until everybody is like at least k − 1 others.
///
/// A table is k-anonymous in chosen attributes if every combination of their values belongs to at
/// least k people (L. Sweeney, “k-anonymity: a model for protecting privacy”, 2002). Finding the way
/// that loses least is hard; this takes a greedy one, always the same:
///
/// 1. While a combination is too rare, ages are put in wider bands: 5, 10, 20, 40 years.
/// 2. If that does not suffice, the attribute is dropped without which the fewest people are left in
///    combinations that are too rare; of several the one with the fewest values, then the last named.
/// 3. At the end, what is not needed is taken back: dropped attributes, the last first, then the
///    widths of age bands, the narrowest that will do.
///
/// k-anonymity says nothing about what the talk itself gives away, nor about attributes that were not
/// chosen.
public struct KAnonymity: Sendable {
  /// The value of an attribute.
  public enum Value: Hashable, Sendable {
    /// Years, both ends included; without an upper end `60 or more`.
    case years(Int, Int?)
    case text(String)
    /// Different things said of one person, in different places; at least two, in order.
    case several([Value])
    case notStated
  }

  /// A person.
  public struct Row: Hashable, Sendable {
    public var id: String
    public var values: [String: Value]

    public init(id: String, values: [String: Value]) {
      self.id = id
      self.values = values
    }
  }

  /// How people fall into groups with the same values.
  public struct Groups: Hashable, Sendable {
    public var people: Int
    /// People in groups of less than k.
    public var rare: Int
    /// The number of people in the smallest group; 0 if there are no people.
    public var smallest: Int
  }

  /// What was done, and how far it got.
  public struct Outcome: Hashable, Sendable {
    public var k: Int
    /// Whether every combination belongs to at least k people now.
    public var isReached: Bool
    public var people: Int
    /// The attributes that were looked at, in the order given.
    public var attributes: [String]
    /// Attributes that have to go, in the order given.
    public var dropped: [String]
    /// The width of the age bands in years; `nil` if ages stay as they are or are dropped.
    public var ageWidth: Int?
    /// Ages that read otherwise than before.
    public var coarsenedAges: Int
    /// The number of people with the rarest combination, before and after.
    public var smallestBefore: Int
    public var smallestAfter: Int
    /// People in combinations that were too rare, before and after.
    public var rareBefore: Int
    public var rareAfter: Int
    /// The table as it may be shown; the rows keep their order.
    public var rows: [Row]

    /// What was done in a few plain sentences, with numbers.
    public var summary: [String] {
      var lines = [
        "before: \(rareBefore) of \(people) people were in groups of less than \(k); the smallest "
          + "group had \(smallestBefore)"
      ]
      if let ageWidth {
        lines.append("ages: bands of \(ageWidth) years (\(coarsenedAges) of \(people) changed)")
      }
      if !dropped.isEmpty { lines.append("dropped: " + dropped.joined(separator: ", ")) }
      if ageWidth == nil, dropped.isEmpty, isReached { lines.append("nothing had to be changed") }
      if isReached {
        lines.append("after: the smallest group has \(smallestAfter)")
      } else if people < k {
        lines.append(
          "not reached: there are only \(people) people, fewer than \(k); leave the table out or "
            + "ask for a smaller number")
      } else {
        lines.append(
          "not reached: \(rareAfter) of \(people) people are in groups of less than \(k) by what "
            + "must be kept; leave the table out or keep less")
      }
      return lines
    }
  }

  private let rows: [Row]
  private let attributes: [String]
  private let kept: Set<String>
  private let k: Int
  private static let widths = [5, 10, 20, 40]

  /// - Parameters:
  ///   - rows: The people, each once.
  ///   - attributes: What others may know about a person; the later ones are dropped first if
  ///     nothing else decides. Attributes that are not named here are not looked at.
  ///   - kept: Attributes that are counted but neither coarsened nor dropped, such as the role that
  ///     the transcript prints anyway.
  ///   - k: At least 1.
  public init(rows: [Row], attributes: [String], keeping kept: Set<String> = [], k: Int) {
    self.rows = rows
    var seen: Set<String> = []
    self.attributes = attributes.filter { seen.insert($0).inserted }
    self.kept = kept
    self.k = max(1, k)
  }

  private struct State {
    var attributes: [String]
    /// 0: ages as they are; else the place in `widths` from 1.
    var width = 0
  }

  /// The groups of people with the same values in some attributes, as these stand.
  /// - Parameters:
  ///   - rows: The people, each once.
  ///   - attributes: What is looked at.
  ///   - k: Groups of fewer people are too small.
  /// - Returns: The sizes of the groups.
  public static func groups(of rows: [Row], by attributes: [String], k: Int) -> Groups {
    let sizes = KAnonymity(rows: rows, attributes: attributes, k: k)
      .sizes(State(attributes: attributes))
    return Groups(
      people: rows.count, rare: sizes.filter { $0 < k }.reduce(0, +), smallest: sizes.min() ?? 0)
  }

  /// Carries it out.
  public func outcome() -> Outcome {
    let before = sizes(State(attributes: attributes))
    var state = State(attributes: attributes)
    var dropped: [String] = []
    while rare(state) > 0 {
      if state.width < Self.widths.count, hasYears(state) {
        state.width += 1
      } else if let next = cheapest(state) {
        state.attributes.removeAll { $0 == next }
        dropped.append(next)
      } else {
        break
      }
    }
    if rare(state) == 0 { takeBack(&state, &dropped) }
    return outcome(state, before)
  }

  private func takeBack(_ state: inout State, _ dropped: inout [String]) {
    for attribute in dropped.reversed() {
      var more = state
      more.attributes = attributes.filter { state.attributes.contains($0) || $0 == attribute }
      if rare(more) == 0 {
        state = more
        dropped.removeAll { $0 == attribute }
      }
    }
    for width in 0..<state.width {
      var narrower = state
      narrower.width = width
      if rare(narrower) == 0 {
        state = narrower
        break
      }
    }
  }

  private func outcome(_ state: State, _ before: [Int]) -> Outcome {
    let after = sizes(state)
    let gone = Set(attributes).subtracting(state.attributes)
    let shown = rows.map { row in
      var row = row
      for (attribute, value) in row.values {
        row.values[attribute] =
          gone.contains(attribute) ? nil : coarsened(attribute, value, state)
      }
      return row
    }
    let changed = zip(rows, shown).count { old, new in
      new.values.contains { old.values[$0.key] != $0.value }
    }
    return Outcome(
      k: k, isReached: rows.count >= k && !rows.isEmpty && after.allSatisfy { $0 >= k },
      people: rows.count, attributes: attributes,
      dropped: attributes.filter { !state.attributes.contains($0) },
      ageWidth: state.width > 0 && hasYears(state) ? Self.widths[state.width - 1] : nil,
      coarsenedAges: changed, smallestBefore: before.min() ?? 0, smallestAfter: after.min() ?? 0,
      rareBefore: before.filter { $0 < k }.reduce(0, +),
      rareAfter: after.filter { $0 < k }.reduce(0, +), rows: shown)
  }

  // MARK: Counting

  /// The sizes of the groups with the same values.
  private func sizes(_ state: State) -> [Int] {
    var counts: [[Value]: Int] = [:]
    for row in rows {
      counts[state.attributes.map { value($0, row, state) }, default: 0] += 1
    }
    return Array(counts.values)
  }

  /// The number of people in groups that are too small.
  private func rare(_ state: State) -> Int { sizes(state).filter { $0 < k }.reduce(0, +) }

  private func value(_ attribute: String, _ row: Row, _ state: State) -> Value {
    coarsened(attribute, row.values[attribute] ?? .notStated, state)
  }

  private func coarsened(_ attribute: String, _ value: Value, _ state: State) -> Value {
    guard state.width > 0, !kept.contains(attribute), state.attributes.contains(attribute)
    else { return value }
    return value.coarsened(AgeBands(width: Self.widths[state.width - 1]))
  }

  private func hasYears(_ state: State) -> Bool {
    state.attributes.contains { attribute in
      !kept.contains(attribute)
        && rows.contains { $0.values[attribute]?.hasYears ?? false }
    }
  }

  /// The attribute to drop next.
  private func cheapest(_ state: State) -> String? {
    let candidates = state.attributes.filter { !kept.contains($0) }
    let costs = candidates.enumerated().map { i, attribute in
      var without = state
      without.attributes.removeAll { $0 == attribute }
      let values = Set(rows.map { value(attribute, $0, state) }).count
      return (attribute, (rare(without), values, -i))
    }
    return costs.min { $0.1 < $1.1 }?.0
  }
}

extension KAnonymity.Value {
  /// One value for all that is said of a person.
  static func all(_ values: [KAnonymity.Value]) -> KAnonymity.Value {
    let different = Set(values).subtracting([.notStated])
    guard different.count > 1 else { return different.first ?? .notStated }
    return .several(different.sorted { $0.written < $1.written })
  }

  /// The value in words.
  var written: String {
    switch self {
    case .years(let low, let high): high.map { "\(low)–\($0)" } ?? "\(low)–"
    case .text(let text): text
    case .several(let values): values.map(\.written).joined(separator: " | ")
    case .notStated: ""
    }
  }

  fileprivate var hasYears: Bool {
    switch self {
    case .years: true
    case .several(let values): values.contains(where: \.hasYears)
    case .text, .notStated: false
    }
  }

  /// The value with years in the bands that hold them.
  fileprivate func coarsened(_ bands: AgeBands) -> KAnonymity.Value {
    switch self {
    case .years(let low, let high?):
      let band = bands.band(covering: min(low, high)...max(low, high))
      return .years(band.lowerBound, band.upperBound)
    case .years(let low, nil): return .years(bands.band(low).lowerBound, nil)
    case .several(let values): return .all(values.map { $0.coarsened(bands) })
    case .text, .notStated: return self
    }
  }
}
