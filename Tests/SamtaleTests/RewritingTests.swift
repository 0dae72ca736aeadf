import Samtale
import TestSupport
import Testing

@Suite("Texts rewritten, places kept")
struct TextRewriteTests {
  private func rewrite(_ from: Int, _ to: Int, _ text: String) -> TextRewrite {
    TextRewrite(scalars: from..<to, text: text)
  }

  @Test func textsAndPlaces() {
    let new = RewrittenText("Kari took it to Bø.", [rewrite(0, 4, "👩‍🔧"), rewrite(16, 18, "Town")])
    #expect(new.text == "👩‍🔧 took it to Town.")
    #expect(new.count == 2)
    // The emoji has three scalars.
    #expect(new.map.range(5..<9) == 4..<8)
    #expect(new.map.range(0..<4) == 0..<3)
    #expect(new.map.range(16..<18) == 15..<19)
    #expect(new.map.offset(19) == 20)
  }

  @Test func aPlaceInsideWhatWasReplacedTakesInAllOfIt() {
    let map = RewrittenText("Kari Berg said", [rewrite(0, 9, "Somebody")]).map
    #expect(map.range(0..<4) == 0..<8)
    #expect(map.range(5..<9) == 0..<8)
    #expect(map.range(2..<3) == 0..<8)
    #expect(map.range(7..<14) == 0..<13)
    #expect(map.range(9..<14) == 8..<13)
    #expect(map.range(4..<4) == 0..<0)
    #expect(map.changes(8..<9))
    #expect(!map.changes(9..<14))
  }

  @Test func whatCannotBeDoneIsLeftOut() {
    let text = "one two"
    let same = RewrittenText(text, [rewrite(0, 3, "one"), rewrite(5, 9, "x")])
    #expect(same.text == text && same.count == 0 && same.map.isIdentity)
    let overlap = RewrittenText(text, [rewrite(0, 3, "1"), rewrite(2, 5, "?"), rewrite(4, 7, "2")])
    #expect(overlap.text == "1 2")
    let unordered = RewrittenText(text, [rewrite(4, 7, "2"), rewrite(0, 3, "1")])
    #expect(unordered.text == "1 2")
  }

  @Test func whatIsPutInBelongsToTheScalarBesideIt() {
    let text = "ab"
    #expect(RewrittenText(text, [rewrite(1, 1, "-")]).text == "a-b")
    #expect(RewrittenText(text, [rewrite(1, 1, "-")]).map.range(0..<1) == 0..<2)
    #expect(RewrittenText(text, [rewrite(0, 0, "<"), rewrite(2, 2, ">")]).text == "<ab>")
    #expect(RewrittenText(text, [rewrite(0, 0, "<"), rewrite(0, 1, "A")]).text == "<Ab")
    #expect(RewrittenText("", [rewrite(0, 0, "new")]).text == "new")
  }
}

/// Finds given words, whole or not, and nothing else.
func replacing(_ words: [(String, String)]) -> @Sendable (String) -> [TextRewrite] {
  let words = words.map { (Array($0.0.unicodeScalars), $0.1) }
  return { text in
    let scalars = Array(text.unicodeScalars)
    var found: [TextRewrite] = []
    var at = 0
    while at < scalars.count {
      if let word = words.first(where: { scalars[at...].starts(with: $0.0) }) {
        found.append(TextRewrite(scalars: at..<at + word.0.count, text: word.1))
        at += word.0.count
      } else {
        at += 1
      }
    }
    return found
  }
}

@Suite("Transcripts rewritten")
struct RewritingTests {
  private func meeting() throws -> Transcript {
    var builder = TranscriptBuilder(id: "kari-m1", language: "en", file: "data/Kari-m1.vtt")
    builder.header.title = "Kari's meeting"
    builder.header.source = "Kari-m1.vtt"
    builder.header.media = "Kari Berg.mp4"
    let kari = builder.add(
      Participant(
        id: "p.Kari", label: "Kari", memberships: [.init(team: "Kari's team")],
        attributes: [.init(.name, text: "Kari Berg"), .init(.note, text: "sister of Liv")]))
    let liv = builder.add(Participant(id: "p.Liv", label: "Liv"))
    var draft = UtteranceDraft(speakers: [kari], start: 0, end: 2)
    draft.append("I am ")
    draft.append("Ka", as: .init(.unclear))
    draft.append("ri Berg")
    draft.add(.init(.note, "Kari laughs"))
    draft.append(" of ")
    draft.append("Bø", as: .init(.segment, type: "place"))
    draft.add(.init(.contribution, "hei Kari", by: [liv]))
    draft.append(".")
    builder.append(draft)
    builder.append(UtteranceDraft("Kari", speakers: [liv], start: 2, end: 3))
    builder.append(UtteranceDraft("No name.", speakers: [kari, liv], start: 3, end: 4))
    return builder.transcript()
  }

