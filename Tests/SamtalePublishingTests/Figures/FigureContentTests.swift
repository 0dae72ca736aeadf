import Testing

@testable import Samtale
@testable import SamtalePublishing

/// What figures say, on a meeting small enough to draw by hand.
@Suite struct FigureContentTests {
  /// Anna (A) speaks from 0 to 4 s and from 10 to 12 s, Bo (B) from 3 to 8 s, over Anna's last
  /// second; six words, ten, two.
  private func meeting(
    topics: String = ##"<span xml:id="t1" from="#u1" to="#u3">The bus</span>"##,
    layer: String = "", times: Bool = true
  ) throws -> Transcript {
    let seconds = [0, 4, 3, 8, 10, 12]
    let points = seconds.enumerated().map {
      ##"<when xml:id="T\##($0.offset + 1)" interval="\##($0.element)" since="#T0"/>"##
    }
    let at = { (n: Int) in times ? ##"start="#T\##(n)" end="#T\##(n + 1)""## : "" }
    return try FigureSamples.read(
      ##"""
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m 1" xml:lang="en"><teiHeader><fileDesc>
      <titleStmt><title>m</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>
      <p/></sourceDesc></fileDesc><encodingDesc><classDecl><taxonomy xml:id="roles">
      <category xml:id="X"><catDesc>x</catDesc></category>
      <category xml:id="Y"><catDesc>y</catDesc></category></taxonomy></classDecl></encodingDesc>
      <profileDesc><particDesc><listPerson><person xml:id="b" n="Bo" role="Y"/>
      <person xml:id="a" n="Anna" role="X"/></listPerson></particDesc></profileDesc></teiHeader>
      <standOff><spanGrp type="topics">\##(topics)</spanGrp>\##(layer)</standOff><text>
      <timeline unit="s" origin="#T0"><when xml:id="T0"/>\##(points.joined())</timeline><body>
      <u xml:id="u1" who="#a" \##(at(1))>one two three four five six</u>
      <u xml:id="u2" who="#b" \##(at(3))>a b c d e f g h i j</u>
      <u xml:id="u3" who="#a" \##(at(5))>and on</u></body></text></TEI>
      """##)
  }

  private func draw(_ figure: Figure) throws -> DrawnFigure { try DrawnFigure(figure.svg) }

  // MARK: Talk

  @Test func talkIsNamedByReferences() throws {
    let references = TurnReferences(try meeting())
    #expect(references.text([0]) == "m%201#u1")
    #expect(references.text([2, 0]) == "m%201#u1 m%201#u3")
    #expect(references.text([0, 1]) == "m%201#u1 m%201#u2")
    #expect(references.text([0, 1, 2]) == "m%201#u1..u3")
    #expect(references.text([]) == "")
    let turn = TurnEvidence(
      transcript: "a#b", source: "m.xml:1", utterances: ["", "x..y"], indices: [3, 4], words: 2,
      seconds: nil)
    #expect(TurnReferences.text([turn]) == "a%23b#@4 a%23b#x%2E%2Ey")
  }

  // MARK: Timeline

  @Test func aTimelineHasABarForEachUtterance() throws {
    let drawn = try draw(.timeline(FigureSamples.analysis(try meeting())))
    let bars = drawn.elements.filter { $0.name == "rect" && $0.classes.first == "role-0" }
      .filter { $0.attributes["data-turns"] != nil }
    #expect(bars.compactMap { $0.attributes["data-turns"] } == ["m%201#u1", "m%201#u3"])
    // The axis runs from 0 to 12 s; Anna's second bar from 10 to 12 is half as wide as her first.
    #expect(abs(bars[0].number("width") - 2 * bars[1].number("width")) <= 0.2)
    // Bo speaks over Anna's last second: a mark in either lane.
    let marks = drawn.elements.filter { $0.classes == ["ink"] && $0.number("height") == 2.2 }
    #expect(marks.count == 3)  // and one in the legend
    #expect(Set(marks.prefix(2).map { $0.number("x") }).count == 1)
    #expect(drawn.labels.map(\.text).contains("time (minutes:seconds)"))
    #expect(drawn.labels.map(\.text).contains("1 The bus"))
  }

  @Test func withoutTimesATimelineRunsAlongWords() throws {
    let figure = Figure.timeline(FigureSamples.analysis(try meeting(times: false)))
    let drawn = try draw(figure)
    let texts = drawn.labels.map(\.text)
    #expect(texts.contains("words from the beginning (no times in the file)"))
    #expect(
      figure.notes.first == "A bar is an utterance, as long as its words; the file has no times.")
    #expect(figure.description.hasPrefix("Talk of 2 speakers over 18 words."))
    #expect(figure.description.contains("Most words: Bo (10)."))
  }

  /// Hollow signs are computed, filled ones a person's.
  @Test func signsOfEndingsTellWhoDecided() throws {
    let layer = ##"""
      <spanGrp type="closures"><span resp="#km" target="#t1" ana="#deferred">a nod</span></spanGrp>
      """##
    let decided = try draw(.timeline(FigureSamples.analysis(try meeting(layer: layer))))
    let computed = try draw(.timeline(FigureSamples.analysis(try meeting())))
    let signs = { (drawn: DrawnFigure, kind: String) in
      drawn.elements.count {
        $0.classes == [kind, "outline"] && $0.attributes["data-turns"] != nil
      }
    }
    #expect(signs(decided, "ink") == 1 && signs(decided, "paper") == 0)
    #expect(signs(computed, "ink") == 0 && signs(computed, "paper") == 1)
    #expect(decided.labels.map(\.text).contains("put off"))
    #expect(decided.labels.map(\.text).contains("filled: confirmed or decided by a person"))
  }

  // MARK: Shares

  @Test func sharesPrintWhatTheTablePrints() throws {
    let counts = MeetingParticipation(try meeting(), evidence: true)
    let figure = Figure.shares(
      Participation([counts], by: [.role], bootstrap: Bootstrap(samples: 100)),
      options: .init(decimalMark: .comma))
    // Anna: 8 of 18 words in 2 of 3 turns and 6 of 11 seconds.
    #expect(
      figure.description
        == "X: 66,7 % of turns, 44,4 % of words, 54,5 % of time. "
        + "Y: 33,3 % of turns, 55,6 % of words, 45,5 % of time.")
    #expect(figure.notes.contains("No intervals: fewer than 10 turns in the meeting."))
    let drawn = try draw(figure)
    let dots = drawn.elements.filter { $0.name == "circle" }
    #expect(dots.count == 6)
    #expect(
      dots.compactMap { $0.attributes["data-turns"] }.prefix(2)
        == ["m%201#u1 m%201#u3", "m%201#u2"])
    #expect(drawn.labels.map(\.text).contains("equal share (1 of 2)"))
  }

  // MARK: Who follows whom

  @Test func transitionsPrintObservedAndExpected() throws {
    // X → Y once and Y → X once; chance gives the same.
    let drawn = try draw(.transitions([try meeting()], by: .role))
    let cells = drawn.elements.filter { $0.attributes["data-turns"] != nil }
    #expect(
      cells.map { $0.attributes["data-turns"] } == ["m%201#u1 m%201#u2", "m%201#u2 m%201#u3"])
    #expect(
      drawn.labels.map(\.text).filter { $0 == "1" || $0 == "1.0" } == ["1", "1.0", "1", "1.0"])
  }

  @Test func aNetworkSaysHowManyTiesItLeavesOut() throws {
    let transcript = try FigureSamples.meeting(30, roles: 30)
    let all = Transitions(SpeakerSequence(transcript, unit: .speaker))
    let figure = Figure.network([transcript], by: .speaker, options: .init(width: .column))
    let drawn = try draw(figure)
    let ties = drawn.elements.count { $0.name == "path" && $0.attributes["data-turns"] != nil }
    let total = (0..<30).reduce(0) { sum, i in sum + (0..<30).count { all.counts[i, $0] > 0 } }
    #expect(ties > 0 && ties < total)
    let note = try #require(figure.notes.first { $0.hasPrefix("Drawn are the ") })
    #expect(note.hasPrefix("Drawn are the \(ties) strongest of \(total) ties, with "))
    #expect(note.hasSuffix("; \(total - ties) weaker ones are left out."))
  }

  // MARK: Topics and codes

  @Test func aRiverSaysWhoseWordsMakeATopic() throws {
    let figure = Figure.topicRiver(FigureSamples.analysis(try meeting()))
    #expect(
      figure.description
        == "1 topic. 1 The bus: 18 words (X 8, Y 10), opened by Anna, not seen.")
    let parts = try draw(figure).elements.filter {
      $0.name == "rect" && $0.attributes["data-turns"] != nil
    }
    #expect(
      parts.map { $0.attributes["data-turns"] } == ["m%201#u1 m%201#u3", "m%201#u2"])
    #expect(abs(parts[0].number("width") * 10 - parts[1].number("width") * 8) < 2)
  }

  @Test func aRiverWithoutTopicsSaysSo() throws {
    let figure = Figure.topicRiver(FigureSamples.analysis(try meeting(topics: "")))
    #expect(figure.notes == ["No topics are marked."])
    #expect(try draw(figure).labels.map(\.text) == ["No topics are marked in m 1."])
  }

  @Test func stripesStandWhereCodesWereGiven() throws {
    let transcript = try FigureSamples.meeting(4, roles: 4)
    let figure = try FigureSamples.stripes(
      transcript, codes: 2, coders: 2, options: Figure.Options())
    let drawn = try draw(figure)
    #expect(
      drawn.turns == [
        "m#u1", "m#u41", "m#u4 m#u5", "m#u44 m#u45", "m#u8", "m#u48", "m#u11 m#u12",
        "m#u51 m#u52",
      ])
    #expect(figure.notes.contains("In each row, tracks from above: Coder 1, Coder 2."))
    #expect(drawn.labels.map(\.text).suffix(3) == ["Coder 1", "Coder 2", "talk left out"])
  }
}
