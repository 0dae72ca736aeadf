import Samtale
import SamtaleFormats
import TestSupport
import Testing

@Suite struct TextGridTests {
  /// Anna with a tier of words, Bo, notes and a topic.
  private static let long = """
    File type = "ooTextFile"
    Object class = "TextGrid"

    xmin = 0
    xmax = 6.5
    tiers? <exists>
    size = 5
    item []:
        item [1]:
            class = "IntervalTier"
            name = "Anna"
            xmin = 0
            xmax = 6.5
            intervals: size = 3
            intervals [1]:
                xmin = 0
                xmax = 1.25
                text = "Shall we ""begin""?"
            intervals [2]:
                xmin = 1.25
                xmax = 3
                text = ""
            intervals [3]:
                xmin = 3
                xmax = 6.5
                text = "Yes
    please"
        item [2]:
            class = "IntervalTier"
            name = "Bo"
            xmin = 0
            xmax = 6.5
            intervals: size = 1
            intervals [1]:
                xmin = 1.0004
                xmax = 2.5
                text = "Now?"
        item [3]:
            class = "IntervalTier"
            name = "Anna - words"
            xmin = 0
            xmax = 6.5
            intervals: size = 3
            intervals [1]:
                xmin = 0
                xmax = 0.5
                text = "shall"
            intervals [2]:
                xmin = 0.5
                xmax = 1.25
                text = "we"
            intervals [3]:
                xmin = 3
                xmax = 4
                text = "yes"
        item [4]:
            class = "TextTier"
            name = "bell"
            xmin = 0
            xmax = 6.5
            points: size = 1
            points [1]:
                number = 2.75
                mark = "rings"
        item [5]:
            class = "IntervalTier"
            name = "topic"
            xmin = 0
            xmax = 6.5
            intervals: size = 1
            intervals [1]:
                xmin = 0
                xmax = 3
                text = "the plan"
    """

