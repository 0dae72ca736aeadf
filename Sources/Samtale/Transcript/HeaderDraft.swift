/// What an importer knows of a recording and of how its transcript was made.
public struct HeaderDraft: Hashable, Sendable {
  /// The title; by default the transcript's identifier.
  public var title: String?
  /// The day of the recording (ISO 8601); left out if it is no date.
  public var date: String?
  /// The length of the recording in seconds; left out if time stamps reach beyond it.
  public var recordingSeconds: Double?
  /// Where the recording lies, as the source names it.
  public var media: String?
  /// What the transcript was made from, such as the name of the file.
  public var source: String?
  /// From which format it was imported and what had to be guessed, a sentence each.
  public var remarks: [String] = []

  public init() {}

  /// The header in the shape that reading gives it.
  func header(fallbackTitle: String, lastSecond: Double?) -> Header {
    var header = Header(title: text(title) ?? fallbackTitle)
    let source = text(self.source) ?? "not stated"
    if let index = header.file.firstIndex(where: { $0.name == "sourceDesc" }) {
      let recording = recording(source, lastSecond)
      header.file[index].children = [
        .element(
          recording.map { MarkupElement("recordingStmt", [], [.element($0)]) }
            ?? MarkupElement("p", text: source))
      ]
    }
    header.encoding = [
      MarkupElement(
        "transcriptionDesc", [.init("ident", "samtale"), .init("version", "1.0")],
        remarks.compactMap(text).map { .element(MarkupElement("desc", text: $0)) })
    ]
    if let date = date.flatMap(ProfileValue.date) {
      let when = MarkupElement("date", [.init("when", date)], text: date)
      header.profile = [
        MarkupElement(
          "settingDesc", [], [.element(MarkupElement("setting", [], [.element(when)]))])
      ]
    }
    return header
  }

  private func recording(_ source: String, _ lastSecond: Double?) -> MarkupElement? {
    let seconds = recordingSeconds.flatMap { $0 >= (lastSecond ?? 0) ? $0 : nil }
    let duration = seconds.flatMap(ISODuration.text)
    let url = text(media).flatMap(Self.url)
    guard duration != nil || url != nil else { return nil }
    var recording = MarkupElement("recording")
    if let duration { recording.attributes = [.init("dur", duration)] }
    if let url {
      let type = Self.mediaType(url)
      recording.children.append(
        .element(MarkupElement("media", [.init("mimeType", type), .init("url", url)])))
    }
    recording.children.append(.element(MarkupElement("p", text: source)))
    return recording
  }

  private func text(_ text: String?) -> String? {
    guard let text = text?.collapsed, !text.isEmpty else { return nil }
    var allowed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      allowed.append(XMLWriter.isAllowed(scalar) ? scalar : "\u{FFFD}")
    }
    return String(allowed)
  }

  /// The address with what RFC 3986 forbids or gives a meaning of its own written as %XX.
  static func url(_ text: String) -> String {
    var url = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = byte > 0x20 && byte < 0x7F && !"\"#%<>[\\]^`{|}".unicodeScalars.contains(scalar)
      if isPlain {
        url.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        url += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return url
  }

  private static func mediaType(_ url: String) -> String {
    switch Files.extension(of: url) {
    case "wav": "audio/wav"
    case "mp3": "audio/mpeg"
    case "m4a": "audio/mp4"
    case "ogg", "oga": "audio/ogg"
    case "flac": "audio/flac"
    case "mp4", "m4v": "video/mp4"
    case "mov": "video/quicktime"
    case "webm": "video/webm"
    default: "application/octet-stream"
    }
  }
}
