import Samtale
import Testing

/// A small study for tests of views: two researchers, two meetings, invented talk.
struct ViewedStudy {
  private(set) var study = Study()
  private(set) var events: [Event] = []
  let kari = number(1)
  let ola = number(2)
  let first: TranscriptVersion
  let second: TranscriptVersion
  /// Objects by a short name.
  private(set) var ids: [String: Identifier] = [:]

  subscript(name: String) -> Identifier { ids[name] ?? Self.number(0) }

  var corpus: StudyCorpus { StudyCorpus(study, versions: [first, second]) }

  init() throws {
    first = try Self.meeting(
      "m1", Self.number(11),
      [
        "I want to work again.", "What holds you back?", "I am afraid of the phone calls.", "Mm.",
        "And of asking for help.", "We can call together.", "That would help me.", "Good.",
      ])
    second = try Self.meeting("m2", Self.number(12), ["So how did it go?", "I called."])
    try begin()
    try codeByKari()
    try codeByOla()
    try buildThemes()
    try develop()
  }

  // MARK: Steps

  private mutating func begin() throws {
    try step(kari, "2026-01-05T09:00", .familiarisation) { [first, second, kari, ola] edit in
      var profile = StudyProfile(id: Self.number(10), title: "Phones", method: .none)
      profile.question = "What keeps people from calling?"
      try edit.create(profile)
      try edit.create(Researcher(id: kari, name: "Kari Berg", initials: "KB"))
      try edit.create(Researcher(id: ola, name: "Ola Lie", initials: "OL"))
      for version in [first, second] {
        try edit.create(
          StudyTranscript(
            id: version.id, name: version.transcript.id, version: version.version,
            file: version.transcript.file))
      }
    }
  }

  private mutating func codeByKari() throws {
    let (first, kari) = (first, kari)
    var at = Day(kari, "2026-01-06", .coding)
    let round = try one("round", &at) { edit in
      try Self.make(&edit) { CodingRound(id: $0, name: "round 1") }
    }
    let wanting = try one("wanting", &at) { try $0.createCode("wanting work") }
    let fear = try one("fear", &at) { try $0.createCode("fear") }
    let help = try one("help", &at) { try $0.createCode("help") }
    let wish = try one("u1", &at) {
      try $0.apply(wanting, to: first.anchor(from: "u1", to: "u1"), round: round)
    }
    try one("fearOnU3", &at) {
      try $0.apply(fear, to: first.anchor(turn: "u3", quote: "afraid of the phone calls"))
    }
    try one("u5", &at) { try $0.apply(help, to: first.anchor(from: "u5", to: "u5")) }
    try one("visit", &at) { edit in
      try Self.make(&edit) {
        Visit(id: $0, reader: kari, transcript: first.id, utterances: ["u2"])
      }
    }
    try one("shy", &at) {
      try $0.writeMemo(.code, "I was shy too.", on: wish, visibility: .personal)
    }
  }

  private mutating func codeByOla() throws {
    let (first, fear, help, wanting) = (first, self["fear"], self["help"], self["wanting"])
    var at = Day(ola, "2026-01-07", .coding)
    let courage = try one("courage", &at) { try $0.createCode("courage", parent: fear) }
    try one("calls", &at) { try $0.apply(fear, to: first.anchor(turn: "u3", quote: "phone calls")) }
    try one("asking", &at) { try $0.apply(courage, to: first.anchor(turn: "u5", quote: "asking")) }
    let together = try one("together", &at) {
      try $0.apply(help, to: first.anchor(from: "u6", to: "u7"))
    }
    try one("the", &at) {
      try $0.apply(wanting, to: first.anchor(turn: "u3", quote: "of the"), note: "the?")
    }
    try one("memo", &at) { try $0.writeMemo(.code, "Is calling together help?", on: together) }
  }

  private mutating func buildThemes() throws {
    var at = Day(kari, "2026-01-08", .generatingThemes)
    let silent = try one("silent", &at) { try $0.createTheme("Fear keeps the phone silent") }
    let wish = try one("wish", &at) { try $0.createTheme("Work as a wish") }
    let facet = try one("facet", &at) { edit in
      let facet = try edit.createTheme("Asking")
      try edit.develop(facet) { $0.parent = silent }
      return facet
    }
    try one("gone", &at) { edit in
      let gone = try edit.createTheme("Phones")
      try edit.discardTheme(gone, reason: "a topic")
      return gone
    }
    let group = try one("feelings", &at) { edit in
      try Self.make(&edit) { CodeGroup(id: $0, title: "Feelings") }
    }
    let links: [(Link.Relation, Identifier, Identifier, String?)] = [
      (.themeCode, silent, self["fear"], nil), (.themeCode, facet, self["courage"], nil),
      (.themeCode, wish, self["wanting"], nil),
      (.themeExtract, silent, self["fearOnU3"], "the clearest"),
      (.themeContrary, silent, self["together"], nil), (.codeInGroup, self["fear"], group, nil),
      (.boundary, silent, wish, "dread, not longing"),
      (.map, group, wish, "colours & \"tints\""), (.boundary, wish, silent, "longing, not dread"),
    ]
    for (relation, from, to, note) in links {
      try one("link", &at) { try $0.link(relation, from: from, to: to, note: note) }
    }
  }

