/// Two researchers' codings of a transcript, or those of two rounds, side by side.
///
/// An aid to discussion: what one saw and the other did not is where talk begins. There is no
/// agreement statistic in it, and no percentage.
public struct CodingComparison: Sendable {
  /// Whose codings, or of which round, or both.
  public struct Side: Hashable, Sendable {
    public var researcher: Identifier?
    public var round: Identifier?

    public init(researcher: Identifier? = nil, round: Identifier? = nil) {
      self.researcher = researcher
      self.round = round
    }
  }

  /// What the other side has where one side has a coding.
  public enum Match: String, Sendable, CaseIterable {
    /// The same code on at least one sign of the passage.
    case sameCode
    /// Codes, but not this one.
    case otherCodes
    /// No code.
    case notSeen
  }

  /// One coding of one side.
  public struct Passage: Hashable, Sendable {
    public var coding: Identifier
    public var code: NamedObject
    public var coder: NamedObject?
    /// Empty if the code was given to the whole transcript.
    public var stretches: [TextStretch]
    /// Names of its utterances.
    public var place: String
    /// `nil` for the whole transcript.
    public var quotation: Quotation?
    public var note: String?
    public var match: Match
  }

  /// One utterance with the codes of either side.
  public struct Row: Hashable, Sendable {
    /// Index in the transcript.
    public var utterance: Int
    public var name: String
    public var a: [NamedObject]
    public var b: [NamedObject]
    /// Codes that both gave to overlapping words of it.
    public var both: [NamedObject]
    public var onlyA: [NamedObject]
    public var onlyB: [NamedObject]
  }

  /// A memo on a coding that is compared, or on words that one side coded.
  public struct Note: Hashable, Sendable {
    public var memo: Memo
    public var author: NamedObject?
    /// Names of the utterances it is about.
    public var place: String
  }

  /// How many passages of a side have which match: counts, nothing else.
  public struct Totals: Hashable, Sendable {
    public var passages: Int
    public var sameCode: Int
    public var otherCodes: Int
    public var notSeen: Int
  }

  public let transcript: NamedObject
  /// What the sides are called.
  public let nameA: String
  public let nameB: String
  public let passagesA: [Passage]
  public let passagesB: [Passage]
  /// Utterances that at least one side coded.
  public let rows: [Row]
  public let memos: [Note]
  /// Codings whose place is no longer found in the present version.
  public let lost: Int

  public var totalsA: Totals { Self.totals(passagesA) }
  public var totalsB: Totals { Self.totals(passagesB) }

  /// Compares two sides on one transcript; `nil` if it is withdrawn or not at hand.
  /// - Parameters:
  ///   - corpus: The study with its transcripts.
  ///   - transcript: The transcript object.
  ///   - a: One side.
  ///   - b: The other.
  ///   - memos: Memos of which visibility are shown; private ones only if asked for.
  public init?(
    _ corpus: StudyCorpus, transcript: Identifier, _ a: Side, _ b: Side,
    memos: Set<Memo.Visibility> = [.team, .export]
  ) {
    guard let version = corpus.transcripts[transcript] else { return nil }
    let maker = ComparisonMaker(corpus: corpus, version: version)
    let (placedA, placedB) = (maker.codings(a), maker.codings(b))
    self.transcript = maker.labels.transcript(transcript)
    nameA = maker.name(a)
    nameB = maker.name(b)
    passagesA = maker.passages(placedA, against: placedB)
    passagesB = maker.passages(placedB, against: placedA)
    rows = maker.rows(placedA.filter(\.isFound), placedB.filter(\.isFound))
    self.memos = maker.memos(placedA + placedB, memos)
    lost = Set((placedA + placedB).filter { !$0.isFound }.map(\.coding.id)).count
  }

  private static func totals(_ passages: [Passage]) -> Totals {
    let count = { (match: Match) in passages.count { $0.match == match } }
    return Totals(
      passages: passages.count, sameCode: count(.sameCode), otherCodes: count(.otherCodes),
      notSeen: count(.notSeen))
  }
}

extension PlacedCoding {
  fileprivate var isFound: Bool { placement.status != .lost }

  /// Whether two codings share words, or both are of the whole transcript.
  fileprivate func meets(_ other: PlacedCoding) -> Bool {
    let (mine, others) = (placement.stretches, other.placement.stretches)
    return mine.isEmpty && others.isEmpty || mine.overlap(others)
  }

  fileprivate func stretches(in utterance: Int) -> [TextStretch] {
    placement.stretches.filter { $0.utterance == utterance }
  }
}

private struct ComparisonMaker {
  typealias Comparison = CodingComparison

  let corpus: StudyCorpus
  let version: TranscriptVersion
  let labels: StudyLabels
  private let all: [PlacedCoding]

