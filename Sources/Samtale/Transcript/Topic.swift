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
