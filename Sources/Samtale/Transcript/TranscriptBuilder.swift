/// Makes a transcript from what an importer finds, utterance by utterance.
///
/// The result is what reading its TEI form would give: writing and reading it back gives an equal
/// transcript. Words keep their characters; white space is collapsed and trimmed, and characters
/// that XML cannot hold become U+FFFD.
///
/// ```swift
/// var builder = TranscriptBuilder(id: "team3-m1", language: "en", file: "team3-m1.vtt")
/// let anna = builder.participant(labelled: "Anna")
/// builder.append(UtteranceDraft("Shall we  begin?", speakers: [anna], start: 0, end: 1.5))
/// let transcript = builder.transcript()
/// ```
public struct TranscriptBuilder: Sendable {
  /// The people so far; indices into it are what drafts name speakers by.
  public private(set) var participants: [Participant] = []
  /// The number of utterances so far.
  public var count: Int { columns.count }
  /// What the header will say.
  public var header = HeaderDraft()
  /// The meeting's number within its team.
  public var number: String?
  /// What was done with the characters of the source. Words, events and notes are counted when
  /// they are appended; labels, times and markup are for the importer to add.
  public var accounting = TextAccounting()
  /// Times that no recording can have (negative, endless, beyond a hundred days) and that were left
  /// out.
  public private(set) var refusedTimes = 0
  /// Characters that XML cannot hold, written as U+FFFD.
  public private(set) var replacedCharacters = 0
  /// Stretches that were left out, since more than 200 lie around them: no program reads XML that is
  /// nested much deeper.
  public internal(set) var tooDeepStretches = 0

  let id: String
  private let language: String?
  private let file: String
  private var teams: [Team] = []
  private var roles: [Taxonomy.Category] = []
  /// Places in ``teams`` and ``roles`` by identifier and by name.
  private var teamPlaces: [String: Int] = [:]
  private var rolePlaces: [String: Int] = [:]
  private var roleNames: [String: Int] = [:]
  /// Codes in `columns` of people who speak at once.
  private var speakerCodes: [[Int]: Int32] = [:]
  private var byLabel: [String: Int] = [:]
  private var used: Set<String>
  /// Which utterances are called `u` and their number from 1, without having asked for it. These
  /// are not in ``used``: a long transcript has many.
  private var isNumbered: [Bool] = []
  /// The number to try next for identifiers that are wanted more than once.
  private var nextNumbers: [String: Int] = [:]
  var columns = UtteranceColumns()
  var marks: [Mark] = []
  var topics: [Topic] = []
  var layers: [AnnotationLayer] = []
  /// Places in ``layers`` by the names that importers use.
  var layerIndices: [String: Int] = [:]
  /// Annotations with times of their own, which are provisional numbers.
  var timedSpans: [(layer: Int, child: Int, start: Int, end: Int?)] = []
  /// Times in milliseconds by the number they have until the timeline is built.
  private var times: [Int64] = []
  private var isAfterCut = false

  /// A transcript without people and utterances.
  /// - Parameters:
  ///   - id: Its identifier, made a valid one; by default the name of the file.
  ///   - language: Language tag of the talk (BCP 47); ignored if it is none.
  ///   - file: The source as the user named it.
  public init(id: String? = nil, language: String? = nil, file: String = "") {
    self.id = XMLNames.plain(id ?? Files.stem(file), prefix: "t.")
    self.language = language.flatMap(ProfileValue.language)
    self.file = file
    used = [self.id, "roles", TEIReader.unknownID]
  }

  // MARK: People

  /// The participant with a printed label, made if there is none yet.
  /// - Returns: The index in ``participants``.
  public mutating func participant(labelled label: String) -> Int {
    let label = clean(label)
    if let known = byLabel[label] { return known }
    return add(Participant(id: "p." + label, label: label))
  }

  /// The index of the participant with a printed label; `nil` if there is none.
  public func index(labelled label: String) -> Int? { byLabel[label.collapsed] }

  /// Adds a participant, whose identifier is made valid and unlike all others.
  /// - Returns: The index in ``participants``.
  public mutating func add(_ participant: Participant) -> Int {
    var participant = participant
    participant.id = unused(participant.id, prefix: "p.")
    participants.append(tidied(participant))
    noteLabel(of: participants.count - 1)
    return participants.count - 1
  }

  /// Changes what is known of a participant; the identifier stays as it is.
  public mutating func amend(_ participant: Int, _ change: (inout Participant) -> Void) {
    var changed = participants[participant]
    change(&changed)
    changed.id = participants[participant].id
    participants[participant] = tidied(changed)
    noteLabel(of: participant)
  }

  private mutating func noteLabel(of participant: Int) {
    guard let label = participants[participant].label, byLabel[label] == nil else { return }
    byLabel[label] = participant
  }

