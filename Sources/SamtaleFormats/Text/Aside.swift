import Samtale

/// A paragraph between turns that nobody says.
enum Aside: Equatable {
  /// `...`: talk was left out.
  case cut
  /// `(later)`: time has gone by.
  case later(String)
  /// An event in brackets by itself: `(applause)`.
  case event(MarkDraft)
  /// `((door opens))`, or what is taken for a description: `[They look at the plan]`.
  case remark(String, isGuess: Bool)
  /// A dividing line.
  case line

  init?(_ paragraph: String, _ dialect: StampDialect, _ signs: TalkSigns = TalkSigns()) {
    guard let first = paragraph.utf8.first(where: { $0 > 0x20 }),
      first >= 0x80 || "[({<.-_=*~".utf8.contains(first)
    else { return nil }
    let text = paragraph.trimmed
    guard
      text.unicodeScalars.first.map({ $0.isASCII || "…–—".unicodeScalars.contains($0) }) ?? false
    else { return nil }
    let bare = text.filter { !$0.isWhitespace }
    if ["...", "…", "[...]", "[…]", "(...)", "(…)", "....", "<...>"].contains(bare) {
      self = .cut
    } else if bare.count >= 3, let first = bare.first, "-_=*~–—".contains(first),
      bare.allSatisfy({ $0 == first })
    {
      self = .line
    } else {
      let bytes = Array(text.utf8)
      guard !bytes.isEmpty, TalkSigns.mayBegin(bytes, 0),
        let bracket = Bracket(bytes, 0, longest: bytes.count), bracket.length == bytes.count,
        !bracket.text.isEmpty
      else { return nil }
      if Self.isLater(bracket.text) {
        self = .later(bracket.text)
      } else if let event = bracket.event(dialect) {
        self = .event(event.mark)
      } else if bracket.isDoubled {
        self = .remark(bracket.text, isGuess: false)
      } else if signs.describes(bracket) {
        self = .remark(bracket.text, isGuess: bracket.holdsWords)
      } else {
        return nil
      }
    }
  }

  /// The characters of a paragraph that are kept nowhere.
  func markup(of paragraph: String) -> Int {
    let all = paragraph.visibleScalars
    switch self {
    case .cut, .line: return all
    case .event(let mark):
      return mark.kind == .pause ? 0 : all - (mark.text?.visibleScalars ?? 0)
    case .remark(let text, _), .later(let text): return all - text.visibleScalars
    }
  }

  /// Whether a remark at a label says that time has gone by.
  static func isLater(_ remark: String) -> Bool {
    let lower = remark.lowercased()
    return ["later", "senere", "seinare", "seinere", "später", "afterwards", "etterpå"].contains {
      lower == $0 || lower.hasPrefix($0 + " ") || lower.hasSuffix(" " + $0)
    }
  }
}
