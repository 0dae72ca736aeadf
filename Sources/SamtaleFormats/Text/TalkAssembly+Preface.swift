import Samtale

extension TalkAssembly {
  /// More paragraphs before the first label are talk of somebody unknown.
  private static let longestPreface = 60

  /// Takes what stands before the first label into the header: a title, a date, remarks.
  mutating func addPreface(_ talk: inout LabelledTalk) {
    let preface = talk.preface
    talk.preface = []
    guard preface.count <= Self.longestPreface else { return addUnvoiced(preface, talk.dialect) }
    for (i, paragraph) in preface.enumerated() {
      let text = paragraph.text.trimmed
      if builder.header.title == nil, Self.isTitle(paragraph, isFirst: i == 0) {
        builder.header.title = text
        accounted[.header] += text.unicodeScalars.count
        addNotes(paragraph.notes, line: paragraph.line)
        continue
      }
      if builder.header.date == nil { builder.header.date = WrittenDate(in: text)?.iso }
      var remark = TalkPart(items: [.note(text, type: "header")], line: paragraph.line)
      remark.isRemark = true
      add(remark)
      addNotes(paragraph.notes, line: paragraph.line)
    }
  }

  private mutating func addNotes(_ notes: [SourceParagraph.Note], line: Int) {
    for note in notes {
      var remark = TalkPart(items: [.note(note.text, type: note.type)], line: line)
      remark.isRemark = true
      add(remark)
    }
  }

  private static func isTitle(_ paragraph: SourceParagraph, isFirst: Bool) -> Bool {
    if let style = paragraph.style, StyleNames.isTitle(style) { return true }
    let text = paragraph.text.trimmed
    return isFirst && !MeetingNotice.isOne(paragraph) && text.count <= 100 && !text.contains(":")
      && !text.contains("\n")
      && text.last.map { !".!?…".contains($0) } ?? false && text.contains { $0.isLetter }
      && WrittenDate(in: text) == nil
  }

  private mutating func addUnvoiced(_ paragraphs: [SourceParagraph], _ dialect: StampDialect) {
    for paragraph in paragraphs {
      let head = ParagraphHead(paragraph.text, dialect)
      let words = ParagraphWords(paragraph, from: head.words, dialect) { _ in false }
      count(words)
      accounted[.times] += head.stamp?.length ?? 0
      var part = TalkPart(items: words.items, line: paragraph.line)
      part.isVerbatim = true
      part.start = head.stamp?.start
      if let stamp = words.trailing { part.items.append(.time(stamp.start)) }
      add(part)
    }
  }
}

/// A day as people write it: `2024-03-05`, `5.3.2024`, `5. mars 2024`, `March 5, 2024`.
struct WrittenDate: Hashable {
  /// As ISO 8601 writes it.
  let iso: String

  /// The first day in a text; `nil` if there is none that can be understood. `5/3/2024`, which is
  /// another day in America, is none.
  init?(in text: String) {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }
      .map { $0.lowercased().trimmingDots }
    for (i, word) in words.enumerated() {
      let numbers = word.split(separator: word.contains("-") ? "-" : ".").map { Int($0) }
      if numbers.count == 3, let a = numbers[0], let b = numbers[1], let c = numbers[2] {
        if word.contains("-"), let found = Self.iso(a, b, c) { iso = found; return }
        if word.contains("."), let found = Self.iso(c, b, a) { iso = found; return }
      }
      guard let month = Self.month(word) else { continue }
      let before = i > 0 ? Self.day(words[i - 1]) : nil
      let after = words[(i + 1)...].prefix(2).map { Self.day($0) ?? 0 }
      if let day = before, let year = after.first, let found = Self.iso(year, month, day) {
        iso = found
        return
      }
      if after.count == 2, let found = Self.iso(after[1], month, after[0]) { iso = found; return }
    }
    return nil
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count)
    return ["", "st", "nd", "rd", "th"].contains(String(rest)) ? Int(digits) : nil
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func month(_ word: String) -> Int? {
    for (i, names) in months.enumerated() where names.contains(word) { return i + 1 }
    return nil
  }

  private static let months: [Set<String>] = [
    ["january", "januar", "jan"], ["february", "februar", "feb"], ["march", "mars", "märz", "mar"],
    ["april", "apr"], ["may", "mai"], ["june", "juni", "jun"], ["july", "juli", "jul"],
    ["august", "aug"], ["september", "sept", "sep"], ["october", "oktober", "oct", "okt"],
    ["november", "nov"], ["december", "desember", "dezember", "dec", "des", "dez"],
  ]
}

extension String {
  fileprivate var trimmingDots: String {
    var text = self[...]
    while text.last == "." || text.last == "-" { text = text.dropLast() }
    return String(text)
  }
}
