import SamtaleArchive

extension ForeignFormat {
  /// The format that a file without an archive is in, by its first bytes or its text; `nil` if it is
  /// none of these.
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - text: The same, decoded.
  init?(_ bytes: [UInt8], _ text: SourceText) {
    if RichTextReader.isRichText(bytes) {
      self = .richText
    } else if bytes.starts(with: TextGridFile.binarySignature) {
      self = .textGrid
    } else {
      self.init(text)
    }
  }

  /// The format of what an archive holds, by the files in it; `nil` if it is none of these.
  init?(archive: Result<ZipReader, ArchiveError>) {
    guard let archive = try? archive.get() else { return nil }
    let names = archive.entries.map { $0.name.lowercased() }
    if names.contains("word/document.xml")
      || (names.contains("[content_types].xml") && names.contains { $0.hasPrefix("word/") })
    {
      self = .word
    } else if names.contains(where: { $0.hasSuffix(".qde") }) {
      self = .qdaProject
    } else if names.contains("content.xml"), names.contains("mimetype") {
      self = .openDocument
    } else {
      return nil
    }
  }

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
    if start.first == UInt8(ascii: "<"), let format = Self(root: Self.rootName(start), start) {
      self = format
    } else if start.starts(with: "@UTF8".utf8) || start.starts(with: "@Begin".utf8)
      || Self.hasMainLine(start)
      || Self.hasLine(start, from: "@Begin", to: "@Begin")
      || Self.hasLine(start, from: "@Participants:", to: "@")
    {
      self = .chat
    } else if start.starts(with: "File type = \"ooTextFile".utf8)
      || start.starts(with: "\"ooTextFile\"".utf8) || start.starts(with: "\"Praat ".utf8)
    {
      self = .textGrid
    } else if let first = start.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      // Subtitles and stamped text may begin with a bracket too.
      let other =
        Self.hasArrow(start) ? .subRip : Self.isJSON(start) ? .whisperJSON : Self.ofText(text)
      guard let other else { return nil }
      self = other
    } else if Self.hasArrow(start) {
      self = .subRip
    } else if start.isEmpty {
      return nil
    } else if let other = Self.ofText(text) {
      self = other
    } else {
      return nil
    }
  }

  private init?(root: String, _ bytes: ArraySlice<UInt8>) {
    switch root {
    case "ANNOTATION_DOCUMENT": self = .elan
    case "basic-transcription": self = .exmaralda
    case "Trans": self = .transcriber
    case "transcript":
      guard bytes.prefix(65_536).firstRange(of: Array("<scene".utf8)) != nil else { return nil }
      self = .inqScribe
    case "CodeBook": self = .qdaCodebook
    case "document": self = .openDocument
    case "Project": self = .qdaProject
    default: return nil
    }
  }

  /// The local name of the first element.
  static func rootName(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes.prefix(65_536)
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: open)...]
      guard let first = rest.first, first != UInt8(ascii: "?"), first != UInt8(ascii: "!") else {
        if rest.starts(with: "!--".utf8) {
          guard let end = rest.firstRange(of: Array("-->".utf8)) else { return "" }
          rest = rest[end.upperBound...]
        }
        continue
      }
      let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      return name.split(separator: UInt8(ascii: ":")).last?.string ?? ""
    }
    return ""
  }

  /// Whether one of the first twenty lines is a timing line.
  private static func hasArrow(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.prefix(4096).split(separator: 0x0A).prefix(20).contains {
      SubRipFile.Timing(line: $0) != nil
    }
  }

  /// Whether one of the first lines begins and goes on so.
  private static func hasLine(_ bytes: ArraySlice<UInt8>, from start: String, to mark: String)
    -> Bool
  {
    bytes.prefix(65_536).split(separator: 0x0A).prefix(200).contains { line in
      line.starts(with: start.utf8) && line.prefix(12).firstRange(of: Array(mark.utf8)) != nil
    }
  }

  /// Whether one of the first lines is a main line of CHAT: `*MOT:` and a tab. The code of a speaker
  /// begins right behind the asterisk; one with a space there is a bullet of a list.
  private static func hasMainLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.prefix(65_536).split(separator: 0x0A).prefix(200).contains { line in
      guard line.first == UInt8(ascii: "*"), let second = line.dropFirst().first else {
        return false
      }
      let isCode =
        second >= 0x80 || (0x61...0x7A).contains(second | 0x20) || (0x30...0x39).contains(second)
      return isCode && line.prefix(12).firstRange(of: Array(":\t".utf8)) != nil
    }
  }

  /// Whether what follows the first bracket can be JSON.
  private static func isJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = bytes.dropFirst().first { $0 > 0x20 }
    return next.map { "{[\"]}".utf8.contains($0) } ?? true
  }
}
