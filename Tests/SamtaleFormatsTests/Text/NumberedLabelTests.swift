import Samtale
import SamtaleFormats
import Testing

/// Numbers and identifiers of corpora as labels.
@Suite struct NumberedLabelTests {
  @Test(arguments: ["1|2", "01|02", "001|014", "S1|S2", "m01|k02", "aal_01um|aal_02uk"])
  func labelsWithColon(_ labels: String) throws {
    let (a, b) = try pair(labels)
    let result = try plain(
      "\(a): Shall we begin?\n\(b): Yes: let us.\nAnd quickly.\n\(a): Good.\n\(b): Now.\n")
    #expect(
      talk(result.transcript) == [
        "\(a): Shall we begin?", "\(b): Yes: let us. And quickly.", "\(a): Good.", "\(b): Now.",
      ])
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel])
    #expect(result.report.labels.map(\.label) == [a, b])
  }

  @Test(arguments: [" ", "\t", "  "], ["1|2", "001|014", "m01|k02", "aal_01um|int1"])
  func labelsWithoutColon(_ space: String, _ labels: String) throws {
    let (a, b) = try pair(labels)
    let lines = ["\(a)|ja det er fint", "\(b)|nei", "\(a)|10 av dem #", "\(b)|jo så", "\(a)|mm"]
    let result = try plain(
      lines.map { $0.split(separator: "|").joined(separator: space) + "\n" }.joined())
    #expect(
      talk(result.transcript) == [
        "\(a): ja det er fint", "\(b): nei", "\(a): 10 av dem #", "\(b): jo så", "\(a): mm",
      ])
  }

  private func pair(_ labels: String) throws -> (String, String) {
    let parts = labels.split(separator: "|").map(String.init)
    return (try #require(parts.first), try #require(parts.last))
  }

  @Test func interviewersAmongNumbers() throws {
    let result = try plain(
      "I: Who begins?\n2: Me.\nI: Go on.\n1: But I.\n2: No.\nI: Please.\n3: So be it.\n")
    #expect(
      talk(result.transcript) == [
        "I: Who begins?", "2: Me.", "I: Go on.", "1: But I.", "2: No.", "I: Please.",
        "3: So be it.",
      ])
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel, .singleSpeaker])
    #expect(result.report.guesses.last?.labels == ["1", "3"])
  }

  /// Points of a list are no speakers, however often lists recur.
  @Test(arguments: [": ", " ", "\t"]) func lists(_ mark: String) throws {
    let list = (1...4).map { "\($0)\(mark)Point so and so.\n" }.joined()
    let result = try plain("Anna: Three things.\n\(list)Bo: Well.\n\(list)Anna: No.\nBo: Yes.\n")
    #expect(talk(result.transcript).map { $0.prefix(4) } == ["Anna", "Bo: ", "Anna", "Bo: "])
    #expect(result.report.labels.map(\.label) == ["Anna", "Bo"])
    let agenda = try plain("Today\n\(list)then\n\(list)end\n\(list)")
    #expect(agenda.report.labels.isEmpty)
  }

  @Test func timesAmountsAndYearsAreNoSpeakers() throws {
    let result = try plain(
      """
      SW1: We meet at
      10:30 by the gate, or
      10: 30 as they write.
      T1: Budsjett: 10 of them.
      2023: that was the year.
      12 people came.
      SW1: 12 people did.
      2 of them stayed.
      T1: Good.
      """)
    #expect(
      talk(result.transcript) == [
        "SW1: We meet at 10:30 by the gate, or 10: 30 as they write.",
        "T1: Budsjett: 10 of them. 2023: that was the year. 12 people came.",
        "SW1: 12 people did. 2 of them stayed.", "T1: Good.",
      ])
  }

  @Test func identifiersThatOccurOnce() throws {
    let result = try plain("m01: ja\nk02: nei\nm01: jo\nm03: mm\nk02 så da\nm01: ja\nhttp: nei\n")
    #expect(
      talk(result.transcript) == [
        "m01: ja", "k02: nei", "m01: jo", "m03: mm", "k02: så da", "m01: ja http: nei",
      ])
    #expect(result.report.guesses.map(\.kind).contains(.missingColon))
  }

  @Test func numbersOfSeveralFilesMayBeOthers() throws {
    let text = "1: Hi.\n2: Yes.\n1: So.\n2: No.\n"
    let reports = ["a.txt", "b.txt"].map {
      imported(text, named: $0, options: ImportOptions()).report
    }
    #expect(ImportSummary.sharedLabels(reports, SpeakerMap()).count == 2)
  }
}

