/// How far coders who worked apart agree, as one statistic with its interval.
///
/// Meant for methods in which agreement between coders is evidence of quality: codebook and
/// coding-reliability thematic analysis, and content analysis. Not for reflexive thematic analysis,
/// where codes are the researcher's reading and are not expected to agree (Braun and Clarke 2021,
/// "One size fits all?", Qualitative Research in Psychology 18:328–352).
///
/// Figures come from a ``CodingTable`` if the units were given, from ``UnitizedContinua`` if the
/// coders marked stretches of a text themselves.
///
/// ```swift
/// let table = CodingTable(units: [[1, 1], [1, 2], [2, 2], [2, 2]])
/// table.krippendorffsAlpha().value  // 0.5333…
/// ```
public struct Agreement: Sendable, Hashable {
  /// Which statistic it is.
  public var statistic: Statistic
  /// The category that the figure is about; `nil` if it is about all.
  public var category: Int?
  /// How many coders it compares.
  public var coders: Int
  /// What it is computed from: units that two coders or more gave a category, or, where coders
  /// marked stretches, positions of the text that two or more worked on. For cuα and (k)uα these
  /// are not all covered by stretches; see ``coverage``.
  public var n: Int
  /// The statistic, or why there is none.
  public var outcome: Result<Double, Undefined>
  /// 95 % percentile interval over resampled units or documents.
  ///
  /// `nil` if none was asked for, if there are too few to draw from (``fewestUnits`` units,
  /// ``Bootstrap/fewestClusters`` documents), if the statistic has no value, or if more than one
  /// sample in twenty has none.
  public var interval: Interval?
  /// Only for cuα and (k)uα: the share of the length in stretches of text (0 to 1) that the figure
  /// rests on; `nil` for the others.
  public var coverage: Double?

  /// The statistic: at most 1, which is perfect agreement. For all but the percentage, 0 is what
  /// chance would give, and less than 0 is less than that. `nil` with a ``reason`` where undefined.
  public var value: Double? { try? outcome.get() }

  /// Why there is no value; `nil` if there is one.
  public var reason: Undefined? {
    if case .failure(let reason) = outcome { return reason }
    return nil
  }

  /// Below this number of units no interval is given, where units are drawn.
  public static let fewestUnits = 10

  /// Names of the field.
  public enum Statistic: String, Sendable, CaseIterable {
    case percentageAgreement = "percentage agreement"
    case cohensKappa = "Cohen's κ"
    case krippendorffsAlpha = "Krippendorff's α, nominal"
    /// Unitizing and coding together.
    case uAlpha = "uα"
    /// Relevant stretches against the gaps between them.
    case binaryUAlpha = "|uα"
    /// Coding of stretches that overlap.
    case cuAlpha = "cuα"
    /// Coding of stretches that overlap, one category.
    case kuAlpha = "(k)uα"

    /// Number of its stream of random numbers.
    var stream: UInt64 { UInt64(2000 + (Self.allCases.firstIndex(of: self) ?? 0)) }
  }

  /// Why a statistic has no value.
  public enum Undefined: String, Error, Sendable, CaseIterable {
    case fewerThanTwoCoders = "fewer than two coders"
    /// No unit, or no position of a text, has values of two coders.
    case nothingPairable = "no two coders coded the same"
    /// Only one category occurs, so that chance alone would give perfect agreement.
    case noVariation = "all is in one category"
    /// Stretches of one coder overlap, where the statistic needs one category at a position.
    case overlappingUnits = "a coder's stretches overlap"
    case outsideContinuum = "a stretch lies outside the text"
  }
}

extension Agreement {
  /// What can be drawn, and how many of them an interval needs.
  struct Sample {
    var clusters: Int
    var fewest: Int
  }

  /// A statistic and its interval, where `outcome` is the statistic with each cluster counted that
  /// many times.
  init(
    _ statistic: Statistic,
    category: Int? = nil,
    coders: Int,
    n: Int,
    sample: Sample,
    bootstrap: Bootstrap?,
    outcome: ([Int]) -> Result<Double, Undefined>
  ) {
    self.statistic = statistic
    self.category = category
    self.coders = coders
    self.n = n
    self.outcome =
      coders < 2
      ? .failure(.fewerThanTwoCoders)
      : outcome(Array(repeating: 1, count: sample.clusters))
    guard let bootstrap, value != nil else { return }
    interval = bootstrap.interval(
      clusters: sample.clusters, stream: statistic.stream, fewest: sample.fewest
    ) { try? outcome($0).get() }
  }
}
