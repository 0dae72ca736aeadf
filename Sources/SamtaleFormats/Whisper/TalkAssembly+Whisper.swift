import Samtale

extension TalkAssembly {
  mutating func readWhisper(_ text: SourceText) {
    rest = .markup
    signs = TalkSigns()
    let lines = LineNumbers(text.bytes)
    let file: WhisperFile
    progress.begin(0.5, of: size)
    do { file = try WhisperFile(text.bytes, progress) } catch {
      rest = .refused
      return findings.report(
        .error, .notImported, line: lines.line(at: error.offset), "this is no JSON: \(error.what)",
        do: "export the file again")
    }
    guard file.isKnown else {
      rest = .refused
      return findings.report(
        .error, .notImported, line: 1, "there is no list of segments, transcription or chunks",
        do: "give the JSON that Whisper, WhisperX, whisper.cpp or a pipeline wrote")
    }
    if let language = file.language.flatMap(Self.languageTag) { setLanguage(language) }
    builder.header.recordingSeconds = file.duration
    var order = CueOrder()
    progress.begin(0.5, of: size)
    for segment in file.segments {
      add(segment, line: lines.line(at: segment.offset), &order)
      progress.tell(segment.offset)
    }
  }

  /// A tag for a language that is given by tag or by its English name.
  private static func languageTag(_ language: String) -> String? {
    let names = [
      "english": "en", "norwegian": "no", "nynorsk": "nn", "danish": "da", "swedish": "sv",
      "finnish": "fi", "icelandic": "is", "german": "de", "dutch": "nl", "french": "fr",
      "spanish": "es", "italian": "it", "portuguese": "pt", "polish": "pl",
    ]
    let lower = language.trimmed.lowercased()
    return lower.count <= 3 || lower.contains("-") ? lower : names[lower]
  }

  private mutating func add(_ segment: WhisperFile.Segment, line: Int, _ order: inout CueOrder) {
    if segment.turnsAfter {
      findings.gather(
        .note, .missingSpeaker, line: line,
        "it is marked that the speaker changes, but not who speaks",
        do: "name speakers in the TEI file")
    }
    var pieces = Self.pieces(of: segment)
    if pieces.isGuessed { findings.guess(.splitSegment, line: line) }
    for i in pieces.parts.indices {
      pieces.parts[i].line = line
      check(&pieces.parts[i], &order)
      add(pieces.parts[i])
    }
  }

  private mutating func check(_ part: inout TalkPart, _ order: inout CueOrder) {
    if let voice = part.voice { accounted[.names] += voice.unicodeScalars.count }
    guard let start = part.start, let end = part.end else { return }
    part.end = order.check(
      Cue(id: "", start: start, end: end, text: "", line: part.line, timingLength: 0), &findings)
  }

  // MARK: Segments

  /// A segment as parts of one speaker each.
  private static func pieces(of segment: WhisperFile.Segment)
    -> (parts: [TalkPart], isGuessed: Bool)
  {
    let runs = runs(of: segment)
    let text = segment.text ?? joined(segment.words[...])
    guard runs.count > 1 else {
      var part = part(text, runs.first?.speaker ?? segment.speaker)
      part.start = milliseconds(segment.start ?? segment.words.first?.start)
      part.end = milliseconds(segment.end ?? segment.words.last?.end)
      return ([part], false)
    }
    let texts = split(text, among: runs.map { segment.words[$0.words] })
    let parts = runs.indices.map { i -> TalkPart in
      let words = segment.words[runs[i].words]
      var part = part(texts?[i] ?? joined(words), runs[i].speaker)
      part.start = milliseconds(words.first?.start ?? (i == 0 ? segment.start : nil))
      part.end = milliseconds(words.last?.end ?? (i == runs.count - 1 ? segment.end : nil))
      return part
    }
    return (parts, texts == nil)
  }

  private static func part(_ text: String, _ speaker: String?) -> TalkPart {
    let words = text.replacing("[SPEAKER_TURN]", with: " ")
    return TalkPart(
      items: [.words(words, language: nil)], voices: speaker.map { [$0] } ?? [], line: 0)
  }

  /// Seconds as milliseconds; `nil` for what no recording can last.
  private static func milliseconds(_ seconds: Double?) -> Int? {
    guard let seconds, seconds.isFinite, abs(seconds) < 1e8 else { return nil }
    return max(0, Int((seconds * 1000).rounded()))
  }

  private struct Run {
    var speaker: String?
    var words: Range<Int>
  }

  /// Neighbouring words of one speaker; a word without one goes with the word before.
  private static func runs(of segment: WhisperFile.Segment) -> [Run] {
    var runs: [Run] = []
    for (i, word) in segment.words.enumerated() {
      let speaker = word.speaker ?? runs.last?.speaker ?? segment.speaker
      if let last = runs.last, last.speaker == speaker {
        runs[runs.count - 1].words = last.words.lowerBound..<(i + 1)
      } else {
        runs.append(Run(speaker: speaker, words: i..<(i + 1)))
      }
    }
    return runs
  }

  /// The text cut where each run begins; `nil` if the words cannot be found in it in their order.
  private static func split(_ text: String, among runs: [ArraySlice<WhisperFile.Word>])
    -> [String]?
  {
    var cuts: [String.Index] = []
    var at = text.startIndex
    for run in runs {
      for (i, word) in run.enumerated() {
        let form = word.text.trimmed
        guard !form.isEmpty else { continue }
        guard let found = text[at...].firstRange(of: form),
          text[at..<found.lowerBound].allSatisfy(\.isWhitespace)
        else { return nil }
        if i == 0 { cuts.append(cuts.isEmpty ? text.startIndex : found.lowerBound) }
        at = found.upperBound
      }
    }
    guard cuts.count == runs.count, text[at...].allSatisfy(\.isWhitespace) else { return nil }
    return cuts.indices.map { i in
      String(text[cuts[i]..<(i + 1 < cuts.count ? cuts[i + 1] : text.endIndex)])
    }
  }

  /// The words as running text: some programs keep the space before each word, others none.
  private static func joined(_ words: ArraySlice<WhisperFile.Word>) -> String {
    let hasSpaces = words.contains { $0.text.first?.isWhitespace == true }
    return words.map(\.text).joined(separator: hasSpaces ? "" : " ")
  }
}

/// The line of each byte.
struct LineNumbers {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The line, from 1.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
