/// How the roles of speaker, addressee and bystander change from one utterance to the next
/// (participation shifts; Gibson 2003).
///
/// A speaks to B, or to the group (0). In the next utterance somebody speaks to somebody: X and Y
/// are people who were neither A nor B. Needs addressees (`u/@toWhom`); pairs of utterances of which
/// one has none marked are left out, since an unmarked addressee is not the group.
public struct ParticipationShifts: Sendable {
  /// The thirteen shifts.
  public enum Shift: String, Sendable, CaseIterable {
    // Turn receiving
    case abBA = "AB-BA"
    case abB0 = "AB-B0"
    case abBY = "AB-BY"
    // Turn claiming
    case a0X0 = "A0-X0"
    case a0XA = "A0-XA"
    case a0XY = "A0-XY"
    // Turn usurping
    case abX0 = "AB-X0"
    case abXA = "AB-XA"
    case abXB = "AB-XB"
    case abXY = "AB-XY"
    // Turn continuing
    case a0AY = "A0-AY"
    case abA0 = "AB-A0"
    case abAY = "AB-AY"
  }

  /// The number of each shift.
  public var counts: [Shift: Int] = [:]
  /// Pairs of neighbouring utterances with both addressees marked, shifts or not.
  public var pairs = 0
  /// Pairs left out because an addressee is not marked.
  public var unmarked = 0

  public init(_ transcript: Transcript, words: WordOptions = WordOptions()) {
    let counts = transcript.wordCounts(words.spokenOnly)
    var previous: (speaker: Int, addressees: [Int])?
    for utterance in transcript.speakingOrder.map({ transcript.utterances[$0] }) {
      if utterance.isAfterCut { previous = nil }
      guard counts[utterance.index] > 0 else { continue }
      guard utterance.speakers.count == 1 else {
        previous = nil
        continue
      }
      let now = (speaker: utterance.speakers[0], addressees: utterance.addressees)
      if let before = previous { add(before, now) }
      previous = now
    }
  }

  private mutating func add(
    _ before: (speaker: Int, addressees: [Int]), _ now: (speaker: Int, addressees: [Int])
  ) {
    guard !before.addressees.isEmpty, !now.addressees.isEmpty else {
      unmarked += 1
      return
    }
    pairs += 1
    let shift = Self.shift(
      from: (before.speaker, Self.target(before.addressees)),
      to: (now.speaker, Self.target(now.addressees)))
    if let shift { counts[shift, default: 0] += 1 }
  }

  /// One person, or `nil` for several: the group.
  private static func target(_ addressees: [Int]) -> Int? {
    addressees.count == 1 ? addressees[0] : nil
  }

  /// The shift between two utterances.
  /// - Parameters:
  ///   - first: Speaker and addressee; `nil` is the group.
  ///   - second: Speaker and addressee of the next utterance.
  /// - Returns: `nil` if nothing shifts (A goes on speaking to B).
  public static func shift(
    from first: (speaker: Int, target: Int?), to second: (speaker: Int, target: Int?)
  ) -> Shift? {
    let (a, b, speaker, target) = (first.speaker, first.target, second.speaker, second.target)
    if speaker == a {
      guard target != b else { return nil }
      if b == nil { return .a0AY }
      return target == nil ? .abA0 : .abAY
    }
    guard let b else {
      if target == nil { return .a0X0 }
      return target == a ? .a0XA : .a0XY
    }
    if speaker == b {
      if target == nil { return .abB0 }
      return target == a ? .abBA : .abBY
    }
    switch target {
    case nil: return .abX0
    case a: return .abXA
    case b: return .abXB
    default: return .abXY
    }
  }
}
