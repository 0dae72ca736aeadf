import Samtale

/// The tiers that hang on those with talk.
extension ElanFile {
  private struct Child {
    /// The name of its tiers; a line break at its end tells those that no layer can have.
    var name: String
    var type: String
    var language: String?
  }

  private struct Row {
    var item: Int
    var annotations: [(text: String, times: Range<Int>?)]
  }

  mutating func writeExtras(_ tier: ElanPlan.Tier) {
    var names: [String] = []
    var rows: [String: [Row]] = [:]
    var kinds: [String: Child] = [:]
    for entry in tier.entries {
      guard let item = entry.item, let extra = plan.extra(of: item, content) else { continue }
      for (kind, annotations) in Self.children(of: extra) {
        if kinds[kind.name] == nil { names.append(kind.name) }
        kinds[kind.name] = kind
        rows[kind.name, default: []].append(Row(item: item, annotations: annotations))
      }
    }
    for name in names {
      guard let kind = kinds[name], let rows = rows[name] else { continue }
      writePlain(kind, rows, below: tier)
      writeTimed(kind, rows, below: tier)
    }
  }

  private static func children(of extra: TierContent.Extra) -> [(
    kind: Child, annotations: [(text: String, times: Range<Int>?)]
  )] {
    var children: [(kind: Child, annotations: [(text: String, times: Range<Int>?)])] = []
    for (kind, type) in TierEvent.inTurns {
      let events = extra.events.filter { $0.kind == kind }.map { ($0.text, $0.times) }
      if !events.isEmpty { children.append((Child(name: type + "\n", type: type), events)) }
    }
    for translation in extra.translations {
      let name = "translation-" + translation.language
      let child = Child(
        name: name + "\n", type: ElanType.translation, language: translation.language)
      children.append((child, [(translation.text, nil)]))
    }
    for layer in extra.layers {
      if children.last?.kind.name == layer.name {
        children[children.count - 1].annotations.append((layer.text, layer.times))
      } else {
        let child = Child(name: layer.name, type: ElanType.layer)
        children.append((child, [(layer.text, layer.times)]))
      }
    }
    return children
  }

  /// What lasts as long as the utterance, as far as anybody knows.
  private mutating func writePlain(_ child: Child, _ rows: [Row], below tier: ElanPlan.Tier) {
    let own = rows.map { row in (row.item, row.annotations.filter { $0.times == nil }) }
    guard own.contains(where: { !$0.1.isEmpty }) else { return }
    let constraint =
      child.type == ElanType.translation ? "Symbolic_Association" : "Symbolic_Subdivision"
    openTier(
      plan.unused(child.name.trimmed + "@" + tier.id), tier.participant, type: child.type,
      constraint: constraint, parent: tier.id, language: child.language)
    for (item, annotations) in own {
      var previous: String?
      for annotation in annotations {
        let id = nextID()
        openAnnotation(
          "REF_ANNOTATION",
          [
            ("ANNOTATION_ID", id), ("ANNOTATION_REF", itemIDs[item]),
            ("PREVIOUS_ANNOTATION", previous),
          ], annotation.text)
        previous = id
      }
    }
    xml.close("TIER")
  }

  /// What has times of its own; what overlaps has several tiers.
  private mutating func writeTimed(_ child: Child, _ rows: [Row], below tier: ElanPlan.Tier) {
    var timed: [(text: String, times: Range<Int>, start: Int, end: Int)] = []
    for row in rows {
      for annotation in row.annotations {
        guard let times = annotation.times, let slots = plan.slots(of: times, item: row.item)
        else { continue }
        timed.append((annotation.text, times, slots.start, slots.end))
      }
    }
    let sorted = timed.enumerated().sorted { a, b in
      (a.element.times.lowerBound, a.offset) < (b.element.times.lowerBound, b.offset)
    }
    .map(\.element)
    var lanes = Lanes()
    var byLane: [[(text: String, start: Int, end: Int)]] = []
    for entry in sorted {
      let lane = lanes.lane(from: entry.times.lowerBound, to: entry.times.upperBound)
      if lane == byLane.count { byLane.append([]) }
      byLane[lane].append((entry.text, entry.start, entry.end))
    }
    let isPlain = rows.allSatisfy { row in row.annotations.allSatisfy { $0.times != nil } }
    for (lane, entries) in byLane.enumerated() {
      let name = ElanType.timedName(child.name.trimmed, lane, isPlain: isPlain)
      openTier(
        plan.unused(name + "@" + tier.id), tier.participant, type: ElanType.timed + child.type,
        constraint: Self.included, parent: tier.id, language: child.language)
      for entry in entries {
        openAnnotation(
          "ALIGNABLE_ANNOTATION",
          [
            ("ANNOTATION_ID", nextID()), ("TIME_SLOT_REF1", "ts\(slotNumbers[entry.start])"),
            ("TIME_SLOT_REF2", "ts\(slotNumbers[entry.end])"),
          ], entry.text)
      }
      xml.close("TIER")
    }
  }
}
