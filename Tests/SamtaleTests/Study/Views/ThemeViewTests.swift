import Samtale
import Testing

@Suite struct ThemeMapTests {
  private func lines(_ map: ThemeMap) -> [String] {
    let names = Dictionary(map.nodes.map { ($0.id, $0.name) }) { first, _ in first }
    return map.edges.map { edge in
      "\(edge.relation): \(names[edge.from] ?? "?") – \(names[edge.to] ?? "?") "
        + edge.labels.joined(separator: " | ")
    }
  }

  @Test func nodesAndEdges() throws {
    let map = ThemeMap(try ViewedStudy().study)
    #expect(
      map.nodes.map(\.name) == [
        "The silent phone", "Asking", "Work as a wish", "Feelings", "wanting work", "fear", "help",
      ])
    #expect(map.nodes.map(\.kind).prefix(2) == [.theme(.developed), .theme(.candidate)])
    #expect(
      lines(map) == [
        "subtheme: The silent phone – Asking ", "themeCode: The silent phone – fear ",
        "themeCode: Asking – help ", "themeCode: Work as a wish – wanting work ",
        "groupCode: Feelings – fear ",
        "boundary: The silent phone – Work as a wish dread, not longing | longing, not dread",
        "map: Feelings – Work as a wish colours & \"tints\"",
      ])
  }

  @Test func withoutCodesAndGroups() throws {
    let study = try ViewedStudy().study
    let bare = ThemeMap(study, options: .init(withCodes: false, withGroups: false))
    #expect(bare.nodes.map(\.name) == ["The silent phone", "Asking", "Work as a wish"])
    #expect(bare.edges.map(\.relation) == [.subtheme, .boundary])
    let discarded = ThemeMap(study, options: .init(statuses: [.discarded]))
    #expect(discarded.nodes.map(\.name) == ["Phones"])
    #expect(discarded.edges.isEmpty)
  }
}

@Suite struct ThemeListTests {
  @Test func whatAThemeIsBuiltFrom() throws {
    let rows = ThemeList(try ViewedStudy().corpus).rows
    #expect(
      rows.map(\.theme.name) == ["The silent phone", "Asking", "Work as a wish", "Phones"])
    let silent = rows[0]
    #expect(silent.codes.map(\.name) == ["fear"])
    #expect(silent.extracts.map { $0.quotation?.text } == ["afraid of the phone calls"])
    #expect(silent.extracts.map(\.note) == ["the clearest"])
    #expect(silent.contrary.map(\.place) == ["u6–u7"])
    #expect(silent.contrary.map(\.speakers) == [["T1", "WA1"]])
    #expect(silent.reviews.map(\.review.reason) == ["m2 fits"])
    #expect(silent.reviews.map { $0.reviewer?.name } == ["OL"])
    #expect(rows[1].overarching?.name == "The silent phone")
  }

  @Test func placesAreContext() throws {
    let rows = ThemeList(try ViewedStudy().corpus).rows
    #expect(rows[0].places.map(\.utterances) == [["u3"]])
    #expect(rows[0].places.map(\.roles) == [["WA"]])
    #expect(rows[0].places.map(\.team) == ["Team Fjord"])
    // The codings of the merged code and of its heir.
    #expect(rows[1].places.map(\.utterances) == [["u5–u7"]])
    #expect(rows[1].places.map(\.roles) == [["T", "WA"]])
    #expect(rows[3].places.isEmpty)
  }
}

@Suite struct CondensationViewTests {
  @Test func coverageOfMeaningUnits() throws {
    var study = try ViewedStudy()
    try study.condense()
    let view = CondensationView(study.corpus)
    let doors = try #require(view.groups.last)
    #expect((doors.group.name, doors.heading) == ("Door openers", "Daring for two"))
    let part = try #require(doors.subgroups.first)
    #expect(part.units.map(\.place) == ["u6", "u7", "u5"])
    #expect(part.units.map(\.use) == [.used, .setAside(reason: "only thanks"), .open])
    #expect(part.uncovered.map(\.place) == ["u5"])
    #expect(doors.loose.map { $0.quotation?.text } == ["I want to work again."])
    #expect(view.units(of: doors.group.id, in: study.first.id).count == 4)
  }

  @Test func whatIsStillToBeHeldAgainstTheTranscripts() throws {
    var study = try ViewedStudy()
    try study.condense()
    let view = CondensationView(study.corpus)
    #expect(view.transcripts.map(\.name) == ["m1", "m2"])
    #expect(
      view.unchecked.map { "\($0.group.name) \($0.transcript.name)" }
        == ["Feelings m1", "Feelings m2", "Door openers m2"])
    let verdicts = view.verdicts[study["doors"]]?[study.first.id] ?? []
    #expect(verdicts.map(\.check.verdict) == [.confirms])
    #expect(verdicts.map { $0.by?.name } == ["OL"])
  }
}
