import Samtale

/// Reads a REFI-QDA codebook (QDC).
enum QDACodebookFile {
  static func read(_ bytes: [UInt8], named file: String, _ options: ImportOptions) -> ImportResult {
    let tree = QDATree(bytes, named: file)
    var findings = Findings(file: file)
    for problem in tree.problems {
      findings.report(
        problem.severity, problem.code, line: problem.line, problem.what, do: problem.remedy)
    }
    var report = ImportSummary(file: file, format: .qdaCodebook, encoding: .utf8)
    report.accounting.read = SourceText(bytes).count
    guard let root = tree.root, root.name == "CodeBook" else {
      findings.report(
        .error, .badCodebook, line: nil, "the file holds no REFI-QDA codebook",
        do: "export the codebook again from the program where it was made")
      report.accounting[.refused] = report.accounting.read
      return ImportResult(
        transcripts: [], diagnostics: findings.diagnostics(strict: options.isStrict), report: report
      )
    }
    report.accounting[.markup] = report.accounting.read
    var work = QDAImport(codebook: QDAProject(root), file, options, findings)
    return work.codebookResult(report)
  }
}
