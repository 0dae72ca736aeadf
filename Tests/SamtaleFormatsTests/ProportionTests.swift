import Samtale
import SamtaleArchive
import SamtaleFormats
import TestSupport
import Testing

/// What takes time in proportion to the input: eight times as much may take sixteen times as long.
@Suite struct ProportionTests {
  private func expectProportion(
    _ few: Int, sourceLocation: SourceLocation = #_sourceLocation, _ work: (Int) throws -> Void
  ) throws {
    func time(_ count: Int) throws -> Duration { try ProcessorTime.measure { try work(count) } }
    _ = try time(few)
    let least = try min(time(few), time(few), time(few))
    let most = try min(time(few * 8), time(few * 8))
    #expect(
      most < least * 16, "\(few): \(least), \(few * 8): \(most)", sourceLocation: sourceLocation)
  }

  /// Stretches each of which crosses the next, one after the other.
  private func crossing(_ count: Int) -> Transcript {
    var builder = TranscriptBuilder(id: "t", language: "en", file: "t.xml")
    var draft = UtteranceDraft(String(repeating: "words ", count: count + 1))
    for i in 0..<count {
      draft.add(MarkDraft(i.isMultiple(of: 2) ? .unclear : .deleted), at: i * 6..<i * 6 + 9)
    }
    builder.append(draft)
    return builder.transcript()
  }

  @Test func stretchesThatCross() throws {
    try expectProportion(4_000) { _ = crossing($0) }
    // Each but the last is cut where the one before it ends.
    let three = crossing(3)
    #expect(
      three.marks.map { three.utterances[0].scalarRange(of: $0) } == [
        0..<9, 6..<9, 9..<15, 12..<15, 15..<21,
      ])
    #expect(three.marks.map(\.parent) == [nil, 0, nil, 2, nil])
  }

  /// Stretches that end behind several others at once.
  @Test func restsGoOnInTheOrderOfTheirEnds() {
    var builder = TranscriptBuilder(id: "t", language: "en", file: "t.xml")
    var draft = UtteranceDraft("abcdefghijklmnopqrstuvwxyz")
    for (range, type) in [(0..<10, "a"), (2..<8, "b"), (4..<12, "c"), (6..<14, "d"), (8..<9, "e")] {
      draft.add(MarkDraft(.segment, type: type), at: range)
    }
    draft.add(MarkDraft(.pause), at: 10..<10)
    builder.append(draft)
    let transcript = builder.transcript()
    let utterance = transcript.utterances[0]
    let found = transcript.marks.map { mark in
      let range = utterance.scalarRange(of: mark)
      return "\(mark.type ?? "pause") \(range) in \(mark.parent.map(String.init) ?? "–")"
    }
    #expect(
      found == [
        "a 0..<10 in –", "b 2..<8 in 0", "c 4..<8 in 1", "d 6..<8 in 2", "d 8..<10 in 0",
        "c 8..<10 in 4", "e 8..<9 in 5", "c 10..<12 in –", "d 10..<12 in 7", "pause 10..<10 in 8",
        "d 12..<14 in –",
      ])
  }

  /// Utterances of many speakers at once, each by other people.
  @Test func manyWhoSpeakAtOnce() throws {
    try expectProportion(500) { count in
      let people = (0...count).map { "<person xml:id=\"p\($0)\"/>" }.joined()
      let talk = (0..<count).map { "<u who=\"#p\($0) #p\($0 + 1)\">Yes.</u>" }.joined()
      let file = """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t" xml:lang="en"><teiHeader><profileDesc>
        <particDesc><listPerson>\(people)</listPerson></particDesc></profileDesc></teiHeader>
        <text><body>\(talk)</body></text></TEI>
        """
      let transcript = try #require(TEI.read(bytes: Array(file.utf8)).transcripts.first)
      #expect(transcript.utterances[count - 1].speakers == [count - 1, count])
    }
  }

  // MARK: REFI-QDA

  /// People with the same label, each with a role, a team and a fact of their own, who all speak.
  private func project(_ count: Int) throws -> [UInt8] {
    var builder = TranscriptBuilder(id: "t", language: "en", file: "t.xml")
    builder.header.media = "a.mp3"
    for i in 0..<count {
      let person = builder.add(Participant(id: "p\(i)", label: "Anna"))
      builder.amend(person) { person in
        person.roles = ["R\(i)"]
        person.memberships = [.init(team: "Team \(i)")]
        person.attributes = [.init(.trait, type: "fact\(i)", text: "yes")]
      }
      builder.append(
        UtteranceDraft("Yes \(i).", speakers: [person], start: Double(i), end: Double(i) + 1))
    }
    let (editor, versions) = try EmptyStudy.holding([builder.transcript()])
    return try QDAProjectWriter.write(StudyCorpus(editor.state, versions: versions)).bytes
  }

  @Test func manyPeopleGoOutAsAProject() throws {
    try expectProportion(300) { _ = try project($0) }
  }

  @Test func manyPeopleComeInWithAProject() throws {
    let projects = try [300, 2_400].map { ($0, try project($0)) }
    try expectProportion(300) { count in
      let bytes = try #require(projects.first { $0.0 == count }?.1)
      let result = Importer.read(bytes: bytes, named: "p.qdpx")
      #expect(result.transcript?.participants.count == count)
      #expect(result.transcript?.utterances.last?.end == Double(count))
    }
  }

  /// Many points in time in one long line, codes below a code group's own, links of one note, and
  /// sources of one name.
  @Test func muchOfOneKindInAProject() throws {
    try expectProportion(400) { count in
      let line = "Anna: " + String(repeating: "yes ", count: count)
      let points = (0..<count).map {
        "<SyncPoint guid=\"\(guid(1, $0))\" timeStamp=\"\($0)\" position=\"\(6 + 4 * $0)\"/>"
      }
      let codes = (0..<count).map {
        "<Code guid=\"\(guid(2, $0))\" name=\"c\($0)\" isCodable=\"true\"/>"
      }
      let links = (0..<count).map {
        "<Link guid=\"\(guid(3, $0))\" direction=\"OneWay\" originGUID=\"\(guid(4, 0))\" "
          + "targetGUID=\"\(guid(2, $0))\"/>"
      }
      let sources = (0..<count).map {
        "<TextSource guid=\"\(guid(5, $0))\" name=\"talk\"><PlainTextContent>Anna: Yes."
          + "</PlainTextContent></TextSource>"
      }
      let cases = (0..<count).map {
        "<Case guid=\"\(guid(6, $0))\" name=\"n\($0)\"><SourceRef targetGUID=\"\(guid(5, $0))\"/>"
          + "</Case>"
      }
      let xml = """
        <Project name="P" origin="Samtale"><CodeBook><Codes>\(codes.joined())</Codes></CodeBook>
        <Cases>\(cases.joined())</Cases><Sources>\(sources.joined())
        <AudioSource guid="\(guid(7, 0))" name="a" path="relative:///a.mp3"><Transcript
        guid="\(guid(7, 1))" name="a"><PlainTextContent>\(line)</PlainTextContent>
        \(points.joined())</Transcript></AudioSource></Sources><Notes><Note guid="\(guid(4, 0))"
        name="n"><PlainTextContent>Note.</PlainTextContent></Note></Notes>
        <Links>\(links.joined())</Links></Project>
        """
      let result = Importer.read(bytes: Array(xml.utf8), named: "p.qde")
      #expect(result.transcripts.count == count + 1)
      #expect(result.transcripts.last?.header.media == ["a.mp3"])
    }
  }

  private func guid(_ kind: Int, _ number: Int) -> String {
    let digits = String(number)
    return "0000000\(kind)-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count)
      + digits
  }
}
