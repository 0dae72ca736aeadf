// What can be done with codes and codings.
extension StudyEditor {
  /// Makes a code.
  /// - Returns: Its identifier.
  @discardableResult
  public mutating func createCode(
    _ name: String, definition: String? = nil, parent: Identifier? = nil, colour: String? = nil,
    level: Code.Level? = nil, origin: Code.Origin = .inductive, inVivo: Anchor? = nil,
    reason: String? = nil
  ) throws -> Identifier {
    var code = Code(id: newIdentifier(), name: name, origin: inVivo == nil ? origin : .inVivo)
    code.definition = definition
    code.parent = parent
    code.colour = colour
    code.level = level
    code.inVivo = inVivo
    try create(code, reason: reason)
    return code.id
  }

  public mutating func renameCode(_ id: Identifier, to name: String, reason: String? = nil) throws {
    try change(Code.self, id, .rename, reason: reason) { $0.name = name }
  }

  /// Puts a code under another; `nil` takes it to the top.
  public mutating func moveCode(
    _ id: Identifier, under parent: Identifier?, reason: String? = nil
  ) throws {
    try change(Code.self, id, .move, reason: reason) { $0.parent = parent }
  }

  /// Merges a code into another. Its codings stay as they were made and count for the other code
  /// from now on, so that taking the merger back brings everything back.
  public mutating func mergeCode(
    _ id: Identifier, into target: Identifier, reason: String? = nil
  ) throws {
    try change(Code.self, id, .merge, reason: reason) {
      $0.status = .merged
      $0.mergedInto = target
    }
  }

  /// Splits a code: makes new codes and gives each the codings named for it. Codings that no part
  /// takes stay with the old code, which is kept as split.
  /// - Returns: The new codes, in the order of the parts.
  @discardableResult
  public mutating func splitCode(
    _ id: Identifier, into parts: [(name: String, codings: [Identifier])], reason: String? = nil
  ) throws -> [Identifier] {
    try together { try $0.split(id, into: parts, reason: reason) }
  }

  private mutating func split(
    _ id: Identifier, into parts: [(name: String, codings: [Identifier])], reason: String?
  ) throws -> [Identifier] {
    let old = try existing(Code.self, id)
    var made: [Identifier] = []
    for part in parts {
      var code = Code(id: newIdentifier(), name: part.name, origin: old.origin)
      code.parent = old.parent
      code.level = old.level
      code.splitFrom = id
      try create(code, .split, reason: reason)
      for coding in part.codings {
        guard try existing(Coding.self, coding).code == id else {
          throw RuleViolation(
            .badValue, "the coding \(coding.short) has another code than “\(old.name)”",
            do: "name codings of the code that is split")
        }
        try change(Coding.self, coding, .recode, reason: reason) { $0.code = code.id }
      }
      made.append(code.id)
    }
    try change(Code.self, id, .split, reason: reason) {
      $0.status = .split
      $0.mergedInto = nil
    }
    return made
  }

  /// Takes a code out of use; its codings stay.
  public mutating func retireCode(_ id: Identifier, reason: String? = nil) throws {
    try change(Code.self, id, .retire, reason: reason) {
      $0.status = .retired
      $0.mergedInto = nil
    }
  }

  /// Brings back a code that was retired, split or merged.
  public mutating func reviveCode(_ id: Identifier, reason: String? = nil) throws {
    try change(Code.self, id, .revive, reason: reason) {
      $0.status = .active
      $0.mergedInto = nil
    }
  }

  /// Codes a place.
  /// - Returns: The coding's identifier.
  @discardableResult
  public mutating func apply(
    _ code: Identifier, to anchor: Anchor, round: Identifier? = nil, note: String? = nil,
    coder: Identifier? = nil, reason: String? = nil
  ) throws -> Identifier {
    var coding = Coding(
      id: newIdentifier(), code: code, anchor: anchor, coder: coder ?? signature.actor,
      round: round)
    coding.note = note
    try create(coding, .apply, reason: reason)
    return coding.id
  }

  /// Gives codings another code.
  public mutating func recode(
    _ codings: [Identifier], to code: Identifier, reason: String? = nil
  ) throws {
    try together { editor in
      for id in codings {
        try editor.change(Coding.self, id, .recode, reason: reason) { $0.code = code }
      }
    }
  }

  /// Relates two objects. Each relation is a thing of its own, even where there is one like it.
  /// - Returns: The relation's identifier.
  @discardableResult
  public mutating func link(
    _ relation: Link.Relation, from: Identifier, to: Identifier, note: String? = nil
  ) throws -> Identifier {
    let link = Link(id: newIdentifier(), relation, from: from, to: to, note: note)
    try create(link)
    return link.id
  }
}
