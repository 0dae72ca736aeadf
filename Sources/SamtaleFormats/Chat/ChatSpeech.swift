import Samtale

/// What is said in an utterance, put together from the pieces of its main line.
struct ChatSpeech {
  /// A mark and where it stands, in Unicode scalars of the words.
  struct Placed {
    var mark: MarkDraft
    var labels: [String]
    var range: Range<Int>
    var order: Int
    /// Of stretches that begin together, the later one holds the earlier.
    var rank = 0
  }

  /// Something that codes in brackets can be about.
  struct Unit {
    var range: Range<Int>
    var order: Int
    var isGroup = false
    /// Whether a code with words of its own is about it, and whether a mark says how far it goes.
    var hasNote = false
    var hasMark = false
  }

  /// Where a stretch begins, which is known when the next word comes.
  struct Opening {
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

  let context: Context
  var text = String.UnicodeScalarView()
  var length = 0
  var marks: [Placed] = []
  /// Marks that will stand where the next words begin.
  var waiting: [Int] = []
  var isSpaceDue = false
  var order = 0
  var unit: Unit?
  var openings: [Opening] = []
  var unsettled: [Int] = []
  var groups: [Int] = []
  var features: [String: [Int]] = [:]
  var bullets: [(start: Int, end: Int)] = []
  /// The bullet after which nothing has come yet.
  var pendingBullet: (start: Int, end: Int, order: Int)?
  /// A stretch in another language that the next word may go on with.
  var foreign: (language: String, mark: Int)?
  var hasSpoken = false

  var language: String?
  var linkers: [String] = []
  var terminator: String?
  var transition: Transition?
  /// Pieces that could not be understood.
  var broken: [String] = []
  /// What is left out of the transcript.
  var omitted: [(kind: ChatOmissions.Kind, sign: String)] = []
  /// Whether `+<` stands at the beginning, and whether brackets there say the same.
  var hasOverlapLinker = false
  var impliesOverlap = false
  /// Characters in time bullets.
  var timeCharacters = 0

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

  mutating func finish() {
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
      if let sign = ChatWriting.other(tokens, index) { omitted.append((.writing, sign)) }
      read(token, isLast: index == last && Self.isEnd(tokens[(index + 1)...]))
    }
  }

  /// Whether nothing that is said comes any more.
  static func isEnd(_ tokens: ArraySlice<ChatToken>) -> Bool {
    tokens.allSatisfy { token in
      switch token.kind {
      case .code, .bullet, .terminator, .sign, .groupEnd, .overlap, .broken: true
      default: false
      }
    }
  }

  mutating func read(_ token: ChatToken, isLast: Bool) {
    switch token.kind {
    case .word(let raw): read(word: raw)
    case .punctuation(let marks): append(punctuation: marks, isLast: isLast)
    case .satellite(let sign):
      omitted.append((.satellite, String(sign)))
      append(punctuation: ",", isLast: isLast)
    case .terminator(let code): read(terminator: code)
    case .linker(let code): read(linker: code)
    case .groupStart: groups.append(open())
    case .groupEnd: closeGroup()
    case .code(let code): read(code: code)
    case .bullet(let start, let end): read(start, end)
    case .pause(let seconds, let dots): add(Self.pause(seconds, dots), keepsUnit: true)
    case .event(let words): add(event(words))
    case .sound(let words):
      omitted.append((.writing, "&{n=\(words)}"))
      add(event(words))
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

  // MARK: Signs

  mutating func read(terminator code: String) {
    if code != ChatCodes.plainEnd { terminator = code }
    let words = ChatCodes.terminators.first { $0.code == code }?.words ?? ""
    guard !words.isEmpty else { return }
    append(punctuation: words, isLast: true)
  }

  mutating func read(linker code: String) {
    switch code {
    case "+<":
      transition = .overlap
      hasOverlapLinker = true
    case "+^": transition = transition ?? .latching
    case "+≈":
      transition = transition ?? .latching
      linkers.append(code)
    default: linkers.append(code)
    }
  }

  mutating func read(sign: Unicode.Scalar) {
    guard ChatCodes.contours.contains(sign) else {
      return omitted.append((.bracket, String(sign)))
    }
    if !hasSpoken, sign == "≡" || sign == "≈" {
      transition = transition ?? .latching
      linkers.append(String(sign))
    } else {
      if let last = terminator { omitted.append((.contour, last)) }
      terminator = String(sign)
    }
  }

  mutating func read(_ start: Int, _ end: Int) {
    timeCharacters += String(start).utf8.count + String(end).utf8.count + 1
    passBullet()
    order += 1
    pendingBullet = (start, end, order)
  }

  /// A bullet after which something comes is a point in time inside the utterance.
  mutating func passBullet() {
    guard let bullet = pendingBullet else { return }
    pendingBullet = nil
    bullets.append((bullet.start, bullet.end))
    let time = Double(bullet.end) / 1000
    marks.append(
      Placed(
        mark: MarkDraft(.anchor, start: time), labels: [], range: length..<length,
        order: bullet.order))
  }
}
