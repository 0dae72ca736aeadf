/// Finds e-mail and web addresses, user names, streets and postal codes.
struct AddressPatterns {
  let text: TalkTokens
  private(set) var found: [PatternMatch] = []

  init(_ text: TalkTokens) { self.text = text }

  mutating func run() {
    var i = 0
    while i < text.count {
      let match = electronic(at: i) ?? spoken(at: i) ?? street(at: i)
      if let match = match ?? postalCode(at: i) ?? britishCode(at: i) {
        found.append(match)
        i = match.tokens.upperBound
      } else {
        i += 1
      }
    }
  }

  /// Tokens from one on that hang together without white space, up to a character that ends it.
  private func solid(from start: Int, ending: Set<Character> = []) -> Range<Int> {
    var end = start + 1
    while end < text.count {
      let gap = text[end].gap
      if gap.contains(" ") || gap.contains(where: ending.contains)
        || "<>\"”»)(".contains(where: gap.contains)
      {
        break
      }
      end += 1
    }
    return start..<end
  }

  private func electronic(at start: Int) -> PatternMatch? {
    // A run is read from its first token only.
    if start > 0, !text[start].gap.contains(where: { " <>\"“«()".contains($0) }) { return nil }
    let run = solid(from: start)
    let gaps = run.dropFirst().map { text[$0].gap }
    if text[start].gap.hasSuffix("@"), text[start].text.count >= 2, run.count <= 3 {
      return match(run, .account, before: 1)
    }
    if let at = gaps.firstIndex(where: { $0.contains("@") }) {
      return gaps[(at + 1)...].contains(".") ? match(run, .email) : nil
    }
    return webAddress(run, gaps)
  }

  private func webAddress(_ run: Range<Int>, _ gaps: [String]) -> PatternMatch? {
    let first = text[run.lowerBound].lower
    if gaps.first == "://" || (first == "www" && gaps.first == ".") {
      return isPublic(run) ? nil : match(run, .url)
    }
    // kari.no, example.com/page: letters, point, a known ending.
    var end = 1
    while end < run.count, gaps[end - 1] == "." || gaps[end - 1] == "-" { end += 1 }
    guard end >= 2, gaps[end - 2] == ".", end == run.count || gaps[end - 1].hasPrefix("/")
    else { return nil }
    let last = text[run.lowerBound + end - 1]
    let name = text[run.lowerBound + end - 2]
    guard Self.endings.contains(last.text), name.text.count >= 2, !name.isNumber else { return nil }
    return isPublic(run) ? nil : match(run, .url)
  }

  /// Sites that everybody knows say nothing about anybody, unless a page is named.
  private func isPublic(_ run: Range<Int>) -> Bool {
    let names = run.map { text[$0].lower }.filter { !["https", "http", "www"].contains($0) }
    return names.count == 2 && Self.publicSites.contains(names[0])
  }

  private static let endings: Set<String> = [
    "no", "com", "org", "net", "se", "dk", "uk", "eu", "io", "info", "fi", "de", "edu", "gov",
  ]
  private static let publicSites: Set<String> = [
    "nav", "finn", "google", "facebook", "youtube", "instagram", "helsenorge", "altinn", "vg",
    "nrk", "gmail", "hotmail", "outlook", "linkedin", "wikipedia", "bbc", "vy", "yr",
  ]

  /// `kari dot berg at post dot no`, `kari punktum berg krøllalfa post punktum no`.
  private func spoken(at start: Int) -> PatternMatch? {
    let points: Set<String> = ["dot", "punktum", "prikk"]
    let signs: Set<String> = ["at", "krøllalfa", "alfakrøll"]
    var i = start
    var isAfterAt = false
    var endsWithPoint = false
    while i + 1 < text.count, text[i + 1].gap == "." || text[i + 1].gap == "_" { i += 1 }
    while i + 2 < text.count, text[i + 1].gap == " ", text[i + 2].gap == " " {
      let joint = text[i + 1].lower
      guard points.contains(joint) || (!isAfterAt && signs.contains(joint)) else { break }
      if signs.contains(joint) { isAfterAt = true }
      endsWithPoint = isAfterAt && points.contains(joint)
      i += 2
    }
    return endsWithPoint ? match(start..<(i + 1), .email, isUnsure: false) : nil
  }

  // MARK: Streets and postal codes

  private static let streetEnds = [
    "gata", "gate", "gaten", "veien", "vegen", "vei", "veg", "gatå", "bakken", "allé", "alle",
    "plass", "smauet", "stien", "svingen", "brygge",
  ]
  private static let surestEnds = ["gata", "gaten", "gate", "veien", "vegen"]
  private static let streetWords: Set<String> = [
    "street", "road", "lane", "avenue", "drive", "close", "crescent", "terrace", "square", "st",
    "rd", "ave", "way", "grove", "gardens", "hill", "row",
  ]

  private func street(at start: Int) -> PatternMatch? {
    english(at: start) ?? norwegian(at: start)
  }

