import Foundation
import Samtale
import Testing

@testable import SamtaleProject

/// Projects made anew with facts about people less telling. All people are invented.
@Suite struct RewritePeopleTests {
  /// Facts called secret go, ages become a band, everything else stays.
  private static let people = PeopleRewriting { person in
    var person = person
    person.attributes.removeAll { $0.type == "secret" || $0.kind == .occupation }
    for i in person.attributes.indices where person.attributes[i].kind == .age {
      person.attributes[i].value = nil
      person.attributes[i].text = ""
      (person.attributes[i].atLeast, person.attributes[i].atMost) = ("30", "39")
    }
    return person
  }

  private static func document(_ age: String, _ job: String) -> String {
    Workshop.document("Kari-1", ["Skal vi begynne?", "Ja.", "Fint."]).replacing(
      "<persName>Kari</persName>",
      with: """
        <persName>Kari</persName><age value="\(age)"/><occupation>\(job)</occupation>
        <gender value="f"/>
        """)
  }

  /// A meeting in two versions that differ in an age only, and in a third with another occupation.
  private func work() throws -> Workshop {
    let work = try Workshop()
    for (age, job) in [("34", "fyrvokter"), ("35", "fyrvokter"), ("35", "losoldermann")] {
      let path = try work.write(Self.document(age, job), to: "Kari-1.xml")
      _ = try work.project.addTranscripts([path], as: work.anna, reason: "rettet")
    }
    return work
  }

  private func state(
    _ work: Workshop, _ key: String, _ value: String, by actor: Identifier? = nil
  ) throws -> Identifier {
    try work.project.perform(as: actor ?? work.anna) { editor in
      let fact = ParticipantAttribute(
        id: editor.newIdentifier(), participant: "a", key: key, value: value)
      try editor.create(fact, reason: "sagt av \(value)")
      return fact.id
    }
  }

  private func rewritten(_ work: Workshop) throws -> (Project, Project.RewriteReport) {
    let path = work.folder["new.samtale"]
    let report = try work.project.rewritten(to: path, people: Self.people) { _ in [] }
    let new = try Project.open(path)
    #expect(try new.verify() == [])
    #expect(try new.conflicts() == [])
    return (new, report)
  }

  private func expectNothing(of words: [String], in work: Workshop, beside kept: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: work.folder["new.samtale"]))
    for word in words { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)") }
    #expect(bytes.range(of: Data(kept.utf8)) != nil, "what is sought would be found")
  }

  @Test func allVersionsOfTranscripts() throws {
    let work = try work()
    let code = try work.code("Begins")
    let object = try #require(
      try work.project.all(StudyTranscript.self).first { $0.name == "Kari-1" })
    try work.project.perform(as: work.anna) {
      try $0.apply(code, to: try work.project.transcript(object.id).anchor(turn: "u1", quote: "vi"))
    }
    let (new, report) = try rewritten(work)
    #expect(report.versions == 4)
    let now = try #require(try new.all(StudyTranscript.self).first { $0.name == "Kari-1" })
    let person = try #require(try new.transcript(now.id).transcript.participants.first)
    #expect(person.name == "Kari")
    #expect(person.attributes.map(\.display) == ["Kari", "30–39", "f"])
    let coded = try #require(try new.corpus().codings().first)
    #expect(coded.coding.code == code)
    try new.close()
    try expectNothing(
      of: ["fyrvokter", "losoldermann", "value=\"34\"", "value=\"35\""], in: work,
      beside: "atLeast=\"30\"")
  }

  @Test func factsThatResearchersAdded() throws {
    let work = try work()
    let secret = try state(work, "secret", "Lindesnes")
    let age = try state(work, "Age", "36")
    let plain = try state(work, "housing", "leier")
    try work.project.perform(as: work.bjorn) {
      try $0.change(ParticipantAttribute.self, secret, reason: "Ryvingen fyr") {
        $0.value = "Ryvingen"
      }
      try $0.change(ParticipantAttribute.self, age, reason: "37 i mai") { $0.value = "37" }
    }
    for (body, fact) in [("Husk Ryvingen.", secret), ("Husk leien.", plain)] {
      try work.project.perform(as: work.anna) {
        var memo = Memo(id: $0.newIdentifier(), .context, body: body, author: work.anna)
        memo.target = fact
        try $0.create(memo)
      }
    }
    try work.project.undo(as: work.bjorn)
    let said = try work.project.everythingOnPeople()
    #expect(said.facts.map(\.value) == ["Lindesnes", "Ryvingen", "36", "37", "leier"])
    #expect(said.transcripts.count == 4)
    let (new, report) = try rewritten(work)
    #expect((report.changedFacts, report.droppedFacts) == (1, 1))
    let facts = try new.all(ParticipantAttribute.self)
    #expect(facts.map(\.value) == ["30–39", "leier"])
    #expect(try new.all(Memo.self).map(\.body) == ["Husk leien."])
    #expect(try new.events(on: secret) == [])
    #expect(try new.events(on: age).map(\.change.reason) == [nil, nil, nil])
    #expect(try new.events(on: plain).map(\.change.reason) == ["sagt av leier"])
    try new.close()
    try expectNothing(
      of: ["Lindesnes", "Ryvingen", "secret", "\"36\"", "\"37\"", "37 i mai", "sagt av 36"],
      in: work, beside: "leier")
  }

  @Test func withoutAWishFactsStay() throws {
    let work = try work()
    _ = try state(work, "secret", "Lindesnes")
    try work.project.rewritten(to: work.folder["new.samtale"]) { _ in [] }
    let new = try Project.open(work.folder["new.samtale"])
    #expect(try new.all(ParticipantAttribute.self).map(\.value) == ["Lindesnes"])
  }
}
