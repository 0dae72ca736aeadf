/// Something at a place of the talk that is not speech, or a stretch of speech that is special.
///
/// Events (pause, laughter, noise, gap …) have an empty range; stretches (deleted, unclear,
/// segment) cover text. Marks stand in document order; a mark inside a stretch names it as parent.
public struct Mark: Hashable, Sendable {
  /// What is marked, with the TEI element behind it.
  public enum Kind: String, Sendable, CaseIterable {
    /// Silence, `pause`.
    case pause
    /// A sound of a person that is not speech, `vocal`.
    case vocal
    /// A movement, `kinesic`.
    case kinesic
    /// Something that happens, `incident`.
    case incident
    /// A change of voice, `shift`.
    case shift
    /// Something left out or not heard, `gap`.
    case gap
    /// A point inside an utterance, mostly one of the timeline, `anchor`.
    case anchor
    /// A remark of the transcriber, `note`.
    case note
    /// Another's words inside a speaker's turn, `vocal[@type='contribution']`.
    case contribution
    /// Withdrawn or broken-off words, `del`.
    case deleted = "del"
    /// Words hard to hear, `unclear`.
    case unclear
    /// A stretch with a type of its own, such as an anonymised name, `seg`.
    case segment = "seg"

    /// Whether this kind covers text.
    public var isStretch: Bool { self == .deleted || self == .unclear || self == .segment }
  }

  public var kind: Kind
  /// The utterance that holds the mark; for a mark between utterances, the one that follows
  /// (the number of utterances at the end).
  public var utterance: Int
  /// Whether the mark stands between utterances.
  public var isBetween: Bool
  /// The stretch of the utterance's text, in UTF-8 offsets.
  var range: Range<Int>
  /// The stretch that holds this mark, as an index of the marks.
  public var parent: Int?
  /// The section in which a mark between utterances stands.
  public var section: Int?
  /// Further facts.
  public var detail: Detail

  /// What the element says in its attributes and description.
  public struct Detail: Hashable, Sendable {
    /// The element's attributes other than pointers to people and times, as written.
    public var attributes: [MarkupElement.Attribute] = []
    /// The description, or the words of a note or contribution.
    public var descriptions: [String] = []
    /// Participants who did it; empty means the speaker, or nobody.
    public var participants: [Int] = []
    /// Points of the timeline; the point of an anchor is its start.
    public var start: Int?
    public var end: Int?

    public init() {}

    /// The value of an attribute.
    public subscript(attribute: String) -> String? {
      get { attributes.first { $0.name == attribute }?.value }
      set {
        attributes.removeAll { $0.name == attribute }
        if let newValue { attributes.append(.init(attribute, newValue)) }
      }
    }
  }

  init(
    _ kind: Kind,
    utterance: Int,
    isBetween: Bool = false,
    range: Range<Int>,
    parent: Int? = nil,
    section: Int? = nil,
    detail: Detail = Detail()
  ) {
    self.kind = kind
    self.utterance = utterance
    self.isBetween = isBetween
    self.range = range
    self.parent = parent
    self.section = section
    self.detail = detail
  }

  /// Whether this is an omission by the transcriber, across which nothing is measured: a gap
  /// between utterances that is not merely inaudible.
  public var isCut: Bool { kind == .gap && isBetween && detail["reason"] != "inaudible" }

  /// The sort of a pause, sound, segment or note (`@type`).
  public var type: String? { detail["type"] }

  /// The description, or the words of a note or contribution.
  public var text: String { detail.descriptions.joined(separator: " ") }

  /// The stated duration in seconds.
  public var seconds: Double? { detail["dur"].flatMap(ISODuration.seconds) }
}
