import Samtale

extension TalkAssembly {
  /// Sets apart what stands among the words of a part and is not its speaker's: words of others
  /// between slashes (`//S02: yes//`, as noScribe writes), and signs.
  mutating func takeApart(_ part: inout TalkPart) {
    guard !part.isPlain, signs != nil || !part.isVerbatim else { return }
    var items: [TalkPart.Item] = []
    var isAlone: Bool?
    for item in part.items {
      guard case .words(let words, let language) = item else {
        items.append(item)
        continue
      }
      // Where the format names speakers itself, slashes are what was written.
      let pieces = part.isVerbatim || language != nil ? [item] : withoutOthers(words)
      for piece in pieces { items += withoutSigns(piece, part, &isAlone) }
    }
    part.items = items
  }

  private mutating func withoutOthers(_ words: String) -> [TalkPart.Item] {
    var items: [TalkPart.Item] = []
    var rest = words[...]
    while let inside = EmbeddedWords(rest, isVoice: { isVoice($0) }) {
      items.append(.words(String(rest[..<inside.range.lowerBound]), language: nil))
      items.append(.event(MarkDraft(.contribution, inside.words), by: [inside.label]))
      let length = rest[inside.range].unicodeScalars.count
      accounted[.names] += inside.label.unicodeScalars.count
      accounted[.markup] +=
        length - inside.words.unicodeScalars.count - inside.label.unicodeScalars.count
      rest = rest[inside.range.upperBound...]
    }
    return items + [.words(String(rest), language: nil)]
  }

  private mutating func withoutSigns(
    _ item: TalkPart.Item, _ part: TalkPart, _ isAlone: inout Bool?
  ) -> [TalkPart.Item] {
    guard let signs, case .words(let words, let language) = item, TalkSigns.mayHold(words) else {
      return [item]
    }
    let signed = SignedWords(words, language: language, signs) {
      let found = isAlone ?? part.isAloneInBrackets
      isAlone = found
      return found
    }
    count(signed, line: part.line)
    return signed.items
  }

  /// Accounts for signs, and says which were guessed.
  mutating func count(_ signed: SignedWords, line: Int) {
    accounted[.markup] += signed.markup
    accounted[.descriptions] += signed.descriptions
    for guess in signed.guesses { findings.guess(guess.kind, line: line, example: guess.text) }
  }
}

extension TalkSigns {
  /// Whether there may be signs in a text.
  static func mayHold(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "<"),
        UInt8(ascii: "*"), UInt8(ascii: "x"), 0xE2, 0xF0:
        true
      default: false
      }
    }
  }
}

extension TalkPart {
  /// Whether nothing but what stands in brackets is said.
  fileprivate var isAloneInBrackets: Bool {
    let words = items.map { item in
      switch item {
      case .words(let words, _), .stretch(let words, _): words
      case .time, .note, .event, .placed: ""
      }
    }
    return TalkSigns.isAlone(Array(words.joined(separator: " ").utf8))
  }

  /// Whether there are signs and nothing else.
  var isOnlySigns: Bool {
    var hasSign = false
    for item in items {
      switch item {
      case .words(let words, _): if words.holdsWords { return false }
      case .stretch, .placed: return false
      case .event(let mark, _):
        if mark.kind == .contribution { return false }
        hasSign = true
      case .note: hasSign = true
      case .time: break
      }
    }
    return hasSign && annotations.isEmpty && translations.isEmpty
  }
}
