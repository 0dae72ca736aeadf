import Foundation
import Samtale
import Testing

@testable import SamtaleProject

/// Projects made anew with every text rewritten.
@Suite struct RewriteTests {
  /// Replaces words, a longer one before a shorter one that begins with it.
  struct Words: Sendable {
    var list: [(old: [Unicode.Scalar], new: String)]

    init(_ words: [(String, String)]) {
      list = words.map { (Array($0.0.unicodeScalars), $0.1) }
        .sorted { $0.0.count > $1.0.count }
    }

    func find(_ text: String) -> [TextRewrite] {
      let scalars = Array(text.unicodeScalars)
      let starts = Set(list.compactMap(\.old.first))
      var found: [TextRewrite] = []
      var at = 0
      while at < scalars.count {
        if starts.contains(scalars[at]),
          let word = list.first(where: { scalars[at...].starts(with: $0.old) })
        {
          found.append(TextRewrite(scalars: at..<at + word.old.count, text: word.new))
          at += word.old.count
        } else {
          at += 1
        }
      }
      return found
    }

    func text(_ text: String) -> String { Moved(text, self).text }
  }

  /// Where each place of a text went, told one by one.
  struct Moved {
    var text = ""
    /// Where a range that begins, and one that ends, before each scalar does so now.
    var starts: [Int] = []
    var ends: [Int] = []

    init(_ old: String, _ words: Words) {
      let scalars = Array(old.unicodeScalars)
      var count = 0
      var at = 0
      ends.append(0)
      for rewrite in words.find(old) {
        while at < rewrite.scalars.lowerBound { keep(scalars[at], &count, &at) }
        let before = count
        count += rewrite.text.unicodeScalars.count
        text += rewrite.text
        for _ in rewrite.scalars {
          starts.append(before)
          ends.append(count)
        }
        at = rewrite.scalars.upperBound
      }
      while at < scalars.count { keep(scalars[at], &count, &at) }
      starts.append(count)
    }

    private mutating func keep(_ scalar: Unicode.Scalar, _ count: inout Int, _ at: inout Int) {
      starts.append(count)
      text.unicodeScalars.append(scalar)
      count += 1
      at += 1
      ends.append(count)
    }

    subscript(old: Range<Int>?) -> String {
      guard let old else { return text }
      let range = starts[old.lowerBound]..<ends[old.upperBound]
      return String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
    }
  }

  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func replay(_ log: String, _ corpus: String, in folder: TemporaryFolder) throws -> Project
  {
    let path = Self.package.appending(path: "Corpora/studies/\(log).jsonl").path
    let events = try Event.log(try Files.bytes(path), named: path)
    let input = CorpusInput(paths: [Self.package.appending(path: "Corpora/\(corpus)").path])
    return try Project.replay(events, files: input.files, to: folder["\(log).samtale"])
  }

  private static let names = [
    ("Marius", "Bo"), ("Solveig", "Anne-Marie 👩🏽‍🏭"), ("Eivind", "E."), ("Sunniva", "🧑‍🎓"),
    ("Roger", "Alexander"), ("Silje", "Bo"), ("Leif", "Jan-Alexander"),
    ("Ingunn Rykkje", "Coder A"),
    ("Ingunn", "A"), ("Tarjei Hovda", "Coder B"), ("Tarjei", "B"), ("Hedda Lunde", "Coder A"),
    ("Hedda", "A"), ("Ravi Solberg", "Coder B"), ("Ravi", "B"), ("NAV", "the office"),
    ("Friday", "some day"), ("Tuesday", "day"), ("tuesday", "day"), ("warehouse", "🏭🏭"),
    ("Warehouse", "🏭"),
  ]
  private static let common = [
    ("and", "as well as"), ("because", "as"), ("work", "w"), ("interview", "talk"), ("n't", " not"),
    ("Dunno", "Do not know"),
  ]

