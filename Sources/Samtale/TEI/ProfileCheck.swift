/// Checks files against the rules of the Samtale TEI profile, or of lenient reading.
public struct ProfileCheck: Sendable {
  public var profile: ReadingOptions.ProfileChoice
  public var workers: Int
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
      if files.contains(where: { !$0.isRead }) || !inputDiagnostics.isEmpty { return 2 }
      return diagnostics.contains { $0.severity > .note } ? 1 : 0
    }
  }

  /// Checks all files of an input.
  public func run(_ input: CorpusInput) -> Result {
    var reader = CorpusReader(
      options: ReadingOptions(lint: true, profile: profile),
      workers: workers
    )
    reader.progress = progress
    let profile = profile
    var files = reader.map(input) { transcript in
      (
        utterances: transcript.columns.count,
        isOurs: profile == .samtale
          || (profile == .automatic && transcript.header.transcriptionIdentifier == "samtale")
      )
    }
    var results: [CorpusReader.FileResult<Int>] = []
    for i in files.indices {
      if files[i].values.contains(where: \.isOurs), files[i].file != "-" {
        files[i].diagnostics += Self.grammar(files[i].file, besides: files[i].diagnostics)
      }
      results.append(
        .init(
          file: files[i].file,
          values: files[i].values.map(\.utterances),
          diagnostics: files[i].diagnostics,
          accounting: files[i].accounting,
          isRead: files[i].isRead
        )
      )
    }
    return Result(files: results, inputDiagnostics: input.diagnostics)
  }

  /// Breaks of the grammar on lines about which nothing better was said already.
  private static func grammar(_ file: String, besides known: [Diagnostic]) -> [Diagnostic] {
    guard !known.contains(where: { isFatal($0.code) }) else { return [] }
    guard Files.size(file) <= largestForGrammar else {
      return [
        Diagnostic(
          .note,
          .profile,
          file: file,
          "the file is too large to check its grammar in memory",
          do: "check it with jing and Schemas/samtale.rng"
        )
      ]
    }
    guard let bytes = try? Files.bytes(file) else { return [] }
    let errorLines = Set(known.filter { $0.severity == .error }.compactMap(\.line))
    var seen: Set<Int> = []
    return RelaxNG.validate(bytes, against: ProfileSchema.relaxNG).compactMap { problem in
      let line = problem.position.line
      guard !errorLines.contains(line), seen.insert(line).inserted else { return nil }
      // libxml2 gives line 1 where it does not know: worth saying only if nothing else was.
      guard line > 1 || errorLines.isEmpty else { return nil }
      return Diagnostic(
        .error,
        .profile,
        file: file,
        line: line > 1 ? line : nil,
        problem.what,
        do: problem.remedy
      )
    }
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
