import Samtale
import Testing

@Suite struct AlignmentFingerprintTests {
  private let talk = [
    "a Shall we begin?", "b Mm.", "a So [till noon] in the garden.", "b Mm.",
    "b Till noon, or till noon at least in the end.",
  ]

  @Test func hashIsFNV1a() throws {
    // Test vectors of the authors: the empty text, "a" and "foobar".
    let empty = try #require(QuoteFingerprint(text: "x", range: 0..<0))
    #expect(empty.hash == "cbf29ce484222325")
    #expect(try #require(QuoteFingerprint(text: "a")).hash == "af63dc4c8601ec8c")
    #expect(try #require(QuoteFingerprint(text: "foobar")).hash == "85944171f73967e8")
  }

  @Test func context() throws {
    let text = "0123456789 0123456789 01234 [å] 9876543210 9876543210 987"
    let print = try #require(QuoteFingerprint(text: text, range: 28..<31))
    #expect(print.length == 3)
    #expect(print.prefix == "456789 0123456789 01234 ")
    #expect(print.suffix == " 9876543210 9876543210 9")
    #expect(QuoteFingerprint(text: text, range: 50..<99) == nil)
    #expect(QuoteFingerprint(text: "", range: nil)?.length == 0)
  }

  @Test func found() throws {
    let marked = try MarkedTalk(talk)
    let stretch = try #require(marked.passage.first)
    let text = marked.transcript.utterances[stretch.utterance].text
    let print = try #require(QuoteFingerprint(text: text, range: stretch.scalars))
    // "till noon" stands there twice more: the context decides.
    #expect(print.find(in: marked.transcript) == [stretch])
    let other = try MarkedTalk([
      "c Oh.", "b Åh – so [till noon] in the garden, then.", "c till noon",
    ])
    #expect(print.find(in: other.transcript) == other.passage)
    #expect(print.find(in: try MarkedTalk(["a Till Noon"]).transcript) == nil)
    // Alone, it needs no context.
    let alone = try MarkedTalk(["a Well, [till noon]"])
    #expect(print.find(in: alone.transcript) == alone.passage)
  }

  @Test func shortUtterancesAreNotGuessed() throws {
    let transcript = try MarkedTalk(talk).transcript
    let print = try #require(QuoteFingerprint(text: "Mm."))
    #expect(print.find(in: transcript) == nil)
    #expect(print.find(in: transcript, hint: "u4") == nil)
    let begin = try #require(QuoteFingerprint(text: "Shall we begin?"))
    #expect(begin.find(in: transcript) == [TextStretch(utterance: 0)])
  }

  @Test func theHintDecidesBetweenEquals() throws {
    let twice = try MarkedTalk(["a Shall we begin then?", "b No.", "a Shall we begin then?"])
    let print = try #require(QuoteFingerprint(text: "Shall we begin then?"))
    #expect(print.find(in: twice.transcript) == nil)
    #expect(print.find(in: twice.transcript, hint: "u3") == [TextStretch(utterance: 2)])
    #expect(print.find(in: twice.transcript, hint: "u2") == nil)
  }

  @Test func nonsenseIsNotFound() throws {
    let transcript = try MarkedTalk(talk).transcript
    for hash in ["", "xyz", "-000000000000001", "00000000000000000000"] {
      let print = QuoteFingerprint(hash: hash, length: 3, prefix: "", suffix: "")
      #expect(print.find(in: transcript) == nil)
    }
    let negative = QuoteFingerprint(hash: "cbf29ce484222325", length: -1, prefix: "", suffix: "")
    #expect(negative.find(in: transcript) == nil)
  }
}
