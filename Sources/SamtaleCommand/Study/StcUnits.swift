import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

// Meaning units (step 2): choosing, moving, copying and listing them.

/// Where a meaning unit is at home: the same for all commands that give it one.
struct HomeOptions: ParsableArguments {
  @Option(help: "The code group.") var group: String?
  @Option(help: "The subgroup in it.") var subgroup: String?

  func validate() throws {
    guard group != nil || subgroup != nil else {
      throw ValidationError("Name the --group, or a --subgroup.")
    }
  }
}

extension Desk {
  /// A code group and, if one is meant, a subgroup in it.
  func home(_ options: HomeOptions) throws -> (group: CodeGroup, subgroup: Subgroup?) {
    let group = try options.group.map { try finder.find(CodeGroup.self, $0) }
    let subgroup = try options.subgroup.map { name in
      try finder.find(Subgroup.self, name) { group == nil || $0.group == group?.id }
    }
    if let group { return (group, subgroup) }
    let above = subgroup?.group?.description ?? ""
    return (try finder.find(CodeGroup.self, above), subgroup)
  }
}

/// A home in words.
private func phrase(_ home: (group: CodeGroup, subgroup: Subgroup?)) -> String {
  "“\(home.group.title)”" + (home.subgroup.map { ", “\($0.title)”" } ?? "")
}

struct StcUnit: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit",
    abstract: "Choose a passage as a meaning unit and give it a code group as its home.",
    discussion: """
      Examples:
        samtale stc unit -t team1-m1 -u u12 --quote "I told" --group "Waiting"
        samtale stc unit -t team1-m1 -u u30-u34 --group "Waiting" --golden
      """)

  @OptionGroup var place: PlaceOptions
  @OptionGroup var home: HomeOptions
  @Flag(help: "It may serve as a quotation later.") var golden = false
  @Option(help: "A remark on it.") var note: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let actor = try desk.actor()
    let anchor = try desk.anchor(place)
    let home = try desk.home(home)
    let id = try desk.perform { editor in
      var unit = MeaningUnit(
        id: editor.newIdentifier(), anchor: anchor, group: home.group.id, by: actor)
      unit.subgroup = home.subgroup?.id
      unit.isGolden = golden
      unit.note = note
      try editor.create(unit, reason: common.author.reason)
      return unit.id
    }
    let words = [place.transcript, place.turn].compactMap { $0 }.joined(separator: " ")
    common.reply.say("chosen in \(phrase(home)):", as: "chosen", .meaningUnit, id, words)
  }
}

struct StcDescribe: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Change the remark on a meaning unit, or whether it may be quoted.",
    discussion: """
      Example:
        samtale stc describe 5c1e8f70 --golden --note "Says it all"
      """)

  @Argument(help: "The meaning unit, by the digits that lists print.") var unit: String
  @Flag(inversion: .prefixedNo, help: "Whether it may serve as a quotation later.")
  var golden: Bool?
  @Option(help: "A remark on it.") var note: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let id = try desk.finder.digits(unit)
    try desk.perform { editor in
      try editor.change(MeaningUnit.self, id, .describe, reason: common.author.reason) {
        if let golden { $0.isGolden = golden }
        if let note { $0.note = note }
      }
    }
    common.reply.say("changed", .meaningUnit, id, id.short)
  }
}

struct StcMove: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Move meaning units to another code group, or to a subgroup.",
    discussion: """
      Examples:
        samtale stc move 5c1e8f70 2b6a5c1e --group "Who decides"
        samtale stc move 5c1e8f70 --group "Waiting" --subgroup "Waiting alone"
      """)

  @Argument(help: "The meaning units, by the digits that lists print.") var units: [String]
  @OptionGroup var home: HomeOptions
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let ids = try units.map { try desk.finder.digits($0) }
    let home = try desk.home(home)
    try desk.perform { editor in
      for id in ids {
        try editor.moveUnit(
          id, to: home.group.id, subgroup: home.subgroup?.id, reason: common.author.reason)
      }
    }
    for id in ids {
      common.reply.say("moved to \(phrase(home)):", as: "moved", .meaningUnit, id, id.short)
    }
  }
}

