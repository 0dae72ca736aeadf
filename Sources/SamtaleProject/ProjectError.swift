/// Why something cannot be done with a project file, and what to do.
public struct ProjectError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case exists, missing, notAProject, newer, otherStudy, tampered, noSource, ambiguous, unknown
    case nothing, busy, busyLog
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
