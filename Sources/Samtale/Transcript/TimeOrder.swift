/// Times in their order, each once; the origin goes before them.
struct TimeOrder {
  /// Milliseconds above 0.
  private(set) var distinct: [Int64]

  init(_ times: [Int64]) {
    distinct = times.filter { $0 > 0 }
    if zip(distinct, distinct.dropFirst()).contains(where: { $0 > $1 }) { distinct.sort() }
    var kept = 0
    for time in distinct where kept == 0 || distinct[kept - 1] != time {
      distinct[kept] = time
      kept += 1
    }
    distinct.removeLast(distinct.count - kept)
  }

  /// The number of the point with a time, 0 for the origin.
  func place(of time: Int64) -> Int {
    guard time > 0 else { return 0 }
    var low = 0
    var high = distinct.count
    while low < high {
      let middle = (low + high) / 2
      if distinct[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}
