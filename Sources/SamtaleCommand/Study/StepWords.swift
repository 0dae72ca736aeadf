import Samtale
import SamtaleProject

/// Steps of the history in words.
enum StepWords {
  /// What people call the objects that events point to. Memos are left out: they may be private.
  static func names(_ project: Project) throws -> [Identifier: String] {
    var names: [Identifier: String] = [:]
    for transcript in try project.all(StudyTranscript.self) {
      names[transcript.id] = transcript.name
    }
    for code in try project.all(Code.self) { names[code.id] = "“\(code.name)”" }
    for theme in try project.all(Theme.self) { names[theme.id] = "“\(theme.name)”" }
    for group in try project.all(CodeGroup.self) { names[group.id] = "“\(group.title)”" }
    for part in try project.all(Subgroup.self) { names[part.id] = "“\(part.title)”" }
    return names
  }

  /// A change in words: `apply coding “Waits to be asked” team1-m1 u12`.
  static func phrase(_ change: Change, _ names: [Identifier: String]) -> String {
    let fields = change.after ?? change.before ?? [:]
    let verb = change.verb == .visit ? "read" : change.verb.rawValue
    let kind = change.kind == .visit ? "" : change.kind.title
    var words = [verb, kind].filter { !$0.isEmpty }
    guard change.kind != .memo else { return words.joined(separator: " ") }
    if let title = (fields["name"] ?? fields["title"] ?? fields["heading"])?.text {
      words.append("“\(title)”")
    } else if let own = names[change.object] {
      words.append(own)
    }
    for field in ["code", "theme", "subgroup", "group", "from", "to", "transcript"] {
      guard let name = fields[field]?.identifier.flatMap({ names[$0] }) else { continue }
      words.append(name)
      if field == "subgroup" { break }
    }
    if let anchor = fields["anchor"].flatMap({ Anchor($0) }) { words.append(phrase(anchor, names)) }
    return words.joined(separator: " ")
  }

  private static func phrase(_ anchor: Anchor, _ names: [Identifier: String]) -> String {
    let turns = anchor.segments.map(\.utterance)
    let ends = turns.count > 1 ? "\(turns[0])–\(turns[turns.count - 1])" : turns.first
    return [anchor.transcript.flatMap { names[$0] }, ends].compactMap { $0 }.joined(separator: " ")
  }
}
