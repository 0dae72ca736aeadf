/// A question to a study: which places are coded so, said by whom, in which topics.
///
/// The language is described in <doc:AskingAStudy>.
///
/// ```swift
/// let query = try Query("code:pressure role:WA and closure:noUptake")
/// for extract in try query.run(on: corpus) { print(extract.quotation.text) }
/// ```
public struct Query: Hashable, Sendable, CustomStringConvertible {
  /// The query as it was written.
  public let text: String
  let root: QueryNode

  /// Reads a query.
  /// - Throws: ``QueryError``, with the column where it cannot be understood.
  public init(_ text: String) throws(QueryError) {
    self.text = text
    root = try QueryParser.parse(text)
  }

  public var description: String { text }

  /// The fields that are named.
  public var fields: Set<QueryField> { root.fields }

  /// Finds the places.
  /// - Parameters:
  ///   - corpus: The study with its transcripts.
  ///   - library: Readers of wording; used only if the query asks for closures or uptake.
  ///   - options: Choices that change what is found about topics.
  /// - Returns: The places in the order of the transcripts' names and of the talk.
  /// - Throws: ``QueryError`` if a code, person or other thing is named that is not there.
  public func run(
    on corpus: StudyCorpus, library: CueLibrary = CueLibrary(),
    options: TopicOptions = TopicOptions()
  ) throws(QueryError) -> [Extract] {
    try run(on: QueryIndex(corpus, library: library, options: options))
  }

  /// Finds the places in a corpus that was made ready.
  /// - Throws: ``QueryError`` if a code, person or other thing is named that is not there.
  public func run(on index: QueryIndex) throws(QueryError) -> [Extract] {
    ExtractMaker(index).extracts(try places(in: index))
  }

  func places(in index: QueryIndex) throws(QueryError) -> PlaceSet {
    try QueryEvaluator(index: index).places(root)
  }
}

/// Answers a query, operator by operator. Each looks once at the places of both sides.
struct QueryEvaluator {
  let index: QueryIndex

  func places(_ node: QueryNode) throws(QueryError) -> PlaceSet {
    switch node {
    case .terms(let terms): return try places(terms)
    case .or(let left, let right): return try places(left).union(try places(right))
    case .and(let left, let right):
      let found = try places(left)
      let touched = index.touched(try places(right))
      return index.filter(found) { $0.contains { touched[$0.utterance] } }
    case .not(let left, let right):
      let touched = index.touched(try places(right))
      guard let left else {
        return PlaceSet(parts: touched.indices.filter { !touched[$0] }.map(index.axis.whole))
      }
      return index.filter(try places(left)) { $0.allSatisfy { !touched[$0.utterance] } }
    case .overlaps(let left, let right):
      let found = try places(left)
      let region = index.region(try places(right))
      return index.filter(found) { $0.contains(where: region.touches) }
    case .follows(let left, let right, let distance):
      let found = try places(left)
      let sums = index.sums(try places(right), \.last)
      return index.filter(found) { spans in
        let before = index.axis.before(index.extent(spans).first, turns: distance)
        return sums[before.upperBound] > sums[before.lowerBound]
      }
    case .precedes(let left, let right, let distance):
      let found = try places(left)
      let sums = index.sums(try places(right), \.first)
      return index.filter(found) { spans in
        let after = index.axis.after(index.extent(spans).last, turns: distance)
        return sums[after.upperBound] > sums[after.lowerBound]
      }
    }
  }

  /// Terms about the same thing: a coding or meaning unit for which all hold, or the parts of the
  /// talk for which all hold.
  private func places(_ terms: [QueryTerm]) throws(QueryError) -> PlaceSet {
    var chosen: [Bool]?
    var region: Region?
    for term in terms {
      if term.field.isCoding {
        let own = try CodingTerms(index: index).chosen(term)
        chosen = chosen.map { zip($0, own).map { $0 && $1 } } ?? own
      } else {
        let own = try TalkTerms(index: index).region(term)
        region = region?.intersection(own) ?? own
      }
    }
    guard let chosen else { return PlaceSet(parts: region?.spans ?? []) }
    let items = PlaceSet(items: chosen.indices.filter { chosen[$0] })
    guard let region else { return items }
    return index.filter(items) { $0.contains(where: region.touches) }
  }
}
