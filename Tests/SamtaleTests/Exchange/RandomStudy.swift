import TestSupport
import Testing

@testable import Samtale

/// Makes random studies of given transcripts: for finding what exchange loses.
struct RandomStudy {
  private(set) var editor: StudyEditor<Study>
  let versions: [TranscriptVersion]
  private var random: SeededNumbers
  private var researchers: [Identifier] = []
  private var codes: [Identifier] = []
  private var groups: [Identifier] = []
  private var themes: [Identifier] = []

  static let time = Timestamp(milliseconds: 1_790_000_000_000)

  var study: Study { editor.state }
  var corpus: StudyCorpus { StudyCorpus(study, versions: versions) }

  init(seed: UInt64, transcripts: [Transcript], method: MethodProfile = .none) throws {
    random = SeededNumbers(seed: seed)
    let empty = try Self.empty(transcripts, seed: seed, method: method)
    editor = empty.editor
    versions = empty.versions
    researchers = [editor.signature.actor]
  }

  /// A study that knows its transcripts and one researcher.
  static func empty(
    _ transcripts: [Transcript], seed: UInt64, method: MethodProfile = .none
  ) throws -> (editor: StudyEditor<Study>, versions: [TranscriptVersion]) {
    var random = RandomGenerator(seed: seed, stream: 7)
    let actor = Identifier(at: time, using: &random)
    var editor = StudyEditor(
      Study(), lamport: 0,
      signature: .init(actor: actor, at: time, seed: seed &+ 99))
    try editor.create(StudyProfile(id: editor.newIdentifier(), title: "Study", method: method))
    try editor.create(Researcher(id: actor, name: "Reader \(seed)"))
    let versions = try transcripts.enumerated().map { i, transcript in
      // The same transcript is the same object in both studies.
      let id = Identifier(deriving: ["transcript", transcript.id])
      let version = "v\(i)"
      try editor.create(
        StudyTranscript(id: id, name: transcript.id, version: version, file: transcript.id + ".xml")
      )
      return TranscriptVersion(id: id, version: version, transcript: transcript)
    }
    return (editor, versions)
  }

