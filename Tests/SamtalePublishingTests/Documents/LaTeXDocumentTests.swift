import SamtalePublishing
import Testing

@Suite struct LaTeXDocumentTests {
  private func latex(_ document: Document) throws -> String {
    String(decoding: try document.rendered(as: .latex).bytes, as: UTF8.self)
  }

  /// What stands between the two ends of the document.
  private func body(_ blocks: Document.Block...) throws -> String {
    let text = try latex(Document(title: "", blocks: blocks))
    let start = text.split(separator: "\\begin{document}\n\n", maxSplits: 1)[1]
    return String(start.split(separator: "\n\n\\end{document}\n")[0])
  }

  @Test func signsOfLaTeXAreWrittenOut() throws {
    #expect(
      try body(.paragraph(["\\ { } & % $ # _ ~ ^ \" < > | [x] -- --- '' ,, ` –\u{A0}…“æ”"]))
        == ##"\textbackslash{} \{ \} \& \% \$ \# \_ \textasciitilde{} \textasciicircum{} {\char34} "##
        + #"\textless{} \textgreater{} \textbar{} [x] -{}- -{}-{}- '{}' ,{}, \textasciigrave{} "#
        + "–~…“æ”")
    #expect(try body(.paragraph(["[x]"])) == "{}[x]")
    // A ring and an acute that follow their letters; the Norwegian letter by itself stays.
    #expect(try body(.paragraph(["A\u{30A}se å e\u{301}--"])) == "\\r{A}se å \\'{e}-{}-")
  }

  @Test func runningText() throws {
    #expect(
      try body(
        .heading(level: 2, ["A ", .footnote(["n"]), "\"b\""], id: "a"),
        .paragraph([
          .emphasis(["e"]), .strong(["s"]), .superscript(["2"]), .code("c_d"), .footnote(["f"]),
          .lineBreak, .link(["up"], to: "#a"), .link(["out"], to: "https://example.org/a_b%20#c"),
        ]))
        == #"\subsection[{A ”b”}]{A \protect\footnotemark{}{\char34}b{\char34}}"#
        + #"\addtocounter{footnote}{-1}\stepcounter{footnote}\footnotetext{n}\label{a}"# + "\n\n"
        + #"\emph{e}\textbf{s}\textsuperscript{2}\texttt{c\_d}\footnote{f}\newline{}"#
        + ##"\hyperref[a]{up}\href{https://example.org/a\_b\%20\#c}{out}"##)
  }

  @Test func excerptsHangTheirLabels() throws {
    #expect(
      try body(.dialogue(DocumentSamples.lamp)) == #"""
        \phantomsection\label{lamp}
        \begin{excerpt}{\textbf{Wizard 10:}}{\footnotesize 12\enspace{}0:05\hspace{0.8em}}
          \item[{\margin{12\enspace{}0:05}\textbf{SW1:}}] So which lamp do we take, the tall one with the green shade or the small one that you can clip to a shelf?
          \item[{\margin{13\enspace{}0:11}\textbf{T2:}}] \emph{{}[laughs]} The green one -{}- no.
          \item[] …
          \item[{\margin{20\enspace{}1:40}\textbf{Wizard 10:}}] Mm.
          \item[{\margin{21\enspace{}1:41}\textbf{SW1:}}] Then that is settled\footnote{Nods.}.
          \item[] \footnotesize (Meeting 3, lines 12–21)
        \end{excerpt}
        """#)
  }

  @Test func tablesKeepTheirColumnsOnThePage() throws {
    let table = try body(.table(TableSamples.column(.integer, .integer(-1), .missing("why"))))
    #expect(table.hasPrefix("\\begin{unbroken}\n  \\captionof{table}{}\n"))
    #expect(table.contains("    $-$1 \\\\\n    --\\textsuperscript{1} \\\\\n    \\bottomrule\n"))
    #expect(table.contains("\\noindent \\textsuperscript{1} why\\par"))
    let turned = try body(.table(DocumentSamples.wide(columns: 12)))
    #expect(turned.hasPrefix("\\begin{landscape}\n\\begin{unbroken}"))
    #expect(turned.split(separator: "\\begin{tabular}").count == 2)
    let split = try body(.table(DocumentSamples.wide(columns: 30)))
    #expect(split.split(separator: "\\begin{tabular}").count == 5)
    #expect(!split.contains("landscape"))
    let long = try body(.table(DocumentSamples.wordy))
    #expect(long.contains("\\endfirsthead") && long.contains("\\endhead"))
    #expect(long.contains("averyveryvery\\allowbreak{}") || long.contains("\\allowbreak{}"))
  }

  @Test func figuresNeedPDF() throws {
    let missing = try body(.figure(DocumentSamples.drawing()))
    #expect(missing.contains("[The figure is missing here: this format needs it as PDF. Two"))
    let document = Document(title: "", blocks: [.figure(DocumentSamples.drawing(pdf: [37, 80]))])
    let rendered = try document.rendered(as: .latex, attachmentStem: "p")
    #expect(rendered.attachments == [.init(name: "p-1.pdf", bytes: [37, 80])])
    #expect(
      String(decoding: rendered.bytes, as: UTF8.self).contains(
        "\\includegraphics[width=60mm,height=200mm,keepaspectratio]{p-1.pdf}"))
  }

  @Test func signsThatPDFLaTeXDoesNotKnowGetAMeaning() throws {
    let text = try latex(Document(title: "", blocks: [.paragraph(["→ 会"])]))
    #expect(text.contains("\\sign{→}{2192}{\\ensuremath{\\rightarrow}}\n"))
    #expect(text.contains("\\sign{会}{4F1A}{{\\fboxsep=1pt\\fbox{\\tiny 4F1A}}}\n"))
    #expect(!(try latex(Document(title: "Øl", blocks: []))).contains("\\sign"))
  }

  @Test func norwegianNames() throws {
    let text = try latex(Document(title: "", language: "nn", blocks: []))
    #expect(text.contains("\\IfFileExists{norsk.ldf}{\\usepackage[nynorsk]{babel}}{}"))
    #expect(text.contains("\\renewcommand{\\tablename}{Tabell}"))
  }
}
