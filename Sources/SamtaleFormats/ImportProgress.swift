/// Tells whoever asked how far the import of a file has come (``ImportOptions/progress``).
///
/// A format divides its work into stages, each of which takes a part of what is left of the whole
/// and has a number of steps: bytes, lines, parts of talk. If nobody asked, a step costs a comparison.
struct ImportProgress {
  private let report: (@Sendable (Double) -> Void)?
  /// Where the stage begins and ends, from 0 to 1.
  private var start = 0.0
  private var end = 0.0
  private var steps = 1
  /// The step with which to tell again.
  private var next = Int.max

  /// How often a stage tells at most.
  private static let tellings = 100

  init(_ report: (@Sendable (Double) -> Void)?) { self.report = report }

  /// Begins a stage.
  /// - Parameters:
  ///   - part: How much it takes of what is left of the work, from 0 to 1.
  ///   - steps: How many steps it has.
  mutating func begin(_ part: Double, of steps: Int) {
    guard report != nil else { return }
    start = end
    end += (1 - end) * part
    self.steps = max(steps, 1)
    next = 0
  }

  /// Says how many steps of the stage are done.
  @inline(__always)
  mutating func tell(_ done: Int) {
    if done >= next { tellNow(done) }
  }

  private mutating func tellNow(_ done: Int) {
    next = done + max(steps / Self.tellings, 1)
    report?(start + (end - start) * min(Double(done) / Double(steps), 1))
  }

  /// What to tell of some steps of the stage that are told of as a whole from 0 to 1; `nil` if nobody
  /// asked.
  func within(_ range: Range<Int>) -> (@Sendable (Double) -> Void)? {
    guard let report else { return nil }
    let (start, length) = (start, (end - start) / Double(steps))
    return { report(start + length * (Double(range.lowerBound) + Double(range.count) * $0)) }
  }
}
