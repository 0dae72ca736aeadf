import Samtale
import Testing

/// The invented corpus has the design of the study it stands in for (Moen et al. 2022): eight teams
/// of four, two meetings each, and the people of the study's Table 1.
@Suite struct IPSMeetingsTests {
  static let folder = ReferenceMeetings.package.appending(path: "Corpora/ips-meetings").path
  static let corpus = Corpus.read([folder])
  static var transcripts: [Transcript] { corpus.transcripts }

  @Test func isClean() {
    let result = ProfileCheck(profile: .samtale).run(CorpusInput(paths: [Self.folder]))
    #expect(result.transcripts == 16)
    #expect(result.diagnostics == [])
    #expect(result.exitStatus == 0)
    #expect(Self.corpus.diagnostics == [])
    #expect(Self.corpus.accounting.isComplete)
  }

  @Test func sixteenMeetingsOfEightTeams() throws {
    let meetings = try Self.transcripts.map { transcript in
      "\(try #require(transcript.team).id) \(try #require(transcript.number))"
    }
    let expected = (1...8).flatMap { team in (1...2).map { "team\(team) \($0)" } }
    #expect(meetings.sorted() == expected)
    #expect(Set(Self.transcripts.map(\.id)).count == 16)
  }

  @Test func recordedBetweenMarch2017AndDecember2018() throws {
    for transcript in Self.transcripts {
      let date = try #require(transcript.date)
      #expect("2017-03-01" <= date && date <= "2018-12-31", "\(transcript.id)")
    }
    for team in Set(Self.transcripts.compactMap { $0.team?.id }) {
      let meetings = Self.transcripts.filter { $0.team?.id == team }
      let inOrder = meetings.sorted { ($0.number ?? "") < ($1.number ?? "") }.compactMap(\.date)
      #expect(inOrder == inOrder.sorted(), "\(team)")
    }
  }

  @Test func eachHasSixtyToAHundredAndFortyUtterancesAndSixTopics() {
    for transcript in Self.transcripts {
      #expect((60...140).contains(transcript.utterances.count), "\(transcript.id)")
      #expect(transcript.allTopics.count >= 6, "\(transcript.id)")
    }
  }

  @Test func recordingsLastAsLongAsTheirTimeStamps() throws {
    for transcript in Self.transcripts {
      let stated = try #require(transcript.header.recordingSeconds)
      let last = try #require(transcript.utterances.compactMap(\.end).max())
      let end = try #require(transcript.timeline.end)
      #expect(last <= end, "\(transcript.id)")
      // Stated in whole seconds.
      #expect(stated >= end && stated - end < 1, "\(transcript.id): \(stated), \(end)")
    }
  }

  @Test func oneOfEachRoleAndTheTherapistOnceAbsent() {
    let roles = Self.transcripts.map { transcript in
      Set(transcript.participants.flatMap(\.roles))
    }
    #expect(roles.count { $0 == ["SW", "T", "WA", "ES"] } == 15)
    #expect(roles.count { $0 == ["SW", "WA", "ES"] } == 1)
  }

  @Test func eachEmploymentSpecialistServesTwoTeams() {
    var teams: [String: Set<String>] = [:]
    for transcript in Self.transcripts {
      for person in transcript.participants where person.roles == ["ES"] {
        teams[person.id, default: []].insert(transcript.team?.id ?? "")
      }
    }
    #expect(teams.count == 4)
    #expect(teams.values.allSatisfy { $0.count == 2 })
  }

  /// One team got a new social worker, another changed twice, one got a new therapist.
  @Test func whoChangedDuringTheStudy() {
    func people(_ role: String) -> [Int] {
      var people: [String: Set<String>] = [:]
      for transcript in Self.transcripts {
        for person in transcript.participants where person.roles == [role] {
          people[transcript.team?.id ?? "", default: []].insert(person.id)
        }
      }
      return people.values.map(\.count).sorted()
    }
    #expect(people("SW") == [1, 1, 1, 1, 1, 1, 2, 3])
    #expect(people("T") == [1, 1, 1, 1, 1, 1, 1, 2])
    #expect(people("WA") == [1, 1, 1, 1, 1, 1, 1, 1])
  }

