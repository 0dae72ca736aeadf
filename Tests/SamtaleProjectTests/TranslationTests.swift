import Samtale
import Testing

@testable import SamtaleProject

/// Translations in a project file.
@Suite struct TranslationTests {
  private func translate(
    _ turn: String, _ text: String, _ work: Workshop, in project: Project? = nil,
    as actor: Identifier? = nil, status: Translation.Status? = nil
  ) throws {
    let meeting = try work.meeting
    try (project ?? work.project).perform(as: actor ?? work.anna) {
      _ = try $0.translate(
        meeting.anchor(from: turn, to: turn), into: "en", text, status: status)
    }
  }

  private func set(_ project: Project, _ work: Workshop) throws -> TranslationSet {
    try #require(TranslationSet(project.corpus(), work.meeting.id))
  }

  @Test func liveInTheLogAndAreUndone() throws {
    let work = try Workshop()
    try translate("u2", "Yes, it is nearly ready now.", work)
    try translate("u2", "Yes, it's nearly ready.", work)
    try work.expectSound()
    #expect(try set(work.project, work)[1, "en"]?.translation.text == "Yes, it's nearly ready.")
    try work.project.undo(as: work.anna)
    #expect(
      try set(work.project, work)[1, "en"]?.translation.text == "Yes, it is nearly ready now.")
    try work.project.undo(as: work.anna)
    #expect(try set(work.project, work).entries == [])
    try work.expectSound()
  }

  @Test func twoResearchersOnTheSameTurnAreAConflictToSettle() throws {
    let work = try Workshop()
    let theirs = try work.copy("bjorn.samtale")
    try translate("u1", "Shall we begin with the application?", work)
    try translate("u2", "Yes.", work)
    try translate("u1", "Let's start on the form?", work, in: theirs, as: work.bjorn)
    try translate("u4", "Mm.", work, in: theirs, as: work.bjorn)
    let report = try work.project.merge(theirs)
    try theirs.merge(work.project)
    #expect(report.conflicts.count == 1)
    #expect(try work.project.study() == theirs.study())
    try work.expectSound()
    let entries = try set(work.project, work).entries
    #expect(entries.map(\.translation.utterance) == [0, 1, 3])
    let conflict = try #require(try work.project.conflicts().first)
    #expect(conflict.kind == .translation)
    guard case .bothChanged(let fields) = conflict.nature else {
      Issue.record("\(conflict)")
      return
    }
    let text = try #require(fields.first { $0.name == "text" })
    #expect(
      Set([text.first.text, text.second.text]) == [
        "Shall we begin with the application?", "Let's start on the form?",
      ])
    try work.project.perform(as: work.anna) { try $0.settle(conflict, keepsFirst: true) }
    #expect(try work.project.conflicts() == [])
    #expect(try set(work.project, work)[0, "en"]?.translation.text == text.first.text)
    #expect(try work.project.name(of: conflict.object) == "u1 into en")
    try work.expectSound()
  }

  @Test func aCorrectedTurnMakesItsTranslationStale() throws {
    let work = try Workshop()
    try translate("u2", "Yes, it is nearly ready now.", work, status: .checked)
    try translate("u5", "Then I ring the employer tomorrow.", work, status: .checked)
    var corrected = Workshop.talk
    corrected[1] = "Ja, den er ikke ferdig nå."
    _ = try work.add("meeting", corrected)
    let translations = try set(work.project, work)
    #expect(translations[1, "en"]?.isStale == true)
    #expect(translations[4, "en"]?.isStale == false)
    #expect(translations.coverage("en").stale == 1)
    let entry = try #require(translations[1, "en"])
    try work.project.perform(as: work.bjorn) {
      _ = try $0.setStatus(.checked, of: entry, in: translations.version)
    }
    #expect(try set(work.project, work)[1, "en"]?.isStale == false)
    try work.expectSound()
  }
}
