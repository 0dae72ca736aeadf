/// The translations of a transcript: those that the study made, and where it has none, those of the
/// transcript's own file.
public struct TranslationSet: Sendable {
  /// One translation, with where it comes from and whether it still fits.
  public struct Entry: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
      /// A translation of the study.
      case study(Identifier)
      /// The transcript's file.
      case file
    }

    public var translation: Translation
    public var source: Source
    /// Whether the words of the turn were corrected after they were translated: somebody should look
    /// before it is printed.
    public var isStale: Bool

    /// The study's object; `nil` if the translation is the file's.
    public var object: Identifier? {
      if case .study(let id) = source { id } else { nil }
    }
  }

  public let version: TranscriptVersion
  /// The transcript and what people call it.
  public let name: NamedObject
  /// In the order of the utterances.
  public let entries: [Entry]
  /// Translations of the study whose turn is no longer found in the transcript.
  public let lost: [StudyTranslation]
  /// Translations of the study that are not used, since the turn has another into the same language:
  /// two turns were united, say.
  public let unused: [StudyTranslation]
  private let index: [Place: Int]

  private struct Place: Hashable {
    var utterance: Int
    var language: String

    init(_ utterance: Int, _ language: String) {
      self.utterance = utterance
      self.language = language.lowercased()
    }
  }

  /// - Returns: `nil` if the transcript is withdrawn or not at hand.
  public init?(_ corpus: StudyCorpus, _ transcript: Identifier) {
    guard let version = corpus.transcripts[transcript] else { return nil }
    self.version = version
    name = StudyLabels(corpus.study).transcript(transcript)
    var lost: [StudyTranslation] = []
    var made: [Place: [Entry]] = [:]
    var objects: [Identifier: StudyTranslation] = [:]
    for object in corpus.study.all(StudyTranslation.self)
    where object.anchor?.transcript == transcript {
      guard let entry = Self.entry(object, corpus) else {
        lost.append(object)
        continue
      }
      objects[object.id] = object
      made[Place(entry.translation.utterance, object.language), default: []].append(entry)
    }
    var entries: [Entry] = []
    var unused: [StudyTranslation] = []
    for (_, several) in made {
      let inOrder = several.sorted(by: Self.isBetter)
      entries.append(inOrder[0])
      unused += inOrder.dropFirst().compactMap { $0.object.flatMap { objects[$0] } }
    }
    entries += version.transcript.translations.compactMap { translation in
      Self.entry(translation) { made[Place($0, translation.language)] != nil }
    }
    entries.sort {
      ($0.translation.utterance, $0.translation.language)
        < ($1.translation.utterance, $1.translation.language)
    }
    self.entries = entries
    self.lost = lost.sorted { $0.id < $1.id }
    self.unused = unused.sorted { $0.id < $1.id }
    index = Self.index(entries)
  }

  /// Where a translation of the study stands now; `nil` if its turn is no longer found.
  private static func entry(_ object: StudyTranslation, _ corpus: StudyCorpus) -> Entry? {
    guard let anchor = object.anchor, let placement = corpus.place(anchor),
      placement.status != .lost, let first = placement.stretches.first
    else { return nil }
    let translation = Translation(
      utterance: first.utterance, language: object.language, text: object.text,
      translator: object.translator, date: object.date, status: object.status)
    // A turn that was divided, or became part of another, is not what was translated either.
    let isWhole = placement.stretches == [TextStretch(utterance: first.utterance)]
    return Entry(
      translation: translation, source: .study(object.id),
      isStale: placement.status == .changed || !isWhole)
  }

  /// What is left of a translation of the file where the study has some of its turns; `nil` if
  /// nothing.
  private static func entry(_ translation: Translation, isTaken: (Int) -> Bool) -> Entry? {
    let left = ([translation.utterance] + translation.further).filter { !isTaken($0) }
    guard let first = left.first else { return nil }
    var translation = translation
    translation.utterance = first
    translation.further = Array(left.dropFirst())
    return Entry(translation: translation, source: .file, isStale: false)
  }

  private static func isBetter(_ a: Entry, _ b: Entry) -> Bool {
    guard a.isStale == b.isStale else { return b.isStale }
    let (first, second) = (a.translation.status ?? .draft, b.translation.status ?? .draft)
    guard first == second else { return first > second }
    guard let one = a.object, let other = b.object else { return false }
    return one < other
  }

  /// Entries by what they translate; a text that the file gives for several utterances stands at
  /// each of them that has no translation of its own.
  private static func index(_ entries: [Entry]) -> [Place: Int] {
    var index: [Place: Int] = [:]
    for (i, entry) in entries.enumerated() {
      index[Place(entry.translation.utterance, entry.translation.language)] = i
    }
    for (i, entry) in entries.enumerated() {
      for further in entry.translation.further {
        let place = Place(further, entry.translation.language)
        index[place] = index[place] ?? i
      }
    }
    return index
  }

  /// The translation of an utterance into a language; `nil` if there is none.
  public subscript(utterance: Int, language: String) -> Entry? {
    index[Place(utterance, language)].map { entries[$0] }
  }

  /// The languages into which something is translated, in the order in which they occur.
  public var languages: [String] {
    var seen: Set<String> = []
    return (entries.map(\.translation.language) + lost.map(\.language)).filter {
      seen.insert($0.lowercased()).inserted
    }
  }

  /// Utterances with words: those that need a translation.
  public var utterancesWithWords: [Int] {
    version.transcript.utterances.filter { WordCount.words(in: $0.text) > 0 }.map(\.index)
  }

  /// Utterances with words that have no translation into a language.
  public func missing(_ language: String) -> [Int] {
    utterancesWithWords.filter { self[$0, language] == nil }
  }
}

extension TranslationSet {
  /// How much of a transcript is translated into a language.
  public struct Coverage: Hashable, Sendable {
    public var transcript: NamedObject
    public var language: String
    /// Utterances with words.
    public var utterances: Int
    /// Those of them that are translated, stale ones too.
    public var translated: Int
    public var byStatus: [Translation.Status: Int]
    /// Translated, but the file does not say how far the translation has come.
    public var withoutStatus: Int
    /// Translated, but the words were corrected since. These are counted nowhere else by status.
    public var stale: Int
    /// Translations whose turn is no longer found.
    public var lost: Int
    /// Translations that are not used, since the turn has another.
    public var unused: Int
    /// Utterances that are not translated, by name: `u3–u9`, `u12`.
    public var missing: [String]
    /// Who translated, in the order of their names.
    public var translators: [String]
  }

  /// How much of the transcript is translated into a language.
  public func coverage(_ language: String) -> Coverage {
    let withWords = utterancesWithWords
    let found = withWords.compactMap { self[$0, language] }
    var coverage = Coverage(
      transcript: name, language: language, utterances: withWords.count, translated: found.count,
      byStatus: [:], withoutStatus: 0, stale: 0,
      lost: lost.count { Translation.isSame($0.language, language) },
      unused: unused.count { Translation.isSame($0.language, language) },
      missing: version.ranges(of: missing(language)),
      translators: Set(found.compactMap(\.translation.translator)).sorted())
    for entry in found {
      if entry.isStale {
        coverage.stale += 1
      } else if let status = entry.translation.status {
        coverage.byStatus[status, default: 0] += 1
      } else {
        coverage.withoutStatus += 1
      }
    }
    return coverage
  }
}
