/// Rewrites texts of all kinds through one function, and counts what it does.
///
/// The same text is looked at once; identifiers are the same wherever they occur.
package struct TextRewriter: Sendable {
  private let find: @Sendable (String) -> [TextRewrite]
  /// What is to be replaced in identifiers and names of files, beside what is found in texts.
  private let findInNames: (@Sendable (String) -> [TextRewrite])?
  /// What was found, by the bytes of the text: strings that only look the same have other offsets.
  private var known: [[UInt8]: [TextRewrite]] = [:]
  package var counts = RewriteCounts()
  /// Whether what is replaced is counted.
  package var isCounting = true
  var identifiers = RewrittenIdentifiers()
  /// What becomes of identifiers of objects, where it is wanted.
  var renaming: IdentifierRenaming?

  package init(
    names: (@Sendable (String) -> [TextRewrite])? = nil,
    _ find: @escaping @Sendable (String) -> [TextRewrite]
  ) {
    self.find = find
    findInNames = names
  }

  /// The rewrites of a text, without characters that XML cannot hold.
  mutating func rewrites(of text: String) -> [TextRewrite] {
    let key = Array(text.utf8)
    if key.isEmpty { return [] }
    if let found = known[key] { return found }
    let found = find(text).map { TextRewrite(scalars: $0.scalars, text: Self.allowed($0.text)) }
    known[key] = found
    return found
  }

  private static func allowed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !XMLWriter.isAllowed($0) }) else { return text }
    var allowed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      allowed.append(XMLWriter.isAllowed(scalar) ? scalar : "\u{FFFD}")
    }
    return String(allowed)
  }

  mutating func count(_ number: Int, _ field: RewriteCounts.Field) {
    if isCounting, number > 0 { counts[field] += number }
  }

  // MARK: Running text

  /// A text with its white space as it is.
  package mutating func text(_ text: String, _ field: RewriteCounts.Field) -> String {
    let new = RewrittenText(text, rewrites(of: text))
    count(new.count, field)
    return new.text
  }

  /// A text whose white space is collapsed if anything was replaced.
  mutating func line(_ text: String, _ field: RewriteCounts.Field) -> String {
    let new = RewrittenText(text, rewrites(of: text) + rewrites(ofFileNamesIn: text))
    count(new.count, field)
    return new.count == 0 ? text : new.text.collapsed
  }

  /// What is to be replaced in names of files that a text mentions (`Imported from opptakKari2.wav`),
  /// beside the whole words that are replaced anyway.
  private mutating func rewrites(ofFileNamesIn text: String) -> [TextRewrite] {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return [] }
    let taken = rewrites(of: text).map(\.scalars)
    let scalars = Array(text.unicodeScalars)
    var found: [TextRewrite] = []
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex { $0.properties.isWhitespace } ?? scalars.count
      let word = String(String.UnicodeScalarView(scalars[start..<end]))
      if Self.isFileName(word) {
        for rewrite in rewrites(ofName: word) {
          let place = (rewrite.scalars.lowerBound + start)..<(rewrite.scalars.upperBound + start)
          if !taken.contains(where: { $0.overlaps(place) }) {
            found.append(TextRewrite(scalars: place, text: rewrite.text))
          }
        }
      }
      start = end + 1
    }
    return found
  }

  /// Whether a word ends like the name of a file: a point, then two to five letters or digits.
  private static func isFileName(_ word: String) -> Bool {
    let isSign = { (letter: Character) in letter.isASCII && (letter.isLetter || letter.isNumber) }
    guard let end = word.lastIndex(where: isSign) else { return false }
    let name = word[...end]
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return false }
    let ending = name[name.index(after: point)...]
    return (2...5).contains(ending.count) && ending.allSatisfy(isSign)
  }

  /// A text that must not be empty.
  mutating func words(_ text: String, _ field: RewriteCounts.Field) -> String {
    let new = self.text(text, field)
    let isBlank = { (text: String) in text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    return isBlank(new) && !isBlank(text) ? "…" : new
  }

  /// A text that may be missing; `nil` if nothing is left of it.
  mutating func optionalLine(_ text: String?, _ field: RewriteCounts.Field) -> String? {
    guard let text else { return nil }
    let new = line(text, field)
    return new.isEmpty && !text.isEmpty ? nil : new
  }

  /// Initials of somebody; where the name became another and nothing says what the initials become,
  /// those of the new name.
  mutating func initials(
    _ initials: String, of name: String?, _ field: RewriteCounts.Field
  ) -> String {
    let new = words(initials, field)
    guard new == initials, let name else { return new }
    let renamed = RewrittenText(name, rewrites(of: name))
    guard renamed.count > 0 else { return initials }
    count(1, field)
    let letters = renamed.text.split { !$0.isLetter && !$0.isNumber }.compactMap(\.first)
    return letters.isEmpty ? "…" : String(letters).uppercased()
  }

  // MARK: Names inside names

  /// What is to be replaced in a name without white space, such as `p.Kari_Berg` or `kari-m1.vtt`:
  /// it is looked at as it stands, with its separators as spaces, and, if that finds nothing, with
  /// capitals.
  private mutating func rewrites(ofName name: String, capitals: Bool = true) -> [TextRewrite] {
    let spaced = Self.spaced(name, capitals: false)
    var found = rewrites(of: name)
    if spaced != name { found += rewrites(of: spaced) }
    if capitals {
      found += rewrites(betweenHumps: spaced)
      found += findInNames?(name) ?? []
    }
    if found.isEmpty, capitals {
      found = rewrites(of: Self.spaced(name, capitals: true)).map {
        TextRewrite(scalars: $0.scalars, text: $0.text.lowercased())
      }
    }
    var chosen: [TextRewrite] = []
    for rewrite in found.sorted(by: { $0.scalars.count > $1.scalars.count })
    where !chosen.contains(where: { $0.scalars.overlaps(rewrite.scalars) }) {
      chosen.append(rewrite)
    }
    return chosen.sorted { $0.scalars.lowerBound < $1.scalars.lowerBound }
  }

  /// What is to be replaced in a name whose words begin with capitals or where digits end:
  /// `opptakKari2`. Only what begins with a capital is taken for a name.
  private mutating func rewrites(betweenHumps name: String) -> [TextRewrite] {
    let old = Array(name.unicodeScalars)
    var parted = String.UnicodeScalarView()
    var places: [Int] = []
    for (i, scalar) in old.enumerated() {
      if i > 0, Self.isHump(old[i - 1], scalar) {
        parted.append(" ")
        places.append(i)
      }
      parted.append(scalar)
      places.append(i)
    }
    guard places.count > old.count else { return [] }
    places.append(old.count)
    return rewrites(of: String(parted)).compactMap { rewrite in
      let start = places[rewrite.scalars.lowerBound]
      let end = rewrite.scalars.isEmpty ? start : places[rewrite.scalars.upperBound - 1] + 1
      guard start < end, old[start].properties.isUppercase else { return nil }
      return TextRewrite(scalars: start..<end, text: rewrite.text)
    }
  }

  private static func isHump(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if before.properties.isLowercase, after.properties.isUppercase { return true }
    let isDigit = { (scalar: Unicode.Scalar) in (0x30...0x39).contains(scalar.value) }
    return before.properties.isAlphabetic && isDigit(after)
      || isDigit(before) && after.properties.isAlphabetic
  }

  /// The name with separators as spaces, scalar by scalar.
  private static func spaced(_ name: String, capitals: Bool) -> String {
    var spaced = String.UnicodeScalarView()
    var isStart = true
    for scalar in name.unicodeScalars {
      let isSeparator = "_-.+~#()[],;:".unicodeScalars.contains(scalar)
      let capital = scalar.properties.uppercaseMapping.unicodeScalars
      let isRaised = capitals && isStart && capital.count == 1
      spaced.append(isSeparator ? " " : isRaised ? capital.first ?? scalar : scalar)
      isStart = isSeparator || scalar == " "
    }
    return String(spaced)
  }

  /// A name without white space, with what was found in it replaced.
  mutating func name(_ name: String, capitals: Bool = true) -> RewrittenText {
    RewrittenText(name, rewrites(ofName: name, capitals: capitals))
  }

  /// One word of a vocabulary, such as the type of a note; those that Samtale knows stay.
  mutating func word(_ word: String?, _ field: RewriteCounts.Field) -> String? {
    guard let word, !Self.vocabulary.contains(word) else { return word }
    let new = name(word, capitals: false)
    guard new.count > 0 else { return word }
    count(new.count, field)
    let plain = ProfileValue.word(new.text)
    return plain.isEmpty ? "other" : plain
  }

  /// Words that decide how something is read.
  private static let vocabulary: Set<String> = [
    "topics", "translation", "codings", "meaningUnits", "extracts", "contrary", "memo", "closures",
    "topic", "section", "debateSection", "Situation", "G", "BG", "team", "timeStamps", "initials",
    "contribution", "interruption", "unauthorized_interruption", "speaker", "suggested", "reopens",
    "functional", "opening", "closing", "agenda", "chitchat", "chit-chat", "open", "closed",
    "draft", "checked", "back-translated", "inaudible", "sampling", "normal", "unspecified",
  ]

  /// A path or the name of a file; folders too.
  package mutating func fileName(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let new = name(String(part))
      count(new.count, .fileNames)
      return new.count > 0 && new.text.isEmpty ? "file" : new.text
    }
    return parts.joined(separator: "/")
  }

  /// An address, whose signs may be written as %XX.
  mutating func address(_ address: String) -> String {
    let plain = Self.decoded(address)
    let new = fileName(plain)
    return new.unicodeScalars.elementsEqual(plain.unicodeScalars) ? address : HeaderDraft.url(new)
  }

  /// The address with %XX as the signs they stand for; as it is where that gives no text.
  private static func decoded(_ address: String) -> String {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    var bytes: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? address
  }

  /// A date as a machine reads it; `nil` where its replacement is no date.
  mutating func date(_ date: String?) -> String? {
    guard let date else { return nil }
    let new = RewrittenText(date, rewrites(of: date))
    guard new.count > 0 else { return date }
    count(new.count, .dates)
    return ProfileValue.date(new.text.collapsed)
  }
}

