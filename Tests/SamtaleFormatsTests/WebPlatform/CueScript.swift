import SamtaleFormats

/// Carries out the checks of a test script of the web-platform-tests: the small part of JavaScript
/// in which those of WebVTT files are written. What it does not know stops it with an error, so no
/// check is passed over in silence.
struct CueScript {
  /// What the checks of a script came to.
  struct Outcome: Equatable {
    var agreed = 0
    /// Checks of where and how words stand on the screen, of which Samtale keeps nothing.
    var ofDisplay = 0
    /// Checks that failed, in words.
    var failed: [String] = []
  }

  struct NotUnderstood: Error {
    var what: String
  }

  private indirect enum Value: Equatable {
    case number(Double), text(String), truth(Bool), list([Value]), cue(Int)
    case script(parameters: [String], body: Int)
    case name(String)
    /// Of the look of a cue.
    case display
    /// What is not there, such as the sixth of five cues.
    case missing
  }

  private let tokens: [String]
  private let cues: [WebVTTFile.Cue]
  private var at = 0
  private var values: [String: Value] = [:]
  private var outcome = Outcome()

  /// Holds cues against the checks of a script.
  /// - Throws: ``NotUnderstood``.
  static func run(_ script: String, on cues: [WebVTTFile.Cue]) throws -> Outcome {
    var run = CueScript(script, cues)
    while run.at < run.tokens.count { try run.statement() }
    return run.outcome
  }

