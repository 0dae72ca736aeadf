/// Words that somebody said, with the place where they stand.
///
/// A quotation can only be made from a place in a transcript. There is no other way to make one, so
/// a ``Condensate``, which nobody said, can never be printed as a quotation (Malterud 2012).
public struct Quotation: Hashable, Sendable {
  public let transcript: Identifier
  public let stretches: [TextStretch]
  /// The words as they stand in the transcript; utterances joined by a space.
  public let text: String
  /// Indices of the speakers in the transcript's participants, in the order in which they speak.
  public let speakers: [Int]

  /// - Returns: `nil` if the stretches reach beyond the text or are empty.
  public init?(_ version: TranscriptVersion, _ stretches: [TextStretch]) {
    guard !stretches.isEmpty else { return nil }
    let utterances = version.transcript.utterances
    for stretch in stretches {
      guard utterances.indices.contains(stretch.utterance) else { return nil }
      guard let scalars = stretch.scalars else { continue }
      guard utterances[stretch.utterance].text(scalars: scalars) != nil else { return nil }
    }
    transcript = version.id
    self.stretches = stretches
    text = version.text(of: stretches)
    var seen: Set<Int> = []
    speakers = stretches.flatMap { utterances[$0.utterance].speakers }.filter {
      seen.insert($0).inserted
    }
  }
}