/// What identifiers became. No two that differ become the same.
struct RewrittenIdentifiers: Sendable {
  var new: [String: String] = ["unknown": "unknown", "roles": "roles", "codebook": "codebook"]
  /// Those of utterances in which something was found, though they stay.
  var kept: Set<String> = []
  /// Those that something has.
  var used: Set<String> = ["unknown", "roles", "codebook", "auto"]
  private var nextNumbers: [String: Int] = [:]

  init() { new["auto"] = "auto" }

  /// Keeps an identifier as it is.
  mutating func keep(_ id: String) {
    new[id] = id
    used.insert(id)
  }

  /// Gives an identifier another name that nothing else has.
  mutating func rename(_ id: String, to name: String) -> String {
    var free = name
    var number = nextNumbers[name] ?? 2
    while !used.insert(free).inserted {
      free = "\(name).\(number)"
      number += 1
    }
    nextNumbers[name] = number
    new[id] = free
    return free
  }
}

extension TextRewriter {
  /// Takes note of identifiers before any is renamed, so that none gets the name of another that
  /// stays.
  mutating func reserve(_ ids: [String]) {
    var changing: [String] = []
    for id in ids where identifiers.new[id] == nil {
      let stays = renaming?.name(id) == nil && name(id).count == 0
      if stays { identifiers.keep(id) } else { changing.append(id) }
    }
    for id in changing { _ = identifier(id) }
  }

