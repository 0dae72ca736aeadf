/// Formats other than TEI that can be imported.
public enum ForeignFormat: String, Sendable, CaseIterable {
  case webVTT = "webvtt"
  case subRip = "srt"
  case whisperJSON = "whisper"

  /// The name that people know it by.
  public var name: String {
    switch self {
    case .webVTT: "WebVTT"
    case .subRip: "SubRip (SRT)"
    case .whisperJSON: "Whisper JSON"
    }
  }

  /// The extensions that files of these formats have, to look for them in folders.
  public static let extensions: Set<String> = ["vtt", "srt", "json"]

  /// The format that a text is in, by its content; `nil` if it is none of these.
  ///
  /// WebVTT begins with its signature; JSON with a brace or bracket; SubRip has a line with two time
  /// stamps and an arrow among the first that are not empty.
  public init?(_ text: SourceText) {
    let bytes = text.bytes
    if WebVTTFile.hasSignature(bytes) {
      self = .webVTT
      return
    }
    let start = bytes.firstIndex { $0 > 0x20 }.map { bytes[$0...] } ?? []
    if let first = start.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      // Subtitles may begin with a bracket too.
      self = Self.hasArrow(start) ? .subRip : .whisperJSON
    } else if Self.hasArrow(start) {
      self = .subRip
    } else {
      return nil
    }
  }

  /// Whether one of the first twenty lines is a timing line.
  private static func hasArrow(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.prefix(4096).split(separator: 0x0A).prefix(20).contains {
      SubRipFile.Timing(line: $0) != nil
    }
  }
}
