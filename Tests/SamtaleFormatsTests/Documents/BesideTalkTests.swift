import Samtale
import SamtaleFormats
import Testing

/// Paragraphs and tables of documents that stand beside the talk.
@Suite struct BesideTalkTests {
  private static func table(_ rows: [[String]]) -> String {
    let rows = rows.map { row in
      "<w:tr>" + row.map { "<w:tc><w:tcPr/>\(wordParagraph($0))</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl><w:tblPr/>" + rows.joined() + "</w:tbl>"
  }

  private func read(_ body: String) throws -> ImportResult {
    let result = Importer.read(bytes: try WordFixture(body).bytes, named: "x.docx")
    #expect(result.report.accounting.isComplete)
    return result
  }

  private static let talkTable = table([
    ["Anna", "Hello there."], ["Bo", "Yes."], ["Anna", "So it was."], ["Bo", "No."],
    ["Anna", "continued"],
  ])

  @Test func paragraphsOutsideTheTableOfTalk() throws {
    let result = try read(
      wordParagraph("Meeting 3") + Self.talkTable + wordParagraph("Part two")
        + Self.table([["Anna", "Well."], ["Bo", "Good."], ["", "And so."], ["Anna", "Fine."]])
        + wordParagraph("End.") + wordParagraph("Thanks to all."))
    #expect(
      talk(result.transcript) == [
        "Anna: Hello there.", "Bo: Yes.", "Anna: So it was.", "Bo: No.", "Anna: continued",
        "Anna: Well.", "Bo: Good. And so.", "Anna: Fine.",
      ])
    #expect(
      events(result.transcript) == [
        "note comment Part two", "note comment End.", "note comment Thanks to all.",
      ])
    let guess = result.report.guesses.first { $0.kind == .outsideTable }
    #expect(guess?.count == 3)
    #expect(result.transcript?.header.title == "Meeting 3")
  }

  @Test func labelledParagraphsOutsideTheTableAreTalk() throws {
    let result = try read(
      Self.talkTable + wordParagraph("Bo: Indeed.") + wordParagraph("More of it."))
    #expect(
      talk(result.transcript).suffix(2) == ["Anna: continued", "Bo: Indeed. More of it."])
    #expect(!result.report.guesses.contains { $0.kind == .outsideTable })
  }

  @Test func tablesBesideTheTalk() throws {
    let labels = ["I: Hva?", "P: nei", "I: ok", "P: ja"].map { wordParagraph($0) }.joined()
    let result = try read(
      labels + Self.table([["10", "20"], ["30", "40"]]) + wordParagraph("og mer")
        + wordParagraph("I: Takk."))
    #expect(
      talk(result.transcript) == ["I: Hva?", "P: nei", "I: ok", "P: ja", "P: og mer", "I: Takk."])
    #expect(events(result.transcript) == ["note comment 10 20", "note comment 30 40"])
    let guess = result.report.guesses.first { $0.kind == .otherTable }
    #expect(guess?.count == 2 && guess?.line == 5)
  }

  @Test func noticesOfTeams() throws {
    let bold = { (name: String, rest: String) in
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>\(name)</w:t></w:r><w:r>"
        + "<w:t xml:space=\"preserve\">\(rest)</w:t></w:r></w:p>"
    }
    let turn = { (name: String, time: String, words: String) in
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>\(name)</w:t></w:r><w:r>"
        + "<w:t xml:space=\"preserve\">   \(time)</w:t><w:br/><w:t>\(words)</w:t></w:r></w:p>"
    }
    let result = try read(
      bold("Ola Hansen", " started transcription") + turn("Ola Hansen", "0:03", "Hei.")
        + turn("Kari Lund", "0:05", "Hei, du.") + turn("Ola Hansen", "0:09", "Da er vi i gang.")
        + turn("Kari Lund", "0:12", "Ja.") + bold("Ola Hansen", " stopped transcription"))
    #expect(
      talk(result.transcript) == [
        "Ola Hansen: Hei.", "Kari Lund: Hei, du.", "Ola Hansen: Da er vi i gang.",
        "Kari Lund: Ja.",
      ])
    #expect(
      events(result.transcript) == [
        "note header Ola Hansen started transcription",
        "note comment Ola Hansen stopped transcription",
      ])
    #expect(result.transcript?.header.title != "Ola Hansen started transcription")
  }

  @Test(arguments: [
    "Anna stoppet transkripsjonen", "Anna Berg stopped transcription 12:30",
    "Åse Lie stoppade transkriptionen.",
  ])
  func noticesInText(_ notice: String) throws {
    let result = try plain("Anna: One.\nBo: Two.\nAnna: Three.\nBo: Four.\n\(notice)\n")
    #expect(talk(result.transcript).last == "Bo: Four.")
    #expect(events(result.transcript) == ["note comment \(notice)"])
  }
}
