/// Which labels a text has, in which style, and which of them are believed.
///
/// A label is believed if the table of speakers declares it, if it recurs, or if it is a code of a
/// family that recurs (`SW1`, `SW2`). One that occurs once is believed where something else tells:
/// bold, a time stamp, a column, a list of participants, the same shape as labels that recur.
/// Spellings that differ in capitals and spaces are one label. The style of the text is the one in which most paragraphs
/// begin with a believed label; what looks like a label in another style is one only if its label
/// is known.
struct LabelCensus {
  struct Tally {
    var count: Int
    var line: Int
    /// Whether bold, a time stamp or a column sets it off.
    var isMarked = false
    /// Whether the words behind it end as sentences do, unlike lines of a heading.
    var isTalk = false
    /// What stands behind it in that line, as far as it is short.
    var words = ""

    static func + (one: Tally, other: Tally) -> Tally {
      Tally(
        count: one.count + other.count, line: min(one.line, other.line),
        isMarked: one.isMarked || other.isMarked, isTalk: one.isTalk || other.isTalk,
        words: one.line <= other.line ? one.words : other.words)
    }
  }

  let grammar: LabelGrammar
  /// The style of the text; `nil` if it has no labels.
  private(set) var style: LabelStyle?
  /// Labels that are believed, with what is in the style of the text.
  var accepted: [String: Tally] = [:]
  /// Labels that differ from a more frequent one in a letter.
  var lookalikes: [String: String] = [:]
  /// Labels that are believed although they occur once.
  var singles: Set<String> = []
  /// Labels that stand for spellings beside their own.
  private(set) var pooled: Set<String> = []
  let refused: Set<String>
  let listed: ParticipantList
  private(set) var tallies: [LabelStyle: [String: Tally]] = [:]
  private var canonical: [String: String] = [:]
  /// Labels by their letters and digits, where those tell one from another.
  private(set) var plain: [String: String] = [:]
  /// Labels that look like words before a colon but are believed, and those that recur and are not.
  private(set) var trusted: Set<String> = []
  private(set) var distrusted: [String: Tally] = [:]
  private(set) var families: Set<String> = []
  /// In which order numbers stand where labels would, and how the talk behind them is written.
  private var orders: [LabelStyle: NumberOrder] = [:]
  private var manners: [LabelStyle: TalkManner] = [:]
  /// Paragraphs that begin with a code, in whatever style.
  private(set) var codes: [String: Int] = [:]
  private var paragraphs = 0

  /// Looks through a text.
  init(
    _ paragraphs: [SourceParagraph], declared: Set<String>, refused: Set<String>,
    _ dialect: StampDialect, _ progress: ImportProgress
  ) {
    var progress = progress
    grammar = LabelGrammar(declared: declared)
    self.refused = refused
    listed = ParticipantList(paragraphs)
    var isAfterEnd: Bool?
    for paragraph in paragraphs where paragraph.cells.isEmpty {
      let head = ParagraphHead(paragraph.text, dialect)
      guard !head.isEmpty else { continue }
      self.paragraphs += 1
      progress.tell(self.paragraphs)
      var code: String?
      for style in LabelStyle.allCases {
        guard let found = grammar.candidate(style, head, paragraph) else { continue }
        if SpeakerLabel.isUnknownMark(found.label), !grammar.declared.contains(found.label) {
          continue
        }
        if SpeakerLabel.isCode(found.label) { code = found.label }
        let words = head.bytes[min(found.length, head.bytes.count)...]
        let tally = Tally(
          count: 1, line: paragraph.line, isMarked: found.isMarked(head, paragraph),
          isTalk: head.stamp != nil || Self.endsAsTalk(paragraph.text),
          words: tallies[style]?[found.label] == nil ? Self.beginning(words) : "")
        tallies[style, default: [:]].add(tally, found.label)
        orders[style, default: NumberOrder()].add(found.label)
        manners[style, default: TalkManner()].add(words, isAfterEnd: isAfterEnd)
      }
      if let code { codes[code, default: 0] += 1 }
      isAfterEnd = Self.endsAsTalk(paragraph.text)
    }
    pool()
    trust()
    decide()
  }

  /// Counts spellings of one label together.
  private mutating func pool() {
    var counts: [String: Int] = [:]
    for (label, tally) in tallies.values.joined() where !refused.contains(label) {
      counts[label] = max(counts[label] ?? 0, tally.count)
    }
    canonical = LabelSpellings.pooled(counts, declared: grammar.declared)
    for style in tallies.keys {
      var merged: [String: Tally] = [:]
      for (label, tally) in tallies[style] ?? [:] {
        let name = spelling(label)
        merged.add(tally, name)
        if name != label { pooled.insert(name) }
      }
      tallies[style] = merged
    }
    var merged: [String: Int] = [:]
    for (label, count) in codes { merged[spelling(label), default: 0] += count }
    codes = merged
  }

  /// The commonest spelling of a label.
  func spelling(_ label: String) -> String { canonical[label] ?? label }

  private mutating func decide() {
    var best = 0
    for style in LabelStyle.allCases {
      let believed = believed(style)
      let score = believed.values.reduce(0) { $0 + $1.count }
      guard score > best, fits(style, score, believed, best) else { continue }
      (best, self.style, accepted) = (score, style, believed)
    }
    addSingles()
    families = Set(accepted.keys.filter(SpeakerLabel.isCode).compactMap(SpeakerLabel.family))
    addLookalikes()
    addPlain()
  }

  /// How the talk behind the labels of the text is written.
  var manner: TalkManner { style.flatMap { manners[$0] } ?? TalkManner() }