  @Test func tiersOfPeopleAreMergedByTime() throws {
    let result = imported(Self.long)
    let transcript = try #require(result.transcript)
    #expect(
      lines(transcript) == [
        "0.0–1.25 Anna: Shall we \"begin\"?", "1.0–2.5 Bo: Now?", "3.0–6.5 Anna: Yes please",
      ])
    // Words and the bell have times that no utterance has.
    #expect(result.diagnostics.map(\.code) == [.notCarried])
    #expect(
      result.diagnostics.map(\.what) == [
        "1 annotation of a further tier keeps its words but not its own time (tier: bell)"
      ])
    #expect(result.report.format == .textGrid)
    #expect(result.report.accounting.isComplete)
    #expect(result.report.accounting[.speech] == 17 + 4 + 10)
    #expect(transcript.header.recordingSeconds == 6.5)
    #expect(transcript.topics.map(\.label) == ["the plan"])
    #expect(transcript.topics.map(\.extent) == [.utterances(0...1)])
    #expect(transcript.marks.map(\.text) == ["rings"])
    #expect(transcript.marks.map(\.type) == ["bell"])
    #expect(transcript.marks.map(\.utterance) == [2])
    #expect(transcript.layers.map(\.type) == ["words"])
    #expect(transcript.layers[0].element.elements.map(\.text) == ["shall", "we", "yes"])
    #expect(
      TierView(transcript).utterances.map(\.annotations).flatMap(\.self) == [
        "words |shall@0.0–0.5", "words |we@0.5–1.25", "words |yes@3.0–4.0",
      ])
  }

  @Test func unicodeInSixteenBits() {
    let units = Array(("\u{FEFF}" + Self.long).utf16)
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let expected = imported(Self.long).transcript
    #expect(
      Importer.read(bytes: big, named: "x").transcript?.utterances.map(\.text)
        == expected?.utterances.map(\.text))
    #expect(Importer.read(bytes: little, named: "x").report.encoding == .utf16LittleEndian)
    #expect(Importer.read(bytes: big, named: "x").report.encoding == .utf16BigEndian)
  }

  /// A tier of words that names nobody is talk where it is not what the people who are named say.
  @Test func wordsOutsideTheTalkOfNamedPeopleAreTalk() {
    let result = imported(
      """
      "ooTextFile"
      "TextGrid"
      0 9 <exists> 2
      "IntervalTier" "Errors" 0 9 1
      0 1 "noise"
      "IntervalTier" "word" 0 9 4
      0 1 "one" 2 3 "two" 3 4 "sil" 4 9 "three"
      """)
    #expect(
      lines(result.transcript) == [
        "0.0–1.0 Errors: noise", "0.0–1.0 –: one", "2.0–3.0 –: two", "4.0–9.0 –: three",
      ])
    #expect(result.diagnostics.map(\.code) == [.notCarried, .guessed])
    #expect(result.report.guesses.map(\.labels) == [["Errors", "word"]])
  }

  private static let nameless = """
    "ooTextFile"
    "TextGrid"
    0 4 <exists> 3
    "IntervalTier" \"\"\"word\"\"\" 0 4 3
    0 1 "good" 1 2 "day" 3 4 "yes"
    "IntervalTier" "phrase" 0 4 2
    0 2 "good day" 3 4 "yes"
    "IntervalTier" "utterance" 0 4 1
    0 2 "Good day!"
    """

  /// Of tiers that name nobody only one is talk, which is said; the table of speakers decides.
  @Test func oneTierOfThoseThatNameNobodyIsTalk() throws {
    let result = imported(Self.nameless)
    #expect(lines(result.transcript) == ["0.0–2.0 –: good day", "3.0–4.0 –: yes"])
    #expect(result.transcript?.layers.compactMap(\.type) == ["word", "utterance"])
    let guess = try #require(result.report.guesses.first)
    #expect(guess.kind == .talkTiers && guess.labels == ["phrase"])
    #expect(
      guess.sentence
        == "of tiers that name no person some were taken for talk, others for annotations; talk is: phrase"
    )
    #expect(result.diagnostics.filter { $0.code == .notCarried } == [])
    var options = ImportOptions()
    options.speakers = try SpeakerMap(Array("label,role\nutterance,IP\n".utf8))
    let declared = Importer.read(
      bytes: Array(Self.nameless.utf8), named: "x.TextGrid", options: options)
    #expect(lines(declared.transcript) == ["0.0–2.0 utterance: Good day!"])
    #expect(declared.transcript?.participants.map(\.roles) == [["IP"]])
    #expect(declared.transcript?.layers.compactMap(\.type) == ["word", "phrase"])
    #expect(declared.report.guesses.isEmpty)
  }

  /// Quotation marks, words, tiers: nothing is looked at again and again.
  @Test(
    arguments: [
      "\"a", "\" \"", "<", "1 ", "\"IntervalTier\" \"words\" 0 1 1 0 1 \"a\"\n",
      "\"IntervalTier\" \"A\" 0 1 1 0 1 \"a\"\n", "a=",
    ])
  func onePatternThirtyThousandTimes(_ pattern: String) {
    let start = ProcessorTime.now
    defer { #expect(ProcessorTime.now - start < .seconds(30)) }
    let text = "\"ooTextFile\"\n\"TextGrid\"\n" + String(repeating: pattern, count: 30_000)
    #expect(imported(text).report.accounting.isComplete)
  }

  @Test func shortFormWithCommentsAndOddNumbers() {
    let result = imported(
      """
      File type = "ooTextFile short"
      "TextGrid" ! made by hand
      -0 1.5e1
      <exists>
      2 tiers
      "IntervalTier" "Åse" ! "not a name"
      -0 15 3
      -0 .5 "ja" +0.5 2. ""
      2,0 15 "nå"
      "TextTier" "" 0 15 1
      150% "ding"
      """)
    #expect(lines(result.transcript) == ["0.0–0.5 Åse: ja", "2.0–15.0 Åse: nå"])
    #expect(result.report.guesses == [ImportGuess(.irregularTimes, count: 1, line: 9)])
    #expect(result.transcript?.marks.map(\.utterance) == [1])
  }

  @Test func chronologicalForm() {
    let result = imported(
      """
      "Praat chronological TextGrid text file"
      0 4 ! Time domain.
      3 ! Number of tiers.
      "IntervalTier" "Anna" 0 4
      "IntervalTier" "Bo" 0 4
      "TextTier" "bell" 0 4

      1 0 1.5
      "hello"
      2 0 4
      "hi"
      3 2
      "ding"
      9 1 2
      "lost"
      """)
    #expect(lines(result.transcript) == ["0.0–1.5 Anna: hello", "0.0–4.0 Bo: hi"])
    #expect(result.transcript?.marks.map(\.text) == ["ding"])
    #expect(result.diagnostics.map(\.code) == [.notCarried, .notImported])
    #expect(result.diagnostics.map(\.line) == [nil, 15])
  }

  @Test func binaryForm() {
    func real(_ value: Double) -> [UInt8] {
      (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (56 - 8 * $0)) }
    }
    func name(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }
    func text(_ text: String) -> [UInt8] {
      let units = Array(text.utf16)
      if units.allSatisfy({ $0 < 0x80 }) { return [0, UInt8(units.count)] + Array(text.utf8) }
      return [0xFF, 0xFF, 0, UInt8(units.count)]
        + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
    let head = Array("ooBinaryFile".utf8) + name("TextGrid") + real(0) + real(2) + [1, 0, 0, 0, 1]
    let tier =
      name("IntervalTier") + text("Bjørn") + real(0) + real(2) + [0, 0, 0, 2]
      + real(0) + real(0.5) + text("") + real(0.5) + real(2) + text("på 𝄞")
    let result = Importer.read(bytes: head + tier)
    #expect(lines(result.transcript) == ["0.5–2.0 Bjørn: på 𝄞"])
    #expect(result.diagnostics == [])
    let broken = Importer.read(bytes: head + tier.dropLast(3))
    #expect(broken.transcript == nil)
    #expect(broken.diagnostics.contains { $0.what == "the binary file breaks off" })
  }

  @Test func otherObjectsAreRefused() {
    let result = imported("File type = \"ooTextFile\"\nObject class = \"PitchTier\"\n0\n1\n")
    #expect(result.transcript == nil)
    #expect(result.diagnostics.map(\.code) == [.notImported])
    #expect(result.report.accounting.isComplete)
  }

  @Test func brokenFilesGiveWhatTheyHold() {
    let result = imported(
      """
      File type = "ooTextFile"
      Object class = "TextGrid"

      xmin = 0
      xmax = 9
      tiers? <exists>
      size = 3
      item []:
          item [1]:
              class = "IntervalTier"
              name = "Anna"
              xmin = 0
              xmax = 9
              intervals: size = 4
              intervals [1]:
                  xmin = 0
                  xmax = 1
                  text = "he said "no" again"
              intervals [2]:
                  xmin = 1
                  xmax = 2
                  text = "not closed
              intervals [3]:
                  xmin = three
                  xmax = 4
                  text = "no start"
              intervals [4]:
                  xmin = 5
                  xmax = 4.5
                  text = "backwards"
              intervals [5]:
                  xmin = 6
                  xmax = 7
      """)
    #expect(
      lines(result.transcript) == [
        "0.0–1.0 Anna: he said \"no\" again", "1.0–2.0 Anna: not closed",
        "?–? Anna: no start", "5.0–? Anna: backwards",
      ])
    #expect(result.report.guesses == [ImportGuess(.loneQuotes, count: 2, line: 18)])
    #expect(
      result.diagnostics.filter { $0.code == .notImported }.map(\.line) == [nil, 22, 26, 33])
    #expect(result.diagnostics.contains { $0.code == .endBeforeStart && $0.line == 30 })
  }

  @Test func macRomanAndLatin() {
    let grid = { (label: [UInt8]) in
      Array(
        "\"ooTextFile\"\n\"TextGrid\"\n0 1\n<exists> 1\n\"IntervalTier\" \"A\" 0 1 1 0 1 \"".utf8)
        + label + Array("\"\n".utf8)
    }
    let mac = Importer.read(bytes: grid([0x70, 0x8C, 0x20, 0x67, 0x6A, 0xBF, 0x72, 0x65]))
    #expect(lines(mac.transcript) == ["0.0–1.0 A: på gjøre"])
    #expect(mac.report.encoding == .macRoman)
    #expect(mac.report.guesses.map(\.kind) == [.macRoman])
    let latin = Importer.read(bytes: grid([0x70, 0xE5, 0x20, 0x67, 0x6A, 0xF8, 0x72, 0x65]))
    #expect(lines(latin.transcript) == ["0.0–1.0 A: på gjøre"])
    #expect(latin.report.encoding == .windows1252)
  }

  /// Names of tiers and what becomes of them, where each holds one label from 1 s to 2 s and the
  /// first from 0 s to 3 s.
  @Test(arguments: [
    (["Anna", "Anna - phones"], ["Anna"], ["phones"]),
    (["Anna", "words@Anna"], ["Anna"], ["words"]),
    (["Anna", "Bo", "phones"], ["Anna", "Bo"], ["phones"]),
    (["Anna - words", "Anna - phones"], ["Anna"], ["phones"]),
    (["Mary", "Mary"], ["Mary"], ["Mary"]),
    (["words", "phones"], [], ["phones"]),
    (["Anna", "Anna-Lise"], ["Anna", "Anna-Lise"], []),
    (["Anna", "Anna [talk 2]"], ["Anna"], []),
  ])
  func namesOfTiers(_ names: [String], _ speakers: [String], _ layers: [String]) throws {
    var text = "\"ooTextFile\"\n\"TextGrid\"\n0 3\n<exists>\n\(names.count)\n"
    for (i, name) in names.enumerated() {
      text += "\"IntervalTier\" \"\(name)\"\n0 3 1\n"
      text += i == 0 ? "0 3 \"one\"\n" : "1 2 \"two\"\n"
    }
    let transcript = try #require(imported(text).transcript)
    #expect(transcript.participants.compactMap(\.label) == speakers)
    #expect(transcript.layers.compactMap(\.type) == layers)
    #expect(transcript.utterances.count == names.count - layers.count)
  }
}

