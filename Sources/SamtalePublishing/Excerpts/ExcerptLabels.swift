import Samtale

/// Fills the templates of a style with what is known of a turn.
struct ExcerptLabels {
  let style: ExcerptStyle
  /// What tells people apart whom the template would print alike, by person.
  private var names: [Participant.Identity: String] = [:]

  init(style: ExcerptStyle, of excerpt: VerifiedExcerpt? = nil) {
    self.style = style
    guard let excerpt else { return }
    var alike: [String: [(person: Participant.Identity, label: String?)]] = [:]
    for turn in excerpt.turns {
      guard let speaker = turn.speaker else { continue }
      let label = withoutColon(filled(style.label, turn))
      if alike[label]?.contains(where: { $0.person == speaker.identity }) != true {
        alike[label, default: []].append((speaker.identity, speaker.label))
      }
    }
    for (label, people) in alike where people.count > 1 && !label.isEmpty {
      let labels = people.compactMap(\.label)
      let areDistinct = Set(labels).count == people.count
      for (index, person) in people.enumerated() {
        names[person.person] = areDistinct ? labels[index] : label + Self.letter(index)
      }
    }
  }

  private static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(97 + index))) : " (\(index + 1))"
  }

  private func withoutColon(_ label: String) -> String {
    label.hasSuffix(":") ? String(label.dropLast()) : label
  }

  /// The label of a turn, with what is said of time and addressee.
  func label(_ turn: VerifiedExcerpt.Turn, after jump: Excerpt.Jump?) -> String {
    let template = filled(style.label, turn)
    guard !template.isEmpty else { return "" }
    let name = turn.speaker.flatMap { names[$0.identity] }
    let label = name.map { $0 + (template.hasSuffix(":") ? ":" : "") } ?? template
    let remarks = remarks(turn, after: jump)
    guard !remarks.isEmpty else { return label }
    let hasColon = label.hasSuffix(":")
    return (hasColon ? String(label.dropLast()) : label)
      + " (\(remarks.joined(separator: ", ")))" + (hasColon ? ":" : "")
  }

  /// What is said of time and addressee.
  func remarks(_ turn: VerifiedExcerpt.Turn, after jump: Excerpt.Jump?) -> [String] {
    (jump.map { [remark($0)] } ?? []) + (turn.addressee.map { [$0] } ?? [])
  }

  /// That a turn came later, in the words of the style.
  func remark(_ jump: Excerpt.Jump) -> String {
    switch jump {
    case .later: style.later
    case .meeting: style.nextMeeting
    }
  }

  func filled(_ template: String, _ turn: VerifiedExcerpt.Turn) -> String {
    var text = ""
    var field: String?
    for character in template {
      switch (character, field) {
      case ("{", nil): field = ""
      case ("}", let name?):
        text += value(name, turn)
        field = nil
      case (_, let name?): field = name + String(character)
      default: text.append(character)
      }
    }
    return text + (field.map { "{" + $0 } ?? "")
  }

  private func value(_ field: String, _ turn: VerifiedExcerpt.Turn) -> String {
    let transcript = turn.version.transcript
    switch field {
    case "role": return role(turn)
    case "team": return team(turn) ?? ""
    case "meeting": return transcript.number ?? ""
    case "label": return turn.speaker.map { $0.label ?? $0.id } ?? unknown(turn)
    case "pseudonym":
      return turn.speaker.map { $0.name ?? calling($0, transcript) } ?? unknown(turn)
    case "person": return turn.speaker?.id ?? unknown(turn)
    case "transcript": return transcript.id
    case "turn": return turn.version.name(of: turn.utterance)
    default: return "{\(field)}"
    }
  }

  /// The first of the speaker's roles; several speakers together have their roles joined.
  func role(_ turn: VerifiedExcerpt.Turn) -> String {
    let transcript = turn.version.transcript
    let speakers = transcript.utterances[turn.utterance].speakers
    let roles = speakers.map { index in
      let person = transcript.participants[index]
      return person.roles.first ?? person.label ?? person.id
    }
    return roles.isEmpty ? unknown(turn) : roles.joined(separator: "+")
  }

  /// A person without a name: the label, unless that is but the role's code (`I` for interviewer).
  private func calling(_ person: Participant, _ transcript: Transcript) -> String {
    guard let label = person.label else { return person.id }
    guard let role = transcript.roles.first(where: { $0.code == label }) else { return label }
    return role.name.prefix(1).uppercased() + role.name.dropFirst()
  }

  /// The number of the team whose meeting it is.
  func team(_ turn: VerifiedExcerpt.Turn) -> String? {
    turn.version.transcript.team.map { $0.number ?? $0.display }
  }

  private func unknown(_ turn: VerifiedExcerpt.Turn) -> String {
    let speakers = turn.version.transcript.utterances[turn.utterance].speakers
    return speakers.count > 1 ? "several" : "?"
  }
}
