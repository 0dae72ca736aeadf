import Samtale
import SamtaleArchive

/// Reads a REFI-QDA project (QDPX): its texts become transcripts, and what was done with them a
/// reading that a study can take over.
struct QDAImport {
  let file: String
  let options: ImportOptions
  let project: QDAProject
  /// `nil` for a codebook.
  let container: QDAContainer?
  var findings: Findings
  var reading = StudyTEI.Reading()
  var texts: [Text] = []
  var dialect = QDADialect.standard
  /// The texts in which selections lie, and where; of several with one GUID the first.
  var places: [Identifier: Selected] = [:]
  /// Indices in the codebook by the identifiers of codes.
  var codes: [Identifier: Int] = [:]
  /// Code groups of the codebook by the identifiers of folders and sets.
  var groups: [Identifier: Int] = [:]
  /// Subgroups of the codebook by the identifiers of sets.
  var parts: [Identifier: CodebookPlace] = [:]
  /// The code groups and subgroups for which codes stand, by the identifiers of the codes.
  let homes: [Identifier: Identifier]
  /// Where these code groups and subgroups are in the codebook, by the identifiers of the codes.
  var homePlaces: [Identifier: CodebookPlace] = [:]
  /// Notes that say more of meaning units, with their words.
  var unitNotes: [Identifier: String] = [:]
  var people: [Identifier: Int] = [:]
  /// What notes are attached to.
  var attachments: [Identifier: [Attachment]] = [:]
  /// Which participants of which texts a case stands for.
  var speakers: [Identifier: [Int: Int]] = [:]
  /// Identifiers that objects have; no two have the same.
  private var claimed: Swift.Set<Identifier> = []
  /// Objects of the project by their identifiers.
  let cases: [Identifier: QDAProject.Case]
  let notes: [Identifier: QDAProject.Source]
  let sourceNames: [Identifier: String]
  let codeNames: [Identifier: String]
  /// Whether Samtale wrote the project, be it that another program has written it since.
  let holdsOurs: Bool
  /// Texts by the identifiers of their sources.
  var textsBySource: [Identifier: Int] = [:]
  /// Indices of the cases that name a source, by its identifier.
  let casesBySource: [Identifier: [Int]]
  /// The texts in which codings lie.
  var codingTexts: [Identifier: Int] = [:]
  var report: ImportSummary
  var progress: ImportProgress

  /// A source with its text and what came of it.
  struct Text {
    var source: QDAProject.Source
    var text: QDAText
    var transcript: Transcript?
    var map: QDATextMap?
    /// Times of lines, by their numbers, in milliseconds.
    var times: [Int: (start: Int?, end: Int?)] = [:]
    /// Times inside lines, by their numbers.
    var points: [Int: [PointInside]] = [:]
    /// Whether the times inside lines are in the transcript.
    var keepsPoints = false
    /// Whether Samtale wrote the points in time: each edge of a line has its own.
    var isExact = false
    /// Where its selections lie, in their order.
    var selected: [Selected] = []
    /// Index in the documents of the reading.
    var document: Int?
  }

  /// A point in time inside a line.
  struct PointInside {
    /// Scalars from the beginning of the line.
    var offset: Int
    var milliseconds: Int
  }

  /// Where a selection lies.
  struct Selected {
    var text: Int
    var range: Range<Int>
    /// `nil` is the whole source.
    var place: StudyTEI.ReadPlace
  }

  /// What a note is attached to.
  struct Attachment {
    var target: StudyTEI.ReadTarget?
    var place: StudyTEI.ReadPlace?
    /// The text in which it lies.
    var text: Int?
    /// What it is, in words.
    var name: String
  }

