import Samtale

/// A basic transcription of EXMARaLDA as it stands: speakers, timeline, tiers, events.
struct ExmaraldaDocument {
  struct Speaker {
    var id: String
    var abbreviation = ""
    var sex: String?
    var languages: [String] = []
    /// User-defined facts, with first and second languages and the comment among them.
    var facts: [(name: String, value: String)] = []
  }

  struct Point {
    /// Seconds; `nil` if the file gives no time.
    var time: Double?
  }

  struct Tier {
    var id: String
    var speaker: String?
    var category: String
    /// `t` transcription, `a` annotation, `d` description, or something else.
    var type: String
    var name: String
    var line: Int
  }

  struct Event {
    var tier: Int
    var start: String
    var end: String
    var text = ""
    var line: Int
  }

  var projectName = ""
  var transcriptionName = ""
  var media: [String] = []
  var facts: [(name: String, value: String)] = []
  var speakers: [Speaker] = []
  var points: [Point] = []
  var pointIndices: [String: Int] = [:]
  var tiers: [Tier] = []
  var events: [Event] = []
  var problems: [Diagnostic] = []
  /// Lines of points whose time is none.
  var badPoints: [Int] = []
  /// Lines of identifiers that stand twice.
  var duplicates: [Int] = []
  /// Characters that the parser delivered, in text and attributes.
  var delivered = 0
  var hasRoot = false

  /// Reads a file; what is wrong with its XML is in ``problems``.
  init(_ bytes: [UInt8], named file: String, _ progress: ImportProgress) {
    var progress = progress
    var scanner = ExmaraldaScanner()
    XMLScan.run(bytes, named: file, &scanner) { progress.tell($0) }
    self = scanner.finished()
  }

  fileprivate init() {}
}

/// Puts an ``ExmaraldaDocument`` together, element by element.
private struct ExmaraldaScanner: XMLScanner {
  private var document = ExmaraldaDocument()
  private var open: [String] = []
  private var speaker: ExmaraldaDocument.Speaker?
  private var event: ExmaraldaDocument.Event?
  private var text = ""
  private var factName = ""
  private var speakerIDs: Set<String> = []
  private var tierIDs: Set<String> = []

  mutating func start(_ tag: XMLTag) {
    for attribute in tag.attributes { document.delivered += attribute.value.unicodeScalars.count }
    open.append(tag.name)
    switch tag.name {
    case "basic-transcription": document.hasRoot = true
    case "referenced-file":
      if let url = tag["url"], !url.isBlank { document.media.append(url) }
    case "speaker": startSpeaker(tag)
    case "sex": speaker?.sex = tag["value"]
    case "language": if let language = tag["lang"] { readLanguage(language) }
    case "tli": readPoint(tag)
    case "tier": readTier(tag)
    case "event": startEvent(tag)
    case "ud-information":
      factName = tag["attribute-name"] ?? ""
      text = ""
    default: if event == nil { text = "" }
    }
  }

  mutating func end(_ name: String) {
    open.removeLast()
    switch name {
    case "project-name": document.projectName = text.collapsedSpaces
    case "transcription-name": document.transcriptionName = text.collapsedSpaces
    case "abbreviation": speaker?.abbreviation = text.collapsedSpaces
    case "comment", "transcription-convention": addFact(name, text)
    case "ud-information": if event == nil { addFact(factName, text) }
    case "speaker": closeSpeaker()
    case "event": closeEvent()
    default: break
    }
    if event == nil { text = "" }
  }

  mutating func text(_ text: String) {
    document.delivered += text.unicodeScalars.count
    if event != nil, open.last != "ud-information" {
      event?.text += text
    } else {
      self.text += text
    }
  }

  mutating func problem(_ diagnostic: Diagnostic) { document.problems.append(diagnostic) }

  /// The document, with what the file's end cut off.
  func finished() -> ExmaraldaDocument {
    var copy = self
    copy.closeSpeaker()
    copy.closeEvent()
    return copy.document
  }

  // MARK: Head

  private mutating func addFact(_ name: String, _ value: String) {
    let value = value.collapsedSpaces
    guard !value.isEmpty, !open.contains("tier") else { return }
    if speaker != nil {
      speaker?.facts.append((name.collapsedSpaces, value))
    } else {
      document.facts.append((name.collapsedSpaces, value))
    }
  }

  private mutating func startSpeaker(_ tag: XMLTag) {
    closeSpeaker()
    let id = tag["id"] ?? ""
    if !speakerIDs.insert(id).inserted { document.duplicates.append(tag.line) }
    speaker = .init(id: id)
  }

  private mutating func closeSpeaker() {
    if let speaker { document.speakers.append(speaker) }
    speaker = nil
  }

  private mutating func readLanguage(_ language: String) {
    switch open.dropLast().last {
    case "languages-used": speaker?.languages.append(language)
    case "l1", "l2": addFact(open[open.count - 2], language)
    default: break
    }
  }

  // MARK: Body

  private mutating func readPoint(_ tag: XMLTag) {
    var point = ExmaraldaDocument.Point()
    if let text = tag["time"], !text.isBlank {
      if let time = Double(text), time.isFinite, time >= 0, time < 1e10 {
        point.time = time
      } else {
        document.badPoints.append(tag.line)
      }
    }
    let id = tag["id"] ?? ""
    if document.pointIndices[id] == nil {
      document.pointIndices[id] = document.points.count
    } else {
      document.duplicates.append(tag.line)
    }
    document.points.append(point)
  }

  private mutating func readTier(_ tag: XMLTag) {
    let id = tag["id"] ?? ""
    if !tierIDs.insert(id).inserted { document.duplicates.append(tag.line) }
    let speaker = tag["speaker"].flatMap { $0.isBlank ? nil : $0 }
    document.tiers.append(
      .init(
        id: id, speaker: speaker, category: (tag["category"] ?? "").collapsedSpaces,
        type: (tag["type"] ?? "").lowercased(), name: (tag["display-name"] ?? "").collapsedSpaces,
        line: tag.line))
  }

  private mutating func startEvent(_ tag: XMLTag) {
    closeEvent()
    if document.tiers.isEmpty {
      document.tiers.append(.init(id: "", category: "", type: "t", name: "", line: tag.line))
    }
    event = .init(
      tier: document.tiers.count - 1, start: tag["start"] ?? "", end: tag["end"] ?? "",
      line: tag.line)
  }

  private mutating func closeEvent() {
    if let event { document.events.append(event) }
    event = nil
  }
}
