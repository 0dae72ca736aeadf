/// A query as it was understood.
indirect enum QueryNode: Hashable, Sendable {
  /// Terms side by side: they are about the same thing.
  case terms([QueryTerm])
  case and(QueryNode, QueryNode)
  case or(QueryNode, QueryNode)
  /// Without a left side: utterances.
  case not(QueryNode?, QueryNode)
  case overlaps(QueryNode, QueryNode)
  case follows(QueryNode, QueryNode, within: Int)
  case precedes(QueryNode, QueryNode, within: Int)

  /// All fields that are named.
  var fields: Set<QueryField> {
    switch self {
    case .terms(let terms): Set(terms.map(\.field))
    case .not(nil, let right): right.fields
    case .not(let left?, let right), .and(let left, let right), .or(let left, let right),
      .overlaps(let left, let right), .follows(let left, let right, _),
      .precedes(let left, let right, _):
      left.fields.union(right.fields)
    }
  }
}

/// `field:value,value`.
struct QueryTerm: Hashable, Sendable {
  var field: QueryField
  /// Any of them.
  var values: [QueryValue]
}

/// What a field is to be.
struct QueryValue: Hashable, Sendable {
  /// As it was written, without quotes and stars.
  var text: String
  /// The folded text.
  var folded: String
  /// `value*`: whatever begins so.
  var isPrefix: Bool
  /// `:=value`: without what lies below.
  var isExact: Bool
  var column: Int

  init(_ text: String, isPrefix: Bool = false, isExact: Bool = false, column: Int) {
    self.text = text
    folded = TextFolding.name(text)
    self.isPrefix = isPrefix
    self.isExact = isExact
    self.column = column
  }

  /// Whether a folded name is meant.
  func matches(_ name: String) -> Bool { isPrefix ? name.hasPrefix(folded) : name == folded }
}
