import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct CodeApply: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Give codes to a place: words, an utterance, several, a topic, a transcript.",
    discussion: """
      Codings may overlap as they like. A code that does not exist is made with --new.

      Examples:
        samtale code apply "Waits to be asked" -t team1-m1 -u u12 --quote "if nobody minds"
        samtale code apply Pressure Money -t team1-m1 -u u30-u34 --round first
        samtale code apply "Closing down" -t team1-m1 --topic t3
      """)

  @Argument(help: "The codes.") var codes: [String]
  @OptionGroup var place: PlaceOptions
  @Option(help: "The coding round; made if it does not exist.") var round: String?
  @Option(help: "A remark on this coding.") var note: String?
  @Flag(name: .customLong("new"), help: "Make codes that do not exist; names are then taken whole.")
  var makesNew = false
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let anchor = try desk.anchor(place)
    let known = try codes.map { name -> Code? in
      guard makesNew else { return try desk.finder.find(Code.self, name) }
      return try desk.finder.exactly(Code.self, name)
    }
    let round = try round.map { try desk.round($0) }
    let actor = try desk.actor()
    let again = try known.compactMap { $0 }.filter {
      try desk.project.isCoded(anchor, $0.id, by: actor, round: round)
    }
    guard again.isEmpty else {
      throw ProjectError(
        .exists, "you have given “\(again[0].name)” to this very place already",
        do: "leave it, or name another place or round")
    }
    let made = try desk.perform { editor in
      try zip(codes, known).map { name, code in
        let id = try code?.id ?? editor.createCode(name, reason: common.author.reason)
        return (
          try editor.apply(
            id, to: anchor, round: round, note: note, reason: common.author.reason),
          code?.name ?? name
        )
      }
    }
    for (id, name) in made {
      common.reply.say(
        ["kind": .text("coding"), "id": Value(id), "code": .text(name), "done": .text("applied")],
        "\(id.short)  “\(name)” given to \(anchor.kind.title) \(place.transcript ?? "") \(place.turn ?? "")"
      )
    }
  }
}

extension Desk {
  /// A coding round by its name; made if there is none.
  func round(_ name: String, allowsClosed: Bool = false) throws -> Identifier {
    if let known = try project.all(CodingRound.self).first(where: { $0.name == name }) {
      guard known.isOpen || allowsClosed else {
        throw ProjectError(
          .nothing, "the coding round “\(name)” is closed",
          do: "open it again: samtale code round \"\(name)\" --open")
      }
      return known.id
    }
    return try perform { editor in
      let round = CodingRound(id: editor.newIdentifier(), name: name)
      try editor.create(round)
      return round.id
    }
  }
}

struct CodeRemove: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take codings away; the history keeps them.")

  @Argument(help: "The codings, by the digits that extracts prints.") var codings: [String]
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let ids = try codings.map { try desk.project.identifier(endingIn: $0) }
    try desk.perform { editor in
      for id in ids { try editor.remove(Coding.self, id, reason: common.author.reason) }
    }
    for id in ids { common.reply.say("removed", .coding, id, id.short) }
  }
}

struct CodeExtracts: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "extracts", abstract: "Everything a code was given to.")

  @Argument(help: "The code.") var code: String
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let found = try Finder(project).find(Code.self, code)
    let names = Dictionary(
      try project.all(StudyTranscript.self).map { ($0.id, $0.name) },
      uniquingKeysWith: { a, _ in a })
    var table = Table(
      found.name,
      [
        ("transcript", "transcript"), ("turn", "turn"), ("speaker", "speaker"), ("words", "words"),
        ("coding", "coding"),
      ])
    let passages = try project.passages(of: found.id).sorted { a, b in
      (names[a.transcript] ?? "", a.position) < (names[b.transcript] ?? "", b.position)
    }
    table.rows = passages.map { passage in
      [
        .text(names[passage.transcript] ?? passage.transcript.short), .text(passage.utterance),
        .text(passage.speaker ?? "unknown"), .text(passage.words),
        .text(passage.coding?.short ?? ""),
      ]
    }
    for coding in try project.codings(of: found.id) where coding.anchor?.segments.isEmpty == true {
      let transcript = coding.anchor?.transcript.map { names[$0] ?? $0.short }
      table.rows.append([
        .text(transcript ?? "data set"), .text("all"), .text(""), .text(""),
        .text(coding.id.short),
      ])
    }
    try list.write([table])
  }
}

