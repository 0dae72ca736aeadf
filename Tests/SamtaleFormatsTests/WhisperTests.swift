import Samtale
import SamtaleFormats
import Testing

@Suite struct WhisperTests {
  @Test func openAI() {
    let result = imported(
      """
      {"task": "transcribe", "language": "norwegian", "duration": 9.5, "text": "Hei. Ja.",
       "segments": [
        {"id": 0, "start": 0.0, "end": 27.400000000000002e-1, "text": " Hei.", "tokens": [1, -2.5e3]},
        {"id": 1, "start": 2.74, "end": 2.74, "text": " J\\u00e5a \\ud83d\\udc4d."},
        {"id": 2, "start": 3, "end": 4, "text": "  "}],
       "words": [{"word": "Hei", "start": 0.1, "end": 0.4}]}
      """)
    #expect(lines(result.transcript) == ["0.0–2.74 –: Hei.", "2.74–2.74 –: Jåa 👍."])
    #expect(result.diagnostics == [])
    #expect(result.transcript?.language == "no")
    #expect(result.transcript?.header.recordingSeconds == 9.5)
    #expect(result.transcript?.utterances.map(\.line) == [3, 4])
    #expect(result.report.format == .whisperJSON)
    #expect(result.report.accounting[.speech] == 10)
    #expect(result.report.accounting.isComplete)
  }

  @Test func whisperCpp() {
    let result = imported(
      """
      {"systeminfo": "x", "result": {"language": "en"}, "transcription": [
        {"timestamps": {"from": "00:00:00,000", "to": "00:00:01,500"},
         "offsets": {"from": 0, "to": 1500}, "text": " Hello. [SPEAKER_TURN]",
         "speaker_turn_next": true},
        {"offsets": {"from": 1500, "to": 2000}, "text": "(speaker 1) Hi.", "speaker": "?"},
        {"offsets": {"from": 2000, "to": 1000}, "text": "Yes.", "speaker": "0"}]}
      """)
    #expect(
      lines(result.transcript) == ["0.0–1.5 –: Hello.", "1.5–2.0 speaker 1: Hi.", "2.0–? 0: Yes."])
    #expect(result.transcript?.language == "en")
    #expect(result.diagnostics.map(\.code) == [.missingSpeaker, .endBeforeStart])
    #expect(result.report.accounting.isComplete)
  }

  @Test func whisperX() {
    let result = imported(
      """
      {"segments": [
        {"start": 0.5, "end": 4, "text": " We met in 2011. Did you? Yes.", "speaker": "SPEAKER_00",
         "words": [
          {"word": "We", "start": 0.5, "end": 0.7, "score": 0.9, "speaker": "SPEAKER_00"},
          {"word": "met", "start": 0.8, "end": 1.0, "speaker": "SPEAKER_00"},
          {"word": "in", "start": 1.0, "end": 1.1},
          {"word": "2011."},
          {"word": "Did", "start": 2.0, "end": 2.2, "speaker": "SPEAKER_01"},
          {"word": "you?", "start": 2.2, "end": 2.5, "speaker": "SPEAKER_01"},
          {"word": "Yes.", "start": 3.0, "end": 3.9, "speaker": "SPEAKER_00"}]},
        {"start": 4, "end": 5, "text": "No words.", "speaker": "SPEAKER_01", "words": []},
        {"start": 5, "end": 6, "text": "Nobody."}],
       "word_segments": [{"word": "We"}]}
      """)
    #expect(
      lines(result.transcript) == [
        "0.5–? SPEAKER_00: We met in 2011.", "2.0–2.5 SPEAKER_01: Did you?",
        "3.0–3.9 SPEAKER_00: Yes.", "4.0–5.0 SPEAKER_01: No words.", "5.0–6.0 SPEAKER_01: Nobody.",
      ])
    #expect(result.report.guesses == [ImportGuess(.continuedSpeaker, count: 1, line: 12)])
    #expect(result.report.accounting.isComplete)
  }

  @Test func wordsThatAreNotInTheText() {
    let result = imported(
      """
      {"segments": [{"start": 0, "end": 2, "text": "Two thousand. Yes.", "words": [
        {"word": "2000.", "start": 0, "end": 1, "speaker": "A"},
        {"word": "Yes.", "start": 1, "end": 2, "speaker": "B"}]}]}
      """)
    #expect(lines(result.transcript) == ["0.0–1.0 A: 2000.", "1.0–2.0 B: Yes."])
    #expect(result.report.guesses == [ImportGuess(.splitSegment, count: 1, line: 1)])
  }

  @Test func chunksAndBareLists() {
    let chunks = imported(
      """
      {"text": "a", "chunks": [{"timestamp": [0.0, 1.25], "text": " One."},
       {"timestamp": [1.25, null], "text": "Two."}]}
      """)
    #expect(lines(chunks.transcript) == ["0.0–1.25 –: One.", "1.25–? –: Two."])
    let list = imported("[{\"start\": 1, \"end\": 2, \"text\": \"One.\", \"speaker\": 3}]")
    #expect(lines(list.transcript) == ["1.0–2.0 3: One."])
  }

  @Test(arguments: [
    ("{\"segments\": [{\"text\": \"a\" \"start\": 1}]}", 1, "a comma or } is missing"),
    ("{\"segments\": [\n{\"start\": NaN}]}", 2, "this is no value of JSON"),
    ("{\"segments\": [],}", 1, "a text in quotation marks is missing"),
    ("{\"other\": []}", 1, "there is no list of segments"),
    ("{\"segments\": []} x", 1, "something follows the end"),
    (String(repeating: "[", count: 100_000), 1, "nested too deeply"),
    ("{\"a\": " + String(repeating: "{\"a\":", count: 100), 1, "nested too deeply"),
  ])
  func brokenFiles(_ text: String, _ line: Int, _ what: String) {
    let result = imported(text)
    #expect(result.transcript == nil)
    #expect(result.diagnostics.map(\.line) == [line])
    #expect(result.diagnostics.first?.what.contains(what) == true, "\(result.diagnostics)")
    #expect(result.report.accounting[.refused] == result.report.accounting.read)
  }
}
