import Samtale
import SamtaleFormats
import Testing

/// Names that are words too, where sentences begin, and other names that are hard to tell.
@Suite struct AmbiguousNameTests {
  /// The forms of a key for these turns: `Dag?` waits for a decision.
  static func forms(
    _ lines: [String], _ language: String, kind: IdentifierKind? = nil,
    names: [String: String] = [:]
  ) -> [String] {
    var builder = TranscriptBuilder(id: "m", language: language)
    for (i, line) in lines.enumerated() {
      let speaker = builder.participant(labelled: "SW1")
      builder.append(UtteranceDraft(line, speakers: [speaker], line: i + 1))
    }
    for (label, name) in names {
      let index = builder.participant(labelled: label)
      builder.amend(index) { $0.attributes.append(.init(.name, text: name)) }
    }
    let key = IdentifierFinder().propose(for: [builder.transcript()])
    return key.entries.filter { kind == nil || $0.kind == kind }.flatMap(\.forms).map {
      $0.text + ($0.decision == .ask ? "?" : "")
    }
  }

  @Test(arguments: [
    ("nb", "Dag ringte. Dag er sjefen min.", "Dag?"), ("nb", "Gro kom.", "Gro?"),
    ("nb", "Odd sa nei.", "Odd?"), ("nb", "Ja. Siv. Hun var der.", "Siv?"),
    ("nb", "Stein var der.", "Stein?"), ("nb", "Vår var der. Vår kom.", "Vår?"),
    ("nn", "Liv seier nei.", "Liv?"), ("nn", "Finn kjem no.", "Finn?"),
    ("nb", "Gros søster er her.", "Gro?"), ("nb", "Odd og jeg var der.", "Odd?"),
    ("nb", "Stein, kan du ta notater?", "Stein?"),
    ("nb", "Dag, kan du ta notater i dag?", "Dag?"), ("nb", "Rune på kontoret vet det.", "Rune?"),
    ("nn", "Liv kanskje.", "Liv?"), ("nb", "Gro også.", "Gro?"),
    ("en", "Will is my boss.", "Will?"), ("en", "Grace helped.", "Grace?"),
    ("en", "Rose too.", "Rose?"), ("en", "Mark and I went.", "Mark?"),
    ("en", "Grace's sister came.", "Grace?"), ("en", "Rose, could you start?", "Rose?"),
  ])
  func askedWhereTheSentenceGoesOnAsAfterAName(
    _ language: String, _ text: String, _ expected: String
  ) {
    #expect(Self.forms([text], language) == [expected])
  }

  @Test(arguments: [
    ("nb", "Dag etter dag gikk det bedre."), ("nb", "Finn ut hva det er, da."),
    ("nb", "Odd at han ikke kom."), ("nb", "Stein på stein, sier de."), ("nb", "Liv er liv."),
    ("nb", "Even om det regner."), ("nb", "Dags dato er notert."), ("nb", "Vår egen plan er best."),
    ("nn", "Per no er det slik."), ("nb", "Dag, natt og dag igjen."),
    ("en", "Will you come?"), ("en", "Mark my words."), ("en", "Odd that he came."),
    ("en", "Rose tinted, all of it."), ("en", "Grace period is two weeks."),
    ("en", "Hope springs eternal."), ("en", "Marks are high this year."),
    ("en", "Even so, it was fine."), ("en", "May I come in?"),
  ])
  func leftAloneWhereItIsAWord(_ language: String, _ text: String) {
    #expect(Self.forms([text], language) == [])
  }

