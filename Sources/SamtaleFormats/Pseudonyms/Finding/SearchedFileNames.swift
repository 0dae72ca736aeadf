import Samtale

/// The names of files that a transcript speaks of, as words.
enum SearchedFileNames {
  /// The names of the transcript's file, of what it was made from, and of its recordings. The folders
  /// that the file lies in go nowhere.
  static func all(of transcript: Transcript) -> [String] {
    let file = transcript.file.split(separator: "/").last.map(String.init) ?? ""
    var names = [file, transcript.id] + transcript.header.media
    for source in transcript.header.file where source.name == "sourceDesc" {
      let recordings = source.elements("recordingStmt").flatMap { $0.elements("recording") }
      names += (source.elements("p") + recordings.flatMap { $0.elements("p") }).map(\.text)
        .filter(isFileName)
    }
    var seen: Set<String> = []
    return names.map(words).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Identifiers of people, teams and those responsible, as words: some are made from names. Left out
  /// are those with a word that the file itself gives as a name or label.
  static func identifiers(of transcript: Transcript) -> [String] {
    var ids = transcript.participants.map(\.id) + transcript.teams.map(\.id)
    ids += transcript.header.file.flatMap { responsible(in: $0) }
    for layer in transcript.layers.map(\.element) {
      ids += ([layer] + layer.elements).compactMap { $0["resp"] }.flatMap { pointers($0) }
    }
    var named = transcript.participants.flatMap { person in
      [person.label, person.name].compactMap(\.self)
    }
    named += transcript.teams.flatMap(\.names) + HeaderNames.all(of: transcript).map(\.name)
    let known = Set(named.flatMap { TalkTokens($0).tokens.map(\.lower) })
    var seen: Set<String> = []
    return ids.map(words).filter { name in
      let tokens = TalkTokens(name).tokens.map(\.lower)
      return name.contains { $0.isLetter } && known.isDisjoint(with: tokens)
        && seen.insert(name).inserted
    }
  }

  private static func pointers(_ value: String) -> [String] {
    value.split(separator: " ").map { String($0.drop { $0 == "#" }) }
  }

  private static func responsible(in element: MarkupElement) -> [String] {
    let own = element.name == "respStmt" ? [element["xml:id"]].compactMap(\.self) : []
    return own + element.elements.flatMap { responsible(in: $0) }
  }

  /// Whether a text ends like the name of a file: `intervju 2.docx`.
  static func isFileName(_ text: String) -> Bool {
    let ending = Files.extension(of: text)
    return (2...5).contains(ending.utf8.count) && ending.contains(where: \.isLetter)
      && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// The words of a path or address: without the address of a server and the ending, and with
  /// spaces where a capital or a low line begins a word.
  static func words(_ path: String) -> String {
    var rest = URLDecoding.decoded(path)
    if let scheme = rest.firstRange(of: "://") {
      rest = String(rest[scheme.upperBound...].drop { $0 != "/" })
    }
    var parts = rest.split { $0 == "/" || $0 == "\\" }.map(String.init)
    if let last = parts.popLast() { parts.append(isFileName(last) ? withoutEnding(last) : last) }
    return parts.map(spaced).joined(separator: " / ")
  }

  private static func withoutEnding(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  private static func spaced(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    var text = String.UnicodeScalarView()
    for (i, scalar) in scalars.enumerated() {
      let isInside = i > 0 && TalkTokens.isWord(scalar) && TalkTokens.isWord(scalars[i - 1])
      if isInside, TalkTokens.isHump(i, scalars) { text.append(" ") }
      text.append(scalar == "_" ? " " : scalar)
    }
    return String(text).singleSpaced
  }
}

/// Addresses in which bytes are written as %XX (RFC 3986, 2.1).
enum URLDecoding {
  /// The text with UTF-8 in %XX decoded; what is none stays.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var decoded = String.UnicodeScalarView()
    var i = 0
    while i < scalars.count {
      if let (scalar, end) = scalar(at: i, in: scalars) {
        decoded.append(scalar)
        i = end
      } else {
        decoded.append(scalars[i])
        i += 1
      }
    }
    return String(decoded)
  }

  /// The scalar that `%C3%B8` writes, and the place after it.
  static func scalar(at start: Int, in scalars: [Unicode.Scalar]) -> (Unicode.Scalar, end: Int)? {
    guard let first = byte(at: start, in: scalars) else { return nil }
    let count = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var bytes = [first]
    for k in 1..<max(1, count) {
      guard let next = byte(at: start + 3 * k, in: scalars) else { return nil }
      bytes.append(next)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, start + 3 * count)
  }

  private static func byte(at start: Int, in scalars: [Unicode.Scalar]) -> UInt8? {
    guard start + 2 < scalars.count, scalars[start] == "%",
      let high = hex(scalars[start + 1]), let low = hex(scalars[start + 2])
    else { return nil }
    return UInt8(high << 4 | low)
  }

  /// The value of a hexadecimal digit.
  static func hex(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0x41...0x46: Int(scalar.value) - 0x37
    case 0x61...0x66: Int(scalar.value) - 0x57
    default: nil
    }
  }
}
