import ArgumentParser
import Samtale
import SamtaleProject

// Code groups (step 2), which become categories, and their subgroups (step 3).

struct StcGroup: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "Make, rename or describe a code group, the later category.",
    discussion: """
      Examples:
        samtale stc group "Waiting"
        samtale stc group "Waiting" --rename "Left to wait" --reason "Clearer"
        samtale stc group "Left to wait" --dissolve
      """)

  @Argument(help: "The code group; made if it does not exist.") var group: String
  @Option(help: "A new title.") var rename: String?
  @Option(help: "What holds it together.") var summary: String?
  @Flag(
    inversion: .prefixedNo,
    help: "Give the group up; it is kept, and takes in nothing more. Move its units before.")
  var dissolve: Bool?
  @OptionGroup var common: CodeArguments

  func work() throws {
    guard let dissolve else {
      return try common.keepGroup(group, rename: rename, summary: summary)
    }
    let desk = try common.desk()
    let found = try desk.finder.find(CodeGroup.self, group)
    let left = try desk.project.all(MeaningUnit.self).count { $0.group == found.id }
    guard !dissolve || left == 0 else {
      throw ProjectError(
        .nothing, "“\(found.title)” still holds \(left) meaning units",
        do: "move them to other code groups first: samtale stc move")
    }
    try desk.perform { editor in
      try editor.change(
        CodeGroup.self, found.id, dissolve ? .discard : .revive, reason: common.author.reason
      ) { $0.isDissolved = dissolve }
    }
    common.reply.say(dissolve ? "dissolved" : "brought back", .group, found.id, found.title)
  }
}

extension CodeArguments {
  /// Makes a code group, or changes the one that is meant.
  func keepGroup(_ name: String, rename: String?, summary: String?) throws {
    let desk = try desk()
    let isChange = rename != nil || summary != nil
    let exact = try desk.project.all(CodeGroup.self).first { $0.title == name }
    let known = try exact ?? (isChange ? desk.finder.find(CodeGroup.self, name) : nil)
    let id = try desk.perform { editor in
      guard let known else {
        let group = CodeGroup(id: editor.newIdentifier(), title: name)
        try editor.create(group, reason: author.reason)
        return group.id
      }
      let verb: Verb = rename == nil ? .describe : .rename
      try editor.change(CodeGroup.self, known.id, verb, reason: author.reason) {
        if let rename { $0.title = rename }
        if let summary { $0.summary = summary }
      }
      return known.id
    }
    let done = known == nil ? "created" : isChange ? "changed" : "nothing"
    reply.say(
      done == "nothing" ? "is there already:" : done, as: done, .group, id,
      rename ?? known?.title ?? name)
  }
}

struct StcSubgroup: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "subgroup",
    abstract: "Make or rename a subgroup of a code group, and put meaning units into it.",
    discussion: """
      Examples:
        samtale stc subgroup "Waiting alone" --group "Waiting"
        samtale stc subgroup "Waiting alone" 5c1e8f70 --group "Waiting"
        samtale stc subgroup "Waiting alone" --rename "Left to wait"
      """)

  @Argument(help: "The subgroup; with --group it is made if it does not exist.")
  var subgroup: String
  @Argument(help: "Meaning units that go into it, by the digits that lists print.")
  var units: [String] = []
  @Option(help: "The code group.") var group: String?
  @Option(help: "A new title.") var rename: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let home = try group.map { try desk.finder.find(CodeGroup.self, $0) }
    let ids = try units.map { try desk.finder.digits($0) }
    let known = try known(desk, home)
    let reason = common.author.reason
    let id = try desk.perform { editor in
      let id = known?.id ?? editor.newIdentifier()
      if known == nil, let home {
        try editor.create(Subgroup(id: id, group: home.id, title: subgroup), reason: reason)
      }
      if let rename {
        try editor.change(Subgroup.self, id, .rename, reason: reason) { $0.title = rename }
      }
      for unit in ids {
        try editor.change(MeaningUnit.self, unit, .move, reason: reason) { $0.subgroup = id }
      }
      return id
    }
    let done = known == nil ? "created" : rename == nil && ids.isEmpty ? "nothing" : "changed"
    common.reply.say(
      done == "nothing" ? "is there already:" : done, as: done, .subgroup, id,
      rename ?? known?.title ?? subgroup)
    for unit in ids { common.reply.say("put into it:", as: "put", .meaningUnit, unit, unit.short) }
  }

  /// The subgroup that is meant; `nil` if it is to be made in the code group.
  private func known(_ desk: Desk, _ home: CodeGroup?) throws -> Subgroup? {
    guard let home else { return try desk.finder.find(Subgroup.self, subgroup) }
    let inside = try desk.project.all(Subgroup.self).filter { $0.group == home.id }
    if let exact = inside.first(where: { $0.title == subgroup }) { return exact }
    guard rename != nil else { return nil }
    return try desk.finder.find(Subgroup.self, subgroup) { $0.group == home.id }
  }
}
