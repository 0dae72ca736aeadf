import Samtale

/// Makes a transcript of the parts that a format gives: who speaks, what belongs to whom.
struct TalkAssembly {
  var findings: Findings
  var builder: TranscriptBuilder
  /// Characters that are accounted for outside the words.
  var accounted = TextAccounting()
  /// What all other characters are: white space and line ends between the parts, by default.
  var rest = TextAccounting.Category.layout
  private let format: ForeignFormat?
  private let text: SourceText.Summary
  let options: ImportOptions
  private let id: String?
  private(set) var finder: SpeakerFinder
  /// Names that the format itself gives, and prefixes that recur.
  private(set) var voices: Set<String> = []
  private var prefixes: [String: (count: Int, line: Int)] = [:]
  private var prefixShapes: Set<SpeakerLabel.Shape> = []
  private var previousSpeaker: [Int] = []
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
  private var latestEnd = 0
  /// How signs among the words of parts are read; `nil` where the format has its own way, or where
  /// the importer reads them.
  var signs: TalkSigns?
  /// Whether parts become utterances at once, rather than when all are there.
  private var isStreaming = false
  /// Whether talk that names nobody belongs to the speaker before.
  private var continues = false
  private var utterancesWithoutSpeaker = 0
  /// Bytes of the text, and where to tell again how far it has been read.
  private let size: Int
  private var nextReport = 0

