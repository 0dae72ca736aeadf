import ArgumentParser
import Samtale
import SamtaleProject

// What belongs to a theme, and how themes stand to each other.

struct ThemePut: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "put",
    abstract: "Put codes under a theme, or take them out; a code may be under several.",
    discussion: """
      Example:
        samtale theme put "Waits to be asked" "Asks twice" --theme "Asking"
      """)

  @Argument(help: "The codes.") var codes: [String]
  @Option(help: "The theme.") var theme: String
  @Flag(help: "Take them out instead.") var out = false
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Theme.self, theme)
    let codes = try codes.map { try desk.finder.find(Code.self, $0) }
    try desk.relate(.themeCode, from: found.id, to: codes.map(\.id), out: out)
    for code in codes {
      let done = out ? "taken out of “\(found.name)”:" : "put under “\(found.name)”:"
      common.reply.say(done, as: out ? "taken out" : "put", .code, code.id, code.name)
    }
  }
}

struct ThemeExtract: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Choose codings or meaning units as extracts of a theme, or against it.",
    discussion: """
      What goes against a theme is worth keeping: it shows where the theme ends.

      Examples:
        samtale theme extract 5c1e8f70 2b6a5c1e --theme "Asking"
        samtale theme extract 9d023b6a --theme "Asking" --contrary
      """)

  @Argument(help: "Codings or meaning units, by the digits that lists print.")
  var extracts: [String]
  @Option(help: "The theme.") var theme: String
  @Flag(help: "They go against the theme.") var contrary = false
  @Flag(help: "Take them out instead.") var out = false
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Theme.self, theme)
    let ids = try extracts.map { try desk.finder.digits($0) }
    let relation: Link.Relation = contrary ? .themeContrary : .themeExtract
    try desk.relate(relation, from: found.id, to: ids, out: out)
    let done = out ? "taken out" : contrary ? "against" : "shows"
    for id in ids {
      common.reply.say(
        [
          "id": Value(id), "theme": Value(found.id), "name": .text(found.name),
          "contrary": .flag(contrary), "done": .text(out ? "taken out" : "extract"),
        ],
        "\(id.short)  \(done)\(out ? " of" : "") theme “\(found.name)”")
    }
  }
}

struct ThemeBoundary: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundary",
    abstract: "Say where a theme ends and another begins.",
    discussion: """
      Example:
        samtale theme boundary "Asking" "Being seen" \\
          --note "Asking is what people do, being seen what they get"
      """)

  @Argument(help: "The theme.") var theme: String
  @Argument(help: "The other theme.") var other: String
  @Option(help: "Where the one ends and the other begins.") var note: String?
  @Flag(help: "Take the boundary away.") var out = false
  @OptionGroup var common: CodeArguments

  func validate() throws {
    guard out || note != nil else {
      throw ValidationError("Say where the boundary runs, with --note \"…\".")
    }
  }

  func work() throws {
    let desk = try common.desk()
    let one = try desk.finder.find(Theme.self, theme)
    let two = try desk.finder.find(Theme.self, other)
    try desk.relate(.boundary, from: one.id, to: [two.id], note: note, isMutual: true, out: out)
    let done = out ? "no boundary any more to “\(two.name)”:" : "has a boundary to “\(two.name)”:"
    common.reply.say(done, as: out ? "taken away" : "boundary", .theme, one.id, one.name)
  }
}

struct ThemeRelate: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "relate",
    abstract: "Draw a line in the thematic map between themes, codes or code groups.",
    discussion: """
      Example:
        samtale theme relate "Asking" "Being seen" --note "leads to"
      """)

  @Argument(help: "A theme, code or code group.") var from: String
  @Argument(help: "Another.") var to: String
  @Option(help: "What stands on the line.") var note: String?
  @Flag(help: "Take the line away.") var out = false
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let ends = try [from, to].map { try desk.finder.anything($0) }
    try desk.relate(.map, from: ends[0], to: [ends[1]], note: note, out: out)
    let names = try ends.map { try desk.project.name(of: $0) ?? $0.short }
    common.reply.say(
      [
        "kind": .text(ObjectKind.link.rawValue), "from": Value(ends[0]), "to": Value(ends[1]),
        "note": Value(note), "done": .text(out ? "taken away" : "related"),
      ],
      "\(out ? "no line any more" : "a line") from “\(names[0])” to “\(names[1])”"
        + (note.map { " (\($0))" } ?? ""))
  }
}

