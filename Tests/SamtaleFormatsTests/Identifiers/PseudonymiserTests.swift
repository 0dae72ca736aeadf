import Samtale
import SamtaleFormats
import TestSupport
import Testing

@Suite struct PseudonymiserTests {
  typealias Form = PseudonymKey.Form

  static let key = PseudonymKey(entries: [
    .init(
      id: "person-1", kind: .person,
      forms: [
        Form("Kari Nordmann", replacement: "[person 1]"), Form("Kari", replacement: "[person 1]"),
        Form("Nordmann", replacement: "[person 1]"),
      ]),
    .init(id: "person-2", kind: .person, forms: [Form("Jonas", replacement: "Birk")]),
    .init(id: "person-3", kind: .person, forms: [Form("Even", replacement: "Alex")]),
    .init(id: "person-4", kind: .person, forms: [Form("José Åsbø", replacement: "[person 4]")]),
    .init(
      id: "place-1", kind: .place,
      forms: [
        Form("Bergen", replacement: "[sted 1]"),
        Form("bergensk", replacement: "[sted 1]sk", decision: .ask),
        Form("Bergen rådhus", replacement: "", decision: .keep),
      ]),
    .init(id: "phone-1", kind: .phone, forms: [Form("+47 400 00 012", replacement: "[phone 1]")]),
  ])

  @Test(arguments: [
    ("Kari Nordmann og Kari.", "[person 1] og [person 1]."),
    ("Karis sjef, Nordmanns hus", "[person 1]s sjef, [person 1]s hus"),
    ("Kari's boss, Kari’s boss", "[person 1]'s boss, [person 1]’s boss"),
    ("kari og KARI", "[person 1] og [person 1]"),
    ("karikatur, Karianne, Askari", "karikatur, Karianne, Askari"),
    ("Bergen-kontoret i bergen", "[sted 1]-kontoret i [sted 1]"),
    ("bergensk vær ved Bergen rådhus", "bergensk vær ved Bergen rådhus"),
    ("Kari\nNordmann, Kari-Nordmann", "[person 1], [person 1]"),
    ("Kari, Nordmann", "[person 1], [person 1]"),
    ("Even om Even er her, even EVEN", "Alex om Alex er her, even ALEX"),
    ("Ring +47 400 00 012 eller +4740000012", "Ring [phone 1] eller +4740000012"),
    // Signs that nobody sees.
    ("Ka\u{AD}ri Nord\u{200B}mann, Ber\u{2060}gen", "[person 1], [sted 1]"),
    // However wide the space between two names is, they are one.
    ("Kari\n\t  Nordmann, Kari\u{A0}\u{2003}Nordmann", "[person 1], [person 1]"),
    ("Kari \u{200B}Nordmann, Kari\u{2028}Nordmanns", "[person 1], [person 1]s"),
    ("", ""), ("…", "…"),
  ])
  func replacing(_ text: String, _ expected: String) {
    #expect(Pseudonymiser(key: Self.key, language: "nb").rewritten(text) == expected)
  }

  @Test(arguments: [
    ("2018-02-08", "2018-02"), ("2018-02-08T10:15:00", "2018-02"), ("2018-02", "2018-02"),
    ("8 February 2018", "februar 2018"), ("8. februar 2018", "februar 2018"),
    ("8. februar", "8. februar"), ("den 8. februar 2018 kom hun", "den 8. februar 2018 kom hun"),
    ("team 1", "team 1"), ("", ""),
  ])
  func datesThatStandByThemselves(_ text: String, _ expected: String) {
    let pseudonymiser = Pseudonymiser(key: Self.key, language: "nb", dates: .month)
    #expect(pseudonymiser.rewritten(text) == expected)
    #expect(Pseudonymiser(key: Self.key, language: "nb").rewritten(text) == text)
  }

  @Test func datesThatTheKeyKeeps() {
    let key = PseudonymKey(entries: [
      .init(
        id: "date-1", kind: .date, forms: [Form("2018-02-08", replacement: "", decision: .keep)])
    ])
    #expect(Pseudonymiser(key: key, dates: .year).rewritten("2018-02-08") == "2018-02-08")
    #expect(Pseudonymiser(key: key, dates: .year).rewritten("2018-03") == "2018")
  }

  @Test func genitivesByLanguage() {
    let nb = Pseudonymiser(key: Self.key, language: "nb")
    let en = Pseudonymiser(key: Self.key, language: "en-GB")
    #expect(nb.rewritten("Jonas' bil, Jonas bil, JONAS") == "Birks bil, Birk bil, BIRK")
    #expect(en.rewritten("Jonas' car, Jonas's car") == "Birk's car, Birk's car")
    let hissing = PseudonymKey(entries: [
      .init(id: "person-1", kind: .person, forms: [Form("Kari", replacement: "Lars")])
    ])
    #expect(Pseudonymiser(key: hissing, language: "nb").rewritten("Karis bil") == "Lars' bil")
    // A quotation mark is no genitive.
    #expect(nb.rewritten("'Jonas' sa hun") == "'Birk' sa hun")
  }

