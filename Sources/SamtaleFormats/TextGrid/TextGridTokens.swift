/// The values of a Praat text file, in order: what Praat calls free-standing numbers, strings and
/// flags. All other words are comments for the human reader (Praat manual, “TextGrid file formats”),
/// which is why the long and the short form are read alike.
struct TextGridTokens {
  /// A value with the line where it begins, from 1.
  struct Token {
    enum Value {
      /// `nil` where it is written as undefined or beyond all numbers.
      case number(Double?)
      case string(String)
      case flag
    }

    var value: Value
    var line: Int

    var number: Double?? { if case .number(let number) = value { number } else { nil } }
    var string: String? { if case .string(let string) = value { string } else { nil } }
  }

  private(set) var tokens: [Token] = []
  /// Lines of labels with a quotation mark that is not doubled.
  private(set) var loneQuotes: [Int] = []
  /// Lines of labels that are not closed.
  private(set) var unclosed: [Int] = []
  /// Lines of numbers with a decimal comma.
  private(set) var commas: [Int] = []
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")

  init(_ text: SourceText, _ progress: ImportProgress) {
    var progress = progress
    bytes = text.bytes
    while at < bytes.count {
      readNext()
      progress.tell(at)
    }
  }

  private mutating func readNext() {
    switch bytes[at] {
    case 0x0A:
      line += 1
      at += 1
    case 0...0x20: at += 1
    case UInt8(ascii: "!"): skipLine()
    case Self.quote: readString()
    case UInt8(ascii: "<"): readFlag()
    default: readWord()
    }
  }

  private mutating func skipLine() {
    at = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private mutating func readFlag() {
    let end = bytes[at...].prefix(64).firstIndex { $0 == UInt8(ascii: ">") || $0 == 0x0A }
    guard let end, bytes[end] != 0x0A else { return readWord() }
    tokens.append(Token(value: .flag, line: line))
    at = end + 1
  }

  /// A word is a number, or a comment up to the next white space or equals sign.
  private mutating func readWord() {
    let end =
      bytes[at...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "=") } ?? bytes.count
    let word = bytes[at..<end]
    at = max(end, at + 1)
    guard let first = word.first, "0123456789+-.".utf8.contains(first), word.count <= 64 else {
      return
    }
    if let number = number(word.string) {
      tokens.append(Token(value: .number(number), line: line))
    }
  }

  /// A number as Praat or others spell it; the outer `nil` is none, the inner one undefined.
  private mutating func number(_ word: String) -> Double?? {
    if word == "--undefined--" { return .some(nil) }
    let isPercent = word.hasSuffix("%")
    var digits = isPercent ? String(word.dropLast()) : word
    guard digits.utf8.allSatisfy({ "0123456789+-.,eE".utf8.contains($0) }) else { return nil }
    if digits.contains(",") {
      digits = digits.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
      if Double(digits) != nil { commas.append(line) }
    }
    guard let value = Double(digits) else { return nil }
    return .some(value.isFinite ? (isPercent ? value / 100 : value) : nil)
  }

  // MARK: Strings

  private mutating func readString() {
    let first = line
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.quote {
        if at + 1 < bytes.count, bytes[at + 1] == Self.quote {
          at += 1
        } else if isClosing(at) {
          at += 1
          return tokens.append(Token(value: .string(text.string), line: first))
        } else {
          loneQuotes.append(line)
        }
      } else if byte == 0x0A {
        if beginsEntry(at + 1) { break }
        line += 1
      }
      text.append(byte)
      at += 1
    }
    unclosed.append(first)
    tokens.append(Token(value: .string(text.string), line: first))
  }

  /// A quotation mark closes a label where the line ends after it, or goes on with another value,
  /// or with a comment; else somebody forgot to double it.
  private func isClosing(_ place: Int) -> Bool {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard place + 1 < bytes.count, bytes[place + 1] > 0x20 else {
      let rest = bytes[(place + 1)...].drop(while: isSpace)
      guard let next = rest.first, next != 0x0A else { return true }
      if "\"!<+-.0123456789".utf8.contains(next) { return true }
      let end = rest.firstIndex { $0 == 0x0A || $0 == Self.quote }
      return end.map { bytes[$0] == 0x0A } ?? true
    }
    return false
  }

  /// Whether a line begins the next entry of the long form, which no label does.
  private func beginsEntry(_ start: Int) -> Bool {
    let line = bytes[start...].drop { $0 == 0x20 || $0 == 0x09 }
    guard line.startIndex > start else { return false }
    return ["intervals [", "points [", "item ["].contains { line.starts(with: $0.utf8) }
  }
}
