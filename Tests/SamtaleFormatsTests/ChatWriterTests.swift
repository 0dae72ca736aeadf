import Samtale
import SamtaleFormats
import Testing

/// CHAT as it is written, to the letter.
@Suite struct ChatWriterTests {
  private static func written(_ builder: TranscriptBuilder) -> (text: String, losses: [String]) {
    let (bytes, losses) = ChatWriter.write(builder.transcript())
    return (String(decoding: bytes, as: UTF8.self), losses.lines)
  }

  private static func body(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.first != "@" }
  }

  @Test func aWholeFile() {
    var builder = TranscriptBuilder(id: "m1", language: "nb")
    builder.header.title = "m1"
    builder.header.date = "2024-03-05"
    builder.header.media = "opptak.mp4"
    var person = Participant(id: "p.1", label: "Anna Berg", roles: ["SW"])
    person.attributes = [.init(.name, text: "Anna B. Berg"), .init(.occupation, text: "nurse")]
    let anna = builder.add(person)
    let other = builder.add(Participant(id: "p.2", label: "T1", roles: ["Teacher"]))
    var draft = UtteranceDraft(
      "Yes, e.g. then. We go", speakers: [anna], start: 1.5, end: 4.25)
    draft.add(MarkDraft(.pause, seconds: 0.6), at: 16..<16)
    draft.add(MarkDraft(.unclear), at: 16..<21)
    draft.addressees = [other]
    builder.append(draft)
    builder.appendBetween(MarkDraft(.incident, "phone rings"))
    var reply = UtteranceDraft("uh, really?", speakers: [other])
    reply.add(MarkDraft(.segment, type: "filler"), at: 0..<2)
    reply.add(MarkDraft(.contribution, "no no", by: [anna]), at: 4..<4)
    reply.transition = .overlap
    builder.append(reply)
    builder.append(UtteranceDraft("hm", speakers: []))
    builder.addTopic("the way", 0...1)
    let written = Self.written(builder)
    #expect(
      written.text == """
        @UTF8
        @Begin
        @Languages:\tnob
        @Participants:\tANN Anna_B．_Berg Participant, T1 Teacher, UNK Unidentified
        @ID:\tnob|m1|ANN|||||Participant||label=Anna Berg;role=SW|
        @ID:\tnob|m1|T1|||||Teacher|||
        @ID:\tnob|m1|UNK|||||Unidentified||unknown|
        @Media:\tm1, video
        @Comment:\tRecording file: opptak.mp4
        @Date:\t05-MAR-2024
        @Comment:\tFullwidth characters and raised commas in this file stand for characters that \
        CHAT reserves
        @Bg:\tthe way
        *ANN:\tYes , e.g． then .
        %xutt:\tu1
        *ANN:\t(0.6) <We go> [?] +. \u{15}1500_4250\u{15}
        %xutt:\tu1
        %add:\tT1
        @Comment:\t&=phone_rings
        *T1:\t+< &-uh , &*ANN:no_no really ?
        @Eg:\tthe way
        *UNK:\thm +.
        @End

        """)
    #expect(
      written.losses
        == [
          "1 × \(TranscriptFeature.remarks.name)", "1 × \(TranscriptFeature.attributes.name)",
        ])
  }

  /// CHAT demands a role. That nobody has said one is written as such, and comes back.
  @Test func nobodySaidTheRole() throws {
    var builder = TranscriptBuilder(id: "t")
    builder.append(UtteranceDraft("ja.", speakers: [builder.participant(labelled: "A")]))
    builder.append(
      UtteranceDraft("nei.", speakers: [builder.add(Participant(id: "p.b", label: "B"))]))
    builder.amend(1) { $0.roles = ["Participant"] }
    let text = Self.written(builder).text
    #expect(text.contains("@ID:\tund|t|A|||||Participant||no role|\n"))
    #expect(text.contains("@ID:\tund|t|B|||||Participant|||\n"))
    let back = try #require(Importer.read(bytes: Array(text.utf8)).transcript)
    #expect(back.participants.map(\.roles) == [[], ["Participant"]])
    let older = text.replacing("no role", with: "role=")
    let read = try #require(Importer.read(bytes: Array(older.utf8)).transcript)
    #expect(read.participants.map(\.roles) == [[], ["Participant"]])
  }

  @Test func codesAreShortAndUnlike() {
    var builder = TranscriptBuilder(id: "t")
    for label in ["Anna", "Anne", "ANN", "Ærø", "12", "MOT_2", "anniken"] {
      let person = builder.participant(labelled: label)
      builder.append(UtteranceDraft("ja.", speakers: [person]))
    }
    let codes = Self.body(Self.written(builder).text).map { $0.prefix { $0 != ":" } }
    #expect(codes == ["*AN2", "*AN3", "*ANN", "*R", "*PER", "*MOT_2", "*AN4"])
  }

  /// Stretches and what CHAT has for them.
  @Test(arguments: [
    (MarkDraft(.deleted), "<so then> [//]"),
    (MarkDraft(.deleted, type: "repetition"), "<so then> [/]"),
    (MarkDraft(.unclear), "<so then> [?]"),
    (MarkDraft(.segment, type: "stressed"), "<so then> [!]"),
    (MarkDraft(.segment, type: "overlap-follows.2"), "<so then> [>2]"),
    (MarkDraft(.segment, type: "overlap-top"), "⌈ so then ⌉"),
    (MarkDraft(.segment, type: "compound"), "so_then"),
    (MarkDraft(.segment, type: "anon"), "&{l=anon so then &}l=anon"),
    (MarkDraft(.segment, type: "language", language: "es"), "so@s:spa then@s:spa"),
  ])
  func stretches(_ stretch: (mark: MarkDraft, code: String)) {
    var builder = TranscriptBuilder(id: "t", language: "en")
    var draft = UtteranceDraft("so then we go", speakers: [builder.participant(labelled: "A")])
    draft.add(stretch.mark, at: 0..<7)
    builder.append(draft)
    let written = Self.written(builder)
    #expect(Self.body(written.text) == ["*A:\t\(stretch.code) we go +."])
  }

  /// What CHAT cannot hold is counted, and the words stay.
  @Test func lossesAreCounted() {
    var builder = TranscriptBuilder(id: "t", language: "en-GB")
    builder.header.title = "A title"
    builder.number = "3"
    let person = builder.participant(labelled: "A")
    var draft = UtteranceDraft("twenty °C ＋ later.", speakers: [person], start: 3)
    draft.add(MarkDraft(.unclear, reason: "noise"), at: 2..<6)
    draft.add(MarkDraft(.shift, "high", type: "pitch"), at: 7..<7)
    draft.add(MarkDraft(.pause), at: 7..<7)
    draft.add(MarkDraft(.gap, "a name", reason: "inaudible"), at: 7..<7)
    draft.add(MarkDraft(.anchor, start: 3.5), at: 7..<7)
    draft.add(MarkDraft(.vocal, "laughs", type: "laughter"), at: 9..<9)
    builder.append(draft)
    let written = Self.written(builder)
    #expect(Self.body(written.text) == ["*A:\ttwenty [?] (.) xxx C &=laughs ＋ later ."])
    let losses = ChatWriter.write(builder.transcript()).losses
    for feature in [
      TranscriptFeature.number, .header, .partialTimes, .shifts, .anchors,
    ] {
      #expect(losses[feature] == 1, "\(feature.name)")
    }
    for (feature, count) in [
      (TranscriptFeature.languages, 1), (.unclear, 2), (.pauses, 1), (.gaps, 1), (.vocals, 1),
    ] {
      #expect(losses[feature] == 0, "\(feature.name)")
      #expect(losses[partOf: feature] == count, "\(feature.name)")
    }
    #expect(losses["stretches that begin or end inside a word (widened to the word)"] == 1)
    #expect(losses["characters in words that CHAT reserves (left out)"] == 1)
  }
}
