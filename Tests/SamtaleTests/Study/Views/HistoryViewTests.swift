import Samtale
import Testing

@Suite struct ObjectHistoryTests {
  @Test func everyNameOfATheme() throws {
    let study = try ViewedStudy()
    let line = try #require(ObjectHistory(study.events)[study["silent"]])
    #expect(line.entries.map(\.name) == ["Fear keeps the phone silent", "The silent phone"])
    #expect(line.entries.map(\.status) == ["candidate", "developed"])
    #expect(line.entries.map(\.by.name) == ["KB", "OL"])
    #expect(line.entries.map(\.reason) == [nil, "names the idea"])
    #expect(line.entries.map(\.phase) == [.generatingThemes, .developingThemes])
    #expect(line.entries.map(\.at.display) == ["2026-01-08 09:10", "2026-01-10 09:00"])
  }

  @Test func whatWasTakenBackIsShownAsSuch() throws {
    let study = try ViewedStudy()
    let history = ObjectHistory(study.events.reversed(), kinds: [.code])
    let line = try #require(history[study["help"]])
    #expect(line.entries.map(\.name) == ["help", "asking for help", "help"])
    #expect(line.entries.map(\.isUndo) == [false, false, true])
    #expect(history.lines.map(\.name) == ["wanting work", "fear", "help", "courage"])
    #expect(history[study["courage"]]?.entries.map(\.status) == ["active", "merged"])
  }

  @Test func headingsFollowTheirCodeGroup() throws {
    var study = try ViewedStudy()
    try study.condense()
    let lines = ObjectHistory(study.events, kinds: [.group, .analyticText]).lines
    #expect(lines.map(\.name) == ["Feelings", "Door openers", "Daring for two"])
    #expect(lines.map(\.kind) == [.group, .group, .analyticText])
  }
}

@Suite struct PhaseLogTests {
  @Test func goingBackIsVisible() throws {
    let log = PhaseLog(try ViewedStudy().events.shuffled())
    let shown = log.stretches.map { stretch in
      "\(stretch.researcher.name) \(stretch.phase?.rawValue ?? "–") \(stretch.from.display) "
        + "\(stretch.to.display) \(stretch.steps) \(stretch.time) \(stretch.goesBack)"
    }
    #expect(
      shown == [
        "KB familiarisation 2026-01-05 09:00 2026-01-05 09:00 1 1 false",
        "KB coding 2026-01-06 09:10 2026-01-06 09:18 9 1 false",
        "OL coding 2026-01-07 09:10 2026-01-07 09:15 6 1 false",
        "KB generatingThemes 2026-01-08 09:10 2026-01-08 09:23 14 1 false",
        "KB coding 2026-01-09 09:00 2026-01-11 10:00 3 2 true",
        "OL developingThemes 2026-01-10 09:00 2026-01-10 09:00 1 1 false",
      ])
  }

  @Test func enteringAPhaseHoldsUntilTheNext() throws {
    var study = try ViewedStudy()
    let ola = study.ola
    try study.step(ola, "2026-01-12T09:00", nil) { edit in
      try edit.enter(.familiarisation, note: "m2 again: aloud")
    }
    try study.step(ola, "2026-01-12T11:00", nil) { edit in
      try edit.writeMemo(.familiarisation, "She laughs.")
    }
    let last = try #require(PhaseLog(study.events).stretches.last)
    #expect(last.phase == .familiarisation)
    #expect(last.notes == ["m2 again: aloud"])
    #expect((last.steps, last.goesBack) == (2, true))
    #expect(last.to.display == "2026-01-12 11:00")
  }
}
