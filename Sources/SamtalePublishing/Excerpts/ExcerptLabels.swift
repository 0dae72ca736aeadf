import Samtale

/// Fills the templates of a style with what is known of a turn.
struct ExcerptLabels {
  let style: ExcerptStyle

  /// The label of a turn, with what is said of time and addressee.
  func label(_ turn: VerifiedExcerpt.Turn, after jump: Excerpt.Jump?) -> String {
    let label = filled(style.label, turn)
    guard !label.isEmpty else { return "" }
    var remarks: [String] = []
    if let jump { remarks.append(remark(jump)) }
    if let addressee = turn.addressee { remarks.append(addressee) }
    guard !remarks.isEmpty else { return label }
    let hasColon = label.hasSuffix(":")
    return (hasColon ? String(label.dropLast()) : label)
      + remarks.map { " (\($0))" }.joined() + (hasColon ? ":" : "")
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
      return turn.speaker.map { $0.name ?? $0.label ?? $0.id } ?? unknown(turn)
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

  /// The number of the team whose meeting it is.
  func team(_ turn: VerifiedExcerpt.Turn) -> String? {
    turn.version.transcript.team.map { $0.number ?? $0.display }
  }

  private func unknown(_ turn: VerifiedExcerpt.Turn) -> String {
    let speakers = turn.version.transcript.utterances[turn.utterance].speakers
    return speakers.count > 1 ? "several" : "?"
  }
}

extension ExcerptStyle {
  /// The abbreviations of roles in some excerpts, explained in a sentence: `SW = social worker; …`.
  /// - Returns: `nil` if the labels print no roles, or no transcript says what they stand for.
  public func legend(_ excerpts: [VerifiedExcerpt]) -> String? {
    guard label.contains("{role}") || label.contains("{label}") else { return nil }
    var names: [(code: String, name: String)] = []
    var order: [String] = []
    for turn in excerpts.flatMap(\.turns) {
      let transcript = turn.version.transcript
      for role in transcript.roles where !order.contains(role.code) { order.append(role.code) }
      for index in transcript.utterances[turn.utterance].speakers {
        guard let code = transcript.participants[index].roles.first,
          !names.contains(where: { $0.code == code }),
          let role = transcript.roles.first(where: { $0.code == code }), role.name != code
        else { continue }
        names.append((code, role.name))
      }
    }
    guard !names.isEmpty else { return nil }
    let sorted = names.sorted {
      (order.firstIndex(of: $0.code) ?? .max, $0.code)
        < (order.firstIndex(of: $1.code) ?? .max, $1.code)
    }
    let roles = sorted.map { "\($0.code) = \($0.name)" }.joined(separator: "; ")
    return roles + (label.contains("{team}") ? ". The number is that of the team." : ".")
  }
}
