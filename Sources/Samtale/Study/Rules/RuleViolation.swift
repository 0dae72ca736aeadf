/// A rule that forbids a change, in words that say what to do.
public struct RuleViolation: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which rule.
  public enum Rule: String, Sendable, CaseIterable {
    case unknownField, missingField, badValue, danglingReference, wrongKind
    case exists, missing, stale, inUse, notRemovable
    case cycle, tooDeep, retiredCode, mergeTarget, selfLink, linkEnds
    case conceptRequired, themeDepth, method, home, copy, trace, anchor, oneStudy
    case agreement, undone, privacy, logicalTime
  }

  public var rule: Rule
  public var what: String
  public var remedy: String

  public init(_ rule: Rule, _ what: String, do remedy: String) {
    self.rule = rule
    self.what = what
    self.remedy = remedy
  }

  /// Nothing can be written after the last logical time.
  package static let timesUsedUp = RuleViolation(
    .logicalTime, "the logical times of this log are used up, so that nothing can be added to it",
    do: "restore a backup from before the event with the largest “lamport” was taken over")

  public var description: String { "\(what) — \(remedy)" }
}
