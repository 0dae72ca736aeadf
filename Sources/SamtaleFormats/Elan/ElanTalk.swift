import Samtale

/// Makes parts of talk of the annotations of an ELAN file, in the order of the time line.
struct ElanTalk {
  struct Placed {
    var key: ElanTree.Key
    var part: TalkPart
  }

  struct Finding {
    var severity: Diagnostic.Severity
    var code: DiagnosticCode
    var line: Int
    var what: String
    var remedy: String
  }

  private let tree: ElanTree
  private let roles: ElanRoles
  private let language: String?
  private(set) var parts: [Placed] = []
  private(set) var findings: [Finding] = []
  /// Lines of annotations whose times were spread evenly.
  private(set) var dividedLines: [Int] = []
  private(set) var ownTimes = OwnTimes()
  /// The part of each annotation that is talk.
  private var partIndices: [Int: Int] = [:]
  /// The annotation that each one finally hangs on: talk, or one that hangs on none.
  private var roots: [Int] = []
  private var topics: [(label: String, start: ElanTree.Key, end: ElanTree.Key)] = []
  private var speech: [String: SpokenTimes] = [:]
  private var knownLabels: Set<String> = []

  /// Takes nothing to its place yet.
  /// - Parameters:
  ///   - tree: The file, with what hangs on what.
  ///   - roles: What each tier is for.
  ///   - language: The language of the talk; other ones are noted with their annotations.
  init(_ tree: ElanTree, _ roles: ElanRoles, language: String?) {
    self.tree = tree
    self.roles = roles
    self.language = language
  }

  private var annotations: [ElanDocument.Annotation] { tree.document.annotations }

  /// Takes every annotation with words to its place.
  mutating func collect() {
    knownLabels = Set(roles.people)
    for tier in tree.members.indices {
      guard case .talk(let speakers, let timing) = roles.roles[tier] else { continue }
      for member in tree.members[tier] where isTalk(member) { addTalk(member, speakers, timing) }
    }
    for person in speech.keys { speech[person]?.sort() }
    findRoots()
    for tier in tree.members.indices {
      for member in tree.members[tier] where !isTalk(member) {
        if annotations[member].text.isBlank { continue }
        place(member, roles.roles[tier])
      }
    }
    keepOfSilent()
    parts.sort { $0.key < $1.key }
    placeTopics()
  }

  private func isTalk(_ annotation: Int) -> Bool {
    let tier = annotations[annotation].tier
    guard case .talk = roles.roles[tier] else { return false }
    return tree.parents[annotation] == nil || tree.promoted.contains(tier)
  }

  // MARK: Talk

  private mutating func addTalk(
    _ annotation: Int, _ speakers: [String], _ timing: ElanType.Timing
  ) {
    let source = annotations[annotation]
    var part = TalkPart(items: [.words(source.text, language: nil)], line: source.line)
    part.isVerbatim = true
    part.voices = speakers
    part.id = source.id
    let spoken = source.language ?? tree.document.tiers[source.tier].language
    part.language = spoken == language ? nil : spoken
    let times = times(annotation)
    part.start = timing.hasStart ? times.start : nil
    part.end = timing.hasEnd ? times.end : nil
    if let start = times.start, let end = times.end, end < start {
      part.end = nil
      note(
        .warning, .endBeforeStart, source.line, "an annotation ends before it begins",
        "correct the times; its end is taken as unknown")
    }
    if source.text.isBlank {
      note(
        .note, .notImported, source.line, "an annotation holds no words", "nothing; it is left out")
    }
    partIndices[annotation] = parts.count
    if let start = times.start, let end = times.end {
      for speaker in speakers {
        speech[speaker, default: SpokenTimes()].add(start, end, part: parts.count)
      }
    }
    parts.append(Placed(key: tree.key(annotation), part: part))
  }

  private mutating func times(_ annotation: Int) -> (start: Int?, end: Int?) {
    let source = annotations[annotation]
    guard case .times = source.place else { return timesAbove(annotation) }
    let times = tree.times(annotation)
    if times.start != nil, times.end != nil { return times }
    if tree.document.constraint(source.tier) == "Time_Subdivision" {
      dividedLines.append(source.line)
      return tree.dividedTimes(annotation)
    }
    note(
      .warning, .badTime, source.line, "an annotation has no time at its start or end",
      "nothing, if it was not aligned; the time is unknown")
    return times
  }

  /// Talk that hangs on another annotation, to which it belongs alone.
  private func timesAbove(_ annotation: Int) -> (start: Int?, end: Int?) {
    guard let parent = tree.parents[annotation],
      tree.document.constraint(annotations[annotation].tier) != "Symbolic_Subdivision",
      case .times = annotations[parent].place
    else { return (nil, nil) }
    return tree.times(parent)
  }

  private mutating func note(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ line: Int, _ what: String,
    _ remedy: String
  ) {
    findings.append(Finding(severity: severity, code: code, line: line, what: what, remedy: remedy))
  }

  // MARK: Annotations

  private mutating func findRoots() {
    roots = Array(repeating: -1, count: annotations.count)
    for first in annotations.indices where roots[first] < 0 {
      var path: [Int] = []
      var current = first
      while roots[current] < 0, !isTalk(current), let parent = tree.parents[current] {
        path.append(current)
        current = parent
      }
      if roots[current] < 0 { roots[current] = current }
      for here in path { roots[here] = roots[current] }
    }
  }

