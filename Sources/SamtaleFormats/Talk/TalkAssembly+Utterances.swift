import Samtale

/// How parts of talk become utterances.
extension TalkAssembly {
  /// - Returns: The index of the utterance; `nil` if there is nothing in the part.
  mutating func append(_ part: TalkPart) -> Int? {
    var part = part
    if let time = lineTimes[part.line] {
      part.start = part.start ?? time.start
      part.end = part.end ?? time.end
    }
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
      builder.annotate(
        utterance, layer: annotation.layer, annotation.text,
        start: annotation.start.map(Self.seconds), end: annotation.end.map(Self.seconds))
    }
    for (language, text) in part.joinedTranslations {
      builder.translate(utterance, into: language, text)
    }
    return utterance
  }

  static func seconds(_ milliseconds: Int) -> Double { Double(milliseconds) / 1000 }

  mutating func addBetween(_ item: TalkPart.Item) {
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
}
