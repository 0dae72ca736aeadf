/// What a contribution gets from others (measures §3.4).
///
/// Looked at are the contributions of others that follow in the same topic: at most three, no
/// further than the speaker's own next contribution once something was given, never across a cut.
public struct Uptake: Sendable {
  /// How much was given, from least to most.
  public enum Level: String, Sendable, CaseIterable, Comparable {
    /// Nothing, or hesitation.
    case none
    /// An acknowledgement.
    case minimal
    /// A short evaluation.
    case assessment
    /// Something of its own.
    case substantive
    /// An answer to a question. Counts as much as ``substantive``. A minimal response or short
    /// evaluation right after a question is one ("Yes.", "Very well."); a question in return is not.
    case answer

    /// 0 to 3.
    public var rank: Int {
      switch self {
      case .none: 0
      case .minimal: 1
      case .assessment: 2
      case .substantive, .answer: 3
      }
    }

    public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }
  }

  /// What one participant gave.
  public struct Gift: Hashable, Sendable {
    /// `nil` for an unknown speaker.
    public var by: Int?
    public var level: Level
    /// The contribution that gave it.
    public var contribution: Int
  }

  /// The contribution that receives.
  public var contribution: Int
  /// The most that anybody gave; `nil` is unknown: talk was left out, or the material ended, before
  /// anybody gave anything.
  public var level: Level?
  /// The most that each other participant gave.
  public var given: [Gift]
  /// Contributions of others that were looked at.
  public var considered: [Int]
  /// Content words of the contribution that others repeat.
  public var repeated: [String]
  /// The share of its content words that others repeat, each weighted by its rarity in the meeting
  /// (repetition baseline of Demszky et al. 2021, with inverse document frequency); `nil` without
  /// content words.
  public var overlap: Double?
  /// Participants who are addressed and say nothing in what was looked at; empty if unknown.
  public var silentAlthoughAddressed: [Int]

  /// Whether others repeat at least one of its content words.
  public var isLinked: Bool { !repeated.isEmpty }

  /// The level in words.
  public var name: String { level?.rawValue ?? "unknown" }
}

extension Uptake {
  static func uptakes(_ all: ContributionSequence, _ options: TopicOptions) -> [Uptake] {
    let weights = weights(all)
    return all.indices.map { uptake($0, all, weights, options) }
  }

  /// ln(n / df) of each stem over the contributions of the meeting.
  private static func weights(_ all: ContributionSequence) -> [String: Double] {
    var counts: [String: Int] = [:]
    for contribution in all { for stem in contribution.stems { counts[stem, default: 0] += 1 } }
    return counts.mapValues { logarithm(Double(all.count) / Double($0)) }
  }

  private static func uptake(
    _ place: Int, _ all: ContributionSequence, _ weights: [String: Double], _ options: TopicOptions
  ) -> Uptake {
    var window = UptakeWindow(place, all, options)
    window.run()
    let stems = all[place].stems
    let repeated = stems.filter { stem in
      window.considered.contains { all[$0].stems.contains(stem) }
    }
    let level = window.given.map(\.level).max() ?? Level.none
    let isUnknown = window.isBroken && level == Level.none
    return Uptake(
      contribution: place,
      level: isUnknown ? nil : level,
      given: window.given,
      considered: window.considered,
      repeated: repeated.sorted(),
      overlap: overlap(repeated, stems, weights),
      silentAlthoughAddressed: isUnknown
        ? []
        : all[place].addressees.filter { person in
          !window.considered.contains { all[$0].speakers.contains(person) }
            && !all[place].speakers.contains(person)
        })
  }

  private static func overlap(
    _ repeated: Set<String>, _ stems: Set<String>, _ weights: [String: Double]
  ) -> Double? {
    // Sorted, so that the sum is the same in every run.
    let sum = { (stems: Set<String>) in stems.sorted().reduce(0) { $0 + (weights[$1] ?? 0) } }
    let total = sum(stems)
    return total > 0 ? min(1, sum(repeated) / total) : nil
  }
}

/// Walks over what follows a contribution.
private struct UptakeWindow {
  let place: Int
  let all: ContributionSequence
  let options: TopicOptions
  var considered: [Int] = []
  var given: [Uptake.Gift] = []
  /// Whether a cut or the end of the material came before the window was full.
  var isBroken = false

  init(_ place: Int, _ all: ContributionSequence, _ options: TopicOptions) {
    self.place = place
    self.all = all
    self.options = options
  }

  mutating func run() {
    let own = all[place]
    for later in (place + 1)..<max(place + 1, all.count) {
      let next = all[later]
      if next.isAfterCut {
        isBroken = true
        return
      }
      // The innermost topic decides; talk outside topics ends where a topic begins.
      guard own.topics.last.map(next.topics.contains) ?? next.topics.isEmpty else { return }
      if next.isByOther(than: own) {
        consider(later)
        if considered.count >= options.uptakeWindow { return }
      } else if given.contains(where: { $0.level > .none }) {
        return
      }
    }
    isBroken = all.endsAtCut || !options.endsWithMeeting
  }

  private mutating func consider(_ later: Int) {
    let level = level(all[later], isFirst: considered.isEmpty)
    considered.append(later)
    let givers: [Int?] = all[later].speakers.isEmpty ? [nil] : all[later].speakers
    for giver in givers where giver.map({ !all[place].speakers.contains($0) }) ?? true {
      if let known = given.firstIndex(where: { $0.by == giver }) {
        if given[known].level < level {
          given[known].level = level
          given[known].contribution = later
        }
      } else {
        given.append(Uptake.Gift(by: giver, level: level, contribution: later))
      }
    }
  }

  private func level(_ response: Contribution, isFirst: Bool) -> Uptake.Level {
    let isAsked = all[place].reading.isFirstPairPart
    if response.isSubstantive {
      return isAsked && !response.reading.isFirstPairPart ? .answer : .substantive
    }
    switch response.reading.form {
    case .minimal: return isAsked && isFirst ? .answer : .minimal
    case .assessment: return isAsked && isFirst ? .answer : .assessment
    case .filler: return .none
    case .substantive: return .substantive
    }
  }
}
