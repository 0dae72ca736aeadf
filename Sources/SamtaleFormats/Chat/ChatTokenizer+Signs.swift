/// Pieces that are no words: bullets, codes in brackets, pauses, signs with an ampersand.
extension ChatTokenizer {
  mutating func bullet() -> ChatToken.Kind {
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

  mutating func code() -> ChatToken.Kind {
    guard next < lastBracket, let end = text[next...].firstIndex(of: "]") else {
      return single(.broken("["))
    }
    let inside = string(next + 1, end)
    next = end + 1
    return .code(inside.trimmed)
  }

  mutating func overlap(_ bracket: (type: String, opens: Bool)) -> ChatToken.Kind {
    next += 1
    guard next < text.count, ("2"..."9").contains(text[next]) else {
      return .overlap(bracket.type, opens: bracket.opens)
    }
    next += 1
    return .overlap("\(bracket.type).\(text[next - 1])", opens: bracket.opens)
  }

  /// `(.)`, `(..)`, `(2.5)`, `(1:02.5)`.
  mutating func pause() -> ChatToken.Kind? {
    guard let (end, kind) = pause(at: next) else { return nil }
    let written = string(next, end)
    // Behind minutes the writer gives seconds two digits.
    if let colon = written.lastIndex(of: ":"),
      written[colon...].dropFirst().prefix(while: \.isNumber).count < 2
    {
      writing = written
    }
    next = end
    return kind
  }

  func pause(at start: Int) -> (end: Int, ChatToken.Kind)? {
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
  mutating func oldPause() -> ChatToken.Kind? {
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

  mutating func ampersand() -> ChatToken.Kind {
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
    if opens, name.hasSuffix("}") { return .sound(String(name.dropFirst(2).dropLast())) }
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
}
