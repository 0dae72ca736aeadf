extension WordOptions {
  /// Filled pauses as transcribers of a language write them, in lower case.
  ///
  /// A word is on the list of a language only where it is nothing else in it: `er` is a filled pause
  /// in English but a verb in Norwegian and Danish and a pronoun in German, `ö` and `ø` are islands.
  /// Answers and assessments such as `mhm` are on no list.
  /// - Parameter language: A language tag (`en`, `nb-NO`); lists are there for en, nb, nn (and no),
  ///   da, sv and de.
  /// - Returns: The list; for other languages and `nil` only what is a filled pause everywhere.
  public static func filledPauses(language: String?) -> Set<String> {
    FilledPauses.language(language).flatMap { FilledPauses.lists[$0] } ?? FilledPauses.everywhere
  }
}

/// The filled pauses of each utterance of a transcript.
struct FilledPauses {
  private let ofTranscript: Set<String>
  private let columns: UtteranceColumns
  /// Languages whose lists are used; empty for the list that holds for all others.
  let languages: Set<String>

  init(_ transcript: Transcript) {
    columns = transcript.columns
    ofTranscript = WordOptions.filledPauses(language: transcript.language)
    let tags = [transcript.language] + columns.details.compactMap(\.language)
    languages = Set(tags.map { Self.language($0) ?? "" })
  }

  /// The list for an utterance: that of its own language, else of the transcript's.
  subscript(utterance: Int) -> Set<String> {
    guard !columns.details.isEmpty, let language = columns.detail(utterance)?.language else {
      return ofTranscript
    }
    return WordOptions.filledPauses(language: language)
  }

  /// The language of a tag if it has a list.
  static func language(_ tag: String?) -> String? {
    guard let code = tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first else {
      return nil
    }
    let language = code.lowercased() == "no" ? "nb" : code.lowercased()
    return lists[language] == nil ? nil : language
  }

  /// No word of any language that we know of.
  static let everywhere: Set<String> = [
    "uh", "uhm", "erm", "ehm", "æhm", "ähm", "øh", "øhm", "öh", "öhm", "hmm",
  ]

  private static let norwegian = everywhere.union(["eh", "ehh", "æh", "hm"])

  static let lists: [String: Set<String>] = [
    "en": everywhere.union(["um", "umm", "er", "hm"]),
    "nb": norwegian,
    "nn": norwegian,
    "da": everywhere.subtracting(["uh"]).union(["eh", "ehh", "æh", "hm"]),
    "sv": everywhere.union(["eh", "ehh", "hm"]),
    "de": everywhere.union(["äh", "hm"]),
  ]
}
