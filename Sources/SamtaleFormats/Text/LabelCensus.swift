extension String {
  /// What stands between marks.
  fileprivate func pieces(_ mark: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      pieces.append(String(rest[..<range.lowerBound]).trimmed)
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest).trimmed]
  }
}

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

    static func + (one: Tally, other: Tally) -> Tally {
      Tally(
        count: one.count + other.count, line: min(one.line, other.line),
        isMarked: one.isMarked || other.isMarked, isTalk: one.isTalk || other.isTalk)
    }
  }

  let grammar: LabelGrammar
  /// The style of the text; `nil` if it has no labels.
  private(set) var style: LabelStyle?
  /// Labels that are believed, with what is in the style of the text.
  private(set) var accepted: [String: Tally] = [:]
  /// Labels that differ from a more frequent one in a letter.
  private(set) var lookalikes: [String: String] = [:]
  /// Labels that are believed although they occur once.
  private(set) var singles: Set<String> = []
  /// Labels that stand for spellings beside their own.
  private(set) var pooled: Set<String> = []
  let refused: Set<String>
  private let listed: ParticipantList
  private var tallies: [LabelStyle: [String: Tally]] = [:]
  private var canonical: [String: String] = [:]
  private var families: Set<String> = []
  /// Paragraphs that begin with a code, in whatever style.
  private var codes: [String: Int] = [:]
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
        let tally = Tally(
          count: 1, line: paragraph.line, isMarked: found.isMarked(head, paragraph),
          isTalk: head.stamp != nil || Self.endsAsTalk(paragraph.text))
        tallies[style, default: [:]].add(tally, found.label)
      }
      if let code { codes[code, default: 0] += 1 }
    }
    pool()
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
  }

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
    let recurring = all.filter { $0.value.count > 1 && !isRefused($0.key) }
    let covered = recurring.values.reduce(0) { $0 + $1.count }
    let isCommon = !style.isWeak || covered * 100 >= paragraphs * style.leastShare
    let families = Self.families(all, recurring)
    let first = recurring.values.map(\.line).min() ?? .max
    return all.filter { label, tally in
      if refused.contains(label) { return false }
      if grammar.declared.contains(label) || SpeakerLabel.isGenerated(label) { return true }
      if isRefused(label) { return false }
      if let family = SpeakerLabel.family(label), families.contains(family) { return true }
      if codes[label, default: 0] > 1 || (tally.count > 1 && isCommon) { return true }
      return !style.isWeak && isCertainSingle(label, tally, after: first)
    }
  }

  // MARK: Labels that occur once

  /// Whether something other than recurring tells that a label is one.
  private func isCertainSingle(_ label: String, _ tally: Tally, after first: Int) -> Bool {
    if listed.contains(label) { return !isRefused(label) }
    return tally.isMarked && SpeakerLabel.mayBeSingle(label) && (tally.isTalk || tally.line > first)
  }

  /// Believes labels that occur once where structure or likeness tells.
  private mutating func addSingles() {
    guard let style, style != .paragraphStyle else { return }
    let recurring = accepted.filter { $0.value.count > 1 || codes[$0.key, default: 0] > 1 }
    let first = recurring.values.map(\.line).min() ?? .max
    let shapes = Set(recurring.keys.compactMap(SpeakerLabel.shape))
    for (label, tally) in accepted where tally.count == 1 {
      guard codes[label, default: 0] < 2, !grammar.declared.contains(label), style != .column,
        isCertainSingle(label, tally, after: first)
      else { continue }
      singles.insert(label)
    }
    for other in LabelStyle.allCases where !other.isWeak && other != .paragraphStyle {
      for (label, tally) in tallies[other] ?? [:] where accepted[label] == nil {
        guard !isRefused(label) else { continue }
        let isAlike =
          other == style && style != .emphasis && SpeakerLabel.mayBeSingle(label)
          && SpeakerLabel.shape(label).map(shapes.contains) ?? false
          && (tally.isTalk || tally.line > first)
        guard isAlike || isCertainSingle(label, tally, after: first) else { continue }
        accepted[label] = tally
        singles.insert(label)
      }
    }
  }

  /// Whether a paragraph without a label begins with what could be one all the same, so that its
  /// words cannot be said to be those of the speaker before.
  /// - Returns: What could be the label.
  func doubtful(_ head: ParagraphHead, _ paragraph: SourceParagraph) -> String? {
    guard let style, style != .column || paragraph.label == nil else { return nil }
    for other in [.colon, style] where other == .colon || !(other.isWeak || other.isOutside) {
      guard other != .emphasis, let found = grammar.candidate(other, head, paragraph) else {
        continue
      }
      let label = spelling(found.label)
      if !refused.contains(label), SpeakerLabel.mayBeSingle(label) { return label }
    }
    return nil
  }

  /// Words that end a sentence, or a stamp or bracket behind them.
  private static func endsAsTalk(_ text: String) -> Bool {
    text.last { !$0.isWhitespace }.map { ".?!…\"”»’')]#*-–".contains($0) } ?? false
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

  private func isRefused(_ label: String) -> Bool {
    refused.contains(label)
      || (SpeakerLabel.isDenied(label) && !grammar.declared.contains(label))
  }

  // MARK: Slips

  /// Believes labels that are one letter away from a known one, and notes which that is.
  private mutating func addLookalikes() {
    guard let style, style != .column, let all = tallies[style] else { return }
    var known: [String: String] = [:]
    for label in accepted.keys.sorted() where label.count <= 20 {
      for key in Self.variants(label) {
        if let other = known[key], (accepted[other]?.count ?? 0) >= (accepted[label]?.count ?? 0) {
          continue
        }
        known[key] = label
      }
    }
    for (label, tally) in all.sorted(by: { $0.value.line < $1.value.line })
    where label.count <= 20 && !isRefused(label) && !grammar.declared.contains(label) {
      let other = Self.variants(label).compactMap { known[$0] }.first {
        Self.isSlip(label, of: $0) && (accepted[$0]?.count ?? 0) > tally.count
      }
      guard let other else { continue }
      lookalikes[label] = other
      accepted[label] = tally
    }
  }

  /// The label in small letters without spaces, and with any one letter left out.
  private static func variants(_ label: String) -> [String] {
    let plain = Array(label.lowercased().filter { !$0.isWhitespace })
    var all = [String(plain)]
    for i in plain.indices {
      all.append(String(plain[..<i] + plain[(i + 1)...]))
    }
    return all
  }

  /// Whether a label may be a slip of another: the same number, and long enough to tell.
  private static func isSlip(_ label: String, of other: String) -> Bool {
    guard label != other, label.filter(\.isNumber) == other.filter(\.isNumber) else { return false }
    if SpeakerLabel.isCode(label) || SpeakerLabel.isCode(other) {
      let plain = { (label: String) in label.lowercased().filter { !$0.isWhitespace } }
      return label.filter(\.isLetter).count != other.filter(\.isLetter).count
        || plain(label) == plain(other)
    }
    return min(label.count, other.count) > 3
  }

  // MARK: Labels of paragraphs

  /// The label of a paragraph; `nil` if it goes on with what was said before.
  func label(_ head: ParagraphHead, _ paragraph: SourceParagraph) -> LabelCandidate? {
    guard let style else { return nil }
    if let found = grammar.candidate(style, head, paragraph),
      accepted[spelling(found.label)] != nil || people(found.label) != nil
    {
      return found
    }
    for other in [style, .colon] where !other.isWeak {
      if let found = grammar.candidate(other, head, paragraph),
        SpeakerLabel.isUnknownMark(found.label), !refused.contains(found.label)
      {
        return found
      }
    }
    for other in LabelStyle.allCases where other != style && other != .paragraphStyle {
      guard let found = grammar.candidate(other, head, paragraph),
        isKnown(spelling(found.label))
      else { continue }
      if other == .line, !SpeakerLabel.isCode(found.label) { continue }
      let isSetOff = found.length > 1 && head.bytes[found.length - 2] <= 0x20
      if other == .bare, !isSetOff, !Self.beginsSentence(head.bytes[found.length...]) { continue }
      return found
    }
    return nil
  }

  /// The labels that one joins (`SW7 and T6`), if all are known.
  func people(_ label: String) -> [String]? {
    guard !refused.contains(label), !grammar.declared.contains(label) else { return nil }
    for mark in [" & ", " + ", " and ", " og ", " und ", "/", "+", "&"] where label.contains(mark) {
      let pieces = label.pieces(mark)
      let people = pieces.map(spelling)
      if people.allSatisfy({ accepted[$0] != nil }) { return people }
    }
    return nil
  }

  /// Whether a paragraph says who several labels stand for: `SW7: social worker; T7: therapist`.
  func isLegend(_ paragraph: SourceParagraph) -> Bool {
    let pieces = paragraph.text.prefix(600).split { ";,\n".contains($0) }
    let labels = pieces.compactMap { piece -> String? in
      guard let end = piece.firstIndex(where: { ":=–".contains($0) }) else { return nil }
      return String(piece[..<end]).trimmed
    }
    return labels.count > 1 && Set(labels).count == labels.count
      && labels.allSatisfy { accepted[spelling($0)] != nil }
  }

  private func isKnown(_ label: String) -> Bool {
    if refused.contains(label) { return false }
    if accepted[label] != nil || grammar.declared.contains(label) { return true }
    return SpeakerLabel.isCode(label) && SpeakerLabel.family(label).map(families.contains) ?? false
  }

  /// Whether words begin with a capital or with something that is no letter.
  private static func beginsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = String(decoding: bytes.prefix(4), as: UTF8.self).first
    return first.map { !$0.isLetter || $0.isUppercase } ?? false
  }

  /// All labels worth showing, in the order of their lines; of those that are not believed the
  /// first fifty.
  var proposals: [ProposedLabel] {
    var all = tallies[style ?? .colon] ?? [:]
    for label in singles { all[label] = all[label] ?? accepted[label] }
    var known: [ProposedLabel] = []
    var others: [ProposedLabel] = []
    for (label, tally) in all {
      if people(label) != nil, accepted[label] == nil { continue }
      let isAccepted = accepted[label] != nil
      let isCertain =
        grammar.declared.contains(label) || refused.contains(label) || style == .column
      guard isAccepted || isCertain || Self.isPlausible(label) else { continue }
      let proposal = ProposedLabel(
        label, count: tally.count, line: tally.line, isAccepted: isAccepted, isCertain: isCertain,
        looksLike: lookalikes[label])
      if isAccepted { known.append(proposal) } else { others.append(proposal) }
    }
    others.sort { ($0.line, $0.label) < ($1.line, $1.label) }
    return (known + others.prefix(50)).sorted { ($0.line, $0.label) < ($1.line, $1.label) }
  }

  /// Whether a label that is not believed could be one all the same.
  private static func isPlausible(_ label: String) -> Bool {
    label.first?.isUppercase == true && label.split(separator: " ").count <= 3
      && !SpeakerLabel.isDenied(label)
  }
}

extension [String: LabelCensus.Tally] {
  fileprivate mutating func add(_ tally: LabelCensus.Tally, _ label: String) {
    self[label] = self[label].map { $0 + tally } ?? tally
  }
}