  @Test func everybodyPresentSpeaks() {
    for transcript in Self.transcripts {
      #expect(MeetingEquality(MeetingParticipation(transcript)).silent == [], "\(transcript.id)")
    }
  }

  @Test func nobodyIsDescribedInTwoWays() {
    #expect(
      ParticipantCounts(Self.transcripts.map(ParticipantCounts.Source.init)).contradictions == []
    )
    var roles: [String: Set<[String]>] = [:]
    for person in Self.transcripts.flatMap(\.participants) {
      roles[person.id, default: []].insert(person.roles)
    }
    #expect(roles.values.allSatisfy { $0.count == 1 })
  }

  /// A sentence of more than six words that stands in two meetings would betray a template.
  @Test func noLongSentenceStandsInTwoMeetings() {
    var places: [String: Set<String>] = [:]
    for transcript in Self.transcripts {
      for utterance in transcript.utterances {
        for sentence in utterance.text.split(whereSeparator: { ".?!…".contains($0) }) {
          guard WordCount.words(in: sentence) > 6 else { continue }
          let words = sentence.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
          places[words.joined(separator: " "), default: []].insert(transcript.id)
        }
      }
    }
    #expect(places.count > 500)
    #expect(places.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  /// Table 1 of the study, cell by cell, and what it implies (yes of 8 is no of the others).
  @Test func thePeopleAreThoseOfTable1() {
    let counts = ParticipantCounts(Self.transcripts.map(ParticipantCounts.Source.init))
    #expect(counts.people == 32)
    let cells = counts.rows.map {
      let category = $0.category.replacing("–", with: "-")
      return "\($0.role ?? "") \($0.people) \($0.variable) \(category): \($0.count)"
    }
    #expect(Set(cells) == Set(Self.table1))
    #expect(cells.count == Self.table1.count)
  }

  static let table1 = [
    "WA 8 age 20-30: 8", "WA 8 gender female: 5", "WA 8 gender male: 3",
    "WA 8 diagnosis psychosis: 2", "WA 8 diagnosis major depression / anxiety: 5",
    "WA 8 diagnosis other: 1", "WA 8 ethnicOrigin native: 7", "WA 8 ethnicOrigin other: 1",
    "WA 8 workedPast5Years yes: 5", "WA 8 workedPast5Years no: 3",
    "WA 8 workDuringIPS yes: 6", "WA 8 workDuringIPS no: 2",
    "T 9 age 25-40: 3", "T 9 age 41-60: 6", "T 9 gender female: 7", "T 9 gender male: 2",
    "T 9 ethnicOrigin native: 8", "T 9 ethnicOrigin other: 1",
    "T 9 occupation psychiatric nurse: 5", "T 9 occupation psychologist: 4",
    "T 9 yearsInJob 0-2: 2", "T 9 yearsInJob 3-10: 3", "T 9 yearsInJob more than 10: 4",
    "SW 11 age 25-40: 4", "SW 11 age 41-60: 7", "SW 11 gender female: 9", "SW 11 gender male: 2",
    "SW 11 ethnicOrigin native: 11", "SW 11 education social work: 9", "SW 11 education other: 2",
    "SW 11 yearsInJob 0-2: 1", "SW 11 yearsInJob 3-9: 8", "SW 11 yearsInJob more than 10: 2",
    "ES 4 age 30-40: 2", "ES 4 age 40-55: 2", "ES 4 gender female: 2", "ES 4 gender male: 2",
    "ES 4 ethnicOrigin native: 4", "ES 4 yearsInJob 0-3: 4",
  ]
}
