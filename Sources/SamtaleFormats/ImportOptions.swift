/// How foreign files are imported.
public struct ImportOptions: Sendable {
  /// What is done with talk for which the file names no speaker.
  public enum Unvoiced: String, Sendable, CaseIterable {
    /// It belongs to the speaker before, where the file names speakers at all. A guess.
    case previous
    /// Its speaker is unknown.
    case unknown
  }

  /// The format; `nil` tells it by the content.
  public var format: ForeignFormat?
  /// Who the labels stand for.
  public var speakers = SpeakerMap()
  /// Labels that are words rather than speakers, whatever they look like.
  public var refusedLabels: Set<String> = []
  /// Frames in a second, for time stamps that count frames (InqScribe).
  public var framesPerSecond = 30.0
  /// Language tag of the talk (BCP 47); `nil` takes what the file says.
  public var language: String?
  public var unvoiced = Unvoiced.previous
  /// The recording that the transcript is of.
  public var recording: RecordingFile?
  /// Whether guesses are errors.
  public var isStrict = false
  /// Told now and then how far the import of a file has come, from 0 to 1, in whatever format.
  public var progress: (@Sendable (Double) -> Void)?

  public init() {}
}
