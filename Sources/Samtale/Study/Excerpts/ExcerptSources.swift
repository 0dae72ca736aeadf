/// The transcripts that excerpts are taken from and held against.
public struct ExcerptSources: Sendable {
  /// The present versions, in the order of their names.
  public let versions: [TranscriptVersion]
  private let byID: [Identifier: Int]
  private let places: @Sendable (Anchor) -> Placement?
  /// The translation of an utterance into a language; `nil` if there is none.
  let translate: @Sendable (_ of: TranscriptVersion, _ utterance: Int, _ into: String) -> String?

  /// The transcripts of a study; places set on earlier versions are found in the present ones.
  public init(_ corpus: StudyCorpus) {
    self.init(corpus.inOrder, places: { corpus.place($0) }, translate: { _, _, _ in nil })
  }

  /// Transcripts without a study. Their anchors hold for this value only.
  public init(_ transcripts: [Transcript]) {
    let versions = transcripts.enumerated().map { index, transcript in
      TranscriptVersion(
        id: Identifier(high: 0, low: UInt64(index) + 1), version: "present", transcript: transcript)
    }
    let byID = Dictionary(versions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      versions,
      places: { anchor in
        guard let version = anchor.transcript.flatMap({ byID[$0] }) else { return nil }
        return version.stretches(of: anchor).map {
          Placement(status: .unchanged, stretches: $0, similarity: 1)
        }
      }, translate: { _, _, _ in nil })
  }

  init(
    _ versions: [TranscriptVersion], places: @escaping @Sendable (Anchor) -> Placement?,
    translate: @escaping @Sendable (TranscriptVersion, Int, String) -> String?
  ) {
    self.versions = versions
    self.places = places
    self.translate = translate
    byID = Dictionary(
      versions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The transcript of an object; `nil` if it is withdrawn or not at hand.
  public func version(_ id: Identifier?) -> TranscriptVersion? {
    id.flatMap { byID[$0] }.map { versions[$0] }
  }

  /// The transcript of a name (its identifier); `nil` if there is none or more than one.
  public func version(named name: String) -> TranscriptVersion? {
    let found = versions.filter { $0.transcript.id == name }
    return found.count == 1 ? found[0] : nil
  }

  func place(_ anchor: Anchor) -> Placement? { places(anchor) }
}

extension Transcript {
  /// Whether an utterance has a word.
  func hasWords(_ utterance: Int) -> Bool {
    columns.withText(utterance) { WordCount.words(in: $0) } > 0
  }
}