  @Test(arguments: [("interviews", "ips-interviews"), ("meetings", "ips-meetings")])
  func exampleStudies(_ name: String, _ corpus: String) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let old = try replay(name, corpus, in: folder)
    let head = try old.head()
    let words = Words(Self.names + Self.common)
    let report = try old.rewritten(to: folder["new.samtale"]) { words.find($0) }
    #expect(try old.head() == head)
    #expect(try old.verify() == [])
    let new = try Project.open(folder["new.samtale"])
    #expect(try new.verify() == [])
    #expect(try new.conflicts() == old.conflicts())
    #expect(report.events == head.events)
    #expect(report.versions == (try old.all(StudyTranscript.self).count))
    #expect(report.diagnostics == [])
    #expect(report.counts[.words] > 500)
    #expect(report.widened < report.anchors / 10)
    try expectSameHistory(old, new)
    try expectSamePlaces(old, new, words)
    try expectSameTexts(old, new, words)
    try expectExcerpts(old, new)
    try expectUndo(old, new)
    try new.close()
    try expectNothing(of: Self.names.map(\.0) + ["interview"], in: folder["new.samtale"])
    #expect(
      try folder.names == [
        "\(name).samtale", "\(name).samtale-shm", "\(name).samtale-wal", "new.samtale",
      ])
  }

  private func expectSameHistory(_ old: Project, _ new: Project) throws {
    let (before, after) = (try old.events(), try new.events())
    #expect(before.map(\.id) == after.map(\.id))
    #expect(before.map(\.lamport) == after.map(\.lamport))
    #expect(before.map(\.at) == after.map(\.at))
    #expect(before.map(\.actor) == after.map(\.actor))
    #expect(before.map(\.step) == after.map(\.step))
    #expect(before.map(\.undoes) == after.map(\.undoes))
    #expect(before.map(\.phase) == after.map(\.phase))
    #expect(before.map(\.change.object) == after.map(\.change.object))
    #expect(before.map(\.change.verb) == after.map(\.change.verb))
    #expect(
      before.map { $0.change.before?.keys.sorted() }
        == after.map { $0.change.before?.keys.sorted() })
    #expect(try old.history().map(\.id) == new.history().map(\.id))
  }

  /// Every place says what its words became.
  private func expectSamePlaces(_ old: Project, _ new: Project, _ words: Words) throws {
    let (before, after) = (try old.corpus(), try new.corpus())
    let (anchors, moved) = (before.study.anchors, after.study.anchors)
    try #require(anchors.count == moved.count)
    for (anchor, other) in zip(anchors, moved) {
      #expect(anchor.kind == other.kind)
      #expect(anchor.transcript == other.transcript)
      #expect(anchor.segments.map(\.utterance) == other.segments.map(\.utterance))
      #expect(before.place(anchor)?.status == after.place(other)?.status)
      guard let version = anchor.transcript.flatMap({ before.transcripts[$0] }) else { continue }
      try #require(anchor.version == version.version)
      let stretches = try #require(version.stretches(of: anchor))
      let texts = stretches.map { version.transcript.utterances[$0.utterance].text }
      let expected = zip(texts, stretches).map { Moved($0, words)[$1.scalars] }
      #expect(after.words(whenSet: other) == expected.joined(separator: " "))
      if stretches.count == 1, anchor.quote != nil {
        #expect(
          other.quote
            == QuoteFingerprint(text: words.text(texts[0]), range: other.segments[0].scalars))
      }
    }
    #expect(
      before.codings().map(\.coding.id) == after.codings().map(\.coding.id))
  }

  private func expectSameTexts(_ old: Project, _ new: Project, _ words: Words) throws {
    let (before, after) = (try old.study(), try new.study())
    #expect(before.count == after.count)
    let texts: [(ObjectKind, String)] = [
      (.memo, "body"), (.memo, "title"), (.code, "name"), (.code, "definition"),
      (.theme, "concept"),
      (.researcher, "name"), (.researcher, "position"), (.review, "reason"), (.claim, "text"),
      (.coding, "note"), (.group, "summary"), (.meaningUnit, "note"), (.contextCheck, "note"),
      (.study, "title"), (.study, "question"), (.link, "note"), (.round, "name"),
    ]
    for (kind, field) in texts {
      let now = after.objects(of: kind).map { $0.record.fields[field]?.text }
      let expected = before.objects(of: kind).map { $0.record.fields[field]?.text.map(words.text) }
      #expect(now == expected, "\(kind) \(field)")
    }
    let lists = after.all(PreliminaryThemeList.self).map(\.items)
    #expect(lists == before.all(PreliminaryThemeList.self).map { $0.items.map(words.text) })
    for (one, other) in zip(before.all(Condensate.self), after.all(Condensate.self)) {
      #expect(one.sentences.map { words.text($0.text) } == other.sentences.map(\.text))
      #expect(one.sentences.map(\.units) == other.sentences.map(\.units))
      #expect(one.setAside.map { words.text($0.reason) } == other.setAside.map(\.reason))
      #expect(one.setAside.map(\.unit) == other.setAside.map(\.unit))
    }
    #expect(
      try old.events().map { $0.change.reason.map(words.text) } == new.events().map(\.change.reason)
    )
    // Texts name excerpts as these are called.
    let names = after.all(Excerpt.self).map(\.name)
    #expect(Set(names).count == names.count)
    let named = before.all(AnalyticText.self).map { text in
      before.all(Excerpt.self).map { text.body.contains("{{\($0.name)}}") }
    }
    let nowNamed = after.all(AnalyticText.self).map { text in
      names.map { text.body.contains("{{\($0)}}") }
    }
    #expect(named == nowNamed)
  }

  /// Excerpts can still be printed, with as many pieces and turns.
  private func expectExcerpts(_ old: Project, _ new: Project) throws {
    let (before, after) = (try old.corpus(), try new.corpus())
    let sources = ExcerptSources(after)
    let pairs = zip(before.study.all(Excerpt.self), after.study.all(Excerpt.self))
    for (one, other) in pairs {
      let printed = try VerifiedExcerpt(other, in: sources)
      let former = try VerifiedExcerpt(one, in: ExcerptSources(before))
      #expect(printed.lines.count == former.lines.count)
      #expect(printed.turns.map(\.utterance) == former.turns.map(\.utterance))
      let operations = { (excerpt: VerifiedExcerpt) in
        excerpt.turns.map { $0.text.pieces.map(\.operation).filter { $0 != "keep" } }
      }
      #expect(operations(printed) == operations(former), "\(other.name)")
    }
    let claims = { (corpus: StudyCorpus) in
      corpus.study.all(Claim.self).map {
        let evidence = ClaimEvidence($0, in: corpus)
        return "\(evidence.count) of \(evidence.total), \(evidence.unusable.count)"
      }
    }
    #expect(claims(before) == claims(after))
  }

  /// Each researcher's last step is taken back and done again.
  private func expectUndo(_ old: Project, _ new: Project) throws {
    for actor in try old.all(Researcher.self).map(\.id) {
      let outcome = { (project: Project) -> String in
        do { return "\(try project.undo(as: actor).map(\.id))" } catch { return "refused" }
      }
      let (study, first) = (try new.study(), outcome(old))
      #expect(outcome(new) == first)
      guard first != "refused" else { continue }
      try new.redo(as: actor)
      #expect(try new.study() == study)
    }
    #expect(try new.verify() == [])
  }

  private func expectNothing(of words: [String], in path: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: path))
    for word in words {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
      // The index of words is folded.
      #expect(bytes.range(of: Data(word.lowercased().utf8)) == nil, "\(word), folded")
    }
    // What is sought would be found.
    #expect(bytes.range(of: Data("Coder A".utf8)) != nil)
  }

  // MARK: One small project, step by step

  private static let people = Words([
    ("Kari Berg", "Q"), ("Kari", "Gunnhild"), ("Liv", "N."), ("Bergen", "byen ⛰️"),
  ])

  private static let talk = [
    "Kari Berg, skal vi begynne?", "Ja, Liv er i Bergen.", "Liv ringer Kari i morgen.", "Mm.",
    "Kari og Liv møtes.", "Fint.",
  ]

  private func work() throws -> Workshop {
    let work = try Workshop()
    _ = try work.add("Kari-1", Self.talk)
    return work
  }

  private func meeting(_ project: Project, _ name: String) throws -> TranscriptVersion {
    let all = try project.all(StudyTranscript.self)
    return try project.transcript(try #require(all.first { $0.name == name }).id)
  }

  private func rewritten(
    _ work: Workshop, _ words: Words = people, includesPrivate: Bool = true
  ) throws -> (Project, Project.RewriteReport) {
    let report = try work.project.rewritten(
      to: work.folder["new.samtale"], includesPrivate: includesPrivate
    ) { words.find($0) }
    let new = try Project.open(work.folder["new.samtale"])
    #expect(try new.verify().map(\.code) == work.project.verify().map(\.code))
    #expect(report.lost == 0)
    return (new, report)
  }

  @Test func namesOfTranscriptsFilesAndPeople() throws {
    let work = try work()
    try work.project.perform(as: work.anna) {
      try $0.create(
        ParticipantAttribute(
          id: $0.newIdentifier(), participant: "a", key: "sister of Liv", value: "in Bergen"))
    }
    let (new, report) = try rewritten(work)
    let object = try #require(try new.all(StudyTranscript.self).last)
    #expect(object.name == "Gunnhild-1")
    #expect(object.file == "Gunnhild-1.xml")
    #expect(object.title == "Gunnhild-1")
    #expect(object.id == (try meeting(work.project, "Kari-1").id))
    let version = try meeting(new, "Gunnhild-1")
    #expect(version.transcript.participants.map(\.name) == ["Gunnhild", nil])
    #expect(version.version == object.version)
    #expect(version.transcript.utterances[1].text == "Ja, N. er i byen ⛰️.")
    let attribute = try #require(try new.all(ParticipantAttribute.self).first)
    #expect(attribute.participant == "a")
    #expect(attribute.key == "sister of N.")
    #expect(attribute.value == "in byen ⛰️")
    #expect(report.counts[.words] == 7)
    #expect(report.counts[.fileNames] > 0)
    #expect(try new.verify() == [])
  }

  @Test func oneFileWithSeveralTranscriptsAndOneWithoutAnIdentifier() throws {
    let work = try Workshop()
    let bare = { (id: String, turns: [String]) in
      let text = Workshop.document(id, turns)
      return String(text[(text.firstRange(of: "<TEI")?.lowerBound ?? text.startIndex)...])
    }
    let corpus = """
      <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>
      \(bare("Kari-1", ["Hei Kari."]))\(bare("Liv-1", ["Hei Liv."]))</teiCorpus>
      """
    let files = [
      try work.write(corpus, to: "Kari.xml"),
      try work.write(Workshop.document(nil, ["Kari Berg her."]), to: "Kari-Berg.xml"),
    ]
    _ = try work.project.addTranscripts(files, as: work.anna)
    let code = try work.code("x")
    let second = try meeting(work.project, "Liv-1")
    try work.project.perform(as: work.anna) {
      try $0.apply(code, to: second.anchor(turn: "u1", quote: "Liv"))
    }
    let (new, report) = try rewritten(work)
    #expect(report.versions == 4)
    #expect(
      try new.all(StudyTranscript.self).map(\.name) == ["meeting", "Gunnhild-1", "N.-1", "Q"])
    #expect(
      try new.all(StudyTranscript.self).map(\.file)
        == ["meeting.xml", "Gunnhild.xml", "Gunnhild.xml", "Q.xml"])
    #expect(try meeting(new, "Q").transcript.utterances.map(\.text) == ["Q her."])
    let after = try new.corpus()
    let anchor = try #require(after.study.all(Coding.self).first?.anchor)
    #expect(after.words(whenSet: anchor) == "N.")
    #expect(anchor.transcript == second.id)
    try new.rebuild()
    #expect(try new.verify() == [])
  }

  @Test func translationsOfTheFileInExcerpts() throws {
    let work = try Workshop()
    let file = Self.package.appending(path: "Corpora/ips-meetings-nb/team2-m1.xml").path
    _ = try work.project.addTranscripts([file], as: work.anna)
    let before = ExcerptSources(try work.project.corpus())
    let items = try ExcerptNotation.items(
      "@ team2-m1\nu1:", in: before)
    guard case .turn(var first)? = items.first else {
      Issue.record("no turn")
      return
    }
    first.translations["en"] = EditedText(
      start: 0, [.keep("That's it "), .emphasise("going"), .keep(" now. The little light. So.")])
    let edited = first
    try work.project.perform(as: work.anna) {
      try $0.create(
        Excerpt(id: $0.newIdentifier(), name: "start", items: [.turn(edited)], by: work.anna))
    }
    let (new, _) = try rewritten(
      work, Words([("going now", "on 🔴"), ("light", "lamp"), ("nå", "her"), ("a", "á")]))
    let corpus = try new.corpus()
    let excerpt = try #require(corpus.study.all(Excerpt.self).first)
    let verified = try VerifiedExcerpt(excerpt, in: ExcerptSources(corpus), translatedInto: ["en"])
    #expect(
      verified.turns[0].translations["en"]?.pieces == [
        .keep("Thát's it "), .emphasise("on 🔴"), .keep(". The little lamp. So."),
      ])
  }

  @Test func aPlaceOnPartOfANameTakesInAllOfIt() throws {
    let work = try work()
    let version = try meeting(work.project, "Kari-1")
    let code = try work.code("Kari asks")
    try work.project.perform(as: work.anna) {
      try $0.apply(code, to: version.anchor(turn: "u1", scalars: 5..<14))
      try $0.apply(code, to: version.anchor(turn: "u2", quote: "er i Berg"))
      try $0.apply(code, to: version.anchor(from: "u3", to: "u5"))
    }
    let (new, report) = try rewritten(work)
    let corpus = try new.corpus()
    let codings = corpus.study.all(Coding.self).compactMap(\.anchor)
    #expect(
      codings.map { corpus.words(whenSet: $0) } == [
        "Q, ska", "er i byen ⛰️", "N. ringer Gunnhild i morgen. Mm. Gunnhild og N. møtes.",
      ])
    #expect(codings.map { $0.segments.map(\.scalars) } == [[0..<6], [7..<19], [nil, nil, nil]])
    #expect(report.anchors == 3)
    #expect(report.widened == 2)
    #expect(try new.codeNames() == ["Gunnhild asks"])
  }

  @Test func everyVersionAndWhatStandsOnIt() throws {
    let work = try work()
    let first = try meeting(work.project, "Kari-1")
    let code = try work.code("Asks")
    try work.project.perform(as: work.anna) {
      try $0.apply(code, to: first.anchor(turn: "u3", quote: "Kari i morgen"))
    }
    var corrected = Self.talk
    corrected.insert(contentsOf: ["Hei Liv.", "Hei Kari."], at: 0)
    corrected[4] = "Liv ringer kanskje Kari i morgen."
    _ = try work.add("Kari-1", corrected)
    let (old, placed) = (try work.project.corpus(), try work.project.placements(first.id))
    let (new, report) = try rewritten(work)
    #expect(report.versions == 3)
    let corpus = try new.corpus()
    let anchor = try #require(corpus.study.all(Coding.self).first?.anchor)
    #expect(corpus.words(whenSet: anchor) == "Gunnhild i morgen")
    let place = try #require(corpus.place(anchor))
    let former = try #require(old.study.all(Coding.self).first?.anchor.flatMap { old.place($0) })
    #expect(place.status == former.status)
    #expect(try new.placements(first.id).map(\.status) == placed.map(\.status))
    let now = try #require(corpus.transcripts[first.id])
    #expect(now.text(of: place.stretches) == "Gunnhild i morgen")
    #expect(anchor.version != now.version)
    #expect(try new.count("SELECT count(*) FROM source") == 3)
  }

  @Test func aPlaceOnAVersionThatIsGoneIsFoundByItsNewWords() throws {
    let work = try work()
    let version = try meeting(work.project, "Kari-1")
    let code = try work.code("Asks")
    let quote = QuoteFingerprint(text: Self.talk[2], range: 11..<15)
    #expect(quote?.prefix == "Liv ringer ")
    try work.project.perform(as: work.anna) {
      var anchor = try version.anchor(turn: "u3", scalars: 11..<15)
      anchor.version = "0123456789abcdef0123456789abcdef"
      anchor.quote = quote
      try $0.apply(code, to: anchor)
      anchor.quote = QuoteFingerprint(text: "Kari er ikke her")
      try $0.apply(code, to: anchor)
    }
    let (new, _) = try rewritten(work)
    let corpus = try new.corpus()
    let anchors = corpus.study.all(Coding.self).compactMap(\.anchor)
    #expect(
      anchors[0].quote == QuoteFingerprint(text: "N. ringer Gunnhild i morgen.", range: 10..<18))
    #expect(corpus.place(anchors[0])?.stretches == [TextStretch(utterance: 2, scalars: 10..<18)])
    #expect(anchors[0].version?.utf8.count == 32)
    #expect(anchors[0].version != "0123456789abcdef0123456789abcdef")
    // What is found nowhere leaves no trace of its words.
    #expect(anchors[1].quote == nil)
    #expect(corpus.place(anchors[1])?.status == .lost)
  }

  @Test func excerptsAndTranslationsStayVerified() throws {
    let work = try work()
    let version = try meeting(work.project, "Kari-1")
    try work.project.perform(as: work.anna) { editor in
      _ = try editor.translate(
        version.anchor(from: "u3", to: "u3"), into: "en", "Liv rings\n Kari tomorrow.")
    }
    let sources = ExcerptSources(try work.project.corpus())
    let items = try ExcerptNotation.items(
      """
      @ Kari-1
      u1: *Kari* Berg, skal vi [+ Kari] begynne?
      u2: Ja, [Liv -> hun] er i Bergen.
      u3 (to Kari): [Liv -> hun] ringer [- Kari] i morgen.
        en: [Liv -> she] rings [- Kari] tomorrow.
      """, in: sources)
    try work.project.perform(as: work.anna) {
      try $0.create(
        Excerpt(id: $0.newIdentifier(), name: "Kari asks", items: items, by: work.anna))
      _ = try VerifiedExcerpt(name: "old", items: items, in: sources)
    }
    let (new, _) = try rewritten(work)
    let corpus = try new.corpus()
    let excerpt = try #require(corpus.study.all(Excerpt.self).first)
    #expect(excerpt.name == "Gunnhild asks")
    let verified = try VerifiedExcerpt(excerpt, in: ExcerptSources(corpus))
    #expect(
      verified.turns.map(\.text.pieces) == [
        [.emphasise("Q"), .keep(", skal vi"), .insert("Gunnhild"), .keep(" begynne?")],
        [.keep("Ja, "), .replace("N.", by: "hun"), .keep(" er i byen ⛰️.")],
        [
          .replace("N.", by: "hun"), .keep(" ringer "), .elide("Gunnhild"), .keep(" i morgen."),
        ],
      ])
    #expect(
      verified.turns[2].translations["en"]?.pieces == [
        .replace("N.", by: "she"), .keep(" rings "), .elide("Gunnhild"), .keep(" tomorrow."),
      ])
    #expect(verified.turns[2].addressee == "to Gunnhild")
    #expect(
      corpus.study.all(StudyTranslation.self).map(\.text) == ["N. rings\n Gunnhild tomorrow."])
  }

  @Test func aReplacedNameThatSomebodyElseGotIsLeftOutInstead() throws {
    let work = try work()
    let sources = ExcerptSources(try work.project.corpus())
    let items = try ExcerptNotation.items(
      "@ Kari-1\nu5: [Kari -> Hun] og Liv møtes.", in: sources)
    try work.project.perform(as: work.anna) {
      try $0.create(Excerpt(id: $0.newIdentifier(), name: "two", items: items, by: work.anna))
    }
    let (new, _) = try rewritten(work, Words([("Kari", "Deltakeren"), ("Liv", "Deltakeren")]))
    let corpus = try new.corpus()
    let excerpt = try #require(corpus.study.all(Excerpt.self).first)
    let verified = try VerifiedExcerpt(excerpt, in: ExcerptSources(corpus))
    #expect(
      verified.turns.map(\.text.pieces) == [
        [.elide("Deltakeren"), .insert("Hun"), .keep(" og Deltakeren møtes.")]
      ])
  }

  @Test func privateMemosGoOnlyIfTheyMay() throws {
    let work = try work()
    try work.project.perform(as: work.anna) {
      try $0.create(
        Memo(id: $0.newIdentifier(), .journal, body: "I know Liv.", author: work.anna))
      try $0.create(
        Memo(id: $0.newIdentifier(), .context, body: "Kari is\n\nfrom Bergen.", author: work.anna))
    }
    let (all, report) = try rewritten(work)
    #expect(
      try all.all(Memo.self).map(\.body) == ["I know N..", "Gunnhild is\n\nfrom byen ⛰️."])
    #expect(report.keptPrivate == 0)
    #expect(report.counts[.memos] == 3)
    try all.close()
    Files.remove(work.folder["new.samtale"])
    let (some, shared) = try rewritten(work, includesPrivate: false)
    #expect(try some.all(Memo.self).map(\.body) == ["Gunnhild is\n\nfrom byen ⛰️."])
    #expect(shared.keptPrivate == 1)
  }

  @Test func whatIsToBeSettledStaysToBeSettled() throws {
    let work = try work()
    let code = try work.code("Asks Kari")
    let theirs = try work.copy("bjorn.samtale")
    try work.project.perform(as: work.anna) { try $0.renameCode(code, to: "Liv asks") }
    try theirs.perform(as: work.bjorn) { try $0.renameCode(code, to: "Kari Berg asks") }
    try work.project.merge(theirs)
    let conflict = try #require(try work.project.conflicts().first)
    let (new, _) = try rewritten(work)
    let same = try #require(try new.conflicts().first)
    #expect(same.event == conflict.event)
    #expect(same.object == code)
    guard case .bothChanged(let fields) = same.nature else {
      Issue.record("\(same)")
      return
    }
    #expect(fields.map(\.first) == [.text("N. asks")])
    #expect(fields.map(\.second) == [.text("Q asks")])
    try new.perform(as: work.anna) { try $0.settle(same, keepsFirst: true) }
    #expect(try new.conflicts() == [])
    #expect(try new.codeNames() == ["N. asks"])
    // It is no copy of the project any more that could be united with it.
    #expect(projectError { try new.merge(work.project) } == .tampered)
  }

  @Test func aFileThatIsThereIsNotTouched() throws {
    let work = try work()
    try work.write("mine", to: "new.samtale")
    #expect(
      projectError { try work.project.rewritten(to: work.folder["new.samtale"]) { _ in [] } }
        == .exists)
    #expect(try Files.bytes(work.folder["new.samtale"]) == Array("mine".utf8))
  }

  @Test func withoutASourceNothingIsMade() throws {
    let work = try work()
    try work.project.damage("DELETE FROM source WHERE file = 'meeting.xml'")
    #expect(
      projectError { try work.project.rewritten(to: work.folder["new.samtale"]) { _ in [] } }
        == .noSource)
    #expect(try !work.folder.names.contains { $0.hasPrefix("new") })
  }

  @Test func anAlteredLogIsNotCarriedOver() throws {
    let work = try work()
    try work.project.damage("UPDATE event SET body = replace(body, 'Bjørn', 'Bjarne')")
    #expect(
      projectError { try work.project.rewritten(to: work.folder["new.samtale"]) { _ in [] } }
        == .tampered)
  }

  @Test func nothingToReplaceGivesTheSameStudy() throws {
    let work = try work()
    let version = try meeting(work.project, "Kari-1")
    let code = try work.code("Asks")
    try work.project.perform(as: work.anna) {
      try $0.apply(code, to: version.anchor(turn: "u1", quote: "skal vi"))
    }
    try work.project.undo(as: work.anna)
    let (new, report) = try rewritten(work, Words([]))
    #expect(report.counts == RewriteCounts())
    let (before, after) = (try work.project.study(), try new.study())
    #expect(before.all(Code.self) == after.all(Code.self))
    #expect(
      before.all(StudyTranscript.self).map(\.name) == after.all(StudyTranscript.self).map(\.name))
    try new.redo(as: work.anna)
    #expect(try new.all(Coding.self).count == 1)
    #expect(try new.verify() == [])
  }

  /// Whatever is replaced, wherever it begins and ends, the file holds together.
  @Test(arguments: [3, 20, 60])
  func anyRewriteGivesASoundProject(_ every: Int) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let old = try replay("interviews", "ips-interviews", in: folder)
    let texts = ["", " ", "X", "two words", "👩‍👩‍👧", "e\u{301}", "\"<&>\n", "{{x}}"]
    try old.rewritten(to: folder["new.samtale"]) { text in
      let count = text.unicodeScalars.count
      var state = text.utf8.reduce(UInt64(every)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
      var found: [TextRewrite] = []
      var at = 0
      while true {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        at += Int(state >> 33) % every
        let end = at + Int(state >> 40) % 7
        guard end <= count else { return found }
        found.append(
          TextRewrite(scalars: at..<end, text: texts[Int(state >> 50) % texts.count]))
        at = max(end, at + 1)
      }
    }
    let new = try Project.open(folder["new.samtale"])
    #expect(try new.verify() == [])
    #expect(try new.conflicts() == [])
    let (before, after) = (try old.corpus(), try new.corpus())
    #expect(before.study.anchors.count == after.study.anchors.count)
    #expect(after.study.anchors.allSatisfy { after.place($0)?.status != .lost })
    #expect(after.study.all(Condensate.self).count == 9)
  }
}
