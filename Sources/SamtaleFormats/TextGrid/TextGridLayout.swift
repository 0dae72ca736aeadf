/// Which tiers of a TextGrid are talk, and which say something about talk.
///
/// Tiers are grouped by person (``TextGridTierName``). Of each person's interval tiers those of the lowest
/// rank are the talk; the others become layers of annotation. A tier that bears the same name as
/// another and whose labels all lie inside that other one's is a layer too. Tiers that name nobody
/// are talk if they hold utterances, or if most of their labels lie outside the talk of people who
/// are named; else they are layers too. Of several such tiers of utterances the one that covers most
/// is talk, and those that say something of the same time are layers. A tier that the table of
/// speakers names is talk in any case, and tiers that name nobody are not then. Points are notes.
struct TextGridLayout {
  enum Role: Hashable {
    case talk
    case layer
    case topics
    case notes(type: String?)
  }

  /// What is in each tier.
  private(set) var roles: [Role]
  private(set) var names: [TextGridTierName]
  /// The line of the first tier that was chosen among several that name nobody; `nil` if none was.
  private(set) var guessedLine: Int?
  private var declared: Set<Int> = []
  /// Whether the talk is a tier of words or sounds, since there is none of utterances.
  private(set) var isFineGrained = false

  init(_ tiers: [TextGridFile.Tier], isDeclared: (String) -> Bool = { _ in false }) {
    names = tiers.map { TextGridTierName($0.name) }
    for (i, tier) in tiers.enumerated() where !tier.holdsPoints {
      let labels = [tier.name, TextGridTierName.plain(tier.name)]
      guard let label = labels.first(where: isDeclared), names[i].speaker != label else { continue }
      names[i] = TextGridTierName(speaker: label)
      declared.insert(i)
    }
    roles = zip(tiers, names).map { tier, name in
      switch name.content {
      case .notes(let type):
        .notes(type: type ?? (name.isOwn ? nil : tier.holdsPoints ? tier.name : nil))
      case .topics where !tier.holdsPoints: .topics
      case .talk where !tier.holdsPoints: .talk
      case .layer where !tier.holdsPoints: .layer
      case .topics, .talk, .layer: .notes(type: tier.name.isEmpty ? nil : tier.name)
      }
    }
    demote(tiers)
    demoteNameless(tiers)
  }

  /// The names of the tiers that are talk.
  func talkTiers(_ tiers: [TextGridFile.Tier]) -> [String] {
    tiers.indices.filter { roles[$0] == .talk && !tiers[$0].isSilent }
      .map { TextGridTierName.plain(tiers[$0].name) }
  }

  /// Leaves one of several tiers that name nobody and say something of the same time.
  private mutating func demoteNameless(_ tiers: [TextGridFile.Tier]) {
    let nameless = tiers.indices.filter {
      names[$0].speaker == nil && !names[$0].isOwn && !tiers[$0].isSilent
        && (roles[$0] == .talk || roles[$0] == .layer)
    }
    let talk = nameless.filter { roles[$0] == .talk }
    if !declared.isEmpty {
      for i in talk { roles[i] = .layer }
    } else if let most = talk.map({ tiers[$0].covered }).max(),
      let best = talk.first(where: { tiers[$0].covered == most })
    {
      let cover = TextGridCover([tiers[best]])
      for i in talk where tiers[i].name != tiers[best].name && cover.holdsMost(of: [tiers[i]]) {
        roles[i] = .layer
      }
      let isChosen = tiers.count { !$0.holdsPoints && !$0.isSilent } > 1
      if isChosen { guessedLine = tiers[best].line }
    }
  }

