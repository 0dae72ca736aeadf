import Samtale
import SamtaleArchive
import SamtaleFormats
import SamtaleProject

/// Searches files for leftovers, and takes note of what cannot be searched.
struct LeftoverSearch {
  private let audit: PseudonymAudit
  private(set) var findings: [PseudonymAudit.Finding] = []
  /// What was not or not wholly searched, in sentences.
  var gaps: [String] = []
  private(set) var files = 0

  /// How much was found, and how much of it only may be something that is left over.
  var tally: String {
    let possible = findings.count { $0.certainty == .possible }
    let only = possible == 0 ? "" : " (\(possible) of them only possible)"
    return "\(findings.count) leftover\(findings.count == 1 ? "" : "s") found\(only)"
  }

  init(_ audit: PseudonymAudit) { self.audit = audit }

  /// What to do about findings that are no more than possible; `nil` if there are none.
  var advice: String? {
    let count = findings.count { $0.certainty == .possible }
    guard count > 0 else { return nil }
    return
      "\(count) of them \(count == 1 ? "is" : "are") only possible: part of a longer word, or an "
      + "ordinary word. Look at each. Where it tells who somebody is, give the whole word a row of "
      + "its own in the key (the same id, decision replace) and apply the key again; else leave it"
  }

  /// Searches a file, what is inside it, and its name.
  /// - Returns: What was found in it.
  @discardableResult
  mutating func look(at path: String) -> [PseudonymAudit.Finding] {
    let before = findings.count
    files += 1
    findings += audit.findings(inNameOf: path)
    do {
      if ProjectFile.isOne(path) {
        try look(atProject: path)
      } else if try Files.beginning(of: path, 4) == Self.archive {
        try look(at: ZipReader(path: path), path, depth: 1)
        look(atCommentOf: try Files.bytes(path), path)
      } else {
        look(at: try Files.bytes(path), path, depth: 0)
      }
    } catch { gaps.append("\(error)") }
    return Array(findings[before...])
  }

  private static let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  private mutating func look(at bytes: [UInt8], _ name: String, depth: Int) {
    if bytes.starts(with: Self.archive) {
      do {
        guard depth < 5 else { return gaps.append("\(name) is an archive too deep inside others") }
        try look(at: ZipReader(bytes), name, depth: depth + 1)
        look(atCommentOf: bytes, name)
      } catch { gaps.append("\(name): \(error)") }
      return
    }
    findings += audit.findings(inBytes: bytes, file: name)
    if !PseudonymAudit.isText(bytes) {
      gaps.append("\(name) is no text: look through it yourself, or search it as text")
    }
  }

  private mutating func look(at archive: ZipReader, _ path: String, depth: Int) throws {
    for entry in archive.entries {
      let name = "\(path)/\(entry.name)"
      findings += audit.findings(inNameOf: entry.name).map { finding in
        var finding = finding
        finding.file = name
        return finding
      }
      do { look(at: try archive.bytes(entry), name, depth: depth) } catch {
        gaps.append("\(name): \(error)")
      }
    }
  }

  /// What stands at the end of an archive about the whole of it.
  private mutating func look(atCommentOf bytes: [UInt8], _ path: String) {
    let tail = Array(bytes.suffix(0xFFFF + 22))
    let sign: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    guard tail.count > 22,
      let start = (0...(tail.count - 22)).last(where: { tail[$0..<($0 + 4)].elementsEqual(sign) })
    else { return }
    findings += audit.findings(inBytes: Array(tail[(start + 22)...]), file: "\(path) (comment)")
  }

  /// The history and the transcripts of a project, and then its bytes as they are, for what the two
  /// do not show.
  private mutating func look(atProject path: String) throws {
    let before = findings.count
    do {
      let project = try Project.open(path)
      var events: [UInt8] = []
      for event in try project.events() { events += event.value.json + [0x0A] }
      look(at: events, "\(path)/history", depth: 0)
      for version in try project.corpus().inOrder {
        let name = "\(path)/\(version.transcript.id)"
        look(at: TEI.write(version.transcript).bytes, name, depth: 0)
      }
    } catch {
      gaps.append("\(error); only what stands in it openly was searched")
    }
    let known = Set(findings[before...].map(\.form))
    findings += audit.findings(inBytes: try Files.bytes(path), file: path)
      .filter { !known.contains($0.form) }
  }
}

/// Files to be searched for leftovers.
struct SearchedFiles {
  private(set) var paths: [String] = []
  /// Folders that could not be looked into.
  private(set) var failures: [String] = []

  init(_ inputs: [String]) throws {
    for input in inputs {
      if Files.isFolder(input) == true {
        let found = try Files.files(below: input, extensions: nil, includesHidden: true)
        paths += found.files
        failures += found.failures.map(\.description)
      } else {
        paths.append(input)
      }
    }
  }
}
