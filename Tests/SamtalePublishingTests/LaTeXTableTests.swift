import SamtalePublishing
import Testing

@Suite struct LaTeXTableTests {
  @Test func writesATableEnvironment() {
    #expect(
      TableSamples.speech.rendered(as: .latex) == #"""
        \begin{table}[htbp]
          \centering
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
    return lines[6].dropFirst(4).dropLast(3)
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

  @Test func writesNumbersWithMinusAndComma() {
    #expect(row(.decimal(places: 1), .number(-2.5)) == "$-$2,5")
    #expect(row(.percent(places: 0), .number(-0.25)) == #"$-$25\%"#)
  }
}