/// The files of praatIO and of the Python package textgrid against what these packages read.
@Suite(.enabled(if: ReferenceFiles.areThere("textgrid"), ReferenceFiles.whySkipped))
struct TextGridReferenceTests {
  /// Name, number of labels that are not empty, sums of their starts and ends in milliseconds; by
  /// praatio 6.2.2 and, for the files that it refuses because intervals overlap by a tenth of a
  /// microsecond, TextGrid 1.6.1 (with halves rounded up; its sum of the ends of phones is 2 ms less,
  /// since it sums before it rounds).
  private static let mary = ["phone 14 11775 12978", "word 4 3039 4242", "pitch 4 3645 3645"]
  private static let bobby = ["\"word\" 4 1876 2928", "phrase 1 65 1117", " 4 2383 2383"]
  private static let merge = ["bob 4 17378 20372", "mary 4 18752 21781", "sarah 3 15483 16961"]
  private static let kyle = [
    "phone 104 145529642 145593300", "word 45 62867235 62930895", "mute 0 0 0",
    "Errors 3 4084389 4148049",
  ]

  private static let expected: [String: [String]] = [
    "kylebgorman/long_format": kyle, "kylebgorman/short_format": kyle,
    "praatio/all_tiers_have_the_same_name": ["Mary 1 66 234", "Mary 1 194 334", "Mary 1 412 519"],
    "praatio/bobby_phones_elan": ["phone 13 6843 7895"],
    "praatio/bobby_words_with_newlines": bobby, "praatio/bobby_words_with_newlines_longfile": bobby,
    "praatio/bobby_words_with_newlines_longfile_elan": bobby, "praatio/mary": mary,
    "praatio/mary_longfile": mary, "praatio/mary_longfile_with_negative_zero": mary,
    "praatio/mary_with_constrained_tier_times": mary, "praatio/mary_with_negative_zero": mary,
    "praatio/textgrid_to_merge": merge, "praatio/textgrid_to_merge_longfile": merge,
  ]

