import GRDB
import Samtale

extension Placement {
  /// What has a place without words: a whole transcript, the data set.
  static var unplaced: Placement { Placement(status: .unchanged, stretches: [], similarity: 1) }
}

/// Writes the rows of places.
struct PlaceRows {
  private let insert: RawStatement

  init(_ db: Database) throws {
    insert = try RawStatement(
      db,
      """
      INSERT INTO place(coding, part, utterance, first, last, status) VALUES (?, ?, ?, ?, ?, ?)
      """)
  }

  /// Writes a placement; `row` tells the key of an utterance by its index.
  func write(_ coding: Int, _ placement: Placement, row: (Int) -> Int = { $0 }) throws {
    guard !placement.stretches.isEmpty else {
      return try write(coding, 0, nil, nil, placement.status)
    }
    for (part, stretch) in placement.stretches.enumerated() {
      try write(coding, part, row(stretch.utterance), stretch.scalars, placement.status)
    }
  }

  /// Writes the place of an anchor that was set on the present version; `row` finds utterances.
  func write(
    _ coding: Int, _ anchor: Anchor, row: (String) throws -> UtteranceRow?
  ) throws {
    guard !anchor.segments.isEmpty else { return try write(coding, .unplaced) }
    var keys: [Int] = []
    for segment in anchor.segments {
      guard let row = try row(segment.utterance),
        segment.scalars.map({ $0.upperBound <= row.scalars }) ?? true
      else { return try write(coding, .lost) }
      keys.append(row.key)
    }
    for (part, segment) in anchor.segments.enumerated() {
      try write(coding, part, keys[part], segment.scalars, .unchanged)
    }
  }

  private func write(
    _ coding: Int, _ part: Int, _ utterance: Int?, _ scalars: Range<Int>?,
    _ status: Placement.Status
  ) throws {
    insert.bind(1, coding)
    insert.bind(2, part)
    insert.bind(3, utterance)
    insert.bind(4, scalars?.lowerBound)
    insert.bind(5, scalars?.upperBound)
    insert.bind(6, status.rawValue)
    try insert.run()
  }
}
