import Samtale

/// Imports transcripts from other formats than TEI.
///
/// ```swift
/// let result = try Importer.read("meeting.vtt")
/// if let transcript = result.transcript { try TEI.write(transcript, to: "meeting.xml") }
/// ```
public enum Importer {
  /// Imports a file.
  /// - Parameters:
  ///   - path: The file; `-` reads standard input.
  ///   - id: The identifier of the transcript; by default the name of the file.
  ///   - options: How to read it.
  /// - Returns: The transcript with everything worth saying about the file.
  /// - Throws: ``Samtale/FileError`` if the file cannot be read.
  public static func read(
    _ path: String, id: String? = nil, options: ImportOptions = ImportOptions()
  ) throws -> ImportResult {
    read(bytes: try Files.bytes(path), named: path, id: id, options: options)
  }

  /// Imports a file in memory. What nobody else holds is not copied.
  public static func read(
    bytes: consuming [UInt8], named file: String = "", id: String? = nil,
    options: ImportOptions = ImportOptions()
  ) -> ImportResult {
    let isEmpty = bytes.isEmpty
    var assembly = assembly(
      ForeignSource(bytes, format: options.format), file,
      id ?? (file == "-" ? "standard-input" : nil), options)
    if isEmpty {
      assembly.findings.report(
        .error, .emptyFile, line: nil, "the file is empty", do: "export or copy it again")
    }
    return assembly.result()
  }

  /// What a file gives; the file itself is let go.
  private static func assembly(
    _ source: ForeignSource, _ file: String, _ id: String?, _ options: ImportOptions
  ) -> TalkAssembly {
    var assembly = TalkAssembly(
      source.text, file: file, id: id, format: source.format, options)
    if !source.isEmpty { assembly.read(source) }
    return assembly
  }
}

/// A file to be imported: its bytes, and its text if it is one.
struct ForeignSource {
  /// Empty for formats that are read line by line from the text.
  let bytes: [UInt8]
  /// `nil` if the format was not recognised.
  let format: ForeignFormat?
  /// Empty for archives and other files that are no text.
  let text: SourceText

  var isEmpty: Bool { bytes.isEmpty && text.bytes.isEmpty }

  init(_ bytes: consuming [UInt8], format: ForeignFormat?) {
    var format = format
    var first = format
    if first == nil { first = Self.beginning(of: bytes) }
    if first == .webVTT || first == .subRip {
      format = first
      // These may be very large: only one copy is kept.
      text = SourceText(consume bytes)
      self.bytes = []
    } else {
      let file = consume bytes
      let text = SourceText(Self.isBinary(file) ? [] : file)
      format = format ?? ForeignFormat(bytes: file, text: text)
      // Praat is at home on old Macintoshes.
      let isLegacy = format == .textGrid && text.encoding == .windows1252
      self.text = isLegacy ? SourceText(legacy: file) : text
      self.bytes = file
    }
    self.format = format
  }

  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: TextGridFile.binarySignature)
  }

  /// The format by the first lines; `nil` if they do not tell.
  private static func beginning(of bytes: [UInt8]) -> ForeignFormat? {
    let head = Array(bytes.prefix(131_072))
    return isBinary(head) ? nil : ForeignFormat(bytes: head, text: SourceText(head))
  }
}

extension TalkAssembly {
  /// Reads a file in the format that it is in.
  fileprivate mutating func read(_ source: ForeignSource) {
    switch source.format {
    case .webVTT: readWebVTT(source.text)
    case .subRip: readSubRip(source.text)
    case .whisperJSON: readWhisper(source.text)
    case .textGrid: readTextGrid(source.text, source.bytes)
    case .transcriber: readTranscriber(source.bytes)
    default:
      rest = .refused
      findings.report(
        .error, .notImported, line: nil, "this is none of the formats that can be imported",
        do: "name the format with --from")
    }
  }
}
