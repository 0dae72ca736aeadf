/// The transcripts that excerpts are taken from and held against.
public struct ExcerptSources: Sendable {
  /// The present versions, in the order of their names.
  public let versions: [TranscriptVersion]
  private let byID: [Identifier: Int]
  private let places: @Sendable (Anchor) -> Placement?
  private let translations: @Sendable (TranscriptVersion, Int, String) -> TurnTranslation?

  /// What a turn says in another language.
  struct TurnTranslation {
    /// White space is collapsed, as in the words of utterances.
    var text: String
    /// Whether the original was corrected since it was translated.
    var isStale = false
    /// Whether the same text translates other utterances too.
    var isShared = false

    init(_ translation: Translation, isStale: Bool) {
      text = translation.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      self.isStale = isStale
      isShared = !translation.further.isEmpty
    }
  }

  /// The transcripts of a study with its translations; places set on earlier versions are found in
  /// the present ones.
  public init(_ corpus: StudyCorpus) {
    let sets = Dictionary(
      corpus.inOrder.compactMap { version in
        TranslationSet(corpus, version.id).map { (version.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    self.init(corpus.inOrder, places: { corpus.place($0) }) { version, utterance, language in
      sets[version.id]?[utterance, language].map {
        TurnTranslation($0.translation, isStale: $0.isStale)
      }
    }
  }

  /// Transcripts without a study. Their anchors hold for this value only.
  public init(_ transcripts: [Transcript]) {
    let versions = transcripts.enumerated().map { index, transcript in
      TranscriptVersion(
        id: Identifier(high: 0, low: UInt64(index) + 1), version: "present", transcript: transcript)
    }
    let byID = Dictionary(versions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let translations = byID.mapValues { $0.transcript.translations }
    self.init(
      versions,
      places: { anchor in
        guard let version = anchor.transcript.flatMap({ byID[$0] }) else { return nil }
        return version.stretches(of: anchor).map {
          Placement(status: .unchanged, stretches: $0, similarity: 1)
        }
      },
      translations: { version, utterance, language in
        let found = translations[version.id]?.first {
          Translation.isSame($0.language, language)
            && ($0.utterance == utterance || $0.further.contains(utterance))
        }
        return found.map { TurnTranslation($0, isStale: false) }
      })
  }

  private init(
    _ versions: [TranscriptVersion], places: @escaping @Sendable (Anchor) -> Placement?,
    translations: @escaping @Sendable (TranscriptVersion, Int, String) -> TurnTranslation?
  ) {
    self.versions = versions
    self.places = places
    self.translations = translations
    byID = Dictionary(
      versions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The translation of an utterance into a language; `nil` if there is none.
  func translation(
    of utterance: Int, in version: TranscriptVersion, into language: String
  ) -> TurnTranslation? {
    translations(version, utterance, language)
  }

  /// The transcript of an object; `nil` if it is withdrawn or not at hand.
  public func version(_ id: Identifier?) -> TranscriptVersion? {
    id.flatMap { byID[$0] }.map { versions[$0] }
  }

  /// The transcript of a name: its identifier, with or without `.xml`, or the beginning of one.
  /// - Returns: `nil` if there is none or more than one.
  public func version(named name: String) -> TranscriptVersion? {
    let found = versions.filter { $0.transcript.id == name }
    if found.count == 1 { return found[0] }
    guard found.isEmpty, !name.isEmpty else { return nil }
    let stem = name.hasSuffix(".xml") ? String(name.dropLast(4)) : name
    let alike = versions.filter { $0.transcript.id == stem }
    if alike.count == 1 { return alike[0] }
    let begun = versions.filter { $0.transcript.id.hasPrefix(stem) }
    return begun.count == 1 ? begun[0] : nil
  }

  func place(_ anchor: Anchor) -> Placement? { places(anchor) }
}

extension Transcript {
  /// Whether an utterance has a word.
  func hasWords(_ utterance: Int) -> Bool {
    columns.withText(utterance) { WordCount.words(in: $0) } > 0
  }
}