/// Known names at the beginning of a line, without a colon.
@Suite struct UnmarkedLabelTests {
  @Test func aNameBeforeTalk() throws {
    let result = try plain(
      """
      Per: One.
      Anna Berg: Two.
      Per Yes, three.
      Anna Berg Then four.
      Per: Five.
      Anna Berg: Six.
      """)
    #expect(
      talk(result.transcript) == [
        "Per: One.", "Anna Berg: Two.", "Per: Yes, three.", "Anna Berg: Then four.", "Per: Five.",
        "Anna Berg: Six.",
      ])
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel, .missingColon])
    #expect(result.report.guesses.last?.count == 2)
    #expect(result.report.guesses.last?.line == 3)
  }

  /// Sentences about a person, and lines in the middle of a sentence.
  @Test func aNameInsideTalk() throws {
    let result = try plain(
      """
      Per: We asked everybody, and
      Anna Berg Then came last.
      Anna Berg: It is so.
      Per and I agree.
      Per Hansen does too.
      Per said: no.
      Per: Good.
      Anna Berg: So.
      """)
    #expect(
      talk(result.transcript) == [
        "Per: We asked everybody, and Anna Berg Then came last.",
        "Anna Berg: It is so. Per and I agree. Per Hansen does too. Per said: no.", "Per: Good.",
        "Anna Berg: So.",
      ])
  }

  @Test func whatNobodyCanTell() throws {
    let result = try plain("Per: One.\nAnna: Two.\nPer likes three.\nAnna: Four.\nPer: Five.\n")
    #expect(
      talk(result.transcript) == [
        "Per: One.", "Anna: Two.", "–: Per likes three.", "Anna: Four.", "Per: Five.",
      ])
    #expect(result.report.guesses.map(\.kind) == [.proposedLabel, .doubtfulLabel])
    #expect(result.report.guesses.last?.labels == ["Per"])
  }

  /// Where talk is written in small letters without full stops, it is so behind a lone name too.
  @Test func talkInSmallLetters() throws {
    let result = try plain(
      "Per: ja det er\nAnna: nei\nPer jo da\nAnna: mm\nPer og jeg\nAnna: så\nPer: nå\n")
    #expect(
      talk(result.transcript) == [
        "Per: ja det er", "Anna: nei", "Per: jo da", "Anna: mm Per og jeg", "Anna: så", "Per: nå",
      ])
  }
}

@Suite struct InqScribeXMLTests {
  private let file = """
    <?xml version="1.0" encoding="UTF-8"?>
    <transcript>
      <prologue>Meeting of the choir</prologue>
      <scene id="1" in="00:00:01.15" out="00:00:12.00">Anna: Shall we &amp; can we?
    Bo: Yes.</scene>
      <scene id="2" in="00:00:12.15" out="00:00:18.00">And now.</scene>
      <scene id="3" in="00:00:18.01" out="00:00:19.00"><speaker> Cara Dahl </speaker>
    No (laughs).</scene>
      <scene id="4" in="00:00:20.00" out="00:00:30.00" speaker="Anna">So.</scene>
      <scene id="5" in="later" out="00:00:40.00">Bo: Good.</scene>
    </transcript>

    """

  @Test func scenesAreTurns() throws {
    let result = try plain(file)
    #expect(result.report.format == .inqScribe)
    #expect(
      lines(result.transcript) == [
        "1.5–? Anna: Shall we & can we?", "?–12.0 Bo: Yes.", "12.5–18.0 Bo: And now.",
        "18.033–19.0 Cara Dahl: No.", "20.0–30.0 Anna: So.", "30.0–40.0 Bo: Good.",
      ])
    #expect(events(result.transcript) == ["vocal laughter laughs"])
    #expect(result.transcript?.header.title == "Meeting of the choir")
    #expect(result.transcript?.utterances.map(\.line) == [4, 5, 6, 7, 9, 10])
    #expect(result.report.guesses.map(\.kind) == [.frameRate, .proposedLabel, .startFromEnd])
    #expect(
      result.diagnostics.filter { $0.code == .badTime }.map(\.what) == ["“later” is no time code"])
  }

  @Test func framesAreCountedAsTold() throws {
    var options = ImportOptions()
    options.framesPerSecond = 25
    options.format = .inqScribe
    let result = imported(file, options: options)
    #expect(result.transcript?.utterances.first?.start == 1.6)
    #expect(!result.report.guesses.map(\.kind).contains(.frameRate))
    #expect(result.report.accounting.isComplete)
  }

  @Test func textOutsideScenesIsSaid() {
    #expect(imported("<transcript><scene>Anna: Hi.</scene>lost").isPartial)
  }
}
