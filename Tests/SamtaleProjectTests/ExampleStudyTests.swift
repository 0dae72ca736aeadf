import Foundation
import Samtale
import Testing

@testable import SamtaleProject

/// The analyses that come with Samtale, built from their logs.
@Suite struct ExampleStudyTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func replay(_ log: String, _ corpus: String) throws -> (Project, TemporaryFolder, [Event])
  {
    let folder = try TemporaryFolder()
    let path = Self.package.appending(path: "Corpora/studies/\(log).jsonl").path
    let events = try Event.log(try Files.bytes(path), named: path)
    let input = CorpusInput(paths: [Self.package.appending(path: "Corpora/\(corpus)").path])
    let project = try Project.replay(events, files: input.files, to: folder["study.samtale"])
    return (project, folder, events)
  }

  @Test func meetingsAreReadByReflexiveThematicAnalysis() throws {
    let (project, folder, events) = try replay("meetings", "ips-meetings")
    defer { withExtendedLifetime(folder) {} }
    #expect(try project.verify() == [])
    #expect(try project.conflicts() == [])
    let study = try project.study()
    #expect(study.method == .reflexiveTA)
    #expect(study.all(Researcher.self).map(\.name) == ["Hedda Lunde", "Ravi Solberg"])
    let themes = study.all(Theme.self)
    #expect(
      Set(themes.filter { $0.status == .final }.map(\.name)) == [
        "Turning what is told into something that can be entered",
        "Pointing to a machine that nobody at the table runs", "Carrying the paper over by hand",
        "Saving it for the other room", "Keeping something in hand on the applicant's behalf",
        "Asking small until there is a step that can be taken",
        "Social workers: between the table and the place where it is decided",
        "Therapists: between the applicant and the table",
      ])
    let parts = themes.compactMap { theme in study.object(Theme.self, theme.parent)?.name }
    #expect(parts.count { $0.hasPrefix("Social workers:") } == 3)
    #expect(parts.count { $0.hasPrefix("Therapists:") } == 3)
    #expect(themes.count { $0.status == .discarded } == 6)
    #expect(themes.allSatisfy { $0.status != .final || $0.concept != nil })
    #expect(study.all(Coding.self).count == 503)
    #expect(Set(study.all(Coding.self).compactMap(\.coder)).count == 2)
    #expect(study.all(Memo.self).allSatisfy { $0.visibility != .personal })
    #expect(try project.corpus().codings().allSatisfy { $0.placement.status == .unchanged })
    // Its log, written again, is the log.
    #expect(try project.logText().text == Event.log(events))
    // Phases were left and entered again.
    #expect(PhaseLog(events).stretches.contains { $0.goesBack })
  }

  @Test func meetingsAreWrittenUpWithEveryOperationOfExcerpts() throws {
    let (project, folder, events) = try replay("meetings", "ips-meetings")
    defer { withExtendedLifetime(folder) {} }
    #expect(events.count == 1045)
    let corpus = try project.corpus()
    let study = corpus.study
    #expect(study.all(AnalyticText.self).count == 8)
    let excerpts = study.all(Excerpt.self)
    #expect(excerpts.count == 26)
    let sources = ExcerptSources(corpus)
    let turns = try excerpts.flatMap { try VerifiedExcerpt($0, in: sources).turns }
    #expect(
      Set(turns.flatMap(\.text.pieces).map(\.operation)) == [
        "keep", "elide", "replace", "normalise", "insert", "gloss", "address", "emphasise",
      ])
    #expect(turns.contains { $0.addressee == "to the social worker" })
    let items = excerpts.flatMap(\.items)
    #expect(items.contains(.omission))
    #expect(items.contains(.jump(.later)))
    #expect(items.contains(.jump(.meeting)))
  }

  @Test func claimsOnMeetingsHold() throws {
    let (project, folder, _) = try replay("meetings", "ips-meetings")
    defer { withExtendedLifetime(folder) {} }
    let corpus = try project.corpus()
    let claims = corpus.study.all(Claim.self).map { ClaimEvidence($0, in: corpus) }
    #expect(claims.flatMap(\.advice) == [])
    #expect(claims.flatMap(\.unusable) == [])
    #expect(Set(claims.map(\.claim.unit)) == [.person, .team, .meeting])
    let counts = claims.map { "\($0.claim.quantifier ?? "") \($0.count)/\($0.total)" }
    #expect(
      counts == [
        "most 7/9", "eight of fifteen 8/15", "three 3/9", "several 4/9", "most 7/11", "all 8/8",
        "several 7/11",
      ])
    // A sentence that says how many stands in a text as the claim has it.
    let texts = corpus.study.all(AnalyticText.self).map(\.body)
    #expect(claims.allSatisfy { claim in texts.contains { $0.contains(claim.claim.text) } })
  }

  @Test func interviewsAreCondensed() throws {
    let (project, folder, events) = try replay("interviews", "ips-interviews")
    defer { withExtendedLifetime(folder) {} }
    #expect(try project.verify() == [])
    #expect(try project.advice() == [])
    let study = try project.study()
    #expect(study.method == .stc)
    #expect(
      Set(study.all(AnalyticText.self).map(\.heading)) == [
        "Help that can bear to hear how it is", "Used up around the work, seldom by it",
        "Slack for anybody, so that nobody is the case",
      ])
    #expect(study.all(PreliminaryThemeList.self).map(\.items.count) == [7, 6, 6])
    #expect(study.all(MeaningUnit.self).count == 218)
    #expect(study.all(Condensate.self).count == 9)
    #expect(study.all(ContextCheck.self).count { $0.verdict == .contradicts } == 4)
    #expect(study.all(Memo.self).allSatisfy { $0.visibility != .personal })
    let view = CondensationView(try project.corpus())
    #expect(view.unchecked.isEmpty)
    #expect(view.groups.flatMap(\.subgroups).allSatisfy { $0.uncovered.isEmpty })
    #expect(try project.logText().text == Event.log(events))
  }

  @Test func interviewsAreQuoted() throws {
    let (project, folder, events) = try replay("interviews", "ips-interviews")
    defer { withExtendedLifetime(folder) {} }
    #expect(events.count == 728)
    let corpus = try project.corpus()
    let study = corpus.study
    let sources = ExcerptSources(corpus)
    let excerpts = try study.all(Excerpt.self).map { try VerifiedExcerpt($0, in: sources) }
    #expect(excerpts.count == 21)
    let speakers = excerpts.flatMap { excerpt in Set(excerpt.turns.compactMap(\.speaker?.name)) }
    #expect(
      Dictionary(grouping: speakers, by: \.self).mapValues(\.count) == [
        "Aslaug": 2, "Eivind": 2, "Geir": 3, "Hege": 1, "Jonas": 1, "Marius": 5, "Ragnhild": 2,
        "Solveig": 1, "Sunniva": 2, "Tor": 2,
      ])
    // Each stands once in a text.
    let bodies = study.all(AnalyticText.self).map(\.body).joined()
    for excerpt in excerpts {
      #expect(bodies.components(separatedBy: "{{\(excerpt.name)}}").count == 2)
    }
    let claims = study.all(Claim.self).map { ClaimEvidence($0, in: corpus) }
    #expect(
      claims.map { "\($0.claim.quantifier ?? "") \($0.count) of \($0.total)" } == [
        "most 7 of 10", "several 6 of 10", "several 5 of 10", "some 3 of 10", "several 4 of 10",
      ])
    #expect(claims.allSatisfy { $0.advice.isEmpty && $0.unusable.isEmpty })
  }

  @Test func aTranscriptThatWasEditedIsNotTakenForTheOneThatWasCoded() throws {
    let folder = try TemporaryFolder()
    let path = Self.package.appending(path: "Corpora/studies/interviews.jsonl").path
    let events = try Event.log(try Files.bytes(path), named: path)
    let corpus = Self.package.appending(path: "Corpora/ips-interviews").path
    let files = try CorpusInput(paths: [corpus]).files.map { file in
      let name = URL(filePath: file).lastPathComponent
      var bytes = try Files.bytes(file)
      if name == "interview-03.xml" { bytes.append(0x0A) }
      try Files.write(bytes, to: folder[name])
      return folder[name]
    }
    let error = #expect(throws: ProjectError.self) {
      try Project.replay(events, files: files, to: folder["study.samtale"])
    }
    #expect(error?.code == .noSource)
    #expect(error?.what.contains("interview-03.xml") == true)
    #expect(Files.isFolder(folder["study.samtale"]) == nil)
  }
}
