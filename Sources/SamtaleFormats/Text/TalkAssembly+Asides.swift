import Samtale

/// What stands between turns, and between a label and its colon.
extension TalkAssembly {
  /// A time stamp without words: the end of what was said where the format means it so, else the
  /// beginning of what follows.
  mutating func readLone(_ stamp: LineStamp, _ talk: inout LabelledTalk) {
    accounted[.times] += stamp.length
    if talk.dialect.hasEnds, talk.part != nil, talk.part?.end == nil {
      talk.part?.end = stamp.start
    }
    talk.waiting = stamp
  }

  /// Keeps a paragraph that nobody says.
  mutating func keepAsNote(_ paragraph: SourceParagraph, _ talk: inout LabelledTalk) {
    guard talk.isBegun || talk.census.style == nil else { return talk.preface.append(paragraph) }
    close(&talk)
    addRemark(.note(paragraph.text.trimmed, type: "comment"), line: paragraph.line)
    keepNotes(of: paragraph)
  }

  /// Footnotes of a paragraph without words.
  mutating func keepNotes(of paragraph: SourceParagraph) {
    for note in paragraph.notes {
      addRemark(.note(note.text, type: note.type), line: paragraph.line)
    }
  }

  mutating func addRemark(_ item: TalkPart.Item, line: Int) {
    var remark = TalkPart(items: [item], line: line)
    remark.isRemark = true
    add(remark)
  }

  /// Takes a paragraph that is no talk: something left out, an event, a remark, a dividing line.
  mutating func readAside(_ paragraph: SourceParagraph, _ talk: inout LabelledTalk) -> Bool {
    guard paragraph.text.utf8.count <= 2000,
      let aside = Aside(paragraph.text, talk.dialect, talk.signs)
    else { return false }
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
  mutating func read(_ remark: String, _ part: inout TalkPart, _ talk: inout LabelledTalk) {
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
}
