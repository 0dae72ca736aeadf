import Samtale

/// Searches what is to be shared for what should have been replaced.
///
/// Looks for every form that the key replaces: in any capitals, without marks on letters (*Bjorn*,
/// *Bjoern*), written as one word, as part of words, in names of files; and for phone numbers, e-mail
/// addresses, numbers of identities, accounts and payment cards in general. Forms that wait for a
/// decision are not looked for (``PseudonymKey/undecided``).
public struct PseudonymAudit: Sendable {
  /// How likely it is that a finding is a leftover.
  public enum Certainty: Int, Hashable, Comparable, Sendable, CaseIterable {
    /// Part of another word, or an ordinary word that is a name too.
    case possible
    /// Written otherwise than in the key.
    case likely
    /// The form itself, or a number with right control digits.
    case certain

    public static func < (a: Certainty, b: Certainty) -> Bool { a.rawValue < b.rawValue }
  }

  /// A leftover.
  public struct Finding: Hashable, Sendable {
    /// The file as the caller named it.
    public var file: String
    /// Line and column from 1, the column in Unicode scalars; `nil` in the name of a file.
    public var line: Int?
    public var column: Int?
    /// The whole words in which it stands.
    public var text: String
    /// The form of the key, or what stands there if a pattern found it.
    public var form: String
    /// The entry of the key; `nil` if a pattern found it.
    public var entry: String?
    public var kind: IdentifierKind
    public var certainty: Certainty
  }

  private struct Spelling: Sendable {
    var form: Int
    var isAsWritten: Bool
    /// Whether it may be other numbers too.
    var isVague = false
  }

  private let forms: [(text: String, entry: String, kind: IdentifierKind, isWord: Bool)]
  private let spellings: [Spelling]
  private let search: StringSearch
  private let patterns: Set<IdentifierKind>

  /// - Parameters:
  ///   - key: Its forms that are replaced are looked for.
  ///   - patterns: Kinds that are looked for by their pattern.
  public init(
    key: PseudonymKey,
    patterns: Set<IdentifierKind> = [.phone, .email, .nationalID, .bankAccount, .paymentCard]
  ) {
    var forms: [(text: String, entry: String, kind: IdentifierKind, isWord: Bool)] = []
    for entry in key.entries {
      for form in entry.forms where form.decision == .replace {
        let isWord = NameLists.shared.isAmbiguous(form.text.lowercased())
        forms.append((form.text, entry.id, entry.kind, isWord))
      }
    }
    var strings: [[UInt8]] = []
    var owners: [[UInt8]: Int] = [:]
    var spellings: [Spelling] = []
    for (i, form) in forms.enumerated() {
      for (k, spelling) in FoldedScan.spellings(of: form.text).enumerated()
      where owners.updateValue(i, forKey: spelling) == nil {
        strings.append(spelling)
        spellings.append(Spelling(form: i, isAsWritten: k == 0))
      }
    }
    for (i, form) in forms.enumerated() where form.kind == .date {
      for other in DateSpellings.all(of: form.text) {
        let spelling = Array(other.text.utf8)
        guard owners.updateValue(i, forKey: spelling) == nil else { continue }
        strings.append(spelling)
        spellings.append(Spelling(form: i, isAsWritten: false, isVague: other.isVague))
      }
    }
    self.forms = forms
    self.spellings = spellings
    self.patterns = patterns
    search = StringSearch(strings)
  }

  /// What is left in a text, in order. Characters written in signs (`&#248;`, `%C3%B8`, `\u00f8`) are
  /// read as what they stand for, and words that tags or the end of a line divide as one.
  /// - Complexity: Linear in the length of the text.
  public func findings(in text: String, file: String = "") -> [Finding] {
    if FormatNoise.isBoilerplate(file) { return [] }
    let whole = TextView(Array(text.unicodeScalars))
    let tokens = TalkTokens(text)
    let noise = FormatNoise(tokens.scalars)
    var places = formPlaces(tokens)
    places += patternPlaces(tokens).filter { $0.kind == .email || !noise.isInHex($0.scalars) }
    places.removeAll { noise.isInAttribute($0.scalars) }
    let lines = LineStarts(whole.scalars)
    var found = findings(places, in: whole, lines: lines, file: file)
    let resolved = whole.resolved()
    let untagged = (resolved ?? whole).withoutTags()
    let joined = (untagged ?? resolved ?? whole).withoutLineBreaksInWords()
    let views = [resolved, untagged, joined].compactMap { $0 }
    for view in views {
      let places = formPlaces(TalkTokens(view.text)).filter { $0.certainty > .possible }
      var known = Dictionary(
        found.enumerated().map { (Occurrence($0.element), $0.offset) },
        uniquingKeysWith: { first, _ in first })
      for finding in findings(places, in: view, lines: lines, file: file) {
        if let index = known[Occurrence(finding)] {
          // What the signs stand for tells more than the signs.
          if found[index].certainty < finding.certainty { found[index] = finding }
        } else {
          known[Occurrence(finding)] = found.count
          found.append(finding)
        }
      }
    }
    guard !views.isEmpty else { return found }
    return found.enumerated().sorted {
      ($0.element.line ?? 0, $0.element.column ?? 0, $0.offset)
        < ($1.element.line ?? 0, $1.element.column ?? 0, $1.offset)
    }
    .map(\.element)
  }

