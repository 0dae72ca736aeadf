import Samtale

/// Events, notes and words of others inside turns, as the text of an annotation.
enum TierEvent {
  /// Between those who speak at once, and between those whose words stand inside a turn.
  static let separator = " + "

  /// The names of tiers for what stands inside turns.
  static let inTurns: [(kind: Mark.Kind, type: String)] = [
    (.note, "notes in turns"), (.contribution, "words of others in turns"),
    (.vocal, "sounds in turns"), (.kinesic, "gestures in turns"),
    (.incident, "incidents in turns"), (.pause, "pauses in turns"),
  ]

  /// What an annotation says of a mark: its description; of a pause its length (`0.4 s`), its sort
  /// or just `pause`; the words of others behind who says them (`Anna: yes`).
  /// - Returns: `nil` for what has no words.
  static func text(_ mark: Mark, _ labels: TierLabels) -> String? {
    switch mark.kind {
    case .pause:
      if let seconds = mark.seconds { return "\(seconds) s" }
      return mark.type ?? "pause"
    case .contribution where !mark.text.isEmpty && !mark.detail.participants.isEmpty:
      return "\(labels.joined(mark.detail.participants)): \(mark.text)"
    default: return mark.text.isEmpty ? nil : mark.text
    }
  }

  /// How many facts about a mark are not in ``text(_:_:)``.
  static func lostFacts(_ mark: Mark) -> Int {
    let told: Set<String> =
      switch mark.kind {
      case .pause: mark.seconds == nil ? ["type"] : ["dur"]
      case .contribution: ["type"]
      default: []
      }
    let people = mark.kind == .contribution ? 0 : mark.detail.participants.count
    return people + mark.detail.attributes.count { !told.contains($0.name) }
  }

  /// The mark that an annotation tells of.
  /// - Parameters:
  ///   - kind: What the tier is for.
  ///   - text: What stands there.
  ///   - people: Labels of those who can be named in front of words.
  ///   - start: When it begins, in milliseconds, where that is known; notes have no times.
  ///   - end: When it ends.
  /// - Returns: The note or event.
  static func item(
    _ kind: Mark.Kind, _ text: String, people: Set<String>, start: Int? = nil, end: Int? = nil
  ) -> TalkPart.Item {
    guard case .event(var event, let labels) = item(kind, text.collapsedSpaces, people) else {
      return .note(text.collapsedSpaces, type: nil)
    }
    event.start = start.map(TalkAssembly.seconds)
    event.end = start == nil ? nil : end.map(TalkAssembly.seconds)
    return .event(event, by: labels)
  }

  private static func item(_ kind: Mark.Kind, _ text: String, _ people: Set<String>)
    -> TalkPart.Item
  {
    switch kind {
    case .note: return .note(text, type: nil)
    case .contribution: return contribution(text, people)
    case .pause: return .event(pause(text), by: [])
    default: return .event(MarkDraft(kind, text), by: [])
    }
  }

  private static func pause(_ text: String) -> MarkDraft {
    if text.hasSuffix(" s"), let seconds = Double(text.dropLast(2)), seconds >= 0 {
      return MarkDraft(.pause, seconds: seconds)
    }
    return MarkDraft(.pause, type: text == "pause" ? nil : text)
  }

  private static func contribution(_ text: String, _ people: Set<String>) -> TalkPart.Item {
    if let colon = text.firstRange(of: ": ") {
      let labels = text[..<colon.lowerBound].split(separator: TierEvent.separator).map(String.init)
      if !labels.isEmpty, labels.allSatisfy(people.contains) {
        return .event(MarkDraft(.contribution, String(text[colon.upperBound...])), by: labels)
      }
    }
    return .event(MarkDraft(.contribution, text), by: [])
  }
}

/// How many parts of talk with words or events there are before each part.
struct SpokenCount {
  private var counts = [0]

  init(_ parts: [TalkPart]) {
    for part in parts {
      counts.append((counts.last ?? 0) + (part.isRemark || part.isSilent ? 0 : 1))
    }
  }

  func isAny(in range: Range<Int>) -> Bool { counts[range.upperBound] > counts[range.lowerBound] }
}

extension TalkPart.Item {
  /// Whether it is an event that says when it was.
  var isTimed: Bool { if case .event(let event, _) = self { event.start != nil } else { false } }
}
