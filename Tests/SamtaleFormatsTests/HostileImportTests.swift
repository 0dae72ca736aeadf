import Samtale
import SamtaleFormats
import TestSupport
import Testing

/// Damaged files and large ones.
@Suite struct HostileImportTests {
  private static let seeds: [String] = [
    """
    WEBVTT - title
    Language: en

    NOTE a remark

    one
    00:00:01.000 --> 00:00:02.500 align:start
    <v.loud Anna &amp; Bo>We <i>begin</i> <00:02.000>//S02: yes// &lt; <ruby>a<rt>b</rt></ruby></v>

    00:03.000 --> 00:04.000
    Bo: <lang nb>så</lang>
    """,
    "1\r\n00:00:01,000 --> 00:00:02,500\r\n[SPEAKER_00]: {\\an8}<i>One</i>\r\n\r\n2\r\n0:3 --> 0:4\rTwo",
    """
    {"language": "en", "segments": [{"start": 0.5, "end": 4e0, "text": " A \\u00e5. B\\ud83d\\udc4d",
    "words": [{"word": "A", "start": 0.5, "speaker": "X"}, {"word": "B", "speaker": "Y"}]}]}
    """,
    """
    Harbour plan
    Date: 2024-03-05
    - SW7 (later): Hi [the GP] (laughs). [00:01:02]
    T6 (to SW7): yes (2.5) no
    ...
    SW7 What #00:00:02-3# now? ((coughs))
    T6:
    [they go] (pause) “så”
    """,
    "start;end;speaker;text;mood\r\n0:01;0:02,5;Anna;\"Hi, \"\"you\"\"\nthere\";glad\r\n3;4;Bo;Yes;;x",
    "Anna  0:49\nHi [00:50] there.\n\nUnknown Speaker\n1 minute 3 seconds\n1:03\nWait.",
    "[00:00:01.05] Anna: Hi.\n[00:00:02.05]\n[00:00:03.05] Bo: Yes. [00:00:04.05]\n",
    """
    <ANNOTATION_DOCUMENT AUTHOR="x" DATE="2020-01-01T00:00:00Z" VERSION="3.0"><HEADER><PROPERTY \
    NAME="samtale.title">T &amp; t</PROPERTY></HEADER><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" \
    TIME_VALUE="5"/><TIME_SLOT TIME_SLOT_ID="t2"/><TIME_SLOT TIME_SLOT_ID="t3" TIME_VALUE="99"/>\
    </TIME_ORDER><TIER TIER_ID="A" PARTICIPANT="A"><ANNOTATION><ALIGNABLE_ANNOTATION \
    ANNOTATION_ID="a1" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2"><ANNOTATION_VALUE>så (.)\
    </ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="g@A" \
    PARENT_REF="A"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1">\
    <ANNOTATION_VALUE>x</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>\
    </ANNOTATION_DOCUMENT>
    """,
    """
    <basic-transcription><head><meta-information><ud-meta-information><ud-information \
    attribute-name="date">2020-01-01</ud-information></ud-meta-information></meta-information>\
    <speakertable><speaker id="S"><abbreviation>A</abbreviation><sex value="f"/></speaker>\
    </speakertable></head><basic-body><common-timeline><tli id="T0" time="0.5"/><tli id="T1"/>\
    <tli id="T2" time="9"/></common-timeline><tier id="X" speaker="S" category="v" type="t">\
    <event start="T0" end="T1">så ((0,4s)) </event><event start="T1" end="T2">nei</event></tier>\
    <tier id="Y" speaker="S" category="p" type="a"><event start="T1" end="T2">x</event></tier>\
    <tier id="Z" category="topic" type="d"><event start="T0" end="T2">q</event></tier></basic-body>\
    </basic-transcription>
    """,
    """
    File type = "ooTextFile"
    Object class = "TextGrid"
    0 2 <exists> 2
    "IntervalTier" "Anna" 0 2 2
    0 1.5 "We \"\"begin\"\"!" 1.5 2 ""
    "TextTier" "bell" 0 2 1
    1.25 "ding"
    """,
    """
    <Trans><Topics><Topic id="t" desc="bus"/></Topics>
    <Speakers><Speaker id="a" name="Anna"/><Speaker id="b" name="Bo"/></Speakers>
    <Episode><Section type="report" topic="t" startTime="0" endTime="2">
    <Turn speaker="a b" startTime="0" endTime="2"><Sync time="0"/><Who nb="1"/>we &lt;begin&gt;
    <Event desc="r" extent="previous"/><Who nb="2"/>yes</Turn></Section></Episode></Trans>
    """,
  ]

