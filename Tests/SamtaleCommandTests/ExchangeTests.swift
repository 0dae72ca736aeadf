import Foundation
import Samtale
import SamtaleProject
import Testing

/// Imports into projects, and exports for other programs. All talk is invented.
@Suite struct ExchangeTests {
  private static let talk = """
    SW7: Shall we begin?
    WA7: Yes.
    SW7: Then let us.
    WA7: I have a letter.

    """

  @Test func textGoesIntoAProject() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.talk, to: "m1.txt")
    let file = folder["study.samtale"]
    let nobody = try await Command.run(["import", "-o", file, folder["m1.txt"]])
    #expect(nobody.status == 2)
    #expect(nobody.errors.contains("say who you are with --as NAME, and it is made"))
    let first = try await Command.run(["import", "--as", "Anna", "-o", file, folder["m1.txt"]])
    #expect(first.status == 0, "\(first.errors)")
    let transcript = try #require(try Project.open(file).corpus().inOrder.first?.transcript)
    #expect(transcript.id == "m1")
    #expect(transcript.utterances.map(\.text).last == "I have a letter.")
    let again = try await Command.run(["import", "-o", file, folder["m1.txt"]])
    #expect(again.status == 2)
    #expect(again.errors.contains("the project has a transcript m1 already"))
    let forced = try await Command.run(["import", "--force", "-o", file, folder["m1.txt"]])
    #expect(forced.status == 0)
  }

  @Test func theTableOfSpeakersSaysWhoIsWho() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.talk.replacing("WA7: Yes.", with: "W7: Yes."), to: "m1.txt")
    try folder.write(
      "label,id,role,team\nSW7,sw7,SW,Team 7\nWA7,wa7,WA,Team 7\nW7,wa7,WA,Team 7\n",
      to: "people.csv")
    let done = try await Command.run([
      "import", "-o", folder["out"], "--speakers", folder["people.csv"], folder["m1.txt"],
    ])
    #expect(done.status == 0, "\(done.errors)")
    let transcript = try #require(Corpus.read([folder["out/m1.xml"]]).transcripts.first)
    #expect(transcript.participants.map(\.roles) == [["SW"], ["WA"]])
    #expect(transcript.utterances.map(\.speakers) == [[0], [1], [0], [1]])
    #expect(transcript.teams.map(\.names) == [["Team 7"]])
  }

  @Test func aRecordingThatEndsTooSoonIsAnError() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write("WEBVTT\n\n00:01.000 --> 01:00.000\n<v Anna>Hello.\n", to: "m1.vtt")
    // One second of silence, 8,000 samples of one byte.
    let format: [UInt8] = [1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0]
    let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVEfmt ".utf8) + [16, 0, 0, 0] + format
    let sound = head + Array("data".utf8) + [0x40, 0x1F, 0, 0] + Array(repeating: 128, count: 8000)
    try Data(sound).write(to: URL(filePath: folder["m1.wav"]))
    let result = try await Command.run([
      "import", "-o", folder["out"], folder["m1.vtt"], folder["m1.wav"],
    ])
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "the transcript goes on until 1:00, the recording m1.wav ends at 0:01"))
  }

  @Test func aFolderSaysWhatItDoesNotRead() async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try folder.write(Self.talk, to: "in/m1.txt")
    try folder.write("label,id\nSW7,sw7\n", to: "in/people.csv")
    try folder.write("a,b\n", to: "in/costs.csv")
    try folder.write("%PDF-1.4", to: "in/paper.pdf")
    let done = try await Command.run([
      "import", "-o", folder["out"], "--speakers", folder["in/people.csv"], folder["in"],
    ])
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.errors.contains("not read: 1 .csv, 1 .pdf"))
    #expect(done.errors.hasSuffix("1 transcript written to \(folder["out"])\n"))
  }

  /// Every format says what it does not hold, and writes something.
  @Test(arguments: [
    "tei", "iso", "qdpx", "chat", "eaf", "exb", "textgrid", "webvtt", "csv", "jsonl", "convokit",
  ])
  func everyFormatIsWritten(_ format: String) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    let result = try await Command.run([
      "export", "--to", format, "-o", folder["out"], Command.meeting,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let isWhole = ["tei", "iso"].contains(format)
    #expect(result.errors.contains("not carried: ") == !isWhole)
    let last = result.errors.split(separator: "\n").last.map(String.init) ?? ""
    #expect(last.contains(" written to "), "what is lost must be said before: \(last)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["out"]).isEmpty == false)
    let again = try await Command.run([
      "export", "--to", format, "-o", folder["out"], Command.meeting,
    ])
    #expect(again.status == (format == "tei" ? 0 : 2))
  }

  /// What is imported again says the same, as far as the format holds it.
  @Test(arguments: ["chat", "eaf", "exb", "textgrid", "webvtt"])
  func whatIsWrittenIsReadAgain(_ format: String) async throws {
    let folder = try Command.Folder()
    defer { folder.remove() }
    try await #require(
      Command.run(["export", "-q", "--to", format, "-o", folder["out"], Command.meeting]).status
        == 0)
    let back = try await Command.run([
      "import", "-q", "--language", "en", "-o", folder["back"], folder["out"],
    ])
    #expect(back.status == 0, "\(back.errors)")
    let original = try #require(Corpus.read([Command.meeting]).transcripts.first)
    let read = try #require(Corpus.read([folder["back"]]).transcripts.first)
    let words = { (transcript: Transcript) in
      transcript.utterances.filter { !$0.text.isEmpty }.map { utterance in
        (
          utterance.speakers.map { transcript.participants[$0].label ?? "" }.joined(),
          utterance.text
        )
      }
    }
    #expect(words(read).map(\.0) == words(original).map(\.0))
    #expect(words(read).map(\.1) == words(original).map(\.1))
  }
}
