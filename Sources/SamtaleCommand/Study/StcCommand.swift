import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct StcCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stc",
    abstract: "Systematic text condensation, step by step (Malterud 2012).",
    discussion: """
      1 total impression: read, preliminary. 2 meaning units: group, unit, move, copy. \
      3 condensation: subgroup, condense. 4 synthesis: text, check. You may go back at any time.

      Examples:
        samtale stc read team1-m1 team1-m2
        samtale stc preliminary "Waiting" "Who decides" "Small steps" "Money"
        samtale stc unit -t team1-m1 -u u12 --group "Waiting"
        samtale stc subgroup "Waiting alone" 5c1e8f70 --group "Waiting"
        samtale stc condense "Waiting alone" sentences.txt
        samtale stc check "Waiting" team1-m2 nuances --turns u30-u34
      """,
    subcommands: [
      StcRead.self, StcPreliminary.self, StcGroup.self, StcUnit.self, StcUnits.self,
      StcDescribe.self, StcMove.self, StcCopy.self, StcRemove.self, StcSubgroup.self,
      StcCondense.self, StcText.self, StcCheck.self, CondensationCommand.self,
      StcTexts.self,
    ])
}

struct StcRead: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Note that you have read transcripts from beginning to end (step 1).",
    discussion: """
      Example:
        samtale stc read team1-m1 team1-m2 --as Anna
      """)

  @Argument(help: "The transcripts.") var transcripts: [String]
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let actor = try desk.actor()
    let found = try transcripts.map { try desk.finder.find(StudyTranscript.self, $0) }
    let made = try desk.perform { editor in
      try found.map { transcript in
        let visit = Visit(id: editor.newIdentifier(), reader: actor, transcript: transcript.id)
        try editor.create(visit, .visit, reason: common.author.reason)
        return visit.id
      }
    }
    for (id, transcript) in zip(made, found) {
      common.reply.say("read", .visit, id, transcript.name)
    }
  }
}

struct StcPreliminary: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "preliminary",
    abstract:
      "State your preliminary themes after reading everything, or those agreed on (step 1).",
    discussion: """
      Each researcher states a list, usually four to eight; then you agree on one. Stating a list \
      again replaces it; the history keeps the earlier one. Without themes the lists are printed.

      Examples:
        samtale stc preliminary "Waiting" "Who decides" "Small steps" "Money"
        samtale stc preliminary --agreed --from Anna --from Bo Waiting Money
        samtale stc preliminary
      """)

  @Argument(help: "The preliminary themes.") var items: [String] = []
  @Flag(help: "The list that the researchers agreed on.") var agreed = false
  @Option(
    help: ArgumentHelp(
      "A list that the agreed one was made from: whose it is, or its digits; may be repeated.",
      valueName: "list"))
  var from: [String] = []
  @OptionGroup var common: CodeArguments

  func validate() throws {
    guard from.isEmpty || agreed else { throw ValidationError("--from goes with --agreed.") }
    guard !agreed || !items.isEmpty else { throw ValidationError("Name the agreed themes.") }
  }

  func work() throws {
    let desk = try common.desk()
    let lists = try desk.project.all(PreliminaryThemeList.self)
    guard !items.isEmpty else { return try show(lists, desk) }
    let owner = agreed ? nil : try desk.actor()
    let sources = try from.map { try source($0, lists, desk) }
    let known = lists.last { $0.researcher == owner }
    let id = try desk.perform { editor in
      var list =
        known
        ?? PreliminaryThemeList(id: editor.newIdentifier(), researcher: owner, items: items)
      list.items = items
      if !sources.isEmpty { list.from = sources }
      try editor.keep(list, isNew: known == nil, reason: common.author.reason)
      return list.id
    }
    common.reply.say(
      known == nil ? "stated" : "stated anew", .preliminaryThemes, id,
      items.joined(separator: "; "))
    warn()
  }

  private func warn() {
    let usual = PreliminaryThemeList.usualCount
    guard !usual.contains(items.count) else { return }
    Terminal.printError(
      "samtale: \(items.count) preliminary theme\(items.count == 1 ? "" : "s"); "
        + "\(usual.lowerBound) to \(usual.upperBound) are usual (Malterud 2012)")
  }

  /// A list by whose it is, or by its digits.
  private func source(
    _ name: String, _ lists: [PreliminaryThemeList], _ desk: Desk
  ) throws -> Identifier {
    let person: Researcher
    do {
      person = try desk.finder.find(Researcher.self, name)
    } catch let error as ProjectError where error.code == .unknown {
      return try desk.finder.digits(name)
    }
    guard let list = lists.last(where: { $0.researcher == person.id }) else {
      throw ProjectError(
        .unknown, "\(person.name) has not stated preliminary themes",
        do: "state them: samtale stc preliminary --as \"\(person.name)\"")
    }
    return list.id
  }

  private func show(_ lists: [PreliminaryThemeList], _ desk: Desk) throws {
    let people = try desk.project.all(Researcher.self)
    for list in lists {
      let owner = people.first { $0.id == list.researcher }?.name ?? "agreed"
      common.reply.say(
        ["id": Value(list.id), "by": .text(owner), "items": Value(texts: list.items)],
        "\(list.id.short)  \(owner): \(list.items.joined(separator: "; "))")
    }
  }
}

