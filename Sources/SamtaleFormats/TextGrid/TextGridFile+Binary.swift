extension TextGridFile {
  /// The first bytes of Praat's binary files.
  static let binarySignature = Array("ooBinaryFile".utf8)

  /// Reads the binary form: numbers big-endian, strings with their length, Latin-1 or UTF-16.
  init(binary bytes: [UInt8]) {
    self.init()
    var scan = BinaryScan(bytes: bytes, at: Self.binarySignature.count)
    guard let name = scan.shortString(), name == "TextGrid", scan.real() != nil,
      let end = scan.real(), scan.byte() == 1, let count = scan.integer(), count >= 0
    else {
      refusal = Problem(
        line: nil, what: "the binary file holds no TextGrid that can be read",
        remedy: "save it in Praat as a text file")
      return
    }
    self.end = end
    var left = count
    while left > 0, scan.readTier(&tiers) { left -= 1 }
    if left > 0 { note(nil, "the binary file breaks off", do: "save it in Praat as a text file") }
  }
}

private struct BinaryScan {
  let bytes: [UInt8]
  var at: Int

  /// - Returns: Whether the whole tier could be read; what could be read of it is kept.
  mutating func readTier(_ tiers: inout [TextGridFile.Tier]) -> Bool {
    guard let type = shortString(), type == "IntervalTier" || type == "TextTier",
      let name = string(), real() != nil, real() != nil, let count = integer(), count >= 0
    else { return false }
    tiers.append(.init(name: name, holdsPoints: type == "TextTier", line: 0))
    for _ in 0..<count {
      guard let start = real(), let end = type == "TextTier" ? start : real(),
        let text = string()
      else { return false }
      tiers[tiers.count - 1].intervals.append(
        .init(
          start: start.isFinite ? start : nil, end: end.isFinite ? end : nil, text: text, line: 0))
    }
    return true
  }

  mutating func byte() -> Int? {
    guard at < bytes.count else { return nil }
    at += 1
    return Int(bytes[at - 1])
  }

  private mutating func unsigned(_ count: Int) -> UInt64? {
    guard at + count <= bytes.count else { return nil }
    defer { at += count }
    return bytes[at..<(at + count)].reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func real() -> Double? { unsigned(8).map { Double(bitPattern: $0) } }

  mutating func integer() -> Int? {
    unsigned(4).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  /// A name in one-byte characters, its length in one byte.
  mutating func shortString() -> String? { byte().flatMap { latin($0) } }

  /// A text with its length in two bytes; where that is 65,535 the true length follows and the text
  /// is in UTF-16.
  mutating func string() -> String? {
    guard let length = unsigned(2) else { return nil }
    guard length == 0xFFFF else { return latin(Int(length)) }
    guard let count = unsigned(2), at + 2 * Int(count) <= bytes.count else { return nil }
    let units = (0..<Int(count)).map {
      UInt16(bytes[at + 2 * $0]) << 8 | UInt16(bytes[at + 2 * $0 + 1])
    }
    at += 2 * Int(count)
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func latin(_ count: Int) -> String? {
    guard at + count <= bytes.count else { return nil }
    defer { at += count }
    var text = String.UnicodeScalarView()
    for byte in bytes[at..<(at + count)] { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }
}