  private init(_ script: String, _ cues: [WebVTTFile.Cue]) {
    let token = #/'[^']*'|"[^"]*"|[0-9]+(?:\.[0-9]+)?|\w+|\+\+|\S/#
    let code = script.replacing(#/\/\/[^\n]*/#, with: "")
    tokens = code.matches(of: token).map { String($0.output) }
    self.cues = cues
    values["cues"] = .list(cues.indices.map { .cue($0) })
  }

  // MARK: Statements

  private var next: String { at < tokens.count ? tokens[at] : "" }

  private mutating func take(_ token: String) -> Bool {
    guard next == token else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ token: String) throws {
    guard take(token) else { throw NotUnderstood(what: "\(next) where \(token) should be") }
  }

  private mutating func word() -> String {
    at += 1
    return tokens[at - 1]
  }

  private mutating func statement() throws {
    if take(";") { return }
    if take("var") {
      let name = word()
      try expect("=")
      values[name] = try expression()
    } else if take("for") {
      try loop()
    } else {
      _ = try expression()
    }
  }

  /// `for (var i = 0; i < n; i++) { … }`
  private mutating func loop() throws {
    try expect("(")
    try statement()
    try expect(";")
    let counter = next
    _ = word()
    try expect("<")
    let limit = try expression()
    for token in [";", counter, "++", ")"] { try expect(token) }
    let body = at
    while case .number(let value)? = values[counter], case .number(let limit) = limit,
      value < limit
    {
      at = body
      _ = try block()
      values[counter] = .number(value + 1)
    }
    at = body
    skipBlock()
  }

  /// The statements of a block; gives what `return` gives.
  private mutating func block() throws -> Value {
    try expect("{")
    var result = Value.missing
    while !take("}") {
      if take("return") { result = try expression() } else { try statement() }
    }
    return result
  }

  private mutating func skipBlock() {
    var depth = 0
    repeat {
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      at += 1
    } while depth > 0 && at < tokens.count
  }

  // MARK: Expressions

  private mutating func expression() throws -> Value {
    var value = try product()
    while take("+") { value = try Self.sum(value, product()) }
    return value
  }

  private static func sum(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.number(let a), .number(let b)): return .number(a + b)
    case (.text(let a), .text(let b)): return .text(a + b)
    case (.text(let a), .number(let b)): return .text(a + String(Int(b)))
    default: throw NotUnderstood(what: "\(a) + \(b)")
    }
  }

  private mutating func product() throws -> Value {
    var value = try prefixed()
    while take("*") {
      guard case .number(let a) = value, case .number(let b) = try prefixed() else {
        throw NotUnderstood(what: "a product of \(value)")
      }
      value = .number(a * b)
    }
    return value
  }

  private mutating func prefixed() throws -> Value {
    let sign = next
    guard take("-") || take("!") else { return try member() }
    switch (sign, try prefixed()) {
    case ("-", .number(let number)): return .number(-number)
    case ("!", .display): return .display
    case (_, let value): throw NotUnderstood(what: sign + "\(value)")
    }
  }

  /// A value with what follows it: `.name`, `[index]`, `(arguments)`.
  private mutating func member() throws -> Value {
    var value = try primary()
    while true {
      if take("[") {
        value = try Self.element(expression(), of: value)
        try expect("]")
      } else if take(".") {
        let name = word()
        value = next == "(" ? try call(name, of: value) : try property(name, of: value)
      } else if next == "(", case .name(let name) = value {
        try check(name)
        value = .missing
      } else {
        return value
      }
    }
  }

  private static func element(_ index: Value, of value: Value) throws -> Value {
    switch (value, index) {
    case (.list(let list), .number(let index)):
      list.indices.contains(Int(index)) ? list[Int(index)] : .missing
    case (.missing, _): .missing
    default: throw NotUnderstood(what: "\(value)[\(index)]")
    }
  }

  private mutating func primary() throws -> Value {
    let token = next
    if token == "[" { return .list(try list("[", "]")) }
    if token == "function" { return try script() }
    at += 1
    if let number = Double(token) { return .number(number) }
    if let quote = token.first, quote == "'" || quote == "\"" {
      return .text(String(token.dropFirst().dropLast()).replacing(#"\uFFFD"#, with: "\u{FFFD}"))
    }
    return token == "null" ? .missing : values[token] ?? .name(token)
  }

  private mutating func list(_ start: String, _ end: String) throws -> [Value] {
    try expect(start)
    var list: [Value] = []
    while !take(end) {
      list.append(try expression())
      if next != end { try expect(",") }
    }
    return list
  }

  private mutating func script() throws -> Value {
    try expect("function")
    try expect("(")
    var parameters: [String] = []
    while !take(")") {
      parameters.append(word())
      if next != ")" { try expect(",") }
    }
    let body = at
    skipBlock()
    return .script(parameters: parameters, body: body)
  }

  private func property(_ name: String, of value: Value) throws -> Value {
    switch (value, name) {
    case (.cue(let cue), "id"): .text(cues[cue].id)
    case (.cue(let cue), "text"): .text(cues[cue].text)
    case (.cue(let cue), "startTime"): .number(Double(cues[cue].start) / 1000)
    case (.cue(let cue), "endTime"): .number(Double(cues[cue].end) / 1000)
    case (.list(let list), "length"): .number(Double(list.count))
    case (.name("Number"), "MAX_VALUE"): .number(.greatestFiniteMagnitude)
    case (.name("Number"), "MIN_VALUE"): .number(.leastNonzeroMagnitude)
    case (.cue, "align"), (.cue, "line"), (.cue, "lineAlign"), (.cue, "position"),
      (.cue, "positionAlign"), (.cue, "region"), (.cue, "size"), (.cue, "snapToLines"),
      (.cue, "vertical"), (.display, _):
      .display
    case (.missing, _): .missing
    default: throw NotUnderstood(what: "\(value).\(name)")
    }
  }

  private mutating func call(_ name: String, of value: Value) throws -> Value {
    let arguments = try list("(", ")")
    if value == .name("Array"), name == "from", let list = arguments.first { return list }
    guard case .list(let list) = value, name == "map" || name == "forEach",
      case .script(let parameters, let body)? = arguments.first
    else { throw NotUnderstood(what: "\(value).\(name)()") }
    let (place, outer) = (at, values)
    defer { (at, values) = (place, outer) }
    return .list(
      try list.enumerated().map { index, element in
        for (name, value) in zip(parameters, [element, .number(Double(index))]) {
          values[name] = value
        }
        at = body
        return try block()
      })
  }

  // MARK: Checks

  private mutating func check(_ name: String) throws {
    let arguments = try list("(", ")")
    let first = arguments.first ?? .missing
    let second: Value
    switch name {
    case "assert_equals", "assert_not_equals": second = arguments[1]
    case "assert_true": second = .truth(true)
    case "assert_false": second = .truth(false)
    default: throw NotUnderstood(what: name)
    }
    if first == .display || second == .display {
      outcome.ofDisplay += 1
    } else if (first == second) == (name != "assert_not_equals") {
      outcome.agreed += 1
    } else {
      outcome.failed.append("\(first) where \(second) should be")
    }
  }
}
