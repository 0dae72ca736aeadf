import Samtale

/// Reads a document in Rich Text Format (Microsoft's specification, version 1.9.1).
///
/// Groups are kept on a stack of bounded depth; every byte is looked at once.
struct RichTextReader {
  private var content = DocumentContent()
  var collector = DocumentCollector()
  private let bytes: [UInt8]
  private var next = 0
  var state: RichTextState
  private var groups: [RichTextState] = []
  /// Characters still to be passed over, since they repeat one given by its number.
  private var fallback = 0
  private var highSurrogate: UInt32?
  /// Text that has not been handed on yet, in UTF-8.
  private var pending: [UInt8] = []
  /// Whether the group has just said that what follows may be passed over.
  private var isIgnorable = false
  private var lastOmission: Omissions.Reason?
  var tables = RichTextTables()
  var title = ""
  var created: [String: Int] = [:]
  /// Rows and cells that are open outside notes.
  var isRowOpen = false
  var isCellOpen = false
  /// Whether a cell of a table inside a cell has ended, so that further words are set apart.
  var isBehindCell = false
  /// How many notes and text boxes the text that is being read stands in.
  var asides = 0

  /// Groups that a document may have inside each other. Word itself stays far below.
  static let deepest = 1000

  private var progress: ImportProgress

  private init(_ bytes: [UInt8], _ progress: ImportProgress) {
    self.bytes = bytes
    self.progress = progress
    state = RichTextState(font: 0)
  }

