import Samtale
import SamtaleFormats
import Testing

/// Files made after trans-14.dtd.
@Suite struct TranscriberTests {
  private static let head = """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <!DOCTYPE Trans SYSTEM "trans-14.dtd">
    """

  /// A file in ISO 8859-1, as Transcriber writes them.
  private static func read(_ text: String) -> ImportResult {
    Importer.read(bytes: text.unicodeScalars.map { UInt8($0.value) }, named: "m.trs")
  }

  private static let meeting =
    head + """

      <Trans scribe="Kari" audio_filename="meeting1" version="3" version_date="050601" xml:lang="nb">
      <Topics>
      <Topic id="to1" desc="velkommen"/>
      <Topic id="to2" desc="planen"/>
      </Topics>
      <Speakers>
      <Speaker id="spk1" name="Åse" check="yes" type="female" dialect="native" accent="" scope="local"/>
      <Speaker id="spk2" name="Bo" check="no" dialect="nonnative" accent="Danish" scope="local"/>
      </Speakers>
      <Episode program="Fjord" air_date="20050601">
      <Section type="report" topic="to1" startTime="0" endTime="9.5">
      <Turn speaker="spk1" startTime="0" endTime="4.2">
      <Sync time="0"/>
      God morgen
      <Event desc="rire" type="noise" extent="instantaneous"/>
      <Sync time="2.1"/>
      skal vi <Event desc="en" type="language" extent="next"/>start nå
      <Comment desc="ser på klokka"/>
      </Turn>
      <Turn speaker="spk1 spk2" startTime="4.2" endTime="6">
      <Sync time="4.2"/>
      <Who nb="1"/>
      ja men
      <Who nb="2"/>
      nei
      <Sync time="5"/>
      <Who nb="2"/>
      altså
      </Turn>
      <Turn startTime="6" endTime="7">
      <Sync time="6"/>
      hvem?
      </Turn>
      <Turn startTime="7" endTime="9.5">
      <Sync time="7"/>
      <Event desc="dør" type="noise" extent="instantaneous"/>
      </Turn>
      </Section>
      <Section type="nontrans" startTime="9.5" endTime="60">
      <Turn startTime="9.5" endTime="60">
      <Sync time="9.5"/>

      </Turn>
      </Section>
      <Section type="report" topic="to2" startTime="60" endTime="64">
      <Turn speaker="spk2" startTime="60" endTime="64">
      <Sync time="60"/>
      vi tar &lt;bussen&gt; <Event desc="pi" type="pronounce" extent="begin"/>i morgen<Event desc="pi" type="pronounce" extent="end"/> altså
      </Turn>
      </Section>
      </Episode>
      </Trans>
      """

  @Test func aMeeting() throws {
    let result = Self.read(Self.meeting)
    let transcript = try #require(result.transcript)
    #expect(
      lines(transcript) == [
        "0.0–4.2 Åse: God morgen skal vi start nå", "4.2–5.0 Åse: ja men", "4.2–5.0 Bo: nei",
        "5.0–6.0 Bo: altså", "6.0–7.0 –: hvem?", "60.0–64.0 Bo: vi tar bussen i morgen altså",
      ])
    #expect(result.diagnostics == [])
    #expect(result.report.format == .transcriber)
    #expect(result.report.accounting.isComplete)
    #expect(transcript.language == "nb")
    #expect(transcript.header.title == "Fjord")
    #expect(transcript.date == "2005-06-01")
    #expect(transcript.header.media == ["meeting1"])
    #expect(transcript.topics.map(\.label) == ["velkommen", "planen"])
    #expect(transcript.topics.map(\.extent) == [.utterances(0...4), .utterances(5...5)])
    #expect(transcript.utterances.map(\.transition) == [nil, nil, .overlap, nil, nil, nil])
    #expect(transcript.utterances.map(\.isAfterCut) == [false, false, false, false, false, true])
    #expect(transcript.participants.map(\.label) == ["Åse", "Bo"])
    #expect(
      transcript.participants[0].attributes.map(\.text) == ["female", "native", "yes", "local"])
    #expect(
      transcript.participants[1].attributes.map { $0.type ?? "" } == [
        "dialect", "accent", "check", "scope",
      ])
  }

  @Test func whatIsNotWords() throws {
    let transcript = try #require(Self.read(Self.meeting).transcript)
    let first = transcript.utterances[0].marks
    #expect(first.map(\.kind) == [.vocal, .anchor, .note, .segment, .note])
    #expect(first.map(\.text) == ["rire", "", "en", "", "ser på klokka"])
    #expect(first[3].type == "language")
    #expect(transcript.utterances[0].scalarRange(of: first[3]) == 19..<24)
    let last = transcript.utterances[5]
    #expect(last.marks.map(\.type) == ["overlap", "pronounce", "pronounce"])
    #expect(last.marks.filter { $0.kind == .segment }.map(last.scalarRange) == [7..<13, 14..<22])
    let between = transcript.marks.filter(\.isBetween)
    #expect(between.map(\.kind) == [.note, .note, .incident, .gap])
    #expect(between.map(\.text) == ["Kari", "3 (050601)", "dør", ""])
    #expect(between.map(\.utterance) == [0, 0, 5, 5])
  }

  @Test func oddFilesAreReadAsFarAsTheyGo() {
    let result = Self.read(
      Self.head + """

        <Trans><Speakers><Speaker id="a" name="Bo"/><Speaker id="b" name="Bo"/></Speakers>
        <Episode>
        <Section type="report" topic="none" startTime="x" endTime="3">
        astray
        <Turn speaker="a" startTime="0" endTime="1"><Sync time="0"/>en</Turn>
        <Turn speaker="b" startTime="5" endTime="2">to <Strange/>tre</Turn>
        <Turn speaker="c">fire
        """)
    #expect(
      lines(result.transcript) == ["0.0–1.0 Bo: en", "5.0–? Bo b: to tre", "?–? c: fire"])
    #expect(
      Set(result.diagnostics.map(\.code)) == [
        .truncated, .personDiffers, .danglingPointer, .undeclaredSpeaker, .unknownMarkup, .badTime,
        .notImported,
      ])
    #expect(result.report.accounting.isComplete)
  }

  @Test func withoutAStatedEncodingItIsLatin() {
    let text = "<Trans><Episode><Section><Turn>på</Turn></Section></Episode></Trans>"
    let latin = Self.read(text)
    #expect(lines(latin.transcript) == ["?–? –: på"])
    #expect(latin.report.guesses.map(\.kind) == [.encoding])
    #expect(lines(imported(text).transcript) == ["?–? –: på"])
  }
}
