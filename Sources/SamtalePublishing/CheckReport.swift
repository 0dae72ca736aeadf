import Samtale

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The findings of `samtale check` as text or JSON.
public struct CheckReport: Sendable {
  let result: ProfileCheck.Result
  let leastSeverity: Diagnostic.Severity

  /// - Parameters:
  ///   - result: What was found.
  ///   - leastSeverity: Findings below this are left out.
  public init(_ result: ProfileCheck.Result, leastSeverity: Diagnostic.Severity) {
    self.result = result
    self.leastSeverity = leastSeverity
  }

  private var shown: [Diagnostic] {
    result.diagnostics.filter { $0.severity >= leastSeverity }
  }

  /// One line for each finding and a sum at the end.
  /// - Parameters:
  ///   - withAccounting: Say for each file what became of its characters.
  ///   - line: How to print a finding.
  /// - Returns: Text that ends with a line feed.
  public func text(withAccounting: Bool, line: (Diagnostic) -> String) -> String {
    var lines = shown.map(line)
    if withAccounting { for file in result.files { lines += accounting(file) } }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    let errors = result.diagnostics.count { $0.severity == .error }
    let warnings = result.diagnostics.count { $0.severity == .warning }
    let unread = result.files.count { !$0.isRead } + result.inputDiagnostics.count
    var text =
      "\(counted(result.files.count, "file")), \(counted(result.transcripts, "transcript")), "
      + "\(counted(result.utterances, "utterance")): "
    text +=
      errors + warnings == 0
      ? "nothing found" : "\(counted(errors, "error")), \(counted(warnings, "warning"))"
    if unread > 0 { text += "; \(unread) could not be read" }
    return text
  }

  private func counted(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  private func accounting(_ file: CorpusReader.FileResult<Int>) -> [String] {
    let sum = file.accounting
    var lines = [
      "\(file.file): \(sum.read) characters read = \(sum.kept) kept + \(sum.skipped) skipped"
    ]
    if !sum.isComplete { lines[0] += " (THE SUM IS WRONG: please report this)" }
    for (category, count) in sum.counts.sorted(by: { $0.key < $1.key }) where count > 0 {
      lines.append("  \(category.isKept ? "kept   " : "skipped") \(count)  \(category.name)")
    }
    if sum.insertedSpaces > 0 {
      lines.append("  added   \(sum.insertedSpaces)  spaces between tokens or segments")
    }
    return lines
  }

  /// All findings and sums as JSON (Schemas/diagnostics.schema.json).
  public func json() -> String {
    let report = JSONReport(
      files: result.files.map(JSONFile.init),
      findings: shown.map(JSONFinding.init),
      exitStatus: result.exitStatus
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(report) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// The codes of all findings with their meaning.
  public static func codes() -> String {
    let width = DiagnosticCode.allCases.map(\.rawValue.count).max() ?? 0
    return DiagnosticCode.allCases.map { code in
      code.rawValue + String(repeating: " ", count: width + 2 - code.rawValue.count)
        + code.meaning + "\n"
    }
    .joined()
  }
}

private struct JSONReport: Encodable {
  var files: [JSONFile]
  var findings: [JSONFinding]
  var exitStatus: Int
}

private struct JSONFile: Encodable {
  var file: String
  var isRead: Bool
  var transcripts: Int
  var utterances: Int
  var charactersRead: Int
  var charactersKept: Int
  var charactersSkipped: Int
  var insertedSpaces: Int
  var characters: [String: Int]

  init(_ file: CorpusReader.FileResult<Int>) {
    self.file = file.file
    isRead = file.isRead
    transcripts = file.values.count
    utterances = file.values.reduce(0, +)
    charactersRead = file.accounting.read
    charactersKept = file.accounting.kept
    charactersSkipped = file.accounting.skipped
    insertedSpaces = file.accounting.insertedSpaces
    characters = Dictionary(
      uniqueKeysWithValues: file.accounting.counts.map { ($0.key.name, $0.value) }
    )
  }
}

private struct JSONFinding: Encodable {
  var severity: String
  var code: String
  var file: String
  var line: Int?
  var column: Int?
  var what: String
  var remedy: String

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.code.rawValue
    file = diagnostic.file
    line = diagnostic.line
    column = diagnostic.column
    what = diagnostic.what
    remedy = diagnostic.remedy
  }
}
