import Foundation
import SamtalePublishing

enum DocumentSamples {
  /// Every kind of block and inline text once, with signs that formats act on. All of it is made up.
  static let everything = Document(
    title: "Øl & ærlighet: 100 % of \"talk\"",
    blocks: [
      .heading(level: 1, ["Results"], id: "results"),
      .paragraph([
        "We noted ", .emphasis(["few"]), " and ", .strong(["loud"]), " voices", .superscript(["2"]),
        .footnote(["Counted ", .code("by_hand"), "."]), ", 5 < 6 & 7 > 3 – see ",
        .link(["the excerpt"], to: "#lamp"), " or ",
        .link(["a page"], to: "https://example.org/a_b#c"),
        ".", .lineBreak,
        "1. not a list, *no* stars, #1 {x} ~ ^ \\ | $5 [sic] -- `tick` … “quoted” ‘so’\u{A0}now.",
      ]),
      .heading(level: 2, ["A lamp is chosen", .footnote(["On a Tuesday."])]),
      .paragraph([
        "The group settles on a lamp, after some wavering that takes the better part of the meeting and leaves one member without a word to say:"
      ]),
      .dialogue(lamp),
      .quotation([["A longer passage without speakers."], ["And a second paragraph of it."]]),
      .paragraph(["In Norwegian the same meeting ran so:"]),
      .dialogue(sideBySide),
      .heading(level: 2, ["Who spoke"]),
      .list([
        [.paragraph(["one reason,"])],
        [
          .paragraph(["another, with parts:"]),
          .list([[.paragraph(["first"])], [.paragraph(["second"])]], isOrdered: true),
        ],
      ]),
      .table(TableSamples.speech),
      .paragraph(["A table too wide for an upright page:"]),
      .table(wide(columns: 12)),
      .table(wide(columns: 30)),
      .table(wordy),
      .figure(drawing(png: boxes)),
      .figure(drawing()),
      .pageBreak,
      .heading(level: 3, ["The end"]),
      .paragraph(["Last words", .footnote(["With a ", .link(["link"], to: "#results"), "."]), "."]),
    ])

  /// Four turns, one line left out, numbers and times.
  static let lamp = Document.Dialogue(
    id: "lamp",
    rows: [
      .turn(
        .init(
          number: "12", time: "0:05", label: [.strong(["SW1:"])],
          texts: [
            [
              "So which lamp do we take, the tall one with the green shade or the small one that you can clip to a shelf?"
            ]
          ])),
      .turn(
        .init(
          number: "13", time: "0:11", label: [.strong(["T2:"])],
          texts: [[.emphasis(["[laughs]"]), " The green one -- no."]])),
      .line(["…"]),
      .turn(.init(number: "20", time: "1:40", label: [.strong(["Wizard 10:"])], texts: [["Mm."]])),
      .turn(
        .init(
          number: "21", time: "1:41", label: [.strong(["SW1:"])],
          texts: [["Then that is settled", .footnote(["Nods."]), "."]])),
    ],
    source: ["(Meeting 3, lines 12–21)"])

  static let sideBySide = Document.Dialogue(
    heads: ["Original", "Translation"],
    rows: [
      .turn(
        .init(
          label: ["Åse:"],
          texts: [
            ["Skal vi ta den grønne, eller er det noen som heller vil ha den lille?"],
            ["Shall we take the green one, or would anybody rather have the small one?"],
          ])),
      .line(["…"]),
      .turn(.init(label: ["Bo:"], texts: [["Ja | nei."], ["Yes | no."]])),
    ],
    source: ["(Møte 3)"])

  static func drawing(png: [UInt8]? = nil, pdf: [UInt8]? = nil) -> Document.Picture {
    Document.Picture(
      svg: """
        <?xml version="1.0"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="20mm" viewBox="0 0 60 20" \
        aria-labelledby="title"><title id="title">Two boxes</title>\
        <rect id="a" x="1" y="1" width="25" height="18" fill="#88c"/>\
        <use href="#a" x="30"/></svg>

        """,
      caption: ["Two boxes", .footnote(["Not to scale."]), " & no line"],
      alternative: "Two \"boxes\" side by side", width: 60, height: 20, png: png, pdf: pdf)
  }

  static func wide(columns: Int) -> Table {
    let names = (1...columns).map { "Measure number \($0)" }
    return Table(
      title: "\(columns) measures for each role",
      columns: [Table.Column(key: "role", title: "Role", kind: .text)]
        + names.enumerated().map {
          Table.Column(
            key: "m\($0)", title: $1, unit: $0 % 3 == 0 ? "words" : nil, kind: .decimal(places: 2))
        },
      rows: ["Chair", "Participant"].enumerated().map { row, role in
        Table.Row(
          [.text(role)]
            + names.indices.map {
              $0 == 3 && row == 1 ? .missing("not asked") : .number(Double($0 * 17 - 20) + 0.25)
            })
      },
      notes: ["Numbers are made up."])
  }

