/// The words and phrases by which ``CueReader`` recognises what a contribution does.
///
/// A lexicon belongs to one language and is a list of entries, each with a stable rule identifier,
/// a class and a pattern. Samtale carries lexicons for English and the Scandinavian languages; a
/// project may add its own words or take entries away:
///
/// ```swift
/// var lexicon = Lexicon(language: "nb-NO")!
/// try lexicon.add(Lexicon(tsv: "my.minimal.ittj\tminimal\titj sant\n", named: "mine.tsv"))
/// let reading = CueReader(lexicon).read("Itj sant.")
/// print(reading!.form)  // minimal
/// ```
///
/// The English lists were tried on the AMI meetings. The Norwegian, Danish and Swedish ones are
/// drafts that nobody has measured: corrections are welcome.
public struct Lexicon: Sendable {
  /// What an entry is for.
  public enum Class: String, Sendable, CaseIterable {
    /// Acknowledgements and short answers: tokens and whole phrases.
    case minimal
    /// Hesitation, and connecting words that do nothing when they stand alone.
    case filler
    /// Short evaluations: words, and frames around them.
    case assessment
    /// Forms of questions that need no question mark.
    case question
    /// What looks like a question but is none; guards against ``question``.
    case notQuestion = "notquestion"
    /// Words at the opening of a topic, of the agenda.
    case opening
    /// Bids to close a topic or the meeting.
    case closing
    /// Putting off to later.
    case deferral
    /// Declining responsibility or knowledge.
    case disclaimer
    /// Words that begin an agreeing contribution.
    case assent
    /// Function words: they do not link topics.
    case stop
    /// Function words that cannot end a sentence: where one does, the speaker broke off.
    case dangling
    /// A named list of words for use in other patterns.
    case list
    /// Removes the entry of this identifier.
    case none
  }

  /// One line of a lexicon.
  public struct Entry: Hashable, Sendable {
    /// The stable identifier, such as `nb.question.tag.ikke-sant`.
    public var id: String
    public var kind: Class
    /// The pattern as written.
    public var pattern: String
    public var note: String
    /// The pattern read.
    var parsed: CuePattern
  }

  /// The language of the lists (`en`, `nb`, `nn`, `da`, `sv`); decides how words are stemmed.
  public private(set) var language: String
  /// The entries in the order of the file, added ones last.
  public private(set) var entries: [Entry]

  /// The languages for which Samtale has lists.
  public static var languages: [String] { LexiconData.files.map(\.language) }

  /// The lists of a language.
  /// - Parameter language: A language tag (BCP 47). Region and script are ignored: `en-GB` is
  ///   `en`. Norwegian without further statement (`no`) is read as Bokmål.
  public init?(language: String) {
    let primary = String(language.lowercased().prefix { $0 != "-" && $0 != "_" })
    let code = primary == "no" ? "nb" : primary
    guard let file = LexiconData.files.first(where: { $0.language == code }),
      let lexicon = try? Lexicon(tsv: file.tsv, named: "\(code).tsv")
    else { return nil }
    self = lexicon
    self.language = code
  }

  /// Lists in the format of Samtale's own files: a line for each entry, with identifier, class,
  /// pattern and an optional note between tabs. Empty lines and lines that begin with `#` say
  /// nothing. The pattern language is described with ``CueReader``.
  /// - Parameters:
  ///   - tsv: The content of the file.
  ///   - name: The name by which errors speak of it.
  /// - Throws: ``LexiconError`` at the first line that cannot be understood.
  public init(tsv: String, named name: String) throws(LexiconError) {
    entries = try LexiconFile.entries(tsv, named: name)
    let prefix = entries.first.map { $0.id.prefix { $0 != "." } } ?? ""
    language = Self.languages.contains(String(prefix)) ? String(prefix) : ""
  }

  /// Takes over the entries of another lexicon.
  ///
  /// An entry replaces the one with the same identifier in its place, a new one is added at the
  /// end, and one of class `none` removes. The language stays.
  public mutating func add(_ other: Lexicon) {
    for entry in other.entries {
      let place = entries.firstIndex { $0.id == entry.id }
      switch (place, entry.kind) {
      case (let place?, .none): entries.remove(at: place)
      case (let place?, _): entries[place] = entry
      case (nil, .none): break
      case (nil, _): entries.append(entry)
      }
    }
    if language.isEmpty { language = other.language }
  }

  /// Names of lists that patterns refer to (`@name`) and that no entry defines, in order of
  /// appearance. Such a reference matches nothing.
  public var missingLists: [String] {
    var missing: [String] = []
    for name in entries.flatMap(\.parsed.listNames) where words(ofList: name).isEmpty {
      if !missing.contains(name) { missing.append(name) }
    }
    return missing
  }

  /// The words and phrases of a named list: of all entries whose identifier holds `.list.` and
  /// the name, so that a project can extend a list by an entry of its own.
  func words(ofList name: String) -> [CuePattern.Phrase] {
    entries.filter { $0.kind == .list && Self.listName($0.id).map(String.init) == name }
      .flatMap(\.parsed.phrases)
  }

  private static func listName(_ id: String) -> Substring? {
    let parts = id.split(separator: ".")
    guard let place = parts.firstIndex(where: { $0 == "list" }), place + 1 < parts.count else {
      return nil
    }
    return parts[place + 1]
  }
}
