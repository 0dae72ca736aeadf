import Samtale
import Testing

@Suite struct QueryTests {
  private static let study = Result { try QueryStudy() }

  /// A query and what it finds, in order.
  struct Row: CustomTestStringConvertible, Sendable {
    let query: String
    let found: String

    init(_ query: String, _ found: String) {
      self.query = query
      self.found = found
    }

    var testDescription: String { query }
  }

  static let codingRows: [Row] = [
    Row("code:Pressure", "c1 c2 c7"),
    Row("code:pressure", "c1 c2 c7"),
    Row("code:\"old stress\"", "c1 c2 c7"),
    Row("code:p*", "c1 c2 c7"),
    Row("code:strain", "c1 c3 c2 c7"),
    Row("code:=strain", ""),
    Row("code:=Fatigue,Hope", "c3 c5 c6"),
    Row("code:*", "c1 c3 c2 c4 c7 c5 c6"),
    Row("theme:\"being worn\"", "c1 c3 c2 c7 c5 c6"),
    Row("theme:=\"being worn\"", "c1 c3 c2 c7 c5"),
    Row("theme:\"Worn at*\"", "c6"),
    Row("group:voice", "mu1 c4"),
    Row("coder:\"Anna Nor\"", "c1 c3 mu1 c7 c5 c6"),
    Row("coder:bl", "c2 c4"),
    Row("round:first", "c1 c3"),
    Row("code:strain coder:an round:first", "c1 c3"),
  ]

  static let talkRows: [Row] = [
    Row("role:WA", "u2 u4 u7 u8 v3"),
    Row("role:\"work applicant\"", "u2 u4 u7 u8 v3"),
    Row("role:T,SW", "u1 u3 u5 u6 u9 v1 v2"),
    Row("person:WA1", "u2 u4 u7 u8"),
    Row("person:ase", "u1 u5 u9 v1"),
    Row("person:d", "v3"),
    Row("team:5 role:T", "u3 u6 u9 v2"),
    Row("team:\"team five\" role:T", "u3 u6 u9 v2"),
    Row("meeting:m2", "v1 v2 v3"),
    Row("transcript:\"Meeting m2\"", "v1 v2 v3"),
    Row("number:2", "v1 v2 v3"),
    Row("number:1 role:SW", "u1 u5 u9"),
    Row("text:pressure", "u1 u2 v1"),
    Row("\"PRESSURE\"", "u1 u2 v1"),
    Row("\"the pressure\"", "u1 u2 v1"),
    Row("\"pressure the\"", ""),
    Row("text:work", "u1 u2"),
    Row("text:work-related", "u2"),
    Row("\"work relat*\"", "u2"),
    Row("text:it's", "u2"),
    Row("text:it’s", "u2"),
    Row("text:elan", "u6"),
    Row("text:for", "v3"),
    Row("text:FØR", "u6"),
    Row("text:listen*,goodbye", "u4 u9"),
    Row("text:listen", ""),
  ]

  static let topicRows: [Row] = [
    Row("topic:Pressure", "u1 u2 u3 u4 u5[0-5]"),
    Row("topic:t1", "u1 u2 u3 u4 u5[0-5]"),
    Row("topic:2", "u5[6-36] u6"),
    Row("topic:\"the school\" role:SW", "u5[6-36]"),
    Row("closure:deferred", "u1 u2 u3 u4 u5[0-5]"),
    Row("closure:undetermined", "u5[6-36] u6"),
    Row("opener:SW role:T", "u3 u6"),
    Row("lastword:SW", "u1 u2 u3 u4 u5[0-5]"),
    Row("lastword:therapist", "u5[6-36] u6"),
    Row("uptake:minimal topic:t1", "u2 u4"),
    Row("uptake:unknown topic:t2", "u6"),
    Row("uptake:substantive topic:*", "u1 u5[6-36]"),
    Row("code:* closure:undetermined", "c7 c5"),
    Row("code:* lastword:SW", "c1 c3 c2 c4 c7"),
  ]

