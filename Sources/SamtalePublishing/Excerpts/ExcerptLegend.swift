import Samtale

extension ExcerptStyle {
  /// What a reader must know of some excerpts: abbreviations of roles, and the signs for what the
  /// editor did. Only what occurs is explained.
  /// - Parameters:
  ///   - excerpts: What is printed.
  ///   - languages: Which words of them.
  /// - Returns: `nil` if there is nothing to explain, or the style explains nothing.
  public func legend(
    _ excerpts: [VerifiedExcerpt], _ languages: ExcerptLanguages = .original
  ) -> String? {
    guard explainsAbbreviations else { return nil }
    let parts = [abbreviations(excerpts), signs(excerpts, languages)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  // MARK: Roles

  private func abbreviations(_ excerpts: [VerifiedExcerpt]) -> String? {
    let turns = excerpts.flatMap(\.turns)
    let templates = label + attribution
    let printsRoles = templates.contains("{role}") || templates.contains("{label}")
    guard printsRoles || templates.contains("{pseudonym}") else { return nil }
    var order: [String] = []
    var names: [String: String] = [:]
    for turn in turns {
      let transcript = turn.version.transcript
      for role in transcript.roles where !order.contains(role.code) { order.append(role.code) }
      for index in transcript.utterances[turn.utterance].speakers {
        let person = transcript.participants[index]
        // An interviewer whose label is but the role's code is printed as “Interviewer”.
        // Who has no pseudonym is printed as in the transcript, with the role's code.
        guard let code = person.roles.first, printsRoles || person.name == nil,
          templates.contains("{role}") || person.label != code,
          let role = transcript.roles.first(where: { $0.code == code }), role.name != code
        else { continue }
        names[code] = names[code] ?? role.name
      }
    }
    guard !names.isEmpty else { return nil }
    let roles = order.compactMap { code in names[code].map { "\(code) = \($0)" } }
    let hasTeams = label.contains("{team}") && turns.contains { $0.version.transcript.team != nil }
    return roles.joined(separator: "; ") + "."
      + (hasTeams ? " The number is that of the team." : "")
  }

  // MARK: Signs

  private func signs(_ excerpts: [VerifiedExcerpt], _ languages: ExcerptLanguages) -> String? {
    let pieces = excerpts.flatMap(\.turns).flatMap { $0.texts(languages) }.flatMap(\.pieces)
    let used = Set(pieces.map(\.operation))
    let omits = excerpts.contains { excerpt in
      excerpt.lines.contains { if case .omission = $0 { true } else { false } }
    }
    var parts: [String] = []
    if used.contains("elide") {
      parts.append("\(ellipsis) stands for words left out" + (omits ? turnsToo : ""))
    } else if omits {
      parts.append("\(omission) stands for turns left out")
    }
    parts += additions(used)
    let said = pieces.contains { piece in
      switch piece {
      case .keep(let words), .emphasise(let words): words.contains("…") || words.contains("...")
      default: false
      }
    }
    if said { parts.append("… close to a word was transcribed") }
    var sentences = parts.isEmpty ? [] : [parts.joined(separator: "; ") + "."]
    if used.contains("replace") { sentences.append(hidden(replacement, "Names are replaced")) }
    if used.contains("normalise") {
      sentences.append(hidden(normalisation, "Forms of speech are given in standard spelling"))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var turnsToo: String {
    ellipsis == omission
      ? ", on a line of its own for turns" : ", \(omission) on a line of its own for turns"
  }

  /// What brackets hold; brackets of one kind are named once.
  private func additions(_ used: Set<String>) -> [String] {
    let kinds = [
      ("insert", insertion, "words added"), ("gloss", gloss, "what is meant"),
      ("address", address, "who is addressed"),
    ].filter { used.contains($0.0) }
    var parts: [(marks: Marks, meanings: [String])] = []
    for (_, marks, meaning) in kinds {
      if let index = parts.firstIndex(where: { $0.marks == marks }) {
        parts[index].meanings.append(meaning)
      } else {
        parts.append((marks, [meaning]))
      }
    }
    return parts.map { part in
      let signs = "\(part.marks.before) \(part.marks.after)"
      return "\(part.marks.isItalic ? "italics in " : "")\(signs) "
        + (part.marks.isItalic ? "say " : "hold ") + part.meanings.joined(separator: " or ")
    }
  }

  /// What is put in place may have signs around it or none.
  private func hidden(_ marks: Marks, _ meaning: String) -> String {
    marks.before.isEmpty
      ? "\(meaning) without a sign." : "\(meaning) in \(marks.before) \(marks.after)."
  }
}

extension VerifiedExcerpt.Turn {
  /// The words that are printed, one for each column.
  func texts(_ languages: ExcerptLanguages) -> [EditedText] {
    languages.columns.compactMap { column in
      switch column {
      case .original: text
      case .translation(let language): translations[language]
      }
    }
  }
}

extension VerifiedExcerpt {
  /// How many words the first column prints.
  func wordCount(_ languages: ExcerptLanguages) -> Int {
    turns.compactMap { $0.texts(languages).first }.reduce(0) {
      $0 + WordCount.words(in: $1.printedWords)
    }
  }
}
