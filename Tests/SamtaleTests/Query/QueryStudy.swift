import Samtale
import Testing

/// Two short meetings with a few codings, small enough to answer every query by hand.
struct QueryStudy {
  static let first = """
    <u xml:id="u1" who="#a" start="#T1">So, the first thing is the pressure at work.</u>
    <u xml:id="u2" who="#b">It’s work-related. The pressure is high.</u>
    <u xml:id="u3" who="#c">Mm.</u>
    <u xml:id="u4" who="#b">Nobody listens to me.</u>
    <u xml:id="u5" who="#a">Okay. Next we talk about the school.</u>
    <u xml:id="u6" who="#c">Élan, åpen før jul.</u>
    <gap reason="sampling"/>
    <u xml:id="u7" who="#b">And then?</u>
    <u xml:id="u8" who="#b">Then it was over.</u>
    <u xml:id="u9" who="#a #c">Goodbye.</u>
    """
  static let topics = ##"""
    <standOff><spanGrp type="topics">
    <span xml:id="t1" target="#u1 #u2 #u3 #u4 #string-range(u5,0,5)">Pressure</span>
    <span xml:id="t2" target="#string-range(u5,6,30) #u6">The school</span></spanGrp>
    <spanGrp type="closures"><span target="#t1" ana="#deferred" resp="#km">seen</span></spanGrp>
    </standOff>
    """##
  static let second = """
    <u xml:id="v1" who="#a">Welcome back. Was the pressure less?</u>
    <u xml:id="v2" who="#c">Yes.</u>
    <u xml:id="v3" who="#d">For me it was.</u>
    """

  /// The whole text of a meeting's file.
  static func meeting(_ id: String, number: Int, body: String, standOff: String = "") -> String {
    ##"""
    <?xml version="1.0" encoding="UTF-8"?>
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="\##(id)" xml:lang="en" n="\##(number)">
    <teiHeader><fileDesc><titleStmt><title>Meeting \##(id)</title></titleStmt>
    <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
    <encodingDesc><classDecl><taxonomy xml:id="roles">
    <category xml:id="SW"><catDesc>social worker</catDesc></category>
    <category xml:id="T"><catDesc>therapist</catDesc></category>
    <category xml:id="WA"><catDesc>work applicant</catDesc></category>
    </taxonomy></classDecl></encodingDesc>
    <profileDesc><particDesc><listPerson>
    <person xml:id="a" n="SW4" role="SW"><persName>Ase</persName><affiliation ref="#five"/></person>
    <person xml:id="b" n="WA1" role="WA"><affiliation ref="#five"/></person>
    <person xml:id="c" n="T2" role="T"><affiliation ref="#five"/></person>
    <person xml:id="d" n="WA9" role="WA"/></listPerson>
    <listOrg><org type="team" xml:id="five" n="5"><orgName>Team Five</orgName></org></listOrg>
    </particDesc></profileDesc></teiHeader>\##(standOff)
    <text><timeline unit="s" origin="#T0"><when xml:id="T0"/>
    <when xml:id="T1" interval="90" since="#T0"/></timeline><body>\##(body)</body></text></TEI>
    """##
  }

  static func read(_ id: String, _ text: String) throws -> Transcript {
    let reading = TEI.read(bytes: Array(text.utf8), named: "\(id).xml")
    try #require(!reading.hasErrors, "\(reading.diagnostics)")
    return try #require(reading.transcripts.first)
  }

  private(set) var corpus: StudyCorpus
  private(set) var index: QueryIndex
  /// What tests call the codings and meaning units.
  private(set) var names: [Identifier: String] = [:]
  private(set) var ids: [String: Identifier] = [:]

  init() throws {
    let m1 = try Self.read(
      "m1", Self.meeting("m1", number: 1, body: Self.first, standOff: Self.topics))
    let m2 = try Self.read("m2", Self.meeting("m2", number: 2, body: Self.second))
    var random = RandomGenerator(seed: 7)
    let at = Timestamp(milliseconds: 1_790_000_000_000)
    var new: () -> Identifier = { Identifier(at: at, using: &random) }
    let (anna, bo, one, two) = (new(), new(), new(), new())
    new = { fatalError("all identifiers are made") }
    var editor = StudyEditor(
      Study(), lamport: 0, signature: .init(actor: anna, at: at, seed: 1))
    try editor.create(StudyProfile(id: editor.newIdentifier(), title: "S", method: .none))
    try editor.create(Researcher(id: anna, name: "Anna Nor", initials: "AN"))
    try editor.create(Researcher(id: bo, name: "Bo Lie", initials: "BL"))
    try editor.create(StudyTranscript(id: one, name: "m1", version: "x", file: "m1.xml"))
    try editor.create(StudyTranscript(id: two, name: "m2", version: "y", file: "m2.xml"))
    let versions = [
      TranscriptVersion(id: one, version: "x", transcript: m1),
      TranscriptVersion(id: two, version: "y", transcript: m2),
    ]
    var named: [String: Identifier] = ["anna": anna, "bo": bo]
    try Self.code(&editor, versions, &named, anna: anna, bo: bo)
    corpus = StudyCorpus(editor.state, versions: versions)
    index = QueryIndex(corpus)
    for (name, id) in named { names[id] = name }
    ids = named
  }

  private static func code(
    _ editor: inout StudyEditor<Study>, _ versions: [TranscriptVersion],
    _ named: inout [String: Identifier], anna: Identifier, bo: Identifier
  ) throws {
    let strain = try editor.createCode("Strain")
    let pressure = try editor.createCode("Pressure", parent: strain)
    let old = try editor.createCode("Old stress")
    let fatigue = try editor.createCode("Fatigue", parent: strain)
    let unheard = try editor.createCode("Not heard")
    let hope = try editor.createCode("Hope")
    let round = CodingRound(id: editor.newIdentifier(), name: "first")
    try editor.create(round)
    let (m1, m2) = (versions[0], versions[1])
    func apply(_ name: String, _ code: Identifier, _ anchor: Anchor, by coder: Identifier) throws {
      named[name] = try editor.apply(
        code, to: anchor, round: name == "c1" || name == "c3" ? round.id : nil, coder: coder)
    }
    try apply("c1", pressure, m1.anchor(turn: "u1", quote: "pressure"), by: anna)
    try apply("c2", old, m1.anchor(turn: "u2", quote: "The pressure is high."), by: bo)
    try apply("c3", fatigue, m1.anchor(from: "u2", to: "u4"), by: anna)
    try apply("c4", unheard, m1.anchor([TextStretch(utterance: 3)]), by: bo)
    try apply("c5", hope, m1.anchor(turn: "u6", quote: "åpen"), by: anna)
    try apply("c6", hope, m2.anchor([TextStretch(utterance: 2)]), by: anna)
    try apply("c7", pressure, m1.anchor(turn: "u5", scalars: 0..<10), by: anna)
    try apply("c8", pressure, m1.wholeAnchor, by: bo)
    try editor.mergeCode(old, into: pressure)
    named["Pressure"] = pressure
    try collect(&editor, m1, &named, strain, unheard)
  }

  /// A code group with a meaning unit, and two themes, one under the other.
  private static func collect(
    _ editor: inout StudyEditor<Study>, _ m1: TranscriptVersion,
    _ named: inout [String: Identifier], _ strain: Identifier, _ unheard: Identifier
  ) throws {
    let voice = CodeGroup(id: editor.newIdentifier(), title: "Voice")
    try editor.create(voice)
    try editor.link(.codeInGroup, from: unheard, to: voice.id)
    let unit = MeaningUnit(
      id: editor.newIdentifier(), anchor: try m1.anchor(turn: "u4", quote: "Nobody listens"),
      group: voice.id, by: editor.signature.actor)
    try editor.create(unit)
    named["mu1"] = unit.id
    let worn = try editor.createTheme("Being worn")
    var below = Theme(id: editor.newIdentifier(), name: "Worn at home")
    below.parent = worn
    try editor.create(below)
    try editor.link(.themeCode, from: worn, to: strain)
    for (theme, coding) in [(worn, "c5"), (below.id, "c6")] {
      guard let id = named[coding] else { continue }
      try editor.link(.themeExtract, from: theme, to: id)
    }
    if let id = named["c4"] { try editor.link(.themeContrary, from: worn, to: id) }
  }

  /// What a query finds, in short: `c1` for a coding, `u1` for an utterance, `u5[0-5]` for a part.
  func find(_ query: String) throws -> [String] {
    try Query(query).run(on: index).map { extract in
      if let coding = extract.coding { return names[coding] ?? "?" }
      return extract.stretches.map { stretch in
        let id = extract.locator.utterances.first ?? "?"
        guard let scalars = stretch.scalars else { return id }
        return "\(id)[\(scalars.lowerBound)-\(scalars.upperBound)]"
      }.joined(separator: " ")
    }
  }
}
