import SamtalePublishing
import Testing

@Suite struct PlainDocumentTests {
  private func plain(_ blocks: [Document.Block], title: String = "", width: Int = 40) throws
    -> String
  {
    let document = Document(title: title, blocks: blocks)
    return String(decoding: try document.rendered(as: .plain, width: width).bytes, as: UTF8.self)
  }

  @Test func textIsWrappedAndNotesStandAtTheEnd() throws {
    #expect(
      try plain(
        [
          .heading(level: 1, ["Part"]),
          .paragraph([
            "A line of words that is too long", .footnote(["Or so."]), " for the page, ",
            .link(["see"], to: "https://example.org"), .lineBreak, .strong(["then"]), " more.",
          ]),
          .list([[.paragraph(["one"])], [.paragraph(["two"])]], isOrdered: true),
        ], title: "Title")
          == """
          Title
          =====

          Part
          ----

          A line of words that is too long[1] for
          the page, see (https://example.org)
          then more.

          1. one
          2. two

          [1]  Or so.

          """)
  }

  @Test func labelsHang() throws {
    #expect(
      try plain([.dialogue(DocumentSamples.lamp)], width: 60) == """
            12  0:05  SW1:        So which lamp do we take, the tall
                                  one with the green shade or the
                                  small one that you can clip to a
                                  shelf?
            13  0:11  T2:         [laughs] The green one -- no.
                                  …
            20  1:40  Wizard 10:  Mm.
            21  1:41  SW1:        Then that is settled[1].

            (Meeting 3, lines 12–21)

        [1]  Nods.

        """)
  }

  @Test func versionsStandSideBySide() throws {
    #expect(
      try plain([.dialogue(DocumentSamples.sideBySide)], width: 62) == """
                  Original                   Translation
            Åse:  Skal vi ta den grønne,     Shall we take the green
                  eller er det noen som      one, or would anybody
                  heller vil ha den lille?   rather have the small
                                             one?
                  …
            Bo:   Ja | nei.                  Yes | no.

            (Møte 3)

        """)
  }
}
