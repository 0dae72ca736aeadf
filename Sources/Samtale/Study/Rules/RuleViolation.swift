/// A rule that forbids a change, in words that say what to do.
public struct RuleViolation: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which rule.
  public enum Rule: String, Sendable, CaseIterable {
    case unknownField, missingField, badValue, danglingReference, wrongKind
    case exists, missing, stale, inUse, notRemovable
    case cycle, retiredCode, mergeTarget, selfLink, linkEnds
    case conceptRequired, themeDepth, method, home, copy, trace, anchor, oneStudy
    case agreement, undone, privacy
  }

  public var rule: Rule
  public var what: String
  public var remedy: String

  public init(_ rule: Rule, _ what: String, do remedy: String) {
    self.rule = rule
    self.what = what
    self.remedy = remedy
  }

  public var description: String { "\(what) — \(remedy)" }
}
