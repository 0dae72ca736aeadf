import Samtale
import Testing

@Suite("Times of utterances")
struct TimelineTests {
  /// Start and end of the only utterance, which runs from `#s` to `#e`.
  private func times(_ timeline: String) throws -> [Double?] {
    let text = TEISamples.foreign(
      "<u who='#a' start='#s' end='#e'>a</u>",
      people: "<person xml:id='a'/>",
      text: timeline
    )
    let utterance = try #require(try TEI.transcript(text).utterances.first)
    return [utterance.start, utterance.end]
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var start: Double?
    var end: Double?
    var timeline: String

    init(_ name: String, _ start: Double?, _ end: Double?, _ timeline: String) {
      self.name = name
      self.start = start
      self.end = end
      self.timeline = timeline
    }

    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(
      "seconds since the origin",
      0,
      3.2,
      "<timeline unit='s' origin='#s'><when xml:id='s'/><when xml:id='e' interval='3.20' since='#s'/></timeline>"
    ),
    Row(
      "milliseconds",
      0,
      3.2,
      "<timeline unit='ms' origin='#s'><when xml:id='s'/><when xml:id='e' interval='3200' since='#s'/></timeline>"
    ),
    Row(
      "minutes",
      0,
      90,
      "<timeline unit='min' origin='#s'><when xml:id='s'/><when xml:id='e' interval='1.5' since='#s'/></timeline>"
    ),
    Row(
      "hours",
      0,
      1800,
      "<timeline unit='h' origin='#s'><when xml:id='s'/><when xml:id='e' interval='0.5' since='#s'/></timeline>"
    ),
    Row(
      "no unit means seconds, no origin the first point",
      0,
      2,
      "<timeline><when xml:id='s'/><when xml:id='e' interval='2' since='#s'/></timeline>"
    ),
    Row(
      "since without #",
      0,
      2,
      "<timeline><when xml:id='s'/><when xml:id='e' interval='2' since='s'/></timeline>"
    ),
    Row(
      "no since means the point before",
      1,
      3.5,
      "<timeline><when xml:id='o'/><when xml:id='s' interval='1'/><when xml:id='e' interval='2.5'/></timeline>"
    ),
    Row(
      "a chain",
      1,
      3,
      "<timeline><when xml:id='o'/><when xml:id='s' interval='1' since='#o'/><when xml:id='e' interval='2' since='#s'/></timeline>"
    ),
    Row(
      "a chain that leads forward",
      3,
      5,
      "<timeline origin='#o'><when xml:id='o'/><when xml:id='s' interval='-2' since='#e'/><when xml:id='e' interval='5' since='#o'/></timeline>"
    ),
    Row(
      "a point without a time",
      0,
      nil,
      "<timeline><when xml:id='s'/><when xml:id='e'/><when xml:id='x' interval='9' since='#s'/></timeline>"
    ),
    Row(
      "an interval in words",
      0,
      nil,
      "<timeline><when xml:id='s'/><when xml:id='e' interval='unknown' since='#s'/></timeline>"
    ),
    Row(
      "clock times",
      0,
      61.5,
      "<timeline origin='#s'><when xml:id='s' absolute='10:59:00'/><when xml:id='e' absolute='11:00:01.5'/></timeline>"
    ),
    Row(
      "dates and clock times over midnight",
      0,
      120,
      "<timeline origin='#s'><when xml:id='s' absolute='2024-02-29T23:59:00'/><when xml:id='e' absolute='2024-03-01T00:01:00'/></timeline>"
    ),
    Row(
      "intervals since an origin with a clock time",
      0,
      3.2,
      "<timeline unit='s' origin='#s'><when xml:id='s' absolute='2024-03-12T10:00:00'/><when xml:id='e' interval='3.2' since='#s'/></timeline>"
    ),
    Row(
      "one clock time among intervals",
      1,
      3,
      "<timeline origin='#o'><when xml:id='o'/><when xml:id='s' interval='1' since='#o' absolute='10:00:01'/><when xml:id='e' absolute='10:00:03'/></timeline>"
    ),
    Row(
      "a clock time that nothing ties to the origin",
      0,
      nil,
      "<timeline origin='#s'><when xml:id='s'/><when xml:id='e' absolute='10:00:05'/></timeline>"
    ),
    Row(
      "a clock time before the one that is tied",
      1,
      5,
      "<timeline origin='#o'><when xml:id='o'/><when xml:id='s' absolute='10:00:01'/><when xml:id='e' interval='5' since='#o' absolute='10:00:05'/></timeline>"
    ),
    Row(
      "microseconds, rounded",
      0.000001,
      1.234568,
      "<timeline><when xml:id='o'/><when xml:id='s' interval='.000001' since='#o'/><when xml:id='e' interval='1.2345678' since='#o'/></timeline>"
    ),
  ]