  @Test func composedAndDecomposedLettersAreTheSame() {
    let pseudonymiser = Pseudonymiser(key: Self.key)
    let decomposed = "Jose\u{301} A\u{30A}sbø came"
    #expect(pseudonymiser.rewritten(decomposed) == "[person 4] came")
    #expect(
      pseudonymiser.rewrites(in: decomposed)
        == [TextRewrite(scalars: 0..<11, text: "[person 4]")])
    #expect(pseudonymiser.rewritten("José Åsbø came") == "[person 4] came")
  }

  @Test func positionsAreScalars() {
    let rewrites = Pseudonymiser(key: Self.key).rewrites(in: "🙂👩‍⚕️ Kari's, Bergen")
    #expect(
      rewrites == [
        TextRewrite(scalars: 6..<12, text: "[person 1]'s"),
        TextRewrite(scalars: 14..<20, text: "[sted 1]"),
      ])
  }

  @Test func namesOfFiles() {
    let pseudonymiser = Pseudonymiser(key: Self.key)
    #expect(pseudonymiser.rewrittenName("kari_nordmann-2017.xml") == "person-1-2017.xml")
    #expect(pseudonymiser.rewrittenName("Bergen m1.docx") == "sted-1 m1.docx")
    #expect(pseudonymiser.rewrittenName("p.even") == "p.Alex")
    #expect(pseudonymiser.rewrittenName("intervjuKari2.xml") == "intervju-person-1-2.xml")
    #expect(pseudonymiser.rewrittenName("sakari.xml") == "sakari.xml")
  }

  /// What an identifier or the name of a file becomes.
  @Test(arguments: [
    ("p.jose_asbo", "p.person-4"), ("JoseAasboe", "person-4"),
    ("m1-joseasbo-2.wav", "m1-person-4-2.wav"),
    ("knordmann", "person-1"), ("k.nordmann", "person-1"), ("nordmann-k", "person-1"),
    ("karinordmann7", "person-1-7"), ("kari.m1", "person-1.m1"), ("p.wa1", "p.wa1"),
    // Somebody else.
    ("karina", "karina"), ("b.nordmannen", "b.nordmannen"),
  ])
  func namesInsideIdentifiers(_ name: String, _ expected: String) {
    #expect(Pseudonymiser(key: Self.key).rewrittenName(name) == expected)
  }

  @Test func namesThatIdentifiersMayHide() {
    let pseudonymiser = Pseudonymiser(key: Self.key)
    for id in ["intervjuberge", "p.wa1", "bergen.1", "kari", "karina"] {
      #expect(!pseudonymiser.mayHideName(id), "\(id)")
    }
    for id in ["p.joseasbo2", "intervjubergen", "nordmannfamilien"] {
      #expect(pseudonymiser.mayHideName(id), "\(id)")
    }
  }

  /// Two people are written alike: nobody is taken for the other.
  @Test func identifiersOfTwo() {
    let key = PseudonymKey(entries: [
      .init(id: "person-1", kind: .person, forms: [Form("Kari Nordmann", replacement: "Anne")]),
      .init(id: "person-2", kind: .person, forms: [Form("Knut Nordmann", replacement: "Per")]),
      .init(
        id: "person-3", kind: .person,
        forms: [Form("Liv Åsen", replacement: "", decision: .keep)]),
    ])
    let pseudonymiser = Pseudonymiser(key: key)
    #expect(
      pseudonymiser.rewrites(inIdentifier: "u.KNordmann")
        == [TextRewrite(scalars: 2..<11, text: "person")])
    #expect(
      pseudonymiser.rewrites(inIdentifier: "karinordmann")
        == [TextRewrite(scalars: 0..<12, text: "Anne")])
    #expect(pseudonymiser.rewrites(inIdentifier: "livasen") == [])
  }

  /// 20,000 forms with the same first word: every place costs the same.
  @Test func manyForms() {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let forms = (0..<20_000).map { Form("Kari Nr\($0)", replacement: "[\($0)]") }
    let key = PseudonymKey(entries: [.init(id: "person-1", kind: .person, forms: forms)])
    let text = (0..<5_000).map { "Kari Nr\($0 * 4)" }.joined(separator: " and ")
    let rewrites = Pseudonymiser(key: key).rewrites(in: text)
    #expect(rewrites.count == 5_000)
    #expect(rewrites.last?.text == "[19996]")
  }

  /// Rewrites come in order, without overlap, and are the same when the rest is rewritten again.
  @Test func rewritingTwiceChangesNothing() throws {
    for talk in try PlantedTalk.known() {
      let key = IdentifierFinder().propose(for: [talk.transcript]).deciding(.replace)
      let language = talk.transcript.language ?? "en"
      let pseudonymiser = Pseudonymiser(key: key, language: language)
      for utterance in talk.transcript.utterances {
        let rewrites = pseudonymiser.rewrites(in: utterance.text)
        for (a, b) in zip(rewrites, rewrites.dropFirst()) {
          #expect(a.scalars.upperBound <= b.scalars.lowerBound)
        }
        let once = pseudonymiser.rewritten(utterance.text)
        #expect(pseudonymiser.rewritten(once) == once)
      }
      #expect(key.warnings() == [])
    }
  }
}

