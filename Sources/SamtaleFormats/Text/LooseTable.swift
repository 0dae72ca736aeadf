/// The rows of a table as spreadsheets and people write it: fields between commas, semicolons or
/// tabs, in quotation marks where they hold such marks or line ends (RFC 4180), rows of any length.
struct LooseTable {
  struct Row {
    var fields: [String]
    /// The line on which it begins, from 1.
    var line: Int
  }

  private(set) var rows: [Row] = []
  let separator: UInt8
  /// The line of a quotation mark that is not closed; it was taken for a character.
  private(set) var unclosed: Int?

  init(
    _ bytes: [UInt8], separator: UInt8? = nil, _ progress: ImportProgress = ImportProgress(nil)
  ) {
    var progress = progress
    var at = 0
    var line = 1
    // Excel may say which mark it is.
    if bytes.starts(with: "sep=".utf8), bytes.count > 5, bytes[5] == 0x0A {
      self.separator = bytes[4]
      (at, line) = (6, 2)
    } else {
      self.separator = separator ?? Self.guessed(bytes)
    }
    while at < bytes.count {
      progress.tell(at)
      var row = Row(fields: [], line: line)
      repeat {
        row.fields.append(field(bytes, &at, &line))
      } while Self.take(bytes, &at, self.separator)
      if Self.take(bytes, &at, 0x0A) { line += 1 }
      if row.fields.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }
  }

  private static func take(_ bytes: [UInt8], _ at: inout Int, _ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func field(_ bytes: [UInt8], _ at: inout Int, _ line: inout Int) -> String {
    if at < bytes.count, bytes[at] == 0x22, let quoted = quoted(bytes, &at, &line) { return quoted }
    let start = at
    while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A { at += 1 }
    return bytes[start..<at].string
  }

  /// What stands in quotation marks; `nil` if they are not closed before a separator or line end.
  private mutating func quoted(_ bytes: [UInt8], _ at: inout Int, _ line: inout Int) -> String? {
    var text: [UInt8] = []
    var lines = 0
    var next = at + 1
    while next < bytes.count {
      let byte = bytes[next]
      if byte == 0x22 {
        if bytes.next(next) == 0x22 {
          next += 1
        } else {
          let after = bytes.next(next)
          guard after == nil || after == separator || after == 0x0A else {
            if lines > 0 { unclosed = unclosed ?? line }
            return nil
          }
          (at, line) = (next + 1, line + lines)
          return text.string
        }
      } else if byte == 0x0A {
        // After one that is never closed, none reaches beyond its line, lest all be read again.
        if unclosed != nil { return nil }
        lines += 1
      }
      text.append(byte)
      next += 1
    }
    unclosed = unclosed ?? line
    return nil
  }

  /// The mark that divides the first lines most evenly.
  private static func guessed(_ bytes: [UInt8]) -> UInt8 {
    let lines = lines(bytes)
    var best = (mark: UInt8(ascii: ","), score: 0)
    for mark in [UInt8(0x09), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")] {
      let counts = lines.map { Self.count(mark, in: $0) }
      guard let first = counts.first, first > 0 else { continue }
      let score = counts.count { $0 == first } * 10 + min(first, 9)
      if score > best.score { best = (mark, score) }
    }
    return best.mark
  }

  /// The first lines outside quotation marks, at most forty.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var isQuoted = false
    let window = bytes.prefix(65_536)
    var start = 0
    for i in window.indices {
      if bytes[i] == 0x22 { isQuoted.toggle() }
      guard bytes[i] == 0x0A, !isQuoted else { continue }
      if i > start { lines.append(bytes[start..<i]) }
      start = i + 1
      if lines.count == 40 { return lines }
    }
    if window.count == bytes.count, start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func count(_ mark: UInt8, in line: ArraySlice<UInt8>) -> Int {
    var isQuoted = false
    return line.reduce(0) { count, byte in
      if byte == 0x22 { isQuoted.toggle() }
      return count + (byte == mark && !isQuoted ? 1 : 0)
    }
  }
}
