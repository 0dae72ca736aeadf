import Samtale

/// Something that an importer had to assume, because the file does not say it.
public struct ImportGuess: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case encoding
    case continuedSpeaker = "continued-speaker"
    case namePrefix = "name-prefix"
    case irregularTimes = "irregular-times"
    case linesAfterGap = "lines-after-gap"
    case splitSegment = "split-segment"
    case trackedChanges = "tracked-changes"
    case hiddenText = "hidden-text"
    case proposedLabel = "proposed-label"
    case singleLabel = "single-label"
    case singleSpeaker = "single-speaker"
    case doubtfulLabel = "doubtful-label"
    case pooledSpellings = "pooled-spellings"
    case unknownMark = "unknown-mark"
    case stampAsWords = "stamp-as-words"
    case styleLabel = "style-label"
    case similarLabel = "similar-label"
    case missingColon = "missing-colon"
    case unusualLabel = "unusual-label"
    case labelInside = "label-inside"
    case deniedLabel = "denied-label"
    case headDate = "head-date"
    case longHead = "long-head"
    case startFromEnd = "start-from-end"
    case frameRate = "frame-rate"
    case lineNumbers = "line-numbers"
    case columnsByContent = "columns-by-content"
    case timeUnit = "time-unit"
    case timeOfDay = "time-of-day"
    case unmarkedLines = "unmarked-lines"
    case macRoman = "mac-roman"
    case loneQuotes = "lone-quotes"
    case tierChoice = "tier-choice"
    case namelessTiers = "nameless-tiers"
    case otherTiers = "other-tiers"
    case unlikelyTalk = "unlikely-talk"
    case dividedTimes = "divided-times"
    case joinedEvents = "joined-events"
    case talkTiers = "talk-tiers"
    case bracketDescription = "bracket-description"
    case bracketWords = "bracket-words"
    case outsideTable = "outside-table"
    case otherTable = "other-table"

    /// What was assumed, in one clause.
    public var meaning: String {
      switch self {
      case .encoding: "the bytes are no UTF-8 and were read as Windows-1252"
      case .continuedSpeaker: "cues that name no speaker were given to the speaker before"
      case .namePrefix: "names before a colon that recur were taken for speakers"
      case .irregularTimes: "time stamps that the format does not allow were read all the same"
      case .linesAfterGap: "lines after an empty line were taken for words of the cue before"
      case .unmarkedLines:
        "lines that begin neither with @, * or % nor with a tab were taken for a part of the line above"
      case .splitSegment:
        "segments were split between speakers where the words could not be found in their text"
      case .trackedChanges:
        "tracked changes were taken as accepted: what they insert is kept, what they delete is not"
      case .hiddenText: "hidden text was taken for something that is no talk"
      case .proposedLabel: "labels that recur were taken for speakers"
      case .singleLabel: "labels that occur once were taken for words"
      case .singleSpeaker: "labels that occur once were taken for speakers"
      case .doubtfulLabel:
        "what may be labels was left in the words, as turns of an unknown speaker"
      case .pooledSpellings:
        "labels that differ in capitals or spaces only were taken for one person"
      case .unknownMark: "marks such as “???:” were taken for a speaker whom nobody knows"
      case .stampAsWords:
        "what may be a time before a label was left in the words, as turns of an unknown speaker"
      case .styleLabel: "names of paragraph styles were taken for speakers"
      case .similarLabel: "labels that differ in one letter were kept apart"
      case .missingColon: "known labels without a colon were taken for speakers"
      case .unusualLabel:
        "known labels with other marks than elsewhere were taken for speakers"
      case .labelInside: "known labels inside a paragraph were taken for the beginning of turns"
      case .deniedLabel: "labels that recur but look like remarks were taken for words"
      case .headDate: "a date above the talk was taken for the day of the meeting"
      case .longHead: "paragraphs before the first label were taken for a heading, not for talk"
      case .startFromEnd: "turns were taken to begin where the one before ends"
      case .lineNumbers: "rising numbers at the beginning of lines were left out"
      case .frameRate: "the last number of time stamps was taken for frames"
      case .columnsByContent:
        "the columns of a table without names were told by what stands in them"
      case .timeUnit: "the unit of the times was told by their size"
      case .timeOfDay: "times of day were counted from the first one"
      case .macRoman: "the bytes are no UTF-8 and were read as MacRoman"
      case .loneQuotes: "quotation marks inside labels that are not doubled were taken for words"
      case .tierChoice: "of a person's several tiers one was taken for talk, others for annotations"
      case .namelessTiers: "tiers that name no person were taken for speakers"
      case .otherTiers: "tiers that name no person were taken for notes"
      case .unlikelyTalk:
        "tiers whose names tell of something else were taken for talk, since there is no other"
      case .dividedTimes: "times inside a divided annotation were spread evenly"
      case .talkTiers:
        "of tiers that name no person some were taken for talk, others for annotations; talk is"
      case .bracketDescription:
        "words in brackets were taken for descriptions, which are no talk"
      case .bracketWords: "words in brackets were taken for talk"
      case .outsideTable:
        "paragraphs without a label outside the table of talk were taken for notes"
      case .otherTable: "rows of tables without a label were taken for notes"
      case .joinedEvents: "spaces were put between events that have none at their ends"
      }
    }

    var remedy: String {
      switch self {
      case .encoding: "look at letters beyond a–z; save the file as UTF-8"
      case .continuedSpeaker: "name speakers in the file, or use --unvoiced unknown"
      case .namePrefix: "declare them with --speakers"
      case .irregularTimes: "compare the times with the recording"
      case .linesAfterGap: "remove the empty lines inside cues"
      case .splitSegment: "compare the turns with the recording"
      case .trackedChanges: "accept or reject the changes in the document"
      case .hiddenText: "show it in the document, and remove it or make it visible"
      case .proposedLabel, .styleLabel: "declare them with --speakers"
      case .singleSpeaker: "declare them with --speakers"
      case .pooledSpellings:
        "if they are several people, declare each spelling with an id of its own with --speakers"
      case .unknownMark: "write who speaks where it is known"
      case .stampAsWords: "write times as [00:17:30]"
      case .singleLabel, .doubtfulLabel: "declare those that are speakers with --speakers"
      case .similarLabel:
        "if one is a slip of the other, give both the same id in the table of speakers"
      case .unusualLabel: "look at the lines; write the label as elsewhere"
      case .labelInside: "look at the lines; begin a new line before each turn"
      case .deniedLabel: "declare those that are speakers with --speakers"
      case .headDate: "write it as “Date: 2024-03-05”, or correct it in the file that was written"
      case .longHead: "look at them; write a label before those that are talk"
      case .missingColon: "look at the lines; write the colon"
      case .startFromEnd, .timeOfDay: "compare the times with the recording"
      case .frameRate: "name the format and the rate with --from inqscribe --fps"
      case .lineNumbers: "look at the lines; remove the numbers"
      case .columnsByContent: "write start, end, speaker, text above the columns"
      case .timeUnit: "write s or ms behind the name of the column"
      case .unmarkedLines: "begin them with a tab, or with * and the speaker"
      case .macRoman: "look at letters beyond a–z; save the file as UTF-8"
      case .loneQuotes: "double them, as Praat does when it saves the file"
      case .tierChoice, .namelessTiers, .otherTiers, .unlikelyTalk, .talkTiers:
        "name the tiers that are talk as labels with --speakers"
      case .dividedTimes: "compare the times with the recording"
      case .bracketDescription: "write what was said without brackets"
      case .bracketWords: "write descriptions in doubled parentheses, as ((Anna leaves))"
      case .outsideTable: "write talk into the table, or a label before it"
      case .otherTable: "write labels before what was said"
      case .joinedEvents: "look for words that were torn apart"
      }
    }
  }

  public var kind: Kind
  /// How many times.
  public var count: Int
  /// The first line where it was so; `nil` if it concerns the file as a whole.
  public var line: Int?
  /// The labels that it concerns, each once, in the order in which they were met.
  public var labels: [String]

  public init(_ kind: Kind, count: Int, line: Int?, labels: [String] = []) {
    self.kind = kind
    self.count = count
    self.line = line
    self.labels = labels
  }

  /// What was assumed, with the first eight labels that it concerns, or else how often.
  public var sentence: String {
    guard !labels.isEmpty else { return plainSentence }
    let more = labels.count > 8 ? " and \(labels.count - 8) more" : ""
    if kind == .bracketDescription || kind == .bracketWords {
      return "\(plainSentence), such as \(labels.joined(separator: ", "))"
    }
    return "\(kind.meaning): \(labels.prefix(8).joined(separator: ", "))\(more)"
  }

  /// What was assumed and how often, without names of people.
  var plainSentence: String { count == 1 ? kind.meaning : "\(kind.meaning) (\(count) times)" }
}

