import Foundation
import Samtale
import SamtaleFormats
import Testing

/// The table of the README that says what each format holds, against what the exports say.
@Suite struct ReadmeTableTests {
  private static let columns: [(title: String, features: [TranscriptFeature])] = [
    ("words, speakers", [.labels, .unknownSpeakers, .jointSpeakers]),
    ("times", [.times, .partialTimes]),
    (
      "events, pauses",
      [.pauses, .vocals, .kinesics, .incidents, .shifts, .gaps, .cuts, .notes, .contributions]
    ),
    ("roles, facts", [.roles, .teams, .attributes]), ("topics", [.topics]),
  ]

  /// Talk with everything that the table speaks of.
  private static func talk() throws -> Transcript {
    var builder = TranscriptBuilder(id: "m", language: "en")
    builder.header.media = "m.wav"
    var person = Participant(id: "p.1", label: "Anna", roles: ["SW"])
    person.memberships = [.init(team: builder.declareTeam("North"), from: "2024-01-01")]
    person.attributes = [
      .init(.gender, value: "f", text: "woman"), .init(.age, atLeast: "30", atMost: "40"),
      .init(.occupation, text: "nurse"),
    ]
    builder.declareRole("SW")
    let anna = builder.add(person)
    let bo = builder.participant(labelled: "Bo")
    var first = UtteranceDraft("We begin now then", speakers: [anna], start: 1, end: 2)
    for (place, mark) in [
      MarkDraft(.pause, seconds: 0.5), MarkDraft(.vocal, "laughs"), MarkDraft(.kinesic, "nods"),
      MarkDraft(.incident, "a door"), MarkDraft(.shift, "high", type: "pitch"),
      MarkDraft(.gap, reason: "inaudible"), MarkDraft(.contribution, "mm", by: [bo]),
    ].enumerated() {
      first.add(mark, at: (place + 1)..<(place + 1))
    }
    builder.append(first)
    builder.appendBetween(MarkDraft(.note, "they wait"))
    builder.append(UtteranceDraft("yes", speakers: [anna, bo], start: 3, end: 4))
    builder.append(UtteranceDraft("who", start: 5))
    builder.appendBetween(.cut())
    builder.append(UtteranceDraft("no", speakers: [bo], start: 6, end: 7))
    builder.addTopic("beginning", 0...1)
    let written = String(decoding: TEI.write(builder.transcript()).bytes, as: UTF8.self)
    let numbered = written.replacing("<span ", with: "<span n=\"1\" ", maxReplacements: 1)
    let transcript = try #require(TEI.read(bytes: Array(numbered.utf8)).transcripts.first)
    #expect(transcript.topics.map(\.number) == ["1"])
    let counts = TranscriptFeature.counts(in: transcript)
    for feature in columns.flatMap(\.features) { #expect(counts[feature] != nil, "\(feature)") }
    return transcript
  }

  /// The rows of the table: formats, and a sign in each column.
  private static func table() throws -> (titles: [String], rows: [(ExportFormat, [String])]) {
    let path = LossTests.package.appending(path: "README.md")
    let lines = String(decoding: try Data(contentsOf: path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    func cells(_ line: Substring) -> [String] {
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let head = try #require(lines.firstIndex { $0.contains("| words, speakers |") })
    var rows: [(ExportFormat, [String])] = []
    for line in lines[(head + 2)...].prefix(while: { $0.hasPrefix("|") }) {
      let row = cells(line)
      for name in row[0].split(separator: "`") {
        if let format = ExportFormat(rawValue: String(name)) {
          rows.append((format, row.dropFirst().map { String($0.prefix(1)) }))
        }
      }
    }
    return (Array(cells(lines[head]).dropFirst()), rows)
  }

  @Test func whatEachFormatHoldsIsSoAsTheTableSays() throws {
    let (titles, rows) = try Self.table()
    #expect(rows.count == ExportFormat.allCases.count - 1)
    let talk = try Self.talk()
    let counts = TranscriptFeature.counts(in: talk)
    for (format, signs) in rows {
      let losses = try Exporter.export([talk], to: format).losses
      for (title, features) in Self.columns {
        let column = try #require(titles.firstIndex(of: title))
        let all = features.reduce(0) { $0 + (counts[$1] ?? 0) }
        let lost = features.reduce(0) { $0 + losses[$1] }
        let partly = features.reduce(0) { $0 + losses[partOf: $1] }
        let sign = lost == all ? "" : lost + partly > 0 ? "~" : "✓"
        #expect(signs[column] == sign, "\(format.rawValue), \(title): \(losses.lines)")
      }
    }
  }

  @Test func talkWithoutTimes() throws {
    let (titles, rows) = try Self.table()
    let column = try #require(titles.firstIndex(of: "talk without times"))
    var builder = TranscriptBuilder(id: "m", language: "en")
    builder.append(UtteranceDraft("evergreen", speakers: [builder.participant(labelled: "Anna")]))
    for (format, signs) in rows {
      let result = try Exporter.export([builder.transcript()], to: format)
      #expect(result.files.isEmpty == signs[column].isEmpty, "\(format.rawValue)")
    }
  }
}
