import Samtale
import SamtaleFormats
import TestSupport
import Testing

/// CHAT that nobody would write.
@Suite struct ChatHostileTests {
  private static let seed = """
    @UTF8
    @Begin
    @Languages:\teng, spa
    @Participants:\tCHI Anna Child, MOT Mother
    @Options:\tCA
    @ID:\teng|c|CHI|3;00.||||Child|||
    @Bg:\tplay
    *CHI:\t+< <the (be)cause> [//] ⌈2 so@s:spa ⌉2 &=laughs (1:02.5) xxx . \u{15}120_3400\u{15}
    %mor:\tx|y z|w
    \tmore
    %eng:\tbecause
    %add:\tMOT
    *MOT:\t&{l=soft &*CHI:yeah_no &}l=soft “yes” [= a] [?] +/. [+ bch]
    @Eg:\tplay
    @Comment:\t&=door
    @End
    """

  private static func damaged(_ bytes: [UInt8], _ random: inout RandomTalk) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 + random.number(below: 8)) where !bytes.isEmpty {
      let place = random.number(below: bytes.count)
      switch random.number(below: 5) {
      case 0: bytes[place] ^= 1 << UInt8(random.number(below: 8))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[random.number(below: bytes.count)], at: place)
      case 3: bytes.removeLast(random.number(below: bytes.count) / 3)
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: UInt64(1)...12)
  func damagedFilesNeverBreakAnything(_ seed: UInt64) {
    var random = RandomTalk(seed: seed)
    var options = ImportOptions()
    options.format = .chat
    for _ in 0..<60 {
      let bytes = Self.damaged(Array(Self.seed.utf8), &random)
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
      let isSame = reading.transcripts == [transcript]
      #expect(isSame, "\(bytes)")
      let (written, losses) = ChatWriter.write(transcript)
      let again = Importer.read(bytes: written, options: options).transcript
      let isWhole = again?.utterances.count == transcript.utterances.count
      #expect(isWhole || losses.lines.count > 1, "\(bytes)")
    }
  }

  /// Brackets without end and chains of codes: nothing is looked at again and again.
  @Test(
    arguments: [
      "<", "[", "[/] ", "\u{15}", "(", "(1", "+<", "⌈", "⌉ ", "&{l=a ", "&}l=a ", "a [?] ", "“",
      "&*",
      "a. ", ",", "a_", "<a> [", "@s", "\n\t", "\n%x:\ty", "\n@Bg:\ta", "\n@Eg:\ta",
      "\n*A:\tb .\n%xutt:\tc", "0", "#", ">", "]", "a <", "+\"/.",
    ])
  func onePatternThirtyThousandTimes(_ pattern: String) throws {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let text = "*CHI:\ta " + String(repeating: pattern, count: 30_000)
    let result = Importer.read(bytes: Array(("@Begin\n" + text).utf8))
    #expect(result.report.accounting.isComplete)
    guard let transcript = result.transcript else { return }
    let (bytes, _) = ChatWriter.write(transcript)
    #expect(!bytes.isEmpty)
  }

  @Test func groupsInGroupsWithoutEnd() throws {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let depth = 20_000
    let text =
      "@Begin\n*CHI:\t" + String(repeating: "<a ", count: depth)
      + String(repeating: "> [/] ", count: depth) + "b ."
    let result = Importer.read(bytes: Array(text.utf8))
    let transcript = try #require(result.transcript)
    #expect(result.report.accounting.isComplete)
    #expect(
      result.diagnostics.contains { $0.what.hasPrefix("19800 marks of stretches lie inside") })
    #expect(TEI.read(bytes: TEI.write(transcript).bytes, named: "").transcripts == [transcript])
  }

  @Test func severalLinesOfTranslationAreOne() throws {
    let text = "@Begin\n*CHI:\thei .\n%eng:\thello .\n%xtran:\tnb: hei\n%eng:\tthere .\n@End"
    let transcript = try #require(Importer.read(bytes: Array(text.utf8)).transcript)
    #expect(transcript.translations.map(\.text) == ["hello . there .", "hei"])
  }

  private static func talk(lines: Int) -> [UInt8] {
    var text = "@UTF8\n@Begin\n@Participants:\tANN Anna Adult, BOB Adult\n"
    for i in 0..<lines {
      text += "*\(i % 2 == 0 ? "ANN" : "BOB"):\t<and then> [/] we went to the (har)bour , &=laughs "
      text +=
        "and nobody (0.5) said a word . \u{15}\(i * 1000)_\(i * 1000 + 900)\u{15}\n%com:\tquiet\n"
    }
    return Array((text + "@End\n").utf8)
  }

  private func time(_ bytes: [UInt8], lines: Int) -> Duration {
    let start = ProcessorTime.now
    let result = Importer.read(bytes: bytes, named: "x.cha")
    #expect(result.transcript?.utterances.count == lines)
    return ProcessorTime.now - start
  }

  /// Eight times as much takes at most sixteen times as long.
  @Test func largeFilesTakeLinearTime() {
    let small = Self.talk(lines: 1000)
    let large = Self.talk(lines: 8000)
    _ = time(small, lines: 1000)
    let first = time(small, lines: 1000)
    let second = time(large, lines: 8000)
    #expect(second < first * 16, "\(first) for \(small.count), \(second) for \(large.count) bytes")
  }
}
