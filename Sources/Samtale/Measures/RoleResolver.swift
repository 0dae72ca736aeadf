/// The role in which an utterance is spoken.
///
/// Some corpora say it at the utterance (`u/@ana="#chair"`, ParlaMint), others at the person.
struct RoleResolver {
  private let declared: Set<String>
  private static let parliamentary: Set<String> = ["chair", "regular", "guest"]

  init(_ transcript: Transcript) {
    declared = Set(transcript.roles.map(\.code))
  }

  static func name(_ roles: [String]) -> String? {
    roles.isEmpty ? nil : roles.joined(separator: "+")
  }

  /// The role at the utterance, else that of the person.
  func role(analysis: [String], person: Participant) -> String? {
    let own = analysis.filter {
      declared.contains($0) || (person.roles.isEmpty && Self.parliamentary.contains($0))
    }
    return own.isEmpty ? Self.name(person.roles) : Self.name(own)
  }
}