  init(
    _ text: SourceText, file: String, id: String?, format: ForeignFormat?, _ options: ImportOptions
  ) {
    self.text = text.summary
    size = text.bytes.count
    self.format = format
    var options = options
    options.speakers = options.speakers.of(file)
    self.options = options
    self.id = id
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
      prefixes[prefix.label, default: (0, part.line)].count += 1
      if prefix.isGenerated, !prefix.isUnknown { voices.insert(prefix.label) }
    }
  }

  /// From here on parts become utterances at once.
  mutating func startStreaming() {
    startTalk()
    builder.reserve(bytes: size)
    isStreaming = true
    nextReport = 0
  }

  private mutating func startTalk() {
    describePeople()
    prefixShapes = Set(prefixes.keys.filter(recurs).compactMap(SpeakerLabel.shape))
    continues = options.unvoiced == .previous && namesSpeakers
  }

  /// Says how far the text has been read, once a megabyte; counting is the lesser half.
  mutating func tell(_ place: Int) {
    guard let progress = options.progress, place >= nextReport else { return }
    nextReport = place + 1_000_000
    let fraction = Double(place) / Double(max(size, 1))
    progress(isStreaming ? 0.3 + 0.7 * fraction : 0.3 * fraction)
  }

  /// Gives parts that have no times of their own those of their lines.
  mutating func setTimes(_ times: [Int: (start: Int?, end: Int?)]) {
    for i in parts.indices {
      guard let time = times[parts[i].line] else { continue }
      if parts[i].start == nil { parts[i].start = time.start }
      if parts[i].end == nil { parts[i].end = time.end }
    }
  }

  /// Counts what is skipped because it cannot be understood.
  mutating func refuse(_ text: String, line: Int, _ what: String, do remedy: String) {
    let count = text.unicodeScalars.count
    accounted[.refused] += count
    findings.report(
      .warning, .notImported, line: line, "\(what); \(count) characters are skipped", do: remedy)
  }

  /// Whether anything in the file names speakers.
  private var namesSpeakers: Bool {
    !voices.isEmpty || prefixes.contains { accepts($0.key, isGenerated: false) }
  }

  private func accepts(_ label: String, isGenerated: Bool) -> Bool {
    if options.refusedLabels.contains(label) { return false }
    return isGenerated || finder.isDeclared(label) || voices.contains(label) || recurs(label)
      || isAlike(label)
  }

  /// Whether a name that stands once in front of words looks like those that recur.
  private func isAlike(_ label: String) -> Bool {
    SpeakerLabel.mayBeSingle(label) && SpeakerLabel.shape(label).map(prefixShapes.contains) ?? false
  }

  /// Whether a name stands in front of words more than once and is no word that often does.
  private func recurs(_ label: String) -> Bool {
    (prefixes[label]?.count ?? 0) > 1 && !SpeakerLabel.isDenied(label)
  }

  /// The names in front of words of subtitles, with what was thought of them.
  private var prefixLabels: [ProposedLabel] {
    prefixes.compactMap { label, found in
      let isCertain =
        finder.isDeclared(label) || voices.contains(label) || options.refusedLabels.contains(label)
      let isAccepted = accepts(label, isGenerated: false)
      guard isAccepted || isCertain || !SpeakerLabel.isDenied(label) else { return nil }
      return ProposedLabel(
        label, count: found.count, line: found.line, isAccepted: isAccepted, isCertain: isCertain)
    }
    .sorted { ($0.line, $0.label) < ($1.line, $1.label) }
  }

  // MARK: Talk

  /// Appends all parts as utterances.
  mutating func assemble() {
    if !isStreaming { startTalk() }
    var utterances: [Int?] = []
    utterances.reserveCapacity(parts.count)
    for part in parts { utterances.append(appendTalk(part)) }
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

  private mutating func addBetween(_ item: TalkPart.Item) {
    switch item {
    case .note(let text, let type): builder.appendBetween(MarkDraft(.note, text, type: type))
    case .event(let event, let labels): builder.appendBetween(done(event, by: labels))
    case .words, .stretch, .time, .placed: break
    }
  }

  /// An event with the people behind the labels as those who did it.
  private mutating func done(_ event: MarkDraft, by labels: [String]) -> MarkDraft {
    var event = event
    event.participants += labels.map { finder.participant($0, in: &builder) }
    return event
  }

  /// - Returns: The index of the utterance; `nil` if there is nothing in the part.
  private mutating func append(_ part: TalkPart) -> Int? {
    var part = part
    let named = namedSpeakers(&part)
    takeApart(&part)
    guard !part.isSilent else { return nil }
    if signs != nil, named?.isEmpty ?? true, part.isOnlySigns {
      for item in part.items { addBetween(item.timed(part)) }
      return nil
    }
    let speakers = named ?? continuingSpeakers(part)
    if speakers.isEmpty { utterancesWithoutSpeaker += 1 }
    var draft = UtteranceDraft(
      speakers: speakers, start: part.start.map(Self.seconds), end: part.end.map(Self.seconds),
      line: part.line)
    draft.id = part.id
    draft.language = part.language
    draft.transition = part.transition
    draft.addressees = part.addressees.map { finder.participant($0, in: &builder) }
    if part.isOverlapping, (part.start ?? 0) <= latestEnd { draft.transition = .overlap }
    latestEnd = max(latestEnd, part.end ?? 0)
    for item in part.items { add(item, to: &draft, part) }
    let utterance = builder.append(draft)
    for annotation in part.annotations {
      builder.annotate(utterance, layer: annotation.layer, annotation.text)
    }
    for (language, text) in part.joinedTranslations {
      builder.translate(utterance, into: language, text)
    }
    return utterance
  }

  static func seconds(_ milliseconds: Int) -> Double { Double(milliseconds) / 1000 }

  /// The speakers whom the format or a name in front of the words names, or who cannot be known;
  /// `nil` if it may be whoever spoke before.
  private mutating func namedSpeakers(_ part: inout TalkPart) -> [Int]? {
    if !part.voices.isEmpty {
      let speakers = part.voices.map { finder.participant($0, in: &builder) }
      if !part.isOverlapping { previousSpeaker = speakers }
      return speakers
    }
    if part.isVerbatim { return [] }
    if let prefix = takePrefix(&part) {
      previousSpeaker = prefix.isUnknown ? [] : [finder.participant(prefix.label, in: &builder)]
      return previousSpeaker
    }
    if let label = doubtfulPrefix(part) {
      findings.guess(.doubtfulLabel, line: part.line, of: label)
      previousSpeaker = []
      return []
    }
    return nil
  }

  private mutating func continuingSpeakers(_ part: TalkPart) -> [Int] {
    guard continues, !previousSpeaker.isEmpty else { return [] }
    findings.guess(.continuedSpeaker, line: part.line)
    return previousSpeaker
  }

  /// What may be a name in front of words, where other names are.
  private func doubtfulPrefix(_ part: TalkPart) -> String? {
    guard !prefixShapes.isEmpty, let prefix = part.firstWords.flatMap(NamePrefix.init),
      !options.refusedLabels.contains(prefix.label), SpeakerLabel.mayBeSingle(prefix.label)
    else { return nil }
    return prefix.label
  }

  /// Takes the name in front of the words away, if it is one.
  private mutating func takePrefix(_ part: inout TalkPart) -> NamePrefix? {
    for i in part.items.indices {
      guard case .words(let words, let language) = part.items[i] else { continue }
      guard let prefix = NamePrefix(words), accepts(prefix.label, isGenerated: prefix.isGenerated)
      else { return nil }
      let rest = String(decoding: words.utf8.dropFirst(prefix.length), as: UTF8.self)
      part.items[i] = .words(rest, language: language)
      accounted[.names] += words.unicodeScalars.count - rest.unicodeScalars.count
      if !prefix.isGenerated, !finder.isDeclared(prefix.label), !voices.contains(prefix.label) {
        findings.guess(
          recurs(prefix.label) ? .namePrefix : .singleSpeaker, line: part.line, of: prefix.label)
      }
      return prefix
    }
    return nil
  }

  private mutating func add(
    _ item: TalkPart.Item, to draft: inout UtteranceDraft, _ part: TalkPart
  ) {
    switch item {
    case .words(let words, let language):
      guard let language else { return draft.append(words) }
      draft.append(words, as: MarkDraft(.segment, type: "language", language: language))
    case .stretch(let words, let mark): draft.append(words, as: mark)
    case .event(let event, let labels): draft.add(done(event, by: labels))
    case .placed(let mark, let labels, let scalars):
      draft.add(done(mark, by: labels), at: scalars)
    case .note(let text, let type): draft.add(MarkDraft(.note, text, type: type))
    case .time(let time):
      guard time >= part.start ?? 0, time <= part.end ?? Int.max else {
        return findings.gather(
          .warning, .badTime, line: part.line, "a time stamp inside a cue lies outside its times",
          do: "correct it; it is left out")
      }
      draft.add(MarkDraft(.anchor, start: Self.seconds(time)))
    }
  }

  func isVoice(_ label: String) -> Bool {
    voices.contains(label) || finder.isDeclared(label) || Self.isCode(label)
  }

  /// A code as programs give speakers: capitals and then digits (`S02`).
  private static func isCode(_ label: String) -> Bool {
    let letters = label.prefix { $0.isASCII && $0.isUppercase }
    let digits = label.dropFirst(letters.count)
    return !letters.isEmpty && !digits.isEmpty && label.count <= 6
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  // MARK: Result

  /// The transcript and the report.
  mutating func result() -> ImportResult {
    assemble()
    return finished()
  }

  private mutating func finished() -> ImportResult {
    checkOrder()
    closeAccounts()
    if builder.count == 0, !findings.diagnostics(strict: false).contains(where: \.isError) {
      findings.report(
        .error, .noUtterances, line: nil, "there is no talk in the file",
        do: "check that it is the right file")
    }
    builder.header.remarks =
      ["Imported from \(format?.name ?? "an unknown format") (\(text.encoding.rawValue))."]
      + builder.header.remarks + findings.guesses.map { "Assumed: \($0.plainSentence)." }
    if let recording = options.recording { link(recording, lastSecond: builder.lastSecond) }
    let diagnostics = findings.diagnostics(strict: options.isStrict)
    let transcript = builder.count > 0 ? builder.transcript() : nil
    return ImportResult(
      transcripts: transcript.map { [$0] } ?? [], diagnostics: diagnostics,
      report: report(transcript))
  }

  private func report(_ transcript: Transcript?) -> ImportSummary {
    var report = ImportSummary(
      file: findings.file, format: format, encoding: text.encoding)
    report.accounting = builder.accounting
    report.guesses = findings.guesses
    report.labels = labels + prefixLabels.prefix(200)
    report.declaredLabels = finder.met
    guard let transcript else { return report }
    report.utterances = transcript.utterances.count
    report.turns = transcript.turnCount()
    report.speakers = transcript.participants.compactMap(\.label)
    report.utterancesWithoutSpeaker = utterancesWithoutSpeaker
    return report
  }

  private mutating func closeAccounts() {
    for category in TextAccounting.Category.allCases {
      builder.accounting[category] += accounted[category]
    }
    let total = total ?? text.count
    builder.accounting.read = total
    builder.accounting[rest] += total - builder.accounting.kept - builder.accounting.skipped
  }

  private mutating func checkOrder() {
    if builder.refusedTimes > 0 {
      findings.report(
        .warning, .badTime, line: nil,
        "\(builder.refusedTimes) times are beyond what a recording can last",
        do: "correct them; they are left out")
    }
    if builder.tooDeepStretches > 0 {
      findings.report(
        .warning, .notImported, line: nil,
        "\(builder.tooDeepStretches) marks of stretches lie inside more than 200 others; they are "
          + "left out, their words are kept",
        do: "look for brackets that are repeated by mistake")
    }
    if builder.replacedCharacters > 0 {
      findings.report(
        .warning, .encoding, line: nil,
        "\(builder.replacedCharacters) control characters cannot stand in XML; written as U+FFFD",
        do: "remove them from the file")
    }
  }
}

extension Diagnostic {
  fileprivate var isError: Bool { severity == .error }
}
