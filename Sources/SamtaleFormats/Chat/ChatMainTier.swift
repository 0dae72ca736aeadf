import Samtale

/// Main lines of an utterance while they are written.
struct ChatMainTier {
  /// A word, or a mark of punctuation that stands by itself.
  struct Token {
    var range: Range<Int>
    var isWord: Bool
    /// What ends the line, and is no part of a stretch.
    var isEnd = false
  }

  /// A stretch with the words that it covers.
  struct Stretch {
    var tokens: ClosedRange<Int>
    /// What is written before the first and after the last word.
    var opens: String
    var closes: String
    /// Whether words are put in angle brackets where there are several.
    var isGroup = true
  }

  var losses: ExportLosses
  var escape: ChatEscape
  /// Codes of languages that words are marked with.
  var languages: [String] = []
  /// Notes that have a tier of their own.
  var comments: [String] = []
  let transcript: Transcript
  let cast: ChatCast
  var text: [Unicode.Scalar] = []
  var tokens: [Token] = []
  /// Words that are written as one.
  var compounds: [Range<Int>] = []
  /// The first token of each line.
  var starts: [Int] = []
  /// Signs at words, by their tokens.
  var prefixes: [Int: String] = [:]
  var suffixes: [Int: String] = [:]
  var left: [Int: [Range<Int>]] = [:]
  /// What is written before a token: stretches and events in their order.
  var before: [Int: [Atom]] = [:]
  /// Codes behind the end of the last line.
  var trailing: [String] = []
  /// Codes right behind a token.
  var behind: [Int: [String]] = [:]

  enum Atom {
    case stretch(Stretch)
    case code(String)
  }

  init(_ document: ChatDocument, _ cast: ChatCast, _ escape: ChatEscape) {
    losses = document.losses
    transcript = document.transcript
    self.cast = cast
    self.escape = escape
  }

  /// The main lines of an utterance, without speaker.
  mutating func pieces(of utterance: Utterance, tiers: [(name: String, text: String)]) -> [String] {
    text = Array(utterance.text.unicodeScalars)
    let marks = utterance.placedMarks.map { ($0.mark, $0.scalars) }
    for (mark, range) in marks where mark.kind == .segment && mark.type == ChatCodes.compound {
      compounds.append(range)
    }
    split(marks.filter { $0.0.kind.isStretch }.map(\.1))
    let bullets = bullets(utterance, marks)
    var closedUntil = -1
    for (mark, range) in marks {
      if mark.kind.isStretch {
        place(mark, range, &closedUntil)
      } else if mark.kind != .anchor {
        place(event: mark, at: range.lowerBound)
      }
    }
    guard !tokens.isEmpty || !before.isEmpty || !comments.isEmpty || !trailing.isEmpty
    else { return [] }
    return lines(utterance, tiers, bullets)
  }

  // MARK: Words

  mutating func split(_ stretches: [Range<Int>]) {
    let ends = lineEnds(stretches)
    let joined = Set(compounds.flatMap(\.self))
    var place = 0
    starts = [0]
    while place < text.count {
      if text[place] == " " {
        place += 1
        continue
      }
      let start = place
      while place < text.count, text[place] != " " || joined.contains(place) { place += 1 }
      append(start..<place, isLineEnd: ends.contains(place) || place == text.count)
      if ends.contains(place) { starts.append(tokens.count) }
    }
  }

  mutating func append(_ word: Range<Int>, isLineEnd: Bool) {
    let last = word.upperBound - 1
    let isMarked = word.count > 1 && !Self.isMark(text[last - 1])
    if isLineEnd, isMarked, Self.isEnd(text[last]) {
      append(word.lowerBound..<last, isLineEnd: false)
      tokens.append(Token(range: last..<word.upperBound, isWord: false, isEnd: true))
    } else if isMarked, ",;:".unicodeScalars.contains(text[last]) {
      tokens.append(Token(range: word.lowerBound..<last, isWord: true))
      tokens.append(Token(range: last..<word.upperBound, isWord: false))
    } else {
      tokens.append(Token(range: word, isWord: true))
    }
  }

