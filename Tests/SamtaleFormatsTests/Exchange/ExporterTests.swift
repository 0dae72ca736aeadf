import Samtale
import SamtaleFormats
import Testing

@Suite struct ExporterTests {
  private static var corpora: String {
    String(#filePath.prefix(upTo: #filePath.range(of: "/Tests/")?.lowerBound ?? #filePath.endIndex))
      + "/Corpora"
  }

  /// The form of ISO 24624 holds all that the profile does, but for the name of the conventions.
  @Test func isoIsReadBackEqual() throws {
    for folder in ["ips-meetings-nb", "ips-interviews"] {
      for transcript in Corpus.read(["\(Self.corpora)/\(folder)"]).transcripts {
        let writing = TEI.write(transcript, as: .iso)
        #expect(writing.text.contains("<annotationBlock who=\"#"))
        #expect(!writing.text.contains("<u xml:id=\"u1\" who="))
        let back = try #require(
          TEI.read(bytes: writing.bytes, named: transcript.file).transcripts.first)
        #expect(back.utterances.map(\.text) == transcript.utterances.map(\.text))
        #expect(back.utterances.map(\.speakers) == transcript.utterances.map(\.speakers))
        #expect(back.utterances.map(\.start) == transcript.utterances.map(\.start))
        #expect(back.utterances.map(\.end) == transcript.utterances.map(\.end))
        #expect(back.marks == transcript.marks)
        #expect(back.topics == transcript.topics)
        #expect(back.layers == transcript.layers)
        #expect(back.header.transcriptionIdentifier == "samtale-iso")
      }
    }
  }

  private func talk() -> [Transcript] {
    var builder = TranscriptBuilder(id: "m1", file: "m1.vtt")
    let anna = builder.add(Participant(id: "p.anna", label: "SW1", roles: ["SW"]))
    builder.append(UtteranceDraft("Hello.", speakers: [anna], start: 0.5, end: 1.25))
    var laugh = UtteranceDraft(speakers: [anna])
    laugh.add(MarkDraft(.vocal, "laughs"))
    builder.append(laugh)
    builder.append(UtteranceDraft("Yes."))
    return [builder.transcript()]
  }

  @Test func conversationsForConvoKit() throws {
    let result = try Exporter.export(talk(), to: .convokit)
    let files = Dictionary(
      uniqueKeysWithValues: result.files.map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
    #expect(
      files["utterances.jsonl"] == """
        {"conversation_id":"m1.u1","id":"m1.u1","meta":{"role":"SW","stop":1250,"to":null,\
        "transcript":"m1","transition":null,"unit":"u1"},"reply-to":null,"speaker":"p.anna",\
        "text":"Hello.","timestamp":500,"vectors":[]}
        {"conversation_id":"m1.u1","id":"m1.u3","meta":{"role":null,"stop":null,"to":null,\
        "transcript":"m1","transition":null,"unit":"u3"},"reply-to":"m1.u1","speaker":"unknown",\
        "text":"Yes.","timestamp":null,"vectors":[]}

        """)
    #expect(
      files["speakers.json"] == """
        {"p.anna":{"meta":{"label":"SW1","role":"SW","team":null},"vectors":[]},\
        "unknown":{"meta":{"label":null,"role":null,"team":null},"vectors":[]}}
        """)
    #expect(result.losses["utterances without words"] == 1)
    #expect(result.losses[.vocals] == 1)
    #expect(result.losses[.unknownSpeakers] == 1)
  }

  /// A format that holds only talk with times gets no file of talk without, and that is an error.
  @Test(arguments: [ExportFormat.webVTT, .textGrid])
  func talkWithoutTimesIsRefused(_ format: ExportFormat) throws {
    var builder = TranscriptBuilder(id: "m2", file: "m2.txt")
    builder.append(UtteranceDraft("No times."))
    let result = try Exporter.export(talk() + [builder.transcript()], to: format)
    #expect(result.files.map { String($0.path.prefix(3)) } == ["m1."])
    let refusals = result.diagnostics.filter { $0.code == .notCarried }
    #expect(refusals.map(\.severity) == [.error])
    #expect(refusals.map(\.file) == ["m2.txt"])
    #expect(refusals.first?.what.contains("transcript m2 has no words with a start") == true)
    #expect(result.losses["utterances without start and end, whose words are left out"] == 2)
    #expect(try Exporter.export([builder.transcript()], to: .elan).files.count == 1)
  }

  @Test func namesOfFilesAreSafeAndDistinct() {
    var names = FileNames()
    #expect(names.next(for: "a/b") == "a_b")
    #expect(names.next(for: "A_B") == "A_B-2")
    #expect(names.next(for: "..") == "transcript")
    #expect(names.next(for: "møte 1") == "møte 1")
    // A slash with an accent over it divides folders all the same.
    #expect(names.next(for: "../\u{301}x") == ".._\u{301}x")
    #expect(names.next(for: "a\n\u{0}b") == "a__b")
    #expect(names.next(for: String(repeating: "å", count: 300)).utf8.count == 200)
  }
}
