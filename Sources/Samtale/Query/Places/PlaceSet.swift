/// What part of a query finds: codings and meaning units, and parts of utterances.
struct PlaceSet: Hashable {
  /// Indices of ``CodedPlaces``, ascending.
  var items: [Int] = []
  /// Utterances or parts of them, ascending, each once.
  var parts: [Span] = []

  /// Everything of both.
  func union(_ other: PlaceSet) -> PlaceSet {
    PlaceSet(
      items: Self.merge(items, other.items), parts: Self.merge(parts, other.parts))
  }

  private static func merge<T: Comparable>(_ a: [T], _ b: [T]) -> [T] {
    guard !a.isEmpty else { return b }
    guard !b.isEmpty else { return a }
    var merged: [T] = []
    merged.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i] < b[j]) {
        merged.append(a[i])
        i += 1
      } else {
        if i < a.count, a[i] == b[j] { i += 1 }
        merged.append(b[j])
        j += 1
      }
    }
    return merged
  }
}

/// A place, with what its relations to others depend on.
protocol PlaceLookup {
  var axis: TalkAxis { get }
  var coded: CodedPlaces { get }
}

extension PlaceLookup {
  /// The places of a set for whose spans something holds.
  func filter(_ set: PlaceSet, _ holds: (ArraySlice<Span>) -> Bool) -> PlaceSet {
    PlaceSet(
      items: set.items.filter { holds(coded.spans(of: $0)) },
      parts: set.parts.filter { holds([$0]) })
  }

  func forEach(_ set: PlaceSet, _ body: (ArraySlice<Span>) -> Void) {
    for item in set.items { body(coded.spans(of: item)) }
    for part in set.parts { body([part]) }
  }

  /// Which utterances a set touches.
  func touched(_ set: PlaceSet) -> [Bool] {
    var touched = Array(repeating: false, count: axis.count)
    forEach(set) { for span in $0 { touched[span.utterance] = true } }
    return touched
  }

  /// All characters of a set.
  func region(_ set: PlaceSet) -> Region {
    var spans = set.parts
    for item in set.items { spans.append(contentsOf: coded.spans(of: item)) }
    return Region(spans)
  }

  /// The first and the last place of some spans in the order in which they were spoken.
  func extent(_ spans: ArraySlice<Span>) -> (first: Int, last: Int) {
    var extent = (first: Int.max, last: Int.min)
    for span in spans {
      let place = axis.places[span.utterance]
      extent = (min(extent.first, place), max(extent.last, place))
    }
    return extent
  }

  /// How many places up to each one are chosen: the count of a range is a difference.
  func sums(_ set: PlaceSet, _ place: ((first: Int, last: Int)) -> Int) -> [Int] {
    var marks = Array(repeating: 0, count: axis.count + 1)
    forEach(set) { marks[place(extent($0)) + 1] = 1 }
    for i in marks.indices.dropFirst() { marks[i] += marks[i - 1] }
    return marks
  }
}
