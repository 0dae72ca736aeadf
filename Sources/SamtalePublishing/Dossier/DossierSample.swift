import Samtale

// Who took part, where, how long, and what was written down: what the transcripts' headers state.
extension DossierMaker {
  /// How many people, in which roles, and how many conversations.
  var size: [Fact] {
    guard !transcripts.isEmpty else { return [] }
    var facts = [
      Fact(
        "\(Self.count(transcripts.count, "transcript")) of recorded conversations"
          + (teams.isEmpty ? "." : ", of \(Self.count(teams.count, "team"))."),
        source: "transcripts of the project that are not withdrawn")
    ]
    guard people.people > 0 else { return facts }
    let roles = people.rows.map { RoleSize(name: $0.roleName, people: $0.people) }.distinct
    let named = roles.map { "\($0.name) \($0.people)" }
    facts.append(
      Fact(
        "\(Self.count(people.people, "person", "people")) declared, each counted once in each of "
          + "her or his roles: \(named.joined(separator: ", ")).",
        source: headers("participants, told apart by identifier and name")))
    return facts
  }

  private struct RoleSize: Hashable {
    var name: String
    var people: Int
  }

  /// Identifiers of the teams whose meetings these are.
  var teams: [String] { transcripts.compactMap(\.team?.id).distinct }

  /// Transcripts that were taken out.
  var withdrawn: [Fact] {
    study.all(StudyTranscript.self).filter(\.isWithdrawn).map { transcript in
      let event = events.last {
        $0.change.object == transcript.id && $0.change.verb == .withdraw
      }
      let why = event?.change.reason.map { ": \($0)" } ?? "; no reason is recorded."
      return Fact(
        "The transcript \(transcript.name) was taken out of the study\(why)",
        source: event.map { "history: withdrawn by \(name($0.actor)) on \($0.at.day)" }
          ?? "transcripts of the project: status")
    }
  }

  /// People whom the files describe in different ways.
  var differing: [Fact] {
    let count = people.contradictions.count { $0.code == .personDiffers }
    guard count > 0 else { return [] }
    return [
      Fact(
        "\(Self.count(count, "description")) of participants \(count == 1 ? "differs" : "differ") "
          + "from the first one of the same person, which is the one that is counted.",
        source: headers("participants, held against each other"))
    ]
  }

  /// Facts about participants that researchers added.
  var addedAttributes: [Fact] {
    let added = study.all(ParticipantAttribute.self)
    guard !added.isEmpty else { return [] }
    return [
      Fact(
        "Researchers added \(Self.count(added.count, "fact")) on participants ("
          + "\(added.map(\.key).distinct.sorted().joined(separator: ", "))), which the table of the "
          + "headers does not count.",
        source: "history: attributes" + (span(added.map(\.id)).map { " entered \($0)" } ?? ""))
    ]
  }

  // MARK: Setting

  private func settings(_ name: String) -> [(text: String, count: Int)] {
    let found = transcripts.flatMap { Self.setting($0, name: name) }
    return found.distinct.map { text in (text, found.count { $0 == text }) }
  }

  private static func setting(_ transcript: Transcript, name: String) -> [String] {
    transcript.header.profile.filter { $0.name == "settingDesc" }
      .flatMap { $0.elements("setting") }.flatMap { $0.elements(name) }
      .map(\.text).filter { !$0.isEmpty }.distinct
  }

  /// Where and when, as far as it is stated.
  var setting: [Fact] {
    var facts: [Fact] = []
    for (part, words) in [("locale", "Place"), ("activity", "Kind of conversation")] {
      let found = settings(part)
      let stating = transcripts.count { Self.setting($0, name: part) != [] }
      guard !found.isEmpty else { continue }
      let listed = found.map { "\($0.text) (\(Self.count($0.count, "transcript")))" }
      facts.append(
        Fact(
          "\(words): \(listed.joined(separator: "; ")).",
          source: headers("setting, \(part)", of: stating)))
    }
    let dates = transcripts.compactMap(\.date).sorted()
    if let first = dates.first, let last = dates.last {
      facts.append(
        Fact(
          (first == last ? "Recorded on \(first)" : "Recorded from \(first) to \(last)")
            + (dates.count < transcripts.count
              ? "; no date is stated in "
                + "\(Self.count(transcripts.count - dates.count, "transcript"))." : "."),
          source: headers("date of the setting", of: dates.count)))
    }
    return facts
  }

