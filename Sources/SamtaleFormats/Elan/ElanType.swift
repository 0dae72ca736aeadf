/// The linguistic types that Samtale writes, so that what it wrote is read back without a guess.
enum ElanType {
  /// Which of the times of talk are known. Times in ELAN are never missing, so those that are not
  /// known are invented, and the type of the tier says so.
  enum Timing: String, CaseIterable {
    case both = "talk"
    case startOnly = "talk, ends invented"
    case endOnly = "talk, starts invented"
    case none = "talk, times invented"

    var hasStart: Bool { self == .both || self == .startOnly }
    var hasEnd: Bool { self == .both || self == .endOnly }
    /// What stands behind the speaker in the name of the tier.
    var suffix: String {
      switch self {
      case .both: ""
      case .startOnly: " (ends invented)"
      case .endOnly: " (starts invented)"
      case .none: " (times invented)"
      }
    }
  }

  /// Before the type of talk where several speak at once.
  static let joint = "joint "

  static let notes = "notes between turns"
  static let incidents = "incidents between turns"
  static let topics = "topics"
  static let layer = "layer"
  static let translation = "translation"

  /// The timing of talk and whether it is that of several; `nil` if the type is none for talk.
  static func talk(_ type: String) -> (timing: Timing, isJoint: Bool)? {
    let isJoint = type.hasPrefix(joint)
    return Timing(rawValue: isJoint ? String(type.dropFirst(joint.count)) : type)
      .map { ($0, isJoint) }
  }
}

/// Names of the properties in which Samtale keeps what ELAN has no place for.
enum ElanProperty {
  static let title = "samtale.title"
  static let date = "samtale.date"
  static let number = "samtale.number"
  static let language = "samtale.language"
  static let seconds = "samtale.recordingSeconds"
}