/// What is worth saying of a file while it is imported.
struct Findings {
  let file: String
  private(set) var guesses: [ImportGuess] = []
  private var found: [Diagnostic] = []
  private var counts: [DiagnosticCode: Int] = [:]
  private var gathered: [String: (index: Int, times: Int)] = [:]

  /// More than this many of one kind say nothing new.
  private static let limit = 200

  init(file: String) { self.file = file }

  private var named: [ImportGuess.Kind: Set<String>] = [:]

  /// Notes one guess about several things.
  mutating func guess(_ kind: ImportGuess.Kind, line: Int?, about names: [String]) {
    guess(kind, line: line)
    guard let index = guesses.firstIndex(where: { $0.kind == kind }) else { return }
    for name in names where named[kind, default: []].insert(name).inserted {
      guesses[index].labels.append(name)
    }
  }

  mutating func guess(_ kind: ImportGuess.Kind, line: Int?, of label: String? = nil) {
    let index = guesses.firstIndex { $0.kind == kind } ?? guesses.count
    if index == guesses.count { guesses.append(ImportGuess(kind, count: 0, line: line)) }
    guesses[index].count += 1
    if let label, named[kind, default: []].insert(label).inserted {
      guesses[index].labels.append(label)
    }
  }

  /// Notes one guess, of which the first few different places are shown.
  mutating func guess(_ kind: ImportGuess.Kind, line: Int, example: String) {
    let isKnown = (named[kind]?.count ?? 0) >= 5
    guess(kind, line: line, of: isKnown ? nil : String(example.prefix(60)).collapsedSpace)
  }

