/// Names of which no two are the same: further ones have `-2`, `-3` and so on at their end.
struct UniqueNames {
  private var taken: Set<String>
  /// The number to try next, by name.
  private var numbers: [String: Int] = [:]

  init(_ taken: Set<String> = []) { self.taken = taken }

  /// The name, or the first of its numbered forms that is free.
  mutating func name(_ wanted: String, ignoresCase: Bool = false) -> String {
    let key = { (name: String) in ignoresCase ? name.lowercased() : name }
    guard !taken.insert(key(wanted)).inserted else { return wanted }
    var number = numbers[key(wanted)] ?? 2
    while !taken.insert(key("\(wanted)-\(number)")).inserted { number += 1 }
    numbers[key(wanted)] = number + 1
    return "\(wanted)-\(number)"
  }
}
