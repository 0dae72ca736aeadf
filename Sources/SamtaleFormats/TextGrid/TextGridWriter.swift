import Samtale

/// Writes a transcript as a Praat TextGrid: one interval tier for each person, in the long text form.
///
/// Gaps are empty intervals. What one person says at the same time as something else stands in a
/// further tier (`Anna [talk 2]`), talk of unknown speakers in `[talk]`, topics in `[topics]`,
/// notes between utterances in `[notes]`. What has no start and end cannot stand in a TextGrid; where
/// only one of them is known, an utterance reaches to those around it.
public enum TextGridWriter {
  /// What a TextGrid carries; the losses count what is carried only in part.
  static let carried: Set<TranscriptFeature> = BoundedTimes.carried.union([
    .labels, .unknownSpeakers, .silentPeople, .topics, .notes, .recording,
  ])

  /// Writes a transcript.
  /// - Returns: The file (UTF-8), and what it does not hold. There are no bytes if no utterance has
  ///   words and times.
  public static func write(_ transcript: Transcript) -> (bytes: [UInt8], losses: ExportLosses) {
    var grid = TextGridDraft(transcript)
    grid.addTalk()
    grid.addTopics()
    grid.addNotes()
    return (grid.holdsTalk ? grid.bytes : [], grid.losses)
  }
}

/// A TextGrid on its way into a file, in milliseconds.
private struct TextGridDraft {
  private struct Interval {
    var start: Int
    var end: Int
    var text: String
  }

  private struct Tier {
    var name: String
    var holdsPoints = false
    var intervals: [Interval] = []
  }

  private let transcript: Transcript
  private(set) var losses: ExportLosses
  private var tiers: [Tier] = []
  /// Milliseconds of each utterance that can be written; `nil` for the others.
  private var times: [Range<Int>?] = []
  /// The starts of those that can, in order.
  private var starts: [Int] = []
  private var end = 1

  init(_ transcript: Transcript) {
    self.transcript = transcript
    losses = ExportLosses(of: transcript, carrying: TextGridWriter.carried)
    losses.add(
      "names of recordings", partOf: .recording, transcript.header.media.isEmpty ? 0 : 1)
    readTimes()
  }

  /// More tiers than this for one person, or for topics, nobody can look at.
  private static let mostTiers = 100

