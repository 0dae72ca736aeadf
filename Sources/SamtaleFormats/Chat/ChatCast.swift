import Samtale

/// The people of a transcript with the codes that a CHAT file knows them by.
struct ChatCast {
  /// The codes of the participants, in their order.
  private(set) var codes: [String] = []
  private let participants: [Participant]
  private var unknown: String?
  /// Codes of people who speak at once, in the order in which they are needed.
  private var joint: [(people: [Int], code: String)] = []
  private var taken: Set<String> = []

  init(_ transcript: Transcript) {
    participants = transcript.participants
    // Labels that are codes already keep theirs, whoever comes first.
    let own = participants.map { $0.label.flatMap { Self.isCode($0) ? $0 : nil } }
    taken = Set(own.compactMap(\.self))
    var given: Set<String> = []
    for (index, person) in participants.enumerated() {
      if let code = own[index], given.insert(code).inserted {
        codes.append(code)
      } else {
        codes.append(unused(Self.letters(person.label ?? person.id)))
      }
    }
    for utterance in transcript.utterances { note(utterance.speakers) }
    for mark in transcript.marks where mark.kind == .contribution {
      if mark.detail.participants.isEmpty { note([]) }
    }
    if participants.isEmpty { note([]) }
  }

  private mutating func note(_ speakers: [Int]) {
    if speakers.isEmpty, unknown == nil {
      unknown = unused("UNK")
    } else if speakers.count > 1, !joint.contains(where: { $0.people == speakers }) {
      joint.append((speakers, unused("GRP")))
    }
  }

  /// The code under which these people speak.
  func code(_ speakers: [Int]) -> String {
    if speakers.count == 1 { return codes[speakers[0]] }
    if speakers.isEmpty { return unknown ?? "UNK" }
    return joint.first { $0.people == speakers }?.code ?? "UNK"
  }

  /// Capital letters, digits and underscores, seven at most, a letter first.
  private static func isCode(_ label: String) -> Bool {
    guard let first = label.utf8.first, first >= 0x41, first <= 0x5A else { return false }
    return label.utf8.count <= 7
      && label.utf8.allSatisfy {
        $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F
      }
  }

  /// Three capital letters or digits, the first a letter.
  private static func letters(_ label: String) -> String {
    let plain = label.uppercased().utf8.filter {
      $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39
    }
    let word = String(decoding: plain.drop { $0 < 0x41 }.prefix(3), as: UTF8.self)
    return word.isEmpty ? "PER" : word
  }

  private mutating func unused(_ base: String) -> String {
    if taken.insert(base).inserted { return base }
    var number = 2
    while true {
      let digits = String(number)
      let code = base.prefix(max(1, 3 - digits.count)) + digits
      if taken.insert(String(code)).inserted { return String(code) }
      number += 1
    }
  }

  // MARK: Headers

  /// What `@Participants` and `@ID` say of all.
  mutating func entries(_ escape: inout ChatEscape, _ losses: inout ExportLosses) -> [ChatEntry] {
    var entries: [ChatEntry] = []
    for (index, person) in participants.enumerated() {
      entries.append(ChatEntry(person, code: codes[index], &escape, &losses))
    }
    for (people, code) in joint {
      let speakers = people.map { codes[$0] }.joined(separator: "+")
      entries.append(ChatEntry(code: code, role: "Group", custom: "speakers=" + speakers))
    }
    if let unknown {
      entries.append(ChatEntry(code: unknown, role: "Unidentified", custom: "unknown"))
    }
    return entries
  }
}

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
    if participant.roles != [role] {
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

/// Writes words so that nothing in them means something else in CHAT.
///
/// ASCII characters that CHAT reserves get their fullwidth forms (`e.g.` is `e．g．`), ’ and ‘ the
/// letters ʼ and ʻ, and the file says so in a comment; importing turns them back. Signs of prosody, which have no other form, are
/// left out and counted, as are fullwidth forms that the talk itself holds.
struct ChatEscape {
  /// Whether anything was written in another form.
  private(set) var isUsed = false
  /// Characters that could not be written.
  private(set) var dropped = 0
  /// Fullwidth characters of the talk itself, which come back as ASCII if ``isUsed``.
  private(set) var fullwidth = 0

  private static let silent: Set<Unicode.Scalar> = ChatCodes.prosody.union([
    "‹", "›", "〔", "〕", "⌈", "⌉", "⌊", "⌋", "„", "‡", "•",
  ])

  /// A word of the main line.
  mutating func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    let first = scalars.startIndex
    for (place, scalar) in zip(scalars.indices, scalars) {
      let isInner = place > first && place < scalars.endIndex - 1
      if Self.isPlain(scalar) || isInner && scalar == "-" || scalar == "'" {
        view.append(scalar)
      } else {
        append(scalar, to: &view)
      }
    }
    let isGap = ["xxx", "xx", "yyy", "yy", "www", "ww"].contains(String(view))
    let isZero = view.first == "0" && !Self.isDigit(view.dropFirst().first)
    if isGap || isZero, let first = view.first {
      isUsed = true
      view.replaceSubrange(view.startIndex...view.startIndex, with: [ChatCodes.escaped(first)])
    }
    return String(view)
  }

  private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else {
      return !silent.contains(scalar) && !isWide(scalar) && scalar != "’" && scalar != "‘"
    }
    return scalar.properties.isAlphabetic || isDigit(scalar)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF01...0xFF5E).contains(scalar.value) || scalar == "ʼ" || scalar == "ʻ"
  }

  private mutating func append(_ scalar: Unicode.Scalar, to view: inout String.UnicodeScalarView) {
    if Self.isWide(scalar) {
      fullwidth += 1
      view.append(scalar)
    } else if scalar.value > 0x20, scalar.value < 0x7F || scalar == "’" || scalar == "‘" {
      isUsed = true
      view.append(ChatCodes.escaped(scalar))
    } else {
      dropped += 1
    }
  }

  /// Several words where only one can stand: a space is `_`.
  mutating func words(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        view.append("_")
      } else if Self.isPlain(scalar) || kept.contains(scalar) || scalar == "'" {
        view.append(scalar)
      } else {
        append(scalar, to: &view)
      }
    }
    return String(view)
  }

  /// A comment: everything may stand there but what ends it.
  mutating func comment(_ text: String, reserved: Set<Unicode.Scalar> = []) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if reserved.contains(scalar) || Self.isWide(scalar) {
        append(scalar, to: &view)
      } else {
        view.append(scalar == "\u{15}" ? "•" : scalar)
      }
    }
    return String(view)
  }

  /// The same with its first character in another form, so that it is no code.
  mutating func disguised(_ text: String) -> String {
    var view = comment(text).unicodeScalars
    guard let first = view.first, first.value > 0x20, first.value < 0x7F else { return text }
    isUsed = true
    view.replaceSubrange(view.startIndex...view.startIndex, with: [ChatCodes.escaped(first)])
    return String(view)
  }

  /// A part of the last field of `@ID`, where fullwidth forms are always turned back.
  mutating func field(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isReserved = "|;,=+".unicodeScalars.contains(scalar)
      view.append(isReserved ? ChatCodes.escaped(scalar) : scalar)
    }
    return String(view)
  }
}
