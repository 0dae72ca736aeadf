extension TranscriptBuilder {
  /// Stretches around a stretch at most. Reading refuses XML that is nested more than 256 deep.
  private static let deepest = 200

  /// Puts the marks of an utterance into document order, those inside a stretch after it.
  mutating func append(_ drafts: [DraftWords.Place], to utterance: Int) {
    var waiting = drafts[...]
    var open: [OpenStretch] = []
    // What goes on behind the stretch that ended last; the last comes first.
    var rests: [DraftWords.Place] = []
    while true {
      if rests.isEmpty, let end = open.last?.end,
        waiting.first.map({ end <= $0.range.lowerBound }) ?? true
      {
        rests = Self.close(&open, at: end)
        continue
      }
      guard let place = rests.popLast() ?? waiting.popFirst() else { break }
      guard place.range.isEmpty || open.count < Self.deepest else {
        tooDeepStretches += 1
        continue
      }
      guard let detail = detail(place.mark) else { continue }
      var range = place.range
      if let last = open.last, range.upperBound > last.end {
        // What reaches beyond the stretch around it goes on as a mark of its own.
        var rest = place
        rest.range = last.end..<range.upperBound
        open[open.count - 1].rests.append(rest)
        range = range.lowerBound..<last.end
      }
      marks.append(
        Mark(
          place.mark.kind, utterance: utterance, range: range, parent: open.last?.mark,
          detail: detail))
      if !range.isEmpty { open.append(OpenStretch(mark: marks.count - 1, end: range.upperBound)) }
    }
  }

  /// A stretch inside which marks are put.
  private struct OpenStretch {
    var mark: Int
    var end: Int
    /// What reaches beyond its end.
    var rests: [DraftWords.Place] = []
  }

  /// Closes the stretches that end at a place, which are the innermost.
  /// - Returns: What reaches beyond them, that of the innermost last.
  private static func close(_ open: inout [OpenStretch], at end: Int) -> [DraftWords.Place] {
    let first = (open.lastIndex { $0.end != end } ?? -1) + 1
    let rests = open[first...].flatMap(\.rests)
    open.removeSubrange(first...)
    return rests
  }

  /// What the element of a mark will say; `nil` for a note without words. Counts its characters.
  mutating func detail(_ draft: MarkDraft) -> Mark.Detail? {
    var detail = Mark.Detail()
    let text = draft.text.map { clean($0) } ?? ""
    let length = text.unicodeScalars.count
    switch draft.kind {
    case .note where text.isEmpty: return nil
    case .note: count(length, as: .notes)
    case .contribution: count(length, as: .contributions)
    case .vocal, .kinesic, .incident, .gap: count(length, as: .descriptions)
    case .pause, .shift, .anchor, .deleted, .unclear, .segment: break
    }
    if draft.kind.isDescribed, !text.isEmpty { detail.descriptions = [text] }
    detail.attributes = attributes(draft, text).sorted { $0.name < $1.name }
    if draft.kind.isDone {
      detail.participants = draft.participants.filter(participants.indices.contains)
    }
    if draft.kind.isTimed || draft.kind == .anchor { detail.start = point(draft.start) }
    if draft.kind.isTimed { detail.end = point(draft.end) }
    return detail
  }

  private mutating func count(_ characters: Int, as category: TextAccounting.Category) {
    accounting.read += characters
    accounting[category] += characters
  }

  private mutating func attributes(_ draft: MarkDraft, _ text: String)
    -> [MarkupElement.Attribute]
  {
    let type = draft.type.map(Self.word)
    var values: [(String, String?)] = []
    switch draft.kind {
    case .shift:
      let features = ["tempo", "loud", "pitch", "tension", "rhythm", "voice"]
      values.append(("feature", type.flatMap { features.contains($0) ? $0 : nil } ?? "voice"))
      values.append(("new", text.isEmpty ? "normal" : Self.word(text)))
    case .unclear: values.append(("reason", draft.reason.map(Self.word)))
    case .gap: values.append(("reason", draft.reason.map { Self.words($0) }))
    case .contribution: values.append(("type", "contribution"))
    default: values.append(("type", type))
    }
    if draft.kind.isTimed {
      values.append(("dur", draft.seconds.flatMap(ISODuration.text)))
    }
    if draft.kind != .anchor {
      values.append(("xml:lang", draft.language.flatMap(ProfileValue.language)))
    }
    return values.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : .init(name, $0) }
    }
  }
}

