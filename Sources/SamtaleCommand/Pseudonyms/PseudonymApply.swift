import ArgumentParser
import Samtale
import SamtaleFormats
import SamtaleProject

struct PseudonymApply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Write transcripts or projects with everything in the key replaced.",
    discussion: """
      Transcripts become TEI files, a project becomes a new project with its whole history; what \
      is coded stays on its words. Dates of meetings and other dates that stand by themselves become \
      months (--dates); clock times of utterances are left out with them. Dates within the talk, \
      names of files included, become what the key says. Afterwards the result is searched for \
      leftovers, as by the command audit.

      With --k, facts about people are made coarser until every combination of them that occurs, \
      occurs at least so often: bands of ages grow, then facts are dropped. Notes on people, the \
      teams they belong to and what is said of them in the talk are not counted.

      Exit status: 0 done; 1 done, but something was found that is or may be left over, or \
      something was not reached; 2 not done.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var key: KeyOptions

  @Option(
    name: .shortAndLong, help: "The folder to write to; made if it does not exist.",
    completion: .directory)
  var output: String

  enum Undecided: String, ExpressibleByArgument, CaseIterable { case refuse, keep, replace }

  @Option(help: "What to do with forms that nobody has decided about.")
  var undecided: Undecided = .refuse

  @Option(help: "What dates that stand by themselves become: month, year, or as they are (keep).")
  var dates: PseudonymPropose.Dates = .month

  @Option(
    help: ArgumentHelp("Put ages of participants into bands of so many years.", valueName: "years"))
  var ages: Int?

  @Option(
    name: .customLong("k"),
    help: "Make facts about people coarser until each combination occurs at least so often.")
  var least: Int?

  @Option(
    help: "Facts about people that --k must not drop, separated by commas (default: role).",
    transform: { $0.split(separator: ",").map { String($0.drop { $0 == " " }) } })
  var keep: [String]?

  @Flag(help: "Leave private memos of a project out.") var withoutPrivate = false

  @Flag(help: "Replace files that are there.") var force = false

  func validate() throws {
    guard least ?? 2 >= 2 else { throw ValidationError("--k must be at least 2.") }
    guard keep == nil || least != nil else { throw ValidationError("--keep goes with --k.") }
    guard (1...50).contains(ages ?? 1) else { throw ValidationError("--ages must be 1 to 50.") }
  }

  func run() throws {
    try keepApart([key.key], "the key")
    let key = try decided()
    let sources = ExportSources(input)
    guard !sources.transcripts.isEmpty || !sources.studies.isEmpty else { throw ExitCode(2) }
    try keepApart(sources.files, "the original")
    try checkKept(sources.transcripts)
    var outcome = PseudonymOutcome(
      key: key, output: output, force: force, dates: dates.generalisation ?? .none)
    try spoken {
      try Files.makeFolder(output)
      try outcome.write(anonymous(sources.transcripts, &outcome), inputs: sources.files)
      for path in sources.studies.map(\.path) {
        try outcome.write(project: path, includesPrivate: !withoutPrivate)
      }
    }
    if !sources.studies.isEmpty, least != nil || ages != nil {
      Terminal.printError(
        "samtale: --k and --ages do not reach into projects; export their transcripts and use "
          + "them there")
      outcome.isPartial = true
    }
    outcome.report(quiet: input.reading.quiet)
    if outcome.isPartial || sources.exitCode != .success { throw ExitCode(1) }
  }

  /// What must not be shared may not lie in the folder that is.
  private func keepApart(_ files: [String], _ what: String) throws {
    guard let file = files.first(where: { Files.lies($0, in: output) }) else { return }
    try spoken {
      throw ProjectError(
        .exists, "\(what) \(file) lies in \(output), the folder to be shared",
        do: "name another folder with --output")
    }
  }

  /// Nothing is kept by a name that no fact has.
  private func checkKept(_ transcripts: [Transcript]) throws {
    guard let keep, !transcripts.isEmpty else { return }
    let known = KAnonymity.attributes(of: transcripts.flatMap(\.participants))
    guard let unknown = keep.first(where: { !known.contains($0) }) else { return }
    let names = known.isEmpty ? "nothing is known of these people" : known.joined(separator: ", ")
    try spoken {
      throw ProjectError(
        .unknown, "--keep: these people have no fact “\(unknown)”", do: "choose from: \(names)")
    }
  }

  private func decided() throws -> PseudonymKey {
    let key = try key.read()
    let open = key.undecided
    guard !open.isEmpty else { return key }
    switch undecided {
    case .keep: return key.deciding(.keep)
    case .replace: return key.deciding(.replace)
    case .refuse:
      let names = open.prefix(5).map { "“\($0.text)”" }.joined(separator: ", ")
      let more = open.count > 5 ? " and \(open.count - 5) more" : ""
      Terminal.printError(
        "samtale: nobody has decided about \(names)\(more) — write replace or keep into the column "
          + "decision of the key, or use --undecided")
      throw ExitCode(2)
    }
  }

  /// The transcripts with facts about people made coarser, if that is wanted.
  private func anonymous(_ transcripts: [Transcript], _ outcome: inout PseudonymOutcome)
    -> [Transcript]
  {
    var transcripts = transcripts
    if let ages {
      transcripts = transcripts.map {
        $0.amendingParticipants { $0.generalised(ages: AgeBands(width: ages), dates: .none) }
      }
    }
    guard let least, !transcripts.isEmpty else { return transcripts }
    let people = transcripts.flatMap(\.participants)
    let found = KAnonymity(
      rows: KAnonymity.rows(of: people), attributes: KAnonymity.attributes(of: people),
      keeping: Set(keep ?? ["role"]), k: least
    ).outcome()
    for line in found.summary { Terminal.printError(line) }
    for line in uncounted(people, found) { Terminal.printError(line) }
    outcome.isPartial = outcome.isPartial || !found.isReached
    return transcripts.map { $0.amendingParticipants { found.applied(to: $0) } }
  }

  /// What tells people apart beside the facts that were counted.
  private func uncounted(_ people: [Participant], _ found: KAnonymity.Outcome) -> [String] {
    var left: [String] = []
    let notes = people.flatMap(\.attributes).count { $0.kind == .note }
    if notes > 0 { left.append("\(notes) notes on people") }
    let dates = people.flatMap(\.memberships).count { ($0.from ?? $0.to ?? $0.when) != nil }
    if dates > 0 { left.append("\(dates) dates of joining or leaving a team") }
    if people.contains(where: { !$0.memberships.isEmpty }) { left.append("who is in which team") }
    if found.dropped.contains("role") {
      left.append("labels and identifiers of people, which often say a role")
    }
    return left.isEmpty
      ? [] : ["not counted, and still in the files: " + left.joined(separator: "; ")]
  }
}

/// Writes what is pseudonymised, and looks for what is left.
struct PseudonymOutcome {
  /// Whether something is left over, or a wish was not fulfilled.
  var isPartial = false
  private let key: PseudonymKey
  private let output: String
  private let force: Bool
  private let dates: DateGeneralisation
  private var counts = RewriteCounts()
  private var search: LeftoverSearch

  init(key: PseudonymKey, output: String, force: Bool, dates: DateGeneralisation) {
    self.key = key
    self.output = output
    self.force = force
    self.dates = dates
    search = LeftoverSearch(PseudonymAudit(key: key))
  }

  /// What the key replaces in texts of a language.
  private func rewriting(_ language: String?) -> @Sendable (String) -> [TextRewrite] {
    let pseudonymiser = Pseudonymiser(key: key, language: language ?? "en", dates: dates)
    return { pseudonymiser.rewrites(in: $0) }
  }

  mutating func write(_ transcripts: [Transcript], inputs: [String]) throws {
    var names = FileNames()
    // Those of one language together, so that the same identifiers become the same.
    for (language, group) in Dictionary(grouping: transcripts, by: { $0.language ?? "en" })
      .sorted(by: { $0.key < $1.key })
    {
      for result in Transcript.rewriting(group, rewriting(language)) {
        let path = "\(output)/\(names.next(for: result.transcript.id)).xml"
        try refuseToOverwrite(path, inputs)
        try Files.write(TEI.write(result.transcript).bytes, to: path)
        counts = counts + result.counts
        search.look(at: path)
      }
    }
  }

  mutating func write(project path: String, includesPrivate: Bool) throws {
    let project = try Project.open(path)
    let language = try project.study().profile?.language
    let name = Pseudonymiser(key: key).rewrittenName(Files.stem(path))
    let target = "\(output)/\(name).samtale"
    try refuseToOverwrite(target, [path])
    if force { Files.remove(target) }
    let report = try project.rewritten(
      to: target, includesPrivate: includesPrivate, rewriting(language))
    counts = counts + report.counts
    Terminal.printError(
      "\(target): \(report.anchors) coded places, of which \(report.widened) grew with a "
        + "replacement; \(report.lost) codings on earlier versions are no longer found")
    isPartial = isPartial || report.lost > 0
    search.look(at: target)
  }

  private mutating func refuseToOverwrite(_ path: String, _ inputs: [String]) throws {
    if inputs.contains(where: { Files.areSame($0, path) }) {
      throw ProjectError(
        .exists, "\(path) would be overwritten", do: "name another folder with --output")
    }
    guard force || Files.isFolder(path) == nil else {
      throw ProjectError(.exists, "\(path) is there already", do: "--force replaces it")
    }
  }

  mutating func report(quiet: Bool) {
    isPartial = isPartial || !search.gaps.isEmpty || !search.findings.isEmpty
    for finding in search.findings { Terminal.printError(finding.sentence) }
    for gap in search.gaps { Terminal.printError("samtale: \(gap)") }
    if counts.keptIdentifiers > 0 {
      Terminal.printError(
        "samtale: the identifiers of \(counts.keptIdentifiers) utterances hold something to be "
          + "replaced and were kept, since all points to them")
      isPartial = true
    }
    guard !quiet else { return }
    Terminal.printError(
      "\(counts.total) places replaced; \(search.files) files searched for leftovers, "
        + "\(search.tally). Read what you share: no search finds everything.")
  }
}
