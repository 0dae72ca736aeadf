import Samtale

/// Makes a transcript of the parts that a format gives: who speaks, what belongs to whom.
struct TalkAssembly {
  var findings: Findings
  var builder: TranscriptBuilder
  /// Characters that are accounted for outside the words.
  var accounted = TextAccounting()
  /// What all other characters are: white space and line ends between the parts, by default.
  var rest = TextAccounting.Category.layout
  let format: ForeignFormat?
  let text: SourceText.Summary
  let options: ImportOptions
  private let id: String?
  var finder: SpeakerFinder
  /// Names that the format itself gives, and prefixes that recur.
  private(set) var voices: Set<String> = []
  private(set) var prefixes: [String: (count: Int, line: Int, words: String)] = [:]
  private(set) var prefixShapes: Set<SpeakerLabel.Shape> = []
  var previousSpeaker: [Int] = []
  private(set) var parts: [TalkPart] = []
  /// Topics over parts, by their indices in ``parts``.
  var topics: [(label: String, parts: Range<Int>)] = []
  /// What the format says of people, by their labels; the table of speakers goes before it.
  var people: [(label: String, amend: (inout Participant) -> Void)] = []
  /// The characters of the file where its text is not what was decoded, as in archives.
  var total: Int?
  /// Labels that stand before words, as the report shows them.
  var labels: [ProposedLabel] = []
  /// Milliseconds; what begins later overlaps with nothing.
  var latestEnd = 0
  /// How signs among the words of parts are read; `nil` where the format has its own way, or where
  /// the importer reads them.
  var signs: TalkSigns?
  /// Whether parts become utterances at once, rather than when all are there.
  private var isStreaming = false
  /// Whether talk that names nobody belongs to the speaker before.
  private(set) var continues = false
  var utterancesWithoutSpeaker = 0
  /// Times of lines that parts have which have none of their own, in milliseconds.
  var lineTimes: [Int: (start: Int?, end: Int?)] = [:]
  /// Whether anything was added, talk or not.
  private(set) var isBegun = false
  /// Bytes of the text.
  let size: Int
  var progress: ImportProgress

  init(
    _ text: SourceText, file: String, id: String?, format: ForeignFormat?, _ options: ImportOptions
  ) {
    self.text = text.summary
    size = text.bytes.count
    self.format = format
    var options = options
    options.speakers = options.speakers.of(file)
    options.refusedLabels.formUnion(options.speakers.refusals.map(\.label))
    self.options = options
    self.id = id
    progress = ImportProgress(options.progress)
    findings = Findings(file: file)
    finder = SpeakerFinder(options.speakers)
    builder = TranscriptBuilder(id: id, language: options.language, file: file)
    builder.header.source = "imported from \(file.split(separator: "/").last ?? "a file")"
    noteEncoding()
  }

  /// Takes the language that the file names, unless the user named one.
  mutating func setLanguage(_ language: String) {
    guard options.language == nil else { return }
    let (header, number) = (builder.header, builder.number)
    builder = TranscriptBuilder(id: id, language: language, file: findings.file)
    builder.header = header
    builder.number = number
  }

  private mutating func noteEncoding() {
    guard format?.declaresEncoding != true else { return }
    if text.encoding == .windows1252 { findings.guess(.encoding, line: nil) }
    if text.encoding == .macRoman { findings.guess(.macRoman, line: nil) }
    guard text.replaced > 0 else { return }
    findings.report(
      .warning, .encoding, line: nil,
      "\(text.replaced) characters are no valid \(text.encoding.rawValue); read as U+FFFD",
      do: "export the file again")
  }

  // MARK: Parts

  mutating func add(_ part: TalkPart) {
    isBegun = true
    if isStreaming {
      _ = appendTalk(part)
    } else {
      count(part)
      parts.append(part)
    }
  }

  /// Counts the labels of a part without keeping it. Formats of large files do so with all their
  /// parts, then call ``startStreaming()`` and add them in a second pass.
  mutating func count(_ part: TalkPart) {
    if let voice = part.voice {
      voices.insert(voice)
    } else if !part.isRemark, !part.isVerbatim,
      let prefix = part.firstWords.flatMap(NamePrefix.init)
    {
      let words =
        prefixes[prefix.label] == nil ? part.firstWords?.utf8.dropFirst(prefix.length) : nil
      prefixes[prefix.label, default: (0, part.line, words.map { String(Substring($0)) } ?? "")]
        .count += 1
      if prefix.isGenerated, !prefix.isUnknown { voices.insert(prefix.label) }
    }
  }

  /// From here on parts become utterances at once: all labels are known, and none of the parts is
  /// kept.
  /// - Parameter bytes: The most that the words can be in UTF-8.
  mutating func startStreaming(bytes: Int) {
    startTalk()
    builder.reserve(bytes: bytes)
    isStreaming = true
  }

  private mutating func startTalk() {
    describePeople()
    prefixShapes = Set(prefixes.keys.filter(recurs).compactMap(SpeakerLabel.shape))
    continues = options.unvoiced == .previous && namesSpeakers
  }

  /// Counts what is skipped because it cannot be understood.
  mutating func refuse(_ text: String, line: Int, _ what: String, do remedy: String) {
    let count = text.unicodeScalars.count
    accounted[.refused] += count
    findings.report(
      .warning, .notImported, line: line, "\(what); \(count) characters are skipped", do: remedy)
  }

  // MARK: Talk

  /// Appends all parts as utterances.
  mutating func assemble() {
    if !isStreaming { startTalk() }
    progress.begin(1, of: parts.count)
    var utterances: [Int?] = []
    utterances.reserveCapacity(parts.count)
    for part in parts {
      utterances.append(appendTalk(part))
      progress.tell(utterances.count)
    }
    for topic in topics {
      let covered = utterances[topic.parts.clamped(to: 0..<parts.count)]
      guard let first = covered.first(where: { $0 != nil }) ?? nil,
        let last = covered.last(where: { $0 != nil }) ?? nil
      else { continue }
      builder.addTopic(topic.label, first...last)
    }
    parts = []
  }

  /// - Returns: The index of the utterance that the part becomes; `nil` if it becomes none.
  private mutating func appendTalk(_ part: TalkPart) -> Int? {
    guard part.isRemark else { return append(part) }
    for item in part.items { addBetween(item) }
    return nil
  }

  /// Takes over what the format says of people, unless the table of speakers says otherwise.
  private mutating func describePeople() {
    for (label, amend) in people {
      let index = finder.participant(label, in: &builder)
      let declared = builder.participants[index]
      let isDeclared = finder.isDeclared(label)
      builder.amend(index) { participant in
        amend(&participant)
        guard isDeclared else { return }
        participant.label = declared.label
        if !declared.roles.isEmpty { participant.roles = declared.roles }
        if !declared.memberships.isEmpty { participant.memberships = declared.memberships }
        let names = declared.attributes.map(\.kind)
        participant.attributes =
          declared.attributes + participant.attributes.filter { !names.contains($0.kind) }
      }
    }
    people = []
  }
}
