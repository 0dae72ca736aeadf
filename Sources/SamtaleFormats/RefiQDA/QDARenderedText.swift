import Samtale

/// Programs for which a REFI-QDA project is written. The schema is the same; they differ in how
/// positions in a text are counted and what they look at.
public enum QDAProgram: String, Sendable, CaseIterable {
  /// As the standard says: UTF-8 without a byte order mark, LF, positions in code points.
  case standard
  /// NVivo for Windows: byte order mark, CR LF, positions in UTF-16 units with CR LF as two, a
  /// selection for each coding, links beside references to notes.
  case nvivo
  /// MAXQDA: LF, positions in UTF-16 units.
  case maxqda
  /// ATLAS.ti: CR LF, of which positions count one, in code points.
  case atlas

  var hasByteOrderMark: Bool { self == .nvivo }
  var lineEnd: String { self == .nvivo || self == .atlas ? "\r\n" : "\n" }
  var countsUTF16: Bool { self == .nvivo || self == .maxqda }
  var folder: String { self == .nvivo ? "Sources" : "sources" }
}

/// The plain text of a transcript, `LABEL: words` for each utterance, with the places of the words.
struct QDARenderedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where the words of each utterance begin; `nil` if it has none.
  private(set) var starts: [Int?] = []
  private(set) var lengths: [Int] = []
  /// Where the line of each utterance begins, with its label; `nil` if it has none.
  private(set) var lines: [Int?] = []
  /// What is printed before the words of each participant.
  let labels: [String]
  /// Utterances without words, which are not written.
  private(set) var silent = 0
  /// Positions of each scalar, and of the end, as a program counts them.
  private var positions: [Int32] = []
  /// The first character outside the basic plane.
  private var firstWide = Int.max

  static let unknown = "UNKNOWN"

  init(_ transcript: Transcript, for program: QDAProgram) {
    labels = Self.labels(of: transcript)
    for utterance in transcript.utterances {
      let words = Array(utterance.text.unicodeScalars)
      lengths.append(words.count)
      guard !words.isEmpty else {
        starts.append(nil)
        lines.append(nil)
        silent += 1
        continue
      }
      let names = utterance.speakers.map { labels[$0] }
      let label = names.isEmpty ? Self.unknown : names.joined(separator: " & ")
      lines.append(scalars.count)
      scalars += Array("\(label): ".unicodeScalars)
      starts.append(scalars.count)
      scalars += words
      scalars.append("\n")
    }
    count(for: program)
  }

  private mutating func count(for program: QDAProgram) {
    positions.reserveCapacity(scalars.count + 1)
    var at: Int32 = 0
    firstWide = scalars.firstIndex { $0.value > 0xFFFF } ?? Int.max
    for scalar in scalars {
      positions.append(at)
      let isWide = program.countsUTF16 && scalar.value > 0xFFFF
      at += isWide || scalar == "\n" && program == .nvivo ? 2 : 1
    }
    positions.append(at)
  }

  /// A label for each participant: what the transcript prints, else the name, else the identifier.
  private static func labels(of transcript: Transcript) -> [String] {
    var taken = UniqueNames([unknown])
    return transcript.participants.map { person in
      let wanted = person.label ?? person.name ?? person.id
      let plain = String(wanted.map { ":\n\t".contains($0) ? " " : $0 }).trimmed
      return taken.name(plain.isEmpty ? person.id : plain)
    }
  }

  /// The file.
  func bytes(for program: QDAProgram) -> [UInt8] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    var text = String(view)
    if program.lineEnd != "\n" {
      text = text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: program.lineEnd)
    }
    return (program.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  func position(_ place: Int) -> Int { Int(positions[place]) }

  /// Whether a character outside the basic plane, which programs count as one or as two, stands
  /// before a place.
  func isUncertain(_ place: Int) -> Bool { firstWide < place }

  /// The words of a range, white space collapsed.
  func words(_ range: Range<Int>) -> String {
    let first = range.lowerBound..<min(range.upperBound, range.lowerBound + 600)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[first])
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The ranges of some stretches: those that follow each other without a gap are one.
  func ranges(of stretches: [TextStretch]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var last: (utterance: Int, isAtEnd: Bool)?
    for stretch in stretches {
      guard let start = starts[stretch.utterance] else { continue }
      let length = lengths[stretch.utterance]
      let part = stretch.scalars ?? 0..<length
      let range = start + part.lowerBound..<start + part.upperBound
      if let previous = last, previous.isAtEnd, part.lowerBound == 0,
        isNext(stretch.utterance, after: previous.utterance), let open = ranges.popLast()
      {
        ranges.append(open.lowerBound..<range.upperBound)
      } else {
        ranges.append(range)
      }
      last = (stretch.utterance, part.upperBound == length)
    }
    return ranges
  }

  private func isNext(_ utterance: Int, after other: Int) -> Bool {
    utterance > other && (other + 1..<utterance).allSatisfy { starts[$0] == nil }
  }
}

extension QDARenderedText {
  /// The parts of talk of a text that was rendered here, each with the length of its label.
  /// - Parameters:
  ///   - paragraphs: The lines.
  ///   - labels: The labels that may stand before words.
  ///   - points: Times in milliseconds inside lines, by their numbers, with their places.
  /// - Returns: `nil` if a line has no label that is known, as in texts that were edited since.
  static func parts(
    _ paragraphs: [SourceParagraph], labels: Set<String>, points: [Int: [QDAImport.PointInside]]
  ) -> [(part: TalkPart, label: Int)]? {
    var parts: [(part: TalkPart, label: Int)] = []
    for paragraph in paragraphs {
      guard let mark = paragraph.text.firstRange(of: ": ") else { return nil }
      let label = String(paragraph.text[..<mark.lowerBound])
      let names = labels.contains(label) ? [label] : label.split(separator: " & ").map(String.init)
      guard label == unknown || names.allSatisfy(labels.contains) else { return nil }
      let words = paragraph.text[mark.upperBound...]
      var part = TalkPart(
        items: items(words, after: label.unicodeScalars.count + 2, points[paragraph.line] ?? []),
        line: paragraph.line)
      part.voices = label == unknown ? [] : names
      part.isVerbatim = true
      part.isPlain = true
      parts.append((part, label.unicodeScalars.count))
    }
    return parts
  }

  /// Words with the times between them.
  private static func items(
    _ words: Substring, after start: Int, _ points: [QDAImport.PointInside]
  ) -> [TalkPart.Item] {
    var items: [TalkPart.Item] = []
    var rest = words.unicodeScalars
    var place = start
    for point in points {
      let next = rest.index(
        rest.startIndex, offsetBy: max(0, point.offset - place), limitedBy: rest.endIndex)
      let said = rest[..<(next ?? rest.endIndex)]
      if !said.isEmpty { items.append(.words(String(said), language: nil)) }
      items.append(.time(point.milliseconds))
      place = max(place, point.offset)
      rest = rest[said.endIndex...]
    }
    if !rest.isEmpty { items.append(.words(String(rest), language: nil)) }
    return items
  }
}
