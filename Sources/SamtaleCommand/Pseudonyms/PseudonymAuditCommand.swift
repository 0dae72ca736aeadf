import ArgumentParser
import Samtale
import SamtaleArchive
import SamtaleFormats
import SamtaleProject

struct PseudonymAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Search files for what the key should have replaced.",
    discussion: """
      Any files: transcripts, tables, reports, Word documents and other archives, projects; their \
      names too. Forms of the key are found in whatever capitals, without accents and inside other \
      words; numbers and addresses by their pattern.

      Exit status: 0 nothing found; 1 something found or not readable; 2 could not be done.
      """)

  @Argument(help: "Files and folders (all files below them).", completion: .file())
  var input: [String]

  @OptionGroup var key: KeyOptions

  @Flag(help: "Print findings as JSON, one a line.") var json = false

  func run() throws {
    let audit = PseudonymAudit(key: try key.read())
    var count = 0
    var isPartial = false
    try spoken {
      let files = try SearchedFiles(input, leavingOut: [key.key])
      for path in files.paths {
        do {
          var findings = audit.findings(inNameOf: path)
          for (name, bytes) in try SearchedFiles.parts(of: path) {
            findings += audit.findings(inBytes: bytes, file: name)
          }
          for finding in findings { print(json ? finding.value.jsonText : finding.sentence) }
          count += findings.count
        } catch {
          Terminal.printError("samtale: \(error)")
          isPartial = true
        }
      }
      Terminal.printError("\(files.paths.count) files searched, \(count) leftovers found")
    }
    if count > 0 || isPartial { throw ExitCode(1) }
  }
}

/// Files to be searched for leftovers.
struct SearchedFiles {
  private(set) var paths: [String] = []

  init(_ inputs: [String], leavingOut left: [String]) throws {
    for input in inputs {
      if Files.isFolder(input) == true {
        paths += try Files.files(below: input, extensions: nil).files
      } else {
        paths.append(input)
      }
    }
    paths.removeAll { path in left.contains { Files.areSame($0, path) } }
  }

  /// The texts of a file: those inside an archive or a project, else its own bytes.
  static func parts(of path: String) throws -> [(name: String, bytes: [UInt8])] {
    if ProjectFile.isOne(path) { return try parts(ofProject: path) }
    if try Files.beginning(of: path, 4) == [0x50, 0x4B, 0x03, 0x04] {
      let archive = try ZipReader(path: path)
      return try archive.entries.map { ("\(path)/\($0.name)", try archive.bytes($0)) }
    }
    return [(path, try Files.bytes(path))]
  }

  private static func parts(ofProject path: String) throws -> [(String, [UInt8])] {
    let project = try Project.open(path)
    var events: [UInt8] = []
    for event in try project.events() { events += event.value.json + [0x0A] }
    let transcripts = try project.corpus().inOrder.map { version in
      ("\(path)/\(version.transcript.id)", TEI.write(version.transcript).bytes)
    }
    return [("\(path)/history", events)] + transcripts
  }
}

extension PseudonymAudit.Finding {
  /// The finding as a line for people.
  var sentence: String {
    let place = [line, column].compactMap { $0.map(String.init) }
    let form = form == text ? "" : " (the key has “\(form)”)"
    return ([file] + place).joined(separator: ":") + ": \(certainty.word) \(kind.rawValue) "
      + "“\(text)”\(form)"
  }

  /// The finding for programs.
  var value: Value {
    .object([
      "file": .text(file), "line": line.map(Value.number) ?? .null,
      "column": column.map(Value.number) ?? .null, "text": .text(text), "form": .text(form),
      "entry": Value(entry), "kind": .text(kind.rawValue), "certainty": .text(certainty.word),
    ])
  }
}

extension PseudonymAudit.Certainty {
  fileprivate var word: String {
    switch self {
    case .certain: "certain"
    case .likely: "likely"
    case .possible: "possible"
    }
  }
}
