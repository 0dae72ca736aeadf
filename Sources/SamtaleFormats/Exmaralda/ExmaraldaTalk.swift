import Samtale

/// Makes parts of talk of the events of an EXMARaLDA file, in the order of its timeline.
struct ExmaraldaTalk {
  /// A maximal chain of adjacent events of one tier: what somebody says without interruption.
  struct Chain {
    var label: String?
    /// Places on the timeline.
    var start: Int
    var end: Int
    var events: [Int]
    /// What is put before each event.
    var before: [Int: [TalkPart.Item]] = [:]
    var annotations: [TalkPart.Annotation] = []
    var translations: [(language: String, text: String)] = []
    var after: [TalkPart.Item] = []
  }

  struct Placed {
    var point: Int
    var order: Int
    var part: TalkPart
  }

  private let document: ExmaraldaDocument
  private let roles: ExmaraldaRoles
  private var chains: [Chain] = []
  /// Chains of each speaker, in the order of their starts.
  private var own: [String?: [Int]] = [:]
  private var all: [Int] = []
  private var remarks: [Placed] = []
  private(set) var parts: [TalkPart] = []
  private(set) var topics: [(label: String, parts: Range<Int>)] = []
  /// Lines of tiers between whose events spaces were put.
  private(set) var joinedLines: [Int] = []
  /// Lines of events that hang on points that are not there, or end before they begin.
  private(set) var lostPoints: [Int] = []
  private(set) var reversed: [Int] = []
  private(set) var ownTimes = OwnTimes()
  /// Tiers without white space between their events.
  private var tokenTiers: Set<Int> = []

  init(_ document: ExmaraldaDocument, _ roles: ExmaraldaRoles) {
    self.document = document
    self.roles = roles
    for i in document.events.indices { check(i) }
    let byTier = eventsByTier()
    for (tier, role) in roles.roles.enumerated() {
      if case .talk(let label) = role { addChains(byTier[tier], tier, label) }
    }
    order()
    for (tier, role) in roles.roles.enumerated() {
      for event in byTier[tier] where !document.events[event].text.isBlank {
        place(event, role, roles.label(tier))
      }
    }
    assemble()
  }

  private func start(_ event: Int) -> Int {
    document.pointIndices[document.events[event].start] ?? document.points.count
  }

  private func end(_ event: Int) -> Int {
    max(document.pointIndices[document.events[event].end] ?? start(event), start(event))
  }

  private mutating func check(_ event: Int) {
    let source = document.events[event]
    let (start, end) = (document.pointIndices[source.start], document.pointIndices[source.end])
    if start == nil || end == nil {
      lostPoints.append(source.line)
    } else if let start, let end, end < start {
      reversed.append(source.line)
    }
  }

  private func eventsByTier() -> [[Int]] {
    var byTier: [[Int]] = Array(repeating: [], count: document.tiers.count)
    for (i, event) in document.events.enumerated() { byTier[event.tier].append(i) }
    return byTier.map { events in
      events.sorted { (start($0), end($0), $0) < (start($1), end($1), $1) }
    }
  }

  // MARK: Chains

  private mutating func addChains(_ events: [Int], _ tier: Int, _ label: String?) {
    let first = chains.count
    for event in events {
      if chains.count > first, let last = chains.last, last.end == start(event),
        last.end < document.points.count, last.start < last.end
      {
        chains[chains.count - 1].end = end(event)
        chains[chains.count - 1].events.append(event)
      } else {
        chains.append(Chain(label: label, start: start(event), end: end(event), events: [event]))
      }
    }
    noteTokens(first, tier)
  }

  /// Events without any white space where they meet are words by themselves.
  private mutating func noteTokens(_ first: Int, _ tier: Int) {
    var junctions = 0
    for chain in chains[first...] {
      for (before, after) in zip(chain.events, chain.events.dropFirst()) {
        let (left, right) = (document.events[before].text, document.events[after].text)
        if left.utf8.last.map({ $0 <= 0x20 }) ?? true
          || right.utf8.first.map({ $0 <= 0x20 }) ?? true
        {
          return
        }
        junctions += 1
      }
    }
    guard junctions > 0 else { return }
    tokenTiers.insert(tier)
    joinedLines.append(document.tiers[tier].line)
  }

