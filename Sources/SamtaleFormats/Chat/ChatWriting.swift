/// Pieces of main lines that can be written in several ways which say the same. A transcript holds
/// what they say; the writer chooses one way.
enum ChatWriting {
  /// How the piece of a main line at a place is written, if the writer would write it in another
  /// way; `nil` otherwise.
  static func other(_ tokens: [ChatToken], _ index: Int) -> String? {
    let token = tokens[index]
    if let writing = token.writing { return writing }
    let before = index > 0 ? tokens[index - 1] : nil
    switch token.kind {
    case .groupEnd: return word(inGroup: tokens, endingAt: index).map { "<\($0)>" }
    case .overlap(_, opens: false):
      let isNextGlued = index + 1 < tokens.count && tokens[index + 1].isGlued
      guard token.isGlued, !isNextGlued, let before, !before.isGlued,
        case .word(let word) = before.kind
      else { return nil }
      return word + "⌉"
    case .quote(let mark):
      guard token.isGlued, case .pause = before?.kind else { return nil }
      return ")" + String(mark)
    case .punctuation(let mark), .terminator(let mark):
      guard token.isGlued, case .contribution(_, let words) = before?.kind else { return nil }
      return words + mark
    default: return nil
    }
  }

  /// The only word of a group, which needs no angle brackets.
  private static func word(inGroup tokens: [ChatToken], endingAt end: Int) -> String? {
    var word: String?
    for token in tokens[..<end].reversed() {
      switch token.kind {
      case .code where word == nil: continue
      case .word(let text) where word == nil: word = text
      case .groupStart: return word
      default: return nil
      }
    }
    return nil
  }
}
