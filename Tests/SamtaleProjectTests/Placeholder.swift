import Samtale
import SamtaleProject
import Testing

/// A project file in a folder of its own, removed afterwards.
struct TemporaryProject {
  static func path(_ name: String = "study.samtale") -> String {
    let folder = "/tmp/samtale-\(UInt64.random(in: 0...UInt64.max))"
    try? Files.makeFolder(folder)
    return folder + "/" + name
  }
}

@Suite struct ProjectTests {
  @Test func createsCodesAndUndoes() throws {
    let path = TemporaryProject.path()
    let (project, anna) = try Project.create(
      path, title: "Study", method: .reflexiveTA, researcher: "Anna")
    let result = try project.addTranscripts(["Corpora/ips-meetings/team1-m1.xml"], as: anna)
    #expect(result.changes.map(\.name) == ["team1-m1"])
    let version = try project.transcript(result.changes[0].id)
    let code = try project.perform(as: anna) { editor in
      let code = try editor.createCode("Small steps")
      try editor.apply(code, to: version.anchor(from: "u5", to: "u6"))
      return code
    }
    #expect(try project.passages(of: code).count == 2)
        #expect(try project.verify() == [])
    try project.undo(as: anna)
    #expect(try project.passages(of: code).isEmpty)
    #expect(try project.all(Code.self).isEmpty)
    try project.redo(as: anna)
    #expect(try project.passages(of: code).count == 2)
    #expect(try project.verify() == [])
    let before = try project.study()
    try project.rebuild()
    #expect(try project.study() == before)
    #expect(try project.verify() == [])
  }
}
