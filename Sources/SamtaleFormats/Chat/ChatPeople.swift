import Samtale

/// What the headers of a CHAT file say of a person.
struct ChatPerson {
  var name: String?
  var role: String?
  /// `@ID` after the role's predecessors: age, sex, group, SES, education, and a field of one's own.
  var age = ""
  var sex = ""
  var group = ""
  var status = ""
  var education = ""
  var custom = ChatCustom("")
  /// `@Birth of`, `@Birthplace of`, `@L1 of`, in this order.
  var states: [(type: String, text: String)] = []

  /// Takes over the fields of `@ID: language|corpus|code|age|sex|group|SES|role|education|custom|`.
  mutating func read(fields: [String]) {
    let field = { (index: Int) in index < fields.count ? fields[index].trimmed : "" }
    age = field(3)
    sex = field(4)
    group = field(5)
    status = field(6)
    if !field(7).isEmpty { role = field(7) }
    education = field(8)
    custom = ChatCustom(field(9))
  }

  /// Writes what is known to a participant.
  func describe(_ participant: inout Participant) {
    participant.roles = custom.roles ?? role.map { [$0] } ?? []
    participant.attributes = attributes
  }

  /// What CHAT says of a person as facts; the writer writes those that are among these.
  var attributes: [Participant.Attribute] {
    var facts: [Participant.Attribute] = []
    if let name { facts.append(.init(.name, text: name)) }
    if let value = Self.sexes[sex.lowercased()] {
      facts.append(.init(.sex, value: value, text: sex))
    } else if !sex.isEmpty {
      facts.append(.init(.trait, type: "sex", text: sex))
    }
    if !age.isEmpty { facts.append(.init(.age, text: age)) }
    if !education.isEmpty { facts.append(.init(.education, text: education)) }
    if !group.isEmpty { facts.append(.init(.trait, type: "group", text: group)) }
    if !status.isEmpty { facts.append(.init(.state, type: "SES", text: status)) }
    for state in states { facts.append(.init(.state, type: state.type, text: state.text)) }
    if let note = custom.note { facts.append(.init(.note, type: "custom", text: note)) }
    return facts
  }

  static let sexes = ["male": "m", "female": "f"]
}

/// The last field of `@ID`: the user's own words, or what the writer keeps there of a person.
///
/// The writer's form is `label=Anna;role=SW,lead`: the printed label and the roles where CHAT's own
/// fields cannot hold them. `unknown` stands for speakers who are not known, `speakers=ANN+BOB` for
/// people who speak at once.
struct ChatCustom {
  var label: String?
  var roles: [String]?
  var speakers: [String] = []
  var isUnknown = false
  var note: String?

  init(_ field: String) {
    guard !field.isEmpty else { return }
    if field == "unknown" {
      isUnknown = true
      return
    }
    for part in field.split(separator: ";") {
      let value = { (key: String) -> String? in
        part.hasPrefix(key) ? ChatCodes.unescaped(String(part.dropFirst(key.count))) : nil
      }
      if let text = value("label=") {
        label = text
      } else if part == ChatCodes.noRole {
        roles = []
      } else if part.hasPrefix("role=") {
        roles = part.dropFirst(5).split(separator: ",").map { ChatCodes.unescaped(String($0)) }
      } else if part.hasPrefix("speakers=") {
        speakers = part.dropFirst(9).split(separator: "+").map(String.init)
      } else {
        note = field
        return
      }
    }
  }
}

/// The people of a CHAT file, by their codes.
struct ChatPeople {
  private(set) var codes: [String] = []
  private var people: [String: ChatPerson] = [:]

  func isDeclared(_ code: String) -> Bool { people[code] != nil }

  mutating func amend(_ code: String, _ change: (inout ChatPerson) -> Void) {
    if people[code] == nil { codes.append(code) }
    change(&people[code, default: ChatPerson()])
  }

  /// `@Participants: CHI Anna Target_Child, MOT Mother`.
  mutating func readParticipants(_ content: String, decodes: Bool) {
    for entry in content.split(separator: ",") {
      let words = entry.split { $0.isWhitespace }.map(String.init)
      guard let code = words.first else { continue }
      amend(code) { person in
        if words.count > 1 { person.role = words.last }
        guard words.count > 2 else { return }
        let name = words[1..<(words.count - 1)].joined(separator: " ")
        person.name = ChatSpeech.plain(name, decodes: decodes)
      }
    }
  }

  /// `@ID`. - Returns: Whether it names a code.
  mutating func readID(_ content: String) -> Bool {
    let fields = content.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard fields.count > 2 else { return false }
    let code = fields[2].trimmed
    guard !code.isEmpty else { return false }
    amend(code) { $0.read(fields: fields) }
    return true
  }

  /// The printed label of the person with a code.
  func label(_ code: String) -> String { people[code]?.custom.label ?? code }

  /// Labels of those who speak under a code; none if they are unknown.
  func voices(_ code: String) -> [String] {
    guard let person = people[code] else { return [code] }
    if person.custom.isUnknown { return [] }
    if !person.custom.speakers.isEmpty { return person.custom.speakers.map(label) }
    return [label(code)]
  }

  /// Labels and descriptions of all people; not of those who stand for several or for nobody.
  var all: [(label: String, person: ChatPerson)] {
    codes.compactMap { code in
      guard let person = people[code], !person.custom.isUnknown, person.custom.speakers.isEmpty
      else { return nil }
      return (label(code), person)
    }
  }
}