  /// A name in the middle of a sentence is one at the beginning of another too; where that may be
  /// the word, it is asked.
  @Test(arguments: [
    ("en", "We met Mark there. Mark said no.", "Mark"),
    ("en", "We met Mark there. Mark my words.", "Mark?"),
    ("en", "We met Will there. Will you come?", "Will?"),
    ("nb", "Gro ringte. Vi så Gros søster.", "Gro"),
    ("nb", "Vi så Odd der. Odd nok var han blid.", "Odd?"),
    ("nb", "Vår var der, sa Vår.", "Vår"),
    ("en", "We went to Reading. Reading the letters is hard.", "Reading?"),
  ])
  func oneNameInTheWholeCorpus(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.forms([text], language) == [expected])
  }

  /// Who decides sees a place where it may be the word.
  @Test func placesToDecideBy() throws {
    let lines = ["We met Mark there.", "And Mark was ill.", "So was Mark. Mark my words."]
    let texts = lines.map { SearchedText($0, language: "en") }
    let key = IdentifierFinder().propose(for: texts)
    let form = try #require(key.entries.first?.forms.first)
    #expect(form.count == 4)
    #expect(
      form.contexts.map(\.text) == ["We met «Mark» there.", "So was Mark. «Mark» my words."])
  }

  /// Names of participants are no different.
  @Test func participantsWhoseNameIsAWord() {
    #expect(
      Self.forms(["Even om det regner.", "Ja."], "nb", names: ["SW1": "Even Brattvoll"])
        == ["Even Brattvoll", "Even?", "Brattvoll"])
    #expect(
      Self.forms(["Even ringte.", "Ja."], "nb", names: ["SW1": "Even Brattvoll"])
        == ["Even Brattvoll", "Even", "Brattvoll"])
  }

  /// A name that breaks off is a name.
  @Test(arguments: [
    ("nb", "Det var Kari- nei, det var Ola- eller Per.", "Kari, Ola, Per"),
    ("en", "it was Emily- no, Harry", "Emily, Harry"), ("en", "it was a Fly- no, a hook", ""),
  ])
  func brokenOff(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.forms([text], language).joined(separator: ", ") == expected)
  }

  /// Words for relatives say that a name follows, as *heter* does.
  @Test(arguments: [
    ("nb", "så var det sønnen vår Odinar som kom", "Odinar"),
    ("nb", "med broren min Jorfrid", "Jorfrid"), ("nn", "med syster mi Torgunn", "Torgunn"),
    ("en", "with my son Quillon", "Quillon"), ("en", "and her cousin Zephyrine rang", "Zephyrine"),
    ("nb", "broren min er norsk, sier søsteren min NAV", ""), ("nb", "min sønn på mandag", ""),
    ("nn", "Ja. Bror min kjem i dag.", ""),
  ])
  func afterRelatives(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.forms([text], language).joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("en", "I asked Mrs Kind about it", "Kind"), ("en", "I asked O'Neill about it", "O'Neill?"),
    ("en", "I asked Mr O'Neill", "O'Neill"),
    ("en", "and then D’Angelo came", "D’Angelo?"), ("en", "it's five o'clock", ""),
  ])
  func titlesAndApostrophes(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.forms([text], language).joined(separator: ", ") == expected)
  }

  @Test func aNameWithAnApostropheIsReplacedWhole() {
    var builder = TranscriptBuilder(id: "m", language: "en")
    let speaker = builder.participant(labelled: "SW1")
    builder.append(UtteranceDraft("I know Sean O'Neill, O'Neill's car.", speakers: [speaker]))
    let key = IdentifierFinder().propose(for: [builder.transcript()]).deciding(.replace)
    #expect(key.entries.count == 1)
    let text = Pseudonymiser(key: key).rewritten("I know Sean O'Neill, O’Neill's car.")
    #expect(text == "I know [person 1], [person 1]'s car.")
  }

  /// Places and employers in small letters, after words that such names follow.
  @Test(arguments: [
    ("nb", "jeg bor i oslo, og jobbet på ikea i bergen med kari.", "oslo?, ikea?, bergen?, kari?"),
    ("nn", "ho bur i førde og arbeider hos telenor", "førde?, telenor?"),
    ("en", "i live in leeds and work at tesco", "leeds?, tesco?"),
    ("en", "reading in the bath", ""), ("nb", "i jula gikk vi på ski til tider", ""),
    ("nb", "det er på tide å spare til jula", ""), ("nb", "vi må råde ham fra å rygge", ""),
  ])
  func smallLetters(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.forms(["Ja. " + text], language).joined(separator: ", ") == expected)
  }
}

/// Names in names of files, and what Samtale writes into headers itself.
@Suite struct FileNameTests {
  static func key(
    title: String? = nil, file: String, remarks: [String] = [], name: String, line: String = "ja"
  ) -> PseudonymKey {
    var builder = TranscriptBuilder(id: "m", language: "nb", file: file)
    builder.header.title = title
    builder.header.remarks = remarks
    let speaker = builder.participant(labelled: name)
    builder.append(UtteranceDraft(line, speakers: [speaker]))
    return IdentifierFinder().propose(for: [builder.transcript()])
  }

  @Test(arguments: [
    ("Møte Ragnhild.vtt", "Ragnhild Østbø"), ("Fokusgruppe Ragnhild.vtt", "Ragnhild Østbø"),
    ("Uke Fokus Jorfrid.vtt", "Jorfrid Skaaheim"), ("Intervju Østbø.docx", "Ragnhild Østbø"),
    ("Ragnhild Østbø Opptak.docx", "Ragnhild Østbø"),
  ])
  func participantsInNamesOfFiles(_ file: String, _ name: String) {
    let title = String(file.prefix { $0 != "." })
    let key = Self.key(title: title, file: file, name: name)
    let people = key.entries.filter { $0.kind == .person }
    #expect(people.first?.forms.first?.text == name)
    #expect(!key.entries.flatMap(\.forms).contains { $0.text == title })
    let decided = key.deciding(.replace)
    let text = Pseudonymiser(key: decided, language: "nb").rewritten(title)
    #expect(text.contains("[person 1]") && !text.contains("[person 2]"), "\(text)")
  }

  /// Formats and programs that notes name are nobody.
  @Test func notesOfTheImporter() {
    let remarks = ForeignFormat.allCases.map { "Imported from \($0.name) (UTF-8)." }
    let more = [
      "The ELAN file was last saved.", "Recording a.wav, SHA-256 00ff.", "Made by Samtale.",
    ]
    let key = Self.key(file: "m.vtt", remarks: remarks + more, name: "SW1")
    #expect(key.entries.flatMap(\.forms).map(\.text) == [])
  }
}
