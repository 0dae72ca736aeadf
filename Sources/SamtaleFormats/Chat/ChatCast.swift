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
