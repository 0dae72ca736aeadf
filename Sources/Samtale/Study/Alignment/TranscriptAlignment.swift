/// How the words of one version of a transcript lie in another.
///
/// When a transcript is corrected or imported anew after it was coded, the place of each coding is
/// found again:
///
/// ```swift
/// let alignment = TranscriptAlignment(from: before, to: after)
/// let placement = alignment.place([TextStretch(utterance: 4, scalars: 10..<32)])
/// if placement.status != .unchanged { /* somebody should look */ }
/// ```
///
/// Utterances with the same speaker and words are paired first, then the words of the utterances
/// between them, across the bounds of utterances. Case, punctuation, white space, typographic
/// apostrophes and the composition of letters make no difference. A word that stands between words
/// that stayed and differs from what was there in at most one letter of three counts as corrected.
/// Identifiers only decide between places that are otherwise equally good, and only where the
/// utterances around kept theirs.
///
/// A place that rests on a few common words is given up rather than guessed. Words that are lost
/// are looked for in the whole new text if they are at least four and occur once in each version.
///
/// Stretches of up to 250,000 pairs of elements are solved exactly (Needleman and Wunsch 1970).
/// Longer ones are cut at elements that occur once on either side (Heckel 1978), and what cannot be
/// cut is solved up to 512 differences (Myers 1986); beyond that only its equal ends are matched.
/// Two nearly equal transcripts take time in proportion to their length n; two that have nothing in
/// common take n log n.
///
/// Languages written without spaces are aligned by the runs of letters between their marks.
public struct TranscriptAlignment: Sendable {
  let old: Transcript
  let new: Transcript
  let oldWords: AlignmentWords
  let newWords: AlignmentWords
  let oldIndex: WordIndex
  let newIndex: WordIndex
  let links: WordLinks
  /// For each old utterance the new one with the same speaker and words, or -1.
  let pairs: [Int32]
  let pairTrust: [WordLinks.Trust]
  /// Numbers that are the same for the same speakers.
  let oldSpeakers: [Int32]
  let newSpeakers: [Int32]

  /// Aligns two versions.
  /// - Parameters:
  ///   - old: The version in which passages were marked.
  ///   - new: The version in which they are to be found.
  public init(from old: Transcript, to new: Transcript) {
    let builder = AlignmentBuilder(from: old, to: new)
    self.old = old
    self.new = new
    oldWords = builder.oldWords
    newWords = builder.newWords
    oldIndex = builder.oldIndex
    newIndex = builder.newIndex
    links = builder.links
    pairs = builder.pairs
    pairTrust = builder.pairTrust
    oldSpeakers = builder.keys.speakers.old
    newSpeakers = builder.keys.speakers.new
  }

  /// Where a passage of the old version stands in the new one.
  /// - Parameter stretches: The passage, in order. A stretch that reaches beyond the old version is
  ///   lost.
  /// - Returns: The place; ``Placement/Status/lost`` for a passage without stretches.
  public func place(_ stretches: [TextStretch]) -> Placement {
    PassagePlacer(alignment: self, stretches: stretches).place()
  }
}

/// Where a passage stands in another version of its transcript.
public struct Placement: Hashable, Sendable {
  /// What became of a passage.
  public enum Status: String, Sendable, CaseIterable {
    /// The same words by the same speaker, with nothing put between them.
    case unchanged
    /// Words were edited, moved or given to another speaker: somebody should look.
    case changed
    /// Less than a third of the words is left, or the place is not certain.
    case lost
  }

  public var status: Status
  /// The place in the new version, in order; empty if lost. Offsets are Unicode scalars.
  public var stretches: [TextStretch]
  /// The share of the passage's words that were kept, 0 to 1. A corrected word counts with the
  /// share of its letters that stayed, a stretch without words as one word.
  public var similarity: Double

  public init(status: Status, stretches: [TextStretch], similarity: Double) {
    self.status = status
    self.stretches = stretches
    self.similarity = similarity
  }

  /// Nothing was found.
  public static let lost = Placement(status: .lost, stretches: [], similarity: 0)
}