  /// Whether a style may be that of the text.
  private func fits(
    _ style: LabelStyle, _ score: Int, _ believed: [String: Tally], _ best: Int
  ) -> Bool {
    if style == .paragraphStyle { return best * 10 < score && believed.count > 1 }
    return !style.isWeak || score * 100 >= paragraphs * min(style.leastShare, 30)
  }

  private func believed(_ style: LabelStyle) -> [String: Tally] {
    guard let all = tallies[style] else { return [:] }
    if style == .column { return all.filter { !refused.contains($0.key) } }
    let numbers = numbers(style, all)
    let recurring = all.filter { label, tally in
      tally.count > 1 && !isRefused(label)
        && (!SpeakerLabel.isNumber(label) || numbers.contains(label))
    }
    let hasIdentifiers = recurring.keys.contains(where: SpeakerLabel.isIdentifier)
    let covered = recurring.values.reduce(0) { $0 + $1.count }
    let isCommon = !style.isWeak || covered * 100 >= paragraphs * style.leastShare
    let families = Self.families(
      all, recurring.filter { isCommon || !SpeakerLabel.isIdentifier($0.key) })
    let first = recurring.values.map(\.line).min() ?? .max
    return all.filter { label, tally in
      if refused.contains(label) { return false }
      if grammar.declared.contains(label) || SpeakerLabel.isGenerated(label) { return true }
      if isRefused(label) { return false }
      if SpeakerLabel.isNumber(label) { return isCommon && numbers.contains(label) }
      if hasIdentifiers, isCommon, SpeakerLabel.isIdentifier(label) { return true }
      if let family = SpeakerLabel.family(label), families.contains(family) { return true }
      if codes[label, default: 0] > 1 || (tally.count > 1 && isCommon) { return true }
      return !style.isWeak && isCertainSingle(label, tally, after: first)
    }
  }

  /// The first words of those behind a label.
  private static func beginning(_ words: ArraySlice<UInt8>) -> String {
    let isWhole = words.count <= 120
    let start = words.prefix(120)
    // No character is cut in two.
    let end = isWhole ? start.endIndex : start.lastIndex { $0 <= 0x20 } ?? start.startIndex
    return start[..<end].string + (isWhole ? "" : " …")
  }

  /// Words that end a sentence, or a stamp or bracket behind them.
  static func endsAsTalk(_ text: String) -> Bool {
    text.last { !$0.isWhitespace }.map { ".?!…\"”»’')]#*-–".contains($0) } ?? false
  }

  /// The numbers that are labels: all as long as those that recur, where they come as people speak
  /// and not as a list goes on, and where they are no rarity among the labels.
  private func numbers(_ style: LabelStyle, _ all: [String: Tally]) -> Set<String> {
    guard orders[style]?.isTalk == true else { return [] }
    let numbers = all.filter { SpeakerLabel.isNumber($0.key) && !refused.contains($0.key) }
    let recurring = numbers.filter { $0.value.count > 1 }
    let labelled = all.values.reduce(0) { $0 + ($1.count > 1 ? $1.count : 0) }
    let found = recurring.values.reduce(0) { $0 + $1.count }
    let total = numbers.values.reduce(0) { $0 + $1.count }
    guard found * 2 >= total, found * 4 >= labelled else { return [] }
    let lengths = Set(recurring.keys.map(\.count))
    return Set(numbers.keys.filter { lengths.contains($0.count) })
  }

  /// Families of codes with two occurrences, and of other numbered labels of which one recurs.
  private static func families(_ all: [String: Tally], _ recurring: [String: Tally]) -> Set<String>
  {
    var counts: [String: Int] = [:]
    for (label, tally) in all where SpeakerLabel.isCode(label) {
      counts[SpeakerLabel.family(label) ?? "", default: 0] += tally.count
    }
    return Set(counts.filter { $0.value > 1 }.keys)
      .union(recurring.keys.compactMap(SpeakerLabel.family))
  }

  /// Believes some words that texts put before a colon: names of groups that recur (`Participants:`)
  /// and initials (`NB:`) that are a good part of what recurs.
  private mutating func trust() {
    for style in LabelStyle.allCases where !style.isWeak && style != .column {
      guard let all = tallies[style] else { continue }
      let labelled = all.values.reduce(0) { $0 + ($1.count > 1 ? $1.count : 0) }
      for (label, tally) in all where tally.count > 1 && SpeakerLabel.isDenied(label) {
        guard !refused.contains(label) else { continue }
        let isInitials = label.count > 1 && SpeakerLabel.isCapitals(label)
        if SpeakerLabel.isGroup(label) || (isInitials && tally.count * 10 >= labelled) {
          trusted.insert(label)
        } else if isInitials {
          distrusted[label] = tally
        }
      }
    }
  }

  private mutating func addPlain() {
    var shared: Set<String> = []
    for label in accepted.keys {
      let key = Self.plainKey(label)
      guard !key.isEmpty else { continue }
      if plain.updateValue(label, forKey: key) != nil { shared.insert(key) }
    }
    for key in shared { plain[key] = nil }
  }

  func isRefused(_ label: String) -> Bool {
    refused.contains(label)
      || (SpeakerLabel.isDenied(label) && !grammar.declared.contains(label)
        && !trusted.contains(label))
  }
}

extension [String: LabelCensus.Tally] {
  fileprivate mutating func add(_ tally: LabelCensus.Tally, _ label: String) {
    self[label] = self[label].map { $0 + tally } ?? tally
  }
}