  /// How many people the headers declare.
  var present: [Fact] {
    let counts = transcripts.map { $0.participants.count { $0.groupSize == nil } }.filter { $0 > 0 }
    guard let least = counts.min(), let most = counts.max() else { return [] }
    let number = least == most ? "\(least)" : "\(least) to \(most)"
    var facts = [
      Fact(
        "The headers declare \(number) people each; who else was in the room is not recorded.",
        source: headers("participants", of: counts.count))
    ]
    let silent = transcripts.count { transcript in
      let speakers = Set(transcript.utterances.flatMap(\.speakers))
      return transcript.participants.indices.contains {
        transcript.participants[$0].groupSize == nil && !speakers.contains($0)
      }
    }
    if silent > 0 {
      facts.append(
        Fact(
          "In \(Self.count(silent, "transcript")) somebody who is declared says nothing.",
          source: "speakers of the utterances, held against the headers"))
    }
    return facts
  }

  // MARK: Meetings

  /// How often teams and people were recorded.
  var repeats: [Fact] {
    var facts: [Fact] = []
    if !teams.isEmpty {
      let counts = teams.map { team in transcripts.count { $0.team?.id == team } }
      facts.append(
        Fact(
          "\(Self.count(teams.count, "team")) with \(Self.range(counts, "transcript")) each.",
          source: headers("teams of the participants and settings")))
    }
    let leading = Set(interviewerRoles().map(\.code))
    var meetings: [Participant.Identity: Int] = [:]
    for transcript in transcripts {
      let others = transcript.participants.filter {
        $0.groupSize == nil && leading.isDisjoint(with: $0.roles)
      }
      for person in Set(others.map(\.identity)) { meetings[person, default: 0] += 1 }
    }
    guard !meetings.isEmpty else { return facts }
    facts.append(
      Fact(
        "Each of \(Self.count(meetings.count, "person", "people"))"
          + (leading.isEmpty ? "" : " other than interviewers")
          + " is declared in \(Self.range(Array(meetings.values), "transcript")).",
        source: headers("participants, told apart by identifier and name")))
    return facts
  }

  static func range(_ counts: [Int], _ noun: String) -> String {
    guard let least = counts.min(), let most = counts.max() else { return "no \(noun)" }
    return least == most ? count(least, noun) : "\(least) to \(count(most, noun))"
  }

  /// What was recorded and how it is stated.
  var recordings: [Fact] {
    let types = transcripts.flatMap { transcript in
      transcript.header.file.filter { $0.name == "sourceDesc" }
        .flatMap { $0.elements("recordingStmt") }.flatMap { $0.elements("recording") }
        .compactMap { $0["type"] }.distinct
    }
    guard !types.isEmpty else { return [] }
    let listed = types.distinct.map { type in "\(type) (\(types.count { $0 == type }))" }
    return [
      Fact(
        "Kind of recording, by number of transcripts: \(listed.joined(separator: ", ")).",
        source: headers("recording, type"))
    ]
  }

  /// The shortest and longest recording, and which lengths these are.
  var durations: [Fact] {
    let stated = transcripts.compactMap(\.header.recordingSeconds)
    let timed = transcripts.filter { $0.header.recordingSeconds == nil }.compactMap(\.timeline.end)
    var facts: [Fact] = []
    if let fact = Self.lengths(stated) {
      facts.append(Fact(fact, source: headers("stated length of the recording", of: stated.count)))
    }
    if let fact = Self.lengths(timed) {
      facts.append(
        Fact(
          "Where no length is stated, up to the last time: \(fact)",
          source: "times in \(Self.count(timed.count, "transcript"))"))
    }
    let missing = transcripts.count - stated.count - timed.count
    if missing > 0 {
      facts.append(
        Fact(
          "\(Self.count(missing, "transcript")) state\(missing == 1 ? "s" : "") neither a length "
            + "nor times.", source: headers("recording, and times of the utterances")))
    }
    return facts
  }

