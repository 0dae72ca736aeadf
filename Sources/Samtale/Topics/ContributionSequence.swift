/// The contributions of a meeting in the order in which they were spoken, split where marked topics begin and end.
///
/// Utterances without words are passed over: they neither form nor part contributions. Adjacent
/// utterances of one speaker in one topic are taken together unless the unit says otherwise; a cut
/// by the transcriber always parts (measures §1.0). Words of others inside a turn
/// (``Mark/Kind/contribution``) stay out, since their place in the turn is a transcriber's choice.
public struct ContributionSequence: RandomAccessCollection, Sendable {
  /// The contributions in order.
  public let contributions: [Contribution]
  /// Whether adjacent utterances of one speaker were taken together.
  public let unit: TurnUnit
  /// Whether talk was left out after the last contribution.
  public let endsAtCut: Bool
  /// What read the words.
  public let cues: CueReader

  public var startIndex: Int { 0 }
  public var endIndex: Int { contributions.count }
  public subscript(index: Int) -> Contribution { contributions[index] }

  /// The contributions of a transcript, split at the boundaries of its marked topics.
  /// - Parameters:
  ///   - transcript: The meeting.
  ///   - cues: Reads what words do.
  ///   - unit: Whether adjacent utterances of one speaker are merged.
  public init(_ transcript: Transcript, cues: CueReader, unit: TurnUnit = .turns) {
    self.init(transcript, marking: TopicMarking(transcript), cues: cues, unit: unit)
  }

  init(
    _ transcript: Transcript, marking: TopicMarking, cues: CueReader, unit: TurnUnit,
    others: [String: CueReader] = [:]
  ) {
    var builder = ContributionBuilder(transcript, unit: unit)
    for utterance in transcript.speakingOrder {
      if transcript.columns.flags[utterance] & UtteranceColumns.cutBefore != 0 {
        builder.isAfterCut = true
      }
      for piece in marking.pieces(of: utterance, in: transcript) { builder.add(piece) }
    }
    contributions = builder.contributions(cues, others)
    self.unit = unit
    self.cues = cues
    let count = transcript.columns.count
    endsAtCut =
      builder.isAfterCut || transcript.marks.contains { $0.isCut && $0.utterance == count }
  }
}

/// A part of an utterance that belongs to the same topics throughout.
struct TopicPiece {
  var utterance: Int
  /// `nil` is the whole utterance.
  var scalars: Range<Int>?
  var isAtStart: Bool
  var isAtEnd: Bool
  var topics: [Int]
}

/// Takes pieces together to contributions.
private struct ContributionBuilder {
  let transcript: Transcript
  let unit: TurnUnit
  var isAfterCut = false
  private var drafts: [Draft] = []
  /// Withdrawn stretches of each utterance, in UTF-8 offsets.
  private var deleted: [Int: [Range<Int>]] = [:]

  private struct Draft {
    var pieces: [TopicPiece]
    var texts: [String]
    var words: Int
    var isAfterCut: Bool
  }

  init(_ transcript: Transcript, unit: TurnUnit) {
    self.transcript = transcript
    self.unit = unit
    for mark in transcript.marks where mark.kind == .deleted && !mark.isBetween {
      deleted[mark.utterance, default: []].append(mark.range)
    }
  }

  mutating func add(_ piece: TopicPiece) {
    let utterance = transcript.utterances[piece.utterance]
    let text = piece.scalars.flatMap { utterance.text(scalars: $0) } ?? utterance.text
    let words = words(of: piece, text)
    guard words > 0 else { return }
    if let last = drafts.last?.pieces.last, continues(last, piece) {
      drafts[drafts.count - 1].pieces.append(piece)
      drafts[drafts.count - 1].texts.append(text.collapsed)
      drafts[drafts.count - 1].words += words
    } else {
      drafts.append(
        Draft(pieces: [piece], texts: [text.collapsed], words: words, isAfterCut: isAfterCut))
    }
    isAfterCut = false
  }

  private func continues(_ last: TopicPiece, _ piece: TopicPiece) -> Bool {
    guard last.topics == piece.topics else { return false }
    if last.utterance == piece.utterance { return true }
    let speaker = transcript.columns.speakers[piece.utterance]
    return unit == .turns && !isAfterCut && speaker != -1
      && transcript.columns.speakers[last.utterance] == speaker
  }

  /// Words that were not withdrawn.
  private func words(of piece: TopicPiece, _ text: String) -> Int {
    guard let ranges = deleted[piece.utterance] else { return WordCount.words(in: text) }
    let part = utf8Range(of: piece)
    let kept = transcript.columns.withText(piece.utterance, part) { bytes in
      bytes.indices.filter { i in !ranges.contains { $0.contains(part.lowerBound + i) } }
        .map { bytes[$0] }
    }
    return WordCount.words(in: String(decoding: kept, as: UTF8.self))
  }

  private func utf8Range(of piece: TopicPiece) -> Range<Int> {
    transcript.columns.withText(piece.utterance) { bytes in
      guard let scalars = piece.scalars,
        let from = UTF8Scan.utf8Offset(ofScalar: scalars.lowerBound, in: bytes),
        let to = UTF8Scan.utf8Offset(ofScalar: scalars.upperBound, in: bytes)
      else { return 0..<bytes.count }
      return from..<to
    }
  }

  /// The contributions, each read in its language: `main` is for that of the transcript.
  func contributions(_ main: CueReader, _ others: [String: CueReader]) -> [Contribution] {
    let roles = RoleResolver(transcript)
    var contributions: [Contribution] = []
    for draft in drafts {
      let language = draft.pieces.first.flatMap { transcript.utterances[$0.utterance].language }
      let cues = language.flatMap { others[$0] } ?? main
      guard let made = contribution(draft, contributions.count, cues, roles) else { continue }
      contributions.append(made)
    }
    return contributions
  }

  private func contribution(
    _ draft: Draft, _ index: Int, _ cues: CueReader, _ roles: RoleResolver
  ) -> Contribution? {
    let text = draft.texts.joined(separator: " ")
    guard let first = draft.pieces.first, let last = draft.pieces.last,
      let reading = cues.read(text)
    else { return nil }
    let opening = transcript.utterances[first.utterance]
    let ends = draft.pieces.filter(\.isAtEnd).compactMap { transcript.utterances[$0.utterance].end }
    return Contribution(
      index: index,
      stretches: draft.pieces.map { TextStretch(utterance: $0.utterance, scalars: $0.scalars) },
      speakers: opening.speakers,
      role: opening.speaker.flatMap { roles.role(analysis: opening.analysis, person: $0) },
      addressees: addressees(draft),
      text: text,
      words: draft.words,
      reading: reading,
      stems: cues.contentStems(text),
      topics: first.topics,
      isAfterCut: draft.isAfterCut,
      start: first.isAtStart ? opening.start : nil,
      end: last.isAtEnd ? ends.max() : nil
    )
  }

  private func addressees(_ draft: Draft) -> [Int] {
    var addressees: [Int] = []
    for piece in draft.pieces {
      for person in transcript.utterances[piece.utterance].addressees
      where !addressees.contains(person) {
        addressees.append(person)
      }
    }
    return addressees
  }
}