  /// What makes two findings the same, whichever way the text was read.
  private struct Occurrence: Hashable {
    var line: Int?
    var column: Int?
    var entry: String?

    init(_ finding: Finding) {
      (line, column, entry) = (finding.line, finding.column, finding.entry)
    }
  }

  private func findings(
    _ unsorted: [Place], in view: TextView, lines: LineStarts, file: String
  ) -> [Finding] {
    let places = unsorted.sorted {
      ($0.scalars.lowerBound, -$0.scalars.upperBound, -$0.certainty.rawValue)
        < ($1.scalars.lowerBound, -$1.scalars.upperBound, -$1.certainty.rawValue)
    }
    var findings: [Finding] = []
    var last: Place?
    for place in places {
      if let last, last.scalars.contains(place.scalars),
        last.certainty >= place.certainty || isSame(last, place)
      {
        continue
      }
      last = place
      let (line, column) = lines.position(view.origins[place.scalars.lowerBound])
      let form = place.form.map { forms[$0] }
      findings.append(
        Finding(
          file: file, line: line, column: column, text: place.text,
          form: form?.text ?? place.text, entry: form?.entry, kind: form?.kind ?? place.kind,
          certainty: place.certainty))
    }
    return findings
  }

  /// What is left in the bytes of a file: UTF-8, UTF-16 with a byte order mark, else Windows-1252 or
  /// MacRoman. In a file that is no text (see ``isText(_:)``), forms of at least four letters are
  /// looked for where they stand openly, in UTF-8, UTF-16 or an encoding with a byte a letter.
  /// Archives (Word, QDPX) have to be opened by the caller.
  public func findings(inBytes bytes: [UInt8], file: String) -> [Finding] {
    guard Self.isText(bytes) else { return findings(inBinary: bytes, file: file) }
    var source = SourceText(bytes)
    if source.encoding == .windows1252 { source = SourceText(legacy: bytes) }
    return findings(in: String(decoding: source.bytes, as: UTF8.self), file: file)
  }

