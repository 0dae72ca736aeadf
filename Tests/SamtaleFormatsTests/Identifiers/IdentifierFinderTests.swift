import Samtale
import SamtaleFormats
import TestSupport
import Testing

@Suite struct IdentifierFinderTests {
  /// The findings in a text as `kind: text`, with `?` after what is unsure.
  static func found(
    _ text: String, _ language: String = "en", options: IdentifierFinder.Options = .init()
  ) -> [String] {
    let texts = [SearchedText(text, language: language)]
    return IdentifierFinder(options: options).findings(in: texts)[0].map {
      "\($0.kind.rawValue): \($0.text)" + ($0.isUnsure ? "?" : "")
    }
  }

  @Test(arguments: [
    ("ring 400 00 012", "phone: 400 00 012"), ("ring 40000012 nå", "phone: 40000012"),
    ("ring 40 00 00 12", "phone: 40 00 00 12"), ("+47 40 00 00 12", "phone: +47 40 00 00 12"),
    ("tlf 0047 400 00 012", "phone: 0047 400 00 012"),
    ("+46 70 123 45 67", "phone: +46 70 123 45 67"),
    ("det kostet 400 00 012 kroner", ""), ("kr 40000012", ""), ("i 2016 og 2017", ""),
    ("lagret 20170314 i mappa", ""), ("12 000 000", ""), ("klokka 14.30", ""),
    ("kari@example.no.", "email: kari@example.no"),
    ("skriv til a.b-c@d-e.co.uk!", "email: a.b-c@d-e.co.uk"),
    ("følg @kari_n, da", "account: @kari_n"), ("se www.kari.no/om", "url: www.kari.no/om"),
    ("https://x.org/a?b=c", "url: https://x.org/a?b=c"), ("på nav.no", ""),
    ("kari-berg.no", "url: kari-berg.no"),
    ("konto 1234.56.78903", "bankAccount: 1234.56.78903"),
    ("1234.56.78904", "bankAccount: 1234.56.78904?"),
    ("bilen AB 12345", "licencePlate: AB 12345"), ("i 5003 Bergen", "postalCode: 5003 Bergen"),
    ("i 2017 Bergen", "postalCode: 2017 Bergen"), ("bor i Storgata 12", "address: Storgata 12"),
    ("four oh one two three four five six", "phone: four oh one two three four five six?"),
    ("en, to, tre", ""),
  ])
  func numbersAndAddresses(_ text: String, _ expected: String) {
    #expect(Self.found(text, "nb").joined(separator: "; ") == expected)
  }

  @Test func identityNumbers() {
    let digits = { (text: String) in text.compactMap(\.wholeNumberValue) }
    // Invented numbers for tests, with 80 and 40 added to the month, and one with 40 on the day.
    for number in ["14838733140", "21810512358", "02927641243", "30528544793", "54839024552"] {
      #expect(NationalIdentityNumber.verdict(digits(number)) == .valid, "\(number)")
      var wrong = digits(number)
      wrong[10] = (wrong[10] + 1) % 10
      #expect(NationalIdentityNumber.verdict(wrong) == .wrongControlDigits)
    }
    #expect(NationalIdentityNumber.verdict(digits("00010112345")) == .notOne)
    #expect(NationalIdentityNumber.verdict(digits("32010112345")) == .notOne)
    #expect(NationalIdentityNumber.verdict(digits("01130112345")) == .notOne)
    #expect(NationalIdentityNumber.verdict(digits("1483873314")) == .notOne)
    #expect(Self.found("148387 33140", "nb") == ["nationalID: 148387 33140"])
    #expect(Self.found("14838733141", "nb") == ["nationalID: 14838733141?"])
  }

