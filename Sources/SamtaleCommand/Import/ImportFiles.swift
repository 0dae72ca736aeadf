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
  private var recordings: [String] = []

  init(_ paths: [String]) {
    for path in paths {
      if path != "-", Files.isFolder(path) == true {
        addFolder(path)
      } else if RecordingFile.isOne(path) {
        recordings.append(path)
      } else {
        add(path)
      }
    }
    pairRecordings()
  }

  private mutating func addFolder(_ folder: String) {
    do {
      let (found, failures) = try Files.files(below: folder, extensions: ForeignFormat.extensions)
      for failure in failures { report(failure.path, failure.reason) }
      if found.isEmpty { report(folder, "the folder holds no file that can be imported") }
      for path in found { add(path) }
    } catch {
      report(folder, "\(error)")
    }
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
    for path in recordings {
      let stem = Files.stem(path).lowercased()
      let same = files.indices.filter { Files.stem(files[$0].path).lowercased() == stem }
      let index =
        same.count == 1 ? same[0] : files.count == 1 && recordings.count == 1 ? 0 : nil
      if let index, files[index].recording == nil {
        files[index].recording = path
      } else {
        diagnostics.append(
          Diagnostic(
            .error, .unreadable, file: path,
            "it cannot be told which transcript this recording belongs to",
            do: "give the two files the same name, or import them by themselves"))
      }
    }
  }
}
