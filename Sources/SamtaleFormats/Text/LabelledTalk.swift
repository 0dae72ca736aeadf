/// How far reading has come.
struct LabelledTalk {
  let census: LabelCensus
  let dialect: StampDialect
  let addressees: Addressees
  var signs = TalkSigns()
  /// What is being said.
  var part: TalkPart?
  /// Who said something last.
  var voices: [String] = []
  /// A time stamp that stands by itself.
  var waiting: LineStamp?
  /// Whether a label has been found.
  var isBegun = false
  /// Paragraphs before the first label.
  var preface: [SourceParagraph] = []
  /// The line of the paragraph before, and whether it ends as sentences do.
  var previous = (line: 0, isComplete: true)
  /// Whether what was said last stands beside the talk of the document.
  var isBeside = false
  var lastStart = 0
  var lastEnd: Int?

  init(census: LabelCensus, dialect: StampDialect, addressees: Addressees) {
    self.census = census
    self.dialect = dialect
    self.addressees = addressees
  }

  /// Whether a paragraph may begin with something new, rather than in the middle of a sentence that
  /// was broken into lines.
  func isFresh(_ paragraph: SourceParagraph, _ head: ParagraphHead) -> Bool {
    previous.isComplete || paragraph.line > previous.line + 1 || head.stamp != nil
      || !census.manner.isPunctuated
  }

  func newPart(line: Int) -> TalkPart {
    var part = TalkPart(items: [], line: line)
    part.isVerbatim = true
    part.voices = voices
    return part
  }

  /// What is assumed of a paragraph without a label that stands beside the talk; `nil` if it goes on
  /// with what was said before.
  func guess(beside paragraph: SourceParagraph) -> ImportGuess.Kind? {
    guard isBegun, !isBeside, let beside = paragraph.beside else { return nil }
    return beside == .row ? .otherTable : .outsideTable
  }

  /// The speakers behind a label: several where it joins labels that are known.
  func voices(of label: String) -> [String] {
    let label = census.spelling(label)
    guard !census.grammar.declared.contains(label) else { return [label] }
    if HeadedLines.isUnknown(label) || label.hasSuffix("?") { return [] }
    if let people = census.people(label) { return people }
    return [census.known(as: label) ?? label]
  }
}

extension String {
  /// Scalars that are no white space.
  var visibleScalars: Int {
    unicodeScalars.count { !$0.properties.isWhitespace }
  }
}
