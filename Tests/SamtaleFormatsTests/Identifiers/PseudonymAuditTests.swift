import Samtale
import SamtaleFormats
import TestSupport
import Testing

@Suite struct PseudonymAuditTests {
  typealias Form = PseudonymKey.Form

  static let key = PseudonymKey(entries: [
    .init(
      id: "person-1", kind: .person,
      forms: [
        Form("Bjørn Ålvik", replacement: "[person 1]"), Form("Bjørn", replacement: "[person 1]"),
        Form("Ålvik", replacement: "[person 1]"), Form("bjønn", replacement: "x", decision: .ask),
      ]),
    .init(id: "person-2", kind: .person, forms: [Form("Kari", replacement: "[person 2]")]),
    .init(
      id: "place-1", kind: .place,
      forms: [
        Form("Bergen", replacement: "[sted 1]"), Form("Oslo", replacement: "Oslo", decision: .keep),
      ]),
    .init(id: "phone-1", kind: .phone, forms: [Form("400 00 012", replacement: "[phone 1]")]),
  ])

  static func found(_ text: String) -> [String] {
    PseudonymAudit(key: key).findings(in: text, file: "f").map {
      "\($0.line ?? 0):\($0.column ?? 0) \($0.text) = \($0.form) (\($0.certainty))"
    }
  }

