/// What the talk is about for a while: a stretch or several, marked by a researcher.
public struct Topic: Hashable, Sendable {
  public var id: String?
  public var number: String?
  public var label: String
  public var type: String?
  public var subtype: String?
  public var extent: Extent
  /// Pointers to codes, to a parent topic, or to the person who opened it, without `#`.
  public var analysis: [String]
  public var responsible: [String]
  public var certainty: String?
  public var language: String?

  public init(
    id: String? = nil,
    number: String? = nil,
    label: String,
    extent: Extent,
    analysis: [String] = []
  ) {
    self.id = id
    self.number = number
    self.label = label
    self.extent = extent
    self.analysis = analysis
    self.responsible = []
  }

  /// What a topic covers.
  public enum Extent: Hashable, Sendable {
    /// Whole utterances from one to another, both included.
    case utterances(ClosedRange<Int>)
    /// Stretches in order: a topic may be left and taken up again, or begin inside a turn.
    case stretches([TextStretch])

    /// The stretches, whole utterances one by one.
    public var stretches: [TextStretch] {
      switch self {
      case .utterances(let range): range.map { TextStretch(utterance: $0, scalars: nil) }
      case .stretches(let stretches): stretches
      }
    }
  }
}

/// An utterance or a part of its text.
public struct TextStretch: Hashable, Sendable {
  public var utterance: Int
  /// Offsets in Unicode scalars of the utterance's text; `nil` is all of it.
  public var scalars: Range<Int>?

  public init(utterance: Int, scalars: Range<Int>? = nil) {
    self.utterance = utterance
    self.scalars = scalars
  }
}

/// An agenda item or another division of the transcript.
public struct Section: Hashable, Sendable {
  public var type: String
  /// Code or number, `div/@n`.
  public var number: String?
  public var headings: [String]
  public var id: String?
  /// The section that holds this one.
  public var parent: Int?
  public var language: String?
  public var analysis: [String]
  /// The utterances inside, those of sections below included.
  public var utterances: Range<Int>

  public init(type: String, number: String? = nil, headings: [String] = [], parent: Int? = nil) {
    self.type = type
    self.number = number
    self.headings = headings
    self.parent = parent
    self.analysis = []
    self.utterances = 0..<0
  }
}

/// A layer of annotations beside the talk, kept as it was written.
///
/// Codings, closures, uptake, dialogue acts, memos: later work gives them meaning; reading and
/// writing keep them word for word.
public struct AnnotationLayer: Hashable, Sendable {
  /// `spanGrp`, `listAnnotation` or `note`.
  public var element: MarkupElement

  public init(_ element: MarkupElement) {
    self.element = element
  }

  /// The layer's type, such as `codings` or `dialogueActs`.
  public var type: String? { element["type"] }
}
