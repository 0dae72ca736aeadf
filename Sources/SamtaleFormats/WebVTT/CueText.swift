/// The text of a cue, taken apart: voices, words, times inside, readings above words.
///
/// Tags are those of WebVTT (section 6.4 of the W3C's text) and of HTML as subtitles use it. What
/// looks like a tag and is none, or is not closed, stays as words, so that nothing said is lost;
/// where the W3C's parser would drop it this is deliberately different.
struct CueText {
  private(set) var parts: [TalkPart] = []
  /// Characters of names.
  private(set) var nameCharacters = 0
  /// Things in angle brackets that are no tags and were kept as words.
  private(set) var unknownTags = 0

  private let bytes: [UInt8]
  private let decodesReferences: Bool
  private let hidesStyles: Bool
  private let line: Int
  private var at = 0
  private var current: TalkPart
  private var words: [UInt8] = []
  private var languages: [String?] = []
  private var reading: [UInt8]?
  private var isInRuby = false

  /// Takes a cue's text apart.
  /// - Parameters:
  ///   - text: The text, lines separated by LF.
  ///   - line: The line of the file that the parts will name.
  ///   - decodesReferences: Whether `&amp;` and the like stand for characters.
  ///   - hidesStyles: Whether `{\an8}` and the like are styles rather than words.
  init(_ text: String, line: Int, decodesReferences: Bool = true, hidesStyles: Bool = false) {
    bytes = Array(text.utf8)
    self.line = line
    self.decodesReferences = decodesReferences
    self.hidesStyles = hidesStyles
    current = TalkPart(items: [], line: line)
    read()
  }

  private mutating func read() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&") where decodesReferences: readReference()
      case UInt8(ascii: "{") where hidesStyles: readStyle()
      default: append(bytes[at..<endOfWords])
      }
    }
    endReading()
    endPart()
  }

  /// Where something other than words may begin.
  private var endOfWords: Int {
    var end = at + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "{"): return end
      default: end += 1
      }
    }
    return end
  }

  private mutating func append(_ some: ArraySlice<UInt8>) {
    if reading == nil { words += some } else { reading? += some }
    at = some.endIndex
  }

  // MARK: Tags

  private mutating func readTag() {
    // No further than the next bracket: however many stand in a row, each is looked at once.
    guard let end = bytes[(at + 1)...].firstIndex(where: { $0 == 0x3C || $0 == 0x3E }),
      bytes[end] == UInt8(ascii: ">")
    else { return readOpenTag() }
    let inside = bytes[(at + 1)..<end]
    if carryOut(inside) {
      at = end + 1
    } else {
      unknownTags += 1
      append(bytes[at...at])
    }
  }

  /// A bracket that is not closed: a time if the cue ends with it, else words.
  private mutating func readOpenTag() {
    let rest = bytes[(at + 1)...]
    guard let time = TimeStamp.webVTT(rest), time.length == rest.count else {
      return append(bytes[at...at])
    }
    addTime(time.milliseconds)
    at = bytes.count
  }

  /// Does what a tag says; `false` if it is none.
  private mutating func carryOut(_ tag: ArraySlice<UInt8>) -> Bool {
    if let time = TimeStamp.webVTT(tag), time.length == tag.count {
      addTime(time.milliseconds)
      return true
    }
    let isEnd = tag.first == UInt8(ascii: "/")
    let body = isEnd ? tag.dropFirst() : tag
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let full = body.prefix { !isSpace($0) }
    let name = full.prefix { $0 != UInt8(ascii: ".") }.string.lowercased()
    let annotation = body.dropFirst(full.count)
    switch name {
    case "v": isEnd ? endVoice() : startVoice(annotation)
    case "lang": isEnd ? endLanguage() : startLanguage(annotation.string.trimmed)
    case "rt": isEnd ? endReading() : startReading()
    case "ruby":
      endReading()
      isInRuby = !isEnd
    case "" where tag.elementsEqual("/".utf8): break
    case "c", "i", "b", "u", "font", "s", "em", "strong", "span": break
    case "br", "br/", "p", "div": append([0x20], keeping: at)
    default: return false
    }
    return true
  }

  private mutating func append(_ some: [UInt8], keeping place: Int) {
    if reading == nil { words += some } else { reading? += some }
    at = place
  }

  private mutating func startVoice(_ annotation: ArraySlice<UInt8>) {
    endReading()
    endPart()
    let raw = annotation.string
    var name = CharacterReferences.decoded(raw).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    nameCharacters += raw.trimmed.unicodeScalars.count
    if name.hasPrefix("//") {
      // noScribe writes so who speaks while another does.
      current.isOverlapping = true
      name = name.dropFirst(2).description.trimmed
    }
    current.voice = name.isEmpty ? nil : name
    // A voice without a name says that nobody knows who speaks.
    current.isVerbatim = name.isEmpty
  }

  private mutating func endVoice() {
    endReading()
    endPart()
  }

  private mutating func addTime(_ milliseconds: Int) {
    endReading()
    endWords()
    current.items.append(.time(milliseconds))
  }

  private mutating func startLanguage(_ language: String) {
    endWords()
    languages.append(language.isEmpty ? nil : language)
  }

  private mutating func endLanguage() {
    endWords()
    _ = languages.popLast()
  }

  /// Outside `ruby` the tag says nothing.
  private mutating func startReading() {
    endReading()
    guard isInRuby else { return }
    endWords()
    reading = []
  }

  /// A reading above words (`rt`) becomes a remark: it was not said twice.
  private mutating func endReading() {
    guard let text = reading else { return }
    reading = nil
    let note = text.string.trimmed
    if !note.isEmpty { current.items.append(.note(note, type: "reading")) }
  }

  private mutating func endWords() {
    guard !words.isEmpty else { return }
    current.items.append(.words(words.string, language: languages.last ?? nil))
    words = []
  }

  /// Ends the stretch of one voice. A time right before the next voice is where that begins.
  private mutating func endPart() {
    endWords()
    var next = TalkPart(items: [], line: line)
    if at < bytes.count {
      let spoken = current.items.lastIndex { !$0.isTimeOrBlank }.map { $0 + 1 } ?? 0
      next.items = Array(current.items[spoken...])
      current.items.removeSubrange(spoken...)
    }
    if !current.isSilent { parts.append(current) }
    current = next
  }

  // MARK: Characters

  private mutating func readReference() {
    guard let reference = CharacterReferences.first(in: bytes[at...]) else {
      return append(bytes[at...at])
    }
    append(Array(String(reference.scalar).utf8), keeping: at + reference.length)
  }

  /// Styles of SubStation Alpha in braces: `{\an8}`.
  private mutating func readStyle() {
    guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\\"),
      let end = bytes[(at + 1)...].firstIndex(where: { $0 == 0x7B || $0 == 0x7D }),
      bytes[end] == UInt8(ascii: "}")
    else { return append(bytes[at...at]) }
    at = end + 1
  }
}

extension TalkPart.Item {
  fileprivate var isTimeOrBlank: Bool {
    switch self {
    case .time: true
    case .words(let words, _), .stretch(let words, _): words.utf8.allSatisfy { $0 <= 0x20 }
    case .note, .event, .placed: false
    }
  }
}