  private mutating func order() {
    let sorted = chains.enumerated().sorted { a, b in
      (a.element.start, a.offset) < (b.element.start, b.offset)
    }
    chains = sorted.map(\.element)
    all = Array(chains.indices)
    for (i, chain) in chains.enumerated() { own[chain.label, default: []].append(i) }
  }

  /// What a speaker says at the beginning of an event; exactly during it, if possible.
  private func chain(of label: String?, during event: Int) -> Int? {
    chain(in: own[label] ?? [], during: event)
  }

  /// The one among chains, in the order of their starts, during which an event begins.
  private func chain(in candidates: [Int], during event: Int) -> Int? {
    let (start, end) = (start(event), end(event))
    guard start < document.points.count else { return nil }
    var (low, high) = (0, candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if chains[candidates[middle]].start <= start { low = middle + 1 } else { high = middle }
    }
    // Chains of one speaker hardly overlap; a few that do are looked through.
    let near = candidates[max(0, low - 8)..<low].reversed()
    return near.first { chains[$0].start == start && chains[$0].end == end }
      ?? near.first { chains[$0].end > start || chains[$0].start == start }
  }

  // MARK: Annotations and events

  private mutating func place(_ event: Int, _ role: ExmaraldaRoles.Role, _ label: String?) {
    let source = document.events[event]
    switch role {
    case .talk: break
    case .topics: break
    case .incidents: addRemark(.event(MarkDraft(.incident, source.text), by: []), event)
    case .notes: addRemark(.note(source.text, type: nil), event)
    case .done(let kind): addDone(kind, event, label)
    case .layer, .translation, .inTurns:
      var found = chain(of: label, during: event)
      if found == nil, label == nil { found = chain(in: all, during: event) }
      if let found { attach(event, role, to: found) } else { addStray(event, role) }
    }
  }

  private mutating func attach(_ event: Int, _ role: ExmaraldaRoles.Role, to chain: Int) {
    let text = document.events[event].text
    let isOwn = start(event) != chains[chain].start || end(event) != chains[chain].end
    let (from, to) = isOwn ? (time(start(event)), time(end(event))) : (nil, nil)
    var isKept = from != nil && to != nil
    switch role {
    case .layer(let name):
      chains[chain].annotations.append(.init(name, text, start: from, end: to))
    case .translation(let language):
      isKept = false
      chains[chain].translations.append((language, text))
    case .inTurns(let kind):
      let people = Set(roles.labels.values)
      let item = TierEvent.item(kind, text, people: people, start: from, end: to)
      isKept = isKept && item.isTimed
      chains[chain].after.append(item)
    default: break
    }
    if isOwn, !isKept { noteTimes(event) }
  }

  /// Counts an event whose points are not those of the talk that it is put to.
  private mutating func noteTimes(_ event: Int) {
    let tier = document.tiers[document.events[event].tier]
    ownTimes.add([tier.name, tier.category, tier.id].first { !$0.isEmpty } ?? "")
  }

  private mutating func addStray(_ event: Int, _ role: ExmaraldaRoles.Role) {
    noteTimes(event)
    let text = document.events[event].text
    switch role {
    case .layer(let name): addRemark(.note(text, type: name), event)
    case .translation(let language): addRemark(.note(text, type: "translation-" + language), event)
    default: addRemark(.note(text, type: nil), event)
    }
  }

