import Samtale
import Testing

@Suite("Topics and sections")
struct TopicTests {
  /// Reads `spans` over four utterances u1…u4, each saying “ab cd”.
  private func read(_ spans: String) throws -> (topics: [Topic], codes: [DiagnosticCode]) {
    let talk = (1...4).map { "<u xml:id=\"u\($0)\" who=\"#a\">ab cd</u>" }.joined(separator: "\n")
    let standOff = "<standOff><spanGrp type=\"topics\">\(spans)</spanGrp></standOff>"
    let reading = TEI.read(TEISamples.profile(talk, standOff: standOff), lint: true)
    #expect(reading.accounting.isComplete)
    return (try #require(reading.transcripts.first).topics, reading.codes)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var attributes: String
    var extent: Topic.Extent?
    var codes: [DiagnosticCode]

    init(_ attributes: String, _ extent: Topic.Extent?, _ codes: [DiagnosticCode] = []) {
      self.attributes = attributes
      self.extent = extent
      self.codes = codes
    }

    var testDescription: String { attributes }
  }

  static let rows: [Row] = [
    Row(##"from="#u1" to="#u3""##, .utterances(0...2)),
    Row(##"from="#u2""##, .utterances(1...1)),
    Row(##"from="#u2" to="#u2""##, .utterances(1...1)),
    Row(##"target="#u1""##, .stretches([TextStretch(utterance: 0)])),
    Row(
      ##"target="#u1 #u4  #u2""##,
      .stretches([
        TextStretch(utterance: 0), TextStretch(utterance: 3), TextStretch(utterance: 1),
      ])
    ),
    Row(
      ##"target="#string-range(u1,3,2) #u2""##,
      .stretches([TextStretch(utterance: 0, scalars: 3..<5), TextStretch(utterance: 1)])
    ),
    Row(
      ##"target="#string-range(u1,0,5)""##,
      .stretches([TextStretch(utterance: 0, scalars: 0..<5)])
    ),
    Row(
      ##"target="#string-range(u1,5,0)""##,
      .stretches([TextStretch(utterance: 0, scalars: 5..<5)])
    ),
    Row(##"from="#u3" to="#u1""##, nil, [.spanReversed]),
    Row(##"from="#u1" to="#u9""##, nil, [.danglingPointer]),
    Row(##"from="#u9" to="#u1""##, nil, [.danglingPointer]),
    Row(##"target="#u9""##, nil, [.danglingPointer]),
    Row(##"target="#u9 #u2""##, .stretches([TextStretch(utterance: 1)]), [.danglingPointer]),
    Row(##"target="#a""##, nil, [.danglingPointer]),
    Row(##"target="#string-range(u1,0,6)""##, nil, [.rangeBeyondText]),
    Row(##"target="#string-range(u1,6,0)""##, nil, [.rangeBeyondText]),
    Row(##"target="#string-range(u9,0,1)""##, nil, [.danglingPointer]),
    Row(##"target="#string-range(u1,-1,2)""##, nil, [.badPointer]),
    Row(##"target="#string-range(u1,a,2)""##, nil, [.badPointer]),
    Row(##"target="#string-range(u1,0,2""##, nil, [.badPointer]),
    Row(##"target="#string-range(u1,99999999999999999999,2)""##, nil, [.badPointer]),
  ]

  @Test("What a span covers", arguments: rows)
  func extent(_ row: Row) throws {
    let found = try read("<span \(row.attributes)>x</span>")
    #expect(found.topics.map(\.extent) == (row.extent.map { [$0] } ?? []))
    #expect(found.codes == row.codes)
  }

  @Test("What else a span says")
  func facts() throws {
    let topics = try TEI.transcript(TEISamples.meeting).topics
    #expect(topics.map(\.label) == ["garden", "hours"])
    #expect(topics.map(\.id) == ["t1", "t2"])
    #expect(topics[0].analysis == ["p.eva"])
    #expect(topics[0].extent == .utterances(0...2))
    #expect(topics[0].extent.stretches == (0...2).map { TextStretch(utterance: $0) })
    #expect(
      topics[1].extent
        == .stretches([
          TextStretch(utterance: 4), TextStretch(utterance: 5, scalars: 0..<3),
        ])
    )
    #expect(topics[1].responsible == ["KB"])
    #expect(topics[1].certainty == "low")
  }

  @Test("Ranges count Unicode scalars of the collapsed text")
  func scalars() throws {
    let talk = "<u xml:id=\"u1\" who=\"#a\">  👍\n e\u{301}t <note>no</note> så </u>"
    let standOff =
      ##"<standOff><spanGrp type="topics"><span target="#string-range(u1,2,3)">x</span></spanGrp></standOff>"##
    let transcript = try TEI.transcript(TEISamples.profile(talk, standOff: standOff))
    // 👍, blank, e, accent, t, blank, s, å
    #expect(
      transcript.topics.first?.extent == .stretches([TextStretch(utterance: 0, scalars: 2..<5)])
    )
    #expect(transcript.utterances[0].text(scalars: 2..<5) == "e\u{301}t")
  }

  @Test("Sections that are topics stand in where none are marked")
  func divisions() throws {
    let text = TEISamples.foreign(
      """
      <div type="debateSection" n="3" xml:id="s3"><head>Roads</head><u who="#a">a</u><u who="#b">b</u></div>
      <div type="debateSection"><u who="#a">c</u></div>
      <div type="topic"><head>Nothing said</head></div>
      <div type="agendaItem"><u who="#a">d</u></div>
      """
    )
    let transcript = try TEI.transcript(text)
    #expect(transcript.topics == [])
    #expect(transcript.allTopics.map(\.label) == ["Roads", ""])
    #expect(transcript.allTopics.map(\.extent) == [.utterances(0...1), .utterances(2...2)])
    #expect(transcript.allTopics.first?.id == "s3")
  }

  @Test("Topics that are marked go before sections")
  func marked() throws {
    let transcript = try TEI.transcript(TEISamples.meeting)
    #expect(transcript.allTopics == transcript.topics)
  }

  @Test("Sections nest and know their utterances")
  func sections() throws {
    let transcript = try TEI.transcript(TEISamples.meeting)
    #expect(transcript.sections.map(\.type) == ["agendaItem", "agendaItem", "part", "part"])
    #expect(transcript.sections.map(\.parent) == [nil, nil, 1, 1])
    #expect(transcript.sections.map(\.utterances) == [0..<3, 3..<6, 3..<5, 5..<6])
    #expect(transcript.sections.map(\.headings) == [["The garden"], ["Work"], ["Hours"], []])
    #expect(
      transcript.utterances.map(\.section?.type) == [
        "agendaItem", "agendaItem", "agendaItem", "part", "part", "part",
      ]
    )
    #expect(transcript.utterances[0].section?.number == "1")
  }

  @Test("Loose utterances beside sections get a section of their own")
  func loose() throws {
    let transcript = try TEI.transcript(
      TEISamples.foreign(
        "<u who='#a'>a</u><div type='x'><u who='#a'>b</u></div><u who='#a'>c</u><u who='#a'>d</u>"
      )
    )
    #expect(transcript.sections.map(\.utterances) == [0..<1, 1..<2, 2..<4])
    #expect(transcript.sections.map(\.type) == ["section", "x", "section"])
    #expect(transcript.utterances.map(\.text) == ["a", "b", "c", "d"])
  }
}
