/// An utterance on its way into a transcript: what an importer knows of it.
///
/// Text and events are added in the order in which they stand in the source:
///
/// ```swift
/// var draft = UtteranceDraft(speakers: [anna], start: 1.5, end: 4)
/// draft.append("I took the ")
/// draft.add(.init(.pause, seconds: 0.6))
/// draft.append("early bus", as: .init(.unclear))
/// ```
public struct UtteranceDraft: Hashable, Sendable {
  /// The words as the source has them. White space is collapsed and trimmed when the draft is
  /// appended to a ``TranscriptBuilder``; nothing else is changed.
  public private(set) var text = ""
  /// The length of the text in Unicode scalars.
  public private(set) var length = 0
  /// Indices of those who speak, as ``TranscriptBuilder`` gave them; empty if unknown.
  public var speakers: [Int]
  /// Indices of those who are addressed.
  public var addressees: [Int] = []
  /// Seconds after the beginning of the recording, 0 to a hundred days; `nil` if unknown.
  public var start: Double?
  public var end: Double?
  /// The identifier in the source; the builder makes it a valid one that nothing else has.
  public var id: String?
  /// The line of the source, from 1; 0 if there is none.
  public var line: Int
  /// How it follows the one before, where the source marks it.
  public var transition: Transition?
  /// A language tag (BCP 47) if it differs from the transcript's.
  public var language: String?
  /// Events and stretches, by their places in ``text``.
  public private(set) var marks: [Place] = []

  /// A mark with its place in the text as given, in Unicode scalars.
  public struct Place: Hashable, Sendable {
    public var mark: MarkDraft
    public var scalars: Range<Int>
  }

  public init(
    _ text: String = "", speakers: [Int] = [], start: Double? = nil, end: Double? = nil,
    line: Int = 0
  ) {
    self.speakers = speakers
    self.start = start
    self.end = end
    self.line = line
    append(text)
  }

  /// Adds words.
  /// - Parameters:
  ///   - words: The words as they stand in the source, with their white space.
  ///   - stretch: What is special about them: deleted, unclear or a segment with a type.
  public mutating func append(_ words: String, as stretch: MarkDraft? = nil) {
    let before = length
    text += words
    length += words.unicodeScalars.count
    if let stretch { add(stretch, at: before..<length) }
  }

  /// Adds an event at the end of the words so far.
  public mutating func add(_ event: MarkDraft) { add(event, at: length..<length) }

  /// Adds an event or a stretch.
  ///
  /// Stretches that overlap without one holding the other are split. Of marks at the same place
  /// the one added first stands first.
  /// - Parameters:
  ///   - mark: The event or stretch.
  ///   - scalars: Its place in the text as given so far, in Unicode scalars; what reaches beyond
  ///     is cut off. Of an event only the beginning counts.
  public mutating func add(_ mark: MarkDraft, at scalars: Range<Int>) {
    let start = min(max(scalars.lowerBound, 0), length)
    let end = mark.kind.isStretch ? min(max(scalars.upperBound, start), length) : start
    marks.append(Place(mark: mark, scalars: start..<end))
  }

  /// Whether there are neither words nor marks.
  public var isEmpty: Bool { marks.isEmpty && text.utf8.allSatisfy(UTF8Scan.isSpace) }
}

/// An event or a special stretch on its way into a transcript.
public struct MarkDraft: Hashable, Sendable {
  public var kind: Mark.Kind
  /// The description, or the words of a note or contribution.
  public var text: String?
  /// The sort (`laughter`, `anon`): one word. Of a change of voice its feature (`loud`, `tempo`,
  /// `pitch`, `tension`, `rhythm`, `voice`), ``text`` being what it becomes.
  public var type: String?
  /// Why something is missing or unclear, such as `inaudible` or `sampling`.
  public var reason: String?
  /// How long it lasts, in seconds.
  public var seconds: Double?
  /// Indices of those who did it; empty means the speaker, or nobody.
  public var participants: [Int]
  /// When, in seconds after the beginning of the recording; of an anchor its point in time.
  public var start: Double?
  public var end: Double?
  /// A language tag (BCP 47) where its words are in another language.
  public var language: String?

  public init(
    _ kind: Mark.Kind, _ text: String? = nil, type: String? = nil, reason: String? = nil,
    seconds: Double? = nil, by participants: [Int] = [], start: Double? = nil, end: Double? = nil,
    language: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.type = type
    self.reason = reason
    self.seconds = seconds
    self.participants = participants
    self.start = start
    self.end = end
    self.language = language
  }

  /// Talk that was left out: nothing is measured across it.
  public static func cut(_ description: String? = nil) -> MarkDraft {
    MarkDraft(.gap, description, reason: "sampling")
  }
}
