/// Where something is attached: a span, a turn, a sequence of turns, a topic, a transcript, the
/// data set.
///
/// An anchor names the version of the transcript on which it was set. If the transcript is corrected
/// afterwards, ``TranscriptAlignment`` finds the place in the new version; the anchor itself stays
/// as it was, so nothing is lost and nothing depends on the order of corrections and codings.
public struct Anchor: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Part of one turn, or parts of several.
    case span
    case turn
    /// Whole turns that follow each other.
    case turnSequence
    case topic
    case transcript
    case dataSet

    /// The kind in words.
    public var title: String {
      switch self {
      case .turnSequence: "turns"
      case .dataSet: "data set"
      default: rawValue
      }
    }
  }

  /// One utterance or a part of its text.
  public struct Segment: Hashable, Sendable {
    /// The utterance's identifier in the transcript, or `@n` for the n-th if it has none of its own.
    public var utterance: String
    /// Offsets in Unicode scalars of its text; `nil` is all of it.
    public var scalars: Range<Int>?

    public init(_ utterance: String, scalars: Range<Int>? = nil) {
      self.utterance = utterance
      self.scalars = scalars
    }
  }

  public var kind: Kind
  /// The transcript object of the study; `nil` for the data set.
  public var transcript: Identifier?
  /// The version of the transcript: the hash of its source.
  public var version: String?
  public var segments: [Segment]
  /// The topic's identifier, where a topic is meant.
  public var topic: String?
  /// What was said there, as a hash with a little context.
  public var quote: QuoteFingerprint?

  public init(
    _ kind: Kind, transcript: Identifier?, version: String? = nil, segments: [Segment] = [],
    topic: String? = nil, quote: QuoteFingerprint? = nil
  ) {
    self.kind = kind
    self.transcript = transcript
    self.version = version
    self.segments = segments
    self.topic = topic
    self.quote = quote
  }
}

extension Anchor {
  /// The anchor as fields of an event.
  public var value: Value {
    var fields: Fields = ["kind": .text(kind.rawValue)]
    fields["transcript"] = transcript.map { Value($0) }
    fields["version"] = version.map(Value.text)
    fields["topic"] = topic.map(Value.text)
    if !segments.isEmpty {
      fields["segments"] = .list(
        segments.map { segment in
          guard let scalars = segment.scalars else { return .list([.text(segment.utterance)]) }
          return .list([
            .text(segment.utterance), .number(scalars.lowerBound), .number(scalars.upperBound),
          ])
        })
    }
    if let quote {
      fields["quote"] = .object([
        "hash": .text(quote.hash), "length": .number(quote.length), "prefix": .text(quote.prefix),
        "suffix": .text(quote.suffix),
      ])
    }
    return .object(fields)
  }

  /// Reads an anchor; `nil` if the value is none.
  public init?(_ value: Value) {
    guard let fields = value.object, let kind = fields["kind"]?.text.flatMap(Kind.init) else {
      return nil
    }
    self.init(
      kind, transcript: fields["transcript"]?.identifier, version: fields["version"]?.text,
      topic: fields["topic"]?.text)
    for segment in fields["segments"]?.list ?? [] {
      guard let segment = Segment(segment) else { return nil }
      segments.append(segment)
    }
    if let quote = fields["quote"]?.object {
      guard let hash = quote["hash"]?.text, let length = quote["length"]?.number else { return nil }
      self.quote = QuoteFingerprint(
        hash: hash, length: length, prefix: quote["prefix"]?.text ?? "",
        suffix: quote["suffix"]?.text ?? "")
    }
    guard isWhole else { return nil }
  }

  /// Whether the parts fit the kind.
  package var isWhole: Bool {
    switch kind {
    case .dataSet: transcript == nil && segments.isEmpty
    case .transcript: transcript != nil && segments.isEmpty
    case .topic: transcript != nil && topic != nil && !segments.isEmpty
    case .span, .turn, .turnSequence: transcript != nil && !segments.isEmpty
    }
  }
}

extension Anchor.Segment {
  fileprivate init?(_ value: Value) {
    guard let parts = value.list, let utterance = parts.first?.text, !utterance.isEmpty else {
      return nil
    }
    guard parts.count > 1 else {
      self.init(utterance)
      return
    }
    guard parts.count == 3, let from = parts[1].number, let to = parts[2].number, 0 <= from,
      from < to
    else { return nil }
    self.init(utterance, scalars: from..<to)
  }
}
