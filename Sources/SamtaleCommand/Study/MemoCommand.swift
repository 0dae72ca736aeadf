import ArgumentParser
import Samtale
import SamtaleProject

struct MemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memo",
    abstract: "Memos and the reflexive journal: what you think while you read.",
    discussion: """
      A private memo is shown to nobody but its author; journal entries are private unless you say \
      otherwise. Private ones never leave this file; see also: samtale project share

      Examples:
        samtale memo write familiarisation "They talk past it" -t team1-m1
        samtale memo write code "Close to politeness" --on "Waits to be asked"
        samtale memo journal
        samtale memo list --by Anna
      """,
    subcommands: [
      MemoWrite.self, MemoEdit.self, MemoShow.self, MemoList.self, MemoRemove.self,
      MemoJournal.self,
    ])
}

extension Memo.Sort: ExpressibleByArgument {}
extension Memo.Visibility: ExpressibleByArgument {}

struct MemoWrite: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "write",
    abstract: "Write a memo: on the study, on an object, or on a place in a transcript.",
    discussion: """
      Examples:
        samtale memo write decision "We leave small talk uncoded"
        samtale memo write code "Close to politeness" --on "Waits to be asked"
        samtale memo write familiarisation - -t team1-m1 < note.txt
      """)

  @Argument(help: "The kind: \(Memo.Sort.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: Memo.Sort
  @Argument(help: "What you write; - takes it from standard input.") var body: String
  @Option(help: "A title.") var title: String?
  @Option(
    help: ArgumentHelp(
      "What it is about: a code, theme, code group, … by name or digits.", valueName: "object"))
  var on: String?
  @Option(help: "Who may see it: private, team or export. Journal entries are private by default.")
  var visibility: Memo.Visibility?
  @OptionGroup var place: PlaceOptions
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let id = try desk.write(
      kind, try TextInput.argument(body), title: title, on: on, at: place, visibility: visibility)
    common.reply.say("wrote", .memo, id, title ?? kind.rawValue)
  }
}

extension Desk {
  /// Writes a memo on what options name.
  func write(
    _ sort: Memo.Sort, _ body: String, title: String?, on object: String?, at place: PlaceOptions,
    visibility: Memo.Visibility?
  ) throws -> Identifier {
    let target = try object.map { try finder.anything($0) }
    let hasPlace = place.transcript != nil || place.isDataSet
    let anchor = hasPlace ? try self.anchor(place) : nil
    return try perform {
      try $0.writeMemo(
        sort, body, title: title, on: target, at: anchor, visibility: visibility,
        reason: options.reason)
    }
  }

  /// A memo that is the researcher's own.
  func ownMemo(_ digits: String) throws -> Memo {
    let person = try actor()
    let memo = try finder.memo(digits, seenBy: person)
    guard memo.author == person else {
      throw ProjectError(
        .nothing, "the memo \(memo.id.short) is somebody else's",
        do: "write one of your own, if you like on it: --on \(memo.id.short)")
    }
    return memo
  }
}

struct MemoEdit: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a memo of your own; the history keeps what it said.",
    discussion: """
      Examples:
        samtale memo edit 5c1e8f70 "We leave small talk uncoded"
        samtale memo edit 5c1e8f70 --visibility export
      """)

  @Argument(help: "The memo, by the digits that lists print.") var memo: String
  @Argument(help: "The new text; - takes it from standard input.") var body: String?
  @Option(help: "A new title.") var title: String?
  @Option(help: "Another kind.") var kind: Memo.Sort?
  @Option(help: "Who may see it: private, team or export.") var visibility: Memo.Visibility?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.ownMemo(memo)
    let text = try body.map { try TextInput.argument($0) }
    let opens = found.visibility == .personal && (visibility ?? .personal) != .personal
    let id = try desk.perform { editor in
      if opens, let visibility {
        return try editor.release(found.id, to: visibility, reason: common.author.reason) {
          edit(&$0, text)
        }
      }
      try editor.change(Memo.self, found.id, .change, reason: common.author.reason) {
        edit(&$0, text)
      }
      return found.id
    }
    common.reply.say(opens ? "opened as a new" : "changed", .memo, id, title ?? found.label)
  }

  private func edit(_ memo: inout Memo, _ text: String?) {
    if let text { memo.body = text }
    if let title { memo.title = title }
    if let kind { memo.fields["kind"] = .text(kind.rawValue) }
    if let visibility { memo.visibility = visibility }
  }
}

struct MemoRemove: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take away memos of your own; the history keeps them.",
    discussion: """
      Example:
        samtale memo remove 5c1e8f70 --reason "Written twice"
      """)

  @Argument(help: "The memos, by the digits that lists print.") var memos: [String]
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try memos.map { try desk.ownMemo($0) }
    try desk.perform { editor in
      for memo in found { try editor.remove(Memo.self, memo.id, reason: common.author.reason) }
    }
    for memo in found { common.reply.say("removed", .memo, memo.id, memo.label) }
  }
}

struct MemoJournal: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "The reflexive journal: prints what to ask yourself, and keeps what you answer.",
    discussion: """
      Without an answer the questions are printed. Write freely, or answer them one by one. An \
      entry is private unless you say otherwise.

      Examples:
        samtale memo journal
        samtale memo journal "I was cross with the doctor all the way through"
        samtale memo journal --assumption "That work heals" -t team1-m1
        samtale memo journal - < today.txt
      """)

  @Argument(help: "What you write; - takes it from standard input.") var body: String?
  @Option(help: "Your answer to the first question.") var position: String?
  @Option(help: "Your answer to the second question.") var assumption: String?
  @Option(help: "Your answer to the third question.") var feeling: String?
  @Option(help: "Your answer to the fourth question.") var effect: String?
  @Option(help: "A title.") var title: String?
  @Option(help: ArgumentHelp("What it is about, by name or digits.", valueName: "object"))
  var on: String?
  @Option(help: "Who may see it: private, team or export.") var visibility: Memo.Visibility?
  @OptionGroup var place: PlaceOptions
  @OptionGroup var common: CodeArguments

  /// The questions, with the option that answers each.
  static let prompts = [
    ("Position", "From where do I read this: which work, experience or stake do I bring along?"),
    ("Assumption", "What did I take for granted, and what would have surprised me?"),
    ("Feeling", "What did it stir in me: sympathy, impatience, boredom, worry?"),
    ("Effect on reading", "What do I see readily because of that, and what may I be passing over?"),
  ]

  func work() throws {
    let answers = zip(Self.prompts, [position, assumption, feeling, effect]).compactMap {
      prompt, answer in answer.map { "\(prompt.0): \($0)" }
    }
    guard body != nil || !answers.isEmpty else {
      for prompt in Self.prompts { print("\(prompt.0): \(prompt.1)") }
      return
    }
    let desk = try common.desk()
    let text = try body.map { try TextInput.argument($0) }
    let id = try desk.write(
      .journal, ([text].compactMap { $0 } + answers).joined(separator: "\n\n"), title: title,
      on: on, at: place, visibility: visibility)
    common.reply.say("wrote", .memo, id, title ?? "journal")
  }
}
