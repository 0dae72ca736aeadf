import Samtale
import Testing

/// The invented interviews are what an analysis of single long accounts needs: one client each, many
/// long answers, nobody's words twice.
@Suite struct IPSInterviewsTests {
  static let folder = ReferenceMeetings.package.appending(path: "Corpora/ips-interviews").path
  static let corpus = Corpus.read([folder])
  static var transcripts: [Transcript] { corpus.transcripts }

  @Test func isClean() {
    let result = ProfileCheck(profile: .samtale).run(CorpusInput(paths: [Self.folder]))
    #expect(result.transcripts == 10)
    #expect(result.diagnostics == [])
    #expect(result.exitStatus == 0)
    #expect(Self.corpus.diagnostics == [])
    #expect(Self.corpus.accounting.isComplete)
  }

  @Test func tenInterviewsOfTenPeople() {
    let expected = (1...10).map { $0 < 10 ? "interview-0\($0)" : "interview-\($0)" }
    #expect(Self.transcripts.map(\.id).sorted() == expected)
    let people = Self.transcripts.flatMap(\.participants).filter { $0.roles == ["C"] }
    #expect(Set(people.map(\.id)).count == 10)
    #expect(Set(people.map(\.label)).count == 10)
  }

  @Test func recordedBetweenFebruaryAndNovember2019() throws {
    for transcript in Self.transcripts {
      let date = try #require(transcript.date)
      #expect("2019-02-01" <= date && date <= "2019-11-30", "\(transcript.id)")
    }
  }

  @Test func eachHasOneClientWithAPseudonymAndOneInterviewer() throws {
    for transcript in Self.transcripts {
      #expect(transcript.participants.count == 2, "\(transcript.id)")
      let clients = transcript.participants.filter { $0.roles == ["C"] }
      #expect(clients.count == 1, "\(transcript.id)")
      let client = try #require(clients.first)
      let names = client.attributes.filter { $0.kind == .name }
      #expect(names.map(\.type) == ["pseudonym"], "\(transcript.id)")
      #expect(names.map(\.text) == [client.label ?? ""], "\(transcript.id)")
      let interviewers = transcript.participants.filter { $0.roles == ["I"] }
      #expect(interviewers.map(\.id) == ["p.interviewer"], "\(transcript.id)")
    }
  }

  @Test func theTwoSpeakInTurn() {
    for transcript in Self.transcripts {
      let roles = transcript.utterances.map { $0.speaker?.roles ?? [] }
      #expect(zip(roles, roles.dropFirst()).allSatisfy { $0 != $1 }, "\(transcript.id)")
    }
  }

  @Test func eachHasTwentyFiveLongAnswersOrMore() {
    for transcript in Self.transcripts {
      let long = transcript.utterances.count { utterance in
        utterance.speaker?.roles == ["C"] && WordCount.words(in: utterance.text) >= 30
      }
      #expect(long >= 25, "\(transcript.id): \(long)")
    }
  }

  /// A sentence of more than six words that stands twice would betray a template.
  @Test func noLongSentenceStandsTwice() {
    var places: [String: [String]] = [:]
    for transcript in Self.transcripts {
      for utterance in transcript.utterances {
        for sentence in utterance.text.split(whereSeparator: { ".?!…".contains($0) }) {
          guard WordCount.words(in: sentence) > 6 else { continue }
          let words = sentence.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
          places[words.joined(separator: " "), default: []].append(transcript.id)
        }
      }
    }
    #expect(places.count > 500)
    #expect(places.filter { $0.value.count > 1 }.keys.sorted() == [])
  }
}
