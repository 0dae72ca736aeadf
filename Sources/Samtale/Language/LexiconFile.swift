/// Why a lexicon file cannot be used.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the caller named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var advice: String

  public var description: String { "\(file):\(line): \(message); \(advice)" }
}

/// Reads the lines of a lexicon.
enum LexiconFile {
  static func entries(_ tsv: String, named file: String) throws(LexiconError) -> [Lexicon.Entry] {
    var entries: [Lexicon.Entry] = []
    var lines: [String: Int] = [:]
    var number = 0
    for line in tsv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let line = number == 1 && line.first == "\u{FEFF}" ? line.dropFirst() : line
      if line.allSatisfy(\.isWhitespace) || line.first == "#" { continue }
      if entries.isEmpty, isHeading(line) { continue }
      let place = Place(file: file, line: number)
      let entry = try entry(line, at: place)
      if let first = lines.updateValue(number, forKey: entry.id) {
        throw place.error(
          "the identifier \(entry.id) stands on line \(first) already",
          "give each entry its own identifier"
        )
      }
      entries.append(entry)
    }
    return entries
  }

  /// A line of a file, to speak of in errors.
  struct Place {
    var file: String
    var line: Int

    func error(_ message: String, _ advice: String) -> LexiconError {
      LexiconError(file: file, line: line, message: message, advice: advice)
    }
  }

  /// Whether a line names the columns, as spreadsheets save them.
  private static func isHeading(_ line: Substring) -> Bool {
    let names = line.split(separator: "\t").prefix(3).map { String($0).collapsed.lowercased() }
    return names.count == 3 && names[1...] == ["class", "pattern"]
  }

  private static func entry(_ line: Substring, at place: Place) throws(LexiconError)
    -> Lexicon.Entry
  {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      .map { String($0).collapsed }
    guard (2...4).contains(columns.count), !columns[0].isEmpty else {
      throw place.error(
        "\(columns.count) columns instead of identifier, class, pattern and note",
        "separate the columns by tabs, not by spaces"
      )
    }
    guard columns[0].utf8.allSatisfy({ $0 > 0x20 }) else {
      throw place.error(
        "the identifier “\(columns[0])” holds a space",
        "write it with dots and hyphens, such as my.minimal.word"
      )
    }
    let kind = try kind(columns[1], at: place)
    let written = columns.count > 2 ? columns[2] : ""
    let parsed = try pattern(written, of: kind, at: place)
    return Lexicon.Entry(
      id: columns[0],
      kind: kind,
      pattern: written,
      note: columns.count > 3 ? columns[3] : "",
      parsed: parsed
    )
  }

  private static func kind(_ name: String, at place: Place) throws(LexiconError) -> Lexicon.Class {
    if let kind = Lexicon.Class(rawValue: name) { return kind }
    let known = Lexicon.Class.allCases.map(\.rawValue).joined(separator: ", ")
    throw place.error("there is no class “\(name)”", "use one of \(known)")
  }

  private static func pattern(_ text: String, of kind: Lexicon.Class, at place: Place)
    throws(LexiconError) -> CuePattern
  {
    if kind == .none { return CuePattern() }
    let parsed: CuePattern
    do {
      parsed = try CuePattern(text)
    } catch {
      throw place.error("the pattern “\(text)” \(error.message)", error.advice)
    }
    let mustBePlain = kind == .list || kind == .stop || kind == .dangling
    if mustBePlain, !parsed.isPlain {
      throw place.error(
        "an entry of class \(kind.rawValue) can only list words",
        "write a word or (one|two|three)"
      )
    }
    return parsed
  }
}
