/// Takes a main line apart.
struct ChatTokenizer {
  let text: [Unicode.Scalar]
  var next = 0
  private(set) var tokens: [ChatToken] = []
  /// The last place of characters that close something, so that nobody looks for them in vain.
  let lastBracket: Int
  let lastBullet: Int
  /// How the last piece is written, where the writer would write it in another way.
  var writing: String?
  /// Whether nothing but linkers has come.
  private var isBeginning = true

  init(_ content: String) {
    text = Array(content.unicodeScalars)
    lastBracket = text.lastIndex(of: "]") ?? -1
    lastBullet = text.lastIndex(of: "\u{15}") ?? -1
    var isGlued = false
    while next < text.count {
      if Self.isSpace(text[next]) {
        isGlued = false
        next += 1
      } else {
        let kind = token(isGlued: isGlued)
        let token = ChatToken(kind: kind, isGlued: isGlued, writing: writing)
        writing = nil
        isBeginning = isBeginning && token.isLinker
        tokens.append(token)
        isGlued = true
      }
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 && scalar.value != 0x15 && !(1...4).contains(scalar.value)
      || scalar.properties.isWhitespace
  }

  private mutating func token(isGlued: Bool) -> ChatToken.Kind {
    let scalar = text[next]
    switch scalar {
    case "\u{15}": return bullet()
    case "[": return code()
    case "<": return single(.groupStart)
    case ">": return single(.groupEnd)
    case "“", "”": return single(.quote(scalar))
    case "]": return single(.broken("]"))
    case "„", "‡": return single(.satellite(scalar))
    case "(":
      if let pause = pause() { return pause }
    case "+":
      if let special = special(isGlued: isGlued) { return special }
    case "&": return ampersand()
    case "#":
      if let pause = oldPause() { return pause }
    case "0" where isAlone(1): return single(.action)
    default: break
    }
    if let bracket = ChatCodes.overlapBrackets[scalar] { return overlap(bracket) }
    if ChatCodes.silentBrackets.contains(scalar) { return single(.sign(scalar)) }
    if ChatCodes.contours.contains(scalar), isAlone(1) { return single(.sign(scalar)) }
    if let marks = punctuation(at: next) {
      next += marks
      return .punctuation(string(next - marks, next))
    }
    return word()
  }

  mutating func single(_ kind: ChatToken.Kind) -> ChatToken.Kind {
    next += 1
    return kind
  }

  func string(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<end])
    return String(view)
  }

  /// Whether what follows so many characters later ends a word.
  private func isAlone(_ offset: Int) -> Bool {
    let place = next + offset
    guard place < text.count else { return true }
    return Self.isSpace(text[place]) || "[]<>\u{15}⌈⌉⌊⌋”".unicodeScalars.contains(text[place])
      || punctuation(at: place) != nil
  }

  // MARK: Special ends and beginnings

  private mutating func special(isGlued: Bool) -> ChatToken.Kind? {
    if let code = terminator(at: next) {
      next += code.unicodeScalars.count
      return .terminator(code)
    }
    guard !isGlued || isBeginning else { return nil }
    for linker in ChatCodes.linkers where starts(with: linker, at: next) {
      next += linker.unicodeScalars.count
      return .linker(linker)
    }
    return nil
  }

  private func terminator(at place: Int) -> String? {
    ChatCodes.terminators.first { starts(with: $0.code, at: place) }?.code
  }

  private func starts(with code: String, at place: Int) -> Bool {
    let scalars = code.unicodeScalars
    guard place + scalars.count <= text.count else { return false }
    return zip(scalars, text[place...]).allSatisfy { $0 == $1 }
  }

  /// The number of marks that end a word here; `nil` if the word goes on.
  func punctuation(at place: Int) -> Int? {
    guard ".?!,;:".unicodeScalars.contains(text[place]) else { return nil }
    var end = place
    while end < text.count, end < place + 8, ".?!,;:".unicodeScalars.contains(text[end]) {
      end += 1
    }
    guard end < text.count else { return end - place }
    let ends = Self.isSpace(text[end]) || "[]<>\u{15}⌈⌉⌊⌋“”".unicodeScalars.contains(text[end])
    return ends ? end - place : nil
  }

  // MARK: Words

  mutating func word() -> ChatToken.Kind {
    let start = next
    next += 1
    while next < text.count, !endsWord() { next += 1 }
    return .word(string(start, next))
  }

  private func endsWord() -> Bool {
    let scalar = text[next]
    switch scalar {
    case "[", "]", "<", ">", "“", "”", "\u{15}", "„", "‡": return true
    case "(": return pause(at: next) != nil
    case "+": return terminator(at: next) != nil
    // Colons are lengthened vowels, unless nothing stands before them.
    case ":": return false
    default:
      return Self.isSpace(scalar) || ChatCodes.overlapBrackets[scalar] != nil
        || ChatCodes.silentBrackets.contains(scalar) || punctuation(at: next) != nil
    }
  }
}

extension ChatToken {
  fileprivate var isLinker: Bool { if case .linker = kind { true } else { false } }
}