  static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "?" || scalar == "!"
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    isEnd(scalar) || ",;:".unicodeScalars.contains(scalar)
  }

  /// Where main lines end: behind sentences that end with one mark and that no stretch goes across.
  func lineEnds(_ stretches: [Range<Int>]) -> Set<Int> {
    let sentences = Sentences.split(String(String.UnicodeScalarView(text)))
    var ends: Set<Int> = []
    var waiting = stretches[...]
    // How far the stretches reach that have begun.
    var reach = 0
    for sentence in sentences.dropLast() {
      let end = sentence.upperBound
      let isMarked =
        end >= 2 && end < text.count && text[end] == " " && Self.isEnd(text[end - 1])
        && !Self.isMark(text[end - 2]) && text[end - 2] != " "
      while let next = waiting.first, next.lowerBound < end {
        reach = max(reach, next.upperBound)
        waiting.removeFirst()
      }
      if isMarked, reach <= end { ends.insert(end) }
    }
    return ends
  }

  // MARK: Times

  /// Bullets: those inside by the token before which they stand, and the last.
  mutating func bullets(_ utterance: Utterance, _ marks: [(Mark, Range<Int>)])
    -> (inside: [Int: String], last: String?)
  {
    let anchors = marks.filter { $0.0.kind == .anchor }
    guard let start = utterance.start.map(Self.milliseconds),
      let end = utterance.end.map(Self.milliseconds), start <= end
    else {
      losses.add(.anchors, anchors.count)
      if utterance.start != nil, utterance.end != nil { losses.add(.times) }
      return ([:], nil)
    }
    var inside: [Int: String] = [:]
    var last = start
    for (anchor, range) in anchors {
      let time = anchor.detail.start.flatMap { transcript.timeline.seconds($0) }
      let slot = slot(range.lowerBound)
      guard let time = time.map(Self.milliseconds), time > last, time < end, slot > 0,
        slot < tokens.count, !tokens[slot].isEnd, inside[slot] == nil
      else {
        losses.add(.anchors)
        continue
      }
      inside[slot] = Self.bullet(last, time)
      last = time
    }
    return (inside, Self.bullet(last, end))
  }

  static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }

  static func bullet(_ start: Int, _ end: Int) -> String { "\u{15}\(start)_\(end)\u{15}" }

  /// The token before which something at this place stands.
  func slot(_ place: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Lines

  mutating func lines(
    _ utterance: Utterance, _ tiers: [(name: String, text: String)],
    _ bullets: (inside: [Int: String], last: String?)
  ) -> [String] {
    var lines: [String] = []
    for (index, start) in starts.enumerated() {
      let isLast = index == starts.count - 1
      let end = isLast ? tokens.count : starts[index + 1]
      var line = ChatAtoms()
      if index == 0 { begin(&line, utterance, tiers) }
      for token in start..<end { write(token, isFirst: token == start, bullets.inside, &line) }
      if isLast { for atom in before[tokens.count] ?? [] { write(atom, &line) } }
      let isEnded = end > start && tokens[end - 1].isEnd
      let mark = isEnded ? String(text[tokens[end - 1].range.lowerBound]) : ""
      line.append(ending(mark, hasWords: end > start, isLast ? tiers : []))
      if isLast { for code in trailing { line.append(code) } }
      if let bullet = isLast ? bullets.last : bullets.inside[end] { line.append(bullet) }
      lines.append(line.text)
    }
    return lines
  }

  mutating func begin(
    _ line: inout ChatAtoms, _ utterance: Utterance, _ tiers: [(name: String, text: String)]
  ) {
    let codes = tiers.filter { $0.name == ChatCodes.linkerLayer }
      .flatMap { $0.text.split(separator: " ") }
    let known = codes.filter { code in
      ChatCodes.linkers.contains(String(code)) || code == "≡" || code == "≈"
    }
    if known.count < codes.count { losses.add(.otherLayers) }
    switch utterance.transition {
    case .overlap: if !known.contains("+<"), !impliesOverlap { line.append("+<") }
    case .latching:
      if !known.contains(where: { $0 == "+≈" || $0 == "≡" || $0 == "≈" }) { line.append("+^") }
    case .smooth, .pause, nil: break
    }
    for code in known { line.append(String(code)) }
    if let language = utterance.language {
      line.append("[- \(ChatLanguage.code(language).code)]")
    }
  }

  /// Whether brackets at the first word say that others speak, so that `+<` need not.
  private var impliesOverlap: Bool {
    (before[0] ?? []).contains { atom in
      guard case .stretch(let stretch) = atom else { return false }
      return stretch.closes.hasPrefix("[<") || stretch.opens.hasPrefix("⌊")
    }
  }

  mutating func write(
    _ index: Int, isFirst: Bool, _ bullets: [Int: String], _ line: inout ChatAtoms
  ) {
    if !isFirst, let bullet = bullets[index] { line.append(bullet) }
    for atom in before[index] ?? [] { write(atom, &line) }
    let token = tokens[index]
    if !token.isEnd {
      line.append(token.isWord ? word(index) : String(text[token.range.lowerBound]))
    }
    line.close(after: index)
    for code in behind[index] ?? [] { line.append(code) }
  }

  mutating func write(_ atom: Atom, _ line: inout ChatAtoms) {
    switch atom {
    case .code(let code): line.append(code)
    case .stretch(let stretch): line.open(stretch)
    }
  }

  mutating func word(_ index: Int) -> String {
    let range = tokens[index].range
    var word = ""
    var place = range.lowerBound
    let parts = (left[index] ?? []).sorted { $0.lowerBound < $1.lowerBound }
    guard !parts.isEmpty else {
      let isOne = !text[range].contains(" ")
      let plain = isOne ? escape.word(text[range]) : escape.words(string(range), keeping: ["-"])
      return (prefixes[index] ?? "") + plain + (suffixes[index] ?? "")
    }
    for part in parts where part.lowerBound >= place {
      if part.lowerBound > place { word += escape.words(string(place..<part.lowerBound)) }
      word += "(" + escape.words(string(part)) + ")"
      place = part.upperBound
    }
    if place < range.upperBound { word += escape.words(string(place..<range.upperBound)) }
    return (prefixes[index] ?? "") + word + (suffixes[index] ?? "")
  }

  func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text[range]))
  }

  /// What ends a line: the mark in the words, or a special end that goes with it.
  mutating func ending(
    _ mark: String, hasWords: Bool, _ tiers: [(name: String, text: String)]
  ) -> String {
    let plain = mark.isEmpty ? hasWords ? ChatCodes.plainEnd : "." : mark
    guard let special = tiers.first(where: { $0.name == ChatCodes.terminatorLayer })?.text else {
      return plain
    }
    let known = ChatCodes.terminators.first { $0.code == special }
    let isContour =
      special.unicodeScalars.count == 1
      && special.unicodeScalars.allSatisfy(ChatCodes.contours.contains)
    if let known, known.words == mark || !hasWords { return special }
    // A sign of a contour ends a line by itself.
    if known == nil, isContour { return mark.isEmpty && hasWords ? special : special + " " + plain }
    losses.add(.otherLayers)
    return plain
  }
}
