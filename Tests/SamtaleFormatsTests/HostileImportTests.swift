import Samtale
import SamtaleFormats
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
  ]

  /// Numbers that are the same on every machine (splitmix64).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static func damaged(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
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
    var random = Seeded(state: seed)
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
    .timeLimit(.minutes(2)), arguments: ["<", "</v", "{\\", "//A1:", "a: ", "&", "<v a>", "[a"])
  func onePatternAHundredThousandTimes(_ pattern: String) {
    let text = String(repeating: pattern, count: 100_000)
    let vtt = Importer.read(bytes: Array("WEBVTT\n\n00:00.000 --> 00:01.000\n\(text)".utf8))
    let srt = Importer.read(bytes: Array("00:00:00,000 --> 00:00:01,000\n\(text)".utf8))
    #expect(vtt.report.accounting.isComplete)
    #expect(srt.report.accounting.isComplete)
  }

  /// The same for texts and tables, on one line and on many.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "[", "((", "\"", ",\"", "\n\"", "\n\"\"x", "A1: ", "\n- A1 (", "\n**", "#00:", "\n[00:01] ",
    ])
  func onePatternInTexts(_ pattern: String) {
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
    let start = ContinuousClock.now
    let result = Importer.read(bytes: bytes, named: "x.vtt")
    #expect(result.transcript?.utterances.count == cues)
    return ContinuousClock.now - start
  }

  /// Eight times as much takes at most sixteen times as long.
  @Test(.timeLimit(.minutes(5))) func twentyMegabytesTakeLinearTime() {
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

  @Test(.timeLimit(.minutes(5)), arguments: [7, 1_000_000])
  func largeTextsTakeLinearTime(_ people: Int) {
    let large = Self.labelled(16_000, people: people)
    let small = Self.labelled(2_000, people: people)
    #expect(large.count > 1_900_000)
    func time(_ bytes: [UInt8]) -> Duration {
      let start = ContinuousClock.now
      let result = Importer.read(bytes: bytes, named: "x.txt")
      #expect(result.report.accounting.isComplete && result.transcript != nil)
      return ContinuousClock.now - start
    }
    _ = time(small)
    let first = time(small)
    let second = time(large)
    #expect(second < first * 16, "\(first) for \(small.count), \(second) for \(large.count) bytes")
  }

  @Test(.timeLimit(.minutes(5))) func largeTablesTakeLinearTime() {
    let small = Self.table(3_000)
    let large = Self.table(24_000)
    _ = time(small, cues: 3_000)
    let first = time(small, cues: 3_000)
    let second = time(large, cues: 24_000)
    #expect(second < first * 16, "\(first) for \(small.count), \(second) for \(large.count) bytes")
  }
}
