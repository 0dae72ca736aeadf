import Foundation
import GRDB
import Samtale
import Testing

@testable import SamtaleProject

@Suite struct ConcurrencyTests {
  @Test func twoConnectionsLoseNothing() async throws {
    let work = try Workshop()
    let (path, people) = (work.project.path, [work.anna, work.bjorn])
    let rounds = 60
    try await withThrowingTaskGroup(of: Void.self) { group in
      for person in people {
        group.addTask {
          let project = try Project.open(path)
          for n in 1...rounds {
            try project.perform(as: person) { try $0.createCode("\(person.short) \(n)") }
          }
        }
      }
      try await group.waitForAll()
    }
    let names = try work.project.codeNames()
    #expect(Set(names).count == 2 * rounds)
    for person in people {
      let mine = names.filter { $0.hasPrefix(person.short) }
      #expect(Set(mine) == Set((1...rounds).map { "\(person.short) \($0)" }))
    }
    try work.expectSound()
    // Each sees what the other did before, so nothing is made on an old state.
    let code = try work.code("Shared")
    let other = try Project.open(path)
    try other.perform(as: work.bjorn) { try $0.renameCode(code, to: "Renamed") }
    try work.project.perform(as: work.anna) { try $0.moveCode(code, under: nil) }
    #expect(try work.project.all(Code.self).last?.name == "Renamed")
  }

  @Test func waitsForAnotherThatWrites() async throws {
    let work = try Workshop()
    let other = try Project.open(work.project.path)
    let (started, anna) = (AsyncStream<Void>.makeStream(), work.anna)
    let mayEnd = DispatchSemaphore(value: 0)
    let slow = Task.detached {
      try other.perform(as: anna) { editor in
        started.continuation.finish()
        mayEnd.wait()
        return try editor.createCode("Slow")
      }
    }
    for await _ in started.stream {}
    // What is there can be read meanwhile.
    #expect(try work.project.codeNames() == [])
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { mayEnd.signal() }
    try work.code("Waits")
    _ = try await slow.value
    #expect(try work.project.codeNames().sorted() == ["Slow", "Waits"])
    #expect(try work.project.history(limit: 1)[0].events[0].change.after?["name"]?.text == "Waits")
    try work.expectSound()
  }

  @Test func saysThatAnotherProgramWrites() throws {
    let work = try Workshop()
    let other = try Project.open(work.project.path)
    try other.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 50") }
    try work.project.database.write { _ in
      #expect(projectError { try other.perform(as: work.anna) { try $0.createCode("A") } } == .busy)
    }
    try work.expectSound()
  }

  @Test func backsUpWhileAnotherWorks() throws {
    let work = try Workshop()
    let other = try Project.open(work.project.path)
    try other.perform(as: work.anna) { editor in
      try editor.createCode("Not yet")
      let copy = try work.copy("copy.samtale")
      #expect(try copy.codeNames() == [])
      #expect(try copy.verify() == [])
    }
  }
}
