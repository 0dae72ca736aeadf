import Samtale

/// Why something cannot be done with a project file, and what to do.
public struct ProjectError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case exists, missing, notAProject, newer, otherStudy, tampered, noSource, ambiguous, unknown
    case nothing, busy, busyLog
    /// The file cannot be read as a database, or holds what no project holds.
    case damaged
    /// The folder is not there, is not writable, or the disk is full.
    case notWritable
  }

  public var code: Code
  public var what: String
  public var remedy: String

  public init(_ code: Code, _ what: String, do remedy: String) {
    self.code = code
    self.what = what
    self.remedy = remedy
  }

  public var description: String { "\(what) — \(remedy)" }
}

extension ProjectError {
  static func nobody(_ actor: Identifier) -> ProjectError {
    ProjectError(
      .unknown, "nobody in this project has the identifier \(actor)",
      do: "add the researcher first")
  }
}
