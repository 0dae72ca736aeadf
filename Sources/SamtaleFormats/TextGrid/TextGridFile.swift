/// The tiers of a Praat TextGrid, read from its long, short, chronological or binary form (Praat
/// manual, “TextGrid file formats”).
public struct TextGridFile: Hashable, Sendable {
  /// An interval, or a point, whose start and end are then the same.
  public struct Interval: Hashable, Sendable {
    /// Seconds; `nil` where the file gives no number.
    public var start: Double?
    public var end: Double?
    /// The label with its line breaks, doubled quotation marks taken once.
    public var text: String
    /// The line of the label, from 1; 0 in the binary form.
    public var line: Int
  }

  /// A tier of intervals or points.
  public struct Tier: Hashable, Sendable {
    public var name: String
    public var holdsPoints: Bool
    public var intervals: [Interval] = []
    /// The line of the name.
    public var line: Int
  }

  /// Something about the file that is not as it should be.
  struct Problem: Hashable, Sendable {
    var line: Int?
    var what: String
    var remedy: String
  }

  public internal(set) var tiers: [Tier] = []
  /// The end of the whole, in seconds.
  public internal(set) var end: Double?
  /// Lines of labels with a quotation mark that should have been doubled.
  public internal(set) var loneQuotes: [Int] = []
  /// Lines of times with a decimal comma.
  public internal(set) var commas: [Int] = []
  var problems: [Problem] = []
  /// Why nothing was read.
  var refusal: Problem?

  /// Reads one of the text forms.
  public init(_ text: SourceText) { self.init(text, ImportProgress(nil)) }

  init(_ text: SourceText, _ progress: ImportProgress) {
    var parser = TextGridParser(text, progress)
    self = parser.read()
  }

  init() {}

  mutating func note(_ line: Int?, _ what: String, do remedy: String) {
    problems.append(Problem(line: line, what: what, remedy: remedy))
  }
}

/// Reads the text forms from their values.
struct TextGridParser {
  private let tokens: [TextGridTokens.Token]
  private var at = 0
  private var file = TextGridFile()

  init(_ text: SourceText, _ progress: ImportProgress) {
    let scan = TextGridTokens(text, progress)
    tokens = scan.tokens
    file.loneQuotes = scan.loneQuotes
    file.commas = scan.commas
    for line in scan.unclosed {
      file.note(line, "a label is not closed", do: "write a quotation mark at its end")
    }
  }

  mutating func read() -> TextGridFile {
    let isChronological =
      tokens.first?.string?.hasPrefix("Praat chronological TextGrid") ?? false
    if !isChronological, let other = otherClass {
      file.refusal = .init(
        line: 1, what: "the file holds a Praat object of the class \(other), not a TextGrid",
        remedy: "save the TextGrid by itself as a text file")
      return file
    }
    let stated = readHead()
    while startsTier(at) { readTier(isChronological) }
    if isChronological { readEntries() }
    if let stated, stated != file.tiers.count {
      file.note(
        nil, "the file speaks of \(stated) tiers, \(file.tiers.count) are there",
        do: "save it in Praat again")
    }
    return file
  }

  /// The class of the object where it is another.
  private var otherClass: String? {
    guard tokens.count > 1, let type = tokens[0].string, type.hasPrefix("ooTextFile"),
      let name = tokens[1].string, name != "TextGrid"
    else { return nil }
    return name
  }

  /// Goes to the first tier.
  /// - Returns: The number of tiers that the file speaks of.
  private mutating func readHead() -> Int? {
    var numbers: [Double] = []
    while at < tokens.count, !startsTier(at) {
      if case .some(.some(let number)) = tokens[at].number { numbers.append(number) }
      at += 1
    }
    guard numbers.count >= 3 else { return nil }
    file.end = numbers[1]
    return Int(exactly: numbers[2])
  }

  /// In entries no two labels follow each other, so nothing else looks like the head of a tier.
  private func startsTier(_ place: Int) -> Bool {
    guard place + 2 < tokens.count, let type = tokens[place].string,
      type == "IntervalTier" || type == "TextTier", tokens[place + 1].string != nil
    else { return false }
    return tokens[place + 2].number != nil
  }

  private mutating func readTier(_ isChronological: Bool) {
    var tier = TextGridFile.Tier(
      name: tokens[at + 1].string ?? "", holdsPoints: tokens[at].string == "TextTier",
      line: tokens[at + 1].line)
    at += 2
    var head: [Double?] = []
    while at < tokens.count, head.count < (isChronological ? 2 : 3), let number = tokens[at].number
    {
      head.append(number)
      at += 1
    }
    if !isChronological {
      readIntervals(of: &tier)
      let stated = head.count == 3 ? head[2].flatMap { Int(exactly: $0) } : nil
      if stated != tier.intervals.count {
        file.note(
          tier.line,
          "the tier “\(tier.name)” speaks of \(stated.map { "\($0)" } ?? "no number of") "
            + "intervals or points, \(tier.intervals.count) can be read",
          do: "compare it with the recording, or save it in Praat again")
      }
    }
    file.tiers.append(tier)
  }

  /// Reads up to the next tier: each label with the numbers above it.
  private mutating func readIntervals(of tier: inout TextGridFile.Tier) {
    let wanted = tier.holdsPoints ? 1 : 2
    var times: [Double?] = []
    while at < tokens.count, !startsTier(at) {
      let token = tokens[at]
      at += 1
      switch token.value {
      case .number(let number): times.append(number)
      case .flag: break
      case .string(let text):
        tier.intervals.append(interval(text, times.suffix(wanted), wanted, token.line))
        if times.count > wanted {
          file.note(
            token.line, "an interval or point above this one has no label",
            do: "write \"\" where nothing is said")
        }
        times = []
      }
    }
    if !times.isEmpty {
      file.note(
        tokens[at - 1].line, "the last interval or point of the tier “\(tier.name)” has no label",
        do: "the file may have broken off: copy it again")
    }
  }

  private mutating func interval(
    _ text: String, _ times: ArraySlice<Double?>, _ wanted: Int, _ line: Int
  ) -> TextGridFile.Interval {
    guard times.count == wanted, let start = times.first ?? nil, let end = times.last ?? nil else {
      file.note(
        line, "the times of “\(text.prefix(40))” cannot be read",
        do: "write them as seconds above the label; it is kept without times")
      return .init(start: nil, end: nil, text: text, line: line)
    }
    return .init(start: start, end: end, text: text, line: line)
  }

  /// The entries of the chronological form: the number of a tier, times, label.
  private mutating func readEntries() {
    var numbers: [Double?] = []
    for token in tokens[min(at, tokens.count)...] {
      switch token.value {
      case .number(let number): numbers.append(number)
      case .flag: break
      case .string(let text):
        addEntry(text, numbers, token.line)
        numbers = []
      }
    }
    if !numbers.isEmpty {
      file.note(
        tokens.last?.line, "the last interval or point has no label",
        do: "the file may have broken off: copy it again")
    }
  }

  private mutating func addEntry(_ text: String, _ numbers: [Double?], _ line: Int) {
    guard let number = numbers.first ?? nil, let index = Int(exactly: number),
      file.tiers.indices.contains(index - 1)
    else {
      return file.note(
        line, "“\(text.prefix(40))” names no tier that there is; it is skipped",
        do: "write the number of the tier in front of the times")
    }
    let wanted = file.tiers[index - 1].holdsPoints ? 1 : 2
    let interval = interval(text, numbers.dropFirst().prefix(3), wanted, line)
    file.tiers[index - 1].intervals.append(interval)
  }
}
