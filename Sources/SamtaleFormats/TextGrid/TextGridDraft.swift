import Samtale

/// A TextGrid on its way into a file, in milliseconds.
struct TextGridDraft {
  struct Interval {
    var start: Int
    var end: Int
    var text: String
  }

  struct Tier {
    var name: String
    var holdsPoints = false
    var intervals: [Interval] = []
  }

  let transcript: Transcript
  var losses: ExportLosses
  var tiers: [Tier] = []
  /// Milliseconds of each utterance that can be written; `nil` for the others.
  private(set) var times: [Range<Int>?] = []
  /// The starts of those that can, in order.
  private(set) var starts: [Int] = []
  private(set) var end = 1
  /// The names of people in those of tiers.
  private(set) var names: [String] = []

  init(_ transcript: Transcript) {
    self.transcript = transcript
    losses = ExportLosses(of: transcript, carrying: TextGridWriter.carried)
    losses.add(
      "names of recordings", partOf: .recording, transcript.header.media.isEmpty ? 0 : 1)
    readTimes()
  }

  /// More tiers than this for one person, or for topics, nobody can look at.
  static let mostTiers = 100

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
    names = speakerNames()
    for i in times.indices.sorted(by: {
      (times[$0]?.lowerBound ?? 0, $0) < (times[$1]?.lowerBound ?? 0, $1)
    }) {
      guard let range = times[i] else { continue }
      let utterance = transcript.utterances[i]
      let interval = Interval(
        start: range.lowerBound, end: range.upperBound, text: TalkSigns.escaped(utterance.text))
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
}
