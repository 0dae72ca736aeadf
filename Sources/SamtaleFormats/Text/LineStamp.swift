/// How time stamps in a text are meant.
enum StampDialect: Hashable {
  /// `[00:01:02]`, `(01:02)`, `00:01:02` or `00:01 - 00:02` at the beginning of a line.
  case clock
  /// f4 and f5: `#00:01:02-3#`; one at the end of a paragraph is the end of what was said.
  case f4
  /// InqScribe: `[00:01:02.03]`, the last number being frames; one without words behind it is the
  /// end of what was said before.
  case frames(perSecond: Double)

  /// Whether a stamp behind the words is their end.
  var hasEnds: Bool { self != .clock }
}

/// A time stamp in a text: brackets or `#` and a time between them.
struct LineStamp: Hashable {
  /// Milliseconds after the beginning.
  var start: Int
  /// The second time of `[00:01.000 --> 00:02.000]`.
  var end: Int?
  /// The number of UTF-8 bytes, all of them ASCII.
  var length: Int

  /// The stamp at the beginning of some bytes; `nil` if there is none.
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - dialect: How the last number is meant.
  ///   - isAtStart: Whether it stands at the beginning of a line, where three numbers need no
  ///     brackets.
  init?(_ bytes: ArraySlice<UInt8>, _ dialect: StampDialect, isAtStart: Bool) {
    guard let first = bytes.first else { return nil }
    let hash = UInt8(ascii: "#")
    if let close = first == hash ? hash : Bracket.closing(first) {
      guard let inner = Self.time(bytes.dropFirst(), dialect) else { return nil }
      var rest = bytes.dropFirst(1 + inner.length)
      var end: Int?
      if let second = Self.second(rest, dialect) {
        (end, rest) = (second.time, rest.dropFirst(second.length))
      }
      guard rest.first == close else { return nil }
      self.init(start: inner.time, end: end, length: rest.startIndex + 1 - bytes.startIndex)
    } else {
      guard isAtStart, (0x30...0x39).contains(first), let bare = Self.time(bytes, dialect) else {
        return nil
      }
      let end = Self.second(bytes.dropFirst(bare.length), dialect)
      guard end != nil || bare.parts == 3 else { return nil }
      let length = bare.length + (end?.length ?? 0)
      let next = bytes.dropFirst(length).first
      guard next.map({ $0 <= 0x20 || $0 == UInt8(ascii: ":") }) ?? true else { return nil }
      self.init(start: bare.time, end: end?.time, length: length)
    }
  }

  private init(start: Int, end: Int?, length: Int) {
    (self.start, self.end, self.length) = (start, end, length)
  }

  /// The end behind an arrow or dash.
  private static func second(_ bytes: ArraySlice<UInt8>, _ dialect: StampDialect)
    -> (time: Int, length: Int)?
  {
    for arrow in [" --> ", " - ", " – ", " — ", "-->", "-", "–", "—"]
    where bytes.starts(with: arrow.utf8) {
      let length = arrow.utf8.count
      guard let found = time(bytes.dropFirst(length), dialect) else { return nil }
      return (found.time, length + found.length)
    }
    return nil
  }

  /// A time with hours or without, and the number of its parts between colons.
  static func time(_ bytes: ArraySlice<UInt8>, _ dialect: StampDialect)
    -> (time: Int, length: Int, parts: Int)?
  {
    var numbers: [Int] = []
    var at = bytes.startIndex
    while numbers.count < 3, let number = digits(bytes, &at, atMost: 4) {
      numbers.append(number)
      guard numbers.count < 3, at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") else { break }
      at += 1
    }
    guard numbers.count >= 2, bytes[at - 1] != UInt8(ascii: ":"), numbers[numbers.count - 1] < 60
    else { return nil }
    var time = numbers.reduce(0) { $0 * 60 + $1 } * 1000
    if at + 1 < bytes.endIndex, ".,-:".utf8.contains(bytes[at]) {
      let mark = bytes[at]
      var next = at + 1
      let fraction = digits(bytes, &next, atMost: 9)
      // `00:01-00:02` is a stretch.
      let isSecond = mark == UInt8(ascii: "-") && next < bytes.endIndex && bytes[next] == 0x3A
      if let fraction, !isSecond {
        time += milliseconds(fraction, digits: next - at - 1, mark, dialect)
        at = next
      }
    }
    return (time, at - bytes.startIndex, numbers.count)
  }

  private static func milliseconds(
    _ value: Int, digits: Int, _ mark: UInt8, _ dialect: StampDialect
  ) -> Int {
    if case .frames(let rate) = dialect, digits <= 2 {
      return Int((Double(value) * 1000 / rate).rounded())
    }
    var scaled = Double(value) * 1000
    for _ in 0..<digits { scaled /= 10 }
    return Int(scaled.rounded())
  }

  private static func digits(_ bytes: ArraySlice<UInt8>, _ at: inout Int, atMost: Int) -> Int? {
    let start = at
    var value = 0
    while at < bytes.endIndex, (0x30...0x39).contains(bytes[at]) {
      guard at - start < atMost else { return nil }
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return at > start ? value : nil
  }
}