  @Test(arguments: [
    // Characters in signs.
    ("<p>Bj&#248;rn</p>", "1:4 Bjørn = Bjørn (certain)"),
    ("<p>&#x42;j&#xF8;rn</p>", "1:4 Bjørn = Bjørn (certain)"),
    ("&Aring;lvik", "1:1 Ålvik = Ålvik (certain)"),
    ("file:///Bj%C3%B8rn.wav", "1:9 Bjørn = Bjørn (certain)"),
    (#"{"a":"Bj\u00f8rn"}"#, "1:7 Bjørn = Bjørn (certain)"),
    (
      #"{\rtf1 s\'e5 Bj\'f8\b rn\b0  og \u197?lvik}"#,
      "1:14 Bjørn = Bjørn (certain), 1:33 Ålvik = Ålvik (certain)"
    ),
    ("100 % av Ka%20ri & co; \\user", ""),
    // Words that tags divide.
    ("<t>Ber</t><t>gen</t>", "1:4 Bergen = Bergen (certain)"),
    ("Ka<del>ri</del> og", "1:1 Kari = Kari (certain)"),
    (
      "Bjørn<pause/> <hi>Ålvik</hi>",
      "1:1 Bjørn = Bjørn (certain), 1:19 Ålvik = Ålvik (certain)"
    ),
    ("<p>ka</p><p>ri</p> 3<4", ""),
    // Signs that nobody sees, and letters of other widths.
    ("Ber\u{200B}gen", "1:1 Ber\u{200B}gen = Bergen (likely)"),
    ("Ｋａｒｉ", "1:1 Ｋａｒｉ = Kari (likely)"),
    // Identifiers of objects are no phone numbers.
    ("0193a1f2-4980-7550-9200-750912345678", ""),
    ("9200-7509", "1:1 9200-7509 = 9200-7509 (likely)"),
  ])
  func hiddenLeftovers(_ text: String, _ expected: String) {
    #expect(Self.found(text).joined(separator: ", ") == expected)
  }

  @Test(
    arguments: [
      ([0x42, 0x6A, 0xF8, 0x72, 0x6E], true, ["Bjørn"]),
      ([0x42, 0x6A, 0xBF, 0x72, 0x6E, 0x20, 0x8C], true, ["Bjørn"]),
      ([0x42, 0, 0x6A, 0, 0xF8, 0, 0x72, 0, 0x6E, 0], false, ["Bjørn"]),
      ([0xFF, 0xFE, 0x42, 0, 0x6A, 0, 0xF8, 0, 0x72, 0, 0x6E, 0], true, ["Bjørn"]),
      (Array("x\0\u{1}Bjørn\0".utf8), false, ["Bjørn"]),
      (Array("%PDF-1.4 Kari".utf8), false, ["Kari"]),
      ([0x1F, 0x8B, 8, 8], false, []), (Array("to\nlinjer".utf8), true, []),
    ] as [([UInt8], Bool, [String])])
  func bytes(_ bytes: [UInt8], _ isText: Bool, _ expected: [String]) {
    #expect(PseudonymAudit.isText(bytes) == isText)
    let found = PseudonymAudit(key: Self.key).findings(inBytes: bytes, file: "f")
    #expect(found.map(\.form) == expected)
  }

  @Test(arguments: [
    ("ingenting her, [person 1] i Oslo, bjønn", ""),
    ("Kari", "1:1 Kari = Kari (certain)"), ("så KARI kom", "1:4 KARI = Kari (certain)"),
    ("Karis hus", "1:1 Karis = Kari (certain)"),
    ("Bjørn Ålvik", "1:1 Bjørn Ålvik = Bjørn Ålvik (certain)"),
    ("Bjorn Alvik", "1:1 Bjorn Alvik = Bjørn Ålvik (likely)"),
    ("Aalvik", "1:1 Aalvik = Ålvik (likely)"),
    ("bjorn_alvik", "1:1 bjorn_alvik = Bjørn Ålvik (likely)"),
    ("bjoernaalvik", "1:1 bjoernaalvik = Bjørn Ålvik (likely)"),
    // Four letters inside another word say nothing.
    ("en karikatur", ""), ("askari", ""),
    ("Bj&#248;rn, Bj&#xF8;rn", "1:1 Bjørn = Bjørn (certain), 1:13 Bjørn = Bjørn (certain)"),
    ("bj%C3%B8rn%20%C3%A5lvik", "1:1 bjørn ålvik = Bjørn Ålvik (certain)"),
    ("Bj\\u00f8rn", "1:1 Bjørn = Bjørn (certain)"),
    ("100% Bergen", "1:6 Bergen = Bergen (certain)"),
    ("id=\"3f2b8c1d-4000-4012-9a40-400000129abc\"", ""),
    ("sha 9f40000012ab34cd56ef7890", ""), ("12345678-1234-1234-1234-123456789012", ""),
    (
      "<w:p w:rsidR=\"40000012\" w:rsidP=\"40000012\">ring 40000012",
      "1:49 40000012 = 400 00 012 (likely)"
    ),
    ("nybergens", "1:3 nybergens = Bergen (possible)"),
    ("nordbergenser", "1:5 nordbergenser = Bergen (possible)"),
    ("intervjuKari2", "1:9 intervjuKari2 = Kari (likely)"),
    ("kari2017", "1:1 kari2017 = Kari (likely)"),
    ("bjørn", "1:1 bjørn = Bjørn (possible)"),
    ("ring 400 00 012", "1:6 400 00 012 = 400 00 012 (certain)"),
    ("ring 40000012", "1:6 40000012 = 400 00 012 (likely)"),
    ("ring 911 00 012", "1:6 911 00 012 = 911 00 012 (likely)"),
    ("a@b.no", "1:1 a@b.no = a@b.no (certain)"),
    (
      "14838733140 og 14838733141",
      "1:1 14838733140 = 14838733140 (certain), "
        + "1:16 14838733141 = 14838733141 (possible)"
    ),
    ("en\r\nto <b>Kari</b>\nÅ Bergen", "2:7 Kari = Kari (certain), 3:3 Bergen = Bergen (certain)"),
    ("Bjo\u{308}rn A\u{30A}lvik", "1:1 Bjo\u{308}rn A\u{30A}lvik = Bjørn Ålvik (likely)"),
  ])
  func leftovers(_ text: String, _ expected: String) {
    #expect(Self.found(text).joined(separator: ", ") == expected)
  }

  /// However a file writes the space between two names, and however wide it is.
  @Test(arguments: [
    ("Bjørn\n   Ålvik", "1:1 certain"), ("Bjørn\u{A0}\u{2003}Ålvik", "1:1 certain"),
    ("Bjørn&nbsp;&#10; Ålvik", "1:1 certain"), ("{\"a\":\"Bjørn\\n\\tÅlvik\"}", "1:7 certain"),
    ("Bjørn<br/>Ålvik", "1:1 certain"), ("bjørn<w:cr/>\n ålvik", "1:1 certain"),
    ("{\"a\":\"Bjørn\\\\nÅlvik\"}", ""), ("Bjørn. Ålvik", "1:1 likely"),
  ])
  func namesOfTwoWords(_ text: String, _ expected: String) {
    let form = PseudonymKey.Form("Bjørn Ålvik", replacement: "[person 1]")
    let audit = PseudonymAudit(
      key: PseudonymKey(entries: [.init(id: "person-1", kind: .person, forms: [form])]))
    let found = audit.findings(in: text).map {
      "\($0.line ?? 0):\($0.column ?? 0) \($0.certainty)"
    }
    #expect(found.joined(separator: ", ") == expected)
  }

  @Test func filesAndTheirNames() {
    let audit = PseudonymAudit(key: Self.key)
    let windows: [UInt8] = Array("Bj".utf8) + [0xF8] + Array("rn \u{20}c5lvik".utf8)
    #expect(audit.findings(inBytes: windows, file: "a.txt").map(\.form) == ["Bjørn"])
    let names = audit.findings(inNameOf: "out/Bergen/kari-m1.xml")
    #expect(names.map(\.form) == ["Bergen", "Kari"])
    #expect(names.allSatisfy { $0.line == nil && $0.column == nil && $0.certainty == .certain })
    #expect(audit.findings(inNameOf: "p.bjørn").map(\.certainty) == [.certain])
    #expect(audit.findings(inNameOf: "p.bjorn").map(\.certainty) == [.possible])
    #expect(names.map(\.entry) == ["place-1", "person-2"])
  }

  /// The key has a day in words, a file in digits.
  @Test(arguments: [
    ("12. mars 2024", "<date when=\"2024-03-12\"/>", "likely"),
    ("12. mars 2024", "2024-03-12T10:30:00", "likely"),
    ("12. mars 2024", "opptak_20240312", "likely"),
    ("12. mars 2024", "den 12/3-2024", "likely"), ("12. mars 2024", "12/3-24", "possible"),
    ("12. mars 2024", "12.03.24", "possible"), ("12. mars 2024", "March 12, 2024", "likely"),
    ("12/3-24", "12. mars 2024", "likely"), ("2024-03-12", "12.3.2024", "likely"),
    ("12. mars 2024", "2024-03-13, 12 3 24", ""), ("12. mars", "March 12", "likely"),
    ("12. mars 2024", "mars 2024", ""),
  ])
  func dates(_ form: String, _ text: String, _ certainty: String) {
    let key = PseudonymKey(entries: [
      .init(id: "date-1", kind: .date, forms: [Form(form, replacement: "mars 2024")])
    ])
    let found = PseudonymAudit(key: key).findings(in: text)
    #expect(found.map { "\($0.certainty)" }.joined(separator: " ") == certainty)
    #expect(found.allSatisfy { $0.form == form })
  }

  /// What a name is part of: `Anne` is not in *annerledes*, nor `line` in a word of a format.
  @Test func ordinaryWordsAreNoLeftovers() {
    let key = PseudonymKey(entries: [
      .init(
        id: "person-1", kind: .person,
        forms: ["Anne", "Line", "Marit", "Kari"].map { Form($0, replacement: "[person 1]") })
    ])
    let audit = PseudonymAudit(key: key)
    #expect(audit.findings(in: "annerledes datapackage.json inline linear polyline") == [])
    #expect(audit.findings(in: "maritimt").map(\.certainty) == [.possible])
    let part = audit.findings(
      inBytes: Array("<w:style w:line=\"240\"/>".utf8), file: "a.docx/word/styles.xml")
    #expect(part == [])
  }

  /// After replacing, nothing certain or likely is left of what was decided.
  @Test func nothingIsLeftAfterReplacing() throws {
    for talk in try PlantedTalk.known() + PlantedTalk.heldOut() {
      let language = talk.transcript.language ?? "en"
      let key = IdentifierFinder().propose(for: [talk.transcript]).deciding(.replace)
      let pseudonymiser = Pseudonymiser(key: key, language: language)
      let audit = PseudonymAudit(key: key)
      let before = talk.transcript.utterances.map(\.text).joined(separator: "\n")
      let after = talk.transcript.utterances.map { pseudonymiser.rewritten($0.text) }
        .joined(separator: "\n")
      #expect(audit.findings(in: before).count > 20)
      let left = audit.findings(in: after).filter { $0.certainty > .possible }
      #expect(left.map(\.text) == [], "\(language)")
    }
  }

  /// Whole words are found wherever the forms stand, with thousands of forms.
  @Test func manyForms() {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let forms = (0..<5_000).map { Form("Navn\($0)x", replacement: "[\($0)]") }
    let key = PseudonymKey(entries: [.init(id: "person-1", kind: .person, forms: forms)])
    let text = (0..<5_000).map { "og Navn\($0)x kom" }.joined(separator: "\n")
    let findings = PseudonymAudit(key: key, patterns: []).findings(in: text)
    #expect(findings.count == 5_000)
    #expect(findings.enumerated().allSatisfy { $0.element.line == $0.offset + 1 })
  }
}
