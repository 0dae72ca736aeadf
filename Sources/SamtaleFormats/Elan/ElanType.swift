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

  /// Before the type of a tier below talk whose annotations have times of their own.
  static let timed = "timed "

  /// The name of the n-th tier below talk, from 0, whose annotations have times of their own;
  /// `isPlain` if there is none without such times.
  static func timedName(_ name: String, _ number: Int, isPlain: Bool) -> String {
    if number > 0 { return "\(name) (timed \(number + 1))" }
    return isPlain && plainName(name) == name ? name : name + " (timed)"
  }

  /// A name without what ``timedName(_:_:isPlain:)`` puts behind it.
  static func plainName(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.ranges(of: " (timed").last else { return name }
    let number = name[open.upperBound...].dropLast()
    let isOurs = number.isEmpty || (number.first == " " && Int(number.dropFirst()) != nil)
    return isOurs ? String(name[..<open.lowerBound]) : name
  }

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