  private let names = replacing([
    ("Kari Berg", "X"), ("Kari", "Guro 👩‍🔧"), ("Liv", "N"), ("Bø", "the town"),
  ])

  @Test func everyPartOfATranscript() throws {
    let old = try meeting()
    let result = old.rewriting(names)
    let new = result.transcript
    #expect(new.id == "guro____-m1")
    #expect(new.file == "data/Guro 👩‍🔧-m1.vtt")
    #expect(new.header.title == "Guro 👩‍🔧's meeting")
    #expect(new.participants.map(\.id) == ["p.Guro____", "p.N"])
    #expect(new.participants.map(\.label) == ["Guro 👩‍🔧", "N"])
    #expect(new.participants[0].attributes.map(\.text) == ["X", "sister of N"])
    #expect(new.teams.map(\.names) == [["Guro 👩‍🔧's team"]])
    #expect(new.participants[0].memberships.map(\.team) == new.teams.map(\.id))
    #expect(
      new.utterances.map(\.text) == ["I am X of the town.", "Guro 👩‍🔧", "No name."])
    #expect(new.utterances.map(\.id) == old.utterances.map(\.id))
    #expect(new.utterances.map(\.speakers) == [[0], [1], [0, 1]])
    #expect(new.utterances.map(\.start) == old.utterances.map(\.start))
    let first = new.utterances[0]
    // The unclear half of the name takes in all of it.
    #expect(first.marks.map { first.scalarRange(of: $0) } == [5..<6, 6..<6, 10..<18, 18..<18])
    #expect(first.marks.map(\.text) == ["", "Guro 👩‍🔧 laughs", "", "hei Guro 👩‍🔧"])
    #expect(result.map(0).range(5..<9) == 5..<6)
    #expect(result.counts[.words] == 3)
    #expect(result.counts[.notes] == 1)
    #expect(result.counts[.contributions] == 1)
    // The transcript, two people, a team.
    #expect(result.counts[.identifiers] == 4)
    #expect(result.counts.keptIdentifiers == 0)
    #expect(!TEI.write(new).text.contains("Kari"))
    #expect(!TEI.write(new).text.contains("Liv"))
  }

  @Test func annotationsStandOnTheSameWords() throws {
    let standOff = """
      <standOff><spanGrp type="topics"><span xml:id="t1" target="#string-range(u1,5,9) #u2">Kari</span></spanGrp>
      <listAnnotation type="codings"><annotation xml:id="a1" ana="#c.Kari" resp="#r" motivation="classifying" \
      target="#string-range(u1,5,4)"><note>on Kari</note></annotation></listAnnotation>
      <spanGrp type="translation" xml:lang="nb"><span target="#u2">Kari igjen</span></spanGrp>\
      <note type="memo" n="Kari" target="#string-range(u2,0,4)">Memo on Kari</note></standOff>
      """
    let text = TEISamples.profile(
      "<u xml:id='u1' who='#a'>I am Kari Berg</u><u xml:id='u2' who='#a'>Kari again</u>",
      standOff: standOff)
    let old = try TEI.transcript(text)
    try #require(old.layers.count == 3)
    let new = old.rewritten(replacing([("Kari Berg", "Ola"), ("Kari", "Somebody")]))
    #expect(
      new.topics.map(\.extent) == [
        .stretches([.init(utterance: 0, scalars: 5..<8), .init(utterance: 1)])
      ])
    #expect(new.topics.map(\.label) == ["Somebody"])
    let coding = new.layers[0].element.elements[0]
    #expect(coding["target"] == "#string-range(u1,5,3)")
    #expect(coding["ana"] == "#c.Somebody")
    #expect(coding.text == "on Somebody")
    #expect(new.translations.map(\.text) == ["Somebody igjen"])
    #expect(new.layers[2].element["target"] == "#string-range(u2,0,8)")
    #expect(new.layers[2].element["n"] == "Somebody")
    #expect(new.layers.map(\.type) == ["codings", "translation", "memo"])
  }

  @Test func twoPeopleStayTwo() throws {
    let old = try meeting()
    let new = old.rewritten(replacing([("Kari", "X"), ("Liv", "X")]))
    #expect(new.participants.map(\.id) == ["p.X", "p.X.2"])
    #expect(new.utterances.map(\.speakers) == old.utterances.map(\.speakers))
    #expect(TEI.read(TEI.write(new).text, named: "x", lint: false).transcripts == [new])
    // Nobody gets the identifier of somebody who keeps it.
    let taken = old.rewritten(replacing([("Kari", "Liv")]))
    #expect(taken.participants.map(\.id) == ["p.Liv.2", "p.Liv"])
  }

  @Test func initialsFitTheNewName() throws {
    let written = TEI.write(try meeting()).text.replacing(
      "</titleStmt>",
      with: """
        <respStmt><resp>c</resp><name>Kari Berg</name><name type="initials">KB</name></respStmt>
        <respStmt><resp>c</resp><name>Ola Vik</name><name type="initials">OV</name></respStmt>
        </titleStmt>
        """)
    let old = try TEI.transcript(written)
    let new = old.rewritten(replacing([("Kari Berg", "First coder")]))
    let statements = try #require(new.header.file.first).elements("respStmt")
    #expect(
      statements.map { $0.elements("name").map(\.text) } == [
        ["First coder", "FC"], ["Ola Vik", "OV"],
      ])
  }

  @Test func identifiersOfUtterancesStayAndAreCounted() throws {
    let old = try TEI.transcript(
      TEISamples.profile("<u xml:id='u.Kari' who='#a'>x</u><u xml:id='u2' who='#a'>y</u>"))
    let new = old.rewriting(names)
    #expect(new.transcript.utterances.map(\.id) == ["u.Kari", "u2"])
    #expect(new.counts.keptIdentifiers == 1)
  }

  @Test func transcriptsThatBelongTogetherShareIdentifiers() throws {
    let one = try meeting()
    var builder = TranscriptBuilder(id: "m2")
    let kari = builder.add(Participant(id: "p.Kari", label: "Kari"))
    builder.append(UtteranceDraft("Hei.", speakers: [kari]))
    _ = builder.add(Participant(id: "p.N"))
    let together = Transcript.rewriting([one, builder.transcript()], names).map(\.transcript)
    #expect(together[0].participants.map(\.id) == ["p.Guro____", "p.N.2"])
    #expect(together[1].participants.map(\.id) == ["p.Guro____", "p.N"])
  }

  @Test func withoutRewritesEverythingStays() throws {
    #expect(Self.all.count == 16 + 10 + 3 + 150)
    for transcript in Self.all {
      #expect(transcript.rewritten { _ in [] } == transcript)
      let same = transcript.rewriting { text in
        [TextRewrite(scalars: 0..<text.unicodeScalars.count, text: text)]
      }
      #expect(same.transcript == transcript)
      #expect(same.counts.total == 0)
    }
  }

  // MARK: Whatever is replaced, what is written is read as it is

  static let all: [Transcript] = {
    let folders = ["ips-meetings", "ips-interviews", "ips-meetings-nb"]
    let corpus = Corpus.read(folders.map { ReferenceData.package + "/Corpora/" + $0 })
    let random = (0..<150).flatMap { seed in
      var generator = RandomDocument(seed: UInt64(seed))
      return TEI.read(generator.text(), named: "r.xml", lint: false).transcripts
    }
    return corpus.transcripts + random
  }()

  /// Replaces stretches that have nothing to do with words by texts of all kinds.
  private func atRandom(_ seed: UInt64, every: Int) -> @Sendable (String) -> [TextRewrite] {
    let texts = [
      "", " ", "X", "  two  words ", "👩‍👩‍👧", "é", "e\u{301}", "<&>\"", "\u{7}", "\n", "a\tb", "…",
      "a much longer text than what was there",
    ]
    return { text in
      var random = SeededNumbers(
        seed: text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
      let count = text.unicodeScalars.count
      var at = 0
      var found: [TextRewrite] = []
      while at <= count {
        at += Int.random(in: 0...every, using: &random)
        let end = at + Int.random(in: 0...9, using: &random)
        guard end <= count else { break }
        found.append(
          TextRewrite(scalars: at..<end, text: texts.randomElement(using: &random) ?? ""))
        at = end
      }
      return found
    }
  }

  @Test(arguments: [2, 6, 30, 90])
  func anyRewriteIsReadAsItIsWritten(_ every: Int) throws {
    for (seed, old) in Self.all.enumerated() {
      let new = old.rewritten(atRandom(UInt64(seed), every: every))
      let again = TEI.read(bytes: TEI.write(new).bytes, named: new.file).transcripts
      let read = try #require(again.first, "\(old.id)")
      #expect(differences(read, new) == [], "\(seed) \(old.id)")
      #expect(new.utterances.map(\.speakers) == old.utterances.map(\.speakers))
      #expect(new.utterances.map(\.id) == old.utterances.map(\.id))
    }
  }

  private func differences(_ a: Transcript, _ b: Transcript) -> [String] {
    var found: [String] = []
    if a.id != b.id { found.append("id \(a.id) \(b.id)") }
    if a.header != b.header { found.append("header \(a.header) \(b.header)") }
    if a.participants != b.participants {
      found += zip(a.participants, b.participants).filter { $0 != $1 }.map { "\($0) | \($1)" }
    }
    if a.teams != b.teams { found.append("teams \(a.teams) \(b.teams)") }
    if a.taxonomies != b.taxonomies { found.append("taxonomies") }
    if a.timeline != b.timeline { found.append("timeline \(a.timeline) \(b.timeline)") }
    if a.sections != b.sections {
      found += zip(a.sections, b.sections).filter { $0 != $1 }.map { "\($0) | \($1)" }
    }
    if a.topics != b.topics { found.append("topics \(a.topics) \(b.topics)") }
    for (one, other) in zip(a.layers, b.layers) where one != other {
      found.append("layer \(one) | \(other)")
    }
    let texts = zip(a.utterances, b.utterances).filter {
      !$0.text.unicodeScalars.elementsEqual($1.text.unicodeScalars)
    }
    found += texts.prefix(2).map { "words “\($0.text)” | “\($1.text)”" }
    for (one, other) in zip(a.marks, b.marks) where one != other {
      let text = one.isBetween ? "" : a.utterances[one.utterance].text
      found.append("mark \(one) | \(other) in \(text)")
      break
    }
    return found.isEmpty && a != b ? ["something"] : found
  }

  /// A stretch that was not touched keeps its words, however far they moved.
  @Test func marksKeepTheirWords() throws {
    let rewrite = replacing([("the", "👍🏽"), ("work", "w"), ("ja", "nei nei"), ("så", "")])
    var moved = 0
    for old in Self.all {
      let new = old.rewriting(rewrite)
      for (utterance, other) in zip(old.utterances, new.transcript.utterances) {
        for (mark, now) in zip(utterance.marks, other.marks) where mark.kind.isStretch {
          let range = utterance.scalarRange(of: mark)
          guard !new.map(utterance.index).changes(range) else { continue }
          let place = other.scalarRange(of: now)
          #expect(other.text(scalars: place) == utterance.text(scalars: range))
          if place != range { moved += 1 }
        }
      }
    }
    #expect(moved > 50)
  }
}