struct ThemeUnder: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "under",
    abstract: "Make a theme the subtheme of another, or of none; there is one level.",
    discussion: """
      Examples:
        samtale theme under "Asking twice" "Asking is work"
        samtale theme under "Asking twice"
      """)

  @Argument(help: "The theme.") var theme: String
  @Argument(help: "The overarching theme; without it the theme stands on its own.")
  var overarching: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Theme.self, theme)
    let parent = try overarching.map { try desk.finder.find(Theme.self, $0) }
    try desk.perform { editor in
      try editor.develop(found.id, .move, reason: common.author.reason) { $0.parent = parent?.id }
    }
    common.reply.say(
      parent.map { "put under “\($0.name)”:" } ?? "on its own now:", as: "moved", .theme, found.id,
      found.name)
  }
}

struct ThemeReviewCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Hold a theme against its extracts or the whole data set, and keep the verdict.",
    discussion: """
      The verdict is recorded. To carry it out, use rename, discard, create and put.

      Example:
        samtale theme review "Asking" --level extracts --decision keep \\
          --reason "All of them show it; one pulls the other way"
      """)

  @Argument(help: "The theme.") var theme: String
  @Option(help: "Against what: extracts or dataSet.") var level: ThemeReview.Level
  @Option(help: "keep, rename, split, merge or discard.") var decision: ThemeReview.Decision
  @OptionGroup var common: CodeArguments

  func validate() throws { try common.author.demandReason() }

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Theme.self, theme)
    let id = try desk.perform {
      try $0.review(found.id, level, decision, reason: common.author.reason ?? "")
    }
    let against = level == .dataSet ? "the whole data set" : "its extracts"
    common.reply.say(
      [
        "kind": .text(ObjectKind.review.rawValue), "id": Value(id), "theme": Value(found.id),
        "level": .text(level.rawValue), "decision": .text(decision.rawValue),
        "done": .text("reviewed"),
      ],
      "\(id.short)  reviewed theme “\(found.name)” against \(against): \(decision.rawValue)")
  }
}

extension ThemeReview.Level: ExpressibleByArgument {}
extension ThemeReview.Decision: ExpressibleByArgument {}

extension Desk {
  /// Relates an object to others, or takes the relations away. What is related already stays so,
  /// with the new note if there is one.
  func relate(
    _ relation: Link.Relation, from: Identifier, to targets: [Identifier], note: String? = nil,
    isMutual: Bool = false, out: Bool = false
  ) throws {
    let links = try project.all(Link.self).filter { $0.relation == relation }
    var seen: Set<Identifier> = []
    let targets = targets.filter { seen.insert($0).inserted }
    let reason = options.reason
    try perform { editor in
      for target in targets {
        let present = links.filter { link in
          (link.from == from && link.to == target)
            || (isMutual && link.from == target && link.to == from)
        }
        if out {
          guard !present.isEmpty else { throw Self.unrelated(from, target) }
          for link in present { try editor.remove(Link.self, link.id, reason: reason) }
        } else if let link = present.first {
          guard let note else { continue }
          try editor.change(Link.self, link.id, .describe, reason: reason) { $0.note = note }
        } else {
          let id = editor.newIdentifier()
          try editor.create(
            Link(id: id, relation, from: from, to: target, note: note), reason: reason)
        }
      }
    }
  }

  private static func unrelated(_ from: Identifier, _ to: Identifier) -> ProjectError {
    ProjectError(
      .nothing, "\(to.short) does not belong to \(from.short) in this way",
      do: "leave it as it is, or name what was put there")
  }
}
