// Codings, meaning units, extracts and memos.
extension StudyTEIImport {
  mutating func read(
    _ read: StudyTEI.ReadCoding, _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    let what = "the coding \(read.id.short)"
    guard let code = codebook.codes[read.code] else {
      return report.note(
        .error, file: file,
        "\(what): its code “\(reading.codebook.codes[read.code].name)” could not be made",
        do: "see why above, and read the file again")
    }
    if let known = try editor.state.object(Coding.self, read.id) {
      // What others' files say of a coding says nothing of what the study made of it since.
      guard read.isOurs else { return report.count(.coding) }
      return try update(known, code, read.note, &editor, &report)
    }
    guard let anchor = try anchor(read.place, what, &report) else { return }
    let coder = signer(read.coder, editor, &report)
    var coding = Coding(
      id: read.id, code: try applicable(code, what, editor, &report), anchor: anchor, coder: coder,
      round: read.round.flatMap { rounds[$0] })
    coding.note = read.note
    coding.made = read.made
    let isDone = try report.attempt(what, file: file) { try editor.create(coding, .apply) }
    if isDone { report.count(.coding, isNew: true) }
  }

  /// The code to apply: where the study has merged it since, the one that took it over.
  private func applicable(
    _ code: Identifier, _ what: String, _ editor: Editor, _ report: inout ImportReport
  ) throws -> Identifier {
    let at = try heir(of: code, editor) ?? code
    if at != code, let old = try editor.state.object(Code.self, code),
      let heir = try editor.state.object(Code.self, at)
    {
      report.note(
        .note, file: file, "\(what): “\(old.name)” is merged into “\(heir.name)”, which is applied",
        do: "nothing, if that is right")
    }
    return at
  }

  private func heir(of code: Identifier?, _ editor: Editor) throws -> Identifier? {
    try code?.heir { try editor.state.object(Code.self, $0)?.mergedInto }
  }

  private func update(
    _ coding: Coding, _ code: Identifier, _ note: String?, _ editor: inout Editor,
    _ report: inout ImportReport
  ) throws {
    let before = editor.events.count
    let isSame = try heir(of: code, editor) == heir(of: coding.code, editor)
    try report.attempt("the coding \(coding.id.short)", file: file) {
      if !isSame { try editor.change(Coding.self, coding.id, .recode) { $0.code = code } }
      try editor.change(Coding.self, coding.id) {
        if let note, !ExchangeText.same($0.note, note) { $0.note = note }
      }
    }
    report.count(.coding, isChanged: editor.events.count > before)
  }

  mutating func read(
    _ read: StudyTEI.ReadUnit, _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    guard try editor.state.object(MeaningUnit.self, read.id) == nil else {
      return report.count(.meaningUnit)
    }
    let what = "the meaning unit \(read.id.short)"
    guard let group = codebook.groups[read.group] else {
      return report.note(
        .error, file: file, "\(what): its code group could not be made", do: "see why above")
    }
    guard let anchor = try anchor(read.place, what, &report) else { return }
    var unit = MeaningUnit(
      id: read.id, anchor: anchor, group: group, by: signer(read.by, editor, &report))
    unit.subgroup = read.part.flatMap { codebook.parts[read.group][$0] }
    unit.isGolden = read.isGolden
    unit.note = read.note
    unit.copyOf = try editor.state.object(MeaningUnit.self, read.copyOf)?.id
    if try report.attempt(what, file: file, { try editor.create(unit) }) {
      report.count(.meaningUnit, isNew: true)
    }
  }

  func read(
    _ read: StudyTEI.ReadExtract, _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    guard try editor.state.object(Link.self, read.id) == nil else { return report.count(.link) }
    guard let theme = codebook.themes[read.theme] else {
      return report.note(
        .error, file: file, "an extract: its theme could not be made", do: "see why above")
    }
    let link = Link(id: read.id, read.relation, from: theme, to: read.item, note: read.note)
    if try report.attempt("an extract of a theme", file: file, { try editor.create(link) }) {
      report.count(.link, isNew: true)
    }
  }

  mutating func read(
    _ read: StudyTEI.ReadMemo, _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    let what = "the memo \(read.id.short)"
    if let original = read.standsFor, try editor.state.record(original) != nil {
      return report.count(.memo)
    }
    guard try editor.state.object(Memo.self, read.id) == nil else {
      guard read.isOurs else { return report.count(.memo) }
      let before = editor.events.count
      try report.attempt(what, file: file) {
        try editor.change(Memo.self, read.id, .write) {
          if !ExchangeText.same($0.body, read.body) { $0.body = read.body }
          if let title = read.title, !ExchangeText.same($0.title, title) { $0.title = title }
        }
      }
      return report.count(.memo, isChanged: editor.events.count > before)
    }
    let target = try target(read.target, editor)
    var memo = Memo(
      id: read.id, read.sort ?? Self.sort(read.target), body: read.body,
      author: signer(read.author, editor, &report), visibility: read.visibility)
    memo.title = read.title
    memo.made = read.made
    memo.target = target
    if let place = read.place {
      // A memo whose place is gone is still about this transcript.
      memo.anchor = try anchor(place, what, &report) ?? anchor(.whole, what, &report)
    }
    if try report.attempt(what, file: file, { try editor.create(memo, .write) }) {
      report.count(.memo, isNew: true)
    }
  }

  private static func sort(_ target: StudyTEI.ReadTarget?) -> Memo.Sort {
    switch target {
    case .entry(.code): .code
    case .entry(.theme): .theme
    default: .context
    }
  }

  private func target(_ target: StudyTEI.ReadTarget?, _ editor: Editor) throws -> Identifier? {
    switch target {
    case .entry(.code(let i)): codebook.codes[i]
    case .entry(.group(let i)): codebook.groups[i]
    case .entry(.subgroup(let group, let part)): codebook.parts[group][part]
    case .entry(.theme(let i)): codebook.themes[i]
    case .person(let i): people[i]
    case .item(let id): try editor.state.record(id) == nil ? nil : id
    case nil: nil
    }
  }
}
