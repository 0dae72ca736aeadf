/// The points in time to which utterances refer.
public struct Timeline: Hashable, Sendable {
  /// Marks a point without a known time.
  static let unknown = Int64.min

  /// Time of each point in microseconds after the origin.
  var microseconds: [Int64] = []
  /// Identifiers of the points.
  var ids = ByteStrings()
  /// Clock times as written, for the few points that have one.
  var absolutes: [Absolute] = []
  /// The origin as an index, 0 if not stated.
  public internal(set) var origin = 0

  struct Absolute: Hashable, Sendable {
    var point: Int
    var text: String
  }

  public init() {}

  /// The number of points.
  public var count: Int { microseconds.count }

  /// Seconds after the origin of a point, `nil` if the file gives no time.
  public func seconds(_ point: Int) -> Double? {
    microseconds[point] == Self.unknown ? nil : Double(microseconds[point]) / 1_000_000
  }

  /// The identifier of a point in the file.
  public func id(_ point: Int) -> String { ids[point] }

  /// The last known time in seconds, `nil` if no point has one.
  public var end: Double? {
    guard let last = microseconds.max(), last != Self.unknown else { return nil }
    return Double(last) / 1_000_000
  }

  /// Counts all times from the origin.
  mutating func startAtOrigin() {
    guard count > 0, microseconds[origin] != Timeline.unknown, microseconds[origin] != 0 else {
      return
    }
    let zero = microseconds[origin]
    for point in microseconds.indices where microseconds[point] != Timeline.unknown {
      microseconds[point] -= zero
    }
  }

  mutating func append(id: String, microseconds time: Int64) -> Int {
    ids.append(id)
    microseconds.append(time)
    return count - 1
  }
}
