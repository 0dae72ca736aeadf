import Dispatch
import Synchronization

/// Work on many things at the same time, with the results in order.
enum ConcurrentMap {
  /// - Parameters:
  ///   - count: How many things there are.
  ///   - workers: How many to work on at the same time.
  ///   - body: The work on the thing with a number; called on several threads.
  /// - Returns: The results in the order of the numbers.
  static func map<Value: Sendable>(
    _ count: Int, workers: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    guard workers > 1, count > 1 else { return (0..<count).map(body) }
    let state = Mutex((next: 0, results: [Value?](repeating: nil, count: count)))
    DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
      while true {
        let index = state.withLock { state in
          state.next += 1
          return state.next - 1
        }
        guard index < count else { return }
        let value = body(index)
        state.withLock { $0.results[index] = value }
      }
    }
    return state.withLock { $0.results.compactMap { $0 } }
  }
}
