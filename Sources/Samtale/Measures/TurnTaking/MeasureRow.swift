/// One number with everything needed to judge it: what it is of, what it rests on, how sure it is.
///
/// The rows of all measures together are one long table (`samtale measures`).
public struct MeasureRow: Sendable {
  /// What a number is about.
  public enum GroupKind: String, Sendable, CaseIterable {
    case corpus, meeting, team, role, speaker, dyad, topic
  }

  /// The meeting; `nil` for numbers over several.
  public var meeting: String?
  /// The team of the meeting, or the team whose meetings are taken together; `nil` if not known, and
  /// for numbers over all.
  public var team: String?
  public var groupKind: GroupKind
  /// The group: a role, a label, `ES → WA` for a dyad.
  public var group: String
  /// Machine name of the measure.
  public var measure: String
  /// `nil` if there is nothing to measure; the note says why.
  public var value: Double?
  public var low: Double?
  public var high: Double?
  /// How many things (turns, questions, transfers …) the value rests on.
  public var n: Int
  public var unit: String
  /// Why there is no value, or what to mind about it.
  public var note: String
  /// Places of the turns behind the value, if asked for.
  public var evidence: [String]

  public init(
    meeting: String?, _ groupKind: GroupKind, _ group: String, _ measure: String,
    _ value: Double?, n: Int, unit: String, note: String = "", interval: Interval? = nil,
    evidence: [String] = []
  ) {
    self.meeting = meeting
    self.groupKind = groupKind
    self.group = group
    self.measure = measure
    self.value = value.flatMap { $0.isFinite ? $0 : nil }
    self.n = n
    self.unit = unit
    self.note = note
    self.low = interval?.low
    self.high = interval?.high
    self.evidence = evidence
  }
}
