/// How topics end after whose last substantive contribution, and whether that goes beyond chance.
public struct RoleClosureTable: Sendable {
  /// Roles (or people) who had the last substantive contribution.
  public var rows: [String]
  /// Types that occur.
  public var columns: [ClosureType]
  /// Topics, by row and column.
  public var counts: [[Int]]
  /// Fisher's exact two-sided p of each cell against all else, topics of all meetings together;
  /// `nil` where a row or column is empty or the only one.
  public var cellP: [[Double?]]
  /// Probability that a random assignment of types to the topics of each meeting departs as far from
  /// independence within meetings (Σ (O − E)² / E); `nil` with fewer than two rows or columns, or
  /// if no meeting allows two different assignments.
  public var p: Double?
  public var samples: Int
  public var seed: UInt64

  /// - Parameters:
  ///   - meetings: Row and type of each topic, meeting by meeting.
  ///   - rows: The order of the rows.
  ///   - samples: Random assignments.
  ///   - seed: Of the random numbers.
  public init(
    _ meetings: [[(row: String, type: ClosureType)]], rows: [String], samples: Int = 1000,
    seed: UInt64 = 1
  ) {
    self.samples = samples
    self.seed = seed
    let used = Set(meetings.joined().map(\.row))
    let kept = rows.filter(used.contains)
    let types = Set(meetings.joined().map(\.type))
    let occurring = ClosureType.allCases.filter(types.contains)
    self.rows = kept
    columns = occurring
    let places = Dictionary(kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    let numbers = meetings.map { meeting in
      meeting.compactMap { topic -> (row: Int, column: Int)? in
        guard let row = places[topic.row], let column = occurring.firstIndex(of: topic.type) else {
          return nil
        }
        return (row, column)
      }
    }
    counts = Self.count(numbers, kept.count, occurring.count)
    cellP = Self.cells(counts)
    p = Self.permutation(numbers, kept.count, occurring.count, samples, seed)
  }

  private static func count(_ meetings: [[(row: Int, column: Int)]], _ rows: Int, _ columns: Int)
    -> [[Int]]
  {
    var counts = Array(repeating: Array(repeating: 0, count: columns), count: rows)
    for topic in meetings.joined() { counts[topic.row][topic.column] += 1 }
    return counts
  }

  private static func cells(_ counts: [[Int]]) -> [[Double?]] {
    let all = counts.joined().reduce(0, +)
    return counts.map { row in
      let rowSum = row.reduce(0, +)
      return row.indices.map { column in
        let columnSum = counts.reduce(0) { $0 + $1[column] }
        let cell = row[column]
        return FisherExact.p(
          cell, rowSum - cell, columnSum - cell, all - rowSum - columnSum + cell)
      }
    }
  }

  private static func permutation(
    _ meetings: [[(row: Int, column: Int)]], _ rows: Int, _ columns: Int, _ samples: Int,
    _ seed: UInt64
  ) -> Double? {
    let canDiffer = meetings.contains { meeting in
      Set(meeting.map(\.row)).count > 1 && Set(meeting.map(\.column)).count > 1
    }
    guard rows > 1, columns > 1, samples > 0, canDiffer else { return nil }
    let expected = expected(meetings, rows, columns)
    let observed = departure(meetings, expected)
    var generator = RandomGenerator(seed: seed)
    var atLeast = 1
    var shuffled = meetings
    for _ in 0..<samples {
      for m in shuffled.indices {
        let types = shuffled[m].map(\.column).shuffled(using: &generator)
        for i in types.indices { shuffled[m][i].column = types[i] }
      }
      if departure(shuffled, expected) >= observed - 1e-9 { atLeast += 1 }
    }
    return Double(atLeast) / Double(samples + 1)
  }

  /// Σ over meetings of row sum · column sum / topics.
  private static func expected(
    _ meetings: [[(row: Int, column: Int)]], _ rows: Int, _ columns: Int
  ) -> [[Double]] {
    var expected = Array(repeating: Array(repeating: 0.0, count: columns), count: rows)
    for meeting in meetings where !meeting.isEmpty {
      for row in 0..<rows {
        let rowSum = Double(meeting.count { $0.row == row })
        for column in 0..<columns {
          let columnSum = Double(meeting.count { $0.column == column })
          expected[row][column] += rowSum * columnSum / Double(meeting.count)
        }
      }
    }
    return expected
  }

  private static func departure(
    _ meetings: [[(row: Int, column: Int)]], _ expected: [[Double]]
  ) -> Double {
    let counts = count(meetings, expected.count, expected[0].count)
    var sum = 0.0
    for (row, rowExpected) in expected.enumerated() {
      for (column, e) in rowExpected.enumerated() where e > 0 {
        let difference = Double(counts[row][column]) - e
        sum += difference * difference / e
      }
    }
    return sum
  }
}
