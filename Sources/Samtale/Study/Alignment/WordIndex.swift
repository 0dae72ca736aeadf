/// Where each word of a text occurs.
struct WordIndex: Sendable {
  /// The last place of each word, by its number, or -1.
  private var lasts: [Int32]
  /// For each place the one before it with the same word, or -1.
  private var earlier: [Int32]
  private var counts: [Int32]

  init(_ codes: [Int32], count: Int) {
    lasts = Array(repeating: -1, count: count)
    counts = Array(repeating: 0, count: count)
    earlier = []
    earlier.reserveCapacity(codes.count)
    for (place, code) in codes.enumerated() {
      earlier.append(lasts[Int(code)])
      lasts[Int(code)] = Int32(place)
      counts[Int(code)] += 1
    }
  }

  /// A sequence of which each word occurs more often than this is not looked for.
  static let searchLimit = 5_000

  /// Up to two places of a sequence of words, looked up by its rarest word.
  func places(_ sought: ArraySlice<Int32>, in codes: [Int32]) -> [Int] {
    guard let rarest = sought.indices.min(by: { counts[Int(sought[$0])] < counts[Int(sought[$1])] })
    else { return [] }
    if counts[Int(sought[rarest])] > Self.searchLimit { return [] }
    var places: [Int] = []
    var next = Int(lasts[Int(sought[rarest])])
    while next >= 0, places.count < 2 {
      let start = next - (rarest - sought.startIndex)
      if start >= 0, start + sought.count <= codes.count,
        codes[start..<(start + sought.count)] == sought
      {
        places.append(start)
      }
      next = Int(earlier[next])
    }
    return places
  }
}