struct StcCheck: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold a category against a whole transcript: recontextualisation (step 4).",
    discussion: """
      Look for what challenges the category too. Checking the same transcript again replaces your \
      verdict; the history keeps the earlier one.

      Example:
        samtale stc check "Waiting" team1-m2 nuances --turns u30-u34,u51 \\
          --note "She waits by choice"
      """)

  @Argument(help: "The category: the code group that it was made from.") var group: String
  @Argument(help: "The transcript.") var transcript: String
  @Argument(help: "confirms, nuances, contradicts or notRelevant.")
  var verdict: ContextCheck.Verdict
  @Option(help: "The utterances that show it, with commas between them (u12,u30-u34).")
  var turns: String?
  @Option(help: "In what way.") var note: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let actor = try desk.actor()
    let category = try desk.finder.find(CodeGroup.self, group)
    let meeting = try desk.finder.find(StudyTranscript.self, transcript)
    let utterances = try utterances(of: meeting, desk)
    let known = try desk.project.all(ContextCheck.self).last {
      $0.group == category.id && $0.transcript == meeting.id && $0.by == actor
    }
    let id = try desk.perform { editor in
      var check =
        known
        ?? ContextCheck(
          id: editor.newIdentifier(), group: category.id, transcript: meeting.id, verdict: verdict,
          by: actor)
      check.verdict = verdict
      check.utterances = utterances
      check.note = note
      try editor.keep(check, isNew: known == nil, reason: common.author.reason)
      return check.id
    }
    say(id, category, meeting, utterances)
  }

  /// The utterances that are named, one by one.
  private func utterances(of transcript: StudyTranscript, _ desk: Desk) throws -> [String] {
    let version = try desk.project.transcript(transcript.id)
    return try TextInput.list(turns).flatMap {
      try version.anchor(turns: $0).segments.map(\.utterance)
    }
  }

  private func say(
    _ id: Identifier, _ category: CodeGroup, _ meeting: StudyTranscript, _ utterances: [String]
  ) {
    common.reply.say(
      [
        "kind": .text(ObjectKind.contextCheck.rawValue), "id": Value(id),
        "group": .text(category.title), "transcript": .text(meeting.name),
        "verdict": .text(verdict.rawValue), "turns": Value(texts: utterances),
        "done": .text("checked"),
      ],
      "\(id.short)  checked “\(category.title)” against \(meeting.name): \(verdict.title)")
  }
}

extension ContextCheck.Verdict: ExpressibleByArgument {
  /// The verdict in words.
  fileprivate var title: String { self == .notRelevant ? "not relevant" : rawValue }
}
