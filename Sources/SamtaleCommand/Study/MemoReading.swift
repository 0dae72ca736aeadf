import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

/// Who reads: the same for commands that show memos.
struct ReaderOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who you are, to see your private memos. Without it: SAMTALE_RESEARCHER, else the only "
        + "researcher of the project.", valueName: "name"))
  var reader: String?
}

extension Memo {
  /// Whether somebody may see it: private memos are shown to their authors alone.
  func isSeen(by reader: Identifier?) -> Bool {
    visibility != .personal || (reader != nil && author == reader)
  }

  /// Its title, or else its kind.
  var label: String { title ?? sort?.rawValue ?? "memo" }
}

extension Finder {
  /// A memo that somebody may see. What nobody else may see is not there for others.
  func memo(_ digits: String, seenBy reader: Identifier?) throws -> Memo {
    do {
      return try find(unnamed: Memo.self, digits) { $0.isSeen(by: reader) }
    } catch let error as ProjectError where error.code == .unknown {
      throw ProjectError(
        .unknown, "there is no memo \(digits) that you can see",
        do: "list them with samtale memo list; private ones are shown to their author: --as NAME")
    }
  }
}

struct MemoShow: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a memo.",
    discussion: """
      Example:
        samtale memo show 5c1e8f70
      """)

  @Argument(help: "The memo, by the digits that lists print.") var memo: String
  @OptionGroup var file: ProjectOptions
  @OptionGroup var reader: ReaderOptions
  @OptionGroup var reply: ReplyOptions

  func work() throws {
    let names = try MemoNames(try file.open())
    let found = try names.finder.memo(memo, seenBy: try names.finder.person(reader.reader))
    reply.say(try names.fields(found), try names.page(found))
  }
}

struct MemoList: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List memos; private ones only to their author.",
    discussion: """
      Examples:
        samtale memo list --kind journal --as Anna
        samtale memo list --on "Waits to be asked"
      """)

  @Option(help: "Only memos of this kind.") var kind: Memo.Sort?
  @Option(help: "Only memos of this researcher.") var by: String?
  @Option(
    help: ArgumentHelp(
      "Only memos on this object, or on a place in this transcript.", valueName: "object"))
  var on: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var reader: ReaderOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let names = try MemoNames(try file.open())
    let reader = try names.finder.person(reader.reader)
    let author = try by.map { try names.finder.find(Researcher.self, $0).id }
    let object = try on.map { try names.finder.anything($0) }
    let seen = names.memos.filter { memo in
      memo.isSeen(by: reader) && (kind == nil || memo.sort == kind)
        && (author == nil || memo.author == author)
        && (object == nil || memo.target == object || memo.anchor?.transcript == object)
    }
    var table = Table(
      "Memos",
      [
        ("memo", "memo"), ("kind", "kind"), ("by", "by"), ("visibility", "seen by"),
        ("about", "about"), ("title", "title"), ("text", "text"),
      ])
    table.rows = try seen.map { memo in
      [
        .text(memo.id.short), .text(memo.sort?.rawValue ?? ""), .text(names.author(of: memo)),
        .text(memo.visibility.rawValue), .text(try names.about(memo)), .text(memo.title ?? ""),
        .text(memo.body),
      ]
    }
    if reader == nil { table.notes = ["Private memos are left out; say who you are with --as."] }
    try list.write([table])
  }
}

/// Memos with the names of what they point to.
struct MemoNames {
  let finder: Finder
  let memos: [Memo]
  private let names: [Identifier: String]

  init(_ project: Project) throws {
    finder = Finder(project)
    memos = try project.all(Memo.self)
    let people = try project.all(Researcher.self).map { ($0.id, $0.name) }
    let transcripts = try project.all(StudyTranscript.self).map { ($0.id, $0.name) }
    names = Dictionary(people + transcripts, uniquingKeysWith: { a, _ in a })
  }

  func author(of memo: Memo) -> String { memo.author.flatMap { names[$0] } ?? "unknown" }

  /// What a memo is about, in words. Titles of other memos are not told: they may be private.
  func about(_ memo: Memo) throws -> String {
    var parts: [String] = []
    if let target = memo.target {
      let isMemo = memos.contains { $0.id == target }
      parts.append(isMemo ? "memo \(target.short)" : try called(target))
    }
    if let anchor = memo.anchor { parts.append(place(anchor)) }
    return parts.joined(separator: ", ")
  }

  private func called(_ id: Identifier) throws -> String {
    try names[id] ?? finder.project.name(of: id) ?? id.short
  }

  private func place(_ anchor: Anchor) -> String {
    guard let transcript = anchor.transcript else { return anchor.kind.title }
    let turns = anchor.segments.map(\.utterance)
    var words = [names[transcript] ?? transcript.short]
    if let first = turns.first, let last = turns.last {
      words.append(first == last ? first : "\(first)–\(last)")
    }
    return words.joined(separator: " ")
  }

  /// A memo as fields.
  func fields(_ memo: Memo) throws -> Fields {
    [
      "id": Value(memo.id), "kind": Value(memo.sort?.rawValue), "title": Value(memo.title),
      "by": .text(author(of: memo)), "visibility": .text(memo.visibility.rawValue),
      "about": .text(try about(memo)), "body": .text(memo.body),
    ]
  }

  /// A memo as a page of text.
  func page(_ memo: Memo) throws -> String {
    let about = try about(memo)
    let head =
      "\(memo.id.short)  \(memo.label) (\(memo.sort?.rawValue ?? "memo"), by \(author(of: memo)), "
      + "\(memo.visibility.rawValue))"
    return ([head] + (about.isEmpty ? [] : ["on \(about)"]) + ["", memo.body])
      .joined(separator: "\n")
  }
}
