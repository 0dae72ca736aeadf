extension CodingTable {
  /// Percentage agreement as a share (0 to 1), not taking out chance.
  ///
  /// With two coders it is the share of units on which they agree; with more, and no value missing,
  /// the mean over pairs of coders. Where values are missing it is 1 − D_o, D_o being the observed
  /// disagreement of Krippendorff's α: each value counts once (2004, "Content Analysis", 2nd ed.,
  /// ch. 11).
  /// - Parameter bootstrap: Gives an interval, if set.
  /// - Returns: No value for fewer than two coders or if no unit has two values.
  public func percentageAgreement(bootstrap: Bootstrap? = nil) -> Agreement {
    let pairable = PairableUnits(self)
    return Agreement(
      .percentageAgreement, coders: coders, n: pairable.units.count, sample: pairable.sample,
      bootstrap: bootstrap
    ) { times in
      var coincidences = Coincidences(categories: pairable.categories.count)
      for unit in pairable.units { coincidences.add(unit, times: times[unit.cluster]) }
      return coincidences.agreement
    }
  }

  /// Krippendorff's α for nominal data, any number of coders, values may be missing:
  /// α = 1 − (n − 1) Σ o_ck / Σ n_c n_k, both sums over c ≠ k (Krippendorff 2011, "Computing
  /// Krippendorff's Alpha-Reliability", sections C and D; 2019, ch. 12).
  ///
  /// A unit of m values counts in the coincidences o with m values, each of its ordered pairs with
  /// 1/(m − 1); a unit of one value is left out. n_c are the values of category c in the units left,
  /// n is their sum.
  /// - Parameter bootstrap: Gives an interval, if set.
  /// - Returns: No value for fewer than two coders, if no unit has two values, or if all these
  ///   values are the same.
  public func krippendorffsAlpha(bootstrap: Bootstrap? = nil) -> Agreement {
    alpha(of: nil, PairableUnits(self), bootstrap)
  }

  /// Krippendorff's α of each category against all others taken together, ascending by category
  /// (α for binary data: Krippendorff 2011, section A).
  /// - Parameter bootstrap: Gives intervals, if set.
  /// - Returns: As ``krippendorffsAlpha(bootstrap:)``, for each category that occurs.
  public func krippendorffsAlphas(bootstrap: Bootstrap? = nil) -> [Agreement] {
    let pairable = PairableUnits(self)
    return pairable.categories.indices.map { alpha(of: $0, pairable, bootstrap) }
  }

  private func alpha(
    of category: Int?, _ pairable: PairableUnits, _ bootstrap: Bootstrap?
  ) -> Agreement {
    Agreement(
      .krippendorffsAlpha, category: category.map { pairable.categories[$0] }, coders: coders,
      n: pairable.units.count, sample: pairable.sample, bootstrap: bootstrap
    ) { times in
      var coincidences = Coincidences(categories: pairable.categories.count)
      for unit in pairable.units { coincidences.add(unit, times: times[unit.cluster]) }
      return category.map { coincidences.alpha(of: $0) } ?? coincidences.alpha
    }
  }
}

/// The sums over a coincidence matrix that α for nominal data needs.
private struct Coincidences {
  /// n_c: the values of each category.
  var values: [Double]
  /// Σ o_ck over k ≠ c: of these, the values paired with another category.
  var disagreeing: [Double]

  init(categories: Int) {
    values = Array(repeating: 0, count: categories)
    disagreeing = values
  }

  mutating func add(_ unit: PairableUnit, times: Int) {
    guard times > 0 else { return }
    for (category, count) in unit.counts {
      values[category] += Double(times * count)
      let pairs = times * count * (unit.values - count)
      disagreeing[category] += Double(pairs) / Double(unit.values - 1)
    }
  }

  private var n: Double { values.reduce(0, +) }

  /// 1 − D_o
  var agreement: Result<Double, Agreement.Undefined> {
    guard n > 0 else { return .failure(.nothingPairable) }
    return .success((n - disagreeing.reduce(0, +)) / n)
  }

  var alpha: Result<Double, Agreement.Undefined> {
    let n = n
    let expected = values.reduce(0.0) { $0 + $1 * (n - $1) }
    return alpha(observed: disagreeing.reduce(0, +), expected: expected)
  }

  /// α after all other categories are made one.
  func alpha(of category: Int) -> Result<Double, Agreement.Undefined> {
    let expected = values[category] * (n - values[category])
    return alpha(observed: disagreeing[category], expected: expected)
  }

  private func alpha(
    observed: Double, expected: Double
  ) -> Result<Double, Agreement.Undefined> {
    guard n > 0 else { return .failure(.nothingPairable) }
    guard expected > 0 else { return .failure(.noVariation) }
    return .success(1 - (n - 1) * observed / expected)
  }
}
