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
  /// What became of signs; its items are in ``items``.
  private(set) var signed = SignedWords()
  let line: Int
  private let bytes: [UInt8]
  private let dialect: StampDialect
  private let signs: TalkSigns
  private var wordsStart: Int
  /// Where the words begin.
  private var firstWord: Int
  /// Whether there are no words outside brackets, once somebody asked.
  private var isAlone: Bool?

  /// Takes a paragraph apart.
  /// - Parameters:
  ///   - paragraph: The paragraph.
  ///   - start: Where the words begin, in UTF-8 bytes.
  ///   - dialect: How time stamps are meant.
  ///   - signs: How signs are read.
  ///   - isAddressee: Whether words such as `to the leader` say who is addressed.
  init(
    _ paragraph: SourceParagraph, from start: Int, _ dialect: StampDialect,
    _ signs: TalkSigns = TalkSigns(), isAddressee: (String) -> Bool
  ) {
    bytes = Array(paragraph.text.utf8)
    self.dialect = dialect
    self.signs = signs
    line = paragraph.line
    wordsStart = start
    firstWord = start
    var notes = Self.places(paragraph)[...]
    var at = start
    if let stamp = LineStamp(bytes[at...], dialect, isAtStart: true) {
      leading = stamp
      times += stamp.length
      at = bytes.skippingSpace(at + stamp.length)
      wordsStart = at
      firstWord = at
    }
    while at < bytes.count {
      if let note = notes.first, note.place <= at {
        add(.note(note.note.text, type: note.note.type), at: at, length: 0)
        notes = notes.dropFirst()
      } else {
        at += mayBegin(at) ? take(at, isAddressee) : 1
      }
    }
    flush(to: bytes.count)
    for note in notes { items.append(.note(note.note.text, type: note.note.type)) }
    findTrailing()
  }

  private func mayBegin(_ at: Int) -> Bool {
    bytes[at] == UInt8(ascii: "#") || TalkSigns.mayBegin(bytes, at)
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
    let end = item.endOfWords(bytes, from: wordsStart, before: place, length: length)
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
    if let bracket = Bracket(bytes, at), bracket.isSetOff {
      let inner = bracket.text
      if bracket.isOmission {
        markup += bracket.scalars
        add(.event(.cut(), by: []), at: at, length: bracket.length)
        return bracket.length
      }
      if bytes[at] == UInt8(ascii: "("), isAddressee(inner) {
        markup += bracket.scalars - inner.unicodeScalars.count
        add(.note(inner, type: "addressee"), at: at, length: bracket.length)
        return bracket.length
      }
    }
    return takeSign(at)
  }

  private mutating func takeSign(_ at: Int) -> Int {
    var isAlone = isAlone
    let sign = signs.sign(bytes, at, dialect) {
      let found = isAlone ?? TalkSigns.isAlone(bytes, from: firstWord)
      isAlone = found
      return found
    }
    self.isAlone = isAlone
    guard let sign, let item = signed.take(sign, bytes[at..<(at + sign.length)]) else { return 1 }
    add(item, at: at, length: sign.length)
    return sign.length
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
