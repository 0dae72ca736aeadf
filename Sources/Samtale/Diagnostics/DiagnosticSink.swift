/// Collects the diagnostics of one file.
///
/// Under the profile each finding is reported where it stands. In other people's TEI the same
/// finding may occur thousands of times for a good reason: there it is reported once, at its first
/// place, with the number of times.
struct DiagnosticSink: Sendable {
  /// More than this many of one kind say nothing new.
  static let limitPerCode = 200

  let file: String
  /// Whether findings of one kind are gathered into one.
  var gathers = true
  private var entries: [Entry] = []
  private var gathered: [String: Int] = [:]
  private var counts: [DiagnosticCode: Int] = [:]
  /// Findings beyond the limit.
  private var unlisted: [DiagnosticCode: (severity: Diagnostic.Severity, number: Int)] = [:]

  private struct Entry: Sendable {
    var diagnostic: Diagnostic
    var times = 1
  }

  init(file: String) { self.file = file }

  /// Reports a finding by itself.
  mutating func report(
    _ severity: Diagnostic.Severity,
    _ code: DiagnosticCode,
    at position: XMLPosition?,
    _ what: String,
    do remedy: String
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Self.limitPerCode else {
      unlisted[code, default: (severity, 0)].number += 1
      return
    }
    entries.append(
      Entry(
        diagnostic: Diagnostic(
          severity,
          code,
          file: file,
          line: position?.line,
          column: position.flatMap { $0.column > 0 ? $0.column : nil },
          what,
          do: remedy
        )
      )
    )
  }

  /// Reports a finding that lenient reading gathers: an error under the profile, else a warning.
  mutating func reportLenient(
    _ code: DiagnosticCode,
    at position: XMLPosition?,
    _ what: String,
    do remedy: String,
    kind: String? = nil
  ) {
    guard gathers else { return report(.error, code, at: position, what, do: remedy) }
    gather(.warning, code, at: position, what, do: remedy, kind: kind)
  }

  /// Reports a finding once, with the number of times.
  mutating func gather(
    _ severity: Diagnostic.Severity,
    _ code: DiagnosticCode,
    at position: XMLPosition?,
    _ what: String,
    do remedy: String,
    kind: String? = nil
  ) {
    let key = code.rawValue + " " + (kind ?? "")
    if let index = gathered[key] {
      entries[index].times += 1
      return
    }
    gathered[key] = entries.count
    entries.append(
      Entry(
        diagnostic: Diagnostic(
          severity,
          code,
          file: file,
          line: position?.line,
          column: position.flatMap { $0.column > 0 ? $0.column : nil },
          what,
          do: remedy
        )
      )
    )
  }

  /// The diagnostics in order of their places.
  var diagnostics: [Diagnostic] {
    entries.map { entry in
      var diagnostic = entry.diagnostic
      if entry.times > 1 { diagnostic.what += " (\(entry.times) times, first here)" }
      return diagnostic
    }
    .enumerated()
    .sorted {
      ($0.element.line ?? 0, $0.element.column ?? 0, $0.offset)
        < ($1.element.line ?? 0, $1.element.column ?? 0, $1.offset)
    }
    .map(\.element) + rest
  }

  /// How many findings are not listed.
  private var rest: [Diagnostic] {
    unlisted.sorted { $0.key.rawValue < $1.key.rawValue }.map { code, more in
      Diagnostic(
        more.severity, code, file: file, "\(more.number) more findings of this kind are not listed",
        do: "mend those above and check again")
    }
  }
}