@Suite struct PseudonymKeyTests {
  typealias Form = PseudonymKey.Form

  @Test func theTable() throws {
    var key = PseudonymiserTests.key
    key.dateShift = -17
    key.entries[0].forms[0].count = 2
    key.entries[0].forms[0].contexts = [.init(text: "=so «Kari Nordmann»", place: "m1 u3 :12")]
    let lines = key.csv.text.split(separator: "\r\n")
    #expect(
      lines[0] == "id,kind,form,replacement,decision,found,count,context1,place1,context2,place2")
    #expect(lines[1] == "date-shift,date,days,'-17,,,,,,,")
    #expect(
      lines[2]
        == "person-1,person,Kari Nordmann,[person 1],replace,key,2,'=so «Kari Nordmann»,m1 u3 :12,,"
    )
    #expect(lines.last == "phone-1,phone,'+47 400 00 012,[phone 1],replace,key,,,,,")
    #expect(try PseudonymKey(csv: key.csv.bytes) == key)
  }

  @Test func tablesThatPeopleWrite() throws {
    let table = "Form;Replacement;Decision;Note\nAnna;[person 1];;x\n\nOs;;keep;\nBo;Per;REPLACE;\n"
    let key = try PseudonymKey(csv: Array(table.utf8))
    #expect(key.entries.map(\.id) == ["term-1", "term-2", "term-3"])
    #expect(key.entries.flatMap(\.forms).map(\.decision) == [.replace, .keep, .replace])
  }

  /// Spreadsheets save in the encoding and with the separator of the country.
  @Test func tablesOfSpreadsheets() throws {
    let table = "id;kind;form;replacement;decision\r\n"
    let rows =
      "p-1;Person;Bjørn;[person 1];erstatt\r\np-2;arbeidsgiver;Åsbø;;BEHOLD\r\n"
      + "p-3;sted;Bø;[sted 1];spør\r\n"
    let windows = (table + rows).unicodeScalars.map { UInt8($0.value) }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in (table + rows).utf16 {
      wide += unit == 0x3B ? [0x09, 0] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    for bytes in [windows, wide] {
      let key = try PseudonymKey(csv: bytes)
      #expect(key.entries.map(\.kind) == [.person, .organisation, .place])
      #expect(key.entries.flatMap(\.forms).map(\.text) == ["Bjørn", "Åsbø", "Bø"])
      #expect(key.entries.flatMap(\.forms).map(\.decision) == [.replace, .keep, .ask])
      #expect(key.warnings() == [])
    }
    let lost = try PseudonymKey(csv: Array((table + "p-1;person;Bj?rn;[person 1];\r\n").utf8))
    #expect(
      lost.warnings().map(\.what) == ["letters of “Bj?rn” were lost when the table was saved"])
  }

  @Test(arguments: [
    ("form\nAnna", "key.csv:1: error bad-key: there is no column “replacement”"),
    ("form,replacement\n,x", "key.csv:2:1: error bad-key: there is no form"),
    ("form,replacement\nAnna,", "key.csv:2:6: error bad-key: “Anna” is to be replaced"),
    (
      "form,replacement,decision\nAnna,x,perhaps",
      "key.csv:2:8: error bad-key: there is no decision"
    ),
    ("form,replacement,kind\nAnna,x,cat", "key.csv:2:8: error bad-key: there is no kind “cat”"),
    ("form,replacement\nAnna,x\nAnna,y", "key.csv:3:1: error bad-key: the form “Anna” stands on"),
    ("form,replacement\n\"Anna,x", "key.csv:2:1: error bad-table: the quotation mark"),
    ("form,replacement,form\n", "key.csv:1:18: error bad-key: the column “form” is there twice"),
    ("", "key.csv: error empty-file: the key is empty"),
  ])
  func mistakes(_ table: String, _ message: String) {
    let error = #expect(throws: ReadingError.self) {
      try PseudonymKey(csv: Array(table.utf8), named: "key.csv")
    }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }

  @Test func warnings() {
    let key = PseudonymKey(entries: [
      .init(id: "person-1", kind: .person, forms: [Form("Anna", replacement: "Bo")]),
      .init(id: "person-2", kind: .person, forms: [Form("Bo", replacement: "Bo")]),
    ])
    #expect(
      key.warnings().map(\.what) == [
        "“Bo”, which stands for person-1, is itself replaced",
        "person-1 and person-2 are both replaced by “Bo”",
        "“Bo”, which stands for person-2, is itself replaced",
      ])
  }

  @Test func deciding() {
    let key = PseudonymiserTests.key
    #expect(key.undecided.map(\.text) == ["bergensk"])
    #expect(key.deciding(.replace).undecided == [])
    let all = Pseudonymiser(key: key.deciding(.replace), language: "nb")
    #expect(all.rewritten("Bergensk") == "[sted 1]sk")
  }
}
