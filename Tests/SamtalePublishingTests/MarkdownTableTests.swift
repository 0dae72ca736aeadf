import SamtalePublishing
import Testing

@Suite struct MarkdownTableTests {
  @Test func writesAPipeTable() {
    #expect(
      TableSamples.speech.rendered(as: .markdown, decimalMark: .comma) == #"""
        **Speech per speaker**

        | Speaker | Words | Mean length (words) | Share | Speaking time |
        | :--- | ---: | ---: | ---: | ---: |
        | Åse | 120 | 6,50 | 60,0% | 1:02:05 |
        | 会話 | 80 | 4,13 | 40,0% | 1:05 |
        | Bo\_1\|x | 0 | –¹ | 0,0% | –² |
        | **All** | **200** | **5,25** | **100,0%** | **–²** |

        - ¹ no turns
        - ² no media
        - Words are tokens without punctuation.
        - Seed 1.

        """#
    )
  }

  @Test func showsTheHeadOfAnEmptyTable() {
    #expect(
      TableSamples.empty.rendered(as: .markdown) == """
        **Nothing**

        | Speaker | Words |
        | :--- | ---: |

        """
    )
  }

  @Test(arguments: [
    (#"a|b\"#, #"a\|b\\"#), ("<unk> &=laughs", #"\<unk\> \&=laughs"#), ("a\nb", "a b"),
    ("*[x]*", #"\*\[x\]\*"#), ("|\u{301}", "\\|\u{301}"),
  ])
  func escapes(text: String, expected: String) {
    #expect(
      TableSamples.column(.text, .text(text)).rendered(as: .markdown)
        == "| X |\n| :--- |\n| \(expected) |\n"
    )
  }

  @Test func whatIsSaidOnceIsNotRepeated() {
    var table = Table(
      title: "",
      columns: [
        .init(key: "role", title: "role", kind: .text, isSaidOnce: true),
        .init(key: "variable", title: "variable", kind: .text, isSaidOnce: true),
        .init(key: "n", title: "n", kind: .integer),
      ])
    table.rows = [
      [.text("T"), .text("age"), .integer(2)], [.text("T"), .text("age"), .integer(2)],
      [.text("T"), .text("sex"), .integer(1)], [.text("WA"), .text("sex"), .integer(1)],
    ]
    #expect(
      table.rendered(as: .markdown) == """
        | role | variable | n |
        | :--- | :--- | ---: |
        | T | age | 2 |
        |  |  | 2 |
        |  | sex | 1 |
        | WA | sex | 1 |

        """)
    #expect(table.rendered(as: .csv).contains("group,T,age,2\r\ngroup,T,age,2\r\n"))
  }
}
