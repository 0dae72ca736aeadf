/// Time stamps of subtitles, in milliseconds.
enum TimeStamp {
  /// A time stamp as WebVTT writes it (`hours:mm:ss.ttt`, hours optional, two digits or more) at the
  /// beginning of a text (W3C WebVTT, “collect a WebVTT timestamp”).
  /// - Returns: The time and the number of bytes, `nil` if there is none.
  static func webVTT(_ bytes: ArraySlice<UInt8>) -> (milliseconds: Int, length: Int)? {
    var scan = Scan(bytes)
    guard let first = scan.digits(), scan.take(UInt8(ascii: ":")),
      let second = scan.digits(), second.count == 2
    else { return nil }
    var parts = [first.value, second.value]
    // A first number that no minute can be is an hour.
    if first.count != 2 || first.value > 59 || scan.next == UInt8(ascii: ":") {
      guard scan.take(UInt8(ascii: ":")), let third = scan.digits(), third.count == 2 else {
        return nil
      }
      parts.append(third.value)
    } else {
      parts.insert(0, at: 0)
    }
    guard scan.take(UInt8(ascii: ".")), let fraction = scan.digits(), fraction.count == 3,
      parts[1] <= 59, parts[2] <= 59, parts[0] < 1_000_000
    else { return nil }
    let seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2]
    return (seconds * 1000 + fraction.value, scan.at - bytes.startIndex)
  }

  /// A time stamp as people and programs write it: hours optional, any number of digits, comma or
  /// point, up to nine decimals or none, minutes beyond 59.
  static func lenient(_ bytes: ArraySlice<UInt8>) -> (milliseconds: Int, length: Int)? {
    var scan = Scan(bytes)
    var parts: [Int] = []
    repeat {
      guard parts.count < 3, let part = scan.digits(), part.count <= 6 else { return nil }
      parts.append(part.value)
    } while scan.take(UInt8(ascii: ":"))
    guard parts.count >= 2 else { return nil }
    let seconds = parts.reduce(0) { $0 * 60 + $1 }
    var milliseconds = 0
    if scan.take(UInt8(ascii: ".")) || scan.take(UInt8(ascii: ",")) {
      guard let fraction = scan.digits(), fraction.count <= 9 else { return nil }
      var scaled = Double(fraction.value)
      for _ in 0..<fraction.count { scaled /= 10 }
      milliseconds = Int((scaled * 1000).rounded())
    }
    return (seconds * 1000 + milliseconds, scan.at - bytes.startIndex)
  }

  private struct Scan {
    let bytes: ArraySlice<UInt8>
    var at: Int

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      at = bytes.startIndex
    }

    var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
      guard next == byte else { return false }
      at += 1
      return true
    }

    /// A number; digits beyond twelve are no time.
    mutating func digits() -> (value: Int, count: Int)? {
      let start = at
      var value = 0
      while let byte = next, (0x30...0x39).contains(byte), at - start <= 12 {
        value = value * 10 + Int(byte - 0x30)
        at += 1
      }
      return at > start && at - start <= 12 ? (value, at - start) : nil
    }
  }
}