  /// The participant as a file can hold it, with roles and teams declared.
  private mutating func tidied(_ participant: Participant) -> Participant {
    var tidy = participant
    tidy.label = tidy.label.map { clean($0) }.flatMap { $0.isEmpty ? nil : $0 }
    tidy.roles = tidy.roles.map { declareRole($0) }
    for i in tidy.memberships.indices {
      tidy.memberships[i].team = declareTeam(tidy.memberships[i].team)
    }
    for i in tidy.attributes.indices {
      tidy.attributes[i] = tidied(tidy.attributes[i])
    }
    return tidy
  }

  /// The fact as a file can hold it: what must be one word or a number and is none stays as words.
  private mutating func tidied(_ attribute: Participant.Attribute) -> Participant.Attribute {
    var tidy = attribute
    tidy.text = clean(attribute.text)
    tidy.type = attribute.type.map(Self.word).flatMap { $0.isEmpty ? nil : $0 }
    tidy.value = attribute.value.map(Self.word).flatMap { $0.isEmpty ? nil : $0 }
    tidy.atLeast = attribute.atLeast.flatMap(ProfileValue.decimal)
    tidy.atMost = attribute.atMost.flatMap(ProfileValue.decimal)
    switch attribute.kind {
    case .gender, .sex:
      tidy.value = tidy.value ?? tidy.text.tokens.first.map(Self.word) ?? "unknown"
    case .state, .trait: tidy.type = tidy.type ?? "unspecified"
    case .age where tidy.value.flatMap(UInt.init) == nil:
      if tidy.text.isEmpty { tidy.text = tidy.value ?? "" }
      tidy.value = nil
    default: break
    }
    return tidy
  }

  /// Lets a further label stand for a participant.
  public mutating func add(label: String, for participant: Int) {
    byLabel[clean(label)] = participant
  }

  /// Declares a role, once for each code.
  /// - Returns: The code as the file can hold it.
  @discardableResult
  public mutating func declareRole(_ code: String, name: String? = nil) -> String {
    let display = clean(name ?? code)
    if let known = [rolePlaces[code], roleNames[display]].compactMap(\.self).min() {
      return roles[known].id
    }
    let id = unused(code, prefix: "r.")
    rolePlaces[id] = roles.count
    roleNames[display.isEmpty ? id : display] = roles.count
    roles.append(.init(id: id, descriptions: [.init(display.isEmpty ? id : display)]))
    return id
  }

  /// Declares a team, once for each name.
  /// - Returns: The identifier that the file can hold.
  @discardableResult
  public mutating func declareTeam(_ name: String) -> String {
    let name = clean(name)
    if let known = teamPlaces[name] { return teams[known].id }
    let id = unused(name, prefix: "team.")
    for key in [id, name] where teamPlaces[key] == nil { teamPlaces[key] = teams.count }
    teams.append(Team(id: id, names: [name.isEmpty ? id : name]))
    return id
  }

  /// A valid identifier that nothing else has.
  private mutating func unused(_ name: String, prefix: String) -> String {
    let base = XMLNames.plain(name.collapsed, prefix: prefix)
    guard isNumbered(base) || !used.insert(base).inserted else { return base }
    var number = nextNumbers[base] ?? 2
    while !used.insert("\(base).\(number)").inserted { number += 1 }
    nextNumbers[base] = number + 1
    return "\(base).\(number)"
  }

  /// Whether an utterance is called so without having asked for it.
  private func isNumbered(_ name: String) -> Bool {
    guard name.utf8.first == UInt8(ascii: "u"), let number = Int(name.dropFirst()),
      number > 0, number <= isNumbered.count
    else { return false }
    return isNumbered[number - 1] && name == "u\(number)"
  }

  /// The identifier of the next utterance.
  private mutating func utteranceID(_ wanted: String?) -> String {
    let number = columns.count + 1
    let plain = "u\(number)"
    isNumbered.append(wanted == nil && !used.contains(plain))
    return isNumbered[number - 1] ? plain : unused(wanted ?? plain, prefix: "u.")
  }

  /// Makes room for the words of a large file, so that they are not copied as they become more.
  /// - Parameter bytes: The most that the words can be in UTF-8.
  public mutating func reserve(bytes: Int) { columns.text.reserveCapacity(bytes) }

  // MARK: Talk

  /// Appends an utterance.
  /// - Returns: Its index.
  @discardableResult
  public mutating func append(_ draft: UtteranceDraft) -> Int {
    let index = columns.count
    let id = utteranceID(draft.id)
    let words = DraftWords(replaced(draft.text), draft.marks)
    columns.text += words.bytes
    columns.textEnds.append(UInt32(clamping: columns.text.count))
    columns.speakers.append(speakerCode(draft.speakers))
    columns.starts.append(point(draft.start).map { UInt32($0) } ?? UtteranceColumns.noPoint)
    columns.ends.append(point(draft.end).map { UInt32($0) } ?? UtteranceColumns.noPoint)
    columns.sections.append(-1)
    columns.flags.append(
      (draft.transition?.rawValue ?? 0) | (isAfterCut ? UtteranceColumns.cutBefore : 0))
    columns.ids.append(id)
    columns.lines.append(UInt32(clamping: draft.line))
    isAfterCut = false
    var detail = UtteranceDetail(utterance: index)
    detail.addressees = draft.addressees.filter(participants.indices.contains)
    detail.language = draft.language.flatMap(ProfileValue.language)
    if !detail.isEmpty { columns.details.append(detail) }
    append(words.marks, to: index)
    let kept = words.bytes.withUnsafeBufferPointer(UTF8Scan.scalarCount)
    accounting.read += draft.length
    accounting[.speech] += kept
    accounting[.collapsed] += draft.length - kept
    return index
  }

