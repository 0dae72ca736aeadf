import SamtaleFormats
import Testing

/// Numbers, addresses, ages and days as people write and say them, found whole.
@Suite struct WholeNumberTests {
  static func found(_ text: String, _ language: String) -> String {
    IdentifierFinderTests.found(text, language).joined(separator: "; ")
  }

  @Test(arguments: [
    // Payment cards: numbers that the makers of card readers publish for tests.
    ("kort 4111 1111 1111 1111", "paymentCard: 4111 1111 1111 1111"),
    ("kort 4111-1111-1111-1111, ja", "paymentCard: 4111-1111-1111-1111"),
    ("kort 4111111111111111", "paymentCard: 4111111111111111"),
    ("3782 822463 10005", "paymentCard: 3782 822463 10005"),
    ("kort 4111 1111 1111 1112", "paymentCard: 4111 1111 1111 1112?"),
    ("årene 2016 2017 2018 2019", ""),
    // The examples of the IBAN registry.
    ("IBAN NO93 8601 1117 947", "bankAccount: NO93 8601 1117 947"),
    ("NO9386011117947", "bankAccount: NO9386011117947"),
    ("iban no93 8601 1117 947 er det", "bankAccount: no93 8601 1117 947"),
    ("GB29 NWBK 6016 1331 9268 19", "bankAccount: GB29 NWBK 6016 1331 9268 19"),
    ("NO 93 8601 1117 947", "bankAccount: NO 93 8601 1117 947"),
    ("IBAN NO94 8601 1117 947", "bankAccount: NO94 8601 1117 947?"),
    ("no 12 av 30 kom 2017 og 2018", ""),
    ("konto 1234.56.78903", "bankAccount: 1234.56.78903"),
    ("20-00-00 55779911", "bankAccount: 20-00-00 55779911"),
    // No number of anybody: the control digits are wrong, or the month has 80 added.
    ("fnr 01.01.70 00028", "nationalID: 01.01.70 00028?"),
    ("14.83.87 33140", "nationalID: 14.83.87 33140"),
    ("14.83.1987 33140", "nationalID: 14.83.1987 33140"),
    ("skriv til 14838733140@example.no", "email: 14838733140@example.no"),
    ("fra 01.01.70 til 02.02.71", "date: 01.01.70; date: 02.02.71"),
  ])
  func numbers(_ text: String, _ expected: String) {
    #expect(Self.found(text, "nb") == expected)
  }