  /// Whether a file is text that can be searched as a whole. In others (PDF, pictures, recordings,
  /// compressed files) most is written in a way that no search for words reads.
  public static func isText(_ bytes: [UInt8]) -> Bool {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isWide { return !bytes.starts(with: [0xFF, 0xFE, 0, 0]) }
    if bytes.starts(with: "%PDF".utf8) || bytes.starts(with: [0x1F, 0x8B]) { return false }
    var controls = 0
    for byte in bytes where byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1B].contains(byte) {
      if byte == 0 { return false }
      controls += 1
    }
    return controls * 100 <= bytes.count
  }

  private func findings(inBinary bytes: [UInt8], file: String) -> [Finding] {
    var narrow = bytes.filter { $0 != 0 }
    if narrow.starts(with: [0xFF, 0xFE]) || narrow.starts(with: [0xFE, 0xFF]) {
      narrow.removeFirst(2)
    }
    let texts = [
      String(decoding: bytes, as: UTF8.self),
      String(decoding: SourceText(narrow).bytes, as: UTF8.self),
    ]
    var found: [Finding] = []
    var known: Set<String> = []
    for text in texts {
      for var finding in findings(in: text, file: file)
      where finding.entry != nil && finding.certainty > .possible && finding.form.count >= 4 {
        // Words that only lie near each other in a table of bytes are no name.
        let isName = finding.text.unicodeScalars.allSatisfy {
          TalkTokens.isWord($0) || TalkTokens.isMark($0) || " -_.'+".unicodeScalars.contains($0)
        }
        guard isName, known.insert(finding.form).inserted else { continue }
        (finding.line, finding.column) = (nil, nil)
        found.append(finding)
      }
    }
    return found
  }

  /// What is left in the name of a file or folder, or in an identifier of markup.
  public func findings(inNameOf path: String) -> [Finding] {
    findings(in: path, file: path).map { finding in
      var finding = finding
      (finding.line, finding.column) = (nil, nil)
      // Capitals say nothing in names of files.
      if finding.text.lowercased() == finding.form.lowercased() { finding.certainty = .certain }
      return finding
    }
  }

  // MARK: Places

  private struct Place {
    var scalars: Range<Int>
    var text: String
    var form: Int?
    var kind: IdentifierKind
    var certainty: Certainty
  }

  /// Whether two places name the same identifier.
  private func isSame(_ a: Place, _ b: Place) -> Bool {
    guard let a = a.form, let b = b.form else { return false }
    return forms[a].entry == forms[b].entry
  }

  private func formPlaces(_ text: TalkTokens) -> [Place] {
    let scan = FoldedScan(text.scalars)
    var places: [Place] = []
    search.search(scan.bytes) { string, range in
      let spelling = spellings[string]
      let start = Int(scan.origins[range.lowerBound])
      let end = Int(scan.ends[range.upperBound - 1])
      guard
        !isDivided(
          start..<end, text, (forms[spelling.form].text, forms[spelling.form].kind)),
        let certainty = certainty(spelling, range, start..<end, scan, text)
      else { return }
      let words = words(around: start..<end, text)
      places.append(
        Place(
          scalars: start..<end, text: text.text(words), form: spelling.form,
          kind: forms[spelling.form].kind, certainty: certainty))
    }
    return places
  }

  /// Whether markup or the bracket of a replacement stands between the words, so that they do not
  /// belong together: `n="03">March`, `[fødselsnummer 1]. januar`.
  private func isDivided(
    _ range: Range<Int>, _ text: TalkTokens, _ form: (text: String, kind: IdentifierKind)
  ) -> Bool {
    let signs = form.kind.isName ? "<>[]" : "<>[]{}\"=:;|"
    return text.scalars[range].contains {
      signs.unicodeScalars.contains($0) && !form.text.unicodeScalars.contains($0)
    }
  }

  private func certainty(
    _ spelling: Spelling, _ range: Range<Int>, _ scalars: Range<Int>, _ scan: FoldedScan,
    _ text: TalkTokens
  ) -> Certainty? {
    let form = forms[spelling.form]
    let space = UInt8(ascii: " ")
    let isStart = scan.bytes[range.lowerBound - 1] == space
    let next = scan.bytes[range.upperBound]
    let isEnd =
      next == space
      || (next == UInt8(ascii: "s") && scan.bytes[range.upperBound + 1] == space)
    // `I'm 60` is not left in `I'm 60–69`.
    if scalars.upperBound < text.scalars.count, text.scalars[scalars.upperBound] == "–",
      TalkTokens.isDigit(text.scalars[scalars.upperBound - 1])
    {
      return nil
    }
    let written = text.text(scalars)
    // The hour follows: `2024-03-12T10:30`.
    let isBeforeHour = form.kind == .date && next == UInt8(ascii: "t")
    if isStart, isEnd || isBeforeHour {
      if spelling.isVague { return written.contains(where: \.isWhitespace) ? nil : .possible }
      if form.isWord {
        if written == form.text { return .certain }
        return EscapedLetters.decoded(written) == form.text ? .likely : .possible
      }
      // However wide the space between two names is, they are one.
      return spelling.isAsWritten && Self.plain(written) == Self.plain(form.text)
        ? .certain : .likely
    }
    guard form.kind.isName, !form.isWord else { return nil }
    // `intervjuKari.xml`: a capital after a small letter begins a word too.
    if !isStart, range.count > 2, TalkTokens.isHump(scalars.lowerBound, text.scalars) {
      return .likely
    }
    if isStart, range.count > 2, TalkTokens.isHump(scalars.upperBound, text.scalars) {
      return .likely
    }
    return isInsideWord(scalars, range.count, isStart: isStart, text) ? .possible : nil
  }

  /// A text in small letters, with white space as one space.
  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// Whether a form that is part of a longer word may be meant there: it is long enough, and the
  /// word is not known as an ordinary one.
  private func isInsideWord(
    _ scalars: Range<Int>, _ length: Int, isStart: Bool, _ text: TalkTokens
  ) -> Bool {
    guard length >= (isStart ? 5 : 6) else { return false }
    return !NameLists.shared.isAmbiguous(text.text(words(around: scalars, text)).lowercased())
  }

  private func words(around range: Range<Int>, _ text: TalkTokens) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, TalkTokens.isWord(text.scalars[start - 1]) { start -= 1 }
    while end < text.scalars.count, TalkTokens.isWord(text.scalars[end]) { end += 1 }
    return start..<end
  }

  private func patternPlaces(_ text: TalkTokens) -> [Place] {
    var numbers = NumberPatterns(text)
    numbers.run()
    var addresses = AddressPatterns(text)
    addresses.run()
    let found = (numbers.found + addresses.found).filter {
      patterns.contains($0.kind) && !isInIdentifier($0.scalars, text.scalars)
    }
    return found.map { match in
      let isChecked = match.kind == .nationalID || match.kind == .email
      return Place(
        scalars: match.scalars, text: text.text(match.scalars), form: nil, kind: match.kind,
        certainty: match.isUnsure ? .possible : isChecked ? .certain : .likely)
    }
  }
}

/// Whether digits are part of a UUID or a check sum: at least 32 hexadecimal digits in one run.
private func isInIdentifier(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
  func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar.isHexDigit }
  var (start, end) = (range.lowerBound, range.upperBound)
  guard text[range].allSatisfy(isPart) else { return false }
  while start > 0, range.lowerBound - start < 128, isPart(text[start - 1]) { start -= 1 }
  while end < text.count, end - range.upperBound < 128, isPart(text[end]) { end += 1 }
  return text[start..<end].count(where: \.isHexDigit) >= 32
}

extension Unicode.Scalar {
  fileprivate var isHexDigit: Bool {
    TalkTokens.isDigit(self) || (0x61...0x66).contains(value | 0x20)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
