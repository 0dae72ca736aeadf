import Samtale

/// InqScribe's export as XML: a `transcript` with a `scene` for each stretch between two time codes
/// (manual of InqScribe 2.2, 5.2; files as Grinnell College's OHScribe reads them).
///
/// The words of a scene are text as in the program, with labels in front of lines. A speaker may
/// also be named in an attribute or an element `speaker`; what the element names holds for the words
/// behind it. What stands in the `prologue` comes before the first time code.
struct InqScribeXML: XMLScanner {
  private(set) var paragraphs: [SourceParagraph] = []
  /// Speakers whom the file itself names.
  private(set) var speakers: Set<String> = []
  /// Characters of time codes.
  private(set) var times = 0
  /// Time codes that are none.
  private(set) var badTimes: [(text: String, line: Int)] = []
  /// Text that stands in no scene.
  private(set) var loose = ""
  private(set) var problems: [Diagnostic] = []
  private(set) var isTranscript = false

  private let dialect: StampDialect
  private var scene: Scene?
  private var speaker: String?

  private struct Scene {
    var start: Int?
    var end: Int?
    var line: Int
    var text = ""
    /// Whether white space is left out, since a label has just been put in.
    var isAfterLabel = false

    mutating func append(_ words: String) {
      let rest = isAfterLabel ? words.drop(while: \.isWhitespace) : words[...]
      text += rest
      isAfterLabel = isAfterLabel && rest.isEmpty
    }

    mutating func name(_ speaker: String) {
      let isInLine = text.last.map { $0 != "\n" } ?? false
      text += (isInLine ? "\n" : "") + speaker + ": "
      isAfterLabel = true
    }
  }

  init(_ dialect: StampDialect) { self.dialect = dialect }

  mutating func start(_ tag: XMLTag) {
    switch tag.name {
    case "transcript": isTranscript = true
    case "scene", "prologue":
      scene = Scene(start: time(tag, "in"), end: time(tag, "out"), line: tag.line)
      if let name = tag.stated("speaker") { setSpeaker(name) }
    case "speaker": speaker = ""
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "scene", "prologue": endScene()
    case "speaker":
      if let speaker { setSpeaker(speaker.collapsedSpace) }
      speaker = nil
    default: break
    }
  }

  mutating func text(_ text: String) {
    if speaker != nil {
      speaker? += text
    } else if scene != nil {
      scene?.append(text)
    } else {
      loose += text
    }
  }

  mutating func problem(_ diagnostic: Diagnostic) {
    if diagnostic.code != .doctype { problems.append(diagnostic) }
  }

  private mutating func setSpeaker(_ name: String) {
    guard !name.isEmpty else { return }
    speakers.insert(name)
    scene?.name(name)
  }

  private mutating func time(_ tag: XMLTag, _ name: String) -> Int? {
    guard let text = tag.stated(name) else { return nil }
    let bytes = Array(text.utf8)
    guard let found = LineStamp.time(bytes[...], dialect), found.length == bytes.count else {
      badTimes.append((text, tag.line))
      return nil
    }
    times += text.unicodeScalars.count
    return found.time
  }

  /// The lines of a scene: the first begins with it, the last ends with it.
  private mutating func endScene() {
    guard let scene else { return }
    self.scene = nil
    let lines = scene.text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = paragraphs.count
    for (i, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
      paragraphs.append(SourceParagraph(text: String(line), line: scene.line + i))
    }
    guard first < paragraphs.count else { return }
    paragraphs[first].start = scene.start
    paragraphs[paragraphs.count - 1].end = scene.end
  }
}
