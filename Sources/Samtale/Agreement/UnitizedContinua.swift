/// Texts in which the same coders marked stretches with categories, and how far they agree: the
/// family of uα coefficients (Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the reliability
/// of unitizing textual continua: Further developments", Quality & Quantity 50:2347–2364;
/// Krippendorff 2019, "Content Analysis", 4th ed., section 12.6).
///
/// - uα: where stretches begin and end, and their categories, in one figure.
/// - |uα: which parts were marked at all, whatever the category.
/// - cuα: the categories, where marked stretches of two coders overlap.
/// - (k)uα: the same for one category.
///
/// A coder's stretches may not overlap. Where several codes may lie on the same words, measure one
/// code at a time with ``only(_:)``.
///
/// The texts are measured as if they followed one another. A coder who did not work on a text is
/// left out there, as a missing value is from α: the 2016 paper, in which all coders work on one
/// continuum, says nothing of it.
///
/// The formulas are taken from two public programs that cite them by equation, `unitized_alpha`
/// (github.com/lindanna/unitized_alpha) from the paper and `quallmer`
/// (github.com/quallmer/quallmer) from the book. The paper itself, its erratum (Quality & Quantity
/// 50:2365) and their numbers were not at hand. The programs differ in one term, for cuα and (k)uα
/// of more than two coders: see ``cuAlpha(bootstrap:)``.
public struct UnitizedContinua: Sendable, Hashable {
  public var continua: [UnitizedContinuum]

  public init(_ continua: [UnitizedContinuum]) {
    self.continua = continua
  }

  /// How many coders worked on at least one of the texts.
  public var coders: Int {
    let places = continua.reduce(0) { max($0, $1.coders.count) }
    return (0..<places).filter { coder in
      continua.contains { $0.coders.indices.contains(coder) && $0.coders[coder] != nil }
    }.count
  }

  /// All categories that occur, ascending.
  public var categories: [Int] {
    Set(continua.flatMap { $0.coders.flatMap { ($0 ?? []).map(\.category) } }).sorted()
  }

  /// The same texts with the stretches of one category only: its uα says how far coders agree on
  /// where this category applies.
  public func only(_ category: Int) -> UnitizedContinua {
    UnitizedContinua(
      continua.map { continuum in
        UnitizedContinuum(
          length: continuum.length,
          coders: continuum.coders.map { $0?.filter { $0.category == category } })
      })
  }
}

extension UnitizedContinua {
  /// uα: agreement on the stretches and their categories, gaps between them being a category too
  /// (2016, eq. 5; 2019, eq. 34).
  ///
  /// uα = 1 − (ℓ − Σ ℓ_cc) / (ℓ − Σ ε_cc). ℓ_ck is the length that two coders gave the values c and
  /// k, over all ordered pairs of m coders, divided by m − 1. ε_ck is what chance would give: it
  /// pairs any two positions of any coders, but no stretch with itself and no position of a gap
  /// with itself.
  /// - Parameter bootstrap: Gives an interval over whole texts, if set.
  /// - Returns: No value for fewer than two coders, if no text has two, if nothing was marked or all
  ///   is in one category, or if stretches of one coder overlap or lie outside the text.
  public func uAlpha(bootstrap: Bootstrap? = nil) -> Agreement {
    UnitizedTexts(self).agreement(.uAlpha, bootstrap) { $0.uAlpha }
  }

  /// |uα: agreement on what was marked at all, against the gaps (2016, eq. 6; 2019, eq. 35).
  ///
  /// |uα = 1 − (ℓ_φ − ℓ_φφ) / (ε_φ − ε_φφ), where φ are the gaps.
  /// - Parameter bootstrap: Gives an interval over whole texts, if set.
  /// - Returns: No value where ``uAlpha(bootstrap:)`` has none, or if there are no gaps.
  public func binaryUAlpha(bootstrap: Bootstrap? = nil) -> Agreement {
    UnitizedTexts(self).agreement(.binaryUAlpha, bootstrap) { $0.binaryUAlpha }
  }

