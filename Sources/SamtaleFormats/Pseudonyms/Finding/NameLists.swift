/// The lists of names and words that come with Samtale, in small letters.
///
/// They help to propose identifiers and decide nothing: what is on no list is proposed too, if it is
/// written with a capital inside a sentence.
struct NameLists: Sendable {
  private(set) var given: Set<String> = []
  private(set) var surnames: Set<String> = []
  /// Places of one word.
  private(set) var places: Set<String> = []
  private(set) var countries: Set<String> = []
  /// Organisations of one word.
  private(set) var organisations: Set<String> = []
  /// Names of several words, as written, with their kind.
  private(set) var phrases: [(text: String, kind: IdentifierKind)] = []
  /// Words for people and things of a place: `trønder` of `trøndelag`.
  private(set) var derived: [String: String] = [:]
  /// Written with a capital, but nobody's name.
  private(set) var known: Set<String> = []
  private(set) var months: Set<String> = []
  private(set) var titles: Set<String> = []
  /// Ordinary words, among them those that are names too.
  private(set) var ordinary: Set<String> = []
  /// Names that may stand in for others, by language (`no`, `en`), as written.
  private(set) var standIns: [String: [String]] = [:]

  static let shared: NameLists = {
    var lists = NameLists()
    for file in NameListData.files { lists.read(file.tsv) }
    return lists
  }()

  /// The primary language subtag; `no` is bokmål.
  static func base(of language: String) -> String {
    let tag = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    return tag == "no" ? "nb" : String(tag)
  }

  /// The rows of a list: word, kind, language and perhaps another column.
  static func rows(_ tsv: String) -> [[String]] {
    tsv.split(whereSeparator: \.isNewline)
      .filter { $0.first != "#" && !$0.hasPrefix("word\t") && !$0.allSatisfy(\.isWhitespace) }
      .map { $0.split(separator: "\t").map { String($0).trimmed } }
  }

  /// Whether a word, in small letters, is written with a capital without being a name.
  func isKnownWord(_ word: String) -> Bool { known.contains(word) && !given.contains(word) }

  /// Whether a word may be a name and something else too.
  func isAmbiguous(_ word: String) -> Bool { ordinary.contains(word) || known.contains(word) }

  private mutating func read(_ tsv: String) {
    for row in Self.rows(tsv) where row.count >= 3 {
      add(row[0], kind: row[1], language: row[2], base: row.count > 3 ? row[3] : nil)
    }
  }

  private mutating func add(_ word: String, kind: String, language: String, base: String?) {
    let lower = word.lowercased()
    let isPhrase = word.contains { " -.&'".contains($0) }
    switch kind {
    case "given": given.insert(lower)
    case "surname": surnames.insert(lower)
    case "place":
      if isPhrase { phrases.append((word, .place)) } else { places.insert(lower) }
    case "organisation":
      if isPhrase { phrases.append((word, .organisation)) } else { organisations.insert(lower) }
    case "country": countries.insert(lower)
    case "derived": derived[lower] = base?.lowercased()
    case "ordinary": ordinary.insert(lower)
    case "standin": standIns[language, default: []].append(word)
    default:
      known.insert(lower)
      if kind == "month" { months.insert(lower) }
      if kind == "title" { titles.insert(lower) }
    }
  }
}