  private static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }

  private mutating func readTimes() {
    let bounded = BoundedTimes(transcript)
    times = bounded.ranges
    losses += bounded.losses
    let written = times.compactMap(\.self)
    let ordered = written.enumerated().sorted {
      ($0.element.lowerBound, $0.offset) < ($1.element.lowerBound, $1.offset)
    }
    starts = ordered.map(\.element.lowerBound)
    let length = Self.milliseconds(transcript.header.recordingSeconds ?? 0)
    end = max(written.map(\.upperBound).max() ?? 1, length, 1)
    losses.add(
      "utterances whose place differs from the order of time",
      ordered.enumerated().count { $0.offset != $0.element.offset })
  }

  /// Whether anything that is said becomes an interval.
  var holdsTalk: Bool { !starts.isEmpty }

  // MARK: Talk

  mutating func addTalk() {
    var byTrack: [Int: [Tier]] = [:]
    let names = speakerNames()
    for i in times.indices.sorted(by: {
      (times[$0]?.lowerBound ?? 0, $0) < (times[$1]?.lowerBound ?? 0, $1)
    }) {
      guard let range = times[i] else { continue }
      let utterance = transcript.utterances[i]
      let interval = Interval(
        start: range.lowerBound, end: range.upperBound, text: utterance.text)
      add(interval, of: utterance.speakers.first ?? -1, &byTrack)
    }
    for speaker in Array(transcript.participants.indices) + [-1] {
      let tracks = byTrack[speaker] ?? (speaker < 0 ? [] : [Tier(name: "")])
      for (number, track) in tracks.enumerated() {
        var track = track
        track.name = Self.name(speaker < 0 ? "" : names[speaker], number)
        tiers.append(track)
      }
    }
  }

  /// Puts an interval into the first of a person's tiers that is free.
  private mutating func add(
    _ interval: Interval, of speaker: Int, _ byTrack: inout [Int: [Tier]]
  ) {
    let free = byTrack[speaker, default: []].firstIndex {
      ($0.intervals.last?.end ?? 0) <= interval.start
    }
    if let free {
      byTrack[speaker]?[free].intervals.append(interval)
    } else if byTrack[speaker, default: []].count == Self.mostTiers {
      losses.add("utterances at the same time as a hundred others of the same person")
    } else {
      byTrack[speaker, default: []].append(Tier(name: "", intervals: [interval]))
    }
  }

  /// The printed labels; a second person with the same one goes by the identifier.
  private mutating func speakerNames() -> [String] {
    var taken: Set<String> = []
    var names: [String] = []
    for person in transcript.participants {
      var name = person.label ?? person.id
      if !taken.insert(name).inserted {
        losses.add(.labels)
        name = person.id
        taken.insert(name)
      }
      names.append(name)
    }
    return names
  }

  /// The name of a person's tier, in brackets what it holds where the name alone could mislead.
  private static func name(_ speaker: String, _ number: Int) -> String {
    let plain = TextGridTierName(speaker)
    let isClear = plain.content == .talk(rank: 0) && plain.speaker == speaker && !plain.isOwn
    let suffix = number > 0 ? "[talk \(number + 1)]" : isClear ? "" : "[talk]"
    return suffix.isEmpty || speaker.isEmpty ? speaker + suffix : "\(speaker) \(suffix)"
  }

  // MARK: Topics and notes

  /// Topics last from their first word to the beginning of what follows, or to their last word.
  mutating func addTopics() {
    var written = [0]
    for range in times { written.append((written.last ?? 0) + (range == nil ? 0 : 1)) }
    var tracks: [Tier] = []
    for topic in transcript.topics {
      let covered = topic.extent.stretches.map(\.utterance)
      guard let first = covered.min(), let last = covered.max(), let span = span(first...last),
        !topic.label.isEmpty
      else {
        losses.add(.topics)
        continue
      }
      let count = written[last + 1] - written[first]
      let isExact =
        place(of: span.end) - place(of: span.start) == count && count == last - first + 1
      let interval = Interval(start: span.start, end: span.end, text: topic.label)
      if let free = tracks.firstIndex(where: { ($0.intervals.last?.end ?? 0) <= span.start }) {
        tracks[free].intervals.append(interval)
      } else if tracks.count == Self.mostTiers {
        losses.add(.topics)
        continue
      } else {
        let name = tracks.isEmpty ? "[topics]" : "[topics \(tracks.count + 1)]"
        tracks.append(Tier(name: name, intervals: [interval]))
      }
      if !topic.isWhole { losses.add(LostPart.topicStretches, partOf: .topics) }
      if topic.hasFacts { losses.add(LostPart.topicFacts, partOf: .topics) }
      if !isExact { losses.add(LostPart.topicEdges, partOf: .topics) }
    }
    tiers += tracks
  }

  private func span(_ utterances: ClosedRange<Int>) -> (start: Int, end: Int)? {
    let ranges = times[utterances].compactMap(\.self)
    guard let start = ranges.map(\.lowerBound).min(), let last = ranges.map(\.lowerBound).max(),
      let end = ranges.map(\.upperBound).max()
    else { return nil }
    let next = place(of: last + 1)
    return (start, next < starts.count ? min(end, starts[next]) : end)
  }

  /// How many of the utterances that are written begin before a time.
  private func place(of time: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let half = (low + high) / 2
      if starts[half] < time { low = half + 1 } else { high = half }
    }
    return low
  }

  /// Notes between utterances stand where the next one begins, one at each time.
  mutating func addNotes() {
    var taken: Set<Int> = []
    var byType: [String: Int] = [:]
    for mark in transcript.marks where mark.kind == .note {
      guard mark.isBetween, mark.utterance < times.count,
        let time = times[mark.utterance]?.lowerBound,
        !mark.text.isEmpty, taken.insert(time).inserted
      else {
        losses.add(.notes)
        continue
      }
      if mark.detail["xml:lang"] != nil { losses.add("languages of notes", partOf: .notes) }
      let type = mark.type ?? ""
      if byType[type] == nil {
        byType[type] = tiers.count
        tiers.append(Tier(name: type.isEmpty ? "[notes]" : "[notes] \(type)", holdsPoints: true))
      }
      if let tier = byType[type] {
        tiers[tier].intervals.append(Interval(start: time, end: time, text: mark.text))
      }
    }
  }

  // MARK: File

  var bytes: [UInt8] {
    var lines = ["File type = \"ooTextFile\"", "Object class = \"TextGrid\"", ""]
    lines += ["xmin = 0 ", "xmax = \(Self.seconds(end)) ", "tiers? <exists> "]
    lines += ["size = \(tiers.count) ", "item []: "]
    for (i, tier) in tiers.enumerated() {
      lines.append("    item [\(i + 1)]:")
      write(tier, to: &lines)
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func write(_ tier: Tier, to lines: inout [String]) {
    let margin = "        "
    let intervals =
      tier.holdsPoints ? tier.intervals.sorted { $0.start < $1.start } : tiled(tier.intervals)
    let word = tier.holdsPoints ? "points" : "intervals"
    lines.append(margin + "class = \"\(tier.holdsPoints ? "TextTier" : "IntervalTier")\" ")
    lines.append(margin + "name = \(Self.quoted(tier.name)) ")
    lines.append(margin + "xmin = 0 ")
    lines.append(margin + "xmax = \(Self.seconds(end)) ")
    lines.append(margin + "\(word): size = \(intervals.count) ")
    for (i, interval) in intervals.enumerated() {
      lines.append(margin + "\(word) [\(i + 1)]:")
      if tier.holdsPoints {
        lines.append(margin + "    number = \(Self.seconds(interval.start)) ")
        lines.append(margin + "    mark = \(Self.quoted(interval.text)) ")
      } else {
        lines.append(margin + "    xmin = \(Self.seconds(interval.start)) ")
        lines.append(margin + "    xmax = \(Self.seconds(interval.end)) ")
        lines.append(margin + "    text = \(Self.quoted(interval.text)) ")
      }
    }
  }

  /// The intervals with empty ones between them, from the beginning to the end.
  private func tiled(_ intervals: [Interval]) -> [Interval] {
    var tiles: [Interval] = []
    var last = 0
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      if interval.start > last {
        tiles.append(Interval(start: last, end: interval.start, text: ""))
      }
      tiles.append(interval)
      last = interval.end
    }
    if last < end { tiles.append(Interval(start: last, end: end, text: "")) }
    return tiles
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = milliseconds % 1000
    guard rest > 0 else { return "\(milliseconds / 1000)" }
    let digits = "\(rest + 1000)".dropFirst()
    let kept = digits.lastIndex { $0 != "0" }.map { digits[...$0] } ?? digits
    return "\(milliseconds / 1000).\(kept)"
  }
}