  /// cuα: agreement on the categories of stretches, as far as those of two coders overlap (2016,
  /// eqs. 10 and 11; 2019, eqs. 36 and 37).
  ///
  /// As uα, but from the lengths ℓ_ck without gaps, of which ``Agreement/coverage`` is the share of
  /// the text. By chance no stretch is paired with itself: taken away is the square of the length
  /// in which it overlaps with those of other coders. With two coders all programs agree on that
  /// length. With more it is here the mean over the other coders, which is what the stretch adds to
  /// Σ ℓ_ck; one program takes the mean of squares, one the length that any other coder covers, by
  /// both of which chance can come out below zero.
  /// - Parameter bootstrap: Gives an interval over whole texts, if set.
  /// - Returns: No value if no stretches of two coders overlap, or if all that do are of one
  ///   category.
  public func cuAlpha(bootstrap: Bootstrap? = nil) -> Agreement {
    UnitizedTexts(self).agreement(.cuAlpha, bootstrap, coverage: { $0.coverage }) { $0.cuAlpha }
  }

  /// (k)uα: agreement on one category, as far as stretches of two coders overlap (2016, eq. 13b;
  /// 2019, eq. 38).
  ///
  /// (k)uα = 1 − (ε_k / ℓ_k) (ℓ_k − ℓ_kk) / (ε_k − ε_kk), with the lengths of cuα.
  /// ``Agreement/coverage`` is the share of all that was given this category. What one coder marked
  /// and no other did is not counted: for that, use ``uAlpha(bootstrap:)`` of ``only(_:)``.
  /// - Parameters:
  ///   - category: One of ``categories``.
  ///   - bootstrap: Gives an interval over whole texts, if set.
  /// - Returns: No value if no stretch of this category overlaps with that of another coder, or if
  ///   all that overlap are of this category.
  public func kuAlpha(_ category: Int, bootstrap: Bootstrap? = nil) -> Agreement {
    UnitizedTexts(self).kuAlpha(category, bootstrap)
  }

  /// ``kuAlpha(_:bootstrap:)`` of each category, ascending.
  public func kuAlphas(bootstrap: Bootstrap? = nil) -> [Agreement] {
    let texts = UnitizedTexts(self)
    return categories.map { texts.kuAlpha($0, bootstrap) }
  }
}

/// The lengths of those texts that at least two coders worked on, or why they cannot be had.
private struct UnitizedTexts {
  var texts: Result<[UnitizedLengths], Agreement.Undefined>
  var coders: Int
  /// The number of each category, from 1.
  var numbers: [Int: Int]

  init(_ continua: UnitizedContinua) {
    coders = continua.coders
    numbers = [:]
    for category in continua.categories { numbers[category] = numbers.count + 1 }
    do throws(Agreement.Undefined) {
      var lengths: [UnitizedLengths] = []
      for text in continua.continua where text.coders.compactMap({ $0 }).count > 1 {
        let text = try UnitizedLengths(text, numbers)
        if text.length > 0 { lengths.append(text) }
      }
      texts = .success(lengths)
    } catch {
      texts = .failure(error)
    }
  }

  func kuAlpha(_ category: Int, _ bootstrap: Bootstrap?) -> Agreement {
    let number = numbers[category]
    var result = agreement(.kuAlpha, bootstrap, coverage: { $0.coverage(of: number) }) {
      $0.kuAlpha(number)
    }
    result.category = category
    return result
  }

  func agreement(
    _ statistic: Agreement.Statistic,
    _ bootstrap: Bootstrap?,
    coverage: (UnitizedLengths) -> Double? = { _ in nil },
    _ value: (UnitizedLengths) -> Result<Double, Agreement.Undefined>
  ) -> Agreement {
    let lengths = (try? texts.get()) ?? []
    let zero = UnitizedLengths(categories: numbers.count)
    var result = Agreement(
      statistic, coders: coders, n: lengths.reduce(0) { $0 + $1.length },
      sample: Agreement.Sample(clusters: lengths.count, fewest: Bootstrap.fewestClusters),
      bootstrap: bootstrap
    ) { times in
      if case .failure(let reason) = texts { return .failure(reason) }
      var sum = zero
      for (text, times) in zip(lengths, times) { sum.add(text, times: times) }
      return value(sum)
    }
    if result.value != nil { result.coverage = coverage(lengths.reduce(into: zero) { $0.add($1) }) }
    return result
  }
}
