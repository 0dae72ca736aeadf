/// Which utterances nobody has coded or read yet: a help for giving all material equal attention,
/// no demand that everything be coded.
public struct CodingCoverage: Sendable {
  /// One transcript.
  public struct Row: Hashable, Sendable {
    public var transcript: NamedObject
    public var utterances: Int
    /// Utterances with at least one code or meaning unit on some of their words.
    public var coded: Int
    /// Utterances that somebody read, coded or not.
    public var visited: Int
    /// Indices of utterances neither coded nor visited.
    public var untouched: [Int]
    /// The same by name: `u3–u9`, `u12`.
    public var untouchedRanges: [String]
    /// Codings and meaning units whose place is no longer found.
    public var lost: Int
    /// Codings of the transcript as a whole, which code no single utterance.
    public var whole: Int
  }

  public let rows: [Row]
  /// The round that is meant; `nil` is all.
  public let round: NamedObject?
  /// The researcher who is meant; `nil` is anybody.
  public let researcher: NamedObject?

  /// - Parameters:
  ///   - corpus: The study with its transcripts.
  ///   - round: Only codings and visits of this round; meaning units belong to none.
  ///   - researcher: Only what this researcher coded or read.
  public init(
    _ corpus: StudyCorpus, round: Identifier? = nil, researcher: Identifier? = nil
  ) {
    let labels = StudyLabels(corpus.study)
    self.round = round.map {
      NamedObject(id: $0, name: corpus.study.object(CodingRound.self, $0)?.name ?? $0.short)
    }
    self.researcher = labels.researcher(researcher)
    let marks = Self.marks(corpus, round, researcher)
    let visits = corpus.study.all(Visit.self).filter { visit in
      (round.map { visit.round == $0 } ?? true)
        && (researcher.map { visit.reader == $0 } ?? true)
    }
    rows = corpus.inOrder.map { version in
      Self.row(
        version, labels.transcript(version.id), marks[version.id] ?? [],
        visits.filter { $0.transcript == version.id })
    }
  }

  /// Places of codings and meaning units by transcript.
  private static func marks(
    _ corpus: StudyCorpus, _ round: Identifier?, _ researcher: Identifier?
  ) -> [Identifier: [Placement]] {
    var marks: [Identifier: [Placement]] = [:]
    for placed in corpus.codings() {
      guard let transcript = placed.coding.anchor?.transcript,
        round.map({ placed.coding.round == $0 }) ?? true,
        researcher.map({ placed.coding.coder == $0 }) ?? true
      else { continue }
      marks[transcript, default: []].append(placed.placement)
    }
    guard round == nil else { return marks }
    for unit in corpus.study.all(MeaningUnit.self) {
      guard researcher.map({ unit.by == $0 }) ?? true, let anchor = unit.anchor,
        let transcript = anchor.transcript, let placement = corpus.place(anchor)
      else { continue }
      marks[transcript, default: []].append(placement)
    }
    return marks
  }

  private static func row(
    _ version: TranscriptVersion, _ name: NamedObject, _ marks: [Placement], _ visits: [Visit]
  ) -> Row {
    let all = version.transcript.utterances.indices
    let found = marks.filter { $0.status != .lost }
    let coded = Set(found.flatMap { $0.stretches.map(\.utterance) })
    let visited = Set(
      visits.flatMap { visit in
        visit.utterances.isEmpty
          ? Array(all) : visit.utterances.compactMap { version.utterance(named: $0) }
      })
    let untouched = all.filter { !coded.contains($0) && !visited.contains($0) }
    return Row(
      transcript: name, utterances: all.count, coded: coded.count, visited: visited.count,
      untouched: untouched, untouchedRanges: version.ranges(of: untouched),
      lost: marks.count - found.count, whole: found.count { $0.stretches.isEmpty })
  }
}
