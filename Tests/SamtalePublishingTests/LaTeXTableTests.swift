import SamtalePublishing
import Testing

@Suite struct LaTeXTableTests {
  @Test func writesATableEnvironment() {
    #expect(
      TableSamples.speech.rendered(as: .latex) == #"""
        \begin{table}[htbp]
          \centering
          \small
          \caption{Speech per speaker}
          \begin{tabular}{lrrrr}
            \toprule
            Speaker & Words & Mean length (words) & Share & Speaking time \\
            \midrule
            Åse & 120 & 6.50 & 60.0\% & 1:02:05 \\
            会話 & 80 & 4.13 & 40.0\% & 1:05 \\
            Bo\_1\textbar{}x & 0 & --\textsuperscript{1} & 0.0\% & --\textsuperscript{2} \\
            \midrule
            All & 200 & 5.25 & 100.0\% & --\textsuperscript{2} \\
            \bottomrule
          \end{tabular}
          \par\smallskip
          \begin{minipage}{\linewidth}
            \footnotesize\raggedright
            \textsuperscript{1} no turns \\
            \textsuperscript{2} no media \\
            Words are tokens without punctuation. \\
            Seed 1.
          \end{minipage}
        \end{table}

        """#
    )
  }

  @Test func showsTheHeadOfAnEmptyTable() {
    #expect(
      TableSamples.empty.rendered(as: .latex) == #"""
        \begin{table}[htbp]
          \centering
          \small
          \caption{Nothing}
          \begin{tabular}{lr}
            \toprule
            Speaker & Words \\
            \midrule
            \bottomrule
          \end{tabular}
        \end{table}

        """#
    )
  }

  private func row(_ kind: Table.Kind, _ cell: Table.Cell) -> Substring {
    let lines = TableSamples.column(kind, cell).rendered(as: .latex, decimalMark: .comma).split(
      separator: "\n"
    )
    return lines[7].dropFirst(4).dropLast(3)
  }

  @Test(arguments: [
    ("&%$#_{}", ##"\&\%\$\#\_\{\}"##), (#"a\b"#, #"a\textbackslash{}b"#),
    ("~^", #"\textasciitilde{}\textasciicircum{}"#), ("<unk>", #"\textless{}unk\textgreater{}"#),
    ("[1]", "{}[1]"), ("*a*", "{}*a*"), ("a[1]", "a[1]"), ("a---b", "a-{}-{}-b"),
    ("\"a\"", #"{\char34}a{\char34}"#), ("a\n\nb", "a  b"),
  ])
  func escapes(text: String, expected: String) {
    #expect(row(.text, .text(text)) == expected)
  }

  /// A page holds twelve columns; further ones come below, after the leading columns again.
  @Test func splitsWideTables() {
    var table = Table(title: "", columns: [.init(key: "who", title: "who", kind: .text)])
    table.columns += (1...13).map { .init(key: "k\($0)", title: "t\($0)", kind: .integer) }
    table.rows = [Table.Row([.text("a")] + (1...13).map { .integer($0) })]
    let lines = table.rendered(as: .latex).split(separator: "\n").map {
      $0.drop { $0 == " " }
    }
    #expect(
      lines.filter { $0.hasPrefix("\\begin{tabular}") }.map { $0.count { $0 == "r" } - 1 } == [
        11, 2,
      ])
    #expect(lines.contains("\\par\\medskip"))
    #expect(lines.contains("a & 12 & 13 \\\\"))
  }

  @Test func writesNumbersWithMinusAndComma() {
    #expect(row(.decimal(places: 1), .number(-2.5)) == "$-$2,5")
    #expect(row(.percent(places: 0), .number(-0.25)) == #"$-$25\%"#)
  }
}
