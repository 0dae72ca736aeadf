/// Gems: stretches that `@Bg` and `@Eg` mark, or that go from one `@G` to the next.
struct ChatGems {
  private(set) var topics: [(label: String, parts: Range<Int>)] = []
  private(set) var unclosed: [String] = []
  /// Indices of topics that are open, by their words.
  private var open: [String: [Int]] = [:]
  private var lazy: Int?

  /// - Returns: Whether the header is one of gems.
  mutating func read(_ line: ChatLine, at part: Int) -> Bool {
    let label = line.content.trimmed
    switch line.name {
    case "Bg":
      open[label, default: []].append(topics.count)
      topics.append((label, part..<part))
    case "Eg":
      guard let index = open[label]?.popLast() else { return true }
      topics[index].parts = topics[index].parts.lowerBound..<part
    case "G":
      closeLazy(at: part)
      lazy = topics.count
      topics.append((label, part..<part))
    default: return false
    }
    return true
  }

  mutating func close(at part: Int) {
    closeLazy(at: part)
    for (label, indices) in open.sorted(by: { $0.key < $1.key }) {
      for index in indices {
        unclosed.append(label)
        topics[index].parts = topics[index].parts.lowerBound..<part
      }
    }
  }

  private mutating func closeLazy(at part: Int) {
    guard let lazy else { return }
    topics[lazy].parts = topics[lazy].parts.lowerBound..<part
    self.lazy = nil
  }
}
