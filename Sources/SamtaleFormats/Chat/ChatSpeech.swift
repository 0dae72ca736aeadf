import Samtale

/// What is said in an utterance, put together from the pieces of its main line.
struct ChatSpeech {
  /// A mark and where it stands, in Unicode scalars of the words.
  private struct Placed {
    var mark: MarkDraft
    var labels: [String]
    var range: Range<Int>
    var order: Int
    /// Of stretches that begin together, the later one holds the earlier.
    var rank = 0
  }

  /// Something that codes in brackets can be about.
  private struct Unit {
    var range: Range<Int>
    var order: Int
    var isGroup = false
    /// Whether a code with words of its own is about it, and whether a mark says how far it goes.
    var hasNote = false
    var hasMark = false
  }

  /// Where a stretch begins, which is known when the next word comes.
  private struct Opening {
    var order: Int
    var start: Int?
  }

  /// What the file says that concerns all utterances.
  struct Context {
    var isCA = false
    var decodes = false
    /// The languages of the file, as tags.
    var languages: [String] = []
    /// Who stands behind a code.
    var people = ChatPeople()
  }

  private let context: Context
  private var text = String.UnicodeScalarView()
  private var length = 0
  private var marks: [Placed] = []
  /// Marks that will stand where the next words begin.
  private var waiting: [Int] = []
  private var isSpaceDue = false
  private var order = 0
  private var unit: Unit?
  private var openings: [Opening] = []
  private var unsettled: [Int] = []
  private var groups: [Int] = []
  private var features: [String: [Int]] = [:]
  private var bullets: [(start: Int, end: Int)] = []
  /// The bullet after which nothing has come yet.
  private var pendingBullet: (start: Int, end: Int, order: Int)?
  /// A stretch in another language that the next word may go on with.
  private var foreign: (language: String, mark: Int)?
  private var hasSpoken = false

  private(set) var language: String?
  private(set) var linkers: [String] = []
  private(set) var terminator: String?
  private(set) var transition: Transition?
  /// Pieces that could not be understood.
  private(set) var broken: [String] = []
  /// Characters in time bullets.
  private(set) var timeCharacters = 0

  init(_ context: Context) { self.context = context }

  // MARK: Result

  var start: Int? { bullets.first?.start }
  var end: Int? { bullets.last?.end }

  /// The words and marks, in document order.
  mutating func items() -> [TalkPart.Item] {
    finish()
    let sorted = marks.sorted { ($0.order, -$0.rank) < ($1.order, -$1.rank) }
    return [.words(String(text), language: nil)]
      + sorted.map { .placed($0.mark, by: $0.labels, scalars: $0.range) }
  }

  private mutating func finish() {
    leaveUnit()
    settleWaiting()
    if let bullet = pendingBullet { bullets.append((bullet.start, bullet.end)) }
    pendingBullet = nil
    for (key, ids) in features.sorted(by: { $0.key < $1.key })
    where !ids.isEmpty {
      if key.hasPrefix("l.") || key.hasPrefix("n.") { broken.append("&{" + key) }
      for id in ids { closeStretch(id, Self.segment(of: key)) }
    }
    features = [:]
    for _ in groups { broken.append("<") }
    groups = []
  }

  // MARK: Reading

  /// Reads a main line; the pieces of an utterance that was written in several come one by one.
  mutating func read(_ tokens: [ChatToken]) {
    isSpaceDue = true
    leaveUnit()
    terminator = nil
    let last = tokens.lastIndex { token in
      if case .punctuation = token.kind { true } else { false }
    }
    for (index, token) in tokens.enumerated() {
      if !token.isGlued { isSpaceDue = true }
      read(token, isLast: index == last && Self.isEnd(tokens[(index + 1)...]))
    }
  }

  /// Whether nothing that is said comes any more.
  private static func isEnd(_ tokens: ArraySlice<ChatToken>) -> Bool {
    tokens.allSatisfy { token in
      switch token.kind {
      case .code, .bullet, .terminator, .sign, .groupEnd, .overlap, .broken: true
      default: false
      }
    }
  }

