import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Codes, and what they are given to.",
    discussion: """
      Codes are named by their name, the beginning of it, or the digits that lists print.

      Examples:
        samtale code create "Waits to be asked"
        samtale code apply "Waits to be asked" -t team1-m1 -u u12 --quote "if nobody minds"
        samtale code apply "Small talk" -t team1-m1 -u u1-u4
        samtale code extracts "Waits to be asked"
        samtale code coverage --round first
      """,
    subcommands: [
      CodeTree.self, CodeCreate.self, CodeRename.self, CodeDescribe.self, CodeMove.self,
      CodeMerge.self, CodeSplit.self, CodeRetire.self, CodeRevive.self, CodeInGroup.self,
      CodeGroupCommand.self, CodeApply.self, CodeRemove.self, CodeExtracts.self,
      CodeRound.self, CodeVisit.self, CodeCoverage.self, CodeMoved.self, CodePlace.self,
      CodeRecode.self, CodeTableCommand.self, CodeHistory.self, CodeExport.self, CodeImport.self,
    ])
}

/// What commands on one code share.
struct CodeArguments: ParsableArguments {
  @OptionGroup var file: ProjectOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var reply: ReplyOptions

  func desk() throws -> Desk { try Desk(file, author) }
}

struct CodeCreate: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make a code.",
    discussion: """
      A definition is never demanded. A code in vivo takes up a participant's words: name the place, \
      which is then coded too.

      Examples:
        samtale code create "Waits to be asked" --level latent
        samtale code create -t team1-m1 -u u12 --quote "if nobody minds"
      """)

  @Argument(help: "The name; without it the words of the place, in vivo.")
  var name: String?
  @Option(help: "What the code means; may come later, or never.")
  var definition: String?
  @Option(help: "The code above it.")
  var under: String?
  @Option(help: "#rrggbb.")
  var colour: String?
  @Option(help: "semantic, latent or mixed.")
  var level: Code.Level?
  @Flag(help: "The code comes from theory, not from the data.")
  var deductive = false
  @OptionGroup var place: PlaceOptions
  @OptionGroup var common: CodeArguments

  func validate() throws {
    guard name != nil || place.quote != nil else {
      throw ValidationError("Give a name, or the words of a place (-t, -u, --quote).")
    }
  }

  func work() throws {
    let desk = try common.desk()
    let anchor = try place.quote == nil ? nil : desk.anchor(place)
    let parent = try under.map { try desk.finder.find(Code.self, $0).id }
    let title = name ?? place.quote ?? ""
    let id = try desk.perform { editor in
      let id = try editor.createCode(
        title, definition: definition, parent: parent, colour: colour, level: level,
        origin: deductive ? .deductive : .inductive, inVivo: anchor, reason: common.author.reason)
      if let anchor { try editor.apply(id, to: anchor) }
      return id
    }
    common.reply.say("created", .code, id, title)
  }
}

extension Code.Level: ExpressibleByArgument {}

struct CodeRename: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give a code another name.")

  @Argument(help: "The code.") var code: String
  @Argument(help: "The new name.") var name: String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let id = try desk.finder.find(Code.self, code).id
    try desk.perform { try $0.renameCode(id, to: name, reason: common.author.reason) }
    common.reply.say("renamed", .code, id, name)
  }
}

struct CodeDescribe: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "Change a code's definition, colour or level.")

  @Argument(help: "The code.") var code: String
  @Option(help: "What the code means.") var definition: String?
  @Option(help: "#rrggbb.") var colour: String?
  @Option(help: "semantic, latent or mixed.") var level: Code.Level?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Code.self, code)
    let verb: Verb = colour != nil && definition == nil && level == nil ? .recolour : .describe
    try desk.perform { editor in
      try editor.change(Code.self, found.id, verb, reason: common.author.reason) {
        if let definition { $0.definition = definition }
        if let colour { $0.colour = colour }
        if let level { $0.level = level }
      }
    }
    common.reply.say("changed", .code, found.id, found.name)
  }
}

