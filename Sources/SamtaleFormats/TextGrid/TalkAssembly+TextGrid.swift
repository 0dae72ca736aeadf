import Samtale

extension TalkAssembly {
  /// Reads a TextGrid in any of its forms.
  mutating func readTextGrid(_ text: SourceText, _ bytes: [UInt8]) {
    rest = .markup
    signs = TalkSigns()
    let isBinary = bytes.starts(with: TextGridFile.binarySignature)
    progress.begin(0.6, of: size)
    let file = isBinary ? TextGridFile(binary: bytes) : TextGridFile(text, progress)
    if isBinary { total = bytes.count }
    if let refusal = file.refusal {
      rest = .refused
      return findings.report(
        .error, .notImported, line: refusal.line, refusal.what, do: refusal.remedy)
    }
    for problem in file.problems {
      findings.report(
        .warning, .notImported, line: problem.line, problem.what, do: problem.remedy)
    }
    for line in file.commas { findings.guess(.irregularTimes, line: line) }
    for line in file.loneQuotes { findings.guess(.loneQuotes, line: line) }
    if let end = file.end, end > 0 { builder.header.recordingSeconds = end }
    add(file)
  }

  private mutating func add(_ file: TextGridFile) {
    let finder = finder
    let layout = TextGridLayout(file.tiers) { finder.isDeclared($0) }
    if let line = layout.guessedLine {
      findings.guess(.talkTiers, line: line, about: layout.talkTiers(file.tiers))
    }
    if layout.isFineGrained {
      findings.report(
        .note, .notCarried, line: nil, "each word or sound is an utterance, as the tiers have it",
        do: "nothing: adjacent ones of a speaker are one turn")
    }
    var gathering = TextGridGathering(file.tiers, layout)
    gathering.checkTimes(&findings)
    gathering.addLayers(&findings)
    gathering.ownTimes.report(&findings)
    for (i, tier) in file.tiers.enumerated() where layout.roles[i] == .talk {
      guard let speaker = layout.names[i].speaker else { continue }
      accounted[.names] += tier.name.unicodeScalars.count
      people.append((speaker, { _ in }))
    }
    let entries = gathering.sorted()
    for entry in entries { add(entry.part) }
    for topic in gathering.topics { add(topic, entries) }
  }

  /// Adds a topic over all talk that begins while it lasts.
  private mutating func add(
    _ topic: TextGridFile.Interval, _ entries: [TextGridGathering.Entry]
  ) {
    let label = topic.text.trimmed
    guard let start = topic.startMilliseconds, let end = topic.endMilliseconds else {
      return refuse(
        label, line: topic.line, "a topic without times", do: "write them above its label")
    }
    let first = entries.place(of: start)
    let last = entries.place(of: end)
    guard first < last, entries[first..<last].contains(where: { !$0.part.isRemark }) else {
      return refuse(
        label, line: topic.line, "nobody begins to speak during a topic",
        do: "compare its times with those of the talk")
    }
    topics.append((label, first..<last))
  }
}

/// The talk and notes of all tiers, to be put in the order of time.
struct TextGridGathering {
  struct Entry {
    var part: TalkPart
    /// Milliseconds; what has no time of its own stays behind what it follows.
    var time: Int
  }

  /// Words of silence in tiers of words and sounds.
  private static let silences: Set<String> = ["sil", "sp", "<sil>", "<eps>", "<p:>"]

  private let tiers: [TextGridFile.Tier]
  private let layout: TextGridLayout
  private var entries: [Entry] = []
  /// Places in ``entries`` of each person's talk, by the beginning.
  private var talk: [String?: [Int]] = [:]
  private(set) var topics: [TextGridFile.Interval] = []
  private(set) var ownTimes = OwnTimes()

  init(_ tiers: [TextGridFile.Tier], _ layout: TextGridLayout) {
    self.tiers = tiers
    self.layout = layout
    let isNamed = tiers.indices.contains {
      layout.roles[$0] == .talk && layout.names[$0].speaker != nil
    }
    for (i, tier) in tiers.enumerated() {
      switch layout.roles[i] {
      case .talk: addTalk(tier, layout.names[i], isNamed: isNamed)
      case .notes(let type): addNotes(tier, type, isOwn: layout.names[i].isOwn)
      case .topics: topics += tier.intervals.filter { !$0.isSilent }
      case .layer: break
      }
    }
    for speaker in talk.keys {
      talk[speaker]?.sort { (entries[$0].time, $0) < (entries[$1].time, $1) }
    }
  }