  private mutating func read(_ token: ChatToken, isLast: Bool) {
    switch token.kind {
    case .word(let raw): read(word: raw)
    case .punctuation(let marks): append(punctuation: marks, isLast: isLast)
    case .terminator(let code): read(terminator: code)
    case .linker(let code): read(linker: code)
    case .groupStart: groups.append(open())
    case .groupEnd: closeGroup()
    case .code(let code): read(code: code)
    case .bullet(let start, let end): read(start, end)
    case .pause(let seconds, let dots): add(Self.pause(seconds, dots), keepsUnit: true)
    case .event(let words): add(event(words))
    case .contribution(let code, let words):
      add(MarkDraft(.contribution, plain(words)), by: context.people.voices(code))
    case .feature(let name, let opens, let isSound): feature(name, opens: opens, isSound: isSound)
    case .overlap(let type, let opens): toggle("o." + type, opens: opens)
    case .action: add(MarkDraft(.kinesic, type: "action"))
    case .quote(let mark): append(String(mark))
    case .sign(let sign): read(sign: sign)
    case .broken(let piece): broken.append(piece)
    }
  }

  // MARK: Words

  /// Adds words after the white space that is due, and lets what waits stand before them.
  private mutating func append(_ words: String) {
    if isSpaceDue, length > 0 {
      text.append(" ")
      length += 1
    }
    isSpaceDue = false
    settleWaiting()
    passBullet()
    for id in unsettled { openings[id].start = length }
    unsettled = []
    text.append(contentsOf: words.unicodeScalars)
    length += words.unicodeScalars.count
  }

  private mutating func settleWaiting() {
    for index in waiting { marks[index].range = length..<length }
    waiting = []
  }

  private mutating func read(word raw: String) {
    let word = ChatWord(raw, isCA: context.isCA, decodes: context.decodes)
    switch word.sort {
    case .gap(let reason): return add(MarkDraft(.gap, reason: reason))
    case .omitted: return add(MarkDraft(.note, word.text, type: "omitted-word"))
    case .plain, .filler, .nonword, .fragment: break
    }
    guard word.pieces.contains(where: { $0 != .close }) else {
      if context.isCA { for _ in word.pieces { toggle("p.unclear", opens: false) } }
      return
    }
    order += 1
    let begun = order
    let start = append(word.pieces)
    guard length > start else { return }
    // Glued pieces (so⌈me⌉) are one word.
    let glued = unit.flatMap { !$0.isGroup && $0.range.upperBound == start ? $0 : nil }
    leaveUnit()
    unit = Unit(range: (glued?.range.lowerBound ?? start)..<length, order: glued?.order ?? begun)
    hasSpoken = true
    mark(word, start..<length, order: begun)
  }

  /// - Returns: Where the word begins.
  private mutating func append(_ pieces: [ChatWord.Piece]) -> Int {
    var start: Int?
    var left: Int?
    for piece in pieces {
      switch piece {
      case .text(let words):
        append(words)
        start = start ?? length - words.unicodeScalars.count
      case .open where context.isCA: toggle("p.unclear", opens: true)
      case .close where context.isCA: toggle("p.unclear", opens: false)
      case .open:
        if start == nil { append("") }
        start = start ?? length
        left = left ?? length
      case .close:
        if let left { add(stretch: MarkDraft(.segment, type: "omitted"), left..<length, nil) }
        left = nil
      }
    }
    if let left { add(stretch: MarkDraft(.segment, type: "omitted"), left..<length, nil) }
    return start ?? length
  }

  private mutating func mark(_ word: ChatWord, _ range: Range<Int>, order: Int) {
    switch word.sort {
    case .filler: add(stretch: MarkDraft(.segment, type: "filler"), range, order)
    case .nonword: add(stretch: MarkDraft(.segment, type: "nonword"), range, order)
    case .fragment: add(stretch: MarkDraft(.deleted, type: "truncation"), range, order)
    case .plain, .omitted, .gap: break
    }
    if word.isCompound {
      add(stretch: MarkDraft(.segment, type: ChatCodes.compound), range, order)
    }
    guard let code = word.language, let language = wordLanguage(code) else {
      foreign = nil
      return
    }
    if let foreign, foreign.language == language {
      marks[foreign.mark].range = marks[foreign.mark].range.lowerBound..<range.upperBound
    } else {
      add(stretch: MarkDraft(.segment, type: "language", language: language), range, order)
      foreign = (language, marks.count - 1)
    }
  }