  /// Adds an event or note after the last utterance; a gap that is not merely inaudible is a cut.
  /// - Precondition: It is a pause, vocal, kinesic, incident, gap, note or contribution: the others
  ///   stand inside utterances.
  public mutating func appendBetween(_ event: MarkDraft) {
    precondition(!event.kind.isStretch && event.kind != .anchor && event.kind != .shift)
    guard let detail = detail(event) else { return }
    let mark = Mark(
      event.kind, utterance: columns.count, isBetween: true, range: 0..<0, detail: detail)
    if mark.isCut { isAfterCut = true }
    marks.append(mark)
  }

  private mutating func speakerCode(_ speakers: [Int]) -> Int32 {
    if speakers.count == 1, participants.indices.contains(speakers[0]) {
      return Int32(speakers[0])
    }
    let people = Set(speakers.filter(participants.indices.contains)).sorted()
    guard let first = people.first else { return -1 }
    if people.count == 1 { return Int32(first) }
    if let known = speakerCodes[people] { return known }
    columns.speakerSets.append(people)
    let code = Int32(-1 - columns.speakerSets.count)
    speakerCodes[people] = code
    return code
  }

  /// The text with white space collapsed and without characters that XML cannot hold.
  mutating func clean(_ text: String) -> String { replaced(text.collapsed) }

  /// The text with U+FFFD for each character that XML cannot hold.
  private mutating func replaced(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !XMLWriter.isAllowed($0) }) else { return text }
    var allowed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isAllowed = XMLWriter.isAllowed(scalar)
      if !isAllowed { replacedCharacters += 1 }
      allowed.append(isAllowed ? scalar : "\u{FFFD}")
    }
    return String(allowed)
  }

  // MARK: Times

  /// Notes a time, rounded to milliseconds.
  /// - Returns: Its provisional number.
  mutating func point(_ seconds: Double?) -> Int? {
    guard let seconds else { return nil }
    guard seconds.isFinite, seconds > -0.0005, seconds * 1_000_000 < Double(TimeText.longest) else {
      refusedTimes += 1
      return nil
    }
    times.append(max(0, Int64((seconds * 1000).rounded())))
    return times.count - 1
  }

  /// The latest time so far, in seconds; `nil` if there is none.
  public var lastSecond: Double? { times.max().map { Double($0) / 1000 } }

  /// The transcript of all that was appended.
  public func transcript() -> Transcript {
    var transcript = Transcript(
      id: id, language: language, participants: participants, teams: teams,
      taxonomies: roles.isEmpty ? [] : [Taxonomy(id: "roles", categories: roles)], file: file)
    let order = TimeOrder(times)
    transcript.timeline = builtTimeline(order)
    transcript.columns = columns
    for i in 0..<columns.count {
      transcript.columns.starts[i] = renumbered(columns.starts[i], order)
      transcript.columns.ends[i] = renumbered(columns.ends[i], order)
    }
    transcript.marks = marks
    for i in marks.indices where marks[i].detail.start != nil || marks[i].detail.end != nil {
      transcript.marks[i].detail.start = marks[i].detail.start.map { order.place(of: times[$0]) }
      transcript.marks[i].detail.end = marks[i].detail.end.map { order.place(of: times[$0]) }
    }
    transcript.header = header.header(
      fallbackTitle: id, lastSecond: transcript.timeline.end)
    transcript.accounting = accounting
    transcript.number = number.flatMap { $0.collapsed.isEmpty ? nil : $0.collapsed }
    transcript.topics = topics
    transcript.layers =
      timedSpans.isEmpty
      ? layers : layers(on: transcript.timeline) { order.place(of: times[$0]) }
    return transcript
  }

  private func renumbered(_ point: UInt32, _ order: TimeOrder) -> UInt32 {
    point == UtteranceColumns.noPoint ? point : UInt32(order.place(of: times[Int(point)]))
  }

  /// The points in temporal order, the origin first.
  private func builtTimeline(_ order: TimeOrder) -> Timeline {
    var timeline = Timeline()
    guard !times.isEmpty else { return timeline }
    var prefix = "T"
    while used.contains(where: { Self.isNumbered($0, prefix) }) { prefix += "." }
    _ = timeline.append(id: prefix + "0", microseconds: 0)
    for time in order.distinct {
      _ = timeline.append(id: "\(prefix)\(timeline.count)", microseconds: time * 1000)
    }
    return timeline
  }

  private static func isNumbered(_ id: String, _ prefix: String) -> Bool {
    id.hasPrefix(prefix) && id.dropFirst(prefix.count).allSatisfy(\.isNumber)
  }
}
