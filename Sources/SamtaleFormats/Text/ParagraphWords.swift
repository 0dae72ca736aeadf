import Samtale

/// The words of a paragraph behind its label: events, time stamps and footnotes are set apart.
struct ParagraphWords {
  var items: [TalkPart.Item] = []
  /// A time stamp right at the beginning.
  var leading: LineStamp?
  /// A time stamp behind the last word.
  var trailing: LineStamp?
  /// What stands outside the words, in scalars.
  private(set) var times = 0
  private(set) var markup = 0
  private(set) var descriptions = 0
  private let bytes: [UInt8]
  private let dialect: StampDialect
  private var wordsStart: Int

  /// Longer brackets hold words.
  private static let longest = 80

  /// Takes a paragraph apart.
  /// - Parameters:
  ///   - paragraph: The paragraph.
  ///   - start: Where the words begin, in UTF-8 bytes.
  ///   - dialect: How time stamps are meant.
  ///   - isAddressee: Whether words such as `to the leader` say who is addressed.
  init(
    _ paragraph: SourceParagraph, from start: Int, _ dialect: StampDialect,
    isAddressee: (String) -> Bool
  ) {
    bytes = Array(paragraph.text.utf8)
    self.dialect = dialect
    wordsStart = start
    var notes = Self.places(paragraph)[...]
    var at = start
    if let stamp = LineStamp(bytes[at...], dialect, isAtStart: true) {
      leading = stamp
      times += stamp.length
      at = bytes.skippingSpace(at + stamp.length)
      wordsStart = at
    }
    while at < bytes.count {
      if let note = notes.first, note.place <= at {
        add(.note(note.note.text, type: note.note.type), at: at, length: 0)
        notes = notes.dropFirst()
      } else {
        at += Self.opens(bytes[at]) ? take(at, isAddressee) : 1
      }
    }
    flush(to: bytes.count)
    for note in notes { items.append(.note(note.note.text, type: note.note.type)) }
    findTrailing()
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "#")
  }

  /// The places of footnotes in UTF-8 bytes.
  private static func places(_ paragraph: SourceParagraph) -> [(
    place: Int, note: SourceParagraph.Note
  )] {
    guard !paragraph.notes.isEmpty else { return [] }
    var offsets = [0]
    for scalar in paragraph.text.unicodeScalars {
      offsets.append((offsets.last ?? 0) + UTF8.width(scalar))
    }
    return paragraph.notes
      .map { (offsets[min(max($0.place, 0), offsets.count - 1)], $0) }
      .sorted { $0.0 < $1.0 }
  }

  private mutating func flush(to end: Int) {
    if end > wordsStart { items.append(.words(bytes[wordsStart..<end].string, language: nil)) }
    wordsStart = max(wordsStart, end)
  }

  private mutating func add(_ item: TalkPart.Item, at place: Int, length: Int) {
    // No space is left before a full stop: `so (laughs).`
    var end = place
    if let next = bytes.next(place + length - 1), length > 0, ".,;:!?".utf8.contains(next) {
      while end > wordsStart, bytes[end - 1] == 0x20 { end -= 1 }
    }
    flush(to: end)
    items.append(item)
    wordsStart = place + length
  }

  /// Takes what stands in brackets, if it is no words.
  /// - Returns: The number of bytes to go on.
  private mutating func take(_ at: Int, _ isAddressee: (String) -> Bool) -> Int {
    if let stamp = LineStamp(bytes[at...], dialect, isAtStart: false) {
      times += stamp.length
      add(.time(stamp.start), at: at, length: stamp.length)
      return stamp.length
    }
    guard let bracket = Bracket(bytes, at, longest: Self.longest) else { return 1 }
    let inner = bracket.text
    if bracket.isOmission(dialect) {
      markup += bracket.scalars
      add(.event(.cut(), by: []), at: at, length: bracket.length)
    } else if let event = bracket.event(dialect) {
      let kept = event.isDescribed ? event.mark.text?.unicodeScalars.count ?? 0 : 0
      if event.isDescribed {
        markup += bracket.scalars - kept
      } else {
        descriptions += bracket.scalars
      }
      add(.event(event.mark, by: []), at: at, length: bracket.length)
    } else if bytes[at] == UInt8(ascii: "("), isAddressee(inner) {
      markup += bracket.scalars - inner.unicodeScalars.count
      add(.note(inner, type: "addressee"), at: at, length: bracket.length)
    } else {
      return 1
    }
    return bracket.length
  }

  /// Takes a time stamp behind the last word away from the items.
  private mutating func findTrailing() {
    guard
      let last = items.lastIndex(where: { item in
        if case .words(let words, _) = item { !words.trimmed.isEmpty } else { true }
      }), case .time(let time) = items[last]
    else { return }
    trailing = LineStamp(time)
    items.removeSubrange(last...)
  }
}

extension LineStamp {
  /// A time whose place does not matter.
  init(_ time: Int) { (start, end, length) = (time, nil, 0) }
}

/// Brackets with what stands in them, set off from letters around them.
struct Bracket {
  /// What stands in them, trimmed; of doubled parentheses what stands in both.
  let text: String
  /// UTF-8 bytes with the brackets.
  let length: Int
  /// Scalars with the brackets.
  let scalars: Int
  let open: UInt8
  let isDoubled: Bool

  init?(_ bytes: [UInt8], _ at: Int, longest: Int) {
    open = bytes[at]
    let close: UInt8
    switch open {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "{"): close = UInt8(ascii: "}")
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    default: return nil
    }
    isDoubled = open == UInt8(ascii: "(") && bytes.next(at) == open
    let start = at + (isDoubled ? 2 : 1)
    guard start <= bytes.count, let end = bytes[start...].prefix(longest).firstIndex(of: close),
      !isDoubled || bytes.next(end) == close
    else { return nil }
    let after = end + (isDoubled ? 2 : 1)
    if at > 0, Self.isLetter(bytes[at - 1]) { return nil }
    if after < bytes.count, Self.isLetter(bytes[after]) { return nil }
    text = bytes[start..<end].string.trimmed
    length = after - at
    scalars = bytes[at..<after].scalarCount
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Whether it says that something is left out: `[…]`.
  func isOmission(_ dialect: StampDialect) -> Bool {
    open == UInt8(ascii: "[") && ["...", "…", ". . ."].contains(text)
  }

  /// The event in it; in f4 two and three dots in parentheses are pauses of so many seconds.
  func event(_ dialect: StampDialect) -> TalkEvent? {
    if dialect == .f4, open == UInt8(ascii: "("), (1...3).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") })
    {
      return TalkEvent(pauseOf: Double(text.utf8.count))
    }
    return TalkEvent(bracketed: text)
  }
}

extension TalkEvent {
  /// A pause of a known length.
  init(pauseOf seconds: Double) { mark = MarkDraft(.pause, seconds: seconds) }
}
