import Testing

@testable import Samtale

@Suite struct ClosureLayerTests {
  static let talk =
    "# Boots\nWA: The boots pinch.\nES: Okay. | The manager asked.\nWA: Mm.\n# Z\nT: He slept."

  private func analysis(_ spans: [[MarkupElement.Attribute]], text: String = "") -> TopicAnalysis {
    var transcript = Dialogue(Self.talk).transcript
    var group = MarkupElement("spanGrp", [.init("type", "closures")])
    group.children = spans.map { .element(MarkupElement("span", $0, text: text)) }
    transcript.layers = [AnnotationLayer(group)]
    return TopicAnalysis(transcript, cues: Cues.en)
  }

  @Test func computedConfirmedOverriddenAreKeptApart() {
    let closures = analysis(
      [
        [.init("ana", "#acknowledgedShift"), .init("resp", "#km"), .init("target", "#t1")],
        [.init("ana", "#deferred #p.t"), .init("resp", "#km"), .init("target", "#u3")],
        [.init("ana", "#noUptake"), .init("resp", "#auto"), .init("target", "#t3")],
      ],
      text: "2026-01-15 agreed by a nod"
    ).closures
    #expect(closures[0].type.decision == .confirmed(by: "km", at: "2026-01-15"))
    #expect(closures[0].type.inForce == .acknowledgedShift)
    #expect(closures[1].type.computed == .minimalAcknowledgement)
    #expect(closures[1].type.inForce == .deferred)
    #expect(
      closures[1].type.decision
        == .overridden(.deferred, by: "km", at: "2026-01-15", reason: "agreed by a nod"))
    #expect(closures[1].initiator.inForce == 2)
    #expect(closures[2].type.decision == .none)
    #expect(closures.map(\.type.origin) == ["confirmed", "overridden", "computed"])
  }

  @Test func whatIsWrittenIsReadAgain() {
    let first = analysis(
      [[.init("ana", "#deferred #p.t"), .init("resp", "#km"), .init("target", "#t2")]],
      text: "2026-01-15 agreed by a nod")
    var transcript = first.transcript
    transcript.layers = [ClosureLayer.layer(first)]
    let second = TopicAnalysis(transcript, cues: Cues.en)
    #expect(second.closures.map(\.type) == first.closures.map(\.type))
    #expect(second.closures.map(\.initiator) == first.closures.map(\.initiator))
    let spans = ClosureLayer.layer(first).element.elements("span")
    #expect(spans.count { $0["resp"] == "#auto" } == 3)
    #expect(spans.first?["ana"] == "#acknowledgedShift #p.es")
  }

  @Test func unknownCategoriesAndTargetsSayNothing() {
    let closures = analysis([
      [.init("ana", "#happy"), .init("resp", "#km"), .init("target", "#t1")],
      [.init("ana", "#deferred"), .init("resp", "#km"), .init("target", "#nowhere")],
    ]).closures
    #expect(closures.allSatisfy { $0.type.origin == "computed" })
  }

  @Test func theMarkedOpenerIsInForce() {
    var transcript = Dialogue(Self.talk).transcript
    transcript.topics[0].analysis = ["p.es"]
    let opener = TopicAnalysis(transcript, cues: Cues.en).closures[0].opening.opener
    #expect(opener.computed == 0)
    #expect(opener.inForce == 1)
  }

  @Test func aLapseReportsTheSilence() throws {
    let talk = "# A\n@0-2 T: He slept.\n# B\n@5.5-7 T: The rent rose."
    let closure = TopicAnalysis(talk).closures[0]
    #expect(closure.type.computed == .noUptake)
    #expect(closure.decision.silence == 3.5)
    #expect(closure.steps.last?.because.contains("3.5 s of silence") == true)
  }

  @Test func theLayerSurvivesTheFile() throws {
    let path = TopicCorpusTests.folder + "/team2-m1.xml"
    let first = try #require(try TEI.read(path).transcripts.first)
    let analysis = TopicAnalysis(first, cues: Cues.en)
    var annotated = first
    annotated.layers.append(ClosureLayer.layer(analysis))
    let reading = TEI.read(bytes: TEI.write(annotated).bytes)
    let again = try #require(reading.transcripts.first)
    #expect(again.layers == annotated.layers)
    #expect(reading.diagnostics.map(\.what) == [])
  }
}
