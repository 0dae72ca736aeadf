import Samtale

/// Talk whose speakers stand as labels before their words, from whatever source.
///
/// - A label may be written `SW7:`, `**SW7:**`, `#Anna:`, `@Anna:`, `[Anna]`, `{Anna}`, `SW7.`,
///   `SW7 –` or with a tab, in bold, or as the name of the paragraph's style; ``LabelCensus`` says
///   which are believed. `SW7 What` without a colon is one where `SW7` is known.
/// - `Per Yes.` without a colon is a label where `Per` is known, where a sentence has ended above it
///   and where the words begin as they do behind labels; a guess that is said.
/// - Numbers (`1:`) are labels where they come as people speak rather than as a list goes on.
/// - Remarks between label and colon: `(later)` is a cut, `(to the leader)` an addressee if one
///   person can be meant, `(laughs)` an event, everything else a note.
/// - A label may also stand alone in the line above the words.
/// - Paragraphs without a label go on with what was said before.
/// - A paragraph `...` or `[…]` is talk that was left out; nothing is measured across it.
/// - `[00:01:02]` before or behind the label is the beginning of the turn, inside it an anchor.
/// - Signs in brackets: ``TalkSigns``. A whole paragraph in brackets is an event or a remark.
/// - Where the talk stands in a table, paragraphs without a label outside it are remarks, and so are
///   rows of other tables. `Ola Hansen stopped transcription` is one too.
/// - What stands before the first label is a remark of the header.
extension TalkAssembly {
  /// Reads paragraphs of a text or document.
  ///
  /// Labels, marks of labels, times and events are accounted for here; the rest is for the caller:
  /// ``rest`` is white space by default, so a document's markup must be named in ``rest`` and
  /// ``total``, which must count at least one character for the end of each paragraph.
  mutating func readParagraphs(_ paragraphs: [SourceParagraph]) {
    readParagraphs(paragraphs, .clock)
  }

  /// Reads paragraphs; `names` are labels that the format itself names as speakers.
  mutating func readParagraphs(
    _ source: [SourceParagraph], _ dialect: StampDialect, naming names: Set<String> = []
  ) {
    let declared = names.union(options.speakers.entries.map(\.label))
    let grammar = LabelGrammar(declared: declared)
    let paragraphs = withoutHeads(withoutTables(source)).flatMap { $0.turns(grammar, dialect) }
    progress.begin(0.25, of: paragraphs.count)
    let census = LabelCensus(
      paragraphs.filter { !MeetingNotice.isOne($0) }, declared: declared,
      refused: options.refusedLabels, dialect, progress)
    propose(census.proposals, census)
    var talk = LabelledTalk(
      census: census, dialect: dialect,
      addressees: Addressees(options.speakers, labels: census.accepted.keys.sorted()))
    talk.signs.unknownIsTalk = TalkSigns.markOverlaps(paragraphs.lazy.map(\.text))
    // All labels are known now, and none of the words names anybody else.
    startStreaming(bytes: paragraphs.reduce(0) { $0 + $1.text.utf8.count })
    progress.begin(1, of: paragraphs.count)
    for (i, paragraph) in paragraphs.enumerated() {
      for piece in pieces(of: paragraph, talk) { read(piece, &talk) }
      talk.previous = (paragraph.line, LabelCensus.endsAsTalk(paragraph.text))
      progress.tell(i)
    }
    close(&talk)
    addPreface(&talk)
    if census.style == nil, isBegun, voices.isEmpty {
      findings.report(
        .warning, .missingSpeaker, line: nil, "no labels of speakers were found",
        do: "write them before the words, as in “SW7: …”, or declare them with --speakers")
    }
  }

  /// Shows labels, and says which were guessed.
  private mutating func propose(_ found: [ProposedLabel], _ census: LabelCensus) {
    let style = census.style
    labels += found
    for (label, tally) in census.distrusted.sorted(by: { $0.value.line < $1.value.line }) {
      findings.guess(.deniedLabel, line: tally.line, of: label)
    }
    for label in found where label.isAccepted && census.pooled.contains(label.label) {
      findings.guess(.pooledSpellings, line: label.line, of: label.label)
    }
    for label in found where !label.isCertain {
      if let other = label.looksLike {
        findings.guess(.similarLabel, line: label.line, of: label.label)
        findings.gather(
          .note, .guessed, line: label.line,
          "the label “\(label.label)” looks like “\(other)”",
          do: "if they are the same person, give both the same id in the table of speakers")
      } else if label.isAccepted {
        let kind: ImportGuess.Kind =
          census.singles.contains(label.label)
          ? .singleSpeaker : style == .paragraphStyle ? .styleLabel : .proposedLabel
        findings.guess(kind, line: label.line, of: label.label)
      } else if label.count == 1, style != nil, !SpeakerLabel.mayBeSingle(label.label) {
        findings.guess(.singleLabel, line: label.line, of: label.label)
      }
    }
  }