  private mutating func addTalk(_ tier: TextGridFile.Tier, _ name: TextGridTierName, isNamed: Bool)
  {
    var time = 0
    let hasSilences = name.content != .talk(rank: 0)
    for interval in tier.intervals where !interval.isSilent {
      if hasSilences, Self.silences.contains(interval.text.trimmed.lowercased()) { continue }
      var part = TalkPart(items: [.words(interval.text, language: nil)], line: interval.line)
      part.voice = name.speaker
      part.isVerbatim = name.speaker != nil || isNamed || name.isOwn
      part.start = interval.startMilliseconds.map { max($0, 0) }
      part.end = interval.endMilliseconds
      time = part.start ?? time
      talk[name.speaker, default: []].append(entries.count)
      entries.append(Entry(part: part, time: time))
    }
  }

  private mutating func addNotes(_ tier: TextGridFile.Tier, _ type: String?, isOwn: Bool) {
    var time = 0
    for interval in tier.intervals where !interval.isSilent {
      var part = TalkPart(items: [.note(interval.text.trimmed, type: type)], line: interval.line)
      part.isRemark = true
      time = interval.startMilliseconds ?? time
      entries.append(Entry(part: part, time: time))
      if !isOwn, interval.startMilliseconds != nil { ownTimes.add(tier.name) }
    }
  }

  /// Takes ends away that cannot be.
  mutating func checkTimes(_ findings: inout Findings) {
    for i in entries.indices {
      guard let start = entries[i].part.start, let end = entries[i].part.end, end < start else {
        continue
      }
      entries[i].part.end = nil
      findings.gather(
        .warning, .endBeforeStart, line: entries[i].part.line, "an interval ends before it begins",
        do: "correct the times; its end is taken as unknown")
    }
  }

  // MARK: Layers

  /// Gives each label of a layer to the talk that it lies in.
  mutating func addLayers(_ findings: inout Findings) {
    var loose = 0
    let everybody = talk.values.joined().sorted { (entries[$0].time, $0) < (entries[$1].time, $1) }
    for (i, tier) in tiers.enumerated() where layout.roles[i] == .layer {
      let name = layout.names[i]
      let candidates = name.speaker == nil && talk[nil] == nil ? everybody : talk[name.speaker]
      for interval in tier.intervals where !interval.isSilent {
        guard let entry = place(of: interval, in: candidates ?? []) else {
          loose += 1
          continue
        }
        let part = entries[entry].part
        var found = TalkPart.Annotation(name.layer, interval.text)
        if part.start != interval.startMilliseconds || part.end != interval.endMilliseconds {
          found.start = interval.startMilliseconds.map { max($0, 0) }
          found.end = interval.endMilliseconds
        }
        entries[entry].part.annotations.append(found)
      }
    }
    guard loose > 0 else { return }
    findings.report(
      .warning, .notCarried, line: nil,
      "\(loose) labels of tiers that describe talk lie outside all talk and are left out",
      do: "compare the times of these tiers with those of the talk")
  }

  /// The talk around the middle of an interval: the one that began last.
  private func place(of interval: TextGridFile.Interval, in places: [Int]) -> Int? {
    guard let start = interval.startMilliseconds, let end = interval.endMilliseconds else {
      return nil
    }
    let middle = (start + end) / 2
    var low = 0
    var high = places.count
    while low < high {
      let half = (low + high) / 2
      if entries[places[half]].time <= middle { low = half + 1 } else { high = half }
    }
    // Of one person seldom more than two things overlap.
    return places[..<low].suffix(8).last { (entries[$0].part.end ?? 0) >= middle }
  }

  /// The parts in the order of time, notes before talk that begins with them.
  func sorted() -> [Entry] {
    entries.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.time != second.time { return first.time < second.time }
      if first.part.isRemark != second.part.isRemark { return first.part.isRemark }
      return a.offset < b.offset
    }
    .map(\.element)
  }
}

extension [TextGridGathering.Entry] {
  /// The first place at or after a time.
  fileprivate func place(of time: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let half = (low + high) / 2
      if self[half].time < time { low = half + 1 } else { high = half }
    }
    return low
  }
}
