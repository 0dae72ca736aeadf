/// How files are read.
public struct ReadingOptions: Sendable {
  /// Check every rule of the profile, not only what reading needs.
  public var lint: Bool
  /// Which rules hold: those of the Samtale profile, lenient reading, or what the file declares
  /// (`transcriptionDesc/@ident="samtale"`).
  public var profile: ProfileChoice
  /// Follow `xi:include` of files in the same folder.
  public var followsIncludes: Bool
  /// Whether ``CorpusReader`` hands on transcripts that break off, whose numbers would not be those
  /// of the whole meeting.
  public var keepsIncomplete = false
  /// How much of each transcript is kept.
  public var content: Content
  /// People declared in another file, such as the root of a ParlaMint corpus.
  public var shared = SharedDeclarations()
  var limits = XMLLimits()
  /// Size of the file, for reserving memory.
  var expectedBytes = 0

  /// See ``ReadingOptions/content``.
  public enum Content: Sendable {
    /// Everything that the model holds.
    case everything
    /// Who says what and when: people, words, times, deletions and cuts. Events, notes, anchors and
    /// annotations are counted in the accounting and not kept.
    case talk
  }

  /// See ``ReadingOptions/profile``.
  public enum ProfileChoice: String, Sendable, CaseIterable {
    case automatic, samtale, tei
  }

  public init(
    lint: Bool = false,
    profile: ProfileChoice = .automatic,
    followsIncludes: Bool = false,
    content: Content = .everything
  ) {
    self.content = content
    self.lint = lint
    self.profile = profile
    self.followsIncludes = followsIncludes
  }
}
