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
      .table(wide(columns: 14)),
      .table(wide(columns: 30)),
      .table(wordy),
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
}