  private mutating func addDone(_ kind: Mark.Kind, _ event: Int, _ label: String?) {
    let source = document.events[event]
    guard let found = chain(of: label, during: event) else {
      return addRemark(
        .event(MarkDraft(kind, source.text), by: label.map { [$0] } ?? []), event)
    }
    var draft = MarkDraft(kind, source.text)
    if let from = time(start(event)), let to = time(end(event)), from <= to {
      (draft.start, draft.end) = (TalkAssembly.seconds(from), TalkAssembly.seconds(to))
    } else {
      noteTimes(event)
    }
    let next = chains[found].events.first { start($0) >= start(event) } ?? -1
    chains[found].before[next, default: []].append(.event(draft, by: []))
  }

  private mutating func addRemark(_ item: TalkPart.Item, _ event: Int) {
    var part = TalkPart(items: [item], line: document.events[event].line)
    part.isRemark = true
    remarks.append(Placed(point: start(event), order: chains.count + event, part: part))
  }

  // MARK: Parts

  private mutating func assemble() {
    var overlaps = OrderedOverlap()
    var placed = chains.enumerated().map { i, chain in
      Placed(point: chain.start, order: i, part: part(chain, &overlaps))
    }
    for i in placed.indices where placed[i].part.isSilent { keepAnnotations(&placed[i].part) }
    placed += remarks
    placed.sort { ($0.point, $0.order) < ($1.point, $1.order) }
    placeTopics(&placed)
    parts = placed.map(\.part)
  }

  private func part(_ chain: Chain, _ overlaps: inout OrderedOverlap) -> TalkPart {
    var part = TalkPart(items: [], line: document.events[chain.events[0]].line)
    part.isVerbatim = true
    part.voice = chain.label
    for event in chain.events {
      if !part.items.isEmpty, tokenTiers.contains(document.events[event].tier) {
        part.items.append(.words(" ", language: nil))
      }
      part.items += chain.before[event] ?? []
      part.items += InlineEvent.items(document.events[event].text)
    }
    part.items += (chain.before[-1] ?? []) + chain.after
    part.annotations = chain.annotations
    part.translations = chain.translations
    let (start, end) = (time(chain.start), time(chain.end))
    part.start = start
    part.end = end.flatMap { end in start.map { end < $0 } ?? false ? nil : end }
    if overlaps.overlaps(
      chain.label.map { [$0] } ?? [], from: (chain.start, start != nil), to: (chain.end, end != nil)
    ) {
      part.transition = .overlap
    }
    return part
  }

  /// Milliseconds.
  private func time(_ point: Int) -> Int? {
    guard point < document.points.count, let time = document.points[point].time else { return nil }
    return Int((time * 1000).rounded())
  }

  /// Annotations of talk without words become notes, since there is no utterance to carry them.
  private func keepAnnotations(_ part: inout TalkPart) {
    let kept =
      part.annotations.map { TalkPart.Item.note($0.text, type: $0.layer) }
      + part.translations.map { .note($0.text, type: "translation-" + $0.language) }
    guard !kept.isEmpty else { return }
    part = TalkPart(items: kept, line: part.line)
    part.isRemark = true
  }

  /// Topics over the parts that begin during them; one without any is kept as a note.
  private mutating func placeTopics(_ placed: inout [Placed]) {
    var empty: [TalkPart] = []
    let spoken = SpokenCount(placed.map(\.part))
    for (i, event) in document.events.enumerated()
    where roles.roles[event.tier] == .topics && !event.text.isBlank {
      let range =
        Self.place(
          start(i), placed)..<max(
          Self.place(start(i), placed), Self.place(end(i), placed))
      if spoken.isAny(in: range) {
        topics.append((event.text, range))
      } else {
        empty.append(TalkPart(items: [.note(event.text, type: "topic")], line: event.line))
        empty[empty.count - 1].isRemark = true
      }
    }
    // At the end, so that the ranges stay right.
    placed += empty.map { Placed(point: Int.max, order: 0, part: $0) }
  }

  private static func place(_ point: Int, _ placed: [Placed]) -> Int {
    var (low, high) = (0, placed.count)
    while low < high {
      let middle = (low + high) / 2
      if placed[middle].point < point { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
