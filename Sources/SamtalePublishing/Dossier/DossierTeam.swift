import Samtale

// Who the researchers are, and what the study is about.
extension DossierMaker {
  /// Those who work, or worked, on the study.
  var researchers: [Fact] {
    study.all(Researcher.self).map { person in
      let initials = person.initials.map { " (\($0))" } ?? ""
      let since = made[person.id].map { " since \($0.at.day)" } ?? ""
      return Fact(
        "\(person.name)\(initials) is entered as a researcher\(since)"
          + (person.isActive ? "." : ", and has left the study."),
        source: made[person.id].map { "history: \($0.change.verb.rawValue) on \($0.at.day)" }
          ?? "list of researchers")
    }
  }

  /// What they wrote about where they read from.
  var positions: [Fact] {
    study.all(Researcher.self).compactMap { person in
      guard let position = person.position?.inOneParagraph, !position.isEmpty else { return nil }
      return Fact(
        "\(person.name) states: \(position)",
        source: source("statement of position", of: person.id, field: "position"))
    }
  }

  var withoutPosition: [String] {
    study.all(Researcher.self).filter { ($0.position?.inOneParagraph ?? "").isEmpty }.map(\.name)
  }

  /// A question for each researcher who states no position.
  var askPositions: [String] {
    withoutPosition.map {
      "From where does \($0) read the data: experience, stakes, assumptions?"
    }
  }

  /// Journal entries that their authors opened for export, and how many there are in all.
  var journal: [Fact] {
    let entries = study.all(Memo.self).filter { $0.sort == .journal }
    guard !entries.isEmpty else { return [] }
    let open = entries.filter { $0.visibility == .export }
    let total = Fact(
      "\(Self.count(entries.count, "entry", "entries")) in the reflexive journal; "
        + (open.isEmpty
          ? "none is open for export, so none is shown here."
          : "\(open.count) open for export, shown here."),
      source: memoSource("journal entries", entries))
    return [total]
      + open.map { memo in
        Fact(
          "\(name(memo.author)) in the journal: \(memo.body.inOneParagraph)",
          source: "memo \(memo.id.short) (visibility export)")
      }
  }

  func memoSource(_ what: String, _ memos: [Memo]) -> String {
    let writers = memos.compactMap(\.author).distinct.map { name($0) }
    return "history: \(what) by \(Self.list(writers))\(when(memos.map(\.id)))"
  }

  /// Participants whose role is to lead the talk.
  var interviewers: [Fact] {
    let words = ["interviewer", "intervjuer", "moderator", "facilitator"]
    return interviewerRoles(words).map { role in
      let among = transcripts.filter { $0.participants.contains { $0.roles.contains(role.code) } }
      let labels = among.flatMap(\.participants).filter { $0.roles.contains(role.code) }
        .compactMap(\.label).distinct
      return Fact(
        "The role “\(role.name)” is present in \(among.count) of "
          + "\(Self.count(transcripts.count, "transcript"))"
          + (labels.isEmpty ? "." : ", under \(Self.list(labels.map { "“\($0)”" }))."),
        source: headers("roles of participants"))
    }
  }

  func interviewerRoles(
    _ words: [String] = ["interviewer", "intervjuer", "moderator", "facilitator"]
  ) -> [Role] {
    transcripts.flatMap(\.roles).distinct.filter { role in
      words.contains { role.name.lowercased().contains($0) }
    }
  }

  /// The research question.
  var question: [Fact] {
    guard let profile = study.profile, let question = profile.question?.inOneParagraph,
      !question.isEmpty
    else { return [] }
    return [
      Fact(
        "Research question: \(question)",
        source: source("the project's profile", of: profile.id, field: "question"))
    ]
  }

  var title: [Fact] {
    guard let profile = study.profile, !profile.title.inOneParagraph.isEmpty else { return [] }
    return [
      Fact(
        "The project is called “\(profile.title)”.",
        source: source("the project's profile", of: profile.id, field: "title"))
    ]
  }

  /// The method that the project declares.
  var declaredMethod: [Fact] {
    guard let profile = study.profile, method != .none else { return [] }
    return [
      Fact(
        "The project declares \(method.title)\(reference).",
        source: source("the project's profile", of: profile.id, field: "method"))
    ]
  }

  private var reference: String {
    switch method {
    case .reflexiveTA: " (Braun & Clarke 2006, 2019, 2021)"
    case .stc: " (Malterud 2012)"
    default: ""
    }
  }

  /// Questions where no method is declared.
  var askMethod: [String] {
    method == .none ? ["Which method of analysis was used, in which version of it?"] : []
  }

  /// How codes came about, as far as it is recorded.
  var orientation: [Fact] {
    let codes = study.all(Code.self)
    guard !codes.isEmpty else { return [] }
    let origins = Self.tally(
      codes.map(\.origin),
      [
        (.inductive, "marked inductive"), (.deductive, "marked deductive"),
        (.inVivo, "in vivo, from participants' words"),
      ])
    var facts = [
      Fact(
        "Of \(Self.count(codes.count, "code")), \(origins).",
        source: "codes: origin, which is inductive unless something else is stated")
    ]
    let levels = codes.compactMap(\.level)
    if !levels.isEmpty {
      let words = Self.tally(
        levels, [(.semantic, "semantic"), (.latent, "latent"), (.mixed, "of both levels")])
      facts.append(
        Fact("A level is stated for \(levels.count): \(words).", source: "codes: level"))
    }
    return facts
  }
}

extension String {
  /// The text with white space collapsed, and none at its ends.
  var inOneParagraph: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
