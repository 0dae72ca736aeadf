/// Why a query cannot be understood or answered: where, what is wrong, and what to do.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sort of problem.
  public enum Problem: String, Sendable, CaseIterable {
    /// Nothing is asked.
    case empty
    case tooLong
    case unknownField
    /// A word that belongs to no field and is no operator.
    case missingField
    case missingValue
    /// A code, person or other thing that is not there, or no value of a fixed list.
    case unknownValue
    case unclosedQuote
    case unclosedParenthesis
    /// An operator without something to its left or right.
    case missingOperand
    /// Something that cannot stand where it stands.
    case unexpected
    /// `follows/n` or `precedes/n` without a whole number from 1.
    case badDistance
  }

  public var problem: Problem
  /// Where it begins, in Unicode scalars from 1.
  public var column: Int
  public var what: String
  public var remedy: String

  init(_ problem: Problem, _ column: Int, _ what: String, do remedy: String) {
    self.problem = problem
    self.column = column
    self.what = what
    self.remedy = remedy
  }

  public var description: String { "column \(column): \(what) — \(remedy)" }
}

/// Names that may have been meant.
enum Nearest {
  /// Up to three names that differ in few letters from a word or begin with it, nearest first.
  static func names(_ word: String, among names: [String]) -> [String] {
    let sought = Array(TextFolding.name(word).unicodeScalars)
    guard !sought.isEmpty else { return [] }
    var seen: Set<String> = []
    let near = names.filter { seen.insert($0).inserted }.compactMap {
      name -> (distance: Int, name: String)? in
      let folded = Array(TextFolding.name(name).unicodeScalars)
      if folded.starts(with: sought) { return (1, name) }
      let most = max(2, sought.count / 3)
      guard abs(sought.count - folded.count) <= most else { return nil }
      let distance = distance(sought, folded)
      return distance <= most ? (distance, name) : nil
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Letters to add, drop or replace (Levenshtein), and neighbours to swap.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var earlier: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, earlier[j - 1] + 1) }
        row.append(best)
      }
      earlier = last
      last = row
    }
    return last[b.count]
  }
}
