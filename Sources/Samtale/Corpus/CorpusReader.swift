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
    var options = options
    var next = 0
    while next < input.roots.count {
      let root = input.roots[next]
      next += 1
      // A root that cannot be read is reported when its turn among the files comes.
      guard let declared = try? TEI.declarations(in: root) else { continue }
      options.shared.merge(declared)
      if options.followsIncludes { input.add(includes: declared.includes, of: root) }
    }
    let roots = Set(input.roots)
    let (files, shared) = (input.files, options)
    let sizes = files.map { $0 == "-" ? 0 : Files.size($0) }
    let total = sizes.reduce(0, +)
    let state = Mutex(Progress<Value>(count: files.count))
    let work: @Sendable () -> Void = {
      while let index = state.withLock({ $0.take() }) {
        let file = files[index]
        let result = Self.read(file, shared, isRoot: roots.contains(file), transform)
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

  private static func read<Value: Sendable>(
    _ file: String,
    _ options: ReadingOptions,
    isRoot: Bool,
    _ transform: (Transcript) -> Value
  ) -> FileResult<Value> {
    var values: [Value] = []
    do {
      let reading = try TEI.read(file, options: options) { transcript, _ in
        values.append(transform(transcript))
      }
      var diagnostics = reading.diagnostics
      if values.isEmpty, !isRoot, !reading.hasErrors {
        diagnostics.append(
          Diagnostic(
            .error,
            .noTranscripts,
            file: file,
            "the file holds no transcript",
            do: "check that it has a <text> with utterances"
          )
        )
      }
      return FileResult(
        file: file,
        values: values,
        diagnostics: diagnostics,
        accounting: reading.accounting,
        isRead: !values.isEmpty || isRoot
      )
    } catch {
      return FileResult(
        file: file,
        values: [],
        diagnostics: [Diagnostic(unreadable: file, error)],
        accounting: TextAccounting(),
        isRead: false
      )
    }
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
