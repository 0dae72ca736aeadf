import Samtale

/// What the headers say of one speaker.
struct ChatEntry {
  var code: String
  var role: String
  var custom: String
  var name: String?
  private var person = ChatPerson()

  init(code: String, role: String, custom: String) {
    self.code = code
    self.role = role
    self.custom = custom
  }

  init(
    _ participant: Participant, code: String, _ escape: inout ChatEscape,
    _ losses: inout ExportLosses
  ) {
    let known = participant.roles.first { ChatCodes.roles.contains($0) }
    self.init(code: code, role: known ?? "Participant", custom: "")
    for fact in participant.attributes { take(fact) }
    name = person.name.map { escape.words($0) }
    var kept: [String] = []
    if let label = participant.label, label != code { kept.append("label=" + escape.field(label)) }
    if participant.roles.isEmpty {
      kept.append(ChatCodes.noRole)
    } else if participant.roles != [role] {
      kept.append("role=" + participant.roles.map { escape.field($0) }.joined(separator: ","))
    }
    custom = kept.isEmpty ? person.custom.note ?? "" : kept.joined(separator: ";")
    if !kept.isEmpty { person.custom.note = nil }
    let carried = person.attributes
    losses.add(.attributes, participant.attributes.count { !carried.contains($0) })
  }

  /// Puts a fact into the field that CHAT has for it.
  private mutating func take(_ fact: Participant.Attribute) {
    let text = fact.text
    let isPlain = !text.isEmpty && !text.contains { $0 == "|" || $0 == "\u{15}" }
    switch (fact.kind, fact.type) {
    case (.name, nil) where isPlain && person.name == nil: person.name = text
    case (.sex, _), (.gender, _):
      guard person.sex.isEmpty else { return }
      let sexes = ["m": "male", "f": "female"]
      person.sex = fact.value.flatMap { sexes[$0] } ?? ""
      if fact.kind == .sex, ChatPerson.sexes[text.lowercased()] != nil { person.sex = text }
    case (.age, nil) where Self.isAge(text) && person.age.isEmpty: person.age = text
    case (.education, nil) where isPlain && person.education.isEmpty: person.education = text
    case (.trait, "group") where isPlain && person.group.isEmpty: person.group = text
    case (.state, "SES") where ChatCodes.statuses.contains(text) && person.status.isEmpty:
      person.status = text
    case (.state, let type?) where isPlain && Self.states[type] != nil:
      guard !person.states.contains(where: { $0.type == type }) else { return }
      person.states.append((type, text))
    case (.note, "custom") where isPlain && ChatCustom(text).note == text: person.custom.note = text
    default: break
    }
  }

  private static let states = ["birth": "Birth of", "birthplace": "Birthplace of", "L1": "L1 of"]

  /// `3;` `3;06.` `3;06.15`: years, months, days.
  private static func isAge(_ text: String) -> Bool {
    let years = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return !years.isEmpty && text.utf8.dropFirst(years.count).first == UInt8(ascii: ";")
      && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x3B || $0 == 0x2E }
  }

  var participant: String { [code, name, role].compactMap(\.self).joined(separator: " ") }

  func identification(language: String, corpus: String) -> String {
    [
      language, corpus, code, person.age, person.sex, person.group, person.status, role,
      person.education, custom, "",
    ].joined(separator: "|")
  }

  /// `@Birth of` and its like.
  var states: [String] {
    person.states.compactMap { state in
      Self.states[state.type].map { "@\($0) \(code):\t\(state.text)" }
    }
  }
}
