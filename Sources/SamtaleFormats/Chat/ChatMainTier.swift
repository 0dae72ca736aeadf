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

  private(set) var losses: ExportLosses
  private(set) var escape: ChatEscape
  /// Codes of languages that words are marked with.
  private(set) var languages: [String] = []
  /// Notes that have a tier of their own.
  private(set) var comments: [String] = []
  private let transcript: Transcript
  private let cast: ChatCast
  private var text: [Unicode.Scalar] = []
  private var tokens: [Token] = []
  /// Words that are written as one.
  private var compounds: [Range<Int>] = []
  /// The first token of each line.
  private var starts: [Int] = []
  /// Signs at words, by their tokens.
  private var prefixes: [Int: String] = [:]
  private var suffixes: [Int: String] = [:]
  private var left: [Int: [Range<Int>]] = [:]
  /// What is written before a token: stretches and events in their order.
  private var before: [Int: [Atom]] = [:]
  /// Codes right behind a token.
  private var behind: [Int: [String]] = [:]

  private enum Atom {
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
    guard !tokens.isEmpty || !before.isEmpty || !comments.isEmpty else { return [] }
    return lines(utterance, tiers, bullets)
  }

  // MARK: Words

  private mutating func split(_ stretches: [Range<Int>]) {
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

  private mutating func append(_ word: Range<Int>, isLineEnd: Bool) {
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

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "?" || scalar == "!"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    isEnd(scalar) || ",;:".unicodeScalars.contains(scalar)
  }

  /// Where main lines end: behind sentences that end with one mark and that no stretch goes across.
  private func lineEnds(_ stretches: [Range<Int>]) -> Set<Int> {
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
  private mutating func bullets(_ utterance: Utterance, _ marks: [(Mark, Range<Int>)])
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

  private static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }

  private static func bullet(_ start: Int, _ end: Int) -> String { "\u{15}\(start)_\(end)\u{15}" }

  /// The token before which something at this place stands.
  private func slot(_ place: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Stretches

  private mutating func place(_ mark: Mark, _ range: Range<Int>, _ closedUntil: inout Int) {
    guard var covered = covered(range) else { return losses.add(TranscriptFeature(mark)) }
    let isOmitted = mark.kind == .segment && mark.type == "omitted"
    if isOmitted, covered.count == 1, tokens[covered.lowerBound].isWord,
      tokens[covered.lowerBound].range.upperBound >= range.upperBound,
      range != tokens[covered.lowerBound].range
    {
      left[covered.lowerBound, default: []].append(range)
      return
    }
    let end = tokens[covered.upperBound].range.upperBound
    let wanted = tokens[covered.lowerBound].range.lowerBound..<end
    let isWhole = wanted.lowerBound == range.lowerBound && wanted.upperBound <= range.upperBound
    let isCompound = mark.kind == .segment && mark.type == ChatCodes.compound
    if isCompound, wanted == range, covered.count == 1, text[range].contains(" ") { return }
    if wanted != range {
      if isWhole {
        losses.add("stretches that end before the mark at the end of the line")
      } else {
        losses.add("stretches that begin or end inside a word (widened to the word)")
      }
      if covered.lowerBound <= closedUntil {
        guard covered.upperBound > closedUntil else { return losses.add(TranscriptFeature(mark)) }
        covered = (closedUntil + 1)...covered.upperBound
      }
      closedUntil = max(closedUntil, covered.upperBound)
    }
    write(mark, covered)
  }

  /// The tokens that a stretch touches; `nil` if there are none but the last mark of a line.
  private func covered(_ range: Range<Int>) -> ClosedRange<Int>? {
    var first = slot(range.lowerBound)
    if first > 0, tokens[first - 1].range.upperBound > range.lowerBound { first -= 1 }
    var last = slot(range.upperBound) - 1
    if last >= 0, last < tokens.count, tokens[last].isEnd { last -= 1 }
    return first <= last ? first...last : nil
  }

  private mutating func write(_ mark: Mark, _ covered: ClosedRange<Int>) {
    let isWord = covered.count == 1 && tokens[covered.lowerBound].isWord
    if isWord, let sign = Self.sign(mark), prefixes[covered.lowerBound] == nil {
      prefixes[covered.lowerBound] = sign
    } else if mark.kind == .segment, mark.type == "language", writeLanguage(mark, covered) {
      return
    } else {
      before[covered.lowerBound, default: []].append(.stretch(stretch(mark, covered)))
    }
  }

  /// The sign in front of a word.
  private static func sign(_ mark: Mark) -> String? {
    switch (mark.kind, mark.type) {
    case (.segment, "filler"): "&-"
    case (.segment, "nonword"): "&~"
    case (.deleted, "truncation"): "&+"
    default: nil
    }
  }

  private mutating func writeLanguage(_ mark: Mark, _ covered: ClosedRange<Int>) -> Bool {
    let words = covered.filter { tokens[$0].isWord }
    guard let tag = mark.detail["xml:lang"], !words.isEmpty,
      words.allSatisfy({ suffixes[$0] == nil })
    else { return false }
    let (code, isExact) = ChatLanguage.code(tag)
    if !isExact || words.count != covered.count { losses.add(.segments) }
    languages.append(code)
    for word in words { suffixes[word] = "@s:" + code }
    return true
  }

  private mutating func stretch(_ mark: Mark, _ covered: ClosedRange<Int>) -> Stretch {
    if mark.kind == .unclear {
      if mark.detail["reason"] != nil { losses.add(.unclear) }
      return Stretch(tokens: covered, opens: "", closes: "[?]")
    }
    if mark.kind == .deleted {
      let known = ChatCodes.retracings.first { $0.type == mark.type }
      if known == nil { losses.add(.deleted) }
      return Stretch(tokens: covered, opens: "", closes: "[\(known?.code ?? "//")]")
    }
    if mark.detail["xml:lang"] != nil { losses.add(.segments) }
    return segment(mark.type ?? "seg", covered)
  }

  private mutating func segment(_ type: String, _ covered: ClosedRange<Int>) -> Stretch {
    if let known = ChatCodes.stretches.first(where: { $0.type == type }) {
      return Stretch(tokens: covered, opens: "", closes: "[\(known.code)]")
    }
    let parts = type.split(separator: ".", omittingEmptySubsequences: false)
    let index = parts.count == 2 ? String(parts[1]) : ""
    let isIndexed =
      parts.count == 1 || index.utf8.count == 1 && index.utf8.allSatisfy { $0 >= 0x31 && $0 <= 0x39 }
    switch parts.first {
    case "overlap-precedes" where isIndexed:
      return Stretch(tokens: covered, opens: "", closes: "[<\(index)]")
    case "overlap-follows" where isIndexed:
      return Stretch(tokens: covered, opens: "", closes: "[>\(index)]")
    case "overlap-top" where isIndexed && index != "1":
      return Stretch(tokens: covered, opens: "⌈" + index, closes: "⌉" + index, isGroup: false)
    case "overlap-bottom" where isIndexed && index != "1":
      return Stretch(tokens: covered, opens: "⌊" + index, closes: "⌋" + index, isGroup: false)
    case "sound" where parts.count == 2 && !index.isEmpty:
      let name = escape.words(index)
      return Stretch(tokens: covered, opens: "&{n=" + name, closes: "&}n=" + name, isGroup: false)
    case "scope" where parts.count == 1:
      return Stretch(tokens: covered, opens: "", closes: "")
    default:
      let name = escape.words(type, keeping: ["-", "_"])
      return Stretch(tokens: covered, opens: "&{l=" + name, closes: "&}l=" + name, isGroup: false)
    }
  }

  // MARK: Events

  private mutating func place(event mark: Mark, at place: Int) {
    if mark.kind == .note, mark.type == "com" {
      if place != text.count { losses.add(.notes) }
      return comments.append(escape.comment(mark.text))
    }
    let slot = slot(place)
    if slot > 0, tokens[slot - 1].range.upperBound > place {
      losses.add("events inside a word (moved behind it)")
    }
    if mark.kind == .note, let kind = ChatCodes.notes.first(where: { $0.type == mark.type }),
      kind.type != "postcode", slot > 0 || isBehindCode(slot)
    {
      if isBehindCode(slot) {
        return before[slot, default: []].append(.code(note(mark, kind.code)))
      }
      var token = slot - 1
      while token > 0, !tokens[token].isWord { token -= 1 }
      if tokens[token].range.upperBound != place { losses.add(.notes) }
      return behind[token, default: []].append(note(mark, kind.code))
    }
    if slot < tokens.count, tokens[slot].isEnd, tokens[slot].range.lowerBound == place {
      losses.add("events before the mark that ends a line (moved behind it)")
    }
    if mark.kind != .contribution, mark.kind != .note, !mark.detail.participants.isEmpty {
      losses.add(TranscriptFeature(mark))
    }
    guard let code = event(mark) else { return }
    before[slot, default: []].append(.code(code))
  }

  /// Whether an event stands right before, so that a code behind it is about it.
  private func isBehindCode(_ slot: Int) -> Bool {
    guard case .code(let code)? = before[slot]?.last else { return false }
    return code.hasPrefix("0") || code.hasPrefix("&") || ["xxx", "yyy", "www"].contains(code)
  }

  private mutating func note(_ mark: Mark, _ code: String) -> String {
    let text = escape.comment(mark.text, reserved: ["[", "]", "<", ">"])
    if code == "*", text == "*" { return "[*]" }
    return "[\(code)\(code.hasSuffix(" ") ? "" : " ")\(text)]"
  }

  /// The code of an event; `nil` if there is none, which is counted.
  mutating func event(_ mark: Mark) -> String? {
    switch mark.kind {
    case .pause: return pause(mark)
    case .vocal, .kinesic, .incident: return action(mark)
    case .gap: return gap(mark)
    case .contribution: return contribution(mark)
    case .note: return note(mark)
    case .shift, .anchor, .deleted, .unclear, .segment: return nil
    }
  }

  private mutating func note(_ mark: Mark) -> String {
    switch mark.type {
    case nil: return note(mark, "^")
    case "postcode": return note(mark, "+")
    case "omitted-word" where !mark.text.contains(" "): return "0" + escape.words(mark.text)
    default:
      losses.add(.notes)
      return note(mark, "^")
    }
  }

  private mutating func pause(_ mark: Mark) -> String {
    if let seconds = mark.seconds {
      if mark.type != nil { losses.add(.pauses) }
      let milliseconds = Self.milliseconds(seconds)
      let whole = milliseconds / 1000
      let rest = String(1000 + milliseconds % 1000).dropFirst()
      let digits = rest.last == "0" ? rest.dropLast(rest.hasSuffix("00") ? 2 : 1) : rest
      if whole < 60 { return "(\(whole).\(digits))" }
      return "(\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60).\(digits))"
    }
    switch mark.type {
    case "short": return "(.)"
    case "long": return "(..)"
    case "very-long": return "(...)"
    default:
      losses.add(.pauses)
      return "(.)"
    }
  }

  private mutating func action(_ mark: Mark) -> String {
    if mark.kind == .kinesic, mark.type == "action", mark.text.isEmpty { return "0" }
    if mark.type != nil || mark.seconds != nil { losses.add(TranscriptFeature(mark)) }
    let words = escape.words(mark.text, keeping: [":", "-"])
    let name = ChatCodes.eventKinds.first { $0.kind == mark.kind }?.word ?? "incident"
    if words.isEmpty { return "&=" + name }
    let first = words.prefix { $0 != ":" }
    let isOther = ChatCodes.eventKinds.contains { $0.word == first }
    let isClear = ChatCodes.kind(ofEvent: words) == mark.kind && !isOther
    return isClear && words.last != ":" ? "&=" + words : "&=\(name):\(words)"
  }

  private mutating func gap(_ mark: Mark) -> String {
    let codes = ["inaudible": "xxx", "phonology": "yyy", "untranscribed": "www"]
    let reason = mark.detail["reason"] ?? ""
    if mark.isBetween {
      if !["inaudible", "sampling"].contains(reason) || !mark.text.isEmpty {
        losses.add(TranscriptFeature(mark))
      }
      return reason == "inaudible" ? "xxx" : "www"
    }
    if codes[reason] == nil || !mark.text.isEmpty || mark.seconds != nil { losses.add(.gaps) }
    return codes[reason] ?? "xxx"
  }

  private mutating func contribution(_ mark: Mark) -> String? {
    let people = mark.detail.participants
    if people.count > 1 || mark.seconds != nil { losses.add(.contributions) }
    let words = escape.words(mark.text, keeping: ["-"])
    guard !words.isEmpty else {
      losses.add(.contributions)
      return nil
    }
    return "&*\(cast.code(Array(people.prefix(1)))):\(words)"
  }

  // MARK: Lines

  private mutating func lines(
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
      if let bullet = isLast ? bullets.last : bullets.inside[end] { line.append(bullet) }
      lines.append(line.text)
    }
    return lines
  }

  private mutating func begin(
    _ line: inout ChatAtoms, _ utterance: Utterance, _ tiers: [(name: String, text: String)]
  ) {
    let codes = tiers.filter { $0.name == ChatCodes.linkerLayer }
      .flatMap { $0.text.split(separator: " ") }
    let known = codes.filter { code in
      ChatCodes.linkers.contains(String(code)) || code == "≡" || code == "≈"
    }
    if known.count < codes.count { losses.add(.otherLayers) }
    switch utterance.transition {
    case .overlap: line.append("+<")
    case .latching:
      if !known.contains(where: { $0 == "+≈" || $0 == "≡" || $0 == "≈" }) { line.append("+^") }
    case .smooth, .pause, nil: break
    }
    for code in known { line.append(String(code)) }
    if let language = utterance.language {
      line.append("[- \(ChatLanguage.code(language).code)]")
    }
  }

  private mutating func write(
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

  private mutating func write(_ atom: Atom, _ line: inout ChatAtoms) {
    switch atom {
    case .code(let code): line.append(code)
    case .stretch(let stretch): line.open(stretch)
    }
  }

  private mutating func word(_ index: Int) -> String {
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

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text[range]))
  }

  /// What ends a line: the mark in the words, or a special end that goes with it.
  private mutating func ending(
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
    if known == nil, isContour { return special + " " + plain }
    losses.add(.otherLayers)
    return plain
  }
}

/// The pieces of a line, with stretches that are open.
struct ChatAtoms {
  private var atoms: [String] = []
  private var brackets = ""
  private var open: [(stretch: ChatMainTier.Stretch, isBracketed: Bool)] = []

  var text: String { atoms.joined(separator: " ") }

  mutating func append(_ atom: String) {
    guard !atom.isEmpty else { return }
    atoms.append(brackets + atom)
    brackets = ""
  }

  mutating func open(_ stretch: ChatMainTier.Stretch) {
    if !stretch.isGroup {
      append(stretch.opens)
      open.append((stretch, false))
    } else {
      let isBracketed = stretch.tokens.count > 1 || stretch.closes.isEmpty
      if isBracketed { brackets += "<" }
      open.append((stretch, isBracketed))
    }
  }

  /// Closes the stretches that end with a token, the innermost first.
  mutating func close(after token: Int) {
    while let last = open.last, last.stretch.tokens.upperBound <= token {
      open.removeLast()
      if last.isBracketed, !atoms.isEmpty { atoms[atoms.count - 1] += ">" }
      if !last.stretch.closes.isEmpty { append(last.stretch.closes) }
    }
  }
}