struct StcCopy: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Give a meaning unit a second home; the copy is marked as one.",
    discussion: """
      Example:
        samtale stc copy 5c1e8f70 --group "Who decides"
      """)

  @Argument(help: "The meaning unit, by the digits that lists print.") var unit: String
  @OptionGroup var home: HomeOptions
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let actor = try desk.actor()
    let original = try desk.finder.digits(unit)
    let home = try desk.home(home)
    let id = try desk.perform { editor in
      var copy = MeaningUnit(
        id: editor.newIdentifier(), fields: try editor.existing(MeaningUnit.self, original).fields)
      copy.group = home.group.id
      copy.subgroup = home.subgroup?.id
      copy.copyOf = original
      copy.fields["by"] = Value(actor)
      try editor.create(copy, reason: common.author.reason)
      return copy.id
    }
    common.reply.say(
      "copied \(original.short) to \(phrase(home)):", as: "copied", .meaningUnit, id, id.short)
  }
}

struct StcRemove: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take meaning units away; the history keeps them.",
    discussion: """
      Example:
        samtale stc remove 5c1e8f70 --reason "Not about the question"
      """)

  @Argument(help: "The meaning units, by the digits that lists print.") var units: [String]
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let ids = try units.map { try desk.finder.digits($0) }
    try desk.perform { editor in
      for id in ids { try editor.remove(MeaningUnit.self, id, reason: common.author.reason) }
    }
    for id in ids { common.reply.say("removed", .meaningUnit, id, id.short) }
  }
}

struct StcUnits: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: "List meaning units with their words and homes.",
    discussion: """
      Example:
        samtale stc units --group "Waiting"
      """)

  @Option(help: "Only of this code group.") var group: String?
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let home = try group.map { try Finder(project).find(CodeGroup.self, $0).id }
    let corpus = try project.corpus()
    var table = Table(
      "Meaning units",
      [
        ("unit", "unit"), ("group", "code group"), ("subgroup", "subgroup"),
        ("transcript", "transcript"), ("turn", "turn"), ("words", "words"), ("mark", "mark"),
      ])
    let units = corpus.study.all(MeaningUnit.self).filter { home == nil || $0.group == home }
    let placed = units.map { ($0, position($0, corpus)) }.sorted { $0.1 < $1.1 }
    table.rows = placed.map { row($0.0, corpus) }
    try list.write([table])
  }

  /// Where a unit stands: the transcript, and the number of the utterance.
  private func position(_ unit: MeaningUnit, _ corpus: StudyCorpus) -> (String, Int) {
    let name = unit.anchor?.transcript.flatMap { corpus.transcripts[$0]?.transcript.id } ?? ""
    let place = unit.anchor.flatMap { corpus.place($0) }
    return (name, place?.stretches.first?.utterance ?? -1)
  }

  private func row(_ unit: MeaningUnit, _ corpus: StudyCorpus) -> Table.Row {
    let version = unit.anchor?.transcript.flatMap { corpus.transcripts[$0] }
    let placement = unit.anchor.flatMap { corpus.place($0) }
    let words = version.flatMap { version in placement.map { version.text(of: $0.stretches) } }
    let marks = [unit.isGolden ? "golden" : nil, unit.copyOf.map { "copy of \($0.short)" }]
    return [
      .text(unit.id.short),
      .text(corpus.study.object(CodeGroup.self, unit.group)?.title ?? ""),
      .text(corpus.study.object(Subgroup.self, unit.subgroup)?.title ?? ""),
      .text(version?.transcript.id ?? ""), .text(unit.anchor?.segments.first?.utterance ?? ""),
      .text(words ?? ""), .text(marks.compactMap { $0 }.joined(separator: ", ")),
    ]
  }
}