@Suite("Names inside names")
struct NamesInNamesTests {
  /// Replaces whole words, as the key does.
  private static func find(_ text: String) -> [TextRewrite] {
    text.matches(of: /\b(Kari|Mi)\b/).map { match in
      let scalars = text.unicodeScalars
      let start = scalars.distance(from: scalars.startIndex, to: match.range.lowerBound)
      let count = text[match.range].unicodeScalars.count
      return TextRewrite(scalars: start..<(start + count), text: "P1")
    }
  }

  @Test(arguments: [
    ("opptakKari2.wav", "opptakP12.wav"), ("2Kari.wav", "2P1.wav"), ("kari.wav", "p1.wav"),
    ("Karianne.wav", "Karianne.wav"), ("karikatur2.wav", "karikatur2.wav"),
    ("øreKari-m1.vtt", "øreP1-m1.vtt"), ("m1.vtt", "m1.vtt"), ("famille2.vtt", "famille2.vtt"),
  ])
  func capitalsBeginWordsInNamesOfFiles(_ name: String, _ expected: String) {
    let transcript = TranscriptBuilder(id: "t", language: "en", file: name).transcript()
    #expect(transcript.rewritten(Self.find).file == expected)
  }

  @Test(arguments: [
    ("Imported from opptakKari2.wav.", "Imported from opptakP12.wav."),
    ("Kari: 1-Kari2.docx, opptakKari", "P1: 1-P12.docx, opptakKari"), ("Mcmi. Og", "Mcmi. Og"),
  ])
  func namesOfFilesInRemarks(_ title: String, _ expected: String) {
    var builder = TranscriptBuilder(id: "t", language: "en", file: "t.xml")
    builder.header.title = title
    #expect(builder.transcript().rewritten(Self.find).header.title == expected)
  }
}
