/// Durations as XML Schema writes them (`PT41M`, `PT0.8S`).
enum ISODuration {
  /// Seconds of a duration without years and months, or `nil` if it is not one.
  static func seconds(_ text: String) -> Double? {
    guard text.first == "P" else { return nil }
    var total = 0.0
    var number = ""
    var inTime = false
    for character in text.dropFirst() {
      switch character {
      case "0"..."9", ".": number.append(character)
      case "T": inTime = true
      default:
        guard let value = Double(number), let unit = unit(character, inTime) else { return nil }
        total += value * unit
        number = ""
      }
    }
    return number.isEmpty && text.count > 2 ? total : nil
  }

  private static func unit(_ character: Character, _ inTime: Bool) -> Double? {
    switch (character, inTime) {
    case ("D", false): 86_400
    case ("H", true): 3_600
    case ("M", true): 60
    case ("S", true): 1
    default: nil
    }
  }

  /// A duration of so many seconds, to the millisecond; `nil` if it is negative or endless.
  static func text(_ seconds: Double) -> String? {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return nil }
    return "PT\(TEIWriter.seconds(Int64((seconds * 1000).rounded()) * 1000))S"
  }
}
