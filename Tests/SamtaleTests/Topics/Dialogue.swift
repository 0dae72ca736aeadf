@testable import Samtale

/// A short invented dialogue, turned into a transcript.
///
/// `ES: words` is an utterance (`?:` of an unknown speaker, `ES>WA:` with an addressee,
/// `@1-2.5 ES:` with times), `# label` begins a topic (`# label !openEnd` with a subtype, `# +label`
/// goes on with an earlier one, `# -` is talk outside topics), ` | ` inside a line goes over to a
/// new topic, `[cut]` is a cut.
struct Dialogue {
  private(set) var transcript: Transcript
  private var topics: [Topic] = []
  private var current: Int?

  init(_ text: String, language: String = "en", people: [String] = []) {
    transcript = Transcript(id: "dialogue", language: language)
    for label in people { _ = participant(label) }
    var isCut = false
    for line in text.split(separator: "\n").map(String.init) where !line.isEmpty {
      if line == "[cut]" {
        isCut = true
      } else if line.hasPrefix("# ") {
        begin(String(line.dropFirst(2)))
      } else {
        add(line, afterCut: isCut)
        isCut = false
      }
    }
    if isCut { addCut() }
    transcript.topics = topics.filter { !$0.extent.stretches.isEmpty }
  }

  private mutating func addCut() {
    var mark = Mark(
      .gap, utterance: transcript.columns.count, isBetween: true, range: 0..<0)
    mark.detail["reason"] = "sampling"
    transcript.marks.append(mark)
  }

  private mutating func begin(_ heading: String) {
    if heading == "-" {
      current = nil
    } else if heading.hasPrefix("+") {
      current = topics.firstIndex { $0.label == heading.dropFirst() }
    } else {
      let parts = heading.split(separator: "!")
      let label = String(parts[0]).collapsed
      var topic = Topic(id: "t\(topics.count + 1)", label: label, extent: .stretches([]))
      if parts.count > 1 { topic.subtype = String(parts[1]) }
      topics.append(topic)
      current = topics.count - 1
    }
  }

  private mutating func add(_ line: String, afterCut: Bool) {
    var line = Substring(line)
    var times: (Double, Double)?
    if line.first == "@" {
      let numbers = line.prefix { $0 != " " }.dropFirst().split(separator: "-")
      times = (Double(numbers[0]) ?? 0, Double(numbers[1]) ?? 0)
      line = line.drop { $0 != " " }.dropFirst()
    }
    let label = line.prefix { $0 != ":" }
    let names = label.split(separator: ">").map(String.init)
    let words = line.dropFirst(label.count + 1).drop { $0 == " " }
    let parts = words.split(separator: "|").map { String($0).collapsed }
    let utterance = transcript.columns.count
    append(parts.joined(separator: " "), speaker: names[0], times: times, afterCut: afterCut)
    if names.count > 1 {
      var detail = UtteranceDetail(utterance: utterance)
      detail.addressees = [participant(names[1])]
      transcript.columns.details.append(detail)
    }
    place(parts, utterance)
  }

  private mutating func append(
    _ text: String, speaker: String, times: (Double, Double)?, afterCut: Bool
  ) {
    let number = transcript.columns.count + 1
    let code = speaker == "?" ? -1 : Int32(participant(speaker))
    transcript.columns.text += Array(text.utf8)
    transcript.columns.textEnds.append(UInt32(transcript.columns.text.count))
    transcript.columns.speakers.append(code)
    transcript.columns.starts.append(point(times?.0))
    transcript.columns.ends.append(point(times?.1))
    transcript.columns.sections.append(-1)
    transcript.columns.flags.append(afterCut ? UtteranceColumns.cutBefore : 0)
    transcript.columns.ids.append("u\(number)")
    transcript.columns.lines.append(UInt32(number))
  }

  private mutating func point(_ seconds: Double?) -> UInt32 {
    guard let seconds else { return UtteranceColumns.noPoint }
    let point = transcript.timeline.append(
      id: "T\(transcript.timeline.count)", microseconds: Int64(seconds * 1_000_000))
    return UInt32(point)
  }

  /// Gives each part of an utterance to a topic.
  private mutating func place(_ parts: [String], _ utterance: Int) {
    var start = 0
    for (number, part) in parts.enumerated() {
      if number > 0 { begin("after \(topics.count)") }
      let length = part.unicodeScalars.count
      let scalars = parts.count == 1 ? nil : start..<(start + length)
      start += length + 1
      guard let current else { continue }
      let stretches = topics[current].extent.stretches
      topics[current].extent = .stretches(
        stretches + [TextStretch(utterance: utterance, scalars: scalars)])
    }
  }

  private mutating func participant(_ label: String) -> Int {
    if let known = transcript.participants.firstIndex(where: { $0.label == label }) {
      return known
    }
    let role = String(label.filter(\.isLetter))
    transcript.participants.append(
      Participant(id: "p.\(label.lowercased())", label: label, roles: [role]))
    return transcript.participants.count - 1
  }
}

/// Readers of words, made once.
enum Cues {
  static let en = reader("en")
  static let nb = reader("nb")

  static func of(_ language: String) -> CueReader { language == "nb" ? nb : en }

  private static func reader(_ language: String) -> CueReader {
    guard let lexicon = Lexicon(language: language) else { fatalError("no lexicon") }
    return CueReader(lexicon)
  }
}

extension TopicAnalysis {
  /// Reads a dialogue.
  init(
    _ text: String, language: String = "en", people: [String] = [],
    options: TopicOptions = TopicOptions()
  ) {
    self.init(
      Dialogue(text, language: language, people: people).transcript, cues: Cues.of(language),
      options: options)
  }

  /// The label of a participant.
  func label(_ person: Int?) -> String {
    person.map { transcript.participants[$0].label ?? "" } ?? ""
  }
}
