import Samtale

/// The tiers and time slots of an ELAN file that is about to be written.
struct ElanPlan {
  struct Entry {
    /// The item of the layout; `nil` for a topic.
    var item: Int?
    var text: String
    var language: String?
    /// Time slots, as numbers of ``slots``.
    var start: Int
    var end: Int
  }

  struct Tier {
    var id: String
    var participant: String?
    var type: String
    var entries: [Entry] = []
  }

  struct Slot {
    var time: Int
    /// The place among slots of the same time.
    var order: Int
  }

  private(set) var tiers: [Tier] = []
  private(set) var slots: [Slot] = []
  private(set) var losses: ExportLosses
  private let transcript: Transcript
  private let labels: TierLabels
  private let layout: ElanLayout
  private var usedIDs: Set<String> = []
  /// The slots of annotations with times of their own, by the utterance that they hang on.
  private var ownSlots: [Int: [Range<Int>: (start: Int, end: Int)]] = [:]

  init(_ transcript: Transcript, _ labels: TierLabels) {
    self.transcript = transcript
    self.labels = labels
    layout = ElanLayout(transcript)
    losses = layout.losses
    for i in layout.items.indices {
      slots.append(Slot(time: layout.items[i].start, order: 4 * i + 1))
      slots.append(Slot(time: layout.items[i].end, order: 4 * i + 2))
    }
    addTalk()
    addBetween(.note, "Notes", ElanType.notes)
    addBetween(.incident, "Incidents", ElanType.incidents)
    addTopics()
  }

  // MARK: Talk

  private struct Group: Hashable {
    var speakers: [Int]
    var timing: ElanType.Timing
  }

  private mutating func addTalk() {
    var groups: [Group: [Int]] = [:]
    for (i, item) in layout.items.enumerated() {
      guard case .utterance(let index) = item.content else { continue }
      let group = Group(speakers: transcript.utterances[index].speakers, timing: item.timing)
      groups[group, default: []].append(i)
    }
    for person in transcript.participants.indices {
      let own = ElanType.Timing.allCases.map { Group(speakers: [person], timing: $0) }
      for group in own where groups[group] != nil || (group == own[0] && isSilent(person, groups)) {
        add(group, groups[group] ?? [])
      }
    }
    let others = groups.keys.filter { $0.speakers.count != 1 }.sorted { a, b in
      a.speakers == b.speakers
        ? a.timing.rawValue < b.timing.rawValue
        : a.speakers.lexicographicallyPrecedes(b.speakers)
    }
    for group in others { add(group, groups[group] ?? []) }
  }

  private func isSilent(_ person: Int, _ groups: [Group: [Int]]) -> Bool {
    !ElanType.Timing.allCases.contains { groups[Group(speakers: [person], timing: $0)] != nil }
  }

  private mutating func add(_ group: Group, _ members: [Int]) {
    let isJoint = group.speakers.count > 1
    let name = labels.joined(group.speakers)
    let tier = Tier(
      id: (name.isEmpty ? "unknown speaker" : name) + group.timing.suffix,
      participant: name.isEmpty ? nil : name,
      type: (isJoint ? ElanType.joint : "") + group.timing.rawValue)
    if isJoint, group.speakers.contains(where: { labels.names[$0].contains(TierEvent.separator) }) {
      losses.add(
        "utterances of several speakers, which come back as those of others",
        partOf: .jointSpeakers,
        members.count)
    }
    add(tier, entries: members.map { entry($0) })
  }

  private func entry(_ item: Int) -> Entry {
    var entry = Entry(item: item, text: "", start: 2 * item, end: 2 * item + 1)
    switch layout.items[item].content {
    case .utterance(let index):
      entry.text = TalkSigns.escaped(transcript.utterances[index].text)
      entry.language = transcript.utterances[index].language
    case .between(let mark): entry.text = transcript.marks[mark].text
    }
    return entry
  }

  /// Adds a tier, and more of its kind where its annotations overlap.
  private mutating func add(_ tier: Tier, entries: [Entry]) {
    let sorted = entries.sorted { a, b in
      (slots[a.start].time, slots[a.start].order) < (slots[b.start].time, slots[b.start].order)
    }
    var lanes = Lanes()
    let first = tiers.count
    if sorted.isEmpty { tiers.append(named(tier, 1)) }
    for entry in sorted {
      let lane = lanes.lane(from: slots[entry.start].time, to: slots[entry.end].time)
      while first + lane >= tiers.count { tiers.append(named(tier, tiers.count - first + 1)) }
      tiers[first + lane].entries.append(entry)
    }
  }

