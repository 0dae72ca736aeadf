import Samtale
import SamtaleArchive

/// What a word processor's document holds, before it is known who speaks.
struct DocumentContent {
  /// Something wrong with the file.
  struct Problem: Hashable, Sendable {
    var severity: Diagnostic.Severity
    var code: DiagnosticCode
    var what: String
    var remedy: String
  }

  var paragraphs: [SourceParagraph] = []
  var title: String?
  /// When the document was begun (ISO 8601), which need not be the day of the meeting.
  var created: String?
  var omissions = Omissions()
  /// Scalars of text that were read, with those put between the paragraphs of cells and notes.
  var read = 0
  var problems: [Problem] = []

  mutating func take(_ collector: DocumentCollector) {
    var collector = collector
    paragraphs += collector.finish()
    omissions.add(collector.omissions)
    read += collector.read + collector.separators
  }

  mutating func report(_ diagnostic: Diagnostic, in part: String) {
    // Nobody's document needs its DOCTYPE, and nothing is lost without it.
    guard diagnostic.code != .doctype else { return }
    let place = diagnostic.line.map { "\(part), line \($0)" } ?? part
    problems.append(
      Problem(
        severity: diagnostic.severity, code: diagnostic.code,
        what: "\(place): \(diagnostic.what)", remedy: diagnostic.remedy))
  }

  mutating func report(_ error: any Error, in part: String) {
    if let error = error as? ArchiveError {
      problems.append(Problem(error))
    } else {
      problems.append(
        Problem(
          severity: .error, code: .unreadable, what: "\(part): \(error)",
          remedy: "copy or save the file again"))
    }
  }
}

extension DocumentContent.Problem {
  init(_ error: ArchiveError) {
    self.init(
      severity: .error, code: error.code == .damaged ? .truncated : .notImported,
      what: error.what, remedy: error.remedy)
  }
}

extension TalkAssembly {
  /// Reads the talk in a document.
  mutating func read(_ content: DocumentContent) {
    for problem in content.problems {
      findings.report(
        problem.severity, problem.code, line: nil, problem.what, do: problem.remedy)
    }
    let title = content.title?.trimmed ?? ""
    if !title.isEmpty { builder.header.title = title }
    if let created = content.created, let source = builder.header.source {
      builder.header.source = "\(source), a document begun \(created)"
    }
    report(content.omissions)
    accounted[.header] += title.unicodeScalars.count
    // The end of each paragraph is a character too.
    total = content.read + content.paragraphs.count + title.unicodeScalars.count
    readParagraphs(content.paragraphs)
  }
}