  private func wordLanguage(_ code: String) -> String? {
    if !code.isEmpty { return ChatLanguage.tag(code) }
    guard context.languages.count == 2 else { return nil }
    return context.languages.first { $0 != language ?? context.languages.first }
  }

  private mutating func append(punctuation marks: String, isLast: Bool) {
    // Marks alone are no words.
    guard hasSpoken else { return }
    if !isLast { settleWaiting() }
    text.append(contentsOf: marks.unicodeScalars)
    length += marks.unicodeScalars.count
    isSpaceDue = false
  }

  private mutating func read(terminator code: String) {
    if code != ChatCodes.plainEnd { terminator = code }
    let words = ChatCodes.terminators.first { $0.code == code }?.words ?? ""
    guard !words.isEmpty else { return }
    append(punctuation: words, isLast: true)
  }

  private mutating func read(linker code: String) {
    switch code {
    case "+<": transition = .overlap
    case "+^": transition = transition ?? .latching
    case "+≈":
      transition = transition ?? .latching
      linkers.append(code)
    default: linkers.append(code)
    }
  }

  private mutating func read(sign: Unicode.Scalar) {
    guard ChatCodes.contours.contains(sign) else { return }
    if !hasSpoken, sign == "≡" || sign == "≈" {
      transition = transition ?? .latching
      linkers.append(String(sign))
    } else {
      terminator = String(sign)
    }
  }

  private mutating func read(_ start: Int, _ end: Int) {
    timeCharacters += String(start).utf8.count + String(end).utf8.count + 1
    passBullet()
    order += 1
    pendingBullet = (start, end, order)
  }

  /// A bullet after which something comes is a point in time inside the utterance.
  private mutating func passBullet() {
    guard let bullet = pendingBullet else { return }
    pendingBullet = nil
    bullets.append((bullet.start, bullet.end))
    let time = Double(bullet.end) / 1000
    marks.append(
      Placed(
        mark: MarkDraft(.anchor, start: time), labels: [], range: length..<length,
        order: bullet.order))
  }

  // MARK: Events

  private mutating func add(_ event: MarkDraft, by labels: [String] = [], keepsUnit: Bool = false) {
    order += 1
    waiting.append(marks.count)
    marks.append(Placed(mark: event, labels: labels, range: length..<length, order: order))
    if !keepsUnit { leaveUnit() }
    foreign = nil
  }

  static func pause(_ seconds: Double?, _ dots: Int) -> MarkDraft {
    if let seconds { return MarkDraft(.pause, seconds: seconds) }
    return MarkDraft(.pause, type: dots == 1 ? "short" : dots == 2 ? "long" : "very-long")
  }

  private func plain(_ words: String) -> String { Self.plain(words, decodes: context.decodes) }

