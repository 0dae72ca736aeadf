/// A seeded source of random numbers, the same on every machine: xoshiro256++ (Blackman and
/// Vigna 2021), seeded by SplitMix64.
public struct RandomGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameters:
  ///   - seed: The seed that outputs print.
  ///   - stream: Number of an independent stream, so that results do not depend on threads.
  public init(seed: UInt64, stream: UInt64 = 0) {
    // The stream is mixed first, so that neighbouring streams share no state; stream 0 is the plain
    // algorithm, since 0 mixed is 0.
    var mixer = seed ^ Self.mixed(stream)
    func next() -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      return Self.mixed(mixer)
    }
    state = (next(), next(), next(), next())
  }

  /// The mixing step of SplitMix64.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  public mutating func next() -> UInt64 {
    let sum = state.0 &+ state.3
    let result = ((sum << 23) | (sum >> 41)) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }
}