  static let wordy = Table(
    title: "Codes and what they mean",
    columns: ["Code", "Meaning", "Example", "Where"].map {
      Table.Column(key: $0.lowercased(), title: $0, kind: .text)
    },
    rows: (1...30).map { index in
      [
        .text("Hesitation \(index)"),
        .text(
          "A speaker holds back what seems to be an answer, and another takes the floor before it has come."
        ),
        .text("well I — I was going to say that perhaps"),
        .text("meetings/2024/averyveryverylongfilenamethathasnospaces_\(index).xml:120"),
      ]
    })

  /// The drawing as PNG.
  static let boxes = Array(
    Data(
      base64Encoded: """
        iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAYAAAA16j4lAAAABmJLR0QA/wD/AP+gvaeTAAAAjUlEQVR4nO3R\
        sRHCQAwAQT81UdyX8MXRkx0RO2EwPnYjBQqkuW0D7mu8h7Ve+5WHfMqcz3G+9T//Pr51CNcQOE7gOIHjBI4T\
        OE7gOIHjBI4TOE7gOIHjBI4TOE7gOIHjBI4TOE7gOIHjBI4TOE7gOIHjBI4TOE7gOIHjBI4TOE7gOIHjBI4T\
        OE5ggJ91AEz2CEhcmyI3AAAAAElFTkSuQmCC
        """) ?? Data())

  /// Two boxes as PDF.
  static let boxesInPDF = Array(
    """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>> endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>> endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 170 57]/Contents 4 0 R/Resources<<>>>> endobj
    4 0 obj<</Length 47>>stream
    0.53 0.53 0.8 rg 2 2 70 50 re f 88 2 70 50 re f
    endstream endobj
    xref
    0 5
    0000000000 65535 f\u{20}
    0000000009 00000 n\u{20}
    0000000053 00000 n\u{20}
    0000000103 00000 n\u{20}
    0000000195 00000 n\u{20}
    trailer<</Size 5/Root 1 0 R>>
    startxref
    288
    %%EOF

    """.utf8)

  /// What is empty, missing, nested or where it is seldom; in Norwegian. All of it is made up.
  static let edges = Document(
    title: "", language: "nb",
    blocks: [
      .table(wide(columns: 12)),
      .table(wide(columns: 12)),
      .figure(drawing(png: boxes, pdf: boxesInPDF)),
      .dialogue(
        Document.Dialogue(
          id: "first",
          rows: [
            .turn(
              .init(
                label: [.emphasis(["Bo"]), .footnote(["Navnet er endret."]), ":"],
                texts: [["[ler] Ja."]])),
            .turn(.init(texts: [["*Ingen* navn her"]])),
            .turn(.init(label: ["Kari Nordmann-Olsen fra arbeidslivstjenesten:"], texts: [[]])),
          ])),
      .dialogue(
        Document.Dialogue(rows: [
          .turn(
            .init(texts: [
              [
                "Bare ord \u{2193}uten\u{2193} noe foran, og så lang at linjen må brytes et sted før den er helt slutt."
              ]
            ]))
        ])),
      .dialogue(
        Document.Dialogue(
          id: "second", heads: ["A", "B", "C"],
          rows: [
            .line(["(…)"]),
            .turn(
              .init(
                number: "1", time: "1:02:03", label: ["X:"],
                texts: [["en", .footnote(["To."])], ["to"]])),
          ])),
      .dialogue(
        Document.Dialogue(heads: ["A", "B"], rows: [.turn(.init(texts: [["en"], ["to"]]))])),
      .dialogue(Document.Dialogue(id: "third")),
      .list([
        [], [.dialogue(sideBySide), .paragraph(["etter"])], [.list([[.paragraph(["[dypt]"])]])],
      ]),
      .list([[.table(TableSamples.empty)]], isOrdered: true),
      .heading(level: 9, ["\"Sju\" ", .link(["lenker"], to: "#third")], id: "first"),
      .quotation([]),
      .paragraph([]),
      .paragraph([
        "a\u{301} 会 \u{1F600} \u{0} \u{202E}x\u{202C}",
        .superscript([.strong([.link(["b"], to: "#second")])]),
      ]),
      .table(Table(title: "Tom", columns: [])),
      .heading(level: 0, [.code("kode_1"), .lineBreak, "linje"]),
      .pageBreak,
    ])
}
