import Samtale

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
    JSONText.document([
      ("files", JSONText.lines(result.files.map(object))),
      ("findings", JSONText.lines(shown.map(object))),
      ("exitStatus", String(result.exitStatus)),
    ])
  }

  private func object(_ file: CorpusReader.FileResult<Int>) -> String {
    let accounting = file.accounting
    let categories = accounting.counts.sorted { $0.key < $1.key }
    return JSONText.object([
      ("file", file.file.json),
      ("isRead", String(file.isRead)),
      ("transcripts", String(file.values.count)),
      ("utterances", String(file.values.reduce(0, +))),
      ("charactersRead", String(accounting.read)),
      ("charactersKept", String(accounting.kept)),
      ("charactersSkipped", String(accounting.skipped)),
      ("insertedSpaces", String(accounting.insertedSpaces)),
      ("characters", JSONText.object(categories.map { ($0.key.name, String($0.value)) })),
    ])
  }

  private func object(_ finding: Diagnostic) -> String {
    let place = [("line", finding.line), ("column", finding.column)]
    return JSONText.object(
      [
        ("severity", finding.severity.rawValue.json), ("code", finding.code.rawValue.json),
        ("file", finding.file.json),
      ]
        + place.compactMap { key, number in number.map { (key, String($0)) } }
        + [("what", finding.what.json), ("remedy", finding.remedy.json)]
    )
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
