/// What counts as a word of a speaker, beyond the rule of ``WordCount``.
///
/// By default only what was said and not withdrawn: printed labels, notes, descriptions of events,
/// others' words inside a turn and deleted stretches are left out, filled pauses are counted.
///
/// Turns do not depend on it: an utterance is a turn, or part of one, if something is spoken in it.
public struct WordOptions: Hashable, Sendable {
  /// Texts that can be added to the count.
  public enum Extra: String, Sendable, CaseIterable {
    /// Withdrawn and broken-off words (`del`).
    case deleted
    /// Words of others inside the turn, which then count for its speaker.
    case contributions
    /// Descriptions of laughter, movements and noises.
    case descriptions
    /// Remarks of the transcriber inside the turn.
    case notes
    /// The printed label of the speaker, once for each utterance.
    case labels
  }

  public var extras: Set<Extra>
  /// Leave out filled pauses; see ``filledPauses(language:)``. An utterance of nothing else is then
  /// without words.
  public var withoutFilledPauses: Bool
  /// Whether utterances without a word (a laugh, an inaudible remark) count as turns.
  public var countsNonverbal: Bool

  public init(
    extras: Set<Extra> = [],
    withoutFilledPauses: Bool = false,
    countsNonverbal: Bool = false
  ) {
    self.extras = extras
    self.withoutFilledPauses = withoutFilledPauses
    self.countsNonverbal = countsNonverbal
  }

  /// The options that decide whether something is spoken in an utterance: nothing that the speaker
  /// did not say makes a turn.
  var spokenOnly: WordOptions {
    var options = self
    options.extras.formIntersection([.deleted])
    return options
  }

  /// The choices in words, for the notes below a table: what is counted and what is left out.
  public var explanation: String {
    let added = Extra.allCases.filter(extras.contains).map(Self.name)
    var leftOut = Extra.allCases.filter { !extras.contains($0) }.map(Self.name)
    if withoutFilledPauses { leftOut.append("filled pauses") }
    var counted = ["what was spoken"] + added
    if !withoutFilledPauses { counted.insert("filled pauses too", at: 1) }
    return "Words: runs of letters and digits, with ' ’ - _ inside. Counted: "
      + counted.joined(separator: ", ") + "; left out: "
      + (leftOut.isEmpty ? "nothing" : leftOut.joined(separator: ", ")) + "."
  }

  private static func name(_ extra: Extra) -> String {
    switch extra {
    case .deleted: "deleted stretches"
    case .contributions: "others' words inside a turn"
    case .descriptions: "descriptions"
    case .notes: "notes"
    case .labels: "printed labels"
    }
  }
}

extension Transcript {
  /// The number of words of each utterance.
  public func wordCounts(_ options: WordOptions = WordOptions()) -> [Int] {
    var counts = (0..<columns.count).map { columns.withText($0, WordCount.words) }
    let pauses = options.withoutFilledPauses ? FilledPauses(self) : nil
    if let pauses {
      for i in counts.indices { counts[i] -= words(of: pauses[i], in: columns.string(i)) }
    }
    if !options.extras.contains(.deleted) { subtractDeleted(from: &counts, pauses) }
    addMarks(to: &counts, options)
    if options.extras.contains(.labels) {
      for i in counts.indices {
        for speaker in columns.speakerIndices(i) {
          counts[i] += WordCount.words(in: participants[speaker].label ?? "")
        }
      }
    }
    return counts
  }

  private func words(of list: Set<String>, in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      WordCount.ranges(in: bytes).count {
        list.contains(String(decoding: bytes[$0], as: UTF8.self).lowercased())
      }
    }
  }

  /// Counts utterances that hold deleted stretches again, without these.
  private func subtractDeleted(from counts: inout [Int], _ pauses: FilledPauses?) {
    var deleted: [Int: [Range<Int>]] = [:]
    for mark in marks where mark.kind == .deleted && !mark.isBetween {
      deleted[mark.utterance, default: []].append(mark.range)
    }
    for (utterance, ranges) in deleted {
      let all = Array(columns.text[columns.textRange(utterance)])
      let kept = all.indices.filter { i in !ranges.contains { $0.contains(i) } }.map { all[$0] }
      let text = String(decoding: kept, as: UTF8.self)
      counts[utterance] =
        WordCount.words(in: text) - (pauses.map { words(of: $0[utterance], in: text) } ?? 0)
    }
  }

  private func addMarks(to counts: inout [Int], _ options: WordOptions) {
    guard !options.extras.isDisjoint(with: [.contributions, .descriptions, .notes]) else { return }
    for mark in marks where !mark.isBetween {
      let extra: WordOptions.Extra? =
        switch mark.kind {
        case .contribution: .contributions
        case .note: .notes
        case .vocal, .kinesic, .incident, .gap: .descriptions
        default: nil
        }
      guard let extra, options.extras.contains(extra) else { continue }
      for text in mark.detail.descriptions { counts[mark.utterance] += WordCount.words(in: text) }
    }
  }
}
