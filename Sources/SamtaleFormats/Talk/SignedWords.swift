import Samtale

/// Words with the signs in them set apart, and what became of the characters of these.
struct SignedWords {
  var items: [TalkPart.Item] = []
  /// Scalars that are kept nowhere, and those of descriptions that are not kept either.
  var markup = 0
  var descriptions = 0
  /// What was not known.
  var guesses: [(kind: ImportGuess.Kind, text: String)] = []

  init() {}

  /// Takes a text apart.
  /// - Parameters:
  ///   - text: The text.
  ///   - language: A language of its own.
  ///   - signs: How signs are read.
  ///   - isAlone: Whether nothing but signs is said; asked only where it matters.
  init(_ text: String, language: String?, _ signs: TalkSigns, isAlone: () -> Bool) {
    let bytes = Array(text.utf8)
    var wordsFrom = 0
    var at = 0
    while at < bytes.count {
      guard TalkSigns.mayBegin(bytes, at), let sign = signs.sign(bytes, at, isAlone: isAlone) else {
        at += 1
        continue
      }
      if case .escaped = sign.meaning {
        addWords(bytes[wordsFrom..<(at + sign.length)], language)
        markup += 1
        at += sign.length + TalkSigns.joinerLength
        wordsFrom = at
      } else if let item = take(sign, bytes[at..<(at + sign.length)]) {
        let end = item.endOfWords(bytes, from: wordsFrom, before: at, length: sign.length)
        addWords(bytes[wordsFrom..<end], language)
        items.append(item)
        at += sign.length
        wordsFrom = at
      } else {
        at += 1
      }
    }
    addWords(bytes[wordsFrom...], language)
  }

  private mutating func addWords(_ bytes: ArraySlice<UInt8>, _ language: String?) {
    guard !bytes.isEmpty else { return }
    guard case .words(var words, _)? = items.last else {
      return items.append(.words(bytes.string, language: language))
    }
    // What an escape divided is one text; taken out first, so that it is not copied.
    items.removeLast()
    words += bytes.string
    items.append(.words(words, language: language))
  }

  /// Counts the characters of a sign.
  /// - Returns: What it becomes; `nil` if its words are talk.
  mutating func take(_ sign: TalkSigns.Sign, _ source: ArraySlice<UInt8>) -> TalkPart.Item? {
    switch sign.meaning {
    case .event(let mark): return item(mark, source)
    case .description(let mark):
      guesses.append((.bracketDescription, source.string))
      return item(mark, source)
    case .placeholder: return .stretch(source.string, MarkDraft(.segment, type: "anon"))
    case .talk:
      guesses.append((.bracketWords, source.string))
      return nil
    case .escaped: return nil
    }
  }

  private mutating func item(_ mark: MarkDraft, _ source: ArraySlice<UInt8>) -> TalkPart.Item {
    if mark.kind == .pause {
      descriptions += source.scalarCount
    } else {
      markup += max(0, source.scalarCount - (mark.text?.unicodeScalars.count ?? 0))
    }
    return mark.kind == .note ? .note(mark.text ?? "", type: mark.type) : .event(mark, by: [])
  }
}

extension TalkPart.Item {
  /// Where words end before an item: no space is left before a full stop, as in `so (laughs).`
  func endOfWords(_ bytes: [UInt8], from start: Int, before place: Int, length: Int) -> Int {
    if case .stretch = self { return place }
    guard length > 0, let next = bytes.next(place + length - 1), ".,;:!?".utf8.contains(next) else {
      return place
    }
    var end = place
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
