import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "What “several social workers” rests on: n of N, where, and who is not covered.",
    discussion: """
      Examples:
        samtale claim add "Several social workers asked about money" --role SW \\
          --evidence team1-m1:u12 --evidence team4-m2:u3-u5
        samtale claim list
      """,
    subcommands: [ClaimAdd.self, ClaimEvidenceCommand.self, ClaimRemove.self, ClaimList.self])
}

/// Places as they are given on the command line.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A place that shows it, as transcript:turn (team1-m1:u12, team4-m2:u3-u5); may be repeated.",
      valueName: "place"))
  var evidence: [String] = []

  func anchors(_ desk: Desk) throws -> [Anchor] {
    try evidence.map { text in
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ProjectError(
          .unknown, "“\(text)” is no place", do: "write transcript:turn, such as team1-m1:u12")
      }
      let id = try desk.finder.find(StudyTranscript.self, parts[0]).id
      return try desk.project.transcript(id).anchor(turns: parts[1])
    }
  }
}

struct ClaimAdd: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Note a claim about how many, with the places that show it.")

  @Argument(help: "The claim as your text has it.") var text: String
  @Option(help: "What is counted: person, team or meeting.") var unit: Claim.Unit = .person
  @Option(help: "The role it is about; without it everybody.") var role: String?
  @Option(help: "The word for how many, such as several.") var quantifier: String?
  @Option(help: "The theme, or code group, in whose text it stands.") var theme: String?
  @OptionGroup var places: EvidenceOptions
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let actor = try desk.actor()
    let home = try theme.map { try ExcerptFacts.home($0, desk) }
    let anchors = try places.anchors(desk)
    let corpus = try desk.project.corpus()
    let roles = Set(corpus.inOrder.flatMap { $0.transcript.participants.flatMap(\.roles) })
    if let role, !roles.contains(role) {
      throw ProjectError(
        .unknown, "nobody has the role \(role)",
        do: "name one of \(roles.sorted().joined(separator: ", "))")
    }
    let id = try desk.perform { editor in
      var claim = Claim(id: editor.newIdentifier(), text: text, unit: unit, by: actor)
      claim.role = role
      claim.quantifier = quantifier
      claim.theme = home
      claim.evidence = anchors
      try editor.create(claim, reason: common.author.reason)
      return claim.id
    }
    common.reply.say("noted", .claim, id, text)
    guard let claim = try desk.project.all(Claim.self).first(where: { $0.id == id }) else { return }
    let evidence = ClaimEvidence(claim, in: corpus)
    Terminal.printError("\(evidence.count) of \(evidence.total) are covered")
    for remark in evidence.advice + evidence.unusable {
      Terminal.printError("look again: \(remark)")
    }
  }
}

extension Claim.Unit: ExpressibleByArgument {}
extension Claim: Named { var called: String { text } }

struct ClaimEvidenceCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Add places that show a claim, or take some away.",
    discussion: """
      Example:
        samtale claim evidence "Several social workers" --evidence team6-m1:u20
      """)

  @Argument(help: "The claim, by its first words or digits.") var claim: String
  @OptionGroup var places: EvidenceOptions
  @Flag(help: "Take the places away instead.") var out = false
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Claim.self, claim)
    let anchors = try places.anchors(desk)
    try desk.perform { editor in
      try editor.change(Claim.self, found.id, reason: common.author.reason) { claim in
        let others = claim.evidence.filter { old in !anchors.contains { $0.isSamePlace(as: old) } }
        claim.evidence = out ? others : others + anchors
      }
    }
    common.reply.say("changed", .claim, found.id, found.text)
  }
}

extension Anchor {
  /// Whether it names the same turns of the same version.
  fileprivate func isSamePlace(as other: Anchor) -> Bool {
    transcript == other.transcript && version == other.version && segments == other.segments
  }
}

struct ClaimRemove: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a claim away; the history keeps it.")

  @Argument(help: "The claim, by its first words or digits.") var claim: String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Claim.self, claim)
    try desk.perform { editor in
      try editor.remove(Claim.self, found.id, reason: common.author.reason)
    }
    common.reply.say("removed", .claim, found.id, found.text)
  }
}

struct ClaimList: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The claims with n of N, the places, and who is not covered.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let corpus = try file.open().corpus()
    let claims = corpus.study.all(Claim.self).map { ClaimEvidence($0, in: corpus) }
    try list.write([.claims(claims)])
  }
}
