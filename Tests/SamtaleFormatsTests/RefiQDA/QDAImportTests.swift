import Samtale
import SamtaleArchive
import SamtaleFormats
import TestSupport
import Testing

@Suite("REFI-QDA: reading other programs' projects")
struct QDAImportTests {
  private static let talk =
    "Anna: Shall we begin?\nBo: Yes, I can wait.\nAnna: Good.\nBo: Then we wait.\n"

  private static func guid(_ number: Int) -> String {
    let digits = String(number)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// A project with one code, one text and what is put beside them.
  private func project(
    selections: String, codes: String? = nil, rest: String = "", before: String = "",
    origin: String = "Some program", source: String = "", text: String = talk,
    path: String = "internal://t.txt", file: String = "sources/t.txt", name: String = "project.qde"
  ) throws -> ImportResult {
    let codes = codes ?? "<Code guid=\"\(Self.guid(1))\" name=\"waiting\" isCodable=\"true\"/>"
    let xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="\(origin)">
      <Users><User guid="\(Self.guid(90))" name="Coder"/></Users>
      <CodeBook><Codes>\(codes)</Codes></CodeBook>\(before)
      <Sources><TextSource guid="\(Self.guid(50))" name="talk.txt" plainTextPath="\(path)">
      \(selections)\(source)</TextSource></Sources>\(rest)
      </Project>
      """
    var archive = ZipWriter()
    archive.add("sources/.root", [])
    archive.add(file, Array(text.utf8))
    archive.add(name, Array(xml.utf8))
    return Importer.read(bytes: try archive.bytes(), named: "p.qdpx")
  }

  private func selection(
    _ number: Int, _ start: Int, _ end: Int, code: Int? = 1, name: String = "", inside: String = ""
  ) -> String {
    let coding =
      code.map {
        "<Coding guid=\"\(Self.guid(number + 100))\" creatingUser=\"{\(Self.guid(90).uppercased())}\">"
          + "<CodeRef targetGUID=\"\(Self.guid($0).uppercased())\"/></Coding>"
      } ?? ""
    return "<PlainTextSelection guid=\"\(Self.guid(number))\" name=\"\(name)\" "
      + "startPosition=\"\(start)\" endPosition=\"\(end)\">\(inside)\(coding)</PlainTextSelection>"
  }

  /// The words of the codings of the first transcript, utterances joined by a bar.
  private func words(_ result: ImportResult) -> [String] {
    guard let document = result.study?.documents.first else { return [] }
    return document.codings.map { words($0.place, document.transcript) }
  }

  private func words(_ place: StudyTEI.ReadPlace?, _ transcript: Transcript) -> String {
    guard case .stretches(let stretches)? = place else { return "whole" }
    let said = stretches.map { stretch in
      let utterance = transcript.utterances[stretch.utterance]
      return stretch.scalars.flatMap { utterance.text(scalars: $0) } ?? utterance.text
    }
    return said.joined(separator: "|")
  }

  private func warnings(_ result: ImportResult) -> [String] {
    result.diagnostics.filter { $0.severity != .note && $0.code != .guessed }.map(\.what)
  }

  /// Anna: Shall we begin? is 0–21, words from 6; Bo: Yes, I can wait. is 22–42, words from 26;
  /// Anna: Good. is 43–54, words from 49; Bo: Then we wait. is 55–72, words from 59.
  @Test func wordsAcrossTurnsStandWithoutTheLabelBetween() throws {
    let result = try project(selections: selection(10, 15, 30) + selection(11, 0, 21))
    #expect(words(result) == ["begin?|Yes,", "Shall we begin?"])
    #expect(result.transcript?.participants.map(\.label) == ["Anna", "Bo"])
    let document = try #require(result.study?.documents.first)
    #expect(document.codings[1].place == .stretches([TextStretch(utterance: 0)]))
    #expect(result.study?.people.map(\.name) == ["Coder"])
    #expect(document.codings.allSatisfy { $0.coder == 0 })
  }

  @Test func selectionsOfLabelsAreKeptAtTheirTurn() throws {
    let result = try project(selections: selection(10, 0, 5) + selection(11, 30, 30))
    #expect(words(result) == ["Shall we begin?", "Yes, I can wait."])
    #expect(warnings(result).contains { $0.contains("1 selections are empty") })
    #expect(warnings(result).contains { $0.contains("1 selections hold only a label") })
  }

  @Test func selectionsBeyondTheTextEndWithIt() throws {
    let result = try project(
      selections: selection(10, 59, 999, name: "Then we wait.")
        + selection(11, 6, 11, name: "Shall")
        + selection(12, 12, 14, name: "we"))
    #expect(words(result) == ["Then we wait.", "Shall", "we"])
    #expect(warnings(result).contains { $0.contains("1 selections reach beyond their text") })
  }

  @Test(
    arguments: [
      ("internal://t.txt", "sources/t.txt", "project.qde"), ("t.txt", "Sources/T.TXT", "P.qde"),
      ("internal://T.TXT", "sources/t.txt", "Project.QDE"),
    ])
  func containersDiffer(_ path: String, _ file: String, _ name: String) throws {
    let result = try project(
      selections: selection(10, 6, 21), path: path, file: file, name: name)
    #expect(words(result) == ["Shall we begin?"], "\(path) \(file) \(name)")
  }

  @Test(arguments: ["relative:///t.txt", "absolute:///C:/t.txt", "internal://other.txt"])
  func textsThatAreNotInsideAreNamed(_ path: String) throws {
    let result = try project(selections: selection(10, 6, 21), path: path)
    #expect(result.transcripts.isEmpty)
    let error = result.diagnostics.first { $0.severity == .error }
    #expect(error?.what.contains(path) == true)
    #expect(error?.remedy.contains("1 selections are left out") == true)
    #expect(result.study?.codebook.codes.map(\.name) == ["waiting"])
  }

  /// With the end one too far in every selection, no reading fits well.
  @Test func unclearPositionsAreReadAsTheStandardSays() throws {
    let result = try project(
      selections: selection(10, 7, 13) + selection(11, 27, 33) + selection(12, 8, 10))
    let warning = result.diagnostics.first { $0.code == .textPositions && $0.severity == .warning }
    #expect(warning?.what.contains("it is not clear how “Some program” counts positions") == true)
    #expect(words(result).first == "hall w")
  }

  @Test func foldersBecomeGroupsAndCodesKeepTheirTree() throws {
    let codes = """
      <Code guid="\(Self.guid(3))" name="Folder" isCodable="false"><Description>what</Description>
      <Code guid="\(Self.guid(1))" name="waiting" isCodable="true" color="#0Af">
      <Code guid="\(Self.guid(2))" name="long" isCodable="true"><NoteRef targetGUID="\(Self.guid(70))"/>
      </Code></Code></Code>
      """
    let note = """
      <Notes><Note guid="\(Self.guid(70))" name="Why" creatingUser="\(Self.guid(90))" \
      creationDateTime="2026-03-01T10:00:00+01:00"><PlainTextContent>Because.</PlainTextContent>
      </Note></Notes>
      """
    let result = try project(selections: selection(10, 6, 21), codes: codes, rest: note)
    let book = try #require(result.study?.codebook)
    #expect(book.codes.map(\.name) == ["waiting", "long"])
    #expect(book.codes.map(\.parent) == [nil, 0])
    #expect(book.codes.map(\.colour) == ["#00aaff", nil])
    #expect(book.codes.map(\.id) == [Identifier(Self.guid(1)), Identifier(Self.guid(2))])
    #expect(book.groups.map(\.title) == ["Folder"])
    #expect(book.groups.map(\.summary) == ["what"])
    #expect(book.groups.map(\.codes) == [[0]])
    let memo = try #require(result.study?.general.first)
    #expect(memo.body == "Because." && memo.title == "Why" && memo.author == 0)
    #expect(memo.target == .entry(.code(1)))
    #expect(memo.made == Timestamp("2026-03-01T09:00:00Z"))
  }

  @Test func annotationsAndLinkedNotesBecomeMemosAtTheirWords() throws {
    let rest = """
      <Notes><Note guid="\(Self.guid(70))" name="N"><PlainTextContent>Linked.</PlainTextContent></Note>
      </Notes><Links><Link guid="\(Self.guid(71))" direction="OneWay" originGUID="\(Self.guid(70))" \
      targetGUID="\(Self.guid(11))"/></Links>
      """
    let annotation = "<Description>A thought.</Description>"
    let result = try project(
      selections: selection(10, 26, 29, code: nil, inside: annotation)
        + selection(11, 6, 21, code: nil), rest: rest)
    let document = try #require(result.study?.documents.first)
    let memos = document.memos.map { ($0.body, words($0.place, document.transcript)) }
    #expect(memos.map(\.0) == ["A thought.", "Linked."])
    #expect(memos.map(\.1) == ["Yes", "Shall we begin?"])
    #expect(result.study?.codings == 0)
  }

  @Test func casesAreSpeakersWhereTheirSelectionsAre() throws {
    let before = """
      <Variables><Variable guid="\(Self.guid(60))" name="Role" typeOfVariable="Text"/>
      <Variable guid="\(Self.guid(61))" name="Age" typeOfVariable="Integer"/></Variables>
      <Cases><Case guid="\(Self.guid(62))" name="Participant 7"><VariableValue>
      <VariableRef targetGUID="\(Self.guid(60))"/><TextValue>leader</TextValue></VariableValue>
      <VariableValue><VariableRef targetGUID="\(Self.guid(61))"/><IntegerValue>44</IntegerValue>
      </VariableValue><SelectionRef targetGUID="\(Self.guid(10))"/></Case>
      <Case guid="\(Self.guid(63))" name="Town"><SourceRef targetGUID="\(Self.guid(50))"/></Case>
      </Cases>
      """
    let result = try project(
      selections: selection(10, 6, 21, code: nil) + selection(11, 26, 42, code: 62)
        + selection(12, 49, 54, code: 62), before: before)
    let anna = try #require(result.transcript?.participants.first)
    #expect(anna.roles == ["leader"])
    #expect(anna.attributes.map(\.display) == ["44"])
    // Bo's words are no words of the case, and what Anna says is known to be hers.
    #expect(words(result).count == 1)
    #expect(result.study?.codebook.codes.map(\.name) == ["waiting", "Case: Participant 7"])
    #expect(result.study?.general.map(\.title) == ["Case: Town"])
  }

  /// Points in time stand before the words of lines 1 and 2 and behind those of line 2.
  @Test func transcriptsOfRecordingsHaveTimes() throws {
    let rest = """
      <TranscriptX/></TextSource><AudioSource guid="\(Self.guid(51))" name="rec" path="internal://a.mp3">
      <Transcript guid="\(Self.guid(52))" name="rec text" plainTextPath="internal://t.txt">
      <SyncPoint guid="\(Self.guid(53))" timeStamp="1500" position="0"/>
      <SyncPoint guid="\(Self.guid(54))" timeStamp="4000" position="22"/>
      <SyncPoint guid="\(Self.guid(55))" timeStamp="6250" position="42"/>
      <TranscriptSelection guid="\(Self.guid(12))" fromSyncPoint="\(Self.guid(54))" \
      toSyncPoint="\(Self.guid(55))"><Coding guid="\(Self.guid(13))"><CodeRef \
      targetGUID="\(Self.guid(1))"/></Coding></TranscriptSelection></Transcript>
      <AudioSelection guid="\(Self.guid(56))" name="laughing" begin="0" end="900"><Coding \
      guid="\(Self.guid(57))"><CodeRef targetGUID="\(Self.guid(1))"/></Coding></AudioSelection>
      </AudioSource><TextSource guid="\(Self.guid(58))" name="empty"><PlainTextContent>\
      A: b.&#10;A: c.</PlainTextContent>
      """
    let result = try project(selections: selection(10, 6, 21), source: rest)
    #expect(result.transcripts.map(\.id) == ["talk", "rec_text", "empty"])
    let talk = try #require(result.transcripts.dropFirst().first)
    #expect(talk.utterances.map(\.start) == [1.5, 4, nil, nil])
    #expect(talk.utterances.map(\.end) == [4, 6.25, nil, nil])
    let document = try #require(result.study?.documents.dropFirst().first)
    #expect(document.codings.map { words($0.place, talk) } == ["Yes, I can wait."])
    #expect(
      warnings(result).contains { $0.contains("the audio “rec” with 1 selections and 1 codings") })
    let memo = try #require(result.study?.general.first)
    #expect(memo.body == "– 0–900 ms laughing [waiting]")
  }

  /// The times of a line are where its first turn begins and its last one ends.
  @Test func turnsInOneLineShareItsTimes() throws {
    let recording = """
      </TextSource><AudioSource guid="\(Self.guid(51))" name="rec" path="internal://a.mp3">
      <Transcript guid="\(Self.guid(52))" name="rec text" plainTextPath="internal://t.txt">
      <SyncPoint guid="\(Self.guid(53))" timeStamp="1500" position="0"/>
      <SyncPoint guid="\(Self.guid(54))" timeStamp="4000" position="16"/>
      <SyncPoint guid="\(Self.guid(55))" timeStamp="6250" position="26"/>
      </Transcript></AudioSource><TextSource guid="\(Self.guid(58))" name="empty">\
      <PlainTextContent>A: b.&#10;A: c.</PlainTextContent>
      """
    let result = try project(
      selections: "", source: recording, text: "A: One. B: Two.\nA: Three.\nB: Four.\nB: Five.\n")
    let talk = try #require(result.transcripts.first { $0.id == "rec_text" })
    #expect(talk.utterances.map(\.text) == ["One.", "Two.", "Three.", "Four.", "Five."])
    #expect(talk.utterances.map(\.start) == [1.5, nil, 4, 6.25, nil])
    #expect(talk.utterances.map(\.end) == [nil, 4, 6.25, nil, nil])
  }

  @Test func undeclaredCodesAndDoubledGUIDsLoseNothing() throws {
    let result = try project(
      selections: selection(10, 6, 21, code: 5) + selection(10, 26, 29) + selection(10, 30, 42))
    let study = try #require(result.study)
    #expect(study.codings == 3)
    #expect(Set(study.documents[0].codings.map(\.id)).count == 3)
    #expect(warnings(result).contains { $0.contains("1 × code that the project does not declare") })
  }

  /// Long texts with many selections, each over the whole of it, take no more than linear time.
  @Test func manyLongSelectionsAreNoTrouble() throws {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let lines = 5000
    let text = (0..<lines).map { "\($0 % 2 == 0 ? "Anna" : "Bo"): word number \($0) 🙂\n" }.joined()
    let length = text.unicodeScalars.count
    let many = (0..<1000).map { selection(1000 + 2 * $0, 6, length - 1, code: nil) }.joined()
    let result = try project(selections: many + selection(10, 6, 19), text: text)
    #expect(result.transcript?.utterances.count == lines)
    #expect(words(result) == ["word number 0"])
  }

  @Test func projectsThatAreNoneAreRefused() throws {
    var archive = ZipWriter()
    archive.add("project.qde", Array("<Project><Codes>".utf8))
    let broken = Importer.read(bytes: try archive.bytes(), named: "p.qdpx")
    #expect(broken.hasErrors)
    var other = ZipWriter()
    other.add("x.qde", Array("<Other/>".utf8))
    let result = Importer.read(bytes: try other.bytes(), named: "p.qdpx")
    #expect(result.diagnostics.map(\.what) == ["project.qde holds no REFI-QDA project"])
  }

  @Test(
    .enabled(if: QDAReference.isThere, QDAReference.whySkipped),
    arguments: ["A2-atlasti-8.4-project.qde", "A3-transana-3.22-project.qde"])
  func examplesOfTheStandardAreRead(_ name: String) throws {
    let result = Importer.read(
      bytes: try QDAReference.bytes("refi-annex/" + name), named: name)
    let study = try #require(result.study)
    #expect(!study.codebook.codes.isEmpty)
    #expect(!study.people.isEmpty)
    #expect(result.diagnostics.contains { $0.code == .notImported })
  }

  @Test(.enabled(if: QDAReference.isThere, QDAReference.whySkipped))
  func codebooksAreRead() throws {
    let bytes = try QDAReference.bytes("synthetic/codebook.qdc")
    let result = Importer.read(bytes: bytes, named: "codebook.qdc")
    #expect(!result.hasErrors)
    let book = try #require(result.study?.codebook)
    #expect(
      book.codes.map(\.name) == [
        "Spør om arbeidsplassen", "Bekreftelse", "Minimal respons", "Ber om mer behandlingsfokus",
        "Avgrenser rollen",
      ])
    #expect(
      book.groups.map(\.title) == [
        "Oppfølging av jobbsituasjon", "Undervurderer egen betydning", "Terapeutene",
      ])
    #expect(book.groups.map(\.codes) == [[0, 1], [2, 3, 4], [2, 4]])
    let annex = Importer.read(
      bytes: try QDAReference.bytes("refi-annex/A1-codebook.qdc"), named: "a1.qdc")
    #expect(annex.study?.codebook.codes.isEmpty == false)
  }
}