  @Test func tiersAndTimesAreThoseOfOtherReaders() throws {
    let paths = ReferenceFiles.paths(in: "textgrid", "TextGrid")
    #expect(paths.count == Self.expected.count)
    for path in paths {
      let bytes = try ReferenceFiles.bytes(path)
      let found = TextGridFile(SourceText(bytes)).tiers.map { tier in
        let labels = tier.intervals.filter { $0.text.contains { !$0.isWhitespace } }
        let sum = { (times: [Double?]) in
          times.reduce(0) { $0 + Int((($1 ?? .infinity) * 1000).rounded()) }
        }
        return "\(tier.name) \(labels.count) \(sum(labels.map(\.start))) \(sum(labels.map(\.end)))"
      }
      let name = path.dropFirst("textgrid/".count).dropLast(".TextGrid".count)
      #expect(found == Self.expected[String(name)], "\(path)")
      let result = Importer.read(bytes: bytes, named: path)
      #expect(result.transcript != nil && !result.hasErrors, "\(path)")
      #expect(result.report.accounting.isComplete, "\(path)")
    }
  }

  @Test func peopleOfTheFileToMerge() throws {
    let result = Importer.read(
      bytes: try ReferenceFiles.bytes("textgrid/praatio/textgrid_to_merge.TextGrid"))
    #expect(result.report.speakers == ["bob", "mary", "sarah"])
    #expect(result.report.utterances == 11)
  }
}