  // MARK: Choices

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }
  private mutating func pick<T>(_ choices: [T]) -> T? { choices.randomElement(using: &random) }
  private mutating func maybe<T>(_ percent: Int, _ value: T?) -> T? {
    chance(percent) ? value : nil
  }

  private static let words = [
    "grense", "ansvar", "«hvem?»", "=SUM(A1)", "a / b", "\\", "x;y", "\"quoted\"", "& <tag>",
    "é", "👩‍👩‍👧", "-", "'=1", "'", "løsning", "日本語", "C, D", "the office", "#c-1", "/",
  ]

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in pick(Self.words) ?? "" }
      .joined(separator: " ")
  }

  private mutating func text() -> String {
    words(1...6) + (chance(30) ? "\n" + words(1...4) : "")
      + (chance(20) ? "\n\n" + words(1...2) : "")
  }

  // MARK: Parts

  mutating func fill() throws {
    for i in 0..<2 {
      let id = editor.newIdentifier()
      try editor.create(
        Researcher(id: id, name: "Åse & \(i)", initials: maybe(50, "Å\(i)"), position: "mine"))
      researchers.append(id)
    }
    try fillCodes()
    try fillGroups()
    try fillThemes()
    try fillCodings()
    try fillUnits()
    try fillTranslations()
    try fillMemos()
    try changeCodes()
  }

  private mutating func fillCodes() throws {
    for _ in 0..<Int.random(in: 1...10, using: &random) {
      let name = words(1...3)
      codes.append(
        try editor.createCode(
          name, definition: maybe(60, text()), parent: maybe(50, pick(codes)) ?? nil,
          colour: maybe(30, "#aA3377"), level: maybe(50, pick(Code.Level.allCases)) ?? nil,
          origin: pick(Code.Origin.allCases) ?? .inductive))
    }
  }

  private mutating func fillGroups() throws {
    for i in 0..<Int.random(in: 0...3, using: &random) {
      var group = CodeGroup(id: editor.newIdentifier(), title: words(1...2) + "\(i)")
      group.summary = maybe(50, text())
      if chance(50) { group.fields["order"] = .number(i) }
      try editor.create(group)
      groups.append(group.id)
      for code in codes where chance(40) {
        try editor.link(.codeInGroup, from: code, to: group.id)
      }
      if chance(60) {
        try editor.create(
          Subgroup(id: editor.newIdentifier(), group: group.id, title: words(1...2)))
      }
    }
  }

  private mutating func fillThemes() throws {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      var theme = Theme(id: editor.newIdentifier(), name: words(1...4), concept: text())
      theme.includes = maybe(50, text())
      theme.excludes = maybe(50, text())
      theme.question = maybe(50, text())
      theme.roles = chance(50) ? ["SW", "a;b"] : []
      theme.status = pick(Theme.Status.allCases) ?? .candidate
      let tops = themes.filter { editor.state.object(Theme.self, $0)?.parent == nil }
      theme.parent = maybe(40, pick(tops)) ?? nil
      try editor.create(theme)
      themes.append(theme.id)
      for code in codes where chance(30) { try editor.link(.themeCode, from: theme.id, to: code) }
    }
    if themes.count > 1 {
      try editor.link(.map, from: themes[0], to: themes[1], note: "leads to")
    }
  }

  /// A random place, as researchers make them.
  private mutating func anchor() throws -> Anchor {
    guard let version = pick(versions) else { return Anchor(.dataSet, transcript: nil) }
    let count = version.transcript.utterances.count
    guard count > 0, !chance(5) else { return version.wholeAnchor }
    if chance(3) { return Anchor(.dataSet, transcript: nil) }
    if chance(10), let id = pick(version.transcript.allTopics)?.id {
      return try version.anchor(topic: id)
    }
    let first = Int.random(in: 0..<count, using: &random)
    switch Int.random(in: 0...3, using: &random) {
    case 0: return version.anchor([TextStretch(utterance: first)])
    case 1:
      let last = min(count - 1, first + Int.random(in: 1...4, using: &random))
      return version.anchor((first...last).map { TextStretch(utterance: $0) })
    case 2:
      let other = Int.random(in: 0..<count, using: &random)
      return version.anchor([part(of: first, version), part(of: other, version)])
    default: return version.anchor([part(of: first, version)])
    }
  }

  private mutating func part(of utterance: Int, _ version: TranscriptVersion) -> TextStretch {
    let length = version.transcript.utterances[utterance].text.unicodeScalars.count
    guard length > 1 else { return TextStretch(utterance: utterance) }
    let from = Int.random(in: 0..<length, using: &random)
    let to = Int.random(in: (from + 1)...length, using: &random)
    return TextStretch(utterance: utterance, scalars: from..<to)
  }

  private mutating func fillCodings() throws {
    var rounds: [Identifier] = []
    for i in 0..<2 {
      var round = CodingRound(id: editor.newIdentifier(), name: "Round\n\(i)")
      round.isOpen = i == 0
      try editor.create(round)
      rounds.append(round.id)
    }
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      guard let code = pick(codes) else { continue }
      let coding = try editor.apply(
        code, to: try anchor(), round: maybe(40, pick(rounds)) ?? nil, note: maybe(30, text()),
        coder: pick(researchers))
      if chance(30), let theme = pick(themes) {
        let relation: Link.Relation = chance(70) ? .themeExtract : .themeContrary
        try editor.link(relation, from: theme, to: coding, note: maybe(30, text()))
      }
    }
  }

  private mutating func fillUnits() throws {
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      guard let group = pick(groups), let by = pick(researchers) else { continue }
      var unit = MeaningUnit(id: editor.newIdentifier(), anchor: try anchor(), group: group, by: by)
      unit.subgroup = study.all(Subgroup.self).first { $0.group == group }?.id
      unit.isGolden = chance(30)
      unit.note = maybe(30, text())
      try editor.create(unit)
      guard chance(30), let other = pick(groups) else { continue }
      var copy = MeaningUnit(
        id: editor.newIdentifier(), anchor: unit.anchor ?? versions[0].wholeAnchor, group: other,
        by: by)
      copy.copyOf = unit.id
      try editor.create(copy)
    }
  }

  private mutating func fillTranslations() throws {
    for version in versions where !version.transcript.utterances.isEmpty {
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let index = Int.random(in: 0..<version.transcript.utterances.count, using: &random)
        try editor.translate(
          version.anchor([TextStretch(utterance: index)]), into: pick(["en", "de-AT"]) ?? "en",
          text(), translator: maybe(50, "Å. & Co"), date: maybe(50, "2026-05"),
          status: pick(Translation.Status.allCases))
      }
    }
  }

  private mutating func fillMemos() throws {
    let targets =
      codes + groups + themes + researchers + study.all(Coding.self).map(\.id)
      + study.all(MeaningUnit.self).map(\.id) + study.all(StudyTranslation.self).map(\.id)
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      try editor.writeMemo(
        pick(Memo.Sort.allCases) ?? .code, text(), title: maybe(50, words(1...3)),
        on: maybe(50, pick(targets)) ?? nil, at: chance(50) ? try anchor() : nil,
        visibility: pick(Memo.Visibility.allCases))
    }
  }

  private mutating func changeCodes() throws {
    guard codes.count > 3 else { return }
    if chance(60) { try editor.mergeCode(codes[0], into: codes[1]) }
    if chance(40) { try editor.retireCode(codes[2]) }
    if chance(40) { try editor.splitCode(codes[3], into: [("part one", []), ("part two", [])]) }
  }

  /// Reads files in.
  mutating func read(_ transcripts: [Transcript]) throws -> ImportReport {
    try editor.importCodings(from: StudyTEI.read(transcripts), into: versions)
  }
}
