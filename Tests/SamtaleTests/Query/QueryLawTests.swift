import Samtale
import Testing

/// What must hold whatever is asked.
@Suite struct QueryLawTests {
  private static let study = Result { try QueryStudy() }

  static let terms = [
    "code:pressure", "code:strain", "code:fatigue", "code:hope", "code:\"not heard\"", "code:*",
    "group:voice", "theme:\"being worn\"", "coder:an", "role:WA", "role:T", "person:SW4",
    "meeting:m2", "text:pressure", "text:the", "topic:1", "topic:2", "opener:SW", "uptake:minimal",
    "code:strain role:WA", "role:T topic:2",
  ]

  /// Queries made at random from terms and operators.
  static let queries: [String] = {
    var random = RandomGenerator(seed: 11)
    func query(_ depth: Int) -> String {
      guard depth > 0, Int.random(in: 0..<4, using: &random) > 0 else {
        return terms.randomElement(using: &random) ?? terms[0]
      }
      let operators = ["and", "or", "not", "overlaps", "follows", "precedes/2"]
      let operation = operators.randomElement(using: &random) ?? "and"
      return "(\(query(depth - 1)) \(operation) \(query(depth - 1)))"
    }
    return terms + (0..<40).map { _ in query(2) }
  }()

  private func find(_ query: String) throws -> [String] {
    try Self.study.get().find(query)
  }

  @Test(arguments: queries)
  func oneQuery(_ a: String) throws {
    let found = try find(a)
    #expect(Set(found).count == found.count)
    #expect(try find("(\(a)) and (\(a))") == found)
    #expect(try find("(\(a)) or (\(a))") == found)
    #expect(try find("(\(a)) overlaps (\(a))") == found)
    #expect(try find("(\(a)) not (\(a))") == [])
    #expect(try find("not not not (\(a))") == find("not (\(a))"))
    #expect(try find("((\(a)))") == found)
  }

  @Test(arguments: queries)
  func twoQueries(_ a: String) throws {
    var random = RandomGenerator(seed: UInt64(a.utf8.count) &* 31 &+ 5)
    for _ in 0..<3 {
      let b = Self.queries.randomElement(using: &random) ?? a
      let found = try Set(find(a))
      #expect(try find("(\(a)) or (\(b))") == find("(\(b)) or (\(a))"))
      let (with, without) = (try find("(\(a)) and (\(b))"), try find("(\(a)) not (\(b))"))
      #expect(Set(with).isDisjoint(with: without))
      #expect(Set(with).union(without) == found)
      #expect(try Set(find("(\(a)) overlaps (\(b))")).isSubset(of: with))
      for distance in ["", "/2"] {
        let after = "(\(a)) follows\(distance) (\(b))"
        let before = "(\(b)) precedes\(distance) (\(a))"
        #expect(try find(after).isEmpty == find(before).isEmpty)
        #expect(try find("(\(a)) follows\(distance) (\(before))") == find(after))
        #expect(try find("(\(b)) precedes\(distance) (\(after))") == find(before))
      }
      #expect(
        try Set(find("(\(a)) follows (\(b))")).isSubset(of: find("(\(a)) follows/2 (\(b))")))
    }
  }

  @Test(arguments: queries)
  func extractsAreInOrder(_ a: String) throws {
    let extracts = try Query(a).run(on: Self.study.get().index)
    let places = extracts.map { ($0.locator.transcript, $0.stretches[0].utterance) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    for extract in extracts {
      #expect(!extract.text.isEmpty)
      #expect(!extract.locator.utterances.isEmpty)
    }
  }

  @Test func bareNotGivesUtterances() throws {
    for term in Self.terms {
      let outside = try find("not \(term)")
      let inside = try find("not not \(term)")
      #expect(outside.count + inside.count == 12)
      #expect(Set(outside).isDisjoint(with: inside))
    }
  }
}
