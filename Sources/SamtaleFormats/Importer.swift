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

  /// Imports a file in memory.
  public static func read(
    bytes: [UInt8], named file: String = "", id: String? = nil,
    options: ImportOptions = ImportOptions()
  ) -> ImportResult {
    let source = ForeignSource(bytes, format: options.format)
    switch source.format {
    case .qdaProject: return QDAImport.read(bytes, named: file, options)
    case .qdaCodebook: return QDACodebookFile.read(bytes, named: file, options)
    default: break
    }
    var assembly = TalkAssembly(
      source.text, file: file, id: id ?? (file == "-" ? "standard-input" : nil),
      format: source.format, options)
    if bytes.isEmpty {
      assembly.findings.report(
        .error, .emptyFile, line: nil, "the file is empty", do: "export or copy it again")
      return assembly.result()
    }
    assembly.read(source)
    return assembly.result()
  }
}

/// A file to be imported: its bytes, and its text if it is one.
struct ForeignSource {
  let bytes: [UInt8]
  /// `nil` if the format was not recognised.
  let format: ForeignFormat?
  /// Empty for archives.
  let text: SourceText

  init(_ bytes: [UInt8], format: ForeignFormat?) {
    self.bytes = bytes
    let isArchive = bytes.starts(with: [0x50, 0x4B])
    let text = SourceText(isArchive ? [] : bytes)
    self.format = format ?? ForeignFormat(bytes: bytes, text: text)
    self.text = text
  }
}

extension TalkAssembly {
  /// Reads a file in the format that it is in.
  fileprivate mutating func read(_ source: ForeignSource) {
    switch source.format {
    case .webVTT: readWebVTT(source.text)
    case .subRip: readSubRip(source.text)
    case .whisperJSON: readWhisper(source.text)
    case .plainText, .headedText: readPlainText(source.text)
    case .f4: readF4(source.text)
    case .inqScribe: readInqScribe(source.text)
    case .table: readTable(source.text)
    default:
      rest = .refused
      findings.report(
        .error, .notImported, line: nil, "this is none of the formats that can be imported",
        do: "name the format with --from")
    }
  }
}
