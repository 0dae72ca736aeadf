extension ForeignFormat {
  /// Which kind of text without markup it is; `nil` if it is no text.
  ///
  /// - f4 has `#00:01:02-3#` twice or more.
  /// - A table has rows with names of columns above them, or three columns and more of which one
  ///   holds times.
  /// - Names and times above words stand there twice or more, and in every tenth line.
  /// - InqScribe has eight stamps or more with two digits behind the point, none beyond 29, which
  ///   hundredths of a second would be.
  static func ofText(_ text: SourceText) -> ForeignFormat? {
    let start = text.bytes.prefix(65_536)
    guard isText(start.prefix(8192)), !isSpeakerMap(text.bytes) else { return nil }
    let lines = start.split(separator: 0x0A).prefix(400).filter { $0.contains { $0 > 0x20 } }
    let stamps = TextStamps(start)
    if stamps.f4 > 1 { return .f4 }
    if isTable(text.bytes, lines) { return .table }
    let paragraphs = lines.enumerated().map { SourceParagraph(text: $1.string, line: $0 + 1) }
    if HeadedParagraphs(paragraphs).isTalk { return .headedText }
    if stamps.frames >= 8, stamps.hundredths == 0 { return .inqScribe }
    return .plainText
  }

  private static func isText(_ start: ArraySlice<UInt8>) -> Bool {
    let strange = start.count { $0 < 0x20 && ![0x09, 0x0A, 0x0B, 0x0C, 0x15, 0x1E].contains($0) }
    let replaced = start.indices.count { start[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
    return !start.starts(with: "%PDF".utf8) && (strange + replaced) * 100 <= start.count
  }

  /// Whether it is a table of speakers, which is no transcript.
  private static func isSpeakerMap(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix { $0 != 0x0A }.prefix(200).string.lowercased()
    return head.contains("label") && bytes.count < 1_000_000 && (try? SpeakerMap(bytes)) != nil
  }

  private static func isTable(_ bytes: [UInt8], _ lines: [ArraySlice<UInt8>]) -> Bool {
    // Enough rows to tell; a row may have been cut off at the end.
    let table = LooseTable(Array(bytes.prefix(65_536)))
    guard let first = table.rows.first else { return false }
    if first.fields.count > 1, let columns = TableColumns(names: first.fields) {
      return columns.roles.count > 1
    }
    let sample = table.rows.prefix(40)
    let isEven = sample.count { $0.fields.count == first.fields.count } * 10 >= sample.count * 9
    guard first.fields.count > 2, sample.count > 2, isEven,
      let columns = TableColumns(content: sample.map(\.fields))
    else { return false }
    return columns.hasTimes && (table.separator != UInt8(ascii: ",") || columns.index(.end) != nil)
  }
}

/// The kinds of time stamps in a text, counted.
struct TextStamps {
  /// `#00:01:02-3#`
  private(set) var f4 = 0
  /// `[00:01:02.03]` with a last number that can be one of frames.
  private(set) var frames = 0
  /// The same with a last number that cannot.
  private(set) var hundredths = 0

  init(_ bytes: ArraySlice<UInt8>) {
    for i in bytes.indices where "#[({<".utf8.contains(bytes[i]) {
      guard let stamp = LineStamp(bytes[i...], .clock, isAtStart: false), stamp.end == nil else {
        continue
      }
      let inner = bytes[(i + 1)..<(i + stamp.length - 1)]
      if bytes[i] == UInt8(ascii: "#") {
        f4 += 1
      } else if let point = inner.lastIndex(of: UInt8(ascii: ".")), inner.endIndex - point == 3,
        inner.count(where: { $0 == UInt8(ascii: ":") }) == 2
      {
        if stamp.start % 1000 < 300 { frames += 1 } else { hundredths += 1 }
      }
    }
  }
}
