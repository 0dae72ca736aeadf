import Samtale

/// Words and what is marked of them.
extension ChatSpeech {
  /// Adds words after the white space that is due, and lets what waits stand before them.
  mutating func append(_ words: String) {
    if isSpaceDue, length > 0 {
      text.append(" ")
      length += 1
    }
    isSpaceDue = false
    settleWaiting()
    passBullet()
    for id in unsettled { openings[id].start = length }
    unsettled = []
    text.append(contentsOf: words.unicodeScalars)
    length += words.unicodeScalars.count
  }

  mutating func settleWaiting() {
    for index in waiting { marks[index].range = length..<length }
    waiting = []
  }

  mutating func read(word raw: String) {
    let word = ChatWord(raw, isCA: context.isCA, decodes: context.decodes)
    omitted += word.omitted
    switch word.sort {
    case .gap(let reason): return add(MarkDraft(.gap, reason: reason))
    case .omitted: return add(MarkDraft(.note, word.text, type: "omitted-word"))
    case .plain, .filler, .nonword, .fragment: break
    }
    guard word.pieces.contains(where: { $0 != .close }) else {
      if context.isCA { for _ in word.pieces { toggle("p.unclear", opens: false) } }
      return
    }
    order += 1
    let begun = order
    let start = append(word.pieces)
    guard length > start else { return }
    // Glued pieces (so⌈me⌉) are one word.
    let glued = unit.flatMap { !$0.isGroup && $0.range.upperBound == start ? $0 : nil }
    leaveUnit()
    unit = Unit(range: (glued?.range.lowerBound ?? start)..<length, order: glued?.order ?? begun)
    hasSpoken = true
    mark(word, start..<length, order: begun)
  }

  /// - Returns: Where the word begins.
  mutating func append(_ pieces: [ChatWord.Piece]) -> Int {
    var start: Int?
    var left: Int?
    for piece in pieces {
      switch piece {
      case .text(let words):
        append(words)
        start = start ?? length - words.unicodeScalars.count
      case .open where context.isCA: toggle("p.unclear", opens: true)
      case .close where context.isCA: toggle("p.unclear", opens: false)
      case .open:
        if start == nil { append("") }
        start = start ?? length
        left = left ?? length
      case .close:
        if let left { add(stretch: MarkDraft(.segment, type: "omitted"), left..<length, nil) }
        left = nil
      }
    }
    if let left { add(stretch: MarkDraft(.segment, type: "omitted"), left..<length, nil) }
    return start ?? length
  }

  mutating func mark(_ word: ChatWord, _ range: Range<Int>, order: Int) {
    switch word.sort {
    case .filler: add(stretch: MarkDraft(.segment, type: "filler"), range, order)
    case .nonword: add(stretch: MarkDraft(.segment, type: "nonword"), range, order)
    case .fragment: add(stretch: MarkDraft(.deleted, type: "truncation"), range, order)
    case .plain, .omitted, .gap: break
    }
    if word.isCompound {
      add(stretch: MarkDraft(.segment, type: ChatCodes.compound), range, order)
    }
    guard let code = word.language, let language = wordLanguage(code) else {
      foreign = nil
      return
    }
    if let foreign, foreign.language == language {
      marks[foreign.mark].range = marks[foreign.mark].range.lowerBound..<range.upperBound
    } else {
      add(stretch: MarkDraft(.segment, type: "language", language: language), range, order)
      foreign = (language, marks.count - 1)
    }
  }

  func wordLanguage(_ code: String) -> String? {
    if !code.isEmpty { return ChatLanguage.tag(code) }
    guard context.languages.count == 2 else { return nil }
    return context.languages.first { $0 != language ?? context.languages.first }
  }

  mutating func append(punctuation marks: String, isLast: Bool) {
    // Marks alone are no words.
    guard hasSpoken else { return }
    if !isLast { settleWaiting() }
    text.append(contentsOf: marks.unicodeScalars)
    length += marks.unicodeScalars.count
    isSpaceDue = false
  }
}
