extension CodingTable {
  /// Cohen's κ of two coders: κ = (p_o − p_e) / (1 − p_e), where p_o is the share of units on which
  /// they agree and p_e what their own distributions over the categories would give by chance
  /// (Cohen 1960, "A coefficient of agreement for nominal scales", Educational and Psychological
  /// Measurement 20:37–46).
  ///
  /// Units that either of the two gave no value are left out.
  /// - Parameters:
  ///   - first: The place of one coder in ``Unit/values``.
  ///   - second: The place of the other.
  ///   - bootstrap: Gives an interval, if set.
  /// - Returns: No value if both are the same coder, if there is no unit that both coded, or if both
  ///   gave all of these one and the same category.
  public func cohensKappa(
    between first: Int = 0, and second: Int = 1, bootstrap: Bootstrap? = nil
  ) -> Agreement {
    kappa(of: nil, CodedPairs(self, first, second), bootstrap)
  }

  /// Cohen's κ of each category against all others taken together, ascending by category.
  ///
  /// κ of all categories is the mean of these, each weighted by its 1 − p_e (Fleiss, Levin and Paik
  /// 2003, "Statistical Methods for Rates and Proportions", section 18.1).
  /// - Returns: As ``cohensKappa(between:and:bootstrap:)``, for each category that occurs.
  public func cohensKappas(
    between first: Int = 0, and second: Int = 1, bootstrap: Bootstrap? = nil
  ) -> [Agreement] {
    let pairs = CodedPairs(self, first, second)
    return pairs.categories.indices.map { kappa(of: $0, pairs, bootstrap) }
  }

  private func kappa(of category: Int?, _ pairs: CodedPairs, _ bootstrap: Bootstrap?) -> Agreement {
    Agreement(
      .cohensKappa, category: category.map { pairs.categories[$0] }, coders: pairs.coders,
      n: pairs.pairs.count, sample: pairs.sample, bootstrap: bootstrap
    ) { times in
      var table = ContingencyTable(categories: pairs.categories.count)
      for pair in pairs.pairs { table.add(pair.first, pair.second, times: times[pair.cluster]) }
      return category.map { table.kappa(of: $0) } ?? table.kappa
    }
  }
}

/// The units that both of two coders gave a category.
private struct CodedPairs {
  var categories: [Int]
  var pairs: [(first: Int, second: Int, cluster: Int)] = []
  var coders: Int
  var sample: Agreement.Sample

  init(_ table: CodingTable, _ first: Int, _ second: Int) {
    categories = table.categories
    let numbers = Dictionary(uniqueKeysWithValues: zip(categories, categories.indices))
    var clusters = UnitClusters()
    for unit in table.units {
      guard let one = unit.value(of: first).flatMap({ numbers[$0] }),
        let other = unit.value(of: second).flatMap({ numbers[$0] })
      else { continue }
      pairs.append((one, other, clusters.number(of: unit)))
    }
    sample = clusters.sample
    let both = first == second ? [first] : [first, second]
    coders = both.filter { coder in table.units.contains { $0.value(of: coder) != nil } }.count
  }
}

/// Two coders' categories against each other.
private struct ContingencyTable {
  var first: [Int]
  var second: [Int]
  var both: [Int]
  var n = 0

  init(categories: Int) {
    first = Array(repeating: 0, count: categories)
    second = first
    both = first
  }

  mutating func add(_ one: Int, _ other: Int, times: Int) {
    first[one] += times
    second[other] += times
    if one == other { both[one] += times }
    n += times
  }

  var kappa: Result<Double, Agreement.Undefined> {
    let chance = zip(first, second).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let agreeing = Double(both.reduce(0, +))
    return kappa(agreeing: agreeing, chance: chance)
  }

  /// κ after all other categories are made one.
  func kappa(of category: Int) -> Result<Double, Agreement.Undefined> {
    let (one, other) = (first[category], second[category])
    let chance = Double(one) * Double(other) + Double(n - one) * Double(n - other)
    return kappa(agreeing: Double(n - one - other + 2 * both[category]), chance: chance)
  }

  /// κ from n · p_o and n² · p_e.
  private func kappa(
    agreeing: Double, chance: Double
  ) -> Result<Double, Agreement.Undefined> {
    guard n > 0 else { return .failure(.nothingPairable) }
    let n = Double(n)
    guard n * n > chance else { return .failure(.noVariation) }
    return .success((n * agreeing - chance) / (n * n - chance))
  }
}
