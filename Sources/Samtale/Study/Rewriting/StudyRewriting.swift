/// Rewrites the log of a study together with its transcripts: every text, and every place on the
/// version of the transcript on which it was set.
///
/// What is the same before is the same afterwards, so that the log folds as it did. First the log is
/// read through (``note(_:)``), then the versions of transcripts are rewritten
/// (``rewrite(_:)``, ``add(_:_:as:)``), then the events (``event(_:)``).
package struct StudyRewriting: Sendable {
  var texts: TextRewriter
  /// Versions of transcripts by object and former version.
  private var versions: [Identifier: [String: RewrittenVersion]] = [:]
  /// The last version of each transcript in the order of the log.
  private var latest: [Identifier: String] = [:]
  var excerptNames = ExcerptNames()
  var translations = TranslationWordings()
  /// What researchers were called last.
  var researchers: [Identifier: String] = [:]
  /// Places in transcripts.
  package private(set) var anchors = 0
  /// Places that take in more than before, since they began or ended inside a replaced stretch.
  package private(set) var widened = 0

  /// - Parameters:
  ///   - names: What is to be replaced in identifiers and names of files, beside what is found in
  ///     them as texts.
  ///   - identifiers: What becomes of identifiers of objects that are made from names.
  ///   - rewrite: What is to be replaced in a text.
  package init(
    names: (@Sendable (String) -> [TextRewrite])? = nil, identifiers: IdentifierRenaming? = nil,
    _ rewrite: @escaping @Sendable (String) -> [TextRewrite]
  ) {
    texts = TextRewriter(names: names, rewrite)
    texts.renaming = identifiers
  }

  /// What an object is called afterwards.
  package func identifier(_ id: Identifier) -> Identifier { texts.renaming?.new(id) ?? id }

  package var counts: RewriteCounts { texts.counts }

  /// Takes note of what later events have to agree with.
  package mutating func note(_ event: Event) {
    // Made from the turn and the language, so that every researcher makes the same.
    if event.change.kind == .translation { texts.renaming?.keep(event.change.object) }
    for fields in [event.change.before, event.change.after].compactMap({ $0 }) {
      switch event.change.kind {
      case .excerpt: if let name = fields["name"]?.text { excerptNames.note(name) }
      case .translation: translations.note(event.change.object, fields)
      case .researcher:
        if let name = fields["name"]?.text { researchers[event.change.object] = name }
      default: break
      }
    }
  }

  // MARK: Transcripts

  /// Takes note of the identifiers of all transcripts, before any is rewritten.
  package mutating func reserve(for transcripts: [Transcript]) {
    texts.reserve(for: transcripts)
  }

  /// A version of a transcript as it is to be stored; it says its identifier itself.
  package mutating func rewrite(_ transcript: Transcript) -> RewrittenTranscript {
    var new = texts.transcript(transcript)
    new.transcript.id = name(ofTranscript: transcript.id)
    new.transcript.hasOwnID = true
    return new
  }

  package mutating func fileName(_ name: String) -> String { texts.fileName(name) }

  func name(_ id: String) -> String { XMLNames.valid(id, prefix: "t.") }

  mutating func name(ofTranscript id: String) -> String { name(texts.identifier(id)) }

  /// Notes what a version became: as it was rewritten, and as it is read from where it was stored.
  package mutating func add(
    _ old: TranscriptVersion, _ result: RewrittenTranscript, as new: TranscriptVersion
  ) {
    versions[old.id, default: [:]][old.version] = RewrittenVersion(
      old: old, new: new, result: result)
    latest[old.id] = old.version
  }

  func version(_ version: String, of transcript: Identifier) -> RewrittenVersion? {
    versions[transcript]?[version]
  }

  // MARK: Events

  /// An event with all its texts rewritten and its places moved; when and in which order stay.
  package mutating func event(_ event: Event) -> Event {
    var new = event
    let (kind, object) = (event.change.kind, event.change.object)
    // What an event found was counted when it was written.
    texts.isCounting = false
    new.change.before = event.change.before.map { fields($0, of: kind, object) }
    texts.isCounting = true
    new.change.after = event.change.after.map { fields($0, of: kind, object) }
    new.change.reason = event.change.reason.map { texts.text($0, .reasons) }
    return texts.renaming?.event(new) ?? new
  }

  // MARK: Places

  /// The place on the rewritten version: the same words, or what they became.
  mutating func anchor(_ old: Anchor) -> Anchor {
    guard let id = old.transcript else { return Anchor(old.kind, transcript: nil) }
    if texts.isCounting { anchors += 1 }
    guard let place = old.version.flatMap({ versions[id]?[$0] }) else {
      return anchorWithoutSource(old, id)
    }
    var new = old
    new.version = place.new.version
    new.topic = old.topic.map { topic($0, in: place) }
    guard let stretches = place.old.stretches(of: old) else {
      new.quote = nil
      return new
    }
    let moved = stretches.map { place.stretch($0) }
    new.segments = zip(old.segments, moved).map { segment, stretch in
      let isSame = place.new.utterance(named: segment.utterance) == stretch.utterance
      return Anchor.Segment(
        isSame ? segment.utterance : place.new.name(of: stretch.utterance),
        scalars: stretch.scalars)
    }
    if old.quote != nil { new.quote = QuoteFingerprint(moved, in: place.new.transcript) }
    if texts.isCounting, stretches.contains(where: place.widens) { widened += 1 }
    return new
  }

  private mutating func topic(_ topic: String, in place: RewrittenVersion) -> String {
    let topics = place.old.transcript.allTopics
    if topics.contains(where: { $0.id == topic }) { return texts.identifier(topic) }
    return texts.line(topic, .topics)
  }

  /// A place on a version whose source is gone: its words are looked for in the last one, since
  /// nothing else tells what they became. What is not found keeps no trace of its words.
  private mutating func anchorWithoutSource(_ old: Anchor, _ id: Identifier) -> Anchor {
    var new = old
    new.version = old.version.map { version in
      Identifier(deriving: ["version", version]).description.filter { $0 != "-" }
    }
    new.topic = old.topic.map { texts.identifier($0) }
    new.quote = nil
    guard let quote = old.quote, let last = latest[id].flatMap({ versions[id]?[$0] }),
      let found = quote.find(in: last.old.transcript, hint: old.segments.first?.utterance)
    else { return new }
    new.quote = QuoteFingerprint(found.map { last.stretch($0) }, in: last.new.transcript)
    return new
  }
}