/// What Samtale writes, read again.
@Suite struct TextGridWriterTests {
  @Test func onePersonEachTier() throws {
    var builder = TranscriptBuilder(id: "m")
    let anna = builder.participant(labelled: "Anna")
    let bo = builder.participant(labelled: "words")
    builder.append(UtteranceDraft("Say \"hi\"", speakers: [anna], start: 0.5, end: 2))
    builder.append(UtteranceDraft("me too", speakers: [anna], start: 1, end: 1.5))
    builder.append(UtteranceDraft("no time", speakers: [bo]))
    builder.append(UtteranceDraft("who?", start: 3.25, end: 4))
    builder.addTopic("greeting", 0...1)
    builder.header.recordingSeconds = 5
    let (bytes, losses) = TextGridWriter.write(builder.transcript())
    let file = TextGridFile(SourceText(bytes))
    #expect(
      file.tiers.map(\.name) == ["Anna", "Anna [talk 2]", "words [talk]", "[talk]", "[topics]"])
    #expect(file.tiers[0].intervals.map(\.text) == ["", "Say \"hi\"", ""])
    #expect(file.tiers[0].intervals.map(\.start) == [0, 0.5, 2])
    #expect(file.tiers[0].intervals.map(\.end) == [0.5, 2, 5])
    #expect(losses["utterances without start and end, whose words are left out"] == 1)
    let result = Importer.read(bytes: bytes)
    #expect(
      lines(result.transcript) == [
        "0.5–2.0 Anna: Say \"hi\"", "1.0–1.5 Anna: me too", "3.25–4.0 –: who?",
      ])
    #expect(result.transcript?.participants.map(\.label) == ["Anna", "words"])
    #expect(result.transcript?.topics.map(\.extent) == [.utterances(0...1)])
    #expect(result.diagnostics == [])
  }

  @Test(arguments: UInt64(1)...200) func whatItHoldsComesBack(_ seed: UInt64) throws {
    var random = RandomGenerator(seed: seed)
    let transcript = TimedTalk.timed(&random)
    let (bytes, losses) = TextGridWriter.write(transcript)
    #expect(bytes == TextGridWriter.write(transcript).bytes)
    let back = try #require(Importer.read(bytes: bytes).transcript)
    #expect(lines(back) == lines(transcript))
    #expect(back.participants.map(\.label) == transcript.participants.map(\.label))
    #expect(back.header.recordingSeconds == transcript.header.recordingSeconds)
    let topics = { (transcript: Transcript) in
      transcript.topics.map { "\($0.label) \($0.extent)" }.sorted()
    }
    if losses[.topics] + losses[partOf: .topics] == 0 {
      #expect(topics(back) == topics(transcript))
    }
    let notes = { (transcript: Transcript) in
      transcript.marks.map { "\($0.utterance) \($0.text) \($0.type ?? "")" }
    }
    if losses[.notes] == 0 { #expect(notes(back) == notes(transcript)) }
    #expect(losses[.times] == 0 && losses[.labels] == 0 && losses[.silentPeople] == 0)
  }

  /// Annotations come back, with times of their own where they have them.
  @Test func annotationsComeBack() throws {
    var whole = 0
    for seed in UInt64(1)...200 {
      let transcript = TierTranscript.make(seed, isTimed: true)
      let (bytes, losses) = TextGridWriter.write(transcript)
      guard let back = Importer.read(bytes: bytes).transcript else { continue }
      let isTold =
        losses[.otherLayers] > 0 || losses[partOf: .partialTimes] > 0
        || losses["times of annotations that are not those of the utterance"] > 0
      if !isTold { whole += 1 }
      #expect(isTold || Self.annotated(back) == Self.annotated(transcript), "\(seed)")
    }
    #expect(whole > 20)
  }

  /// Timed utterances with what stands in layers.
  private static func annotated(_ transcript: Transcript) -> [String] {
    TierView(transcript).utterances.compactMap { utterance in
      guard let start = utterance.start, let end = utterance.end, start < end else { return nil }
      let layers = utterance.annotations.filter { !$0.hasPrefix("translation") }
      return "\(start)–\(end) \(utterance.text) \(layers)"
    }
    .sorted()
  }
}

