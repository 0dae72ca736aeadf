/// What came of reading one file.
public struct FileReading: Sendable {
  /// The file as the user named it.
  public var file: String
  /// Transcripts of the file, in order; several in a teiCorpus.
  public var transcripts: [Transcript]
  public var diagnostics: [Diagnostic]
  /// What was done with each character of the file.
  public var accounting: TextAccounting

  /// Whether something in the file was refused or could not be read as meant.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reading TEI-style XML: the Samtale profile strictly, other people's TEI leniently.
public enum TEI {
  /// Reads all transcripts of a file.
  ///
  /// ```swift
  /// let reading = try TEI.read("team3-m1.xml")
  /// print(reading.transcripts[0].utterances.count, reading.diagnostics)
  /// ```
  /// - Parameters:
  ///   - path: The file; `-` reads standard input.
  ///   - options: How to read it.
  /// - Returns: The transcripts and everything worth saying about the file. A file that is not
  ///   well-formed gives what was read before the fault, and an error among the diagnostics.
  /// - Throws: ``FileError`` if the file cannot be opened or read.
  public static func read(_ path: String, options: ReadingOptions = ReadingOptions()) throws
    -> FileReading
  {
    var transcripts: [Transcript] = []
    var reading = try read(path, options: options) { transcripts.append($0) }
    reading.transcripts = transcripts
    return reading
  }

  /// Reads a file and hands over its transcripts one by one, so that a corpus in one huge file
  /// needs the memory of its largest transcript only.
  /// - Parameters:
  ///   - path: The file; `-` reads standard input.
  ///   - options: How to read it.
  ///   - each: Receives each transcript as soon as it has been read.
  /// - Returns: The reading without its transcripts.
  /// - Throws: ``FileError`` if the file cannot be opened or read.
  public static func read(
    _ path: String,
    options: ReadingOptions,
    each: (Transcript) -> Void
  ) throws -> FileReading {
    var options = options
    options.expectedBytes = path == "-" ? 0 : min(Files.size(path), 1 << 30)
    return try Files.reading(path) { descriptor in
      try read(named: path, options: options, each: each) { buffer in
        try Files.read(descriptor, path: path, into: buffer)
      }
    }
  }

  /// Reads a document in memory.
  /// - Parameters:
  ///   - bytes: The document in any encoding that XML allows and libxml2 knows.
  ///   - file: The name under which diagnostics speak of it.
  ///   - options: How to read it.
  /// - Returns: The transcripts and everything worth saying about the document.
  public static func read(
    bytes: [UInt8],
    named file: String = "",
    options: ReadingOptions = ReadingOptions()
  ) -> FileReading {
    var transcripts: [Transcript] = []
    var options = options
    options.expectedBytes = bytes.count
    var offset = 0
    var reading = read(
      named: file,
      options: options,
      each: { transcripts.append($0) },
      nextChunk: { buffer in
        let count = min(buffer.count, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<(offset + count)])
        offset += count
        return count
      }
    )
    reading.transcripts = transcripts
    return reading
  }

  private static func read(
    named file: String,
    options: ReadingOptions,
    each: (Transcript) -> Void,
    nextChunk: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows -> FileReading {
    try withoutActuallyEscaping(each) { each in
      var diagnostics: [Diagnostic] = []
      var bytesRead = 0
      var reader = TEIReader(file: file, options: options) { transcript, found in
        diagnostics += found
        each(transcript)
      }
      try XMLParser.parse(
        vocabulary: TEIName.vocabulary,
        handler: &reader,
        limits: options.limits
      ) { buffer in
        let count = try nextChunk(buffer)
        bytesRead += count
        return count
      }
      reader.finishFile(bytesRead: bytesRead)
      let rest = reader.diagnostics.diagnostics
      let accounting = reader.fileAccounting
      reader.deliver = { _, _ in }
      return FileReading(
        file: file,
        transcripts: [],
        diagnostics: diagnostics + rest,
        accounting: accounting
      )
    }
  }

  /// Reads a file, or its contents if they were read before.
  static func read(
    _ path: String, options: ReadingOptions, contents: [UInt8]?, each: (Transcript) -> Void
  ) throws -> FileReading {
    guard let contents else { return try read(path, options: options) { each($0) } }
    var reading = read(bytes: contents, named: path, options: options)
    reading.transcripts.forEach(each)
    reading.transcripts = []
    return reading
  }

  /// What a corpus header (the root file of ParlaMint, say) declares for other files.
  static func declarations(in path: String) throws -> SharedDeclarations {
    try Files.reading(path) { descriptor in
      var reader = TEIReader(file: path, options: ReadingOptions()) { _, _ in }
      try XMLParser.parse(vocabulary: TEIName.vocabulary, handler: &reader) { buffer in
        try Files.read(descriptor, path: path, into: buffer)
      }
      return reader.shared
    }
  }
}

extension TEIReader {
  /// Delivers what was read of a document that broke off, and says what was wrong with the file.
  mutating func finishFile(bytesRead: Int) {
    if frames.contains(where: { $0.mode == .document }) {
      state.isIncomplete = true
      while frames.count > 1 {
        if frames[frames.count - 1].mode == .tree { tree.removeAll() }
        let frame = frames[frames.count - 1]
        if frame.mode == .tree { frames.removeLast() } else { endElement() }
      }
    }
    fileAccounting = fileAccounting + accounting
    accounting = TextAccounting()
    if bytesRead == 0 {
      diagnostics = DiagnosticSink(file: file)
      diagnostics.report(
        .error,
        .emptyFile,
        at: nil,
        "the file is empty",
        do: "export or copy it again"
      )
    } else if !sawRoot, diagnostics.diagnostics.isEmpty {
      diagnostics.report(
        .error,
        .malformed,
        at: nil,
        "this is not an XML document",
        do:
          "samtale reads TEI files here; other formats become TEI with: samtale import -o FOLDER FILE"
      )
    }
  }
}
