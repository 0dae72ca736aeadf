import Samtale

/// What of a study is written into a REFI-QDA project, ready to be written.
struct QDAContent {
  let corpus: StudyCorpus
  let study: Study
  let program: QDAProgram
  let options: StudyTEI.Options
  let codebook: Codebook
  /// The codes that stand for code groups with meaning units.
  let homes: [QDAHome]
  /// The code groups and subgroups for which they stand.
  let haveHomes: Set<Identifier>
  var losses = ExportLosses()
  var sources: [Source] = []
  var notes: [Note] = []
  var cases: [Case] = []
  private(set) var variables: [String] = []
  private var declared: Set<String> = []
  var links: [(origin: Identifier, target: Identifier)] = []
  /// Notes by the code, coding or source that refers to them.
  var noteRefs: [Identifier: [Identifier]] = [:]
  /// Notes by the set of which they are members.
  var members: [Identifier: [Identifier]] = [:]
  /// Notes that apply to the project.
  var general: [Identifier] = []
  /// When objects were made and last changed, as far as the log says.
  private var times: [Identifier: (made: Timestamp, changed: Timestamp, by: Identifier)] = [:]
  /// Where codings and meaning units are written.
  var codingPlaces: [Identifier: (source: Int, selection: Int, coding: Int)] = [:]
  /// Indices of ``sources`` by the transcript.
  var places: [Identifier: Int] = [:]

  struct Source {
    var id: Identifier
    var version: TranscriptVersion
    var text: QDARenderedText
    var selections: [Selection] = []
    /// Indices of ``selections`` by range, where codings share one.
    var byRange: [Range<Int>: Int] = [:]
    var codings: [Coding] = []
    var values: [(name: String, value: String)] = []
    var recording: QDARecording?
  }

  struct Selection {
    var id: Identifier
    var range: Range<Int>
    var codings: [Coding] = []
    var notes: [Identifier] = []
    var user: Identifier?
    var made: Timestamp?
  }

  struct Coding {
    var id: Identifier
    var code: Identifier
    var user: Identifier?
    var made: Timestamp?
    var notes: [Identifier] = []
  }

  struct Note {
    var id: Identifier
    var name: String
    var description: String
    var text: String
    var user: Identifier?
    var made: Timestamp?
    var changed: Timestamp?
  }

  struct Case {
    var id: Identifier
    var name: String
    var description: String?
    var values: [(name: String, value: String)] = []
    var sources: [Identifier] = []
    var selections: [Identifier] = []
  }

  init(
    _ corpus: StudyCorpus, _ program: QDAProgram, _ options: StudyTEI.Options, _ events: [Event]
  ) {
    self.corpus = corpus
    self.program = program
    self.options = options
    study = corpus.study
    codebook = Codebook(corpus.study)
    homes = QDAHome.all(corpus.study, codebook)
    haveHomes = Set(homes.flatMap { [$0.object] + $0.parts.map(\.object) })
    for event in events {
      let first = times[event.change.object]
      times[event.change.object] = (
        min(first?.made ?? event.at, event.at), max(first?.changed ?? event.at, event.at),
        first?.by ?? event.actor
      )
    }
  }

  func made(_ id: Identifier) -> Timestamp? { times[id]?.made }
  func changed(_ id: Identifier) -> Timestamp? {
    times[id].flatMap { $0.changed > $0.made ? $0.changed : nil }
  }

  /// An identifier that is the same on every export.
  static func derived(_ parts: String...) -> Identifier {
    Identifier(deriving: ["REFI-QDA export"] + parts)
  }

  /// The researcher, if there is one of this identifier.
  func user(_ id: Identifier?) -> Identifier? { study.object(Researcher.self, id)?.id }

  mutating func collect() {
    addSources()
    addCodings()
    addUnits()
    addMemos()
    addTexts()
    addPeople()
    countLosses()
  }

  mutating func collectCodebook() { countCodebookLosses() }

  // MARK: Sources and selections

