import Samtale
import SamtaleFormats
import Testing

@Suite struct TableTests {
  @Test(arguments: [
    "start,end,speaker,text\n0:01.5,0:03,Anna,\"Hi, there\"\n0:03,0:04,Bo,Yes\n",
    "Text;Sprecher;Ende (s);Beginn (s)\nHi, there;Anna;3,0;1,5\nYes;Bo;4;3\n",
    "taler\ttekst\tstart_ms\tslutt_ms\nAnna\tHi, there\t1500\t3000\nBo\tYes\t3000\t4000\n",
    "\u{FEFF}sep=;\nStart;Duration;Who;Words\n1.5;1.5;Anna;Hi, there\n3;1;Bo;Yes\n",
    "0:01.5;0:03;Anna;Hi, there\n0:03;0:04;Bo;Yes\n0:05;0:06;Bo;\n0:06;0:07;Anna;\n",
    "Start,End,Speaker,Text\n1.5,3,Anna,Hi, there\n3,4,Bo,Yes\n",
  ])
  func columnsInAnyOrder(_ text: String) throws {
    let result = try plain(text)
    #expect(result.report.format == .table)
    #expect(
      lines(result.transcript).prefix(2) == ["1.5–3.0 Anna: Hi, there", "3.0–4.0 Bo: Yes"])
    #expect(!result.hasErrors)
  }

  @Test func quotesNewlinesAndFurtherColumns() throws {
    let result = try plain(
      """
      id,speaker,text,mood,comment,start
      a7,Anna,"She said ""no""
      and left (laughs).",glad,see page 2,0:01
      a8,,Indeed.,,,0:05
      a9,Bo,,,,0:07
      a10,Bo,Well.,sad,,never,more
      """)
    #expect(
      lines(result.transcript) == [
        "1.0–? Anna: She said \"no\" and left.", "5.0–? Anna: Indeed.", "?–? Bo: Well.",
      ])
    #expect(result.transcript?.utterances.map(\.id) == ["a7", "a8", "a10"])
    #expect(result.transcript?.utterances.map(\.line) == [2, 4, 6])
    #expect(
      events(result.transcript) == [
        "vocal laughter laughs", "note see page 2", "note surplus more",
      ])
    #expect(result.transcript?.layers.map { $0.type ?? "" } == ["mood"])
    #expect(result.diagnostics.map(\.code) == [.guessed, .notImported, .notImported, .badTable])
    #expect(result.diagnostics.map(\.line) == [4, 5, 6, 6])
    #expect(result.report.accounting[.refused] == 5)
    #expect(result.report.accounting[.annotations] == 7)
    #expect(
      result.report.labels == [
        ProposedLabel("Anna", count: 1, line: 2, isAccepted: true, isCertain: true),
        ProposedLabel("Bo", count: 2, line: 5, isAccepted: true, isCertain: true),
      ])
  }

  @Test func unclosedQuotes() throws {
    let result = try plain("speaker,text\nAnna,\"Hi\nBo,Yes\nAnna,\"No\nBo,5\" tall\n")
    #expect(
      talk(result.transcript) == ["Anna: \"Hi", "Bo: Yes", "Anna: \"No", "Bo: 5\" tall"])
    #expect(result.diagnostics.map(\.code) == [.badTable])
    #expect(result.diagnostics.map(\.line) == [2])
  }

  @Test func wholeNumbersWithoutUnit() throws {
    let result = try plain("start,text\n0,One.\n4100,Two.\n9000,Three.\n")
    #expect(lines(result.transcript) == ["0.0–? –: One.", "4.1–? –: Two.", "9.0–? –: Three."])
    #expect(result.report.guesses.map(\.kind) == [.timeUnit])
    let seconds = try plain("start,text\n0,One.\n4,Two.\n9,Three.\n")
    #expect(lines(seconds.transcript)[1] == "4.0–? –: Two.")
  }

  @Test func tablesThatSayNothing() {
    var options = ImportOptions()
    options.format = .table
    let result = imported("a,b\n1,2\n", options: options)
    #expect(result.transcript == nil)
    #expect(result.diagnostics.map(\.code) == [.badTable])
    #expect(result.report.accounting[.refused] == 8)
  }

  @Test func proseIsNoTable() throws {
    let result = try plain("Anna: Yes, no, maybe.\nBo: One, two, three.\nAnna: So.\nBo: Well.\n")
    #expect(result.report.format == .plainText)
  }
}
