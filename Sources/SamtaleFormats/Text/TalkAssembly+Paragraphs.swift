import Samtale

/// Talk whose speakers stand as labels before their words, from whatever source.
///
/// - A label may be written `SW7:`, `**SW7:**`, `#Anna:`, `@Anna:`, `[Anna]`, `{Anna}`, `SW7.`,
///   `SW7 –` or with a tab, in bold, or as the name of the paragraph's style; ``LabelCensus`` says
///   which are believed. `SW7 What` without a colon is one where `SW7` is known.
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

  mutating func readParagraphs(_ source: [SourceParagraph], _ dialect: StampDialect) {
    let paragraphs = withoutHeads(withoutTables(source))
    let census = LabelCensus(
      paragraphs.filter { !MeetingNotice.isOne($0) },
      declared: Set(options.speakers.entries.map(\.label)),
      refused: options.refusedLabels, dialect)
    propose(census.proposals, census)
    var talk = LabelledTalk(
      census: census, dialect: dialect,
      addressees: Addressees(options.speakers, labels: census.accepted.keys.sorted()))
    talk.signs.unknownIsTalk = TalkSigns.markOverlaps(paragraphs.lazy.map(\.text))
    for paragraph in paragraphs { read(paragraph, &talk) }
    close(&talk)
    addPreface(&talk)
    if census.style == nil, !parts.isEmpty, voices.isEmpty {
      findings.report(
        .warning, .missingSpeaker, line: nil, "no labels of speakers were found",
        do: "write them before the words, as in “SW7: …”, or declare them with --speakers")
    }
  }

  /// Shows labels, and says which were guessed.
  private mutating func propose(_ found: [ProposedLabel], _ census: LabelCensus) {
    let style = census.style
    labels += found
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

  private mutating func read(_ paragraph: SourceParagraph, _ talk: inout LabelledTalk) {
    let head = ParagraphHead(paragraph.text, talk.dialect)
    if head.isEmpty {
      if let stamp = head.stamp { readLone(stamp, &talk) }
      if paragraph.label != nil { reportSilence(line: paragraph.line) }
      keepNotes(of: paragraph)
    } else if !talk.isBegun, talk.census.style != nil, talk.census.isLegend(paragraph) {
      talk.preface.append(paragraph)
    } else if MeetingNotice.isOne(paragraph) {
      keepAsNote(paragraph, &talk)
    } else if let label = talk.census.label(head, paragraph) {
      if !talk.isBegun { addPreface(&talk) }
      open(paragraph, head, label, &talk)
    } else if readAside(paragraph, &talk) {
      return
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

  /// A time stamp without words: the end of what was said where the format means it so, else the
  /// beginning of what follows.
  private mutating func readLone(_ stamp: LineStamp, _ talk: inout LabelledTalk) {
    accounted[.times] += stamp.length
    if talk.dialect.hasEnds, talk.part != nil, talk.part?.end == nil {
      talk.part?.end = stamp.start
    }
    talk.waiting = stamp
  }

  /// Keeps a paragraph that nobody says.
  private mutating func keepAsNote(_ paragraph: SourceParagraph, _ talk: inout LabelledTalk) {
    guard talk.isBegun || talk.census.style == nil else { return talk.preface.append(paragraph) }
    close(&talk)
    addRemark(.note(paragraph.text.trimmed, type: "comment"), line: paragraph.line)
    keepNotes(of: paragraph)
  }

  /// Footnotes of a paragraph without words.
  private mutating func keepNotes(of paragraph: SourceParagraph) {
    for note in paragraph.notes {
      addRemark(.note(note.text, type: note.type), line: paragraph.line)
    }
  }

  private mutating func addRemark(_ item: TalkPart.Item, line: Int) {
    var remark = TalkPart(items: [item], line: line)
    remark.isRemark = true
    add(remark)
  }

  /// Begins a turn.
  private mutating func open(
    _ paragraph: SourceParagraph, _ head: ParagraphHead, _ label: LabelCandidate,
    _ talk: inout LabelledTalk
  ) {
    if SpeakerLabel.isUnknownMark(label.label) {
      findings.guess(.unknownMark, line: paragraph.line)
    } else if label.style != talk.census.style, label.style.isWeak || label.style == .tab {
      findings.guess(.missingColon, line: paragraph.line)
    }
    account(paragraph, head, label)
    setDefaultEnd(&talk, before: paragraph, head)
    close(&talk)
    talk.isBegun = true
    talk.isBeside = paragraph.beside != nil
    talk.voices = talk.voices(of: label.label)
    var part = talk.newPart(line: paragraph.line)
    if let remark = label.remark { read(remark, &part, &talk) }
    begin(part, paragraph, from: label.length, stamp: head.stamp, &talk)
  }

  /// Begins a turn of somebody unknown, with all that stands in the paragraph as words.
  private mutating func openUnknown(
    _ paragraph: SourceParagraph, _ head: ParagraphHead, _ talk: inout LabelledTalk
  ) {
    setDefaultEnd(&talk, before: paragraph, head)
    close(&talk)
    talk.voices = []
    let part = talk.newPart(line: paragraph.line)
    begin(part, paragraph, from: head.words, stamp: head.stamp, &talk)
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

  /// Puts the words of a paragraph into a part that begins with it.
  private mutating func begin(
    _ part: TalkPart, _ paragraph: SourceParagraph, from start: Int, stamp: LineStamp?,
    _ talk: inout LabelledTalk
  ) {
    var part = part
    let words = words(paragraph, from: start, talk)
    if let stamp { accounted[.times] += stamp.length }
    part.start = paragraph.start ?? part.start
    part.end = paragraph.end ?? part.end
    let isTimed = part.start != nil
    if let stamp = stamp ?? words.leading ?? talk.waiting, !isTimed {
      part.start = stamp.start
      part.end = stamp.end
    }
    if stamp != nil || isTimed, let second = words.leading {
      part.items.append(.time(second.start))
    }
    talk.waiting = nil
    talk.part = part
    append(words, &talk)
  }

  private func words(_ paragraph: SourceParagraph, from start: Int, _ talk: LabelledTalk)
    -> ParagraphWords
  {
    ParagraphWords(paragraph, from: start, talk.dialect, talk.signs) {
      talk.addressees.label($0) != nil
    }
  }

  /// Accounts for what stands outside the words.
  mutating func count(_ words: ParagraphWords) {
    accounted[.times] += words.times
    accounted[.markup] += words.markup
    count(words.signed, line: words.line)
  }

  private mutating func append(_ words: ParagraphWords, _ talk: inout LabelledTalk) {
    count(words)
    talk.part?.items += words.items
    guard let stamp = words.trailing else { return }
    if talk.dialect.hasEnds {
      talk.part?.end = stamp.start
    } else {
      talk.part?.items.append(.time(stamp.start))
    }
  }

  /// Goes on with what was said before, in a new utterance if there is a time or something between.
  private mutating func goOn(
    _ paragraph: SourceParagraph, _ head: ParagraphHead, _ talk: inout LabelledTalk
  ) {
    let isNew =
      talk.part == nil || talk.part?.end != nil || head.stamp != nil || talk.waiting != nil
      || paragraph.start != nil || talk.census.style == nil
    guard isNew else {
      talk.part?.items.append(.words("\n", language: nil))
      let words = words(paragraph, from: head.words, talk)
      if let stamp = words.leading { talk.part?.items.append(.time(stamp.start)) }
      return append(words, &talk)
    }
    setDefaultEnd(&talk, before: paragraph, head)
    close(&talk)
    begin(
      talk.newPart(line: paragraph.line), paragraph, from: head.words, stamp: head.stamp, &talk)
  }

  // MARK: Between turns

  /// Takes a paragraph that is no talk: something left out, an event, a remark, a dividing line.
  private mutating func readAside(_ paragraph: SourceParagraph, _ talk: inout LabelledTalk) -> Bool
  {
    guard paragraph.text.utf8.count <= 2000,
      let aside = Aside(paragraph.text, talk.dialect, talk.signs)
    else {
      return false
    }
    if aside == .line {
      accounted[.markup] += aside.markup(of: paragraph.text)
      keepNotes(of: paragraph)
      return true
    }
    if !talk.isBegun, talk.census.style != nil {
      talk.preface.append(paragraph)
      return true
    }
    close(&talk)
    accounted[.markup] += aside.markup(of: paragraph.text)
    switch aside {
    case .cut: addRemark(.event(.cut(), by: []), line: paragraph.line)
    case .later(let text): addRemark(.event(.cut(text), by: []), line: paragraph.line)
    case .event(let mark):
      if mark.kind == .pause { accounted[.descriptions] += paragraph.text.visibleScalars }
      addRemark(.event(mark, by: []), line: paragraph.line)
    case .remark(let text, let isGuess):
      if isGuess {
        findings.guess(.bracketDescription, line: paragraph.line, example: paragraph.text.trimmed)
      }
      addRemark(.note(text, type: "comment"), line: paragraph.line)
    case .line: break
    }
    keepNotes(of: paragraph)
    return true
  }

  /// What stands between label and colon.
  private mutating func read(_ remark: String, _ part: inout TalkPart, _ talk: inout LabelledTalk) {
    let whole = Array("(\(remark))".utf8)
    if let stamp = LineStamp(whole[...], talk.dialect, isAtStart: false) {
      accounted[.times] += remark.unicodeScalars.count
      part.start = stamp.start
      part.end = stamp.end
    } else if let label = talk.addressees.label(remark) {
      accounted[.names] += remark.unicodeScalars.count
      part.addressees = [label]
    } else if Aside.isLater(remark) {
      addRemark(.event(.cut(remark), by: []), line: part.line)
    } else if let event = TalkEvent(bracketed: remark), event.mark.kind != .note {
      if !event.isDescribed { accounted[.descriptions] += remark.unicodeScalars.count }
      part.items.append(.event(event.mark, by: []))
    } else {
      part.items.append(.note(remark, type: "label"))
    }
  }

  /// Accounts for a label and the marks around it.
  private mutating func account(
    _ paragraph: SourceParagraph, _ head: ParagraphHead, _ label: LabelCandidate
  ) {
    let visible = head.bytes[..<min(label.length, head.bytes.count)].string.visibleScalars
    let isInText = !label.style.isOutside
    let name = isInText ? label.label.visibleScalars : 0
    accounted[.names] += isInText ? label.label.unicodeScalars.count : 0
    accounted[.markup] += max(
      0,
      visible - name - (head.stamp?.length ?? 0)
        - (isInText ? label.remark?.visibleScalars ?? 0 : 0))
  }

  private mutating func reportSilence(line: Int) {
    findings.gather(
      .warning, .notImported, line: line, "a label has no words after it",
      do: "write the words behind it, or remove it")
  }

  /// In InqScribe a turn without an end lasts until one frame before the next begins.
  private func setDefaultEnd(
    _ talk: inout LabelledTalk, before paragraph: SourceParagraph, _ head: ParagraphHead
  ) {
    guard case .frames(let rate) = talk.dialect, let start = talk.part?.start,
      talk.part?.end == nil, let next = paragraph.start ?? head.stamp?.start
    else { return }
    let end = next - Int((1000 / rate).rounded())
    if end >= start { talk.part?.end = end }
  }

  /// Ends the part that is open.
  private mutating func close(_ talk: inout LabelledTalk) {
    guard var part = talk.part else { return }
    talk.part = nil
    if part.isSilent { reportSilence(line: part.line) }
    if let start = part.start {
      if start < talk.lastStart {
        findings.gather(
          .warning, .outOfStartOrder, line: part.line, "a time stamp is earlier than the one above",
          do: "compare it with the recording")
      }
      talk.lastStart = max(talk.lastStart, start)
    } else if let end = talk.lastEnd, let own = part.end, end <= own {
      findings.guess(.startFromEnd, line: part.line)
      part.start = end
    }
    if let start = part.start, let end = part.end, end < start {
      findings.gather(
        .warning, .endBeforeStart, line: part.line, "a turn ends before it begins",
        do: "correct the time stamps; its end is taken as unknown")
      part.end = nil
    }
    talk.lastEnd = part.end
    add(part)
  }
}