  @Test(arguments: [
    ("nb", "den 14. mars 2017", "date: 14. mars 2017"),
    ("nb", "fjortende mars", "date: fjortende mars?"),
    ("nb", "14.3.2017 og 1.2.17", "date: 14.3.2017; date: 1.2.17"),
    ("nb", "den 14.3.", "date: 14.3?"),
    ("nb", "møtet 12/3-24 og 12.3.-24", "date: 12/3-24; date: 12.3.-24"),
    ("nb", "fra 12.3.'24", "date: 12.3.'24"), ("nb", "12/3-2024", "date: 12/3-2024"),
    ("nb", "2017-03-14", "date: 2017-03-14"), ("nb", "17. mai og 1. mai", ""),
    ("nb", "i mars 2017", ""),
    ("nn", "den tjuefyrste november", "date: tjuefyrste november?"),
    ("en", "the 14th of March, 2017", "date: 14th of March, 2017"),
    ("en", "on March 14", "date: March 14?"),
    ("en", "the twenty-first of June", "date: twenty-first of June?"),
    ("en", "12/25/2017", "date: 12/25/2017"),
    ("en", "31.2.2017 and 14.30", ""), ("en", "in March and May", ""),
    ("en", "born in 1987", "date: born in 1987?"),
    ("en", "She's 34 now", "age: She's 34?"), ("en", "she's 34 minutes late", ""),
    ("en", "I'm 100% sure", ""),
    ("en", "a thirty-four-year-old", "age: thirty-four-year-old?"), ("en", "34 years ago", ""),
    ("nb", "hun er 34 år", "age: hun er 34 år?"), ("nb", "i 34 år", ""),
    ("nb", "en 34-åring", "age: 34-åring?"),
    ("nb", "en trettifireåring", "age: trettifireåring?"), ("nb", "jeg var på jobb 8 timer", ""),
    ("nb", "han er 2 dager unna", ""),
  ])
  func datesAndAges(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.found(text, language).joined(separator: "; ") == expected)
  }

  @Test func generalisedDatesAndAges() {
    func generalised(_ text: String, _ language: String, _ dates: DateGeneralisation) -> String? {
      var options = IdentifierFinder.Options()
      options.dates = dates
      options.ages = AgeBands(width: 5)
      let texts = [SearchedText(text, language: language)]
      return IdentifierFinder(options: options).findings(in: texts)[0].first?.generalised
    }
    #expect(generalised("14.3.2017", "nb", .month) == "mars 2017")
    #expect(generalised("14 March 2017", "en", .month) == "March 2017")
    #expect(generalised("14. mars", "nn", .month) == "mars")
    #expect(generalised("14. mars 2017", "nb", .year) == "2017")
    #expect(generalised("14. mars 2017", "nb", .shifted(days: -14)) == "28. februar 2017")
    #expect(generalised("14 March", "en", .shifted(days: 20)) == "3 April")
    #expect(generalised("14 March", "en", .none) == nil)
    #expect(generalised("she is 34", "en", .none) == "she is 30–34")
    #expect(generalised("en trettifireåring", "nb", .none) == "30–34-åring")
    #expect(generalised("født i 1987", "nb", .month) == "født i 1980–1989")
  }

  /// Ordinary words with a capital are no names: at the beginning of a sentence, days, months,
  /// peoples, institutions.
  @Test(arguments: [
    ("en", "Even if it rains. May I? Will you? Mark that down. Sol, Mars and Monday."),
    ("en", "The Norwegian GP said on Monday in March that NAV and the English CV, OK, were fine."),
    ("en", "Christmas is in December. I think I'm done, I'll go. God, no."),
    ("nb", "Per i dag er det mandag. Even om. Sol ute. Mars ble tung, og NAV ringte. Liv er liv."),
    ("nb", "Jo, eller ikke. Gud bedre, De må søke AAP hos NAV."),
    ("nn", "Per no er det tysdag. Mars vart tung. Eg tenkte på det."),
  ])
  func ordinaryWords(_ language: String, _ text: String) {
    #expect(Self.found(text, language) == [])
  }

  @Test(arguments: [
    ("en", "I met Thandiwe there.", "person: Thandiwe?"),
    ("en", "with Kari's boss", "person: Kari"),
    ("nb", "det er Karis sjef", "person: Kari"),
    ("en", "ask Mr Quillfeather", "person: Quillfeather"),
    ("nb", "hun heter Jorfrid", "person: Jorfrid"),
    ("nb", "jeg jobber hos Brattvoll", "organisation: Brattvoll?"),
    ("nb", "hun bor i Skjerstad", "place: Skjerstad?"),
    ("en", "in Little Hexmoor", "place: Little Hexmoor?"),
    ("nb", "på Solbakken barnehage", "organisation: Solbakken barnehage"),
    ("en", "at the Brookfield Hospital", "organisation: Brookfield Hospital"),
    ("nb", "med Anne-Marie van der Berg", "person: Anne-Marie van der Berg"),
    ("en", "with May Applegarth", "person: May Applegarth"), ("en", "it was a Fly- no, a hook", ""),
    ("nb", "på Rema 1000 i Bergen", "organisation: Rema 1000; place: Bergen"),
    ("en", "so kari came", "person: kari?"), ("nb", "fra Norge til Polen", ""),
    ("nb", "Ring Kari", "person: Kari"), ("en", "Yes. Siobhan went home.", "person: Siobhan?"),
  ])
  func names(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.found(text, language).joined(separator: "; ") == expected)
  }

  @Test func transcriptsInSmallLetters() {
    let filler = String(
      repeating: "og så var det det at vi skulle se litt på planen videre ", count: 5)
    #expect(Self.found(filler + "med kari i bergen", "nb") == ["person: kari?", "place: bergen?"])
  }

  @Test func countriesOnRequest() {
    var options = IdentifierFinder.Options()
    options.proposesCountries = true
    #expect(Self.found("fra Norge", "nb", options: options) == ["place: Norge"])
    options.kinds = [.person]
    #expect(Self.found("Kari fra Norge, 400 00 012", "nb", options: options) == ["person: Kari"])
  }
}

