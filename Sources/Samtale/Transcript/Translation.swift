/// What an utterance says in another language.
///
/// Talk is analysed in the language in which it was said, and often published in another. A
/// translation carries what a report has to state about it (Temple & Young 2004,
/// doi:10.1177/1468794104044430): who made it, when, and how it was checked.
public struct Translation: Hashable, Sendable {
  /// How far a translation has come. The order is that of the work: a draft comes first.
  public enum Status: String, Sendable, CaseIterable, Comparable {
    /// Written, not yet held against the original by anybody else.
    case draft
    /// Held against the original by a second person who knows both languages.
    case checked
    /// Translated back by somebody who did not see the original, and the two compared (Brislin 1970,
    /// doi:10.1177/135910457000100301).
    case backTranslated = "back-translated"

    public static func < (a: Status, b: Status) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .draft: 0
      case .checked: 1
      case .backTranslated: 2
      }
    }
  }

  /// The language tag of a translation whose file names none (`und`, undetermined: BCP 47).
  public static let undeterminedLanguage = "und"

  /// Index of the utterance in ``Transcript/utterances``.
  public var utterance: Int
  /// The language it is translated into, as a language tag (BCP 47), such as `en`.
  public var language: String
  public var text: String
  /// Who translated, by name; several are joined by a comma.
  public var translator: String?
  /// When, as written (ISO 8601: a year, a month or a day).
  public var date: String?
  /// `nil` if the file does not say, or says something else.
  public var status: Status?
  /// Further utterances that the same text translates, where somebody translated several as one.
  public var further: [Int]

  public init(
    utterance: Int, language: String, text: String, translator: String? = nil,
    date: String? = nil, status: Status? = nil, further: [Int] = []
  ) {
    self.utterance = utterance
    self.language = language
    self.text = text
    self.translator = translator
    self.date = date
    self.status = status
    self.further = further
  }

  /// Whether two language tags name the same language; upper and lower case are the same.
  public static func isSame(_ language: String, _ other: String) -> Bool {
    language.lowercased() == other.lowercased()
  }
}

extension Transcript {
  /// The languages into which the file translates utterances, in the order in which they occur.
  public var translationLanguages: [String] {
    var seen: Set<String> = []
    return translations.map(\.language).filter { seen.insert($0.lowercased()).inserted }
  }

  /// The translations of the file into a language, in the order of their utterances.
  /// - Parameter language: A language tag; upper and lower case are the same.
  /// - Returns: At most one for each utterance: the first that the file gives. None if the file
  ///   holds no translation into this language.
  public func translations(into language: String) -> [Translation] {
    translations.filter { Translation.isSame($0.language, language) }
  }

  /// The translations of the file, in the order of their utterances.
  ///
  /// They are read from the layers of type `translation`: a span for each utterance, its text the
  /// translation, `xml:lang` the language and `subtype` the status (of the span, else of its
  /// group), `resp` the translator, whose statement of responsibility gives name and date. Spans
  /// that translate parts of one utterance are joined in the order of the parts; a part has the
  /// lowest status of them all. Spans without text, or that lead to no utterance, are left out.
  public var translations: [Translation] { TranslationReader.read(self).translations }
}