  private mutating func addSources() {
    var taken: Set<Identifier> = []
    for version in corpus.inOrder {
      let transcript = version.transcript
      var id = QDASourceRemark.source.guid(of: transcript) ?? version.id
      if !taken.insert(id).inserted { id = version.id }
      taken.insert(id)
      let text = QDARenderedText(transcript, for: program)
      var source = Source(id: id, version: version, text: text)
      let facts: [(String, String?)] = [
        (QDAVariable.meetingNumber, transcript.number), (QDAVariable.date, transcript.date),
        (QDAVariable.title, transcript.header.title), (QDAVariable.language, transcript.language),
        (QDAVariable.length, transcript.header.recordingSeconds.map(QDAVariable.number)),
      ]
      source.values = facts.compactMap { name, value in value.map { (name, $0) } }
      source.recording = recording(of: id, transcript, text, &taken)
      places[version.id] = sources.count
      sources.append(source)
      for name in source.values.map(\.name) { declare(name) }
      losses.add("utterances without words", text.silent)
    }
  }

  mutating func declare(_ variable: String) {
    if declared.insert(variable).inserted { variables.append(variable) }
  }

  /// The index of a selection: where codings may share one, that of the range.
  mutating func selection(_ range: Range<Int>, in source: Int, of object: Identifier? = nil) -> Int
  {
    let isShared = object == nil || program != .nvivo
    if isShared, let known = sources[source].byRange[range] { return known }
    let id =
      isShared
      ? Self.derived(
        "selection", sources[source].id.description, "\(range.lowerBound)", "\(range.upperBound)")
      : Self.derived("selection", object?.description ?? "", "\(range.lowerBound)")
    sources[source].selections.append(Selection(id: id, range: range))
    let index = sources[source].selections.count - 1
    if isShared { sources[source].byRange[range] = index }
    return index
  }

  /// Where an anchor lies: its source, and ranges, none for the whole source.
  func place(_ anchor: Anchor?) -> (source: Int, ranges: [Range<Int>])? {
    guard let anchor, let placement = corpus.place(anchor), placement.status != .lost,
      let source = anchor.transcript.flatMap({ places[$0] })
    else { return nil }
    let ranges = sources[source].text.ranges(of: placement.stretches)
    if ranges.isEmpty, !placement.stretches.isEmpty { return nil }
    return (source, ranges)
  }

  // MARK: Codings

  private mutating func addCodings() {
    for coding in study.all(Samtale.Coding.self) {
      guard let code = coding.code.map({ corpus.heir(of: $0) }),
        let (source, ranges) = place(coding.anchor)
      else {
        losses.add("codings whose place is not in a transcript at hand")
        continue
      }
      add(coding, code, source, ranges)
    }
  }

  private mutating func add(
    _ coding: Samtale.Coding, _ code: Identifier, _ source: Int, _ ranges: [Range<Int>]
  ) {
    var written = Coding(
      id: coding.id, code: code, user: user(coding.coder), made: coding.made ?? made(coding.id))
    if written.made == nil { losses.add("dates of codings (not known without the log)") }
    if let note = coding.note { written.notes.append(addRemark(note, on: coding)) }
    if ranges.isEmpty {
      sources[source].codings.append(written)
      return
    }
    if ranges.count > 1 {
      losses.add("codings of several places apart, written as a coding for each")
    }
    countUncertain(ranges[0], in: source, "codings")
    for (number, range) in ranges.enumerated() {
      var part = written
      if number > 0 {
        part.id = Self.derived("part", coding.id.description, "\(number)")
        part.notes = []
      }
      put(part, at: range, in: source)
    }
  }

  mutating func countUncertain(_ range: Range<Int>, in source: Int, _ what: String) {
    guard program == .maxqda, sources[source].text.isUncertain(range.lowerBound) else { return }
    losses.add("\(what) behind characters that MAXQDA may count otherwise (emoji)")
  }

  /// Puts a coding at its words.
  /// - Returns: The index of its selection.
  @discardableResult
  mutating func put(_ coding: Coding, at range: Range<Int>, in source: Int) -> Int {
    let index = selection(range, in: source, of: coding.id)
    sources[source].selections[index].codings.append(coding)
    let last = sources[source].selections[index].codings.count - 1
    codingPlaces[coding.id] = (source, index, last)
    if sources[source].selections[index].user == nil {
      sources[source].selections[index].user = coding.user
      sources[source].selections[index].made = coding.made
    }
    return index
  }

  private mutating func addRemark(_ text: String, on coding: Samtale.Coding) -> Identifier {
    let id = Self.derived("remark", coding.id.description)
    notes.append(
      Note(
        id: id, name: "Remark on a coding", description: QDANoteKind.remark.start, text: text,
        user: user(coding.coder), made: coding.made ?? made(coding.id)))
    return id
  }
}