  init(corpus: StudyCorpus, version: TranscriptVersion) {
    self.corpus = corpus
    self.version = version
    labels = StudyLabels(corpus.study)
    all = corpus.codings().filter { $0.coding.anchor?.transcript == version.id }
  }

  func codings(_ side: Comparison.Side) -> [PlacedCoding] {
    all.filter { placed in
      (side.researcher.map { placed.coding.coder == $0 } ?? true)
        && (side.round.map { placed.coding.round == $0 } ?? true)
    }
  }

  func name(_ side: Comparison.Side) -> String {
    let round = side.round.map { corpus.study.object(CodingRound.self, $0)?.name ?? $0.short }
    let parts = [labels.researcher(side.researcher)?.name, round].compactMap { $0 }
    return parts.isEmpty ? "everybody" : parts.joined(separator: ", ")
  }

  func passages(_ mine: [PlacedCoding], against others: [PlacedCoding]) -> [Comparison.Passage] {
    let index = Self.byUtterance(others.filter(\.isFound))
    return mine.filter(\.isFound).map { placed in
      let places = placed.placement.stretches.map { Optional($0.utterance) }
      let met = (places.isEmpty ? [nil] : places.once()).flatMap { index[$0] ?? [] }
        .filter { placed.meets($0) }
      let stretches = placed.placement.stretches
      return Comparison.Passage(
        coding: placed.coding.id, code: labels.code(placed.code),
        coder: labels.researcher(placed.coding.coder), stretches: stretches,
        place: place(stretches), quotation: Quotation(version, stretches),
        note: placed.coding.note,
        match: met.contains { $0.code == placed.code }
          ? .sameCode : met.isEmpty ? .notSeen : .otherCodes)
    }
  }

  private func place(_ stretches: [TextStretch]) -> String {
    stretches.isEmpty
      ? "whole transcript"
      : version.ranges(of: stretches.map(\.utterance)).joined(separator: ", ")
  }

  func rows(_ a: [PlacedCoding], _ b: [PlacedCoding]) -> [Comparison.Row] {
    let (mine, others) = (Self.byUtterance(a), Self.byUtterance(b))
    let utterances = Set(mine.keys).union(others.keys).compactMap { $0 }
    return utterances.sorted().map { row($0, mine[$0] ?? [], others[$0] ?? []) }
  }

  /// Codings by utterance; those of the whole transcript by `nil`.
  private static func byUtterance(_ codings: [PlacedCoding]) -> [Int?: [PlacedCoding]] {
    var index: [Int?: [PlacedCoding]] = [:]
    for coding in codings {
      let places = coding.placement.stretches.map { Optional($0.utterance) }
      for place in places.isEmpty ? [nil] : places.once() {
        index[place, default: []].append(coding)
      }
    }
    return index
  }

  private func row(
    _ index: Int, _ mine: [PlacedCoding], _ others: [PlacedCoding]
  ) -> Comparison.Row {
    let meets = { (x: PlacedCoding, y: PlacedCoding) in
      x.code == y.code && x.stretches(in: index).overlap(y.stretches(in: index))
    }
    let names = { (codings: [PlacedCoding]) in codings.map(\.code).once().map(labels.code) }
    return Comparison.Row(
      utterance: index, name: version.name(of: index), a: names(mine), b: names(others),
      both: names(mine.filter { x in others.contains { meets(x, $0) } }),
      onlyA: names(mine.filter { x in !others.contains { meets(x, $0) } }),
      onlyB: names(others.filter { y in !mine.contains { meets($0, y) } }))
  }

  func memos(
    _ codings: [PlacedCoding], _ visibilities: Set<Memo.Visibility>
  ) -> [Comparison.Note] {
    let byID = Dictionary(codings.map { ($0.coding.id, $0) }, uniquingKeysWith: { a, _ in a })
    let coded = codings.flatMap(\.placement.stretches)
    return corpus.study.all(Memo.self).compactMap { memo in
      guard visibilities.contains(memo.visibility) else { return nil }
      if let target = memo.target, let placed = byID[target] {
        return note(memo, placed.placement.stretches, isFound: placed.isFound)
      }
      guard let anchor = memo.anchor, anchor.transcript == version.id,
        let stretches = corpus.place(anchor)?.stretches, stretches.overlap(coded)
      else { return nil }
      return note(memo, stretches, isFound: true)
    }
  }

  private func note(
    _ memo: Memo, _ stretches: [TextStretch], isFound: Bool
  ) -> Comparison.Note {
    Comparison.Note(
      memo: memo, author: labels.researcher(memo.author),
      place: isFound ? place(stretches) : "place not found")
  }
}
