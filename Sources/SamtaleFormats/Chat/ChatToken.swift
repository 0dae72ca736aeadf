/// A piece of what stands in a main line.
struct ChatToken {
  enum Kind: Equatable {
    /// A word with its signs.
    case word(String)
    /// Marks that stand close to the word before: `,` `.` `?` …
    case punctuation(String)
    /// `‡` and `„`, which words have as a comma.
    case satellite(Unicode.Scalar)
    /// A special end: `+/.`.
    case terminator(String)
    /// A special beginning: `+<`.
    case linker(String)
    case groupStart
    case groupEnd
    /// What stands in square brackets.
    case code(String)
    /// A time bullet; milliseconds.
    case bullet(Int, Int)
    /// A pause with its length in seconds, or how many dots it has.
    case pause(seconds: Double?, dots: Int)
    /// `&=laughs`: what follows the sign.
    case event(String)
    /// `&*MOT:yeah`.
    case contribution(code: String, words: String)
    /// `&{l=soft`, `&}n=thump`.
    case feature(String, opens: Bool, isSound: Bool)
    /// `⌈`, `⌊2`, …
    case overlap(String, opens: Bool)
    /// `0`: something is done and nothing said.
    case action
    /// A quotation mark.
    case quote(Unicode.Scalar)
    /// Signs that say nothing of the words.
    case sign(Unicode.Scalar)
    /// What cannot be understood.
    case broken(String)
  }

  var kind: Kind
  /// Whether no white space stands before it.
  var isGlued: Bool
}

/// Takes a main line apart.
struct ChatTokenizer {
  private let text: [Unicode.Scalar]
  private var next = 0
  private(set) var tokens: [ChatToken] = []
  /// The last place of characters that close something, so that nobody looks for them in vain.
  private let lastBracket: Int
  private let lastBullet: Int
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
        let token = ChatToken(kind: token(isGlued: isGlued), isGlued: isGlued)
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

  private mutating func single(_ kind: ChatToken.Kind) -> ChatToken.Kind {
    next += 1
    return kind
  }

  private func string(_ start: Int, _ end: Int) -> String {
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

  // MARK: Bullets and brackets

  private mutating func bullet() -> ChatToken.Kind {
    guard next < lastBullet, let end = text[(next + 1)...].firstIndex(of: "\u{15}") else {
      return single(.broken("\u{15}"))
    }
    let inside = string(next + 1, end)
    next = end + 1
    guard let times = Self.times(inside) else { return .broken(inside) }
    return .bullet(times.start, times.end)
  }

  /// The times of a bullet: `1200_3400`, in old files `%mov:"name"_1200_3400`.
  static func times(_ bullet: String) -> (start: Int, end: Int)? {
    let parts = bullet.split(separator: "_").suffix(2)
    guard parts.count == 2, let first = parts.first, let last = parts.last else { return nil }
    let ending = last.last == "-" ? last.dropLast() : last
    guard let start = number(first), let end = number(ending) else { return nil }
    return (start, end)
  }

  private static func number(_ digits: Substring) -> Int? {
    guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.utf8.count <= 12 else {
      return nil
    }
    return Int(digits)
  }

  private mutating func code() -> ChatToken.Kind {
    guard next < lastBracket, let end = text[next...].firstIndex(of: "]") else {
      return single(.broken("["))
    }
    let inside = string(next + 1, end)
    next = end + 1
    return .code(inside.trimmed)
  }

  private mutating func overlap(_ bracket: (type: String, opens: Bool)) -> ChatToken.Kind {
    next += 1
    guard next < text.count, ("2"..."9").contains(text[next]) else {
      return .overlap(bracket.type, opens: bracket.opens)
    }
    next += 1
    return .overlap("\(bracket.type).\(text[next - 1])", opens: bracket.opens)
  }

  // MARK: Pauses

  /// `(.)`, `(..)`, `(2.5)`, `(1:02.5)`.
  private mutating func pause() -> ChatToken.Kind? {
    guard let (end, kind) = pause(at: next) else { return nil }
    next = end
    return kind
  }

  private func pause(at start: Int) -> (end: Int, ChatToken.Kind)? {
    var end = start + 1
    while end < text.count, end < start + 16, Self.isTime(text[end]) { end += 1 }
    guard end < text.count, end > start + 1, text[end] == ")" else { return nil }
    let inside = string(start + 1, end)
    if inside.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) {
      return (end + 1, .pause(seconds: nil, dots: inside.utf8.count))
    }
    let parts = inside.split(separator: ":", omittingEmptySubsequences: false)
    var seconds = 0.0
    for part in parts {
      guard let value = Double(part.last == "." ? part + "0" : part) else { return nil }
      seconds = seconds * 60 + value
    }
    // Words may be in parentheses too; a number without a point is one.
    guard parts.count > 1 || inside.utf8.contains(UInt8(ascii: ".")) else { return nil }
    return (end + 1, .pause(seconds: seconds, dots: 0))
  }

  /// `#` and `##`, pauses in files of the last century.
  private mutating func oldPause() -> ChatToken.Kind? {
    var end = next
    while end < text.count, end < next + 3, text[end] == "#" { end += 1 }
    guard end == text.count || Self.isSpace(text[end]) else { return nil }
    let dots = end - next
    next = end
    return .pause(seconds: nil, dots: dots)
  }

  private static func isTime(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "." || scalar == ":"
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
  private func punctuation(at place: Int) -> Int? {
    guard ".?!,;:".unicodeScalars.contains(text[place]) else { return nil }
    var end = place
    while end < text.count, end < place + 8, ".?!,;:".unicodeScalars.contains(text[end]) {
      end += 1
    }
    guard end < text.count else { return end - place }
    let ends = Self.isSpace(text[end]) || "[]<>\u{15}⌈⌉⌊⌋“”".unicodeScalars.contains(text[end])
    return ends ? end - place : nil
  }

  // MARK: Signs with an ampersand, and words

  private mutating func ampersand() -> ChatToken.Kind {
    let second = next + 1 < text.count ? text[next + 1] : " "
    switch second {
    case "=":
      next += 2
      return .event(body())
    case "*":
      next += 2
      let spoken = body()
      let colon = spoken.firstIndex(of: ":")
      guard let colon else { return .broken("&*" + spoken) }
      return .contribution(
        code: String(spoken[..<colon]), words: String(spoken[spoken.index(after: colon)...]))
    case "{", "}": return feature(opens: second == "{")
    default: return word()
    }
  }

  private mutating func feature(opens: Bool) -> ChatToken.Kind {
    let start = next
    next += 2
    while next < text.count, !Self.isSpace(text[next]) { next += 1 }
    let name = string(start + 2, next)
    if name.hasPrefix("l=") {
      return .feature(String(name.dropFirst(2)), opens: opens, isSound: false)
    }
    guard name.hasPrefix("n=") else { return .broken(string(start, next)) }
    // &{n=BANG} is a sound and no stretch.
    if opens, name.hasSuffix("}") { return .event(String(name.dropFirst(2).dropLast())) }
    return .feature(String(name.dropFirst(2)), opens: opens, isSound: true)
  }

  /// What an event or contribution says, up to white space.
  private mutating func body() -> String {
    let start = next
    while next < text.count, !Self.isSpace(text[next]),
      !"[]<>\u{15}⌈⌉⌊⌋".unicodeScalars.contains(text[next]), !endsBody()
    {
      next += 1
    }
    return string(start, next)
  }

  /// Lengthened vowels end in colons, which belong to the words.
  private func endsBody() -> Bool {
    text[next] != ":" && punctuation(at: next) != nil
  }

  private mutating func word() -> ChatToken.Kind {
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
