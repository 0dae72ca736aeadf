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
      occurs at least so often: bands of ages grow, then facts are dropped. Counted are all \
      transcripts and projects that are given together, in a project every earlier version and every \
      fact that researchers added; the former values are nowhere in the new files. Notes on people \
      and what is said of them in the talk are not counted.

      Who is in which team often tells more than all facts: where a team has one social worker, team \
      and role name a person. It is said how many people that leaves in groups smaller than --k. \
      --teams count makes other facts coarser for it; where that cannot suffice, it is said why.

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

  @OptionGroup var people: PeopleOptions

  @Flag(help: "Leave private memos of a project out.") var withoutPrivate = false

  @Flag(help: "Replace files that are there.") var force = false

  func run() throws {
    try keepApart([key.key], "the key")
    let key = try decided()
    let sources = ExportSources(input)
    guard !sources.transcripts.isEmpty || !sources.studies.isEmpty else { throw ExitCode(2) }
    try keepApart(sources.files, "the original")
    var outcome = PseudonymOutcome(
      key: key, output: output, force: force, dates: dates.generalisation ?? .none)
    try spoken {
      let rewriting = try lessTelling(sources, &outcome)
      try Files.makeFolder(output)
      try outcome.write(
        sources.transcripts.map { rewriting?.transcript($0) ?? $0 }, inputs: sources.files)
      for path in sources.studies.map(\.path) {
        try outcome.write(project: path, includesPrivate: !withoutPrivate, people: rewriting)
      }
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

  /// What becomes of facts about people, counted over all transcripts and projects together.
  private func lessTelling(_ sources: ExportSources, _ outcome: inout PseudonymOutcome) throws
    -> PeopleRewriting?
  {
    guard people.isAsked else { return nil }
    var everybody = KAnonymity.people(of: sources.transcripts)
    for path in sources.studies.map(\.path) {
      let said = try Project.open(path).everythingOnPeople()
      everybody += KAnonymity.people(of: said.transcripts, facts: said.facts)
    }
    try spoken { try people.checkKept(everybody) }
    let found = people.rewriting(of: everybody)
    for line in found.lines { Terminal.printError(line) }
    outcome.isPartial = outcome.isPartial || !found.isReached
    return found.rewriting
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
  private let plain: Pseudonymiser
  /// Identifiers with a name inside a longer word.
  private var doubtful: Set<String> = []

  init(key: PseudonymKey, output: String, force: Bool, dates: DateGeneralisation) {
    self.key = key
    self.output = output
    self.force = force
    self.dates = dates
    search = LeftoverSearch(PseudonymAudit(key: key))
    plain = Pseudonymiser(key: key)
  }

  /// What the key replaces in texts of a language.
  private func rewriting(_ language: String?) -> @Sendable (String) -> [TextRewrite] {
    let pseudonymiser = Pseudonymiser(key: key, language: language ?? "en", dates: dates)
    return { pseudonymiser.rewrites(in: $0) }
  }

  /// What the key replaces in identifiers and names of files, in any language.
  private func renaming() -> @Sendable (String) -> [TextRewrite] {
    { [plain] in plain.rewrites(inIdentifier: $0) }
  }

  /// Notes identifiers that may still hold a name.
  private mutating func look(atIdentifiersOf transcript: Transcript) {
    doubtful.formUnion(transcript.renamableIdentifiers.filter(plain.mayHideName))
  }

  mutating func write(_ transcripts: [Transcript], inputs: [String]) throws {
    var names = FileNames()
    // Those of one language together, so that the same identifiers become the same.
    for (language, group) in Dictionary(grouping: transcripts, by: { $0.language ?? "en" })
      .sorted(by: { $0.key < $1.key })
    {
      for result in Transcript.rewriting(group, names: renaming(), rewriting(language)) {
        let path = "\(output)/\(names.next(for: result.transcript.id)).xml"
        try refuseToOverwrite(path, inputs)
        try TEI.write(result.transcript, to: path)
        counts = counts + result.counts
        look(atIdentifiersOf: result.transcript)
        search.look(at: path)
      }
    }
  }

  mutating func write(project path: String, includesPrivate: Bool, people: PeopleRewriting?) throws
  {
    let project = try Project.open(path)
    let language = try project.study().profile?.language
    let name = plain.rewrittenName(Files.stem(path))
    let target = "\(output)/\(name).samtale"
    try refuseToOverwrite(target, [path])
    if force { Files.remove(target) }
    let report = try project.rewritten(
      to: target, includesPrivate: includesPrivate, people: people, names: renaming(),
      rewriting(language))
    counts = counts + report.counts
    Terminal.printError(
      "\(target): \(report.anchors) coded places, of which \(report.widened) grew with a "
        + "replacement; \(report.lost) codings on earlier versions are no longer found")
    if report.changedFacts + report.droppedFacts > 0 {
      Terminal.printError(
        "facts that researchers added: \(report.changedFacts) made coarser, "
          + "\(report.droppedFacts) left out with what was noted about them")
    }
    isPartial = isPartial || report.lost > 0
    for transcript in try Project.open(target).everythingOnPeople().transcripts {
      look(atIdentifiersOf: transcript)
    }
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
    if let advice = search.advice { Terminal.printError(advice) }
    if counts.keptIdentifiers > 0 {
      Terminal.printError(
        "samtale: the identifiers of \(counts.keptIdentifiers) utterances hold something to be "
          + "replaced and were kept, since all points to them")
      isPartial = true
    }
    if !doubtful.isEmpty {
      let some = doubtful.sorted().prefix(5).map { "“\($0)”" }.joined(separator: ", ")
      Terminal.printError(
        "samtale: identifiers that may hold a name inside a longer word and were kept: \(doubtful.count), "
          + "\(some)\(doubtful.count > 5 ? " …" : ""). Where one does, give the whole word a row in "
          + "the key, and apply it again")
      isPartial = true
    }
    guard !quiet else { return }
    Terminal.printError(
      "\(counts.total) places replaced; \(search.files) files searched for leftovers, "
        + "\(search.tally). Read what you share: no search finds everything.")
  }
}
