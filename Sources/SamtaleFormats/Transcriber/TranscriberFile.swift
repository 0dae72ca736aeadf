import Samtale

/// A Transcriber file (`.trs`): its people, topics, and the talk in the order of its turns
/// (trans-14.dtd of Transcriber 1.5; the DTD that files name is never loaded).
struct TranscriberFile {
  struct Speaker {
    var id: String
    var name: String
    /// `check`, `type`, `dialect`, `accent`, `scope`, as far as they say something.
    var facts: [(name: String, value: String)] = []
    var line: Int
  }

  struct Section {
    var type: String
    var topic: String?
    var start: Int?
    var end: Int?
    var parts: Range<Int>
    var line: Int
  }

  var language: String?
  var media: String?
  var title: String?
  var date: String?
  /// Further facts of the head: the scribe and versions.
  var remarks: [(type: String, text: String)] = []
  var speakers: [Speaker] = []
  var topics: [String: String] = [:]
  var sections: [Section] = []
  /// The voices of the parts are identifiers of speakers.
  var parts: [TalkPart] = []
  /// Text that stands in no turn.
  var loose: [(text: String, line: Int)] = []
  /// Elements that Transcriber does not know.
  var unknown: [(name: String, line: Int)] = []
  /// Times that are no numbers.
  var badTimes: [(text: String, line: Int)] = []
  var problems: [Diagnostic] = []
  /// Whether the outermost element is Transcriber's.
  var isTranscriber = false
}

/// Reads the elements of a Transcriber file in their order.
struct TranscriberScanner: XMLScanner {
  private(set) var file = TranscriberFile()
  private var turn: TranscriberTurn?
  private var line = 1

  mutating func start(_ tag: XMLTag) {
    line = tag.line
    switch tag.name {
    case "Trans": readHead(tag)
    case "Episode": readEpisode(tag)
    case "Speaker": readSpeaker(tag)
    case "Topic": file.topics[tag["id"] ?? ""] = tag["desc"] ?? ""
    case "Section": startSection(tag)
    case "Turn": startTurn(tag)
    case "Sync", "Background", "Comment", "Who", "Vocal", "Event": readInside(tag)
    case "Speakers", "Topics": break
    default: file.unknown.append((tag.name, tag.line))
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "Turn": endTurn()
    case "Section":
      guard let last = file.sections.indices.last else { return }
      file.sections[last].parts = file.sections[last].parts.lowerBound..<file.parts.count
    default: break
    }
  }

  mutating func text(_ text: String) {
    if turn != nil {
      turn?.add(text)
    } else if !text.utf8.allSatisfy({ $0 <= 0x20 }) {
      file.loose.append((text.trimmed, line))
    }
  }

  mutating func problem(_ diagnostic: Diagnostic) {
    // Every file names its DTD, and it is not needed.
    if diagnostic.code != .doctype { file.problems.append(diagnostic) }
  }

  /// What was read, with a turn that the file broke off in.
  mutating func finished() -> TranscriberFile {
    endTurn()
    end("Section")
    return file
  }

  // MARK: Head

  private mutating func readHead(_ tag: XMLTag) {
    file.isTranscriber = true
    file.language = tag.stated("xml:lang") ?? tag.stated("lang")
    file.media = tag.stated("audio_filename")
    if let scribe = tag.stated("scribe") { file.remarks.append(("scribe", scribe)) }
    if let version = tag.stated("version") {
      let date = tag.stated("version_date").map { " (\($0))" } ?? ""
      file.remarks.append(("version", version + date))
    }
  }

  private mutating func readEpisode(_ tag: XMLTag) {
    file.title = tag.stated("program")
    guard let date = tag.stated("air_date") else { return }
    let digits = date.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if digits, date.utf8.count == 8 {
      file.date = "\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))"
    } else if date.contains("-") {
      file.date = date
    } else {
      // Two digits for the year do not say which century.
      file.remarks.append(("date", date))
    }
  }

  private mutating func readSpeaker(_ tag: XMLTag) {
    let id = tag.stated("id") ?? ""
    var speaker = TranscriberFile.Speaker(id: id, name: tag.stated("name") ?? id, line: tag.line)
    for name in ["type", "dialect", "accent", "check", "scope"] {
      if let value = tag.stated(name), value != "unknown" { speaker.facts.append((name, value)) }
    }
    file.speakers.append(speaker)
  }

  // MARK: Talk

  private mutating func startSection(_ tag: XMLTag) {
    endTurn()
    file.sections.append(
      .init(
        type: tag.stated("type") ?? "", topic: tag.stated("topic"), start: time(tag, "startTime"),
        end: time(tag, "endTime"), parts: file.parts.count..<file.parts.count, line: tag.line))
  }

  private mutating func startTurn(_ tag: XMLTag) {
    endTurn()
    turn = TranscriberTurn(
      speakers: tag.stated("speaker")?.split(separator: " ").map(String.init) ?? [],
      start: time(tag, "startTime"), end: time(tag, "endTime"), line: tag.line)
  }

  private mutating func endTurn() {
    file.parts += turn?.finished() ?? []
    turn = nil
  }

  private mutating func readInside(_ tag: XMLTag) {
    let time = tag.name == "Sync" || tag.name == "Background" ? time(tag, "time") : nil
    turn?.add(tag, time)
  }

  /// A time in milliseconds.
  private mutating func time(_ tag: XMLTag, _ name: String) -> Int? {
    guard let text = tag.stated(name) else { return nil }
    guard let seconds = Double(text), seconds.isFinite, abs(seconds) < 1e12 else {
      file.badTimes.append((text, tag.line))
      return nil
    }
    return Int((seconds * 1000).rounded())
  }
}

extension XMLTag {
  /// The value of an attribute that says something.
  func stated(_ name: String) -> String? {
    guard let value = self[name]?.trimmed, !value.isEmpty else { return nil }
    return value
  }
}
