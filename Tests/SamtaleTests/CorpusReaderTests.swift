import Foundation
import Samtale
import Testing

@Suite("Reading many files")
struct CorpusReaderTests {
  private func document(_ id: String, _ words: String, who: String = "#a") -> String {
    """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="\(id)"><teiHeader/>
    <text><body><u who="\(who)">\(words)</u></body></text></TEI>
    """
  }

  private static let root = """
    <?xml version="1.0"?>
    <teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">
    <teiHeader><profileDesc><particDesc><listPerson><person xml:id="a" n="AA"><persName>Åse</persName></person></listPerson></particDesc></profileDesc></teiHeader>
    <xi:include href="b.xml"/>
    <xi:include href="../out.xml"/>
    <xi:include href="sub/c.xml"/>
    <xi:include href="https://example.org/d.xml"/>
    <xi:include href=".hidden.xml"/>
    </teiCorpus>
    """

  @Test("A folder is read in the order of its paths, below it too, hidden files not")
  func order() throws {
    let folder = try TemporaryFolder()
    for name in ["b.xml", "a.tei", "a/z.XML", "B.xml", "å.xml", ".x.xml", ".git/y.xml", "t.txt"] {
      try folder.write(document("d", name), to: name)
    }
    let corpus = Corpus.read([folder.path])
    #expect(
      corpus.transcripts.map { $0.utterances[0].text } == [
        "B.xml", "a.tei", "a/z.XML", "b.xml", "å.xml",
      ]
    )
    #expect(
      corpus.transcripts.map(\.file)
        == ["B.xml", "a.tei", "a/z.XML", "b.xml", "å.xml"].map { folder.path + "/" + $0 }
    )
  }

  @Test("Paths are read in the order given")
  func given() throws {
    let folder = try TemporaryFolder()
    let one = try folder.write(document("m1", "one"), to: "1.xml")
    let two = try folder.write(document("m2", "two"), to: "2.xml")
    #expect(Corpus.read([two, one]).transcripts.map(\.id) == ["m2", "m1"])
  }

  @Test("A bad file does not stop the others")
  func badFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(document("m1", "one"), to: "1.xml")
    try folder.write("<TEI><text>", to: "2.xml")
    try folder.write("", to: "3.xml")
    try folder.write("<html/>", to: "4.xml")
    try folder.write(document("m5", "five"), to: "5.xml")
    let results = CorpusReader().map(CorpusInput(paths: [folder.path, folder.path + "/none.xml"])) {
      $0.id
    }
    #expect(
      results.map(\.file)
        == ["1.xml", "2.xml", "3.xml", "4.xml", "5.xml", "none.xml"].map { folder.path + "/" + $0 }
    )
    #expect(results.map(\.hasErrors) == [false, true, true, true, false, true])
    #expect(results[0].values == ["m1"])
    #expect(results[4].values == ["m5"])
    #expect(results[1].diagnostics.contains { $0.code == .truncated })
    #expect(results[2].diagnostics.map(\.code) == [.emptyFile])
    #expect(results[3].diagnostics.map(\.code) == [.notTEI])
    #expect(results[5].diagnostics.map(\.code) == [.unreadable])
    // What was read of a file that breaks off is no transcript to count with.
    #expect(results.map(\.isRead) == [true, false, false, false, true, false])
  }

  @Test("A folder without transcripts, a path that leads nowhere")
  func nothing() throws {
    let folder = try TemporaryFolder()
    #expect(Corpus.read([folder.path]).diagnostics.map(\.code) == [.noTranscripts])
    #expect(Corpus.read([folder.path + "/none"]).diagnostics.map(\.code) == [.unreadable])
    #expect(Corpus.read([]).transcripts.isEmpty)
  }

  @Test("One, two or four workers give the same", arguments: [2, 4, 64])
  func workers(_ count: Int) throws {
    let path = ReferenceData.package + "/Corpora/ips-meetings"
    let one = Corpus.read([path], reader: CorpusReader(workers: 1))
    let many = Corpus.read([path], reader: CorpusReader(workers: count))
    #expect(one.transcripts.count == 16)
    #expect(many.transcripts == one.transcripts)
    #expect(many.transcripts.map(\.file) == one.transcripts.map(\.file))
    #expect(many.diagnostics == one.diagnostics)
    #expect(many.accounting == one.accounting)
    #expect(one.diagnostics == [])
    #expect(one.accounting.isComplete)
  }

  @Test("A root declares people for the files beside it")
  func root() throws {
    let folder = try TemporaryFolder()
    try folder.write(document("m1", "one"), to: "a.xml")
    try folder.write(Self.root, to: "root.xml")
    let corpus = Corpus.read([folder.path])
    #expect(corpus.transcripts.map(\.id) == ["m1"])
    #expect(corpus.transcripts[0].participants.map(\.label) == ["AA"])
    #expect(corpus.transcripts[0].participants.map(\.isUndeclared) == [false])
    #expect(!corpus.diagnostics.contains { $0.severity > .note })
  }

  @Test("A root names files, which are read only when asked, and only from its folder")
  func includes() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.root, to: "corpus/root.xml")
    try folder.write(document("b", "b"), to: "corpus/b.xml")
    try folder.write(document("out", "out"), to: "out.xml")
    try folder.write(document("c", "c"), to: "corpus/sub/c.xml")
    try folder.write(document("hidden", "hidden"), to: "corpus/.hidden.xml")
    let without = Corpus.read([file])
    #expect(without.transcripts.isEmpty)
    #expect(without.diagnostics.map(\.code) == [.notIncluded])
    let reader = CorpusReader(options: ReadingOptions(followsIncludes: true))
    let with = Corpus.read([file], reader: reader)
    #expect(with.transcripts.map(\.id) == ["b"])
    #expect(with.transcripts.first?.participants.map(\.label) == ["AA"])
  }

  @Test("A file named by the root and by the folder is read once")
  func includedOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.root, to: "root.xml")
    try folder.write(document("b", "b"), to: "b.xml")
    let reader = CorpusReader(options: ReadingOptions(followsIncludes: true))
    #expect(Corpus.read([folder.path], reader: reader).transcripts.map(\.id) == ["b"])
  }

  @Test("Each root speaks for its own folder")
  func twoRoots() throws {
    let folder = try TemporaryFolder()
    for (name, person) in [("one", "Åse"), ("two", "Bo")] {
      try folder.write(document("m-" + name, "a"), to: name + "/m.xml")
      try folder.write(
        Self.root.replacingOccurrences(of: "Åse", with: person),
        to: name + "/root.xml"
      )
    }
    let corpus = Corpus.read([folder.path])
    #expect(corpus.transcripts.map(\.id) == ["m-one", "m-two"])
    #expect(corpus.transcripts.map { $0.participants.map(\.name) } == [["Åse"], ["Bo"]])
  }

  @Test("A root that includes itself is read once")
  func selfInclusion() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.root.replacingOccurrences(of: "b.xml", with: "root.xml"),
      to: "root.xml"
    )
    let reader = CorpusReader(options: ReadingOptions(followsIncludes: true))
    #expect(reader.map(CorpusInput(paths: [file])) { $0.id }.map(\.file) == [file])
  }

  @Test("A transcript without an identifier takes the file's name")
  func named() throws {
    let folder = try TemporaryFolder()
    let text = document("x", "a").replacingOccurrences(of: " xml:id=\"x\"", with: "")
    try folder.write(text, to: "team 4, møte 2.xml")
    try folder.write(text, to: "2024.a.xml")
    #expect(Corpus.read([folder.path]).transcripts.map(\.id) == ["t.2024.a", "team_4__møte_2"])
  }
}
