/// Reads one codebook into a study.
///
/// States of codes come last and by themselves: codings are made in between, and only active codes
/// can be applied.
struct CodebookImport<State: StudyState> {
  typealias Editor = StudyEditor<State>

  let codebook: Codebook
  /// The objects of the study that the entries became; `nil` if a rule forbade them.
  var codes: [Identifier?]
  var groups: [Identifier?]
  var themes: [Identifier?]
  /// Subgroups by group and part.
  var parts: [[Identifier?]]
  /// Entries whose object was made here.
  private var isNew: Set<Int> = []

  init(_ codebook: Codebook) {
    self.codebook = codebook
    codes = Array(repeating: nil, count: codebook.codes.count)
    groups = Array(repeating: nil, count: codebook.groups.count)
    themes = Array(repeating: nil, count: codebook.themes.count)
    parts = codebook.groups.map { Array(repeating: nil, count: $0.subgroups.count) }
  }

  /// Codes, groups and themes with what belongs to them.
  mutating func entries(in editor: inout Editor, _ report: inout ImportReport) throws {
    try readCodes(&editor, &report)
    for i in codebook.groups.indices { try readGroup(i, &editor, &report) }
    try readThemes(&editor, &report)
    try readLinks(&editor, &report)
  }

  // MARK: Codes

  /// What names a code that has no identifier of the study.
  private struct Place: Hashable {
    var parent: Identifier?
    var name: String
  }

  private mutating func readCodes(_ editor: inout Editor, _ report: inout ImportReport) throws {
    var places: [Place: Identifier] = [:]
    for code in try editor.state.all(Code.self).sorted(by: { $0.comesBefore($1) }) {
      places[Place(parent: code.parent, name: code.name)] = code.id
    }
    for i in codebook.parentsFirst {
      let entry = codebook.codes[i]
      let parent = entry.parent.flatMap { codes[$0] }
      let place = Place(parent: parent, name: entry.name)
      let named = entry.id == nil || entry.isDerived ? places[place] : nil
      let known = try editor.state.object(Code.self, entry.id)?.id
      if let id = known ?? named {
        codes[i] = id
        try update(i, id, &editor, &report)
      } else {
        let id = entry.id ?? editor.newIdentifier()
        guard try create(entry, id, parent, &editor, &report) else { continue }
        codes[i] = id
        isNew.insert(i)
        if entry.parent != nil, parent == nil { report.noteTop("the code “\(entry.name)”") }
        places[place] = id
      }
    }
  }

  private func create(
    _ entry: Codebook.Entry, _ id: Identifier, _ parent: Identifier?, _ editor: inout Editor,
    _ report: inout ImportReport
  ) throws -> Bool {
    var code = Code(id: id, name: entry.name, origin: entry.origin ?? .inductive)
    code.definition = entry.definition
    code.colour = entry.colour
    code.level = entry.level
    code.parent = parent
    let isDone = try report.attempt("the code “\(entry.name)”") { try editor.create(code) }
    if isDone { report.created[.code, default: 0] += 1 }
    return isDone
  }

  private func update(
    _ i: Int, _ id: Identifier, _ editor: inout Editor, _ report: inout ImportReport
  ) throws {
    let entry = codebook.codes[i]
    // What others' files call a code says nothing of how the study has developed it since.
    if entry.isDerived { return report.count(.code) }
    let before = editor.events.count
    try report.attempt("the code “\(entry.name)”") {
      try editor.change(Code.self, id, .rename) {
        if !ExchangeText.same($0.name, entry.name) { $0.name = entry.name }
      }
      try editor.change(Code.self, id, .describe) { code in
        if let text = entry.definition, !ExchangeText.same(code.definition, text) {
          code.definition = text
        }
        code.colour = entry.colour ?? code.colour
        code.level = entry.level ?? code.level
        code.origin = entry.origin ?? code.origin
      }
    }
    if codebook.statesTree, entry.id != nil {
      let parent = entry.parent.flatMap { codes[$0] }
      if parent != nil || entry.parent == nil {
        try report.attempt("the place of the code “\(entry.name)”") {
          try editor.change(Code.self, id, .move) { $0.parent = parent }
        }
      }
    }
    report.count(.code, isChanged: editor.events.count > before)
  }

  /// Brings codes to the status that the codebook states.
  mutating func statuses(in editor: inout Editor, _ report: inout ImportReport) throws {
    for i in statusOrder {
      let entry = codebook.codes[i]
      guard let id = codes[i], isNew.contains(i) || !entry.isDerived,
        let code = try editor.state.object(Code.self, id)
      else { continue }
      let heir = entry.mergedInto.flatMap { codes[$0] }
      let source = entry.splitFrom.flatMap { codes[$0] }
      let before = editor.events.count
      try report.attempt("the status of the code “\(entry.name)”") {
        try editor.change(Code.self, id, .split) { $0.splitFrom = source ?? $0.splitFrom }
        guard let status = entry.status else { return }
        try editor.change(Code.self, id, Self.verb(status)) {
          $0.status = status
          $0.mergedInto = status == .merged ? heir ?? code.mergedInto : nil
        }
      }
      guard editor.events.count > before, !isNew.contains(i) else { continue }
      report.changed[.code, default: 0] += 1
    }
  }

  /// Codes are merged into active ones, so those that others were merged into wait: first what is
  /// active, then the merged ones with the longest way to go, then what is no longer in use.
  private var statusOrder: [Int] {
    let rank = codebook.codes.indices.map { i -> (stage: Int, way: Int) in
      switch codebook.codes[i].status {
      case .active?, nil: (0, 0)
      case .merged?: (1, -way(from: i))
      default: (2, 0)
      }
    }
    return codebook.codes.indices.sorted {
      (rank[$0].stage, rank[$0].way, $0) < (rank[$1].stage, rank[$1].way, $1)
    }
  }

  /// Over how many codes a merged one leads to the one that counts; bounded, should it go in a circle.
  private func way(from start: Int) -> Int {
    var (at, length) = (start, 0)
    while let next = codebook.codes[at].mergedInto, codebook.codes.indices.contains(next),
      length <= codebook.codes.count
    {
      at = next
      length += 1
    }
    return length
  }

  private static func verb(_ status: Code.Status) -> Verb {
    switch status {
    case .active: .revive
    case .merged: .merge
    case .split: .split
    case .retired: .retire
    }
  }
}

extension Code {
  /// Active codes come last, older ones after newer ones, so that they hold a name in the end.
  fileprivate func comesBefore(_ other: Code) -> Bool {
    let (here, there) = (status == .active, other.status == .active)
    return here != there ? there : id > other.id
  }
}
