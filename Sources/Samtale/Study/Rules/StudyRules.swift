/// The rules that no change may break, whoever makes it: command line, workbench, merge or a
/// program of your own.
struct StudyRules<State: StudyReading> {
  let state: State
  /// Whether the change leads back to a restore point: its changes come in any order, so a code may
  /// be merged into one that is no longer active.
  var leadsBack = false

  /// Checks an object as a change would leave it.
  /// - Throws: ``RuleViolation``.
  func check(_ record: Record, id: Identifier, touched: Set<String>, isNew: Bool) throws {
    try checkMethod(record.kind, isNew: isNew)
    try FieldCheck(state: state).run(record, touched: touched)
    let fields = record.fields
    switch record.kind {
    case .study: try checkStudy(id)
    case .code: try checkCode(Code(id: id, fields: fields), touched: touched)
    case .coding where touched.contains("code"):
      try checkActive(Coding(id: id, fields: fields).code)
    case .link: try checkLink(Link(id: id, fields: fields))
    case .theme: try checkTheme(Theme(id: id, fields: fields), touched: touched)
    case .meaningUnit:
      try checkUnit(MeaningUnit(id: id, fields: fields), moves: touched.contains("group"))
    case .subgroup: try checkSubgroup(Subgroup(id: id, fields: fields))
    case .memo where touched.contains("visibility"): try checkMemo(Memo(id: id, fields: fields))
    case .analyticText where isNew || !touched.isDisjoint(with: ["group", "theme"]):
      try checkText(AnalyticText(id: id, fields: fields), isNew: isNew)
    case .condensate where !touched.isDisjoint(with: ["subgroup", "sentences", "setAside"]):
      try checkCondensate(Condensate(id: id, fields: fields))
    case .translation:
      try checkTranslation(StudyTranslation(id: id, fields: fields), touched: touched)
    default: break
    }
  }

  /// Kinds that are never removed, since others build on them and their history matters.
  static func isKept(_ kind: ObjectKind) -> Bool {
    switch kind {
    case .study, .researcher, .transcript, .code, .theme, .round, .group: true
    default: false
    }
  }

  private func checkMethod(_ kind: ObjectKind, isNew: Bool) throws {
    guard isNew else { return }
    let method = try state.method()
    switch kind {
    case .theme, .review:
      guard !method.developsThemes else { return }
      throw RuleViolation(
        .method, "\(method.title) has categories made from code groups, not themes",
        do: "use code groups and analytic texts, or change the profile of the project")
    case .meaningUnit, .subgroup, .condensate, .contextCheck, .preliminaryThemes:
      guard !method.condenses else { return }
      throw RuleViolation(
        .method, "a \(kind.title) belongs to systematic text condensation, not to \(method.title)",
        do: "change the profile of the project to STC, or use codes and themes")
    default: return
    }
  }

  private func checkStudy(_ id: Identifier) throws {
    guard try state.objects(of: .study).allSatisfy({ $0.id == id }) else {
      throw RuleViolation(
        .oneStudy, "the project already holds a study", do: "begin a second study in a second file")
    }
  }

  private func checkCode(_ code: Code, touched: Set<String>) throws {
    if let colour = code.colour, !Code.isColour(colour) {
      throw RuleViolation(.badValue, "“\(colour)” is no colour", do: "write it as #rrggbb")
    }
    if touched.contains("parent"), code.parent != nil { try checkPlace(code) }
    guard touched.contains("status") || touched.contains("mergedInto") else { return }
    guard code.status == .merged || code.mergedInto == nil else {
      throw RuleViolation(
        .mergeTarget, "only a merged code names the code that took it over",
        do: "merge it, or leave “mergedInto” empty")
    }
    if code.status == .merged {
      guard let target = try state.object(Code.self, code.mergedInto), target.id != code.id else {
        throw RuleViolation(
          .mergeTarget, "a merged code names the code that takes it over", do: "name another code")
      }
      try checkChain(code, from: target.id, "the codes would be merged in a circle", \.mergedInto)
      if !leadsBack { try checkActive(target.id) }
    }
  }

  /// How many codes may lie below each other, the uppermost included.
  private static var maximumDepth: Int { 64 }

  /// Makes sure that a code does not lie below itself, and that it and the codes below it do not lie
  /// too deep.
  private func checkPlace(_ code: Code) throws {
    let above = try checkChain(
      code, from: code.parent, "the code would lie below itself", \.parent)
    var depth = above + 1
    // A code that nothing points to, as a new one, has none below it.
    if depth <= Self.maximumDepth, try state.isReferenced(code.id) {
      var children: [Identifier: [Identifier]] = [:]
      for (id, record) in try state.objects(of: .code) where id != code.id {
        guard let parent = record.fields["parent"]?.identifier else { continue }
        children[parent, default: []].append(id)
      }
      var row = children[code.id] ?? []
      while !row.isEmpty, depth <= Self.maximumDepth {
        depth += 1
        row = row.flatMap { children[$0] ?? [] }
      }
    }
    guard depth <= Self.maximumDepth else {
      throw RuleViolation(
        .tooDeep, "more than \(Self.maximumDepth) codes would lie below each other",
        do: "put “\(code.name)” under a code further up")
    }
  }

  /// Follows codes upwards and makes sure that the way does not lead back.
  /// - Returns: How many codes there are on the way.
  @discardableResult
  private func checkChain(
    _ code: Code, from start: Identifier?, _ what: String, _ next: (Code) -> Identifier?
  ) throws -> Int {
    var seen: Set<Identifier> = [code.id]
    var at = start
    while let id = at {
      guard seen.insert(id).inserted else {
        throw RuleViolation(.cycle, what, do: "choose another code")
      }
      at = try state.object(Code.self, id).flatMap(next)
    }
    return seen.count - 1
  }

  private func checkActive(_ id: Identifier?) throws {
    guard let code = try state.object(Code.self, id), code.status != .active else { return }
    let heir = try state.object(Code.self, code.mergedInto).map { "use “\($0.name)”, or " } ?? ""
    throw RuleViolation(
      .retiredCode, "the code “\(code.name)” is \(code.status.rawValue)",
      do: "\(heir)revive it first")
  }

  private func checkLink(_ link: Link) throws {
    guard let from = link.from, let to = link.to, let relation = link.relation else { return }
    guard from != to else {
      throw RuleViolation(.selfLink, "an object is not related to itself", do: "name another")
    }
    let ends = (try state.record(from)?.kind, try state.record(to)?.kind)
    let fits =
      switch (relation, ends.0, ends.1) {
      case (.codeInGroup, .code, .group), (.themeCode, .theme, .code),
        (.themeExtract, .theme, .coding), (.themeExtract, .theme, .meaningUnit),
        (.themeContrary, .theme, .coding), (.themeContrary, .theme, .meaningUnit),
        (.boundary, .theme, .theme):
        true
      case (.map, let a?, let b?):
        [a, b].allSatisfy { [.code, .theme, .group].contains($0) }
      default: false
      }
    guard fits else {
      throw RuleViolation(
        .linkEnds,
        "\(relation.rawValue) does not lead from a \(ends.0?.title ?? "thing") to a "
          + (ends.1?.title ?? "thing"),
        do: "name objects of the right kinds")
    }
  }
}
