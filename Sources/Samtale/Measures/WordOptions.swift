/// What counts as a word of a speaker, beyond the rule of ``WordCount``.
///
/// By default only what was said and not withdrawn: printed labels, notes, descriptions of events
/// and deleted stretches are left out, filled pauses are counted.
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
  /// Words that are not counted, in lower case: filled pauses, for instance.
  public var leftOut: Set<String>
  /// Whether utterances without a word (a laugh, an inaudible remark) count as turns.
  public var countsNonverbal: Bool

  public init(
    extras: Set<Extra> = [],
    leftOut: Set<String> = [],
    countsNonverbal: Bool = false
  ) {
    self.extras = extras
    self.leftOut = leftOut
    self.countsNonverbal = countsNonverbal
  }

  /// Filled pauses as transcribers of English and the Scandinavian languages write them.
  public static let filledPauses: Set<String> = [
    "uh", "uhm", "um", "umm", "er", "erm", "eh", "ehm", "øh", "øhm", "ø", "öh", "ö", "äh", "ähm",
    "hm", "hmm", "mmm",
  ]

  /// The choices in words, for the notes below a table.
  public var explanation: String {
    var text = "Words: runs of letters and digits, with ' ’ - _ inside"
    if extras.isEmpty {
      text += "; labels, notes, descriptions and deleted stretches are left out"
    } else {
      text += "; counted too: " + extras.map(\.rawValue).sorted().joined(separator: ", ")
    }
    if !leftOut.isEmpty { text += "; filled pauses are left out" }
    if countsNonverbal { text += "; utterances without words count as turns" }
    return text + "."
  }
}

extension Transcript {
  /// The number of words of each utterance.
  public func wordCounts(_ options: WordOptions = WordOptions()) -> [Int] {
    var counts = (0..<columns.count).map { columns.withText($0, WordCount.words) }
    if !options.leftOut.isEmpty {
      for i in counts.indices { counts[i] -= leftOutWords(columns.string(i), options) }
    }
    if !options.extras.contains(.deleted) { subtractDeleted(from: &counts, options) }
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

  private func leftOutWords(_ text: String, _ options: WordOptions) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      WordCount.ranges(in: bytes).count {
        options.leftOut.contains(String(decoding: bytes[$0], as: UTF8.self).lowercased())
      }
    }
  }

  /// Counts utterances that hold deleted stretches again, without these.
  private func subtractDeleted(from counts: inout [Int], _ options: WordOptions) {
    var deleted: [Int: [Range<Int>]] = [:]
    for mark in marks where mark.kind == .deleted && !mark.isBetween {
      deleted[mark.utterance, default: []].append(mark.range)
    }
    for (utterance, ranges) in deleted {
      let all = Array(columns.text[columns.textRange(utterance)])
      let kept = all.indices.filter { i in !ranges.contains { $0.contains(i) } }.map { all[$0] }
      let text = String(decoding: kept, as: UTF8.self)
      counts[utterance] =
        WordCount.words(in: text)
        - (options.leftOut.isEmpty ? 0 : leftOutWords(text, options))
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
