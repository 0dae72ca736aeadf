import Samtale
import Testing

@Suite("Participants, teams and roles")
struct ParticipantTests {
  @Test("Memberships hold from their first day to their last")
  func holds() {
    let spring = Participant.Membership(team: "t", from: "2024-01-15", to: "2024-06-30")
    #expect(!spring.holds(on: "2024-01-14"))
    #expect(spring.holds(on: "2024-01-15"))
    #expect(spring.holds(on: "2024-06-30"))
    #expect(!spring.holds(on: "2024-07-01"))
    #expect(spring.holds(on: nil))
    #expect(spring.holds(on: "2024-06-30T10:00:00"))
    #expect(!spring.holds(on: "2023-12-31T23:59:59"))
    let open = Participant.Membership(team: "t")
    #expect(open.holds(on: "1900-01-01"))
    let year = Participant.Membership(team: "t", from: "2023", to: "2024-03")
    #expect(!year.holds(on: "2022-12-31"))
    #expect(year.holds(on: "2023-01-01"))
    #expect(year.holds(on: "2024-03-31"))
    #expect(!year.holds(on: "2024-04-01"))
  }

  /// The team of a meeting on 2024-03-12 with teams a (number 1) and b (number 2).
  private func team(_ memberships: [[Participant.Membership]], named: String? = nil) -> String? {
    var setting = MarkupElement("setting")
    setting.children.append(.element(MarkupElement("date", [.init("when", "2024-03-12")])))
    if let named {
      setting.children.append(.element(MarkupElement("name", [.init("type", "team")], text: named)))
    }
    var header = Header(title: "t")
    header.profile = [MarkupElement("settingDesc", [], [.element(setting)])]
    let people = memberships.enumerated().map { i, memberships in
      Participant(id: "p\(i)", memberships: memberships)
    }
    let transcript = Transcript(
      id: "x",
      header: header,
      participants: people,
      teams: [Team(id: "a", number: "1"), Team(id: "b", number: "2")]
    )
    return transcript.team?.id
  }

  @Test("The team of a meeting is the one that most share on the day")
  func teamOfMeeting() {
    let a = Participant.Membership(team: "a")
    let b = Participant.Membership(team: "b")
    let ended = Participant.Membership(team: "b", to: "2024-03-11")
    let begins = Participant.Membership(team: "b", from: "2024-03-12")
    #expect(team([[a], [a], [a, b]]) == "a")
    #expect(team([[a], [b]]) == nil)
    #expect(team([[a, b], [a, b]]) == nil)
    #expect(team([[a], [b], [ended]]) == nil)
    #expect(team([[a], [b], [begins]]) == "b")
    #expect(team([[a], [b], [ended], [ended]]) == nil)
    #expect(team([[b, b, b], [a], [a]]) == "a")
    #expect(team([]) == nil)
    #expect(team([[], []]) == nil)
  }

  @Test("A team that the setting names goes before what the memberships say")
  func namedTeam() {
    let a = Participant.Membership(team: "a")
    #expect(team([[a], [a]], named: "b") == "b")
    #expect(team([[a], [a]], named: "2") == "b")
  }

  @Test("Who is the same person in two files: identifier and name")
  func identity() {
    let plain = Participant(id: "p1")
    var named = Participant(id: "p1")
    named.attributes = [.init(.name, text: "Åse")]
    var labelled = plain
    labelled.label = "SW4"
    #expect(plain.identity == labelled.identity)
    #expect(plain.identity != named.identity)
    #expect(named.identity.id == "p1")
    #expect(named.identity.name == "Åse")
    #expect(plain.identity < named.identity)
    #expect(named.identity < Participant(id: "p2").identity)
  }

  @Test("What the sample says about people")
  func sample() throws {
    let transcript = try TEI.transcript(TEISamples.meeting)
    let people = transcript.participants
    #expect(people.map(\.id) == ["p.siri", "p.olav", "p.amal", "p.eva", "g.all"])
    #expect(people.map(\.label) == ["SW2", "T2", "WA2", "ES2", "ALL"])
    #expect(people.map(\.roles) == [["SW"], ["T"], ["WA"], ["ES"], []])
    #expect(people.map(\.groupSize) == [nil, nil, nil, nil, "several"])
    #expect(people.allSatisfy { !$0.isUndeclared })
    #expect(people[0].name == "Siri")
    #expect(people[0].attribute(.gender)?.value == "f")
    #expect(people[0].attribute(.age)?.display == "41–60")
    #expect(people[0].attribute(.education)?.display == "social work")
    #expect(people[0].attribute(.state, type: "yearsInJob")?.display == "3-9")
    #expect(people[0].attribute(.state, type: "other") == nil)
    #expect(people[0].memberships == [.init(team: "fjord", from: "2024-01-01")])
    #expect(people[1].attribute(.gender)?.display == "mann")
    #expect(people[1].attribute(.occupation)?.from == "2020")
    #expect(people[2].attribute(.age)?.display == "33")
    #expect(people[2].attribute(.trait, type: "diagnosis")?.text == "anxiety")
    #expect(people[3].memberships.map(\.team) == ["fjord", "skog"])
    #expect(transcript.teams.map(\.display) == ["Team Fjord", "Team Skog"])
    #expect(transcript.team?.id == "fjord")
    #expect(transcript.roles.map(\.code) == ["SW", "T", "WA", "ES"])
    #expect(transcript.roles.first?.name == "social worker")
    #expect(transcript.taxonomies[1].codes == ["th.outdoors", "c.garden", "c.yes"])
  }

  @Test("Who speaks, one, several, a group, and to whom")
  func speakers() throws {
    let utterances = try TEI.transcript(TEISamples.meeting).utterances
    #expect(utterances.map(\.speakers) == [[3], [2], [0], [1], [2, 3], [4]])
    #expect(utterances.map(\.speaker?.id) == ["p.eva", "p.amal", "p.siri", "p.olav", nil, "g.all"])
    #expect(utterances.map(\.addressees) == [[], [], [2], [], [], []])
  }

  @Test("What the sample says about itself")
  func header() throws {
    let transcript = try TEI.transcript(TEISamples.meeting)
    #expect(transcript.id == "fjord-m2")
    #expect(transcript.number == "2")
    #expect(transcript.language == "en")
    #expect(transcript.date == "2024-04-30")
    #expect(transcript.header.title == "Team Fjord, second meeting (invented)")
    #expect(transcript.header.recordingSeconds == 30)
    #expect(transcript.header.licence == "CC0")
    #expect(transcript.header.transcriptionIdentifier == "samtale")
    #expect(transcript.layers.map(\.type) == ["closures", "codings", "memo"])
  }
}