  private mutating func develop() throws {
    let (silent, help, courage) = (self["silent"], self["help"], self["courage"])
    try step(kari, "2026-01-09T09:00", .coding) { edit in
      try edit.mergeCode(courage, into: help, reason: "the same idea")
    }
    try step(ola, "2026-01-10T09:00", .developingThemes) { edit in
      try edit.develop(silent, .rename, reason: "names the idea") {
        $0.name = "The silent phone"
        $0.concept = "Dread makes the phone a wall."
        $0.status = .developed
      }
      try edit.review(silent, .dataSet, .keep, reason: "m2 fits")
    }
    let before = events.count
    try step(kari, "2026-01-11T09:00", .coding) { edit in
      try edit.renameCode(help, to: "asking for help", reason: "act")
    }
    let renaming = Array(events[before...])
    try step(kari, "2026-01-11T10:00", .coding) { try $0.undo(renaming) }
  }

  /// Adds a code group with meaning units, a condensate, an analytic text and a check.
  mutating func condense() throws {
    let (first, ola) = (first, ola)
    var at = Day(ola, "2026-01-12", .condensation)
    let group = try one("doors", &at) { edit in
      try Self.make(&edit) { CodeGroup(id: $0, title: "Door openers") }
    }
    let part = try one("part", &at) { edit in
      try Self.make(&edit) { Subgroup(id: $0, group: group, title: "Together") }
    }
    var units: [Identifier] = []
    for (turn, isIn) in [("u6", true), ("u7", true), ("u5", true), ("u1", false)] {
      let anchor = try first.anchor(from: turn, to: turn)
      units.append(
        try one("unit", &at) { edit in
          try Self.make(&edit) { id in
            var unit = MeaningUnit(id: id, anchor: anchor, group: group, by: ola)
            unit.subgroup = isIn ? part : nil
            return unit
          }
        })
    }
    try one("condensate", &at) { edit in
      try Self.make(&edit) { id in
        var text = Condensate(
          id: id, subgroup: part,
          sentences: [.init("“I dare when we are two.”", units: [units[0]])], by: ola)
        text.setAside = [.init(units[1], reason: "only thanks")]
        return text
      }
    }
    try one("text", &at) { edit in
      try Self.make(&edit) {
        AnalyticText(id: $0, group: group, heading: "Daring for two", body: "They …", by: ola)
      }
    }
    try one("check", &at) { edit in
      try Self.make(&edit) { id in
        var check = ContextCheck(
          id: id, group: group, transcript: first.id, verdict: .confirms, by: ola)
        check.utterances = ["u6"]
        return check
      }
    }
  }

  /// Work of one researcher on one day: each step is a minute later than the one before, so that
  /// identifiers sort as their objects were made.
  struct Day {
    let actor: Identifier
    let phase: Phase
    private let date: String
    private var minute = 9

    init(_ actor: Identifier, _ date: String, _ phase: Phase) {
      self.actor = actor
      self.date = date
      self.phase = phase
    }

    mutating func next() -> String {
      minute += 1
      return "\(date)T09:\(minute)"
    }
  }

  /// Makes one object as one step.
  @discardableResult
  private mutating func one(
    _ name: String, _ day: inout Day,
    _ work: (inout StudyEditor<Study>) throws -> Identifier
  ) throws -> Identifier {
    var made = Self.number(0)
    try step(day.actor, day.next(), day.phase) { made = try work(&$0) }
    ids[name] = made
    return made
  }

  /// Does something as one step.
  mutating func step(
    _ actor: Identifier, _ time: String, _ phase: Phase?,
    _ work: (inout StudyEditor<Study>) throws -> Void
  ) throws {
    let at = try #require(Timestamp(time))
    var editor = StudyEditor(
      study, lamport: events.last?.lamport ?? 0,
      signature: .init(actor: actor, at: at, phase: phase, seed: UInt64(events.count + 1)))
    try work(&editor)
    study = editor.state
    events += editor.events
  }

  // MARK: Parts

  private static func make(
    _ edit: inout StudyEditor<Study>, _ object: (Identifier) -> some StudyObject
  ) throws -> Identifier {
    let made = object(edit.newIdentifier())
    try edit.create(made)
    return made.id
  }

  private static func meeting(
    _ name: String, _ id: Identifier, _ lines: [String]
  ) throws -> TranscriptVersion {
    let body = lines.enumerated().map { index, line in
      ##"<u xml:id="u\##(index + 1)" who="#\##(index % 2 == 0 ? "a" : "b")">\##(line)</u>"##
    }
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="\(name)" xml:lang="en">
      <teiHeader><fileDesc><titleStmt><title>\(name)</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      <encodingDesc><classDecl><taxonomy xml:id="roles">
      <category xml:id="T"><catDesc>therapist</catDesc></category>
      <category xml:id="WA"><catDesc>work applicant</catDesc></category>
      </taxonomy></classDecl></encodingDesc>
      <profileDesc><particDesc><listPerson>
      <person xml:id="a" n="WA1" role="WA"><affiliation ref="#fjord"/></person>
      <person xml:id="b" n="T1" role="T"><affiliation ref="#fjord"/></person>
      </listPerson><listOrg><org xml:id="fjord" type="team"><orgName>Team Fjord</orgName></org>
      </listOrg></particDesc></profileDesc></teiHeader>
      <text><body>\(body.joined())</body></text></TEI>
      """
    let reading = TEI.read(bytes: Array(text.utf8), named: "\(name).xml")
    try #require(!reading.hasErrors, "\(reading.diagnostics)")
    return TranscriptVersion(
      id: id, version: "v1", transcript: try #require(reading.transcripts.first))
  }

  private static func number(_ number: UInt64) -> Identifier {
    var numbers = Fixed(number: number)
    return Identifier(at: Timestamp(milliseconds: 0), using: &numbers)
  }

  /// Gives one number again and again.
  private struct Fixed: RandomNumberGenerator {
    var number: UInt64
    mutating func next() -> UInt64 { number << 2 }
  }
}