  private mutating func place(_ annotation: Int, _ role: ElanRoles.Role) {
    let root = roots[annotation]
    if let part = partIndices[root] { return attach(annotation, role, to: part) }
    let source = annotations[annotation]
    if tree.orphans.contains(root) {
      note(
        .warning, .danglingPointer, source.line,
        "an annotation hangs on one that is not there, or on itself",
        "correct it in ELAN; its words are kept as a note")
      return addRemark(annotation, at: tree.key(annotation), type: name(role))
    }
    switch role {
    case .topics where annotation == root:
      topics.append((source.text, tree.key(annotation), tree.endKey(annotation)))
    case .incidents:
      add(.event(MarkDraft(.incident, source.text), by: []), at: tree.key(root), source.line)
    case .notes(let type): addRemark(annotation, at: tree.key(root), type: type)
    default:
      if let part = spoken(during: root) {
        attach(annotation, role, to: part)
      } else {
        addRemark(annotation, at: tree.key(root), type: name(role))
      }
    }
  }

  private func name(_ role: ElanRoles.Role) -> String? {
    switch role {
    case .layer(let name): name
    case .translation(let language): "translation-" + language
    case .notes(let type): type
    default: nil
    }
  }

  /// What the person of a tier says during one of its annotations.
  private func spoken(during annotation: Int) -> Int? {
    let tier = tree.document.tiers[annotations[annotation].tier]
    let times = tree.times(annotation)
    guard let person = tier.participant, let start = times.start else { return nil }
    return speech[person]?.part(from: start, to: times.end ?? start)
  }

  private mutating func attach(_ annotation: Int, _ role: ElanRoles.Role, to part: Int) {
    let source = annotations[annotation]
    let times = ownTimes(of: annotation, in: parts[part].part)
    var isKept = times?.start != nil
    switch role {
    case .inTurns(let kind):
      let item = TierEvent.item(
        kind, source.text, people: knownLabels, start: times?.start, end: times?.end)
      isKept = isKept && item.isTimed
      parts[part].part.items.append(item)
    case .translation(let language):
      isKept = false
      parts[part].part.translations.append((language, source.text))
    default:
      let layer = name(role) ?? tree.document.tiers[source.tier].id
      parts[part].part.annotations.append(
        .init(layer, source.text, start: times?.start, end: times?.end))
    }
    if times != nil, !isKept { ownTimes.add(tree.document.tiers[source.tier].id) }
  }

  /// The times of an annotation where they are not those of the talk that it is put to.
  private func ownTimes(of annotation: Int, in part: TalkPart?) -> (start: Int?, end: Int?)? {
    guard case .times = annotations[annotation].place else { return nil }
    let (start, end) = tree.times(annotation)
    guard start != nil || end != nil else { return nil }
    if let part, (start ?? part.start) == part.start, (end ?? part.end) == part.end { return nil }
    return (start, end)
  }

  private mutating func addRemark(_ annotation: Int, at key: ElanTree.Key, type: String?) {
    let source = annotations[annotation]
    // Notes without a type are Samtale's own, whose times are those of their place.
    if type != nil, ownTimes(of: annotation, in: nil) != nil {
      ownTimes.add(tree.document.tiers[source.tier].id)
    }
    add(.note(source.text, type: type), at: key, source.line)
  }

  private mutating func add(_ item: TalkPart.Item, at key: ElanTree.Key, _ line: Int) {
    var part = TalkPart(items: [item], line: line)
    part.isRemark = true
    parts.append(Placed(key: key, part: part))
  }

  /// Annotations of talk without words become notes, since there is no utterance to carry them.
  private mutating func keepOfSilent() {
    for i in parts.indices where parts[i].part.isSilent {
      let part = parts[i].part
      let kept =
        part.annotations.map { TalkPart.Item.note($0.text, type: $0.layer) }
        + part.translations.map { .note($0.text, type: "translation-" + $0.language) }
      guard !kept.isEmpty else { continue }
      parts[i].part = TalkPart(items: kept, line: part.line)
      parts[i].part.isRemark = true
    }
  }

  // MARK: Topics

  /// Topics over the parts that begin during them; one without any is kept as a note.
  private(set) var topicRanges: [(label: String, parts: Range<Int>)] = []

  private mutating func placeTopics() {
    topicRanges = topics.map { topic in
      let range = place(from: topic.start)..<max(place(from: topic.start), place(from: topic.end))
      return (topic.label, range)
    }
    let spoken = SpokenCount(parts.map(\.part))
    let isEmpty = topicRanges.map { !spoken.isAny(in: $0.parts) }
    for (topic, _) in zip(topics, isEmpty).filter(\.1) {
      add(.note(topic.label, type: "topic"), at: topic.start, 1)
    }
    topicRanges = zip(topicRanges, isEmpty).filter { !$0.1 }.map(\.0)
  }

  /// The first part that stands at a place or after it.
  private func place(from key: ElanTree.Key) -> Int {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      let other = parts[middle].key
      if (other.place, other.slot) < (key.place, key.slot) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

/// When a person speaks.
struct SpokenTimes {
  private var times: [(start: Int, end: Int, part: Int)] = []

  mutating func add(_ start: Int, _ end: Int, part: Int) { times.append((start, end, part)) }

  mutating func sort() { times.sort { ($0.start, $0.part) < ($1.start, $1.part) } }

  /// What is said at the beginning of a stretch of time, else what begins first during it.
  func part(from start: Int, to end: Int) -> Int? {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle].start <= start { low = middle + 1 } else { high = middle }
    }
    for time in times[max(0, low - 8)..<low].reversed() where time.end > start { return time.part }
    return low < times.count && times[low].start < end ? times[low].part : nil
  }
}