  /// `6:42 to 15:15 (minutes:seconds); 2:48:02 in all 16 recordings.`
  private static func lengths(_ seconds: [Double]) -> String? {
    guard let least = seconds.min(), let most = seconds.max() else { return nil }
    let clock = { (value: Double) in Table.Kind.duration.shown(value) }
    guard seconds.count > 1 else { return "\(clock(least)) (minutes:seconds)." }
    let unit = most < 3600 ? "minutes:seconds" : "hours:minutes:seconds from one hour on"
    return "\(clock(least)) to \(clock(most)) (\(unit)); \(clock(seconds.reduce(0, +))) in all "
      + "\(seconds.count) recordings."
  }

  // MARK: Transcription

  /// Conventions and languages of the transcripts.
  var transcription: [Fact] {
    var facts: [Fact] = []
    let conventions = transcripts.flatMap { transcript in
      transcript.header.encoding.filter { $0.name == "transcriptionDesc" }.prefix(1).map {
        element in
        let name = [element["ident"], element["version"]].compactMap { $0 }.joined(separator: " ")
        return [name, element.text].filter { !$0.isEmpty }.joined(separator: ": ")
      }
    }
    if !conventions.isEmpty {
      let listed = conventions.distinct.map { text in
        "“\(text)” (\(Self.count(conventions.count { $0 == text }, "transcript")))"
      }
      facts.append(
        Fact(
          "Conventions of transcription: \(listed.joined(separator: "; ")).",
          source: headers("transcriptionDesc", of: conventions.count)))
    }
    let corrected = events.filter { $0.change.kind == .transcript && $0.change.verb == .correct }
    if !corrected.isEmpty {
      let when = Self.span(corrected.map(\.at)) ?? ""
      facts.append(
        Fact(
          "Transcripts were replaced by corrected ones "
            + "\(Self.count(corrected.count, "time")), \(when).",
          source: "history: \(Self.count(corrected.count, "correction")) of transcripts"))
    }
    return facts
  }

  /// The language of the talk, and what is recorded of translations.
  var languages: [Fact] {
    guard !transcripts.isEmpty else { return [] }
    let stated = transcripts.compactMap(\.language)
    var facts: [Fact] = []
    if !stated.isEmpty {
      let listed = stated.distinct.map { code in "\(code) (\(stated.count { $0 == code }))" }
      facts.append(
        Fact(
          "Language of the talk, by number of transcripts: \(listed.joined(separator: ", ")).",
          source: "xml:lang of \(Self.count(stated.count, "transcript"))"))
    }
    facts += translationFacts
    return facts
  }

  /// Which turns are translated, by whom, and how far the work on them has come.
  private var translationFacts: [Fact] {
    let sets = corpus.inOrder.compactMap { TranslationSet(corpus, $0.id) }
    let source = "translations of the project and of the transcripts' files"
    let languages = sets.flatMap(\.languages).distinct
    if languages.isEmpty {
      return [Fact("No translation of the talk is recorded.", source: source)]
    }
    return languages.map { language in
      let entries = sets.flatMap(\.entries).filter {
        Translation.isSame($0.translation.language, language)
      }
      let turns = sets.reduce(0) { $0 + $1.utterancesWithWords.count }
      let states = Translation.Status.allCases.compactMap { status -> String? in
        let count = entries.count { $0.translation.status == status }
        return count > 0 ? "\(count) \(status.rawValue)" : nil
      }
      let unstated = entries.count { $0.translation.status == nil }
      let stale = entries.count(where: \.isStale)
      let parts =
        states + (unstated > 0 ? ["\(unstated) of unstated status"] : [])
        + (stale > 0 ? ["\(stale) of them older than a correction of the original"] : [])
      let people = entries.compactMap(\.translation.translator).distinct
      return Fact(
        "\(entries.count) of \(Self.count(turns, "turn")) with words are translated into "
          + "\(language): \(parts.joined(separator: ", "))"
          + (people.isEmpty
            ? "; no translator is named." : "; translated by \(people.joined(separator: ", "))."),
        source: source)
    }
  }

  /// What the headers say of names.
  var pseudonyms: [Fact] {
    let marked = transcripts.flatMap(\.participants).filter { person in
      person.attributes.contains { $0.kind == .name && $0.type == "pseudonym" }
    }
    let count = Set(marked.map(\.identity)).count
    guard count > 0 else { return [] }
    return [
      Fact(
        "The name of \(Self.count(count, "participant")) is marked as a pseudonym.",
        source: headers("names of the type pseudonym"))
    ]
  }
}
