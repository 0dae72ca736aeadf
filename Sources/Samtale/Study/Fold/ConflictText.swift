/// Conflicts as JSON, for the project file and for programs.
extension Conflict {
  public var value: Value {
    var fields: Fields = [
      "event": .text(event.description), "kind": .text(kind.rawValue),
      "object": .text(object.description),
    ]
    switch nature {
    case .bothChanged(let changed):
      fields["fields"] = .list(
        changed.map { .object(["name": .text($0.name), "first": $0.first, "second": $0.second]) })
    case .refused(let why):
      fields["refused"] = .object([
        "rule": .text(why.rule.rawValue), "what": .text(why.what), "remedy": .text(why.remedy),
      ])
    }
    return .object(fields)
  }

  /// Reads a conflict; `nil` if the value is none.
  public init?(_ value: Value) {
    guard let fields = value.object, let event = fields["event"]?.identifier,
      let kind = fields["kind"]?.text.flatMap(ObjectKind.init),
      let object = fields["object"]?.identifier
    else { return nil }
    if let why = fields["refused"]?.object {
      guard let rule = why["rule"]?.text.flatMap(RuleViolation.Rule.init) else { return nil }
      let violation = RuleViolation(
        rule, why["what"]?.text ?? "", do: why["remedy"]?.text ?? "")
      self.init(event: event, kind: kind, object: object, nature: .refused(violation))
    } else {
      let changed = (fields["fields"]?.list ?? []).compactMap(\.object).map {
        FieldConflict(
          name: $0["name"]?.text ?? "", first: $0["first"] ?? .null, second: $0["second"] ?? .null)
      }
      self.init(event: event, kind: kind, object: object, nature: .bothChanged(changed))
    }
  }
}
