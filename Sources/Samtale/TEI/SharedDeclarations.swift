/// People, teams and classifications declared once for many documents.
public struct SharedDeclarations: Sendable {
  var participants: [String: Participant] = [:]
  var teams: [Team] = []
  var taxonomies: [Taxonomy] = []
  /// Files that the corpus includes, as written.
  var includes: [String] = []

  public init() {}

  mutating func merge(_ other: SharedDeclarations) {
    includes += other.includes
    participants.merge(other.participants) { first, _ in first }
    teams += other.teams
    taxonomies += other.taxonomies
  }
}
