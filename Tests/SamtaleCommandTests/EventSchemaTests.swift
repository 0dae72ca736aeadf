import Foundation
import Samtale
import Testing

/// `Schemas/event.schema.json` describes the logs that Samtale writes.
@Suite struct EventSchemaTests {
  @Test(arguments: ["meetings", "interviews"])
  func holdsForEveryEventOfTheExamples(study: String) throws {
    let schema = try JSONSchema("event.schema.json")
    let log = Command.package.appending(path: "Corpora/studies/\(study).jsonl")
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 600)
    for line in lines {
      let problems = try schema.problems(String(line))
      #expect(problems == [], "\(line.prefix(120))")
    }
  }

  @Test func namesEveryKindVerbAndPhase() throws {
    let file = Command.package.appending(path: "Schemas/event.schema.json")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let properties = try #require(root["properties"] as? [String: [String: Any]])
    #expect(properties["kind"]?["enum"] as? [String] == ObjectKind.allCases.map(\.rawValue))
    #expect(properties["verb"]?["enum"] as? [String] == Verb.allCases.map(\.rawValue))
    #expect(properties["phase"]?["enum"] as? [String] == Phase.allCases.map(\.rawValue))
  }

  @Test(arguments: [
    #"{"id":"x"}"#, #"{"lamport":1.5}"#, #"{"surprise":1}"#,
  ])
  func refusesWhatIsNoEvent(text: String) throws {
    #expect(try !JSONSchema("event.schema.json").problems(text).isEmpty)
  }
}
