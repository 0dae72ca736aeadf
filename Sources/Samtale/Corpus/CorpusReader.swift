import Dispatch
import Synchronization

/// Reads many files, several at a time, and gives results in the order of the files.
public struct CorpusReader: Sendable {
  public var options: ReadingOptions
  /// How many files are read at the same time.
  public var workers: Int
  /// Called after each file with the number of bytes done and in all. May be called from several
  /// threads, one after the other.
  public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// Contents of files that can be read once only, by name.
  var contents: [String: [UInt8]] = [:]

  public init(options: ReadingOptions = ReadingOptions(), workers: Int = 2) {
    self.options = options
    self.workers = max(1, workers)
  }

  /// What came of one file.
  public struct FileResult<Value: Sendable>: Sendable {
    public var file: String
    /// One value for each transcript of the file.
    public var values: [Value]
    public var diagnostics: [Diagnostic]
    public var accounting: TextAccounting
    /// Whether the file could be opened and held at least one transcript.
    public var isRead: Bool

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Reads all files and keeps of each transcript what `transform` makes of it.
  ///
  /// The transcripts themselves are not kept, so that corpora larger than memory can be measured.
  /// - Parameters:
  ///   - input: The files.
  ///   - transform: Called once for each transcript, on several threads.
  /// - Returns: One result for each file, in the order of the files. A file that cannot be read
  ///   gives a result with an error; it does not stop the others.
  public func map<Value: Sendable>(
    _ input: CorpusInput,
    _ transform: @escaping @Sendable (Transcript) -> Value
  ) -> [FileResult<Value>] {
    var input = input
    let declarations = declarations(of: &input)
    let roots = Set(input.roots)
    let files = input.files
    let sizes = files.map { $0 == "-" ? 0 : Files.size($0) }
    let total = sizes.reduce(0, +)
    let state = Mutex(Progress<Value>(count: files.count))
    let work: @Sendable () -> Void = {
      while let index = state.withLock({ $0.take() }) {
        let file = files[index]
        let result = read(file, declarations, isRoot: roots.contains(file), transform)
        state.withLock {
          $0.results[index] = result
          $0.done += sizes[index]
          progress?($0.done, total)
        }
      }
    }
    if workers == 1 || files.count < 2 {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: min(workers, files.count)) { _ in work() }
    }
    return state.withLock { $0.results.compactMap { $0 } }
  }

  /// Reads what root files declare for the files in and below their folders, and adds what they
  /// include.
  private func declarations(of input: inout CorpusInput) -> [String: SharedDeclarations] {
    var byFolder: [String: SharedDeclarations] = [:]
    var next = 0
    while next < input.roots.count {
      let root = input.roots[next]
      next += 1
      // A root that cannot be read is reported when its turn among the files comes.
      guard let declared = try? TEI.declarations(in: root) else { continue }
      byFolder[Self.folder(root), default: options.shared].merge(declared)
      if options.followsIncludes { input.add(includes: declared.includes, of: root) }
    }
    return byFolder
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// What holds for a file: the declarations of its folder and of those above it.
  private func shared(
    _ file: String, _ declarations: [String: SharedDeclarations]
  ) -> SharedDeclarations {
    guard !declarations.isEmpty else { return options.shared }
    let own = Self.folder(file)
    let folders = declarations.keys.filter { own.hasPrefix($0) }.sorted { $0.count > $1.count }
    guard let nearest = folders.first.flatMap({ declarations[$0] }) else { return options.shared }
    return folders.dropFirst().reduce(into: nearest) { merged, folder in
      if let above = declarations[folder] { merged.merge(above) }
    }
  }

  /// What the workers share: the queue of files and the results in the order of the files.
  private struct Progress<Value: Sendable>: Sendable {
    var results: [FileResult<Value>?]
    var next = 0
    var done = 0

    init(count: Int) { results = Array(repeating: nil, count: count) }

    mutating func take() -> Int? {
      guard next < results.count else { return nil }
      next += 1
      return next - 1
    }
  }

  private func read<Value: Sendable>(
    _ file: String, _ declarations: [String: SharedDeclarations], isRoot: Bool,
    _ transform: (Transcript) -> Value
  ) -> FileResult<Value> {
    var options = options
    options.shared = shared(file, declarations)
    var values: [Value] = []
    var leftOut: [Diagnostic] = []
    let keepsIncomplete = options.keepsIncomplete
    do {
      let reading = try TEI.read(file, options: options, contents: contents[file]) { transcript in
        if transcript.isIncomplete, !keepsIncomplete {
          leftOut.append(Diagnostic(leftOut: transcript))
        } else {
          values.append(transform(transcript))
        }
      }
      var diagnostics = reading.diagnostics + leftOut
      if values.isEmpty, !isRoot, !reading.hasErrors {
        diagnostics.append(Diagnostic(empty: file))
      }
      return FileResult(
        file: file, values: values, diagnostics: diagnostics, accounting: reading.accounting,
        isRead: !values.isEmpty || isRoot)
    } catch {
      return FileResult(
        file: file, values: [], diagnostics: [Diagnostic(unreadable: file, error)],
        accounting: TextAccounting(), isRead: false)
    }
  }
}

extension Diagnostic {
  fileprivate init(leftOut transcript: Transcript) {
    self.init(
      .error, .truncated, file: transcript.file,
      "the transcript \(transcript.id) breaks off and is left out",
      do: "mend the file, so that its numbers are those of the whole meeting")
  }

  fileprivate init(empty file: String) {
    self.init(
      .error, .noTranscripts, file: file, "the file holds no transcript",
      do: "check that it has a <text> with utterances")
  }
}

/// Transcripts with what was said about them while reading.
public struct Corpus: Sendable {
  public var transcripts: [Transcript]
  public var diagnostics: [Diagnostic]
  public var accounting: TextAccounting

  public init(transcripts: [Transcript]) {
    self.transcripts = transcripts
    diagnostics = []
    accounting = TextAccounting()
  }

  /// Reads a corpus into memory.
  ///
  /// ```swift
  /// let corpus = Corpus.read(["Corpora/ips-meetings"])
  /// print(corpus.transcripts.count)
  /// ```
  /// - Parameters:
  ///   - paths: Folders, files, or `-` for standard input.
  ///   - reader: How to read.
  /// - Returns: All transcripts that could be read; files that could not are among the diagnostics.
  public static func read(_ paths: [String], reader: CorpusReader = CorpusReader()) -> Corpus {
    let input = CorpusInput(paths: paths)
    let results = reader.map(input) { $0 }
    var corpus = Corpus(transcripts: results.flatMap(\.values))
    corpus.diagnostics = input.diagnostics + results.flatMap(\.diagnostics)
    corpus.accounting = results.map(\.accounting).reduce(TextAccounting(), +)
    return corpus
  }
}
