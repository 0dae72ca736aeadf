import Samtale

/// A text as the program that shows it reads it, and the scalar of the file at which each of its own
/// begins.
struct TextView {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var origins: [Int] = []

  init() {}

  /// The text of a file as it is.
  init(_ file: [Unicode.Scalar]) {
    scalars = file
    origins = Array(file.indices)
  }

  /// The text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func append(_ text: some Sequence<Unicode.Scalar>, at origin: Int) {
    for scalar in text {
      scalars.append(scalar)
      origins.append(origin)
    }
  }

  // MARK: Characters written in signs

  /// With what is written in signs as the characters: `&#248;`, `&oslash;`, `%C3%B8`, `\u00f8`,
  /// `\'f8`; words of RTF that are no text are left out.
  /// - Returns: `nil` if there is nothing of that sort.
  func resolved() -> TextView? {
    guard scalars.contains(where: { $0 == "&" || $0 == "%" || $0 == "\\" }) else { return nil }
    let isRTF = scalars.starts(with: "{\\rtf".unicodeScalars)
    var view = TextView()
    var i = 0
    while i < scalars.count {
      let found: (text: [Unicode.Scalar], count: Int)? =
        switch scalars[i] {
        case "&": reference(at: i)
        case "%": percent(at: i)
        case "\\": isRTF ? richText(at: i) : escape(at: i)
        case "{", "}": isRTF ? ([], 1) : nil
        default: nil
        }
      view.append(found?.text ?? [scalars[i]], at: origins[i])
      i += found?.count ?? 1
    }
    return view.scalars == scalars ? nil : view
  }

  private static let named: [String: Unicode.Scalar] = [
    "aring": "å", "Aring": "Å", "oslash": "ø", "Oslash": "Ø", "aelig": "æ", "AElig": "Æ",
    "auml": "ä", "Auml": "Ä", "ouml": "ö", "Ouml": "Ö", "uuml": "ü", "Uuml": "Ü",
    "eacute": "é", "Eacute": "É", "egrave": "è", "nbsp": " ", "shy": "\u{AD}", "amp": "&",
    "apos": "'", "rsquo": "’", "ndash": "–", "commat": "@",
  ]

  private func reference(at start: Int) -> (text: [Unicode.Scalar], count: Int)? {
    let rest = scalars[(start + 1)...].prefix(10)
    guard let end = rest.firstIndex(of: ";") else { return nil }
    let name = String(String.UnicodeScalarView(rest[..<end]))
    let scalar: Unicode.Scalar? =
      if name.hasPrefix("#x") || name.hasPrefix("#X") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        Self.named[name]
      }
    return scalar.map { ([$0], end - start + 1) }
  }

  private func percent(at start: Int) -> (text: [Unicode.Scalar], count: Int)? {
    var bytes: [UInt8] = []
    var i = start
    while i < scalars.count, scalars[i] == "%", let byte = hex(i + 1, digits: 2) {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      i += 3
    }
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return (Array(text.unicodeScalars), i - start)
  }

  /// `\u00f8`, `\n` and `\t` of JSON.
  private func escape(at start: Int) -> (text: [Unicode.Scalar], count: Int)? {
    guard start + 1 < scalars.count else { return nil }
    switch scalars[start + 1] {
    case "\\": return (["\\", "\\"], 2)
    case "n", "r", "t": return ([" "], 2)
    case "u": return hex(start + 2, digits: 4).flatMap(Unicode.Scalar.init).map { ([$0], 6) }
    default: return nil
    }
  }

  /// `\'f8`, `\u248?` and words such as `\b0`.
  private func richText(at start: Int) -> (text: [Unicode.Scalar], count: Int)? {
    guard start + 1 < scalars.count else { return nil }
    if scalars[start + 1] == "'", let byte = hex(start + 2, digits: 2) {
      return (Unicode.Scalar(byte).map { [$0] } ?? [], 4)
    }
    var i = start + 1
    var word = ""
    while i < scalars.count, i - start < 40, (0x61...0x7A).contains(scalars[i].value | 0x20) {
      word.unicodeScalars.append(scalars[i])
      i += 1
    }
    guard !word.isEmpty else { return scalars[start + 1] == "~" ? ([" "], 2) : nil }
    var digits = ""
    if i < scalars.count, scalars[i] == "-" { i += 1 }
    while i < scalars.count, digits.utf8.count < 9, TalkTokens.isDigit(scalars[i]) {
      digits.unicodeScalars.append(scalars[i])
      i += 1
    }
    if word == "u", let scalar = UInt32(digits).flatMap(Unicode.Scalar.init) {
      if i < scalars.count, scalars[i] == "?" { i += 1 }
      return ([scalar], i - start)
    }
    if i < scalars.count, scalars[i] == " " { i += 1 }
    let divides = ["par", "line", "tab", "cell", "row", "page", "sect"].contains(word)
    return (divides ? [" "] : [], i - start)
  }

  private func hex(_ start: Int, digits: Int) -> UInt32? {
    guard start + digits <= scalars.count else { return nil }
    var number: UInt32 = 0
    for scalar in scalars[start..<(start + digits)] {
      guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
      number = number << 4 | UInt32(digit)
    }
    return number
  }

  // MARK: Lines

  /// With words whole that a hyphen divides at the end of a line: `Ragn-` `hild`.
  /// - Returns: `nil` if there are no such words.
  func withoutLineBreaksInWords() -> TextView? {
    var view = TextView()
    var i = 0
    var isChanged = false
    while i < scalars.count {
      if let end = nextLine(after: i) {
        isChanged = true
        i = end
      } else {
        view.append([scalars[i]], at: origins[i])
        i += 1
      }
    }
    return isChanged ? view : nil
  }

  /// Where a word goes on that a hyphen divides at the end of a line.
  private func nextLine(after hyphen: Int) -> Int? {
    guard ["-", "\u{AD}", "\u{2010}"].contains(scalars[hyphen]), hyphen > 0,
      TalkTokens.isWord(scalars[hyphen - 1])
    else { return nil }
    var i = hyphen + 1
    var hasEnd = false
    while i < scalars.count, i - hyphen < 80, scalars[i].properties.isWhitespace {
      hasEnd = hasEnd || scalars[i] == "\n" || scalars[i] == "\r"
      i += 1
    }
    guard hasEnd, i < scalars.count, TalkTokens.isWord(scalars[i]) else { return nil }
    return TalkTokens.isCapital(scalars[i]) ? nil : i
  }

  // MARK: Tags

  /// Without tags, so that words are whole that marks divide; where a paragraph, turn or cell begins
  /// or ends is a space.
  /// - Returns: `nil` if there are no tags.
  func withoutTags() -> TextView? {
    guard scalars.contains("<") else { return nil }
    var view = TextView()
    var i = 0
    while i < scalars.count {
      if scalars[i] == "<", let end = endOfTag(at: i) {
        if Self.dividing.contains(name(ofTag: i..<end)) { view.append([" "], at: origins[i]) }
        i = end
      } else {
        view.append([scalars[i]], at: origins[i])
        i += 1
      }
    }
    return view.scalars.count == scalars.count ? nil : view
  }

  private static let dividing: Set<String> = [
    "p", "div", "u", "span", "td", "th", "tr", "li", "br", "cr", "lb", "line-break", "tab", "h1",
    "h2", "h3", "h4",
    "title", "note", "desc", "head", "label", "cell", "row", "tc", "table", "annotation_value",
    "event", "turn", "option", "name", "persname", "addname", "orgname", "placename", "text",
  ]

  private func endOfTag(at start: Int) -> Int? {
    guard start + 1 < scalars.count else { return nil }
    let next = scalars[start + 1]
    guard next == "/" || next == "!" || next == "?" || TalkTokens.isWord(next) else { return nil }
    return scalars[(start + 1)...].prefix(4000).firstIndex(of: ">").map { $0 + 1 }
  }

  /// The name of a tag in small letters, without a prefix.
  private func name(ofTag tag: Range<Int>) -> String {
    let body = scalars[tag].dropFirst().drop { $0 == "/" }
    let name = body.prefix { $0 != " " && $0 != ">" && $0 != "/" && $0 != "\n" && $0 != "\t" }
    let local = name.split(separator: ":").last ?? []
    return local.count > 20 ? "" : String(String.UnicodeScalarView(local)).lowercased()
  }
}