  // MARK: Paragraphs

  /// The turns of a paragraph that holds several.
  private mutating func pieces(of paragraph: SourceParagraph, _ talk: LabelledTalk)
    -> [SourceParagraph]
  {
    let inside = talk.census.turns(inside: paragraph, talk.dialect)
    guard !inside.isEmpty, !talk.census.isLegend(paragraph) else { return [paragraph] }
    let head = ParagraphHead(paragraph.text, talk.dialect)
    guard talk.isBegun || talk.census.label(head, paragraph) != nil else { return [paragraph] }
    for turn in inside { findings.guess(.labelInside, line: paragraph.line, of: turn.label) }
    var timed = paragraph
    if let time = lineTimes.removeValue(forKey: paragraph.line) {
      // The times of the line are where its first turn begins and its last one ends.
      timed.start = paragraph.start ?? time.start
      timed.end = paragraph.end ?? time.end
    }
    return timed.cut(at: inside.map(\.place))
  }

  private mutating func read(_ paragraph: SourceParagraph, _ talk: inout LabelledTalk) {
    let head = ParagraphHead(paragraph.text, talk.dialect)
    if head.isEmpty {
      if let stamp = head.stamp { readLone(stamp, &talk) }
      if paragraph.label != nil { reportSilence(line: paragraph.line) }
      keepNotes(of: paragraph)
    } else if !talk.isBegun, talk.census.isLegend(paragraph) || talk.census.isGroupList(head) {
      talk.preface.append(paragraph)
    } else if MeetingNotice.isOne(paragraph) {
      keepAsNote(paragraph, &talk)
    } else if let label = talk.census.label(head, paragraph) {
      if !talk.isBegun { addPreface(&talk) }
      open(paragraph, head, label, &talk)
    } else if readAside(paragraph, &talk) {
      return
    } else if talk.isBegun, let found = resemblance(paragraph, head, talk) {
      switch found {
      case .label(let label):
        if label.style == .colon {
          findings.guess(.unusualLabel, line: paragraph.line, of: label.label)
        }
        open(paragraph, head, label, &talk)
      case .doubtful(let label):
        findings.guess(.doubtfulLabel, line: paragraph.line, of: label)
        openUnknown(paragraph, head, &talk)
      }
    } else if talk.isBegun, let label = talk.census.doubtful(head, paragraph) {
      findings.guess(.doubtfulLabel, line: paragraph.line, of: label)
      openUnknown(paragraph, head, &talk)
    } else if talk.isBegun, isStamped(paragraph, talk) {
      findings.guess(.stampAsWords, line: paragraph.line)
      openUnknown(paragraph, head, &talk)
    } else if let guess = talk.guess(beside: paragraph) {
      findings.guess(guess, line: paragraph.line)
      keepAsNote(paragraph, &talk)
    } else if talk.census.style != nil, !talk.isBegun {
      talk.preface.append(paragraph)
    } else {
      goOn(paragraph, head, &talk)
    }
  }

  private func resemblance(
    _ paragraph: SourceParagraph, _ head: ParagraphHead, _ talk: LabelledTalk
  ) -> LabelCensus.Resemblance? {
    talk.census.unusual(head)
      ?? (talk.isFresh(paragraph, head) ? talk.census.unmarked(head) : nil)
  }

  /// Whether a paragraph begins with what may be a time before a label: `17:30 Per: …`.
  private func isStamped(_ paragraph: SourceParagraph, _ talk: LabelledTalk) -> Bool {
    let bytes = Array(paragraph.text.utf8.prefix(480))
    let start = bytes.skippingSpace(0)
    guard start < bytes.count, (0x30...0x39).contains(bytes[start]),
      let time = LineStamp.time(bytes[start...], talk.dialect), time.parts == 2,
      bytes.isSpaceOrEnd(start + time.length)
    else { return false }
    var rest = paragraph
    rest.text = bytes[(start + time.length)...].string
    let head = ParagraphHead(rest.text, talk.dialect)
    return !head.isEmpty && talk.census.label(head, rest).map { !$0.style.isWeak } ?? false
  }

  /// Accounts for what stands outside the words.
  mutating func count(_ words: ParagraphWords) {
    accounted[.times] += words.times
    accounted[.markup] += words.markup
    count(words.signed, line: words.line)
  }
}
