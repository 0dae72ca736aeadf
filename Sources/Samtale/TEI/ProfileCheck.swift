/// Checks files against the rules of the Samtale TEI profile, or of lenient reading.
public struct ProfileCheck: Sendable {
  public var profile: ReadingOptions.ProfileChoice
  public var workers: Int
  /// Follow `xi:include` of files in the same folder.
  public var followsIncludes = false
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  /// Beyond this size the grammar is not checked: it needs the whole document in memory several
  /// times over.
  static let largestForGrammar = 64 << 20

  public init(
    profile: ReadingOptions.ProfileChoice = .automatic,
    workers: Int = 2,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) {
    self.profile = profile
    self.workers = max(1, workers)
    self.progress = progress
  }

  /// What was found in all files.
  public struct Result: Sendable {
    public var files: [CorpusReader.FileResult<Int>]
    public var inputDiagnostics: [Diagnostic]

    public var diagnostics: [Diagnostic] { inputDiagnostics + files.flatMap(\.diagnostics) }
    /// Utterances read.
    public var utterances: Int { files.flatMap(\.values).reduce(0, +) }
    public var transcripts: Int { files.reduce(0) { $0 + $1.values.count } }

    /// 0 clean, 1 something was found, 2 a file could not be read.
    public var exitStatus: Int {
      if files.contains(where: { !$0.isRead }) { return 2 }
      if inputDiagnostics.contains(where: { $0.severity == .error }) { return 2 }
      return diagnostics.contains { $0.severity > .note } ? 1 : 0
    }
  }

  /// Checks all files of an input.
  public func run(_ input: CorpusInput) -> Result {
    var options = ReadingOptions(lint: true, profile: profile, followsIncludes: followsIncludes)
    options.keepsIncomplete = true
    var reader = CorpusReader(options: options, workers: workers)
    reader.progress = progress
    // What can be read once only is kept: the grammar needs it a second time.
    for file in input.files
    where file == "-" || Files.isFolder(file) == nil || !Files.isPlainFile(file) {
      reader.contents[file] = try? Files.bytes(file)
    }
    let profile = profile
    let files = reader.map(input) { transcript in
      (
        utterances: transcript.columns.count,
        isOurs: profile == .samtale
          || (profile == .automatic && transcript.header.transcriptionIdentifier == "samtale"),
        id: transcript.hasOwnID ? transcript.id : nil
      )
    }
    var firstFile: [String: String] = [:]
    let results = files.map { file in
      var diagnostics = file.diagnostics
      if file.values.contains(where: \.isOurs) {
        diagnostics += Self.grammar(file.file, reader.contents[file.file], besides: diagnostics)
      }
      for id in file.values.compactMap(\.id) {
        if let other = firstFile[id] { diagnostics.append(Self.sameID(id, file.file, other)) }
        firstFile[id] = firstFile[id] ?? file.file
      }
      return CorpusReader.FileResult(
        file: file.file, values: file.values.map(\.utterances), diagnostics: diagnostics,
        accounting: file.accounting, isRead: file.isRead)
    }
    return Result(files: results, inputDiagnostics: input.diagnostics)
  }

  private static func sameID(_ id: String, _ file: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .warning, .duplicateTranscript, file: file,
      "the transcript \(id) has the same xml:id as one in \(other)",
      do: "give one of them another xml:id, so that tables can tell them apart")
  }

  /// Breaks of the grammar on lines about which nothing better was said already.
  private static func grammar(
    _ file: String, _ contents: [UInt8]?, besides known: [Diagnostic]
  ) -> [Diagnostic] {
    guard !known.contains(where: { isFatal($0.code) }) else { return [] }
    let bytes: [UInt8]
    do {
      guard (contents?.count ?? Files.size(file)) <= largestForGrammar else {
        return [unchecked(file, "the file is too large to check its grammar in memory")]
      }
      bytes = try contents ?? Files.bytes(file)
    } catch {
      return [unchecked(file, "the grammar could not be checked: \(error)")]
    }
    let errorLines = Set(known.filter { $0.severity == .error }.compactMap(\.line))
    var seen: Set<Int> = []
    return RelaxNG.validate(bytes, against: ProfileSchema.relaxNG).compactMap { problem in
      let line = problem.position.line
      guard !errorLines.contains(line), seen.insert(line).inserted else { return nil }
      // libxml2 gives line 1 where it does not know: worth saying only if nothing else was.
      guard line > 1 || errorLines.isEmpty else { return nil }
      return Diagnostic(
        .error, .profile, file: file, line: line > 1 ? line : nil, problem.what,
        do: problem.remedy)
    }
  }

  private static func unchecked(_ file: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .warning, .profile, file: file, reason, do: "check it with jing and Schemas/samtale.rng")
  }

  private static func isFatal(_ code: DiagnosticCode) -> Bool {
    switch code {
    case .malformed, .truncated, .encoding, .tooDeep, .markupTooLong, .entityDeclaration,
      .undeclaredEntity, .emptyFile, .unreadable:
      true
    default: false
    }
  }
}
