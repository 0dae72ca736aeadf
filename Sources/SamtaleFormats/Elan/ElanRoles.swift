import Samtale

/// What each tier of an ELAN file is for.
///
/// Tiers that Samtale wrote say so by their linguistic type, and a tier that the table of speakers
/// names is talk. For the others:
///
/// * a tier that hangs on another holds annotations of it;
/// * of a person's tiers that hang on no other one is talk: the one with most characters of those
///   whose names do not say that they are for gestures, notes and the like; the others annotate what
///   the person says at the time (a guess);
/// * tiers without a person are talk, and their names those of the speakers (a guess), if no other
///   tier names a person, or if they hang on no other one and are of a linguistic type that talk has;
///   else they are notes (a guess).
struct ElanRoles {
  enum Role: Equatable {
    case talk(speakers: [String], ElanType.Timing)
    /// Annotations of the tier above, or of what the person says at the time.
    case layer(String)
    case translation(String)
    /// Events, notes and words of others inside turns.
    case inTurns(Mark.Kind)
    case topics
    case notes(String?)
    case incidents
  }

  private(set) var roles: [Role] = []
  /// What was assumed, with the line.
  private(set) var guesses: [(kind: ImportGuess.Kind, line: Int)] = []
  /// How many characters stand in each tier.
  private var characters: [Int] = []
  private let tree: ElanTree

  private var tiers: [ElanDocument.Tier] { tree.document.tiers }
  /// The stated language of each tier.
  var tierLanguages: [String?] { tiers.map(\.language) }

  init(_ tree: ElanTree) {
    self.tree = tree
    characters = tree.members.map { members in
      members.reduce(0) { $0 + tree.document.annotations[$1].text.utf8.count }
    }
    roles = tiers.indices.map { certainRole($0) ?? .layer(layerName($0)) }
    choose(tiers.indices.filter { certainRole($0) == nil && !tree.members[$0].isEmpty })
  }

  /// What the file or the user says; `nil` if it has to be chosen.
  private func certainRole(_ i: Int) -> Role? {
    let tier = tiers[i]
    if tree.promoted.contains(i) { return .talk(speakers: [tier.id.collapsedSpaces], .both) }
    if tree.parentTiers[i] != nil { return annotationRole(i) }
    if let talk = ElanType.talk(tier.type) {
      let people = tier.participant.map { [$0] } ?? []
      let several = people.flatMap { $0.split(separator: TierEvent.separator).map(String.init) }
      return .talk(speakers: talk.isJoint ? several : people, talk.timing)
    }
    switch tier.type {
    case ElanType.notes: return .notes(nil)
    case ElanType.incidents: return .incidents
    default: break
    }
    let isTopics = [tier.id, tier.type].contains { ["topic", "topics"].contains($0.lowercased()) }
    return isTopics && tier.participant == nil ? .topics : nil
  }

  /// What a tier that hangs on another holds.
  private func annotationRole(_ i: Int) -> Role {
    var (name, type) = (layerName(i), tiers[i].type)
    if type.hasPrefix(ElanType.timed) {
      name = ElanType.plainName(name)
      type = String(type.dropFirst(ElanType.timed.count))
    }
    if type == ElanType.layer { return .layer(name) }
    if let own = TierEvent.inTurns.first(where: { $0.type == type }) {
      return .inTurns(own.kind)
    }
    if let language = TierName.translationLanguage(name) {
      let stated = tiers[i].language ?? language
      if !stated.isEmpty { return .translation(stated) }
    }
    return .layer(name)
  }

  private func layerName(_ i: Int) -> String {
    var people: [String] = []
    var current: Int? = i
    // Tiers hang three or four deep.
    for _ in 0..<16 {
      guard let tier = current else { break }
      if tier != i { people.append(tiers[tier].id) }
      if let person = tiers[tier].participant { people.append(person) }
      current = tree.parentTiers[tier]
    }
    return TierName.layer(tiers[i].id, of: people)
  }

  /// Chooses the talk among tiers that hang on no other.
  private mutating func choose(_ candidates: [Int]) {
    var byPerson: [String: [Int]] = [:]
    var people: [String] = []
    for i in candidates {
      guard let person = tiers[i].participant else { continue }
      if byPerson[person] == nil { people.append(person) }
      byPerson[person, default: []].append(i)
    }
    var spoken: Set<String> = []
    for case .talk(let names, _) in roles { spoken.formUnion(names) }
    let promoted = Set(tree.promoted.compactMap { tiers[$0].participant })
    for person in people where !promoted.contains(person) {
      if chooseTier(of: person, byPerson[person] ?? []) { spoken.insert(person) }
    }
    let nameless = candidates.filter { tiers[$0].participant == nil }
    let spokenTypes = Set(roles.indices.filter { isTalk($0) }.map { tiers[$0].type })
    for i in nameless {
      let isLikeTalk =
        tree.promoted.isEmpty && tiers[i].parentID == nil && !tiers[i].type.isEmpty
        && spokenTypes.contains(tiers[i].type)
      chooseNameless(i, isTalk: spoken.isEmpty || isLikeTalk)
    }
    guard !roles.indices.contains(where: { isTalk($0) }) else { return }
    // Nothing looks like talk: everything is, rather than nothing.
    for i in candidates {
      roles[i] = .talk(speakers: [speaker(i)], .both)
      let isNamed = tiers[i].participant != nil
      guesses.append((isNamed ? .unlikelyTalk : .namelessTiers, tiers[i].line))
    }
  }

  private func isTalk(_ i: Int) -> Bool {
    if case .talk = roles[i] { true } else { false }
  }

  private func speaker(_ i: Int) -> String {
    tiers[i].participant ?? (tiers[i].id.isBlank ? "unnamed" : tiers[i].id.collapsedSpaces)
  }

  private func isNoTalk(_ i: Int) -> Bool {
    tiers[i].id != tiers[i].participant
      && TierName.isNoTalk(
        TierName.layer(tiers[i].id, of: [tiers[i].participant ?? ""]), tiers[i].type)
  }

  private mutating func chooseTier(of person: String, _ own: [Int]) -> Bool {
    let possible = own.filter { !isNoTalk($0) }
    guard let most = possible.map({ characters[$0] }).max(),
      let best = possible.first(where: { characters[$0] == most })
    else { return false }
    roles[best] = .talk(speakers: [person], .both)
    if own.count > 1 { guesses.append((.tierChoice, tiers[best].line)) }
    return true
  }

  private mutating func chooseNameless(_ i: Int, isTalk: Bool) {
    if !isTalk || isNoTalk(i) {
      roles[i] = .notes(tiers[i].id)
      if !isNoTalk(i) { guesses.append((.otherTiers, tiers[i].line)) }
    } else {
      roles[i] = .talk(speakers: [speaker(i)], .both)
      guesses.append((.namelessTiers, tiers[i].line))
    }
  }
}