  /// Whether a file begins as such documents do.
  static func isRichText(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "{\\rtf".utf8) }

  /// Everything that a document holds.
  static func read(_ bytes: [UInt8], _ progress: ImportProgress = ImportProgress(nil))
    -> DocumentContent
  {
    var reader = RichTextReader(bytes, progress)
    reader.read()
    return reader.content
  }

  private mutating func read() {
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      switch byte {
      case UInt8(ascii: "{"): if !open() { return finish() }
      case UInt8(ascii: "}"): if !close() { return finish() }
      case UInt8(ascii: "\\"):
        readControl()
        progress.tell(next)
      case 0x0A, 0x0D, 0: break
      default: take(byte)
      }
    }
    if !groups.isEmpty {
      report(
        .truncated, .warning, "the document breaks off in the middle",
        do: "compare the end with the original; what could be read is kept")
    }
    finish()
  }

  private mutating func finish() {
    settleSurrogate()
    flush()
    while groups.count > 0, close() {}
    closeRow()
    let title = title.trimmed
    if !title.isEmpty { content.title = title }
    if let year = created["yr"], let month = created["mo"], let day = created["dy"] {
      content.created = "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
    }
    content.take(collector)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private mutating func report(
    _ code: DiagnosticCode, _ severity: Diagnostic.Severity, _ what: String, do remedy: String
  ) {
    content.problems.append(.init(severity: severity, code: code, what: what, remedy: remedy))
  }

  // MARK: Groups

  private mutating func open() -> Bool {
    guard groups.count < Self.deepest else {
      report(
        .tooDeep, .error, "groups are nested more than \(Self.deepest) deep",
        do: "open the document in a word processor and save it again; Samtale refuses such files")
      return false
    }
    fallback = 0
    groups.append(state)
    state.ending = .nothing
    return true
  }

  /// - Returns: Whether a group was open.
  private mutating func close() -> Bool {
    flush()
    fallback = 0
    isIgnorable = false
    guard let outer = groups.popLast() else { return false }
    switch state.ending {
    case .nothing: break
    case .note:
      collector.endNote()
      asides -= 1
    case .textBox:
      collector.endTextBox()
      asides -= 1
    }
    state = outer
    return !groups.isEmpty
  }

  // MARK: Controls

  private mutating func readControl() {
    guard next < bytes.count else { return }
    let byte = bytes[next]
    guard byte.isLetter else { return readSymbol(byte) }
    let start = next
    while next < bytes.count, bytes[next].isLetter, next - start < 32 { next += 1 }
    let word = bytes[start..<next].string
    let parameter = readParameter()
    if next < bytes.count, bytes[next] == 0x20 { next += 1 }
    if word == "bin" {
      next = min(next + max(parameter ?? 0, 0), bytes.count)
    } else {
      perform(word, parameter)
    }
  }

  private mutating func readParameter() -> Int? {
    var position = next
    let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let start = position
    var value = 0
    while position < bytes.count, bytes[position].isDigit {
      value = min(value * 10 + Int(bytes[position] - UInt8(ascii: "0")), 1 << 40)
      position += 1
    }
    guard position > start else { return nil }
    next = position
    return isNegative ? -value : value
  }

  private mutating func readSymbol(_ byte: UInt8) {
    next += 1
    switch byte {
    case UInt8(ascii: "'"): readHexadecimal()
    case UInt8(ascii: "*"): isIgnorable = true
    case UInt8(ascii: "~"): put("\u{A0}")
    case UInt8(ascii: "_"): put("-")
    case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|"): break
    case 0x0A, 0x0D: perform("par", nil)
    case UInt8(ascii: "\t"): put("\t")
    default: take(byte)
    }
  }

  private mutating func readHexadecimal() {
    guard next + 2 <= bytes.count,
      let value = UInt8(String(decoding: bytes[next..<next + 2], as: UTF8.self), radix: 16)
    else { return }
    next += 2
    take(value)
  }

  private mutating func perform(_ word: String, _ parameter: Int?) {
    let mayIgnore = isIgnorable
    isIgnorable = false
    if word == "u" { return readUnicode(parameter ?? 0) }
    if let scalar = Self.characters[word] {
      if fallback > 0 { fallback -= 1 } else { put(scalar) }
      return
    }
    fallback = 0
    flush()
    if enterDestination(word) || setProperty(word, parameter) || mark(word) { return }
    if tables.set(word, parameter, in: state.destination) { return }
    if state.destination == .created { created[word] = parameter }
    if mayIgnore { state.destination = .nowhere }
  }

  private static let characters: [String: Unicode.Scalar] = [
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u{2003}",
    "enspace": "\u{2002}", "qmspace": "\u{2005}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
    "softline": "\n",
  ]

  // MARK: Characters

  /// A byte of text in the encoding of its font.
  private mutating func take(_ byte: UInt8) {
    isIgnorable = false
    if fallback > 0 {
      fallback -= 1
      return
    }
    if byte < 0x80, tables.symbolFont(state.font) == nil { return put(Unicode.Scalar(byte)) }
    if state.destination == .body, let font = tables.symbolFont(state.font) {
      return put(font.scalar(UInt32(byte)))
    }
    let page = tables.codePage(state.font)
    if page.isLead(byte) { passTrail() }
    let scalar = page.scalar(byte)
    if scalar == "\u{FFFD}", state.destination == .body { collector.omissions.undecoded += 1 }
    put(scalar)
  }

  /// Passes over the second byte of an East Asian character.
  private mutating func passTrail() {
    if next + 4 <= bytes.count, bytes[next] == UInt8(ascii: "\\"),
      bytes[next + 1] == UInt8(ascii: "'")
    {
      next += 4
    } else if next < bytes.count, bytes[next] >= 0x40, !"\\{}".utf8.contains(bytes[next]) {
      next += 1
    }
  }

  /// A UTF-16 unit as a signed number; two of them may make one character.
  private mutating func readUnicode(_ parameter: Int) {
    let unit = UInt32(truncatingIfNeeded: parameter < 0 ? parameter + 0x10000 : parameter) & 0xFFFF
    fallback = 0
    if (0xDC00...0xDFFF).contains(unit), let high = highSurrogate {
      highSurrogate = nil
      put(Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)) ?? "\u{FFFD}")
    } else if (0xD800...0xDBFF).contains(unit) {
      settleSurrogate()
      highSurrogate = unit
    } else if let font = tables.symbolFont(state.font), (0xF000...0xF0FF).contains(unit) {
      put(font.scalar(unit))
    } else {
      put(Unicode.Scalar(unit) ?? "\u{FFFD}")
    }
    fallback = state.fallbackLength
  }

  /// Half a character whose other half does not come.
  mutating func settleSurrogate() {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    put("\u{FFFD}")
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if highSurrogate != nil { settleSurrogate() }
    switch state.destination {
    case .nowhere, .created: return
    case .title: title.unicodeScalars.append(scalar)
    case .fonts, .styles: tables.take(scalar, in: state.destination)
    case .body, .omitted: pending.append(contentsOf: scalar.utf8)
    }
  }

  /// Hands the text on that was read with the properties of now.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    let text = pending.string
    pending.removeAll(keepingCapacity: true)
    if let reason = state.omission {
      if lastOmission != reason { collector.omissions.begin(reason, at: collector.place) }
      lastOmission = reason
      return collector.skip(text, reason)
    }
    lastOmission = nil
    beginParagraph()
    collector.append(text, state.emphasis)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
