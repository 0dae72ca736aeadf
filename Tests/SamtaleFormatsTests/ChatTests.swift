import Samtale
import SamtaleFormats
import Testing

/// CHAT as the importer understands it, utterance by utterance.
@Suite struct ChatTests {
  static func importing(_ body: String, options: String = "", file: String = "t.cha")
    -> ImportResult
  {
    let head = """
      @UTF8
      @Begin
      @Languages:\teng, spa
      @Participants:\tCHI Anna Target_Child, MOT Mother
      \(options)@ID:\teng|corpus|CHI|3;01.21|female|typical|MC|Target_Child||own words|
      @ID:\teng|corpus|MOT|||||Mother|college||

      """
    return Importer.read(bytes: Array((head + body + "\n@End\n").utf8), named: file)
  }

  /// The marks of an utterance: kind, type, range and text.
  private static func marks(_ utterance: Utterance) -> [String] {
    utterance.marks.map { mark in
      let range = utterance.scalarRange(of: mark)
      let type = mark.type.map { ":" + $0 } ?? ""
      let more = [mark.text, mark.detail["xml:lang"] ?? "", mark.detail["reason"] ?? ""]
      return (["\(mark.kind.rawValue)\(type) \(range.lowerBound)-\(range.upperBound)"] + more)
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// A main line, the words that it becomes, and the marks.
  /// The codes are those of TalkBank's CHAT manual; the sentences are our own.
  static let lines: [(String, String, [String])] = [
    ("I see , well , a cat .", "I see, well, a cat.", []),
    ("is it „ really ?", "is it, really?", []),
    (
      "(be)cause she does(n't) .", "because she doesn't.", ["seg:omitted 0-2", "seg:omitted 16-19"]
    ),
    ("New_York has ice+cream .", "New York has ice-cream.", ["seg:compound 0-8"]),
    ("no:: o^kay ˈhello ↑up° .", "no okay hello up.", []),
    ("mama@f runs@x .", "mama runs.", []),
    ("I want agua@s:spa fría@s:spa now .", "I want agua fría now.", ["seg:language 7-16 es"]),
    ("hola@s .", "hola.", ["seg:language 0-4 es"]),
    (
      "&-uh &~goo &+fr from &ba .", "uh goo fr from ba.",
      [
        "seg:filler 0-2", "seg:nonword 3-6", "del:truncation 7-9", "del:truncation 15-17",
      ]
    ),
    (
      "<the big> [/] the [//] a dog .", "the big the a dog.",
      [
        "del:repetition 0-7", "del 8-11",
      ]
    ),
    ("I [///] we [/-] stop .", "I we stop.", ["del:reformulation 0-1", "del:falseStart 2-4"]),
    ("<<see the> [?] end> [<] .", "see the end.", ["seg:overlap-precedes 0-11", "unclear 0-7"]),
    (
      "gonna [: going to] go [*] .", "gonna go.",
      [
        "note:replacement 5-5 going to", "note:error 8-8 *",
      ]
    ),
    (
      "<in there> [= the box] now .", "in there now.",
      [
        "seg:scope 0-8", "note:explanation 8-8 the box",
      ]
    ),
    (
      "oh [=! whispers] dear [% softly] .", "oh dear.",
      [
        "note:paralinguistic 2-2 whispers", "note:comment 7-7 softly",
      ]
    ),
    (
      "you [!] did <that one> [!!] .", "you did that one.",
      [
        "seg:stressed 0-3", "seg:contrastive 8-16",
      ]
    ),
    (
      "a (.) b (..) c (...) d .", "a b c d.",
      [
        "pause:short 2-2", "pause:long 4-4", "pause:very-long 6-6",
      ]
    ),
    (
      "xxx and yyy and www .", "and and.",
      [
        "gap 0-0 inaudible", "gap 4-4 phonology", "gap 8-8 untranscribed",
      ]
    ),
    (
      "&=laughs yes &=head:yes &=door_slams .", "yes.",
      [
        "vocal 0-0 laughs", "kinesic 4-4 head:yes", "incident 4-4 door slams",
      ]
    ),
    ("0 .", "", ["kinesic:action 0-0"]),
    ("0she goes .", "goes.", ["note:omitted-word 0-0 she"]),
    (
      "that &*MOT:oh_hm works &*MOT:ah.", "that works.",
      [
        "contribution:contribution 5-5 oh hm", "contribution:contribution 11-11 ah",
      ]
    ),
    ("⌈2 one ⌉2 two .", "one two.", ["seg:overlap-top.2 0-3"]),
    ("so⌈me thing⌉ .", "some thing.", ["seg:overlap-top 2-10"]),
    ("&{l=soft so it &}l=soft is .", "so it is.", ["seg:soft 0-5"]),
    ("she said “hello” .", "she said “hello”.", []),
    ("[^ yawns] go . [+ bch]", "go.", ["note 0-0 yawns", "note:postcode 3-3 bch"]),
    ("at 8:30 or 3.5 ?", "at 8:30 or 3.5?", []),
    ("hm+...", "hm", []),
    (
      "hm &=coughs # well ##", "hm well", ["vocal 3-3 coughs", "pause:short 3-3", "pause:long 7-7"]
    ),
  ]

  @Test(arguments: lines)
  func aLine(_ line: (content: String, words: String, marks: [String])) throws {
    let result = Self.importing("*CHI:\t" + line.content)
    let utterance = try #require(result.transcript?.utterances.first)
    #expect(utterance.text == line.words)
    #expect(Self.marks(utterance) == line.marks)
    #expect(result.report.accounting.isComplete)
    #expect(result.report.accounting[.markup] > 0)
  }

  private func talk(_ lines: String...) -> ImportResult {
    let head = "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tMOT Mother\n"
    let text = head + lines.map { "*MOT:\t\($0)\n" }.joined() + "@End\n"
    return Importer.read(bytes: Array(text.utf8), named: "x.cha")
  }

  private func mainLines(_ result: ImportResult) throws -> [String] {
    let bytes = ChatWriter.write(try #require(result.transcript)).bytes
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("*") }.map { String($0.dropFirst(6)) }
  }

  /// What has no place in a transcript is said, once of each kind.
  @Test func whatIsLeftOutIsSaid() throws {
    let result = talk(
      "plain words .", "↑very °soft° a∆b no:: .", "gugu@o ice+cream wah@b ↑oh .",
      "well ‡ come .", "<&=laughs> [>] .")
    #expect(
      result.diagnostics.filter { $0.code == .notCarried }.map { "\($0.line ?? 0) \($0.what)" } == [
        "6 7 signs of intonation, loudness and length were left out of the words (↑ ° ∆ :)",
        "7 2 special form markers behind words were left out (@o @b)",
        "7 1 × the + of compounds was written as a hyphen (+)",
        "8 1 × a sign of what precedes or follows a sentence became a comma (‡)",
        "9 1 code that is about no words, but about an event, was left out ([>])",
      ])
    #expect(talk("plain words .").diagnostics.isEmpty)
  }

  @Test(arguments: [
    "gonna [: going to] go .", "goed [:: went] home .", "here [<] it is .", "+< here [<] it is .",
    "⌊ here ⌋ it is .", "+< here it is .", "not this . [+ bch] [+ exc]",
    "yes . [+ x] \u{15}10_20\u{15}",
    "at 17:30 from http://x.no/y or 3.5 .",
  ])
  func mainLinesComeBack(_ line: String) throws {
    let result = talk(line)
    #expect(try mainLines(result) == [line])
    #expect(result.diagnostics.isEmpty)
  }

  /// Text with bullets of a list in front of its labels is no CHAT.
  @Test func aListIsNotCHAT() {
    let list = Importer.read(bytes: Array("* SW7:\tHello.\n* IP2:\tYes.\n* SW7:\tNo.\n".utf8))
    #expect(list.report.format != .chat)
    let chat = Importer.read(bytes: Array("*SW7:\thello .\n*IP2:\tyes .\n".utf8))
    #expect(chat.report.format == .chat)
  }

  @Test func pausesHaveTheirLength() throws {
    let result = Self.importing("*CHI:\ta (2.5) b (1:02.5) c (3.) d .")
    let utterance = try #require(result.transcript?.utterances.first)
    #expect(utterance.text == "a b c d.")
    #expect(utterance.marks.map(\.seconds) == [2.5, 62.5, 3])
  }

  @Test func endsAndBeginningsAreKeptInLayers() throws {
    let body = """
      *CHI:\tso I went +/.
      *MOT:\t+< where to +/?
      *CHI:\t+, out +...
      *MOT:\t++ and back .
      *CHI:\t+^ yes +".
      """
    let transcript = try #require(Self.importing(body).transcript)
    #expect(
      transcript.utterances.map(\.text) == ["so I went", "where to?", "out", "and back.", "yes."])
    #expect(transcript.utterances.map(\.transition) == [nil, .overlap, nil, nil, .latching])
    let layers = transcript.layers.map { layer in
      [layer.type ?? ""] + layer.element.elements.map { ($0["target"] ?? "") + " " + $0.text }
    }
    #expect(
      layers == [
        ["chat.terminator", "#u1 +/.", "#u2 +/?", "#u3 +...", "#u5 +\"."],
        ["chat.linker", "#u3 +,", "#u4 ++"],
      ])
  }

  @Test func bulletsAreTimes() throws {
    let body = """
      *CHI:\tone two . \u{15}1200_3400\u{15}
      *MOT:\tthree \u{15}3400_3900\u{15} four
      \tfive ? \u{15}3900_5000\u{15}
      *CHI:\told . \u{15}%mov:"tape_1"_6000_7000\u{15}
      *CHI:\twrong . \u{15}9000_8000\u{15}
      """
    let result = Self.importing(body)
    let transcript = try #require(result.transcript)
    #expect(transcript.utterances.map(\.start) == [1.2, 3.4, 6, 9])
    #expect(transcript.utterances.map(\.end) == [3.4, 5, 7, nil])
    #expect(transcript.utterances[1].text == "three four five?")
    #expect(Self.marks(transcript.utterances[1]) == ["anchor 6-6"])
    let point = transcript.utterances[1].marks.first?.detail.start
    #expect(point.flatMap { transcript.timeline.seconds($0) } == 3.9)
    #expect(result.diagnostics.map(\.code) == [.endBeforeStart])
  }

  @Test func dependentTiersAreLayersNotesAddresseesAndTranslations() throws {
    let body = """
      *CHI:\tgive me .
      %mor:\tverb|give pron|me .
      %com:\tpoints at the
      \tshelf
      %add:\tMOT
      %spa:\tdame
      %eng:\tgive it to me
      %wor:\tgive \u{15}10_20\u{15} me .
      """
    let transcript = try #require(Self.importing(body).transcript)
    let utterance = transcript.utterances[0]
    #expect(Self.marks(utterance) == ["note:com 8-8 points at the shelf"])
    #expect(utterance.addressees.map { transcript.participants[$0].label } == ["MOT"])
    #expect(transcript.translations.map(\.text) == ["give it to me"])
    #expect(transcript.translations.map(\.language) == ["en"])
    let layers = transcript.layers.map { ($0.type ?? "") + " " + $0.element.elements[0].text }
    #expect(
      layers == [
        "mor verb|give pron|me .", "spa dame", "wor give •10_20• me .",
        "translation give it to me",
      ])
  }

  @Test func headersSayWhoAndWhen() throws {
    let body = """
      @Date:\t28-JUL-2001
      @Media:\tt, video
      @Birth of CHI:\t07-JUN-1998
      @Situation:\tat table
      @Comment:\tthe radio is on
      *CHI:\thi .
      @Comment:\t&=door_slams
      *DOG:\twoof .
      """
    let result = Self.importing(body)
    let transcript = try #require(result.transcript)
    #expect(transcript.language == "en")
    #expect(transcript.date == "2001-07-28")
    #expect(transcript.header.media == ["t"])
    #expect(transcript.participants.map(\.label) == ["CHI", "MOT", "DOG"])
    #expect(transcript.participants[0].roles == ["Target_Child"])
    let facts = transcript.participants[0].attributes.map {
      "\($0.kind.rawValue) \($0.type ?? "-") \($0.value ?? "-") \($0.text)"
    }
    #expect(
      facts == [
        "persName - - Anna", "sex - f female", "age - - 3;01.21", "trait group - typical",
        "state SES - MC", "state birth - 07-JUN-1998", "note custom - own words",
      ])
    let between = transcript.marks.filter(\.isBetween).map {
      "\($0.utterance) \($0.kind.rawValue) \($0.type ?? "-") \($0.text)"
    }
    #expect(
      between == [
        "0 note Situation at table", "0 note - the radio is on", "1 incident - door slams",
      ])
    #expect(result.diagnostics.map(\.code) == [.undeclaredSpeaker])
  }

  @Test func gemsAreTopics() throws {
    let body = """
      @Bg:\tplay
      *CHI:\tone .
      @Bg:\tfood
      *CHI:\ttwo .
      @Eg:\tplay
      *CHI:\tthree .
      @Eg:\tfood
      @G:\tbooks
      *CHI:\tfour .
      @G:\tbed
      *CHI:\tfive .
      """
    let transcript = try #require(Self.importing(body).transcript)
    #expect(
      transcript.topics.map(\.label) == ["play", "food", "books", "bed"])
    #expect(
      transcript.topics.map(\.extent) == [
        .utterances(0...1), .utterances(1...2), .utterances(3...3), .utterances(4...4),
      ])
  }

  @Test func conversationAnalysisHasItsOwnSigns() throws {
    let body = "*CHI:\tthe (maybe words) go ⇗\n*MOT:\t≡ Ϋyawn ⌊on⌋"
    let transcript = try #require(
      Self.importing(body, options: "@Options:\tCA\n").transcript)
    #expect(transcript.utterances.map(\.text) == ["the maybe words go", "yawn on"])
    #expect(Self.marks(transcript.utterances[0]) == ["unclear 4-15"])
    #expect(transcript.utterances[1].transition == .latching)
    #expect(transcript.layers.map { $0.element.elements[0].text } == ["⇗", "≡"])
  }

  @Test func languagesOfUtterances() throws {
    let transcript = try #require(Self.importing("*CHI:\t[- spa] dame la leche .").transcript)
    #expect(transcript.utterances[0].language == "es")
    #expect(transcript.utterances[0].text == "dame la leche.")
  }

  /// Whatever is wrong with a file, the rest is read, and what is wrong is said.
  @Test func oddFilesAreReadWithFindings() throws {
    let text = """
      *CHI: no tab .\r
      lost words\r
      %xyz:\tsomething\r
      *MOT:\t<open [/] and [unknown] ] .\r
      *\tno colon\r
      @Eg:\tnever begun\r
      @Bg:\tnever ended\r
      *MOT:\tlast .
      """
    var options = ImportOptions()
    options.format = .chat
    let result = Importer.read(bytes: Array(text.utf8), named: "ODD.CHA", options: options)
    let transcript = try #require(result.transcript)
    #expect(transcript.utterances.map(\.text) == ["no tab. lost words", "open and.", "last."])
    #expect(transcript.topics.map(\.label) == ["never ended"])
    let found = Set(result.diagnostics.map(\.what))
    for what in [
      "a line has no tab after the colon", "the header @Begin is missing",
      "the header @End is missing", "the header @Participants is missing",
      "a line begins like none of CHAT; 10 characters are skipped",
      "a sign of CHAT stands alone: [unknown]", "a sign of CHAT stands alone: ]",
      "a sign of CHAT stands alone: <",
      "the gem “never ended” is begun with @Bg and never ended",
      ImportGuess.Kind.unmarkedLines.meaning,
    ] {
      #expect(found.contains(what), "\(what)")
    }
    #expect(result.report.accounting.isComplete)
  }

  @Test func theRecordingIsCalledOtherwise() throws {
    let result = Self.importing("@Media:\tother, audio\n*CHI:\thi .", file: "x/t.cha")
    #expect(result.diagnostics.map(\.code) == [.mediaDiffers])
    #expect(result.transcript?.header.media == ["other"])
  }

  @Test func oldFilesInLatin1() throws {
    let bytes =
      Array("@Begin\n@Participants:\tCHI Child\n*CHI:\tbl".utf8) + [0xE5]
      + Array("br .\n@End\n".utf8)
    let result = Importer.read(bytes: bytes, named: "t.cha")
    #expect(result.report.format == .chat)
    #expect(result.report.encoding == .windows1252)
    #expect(result.transcript?.utterances.first?.text == "blåbr.")
    #expect(result.report.guesses.map(\.kind) == [.encoding])
  }

  @Test(arguments: [
    "@Begin\n@Participants:\tA B\n", "@Participants: A B\n*A: hi\n", "*CHI:\thi .\n",
  ])
  func filesAreRecognised(_ text: String) {
    #expect(ForeignFormat(SourceText(Array(text.utf8))) == .chat)
  }
}