  @Test(arguments: [
    ("nb", "bor i Storgata 12B, ja", "address: Storgata 12B"),
    ("nb", "Nedre Storgate 5b", "address: Nedre Storgate 5b"),
    ("nb", "Nedre Storgate 5 b nå", "address: Nedre Storgate 5 b"),
    ("nb", "Storgata 12 i går", "address: Storgata 12"),
    ("nb", "i storgata 12b", "address: storgata 12b?"), ("nb", "på veien 12 ganger", ""),
    ("en", "it's LS1 4AP, yes", "postalCode: LS1 4AP"),
    ("en", "in SW1A 1AA", "postalCode: SW1A 1AA"),
    ("en", "at M11AE", "postalCode: M11AE"), ("en", "in Q1 2ND place", ""),
    ("en", "on A4 paper", ""),
  ])
  func addresses(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.found(text, language) == expected)
  }

  @Test(arguments: [
    ("nb", "Min datter på 7 år", "age: datter på 7 år?"),
    ("nb", "datteren min på sju", "age: datteren min på sju?"),
    ("nb", "sønnen (12) kom", "age: sønnen (12)?"),
    ("nb", "moren min på syttito er syk", "age: moren min på syttito?"),
    ("nb", "bestemor på toogåtti", "age: bestemor på toogåtti?"),
    ("nn", "dotter mi på 7 år", "age: dotter mi på 7 år?"),
    ("nn", "guten er 12 no", "age: guten er 12?"),
    ("nb", "Kari (34) sa", "person: Kari; age: (34)?"),
    ("en", "my son, 12, came", "age: son, 12?"),
    ("en", "my daughter is 7 now", "age: daughter is 7?"),
    ("en", "a boy aged 7.", "age: aged 7?"),
    ("nb", "født i åttifire", "date: født i åttifire?"),
    ("nb", "født i nittenåttifire", "date: født i nittenåttifire?"),
    ("nn", "fødd i 84.", "date: fødd i 84?"), ("nb", "født i mars 1987", "date: født i mars 1987?"),
    ("en", "born in nineteen eighty-four", "date: born in nineteen eighty-four?"),
    ("en", "born in '84", "date: born in '84?"),
    ("nb", "sønnen på 3 timer", ""), ("nb", "mannen på 2. etasje", ""), ("nb", "på 7 år", ""),
    ("nb", "Kari (2) ja", "person: Kari"), ("nb", "født i går", ""),
    ("nb", "født på 80-tallet", ""),
    ("nb", "sønnen er 2 dager unna", ""),
  ])
  func agesAndBirths(_ language: String, _ text: String, _ expected: String) {
    #expect(Self.found(text, language) == expected)
  }

  @Test func bandsInPlaceOfAges() {
    func generalised(_ text: String, _ language: String) -> [String?] {
      let texts = [SearchedText(text, language: language)]
      return IdentifierFinder().findings(in: texts)[0].map(\.generalised)
    }
    #expect(generalised("min sønn (12) der", "nb") == ["sønn (10–19)"])
    #expect(generalised("moren min på syttito", "nb") == ["moren min på 70–79"])
    #expect(generalised("Kari (34) kom", "nb") == [nil, "(30–39)"])
    #expect(generalised("født i åttifire", "nb") == ["født i 1980–1989"])
    #expect(generalised("born in '04", "en") == ["born in 2000–2009"])
  }

  /// What stood before a day does not stay before a month.
  @Test(arguments: [
    ("en", "It was on the 5th of June.", "It was in June."),
    ("en", "On the 5th of June we met.", "In June we met."),
    ("en", "until the 5th of June", "until June"),
    ("en", "on Monday the 5th of June", "on Monday in June"),
    ("en", "The 5th of June was fine.", "June was fine."), ("en", "on 5 June 2017", "in June 2017"),
    ("nb", "Den 14. juli reiste vi.", "I juli reiste vi."),
    ("nb", "vi reiste den 14. juli", "vi reiste i juli"), ("nb", "fra den 14. juli", "fra juli"),
    ("nb", "vi kom 14. juli 2017", "vi kom i juli 2017"), ("nb", "til 14. juli", "til juli"),
    ("en", "on the twelfth and thirteenth of May", "in May"),
    ("nb", "fra 12.–13. juli", "fra juli"), ("nb", "den 12. og 13. juli", "i juli"),
    ("nn", "måndag den 14. juli", "måndag i juli"), ("nb", "14. juli", "juli"),
  ])
  func wordsBeforeDays(_ language: String, _ text: String, _ expected: String) {
    let texts = [SearchedText(text, language: language)]
    let key = IdentifierFinder().propose(for: texts).deciding(.replace)
    let pseudonymiser = Pseudonymiser(key: key, language: language)
    #expect(pseudonymiser.rewritten(text) == expected)
    #expect(pseudonymiser.rewritten(expected) == expected)
  }

  /// A day that was moved keeps its words.
  @Test func movedDays() {
    let texts = [SearchedText("on the 5th of June", language: "en")]
    let key = IdentifierFinder().propose(for: texts, extending: PseudonymKey(dateShift: 2))
    let text = Pseudonymiser(key: key.deciding(.replace)).rewritten("on the 5th of June")
    #expect(text == "on the 7 June")
  }
}

/// The audit reads words as they belong together, and no further.
@Suite struct AuditBoundaryTests {
  static let key = PseudonymKey(entries: [
    .init(
      id: "date-1", kind: .date,
      forms: [.init("3. mars", replacement: "mars"), .init("1. januar 1970", replacement: "1970")]),
    .init(
      id: "person-1", kind: .person,
      forms: [
        .init("Ragnhild", replacement: "[person 1]"),
        .init("Ragnhild Østbø", replacement: "[person 1]"),
      ]),
  ])

  @Test(arguments: [
    (#"<date when="2017-03">March</date>"#, ""), ("[fødselsnummer 1]. januar 1970", ""),
    ("den 3. mars kom", "3. mars"), ("1. januar 1970", "1. januar 1970"),
    ("så kom Ragn-\nhild inn", "Ragnhild"), ("<p>Ragn-\r\n   hild</p>", "Ragnhild"),
    ("Ragn\u{AD}\nhild", "Ragnhild"), ("Ragn- hild", ""), ("Ragn-\nHild", ""),
    (#"a="Ragnhild"><b c="Østbø">"#, "Ragnhild"),
    ("<hi>Ragnhild</hi> <hi>Østbø</hi>", "Ragnhild"),
    ("kort 4111 1111 1111 1111", "4111 1111 1111 1111"),
  ])
  func places(_ text: String, _ expected: String) {
    let found = PseudonymAudit(key: Self.key).findings(in: text)
    #expect(found.map(\.form).joined(separator: ", ") == expected)
  }
}
