/// What one speaker says at one place: a turn, or the part of a turn that belongs to one topic.
///
/// A speaker may close one topic and open the next in one breath ("Okay, great. So, the next
/// thing …"); where the marked topics say so, such a turn is two contributions.
public struct Contribution: Sendable {
  /// The place in its sequence, from 0.
  public internal(set) var index: Int
  /// The utterances or parts of utterances, in order; never empty.
  public var stretches: [TextStretch]
  /// Indices of the speakers in the transcript's participants; empty if unknown.
  public var speakers: [Int]
  /// The role in which it is said; `nil` for unknown or several speakers and people without one.
  public var role: String?
  /// Indices of those who are addressed, where that is marked.
  public var addressees: [Int]
  /// The words, several utterances joined by a space.
  public var text: String
  /// The number of words, withdrawn ones left out.
  public var words: Int
  /// What the words do, as far as their form tells.
  public var reading: CueReading
  /// Stems of its content words.
  public var stems: Set<String>
  /// The topics it belongs to, as indices of the segments, outer ones first. Empty outside topics;
  /// several if topics are nested or overlap.
  public var topics: [Int]
  /// Whether talk was left out by the transcriber right before.
  public var isAfterCut: Bool
  /// Start in seconds; `nil` if not known or if it begins inside an utterance.
  public var start: Double?
  /// End in seconds; `nil` if not known or if it ends inside an utterance.
  public var end: Double?

  /// The speaker; `nil` if unknown or if several speak at once.
  public var speaker: Int? { speakers.count == 1 ? speakers[0] : nil }

  /// Indices of the utterances, in order.
  public var utterances: [Int] {
    var indices: [Int] = []
    for stretch in stretches where indices.last != stretch.utterance {
      indices.append(stretch.utterance)
    }
    return indices
  }

  /// Whether somebody speaks here who does not speak there. Unknown speakers count as one other
  /// person, since transcribers begin a new utterance where the speaker changes.
  func isByOther(than other: Contribution) -> Bool {
    if speakers.isEmpty || other.speakers.isEmpty {
      return speakers.isEmpty != other.speakers.isEmpty
    }
    return speakers.contains { !other.speakers.contains($0) }
  }

  /// Whether the contribution says something of its own. A disclaimer does, however short.
  var isSubstantive: Bool {
    reading.form == .substantive || (reading.isDisclaimer && reading.form != .filler)
  }

  /// Whether it acknowledges or evaluates and no more.
  var isResponse: Bool {
    !isSubstantive && (reading.form == .minimal || reading.form == .assessment)
  }

  /// Identifiers of the rules that matched, each once.
  var rules: [String] {
    var seen: Set<String> = []
    return reading.matches.map(\.rule).filter { seen.insert($0).inserted }
  }

  /// Identifiers of the rules that make it an acknowledgement or evaluation.
  var responseRules: [String] { rules(of: .minimal) + rules(of: .assessment) }

  /// Identifiers of the rules of one class that matched, each once.
  func rules(of kind: Lexicon.Class) -> [String] {
    var seen: Set<String> = []
    return reading.matches.filter { $0.kind == kind }.map(\.rule).filter {
      seen.insert($0).inserted
    }
  }

  /// Whether a rule of one class matches in the last sentence.
  func ends(with kind: Lexicon.Class) -> Bool {
    guard let last = reading.sentences.last else { return false }
    return reading.matches.contains { $0.kind == kind && $0.range.overlaps(last) }
  }
}
