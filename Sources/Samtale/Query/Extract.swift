/// A place that a query found, with its words and everything that is needed to look it up.
public struct Extract: Hashable, Sendable {
  /// The words and where they stand.
  public let quotation: Quotation
  /// The coding or meaning unit that the place is; `nil` for an utterance or a part of one.
  public let coding: Identifier?
  public let locator: Locator

  /// Where an extract stands, in words for people.
  public struct Locator: Hashable, Sendable {
    /// ``Transcript/id``.
    public var transcript: String
    /// The file as the user named it.
    public var file: String
    /// The line of the first utterance, from 1; 0 if the transcript was not read from a file.
    public var line: Int
    /// What anchors call the utterances: identifiers, or `@n` for the n-th.
    public var utterances: [String]
    /// The printed labels (else identifiers) of the speakers, in the order in which they speak.
    public var speakers: [String]
    /// The roles in which it is said, as codes.
    public var roles: [String]
    /// The team whose meeting it is.
    public var team: String?
    /// The number of the meeting within its team.
    public var number: String?
    /// Start of the first utterance in seconds after the origin of the timeline.
    public var start: Double?
    /// Labels of the marked topics that it lies in, outer ones first.
    public var topics: [String]
    /// All codings that share a character with it, its own among them, by the names of the codes.
    public var codings: [CodingThere]

    /// `file:line`.
    public var source: String { "\(file):\(line)" }
    /// The codes that were given there, each once.
    public var codes: [String] {
      var seen: Set<String> = []
      return codings.map(\.code).filter { seen.insert($0).inserted }
    }
  }

  /// A coding at the place of an extract.
  public struct CodingThere: Hashable, Sendable {
    public var id: Identifier
    /// The name of the code that counts.
    public var code: String
    /// The name of the researcher.
    public var coder: String
  }

  /// The words as they stand in the transcript.
  public var text: String { quotation.text }
  public var stretches: [TextStretch] { quotation.stretches }
}

/// Makes extracts of places.
struct ExtractMaker {
  private let index: QueryIndex
  private var axis: TalkAxis { index.axis }

  init(_ index: QueryIndex) { self.index = index }

  /// The extracts in the order of the transcripts and of the talk.
  func extracts(_ set: PlaceSet) -> [Extract] {
    var places: [(item: Int?, spans: [Span], key: [Int])] = []
    for item in set.items {
      let spans = Array(index.coded.spans(of: item))
      places.append((item, spans, key(spans, item)))
    }
    for part in set.parts { places.append((nil, [part], key([part], -1))) }
    places.sort { $0.key.lexicographicallyPrecedes($1.key) }
    guard !places.isEmpty else { return [] }
    let context = ExtractContext(index, places.flatMap(\.spans))
    return places.compactMap { extract($0.item, $0.spans, context) }
  }

  private func key(_ spans: [Span], _ item: Int) -> [Int] {
    let first = spans.min { axis.places[$0.utterance] < axis.places[$1.utterance] } ?? spans[0]
    let length = spans.reduce(0) { $0 + $1.upper - $1.lower }
    return [axis.places[first.utterance], first.lower, length, item]
  }

  private func extract(_ item: Int?, _ spans: [Span], _ context: ExtractContext) -> Extract? {
    guard let first = spans.first else { return nil }
    let version = index.version(of: first.utterance)
    guard let quotation = Quotation(version, spans.map(axis.stretch)) else { return nil }
    return Extract(
      quotation: quotation, coding: item.map { index.coded.ids[$0] },
      locator: context.locator(spans, quotation, version))
  }
}

/// What locators of many extracts are made from.
private struct ExtractContext {
  let index: QueryIndex
  private let roles: [UtteranceRoles]
  private let topics: SpanTable<String>
  private let codings: SpanTable<Extract.CodingThere>

  init(_ index: QueryIndex, _ spans: [Span]) {
    self.index = index
    roles = index.axis.versions.map { UtteranceRoles($0.transcript) }
    let touched = Set(spans.map(\.utterance))
    let transcripts = Set(touched.map(index.axis.transcript))
    topics = SpanTable(
      TopicPlaces(index.axis, only: transcripts).entries.flatMap { entry in
        entry.spans.map { ($0, entry.topic.label) }
      })
    let study = index.corpus.study
    let coders = Dictionary(
      study.all(Researcher.self).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var there: [(Span, Extract.CodingThere)] = []
    for item in 0..<index.coded.count where index.coded.codes[item] >= 0 {
      let spans = index.coded.spans(of: item).filter { touched.contains($0.utterance) }
      guard !spans.isEmpty else { continue }
      let coding = Extract.CodingThere(
        id: index.coded.ids[item], code: index.codebook.codes[index.coded.codes[item]].name,
        coder: index.coded.coders[item].flatMap { coders[$0] } ?? "")
      there.append(contentsOf: spans.map { ($0, coding) })
    }
    // By name, so that the order is the same whoever coded first.
    there.sort { ($0.1.code, $0.1.coder, $0.1.id) < ($1.1.code, $1.1.coder, $1.1.id) }
    codings = SpanTable(there)
  }

  func locator(_ spans: [Span], _ quotation: Quotation, _ version: TranscriptVersion)
    -> Extract.Locator
  {
    let transcript = version.transcript
    let number = index.axis.transcript(of: spans[0].utterance)
    var locals: [Int] = []
    for stretch in quotation.stretches where locals.last != stretch.utterance {
      locals.append(stretch.utterance)
    }
    let first = transcript.utterances[locals[0]]
    return Extract.Locator(
      transcript: transcript.id, file: transcript.file, line: first.line,
      utterances: locals.map(version.name),
      speakers: quotation.speakers.map {
        transcript.participants[$0].label ?? transcript.participants[$0].id
      },
      roles: distinct(locals.flatMap(roles[number].roles)),
      team: index.teams[number]?.display, number: transcript.number, start: first.start,
      topics: distinct(spans.flatMap { topics.values(at: $0) }),
      codings: distinct(spans.flatMap { codings.values(at: $0) }))
  }

  private func distinct<T: Hashable>(_ values: [T]) -> [T] {
    guard values.count > 1 else { return values }
    var seen: Set<T> = []
    return values.filter { seen.insert($0).inserted }
  }
}

/// Values at spans, found by utterance.
private struct SpanTable<Value> {
  private var rows: [Int: [(span: Span, value: Value)]] = [:]

  init(_ values: [(Span, Value)]) {
    for (span, value) in values { rows[span.utterance, default: []].append((span, value)) }
  }

  /// The values whose spans share a character with one.
  func values(at span: Span) -> [Value] {
    (rows[span.utterance] ?? []).filter { $0.span.overlaps(span) }.map(\.value)
  }
}
