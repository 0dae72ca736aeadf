/// A text in which coders marked stretches themselves, each with a category.
public struct UnitizedContinuum: Sendable, Hashable {
  /// A stretch that one coder marked: a unit, in Krippendorff's term.
  public struct Unit: Sendable, Hashable {
    /// Where it lies, in positions from the beginning of the text (0 to ``length``). An empty range
    /// counts for nothing.
    public var range: Range<Int>
    public var category: Int

    public init(range: Range<Int>, category: Int) {
      self.range = range
      self.category = category
    }
  }

  /// Length of the text in positions: characters, words, or whatever units lie on.
  public var length: Int
  /// The units of each coder, in the same order of coders in every text and any order of units.
  ///
  /// `nil` if the coder did not work on this text; an empty list if there was nothing to mark. A
  /// shorter list means that the coders at the end did not work on it.
  public var coders: [[Unit]?]

  public init(length: Int, coders: [[Unit]?]) {
    self.length = length
    self.coders = coders
  }
}

extension UnitizedContinuum {
  /// A stretch with its category, or a gap between two.
  struct Segment {
    var range: Range<Int>
    /// The number of the category from 1; 0 for a gap.
    var value: Int
  }

  /// The text cut into a coder's units and the gaps between them, the categories numbered from 1.
  func segments(
    _ units: [Unit], _ numbers: [Int: Int]
  ) -> Result<[Segment], Agreement.Undefined> {
    var segments: [Segment] = []
    var end = 0
    let marked = units.filter { !$0.range.isEmpty }
    for unit in marked.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = unit.range
      guard range.lowerBound >= 0, range.upperBound <= length else {
        return .failure(.outsideContinuum)
      }
      guard range.lowerBound >= end else { return .failure(.overlappingUnits) }
      if range.lowerBound > end {
        segments.append(Segment(range: end..<range.lowerBound, value: 0))
      }
      segments.append(Segment(range: range, value: numbers[unit.category, default: 0]))
      end = range.upperBound
    }
    if end < length { segments.append(Segment(range: end..<length, value: 0)) }
    return .success(segments)
  }
}
