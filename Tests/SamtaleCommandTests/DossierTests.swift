import Foundation
import Samtale
import SamtaleProject
import SamtalePublishing
import Testing

/// Dossiers of the example studies, whose numbers were counted in their logs and transcripts by
/// other means, and of small projects.
@Suite struct DossierTests {
  private static func replay(_ log: String, _ corpus: String) throws -> (Dossier, Dossier) {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let path = Command.package.appending(path: "Corpora/studies/\(log).jsonl").path
    let events = try Event.log(try Files.bytes(path), named: path)
    let input = CorpusInput(paths: [Command.package.appending(path: "Corpora/\(corpus)").path])
    let project = try Project.replay(events, files: input.files, to: folder["study.samtale"])
    let known = try Self.input(project)
    return (Dossier(known), Dossier(known, guidelines: Dossier.Guideline.allCases))
  }

  private static func input(_ project: Project) throws -> DossierInput {
    DossierInput(
      corpus: try project.corpus(), events: try project.events(),
      digest: try project.head().digest, findings: try project.verify(), software: "Samtale 9.9")
  }

  private static func item(
    _ number: String, _ guideline: Dossier.Guideline, of dossier: Dossier
  ) throws -> Dossier.Item {
    let section = try #require(dossier.sections.first { $0.guideline == guideline })
    return try #require(section.items.first { $0.number == number })
  }

  private func texts(
    _ number: String, _ guideline: Dossier.Guideline = .coreq, of dossier: Dossier
  ) throws -> [String] {
    try Self.item(number, guideline, of: dossier).facts.map(\.text)
  }

  // MARK: The meetings

