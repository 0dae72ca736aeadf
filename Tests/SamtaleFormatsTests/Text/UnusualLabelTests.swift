import Samtale
import SamtaleFormats
import Testing

/// Labels where they are not expected, and what stands for them.
@Suite struct UnusualLabelTests {
  private func kinds(_ result: ImportResult) -> [ImportGuess.Kind] {
    result.report.guesses.map(\.kind)
  }

  @Test(arguments: [" - ", " – ", "-", "–", " — "])
  func stretchesOfTimeAboveTurns(_ mark: String) throws {
    let result = try plain(
      """
      00:00:01\(mark)00:00:04
      Anna: Hi.

      00:00:04\(mark)00:00:06
      Bo: Hello.

      0:06\(mark)0:07
      Anna: Bye.
      Bo: Bye.
      """)
    #expect(talk(result.transcript) == ["Anna: Hi.", "Bo: Hello.", "Anna: Bye.", "Bo: Bye."])
    #expect(result.transcript?.utterances.map { $0.start } == [1, 4, 6, nil])
    #expect(result.transcript?.utterances.map { $0.end } == [4, 6, 7, nil])
    #expect(events(result.transcript) == [])
  }

  @Test func aTimeBeforeADashIsNoStretch() throws {
    let result = try plain("Anna: Yes.\nBo: No.\n00:00:05 - and so on.\nAnna: Hm.\nBo: Ok.")
    #expect(talk(result.transcript).dropFirst(2).first == "Bo: - and so on.")
  }

  private func read(_ paragraphs: [String]) throws -> ImportResult {
    var body = ""
    for paragraph in paragraphs {
      body += paragraph.replacing("\n", with: "\\line ") + "\\par "
    }
    let result = imported("{\\rtf1\\ansi \(body)}")
    #expect(result.report.accounting.isComplete)
    return result
  }