struct CodeMove: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Put a code under another, or on top.")

  @Argument(help: "The code.") var code: String
  @Option(help: "The code above it; without it the code goes to the top.") var under: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Code.self, code)
    let parent = try under.map { try desk.finder.find(Code.self, $0).id }
    try desk.perform { try $0.moveCode(found.id, under: parent, reason: common.author.reason) }
    common.reply.say("moved", .code, found.id, found.name)
  }
}

struct CodeMerge: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge codes into one; their codings count there from now on.")

  @Argument(help: "The codes that go.") var codes: [String]
  @Option(help: "The code that stays.") var into: String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let target = try desk.finder.find(Code.self, into)
    let found = try codes.map { try desk.finder.find(Code.self, $0) }
    try desk.perform { editor in
      for code in found {
        try editor.mergeCode(code.id, into: target.id, reason: common.author.reason)
      }
    }
    for code in found {
      common.reply.say("merged into “\(target.name)”:", .code, code.id, code.name)
    }
  }
}

struct CodeSplit: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Split a code into new ones, and say which codings go where.",
    discussion: """
      Codings that are not named stay with the old code, which is kept as split.

      Example:
        samtale code split "Support" --into "Practical help:5c1e8f70,2b6a5c1e" --into "Being seen"
      """)

  @Argument(help: "The code.") var code: String
  @Option(help: ArgumentHelp("A new code, with a colon and codings.", valueName: "name:ids"))
  var into: [String]
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Code.self, code)
    let parts = try into.map { text in
      let halves = text.split(separator: ":", maxSplits: 1).map(String.init)
      let ids = halves.count == 2 ? halves[1].split(separator: ",").map(String.init) : []
      return (
        name: halves.first ?? "",
        codings: try ids.map { try desk.project.identifier(endingIn: $0) }
      )
    }
    let made = try desk.perform {
      try $0.splitCode(found.id, into: parts, reason: common.author.reason)
    }
    for (id, part) in zip(made, parts) { common.reply.say("created", .code, id, part.name) }
  }
}

struct CodeRetire: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Take a code out of use; its codings stay.")

  @Argument(help: "The code.") var code: String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Code.self, code)
    try desk.perform { try $0.retireCode(found.id, reason: common.author.reason) }
    common.reply.say("retired", .code, found.id, found.name)
  }
}

struct CodeRevive: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "revive", abstract: "Bring back a code that was retired, split or merged.")

  @Argument(help: "The code.") var code: String
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Code.self, code)
    try desk.perform { try $0.reviveCode(found.id, reason: common.author.reason) }
    common.reply.say("brought back", .code, found.id, found.name)
  }
}

struct CodeInGroup: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "put",
    abstract: "Put codes into a code group, or take them out; a code may be in several.")

  @Argument(help: "The codes.") var codes: [String]
  @Option(help: "The code group; made if it does not exist.") var group: String
  @Flag(help: "Take them out instead.") var out = false
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try codes.map { try desk.finder.find(Code.self, $0) }
    let known = try desk.project.all(CodeGroup.self).first { $0.title == group }
    guard known != nil || !out else {
      _ = try desk.finder.find(CodeGroup.self, group)
      return
    }
    let links = try desk.project.all(Link.self).filter { $0.relation == .codeInGroup }
    try desk.perform { editor in
      var id = known?.id
      if id == nil {
        let made = CodeGroup(id: editor.newIdentifier(), title: group)
        try editor.create(made)
        id = made.id
      }
      guard let id else { return }
      for code in found {
        let present = links.filter { $0.from == code.id && $0.to == id }
        if out {
          for link in present { try editor.remove(Link.self, link.id) }
        } else if present.isEmpty {
          try editor.link(.codeInGroup, from: code.id, to: id)
        }
      }
    }
    for code in found {
      common.reply.say(out ? "taken out:" : "put into “\(group)”:", .code, code.id, code.name)
    }
  }
}

struct CodeGroupCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "group", abstract: "Make, rename or describe a code group.")

  @Argument(help: "The code group; made if it does not exist.") var group: String
  @Option(help: "A new title.") var rename: String?
  @Option(help: "What holds it together.") var summary: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    try common.keepGroup(group, rename: rename, summary: summary)
  }
}
