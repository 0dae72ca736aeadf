import Samtale

/// Writes a transcript as WebVTT (W3C, “WebVTT: The Web Video Text Tracks Format”): one cue for each
/// utterance, in the order of their starts.
///
/// Speakers are voices (`<v Anna>`), an unknown one is a voice without a name. What somebody throws
/// in stands inside the words as noScribe writes it (`//Bo: mm//`). Notes between utterances are
/// NOTE blocks. An utterance without start and end cannot be a cue.
public enum WebVTTWriter {
  /// Writes a transcript.
  /// - Returns: The file (UTF-8), and what it does not hold. There are no bytes if no utterance has
  ///   words, a start and an end.
  public static func write(_ transcript: Transcript) -> (bytes: [UInt8], losses: ExportLosses) {
    var draft = WebVTTDraft(transcript)
    if draft.holdsTalk { draft.write() }
    return (draft.bytes, draft.losses)
  }
}

/// A WebVTT file on its way.
private struct WebVTTDraft {
  private let transcript: Transcript
  private(set) var losses: ExportLosses
  private(set) var bytes: [UInt8] = []
  private let names: [String]
  /// Names that stand as voices in the file.
  private var voices: Set<String> = []
  /// Milliseconds of each utterance that becomes a cue.
  private var times: [(start: Int, end: Int)?] = []

  init(_ transcript: Transcript) {
    self.transcript = transcript
    losses = ExportLosses(
      of: transcript,
      carrying: [
        .header, .languages, .recording, .times, .labels, .unknownSpeakers, .contributions,
        .anchors, .notes,
      ])
    var taken: Set<String> = []
    var names: [String] = []
    for person in transcript.participants {
      let label = person.label ?? person.id
      let isPlain = taken.insert(label).inserted && !label.hasPrefix("//")
      names.append(isPlain ? label : person.id)
      if !isPlain { losses.add(.labels) }
    }
    self.names = names
    readTimes()
  }

  private mutating func readTimes() {
    var untimed = 0
    var wordless = 0
    var lengthened = 0
    for utterance in transcript.utterances {
      let time = { (seconds: Double) in Int((seconds * 1000).rounded()) }
      var range: (start: Int, end: Int)?
      if utterance.text.isEmpty {
        wordless += 1
      } else if let start = utterance.start.map(time), let end = utterance.end.map(time),
        start >= 0, start <= end
      {
        // A cue must last.
        if start == end { lengthened += 1 }
        range = (start, max(end, start + 1))
        if let speaker = utterance.speakers.first { voices.insert(names[speaker]) }
      } else {
        untimed += 1
      }
      times.append(range)
    }
    losses.add("utterances without start and end, whose words are left out", untimed)
    losses.add("utterances without words", wordless)
    losses.add("utterances without length, which last a millisecond now", lengthened)
    losses.add(.languages, transcript.utterances.count { $0.language != nil })
  }

  /// Whether anything that is said becomes a cue.
  var holdsTalk: Bool { times.contains { $0 != nil } }

  mutating func write() {
    writeHead()
    let order = times.indices.sorted { a, b in
      (times[a]?.start ?? 0, a) < (times[b]?.start ?? 0, b)
    }
    let cues = order.filter { times[$0] != nil }
    losses.add(
      "utterances whose place differs from the order of time",
      zip(cues, cues.sorted()).count { $0 != $1 })
    var notes = self.notes()
    for cue in cues {
      for note in notes.removeValue(forKey: cue) ?? [] { add("NOTE \(note)\n\n") }
      writeCue(cue)
    }
    for (_, rest) in notes.sorted(by: { $0.key < $1.key }) {
      for note in rest { add("NOTE \(note)\n\n") }
    }
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }

  // MARK: Head and notes

  private mutating func writeHead() {
    let title = transcript.header.title ?? ""
    let isPlain = title.first.map { !$0.isWhitespace && $0 != "-" && $0 != "–" } ?? false
    if !title.isEmpty, !isPlain { losses.add(.header) }
    add(isPlain ? "WEBVTT - \(title)\n" : "WEBVTT\n")
    if let language = transcript.language { add("Language: \(language)\n") }
    add("\n")
    // As noScribe names the recording. Its length has no place.
    let media = transcript.header.media
    if let first = media.first, !first.contains("%"), !first.contains("-->") {
      add("NOTE media: \(first)\n\n")
      losses.add(.recording, media.count > 1 || transcript.header.recordingSeconds != nil ? 1 : 0)
    } else if !media.isEmpty || transcript.header.recordingSeconds != nil {
      losses.add(.recording)
    }
  }