extension TranscriptBuilder {
  /// One word as the profile has them: white space and what cannot be seen become `_`.
  static func word(_ text: String) -> String {
    var word = String.UnicodeScalarView()
    for scalar in text.collapsed.unicodeScalars {
      word.append(isVisible(scalar) ? scalar : "_")
    }
    return String(word)
  }

  fileprivate static func words(_ text: String) -> String {
    ProfileValue.words(text).tokens.map(word).joined(separator: " ")
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}

extension Mark.Kind {
  /// Whether the element holds words that describe it.
  fileprivate var isDescribed: Bool {
    switch self {
    case .vocal, .kinesic, .incident, .gap, .contribution, .note: true
    case .pause, .shift, .anchor, .deleted, .unclear, .segment: false
    }
  }

  /// Whether the element can say who did it.
  fileprivate var isDone: Bool {
    switch self {
    case .pause, .vocal, .kinesic, .incident, .contribution, .shift: true
    case .gap, .anchor, .note, .deleted, .unclear, .segment: false
    }
  }

  /// Whether the element can say when it was and how long it took.
  fileprivate var isTimed: Bool {
    switch self {
    case .pause, .vocal, .kinesic, .incident, .contribution, .gap: true
    case .shift, .anchor, .note, .deleted, .unclear, .segment: false
    }
  }
}

/// The words of a draft with white space collapsed, and the places of its marks in them.
struct DraftWords {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  /// In document order, in UTF-8 offsets.
  private(set) var marks: [Place] = []

  struct Place {
    var mark: MarkDraft
    var range: Range<Int>
  }

  init(_ text: String, _ drafts: [UtteranceDraft.Place]) {
    var starts: [Int] = []
    var ends: [Int] = []
    collapse(text, notesPlaces: !drafts.isEmpty, &starts, &ends)
    marks = drafts.map { place in
      let start = min(starts[place.scalars.lowerBound], bytes.count)
      guard place.mark.kind.isStretch else { return Place(mark: place.mark, range: start..<start) }
      let end = min(ends[place.scalars.upperBound], bytes.count)
      return Place(mark: place.mark, range: start..<max(start, end))
    }
    // Longer stretches hold shorter ones that begin with them; else what was added first is first.
    marks = marks.enumerated().sorted { a, b in
      let (first, second) = (a.element.range, b.element.range)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if !first.isEmpty, !second.isEmpty, first.count != second.count {
        return first.count > second.count
      }
      return a.offset < b.offset
    }
    .map(\.element)
  }

  /// Collapses white space as reading does, and notes where a mark before each scalar begins (after
  /// a space that is due) and where a stretch before it ends (before that space).
  private mutating func collapse(
    _ text: String, notesPlaces: Bool, _ starts: inout [Int], _ ends: inout [Int]
  ) {
    bytes.reserveCapacity(text.utf8.count)
    var isPending = false
    for byte in text.utf8 {
      if notesPlaces, byte & 0xC0 != 0x80 {
        starts.append(bytes.count + (isPending ? 1 : 0))
        ends.append(bytes.count)
      }
      if UTF8Scan.isSpace(byte) {
        isPending = !bytes.isEmpty
      } else {
        if isPending { bytes.append(0x20) }
        isPending = false
        bytes.append(byte)
      }
    }
    starts.append(bytes.count)
    ends.append(bytes.count)
  }
}