  @Test func lineBreaksInsideAParagraphDivideTurns() throws {
    let result = try read([
      "I: Hei\nP: hallo", "P: a\nand more\nI: b", "P: c\nPlan: none.", "I: d", "P: e",
    ])
    #expect(
      talk(result.transcript) == [
        "I: Hei", "P: hallo", "P: a and more", "I: b", "P: c Plan: none.", "I: d", "P: e",
      ])
    #expect(events(result.transcript) == [])
    #expect(result.transcript?.utterances.map(\.line) == [1, 1, 2, 2, 3, 4, 5])
  }

  @Test func legendsAreTakenForWhatTheyAre() throws {
    let result = try plain(
      "SW7: social worker, leader; T6: therapist\nSW7: Now.\nT6: Yes.\nSW7: Good.\nT6: Mm.")
    #expect(talk(result.transcript) == ["SW7: Now.", "T6: Yes.", "SW7: Good.", "T6: Mm."])
    #expect(events(result.transcript) == ["note header SW7: social worker, leader; T6: therapist"])
    let other = try plain("I: Hei, hvordan går det, P: bra\nP: Ja.\nI: Nei.\nP: Ja.")
    #expect(talk(other.transcript).first == "I: Hei, hvordan går det, P: bra")
  }

  @Test func labelsInsideParagraphsBeginTurns() throws {
    let result = try plain(
      """
      I: Hi. [00:00:05] P: Well.
      P: Yes, I: said so.
      I: Strange how? P: They said: wait. I: mm… P: And I waited. Anna: no
      P: x
      """)
    #expect(
      talk(result.transcript) == [
        "I: Hi.", "P: Well.", "P: Yes, I: said so.", "I: Strange how?", "P: They said: wait.",
        "I: mm…", "P: And I waited. Anna: no", "P: x",
      ])
    #expect(result.transcript?.utterances[1].start == 5)
    #expect(
      result.report.guesses.first { $0.kind == .labelInside }
        == ImportGuess(.labelInside, count: 4, line: 1, labels: ["P", "I"]))
  }

  @Test func initialsThatLookLikeRemarks() throws {
    let result = try plain(
      """
      NB: Hi there.
      AK: Hello.
      NB: How are you?
      AK: Fine.
      NB: Good.
      AK: And you?
      """)
    #expect(
      talk(result.transcript) == [
        "NB: Hi there.", "AK: Hello.", "NB: How are you?", "AK: Fine.", "NB: Good.",
        "AK: And you?",
      ])
    let rare = try plain(
      String(repeating: "AK: Hello.\nBO: Hi.\n", count: 12) + "NB: keys!\nAK: Yes.\nNB: and maps.")
    #expect(talk(rare.transcript).suffix(2) == ["BO: Hi. NB: keys!", "AK: Yes. NB: and maps."])
    #expect(kinds(rare).contains(.deniedLabel))
    #expect(
      rare.report.labels.last
        == ProposedLabel(
          "NB", count: 2, line: 25, isAccepted: false, isCertain: false, words: "keys!"))
  }

  @Test func everybodyAtOnce() throws {
    let result = try plain(
      """
      Deltakere: Kari, Ola
      Moderator: Er dere enige?
      Deltakere: Ja!
      Moderator: Alle?
      Deltakere: Ja da.
      """)
    #expect(
      talk(result.transcript) == [
        "Moderator: Er dere enige?", "Deltakere: Ja!", "Moderator: Alle?", "Deltakere: Ja da.",
      ])
    #expect(events(result.transcript) == ["note header Deltakere: Kari, Ola"])
  }

  @Test(arguments: [
    "P:Ja.", "P:\u{2003}Ja.", "P:\u{200B}Ja.", "P：Ja.", "P; Ja.", "<P>: Ja.", "(p): Ja.",
    "3. P: Ja.", "p.: Ja.",
  ])
  func knownLabelsWithOtherMarks(_ line: String) throws {
    let result = try plain("I: Hva?\nP: Nei.\nI: Hm?\nP: Jo.\nI: Hva?\n\(line)\nI: Bra.")
    #expect(talk(result.transcript).suffix(3) == ["I: Hva?", "P: Ja.", "I: Bra."])
  }

  @Test(arguments: ["\"P: sitat\" sa han.", "P?: c", "Moderator?: c", "P) d", "(P) kommer inn."])
  func doubtfulLabels(_ line: String) throws {
    let result = try plain("I: Hva?\nP: Nei.\nI: Hm?\nP: Jo.\nI: Hva?\n\(line)\nI: Bra.")
    #expect(talk(result.transcript).suffix(3) == ["I: Hva?", "–: \(line)", "I: Bra."])
    #expect(kinds(result).contains(.doubtfulLabel))
  }

  @Test func noSpaceAnywhere() throws {
    let result = try plain("I:Hei\nP:Hallo\nI:Og så?\nP:Kl. 10:30. Se https://a.no/b\nI:Ja")
    #expect(
      talk(result.transcript) == [
        "I: Hei", "P: Hallo", "I: Og så?", "P: Kl. 10:30. Se https://a.no/b", "I: Ja",
      ])
  }

  @Test func numberedTurns() throws {
    let result = try plain("1. I: Hei\n2. P: Hallo\n3. I: Og?\n4. P: Nei\n5) I: Ja")
    #expect(talk(result.transcript) == ["I: Hei", "P: Hallo", "I: Og?", "P: Nei", "I: Ja"])
    #expect(kinds(result).contains(.lineNumbers))
  }

  @Test(
    arguments: [
      ("Interview with a nurse, born 3 May 1976", nil, false),
      ("Date: 3 May 2021", "2021-05-03", false),
      ("3 May 2021", "2021-05-03", false),
      ("We met Anna on 3 May 2021 at noon", "2021-05-03", true),
    ] as [(String, String?, Bool)])
  func datesAboveTheTalk(_ head: String, _ date: String?, _ isGuess: Bool) throws {
    let result = try plain("\(head)\nI: Hi\nP: Hello\nI: Hi\nP: Hello\n")
    #expect(result.transcript?.header.date == date)
    #expect(kinds(result).contains(.headDate) == isGuess)
  }

  @Test func longHeadsAreSaid() throws {
    let story = (1...8).map { "It was day \($0) of a long winter." }.joined(separator: "\n")
    let result = try plain("\(story)\nI: Hi\nP: Hello\nI: Hi\nP: Hello\n")
    #expect(result.transcript?.utterances.count == 4)
    #expect(
      result.report.guesses.first { $0.kind == .longHead }
        == ImportGuess(.longHead, count: 8, line: 1))
  }
}
