/// Why a text is no JSON, or not what it should be.
struct JSONError: Error {
  /// The offset in bytes.
  var offset: Int
  var what: String
}

/// Reads JSON (RFC 8259) piece by piece, so that what is not needed is passed over and never held.
struct JSONReader {
  enum Kind { case object, list, text, number, flag, null }

  private let bytes: [UInt8]
  private(set) var at = 0
  /// Deeper nesting is refused.
  static let deepest = 64
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func error(_ what: String) -> JSONError { JSONError(offset: at, what: what) }

  /// What the next value is.
  mutating func kind() throws(JSONError) -> Kind {
    skipSpace()
    guard at < bytes.count else { throw error("the text ends where a value is due") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), 0x30...0x39: return .number
    default: throw error("this is no value of JSON")
    }
  }

  /// Whether nothing follows.
  mutating func end() throws(JSONError) {
    skipSpace()
    guard at == bytes.count else { throw error("something follows the end") }
  }

  /// Calls `body` for each name of an object; it must read or skip the value.
  mutating func object(_ body: (String, inout JSONReader) throws(JSONError) -> Void)
    throws(JSONError)
  {
    try enter(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return depth -= 1 }
    repeat {
      let name = try text()
      guard take(UInt8(ascii: ":")) else { throw error("a colon is missing") }
      try body(name, &self)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("a comma or } is missing") }
    depth -= 1
  }

  /// Calls `body` for each element of a list; it must read or skip the value.
  mutating func list(_ body: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
    try enter(UInt8(ascii: "["))
    if take(UInt8(ascii: "]")) { return depth -= 1 }
    repeat { try body(&self) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error("a comma or ] is missing") }
    depth -= 1
  }

  private mutating func enter(_ byte: UInt8) throws(JSONError) {
    guard depth < Self.deepest else { throw error("nested too deeply") }
    guard take(byte) else { throw error("\(Unicode.Scalar(byte)) is missing") }
    depth += 1
  }

  /// Passes over a value of any kind.
  mutating func skip() throws(JSONError) {
    switch try kind() {
    case .object: try object { (_, reader) throws(JSONError) in try reader.skip() }
    case .list: try list { (reader) throws(JSONError) in try reader.skip() }
    case .text: _ = try text()
    case .number: _ = try number()
    case .flag: _ = try flag()
    case .null: try word("null")
    }
  }

  /// A text, or `nil` where there is another value, which is passed over.
  mutating func optionalText() throws(JSONError) -> String? {
    if try kind() == .text { return try text() }
    try skip()
    return nil
  }

  /// A number, or `nil` where there is another value, which is passed over.
  mutating func optionalNumber() throws(JSONError) -> Double? {
    if try kind() == .number { return try number() }
    try skip()
    return nil
  }

  mutating func flag() throws(JSONError) -> Bool {
    skipSpace()
    let isTrue = at < bytes.count && bytes[at] == UInt8(ascii: "t")
    try word(isTrue ? "true" : "false")
    return isTrue
  }

  private mutating func word(_ word: String) throws(JSONError) {
    guard bytes[at...].starts(with: word.utf8) else { throw error("this is no value of JSON") }
    at += word.utf8.count
  }

  /// A number. Python's NaN and Infinity are none.
  mutating func number() throws(JSONError) -> Double {
    skipSpace()
    let start = at
    while at < bytes.count, "+-.0123456789eE".utf8.contains(bytes[at]) { at += 1 }
    let text = bytes[start..<at].string
    guard let number = Double(text), text.last?.isNumber == true, number.isFinite else {
      at = start
      throw error("this is no number")
    }
    return number
  }

  mutating func text() throws(JSONError) -> String {
    guard take(UInt8(ascii: "\"")) else { throw error("a text in quotation marks is missing") }
    var text: [UInt8] = []
    while true {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
        at += 1
      }
      text += bytes[start..<at]
      guard at < bytes.count else { throw error("a text is not closed") }
      at += 1
      if bytes[at - 1] == UInt8(ascii: "\"") { return text.string }
      try escape(into: &text)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard at < bytes.count else { throw error("a text is not closed") }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "u"): text += Array(String(try escapedScalar()).utf8)
    default: throw error("an unknown escape")
    }
  }

  /// A scalar given by four digits, or by a pair of surrogates; half of one is U+FFFD.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let high = try hexadecimal()
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    guard bytes[at...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
    let place = at
    at += 2
    let low = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(low) else {
      at = place
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    let digits = bytes[at...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(digits.string, radix: 16)
    else { throw error("four hexadecimal digits are missing") }
    at += 4
    return code
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }
}
