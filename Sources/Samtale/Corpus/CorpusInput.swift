/// The files that a command or program is given: folders, files, or standard input.
public struct CorpusInput: Sendable {
  /// Files to read as transcripts, in order.
  public var files: [String]
  /// Root files of corpora, read first for the people they declare.
  public var roots: [String]
  /// What could not be looked into.
  public var diagnostics: [Diagnostic]
  private var identities: Set<[UInt64]> = []

  /// Extensions that count as TEI when a folder is given.
  public static let extensions: Set<String> = ["xml", "tei"]

  /// Finds the files behind paths.
  ///
  /// A folder stands for all `.xml` and `.tei` files below it, in the order of their names; hidden
  /// files are left out. `-` is standard input. A path that does not exist becomes a diagnostic.
  public init(paths: [String]) {
    files = []
    roots = []
    diagnostics = []
    for path in paths {
      if path == "-" {
        files.append(path)
      } else if Files.isFolder(path) == true {
        addFolder(path)
      } else {
        add(path)
      }
    }
  }

  private mutating func addFolder(_ folder: String) {
    do {
      let (found, failures) = try Files.files(below: folder, extensions: Self.extensions)
      for failure in failures { diagnostics.append(Diagnostic(unreadable: failure.path, failure)) }
      if found.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error,
            .noTranscripts,
            file: folder,
            "the folder holds no .xml or .tei file",
            do: "name the folder with the transcripts"
          )
        )
      }
      for file in found { add(file) }
    } catch {
      diagnostics.append(Diagnostic(unreadable: folder, error))
    }
  }

  private mutating func add(_ file: String) {
    if let identity = Files.identity(file), !identities.insert(identity).inserted {
      diagnostics.append(
        Diagnostic(
          .warning, .duplicateTranscript, file: file, "the file is named twice; it is read once",
          do: "nothing, if that is right"))
      return
    }
    if Self.declaresPeople(file) { roots.append(file) }
    files.append(file)
  }

  /// Adds the files that roots include, if they lie in the same folder and are not there yet.
  mutating func add(includes: [String], of root: String) {
    let folder = root.lastIndex(of: "/").map { String(root[...$0]) } ?? ""
    for reference in includes where !reference.contains("/") && !reference.hasPrefix(".") {
      let file = folder + reference
      if !files.contains(file) { add(file) }
    }
  }

  /// Whether the root element is one that declares people or categories for other files
  /// (`teiCorpus`, or the lists of ParlaMint), judged by the first bytes.
  private static func declaresPeople(_ file: String) -> Bool {
    // What is no plain file can be read once only, and not here.
    guard Files.isPlainFile(file) else { return false }
    let start = try? Files.reading(file) { descriptor -> [UInt8] in
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 2048, alignment: 1)
      defer { buffer.deallocate() }
      let count = try Files.read(descriptor, path: file, into: buffer)
      return Array(buffer[..<count])
    }
    guard let start else { return false }
    let text = String(decoding: start, as: UTF8.self)
    guard let root = text.firstRange(of: "<TEI") ?? text.firstRange(of: "<text") else {
      return ["<teiCorpus", "<listPerson", "<listOrg", "<taxonomy"].contains { text.contains($0) }
    }
    return text[..<root.lowerBound].contains("<teiCorpus")
  }
}

extension Diagnostic {
  /// The diagnostic for a file that cannot be read.
  init(unreadable path: String, _ error: any Error) {
    let reason = (error as? FileError)?.reason ?? "\(error)"
    self.init(
      .error,
      .unreadable,
      file: path,
      "cannot be read: \(reason)",
      do: "check the name and the permissions"
    )
  }
}
