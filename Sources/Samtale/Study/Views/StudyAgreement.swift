/// How far the coders of a study agree, for methods in which that is asked.
///
/// Each code is looked at by itself, since codings may overlap: as units, an utterance has the code or
/// has it not; as stretches, its characters are marked or not.
public struct StudyAgreement: Sendable {
  /// The figures for one code.
  public struct Row: Sendable {
    public var code: Identifier
    public var name: String
    /// Utterances to which every coder, and at least one coder, gave the code.
    public var byAll: Int
    public var byAny: Int
    public var percentage: Agreement
    /// `nil` for more than two coders.
    public var kappa: Agreement?
    public var alpha: Agreement
    /// Krippendorff's |uα over characters.
    public var unitized: Agreement
  }

  public let coders: [Researcher]
  /// Names of the transcripts that all of the coders worked on.
  public let transcripts: [String]
  /// Utterances in them.
  public let utterances: Int
  public let rows: [Row]

  /// Computes agreement over the transcripts that all coders have coded or visited.
  /// - Parameters:
  ///   - corpus: The study.
  ///   - coders: Two or more researchers.
  ///   - codes: The codes to compare; `nil` is all that one of the coders used.
  ///   - round: Only codings of this round.
  ///   - bootstrap: For 95 % intervals.
  /// - Throws: ``RuleViolation`` if the declared method does not offer agreement.
  public init(
    _ corpus: StudyCorpus, coders: [Identifier], codes: [Identifier]? = nil,
    round: Identifier? = nil, bootstrap: Bootstrap? = Bootstrap()
  ) throws {
    try AgreementRequest.check(corpus.study.method)
    guard coders.count >= 2, Set(coders).count == coders.count else {
      throw RuleViolation(
        .agreement, "agreement needs two or more different coders", do: "name at least two")
    }
    self.coders = coders.compactMap { corpus.study.object(Researcher.self, $0) }
    let codings = corpus.codings().filter { placed in
      placed.coding.coder.map(coders.contains) ?? false
        && (round == nil || placed.coding.round == round)
    }
    let shared = Self.shared(corpus, coders, codings, round)
    transcripts = shared.map(\.transcript.id)
    utterances = shared.map(\.transcript.utterances.count).reduce(0, +)
    let used = codes.map { $0.map(corpus.heir) } ?? Array(Set(codings.map(\.code)))
    let names = used.compactMap { corpus.study.object(Code.self, $0) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let grid = CodeGrid(shared, coders, codings)
    rows = names.map { Row($0, grid, bootstrap) }
  }

  /// The transcripts in which each of the coders has coded or read something in the round.
  private static func shared(
    _ corpus: StudyCorpus, _ coders: [Identifier], _ codings: [PlacedCoding], _ round: Identifier?
  ) -> [TranscriptVersion] {
    var worked: [Identifier: Set<Identifier>] = [:]
    for placed in codings {
      guard let id = placed.coding.anchor?.transcript, let coder = placed.coding.coder else {
        continue
      }
      worked[id, default: []].insert(coder)
    }
    for visit in corpus.study.all(Visit.self) where round == nil || visit.round == round {
      guard let id = visit.transcript, let reader = visit.reader, coders.contains(reader) else {
        continue
      }
      worked[id, default: []].insert(reader)
    }
    return corpus.inOrder.filter { worked[$0.id]?.count == coders.count }
  }
}

/// Where each coder gave each code.
private struct CodeGrid {
  /// Marked stretches on a line on which the utterances of a transcript stand one after the other.
  struct Marks {
    var utterances: Set<Int> = []
    var ranges: [Range<Int>] = []
  }

  let transcripts: [TranscriptVersion]
  let coderCount: Int
  private var marks: [Key: Marks] = [:]
  private let starts: [[Int]]

  private struct Key: Hashable {
    var code: Identifier
    var transcript: Int
    var coder: Int
  }

  init(_ transcripts: [TranscriptVersion], _ coders: [Identifier], _ codings: [PlacedCoding]) {
    self.transcripts = transcripts
    coderCount = coders.count
    starts = transcripts.map { version in
      version.transcript.utterances.reduce(into: [0]) { starts, utterance in
        starts.append((starts.last ?? 0) + utterance.text.unicodeScalars.count)
      }
    }
    let index = Dictionary(
      transcripts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for placed in codings {
      guard let t = placed.coding.anchor?.transcript.flatMap({ index[$0] }),
        let coder = placed.coding.coder.flatMap({ coders.firstIndex(of: $0) })
      else { continue }
      let key = Key(code: placed.code, transcript: t, coder: coder)
      for stretch in placed.placement.stretches { add(stretch, to: key) }
    }
  }

  private mutating func add(_ stretch: TextStretch, to key: Key) {
    let line = starts[key.transcript]
    let (start, end) = (line[stretch.utterance], line[stretch.utterance + 1])
    let range = stretch.scalars.map { start + $0.lowerBound..<start + $0.upperBound } ?? start..<end
    marks[key, default: Marks()].utterances.insert(stretch.utterance)
    marks[key, default: Marks()].ranges.append(range)
  }

  private func marks(_ code: Identifier, _ transcript: Int, _ coder: Int) -> Marks {
    marks[Key(code: code, transcript: transcript, coder: coder)] ?? Marks()
  }

  /// Utterances as units: 1 has the code, 0 has it not.
  func table(_ code: Identifier) -> CodingTable {
    CodingTable(
      units: transcripts.enumerated().flatMap { t, version in
        let sets = (0..<coderCount).map { marks(code, t, $0).utterances }
        return version.transcript.utterances.indices.map { utterance in
          CodingTable.Unit(
            values: sets.map { $0.contains(utterance) ? 1 : 0 }, document: t)
        }
      })
  }

  func continua(_ code: Identifier) -> UnitizedContinua {
    UnitizedContinua(
      transcripts.indices.map { t in
        UnitizedContinuum(
          length: starts[t].last ?? 0,
          coders: (0..<coderCount).map { coder in
            Self.united(marks(code, t, coder).ranges).map { .init(range: $0, category: 1) }
          })
      })
  }

  /// Ranges that touch or overlap, taken together: a coder who marks a place twice marks it once.
  private static func united(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var united: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = united.last, range.lowerBound <= last.upperBound {
        united[united.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        united.append(range)
      }
    }
    return united
  }
}

extension StudyAgreement.Row {
  fileprivate init(_ code: Code, _ grid: CodeGrid, _ bootstrap: Bootstrap?) {
    let table = grid.table(code.id)
    self.code = code.id
    name = code.name
    byAll = table.units.count { $0.values.allSatisfy { $0 == 1 } }
    byAny = table.units.count { $0.values.contains(1) }
    percentage = table.percentageAgreement(bootstrap: bootstrap)
    kappa = grid.coderCount == 2 ? table.cohensKappa(between: 0, and: 1, bootstrap: bootstrap) : nil
    alpha = table.krippendorffsAlpha(bootstrap: bootstrap)
    unitized = grid.continua(code.id).binaryUAlpha(bootstrap: bootstrap)
  }
}
