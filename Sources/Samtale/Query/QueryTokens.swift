/// A piece of a query.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case open, close
    case and, or, not, overlaps
    case follows(Int), precedes(Int)
    case term(QueryTerm)
  }

  var kind: Kind
  var column: Int
}

/// Takes a query apart.
struct QueryScanner {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  static let longest = 10_000

  static func tokens(_ text: String) throws(QueryError) -> [QueryToken] {
    var scanner = QueryScanner(text)
    guard scanner.scalars.count <= longest else {
      throw QueryError(
        .tooLong, longest, "the query is longer than \(longest) characters",
        do: "use a code group, or a star at the end of a value")
    }
    var tokens: [QueryToken] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }

  private var column: Int { at + 1 }
  private var now: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private static func isQuote(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == "\"" || scalar == "“" || scalar == "”" || scalar == "„"
  }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "(" || scalar == ")" || isQuote(scalar)
  }

  private mutating func next() throws(QueryError) -> QueryToken? {
    while let scalar = now, scalar.properties.isWhitespace { at += 1 }
    let start = column
    guard let scalar = now else { return nil }
    switch scalar {
    case "(":
      at += 1
      return QueryToken(kind: .open, column: start)
    case ")":
      at += 1
      return QueryToken(kind: .close, column: start)
    case _ where Self.isQuote(scalar):
      return QueryToken(kind: .term(try term(.text)), column: start)
    default:
      return QueryToken(kind: try word(), column: start)
    }
  }

  /// An operator, or a field with its values.
  private mutating func word() throws(QueryError) -> QueryToken.Kind {
    let start = at
    while let scalar = now, !Self.ends(scalar), scalar != ":" { at += 1 }
    let word = String(String.UnicodeScalarView(scalars[start..<at]))
    if now == ":" {
      guard let field = QueryField(named: word.lowercased()) else {
        throw unknownField(word, start + 1)
      }
      at += 1
      return .term(try term(field))
    }
    if let kind = try Self.operation(word, start + 1) { return kind }
    throw loose(word, start + 1)
  }

  private static func operation(_ word: String, _ column: Int) throws(QueryError)
    -> QueryToken.Kind?
  {
    switch word {
    case "and": return .and
    case "or": return .or
    case "not": return .not
    case "overlaps": return .overlaps
    default: break
    }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts[0] == "follows" || parts[0] == "precedes" else { return nil }
    var distance = 1
    if parts.count > 1 {
      guard parts.count == 2, let given = Int(parts[1]), (1...10_000).contains(given) else {
        throw QueryError(
          .badDistance, column, "“\(word)” does not say within how many turns",
          do: "write \(parts[0])/3, with a number from 1 to 10000, or \(parts[0])")
      }
      distance = given
    }
    return parts[0] == "follows" ? .follows(distance) : .precedes(distance)
  }

  private func unknownField(_ word: String, _ column: Int) -> QueryError {
    let known = QueryField.allCases.map(\.rawValue) + QueryField.synonyms.keys.sorted()
    let near = Nearest.names(word, among: known).first
    return QueryError(
      .unknownField, column, "there is no field “\(word)”",
      do: (near.map { "write \($0): instead, or one of " } ?? "use one of ")
        + known.joined(separator: ", "))
  }

  private func loose(_ word: String, _ column: Int) -> QueryError {
    let small = word.lowercased()
    if ["and", "or", "not", "overlaps", "follows", "precedes"].contains(small) {
      return QueryError(
        .missingField, column, "operators are written in small letters", do: "write \(small)")
    }
    return QueryError(
      .missingField, column, "“\(word)” does not say what it is",
      do: "write code:\(word), or \"\(word)\" in quotes for words that are said")
  }

  /// The values of a field, up to where the term ends.
  private mutating func term(_ field: QueryField) throws(QueryError) -> QueryTerm {
    var values: [QueryValue] = []
    repeat {
      if !values.isEmpty { at += 1 }
      let value = try value(field)
      try Self.check(value, field)
      values.append(value)
    } while now == ","
    if let scalar = now, !scalar.properties.isWhitespace, scalar != "(", scalar != ")" {
      throw QueryError(
        .unexpected, column, "“\(scalar)” stands right after a value",
        do: "put a space between terms and a comma between values")
    }
    return QueryTerm(field: field, values: values)
  }

  private mutating func value(_ field: QueryField) throws(QueryError) -> QueryValue {
    let start = column
    let isExact = now == "="
    if isExact { at += 1 }
    var text = Self.isQuote(now) ? try quoted() : bare()
    var isPrefix = text.last == "*"
    if isPrefix { text.removeLast() }
    if now == "*" {
      isPrefix = true
      at += 1
    }
    guard isPrefix || text.contains(where: { !$0.properties.isWhitespace }) else {
      throw QueryError(
        .missingValue, start, "\(field.rawValue): has no value here",
        do: "write it without a space, in quotes if it has several words")
    }
    guard !isExact || field == .code || field == .theme else {
      throw QueryError(
        .unexpected, start, "\(field.rawValue): has nothing below it that := could leave out",
        do: "write \(field.rawValue):\(String(String.UnicodeScalarView(text)))")
    }
    return QueryValue(
      String(String.UnicodeScalarView(text)), isPrefix: isPrefix, isExact: isExact, column: start)
  }

  private mutating func bare() -> [Unicode.Scalar] {
    let start = at
    while let scalar = now, !Self.ends(scalar), scalar != "," { at += 1 }
    return Array(scalars[start..<at])
  }

  /// What stands between quotes; a backslash takes the next character as it is.
  private mutating func quoted() throws(QueryError) -> [Unicode.Scalar] {
    let start = column
    var text: [Unicode.Scalar] = []
    at += 1
    while let scalar = now, !Self.isQuote(scalar) {
      if scalar == "\\", at + 1 < scalars.count { at += 1 }
      text.append(scalars[at])
      at += 1
    }
    guard now != nil else {
      throw QueryError(
        .unclosedQuote, start, "the quotation mark is not closed", do: "add one where it ends")
    }
    at += 1
    return text
  }

  /// Holds a value against the list of a field that has one.
  private static func check(_ value: QueryValue, _ field: QueryField) throws(QueryError) {
    if field == .text, TextFolding.words(value.text).isEmpty, !(value.isPrefix && value.text == "")
    {
      throw QueryError(
        .missingValue, value.column, "“\(value.text)” has no word in it", do: "name a word")
    }
    guard let known = field.values, !known.contains(where: { value.matches(TextFolding.name($0)) })
    else { return }
    let near = Nearest.names(value.text, among: known).first
    throw QueryError(
      .unknownValue, value.column, "\(field.rawValue) is never “\(value.text)”",
      do: (near.map { "write \($0), or one of " } ?? "write one of ")
        + known.joined(separator: ", "))
  }
}
