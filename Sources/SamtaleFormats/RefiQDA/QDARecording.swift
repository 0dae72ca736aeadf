import Samtale

/// The recording of a transcript as REFI-QDA has it: a source of sound or pictures that holds the
/// text once more, with points in time at places of it.
///
/// Codings stay with the `TextSource`: a `Transcript` can only code from one point in time to
/// another, and programs leave out recordings whose file they do not find. The text inside the
/// recording has a GUID made from that of the `TextSource`, by which both are known to be one.
struct QDARecording {
  /// A place of the text with its time in milliseconds.
  struct Point {
    var id: Identifier
    /// In scalars of the rendered text.
    var place: Int
    var milliseconds: Int
  }

  /// The GUID of the recording.
  var id: Identifier
  /// The GUID of the text inside it.
  var transcript: Identifier
  var path: Path
  var points: [Point] = []

  /// The GUID of the text inside a recording.
  static func transcript(of source: Identifier) -> Identifier {
    QDAContent.derived("transcript", source.description)
  }

  /// The name that the recording has in the project: that of its file.
  var name: String { path.name }

  /// Where a recording lies.
  struct Path: Hashable {
    /// As `path` of a source says it (REFI-QDA 1.5, section 8.3).
    var text: String
    /// Whether folders of the machine were left out.
    var isShortened = false

    var name: String { text.split(separator: "/").last.map(String.init) ?? text }

    private static let ofVideo: Set = [
      "avi", "m2ts", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "mts", "ogv", "webm", "wmv",
    ]

    var isVideo: Bool { Self.ofVideo.contains(Files.extension(of: text)) }

    /// The path of a recording that a transcript names: below the project, or on the web. Of a path
    /// that begins at the top of a machine only the name of the file, since folders tell who works
    /// there.
    /// - Returns: `nil` if it names no file.
    init?(url: String) {
      let isFile = url.lowercased().hasPrefix("file:")
      if !isFile, url.contains("://") {
        text = url
        return
      }
      var path = (isFile ? String(url.dropFirst(5)) : url).percentDecoded
      path = path.replacing("\\", with: "/")
      let isDrive = path.dropFirst().first == ":"
      let parts = path.split(separator: "/")
      guard let name = parts.last, name != "..", name != "." else { return nil }
      isShortened = (isFile || path.hasPrefix("/") || isDrive) && parts.count > 1
      let isWhole = !isFile && !path.hasPrefix("/") && !isDrive
      text = "relative:///" + (isWhole ? path : String(name))
    }

    // MARK: Reading

    /// What a project says of where a recording lies.
    init(read text: String) { self.text = text }

    /// The file inside the archive; `nil` if it lies outside.
    var inside: String? {
      let lower = text.lowercased()
      if lower.hasPrefix("internal:") { return name }
      return lower.hasPrefix("relative:") || text.contains(":") ? nil : name
    }

    /// The path as a header names it.
    var media: String {
      if let inside { return inside }
      for start in ["relative:", "absolute:"] where text.lowercased().hasPrefix(start) {
        let path = text.dropFirst(start.count).drop { $0 == "/" }
        let isAtTop = start == "absolute:" && !path.dropFirst().hasPrefix(":")
        return (isAtTop ? "/" : "") + path
      }
      return text.percentDecoded
    }
  }
}

// Recordings of transcripts, with the times of their utterances.
extension QDAContent {
  /// The recording of a source; `nil` if its transcript names none.
  mutating func recording(
    of source: Identifier, _ transcript: Transcript, _ text: QDARenderedText,
    _ taken: inout Set<Identifier>
  ) -> QDARecording? {
    let header = transcript.header
    losses.add("further recordings of a transcript", max(0, header.media.count - 1))
    if let length = header.recordingSeconds, length < transcript.timeline.end ?? 0 {
      losses.add(.recording)
    }
    guard let url = header.media.first else { return nil }
    guard let path = QDARecording.Path(url: url) else {
      losses.add(.recording)
      return nil
    }
    if path.isShortened { losses.add("folders of recordings (only the file's name is written)") }
    var id = QDASourceRemark.recording.guid(of: transcript) ?? source
    if id == source || !taken.insert(id).inserted {
      id = Self.derived("recording", source.description)
    }
    var recording = QDARecording(
      id: id, transcript: QDARecording.transcript(of: source), path: path)
    var points = QDAPoints(recording.transcript, transcript, text)
    points.collect()
    recording.points = points.found
    losses += points.losses
    return recording
  }
}

/// Collects the points in time of a transcript: starts at the beginnings of lines, ends at their
/// ends, others between words.
private struct QDAPoints {
  private(set) var found: [QDARecording.Point] = []
  private(set) var losses = ExportLosses()
  private let id: Identifier
  private let transcript: Transcript
  private let text: QDARenderedText
  private var taken: Set<Identifier> = []

  init(_ id: Identifier, _ transcript: Transcript, _ text: QDARenderedText) {
    self.id = id
    self.transcript = transcript
    self.text = text
  }

  mutating func collect() {
    for utterance in transcript.utterances {
      guard let words = text.starts[utterance.index],
        let line = text.lines[utterance.index]
      else { continue }
      let length = text.lengths[utterance.index]
      let start = utterance.start.map { milliseconds($0) }
      let end = utterance.end.map { milliseconds($0) }
      if let start { add(start, at: line, utterance, "start") }
      for (mark, scalars) in utterance.placedMarks where mark.kind == .anchor {
        let offset = scalars.lowerBound
        // At the end of a line it would be taken for the end of the utterance.
        let seconds = mark.detail.start.flatMap(transcript.timeline.seconds)
        guard let time = seconds.map({ milliseconds($0) }), offset < length,
          time >= start ?? 0, time <= end ?? Int.max
        else {
          losses.add(.anchors)
          continue
        }
        add(time, at: words + offset, utterance, "at \(offset)")
      }
      if let end { add(end, at: words + length, utterance, "end") }
    }
  }

  private mutating func milliseconds(_ seconds: Double) -> Int {
    let exact = seconds * 1000
    if abs(exact - exact.rounded()) > 1e-4 { losses.add("times finer than milliseconds") }
    return Int(exact.rounded())
  }

  private mutating func add(
    _ time: Int, at place: Int, _ utterance: Utterance, _ what: String
  ) {
    let name = utterance.id.isEmpty ? "\(utterance.index)" : utterance.id
    var point = QDAContent.derived("point in time", id.description, name, what)
    while !taken.insert(point).inserted {
      point = QDAContent.derived("point in time", point.description, "\(utterance.index)")
    }
    found.append(.init(id: point, place: place, milliseconds: time))
  }
}