/// Random talk for round trips.
enum TimedTalk {
  private static let labels = [
    "Anna", "Bo - words", "S02", "Kari \"K\" Lie", "notes", "Åse [talk]", "word", "A [topics]",
  ]
  private static let pieces = [
    "ja", "\"nei\"", "a < b & c", "<i>", "&amp;", "–", "hm …", "Bo: hei", "1.5", "-->", "#", "𝄞",
    "//S02: yes//", "intervals [2]:", "NOTE", "[laughs]", "(so)", "((door))", "[the plan]", "xxx",
    "*coughs*", "♪", "(.)", "(", "]", "x\u{2060}xx", "[\u{2060}ja]", "[name]",
  ]

  static func words(_ random: inout RandomGenerator) -> String {
    (0...Int.random(in: 0...5, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined(separator: " ")
  }

  /// People who talk, one thing after another beginning later, with topics and notes.
  static func timed(_ random: inout RandomGenerator) -> Transcript {
    var builder = TranscriptBuilder(id: "m")
    let people = labels.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))
      .map { builder.participant(labelled: $0) }
    var time = Int.random(in: 0...3000, using: &random)
    var last = time
    for i in 0...Int.random(in: 0...12, using: &random) {
      if Int.random(in: 0...4, using: &random) == 0 {
        let type = Bool.random(using: &random) ? "scribe" : nil
        builder.appendBetween(MarkDraft(.note, words(&random), type: type))
      }
      let end = time + Int.random(in: 1...4000, using: &random)
      let speaker = Int.random(in: -1..<people.count, using: &random)
      builder.append(
        UtteranceDraft(
          words(&random), speakers: speaker < 0 ? [] : [people[speaker]],
          start: Double(time) / 1000, end: Double(end) / 1000))
      if Int.random(in: 0...3, using: &random) == 0 {
        builder.addTopic(words(&random), Int.random(in: 0...i, using: &random)...i)
      }
      time += Int.random(in: 1...3000, using: &random)
      last = max(last, end)
    }
    builder.header.recordingSeconds = Double(last) / 1000
    return builder.transcript()
  }
}
