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
  /// - Throws: `FileError` if the file cannot be read.
  public static func read(
    _ path: String, id: String? = nil, options: ImportOptions = ImportOptions()
  ) throws -> ImportResult {
    finished(
      try ForeignSource(path: path, format: options.format), path,
      id ?? (path == "-" ? "standard-input" : nil), options)
  }

  /// Imports a file in memory. What nobody else holds is not copied.
  public static func read(
    bytes: consuming [UInt8], named file: String = "", id: String? = nil,
    options: ImportOptions = ImportOptions()
  ) -> ImportResult {
    finished(
      ForeignSource(bytes, format: options.format), file,
      id ?? (file == "-" ? "standard-input" : nil), options)
  }

  private static func finished(
    _ source: consuming ForeignSource, _ file: String, _ id: String?, _ options: ImportOptions
  ) -> ImportResult {
    switch source.format {
    case .qdaProject: return QDAImport.read(source.bytes, named: file, options)
    case .qdaCodebook: return QDACodebookFile.read(source.bytes, named: file, options)
    default: break
    }
    let isEmpty = source.isEmpty
    var assembly = assembly(source, file, id, options)
    if isEmpty {
      assembly.findings.report(
        .error, .emptyFile, line: nil, "the file is empty", do: "export or copy it again")
    }
    return assembly.result()
  }

  /// What a file gives; the file itself is let go.
  private static func assembly(
    _ source: consuming ForeignSource, _ file: String, _ id: String?, _ options: ImportOptions
  ) -> TalkAssembly {
    var assembly = TalkAssembly(
      source.text, file: file, id: id, format: source.format, options)
    if !source.isEmpty { assembly.read(source) }
    return assembly
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
    case .inqScribe: readInqScribe(source)
    case .table: readTable(source.text)
    case .word, .openDocument, .richText: readDocument(source)
    case .chat: readChat(source.text)
    case .textGrid: readTextGrid(source.text, source.bytes)
    case .transcriber: readTranscriber(source.bytes)
    case .elan: readElan(source.bytes, characters: source.text.count)
    case .exmaralda: readExmaralda(source.bytes, characters: source.text.count)
    default:
      rest = .refused
      if let obstacle = source.obstacle {
        return findings.report(
          .error, .notImported, line: nil, obstacle.what, do: obstacle.remedy)
      }
      if source.archive != nil {
        return findings.report(
          .error, .notImported, line: nil,
          "this archive is no document and no project that can be imported",
          do: "unpack it and import the files in it")
      }
      findings.report(
        .error, .notImported, line: nil, "this is none of the formats that can be imported",
        do: "name the format with --from")
    }
  }
}
