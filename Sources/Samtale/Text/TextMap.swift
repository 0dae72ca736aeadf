/// Where the places of a text are after some of its stretches were replaced.
///
/// All offsets are in Unicode scalars. What lies inside a replaced stretch has no place of its own
/// in the new text: a range that begins or ends there takes in the whole replacement.
public struct TextMap: Hashable, Sendable {
  /// A stretch, and what stands in its place.
  struct Edit: Hashable, Sendable {
    /// Never empty, unless the whole text was.
    var old: Range<Int>
    var new: Range<Int>
  }

  private var edits: [Edit]
  /// White space that was collapsed after the edits.
  private var spaces: [Edit]

  /// Leaves every place where it is.
  public init() { self.init([]) }

  /// - Parameters:
  ///   - edits: In order, apart from each other.
  ///   - spaces: Changes of the text that the edits make; in order too.
  init(_ edits: [Edit], then spaces: [Edit] = []) {
    self.edits = edits
    self.spaces = spaces
  }

  /// Whether nothing was replaced.
  public var isIdentity: Bool { edits.isEmpty }

  /// Where a range is in the new text. An empty range stays empty.
  public func range(_ old: Range<Int>) -> Range<Int> {
    let start = lower(old.lowerBound)
    return start..<(old.isEmpty ? start : max(start, upper(old.upperBound)))
  }

  /// Where a place is in the new text; one inside a replaced stretch is at its beginning.
  public func offset(_ old: Int) -> Int { lower(old) }

  /// Where something that begins at a place begins in the new text.
  func lower(_ old: Int) -> Int { Self.lower(Self.lower(old, edits), spaces) }

  /// Where something that ends at a place ends in the new text.
  func upper(_ old: Int) -> Int { Self.upper(Self.upper(old, edits), spaces) }

  /// The replaced stretch of the old text that a place lies inside, not at an end of it.
  func replaced(around old: Int) -> Range<Int>? {
    let index = Self.count(edits) { $0.old.lowerBound < old } - 1
    return index >= 0 && old < edits[index].old.upperBound ? edits[index].old : nil
  }

  /// Whether a range holds anything that was replaced.
  public func changes(_ old: Range<Int>) -> Bool {
    let index = Self.count(edits) { $0.old.upperBound <= old.lowerBound }
    return index < edits.count && edits[index].old.lowerBound < old.upperBound
  }

  private static func lower(_ place: Int, _ edits: [Edit]) -> Int {
    let index = count(edits) { $0.old.lowerBound <= place } - 1
    guard index >= 0 else { return place }
    let edit = edits[index]
    return place < edit.old.upperBound
      ? edit.new.lowerBound : edit.new.upperBound + place - edit.old.upperBound
  }

  private static func upper(_ place: Int, _ edits: [Edit]) -> Int {
    let index = count(edits) { $0.old.lowerBound < place } - 1
    guard index >= 0 else { return place }
    let edit = edits[index]
    return edit.new.upperBound + max(0, place - edit.old.upperBound)
  }

  /// How many edits at the beginning fulfil a condition that no later one fulfils.
  private static func count(_ edits: [Edit], where holds: (Edit) -> Bool) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if holds(edits[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
