import Samtale

/// What hangs on what in an ELAN file, and when it was: cycles and pointers that lead nowhere are cut.
struct ElanTree {
  /// A place in the order of the talk: what is known of the time, then the order of the time slots,
  /// then that of the file.
  struct Key: Comparable {
    var place: Double
    var slot: Int
    var number: Int

    static func < (a: Key, b: Key) -> Bool {
      (a.place, a.slot, a.number) < (b.place, b.slot, b.number)
    }
  }

  let document: ElanDocument
  /// Tiers that are read as if they hung on no other.
  let promoted: Set<Int>
  /// The tier above each tier.
  private(set) var parentTiers: [Int?] = []
  /// The annotation above each annotation.
  private(set) var parents: [Int?] = []
  /// Annotations that should hang on another and do not: it is not there, or hangs on them.
  private(set) var orphans: Set<Int> = []
  /// The annotations of each tier, those of one parent in the order of their chain.
  private(set) var members: [[Int]] = []
  /// Tiers whose parent is missing or hangs on them.
  private(set) var badTiers: [Int] = []
  /// Annotations whose chain of predecessors leads back to them.
  private(set) var brokenChains = 0
  /// Where each time slot lies, in milliseconds; slots without time between their neighbours.
  private var places: [Double] = []

  /// - Parameters:
  ///   - document: The file.
  ///   - promoted: Whether a tier is read as if it hung on no other.
  init(_ document: ElanDocument, promoting promoted: (ElanDocument.Tier) -> Bool) {
    self.document = document
    self.promoted = Set(document.tiers.indices.filter { promoted(document.tiers[$0]) })
    placeSlots()
    linkTiers()
    members = Array(repeating: [], count: document.tiers.count)
    for (i, annotation) in document.annotations.enumerated() { members[annotation.tier].append(i) }
    linkAnnotations()
    cutCycles()
    for tier in members.indices { members[tier] = chained(members[tier]) }
  }

  // MARK: Times

  private func slot(_ id: String) -> Int? { document.slotIndices[id] }

  /// The slots of an annotation on the time line.
  private func slots(_ annotation: Int) -> (start: Int?, end: Int?) {
    guard case .times(let start, let end) = document.annotations[annotation].place else {
      return (nil, nil)
    }
    return (slot(start), slot(end))
  }

  /// Slots without time lie evenly between their neighbours in the list, which is in the order of
  /// the time line.
  private mutating func placeSlots() {
    let slots = document.slots
    places = Array(repeating: 0, count: slots.count)
    var previous = 0.0
    var i = 0
    while i < slots.count {
      if let time = slots[i].time {
        previous = Double(time)
        places[i] = previous
        i += 1
        continue
      }
      let next = slots[i...].firstIndex { $0.time != nil } ?? slots.count
      let until = next < slots.count ? Double(slots[next].time ?? 0) : previous
      let step = max(0, until - previous) / Double(next - i + 1)
      for j in i..<next { places[j] = previous + step * Double(j - i + 1) }
      i = next
    }
  }

  /// The time of the start and end in milliseconds; `nil` where the file gives none.
  func times(_ annotation: Int) -> (start: Int?, end: Int?) {
    let (start, end) = slots(annotation)
    return (start.flatMap { document.slots[$0].time }, end.flatMap { document.slots[$0].time })
  }

  /// Times of which those that the file does not give are spread evenly, as ELAN does inside a
  /// divided annotation.
  func dividedTimes(_ annotation: Int) -> (start: Int?, end: Int?) {
    let (start, end) = slots(annotation)
    return (start.map { Int(places[$0].rounded()) }, end.map { Int(places[$0].rounded()) })
  }

  /// The place in the order of the talk; what has none comes last.
  func key(_ annotation: Int) -> Key {
    var current = annotation
    while true {
      if let slot = slots(current).start {
        return Key(place: places[slot], slot: slot, number: annotation)
      }
      guard let parent = parents[current] else { break }
      current = parent
    }
    return Key(place: .infinity, slot: Int.max, number: annotation)
  }

  /// The place where an annotation ends.
  func endKey(_ annotation: Int) -> Key {
    guard let slot = slots(annotation).end else {
      return Key(place: .infinity, slot: Int.max, number: annotation)
    }
    return Key(place: places[slot], slot: slot, number: annotation)
  }

  // MARK: Links