@Suite struct KeyProposalTests {
  static func transcript(
    _ id: String, _ lines: [String], language: String = "nb", names: [String: String] = [:]
  ) -> Transcript {
    var builder = TranscriptBuilder(id: id, language: language)
    for (i, line) in lines.enumerated() {
      let speaker = builder.participant(labelled: i % 2 == 0 ? "SW1" : "Guro")
      builder.append(UtteranceDraft(line, speakers: [speaker], line: i + 1))
    }
    for (label, name) in names {
      if let index = builder.index(labelled: label) {
        builder.amend(index) { $0.attributes.append(.init(.name, text: name)) }
      }
    }
    return builder.transcript()
  }

  static func lines(_ key: PseudonymKey) -> [String] {
    key.entries.flatMap { entry in
      entry.forms.map {
        "\(entry.id) \($0.text) → \($0.replacement) (\($0.decision), \($0.source), \($0.count ?? -1))"
      }
    }
  }

  @Test func formsOfOneIdentifierStandTogether() {
    let talk = Self.transcript(
      "m1",
      [
        "Jeg snakket med Kari Nordmann i Bergen, og Kari var blid.", "Karis sjef er bergensk.",
        "Så ringte kari på nytt, fra Bergens største butikk.",
      ], names: ["SW1": "Tor Lien"])
    #expect(
      Self.lines(IdentifierFinder().propose(for: [talk])) == [
        "person-1 Tor Lien → [person 1] (replace, participants, 0)",
        "person-1 Tor → [person 1] (replace, participants, 0)",
        "person-1 Lien → [person 1] (replace, participants, 0)",
        "person-2 Guro → [person 2] (replace, participants, 0)",
        "person-3 Kari Nordmann → [person 3] (replace, list, 1)",
        "person-3 Kari → [person 3] (replace, list, 3)",
        "place-1 Bergen → [sted 1] (replace, list, 2)",
        "place-1 bergensk → [sted 1]sk (ask, derived, 1)",
      ])
  }

  @Test func contextsShowThePlace() throws {
    let talk = Self.transcript(
      "m1", ["Hei.", "Vi så Bergen fra lufta, og så var vi framme litt etter."])
    let key = IdentifierFinder().propose(for: [talk])
    let form = try #require(key.entries.first { $0.kind == .place }?.forms.first)
    #expect(
      form.contexts == [
        .init(text: "Vi så «Bergen» fra lufta, og så var vi framme litt etter…", place: "m1 u2 :2")
      ])
  }

  @Test func theOrderOfFilesDoesNotMatter() {
    let talks = [
      Self.transcript("m1", ["Kari kom fra Bergen.", "Og Ola."]),
      Self.transcript("m2", ["Fatima møtte Ola i Oslo.", "Ja, Fatima."]),
    ]
    let key = IdentifierFinder().propose(for: talks)
    #expect(IdentifierFinder().propose(for: talks.reversed()) == key)
    #expect(key.entries.map(\.id).contains("person-4"))
  }

  /// What a researcher decided stays, numbers stay, and only what is new is added.
  @Test func aKeyIsExtended() throws {
    let first = Self.transcript("m1", ["Kari Nordmann kom fra Bergen.", "Ja."])
    var key = IdentifierFinder().propose(for: [first])
    let person = try #require(key.entries.firstIndex { $0.forms[0].text == "Kari Nordmann" })
    key.entries[person].forms[0].replacement = "Mona"
    let place = try #require(key.entries.firstIndex { $0.kind == .place })
    key.entries[place].forms[0].decision = .keep
    let second = Self.transcript("m0", ["Ola så Kari i Bergen.", "Nordmann kom fra Oslo."])
    let extended = IdentifierFinder().propose(for: [first, second], extending: key)
    #expect(
      Self.lines(extended) == [
        "person-1 Guro → [person 1] (replace, participants, 0)",
        "person-2 Kari Nordmann → Mona (replace, list, 1)",
        "person-2 Kari → Mona (replace, list, 1)", "person-2 Nordmann → Mona (replace, list, 1)",
        "place-1 Bergen → [sted 1] (keep, list, 2)",
        "person-3 Ola → [person 3] (replace, list, 1)",
        "place-2 Oslo → [sted 2] (replace, list, 1)",
      ])
    #expect(IdentifierFinder().propose(for: [first, second], extending: extended) == extended)
  }

  @Test func termsAreReplacedWhateverTheyAre() throws {
    let terms = try DeclaredTerm.read(Array("blåbærprosjektet\nHurtigruta;organisation\n".utf8))
    #expect(
      terms == [DeclaredTerm("blåbærprosjektet"), DeclaredTerm("Hurtigruta", kind: .organisation)])
    let talk = Self.transcript("m1", ["I Blåbærprosjektet var det slik.", "Hurtigruta, ja."])
    let key = IdentifierFinder().propose(for: [talk], terms: terms)
    #expect(
      Self.lines(key).dropFirst() == [
        "term-1 blåbærprosjektet → [begrep 1] (replace, terms, 1)",
        "organisation-1 Hurtigruta → [virksomhet 1] (replace, terms, 1)",
      ])
    #expect(try DeclaredTerm.read(Array("Berg, Kari".utf8)) == [DeclaredTerm("Berg, Kari")])
    #expect(throws: ReadingError.self) { try DeclaredTerm.read(Array("a;cat".utf8)) }
  }

  @Test func replacementsAreTheirOwn() {
    let talk = Self.transcript(
      "m1", ["Kari sa [person 2] og [sted 1].", "Birk møtte Ola i Bergen."])
    let numbered = IdentifierFinder().propose(for: [talk])
    #expect(
      numbered.entries.map { $0.forms[0].replacement }
        == ["[person 1]", "[person 3]", "[person 4]", "[person 5]", "[sted 2]"])
    var options = IdentifierFinder.Options()
    options.style = .names(["Birk", "Guro", "Alma", "Falk"])
    let named = IdentifierFinder(options: options).propose(for: [talk])
    #expect(
      named.entries.map { $0.forms[0].replacement }
        == ["Alma", "Falk", "[person 4]", "[person 5]", "[sted 2]"])
    guard case .names(let neutral) = PseudonymStyle.neutralNames(language: "nn") else {
      Issue.record("no names")
      return
    }
    #expect(neutral.count >= 30)
  }

  /// Labels are names only if they look like it; titles are asked about, roles are left alone.
  @Test(arguments: [
    ("Guro", "replace"), ("Økonomen", "ask"), ("Speaker A", ""), ("Kunde 1", ""), ("SW2", ""),
    ("Intervjuer", ""), ("Anne (mor)", "replace"), ("Speaker Anna", "replace"),
    ("Torgunn Vatn", "ask"),
  ])
  func labels(_ label: String, _ decision: String) {
    var builder = TranscriptBuilder(id: "m", language: "nb")
    let speaker = builder.participant(labelled: label)
    builder.append(UtteranceDraft("ja, det er greit for meg", speakers: [speaker]))
    let key = IdentifierFinder().propose(for: [builder.transcript()])
    #expect(key.entries.first?.forms.first?.decision.rawValue ?? "" == decision)
  }

  /// Two people with one given name: it is asked whom the name alone means.
  @Test func sharedGivenNamesAreAsked() throws {
    let talk = Self.transcript(
      "m1", ["Vi så Kari Nordmann og Kari Hansen.", "Kari, hvilken Kari?"])
    let key = IdentifierFinder().propose(for: [talk])
    let alone = try #require(key.entries.first { $0.forms[0].text == "Kari" })
    #expect(alone.forms[0].decision == .ask)
  }

  /// A key that moves dates moves those that are found later by the same days, holidays too.
  @Test func datesAreMovedAsTheKeySays() {
    let talk = Self.transcript("m1", ["Det var den 14. mars 2017.", "Og så kom 17. mai."])
    let key = IdentifierFinder().propose(for: [talk], extending: PseudonymKey(dateShift: 3))
    let dates = key.entries.filter { $0.kind == .date }.flatMap(\.forms)
    #expect(dates.map(\.text) == ["14. mars 2017", "17. mai"])
    #expect(dates.map(\.replacement) == ["17. mars 2017", "20. mai"])
    #expect(dates.map(\.decision) == [.replace, .ask])
    #expect(key.dateShift == 3)
  }

  /// What was kept with an empty replacement gives no other form a replacement.
  @Test func whatIsKeptStaysKept() throws {
    let kept = PseudonymKey(entries: [
      .init(
        id: "person-4", kind: .person,
        forms: [.init("Kari Nordmann", replacement: "", decision: .keep)])
    ])
    let talk = Self.transcript("m1", ["Vi så Kari Nordmann.", "Kari kom med Ola."])
    let key = IdentifierFinder().propose(for: [talk], extending: kept)
    #expect(
      Self.lines(key) == [
        "person-4 Kari Nordmann →  (keep, key, 1)", "person-4 Kari →  (keep, list, 1)",
        "person-5 Guro → [person 5] (replace, participants, 0)",
        "person-6 Ola → [person 6] (replace, list, 1)",
      ])
    #expect(try PseudonymKey(csv: key.csv.bytes) == key)
  }

  /// Thousands of people: each form finds its person without going through all of them.
  @Test func manyPeople() {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let letters = Array("bdfgklmnprst")
    let names = (0..<1_500).map { i in
      let (a, b, c) = (letters[i % 12], letters[i / 12 % 12], letters[i / 144 % 12])
      return "X\(a)a\(b)o\(c)u Y\(c)e\(b)i\(a)a"
    }
    let talk = Self.transcript("m1", names.map { "Vi så \($0) der." })
    let key = IdentifierFinder().propose(for: [talk])
    #expect(key.entries.count == 1_501)
  }

  @Test func nothingInNothing() {
    #expect(IdentifierFinder().propose(for: []) == PseudonymKey())
    #expect(IdentifierFinder().propose(for: [Self.transcript("m", [])]).entries == [])
  }
}