struct CodeRound: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Begin, close or list coding rounds.")

  @Argument(help: "The round; without it they are listed.") var name: String?
  @Flag(help: "Close the round.") var close = false
  @Flag(help: "Open it again.") var open = false
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    if let name {
      let id = try desk.round(name, allowsClosed: true)
      if close || open {
        try desk.perform { editor in
          try editor.change(CodingRound.self, id, reason: common.author.reason) { $0.isOpen = open }
        }
      }
    }
    for round in try desk.project.all(CodingRound.self) {
      common.reply.say(
        ["id": Value(round.id), "name": .text(round.name), "open": .flag(round.isOpen)],
        "\(round.id.short)  \(round.name)\(round.isOpen ? "" : " (closed)")")
    }
  }
}

struct CodeVisit: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "visit",
    abstract: "Note that you read a transcript, or turns of it, without necessarily coding.",
    discussion: "What nobody has visited: samtale code coverage")

  @OptionGroup var place: PlaceOptions
  @Option(help: "The coding round.") var round: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let anchor = try desk.anchor(place)
    let round = try round.map { try desk.round($0) }
    let actor = try desk.actor()
    guard let transcript = anchor.transcript else { return }
    let id = try desk.perform { editor in
      let visit = Visit(
        id: editor.newIdentifier(), reader: actor, transcript: transcript, round: round,
        utterances: anchor.segments.map(\.utterance))
      try editor.create(visit, .visit)
      return visit.id
    }
    common.reply.say("noted", .visit, id, place.transcript ?? "")
  }
}

struct CodePlace: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Put a coding on another place, such as one whose words were edited or moved.",
    discussion: """
      Example:
        samtale code place 5c1e8f70 -t team1-m1 -u u12 --quote "if nobody minds"
      """)

  @Argument(help: "The coding, by the digits that lists print.") var coding: String
  @OptionGroup var place: PlaceOptions
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let id = try desk.project.identifier(endingIn: coding)
    let anchor = try desk.anchor(place)
    try desk.perform { editor in
      try editor.change(Coding.self, id, .reanchor, reason: common.author.reason) {
        $0.anchor = anchor
      }
    }
    common.reply.say("placed", .coding, id, id.short)
  }
}

struct CodeMoved: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "moved",
    abstract: "Codings on words that were edited since, and those that are no longer found.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let project = try file.open()
    let corpus = try project.corpus()
    var table = Table(
      "Codings to look at again",
      [
        ("transcript", "transcript"), ("coding", "coding"), ("code", "code"), ("status", "status"),
        ("turn_then", "turn then"), ("words_then", "words then"), ("words", "words now"),
      ], notes: ["Place one anew with: samtale code place CODING -t … -u … --quote …"])
    for placed in corpus.codings() where placed.placement.status != .unchanged {
      guard let version = placed.coding.anchor?.transcript.flatMap({ corpus.transcripts[$0] })
      else {
        continue
      }
      let code = corpus.study.object(Code.self, placed.code)
      table.rows.append([
        .text(version.transcript.id), .text(placed.coding.id.short), .text(code?.name ?? "?"),
        .text(placed.placement.status == .lost ? "not found" : "words edited"),
        .text(placed.coding.anchor?.segments.first?.utterance ?? ""),
        .text(placed.coding.anchor.flatMap { corpus.words(whenSet: $0) } ?? ""),
        .text(version.text(of: placed.placement.stretches)),
      ])
    }
    try list.write([table])
    if !table.rows.isEmpty { throw ExitCode(1) }
  }
}
