/// Values as JSON text in one canonical form: keys in order of their bytes, no white space, only
/// the escapes that JSON demands (RFC 8259, section 7). The same value always gives the same bytes,
/// which is what the hash chain of the log stands on.
extension Value {
  /// The canonical bytes.
  public var json: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// The canonical text.
  public var jsonText: String { String(decoding: json, as: UTF8.self) }

  /// Appends the canonical bytes.
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .text(let text): Self.write(text, to: &bytes)
    case .list(let list):
      bytes.append(UInt8(ascii: "["))
      for (i, value) in list.enumerated() {
        if i > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let fields): Self.write(fields, to: &bytes)
    }
  }

  static func write(_ fields: Fields, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    let entries = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (i, entry) in entries.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      write(entry.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      entry.value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case ..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}

/// Why a text is not the JSON that Samtale writes.
public struct ValueTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where in the text, in bytes from 1.
  public var column: Int
  public var what: String

  public var description: String { "column \(column): \(what)" }
}

extension Value {
  /// Reads JSON (RFC 8259) with whole numbers.
  /// - Throws: ``ValueTextError``.
  public init(json bytes: some Collection<UInt8>) throws(ValueTextError) {
    var reader = ValueReader(bytes: Array(bytes))
    self = try reader.document()
  }

  /// Reads JSON text.
  public init(json text: String) throws(ValueTextError) {
    try self.init(json: Array(text.utf8))
  }
}

/// Reads one JSON value.
private struct ValueReader {
  let bytes: [UInt8]
  var at = 0
  static let deepest = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(ValueTextError) -> Value {
    let value = try value(depth: 0)
    skipSpace()
    guard at == bytes.count else { throw error("something follows the value") }
    return value
  }

  private func error(_ what: String) -> ValueTextError {
    ValueTextError(column: at + 1, what: what)
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(ValueTextError) -> Value {
    guard depth < Self.deepest else { throw error("nested too deeply") }
    skipSpace()
    guard at < bytes.count else { throw error("the text ends where a value is due") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: Value) throws(ValueTextError) -> Value {
    guard bytes[at...].starts(with: word.utf8) else { throw error("not a value of JSON") }
    at += word.utf8.count
    return value
  }

  private mutating func number() throws(ValueTextError) -> Value {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let digits = at
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    guard at - digits < 2 || bytes[digits] != 0x30 else {
      throw error("a number does not begin with 0")
    }
    guard let number = Int(String(decoding: bytes[start..<at], as: UTF8.self)) else {
      throw error("not a value of JSON, or a number out of range")
    }
    if at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "."), UInt8(ascii: "E"), UInt8(ascii: "e"):
        throw error("numbers here are whole")
      default: break
      }
    }
    return .number(number)
  }

  private mutating func list(depth: Int) throws(ValueTextError) -> [Value] {
    at += 1
    var list: [Value] = []
    if take(UInt8(ascii: "]")) { return list }
    while true {
      list.append(try value(depth: depth + 1))
      if take(UInt8(ascii: "]")) { return list }
      guard take(UInt8(ascii: ",")) else { throw error("a comma or ] is missing") }
    }
  }

  private mutating func object(depth: Int) throws(ValueTextError) -> Fields {
    at += 1
    var fields: Fields = [:]
    if take(UInt8(ascii: "}")) { return fields }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw error("a name in quotation marks is missing")
      }
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw error("a colon is missing") }
      let value = try value(depth: depth + 1)
      guard fields.updateValue(value, forKey: name) == nil else {
        throw error("the name “\(name)” stands twice")
      }
      if take(UInt8(ascii: "}")) { return fields }
      guard take(UInt8(ascii: ",")) else { throw error("a comma or } is missing") }
    }
  }

  private mutating func string() throws(ValueTextError) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
      bytes[at] >= 0x20
    { at += 1 }
    // Most texts hold nothing that is escaped.
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      guard let text = String(validating: bytes[start..<at], as: UTF8.self) else {
        throw error("a text is not UTF-8")
      }
      at += 1
      return text
    }
    var text = Array(bytes[start..<at])
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] >= 0x20 else { throw error("a control character in a text") }
      if bytes[at] == UInt8(ascii: "\\") {
        try escape(into: &text)
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    guard at < bytes.count else { throw error("a text is not closed") }
    at += 1
    guard let string = String(validating: text, as: UTF8.self) else {
      throw error("a text is not UTF-8")
    }
    return string
  }

  private mutating func escape(into text: inout [UInt8]) throws(ValueTextError) {
    at += 1
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
    case UInt8(ascii: "u"): text.append(contentsOf: try unicodeEscape())
    default: throw error("an unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(ValueTextError) -> [UInt8] {
    var code = try hexadecimal()
    if (0xD800...0xDBFF).contains(code) {
      guard bytes[at...].starts(with: "\\u".utf8) else { throw error("half a surrogate pair") }
      at += 2
      let low = try hexadecimal()
      guard (0xDC00...0xDFFF).contains(low) else { throw error("half a surrogate pair") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(ValueTextError) -> UInt32 {
    guard at + 4 <= bytes.count,
      bytes[at..<at + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits are missing") }
    at += 4
    return code
  }
}
