import Samtale
import SamtaleFormats
import Testing

@Suite struct SpeakerMapTests {
  private func map(_ table: String) throws -> SpeakerMap {
    try SpeakerMap(Array(table.utf8), named: "people.csv")
  }

  private func problem(_ table: String) -> Diagnostic? {
    do {
      _ = try map(table)
      return nil
    } catch let error as ReadingError { return error.diagnostics.first } catch { return nil }
  }

  private func read(_ text: String, _ file: String, _ map: SpeakerMap) -> ImportResult {
    var options = ImportOptions()
    options.speakers = map
    return Importer.read(bytes: Array(text.utf8), named: file, options: options)
  }

  @Test func rowsOfOnePersonSayTheSame() throws {
    let entries = try map(
      "label,id,name,role,team\nWA4,p1,Anna,,\nW4,p1,,leader,north\nB,p2,,,\n"
    ).entries
    #expect(entries.map(\.name) == ["Anna", "Anna", nil])
    #expect(entries.map(\.role) == ["leader", "leader", nil])
    #expect(entries.map { $0.memberships.map(\.team) } == [["north"], ["north"], []])
  }

  @Test func contradictionsAreErrors() {
    let found = problem("label,id,role\nWA4,p1,leader\nB,p2,x\nW4,p1,client\n")
    #expect(found?.line == 4)
    #expect(found?.what == "the role of “p1” is “client”, but “leader” in line 2")
  }

  @Test func allUnknownColumnsAreNamed() {
    let found = problem("label,colour,id,shoe\nA,red,p1,38\n")
    #expect(found?.what == "there are no columns “colour”, “shoe”")
    #expect(
      found?.remedy
        == "remove or rename them; the columns are label, id, role, name, team, from, to, size, "
        + "file, decision")
    #expect(problem("label,file\nP,a.txt\nP,b.txt\nP,\n") == nil)
    #expect(problem("label,file\nP,a.txt\nP,a.txt\n")?.line == 3)
  }

  @Test func rowsOfFilesGoFirst() throws {
    let map = try map("label,id,file\nP,all,\nP,p1,one.txt\nP,p2,two\n")
    let text = "P: Hi.\nI: Yes.\nP: So.\nI: No.\n"
    let ids = ["in/one.txt", "two.txt", "three.txt"].map {
      read(text, $0, map).transcript?.participants.first?.id
    }
    #expect(ids == ["p1", "p2", "all"])
  }

  @Test func labelsThatStandNowhere() throws {
    let map = try map("label,id,file\nP,p1,\nQ,p2,\nI,p3,one\nI,p4,nine\n")
    let reports = ["one.txt", "two.txt"].map {
      read("P: Hi.\nI: Yes.\nP: So.\nI: No.\n", $0, map).report
    }
    #expect(
      map.unused(by: reports).map(\.what) == [
        "labels of the table of speakers stand in no file: “Q”, “I” of nine"
      ])
    #expect(try self.map("label\nP\n").unused(by: reports).isEmpty)
  }

  @Test func genericLabelsOfSeveralFiles() throws {
    let text = "P: Hi.\nAnna: Yes.\nP: So.\nAnna: No.\n"
    let files = ["a.txt", "b.txt", "c.txt"]
    let reports = files.map { read(text, $0, SpeakerMap()).report }
    #expect(
      ImportSummary.sharedLabels(reports, SpeakerMap()).map(\.what) == [
        "“P” stands in 3 files (a.txt, b.txt, c.txt) and becomes one person"
      ])
    let settled = try map("label,id,file\nP,p1,a\nP,p2,b\n")
    #expect(ImportSummary.sharedLabels(reports, settled).isEmpty)
    let one = try map("label,id,file\nP,p1,a\n")
    #expect(ImportSummary.sharedLabels(reports, one).count == 1)
  }
}
