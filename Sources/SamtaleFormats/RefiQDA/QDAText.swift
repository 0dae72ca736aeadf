import Samtale

/// The plain text of a source: its Unicode scalars with LF as the only line end, and what is needed
/// to understand positions that count otherwise.
struct QDAText {
  let source: SourceText
  let scalars: [Unicode.Scalar]
  /// Places of the line ends that are two characters in the file, in order.
  let doubleEnds: [Int]

  init(_ bytes: [UInt8]) {
    source = SourceText(bytes)
    scalars = Array(String(decoding: source.bytes, as: UTF8.self).unicodeScalars)
    let ends = Self.lineEnds(bytes, source.encoding)
    var doubles: [Int] = []
    var line = 0
    for (i, scalar) in scalars.enumerated() where scalar == "\n" {
      if line < ends.count, ends[line] { doubles.append(i) }
      line += 1
    }
    doubleEnds = doubles
  }

  /// Whether each line end is CR and LF.
  private static func lineEnds(_ bytes: [UInt8], _ encoding: SourceText.Encoding) -> [Bool] {
    let (width, low) =
      switch encoding {
      case .utf16LittleEndian: (2, 0)
      case .utf16BigEndian: (2, 1)
      default: (1, 0)
      }
    var ends: [Bool] = []
    var isAfterReturn = false
    for at in stride(from: 0, to: bytes.count - width + 1, by: width) {
      let isHigh = width == 2 && bytes[at + 1 - low] != 0
      let byte = isHigh ? 0xFF : bytes[at + low]
      switch byte {
      case 0x0D: ends.append(false)
      case 0x0A:
        if isAfterReturn { ends[ends.count - 1] = true } else { ends.append(false) }
      default: break
      }
      isAfterReturn = byte == 0x0D
    }
    return ends
  }

  /// The lines as paragraphs; empty ones are left out.
  var paragraphs: [SourceParagraph] {
    var paragraphs: [SourceParagraph] = []
    for (number, line) in source.lines().enumerated() where line.contains(where: { $0 > 0x20 }) {
      paragraphs.append(SourceParagraph(text: line.string, line: number + 1))
    }
    return paragraphs
  }

  /// What stands at the beginnings of lines and may be somebody's label, in order.
  var possibleLabels: [String] {
    var seen: Set<String> = []
    for line in source.lines() {
      let start = line.prefix(160).string.trimmed.drop { "[{*#@(".contains($0) }
      let label = String(start.prefix { !":]}\t–—)*".contains($0) }).trimmed
      for part in [label] + label.split(separator: "&").map({ String($0).trimmed })
      where !part.isEmpty && part.count <= 60 { seen.insert(part) }
    }
    return seen.sorted()
  }

  /// Where each line begins, in scalars.
  var lineStarts: [Int] {
    var starts = [0]
    for (i, scalar) in scalars.enumerated() where scalar == "\n" { starts.append(i + 1) }
    return starts
  }

  /// Whether another text is the same, so that positions mean the same in both.
  func counts(like other: QDAText) -> Bool {
    scalars == other.scalars && doubleEnds == other.doubleEnds
      && source.hasByteOrderMark == other.source.hasByteOrderMark
  }

  /// What counts as the beginning and the end of a line, counted from 0.
  /// - Parameters:
  ///   - line: The line.
  ///   - starts: Where lines begin.
  ///   - exact: Whether white space at its edges belongs to it.
  /// - Returns: Where its characters begin and end; the end twice if there are none.
  func edges(ofLine line: Int, _ starts: [Int], exact: Bool) -> Range<Int> {
    let start = starts[line]
    let end = line + 1 < starts.count ? starts[line + 1] - 1 : scalars.count
    if exact { return start..<end }
    let shown = scalars[start..<end]
    guard let first = shown.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = shown.lastIndex(where: { !$0.properties.isWhitespace })
    else { return end..<end }
    return first..<last + 1
  }

  /// The words of a range, runs of white space as one space.
  func words(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
