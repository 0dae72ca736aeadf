// The project file at work on very many turns and codings; see ../README.md.
//
//     ProjectBenchmark make FILE FOLDER CODINGS    bulk import of transcripts, codes and codings
//     ProjectBenchmark use FILE                    what a researcher waits for
//     ProjectBenchmark rebuild FILE
//     ProjectBenchmark verify FILE
//
// Prints one JSON object: seconds by name.
import Foundation
import Samtale
import SamtaleProject

nonisolated(unsafe) var measured: [String: Double] = [:]
let clock = ContinuousClock()

func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

@discardableResult
func timed<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
  let begin = clock.now
  defer { measured[name] = seconds(clock.now - begin) }
  return try body()
}

/// The median of several runs.
func median(_ name: String, runs: Int = 7, _ body: () throws -> Void) rethrows {
  var times: [Double] = []
  for _ in 0..<runs {
    let begin = clock.now
    try body()
    times.append(seconds(clock.now - begin))
  }
  measured[name] = times.sorted()[runs / 2]
}

/// Anchors of mixed kinds: whole turns, words of a turn, and two turns.
struct Anchors: Sequence {
  let version: TranscriptVersion
  let count: Int

  func makeIterator() -> AnyIterator<Anchor> {
    var i = -1
    let (version, count) = (version, count)
    let utterances = version.transcript.utterances
    return AnyIterator {
      i += 1
      guard i < count else { return nil }
      let turn = i % utterances.count
      switch i % 4 {
      case 0: return version.anchor([TextStretch(utterance: turn, scalars: 0..<4)])
      case 1 where turn > 0:
        return version.anchor([TextStretch(utterance: turn - 1), TextStretch(utterance: turn)])
      default: return version.anchor([TextStretch(utterance: turn)])
      }
    }
  }
}

/// Codings, transcript by transcript.
struct Codings: Sequence {
  let project: Project
  let transcripts: [Identifier]
  let codes: [Identifier]
  let count: Int
  var underestimatedCount: Int { count }

  func makeIterator() -> AnyIterator<NewCoding> {
    let each = (count + transcripts.count - 1) / transcripts.count
    var (next, made) = (0, 0)
    var anchors = AnyIterator<Anchor> { nil }
    return AnyIterator {
      guard made < count else { return nil }
      while true {
        if let anchor = anchors.next() {
          made += 1
          return NewCoding(code: codes[(made &* 7919 >> 3) % codes.count], anchor: anchor)
        }
        guard next < transcripts.count else { return nil }
        // The present version is parsed again: that is work of the one who asks for it.
        guard let version = versions[transcripts[next]] else { return nil }
        anchors = Anchors(version: version, count: each).makeIterator()
        next += 1
      }
    }
  }
}

/// Read before the import: a connection at work cannot be asked.
nonisolated(unsafe) var versions: [Identifier: TranscriptVersion] = [:]

func make(_ path: String, _ folder: String, _ count: Int) throws {
  let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    .map { folder + "/" + $0 }
  let (project, person) = try Project.create(
    path, title: "Benchmark", method: .codebookTA, researcher: "Somebody")
  let changes = try timed("transcripts") {
    try project.addTranscripts(files, as: person).changes
  }
  let codes = try timed("codes") {
    try project.perform(as: person) { editor in
      try (0..<200).map { try editor.createCode("Code \($0)") }
    }
  }
  for change in changes { versions[change.id] = try project.transcript(change.id) }
  let codings = Codings(
    project: project, transcripts: changes.map(\.id), codes: codes, count: count)
  timed("making anchors, without import") { for _ in codings {} }
  try timed("codings") { try project.importCodings(codings, as: person) }
  try timed("close") { try project.close() }
}

func use(_ path: String) throws {
  try median("open") { try Project.open(path).close() }
  let project = try Project.open(path)
  guard let person = try project.all(Researcher.self).first,
    let code = try project.all(Code.self).last
  else { exit(2) }
  let all = try project.passages(of: code.id)
  measured["passages of a code, number"] = Double(all.count)
  let version = try project.transcript(all[0].transcript)
  try median("open and passages of a code") {
    let project = try Project.open(path)
    _ = try project.passages(of: code.id)
  }
  try median("passages of a code") { _ = try project.passages(of: code.id) }
  try median("passages of a code, first 50") { _ = try project.passages(of: code.id, limit: 50) }
  for words in ["søknad", "\"møte arbeid\"", "kjøre*", "i og"] {
    try median("search \(words)") { _ = try project.search(words) }
    try median("open and search \(words)") { _ = try Project.open(path).search(words) }
  }
  let anchor = version.anchor([TextStretch(utterance: 3)])
  func step() throws { try project.perform(as: person.id) { try $0.apply(code.id, to: anchor) } }
  try median("code a turn", step)
  try median("undo") { try project.undo(as: person.id) }
  try median("redo") { try project.redo(as: person.id) }
  try median("open and undo") {
    try Project.open(path).undo(as: person.id)
  }
  try median("history, 50 steps") { _ = try project.history(limit: 50, eventLimit: 3) }
  for _ in 0..<7 { try project.redo(as: person.id) }
}

let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "make": try make(arguments[2], arguments[3], Int(arguments[4]) ?? 0)
case "use": try use(arguments[2])
case "rebuild":
  let project = try Project.open(arguments[2])
  try timed("rebuild") { try project.rebuild() }
case "verify":
  let project = try Project.open(arguments[2])
  let found = try timed("verify") { try project.verify() }
  guard found.isEmpty else {
    print(found.map(\.description).joined(separator: "\n"))
    exit(1)
  }
default: exit(64)
}
let data = try JSONSerialization.data(withJSONObject: measured, options: [.sortedKeys])
print(String(decoding: data, as: UTF8.self))
