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
      ])
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
