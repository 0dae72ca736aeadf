extension Participation {
  /// What does not fit together between meetings: equal identifiers, and people who have another
  /// role or gender in another file.
  public static func findings(_ meetings: [MeetingParticipation]) -> [Diagnostic] {
    var findings = CorpusFindings.equalIdentifiers(
      meetings.map { ($0.hasOwnID ? $0.transcript : nil, $0.file) }
    )
    var first: [Participant.Identity: (person: MeetingParticipation.Present, file: String)] = [:]
    var reported: Set<Participant.Identity> = []
    for meeting in meetings {
      for person in meeting.present where !person.isUndeclared {
        guard let known = first[person.identity] else {
          first[person.identity] = (person, meeting.file)
          continue
        }
        guard let what = difference(person, known.person),
          reported.insert(person.identity).inserted
        else { continue }
        findings.append(
          Diagnostic(
            .warning,
            .personDiffers,
            file: meeting.file,
            "\(person.identity.id) has another \(what) than in \(known.file)",
            do: "make the descriptions equal, or give other people other identifiers"
          )
        )
      }
    }
    return findings
  }

  private static func difference(
    _ a: MeetingParticipation.Present,
    _ b: MeetingParticipation.Present
  ) -> String? {
    if a.role != b.role { return "role" }
    guard let gender = a.gender, let other = b.gender else { return nil }
    return gender == other ? nil : "gender"
  }
}

/// Findings that concern more than one transcript.
enum CorpusFindings {
  /// A warning for each transcript whose identifier another one had before.
  static func equalIdentifiers(_ transcripts: [(id: String?, file: String)]) -> [Diagnostic] {
    var first: [String: String] = [:]
    return transcripts.compactMap { id, file in
      guard let id else { return nil }
      guard let known = first[id] else {
        first[id] = file
        return nil
      }
      return Diagnostic(
        .warning,
        .duplicateTranscript,
        file: file,
        "the identifier \(id) is also that of a transcript in \(known); both are counted",
        do: "give each transcript an xml:id of its own, or leave one of them out"
      )
    }
  }
}
