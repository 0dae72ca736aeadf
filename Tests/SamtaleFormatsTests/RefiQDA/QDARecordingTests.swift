import Foundation
import Samtale
import SamtaleArchive
import SamtaleFormats
import Testing

@Suite("REFI-QDA: recordings and times")
struct QDARecordingTests {
  /// Three utterances, the second without an end and with a time inside.
  private static func talk(_ media: String?, saying words: String = "Yes, ") -> Transcript {
    var builder = TranscriptBuilder(id: "talk", language: "en", file: "talk.xml")
    builder.header.media = media
    builder.header.recordingSeconds = 61.5
    let anna = builder.participant(labelled: "Anna")
    let bo = builder.participant(labelled: "Bo")
    builder.append(UtteranceDraft("Shall we begin?", speakers: [anna], start: 1.5, end: 4))
    var second = UtteranceDraft(words, speakers: [bo], start: 3.25)
    second.add(MarkDraft(.anchor, start: 5))
    second.append("I can wait.")
    builder.append(second)
    builder.append(UtteranceDraft("Good.", speakers: [anna], end: 60.125))
    return builder.transcript()
  }

  private func written(_ transcript: Transcript, for program: QDAProgram = .standard) throws -> (
    archive: ZipReader, xml: String, bytes: [UInt8], losses: ExportLosses
  ) {
    let (editor, versions) = try EmptyStudy.holding([transcript])
    let result = try QDAProjectWriter.write(
      StudyCorpus(editor.state, versions: versions), for: program)
    let archive = try ZipReader(result.bytes)
    let xml = String(
      decoding: try archive.bytes(try #require(archive.entry("project.qde"))), as: UTF8.self)
    return (archive, xml, result.bytes, result.losses)
  }

  /// The project once more, after something was done with its XML.
  private func changed(_ archive: ZipReader, _ change: (String) -> String) throws -> ImportResult {
    var other = ZipWriter()
    for entry in archive.entries {
      let bytes = try archive.bytes(entry)
      let isProject = entry.name == "project.qde"
      other.add(
        entry.name, isProject ? Array(change(String(decoding: bytes, as: UTF8.self)).utf8) : bytes)
    }
    return Importer.read(bytes: try other.bytes(), named: "talk.qdpx")
  }

  private func times(_ transcript: Transcript?) -> [[Double?]] {
    transcript?.utterances.map { [$0.start, $0.end] } ?? []
  }

  private let times: [[Double?]] = [[1.5, 4], [3.25, nil], [nil, 60.125]]

  private func guids(_ xml: String, _ element: String) -> [String] {
    xml.split(separator: "<\(element) guid=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  /// Anna: Shall we begin? is 0–21; Bo: Yes, I can wait. is 22–42, its words from 26; Anna: Good. is
  /// 43–54.
  @Test func aRecordingHoldsTheTextWithItsTimes() throws {
    let (archive, xml, bytes, losses) = try written(Self.talk("rec/day 1.mp3"))
    let recording = try #require(guids(xml, "AudioSource").first)
    let transcript = try #require(guids(xml, "Transcript").first)
    let source = try #require(guids(xml, "TextSource").first)
    #expect(Set([recording, transcript, source]).count == 3)
    #expect(
      xml.contains(
        "<AudioSource guid=\"\(recording)\" name=\"day 1.mp3\" path=\"relative:///rec/day 1.mp3\">")
    )
    #expect(
      xml.contains(
        "name=\"talk\" plainTextPath=\"internal://\(transcript).txt\">"))
    let points = xml.matches(of: /timeStamp="(\d+)" position="(\d+)"/).map {
      "\($0.output.1)@\($0.output.2)"
    }
    #expect(points == ["1500@0", "4000@21", "3250@22", "5000@31", "60125@54"])
    let texts = try [source, transcript].map {
      try archive.bytes(try #require(archive.entry("sources/\($0).txt")))
    }
    #expect(texts[0] == texts[1])
    #expect(losses[.times] == 0 && losses[.partialTimes] == 0 && losses[.anchors] == 0)
    #expect(losses[.recording] == 0)
    // GUIDs are the same each time.
    #expect(try written(Self.talk("rec/day 1.mp3")).bytes == bytes)
    let result = Importer.read(bytes: bytes, named: "talk.qdpx")
    #expect(result.transcripts.count == 1)
    #expect(times(result.transcript) == times)
    #expect(result.transcript?.header.media == ["rec/day%201.mp3"])
    #expect(result.transcript?.header.recordingSeconds == 61.5)
    let anchor = try #require(result.transcript?.marks.first)
    #expect(anchor.kind == .anchor && anchor.start(in: result.transcript) == 5)
    #expect(result.transcript?.utterances[1].scalarRange(of: anchor) == 5..<5)
    #expect(result.diagnostics.filter { $0.code == .notImported && $0.severity != .note } == [])
    #expect(result.report.accounting.isComplete)
  }

  @Test(
    .enabled(if: QDAReference.isThere, QDAReference.whySkipped),
    .enabled(if: Xmllint.isThere, Xmllint.whySkipped), arguments: QDAProgram.allCases)
  func projectsWithRecordingsAreValidAndReadBack(_ program: QDAProgram) throws {
    // A character outside the basic plane: programs count it as one or as two.
    let (_, xml, bytes, _) = try written(Self.talk("film.MOV", saying: "🙂 Yes, "), for: program)
    let schema = QDAReference.folder.appending(path: "Project.xsd").path
    #expect(try Xmllint.problems(Array(xml.utf8), schema: schema) == "")
    #expect(guids(xml, "VideoSource").count == 1)
    let result = Importer.read(bytes: bytes, named: "talk.qdpx")
    #expect(times(result.transcript) == times, "\(program)")
    #expect(result.transcript?.marks.map { $0.start(in: result.transcript) } == [5])
  }

  /// Where nobody is known to speak there are no selections; then the points in time tell how
  /// positions are counted.
  @Test(arguments: QDAProgram.allCases)
  func timesAreReadWithoutSelections(_ program: QDAProgram) throws {
    var builder = TranscriptBuilder(id: "talk", language: "en", file: "talk.xml")
    builder.header.media = "a.wav"
    for i in 0..<4 {
      builder.append(UtteranceDraft("🙂 so \(i)", start: Double(i), end: Double(i) + 0.5))
    }
    let (_, xml, bytes, _) = try written(builder.transcript(), for: program)
    #expect(!xml.contains("PlainTextSelection"))
    let result = Importer.read(bytes: bytes, named: "talk.qdpx")
    #expect(
      times(result.transcript) == [[0, 0.5], [1, 1.5], [2, 2.5], [3, 3.5]], "\(program)")
  }

  /// Folders of a machine tell who works there; an address on the web is the same for all.
  @Test(arguments: [
    ("/home/kari/study/a.mp3", "relative:///a.mp3", 1),
    ("file:///C:/Users/Kari/a b.mp3", "relative:///a b.mp3", 1),
    ("C:\\Users\\Kari\\a.mp3", "relative:///a.mp3", 1), ("a.mp3", "relative:///a.mp3", 0),
    ("https://example.org/a b.mp3", "https://example.org/a%20b.mp3", 0),
  ])
  func pathsOfMachinesAreNotWritten(_ media: String, _ path: String, _ lost: Int) throws {
    let (_, xml, _, losses) = try written(Self.talk(media))
    #expect(xml.contains("path=\"\(path)\""), "\(media)")
    #expect(!xml.lowercased().contains("kari"))
    #expect(losses["folders of recordings (only the file's name is written)"] == lost)
  }

  @Test func timesWithoutARecordingHaveNoPlace() throws {
    let (_, xml, bytes, losses) = try written(Self.talk(nil))
    #expect(!xml.contains("AudioSource") && !xml.contains("SyncPoint"))
    #expect(losses[.times] == 1 && losses[.partialTimes] == 2 && losses[.anchors] == 1)
    let result = Importer.read(bytes: bytes, named: "talk.qdpx")
    #expect(times(result.transcript) == [[nil, nil], [nil, nil], [nil, nil]])
    #expect(result.transcript?.header.recordingSeconds == 61.5)
  }

  /// What another program codes in the text inside the recording stands in the one transcript.
  @Test func codingsInsideTheRecordingJoinTheText() throws {
    let (archive, xml, _, _) = try written(Self.talk("a.mp3"))
    let points = guids(xml, "SyncPoint")
    let code = "00000000-0000-4000-8000-000000000001"
    let result = try changed(archive) { xml in
      xml.replacing(
        "</Transcript>",
        with: """
          <TranscriptSelection guid="00000000-0000-4000-8000-000000000002" \
          fromSyncPoint="\(points[2])" toSyncPoint="\(points[3])"><Coding \
          guid="00000000-0000-4000-8000-000000000003"><CodeRef targetGUID="\(code)"/></Coding>\
          </TranscriptSelection></Transcript>
          """)
    }
    #expect(result.transcripts.count == 1)
    let coding = try #require(result.study?.documents.first?.codings.first)
    #expect(coding.place == .stretches([TextStretch(utterance: 1, scalars: 0..<5)]))
  }

  /// A text that was changed in one of its two places stays two texts.
  @Test func textsThatDifferAreBothRead() throws {
    let (archive, xml, _, _) = try written(Self.talk("a.mp3"))
    let transcript = try #require(guids(xml, "Transcript").first)
    var other = ZipWriter()
    for entry in archive.entries {
      let isCopy = entry.name.contains(transcript)
      other.add(entry.name, isCopy ? Array("Anna: New.\n".utf8) : try archive.bytes(entry))
    }
    let result = Importer.read(bytes: try other.bytes(), named: "talk.qdpx")
    #expect(
      result.transcripts.map { $0.utterances.map(\.text) } == [
        ["Shall we begin?", "Yes, I can wait.", "Good."], ["New."],
      ])
    #expect(result.diagnostics.contains { $0.what.contains("differs from the source “talk”") })
  }

  private static let foreign = """
    <?xml version="1.0" encoding="utf-8"?>
    <Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="Other"><CodeBook><Codes/></CodeBook>
    <Sources><VideoSource guid="00000000-0000-4000-8000-000000000051" name="Day one"
    path="PATH"><Transcript guid="00000000-0000-4000-8000-000000000052" name="Day one"
    plainTextPath="internal://t.txt">
    <SyncPoint guid="00000000-0000-4000-8000-000000000053" timeStamp="1500" position="0"/>
    <SyncPoint guid="00000000-0000-4000-8000-000000000054" timeStamp="4000" position="22"/>
    <SyncPoint guid="00000000-0000-4000-8000-000000000055" timeStamp="5000" position="31"/>
    <SyncPoint guid="00000000-0000-4000-8000-000000000056" timeStamp="6250" position="42"/>
    </Transcript></VideoSource></Sources></Project>
    """

  private func foreign(_ path: String) throws -> ImportResult {
    var archive = ZipWriter()
    archive.add("project.qde", Array(Self.foreign.replacing("PATH", with: path).utf8))
    archive.add("sources/t.txt", Array("Anna: Shall we begin?\nBo: Yes, I can wait.\n".utf8))
    return Importer.read(bytes: try archive.bytes(), named: "p.qdpx")
  }

  @Test(arguments: [
    ("relative:///films/day one.mp4", "films/day%20one.mp4", nil),
    ("absolute:///srv/day.mp4", "/srv/day.mp4", nil),
    ("absolute://E:/Data/day.mp4", "E:/Data/day.mp4", nil),
    (
      "internal://51.mp4", "51.mp4", "the recording “Day one” stays in the archive, as 51.mp4"
    ),
  ])
  func recordingsOfOthersStayLinks(_ path: String, _ media: String, _ warning: String?) throws {
    let result = try foreign(path)
    #expect(result.transcript?.header.media == [media])
    // A line ends where the next begins, unless it has an end of its own.
    #expect(times(result.transcript) == [[1.5, 4], [4, 6.25]])
    let left = result.diagnostics.filter { $0.code == .notImported }.map(\.what)
    let inside = "1 × point in time inside a line; only those at the edges of lines are kept"
    #expect(left == [inside] + [warning].compactMap(\.self))
  }

  @Test(arguments: QDAProgram.allCases)
  func recordingsOfOthersGoOutAgain(_ program: QDAProgram) throws {
    let first = try #require(try foreign("relative:///day.mp4").transcript)
    let (_, xml, bytes, losses) = try written(first, for: program)
    #expect(guids(xml, "VideoSource") == ["00000000-0000-4000-8000-000000000051"])
    #expect(guids(xml, "TextSource") == ["00000000-0000-4000-8000-000000000052"])
    #expect(losses[.times] == 0)
    let second = Importer.read(bytes: bytes, named: "p.qdpx")
    #expect(times(second.transcript) == [[1.5, 4], [4, 6.25]])
  }
}
