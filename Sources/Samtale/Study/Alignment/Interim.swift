/// Interim: replaced by the alignment of versions.
public struct Placement: Hashable, Sendable {
  public enum Status: String, Sendable { case unchanged, changed, lost }
  public var status: Status
  public var stretches: [TextStretch]
  public var similarity: Double
  public init(status: Status, stretches: [TextStretch], similarity: Double) {
    self.status = status
    self.stretches = stretches
    self.similarity = similarity
  }
  public static let lost = Placement(status: .lost, stretches: [], similarity: 0)
}
public struct TranscriptAlignment: Sendable {
  public init(from old: Transcript, to new: Transcript) {}
  public func place(_ stretches: [TextStretch]) -> Placement { .lost }
}
public struct QuoteFingerprint: Hashable, Sendable {
  public var hash: String
  public var length: Int
  public var prefix: String
  public var suffix: String
  public init(hash: String, length: Int, prefix: String, suffix: String) {
    self.hash = hash
    self.length = length
    self.prefix = prefix
    self.suffix = suffix
  }
  public init?(_ stretches: [TextStretch], in transcript: Transcript) { return nil }
  public func find(in transcript: Transcript) -> [TextStretch]? { nil }
}