  private init(
    _ project: QDAProject, _ container: QDAContainer?, _ file: String, _ options: ImportOptions,
    _ findings: Findings
  ) {
    self.project = project
    self.container = container
    self.file = file
    self.options = options
    self.findings = findings
    progress = ImportProgress(options.progress)
    progress.begin(0.2, of: 1)
    report = ImportSummary(file: file, format: .qdaProject, encoding: .utf8)
    cases = Dictionary(project.cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    casesBySource = Dictionary(
      project.cases.enumerated().flatMap { i, item in
        Swift.Set(item.sources).map { ($0, [i]) }
      }, uniquingKeysWith: +)
    notes = Dictionary(project.notes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    homes = QDAHome.objects(in: project)
    holdsOurs =
      project.isOurs || !homes.isEmpty || project.cases.contains(where: QDACaseName.isDerived)
      || project.notes.contains { QDANoteKind($0) != nil }
      || project.sets.contains(where: QDASetName.isTheme)
    sourceNames = Dictionary(
      project.sources.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    codeNames = Dictionary(
      project.codes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// A codebook without sources.
  init(codebook: QDAProject, _ file: String, _ options: ImportOptions, _ findings: Findings) {
    self.init(codebook, nil, file, options, findings)
  }

  /// The codes and sets of a codebook.
  mutating func codebookResult(_ report: ImportSummary) -> ImportResult {
    readCodes()
    readSets()
    readHomes()
    return ImportResult(
      transcripts: [], study: reading,
      diagnostics: findings.diagnostics(strict: options.isStrict), report: report)
  }

  /// Reads the archive of a project.
  static func read(_ bytes: [UInt8], named file: String, _ options: ImportOptions) -> ImportResult {
    var findings = Findings(file: file)
    do {
      // The XML by itself, as the standard prints its examples, has no texts beside it.
      let isArchive = bytes.starts(with: [0x50, 0x4B])
      let container = isArchive ? try QDAContainer(bytes) : nil
      guard let xml = isArchive ? try container?.project() : bytes else {
        findings.report(
          .error, .malformed, line: nil, "the archive holds no project (project.qde)",
          do: "export the project again from the program where it was made")
        return failed(findings, file, options)
      }
      var progress = ImportProgress(options.progress)
      progress.begin(0.2, of: xml.count)
      let tree = QDATree(xml, named: file, progress)
      for problem in tree.problems {
        findings.report(
          problem.severity, problem.code, line: problem.line, problem.what, do: problem.remedy)
      }
      guard let root = tree.root, root.name == "Project",
        root.children.contains(where: { ["Users", "CodeBook", "Sources"].contains($0.name) })
      else {
        findings.report(
          .error, .malformed, line: nil, "project.qde holds no REFI-QDA project",
          do: "export the project again from the program where it was made")
        return failed(findings, file, options)
      }
      var work = QDAImport(QDAProject(root), container, file, options, findings)
      return work.run(SourceText(xml).count)
    } catch {
      findings.report(.error, .unreadable, line: nil, error.what, do: error.remedy)
      return failed(findings, file, options)
    }
  }

  private static func failed(_ findings: Findings, _ file: String, _ options: ImportOptions)
    -> ImportResult
  {
    ImportResult(
      transcripts: [], diagnostics: findings.diagnostics(strict: options.isStrict),
      report: ImportSummary(file: file, format: .qdaProject, encoding: .utf8))
  }

  private mutating func run(_ characters: Int) -> ImportResult {
    loadTexts()
    findDialect()
    readTimes()
    let declared = assemble(attributes: [:])
    reportPoints()
    matchCases()
    let attributes = attributesOfPeople()
    let diagnostics = attributes.isEmpty ? declared : assemble(attributes: attributes)
    placeSelections()
    readUsers()
    readCodes()
    readSets()
    readHomes()
    readCodings()
    readCases()
    readNotes()
    reportRest()
    report.accounting.read += characters
    report.accounting[.markup] += characters
    return result(diagnostics)
  }

  private func result(_ diagnostics: [Diagnostic]) -> ImportResult {
    let transcripts = texts.compactMap(\.transcript)
    var report = report
    var speakers = Swift.Set(report.speakers)
    for transcript in transcripts {
      report.accounting = report.accounting + transcript.accounting
      report.utterances += transcript.utterances.count
      report.turns += transcript.turns().count
      report.utterancesWithoutSpeaker += transcript.utterances.count { $0.speakers.isEmpty }
      for label in transcript.participants.compactMap(\.label)
      where speakers.insert(label).inserted {
        report.speakers.append(label)
      }
    }
    report.guesses = findings.guesses + report.guesses
    return ImportResult(
      transcripts: transcripts, study: reading,
      diagnostics: findings.diagnostics(strict: options.isStrict) + diagnostics, report: report)
  }

  /// An identifier that no other object has: the GUID, unless it was used before.
  mutating func claim(_ id: Identifier, _ context: [String]) -> Identifier {
    if claimed.insert(id).inserted { return id }
    var derived = Identifier(deriving: ["REFI-QDA", id.description] + context)
    while !claimed.insert(derived).inserted {
      derived = Identifier(deriving: ["REFI-QDA", derived.description])
    }
    return derived
  }

  mutating func lost(_ count: Int, _ what: String, do remedy: String) {
    guard count > 0 else { return }
    findings.report(.warning, .notImported, line: nil, "\(count) × \(what)", do: remedy)
  }
}
