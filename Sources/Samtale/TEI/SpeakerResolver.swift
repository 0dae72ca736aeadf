/// Finds the participants that pointers name, and makes those that nobody declared.
struct SpeakerResolver {
  private(set) var participants: [Participant]
  private(set) var undeclared: Set<String> = []
  private var byID: [String: Int] = [:]
  private var taken: Set<String>
  private var byOther: [String: Int] = [:]
  private let shared: SharedDeclarations

  init(participants: [Participant], shared: SharedDeclarations) {
    self.participants = participants
    self.shared = shared
    taken = Set(participants.map(\.id))
    for (i, participant) in participants.enumerated() {
      if byID[participant.id] == nil { byID[participant.id] = i }
    }
    for (i, participant) in participants.enumerated() {
      let aliases = participant.attributes.filter { $0.kind == .name }.map(\.text)
      for key in [participant.label].compactMap({ $0 }) + aliases where byOther[key] == nil {
        byOther[key] = i
      }
    }
  }

  /// Whether a pointer names somebody whom nobody declares.
  func isUndeclared(_ pointer: String) -> Bool {
    let id = pointer.lastIndex(of: "#").map { String(pointer[pointer.index(after: $0)...]) }
    return undeclared.contains(id ?? pointer)
  }

  /// The participant that a pointer names: by identifier, by printed label or name, among the people
  /// of the corpus, without a prefix — else a new, undeclared one. `nil` for the unknown speaker.
  mutating func participant(_ pointer: String, label: String?) -> Int? {
    let id =
      pointer.lastIndex(of: "#").map { String(pointer[pointer.index(after: $0)...]) }
      ?? pointer
    guard !id.isEmpty, id != TEIReader.unknownID else { return nil }
    if let known = byID[id] ?? byOther[id] { return known }
    if let declared = shared.participants[id] { return add(declared, as: id) }
    if let dot = id.firstIndex(of: "."), let known = byID[String(id[id.index(after: dot)...])] {
      return known
    }
    undeclared.insert(id)
    return add(Participant(id: freeID(id), label: label, isUndeclared: true), as: id)
  }

  /// A valid identifier that nobody has yet.
  private func freeID(_ id: String) -> String {
    var free = XMLNames.valid(id, prefix: "p.")
    while taken.contains(free) { free += "_" }
    return free
  }

  private mutating func add(_ participant: Participant, as id: String) -> Int {
    participants.append(participant)
    taken.insert(participant.id)
    byID[id] = participants.count - 1
    return participants.count - 1
  }
}
