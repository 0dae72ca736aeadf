import Foundation
import Samtale
import TestSupport
import Testing

@Suite("Files that are written piece by piece")
struct FileOutputTests {
  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// So many turns that their document takes many pieces.
  private func longMeeting(turns: Int) -> Transcript {
    var builder = TranscriptBuilder(id: "long", language: "nb", file: "long.vtt")
    let people = ["Åse", "Bo & Co"].map { builder.participant(labelled: $0) }
    for i in 0..<turns {
      var draft = UtteranceDraft(
        "turn \(i) says <så> & 日本語 👍", speakers: [people[i % 2]], start: Double(i),
        end: Double(i) + 0.5)
      if i.isMultiple(of: 7) { draft.add(MarkDraft(.vocal, "laughs")) }
      builder.append(draft)
      if i.isMultiple(of: 11) { builder.appendBetween(MarkDraft(.note, "door")) }
    }
    return builder.transcript()
  }

  @Test(arguments: [0, 1, 30_000]) func theDocumentIsTheSameAsInMemory(_ turns: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/meeting.xml"
    let transcript = longMeeting(turns: turns)
    for form in TEI.Form.allCases {
      let writing = TEI.write(transcript, as: form)
      #expect(turns < 30_000 || writing.bytes.count > 5_000_000)
      #expect(try TEI.write(transcript, as: form, to: path) == writing.diagnostics)
      #expect(try Files.bytes(path) == writing.bytes)
    }
    #expect(try names(folder) == ["meeting.xml"])
  }

  @Test func randomDocumentsAreTheSameAsInMemory() throws {
    let folder = try TemporaryFolder()
    for seed in 0..<20 {
      var document = RandomDocument(seed: UInt64(seed))
      let transcript = try TEI.transcript(document.text())
      let path = folder.path + "/\(seed).xml"
      try TEI.write(transcript, to: path)
      #expect(try Files.bytes(path) == TEI.write(transcript).bytes, "\(seed)")
    }
  }

  @Test func piecesFollowEachOther() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/numbers.txt"
    let output = try FileOutput(path)
    var bytes: [UInt8] = []
    for number in 0..<200_000 {
      bytes += Array("\(number)\n".utf8)
      output.take(&bytes)
      if number == 100_000 {
        #expect(bytes.count < 300_000)
        #expect(try names(folder).allSatisfy { $0.hasSuffix(".tmp") })
      }
    }
    try output.finish(bytes)
    #expect(try Files.bytes(path) == Array((0..<200_000).map { "\($0)\n" }.joined().utf8))
    #expect(try names(folder) == ["numbers.txt"])
  }

  @Test func whatIsNotFinishedIsNotThere() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "table.csv")
    do {
      let output = try FileOutput(path)
      var bytes = [UInt8](repeating: 0x20, count: 1_000_000)
      output.take(&bytes)
      #expect(bytes.isEmpty)
      #expect(try names(folder).count == 2)
    }
    #expect(try names(folder) == ["table.csv"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }

  @Test func aFileThatIsReplacedKeepsItsPermissionsAndLinks() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "meeting.xml")
    let link = folder.path + "/link.xml"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let transcript = longMeeting(turns: 3)
    try TEI.write(transcript, to: link)
    #expect(try Files.bytes(path) == TEI.write(transcript).bytes)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func aPlaceThatCannotBeWrittenToIsSaidAtOnce() throws {
    let folder = try TemporaryFolder()
    let transcript = longMeeting(turns: 3)
    #expect(throws: FileError.self) { try TEI.write(transcript, to: folder.path + "/no/m.xml") }
    #expect(throws: FileError.self) { try TEI.write(transcript, to: folder.path) }
    #expect(try names(folder) == [])
  }

  /// The system's own full disk, where there is one.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: [3, 10_000])
  func aFullDiskIsSaid(_ turns: Int) throws {
    let transcript = longMeeting(turns: turns)
    let error = #expect(throws: FileError.self) { try TEI.write(transcript, to: "/dev/full") }
    #expect(error?.reason == "No space left on device")
  }

  /// A process may not write files of more than half a megabyte: the second piece does not fit.
  @Test func whatDoesNotFitLeavesNothingBehind() async {
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 400_000, rlim_max: 400_000)
      #if canImport(Darwin)
        setrlimit(RLIMIT_FSIZE, &limit)
      #else
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #endif
      let folder = try TemporaryFolder()
      let path = try folder.write("old", to: "meeting.xml")
      let error = #expect(throws: FileError.self) {
        try TEI.write(FileOutputTests().longMeeting(turns: 10_000), to: path)
      }
      #expect(error?.reason == "File too large")
      #expect(try FileOutputTests().names(folder) == ["meeting.xml"])
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }
  }
}
