/// A pattern of a lexicon, read but not yet tied to a vocabulary.
struct CuePattern: Hashable, Sendable {
  /// A word as it must stand, or the beginning of one.
  struct Word: Hashable, Sendable {
    var text: String
    var isPrefix: Bool
  }

  /// Words one after the other.
  typealias Phrase = [Word]

  /// One of several ways to go on.
  enum Alternative: Hashable, Sendable {
    /// Words one after the other; none is allowed.
    case phrase(Phrase)
    /// Any entry of a named list.
    case list(String)
  }

  /// A step of the pattern.
  enum Item: Hashable, Sendable {
    case choice([Alternative])
    /// Any one word (`_`).
    case anyWord
    /// Up to three words (`...`).
    case gap
    /// A comma or another small break (`,`).
    case comma
  }

  /// What is wrong with a pattern, to be completed with file and line.
  struct Fault: Error {
    var message: String
    var advice: String
  }

  var items: [Item] = []
  var isAtStart = false
  var isAtEnd = false

  init() {}

  /// Reads a pattern.
  init(_ text: String) throws(Fault) {
    var rest = text[...]
    if rest.first == "^" {
      isAtStart = true
      rest = rest.dropFirst()
    }
    if rest.last == "$" {
      isAtEnd = true
      rest = rest.dropLast()
    }
    for part in try Self.parts(rest) { items.append(try Self.item(part)) }
    if items.last == .comma {
      throw Fault(message: "ends in a comma", advice: "write `_` after it for any word")
    }
    guard items.contains(where: { if case .choice = $0 { true } else { false } }) else {
      throw Fault(message: "names no word", advice: "write at least one word into it")
    }
  }

  /// Whether the pattern is only a list of words or phrases.
  var isPlain: Bool {
    if isAtStart || isAtEnd { return false }
    return items.allSatisfy { item in
      guard case .choice(let choices) = item else { return false }
      let isWords = choices.allSatisfy {
        if case .phrase(let words) = $0 { !words.isEmpty } else { false }
      }
      return isWords && (items.count == 1 || choices.count == 1)
    }
  }

  /// The phrases of a plain pattern.
  var phrases: [Phrase] {
    let choices = items.map { item -> [Phrase] in
      guard case .choice(let choices) = item else { return [] }
      return choices.compactMap { if case .phrase(let words) = $0 { words } else { nil } }
    }
    return choices.count == 1 ? choices[0] : [choices.flatMap { $0.flatMap { $0 } }]
  }

  /// The lists it refers to.
  var listNames: [String] {
    items.flatMap { item -> [String] in
      guard case .choice(let choices) = item else { return [] }
      return choices.compactMap { if case .list(let name) = $0 { name } else { nil } }
    }
  }

  /// The parts between spaces outside parentheses.
  private static func parts(_ text: Substring) throws(Fault) -> [Substring] {
    var parts: [Substring] = []
    var isInside = false
    var start = text.startIndex
    for place in text.indices {
      switch text[place] {
      case "(" where !isInside: isInside = true
      case ")" where isInside: isInside = false
      case "(", ")":
        throw Fault(
          message: "has parentheses that do not match",
          advice: "write (one|two), never one inside another"
        )
      case " " where !isInside:
        parts.append(text[start..<place])
        start = text.index(after: place)
      default: break
      }
    }
    if isInside { throw Fault(message: "lacks a )", advice: "write (one|two)") }
    parts.append(text[start...])
    return parts.filter { !$0.isEmpty }
  }

  private static func item(_ part: Substring) throws(Fault) -> Item {
    switch part {
    case "_": return .anyWord
    case "...", "…": return .gap
    case ",": return .comma
    default: break
    }
    guard part.first == "(" else { return .choice([try alternative(part)]) }
    guard part.last == ")" else {
      throw Fault(message: "has something right after a )", advice: "put a space between them")
    }
    var choices: [Alternative] = []
    let inside = part.dropFirst().dropLast()
    for choice in inside.split(separator: "|", omittingEmptySubsequences: false) {
      choices.append(try alternative(choice))
    }
    return .choice(choices)
  }

  private static func alternative(_ text: Substring) throws(Fault) -> Alternative {
    if text.first == "@" { return .list(String(text.dropFirst())) }
    var phrase: Phrase = []
    for part in text.split(separator: " ") { phrase += try words(part) }
    return .phrase(phrase)
  }

  /// The words of a part without spaces; several if it holds dots, as in `f.eks`.
  private static func words(_ part: Substring) throws(Fault) -> Phrase {
    let isPrefix = part.last == "*"
    let text = isPrefix ? part.dropLast() : part
    for sign in text.unicodeScalars where "^$*()|@_,".unicodeScalars.contains(sign) {
      throw Fault(
        message: "has “\(sign)” in a place where it means nothing",
        advice: "see the description of the pattern language"
      )
    }
    var words = CueWord.words(in: String(text)).map { Word(text: $0, isPrefix: false) }
    guard !words.isEmpty else {
      throw Fault(message: "has “\(part)”, which holds no letter", advice: "write a word")
    }
    words[words.count - 1].isPrefix = isPrefix
    return words
  }
}
