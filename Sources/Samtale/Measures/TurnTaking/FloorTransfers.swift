/// How the floor passes from one speaker to the next in time.
///
/// Utterances with words and both time stamps are taken in the order in which they were spoken. A holder keeps the floor
/// until another begins and speaks on beyond the holder's end. What lies wholly inside another's
/// speech is a within-overlap: a candidate for a minimal response or a failed bid, not a transfer
/// (Heldner and Edlund 2010; de Ruiter, Mitterer and Enfield 2006; Levinson and Torreira 2015).
public struct FloorTransfers: Sendable {
  /// One passing of the floor.
  public struct Transfer: Hashable, Sendable {
    /// Indices of the last utterance of the holder so far, and the first of the next.
    public var from: Int
    public var to: Int
    /// Participants.
    public var holder: Int
    public var next: Int
    /// Floor transfer offset in microseconds: onset of the next less the end of the holder;
    /// positive for a gap, negative for an overlap.
    var microseconds: Int64

    /// Floor transfer offset in seconds.
    public var offset: Double { Double(microseconds) / 1_000_000 }
  }

  /// Speech wholly inside another's.
  public struct Within: Hashable, Sendable {
    public var utterance: Int
    public var speaker: Int
    public var holder: Int
  }

  public var transfers: [Transfer] = []
  public var within: [Within] = []
  /// Utterances with words, and those of them with both time stamps.
  public var utterances = 0
  public var timedUtterances = 0

  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - words: What counts as a word.
  public init(_ transcript: Transcript, words: WordOptions = WordOptions()) {
    let counts = transcript.wordCounts(words.spokenOnly)
    var holder: (speaker: Int, utterance: Int, end: Int64)?
    for i in transcript.speakingOrder {
      // Nothing is measured across a cut.
      if transcript.columns.flags[i] & UtteranceColumns.cutBefore != 0 { holder = nil }
      guard counts[i] > 0 else { continue }
      utterances += 1
      guard let (start, end) = transcript.interval(of: i) else { continue }
      timedUtterances += 1
      guard case let speaker = Int(transcript.columns.speakers[i]), speaker >= 0 else {
        holder = nil
        continue
      }
      guard let now = holder else {
        holder = (speaker, i, end)
        continue
      }
      if speaker == now.speaker {
        holder = (speaker, i, max(now.end, end))
      } else if end <= now.end {
        within.append(Within(utterance: i, speaker: speaker, holder: now.speaker))
      } else {
        transfers.append(
          Transfer(
            from: now.utterance, to: i, holder: now.speaker, next: speaker,
            microseconds: start - now.end))
        holder = (speaker, i, end)
      }
    }
  }

  /// Offsets in seconds.
  public var offsets: [Double] { transfers.map(\.offset) }

  /// Share of transfers that begin before the holder has ended, 0…1; `nil` without transfers.
  public var overlapShare: Double? {
    guard !transfers.isEmpty else { return nil }
    return Double(transfers.count { $0.microseconds < 0 }) / Double(transfers.count)
  }

  /// Transfers that begin at least `lead` seconds before the holder's end and take the floor.
  ///
  /// Candidates for interruptions, never more: whether somebody was interrupted is for a person to
  /// judge. Contributions for which `isMinimal` holds are none.
  public func interruptionCandidates(lead: Double = 0.5, isMinimal: (_ utterance: Int) -> Bool)
    -> [Transfer]
  {
    transfers.filter { $0.offset <= -lead && !isMinimal($0.to) }
  }
}

extension Transcript {
  /// Start and end of an utterance in microseconds, if both are known and in order.
  func interval(of utterance: Int) -> (start: Int64, end: Int64)? {
    let (from, to) = (columns.starts[utterance], columns.ends[utterance])
    guard from != UtteranceColumns.noPoint, to != UtteranceColumns.noPoint else { return nil }
    let start = timeline.microseconds[Int(from)]
    let end = timeline.microseconds[Int(to)]
    guard start != Timeline.unknown, end != Timeline.unknown, end >= start else { return nil }
    return (start, end)
  }

  /// The time in seconds during which somebody speaks, overlaps counted once, and the time from the
  /// first start to the last end; `nil` without time stamps.
  public var speechAndSpan: (speech: Double, span: Double)? {
    let intervals = (0..<columns.count).compactMap { interval(of: $0) }.sorted {
      $0.start < $1.start
    }
    guard let first = intervals.first else { return nil }
    var speech: Int64 = 0
    var reach = first.start
    for interval in intervals where interval.end > reach {
      speech += interval.end - max(reach, interval.start)
      reach = interval.end
    }
    return (Double(speech) / 1_000_000, Double(reach - first.start) / 1_000_000)
  }
}

/// What the time stamps of a transcript are worth.
public struct TimeStampQuality: Sendable {
  /// How they were made, if the file says so (`notesStmt/note[@type='timeStamps']`: word, utterance
  /// or hand).
  public var kind: String?
  /// The largest of 1 ms, 10 ms, 100 ms and 1 s of which all stamps are multiples, in seconds; `nil`
  /// without stamps or if they are finer.
  public var resolution: Double?
  /// Share of stamps that are whole seconds, 0…1; above .2 offsets mean little.
  public var wholeSecondShare: Double?

  public init(_ transcript: Transcript) {
    kind = transcript.header.timeStampKind
    let stamps = transcript.timeline.microseconds.filter { $0 != Timeline.unknown && $0 != 0 }
    guard !stamps.isEmpty else { return }
    let steps: [Int64] = [1_000_000, 100_000, 10_000, 1_000]
    resolution = steps.first { step in stamps.allSatisfy { $0 % step == 0 } }
      .map { Double($0) / 1_000_000 }
    wholeSecondShare = Double(stamps.count { $0 % 1_000_000 == 0 }) / Double(stamps.count)
  }

  /// The quality in words, for notes below tables.
  public var explanation: String {
    var text = "Time stamps: \(kind ?? "kind not stated")"
    if let resolution { text += ", multiples of \(Decimals.fixed(resolution * 1000, 0)) ms" }
    if let share = wholeSecondShare, share > 0.2 {
      text += "; \(Decimals.fixed(share * 100, 0)) % are whole seconds, so offsets mean little"
    }
    return text + "."
  }
}
