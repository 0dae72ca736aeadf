#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions of the system's mathematics that boundaries need.
enum Maths {
  static func log(_ x: Double) -> Double { systemLog(x) }
  static func exp(_ x: Double) -> Double { systemExp(x) }

  /// log Γ(x) for x > 0: Stirling's series after raising x to 8; error below 1e-12.
  /// (The system's `lgamma` writes to a global.)
  static func logGamma(_ x: Double) -> Double {
    var x = x
    var product = 1.0
    while x < 8 {
      product *= x
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse / 1680.0))) / x
    return (x - 0.5) * log(x) - x + 0.918_938_533_204_672_7 + series - log(product)
  }
}

private func systemLog(_ x: Double) -> Double { log(x) }
private func systemExp(_ x: Double) -> Double { exp(x) }