  /// Makes layers of tiers that are not the talk itself.
  private mutating func demote(_ tiers: [TextGridFile.Tier]) {
    var groups: [String?: [Int]] = [:]
    for i in tiers.indices where roles[i] == .talk && !tiers[i].isSilent {
      groups[names[i].speaker, default: []].append(i)
    }
    let named = groups.filter { $0.key != nil }.values.joined().map { tiers[$0] }
    for (speaker, group) in groups {
      let best = group.map(rank).min() ?? 0
      let keepsNone =
        speaker == nil && best > 0
        && TextGridCover(named).holdsMost(of: group.map { tiers[$0] })
      for i in group where keepsNone || rank(i) > best { roles[i] = .layer }
      if !keepsNone, best > 0 { isFineGrained = true }
      demoteContained(group.filter { roles[$0] == .talk && !names[$0].isOwn }, tiers)
    }
  }

  private func rank(_ tier: Int) -> Int {
    if case .talk(let rank) = names[tier].content { rank } else { 0 }
  }

  private mutating func demoteContained(_ group: [Int], _ tiers: [TextGridFile.Tier]) {
    guard group.count > 1 else { return }
    let covered = group.map { tiers[$0].covered }
    guard let most = covered.max(), let place = covered.firstIndex(of: most) else { return }
    let outer = tiers[group[place]]
    for i in group where i != group[place] && tiers[i].name == outer.name {
      if tiers[i].lies(inside: outer) { roles[i] = .layer }
    }
  }
}

extension TextGridFile.Interval {
  var isSilent: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  /// Milliseconds after the beginning; `nil` for what no recording can have.
  var startMilliseconds: Int? { Self.milliseconds(start) }
  var endMilliseconds: Int? { Self.milliseconds(end) }

  private static func milliseconds(_ seconds: Double?) -> Int? {
    guard let seconds, seconds.isFinite, abs(seconds) < 1e12 else { return nil }
    return Int((seconds * 1000).rounded())
  }
}

extension TextGridFile.Tier {
  var isSilent: Bool { intervals.allSatisfy(\.isSilent) }

  /// Seconds that are labelled.
  fileprivate var covered: Double {
    intervals.reduce(0) { sum, interval in
      guard !interval.isSilent, let start = interval.start, let end = interval.end else {
        return sum
      }
      return sum + max(0, end - start)
    }
  }

  /// Whether every label lies inside a labelled interval of another tier, to the millisecond.
  fileprivate func lies(inside other: Self) -> Bool {
    let outer = other.intervals.filter { !$0.isSilent }
      .sorted { ($0.start ?? 0) < ($1.start ?? 0) }
    let inner = intervals.filter { !$0.isSilent }.sorted { ($0.start ?? 0) < ($1.start ?? 0) }
    var place = 0
    for interval in inner {
      guard let start = interval.start, let end = interval.end else { return false }
      while place < outer.count, (outer[place].end ?? 0) < end - 0.001 { place += 1 }
      guard place < outer.count, (outer[place].start ?? 0) <= start + 0.001 else { return false }
    }
    return true
  }
}

/// The stretches of time that labelled intervals cover.
private struct TextGridCover {
  private var starts: [Double] = []
  /// The latest end of all that begin so early.
  private var ends: [Double] = []

  init(_ tiers: [TextGridFile.Tier]) {
    let intervals = tiers.flatMap(\.intervals).filter { !$0.isSilent && $0.start != nil }
    for interval in intervals.sorted(by: { ($0.start ?? 0) < ($1.start ?? 0) }) {
      starts.append(interval.start ?? 0)
      ends.append(max(ends.last ?? 0, interval.end ?? 0))
    }
  }

  /// Whether the middles of at least half of the labels lie inside.
  func holdsMost(of tiers: [TextGridFile.Tier]) -> Bool {
    let middles = tiers.flatMap(\.intervals).filter { !$0.isSilent }.map {
      (($0.start ?? 0) + ($0.end ?? 0)) / 2
    }
    return !starts.isEmpty && 2 * middles.count(where: covers) >= middles.count
  }

  private func covers(_ time: Double) -> Bool {
    var low = 0
    var high = starts.count
    while low < high {
      let half = (low + high) / 2
      if starts[half] <= time { low = half + 1 } else { high = half }
    }
    return low > 0 && ends[low - 1] >= time
  }
}
