import Samtale
import Testing

@testable import SamtaleFormats

/// Paragraphs as documents give them.
@Suite struct SourceParagraphTests {
  private func read(_ paragraphs: [SourceParagraph], _ options: ImportOptions = ImportOptions())
    -> ImportResult
  {
    var assembly = TalkAssembly(
      SourceText([]), file: "x.docx", id: nil, format: .word, options)
    assembly.rest = .markup
    assembly.total = 10_000
    assembly.readParagraphs(paragraphs)
    let result = assembly.result()
    #expect(result.report.accounting.isComplete)
    return result
  }

  @Test func stylesOfParagraphs() {
    let texts = [
      ("Overskrift 1", "Møte om havna"), ("Anna", "Skal vi begynne?"), ("Bo", "Ja."),
      ("Anna", "Da så: nå."), ("Brødtekst", "Og mer."), ("Bo", "Nei."),
    ]
    let result = read(
      texts.enumerated().map { SourceParagraph(text: $1.1, style: $1.0, line: $0 + 1) })
    #expect(
      talk(result.transcript) == [
        "Anna: Skal vi begynne?", "Bo: Ja.", "Anna: Da så: nå. Og mer.", "Bo: Nei.",
      ])
    #expect(result.transcript?.header.title == "Møte om havna")
    #expect(result.report.guesses.map(\.kind) == [.styleLabel])
  }

  @Test func boldLabels() {
    let texts = [("Anna", " Hi."), ("Bo Li ", "Hello you."), ("Anna", "\tSo."), ("Bo Li", "")]
    let result = read(
      texts.enumerated().map {
        SourceParagraph(
          text: $1.0 + $1.1, emphasized: $1.0.unicodeScalars.count, line: $0 + 1)
      } + [SourceParagraph(text: "Well.", line: 5)])
    #expect(
      talk(result.transcript) == ["Anna: Hi.", "Bo Li: Hello you.", "Anna: So.", "Bo Li: Well."])
  }

  @Test func tablesWithNamesOfColumns() {
    let rows = [
      ["Tid", "Taler", "Tekst", "Kode"], ["00:01", "SW7:", "Hei (ler)", "x"],
      ["00:04", "T6 (til SW7):", "Ja.\nVisst.", ""], ["", "", "Nå.", ""],
    ]
    let result = read(
      [SourceParagraph(text: "Møte", line: 1)]
        + rows.enumerated().map { SourceParagraph(text: "", cells: $1, line: $0 + 2) })
    #expect(lines(result.transcript) == ["1.0–? SW7: Hei", "4.0–? T6: Ja. Visst. Nå."])
    #expect(result.transcript?.header.title == "Møte")
    #expect(events(result.transcript) == ["vocal laughter ler", "note cell x"])
    #expect(result.transcript?.utterances[1].addressees == [0])
    #expect(
      result.diagnostics.map(\.what) == [
        "the first row of a table holds the names of its columns: Tid, Taler, Tekst, Kode"
      ])
  }

  @Test func tablesWithoutNames() {
    let rows = [["SW7", "Hei du."], ["T6", "Ja?"], ["SW7", "Nå da."], ["T6", "Nei."]]
    let result = read(
      rows.enumerated().map { SourceParagraph(text: "", cells: $1, line: $0 + 1) })
    #expect(
      talk(result.transcript) == ["SW7: Hei du.", "T6: Ja?", "SW7: Nå da.", "T6: Nei."])
    #expect(result.report.guesses.map(\.kind) == [.columnsByContent])
  }

  @Test func tablesOfOtherThingsAreHeaders() {
    let facts = [["Dato", "5.3.2024"], ["Sted", "Rom 5"], ["Til stede", "SW7, T6"]]
    let result = read(
      facts.enumerated().map { SourceParagraph(text: "", cells: $1, line: $0 + 1) }
        + ["SW7: Hei.", "T6: Ja.", "SW7: Nå.", "T6: Nei."].map {
          SourceParagraph(text: $0, line: 4)
        })
    #expect(talk(result.transcript) == ["SW7: Hei.", "T6: Ja.", "SW7: Nå.", "T6: Nei."])
    #expect(result.transcript?.header.date == "2024-03-05")
    #expect(
      events(result.transcript) == [
        "note header Dato 5.3.2024", "note header Sted Rom 5", "note header Til stede SW7, T6",
      ])
  }

  @Test func footnotesStandAtTheirPlaces() {
    let notes = [
      SourceParagraph.Note(place: 0, text: "first", type: "comment"),
      SourceParagraph.Note(place: 10, text: "a river", type: "footnote"),
    ]
    let result = read([
      SourceParagraph(text: "SW7: På Elva ja.", notes: notes, line: 1),
      SourceParagraph(text: "SW7: Nå.", line: 2),
    ])
    #expect(talk(result.transcript) == ["SW7: På Elva ja.", "SW7: Nå."])
    #expect(events(result.transcript) == ["note comment first", "note footnote a river"])
    let marks = result.transcript?.marks ?? []
    #expect(marks.map { $0.utterance } == [0, 0])
  }

  @Test func namesAndTimesInDocuments() {
    let result = read([
      SourceParagraph(text: "Anna Berg   0:03\nHi there.\nAll of you.", emphasized: 9, line: 1),
      SourceParagraph(text: "Bo Li   0:08\nHello.", line: 2),
    ])
    #expect(
      lines(result.transcript) == ["3.0–? Anna Berg: Hi there. All of you.", "8.0–? Bo Li: Hello."])
  }
}