  /// Keeps identifiers of utterances and points in time as they are, and notes those in which
  /// something was found.
  mutating func keep(_ ids: [String]) {
    for id in ids where identifiers.new[id] == nil {
      // Most are a letter and a number.
      let letters = id.unicodeScalars.count { $0.properties.isAlphabetic }
      if letters > 2, name(id).count > 0 { identifiers.kept.insert(id) }
      identifiers.keep(id)
    }
  }

  /// What an identifier becomes: the same in every transcript, unlike all others.
  package mutating func identifier(_ id: String) -> String {
    if let known = identifiers.new[id] { return known }
    if let new = renaming?.name(id) { return identifiers.rename(id, to: new) }
    let new = name(id)
    guard new.count > 0 else {
      identifiers.keep(id)
      return id
    }
    return identifiers.rename(id, to: XMLNames.plain(new.text.collapsed, prefix: "x."))
  }

  /// A list of pointers, each with its `#` or without.
  mutating func pointers(_ value: String) -> String {
    var isSame = true
    let tokens = value.tokens.map { token in
      let new = pointer(token)
      if new != token { isSame = false }
      return new
    }
    return isSame ? value : tokens.joined(separator: " ")
  }

  private mutating func pointer(_ token: String) -> String {
    guard token.hasPrefix("#") else { return identifier(token) }
    return "#" + identifier(String(token.dropFirst()))
  }
}
