/// Talk under lines with name and time: `Anna Berg  0:49`, or a line with the name and below it one
/// with the time, `0:49` or `12 minutes 3 seconds`.
///
/// So write Otter, Teams and others; the hour appears when it is needed.
enum HeadedLines {
  /// The name and time above words.
  struct Head: Hashable {
    var name: String
    /// Milliseconds after the beginning.
    var time: Int
    /// Scalars of the time as it is written, white space left out.
    var timeLength: Int
    /// Scalars of the line that belong to neither.
    var marks = 0
  }

  /// Name and time in one line; `nil` if it is no such line.
  static func head(_ line: String) -> Head? {
    guard line.utf8.count <= 120, let last = line.utf8.last(where: { $0 > 0x20 }),
      (0x30...0x39).contains(last) || ")]>".utf8.contains(last)
    else { return nil }
    let text = line.trimmed
    guard let split = text.lastIndex(where: { $0.isWhitespace }) else { return nil }
    let stamp = Array(text[text.index(after: split)...].utf8)
    guard let time = Self.clock(stamp) else { return nil }
    let before = String(text[..<split])
    let name = before.trimmed
    let isSetOff =
      name != before || text[split] == "\t" || stamp.first == UInt8(ascii: "(")
      || stamp.first == UInt8(ascii: "[")
    let inner = name.first == "[" && name.last == "]" ? String(name.dropFirst().dropLast()) : name
    guard SpeakerLabel.isName(inner), isSetOff || inner != name || isCapitalized(inner) else {
      return nil
    }
    let marks = text.visibleScalars - inner.visibleScalars - stamp.count
    return Head(name: inner, time: time, timeLength: stamp.count, marks: marks)
  }

  /// Time and name in one line, in this order: `00:00:05 Bo`.
  static func stampedName(_ line: String) -> Head? {
    guard line.utf8.count <= 120 else { return nil }
    let head = ParagraphHead(line, .clock)
    guard let stamp = head.stamp, !head.isEmpty else { return nil }
    let name = head.bytes[head.words...].string.trimmed.droppingColon
    guard isName(name), !SpeakerLabel.isDenied(name) else { return nil }
    let length = stamp.length
    let marks = line.visibleScalars - name.visibleScalars - length
    return marks < 0
      ? nil : Head(name: name, time: stamp.start, timeLength: length, marks: marks)
  }

  /// A time by itself: `0:49`, `[00:01:02]`.
  private static func clock(_ bytes: [UInt8]) -> Int? {
    if let stamp = LineStamp(bytes[...], .clock, isAtStart: false), stamp.length == bytes.count {
      return stamp.start
    }
    guard let time = LineStamp.time(bytes[...], .clock), time.length == bytes.count else {
      return nil
    }
    return time.time
  }

  /// The time of a line that holds nothing else; also in words.
  static func time(_ line: String) -> Int? {
    guard line.utf8.count <= 60, let first = line.utf8.first(where: { $0 > 0x20 }),
      (0x30...0x39).contains(first) || first == UInt8(ascii: "[")
    else { return nil }
    let text = line.trimmed
    return clock(Array(text.utf8)) ?? spelled(text)
  }

  /// `1 hour 2 minutes 3 seconds`, in English, Norwegian or German.
  private static func spelled(_ text: String) -> Int? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter {
      !["and", "og", "und"].contains($0)
    }
    guard words.count >= 2, words.count <= 6, words.count.isMultiple(of: 2) else { return nil }
    var seconds = 0
    for i in stride(from: 0, to: words.count, by: 2) {
      guard let number = Int(words[i]), number < 10_000 else { return nil }
      let unit = words[i + 1]
      if ["hour", "hours", "time", "timer", "stunde", "stunden"].contains(unit) {
        seconds += number * 3600
      } else if ["minute", "minutes", "minutt", "minutter", "minuten", "min"].contains(unit) {
        seconds += number * 60
      } else if ["second", "seconds", "sekund", "sekunder", "sekunde", "sekunden"].contains(unit) {
        seconds += number
      } else {
        return nil
      }
    }
    return seconds * 1000
  }

  /// Whether a line may be a name by itself: words with capitals.
  static func isName(_ line: String) -> Bool {
    guard line.utf8.count <= 80 else { return false }
    let text = line.trimmed
    return SpeakerLabel.isName(text) && isCapitalized(text)
      && text.last.map { $0.isLetter || $0.isNumber || $0 == ")" } ?? false
  }

  private static func isCapitalized(_ name: String) -> Bool {
    name.split(separator: " ").allSatisfy { word in
      word.first.map { !$0.isLowercase } ?? false
        || ["von", "van", "de", "der", "den", "da", "af", "av", "og", "and", "of"].contains(word)
    }
  }

  /// Nobody knows who it is.
  static func isUnknown(_ name: String) -> Bool {
    let lower = name.lowercased()
    return ["unknown speaker", "unknown", "ukjent", "ukjent taler", "unbekannt"].contains(lower)
  }
}

