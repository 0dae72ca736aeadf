/// What is wrong at one place of a file, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// How grave a finding is. Errors mean that something was refused or could not be read as meant.
  public enum Severity: String, Comparable, Sendable, CaseIterable {
    case note, warning, error

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  public var severity: Severity
  public var code: DiagnosticCode
  /// The file as the user named it; `-` is standard input.
  public var file: String
  /// Line, counted from 1; `nil` where the finding concerns the file as a whole.
  public var line: Int?
  /// Column in Unicode scalars, counted from 1; `nil` where unknown.
  public var column: Int?
  /// What is wrong.
  public var what: String
  /// What to do about it.
  public var remedy: String

  public init(
    _ severity: Severity,
    _ code: DiagnosticCode,
    file: String = "",
    line: Int? = nil,
    column: Int? = nil,
    _ what: String,
    do remedy: String
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.what = what
    self.remedy = remedy
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error CODE: what — what to do`, the form that editors jump to. What concerns
  /// no file in particular begins with `error`.
  public var description: String {
    var place = file.isEmpty ? [] : [file]
    if let line {
      place.append(String(line))
      if let column { place.append(String(column)) }
    }
    let finding = "\(severity.rawValue) \(code.rawValue): \(what) — \(remedy)"
    return place.isEmpty ? finding : place.joined(separator: ":") + ": " + finding
  }
}

/// An error that ends the reading of a file, with the diagnostics that say why.
public struct ReadingError: Error, Sendable, CustomStringConvertible {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
