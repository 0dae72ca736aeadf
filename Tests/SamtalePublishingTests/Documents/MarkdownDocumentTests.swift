import SamtalePublishing
import Testing

@Suite struct MarkdownDocumentTests {
  private func markdown(_ blocks: Document.Block..., title: String = "") throws -> String {
    let document = Document(title: title, blocks: blocks)
    return String(decoding: try document.rendered(as: .markdown).bytes, as: UTF8.self)
  }

  private func line(_ text: Document.Inline...) throws -> String {
    String(try markdown(.paragraph(text)).dropLast())
  }

  @Test func headingsStandBelowTheTitle() throws {
    #expect(
      try markdown(.heading(level: 1, ["One"]), .heading(level: 6, ["Six"]), title: "All & sundry")
        == "# All \\& sundry\n\n## One\n\n###### Six\n")
    #expect(try markdown(.heading(level: 1, ["One"])) == "# One\n")
  }

  @Test func signsOfMarkdownAreEscaped() throws {
    #expect(
      try line("*a* _b_ `c` [d] <e> {f} $g ^h ~i |j \\k @l &m --- no.")
        == "\\*a\\* \\_b\\_ \\`c\\` \\[d\\] \\<e\\> \\{f\\} \\$g \\^h \\~i \\|j \\\\k \\@l \\&m "
        + "-\\-\\- no.")
    #expect(try line("Åse … “så” ‘ja’ –\u{A0}ok") == "Åse … “så” ‘ja’ –\u{A0}ok")
  }

  @Test(
    arguments: [
      ("# no heading", "\\# no heading"), ("- no item", "\\- no item"), ("+ a", "\\+ a"),
      ("12. March", "12\\. March"), ("(a) first", "(a\\) first"), ("iv) x", "iv\\) x"),
      ("1.5 words", "1.5 words"), ("Yes. I do", "Yes. I do"), ("=== x", "\\=== x"),
      ("% comment", "\\% comment"), (": definition", "\\: definition"),
    ])
  func beginningsOfLinesAreNotRead(text: String, expected: String) throws {
    #expect(try line(.text(text)) == expected)
    #expect(try line("a", .lineBreak, .text(text)) == "a\\\n" + expected)
  }

  @Test func emphasisWorksInsideWordsAndBesideSpaces() throws {
    #expect(try line("a ", .emphasis(["b "]), "c") == "a *b* c")
    #expect(try line(.strong(["SW1:"]), " yes") == "**SW1:** yes")
    #expect(try line(.strong(["SW1:"]), "yes") == "<strong>SW1:</strong>yes")
    #expect(try line("x", .superscript(["12"]), .superscript(["th"])) == "x¹²<sup>th</sup>")
    #expect(try line(.code("a`b"), " ", .code("`")) == "``a`b`` `` ` ``")
  }

  @Test func linksLeadSomewhereOrAreText() throws {
    #expect(
      try line(.link(["here"], to: "https://example.org/a b>"))
        == "[here](<https://example.org/a b\\>>)")
    #expect(
      try line(.link(["here"], to: "#nowhere"), .link(["run"], to: "javascript:x()")) == "hererun")
    #expect(
      try markdown(
        .heading(level: 1, ["A"], id: "a b"), .heading(level: 1, ["B"], id: "b"),
        .paragraph([.link(["up"], to: "#a b")]))
        == "<a id=\"a-b\"></a>\n\n# A\n\n# B\n\n[up](#a-b)\n")
  }

  @Test func footnotesAreNumberedInTheOrderOfTheirMarks() throws {
    #expect(
      try markdown(
        .paragraph(["a", .footnote(["first", .footnote(["inside"])])]),
        .paragraph(["b", .footnote(["second"])]))
        == "a[^1]\n\nb[^3]\n\n[^1]: first[^2]\n[^2]: inside\n[^3]: second\n")
  }

  @Test func excerpts() throws {
    #expect(
      try markdown(.dialogue(DocumentSamples.lamp)) == #"""
        > 12 0:05 **SW1:** So which lamp do we take, the tall one with the green shade or the small one that you can clip to a shelf?\
        > 13 0:11 **T2:** *\[laughs\]* The green one -\- no.\
        > …\
        > 20 1:40 **Wizard 10:** Mm.\
        > 21 1:41 **SW1:** Then that is settled[^1].
        >
        > (Meeting 3, lines 12–21)

        [^1]: Nods.

        """#)
    #expect(
      try markdown(.dialogue(DocumentSamples.sideBySide)) == #"""
        |  | Original | Translation |
        | :--- | :--- | :--- |
        | Åse: | Skal vi ta den grønne, eller er det noen som heller vil ha den lille? | Shall we take the green one, or would anybody rather have the small one? |
        |  | … |  |
        | Bo: | Ja \| nei. | Yes \| no. |

        (Møte 3)

        """#)
  }

  @Test func listsTablesAndFigures() throws {
    #expect(
      try markdown(
        .list([[.paragraph(["a"])], [.paragraph(["b"])]]),
        .list([[.paragraph(["c"])], [.paragraph(["d"]), .paragraph(["e"])]], isOrdered: true))
        == "- a\n- b\n\n<!-- -->\n\n1. c\n\n2. d\n\n   e\n")
    #expect(
      try markdown(.table(TableSamples.empty), .table(TableSamples.column(.integer, .integer(1))))
        == """
        **Table 1.** Nothing

        | Speaker | Words |
        | :--- | ---: |

        **Table 2.**

        | X |
        | ---: |
        | 1 |

        """)
    let drawn = Document(title: "", language: "nb-NO", blocks: [.figure(DocumentSamples.drawing())])
    let rendered = try drawn.rendered(as: .markdown, attachmentStem: "my/paper")
    #expect(
      String(decoding: rendered.bytes, as: UTF8.self) == """
        ![Two "boxes" side by side](my-paper-1.svg)\\
        **Figur 1.** Two boxes[^1] \\& no line

        [^1]: Not to scale.

        """)
    #expect(rendered.attachments.map(\.name) == ["my-paper-1.svg"])
    #expect(rendered.attachments.map(\.bytes) == [Array(DocumentSamples.drawing().svg.utf8)])
  }
}