/// Paragraphs with the names and times of the lines above them.
struct HeadedParagraphs {
  private(set) var paragraphs: [SourceParagraph] = []
  /// Lines with names and times.
  private(set) var heads = 0
  /// What stands in those lines, in scalars.
  private(set) var names = 0
  private(set) var times = 0
  private(set) var marks = 0
  /// Lines of heads that have no words.
  private(set) var empty: [Int] = []
  /// Whether times of day were counted from the first one.
  private(set) var isByDay = false

  /// Whether there are enough of them that the text is written so.
  var isTalk: Bool { heads > 1 && heads * 10 >= paragraphs.count }

  private var waiting: (head: HeadedLines.Head, line: Int)?

  /// Finds the lines; there may be none.
  init(_ source: [SourceParagraph]) {
    let lines = Self.lines(source)
    let areStamped = Self.areStamped(lines)
    var i = 0
    while i < lines.count {
      let line = lines[i]
      if let (head, length) = Self.head(lines, i) ?? (areStamped ? Self.stamped(lines, i) : nil) {
        take(head, at: line.line)
        i += length
        continue
      }
      var paragraph = line
      if let (head, _) = waiting, !paragraph.text.trimmed.isEmpty {
        paragraph.label = head.name
        paragraph.start = head.time
        waiting = nil
      }
      paragraphs.append(paragraph)
      i += 1
    }
    if let (_, line) = waiting { empty.append(line) }
    countFromFirst()
  }

  private mutating func take(_ head: HeadedLines.Head, at line: Int) {
    if let (_, line) = waiting { empty.append(line) }
    waiting = (head, line)
    heads += 1
    names += head.name.unicodeScalars.count
    times += head.timeLength
    marks += head.marks
  }

  /// The paragraphs, those that hold lines divided where the first is a head.
  private static func lines(_ source: [SourceParagraph]) -> [SourceParagraph] {
    source.flatMap { paragraph -> [SourceParagraph] in
      guard paragraph.cells.isEmpty, let end = paragraph.text.utf8.firstIndex(of: 0x0A) else {
        return [paragraph]
      }
      let first = String(paragraph.text[..<end])
      guard HeadedLines.head(first) != nil || HeadedLines.isName(first) else { return [paragraph] }
      var head = SourceParagraph(text: first, line: paragraph.line)
      head.style = paragraph.style
      var words = paragraph
      words.text = String(paragraph.text[paragraph.text.index(after: end)...])
      words.emphasized = 0
      let length = first.unicodeScalars.count + 1
      for i in words.notes.indices { words.notes[i].place -= length }
      return [head, words]
    }
  }

  private static func head(_ lines: [SourceParagraph], _ at: Int) -> (HeadedLines.Head, Int)? {
    let line = lines[at]
    guard line.cells.isEmpty, line.notes.isEmpty else { return nil }
    if let head = HeadedLines.head(line.text) { return (head, 1) }
    guard at + 1 < lines.count, var time = HeadedLines.time(lines[at + 1].text),
      HeadedLines.isName(line.text)
    else { return nil }
    var length = 2
    if at + 2 < lines.count, let second = HeadedLines.time(lines[at + 2].text) {
      (time, length) = (second, 3)
    }
    let written = lines[(at + 1)..<(at + length)].reduce(0) { $0 + $1.text.visibleScalars }
    let name = line.text.trimmed
    return (HeadedLines.Head(name: name, time: time, timeLength: written), length)
  }

  /// Whether most lines with a time stamp hold a name and stand above words.
  private static func areStamped(_ lines: [SourceParagraph]) -> Bool {
    let all = lines.count { $0.cells.isEmpty && ParagraphHead($0.text, .clock).stamp != nil }
    guard all > 1 else { return false }
    return lines.indices.count { stamped(lines, $0) != nil } * 2 > all
  }

  /// A line with time and name, above words.
  private static func stamped(_ lines: [SourceParagraph], _ at: Int)
    -> (HeadedLines.Head, Int)?
  {
    let line = lines[at]
    guard at + 1 < lines.count, line.cells.isEmpty, line.notes.isEmpty,
      let head = HeadedLines.stampedName(line.text),
      lines[at + 1].cells.isEmpty, ParagraphHead(lines[at + 1].text, .clock).stamp == nil
    else { return nil }
    return (head, 1)
  }

  /// Times of day, as Zoom writes them, count from the first one.
  private mutating func countFromFirst() {
    guard let first = paragraphs.compactMap(\.start).min(), first > 6 * 3_600_000 else { return }
    isByDay = true
    for i in paragraphs.indices { paragraphs[i].start = paragraphs[i].start.map { $0 - first } }
  }
}