  /// Notes between utterances, by the cue that they stand before.
  private mutating func notes() -> [Int: [String]] {
    var following = Array(repeating: times.count, count: times.count + 1)
    for i in times.indices.reversed() { following[i] = times[i] == nil ? following[i + 1] : i }
    var notes: [Int: [String]] = [:]
    for mark in transcript.marks where mark.kind == .note {
      let isPlain = !mark.text.contains("-->") && !mark.text.hasPrefix("media:")
      guard mark.isBetween, isPlain, !mark.text.isEmpty else {
        losses.add(.notes)
        continue
      }
      if mark.type != nil { losses.add("sorts of notes") }
      notes[following[mark.utterance], default: []].append(mark.text)
    }
    return notes
  }

  // MARK: Cues

  private mutating func writeCue(_ index: Int) {
    guard let time = times[index] else { return }
    let utterance = transcript.utterances[index]
    let times = "\(Self.stamp(time.start)) --> \(Self.stamp(time.end))\n"
    let name = utterance.speakers.first.map { names[$0] }
    var apart: [(voice: String?, text: String)] = []
    let words = words(of: utterance, time, &apart)
    add(times + Self.voice(name) + words + "\n\n")
    for contribution in apart {
      add(
        times + Self.voice(contribution.voice) + Self.escaped(TalkSigns.escaped(contribution.text))
          + "\n\n")
    }
  }

  private static func voice(_ name: String?) -> String {
    name.map { "<v \(escaped($0))>" } ?? "<v>"
  }

  /// The words with what others say inside them, and the times that stand between them.
  /// - Parameters:
  ///   - utterance: The utterance.
  ///   - time: Its start and end in milliseconds.
  ///   - apart: Receives contributions that must be cues of their own.
  /// - Returns: The words, escaped.
  private mutating func words(
    of utterance: Utterance, _ time: (start: Int, end: Int),
    _ apart: inout [(voice: String?, text: String)]
  ) -> String {
    let text = Array(utterance.text.unicodeScalars)
    let signs = TalkSigns.escapes(utterance.text)
    var written = ""
    var place = 0
    var last = time.start
    func copy(upTo end: Int) {
      written += Self.words(text[min(place, end)..<end], joinedAfter: signs)
      place = max(place, end)
    }
    for mark in utterance.marks where mark.kind == .contribution || mark.kind == .anchor {
      let range = utterance.scalarRange(of: mark)
      if mark.kind == .anchor {
        guard let at = milliseconds(mark), at > last, at < time.end else {
          losses.add(.anchors)
          continue
        }
        copy(upTo: range.lowerBound)
        written += "<\(Self.stamp(at))>"
        last = at
      } else if let inside = inside(mark, after: text[..<range.lowerBound].last) {
        copy(upTo: range.lowerBound)
        written += Self.escaped(inside)
      } else {
        losses.add(.contributions)
        let voice = mark.detail.participants.first.map { names[$0] }
        if !mark.text.isEmpty { apart.append((voice, mark.text)) }
      }
    }
    copy(upTo: text.count)
    return written
  }

  private func milliseconds(_ anchor: Mark) -> Int? {
    anchor.detail.start.flatMap(transcript.timeline.seconds).map { Int(($0 * 1000).rounded()) }
  }

  /// A contribution in the way of noScribe; `nil` where it could not be told from the words.
  private func inside(_ mark: Mark, after previous: Unicode.Scalar?) -> String? {
    guard mark.detail.participants.count == 1, let speaker = mark.detail.participants.first,
      previous != ":", previous != "/", mark.parent == nil
    else { return nil }
    let name = names[speaker]
    guard voices.contains(name), name.count < 38, !name.contains(":"), !name.contains("/"),
      !mark.text.isEmpty, !mark.text.contains("/")
    else { return nil }
    return "//\(name): \(mark.text)//"
  }

  /// Words with their slashes kept apart, so that they are not taken for a contribution, and U+2060
  /// behind what could be taken for a sign.
  private static func words(
    _ scalars: ArraySlice<Unicode.Scalar>, joinedAfter signs: Set<Int>
  ) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for (place, scalar) in zip(scalars.indices, scalars) {
      if scalar == "/", previous == "/" { text += "<lang></lang>".unicodeScalars }
      append(scalar, to: &text)
      if signs.contains(place) { text.append("\u{2060}") }
      previous = scalar
    }
    return String(text)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &escaped) }
    return String(escaped)
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    switch scalar {
    case "&": text += "&amp;".unicodeScalars
    case "<": text += "&lt;".unicodeScalars
    case ">": text += "&gt;".unicodeScalars
    default: text.append(scalar)
    }
  }

  private static func stamp(_ milliseconds: Int) -> String {
    let digits = { (number: Int, count: Int) in
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let seconds = milliseconds / 1000
    return "\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):"
      + "\(digits(seconds % 60, 2)).\(digits(milliseconds % 1000, 3))"
  }
}