  @Test("How timelines say when", arguments: rows)
  func timeline(_ row: Row) throws {
    #expect(try times(row.timeline) == [row.start, row.end])
  }

  @Test("A cycle is named, and its points have no time")
  func cycle() throws {
    let timeline =
      "<timeline><when xml:id='o'/><when xml:id='s' interval='1' since='#e'/>"
      + "<when xml:id='e' interval='1' since='#s'/></timeline>"
    let text = TEISamples.foreign("<u who='#a' start='#s' end='#e'>a</u>", text: timeline)
    let reading = TEI.read(text, lint: false)
    #expect(reading.codes.contains(.sinceCycle))
    #expect(reading.transcripts.first?.utterances.first?.start == nil)
    #expect(reading.transcripts.first?.utterances.first?.end == nil)
  }

  @Test("Times written into the utterance itself")
  func direct() throws {
    let text = TEISamples.foreign(
      """
      <u who='#a' start='1.5' end='00:00:03'>a</u>
      <u who='#a' start='00:00:03' end='01:02:03.250'>b</u>
      <u who='#a' start='02:10'>c</u>
      """,
      people: "<person xml:id='a'/>"
    )
    let reading = TEI.read(text, lint: false)
    let utterances = try #require(reading.transcripts.first?.utterances)
    #expect(utterances.map(\.start) == [1.5, 3, 130])
    #expect(utterances.map(\.end) == [3, 3723.25, nil])
    #expect(reading.codes == [])
  }

  @Test("Times written into the utterance itself are the same after writing")
  func directWritten() throws {
    let text = TEISamples.declared("<u who='#a' start='1.5' end='00:00:03'>a</u>")
    let written = TEI.write(try TEI.transcript(text)).text
    let utterance = try #require(try TEI.transcript(written).utterances.first)
    #expect(utterance.start == 1.5)
    #expect(utterance.end == 3)
  }

  @Test("Pointers to points: with and without #, into a named file, to nothing")
  func pointers() throws {
    let text = TEISamples.foreign(
      """
      <u who='#a' start='T1' end='#T2'>a</u>
      <u who='#a' start='x.xml#T1' end='#T2'>b</u>
      <u who='#a' start='#T7' end='#T2'>c</u>
      """,
      people: "<person xml:id='a'/>",
      text:
        "<timeline><when xml:id='T0'/><when xml:id='T1' interval='1'/><when xml:id='T2' interval='1'/></timeline>"
    )
    let reading = TEI.read(text, lint: false)
    let utterances = try #require(reading.transcripts.first?.utterances)
    #expect(utterances.map(\.start) == [1, 1, nil])
    #expect(utterances.map(\.end) == [2, 2, 2])
    #expect(reading.findings == ["dangling-pointer 6:1"])
  }

  @Test("A timeline behind the talk that refers to it")
  func timelineAfter() throws {
    let text = TEISamples.foreign(
      "<u who='#a' start='#T0' end='#T1'>a</u>"
        + "<timeline><when xml:id='T0'/><when xml:id='T1' interval='4'/></timeline>",
      people: "<person xml:id='a'/>"
    )
    let utterance = try #require(try TEI.transcript(text).utterances.first)
    #expect(utterance.start == 0)
    #expect(utterance.end == 4)
  }

  @Test("What the sample's timeline says")
  func sample() throws {
    let transcript = try TEI.transcript(TEISamples.meeting)
    #expect(transcript.timeline.count == 7)
    #expect((0..<7).map(transcript.timeline.seconds) == [0, 2.5, 4.25, 4.75, 6, 8.5, 12])
    #expect(transcript.timeline.end == 12)
    #expect(transcript.timeline.id(5) == "T5")
    #expect(transcript.utterances.map(\.start) == [0, 2.5, 4.25, 8.5, nil, nil])
    #expect(transcript.utterances.map(\.end) == [2.5, 4.75, 6, 12, nil, nil])
    #expect(transcript.utterances.map(\.transition) == [nil, nil, .overlap, .pause, nil, nil])
  }
}
