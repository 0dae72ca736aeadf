/// A transcript with names and other texts replaced, and where its words are now.
public struct RewrittenTranscript: Sendable {
  public internal(set) var transcript: Transcript
  /// What was replaced.
  public let counts: RewriteCounts
  let maps: [Int: TextMap]

  /// Where the places of an utterance are now.
  public func map(_ utterance: Int) -> TextMap { maps[utterance] ?? TextMap() }
}

extension Transcript {
  /// The transcript with all its texts rewritten: words, notes, descriptions, headings, topics,
  /// people, teams, classifications, header, annotations, identifiers in which something is found,
  /// and the name of the file.
  ///
  /// Structure, order, times and the identifiers of utterances stay. Marks, topics and pointers of
  /// annotations stand on the same words as before; one that begins or ends inside a replaced
  /// stretch takes in the whole of it. Writing and reading the result gives an equal transcript.
  ///
  /// Dates that become something else than a date are left out where a machine reads them.
  /// - Parameter rewrite: What is to be replaced in a text, in Unicode scalars. It is asked once
  ///   about each different text.
  /// - Returns: The transcript; an equal one where nothing is replaced.
  public func rewritten(
    _ rewrite: @escaping @Sendable (String) -> [TextRewrite]
  ) -> Transcript {
    rewriting(rewrite).transcript
  }

  /// The same as ``rewritten(_:)``, with counts and the places of the words.
  public func rewriting(
    _ rewrite: @escaping @Sendable (String) -> [TextRewrite]
  ) -> RewrittenTranscript {
    Self.rewriting([self], rewrite)[0]
  }

  /// Rewrites transcripts that belong together: what has the same identifier in several of them gets
  /// the same new one, and nothing gets one that something else has in any of them.
  /// - Parameters:
  ///   - transcripts: Any number.
  ///   - names: What is to be replaced in identifiers and names of files beside what is found in
  ///     them as texts, such as names without accents; `nil` is nothing.
  ///   - rewrite: What is to be replaced in a text, in Unicode scalars.
  /// - Returns: As many, in the same order; see ``rewritten(_:)``.
  public static func rewriting(
    _ transcripts: [Transcript], names: (@Sendable (String) -> [TextRewrite])? = nil,
    _ rewrite: @escaping @Sendable (String) -> [TextRewrite]
  ) -> [RewrittenTranscript] {
    var texts = TextRewriter(names: names, rewrite)
    texts.reserve(for: transcripts)
    return transcripts.map { texts.transcript($0) }
  }
}

extension TextRewriter {
  /// Takes note of the identifiers of transcripts that are rewritten together.
  package mutating func reserve(for transcripts: [Transcript]) {
    for transcript in transcripts { keep(transcript.fixedIdentifiers) }
    reserve(transcripts.flatMap(\.renamableIdentifiers))
  }

  /// A transcript rewritten with identifiers like those of others.
  package mutating func transcript(_ old: Transcript) -> RewrittenTranscript {
    let others = counts
    counts = RewriteCounts()
    defer { counts = counts + others }
    count(old.renamableIdentifiers.count { identifier($0) != $0 }, .identifiers)
    counts.keptIdentifiers = old.fixedIdentifiers.count { identifiers.kept.contains($0) }
    var new = old
    new.id = identifier(old.id)
    new.number = optionalLine(old.number, .header)
    new.file = fileName(old.file)
    new.participants = old.participants.map { participant($0) }
    new.teams = old.teams.map { team($0) }
    new.taxonomies = old.taxonomies.map { taxonomy($0) }
    let maps = talk(&new)
    var place = Place(field: .header, maps: maps, teams: Set(old.teams.map(\.id)))
    for i in 0..<old.columns.count where !old.columns.ids.isEmpty(i) {
      let id = old.columns.ids[i]
      if place.utterances[id] == nil { place.utterances[id] = i }
    }
    new.header = header(old.header, place)
    place.field = .annotations
    new.layers = old.layers.map { AnnotationLayer(element($0.element, place)) }
    new.marks = new.marks.map { mark($0, place) }
    new.sections = old.sections.map { section($0) }
    new.topics = old.topics.map { topic($0, maps) }
    new.columns.details = old.columns.details.compactMap { detail($0) }
    new.timeline.absolutes = old.timeline.absolutes.filter { keepsDate($0.text) }
    return RewrittenTranscript(transcript: new, counts: counts, maps: maps)
  }

  private mutating func header(_ old: Header, _ place: Place) -> Header {
    Header(
      file: old.file.map { element($0, place) }, encoding: old.encoding.map { element($0, place) },
      profile: old.profile.map { element($0, place) },
      revisions: old.revisions.map { element($0, place) })
  }

  private mutating func detail(_ old: UtteranceDetail) -> UtteranceDetail? {
    var new = old
    new.analysis = old.analysis.map { identifier($0) }
    new.number = optionalLine(old.number, .words)
    new.previous = old.previous.map { identifier($0) }
    new.next = old.next.map { identifier($0) }
    return new.isEmpty && !old.isEmpty ? nil : new
  }

  /// Whether a clock time may stay; the offsets of the points stay in any case.
  private mutating func keepsDate(_ text: String) -> Bool {
    let new = RewrittenText(text, rewrites(of: text))
    count(new.count, .dates)
    return new.count == 0
  }
}