  static func plain(_ words: String, decodes: Bool) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      plain.append(scalar == "_" ? " " : decodes ? ChatCodes.unescaped(scalar) : scalar)
    }
    return String(plain)
  }

  private func event(_ words: String) -> MarkDraft { Self.event(words, decodes: context.decodes) }

  /// The event behind `&=laughs`.
  static func event(_ words: String, decodes: Bool) -> MarkDraft {
    for (word, kind) in ChatCodes.eventKinds {
      if words == word { return MarkDraft(kind) }
      if words.hasPrefix(word + ":") {
        return MarkDraft(kind, plain(String(words.dropFirst(word.count + 1)), decodes: decodes))
      }
    }
    return MarkDraft(ChatCodes.kind(ofEvent: words), plain(words, decodes: decodes))
  }

  // MARK: Stretches

  private mutating func open() -> Int {
    order += 1
    openings.append(Opening(order: order, start: nil))
    unsettled.append(openings.count - 1)
    return openings.count - 1
  }

  private mutating func closeGroup() {
    guard let id = groups.popLast() else { return broken.append(">") }
    let opening = openings[id]
    let start = opening.start ?? length
    leaveUnit()
    unit = Unit(range: start..<length, order: opening.order, isGroup: true)
  }

  private mutating func feature(_ name: String, opens: Bool, isSound: Bool) {
    toggle((isSound ? "n." : "l.") + name, opens: opens)
  }

  private mutating func toggle(_ key: String, opens: Bool) {
    if opens {
      if !hasSpoken, key.hasPrefix("o.overlap-bottom") { transition = transition ?? .overlap }
      features[key, default: []].append(open())
    } else if let id = features[key]?.popLast() {
      closeStretch(id, Self.segment(of: key))
    } else {
      broken.append(key)
    }
  }

  private static func segment(of key: String) -> MarkDraft {
    let name = String(key.dropFirst(2))
    switch key.first {
    case "p": return MarkDraft(.unclear)
    case "n": return MarkDraft(.segment, type: "sound." + name)
    case "l" where name == "seg": return MarkDraft(.segment)
    default: return MarkDraft(.segment, type: ChatCodes.unescaped(name))
    }
  }

  private mutating func closeStretch(_ id: Int, _ mark: MarkDraft) {
    guard let start = openings[id].start else { return }
    add(stretch: mark, start..<length, openings[id].order)
  }

  private mutating func add(stretch: MarkDraft, _ range: Range<Int>, _ place: Int?) {
    guard !range.isEmpty else { return }
    if place == nil { order += 1 }
    marks.append(
      Placed(mark: stretch, labels: [], range: range, order: place ?? order, rank: marks.count))
  }

  // MARK: Codes in brackets

  private mutating func read(code: String) {
    foreign = nil
    if let retracing = ChatCodes.retracings.first(where: { $0.code == code }) {
      return addToUnit(MarkDraft(.deleted, type: retracing.type))
    }
    if code == "?" { return addToUnit(MarkDraft(.unclear)) }
    if let stretch = ChatCodes.stretches.first(where: { $0.code == code }) {
      return addToUnit(MarkDraft(.segment, type: stretch.type))
    }
    if let first = code.unicodeScalars.first, first == "<" || first == ">" {
      return overlap(first, code.dropFirst())
    }
    if code.hasPrefix("-") {
      language = ChatLanguage.tag(String(code.dropFirst()))
    } else if code.hasPrefix("^") {
      add(MarkDraft(.note, comment(code.dropFirst())), keepsUnit: true)
    } else {
      note(code)
    }
  }

  private mutating func overlap(_ sign: Unicode.Scalar, _ index: Substring) {
    let type = sign == "<" ? "overlap-precedes" : "overlap-follows"
    let number = index.trimmed
    if sign == "<", unit?.range.lowerBound == 0 { transition = transition ?? .overlap }
    addToUnit(MarkDraft(.segment, type: number.isEmpty ? type : "\(type).\(number)"))
  }

  private mutating func addToUnit(_ mark: MarkDraft) {
    guard let unit else { return }
    self.unit?.hasMark = true
    add(stretch: mark, unit.range, unit.order)
  }

  /// Goes on to the next word or group. Of a group of which nothing else is marked, how far a note
  /// is about it is kept as a segment.
  private mutating func leaveUnit() {
    guard let last = unit else { return }
    unit = nil
    guard last.isGroup, last.hasNote, !last.hasMark else { return }
    add(stretch: MarkDraft(.segment, type: "scope"), last.range, last.order)
  }

  private mutating func note(_ code: String) {
    guard let kind = ChatCodes.notes.first(where: { code.hasPrefix($0.code) }) else {
      broken.append("[\(code)]")
      return add(MarkDraft(.note, comment(code[...]), type: "code"), keepsUnit: true)
    }
    var words = comment(code.dropFirst(kind.code.count))
    if words.isEmpty { words = kind.code }
    let draft = MarkDraft(.note, words, type: kind.type)
    guard let unit, kind.type != "postcode" else { return add(draft, keepsUnit: true) }
    self.unit?.hasNote = true
    order += 1
    let place = unit.range.upperBound
    marks.append(Placed(mark: draft, labels: [], range: place..<place, order: order))
  }

  private func comment(_ text: Substring) -> String {
    let words = context.decodes ? ChatCodes.unescaped(String(text)) : String(text)
    return ChatTier.withoutBullets(words.trimmed)
  }
}
