import Samtale

/// A turn of a Transcriber file on its way into parts of talk.
///
/// One person's turn is one part, with its `Sync`s as points in time. Where several speak, `Who`
/// says whose words follow, and each `Sync` begins the next stretch of them all.
struct TranscriberTurn {
  private let speakers: [String]
  private let end: Int?
  private var parts: [TalkPart] = []
  private var current: TalkPart
  /// The parts from here on begin with the last `Sync`.
  private var block = 0
  private var words = ""
  /// Stretches that have begun, and one that covers the next word only.
  private var open: [(type: String, mark: MarkDraft)] = []
  private var next: MarkDraft?

  /// Sounds that people make, by the codes and words that Transcriber offers.
  private static let vocals: Set<String> = [
    "r", "i", "e", "n", "pf", "bb", "bg", "tx", "rire", "rires", "sif", "laugh", "laughter",
    "laughing", "cough", "breath", "sigh", "sniff", "throat", "latter",
  ]

  init(speakers: [String], start: Int?, end: Int?, line: Int) {
    self.speakers = speakers
    self.end = end
    current = TalkPart(items: [], line: line)
    current.isVerbatim = true
    current.voices = speakers
    current.start = start
  }

  mutating func add(_ text: String) { words += text }

  /// Takes in one of the elements inside a turn.
  mutating func add(_ tag: XMLTag, _ time: Int?) {
    switch tag.name {
    case "Sync": addSync(time, tag.line)
    case "Who": startVoice(tag)
    case "Comment": addItem(.note(tag.stated("desc") ?? "", type: "comment"))
    case "Vocal": addItem(.event(MarkDraft(.vocal, tag.stated("desc")), by: []))
    case "Background": addBackground(tag, time)
    default: addEvent(tag)
    }
  }

  private mutating func addItem(_ item: TalkPart.Item) {
    endWords()
    current.items.append(item)
  }

  // MARK: Times and voices

  private mutating func addSync(_ time: Int?, _ line: Int) {
    endWords()
    guard let time else { return }
    if speakers.count > 1 {
      endBlock(at: time)
      current = part(speakers, time, line)
    } else if current.items.isEmpty, current.start == nil || current.start == time {
      current.start = time
    } else {
      current.items.append(.time(time))
    }
  }

  private mutating func startVoice(_ tag: XMLTag) {
    endWords()
    let start = current.start
    endPart()
    let number = tag.stated("nb").flatMap { Int($0) } ?? 0
    let voices = speakers.indices.contains(number - 1) ? [speakers[number - 1]] : speakers
    current = part(voices, start, tag.line)
    current.isOverlapping = parts.count > block
  }

  private func part(_ voices: [String], _ start: Int?, _ line: Int) -> TalkPart {
    var part = TalkPart(items: [], line: line)
    part.isVerbatim = true
    part.voices = voices
    part.start = start
    return part
  }

  private mutating func endPart() {
    if !current.isSilent { parts.append(current) }
  }

  /// Ends what several people say at a time.
  private mutating func endBlock(at time: Int?) {
    endPart()
    for i in block..<parts.count { parts[i].end = time }
    block = parts.count
  }

  /// The parts of the turn. What holds no words of anybody stands between utterances.
  mutating func finished() -> [TalkPart] {
    endWords()
    endBlock(at: end)
    for i in parts.indices where parts[i].voices.isEmpty {
      let hasWords = parts[i].items.contains { item in
        switch item {
        case .words(let words, _), .stretch(let words, _): !words[...].isBlank
        case .time, .note, .event, .placed: false
        }
      }
      parts[i].isRemark = !hasWords
    }
    return parts
  }

  // MARK: Events

  private mutating func addBackground(_ tag: XMLTag, _ time: Int?) {
    let level = tag.stated("level")
    let type = tag.stated("type") ?? "background"
    addItem(
      .event(
        MarkDraft(
          .incident, level.map { "\(type) (\($0))" } ?? type, type: "background",
          start: time.map(TalkAssembly.seconds)), by: []))
  }

  private mutating func addEvent(_ tag: XMLTag) {
    let type = tag.stated("type") ?? "noise"
    let extent = tag.stated("extent") ?? "instantaneous"
    let description = tag.stated("desc") ?? ""
    guard ["pronounce", "lexical", "language"].contains(type) else {
      let kind: Mark.Kind = Self.vocals.contains(description.lowercased()) ? .vocal : .incident
      let isPoint = extent == "instantaneous"
      return addItem(
        .event(MarkDraft(kind, description, type: isPoint ? nil : extent), by: []))
    }
    let mark = MarkDraft(
      .segment, type: type, language: type == "language" ? description : nil)
    endWords(keepingLast: extent == "previous" ? mark : nil)
    switch extent {
    case "begin": if open.count < 16 { open.append((type, mark)) }
    case "end": if let last = open.lastIndex(where: { $0.type == type }) { open.remove(at: last) }
    case "next": next = mark
    default: break
    }
    if extent != "end", !description.isEmpty {
      current.items.append(.note(description, type: type))
    }
  }

  // MARK: Words

  /// Adds the words so far.
  /// - Parameter last: What is special about the last of them.
  private mutating func endWords(keepingLast last: MarkDraft? = nil) {
    var rest = words[...]
    words = ""
    if let mark = next, let end = rest.wordEnd {
      addStretch(rest[..<end], mark)
      rest = rest[end...]
      next = nil
    }
    guard let last, let start = rest.lastWordStart else { return addPlain(rest) }
    addPlain(rest[..<start])
    addStretch(rest[start...], last)
  }

  private mutating func addPlain(_ words: Substring) {
    if let mark = open.last?.mark { return addStretch(words, mark) }
    var rest = words
    // What was said at the same time as something else stands in angle brackets.
    while let begin = rest.firstIndex(of: "<"), let end = rest[begin...].firstIndex(of: ">") {
      addWords(rest[..<begin])
      addStretch(
        rest[rest.index(after: begin)..<end], MarkDraft(.segment, type: "overlap"))
      rest = rest[rest.index(after: end)...]
    }
    addWords(rest)
  }

  private mutating func addWords(_ words: Substring) {
    if !words.isEmpty, !(words.isBlank && current.items.isEmpty) {
      current.items.append(.words(String(words), language: nil))
    }
  }

  private mutating func addStretch(_ words: Substring, _ mark: MarkDraft) {
    guard !words.isBlank else { return addWords(words) }
    current.items.append(.stretch(String(words), mark))
  }
}

extension Substring {
  fileprivate var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }

  /// The end of the first word.
  fileprivate var wordEnd: Index? {
    guard let start = firstIndex(where: { !$0.isWhitespace }) else { return nil }
    return self[start...].firstIndex { $0.isWhitespace } ?? endIndex
  }

  /// The beginning of the last word.
  fileprivate var lastWordStart: Index? {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return self[...last].lastIndex { $0.isWhitespace }.map { index(after: $0) } ?? startIndex
  }
}