  @Test func meetings() throws {
    let (dossier, _) = try Self.replay("meetings", "ips-meetings")
    #expect(dossier.sections.map(\.guideline) == [.rtarg, .coreq, .srqr])
    #expect(
      try texts("12", of: dossier) == [
        "16 transcripts of recorded conversations, of 8 teams.",
        "32 people declared, each counted once in each of her or his roles: social worker 11, "
          + "therapist 9, work applicant 8, employment specialist 4.",
      ])
    #expect(
      try texts("18", of: dossier) == [
        "8 teams with 2 transcripts each.", "Each of 32 people is declared in 1 to 4 transcripts.",
      ])
    // 402 s, 915 s and 10082 s.
    #expect(
      try texts("21", of: dossier) == [
        "6:42 to 15:15 (minutes:seconds); 2:48:02 in all 16 recordings."
      ])
    #expect(
      try texts("25", of: dossier)[0].hasPrefix(
        "70 codes: 50 in use, 15 merged into others, 1 split and 4 retired."))
    #expect(
      try texts("30", of: dossier)[0]
        == "32 extracts chosen for themes that were not discarded; 9 extracts recorded against 6 "
        + "themes.")
    #expect(
      try texts("20", of: dossier) == [
        "48 memos by sort: 19 familiarisation, 7 code, 6 theme, 1 theoretical, 3 methodological, 8 "
          + "decision, 2 context and 2 in the reflexive journal."
      ])
    #expect(try texts("27", of: dossier) == ["Samtale 9.9"])
    #expect(try texts("31", of: dossier).count == 10)
    #expect(try texts("32", of: dossier).count { $0.contains("was discarded") } == 6)
  }

  @Test func codersRoundsAndTheirSources() throws {
    let (dossier, _) = try Self.replay("meetings", "ips-meetings")
    let coders = try Self.item("24", .coreq, of: dossier)
    #expect(
      coders.facts.prefix(5) == [
        .init(
          "503 codings by 2 researchers: Hedda Lunde and Ravi Solberg.",
          source: "history: 503 codings by Hedda Lunde and Ravi Solberg between 3 March and 27 "
            + "April 2026"),
        .init(
          "Hedda Lunde gave 347 of them, in 16 transcripts.",
          source: "history: codings by Hedda Lunde between 3 March and 27 April 2026"),
        .init(
          "Ravi Solberg gave 156 of them, in 12 transcripts.",
          source: "history: codings by Ravi Solberg between 5 March and 27 April 2026"),
        .init(
          "12 transcripts had such work by more than one of them.",
          source: "history: the same, by transcript"),
        .init(
          "Round “together”: 4 codings by Hedda Lunde on 3 March 2026.",
          source: "history: codings of the round e5e03dff"),
      ])
    #expect(
      coders.facts.dropFirst(5).map(\.text) == [
        "Round “Hedda, first”: 312 codings by Hedda Lunde between 5 and 19 March 2026.",
        "Round “Ravi, first”: 131 codings by Ravi Solberg between 5 and 20 March 2026.",
        "Round “second”: 46 codings by Hedda Lunde and Ravi Solberg between 7 and 10 April 2026.",
        "Round “against”: 10 codings by Ravi Solberg and Hedda Lunde on 27 April 2026.",
      ])
    #expect(coders.caution?.contains("no agreement statistic") == true)
    #expect(try Self.item("22", .coreq, of: dossier).facts == [])
    #expect(
      try Self.item("22", .coreq, of: dossier).caution?.contains("not coherent with reflexive")
        == true)
    #expect(dossier.sections[1].caution?.contains("Braun and Clarke (2024)") == true)
  }

  @Test func workInPhasesAndTheAuditTrail() throws {
    let (dossier, _) = try Self.replay("meetings", "ips-meetings")
    let phases = try texts("d", .rtarg, of: dossier)
    #expect(
      phases.contains(
        "The work went back to an earlier phase: Ravi Solberg 4 times and Hedda Lunde 4 times. "
          + "Appendix D has each stretch of work."))
    #expect(
      phases.contains(
        "2 Data coding: Hedda Lunde between 3 March and 9 April 2026 and on 27 April 2026; Ravi "
          + "Solberg between 4 March and 10 April 2026 and between 27 and 28 April 2026."))
    let trail = try texts("S15", .srqr, of: dossier)
    #expect(
      trail[0]
        == "A log of 1045 events in 905 steps by Hedda Lunde and Ravi Solberg, between 9 February "
        + "and 19 June 2026.")
    #expect(trail[2] == "The project file was held against itself for this dossier and is sound.")
    #expect(trail.contains("2 conflicts between copies settled by the researchers."))
    #expect(
      trail.contains(
        "22 reviews of themes: 11 against extracts and 11 against the data set; decisions: 14 to "
          + "keep, 4 to rename, 1 to split, 2 to merge and 1 to discard."))
    #expect(
      dossier.appendices.map(\.title) == [
        "Participants (n = 32)", "Codes", "Names of themes, codes and categories", "Work in phases",
      ])
    #expect(dossier.appendices[1].rows.count == 70)
    // How often a code was given is no weight.
    #expect(!dossier.appendices[1].columns.contains { $0.key == "codings" })
  }

  // MARK: The interviews

  @Test func interviews() throws {
    let (dossier, all) = try Self.replay("interviews", "ips-interviews")
    #expect(dossier.sections.map(\.guideline) == [.coreq, .srqr])
    #expect(all.sections.map(\.guideline) == [.coreq, .srqr, .rtarg])
    #expect(
      all.sections[2].caution?.contains("the project has systematic text condensation") == true)
    #expect(
      try texts("1", of: dossier)[0]
        == "The role “interviewer” is present in 10 of 10 transcripts, under “I”.")
    #expect(
      try texts("18", of: dossier) == [
        "Each of 10 people other than interviewers is declared in 1 transcript."
      ])
    #expect(
      try texts("21", of: dossier) == [
        "38:00 to 52:00 (minutes:seconds); 7:27:00 in all 10 recordings."
      ])
    #expect(
      try texts("24", of: dossier).prefix(3) == [
        "218 meaning units by 2 researchers: Ingunn Rykkje and Tarjei Hovda.",
        "Ingunn Rykkje chose 99 of them, in 10 transcripts.",
        "Tarjei Hovda chose 119 of them, in 10 transcripts.",
      ])
    #expect(
      try texts("25", of: dossier) == [
        "Preliminary themes: Ingunn Rykkje 7, Tarjei Hovda 6, agreed list 6.",
        "4 code groups, of which 1 dissolved; 9 subgroups.",
        "9 condensates of 93 sentences, 93 of them traced to meaning units; 7 meaning units set "
          + "aside with a reason.",
      ])
    #expect(
      try texts("30", of: dossier) == [
        "31 recontextualisation checks: 13 confirm, 14 nuance and 4 contradict."
      ])
    let quoted = try Self.item("29", .coreq, of: dossier)
    #expect(
      quoted.facts.map(\.text) == [
        "22 meaning units are named as quoted in analytic texts.",
        "10 of 10 people other than interviewers are quoted, with the labels Aslaug, Eivind, "
          + "Geir, Hege, Jonas, Marius, Ragnhild, Solveig, Sunniva, Tor.",
        "21 excerpts chosen for print; all say what the transcripts say.",
        "10 of 10 people other than interviewers are quoted, with the labels Aslaug, Eivind, "
          + "Geir, Hege, Jonas, Marius, Ragnhild, Solveig, Sunniva, Tor.",
      ])
    #expect(quoted.caution?.contains("not quotations") == true)
    #expect(
      try texts("S13", .srqr, of: dossier).contains(
        "183 of 714 utterances have a code or are part of a meaning unit; no transcript is "
          + "without."))
  }

  @Test func excerptsAreCountedOnlyIfTheySayWhatWasSaid() throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let (project, anna) = try Project.create(
      folder["study.samtale"], title: "Meetings", method: .reflexiveTA, researcher: "Anna")
    _ = try project.addTranscripts([Command.meeting], as: anna)
    let meeting = try #require(try project.corpus().inOrder.first)
    let turns = try ["u1", "u2"].map { name in
      let said = meeting.transcript.utterances[try #require(meeting.utterance(named: name))].text
      return (anchor: try meeting.anchor(from: name, to: name), said: said)
    }
    try project.perform(as: anna) { editor in
      for (name, words) in [("true", turns[1].said), ("false", "Nobody said this.")] {
        let texts = [turns[0].said, words].map { EditedText(start: 0, [.keep($0)]) }
        let items = zip(turns, texts).map { Excerpt.Item.turn(.init($0.anchor, $1)) }
        try editor.create(
          Excerpt(id: editor.newIdentifier(), name: name, items: items, by: anna))
      }
    }
    let facts = try texts("29", of: Dossier(try Self.input(project)))
    #expect(
      facts == [
        "2 excerpts chosen for print; 1 could not be held against the transcripts and is not "
          + "counted below.",
        "2 of 4 people are quoted, with the labels ES1, SW1.",
      ])
  }

  // MARK: Wording

  @Test(arguments: [("meetings", "ips-meetings"), ("interviews", "ips-interviews")])
  func whatIsSaidSuitsTheMethods(_ study: (String, String)) throws {
    let (_, dossier) = try Self.replay(study.0, study.1)
    let counts = dossier.sections.map(\.items.count)
    #expect(counts == [32, 21, 12])
    let items = dossier.sections.flatMap(\.items)
    #expect(dossier.sections[0].items.map(\.number) == (1...32).map(String.init))
    #expect(dossier.sections[1].items.map(\.number) == (1...21).map { "S\($0)" })
    let said = items.flatMap { $0.facts.map(\.text) + $0.questions }
    for text in said {
      for word in ["emerg", "saturat", "kappa", "alpha"] {
        #expect(!text.lowercased().contains(word), "\(text)")
      }
    }
    for item in items {
      #expect(!item.facts.isEmpty || !item.questions.isEmpty, "\(item.number)")
      #expect(item.questions.allSatisfy { $0.hasSuffix("?") }, "\(item.questions)")
      for fact in item.facts {
        #expect(!fact.source.isEmpty)
        #expect(fact.source == fact.source.trimmingCharacters(in: .whitespaces))
      }
    }
  }

  @Test func discouragedWordsAndTopicSummariesArePointedOut() throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let (project, anna) = try Project.create(
      folder["study.samtale"], title: "Phones", method: .reflexiveTA, researcher: "Anna")
    try project.perform(as: anna) { editor in
      try editor.create(
        Theme(id: editor.newIdentifier(), name: "Trust", concept: "They lean on it"))
      let code = try editor.createCode("waits")
      try editor.change(Code.self, code) { $0.definition = "From this the theme emerged." }
    }
    let dossier = Dossier(try Self.input(project))
    let themes = try Self.item("i", .rtarg, of: dossier)
    #expect(
      themes.caution?.contains("“Trust” may be a topic summary: its name is a single word") == true)
    let wording = try Self.item("k", .rtarg, of: dossier)
    let code = try #require(try project.all(Code.self).first).id.short
    #expect(wording.caution?.contains("code \(code), definition: “emerged”") == true)
    #expect(wording.facts.map(\.text).joined().contains("1 place, listed as a caution"))
  }

  // MARK: Nothing invented, nothing given away

  @Test func anEmptyProjectHasQuestions() throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let (project, _) = try Project.create(
      folder["study.samtale"], title: "Phones", method: .none, researcher: "Anna",
      at: try #require(Timestamp("2026-03-02T09:00")))
    let dossier = Dossier(try Self.input(project))
    #expect(dossier.sections.map(\.guideline) == [.coreq, .srqr, .rtarg])
    let known = dossier.sections[0].items.flatMap(\.facts)
    #expect(
      known == [
        .init(
          "Anna is entered as a researcher since 2 March 2026.",
          source: "history: join on 2 March 2026"),
        .init("Samtale 9.9", source: "the program that wrote this dossier"),
        .init(
          "No excerpt for print is recorded in the project yet.",
          source: "study objects of the kind excerpt: 0"),
      ])
    let coreq = dossier.sections[0].items
    #expect(coreq.count { $0.questions.isEmpty } == 0)
    #expect(
      coreq[8].questions.first == "Which method of analysis was used, in which version of it?")
    #expect(
      coreq[7].questions.first
        == "From where does Anna read the data: experience, stakes, assumptions?")
    #expect(try Self.item("S13", .srqr, of: dossier).facts.count == 2)
    #expect(dossier.appendices.map(\.title) == ["Work in phases"])
  }

  @Test func whatIsPrivateIsInNoFormat() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let file = folder["study.samtale"]
    let (project, anna) = try Project.create(
      file, title: "Phones", method: .reflexiveTA, researcher: "Anna")
    let files = CorpusInput(paths: [Command.meeting]).files
    _ = try project.addTranscripts(files, as: anna)
    try project.perform(as: anna) { editor in
      try editor.writeMemo(
        .journal, "Xenomorph: the pattern emerged in a dream.", title: "Yggdrasil",
        reason: "Zeppelin")
      try editor.writeMemo(.theoretical, "Quixotic words of the team.")
      try editor.writeMemo(.journal, "Open to all: I was tired.", visibility: .export)
    }
    for name in ["d.txt", "d.md", "d.html", "d.tex", "d.docx", "d.json"] {
      let result = try await Command.run([
        "dossier", file, "--guideline", "all", "-o", folder[name],
      ])
      #expect(result.status == 0, "\(result.errors)")
      let text = name == "d.docx" ? try await words(of: folder[name]) : try folder.text(name)
      #expect(text.contains("I was tired"), "\(name)")
      #expect(text.contains("3 memos by sort"), "\(name)")
      for secret in ["Xenomorph", "Yggdrasil", "Zeppelin", "Quixotic", "“emerged”"] {
        #expect(!text.contains(secret), "\(name): \(secret)")
      }
    }
  }

  /// All files of a Word document as text.
  private func words(of file: String) async throws -> String {
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as z:
          for n in z.namelist(): sys.stdout.write(z.read(n).decode("utf-8", "replace"))
      """
    let result = try await Command.run(
      URL(filePath: "/usr/bin/env"), ["python3", "-c", script, file])
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  // MARK: The command

  @Test func theCommand() async throws {
    let study = try await StudyProject("STC")
    let text = try await study.does(nil, "dossier")
    #expect(text.contains("Reporting dossier"))
    #expect(!text.contains("RTARG"))
    let one = try await study.does(nil, "dossier", "--guideline", "rtarg")
    #expect(one.contains("RTARG") && !one.contains("COREQ\n"))
    let json = try await study.does(nil, "dossier", "--format", "json", "--guideline", "all")
    #expect(try JSONSchema("dossier.schema.json").problems(json) == [])
    for arguments in [
      ["dossier", study.file, "--format", "docx"], ["dossier", study.file, "-o", "dossier.xyz"],
      ["dossier", study.file, "--project", study.file],
    ] {
      let result = try await Command.run(arguments)
      #expect(result.status == 64, "\(arguments)")
      #expect(result.output == "")
    }
    try await study.end()
  }
}