  private mutating func linkTiers() {
    var byID: [String: Int] = [:]
    for (i, tier) in document.tiers.enumerated() where byID[tier.id] == nil { byID[tier.id] = i }
    parentTiers = document.tiers.indices.map { i in
      promoted.contains(i) ? nil : document.tiers[i].parentID.flatMap { byID[$0] }
    }
    badTiers = document.tiers.indices.filter {
      document.tiers[$0].parentID != nil && parentTiers[$0] == nil && !promoted.contains($0)
    }
    for tier in Self.cyclic(parentTiers) {
      parentTiers[tier] = nil
      badTiers.append(tier)
    }
  }

  /// Those that hang on themselves, directly or through others.
  private static func cyclic(_ parents: [Int?]) -> [Int] {
    // 0: not seen, 1: on the way, 2: done.
    var states = Array(repeating: UInt8(0), count: parents.count)
    var found: [Int] = []
    for first in parents.indices where states[first] == 0 {
      var path: [Int] = []
      var current: Int? = first
      while let here = current, states[here] == 0 {
        states[here] = 1
        path.append(here)
        current = parents[here]
      }
      if let here = current, states[here] == 1, let start = path.firstIndex(of: here) {
        found += path[start...]
      }
      for here in path { states[here] = 2 }
    }
    return found
  }

  private struct Name: Hashable {
    var tier: Int
    var id: String
  }

  private mutating func linkAnnotations() {
    var byName: [Name: Int] = [:]
    var byID: [String: Int] = [:]
    for (i, annotation) in document.annotations.enumerated() {
      let name = Name(tier: annotation.tier, id: annotation.id)
      if byName[name] == nil { byName[name] = i }
      if byID[annotation.id] == nil { byID[annotation.id] = i }
    }
    parents = Array(repeating: nil, count: document.annotations.count)
    var spans: [Int: Spans] = [:]
    for (i, annotation) in document.annotations.enumerated() {
      let above = parentTiers[annotation.tier]
      switch annotation.place {
      case .reference(let id, _):
        parents[i] = above.flatMap { byName[Name(tier: $0, id: id)] } ?? byID[id]
        if parents[i] == nil { orphans.insert(i) }
      case .times:
        guard let above else { continue }
        if spans[above] == nil { spans[above] = Spans(members[above], self) }
        parents[i] = spans[above]?.holder(of: i, self)
        if parents[i] == nil { orphans.insert(i) }
      }
    }
  }

  /// The annotations of a tier in the order of their starts, to find the one around another.
  private struct Spans {
    var starts: [(place: Double, annotation: Int)]

    init(_ members: [Int], _ tree: ElanTree) {
      starts = members.compactMap { member in
        tree.slots(member).start.map { (tree.places[$0], member) }
      }
      starts.sort { ($0.place, $0.annotation) < ($1.place, $1.annotation) }
    }

    func holder(of annotation: Int, _ tree: ElanTree) -> Int? {
      guard let slot = tree.slots(annotation).start else { return nil }
      let place = tree.places[slot]
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle].place <= place { low = middle + 1 } else { high = middle }
      }
      // Annotations of one tier should not overlap; a few that do are looked through.
      for candidate in starts[max(0, low - 8)..<low].reversed() {
        guard candidate.annotation != annotation, let end = tree.slots(candidate.annotation).end
        else { continue }
        if candidate.place == place || tree.places[end] > place { return candidate.annotation }
      }
      return nil
    }
  }

  private mutating func cutCycles() {
    for annotation in Self.cyclic(parents) {
      parents[annotation] = nil
      orphans.insert(annotation)
    }
  }

  /// The annotations of a tier with those of one parent in the order in which each names the one
  /// before.
  private mutating func chained(_ members: [Int]) -> [Int] {
    var byID: [String: Int] = [:]
    for member in members where byID[document.annotations[member].id] == nil {
      byID[document.annotations[member].id] = member
    }
    var next: [Int: Int] = [:]
    var followers: Set<Int> = []
    for member in members {
      guard case .reference(_, let previous?) = document.annotations[member].place,
        let before = byID[previous], before != member, parents[before] == parents[member],
        next[before] == nil
      else { continue }
      next[before] = member
      followers.insert(member)
    }
    if next.isEmpty { return members }
    var ordered: [Int] = []
    var seen: Set<Int> = []
    for head in members where !followers.contains(head) {
      var current: Int? = head
      while let here = current, seen.insert(here).inserted {
        ordered.append(here)
        current = next[here]
      }
    }
    let rest = members.filter { !seen.contains($0) }
    brokenChains += rest.count
    return ordered + rest
  }
}
