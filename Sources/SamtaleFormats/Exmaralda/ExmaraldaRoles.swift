import Samtale

/// What each tier of an EXMARaLDA file is for.
///
/// A tier that the table of speakers names (by its display name or identifier) is talk. Else, of the
/// transcription tiers of one speaker, or of nobody, those of category `v` are talk; if there is
/// none the first with events is (a guess where there are several), and the others are layers.
/// Annotation tiers are layers. Description tiers of a speaker hold sounds or gestures, those of
/// nobody incidents, notes or topics, by their category.
struct ExmaraldaRoles {
  enum Role: Equatable {
    case talk(String?)
    case layer(String)
    case translation(String)
    case inTurns(Mark.Kind)
    /// What a speaker does.
    case done(Mark.Kind)
    case incidents
    case notes
    case topics
  }

  private(set) var roles: [Role] = []
  /// Labels of the speakers, by identifier; no two are alike.
  private(set) var labels: [String: String] = [:]
  /// Speakers whose label had to be changed, since another has the same.
  private(set) var sameLabels = 0
  /// Lines of tiers where talk had to be chosen.
  private(set) var guesses: [Int] = []
  private let document: ExmaraldaDocument

  init(_ document: ExmaraldaDocument, isDeclared: (String) -> Bool) {
    self.document = document
    nameSpeakers()
    roles = document.tiers.indices.map { role($0) }
    var filled = Set(document.events.filter { !$0.text.isBlank }.map(\.tier))
    for (i, tier) in document.tiers.enumerated() {
      let own = tier.speaker.flatMap { labels[$0] }
      if let name = [tier.name, tier.id].first(where: { $0 != own && isDeclared($0) }) {
        roles[i] = .talk(name)
        filled.remove(i)
      }
    }
    choose(filled)
  }

  private mutating func nameSpeakers() {
    var used: Set<String> = []
    for speaker in document.speakers where labels[speaker.id] == nil {
      let base = speaker.abbreviation.isEmpty ? speaker.id.collapsedSpaces : speaker.abbreviation
      var label = base.isEmpty ? "unnamed" : base
      if used.contains(label) {
        sameLabels += 1
        label += " (\(speaker.id))"
        while used.contains(label) { label += "'" }
      }
      used.insert(label)
      labels[speaker.id] = label
    }
  }

  /// The label of a tier's speaker; the identifier where the table of speakers does not have it.
  func label(_ tier: Int) -> String? {
    document.tiers[tier].speaker.map { labels[$0] ?? $0.collapsedSpaces }
  }

  private func layerName(_ tier: ExmaraldaDocument.Tier) -> String {
    [tier.category, tier.name, tier.id].first { !$0.isEmpty } ?? "tier"
  }

  /// What a tier holds that is not chosen for talk.
  private func role(_ i: Int) -> Role {
    let tier = document.tiers[i]
    let category = tier.category.lowercased()
    if tier.type == "d" {
      if tier.speaker != nil {
        let isSound = ["voc", "para", "sound"].contains { category.hasPrefix($0) }
        return .done(isSound ? .vocal : .kinesic)
      }
      if category.hasPrefix("topic") { return .topics }
      return category.hasPrefix("note") || category.hasPrefix("comment") ? .notes : .incidents
    }
    if let own = TierEvent.inTurns.first(where: { $0.type == tier.category }) {
      return .inTurns(own.kind)
    }
    if let language = TierName.translationLanguage(tier.category), !language.isEmpty {
      return .translation(language)
    }
    return .layer(layerName(tier))
  }

  private mutating func choose(_ filled: Set<Int>) {
    var groups: [String?: [Int]] = [:]
    var order: [String?] = []
    for (i, tier) in document.tiers.enumerated() where tier.type == "t" && filled.contains(i) {
      if groups[tier.speaker] == nil { order.append(tier.speaker) }
      groups[tier.speaker, default: []].append(i)
    }
    for speaker in order {
      let own = groups[speaker] ?? []
      let verbal = own.filter { document.tiers[$0].category.lowercased() == "v" }
      for i in verbal.isEmpty ? Array(own.prefix(1)) : verbal { roles[i] = .talk(label(i)) }
      if own.count > max(verbal.count, 1) { guesses.append(document.tiers[own[0]].line) }
    }
  }
}