  private static func damaged(_ bytes: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
      }
    }
    return bytes
  }

  /// Whatever comes in: no crash, every character accounted for, and what is written can be read.
  @Test(arguments: UInt64(1)...8, [ForeignFormat?.none] + ForeignFormat.allCases)
  func damagedFilesNeverBreakAnything(_ seed: UInt64, _ format: ForeignFormat?) throws {
    var random = SeededNumbers(seed: seed)
    var options = ImportOptions()
    options.format = format
    for round in 0..<120 {
      let seedText = Self.seeds[round % Self.seeds.count]
      let bytes = Self.damaged(Array(seedText.utf8), &random)
      let result = Importer.read(bytes: bytes, named: "x", options: options)
      #expect(result.report.accounting.isComplete)
      for category in TextAccounting.Category.allCases {
        #expect(result.report.accounting[category] >= 0, "\(category) in \(bytes)")
      }
      guard let transcript = result.transcript else {
        #expect(result.hasErrors)
        continue
      }
      let reading = TEI.read(bytes: TEI.write(transcript).bytes, named: "x")
      #expect(reading.transcripts == [transcript], "\(bytes)")
    }
  }

  /// Brackets without end, slashes, names: nothing is looked at again and again.
  @Test(
    arguments: ["<", "</v", "{\\", "//A1:", "a: ", "&", "<v a>", "[a"])
  func onePatternAHundredThousandTimes(_ pattern: String) {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let text = String(repeating: pattern, count: 100_000)
    let vtt = Importer.read(bytes: Array("WEBVTT\n\n00:00.000 --> 00:01.000\n\(text)".utf8))
    let srt = Importer.read(bytes: Array("00:00:00,000 --> 00:00:01,000\n\(text)".utf8))
    #expect(vtt.report.accounting.isComplete)
    #expect(srt.report.accounting.isComplete)
  }

  /// The same for texts and tables, on one line and on many.
  @Test(
    arguments: [
      "[", "((", "\"", ",\"", "\n\"", "\n\"\"x", "A1: ", "\n- A1 (", "\n**", "#00:", "\n[00:01] ",
    ])
  func onePatternInTexts(_ pattern: String) {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let count = pattern.hasPrefix("\n") ? 4_000 : 20_000
    let text = Array(String(repeating: pattern, count: count).utf8)
    for format in [ForeignFormat.plainText, .f4, .table] {
      var options = ImportOptions()
      options.format = format
      for start in ["speaker,text\n", "Anna: a\nBo: b\nAnna: c\n"] {
        let result = Importer.read(bytes: Array(start.utf8) + text, options: options)
        #expect(result.report.accounting.isComplete)
      }
    }
  }

  private static func webVTT(cues: Int) -> [UInt8] {
    var text = "WEBVTT\n"
    for i in 0..<cues {
      let time = "\(i / 3600 + 10):\(i / 60 % 60 + 100)".split(separator: ":").map(String.init)
      let stamp = "\(time[0]):\(time[1].dropFirst()):\(String(i % 60 + 100).dropFirst())"
      text += "\n\(stamp).000 --> \(stamp).900\n<v Speaker \(i % 7)>And then we went to the "
      text += "harbour, &amp; there <i>nobody</i> said //S0\(i % 9): mm// a single word.\n"
    }
    return Array(text.utf8)
  }

  private func time(_ bytes: [UInt8], cues: Int) -> Duration {
    let start = ProcessorTime.now
    let result = Importer.read(bytes: bytes, named: "x.vtt")
    #expect(result.transcript?.utterances.count == cues)
    return ProcessorTime.now - start
  }

  private static func elan(annotations: Int) -> [UInt8] {
    var slots = "<TIME_ORDER>"
    var talk = "<TIER TIER_ID=\"A\" PARTICIPANT=\"A\">"
    var glosses = "<TIER TIER_ID=\"g@A\" PARENT_REF=\"A\">"
    for i in 0..<annotations {
      slots += "<TIME_SLOT TIME_SLOT_ID=\"t\(i)\" TIME_VALUE=\"\(i * 10)\"/>\n"
      talk += "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a\(i)\" TIME_SLOT_REF1=\"t\(i)\" "
      talk += "TIME_SLOT_REF2=\"t\(i + 1)\"><ANNOTATION_VALUE>and then we went</ANNOTATION_VALUE>"
      talk += "</ALIGNABLE_ANNOTATION></ANNOTATION>\n"
      // A chain of annotations that hang on each other, the longest path there can be.
      let above = i == 0 ? "a0" : "b\(i - 1)"
      glosses += "<ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"b\(i)\" ANNOTATION_REF=\"\(above)\">"
      glosses += "<ANNOTATION_VALUE>gloss</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>\n"
    }
    let text =
      "<ANNOTATION_DOCUMENT VERSION=\"3.0\">" + slots + "</TIME_ORDER>" + talk + "</TIER>" + glosses
    return Array((text + "</TIER></ANNOTATION_DOCUMENT>").utf8)
  }

  private static func exmaralda(events: Int) -> [UInt8] {
    var points = "<common-timeline>"
    var talk = "<tier id=\"A\" speaker=\"S\" category=\"v\" type=\"t\">"
    var notes = "<tier id=\"B\" category=\"p\" type=\"a\">"
    for i in 0..<events {
      points += "<tli id=\"T\(i)\"/>\n"
      talk +=
        "<event start=\"T\(i)\" end=\"T\(i + 1 - i % 3 / 2)\">and then ((0.4s)) we went </event>\n"
      notes += "<event start=\"T\(i)\" end=\"T\(i + 1)\">gloss</event>\n"
    }
    let text =
      "<basic-transcription><basic-body>" + points + "</common-timeline>" + talk + "</tier>"
    return Array((text + notes + "</tier></basic-body></basic-transcription>").utf8)
  }

  /// Eight times as much takes at most sixteen times as long.
  @Test(arguments: [ForeignFormat.elan, .exmaralda])
  func tiersTakeLinearTime(_ format: ForeignFormat) {
    let make = format == .elan ? Self.elan(annotations:) : Self.exmaralda(events:)
    func time(_ count: Int) -> Duration {
      let bytes = make(count)
      let start = ProcessorTime.now
      let result = Importer.read(bytes: bytes, named: "x")
      #expect(result.transcript != nil && result.report.accounting.isComplete)
      return ProcessorTime.now - start
    }
    _ = time(3_000)
    let first = time(3_000)
    let second = time(24_000)
    #expect(second < first * 16, "\(first), \(second)")
  }

  /// Eight times as much takes at most sixteen times as long.
  @Test func twentyMegabytesTakeLinearTime() {
    let small = Self.webVTT(cues: 19_000)
    let large = Self.webVTT(cues: 152_000)
    #expect(large.count > 20_000_000)
    _ = time(small, cues: 19_000)
    let first = time(small, cues: 19_000)
    let second = time(large, cues: 152_000)
    #expect(second < first * 16, "\(first) for \(small.count), \(second) for \(large.count) bytes")
  }

  /// Text with labels, the same label for each of `people`, or a new one in each line.
  private static func labelled(_ count: Int, people: Int) -> [UInt8] {
    var text = ""
    for i in 0..<count {
      text += "Person \(i % people + 1): And then we went to the harbour, where [laughter] nobody "
      text += "said anything (pause) at all.\nShe was not there either.\n"
    }
    return Array(text.utf8)
  }

  private static func table(_ count: Int) -> [UInt8] {
    var text = "start,speaker,text\n"
    for i in 0..<count {
      text +=
        "\(i),Person \(i % 7),\"And then, we went to the \"\"harbour\"\" where nobody was.\"\n"
    }
    return Array(text.utf8)
  }

  @Test(arguments: [7, 1_000_000])
  func largeTextsTakeLinearTime(_ people: Int) {
    let large = Self.labelled(16_000, people: people)
    let small = Self.labelled(2_000, people: people)
    #expect(large.count > 1_900_000)
    func time(_ bytes: [UInt8]) -> Duration {
      let start = ProcessorTime.now
      let result = Importer.read(bytes: bytes, named: "x.txt")
      #expect(result.report.accounting.isComplete && result.transcript != nil)
      return ProcessorTime.now - start
    }
    _ = time(small)
    let first = time(small)
    let second = time(large)
    #expect(second < first * 16, "\(first) for \(small.count), \(second) for \(large.count) bytes")
  }

  @Test func largeTablesTakeLinearTime() {
    let small = Self.table(3_000)
    let large = Self.table(24_000)
    _ = time(small, cues: 3_000)
    let first = time(small, cues: 3_000)
    let second = time(large, cues: 24_000)
    #expect(second < first * 16, "\(first) for \(small.count), \(second) for \(large.count) bytes")
  }
}
