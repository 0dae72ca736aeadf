import Samtale
import SamtaleFormats

/// The files to import, each with a name of its own, and the recordings beside them.
struct ImportFiles {
  /// A file with the name of its transcript.
  struct File {
    var path: String
    var name: String
    /// The recording that belongs to it.
    var recording: String?
  }

  private(set) var files: [File] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var names: Set<String> = []
  private var recordings: [(path: String, isNamed: Bool)] = []

  /// - Parameters:
  ///   - paths: Files and folders as the user named them.
  ///   - left: Files that are no transcripts, such as the table of speakers.
  init(_ paths: [String], leavingOut left: [String] = []) {
    for path in paths {
      if path != "-", Files.isFolder(path) == true {
        addFolder(path, leavingOut: left)
      } else if RecordingFile.isOne(path) {
        recordings.append((path, isNamed: true))
      } else {
        add(path)
      }
    }
    pairRecordings()
  }

  private mutating func addFolder(_ folder: String, leavingOut left: [String]) {
    do {
      let (found, failures) = try Files.files(below: folder, extensions: nil)
      for failure in failures { report(failure.path, failure.reason) }
      var others: [String: Int] = [:]
      var count = 0
      for path in found where !left.contains(where: { Files.areSame($0, path) }) {
        let name = path.split(separator: "/").last ?? ""
        let suffix = name.split(separator: ".").count > 1 ? name.split(separator: ".").last : nil
        if RecordingFile.isOne(path) {
          recordings.append((path, isNamed: false))
        } else if let suffix, ForeignFormat.extensions.contains(suffix.lowercased()),
          !name.hasPrefix("~$")
        {
          add(path)
          count += 1
        } else {
          others[suffix.map { ".\($0.lowercased())" } ?? "without extension", default: 0] += 1
        }
      }
      if count == 0 { report(folder, "the folder holds no file that can be imported") }
      reportUnread(others, folder)
    } catch {
      report(folder, "\(error)")
    }
  }

  /// Says which files of a folder were passed over.
  private mutating func reportUnread(_ others: [String: Int], _ folder: String) {
    guard !others.isEmpty else { return }
    let list = others.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    diagnostics.append(
      Diagnostic(
        .warning, .notImported, file: folder, "not read: \(list.joined(separator: ", "))",
        do: "name those that are transcripts (tables too): only then are they read"))
  }

  private mutating func report(_ path: String, _ what: String) {
    diagnostics.append(
      Diagnostic(
        .error, .unreadable, file: path, what, do: "check the name and the permissions"))
  }

  /// The name is that of the file, numbered where two are the same.
  private mutating func add(_ path: String) {
    let base = path == "-" ? "standard-input" : Files.stem(path)
    var name = base
    var number = 2
    while !names.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    files.append(File(path: path, name: name))
  }

  /// A recording belongs to the transcript of the same name; a single one to a single transcript.
  private mutating func pairRecordings() {
    for (path, isNamed) in recordings {
      let stem = Files.stem(path).lowercased()
      let same = files.indices.filter { Files.stem(files[$0].path).lowercased() == stem }
      let index =
        same.count == 1 ? same[0] : files.count == 1 && recordings.count == 1 ? 0 : nil
      if let index, files[index].recording == nil {
        files[index].recording = path
      } else {
        diagnostics.append(
          Diagnostic(
            isNamed ? .error : .warning, .notImported, file: path,
            "it cannot be told which transcript this recording belongs to",
            do: "give the two files the same name, or import them by themselves"))
      }
    }
  }
}
