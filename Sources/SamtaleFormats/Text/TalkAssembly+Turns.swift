import Samtale

/// Turns of labelled talk: where one begins, goes on and ends.
extension TalkAssembly {
  /// Begins a turn.
  mutating func open(
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
  mutating func openUnknown(
    _ paragraph: SourceParagraph, _ head: ParagraphHead, _ talk: inout LabelledTalk
  ) {
    setDefaultEnd(&talk, before: paragraph, head)
    close(&talk)
    talk.voices = []
    let part = talk.newPart(line: paragraph.line)
    begin(part, paragraph, from: head.words, stamp: head.stamp, &talk)
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

  /// Goes on with what was said before, in a new utterance if there is a time or something between.
  mutating func goOn(
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

  private func words(_ paragraph: SourceParagraph, from start: Int, _ talk: LabelledTalk)
    -> ParagraphWords
  {
    ParagraphWords(paragraph, from: start, talk.dialect, talk.signs) {
      talk.addressees.label($0) != nil
    }
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

  mutating func reportSilence(line: Int) {
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
  mutating func close(_ talk: inout LabelledTalk) {
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