  /// `12 Mill Lane`.
  private func english(at start: Int) -> PatternMatch? {
    guard text[start].number != nil, text[start].text.utf8.count <= 4 else { return nil }
    var i = start + 1
    while i < min(text.count, start + 4), text[i].gap == " ", text[i].isCapitalised {
      if i > start + 1, Self.streetWords.contains(text[i].lower) {
        return match(start..<(i + 1), .address)
      }
      i += 1
    }
    return nil
  }

  /// `Storgata 12`, `Nedre Møllevei 3 B`, `Kong Sverres gate 4b`. In small letters (`storgata 12`)
  /// it is asked.
  private func norwegian(at start: Int) -> PatternMatch? {
    let isSmall = !text[start].isCapitalised
    var i = start
    while i < text.count, i < start + 4, i == start || text[i].gap == " " {
      let lower = text[i].lower
      let isStreet = (isSmall ? Self.surestEnds : Self.streetEnds).contains { end in
        lower.hasSuffix(end) && (i > start || lower.utf8.count > end.utf8.count + 2)
      }
      if isStreet, i + 1 < text.count, text[i + 1].gap == " ", let end = afterHouse(i + 1) {
        return match(start..<end, .address, isUnsure: isSmall)
      }
      guard text[i].isCapitalised else { return nil }
      i += 1
    }
    return nil
  }

  /// The place after the number of a house: `12`, `12B`, `12 B`.
  private func afterHouse(_ i: Int) -> Int? {
    if let number = text[i].number {
      return (1..<1000).contains(number) ? afterLetter(i + 1) : nil
    }
    let digits = text[i].text.utf8.prefix { (0x30...0x39).contains($0) }.count
    guard (1...3).contains(digits), text[i].text.first != "0",
      text[i].text.utf8.count == digits + 1,
      let letter = text[i].lower.utf8.last, (0x61...0x7A).contains(letter)
    else { return nil }
    return i + 1
  }

  private func afterLetter(_ next: Int) -> Int {
    guard next < text.count, text[next].gap == " ", text[next].text.count == 1,
      text[next].isCapitalised ? text[next].text != "I" : "bcdfgh".contains(text[next].text)
    else { return next }
    return next + 1
  }

  /// `LS1 4AP`, `SW1A 1AA`, `M11AE` (Royal Mail, “Programmers’ guide to PAF”).
  private func britishCode(at start: Int) -> PatternMatch? {
    guard text[start].isCapitalised else { return nil }
    let first = Array(text[start].text.utf8)
    if isOutward(first), start + 1 < text.count, text[start + 1].gap == " ",
      isInward(Array(text[start + 1].text.utf8))
    {
      return match(start..<(start + 2), .postalCode)
    }
    guard first.count >= 5, isOutward(first.dropLast(3)), isInward(first.suffix(3)) else {
      return nil
    }
    return match(start..<(start + 1), .postalCode)
  }

  /// One or two letters, a digit, and perhaps another digit or letter.
  private func isOutward(_ bytes: some Collection<UInt8>) -> Bool {
    let letters = bytes.prefix { (0x41...0x5A).contains($0) }
    let rest = Array(bytes.dropFirst(letters.count))
    guard (1...2).contains(letters.count), (1...2).contains(rest.count),
      let first = letters.first, !"QVX".utf8.contains(first), isDigit(rest[0])
    else { return false }
    return rest.count == 1 || isDigit(rest[1]) || (0x41...0x5A).contains(rest[1])
  }

  /// A digit and two letters, of which some are not used.
  private func isInward(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count == 3, let first = bytes.first, isDigit(first) else { return false }
    return bytes.dropFirst().allSatisfy { byte in
      (0x41...0x5A).contains(byte) && !"CIKMOV".utf8.contains(byte)
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `5003 Bergen`: four digits and a capital in the middle of a sentence.
  private func postalCode(at start: Int) -> PatternMatch? {
    guard start + 1 < text.count, text[start].isNumber, text[start].text.utf8.count == 4,
      text[start + 1].gap == " ", text[start + 1].isCapitalised,
      text[start + 1].text.count > 1, let number = text[start].number
    else { return nil }
    let lists = NameLists.shared
    let isPlace = lists.places.contains(text[start + 1].lower)
    if lists.isKnownWord(text[start + 1].lower) { return nil }
    guard isPlace || !(1900...2099).contains(number) else { return nil }
    var end = start + 2
    while end < min(text.count, start + 4), text[end].gap == " ", text[end].isCapitalised,
      !lists.isKnownWord(text[end].lower)
    { end += 1 }
    return match(start..<end, .postalCode, isUnsure: !isPlace)
  }

  private func match(
    _ tokens: Range<Int>, _ kind: IdentifierKind, isUnsure: Bool = false, before: Int = 0
  ) -> PatternMatch {
    let scalars = text.scalars(of: tokens)
    return PatternMatch(
      tokens: tokens, scalars: (scalars.lowerBound - before)..<scalars.upperBound, kind: kind,
      isUnsure: isUnsure)
  }
}