  private mutating func named(_ tier: Tier, _ number: Int) -> Tier {
    var tier = tier
    if number > 1 { tier.id += " \(number)" }
    tier.id = unused(tier.id)
    return tier
  }

  /// A tier's name that no other has.
  mutating func unused(_ name: String) -> String {
    var name = name
    while !usedIDs.insert(name).inserted { name += "'" }
    return name
  }

  // MARK: Times of annotations

  /// Whether times lie inside those of an utterance, which both must be known.
  func holds(_ times: Range<Int>, utterance: Int) -> Bool {
    let item = layout.items[layout.itemOfUtterance[utterance]]
    return item.timing == .both && item.start <= times.lowerBound && times.upperBound <= item.end
  }

  /// Makes slots for annotations with times of their own; what begins or ends with the utterance
  /// shares its slots.
  mutating func addSlots(for content: TierContent) {
    for (utterance, extra) in content.extras.enumerated() {
      let item = layout.itemOfUtterance[utterance]
      for times in (extra.layers.map(\.times) + extra.events.map(\.times)).compactMap(\.self)
      where ownSlots[utterance]?[times] == nil {
        let isFirst = times.lowerBound == layout.items[item].start
        let isLast = times.upperBound == layout.items[item].end
        let start = isFirst ? 2 * item : slot(at: times.lowerBound, 4 * item + 1)
        let end = isLast ? 2 * item + 1 : slot(at: times.upperBound, 4 * item + 2)
        ownSlots[utterance, default: [:]][times] = (start, end)
      }
    }
  }

  private mutating func slot(at time: Int, _ order: Int) -> Int {
    slots.append(Slot(time: time, order: order))
    return slots.count - 1
  }

  /// The slots of an annotation of an item.
  func slots(of times: Range<Int>, item: Int) -> (start: Int, end: Int)? {
    guard case .utterance(let index) = layout.items[item].content else { return nil }
    return ownSlots[index]?[times]
  }

  /// What hangs on the utterance that an item is; `nil` if it is none.
  func extra(of item: Int, _ content: TierContent) -> TierContent.Extra? {
    guard case .utterance(let index) = layout.items[item].content else { return nil }
    return content.extras[index]
  }

  // MARK: Between the talk

  private mutating func addBetween(_ kind: Mark.Kind, _ name: String, _ type: String) {
    let members = layout.items.indices.filter { i in
      guard case .between(let mark) = layout.items[i].content else { return false }
      return transcript.marks[mark].kind == kind
    }
    guard !members.isEmpty else { return }
    add(Tier(id: name, type: type), entries: members.map { entry($0) })
  }

  private mutating func addTopics() {
    let topics = transcript.topicRanges(&losses)
    guard !topics.isEmpty else { return }
    let order = TalkOrder(layout)
    var entries: [Entry] = []
    for topic in topics {
      let first = layout.itemOfUtterance[topic.utterances.lowerBound]
      let next = layout.itemOfUtterance[topic.utterances.upperBound] + 1
      let start = Slot(time: layout.items[first].start, order: 4 * first)
      let until = next < layout.items.count ? layout.items[next].start : layout.end
      let end = Slot(time: max(until, start.time + 1), order: 4 * next)
      if !order.holds(topic.utterances, from: start, to: end) {
        losses.add(LostPart.topicEdges, partOf: .topics)
      }
      slots += [start, end]
      entries.append(Entry(text: topic.label, start: slots.count - 2, end: slots.count - 1))
    }
    add(Tier(id: "Topics", type: ElanType.topics), entries: entries)
  }

  /// The utterances in the order of their starts.
  private struct TalkOrder {
    private var starts: [(slot: Slot, utterance: Int)] = []

    init(_ layout: ElanLayout) {
      for (i, item) in layout.items.enumerated() {
        guard case .utterance(let index) = item.content else { continue }
        starts.append((Slot(time: item.start, order: 4 * i + 1), index))
      }
      starts.sort { ($0.slot.time, $0.slot.order) < ($1.slot.time, $1.slot.order) }
    }

    /// Whether just these utterances start in a stretch of time.
    func holds(_ utterances: ClosedRange<Int>, from start: Slot, to end: Slot) -> Bool {
      let range = place(start)..<max(place(start), place(end))
      guard range.count == utterances.count, let first = starts[range].first else { return false }
      return first.utterance == utterances.lowerBound
        && starts[range].last?.utterance == utterances.upperBound
    }

    private func place(_ slot: Slot) -> Int {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        let other = starts[middle].slot
        if (other.time, other.order) < (slot.time, slot.order) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
  }
}