/// A version of a transcript before and after.
struct RewrittenVersion: Sendable {
  let old: TranscriptVersion
  /// As it is read from where it is stored.
  let new: TranscriptVersion
  let result: RewrittenTranscript

  /// Where some words are now. Of words of which nothing is left, those beside them.
  func stretch(_ old: TextStretch) -> TextStretch {
    guard let scalars = old.scalars else { return old }
    let range = result.map(old.utterance).range(scalars)
    guard range.isEmpty else { return TextStretch(utterance: old.utterance, scalars: range) }
    let words = Array(new.transcript.utterances[old.utterance].text.unicodeScalars)
    guard !words.isEmpty else { return TextStretch(utterance: old.utterance) }
    var start = min(range.lowerBound, words.count - 1)
    if words[start] == " ", start + 1 < words.count { start += 1 }
    var end = start + 1
    while start > 0, words[start - 1] != " " { start -= 1 }
    while end < words.count, words[end] != " " { end += 1 }
    return TextStretch(utterance: old.utterance, scalars: start..<end)
  }

  /// Whether a stretch begins or ends inside a replaced one.
  func widens(_ old: TextStretch) -> Bool {
    guard let scalars = old.scalars else { return false }
    let map = result.map(old.utterance)
    return map.replaced(around: scalars.lowerBound) != nil
      || map.replaced(around: scalars.upperBound) != nil
  }
}

extension Transcript {
  /// Whether two transcripts have the same utterances with the same words.
  package func hasSameTalk(as other: Transcript) -> Bool {
    columns.text == other.columns.text && columns.textEnds == other.columns.textEnds
      && columns.ids == other.columns.ids
  }
}
