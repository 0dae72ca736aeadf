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
    let text = SourceText(bytes)
    let format = options.format ?? ForeignFormat(text)
    var assembly = TalkAssembly(
      text, file: file, id: id ?? (file == "-" ? "standard-input" : nil), format: format, options)
    if bytes.isEmpty {
      assembly.findings.report(
        .error, .emptyFile, line: nil, "the file is empty", do: "export or copy it again")
      return assembly.result()
    }
    switch format {
    case .webVTT: assembly.readWebVTT(text)
    case .subRip: assembly.readSubRip(text)
    case .whisperJSON: assembly.readWhisper(text)
    case nil:
      assembly.rest = .refused
      assembly.findings.report(
        .error, .notImported, line: nil,
        "this is neither WebVTT nor SubRip nor Whisper JSON", do: "name the format with --from")
    }
    return assembly.result()
  }
}