  static let operatorRows: [Row] = [
    Row("code:pressure role:WA", "c2"),
    Row("code:fatigue role:T", "c3"),
    Row("code:pressure and code:fatigue", "c2"),
    Row("code:fatigue and code:pressure", "c3"),
    Row("role:WA and code:pressure", "u2"),
    Row("code:hope or code:fatigue", "c3 c5 c6"),
    Row("role:T or code:hope", "u3 u6 c5 u9 v2 c6"),
    Row("code:pressure not role:SW", "c2"),
    Row("code:pressure and not role:SW", "c2"),
    Row("code:fatigue not role:T", ""),
    Row("code:fatigue and (not role:T)", ""),
    Row("not role:WA", "u1 u3 u5 u6 u9 v1 v2"),
    Row("not code:*", "u7 u8 u9 v1 v2"),
    Row("not not code:hope", "u6 v3"),
    Row("not role:WA,SW", "u3 u6 v2"),
    Row("code:strain overlaps code:\"not heard\"", "c3"),
    Row("code:\"not heard\" overlaps code:strain", "c4"),
    Row("code:pressure overlaps code:fatigue", "c2"),
    Row("code:pressure overlaps topic:2", "c7"),
    Row("code:hope overlaps text:jul", "c5"),
    Row("role:T follows role:WA", "u3 u9"),
    Row("role:WA follows role:T", "u4 v3"),
    Row("role:WA follows role:WA", "u8"),
    Row("role:WA follows/2 role:WA", "u4 u8"),
    Row("role:SW precedes role:WA", "u1"),
    Row("role:SW precedes/2 role:WA", "u1 v1"),
    Row("code:fatigue follows code:pressure", "c3"),
    Row("code:pressure precedes role:T", "c2 c7"),
    Row("code:pressure follows code:fatigue", "c7"),
    Row("code:hope and role:T or code:fatigue", "c3 c5"),
    Row("code:hope and (role:WA or code:fatigue)", "c6"),
    Row("role:WA overlaps code:strain and text:pressure", "u2"),
  ]

  @Test(arguments: codingRows + talkRows + topicRows + operatorRows)
  func finds(_ row: Row) throws {
    let found = try Self.study.get().find(row.query)
    #expect(found.joined(separator: " ") == row.found)
  }

  @Test func aCodeIsNamedByTheEndOfItsIdentifier() throws {
    let study = try Self.study.get()
    let id = try #require(study.ids["Pressure"])
    #expect(try study.find("code:\(id.short)") == ["c1", "c2", "c7"])
    #expect(try study.find("code:\(id)") == ["c1", "c2", "c7"])
  }

  @Test func anExtractSaysWhereItStands() throws {
    let study = try Self.study.get()
    let extract = try #require(try Query("code:=pressure coder:bo*").run(on: study.corpus).first)
    #expect(extract.text == "The pressure is high.")
    #expect(extract.stretches == [TextStretch(utterance: 1, scalars: 19..<40)])
    let place = extract.locator
    #expect(place.transcript == "m1")
    #expect(place.utterances == ["u2"])
    #expect(place.speakers == ["WA1"])
    #expect(place.roles == ["WA"])
    #expect(place.team == "Team Five")
    #expect(place.number == "1")
    #expect(place.topics == ["Pressure"])
    #expect(place.codes == ["Fatigue", "Pressure"])
    #expect(place.codings.map(\.coder) == ["Anna Nor", "Bo Lie"])
    #expect(place.source == "m1.xml:\(place.line)")
    #expect(place.line > 20)
    let first = try #require(try Query("code:pressure").run(on: study.index).first)
    #expect(first.locator.start == 90)
    let several = try #require(try Query("code:fatigue").run(on: study.index).first)
    #expect(several.locator.utterances == ["u2", "u3", "u4"])
    #expect(several.locator.speakers == ["WA1", "T2"])
    #expect(several.locator.roles == ["WA", "T"])
  }

  @Test func codingsWithoutPlaceAreKnown() throws {
    let study = try Self.study.get()
    #expect(study.index.codingsWithoutPlace.map { study.names[$0] } == ["c8"])
  }

  @Test func nothingIsMeasuredUnlessAsked() throws {
    #expect(try Query("code:a and role:b").fields == [.code, .role])
    #expect(try !Query("code:a topic:c").fields.contains(where: \.isMeasured))
    #expect(try Query("code:a and (not closure:noUptake)").fields == [.code, .closure])
    #expect(QueryField.closure.isMeasured)
  }
}
