/// A computed value and what people decided about it: three things that are never mixed.
///
/// ```swift
/// var type = Judged(computed: ClosureType.noUptake)
/// type.decision = .overridden(.deferred, by: "km", at: nil, reason: "agreed by a nod")
/// type.inForce   // deferred
/// type.computed  // noUptake
/// ```
public struct Judged<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What the rules found.
  public var computed: Value
  /// What a person made of it.
  public var decision: Decision

  public init(computed: Value, decision: Decision = .none) {
    self.computed = computed
    self.decision = decision
  }

  /// What a person made of a computed value.
  public enum Decision: Hashable, Sendable {
    /// Nobody has looked at it.
    case none
    /// A coder agrees. The date is as written.
    case confirmed(by: String, at: String?)
    /// A coder says something else.
    case overridden(Value, by: String, at: String?, reason: String?)
  }

  /// The value to go on with: the person's, if there is one.
  public var inForce: Value {
    if case .overridden(let value, _, _, _) = decision { return value }
    return computed
  }

  /// `computed`, `confirmed` or `overridden`, for tables.
  public var origin: String {
    switch decision {
    case .none: "computed"
    case .confirmed: "confirmed"
    case .overridden: "overridden"
    }
  }

  /// Takes in a coder's value: it confirms if it is the computed one, and overrides if not.
  mutating func judge(_ value: Value, by coder: String, at date: String?, reason: String?) {
    decision =
      value == computed
      ? .confirmed(by: coder, at: date)
      : .overridden(value, by: coder, at: date, reason: reason)
  }
}
