import ArgumentParser
import Samtale
import SamtaleFormats
import SamtaleProject

struct PseudonymPropose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Look for what identifies people, and write or extend the key.",
    discussion: """
      A key that is there is extended: what you decided stays, counts and places are made anew. \
      Numbers that a pattern leaves in doubt, words that are names only sometimes, and derived \
      words (bergensk) have the decision ask: decide about them before you apply the key. A new key \
      can be read by you alone.

      Who recorded, transcribed or translated is proposed, too (header in the column found), and so \
      are the researchers of a project. Write keep where they are to be named.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp("The key to write or extend (CSV).", valueName: "file"), completion: .file())
  var key: String

  @Option(
    help: ArgumentHelp(
      """
      Terms that you know to be identifying: a CSV file with a term a row, and its kind in a second \
      column if you like (\(IdentifierKind.allCases.map(\.rawValue).joined(separator: ", "))).
      """, valueName: "file"),
    completion: .file())
  var terms: String?

  enum Style: String, ExpressibleByArgument, CaseIterable { case brackets, names }

  @Option(help: "What stands for people: [person 1] (brackets), or neutral first names (names).")
  var style: Style = .brackets

  enum Dates: String, ExpressibleByArgument, CaseIterable {
    case month, year, keep

    /// `nil`: they stay.
    var generalisation: DateGeneralisation? {
      switch self {
      case .month: .month
      case .year: .year
      case .keep: nil
      }
    }
  }

  @Option(help: "What dates in the talk become: month and year, the year, or as they are (keep).")
  var dates: Dates = .month

  @Option(help: "How many years a band of ages has in the talk.")
  var ages = 10

  @Flag(help: "Propose countries too.") var countries = false

  @OptionGroup var passphrase: PassphraseOptions

  func validate() throws {
    guard (1...50).contains(ages) else { throw ValidationError("--ages must be 1 to 50.") }
  }

  func run() throws {
    let texts = PseudonymTexts(input)
    guard !texts.isEmpty else { throw texts.exitCode }
    try spoken {
      let declared = try terms.map { try DeclaredTerm.read(Files.bytes($0), named: $0) } ?? []
      let old = try existing()
      let finder = IdentifierFinder(options: options(texts.languages.first ?? "en"))
      let proposal = finder.propose(
        for: texts.searched, people: texts.people, others: texts.others, terms: declared,
        extending: old)
      // A byte order mark, without which spreadsheets misread å.
      try Files.write([0xEF, 0xBB, 0xBF] + proposal.csv.bytes, to: key, isPrivate: true)
      say(proposal)
    }
    if texts.exitCode != .success { throw texts.exitCode }
  }

  private func existing() throws -> PseudonymKey {
    guard Files.isFolder(key) != nil else { return PseudonymKey() }
    let bytes = try Files.bytes(key)
    guard !KeyLock.isLocked(bytes) else {
      Terminal.printError(
        "samtale: \(key) is locked; unlock it first, so that you can go through it: "
          + "samtale pseudonymise unlock \(key)")
      throw ExitCode(2)
    }
    return try PseudonymKey(csv: bytes, named: key)
  }

  private func options(_ language: String) -> IdentifierFinder.Options {
    var options = IdentifierFinder.Options()
    if style == .names { options.style = .neutralNames(language: language) }
    if let dates = dates.generalisation {
      options.dates = dates
    } else {
      options.kinds.remove(.date)
    }
    options.ages = AgeBands(width: ages)
    options.proposesCountries = countries
    return options
  }

  private func say(_ proposal: PseudonymKey) {
    guard !input.reading.quiet else { return }
    let forms = proposal.entries.flatMap(\.forms)
    for kind in IdentifierKind.allCases {
      let entries = proposal.entries.filter { $0.kind == kind }
      guard !entries.isEmpty else { continue }
      let places = entries.flatMap(\.forms).compactMap(\.count).reduce(0, +)
      Terminal.printError("\(kind.rawValue): \(entries.count), in \(places) places")
    }
    input.printer.print(proposal.warnings(named: key))
    Terminal.printError(
      "\(forms.count) forms written to \(key), \(proposal.undecided.count) of them to be decided "
        + "(ask). These are suggestions: go through them, and read the talk.")
  }
}

/// All texts in which identifiers are looked for, with the people who take part.
struct PseudonymTexts {
  private(set) var searched: [SearchedText] = []
  private(set) var people: [Participant] = []
  /// People who take no part: researchers, those who recorded, transcribed, translated.
  private(set) var others: [String] = []
  private(set) var languages: [String] = []
  private(set) var exitCode = ExitCode.success

  var isEmpty: Bool { searched.isEmpty }

  init(_ input: InputOptions) {
    let sources = ExportSources(input)
    exitCode = sources.exitCode
    for transcript in sources.transcripts.sorted(by: { ($0.id, $0.file) < ($1.id, $1.file) }) {
      add(transcript)
    }
    for study in sources.studies { add(study.corpus) }
    if isEmpty, exitCode == .success { exitCode = ExitCode(2) }
  }

  private mutating func add(_ transcript: Transcript) {
    searched += SearchedText.all(of: transcript)
    people += transcript.participants
    others += SearchedText.others(in: transcript)
    if let language = transcript.language { languages.append(language) }
  }

  /// The transcripts of a project, and every text that researchers wrote.
  private mutating func add(_ corpus: StudyCorpus) {
    for version in corpus.inOrder { add(version.transcript) }
    let language = corpus.study.profile?.language ?? languages.first ?? "en"
    others += corpus.study.all(Researcher.self).map(\.name)
    others += corpus.study.all(StudyTranslation.self).compactMap(\.translator)
      .flatMap { SearchedText.names(in: $0) }
    for kind in ObjectKind.allCases {
      for (id, record) in corpus.study.objects(of: kind) {
        for (name, value) in record.fields.sorted(by: { $0.key < $1.key }) {
          for text in Self.texts(in: value)
          where text.contains(" ") || kind == .researcher || name == "translator" {
            searched.append(
              SearchedText(
                text, language: language, document: "\(kind.title) \(id.short)", part: name,
                isTalk: false))
          }
        }
      }
    }
  }

  private static func texts(in value: Value) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let values): values.flatMap { texts(in: $0) }
    case .object(let fields): fields.sorted { $0.key < $1.key }.flatMap { texts(in: $0.value) }
    case .null, .flag, .number: []
    }
  }
}
