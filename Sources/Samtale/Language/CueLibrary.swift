import Synchronization

/// Readers of cues for the languages of a corpus, made once each.
public final class CueLibrary: Sendable {
  private let forced: String?
  private let additions: [Lexicon]
  private let readers = Mutex<[String: CueReader]>([:])

  /// The language whose lexicon serves transcripts of a language that has none, or none stated.
  public static let fallback = "en"

  /// - Parameters:
  ///   - language: A language for all transcripts (BCP 47); `nil` takes that of each transcript.
  ///   - additions: Lexicons of the user, which go before the built-in ones.
  public init(language: String? = nil, additions: [Lexicon] = []) {
    forced = language
    self.additions = additions
  }

  /// The reader for a transcript.
  public func reader(for transcript: Transcript) -> CueReader {
    reader(language: forced ?? transcript.language ?? Self.fallback)
  }

  /// Whether a transcript is in a language with a lexicon of its own.
  public func knowsLanguage(of transcript: Transcript) -> Bool {
    guard let language = forced ?? transcript.language else { return false }
    return Lexicon(language: language) != nil
  }

  /// The reader for a language; for one without a lexicon, that of English.
  public func reader(language: String) -> CueReader {
    readers.withLock { known in
      if let reader = known[language] { return reader }
      let reader = make(language)
      known[language] = reader
      return reader
    }
  }

  private func make(_ language: String) -> CueReader {
    guard var lexicon = Lexicon(language: language) ?? Lexicon(language: Self.fallback) else {
      preconditionFailure("the English lexicon is part of the library")
    }
    for addition in additions { lexicon.add(addition) }
    return CueReader(lexicon)
  }
}
