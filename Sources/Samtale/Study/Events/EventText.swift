/// Events as JSON, one a line: the form in which logs are exchanged, published and replayed, and
/// the bytes over which the hash chain of a project runs.
extension Event {
  /// The event as a JSON object.
  public var value: Value {
    var fields: Fields = [
      "id": Value(id), "lamport": .number(lamport), "at": .text(at.description),
      "actor": Value(actor), "step": Value(step), "kind": .text(change.kind.rawValue),
      "object": Value(change.object), "verb": .text(change.verb.rawValue),
    ]
    fields["phase"] = phase.map { .text($0.rawValue) }
    fields["undoes"] = undoes.map { Value($0) }
    fields["settles"] = settles.map { Value($0) }
    fields["restores"] = restores.map { Value($0) }
    fields["before"] = change.before.map(Value.object)
    fields["after"] = change.after.map(Value.object)
    fields["reason"] = change.reason.map(Value.text)
    return .object(fields)
  }

  /// Logical times that a log may hold.
  package static let lamports = 0...(1 << 53)

  /// Logical times of what is taken over from elsewhere. They leave more room for what is done
  /// afterwards than anybody can use up.
  private static let foreignLamports = 0...(1 << 52)

  /// Refuses an event from elsewhere after which the logical times of a log would soon be used up.
  package func requireEarly() throws(EventTextError) {
    guard !Self.foreignLamports.contains(lamport) else { return }
    throw EventTextError("“lamport” is larger than any work makes it: \(lamport)")
  }

  /// Reads an event.
  /// - Throws: ``EventTextError`` that says which part is missing or unknown.
  public init(_ value: Value) throws(EventTextError) {
    guard let fields = value.object else { throw EventTextError("an event is a JSON object") }
    let part = EventParts(fields: fields)
    id = try part.identifier("id")
    lamport = try part.required(
      "lamport", fields["lamport"]?.number.flatMap { Self.lamports.contains($0) ? $0 : nil })
    at = try part.required("at", fields["at"]?.text.flatMap { Timestamp($0) })
    actor = try part.identifier("actor")
    step = try part.identifier("step")
    phase = try part.optional("phase") { $0.text.flatMap(Phase.init) }
    undoes = try part.optional("undoes", \.identifier)
    settles = try part.optional("settles", \.identifier)
    restores = try part.optional("restores", \.identifier)
    change = Change(
      try part.required("kind", fields["kind"]?.text.flatMap(ObjectKind.init)),
      try part.identifier("object"),
      try part.required("verb", fields["verb"]?.text.flatMap(Verb.init)),
      before: try part.optional("before", \.object), after: try part.optional("after", \.object),
      reason: try part.optional("reason", \.text))
    guard change.before != nil || change.after != nil else {
      throw EventTextError("the event has neither “before” nor “after”")
    }
  }

  /// Reads a log: one event a line; empty lines are skipped. Errors name the file, line and column.
  public static func log(_ bytes: [UInt8], named name: String) throws(ReadingError) -> [Event] {
    var events: [Event] = []
    var problems: [Diagnostic] = []
    for (i, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      do {
        let event = try Event(try Value(json: line))
        try event.requireEarly()
        events.append(event)
      } catch {
        problems.append(Diagnostic(log: name, line: i + 1, line, error))
        if problems.count == 20 { break }
      }
    }
    guard problems.isEmpty else { throw ReadingError(problems) }
    return events
  }

  /// A log as text, in the order in which events are folded.
  public static func log(_ events: [Event]) -> [UInt8] {
    var bytes: [UInt8] = []
    for event in events.sorted(by: precedes) {
      event.value.write(to: &bytes)
      bytes.append(0x0A)
    }
    return bytes
  }
}

/// What is wrong with an event's text.
public struct EventTextError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}

/// Takes parts of an event's fields, or says which is wrong.
private struct EventParts {
  let fields: Fields

  func identifier(_ name: String) throws(EventTextError) -> Identifier {
    try required(name, fields[name]?.identifier)
  }

  func required<T>(_ name: String, _ value: T?) throws(EventTextError) -> T {
    guard let value else {
      throw EventTextError(
        fields[name] == nil
          ? "“\(name)” is missing" : "“\(name)” is not understood: \(fields[name]?.jsonText ?? "")")
    }
    return value
  }

  func optional<T>(_ name: String, _ read: (Value) -> T?) throws(EventTextError) -> T? {
    guard let value = fields[name], value != .null else { return nil }
    return try required(name, read(value))
  }
}

extension Diagnostic {
  fileprivate init(log name: String, line: Int, _ bytes: ArraySlice<UInt8>, _ error: any Error) {
    // Bytes that continue a character do not count.
    let column = (error as? ValueTextError).map {
      bytes.prefix($0.column - 1).count { $0 & 0xC0 != 0x80 } + 1
    }
    let what = (error as? ValueTextError)?.what ?? "\(error)"
    self.init(
      .error, .badLog, file: name, line: line, column: column, what,
      do: "take the log from the program that wrote it again; logs are not edited by hand")
  }
}
