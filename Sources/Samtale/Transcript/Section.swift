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
