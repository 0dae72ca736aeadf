/// Where codes were used: codings counted by role, meeting, person, team, other codes, or by how the
/// topic goes.
///
/// A count says where a code was used. It does not say how important the code is, and no theme
/// follows from it (Braun and Clarke 2019).
public struct CodeTable: Hashable, Sendable {
  /// What the columns are.
  public enum Dimension: String, Sendable, CaseIterable {
    /// The role in which the coded words are said.
    case role
    case meeting
    case person
    case team
    /// Other codes at the same place.
    case code
    /// The role of the person who opens the topic of the coded words.
    case opener
    /// The role of the person who has the last word in their topic.
    case lastword
    /// How their topic ends: computed, unless a coder decided.
    case closure
    /// What the contribution gets from others: computed.
    case uptake

    /// Whether topics are analysed for it.
    public var isMeasured: Bool {
      switch self {
      case .opener, .lastword, .closure, .uptake: true
      default: false
      }
    }
  }

  /// Which codings count.
  public struct Choice: Hashable, Sendable {
    /// The coders whose codings count; `nil` is everybody.
    public var coders: Set<Identifier>?
    /// The rounds of coding that count; `nil` is all, and codings outside rounds.
    public var rounds: Set<Identifier>?
    /// Whether codes meet where they are in the same utterance; else they share a character.
    public var meetsInUtterance: Bool

    public init(
      coders: Set<Identifier>? = nil, rounds: Set<Identifier>? = nil, meetsInUtterance: Bool = false
    ) {
      self.coders = coders
      self.rounds = rounds
      self.meetsInUtterance = meetsInUtterance
    }
  }

  /// A code.
  public struct Row: Hashable, Sendable {
    public var code: Identifier
    /// The names of the codes above it, the topmost first, and its own.
    public var path: [String]
    /// All its codings that count.
    public var all: Cell

    public var name: String { path.last ?? "" }
  }

  public struct Column: Hashable, Sendable {
    /// A name that no other column has.
    public var key: String
    /// What people read.
    public var title: String
    /// Whether it holds what belongs to no other: talk outside topics, unknown speakers.
    public var isRest: Bool
  }

  public struct Cell: Hashable, Sendable {
    /// The codings behind the count, in the order in which they were made.
    public var codings: [Identifier] = []
    /// Utterances that they touch here, each counted once.
    public var utterances = 0
  }

  public let dimension: Dimension
  public let choice: Choice
  /// Names of the chosen coders and rounds; `nil` if all count.
  public let coders: [String]?
  public let rounds: [String]?
  /// Codes with at least one coding that counts: each below the one that it is part of, otherwise
  /// by name. What lies below a code is counted in rows of its own.
  public let rows: [Row]
  public let columns: [Column]
  /// By row and column. A coding that spans several speakers, topics or contributions counts once
  /// for each, so that a row may add up to more than all its codings.
  public let cells: [[Cell]]
  /// Chosen codings without a place in the talk: of whole transcripts or the data set, or whose
  /// words are no longer found.
  public let withoutPlace: Int

  /// Counts.
  /// - Parameters:
  ///   - dimension: What the columns are.
  ///   - index: The study with its transcripts.
  ///   - choice: Which codings count.
  public init(_ dimension: Dimension, of index: QueryIndex, choosing choice: Choice = Choice()) {
    let counting = CodeCounting(index, choice)
    let counted =
      dimension == .code
      ? counting.meetings() : counting.count(CodeColumns(dimension, index))
    self.dimension = dimension
    self.choice = choice
    let study = index.corpus.study
    coders = choice.coders.map { chosen in
      study.all(Researcher.self).filter { chosen.contains($0.id) }.map(\.name)
    }
    rounds = choice.rounds.map { chosen in
      study.all(CodingRound.self).filter { chosen.contains($0.id) }.map(\.name)
    }
    rows = counted.rows
    columns = counted.columns
    cells = counted.cells
    withoutPlace = index.codingsWithoutPlace.count { id in
      study.object(Coding.self, id).map(choice.includes) ?? false
    }
  }
}

extension CodeTable.Choice {
  func includes(_ coding: Coding) -> Bool { includes(coding.coder, coding.round) }

  func includes(_ coder: Identifier?, _ round: Identifier?) -> Bool {
    let byCoder = coders.map { coders in coder.map(coders.contains) ?? false } ?? true
    return byCoder && (rounds.map { rounds in round.map(rounds.contains) ?? false } ?? true)
  }
}

extension QueryIndex {
  /// The places of some codings or meaning units, in the order of the talk: the evidence behind a
  /// cell. What has no place is left out.
  public func extracts(of codings: some Sequence<Identifier>) -> [Extract] {
    let wanted = Set(codings)
    let items = coded.ids.indices.filter { wanted.contains(coded.ids[$0]) }
    return ExtractMaker(self).extracts(PlaceSet(items: items))
  }
}
