import Samtale
import Testing

@Suite struct QueryErrorTests {
  /// A query with the column and the sort of its error, and words that the message holds.
  struct Row: CustomTestStringConvertible, Sendable {
    let query: String
    let column: Int
    let problem: QueryError.Problem
    let words: String

    init(_ query: String, _ column: Int, _ problem: QueryError.Problem, _ words: String) {
      self.query = query
      self.column = column
      self.problem = problem
      self.words = words
    }

    var testDescription: String { query }
  }

  static let unreadableRows: [Row] = [
    Row("", 1, .empty, "code:pressure"),
    Row("  ", 1, .empty, "code:pressure"),
    Row("cod:a", 1, .unknownField, "write code:"),
    Row("role:WA colour:x", 9, .unknownField, "use one of code"),
    Row("role:WA meetting:x", 9, .unknownField, "write meeting:"),
    Row("pressure", 1, .missingField, "code:pressure"),
    Row("code:a AND code:b", 8, .missingField, "write and"),
    Row("code:", 1 + 5, .missingValue, "without a space"),
    Row("code: a", 6, .missingValue, "without a space"),
    Row("role:WA, T", 9, .missingValue, "role: has no value"),
    Row("text:\"...\"", 6, .missingValue, "no word"),
    Row("role:=WA", 6, .unexpected, "role:WA"),
    Row("code:\"a", 6, .unclosedQuote, "where it ends"),
    Row("code:\"a\"b", 9, .unexpected, "space between"),
    Row("(code:a", 1, .unclosedParenthesis, "“)”"),
    Row("code:a)", 7, .unexpected, "never opened"),
    Row("code:a and ()", 13, .missingOperand, "nothing before"),
    Row("code:a and", 11, .missingOperand, "stops"),
    Row("or code:a", 1, .missingOperand, "both sides"),
    Row("code:a and and code:b", 12, .missingOperand, "both sides"),
    Row("code:a (role:b)", 8, .unexpected, "side by side"),
    Row("(code:a) role:b", 10, .unexpected, "side by side"),
    Row("code:a follows/x code:b", 8, .badDistance, "follows/3"),
    Row("code:a precedes/0 code:b", 8, .badDistance, "precedes/3"),
    Row("closure:noUptak", 9, .unknownValue, "write noUptake"),
    Row("uptake:lots", 8, .unknownValue, "substantive, answer, unknown"),
    Row("blå:é and cod:x", 1, .unknownField, "code"),
    Row("\"blåé\" and cod:x", 12, .unknownField, "write code:"),
  ]

  static let unanswerableRows: [Row] = [
    Row("code:presure", 6, .unknownValue, "write Pressure"),
    Row("role:WA code:Hope,Fatige", 19, .unknownValue, "write Fatigue"),
    Row("code:\"not herd\"", 6, .unknownValue, "write \"Not heard\""),
    Row("code:xyz", 6, .unknownValue, "there is Fatigue, Hope"),
    Row("role:ES", 6, .unknownValue, "WA"),
    Row("coder:carl", 7, .unknownValue, "Anna Nor"),
    Row("person:WA2", 8, .unknownValue, "WA1"),
    Row("number:3", 8, .unknownValue, "1 or 2"),
    Row("topic:schol", 7, .unknownValue, "t1"),
    Row("opener:XX", 8, .unknownValue, "SW"),
    Row("round:zzzz*", 7, .unknownValue, "“zzzz*”"),
  ]

  @Test(arguments: unreadableRows)
  func unreadable(_ row: Row) throws {
    let error = try #require(throws: QueryError.self) { try Query(row.query) }
    #expect(error.column == row.column)
    #expect(error.problem == row.problem)
    #expect("\(error)".contains(row.words), "\(error)")
  }

  @Test(arguments: unanswerableRows)
  func unanswerable(_ row: Row) throws {
    let study = try QueryStudy()
    let query = try Query(row.query)
    let error = try #require(throws: QueryError.self) { try query.run(on: study.index) }
    #expect(error.column == row.column)
    #expect(error.problem == row.problem)
    #expect("\(error)".contains(row.words), "\(error)")
  }

  @Test func whatIsSuggestedCanBeWritten() throws {
    let study = try QueryStudy()
    let signature = StudyEditor<Study>.Signature(
      actor: try #require(study.ids["anna"]), at: Timestamp(milliseconds: 1_790_000_100_000),
      seed: 9)
    var editor = StudyEditor(study.corpus.study, lamport: 1000, signature: signature)
    try editor.createCode(#"so "free" \ (work)"#)
    let corpus = StudyCorpus(editor.state, versions: study.corpus.inOrder)
    let error = try #require(throws: QueryError.self) {
      try Query(#"code:"so free \\ (work)""#).run(on: corpus)
    }
    let suggestion = error.remedy.dropFirst("write ".count)
    #expect(suggestion == #""so \"free\" \\ (work)""#)
    #expect(try Query("code:\(suggestion)").run(on: corpus).isEmpty)
  }

  @Test func depthAndLengthAreBounded() throws {
    let deep = String(repeating: "(", count: 5000) + "code:a"
    #expect(throws: QueryError.self) { try Query(deep) }
    let nots = String(repeating: "not ", count: 2000) + "code:a"
    #expect(throws: QueryError.self) { try Query(nots) }
    let long = (1...2000).map { "code:a\($0)" }.joined(separator: " or ")
    #expect(throws: QueryError.self) { try Query(long) }
    let many = Array(repeating: "a:", count: 400).joined(separator: "or ")
    #expect(throws: QueryError.self) { try Query(many) }
  }
}
