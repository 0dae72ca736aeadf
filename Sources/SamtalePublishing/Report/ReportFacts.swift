import Samtale

/// What a report says about itself in words: what was read, and how it was counted.
struct ReportFacts {
  let report: Report

  init(_ report: Report) { self.report = report }

  private var meetings: [ReportMeeting] { report.meetings }

  // MARK: Overview

  var overview: [(String, String)] {
    let participation = Participation(meetings.map(\.participation), by: [])
    let rows = [participation.total] + participation.rowsApart.map(\.row)
    let turns = rows.reduce(0) { $0 + $1.turns }
    let words = rows.reduce(0) { $0 + $1.words }
    let time = participation.total.seconds.map { Table.Kind.duration.shown($0, withSign: false) }
    return [
      ("files", "\(Set(meetings.map(\.transcript.file)).count)"), ("meetings", "\(meetings.count)"),
      ("people", "\(participation.total.people)"), ("turns", "\(turns)"), ("words", "\(words)"),
      ("speaking time", time ?? "no time stamps"),
      ("language", report.languages.sorted().joined(separator: ", ")), ("topics", topics),
      ("found while reading", diagnostics),
    ] + (report.options.date.map { [("made", $0)] } ?? [])
  }

  private var topics: String {
    let number = meetings.reduce(0) { $0 + $1.topics.segments.count }
    return number == 0 ? "none marked" : "\(number)"
  }

  private var diagnostics: String {
    let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let number = report.diagnostics.count { $0.severity == severity }
      return number == 0 ? nil : counted(number, severity.rawValue)
    }
    return counts.isEmpty ? "nothing to mend" : counts.joined(separator: ", ")
  }

  /// The code of a role with its name.
  func role(_ code: String) -> String {
    let name = meetings.lazy.flatMap(\.transcript.roles).first { $0.code == code }?.name
    return name.map { $0 == code ? code : "\(code): \($0)" } ?? code
  }

  /// One line on a meeting.
  func meeting(_ meeting: ReportMeeting) -> String {
    let turns = meeting.turnTaking.turns
    let parts: [String?] = [
      meeting.transcript.date, counted(turns.count, "turn"),
      counted(turns.reduce(0) { $0 + $1.words }, "word"),
      meeting.topics.segments.isEmpty
        ? nil : counted(meeting.topics.segments.count, "topic"),
      meeting.transcript.speechAndSpan.map {
        Table.Kind.duration.shown($0.span, withSign: false)
      },
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  // MARK: Methods

  var methods: [String] {
    [program, counting, wording, topicRules, uptakeRules, chance, studyWork].compactMap { $0 }
  }

  private var program: String {
    let version = report.options.version.isEmpty ? "" : " " + report.options.version
    return
      "Counts and tables were made with Samtale\(version) from the files listed below. A turn that "
      + "stands behind a number can be looked up in the transcript by its file and line."
  }

  private var counting: String {
    let cuts = meetings.reduce(0) { $0 + $1.participation.cuts }
    let omitted =
      cuts == 0
      ? "" : " Talk was left out by the transcribers at \(counted(cuts, "place"))."
    return
      "A turn is a run of utterances of one speaker with nobody else between; utterances without a "
      + "word are passed over. A word is a run of letters and digits, with apostrophes and hyphens "
      + "inside. Withdrawn words, descriptions, notes and others' words inside a turn are not "
      + "counted; filled pauses are. Utterances of several people at once, of groups that speak as "
      + "one and of unknown speakers are kept apart and are part of no share. No turn is merged, and "
      + "no transition, answer or uptake is counted, across a place where talk was left out."
      + omitted
  }

  private var wording: String {
    "Questions, answers, minimal responses and assessments are told by wording, with word lists "
      + "for English, Norwegian, Danish and Swedish: suggestions, right in most cases and not in "
      + "all. A turn is a question if its last sentence is one; it is answered if another speaker "
      + "follows within three turns, not across a cut and not in another topic, with more than a "
      + "short question in return. A minimal response consists of acknowledgements only. A floor is "
      + "a stretch of turns of one role, seen through minimal responses of others. "
      + (TurnTakingNotes.withoutLexicon(report.languages) ?? "")
  }

  private var topicRules: String? {
    guard meetings.contains(where: { !$0.topics.segments.isEmpty }) else { return nil }
    let ways = ClosureType.allCases.map(\.definition).joined(separator: "; ")
    return
      "Topics are those marked in the files; a boundary inside a turn parts it. How a topic ends is "
      + "told by the form of its last turns and of the next topic's first; the first rule that fits "
      + "decides. Whether people agree, or anything is resolved, is for a person to judge. \(ways)."
  }

  private var uptakeRules: String {
    "Uptake is the most that a contribution gets from others in the same topic: nothing, a minimal "
      + "response, an assessment, an answer, something substantive. At most "
      + "\(TopicOptions().uptakeWindow) contributions of others are looked at, no further than the "
      + "speaker's own next one once something was given."
  }

  private var chance: String {
    let bootstrap = report.options.bootstrap
    let permutation = report.options.permutation
    return
      "Intervals are 95 % percentile intervals of \(bootstrap.samples) bootstrap samples; meetings, "
      + "or teams where teams met more than once, are resampled, topics where topics are counted. "
      + "Who follows whom is compared with \(permutation.samples) random orders of the same turns. "
      + "The seed of all random numbers is \(bootstrap.seed); the same files, options and seed give "
      + "the same numbers."
  }

  private var studyWork: String? {
    guard let study = report.study else { return nil }
    let method =
      study.study.method == .none ? "" : " The method is named as \(study.study.method.rawValue)."
    return
      "Codes, themes and excerpts are the work of the researchers and stand apart from what is "
      + "computed.\(method) Excerpts are printed only if they agree word for word with the "
      + "transcript."
  }

  var files: Table {
    var table = Table(
      title: "SHA-256 of what was read",
      columns: [
        .init(key: "file", title: "file", kind: .text),
        .init(key: "bytes", title: "bytes", kind: .integer),
        .init(key: "digest", title: "SHA-256", kind: .text),
      ])
    table.rows = report.sources.map { source in
      [
        .text(source.name), source.bytes.map(Table.Cell.integer) ?? .missing(""),
        .text(source.digest),
      ]
    }
    return table
  }
}
