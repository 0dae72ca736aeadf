/// Which entries have a name of several words that a shorter one may mean.
struct NameIndex {
  private var byWord: [String: [Int]] = [:]
  private var byInitial: [String: [Int]] = [:]
  private var byBeginning: [String: [Int]] = [:]

  mutating func add(_ name: String, _ kind: IdentifierKind, entry: Int) {
    let words = name.lowercased().split(separator: " ").map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else { return }
    if kind == .person {
      for word in Set([first, last]) { Self.insert(entry, &byWord[word, default: []]) }
      Self.insert(entry, &byInitial[first.prefix(1) + " " + last, default: []])
    } else if kind == .organisation {
      for count in 1..<words.count {
        let beginning = words[..<count].joined(separator: " ")
        Self.insert(entry, &byBeginning[beginning, default: []])
      }
    }
  }

  /// The people whose full name begins or ends with a word, or with whom an initial and a last word
  /// agree (`k. nordmann`).
  func people(of lower: String) -> [Int] {
    let words = lower.split(separator: " ")
    if words.count == 1 { return byWord[lower] ?? [] }
    let initial = words[0].filter(\.isLetter)
    guard words.count == 2, initial.count == 1 else { return [] }
    return byInitial[initial + " " + words[1]] ?? []
  }

  /// The organisations whose name begins with these words.
  func organisations(of lower: String) -> [Int] { byBeginning[lower] ?? [] }

  private static func insert(_ entry: Int, _ entries: inout [Int]) {
    if !entries.contains(entry) { entries.append(entry) }
  }
}