  /// Reports a finding by itself.
  mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, line: Int?, _ what: String,
    do remedy: String
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Self.limit else { return }
    found.append(Diagnostic(severity, code, file: file, line: line, what, do: remedy))
  }

  /// Reports a finding once, with the number of times.
  mutating func gather(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, line: Int?, _ what: String,
    do remedy: String
  ) {
    let key = code.rawValue + " " + what
    if let known = gathered[key] {
      gathered[key] = (known.index, known.times + 1)
    } else {
      gathered[key] = (found.count, 1)
      found.append(Diagnostic(severity, code, file: file, line: line, what, do: remedy))
    }
  }

  /// All findings, the guesses among them.
  /// - Parameter strict: Whether guesses are errors.
  /// - Returns: The findings in the order of their lines, first those of the file as a whole.
  func diagnostics(strict: Bool) -> [Diagnostic] {
    var all = found
    for entry in gathered.values where entry.times > 1 {
      all[entry.index].what += " (\(entry.times) times, first here)"
    }
    all += guesses.map { guess in
      Diagnostic(
        strict ? .error : .warning, .guessed, file: file, line: guess.line, guess.sentence,
        do: guess.kind.remedy)
    }
    for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > Self.limit {
      all.append(
        Diagnostic(
          .warning, code, file: file,
          "\(count - Self.limit) more findings of this kind are not listed",
          do: "mend those above and import again"))
    }
    return all.enumerated()
      .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
      .map(\.element)
  }
}
