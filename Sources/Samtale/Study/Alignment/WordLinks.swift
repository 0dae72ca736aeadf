/// Where each word of the old version stands in the new one.
struct WordLinks: Sendable {
  /// How far a link can be relied on.
  enum Trust: UInt8, Sendable {
    case certain
    /// The words are the same, but what stood around them is not there.
    case apart
    /// Another place is as good.
    case ambiguous
  }

  private var firsts: [Int32]
  private var lasts: [Int32]
  private var shares: [UInt8]
  private var trusts: [Trust]
  /// For each new word an old word that leads to it, or -1.
  private var claims: [Int32]

  init(old: Int, new: Int) {
    firsts = Array(repeating: -1, count: old)
    lasts = firsts
    shares = Array(repeating: 0, count: old)
    trusts = Array(repeating: .certain, count: old)
    claims = Array(repeating: -1, count: new)
  }

  /// The new words that an old word became: one, or two if it was split.
  func target(_ word: Int) -> ClosedRange<Int>? {
    firsts[word] < 0 ? nil : Int(firsts[word])...Int(lasts[word])
  }

  /// How much of the word stayed, in hundredths of its letters: 100 for the same word.
  func share(_ word: Int) -> Int { firsts[word] < 0 ? 0 : Int(shares[word]) }

  func trust(_ word: Int) -> Trust { trusts[word] }

  /// An old word that leads to a new one.
  func source(_ newWord: Int) -> Int? { claims[newWord] < 0 ? nil : Int(claims[newWord]) }

  mutating func link(
    _ word: Int, to target: ClosedRange<Int>, share: Int = 100, trust: Trust = .certain
  ) {
    unlink(word)
    firsts[word] = Int32(target.lowerBound)
    lasts[word] = Int32(target.upperBound)
    shares[word] = UInt8(clamping: share)
    trusts[word] = trust
    for new in target { claims[new] = Int32(word) }
  }

  mutating func unlink(_ word: Int) {
    guard let target = target(word) else { return }
    for new in target where claims[new] == Int32(word) { claims[new] = -1 }
    firsts[word] = -1
  }

  /// Lowers the trust in a link that was certain.
  mutating func doubt(_ word: Int, _ trust: Trust) {
    if trusts[word] == .certain { trusts[word] = trust }
  }
}
