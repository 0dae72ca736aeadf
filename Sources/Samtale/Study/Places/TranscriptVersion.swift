/// One version of a transcript of a study, with what anchors need: which object it is, which
/// version, and what its utterances are called.
public struct TranscriptVersion: Sendable {
  /// The transcript object of the study.
  public let id: Identifier
  /// The hash of the source.
  public let version: String
  public let transcript: Transcript
  private let names: [String: Int]

  public init(id: Identifier, version: String, transcript: Transcript) {
    self.id = id
    self.version = version
    self.transcript = transcript
    names = Dictionary(
      transcript.utterances.filter { !$0.id.isEmpty }.map { ($0.id, $0.index) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What anchors call an utterance: its identifier, or `@n` for the n-th (from 1) if it has none or
  /// shares it with an earlier one.
  public func name(of utterance: Int) -> String {
    let id = transcript.utterances[utterance].id
    return names[id] == utterance ? id : "@\(utterance + 1)"
  }

  /// The utterance that anchors call by a name; `nil` if there is none.
  public func utterance(named name: String) -> Int? {
    if let index = names[name] { return index }
    guard name.hasPrefix("@"), let number = Int(name.dropFirst()), number > 0,
      number <= transcript.utterances.count
    else { return nil }
    return number - 1
  }

  /// Where an anchor set on this version lies; `nil` if it names what is not here. A whole
  /// transcript or the data set has no stretches.
  public func stretches(of anchor: Anchor) -> [TextStretch]? {
    var stretches: [TextStretch] = []
    for segment in anchor.segments {
      guard let index = utterance(named: segment.utterance) else { return nil }
      let utterance = transcript.utterances[index]
      if let scalars = segment.scalars, utterance.text(scalars: scalars) == nil { return nil }
      stretches.append(TextStretch(utterance: index, scalars: segment.scalars))
    }
    return stretches
  }

  /// The words at some stretches, utterances joined by a space.
  public func text(of stretches: [TextStretch]) -> String {
    stretches.map { stretch in
      let utterance = transcript.utterances[stretch.utterance]
      return stretch.scalars.flatMap { utterance.text(scalars: $0) } ?? utterance.text
    }
    .joined(separator: " ")
  }
}

/// Why a place cannot be coded.
public struct PlaceError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}

extension TranscriptVersion {
  /// An anchor for some stretches: a span if one of them is part of an utterance, else a turn, or a
  /// sequence of turns.
  public func anchor(_ stretches: [TextStretch]) -> Anchor {
    let isSpan = stretches.contains { $0.scalars != nil }
    let kind: Anchor.Kind = isSpan ? .span : stretches.count == 1 ? .turn : .turnSequence
    return anchor(kind, stretches)
  }

  func anchor(_ kind: Anchor.Kind, _ stretches: [TextStretch], topic: String? = nil) -> Anchor {
    Anchor(
      kind, transcript: id, version: version,
      segments: stretches.map { Anchor.Segment(name(of: $0.utterance), scalars: $0.scalars) },
      topic: topic, quote: QuoteFingerprint(stretches, in: transcript))
  }

  /// An anchor for the whole transcript.
  public var wholeAnchor: Anchor { Anchor(.transcript, transcript: id, version: version) }

  /// An anchor for words of an utterance. White space in the quote counts as one space.
  ///
  /// If the words are said several times, `occurrence` (from 1) says which is meant; without it a
  /// second place is an error.
  public func anchor(turn name: String, quote: String, occurrence: Int? = nil) throws -> Anchor {
    guard let index = utterance(named: name) else { throw noTurn(name) }
    let found = QuoteSearch.ranges(of: quote, in: transcript.utterances[index].text)
    guard !found.isEmpty else {
      throw PlaceError(
        "“\(quote)” is not said in \(name): it says “\(transcript.utterances[index].text)”")
    }
    guard found.count == 1 || occurrence != nil else {
      throw PlaceError(
        "“\(quote)” is said \(found.count) times in \(name): say which one (--occurrence 1)")
    }
    let which = occurrence ?? 1
    guard which >= 1, which <= found.count else {
      throw PlaceError("“\(quote)” is said \(found.count) times in \(name)")
    }
    return anchor([TextStretch(utterance: index, scalars: found[which - 1])])
  }

  /// An anchor for part of a turn, in Unicode scalars.
  public func anchor(turn name: String, scalars: Range<Int>) throws -> Anchor {
    guard let index = utterance(named: name) else { throw noTurn(name) }
    let text = transcript.utterances[index].text
    guard !scalars.isEmpty, scalars.upperBound <= text.unicodeScalars.count else {
      throw PlaceError(
        "\(scalars.lowerBound)–\(scalars.upperBound) lies outside \(name), which has "
          + "\(text.unicodeScalars.count) characters")
    }
    return anchor([TextStretch(utterance: index, scalars: scalars)])
  }

  /// An anchor for whole turns, from one to another.
  public func anchor(from first: String, to last: String) throws -> Anchor {
    guard let from = utterance(named: first) else { throw noTurn(first) }
    guard let to = utterance(named: last) else { throw noTurn(last) }
    guard from <= to else { throw PlaceError("\(last) comes before \(first)") }
    return anchor((from...to).map { TextStretch(utterance: $0) })
  }

  /// An anchor for a marked topic.
  public func anchor(topic id: String) throws -> Anchor {
    let topics = transcript.allTopics
    guard
      let topic = topics.first(where: { $0.id == id }) ?? topics.first(where: { $0.number == id })
    else {
      throw PlaceError("\(transcript.id) has no topic \(id)")
    }
    return anchor(.topic, topic.extent.stretches, topic: topic.id ?? id)
  }

  private func noTurn(_ name: String) -> PlaceError {
    PlaceError("\(transcript.id) has no utterance \(name)")
  }
}

/// Finds quoted words in a text.
enum QuoteSearch {
  /// Where words are said, in Unicode scalars; runs of white space in the quote count as one space.
  ///
  /// If they are not said as written, apostrophes, quotation marks and dashes of other shapes count
  /// as the same: a keyboard has fewer of them than a transcript.
  static func ranges(of quote: String, in text: String) -> [Range<Int>] {
    let words = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let (needle, hay) = (Array(words.unicodeScalars), Array(text.unicodeScalars))
    let exact = ranges(of: needle, in: hay)
    return exact.isEmpty ? ranges(of: needle.map(plain), in: hay.map(plain)) : exact
  }

  private static func ranges(
    of needle: [Unicode.Scalar], in hay: [Unicode.Scalar]
  ) -> [Range<Int>] {
    guard !needle.isEmpty, needle.count <= hay.count else { return [] }
    var found: [Range<Int>] = []
    var at = 0
    while at + needle.count <= hay.count {
      if hay[at..<at + needle.count].elementsEqual(needle) {
        found.append(at..<at + needle.count)
        at += needle.count
      } else {
        at += 1
      }
    }
    return found
  }

  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{2032}": "'"
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}": "\""
    case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": "-"
    case "\u{00A0}", "\u{202F}": " "
    default: scalar
    }
  }
}

extension QuoteFingerprint {
  /// The fingerprint of a passage; of one that spans several utterances, of their words joined by a
  /// space, which tells whether they are still the same but is not looked for elsewhere.
  /// - Returns: `nil` for a passage without stretches or beyond the text.
  init?(_ stretches: [TextStretch], in transcript: Transcript) {
    guard let first = stretches.first else { return nil }
    if stretches.count == 1 {
      self.init(text: transcript.utterances[first.utterance].text, range: first.scalars)
      return
    }
    let words = stretches.map { stretch in
      let utterance = transcript.utterances[stretch.utterance]
      return stretch.scalars.flatMap { utterance.text(scalars: $0) } ?? utterance.text
    }
    self.init(text: words.joined(separator: " "))
  }
}
