/// Puts the pieces of a query together.
///
/// From the tightest to the loosest: terms side by side; `not`; `overlaps`, `follows`, `precedes`;
/// `and`; `or`. Equal operators are taken from left to right.
struct QueryParser {
  private let tokens: [QueryToken]
  /// The column after the last one.
  private let end: Int
  private var at = 0
  private var depth = 0

  private static let deepest = 100

  static func parse(_ text: String) throws(QueryError) -> QueryNode {
    let tokens = try QueryScanner.tokens(text)
    guard !tokens.isEmpty else {
      throw QueryError(.empty, 1, "the query is empty", do: "write a term such as code:pressure")
    }
    var parser = QueryParser(tokens: tokens, end: text.unicodeScalars.count + 1)
    let node = try parser.either()
    guard let rest = parser.now else { return node }
    throw QueryError(
      .unexpected, rest.column, "the parenthesis was never opened", do: "take it out, or add a “(”")
  }

  private init(tokens: [QueryToken], end: Int) {
    self.tokens = tokens
    self.end = end
  }

  private var now: QueryToken? { at < tokens.count ? tokens[at] : nil }

  private mutating func take(_ kind: QueryToken.Kind) -> Bool {
    guard now?.kind == kind else { return false }
    at += 1
    return true
  }

  private mutating func either() throws(QueryError) -> QueryNode {
    var node = try both()
    while take(.or) { node = .or(node, try both()) }
    return node
  }

  private mutating func both() throws(QueryError) -> QueryNode {
    var node = try related()
    while take(.and) {
      let right = try related()
      // `A and not B` means `A not B`.
      if case .not(nil, let excluded) = right {
        node = .not(node, excluded)
      } else {
        node = .and(node, right)
      }
    }
    return node
  }

  private mutating func related() throws(QueryError) -> QueryNode {
    var node = try without()
    while let token = now {
      switch token.kind {
      case .overlaps:
        at += 1
        node = .overlaps(node, try without())
      case .follows(let distance):
        at += 1
        node = .follows(node, try without(), within: distance)
      case .precedes(let distance):
        at += 1
        node = .precedes(node, try without(), within: distance)
      default: return node
      }
    }
    return node
  }

  private mutating func without() throws(QueryError) -> QueryNode {
    var node = try prefixed()
    while take(.not) { node = .not(node, try prefixed()) }
    return node
  }

  private mutating func prefixed() throws(QueryError) -> QueryNode {
    guard take(.not) else { return try simple() }
    try descend()
    let node = QueryNode.not(nil, try prefixed())
    depth -= 1
    return node
  }

  /// Terms side by side, or something in parentheses.
  private mutating func simple() throws(QueryError) -> QueryNode {
    guard let token = now else {
      throw QueryError(
        .missingOperand, end, "the query stops where something should follow",
        do: "add a term, or take the last word out")
    }
    switch token.kind {
    case .open: return try enclosed(token)
    case .term: return try terms()
    case .close:
      throw QueryError(
        .missingOperand, token.column, "there is nothing before this “)”", do: "add a term")
    default:
      throw QueryError(
        .missingOperand, token.column, "an operator needs something on both sides",
        do: "add a term before it")
    }
  }

  private mutating func enclosed(_ opening: QueryToken) throws(QueryError) -> QueryNode {
    at += 1
    try descend()
    let node = try either()
    depth -= 1
    guard take(.close) else {
      throw QueryError(
        .unclosedParenthesis, opening.column, "the parenthesis is not closed", do: "add a “)”")
    }
    try expectOperator()
    return node
  }

  private mutating func terms() throws(QueryError) -> QueryNode {
    var terms: [QueryTerm] = []
    while case .term(let term) = now?.kind {
      terms.append(term)
      at += 1
    }
    if now?.kind == .open { try expectOperator() }
    return .terms(terms)
  }

  private func expectOperator() throws(QueryError) {
    guard let token = now else { return }
    switch token.kind {
    case .open, .term:
      throw QueryError(
        .unexpected, token.column, "a parenthesis is not put side by side with something",
        do: "write “and” between; several values of one field take commas (role:WA,T)")
    default: return
    }
  }

  private mutating func descend() throws(QueryError) {
    depth += 1
    guard depth <= Self.deepest else {
      throw QueryError(
        .tooLong, now?.column ?? end, "more than \(Self.deepest) things stand inside each other",
        do: "ask in several steps")
    }
  }
}
