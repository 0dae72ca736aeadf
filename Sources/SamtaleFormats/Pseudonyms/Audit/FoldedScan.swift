import Samtale

/// A text as the audit searches it: small letters without marks, everything else a single space.
struct FoldedScan {
  private(set) var bytes: [UInt8] = [UInt8(ascii: " ")]
  /// The scalar of the text that each byte comes from.
  private(set) var origins: [Int32] = [-1]
  /// The place after what the byte comes from: `&#248;` is one letter.
  private(set) var ends: [Int32] = [0]
  private var cache: [UInt32: [UInt8]] = [:]

  init(_ scalars: [Unicode.Scalar]) {
    bytes.reserveCapacity(scalars.count + 2)
    origins.reserveCapacity(scalars.count + 2)
    ends.reserveCapacity(scalars.count + 2)
    var i = 0
    while i < scalars.count {
      let (scalar, end) = EscapedLetters.scalar(at: i, in: scalars) ?? (scalars[i], i + 1)
      if TalkTokens.isWord(scalar) {
        append(scalar, Int32(i))
      } else if !TalkTokens.isMark(scalar), bytes.last != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: " "))
        origins.append(Int32(i))
      }
      while ends.count < bytes.count { ends.append(Int32(end)) }
      i = end
    }
    if bytes.last != UInt8(ascii: " ") {
      bytes.append(UInt8(ascii: " "))
      origins.append(Int32(scalars.count))
      ends.append(Int32(scalars.count))
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ origin: Int32) {
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      origins.append(origin)
      return
    }
    let folded = cache[scalar.value] ?? Self.folded(scalar)
    cache[scalar.value] = folded
    bytes += folded
    origins += Array(repeating: origin, count: folded.count)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    // Wide Latin letters of East Asian fonts.
    let isWide = (0xFF01...0xFF5E).contains(scalar.value)
    let plain = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    return TextFolding.fold(String(plain)).lowercased().unicodeScalars.flatMap {
      letter -> [UInt8] in
      switch letter {
      case "å", "ä": Array("a".utf8)
      case "ø", "ö": Array("o".utf8)
      case "æ": Array("ae".utf8)
      case "ð": Array("d".utf8)
      case "þ": Array("th".utf8)
      default: Array(String(letter).utf8)
      }
    }
  }

  /// How a form may be written, without the space at each end: as it is, with `aa` and `oe` for å
  /// and ø, and as one word.
  static func spellings(of form: String) -> [[UInt8]] {
    let spelt = form.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "å", "Å": text += "aa"
      case "ø", "Ø", "ö", "Ö": text += "oe"
      case "ä", "Ä": text += "ae"
      default: text.unicodeScalars.append(scalar)
      }
    }
    var spellings: [[UInt8]] = []
    for text in [form, spelt] {
      let folded = Array(FoldedScan(Array(text.unicodeScalars)).bytes.dropFirst().dropLast())
      let joined = folded.filter { $0 != UInt8(ascii: " ") }
      for spelling in [folded, joined] where !spelling.isEmpty && !spellings.contains(spelling) {
        spellings.append(spelling)
      }
    }
    return spellings
  }
}

/// Finds many byte strings in one pass (A. V. Aho and M. J. Corasick, “Efficient string matching”,
/// CACM 18, 1975).
struct StringSearch: Sendable {
  private var edges: [Int: Int32] = [:]
  private var failure: [Int32] = [0]
  /// The string that ends at a state, and the next state by failures at which one ends.
  private var ending: [Int32] = [-1]
  private var shorter: [Int32] = [0]
  private var lengths: [Int] = []

  init(_ strings: [[UInt8]]) {
    var children: [[(UInt8, Int32)]] = [[]]
    for (number, string) in strings.enumerated() {
      lengths.append(string.count)
      var state: Int32 = 0
      for byte in string {
        if let next = edges[Self.edge(state, byte)] {
          state = next
        } else {
          let new = Int32(children.count)
          edges[Self.edge(state, byte)] = new
          children[Int(state)].append((byte, new))
          children.append([])
          failure.append(0)
          ending.append(-1)
          shorter.append(0)
          state = new
        }
      }
      if !string.isEmpty { ending[Int(state)] = Int32(number) }
    }
    link(children)
  }

  private mutating func link(_ children: [[(UInt8, Int32)]]) {
    var queue = children[0].map(\.1)
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      let fallback = failure[Int(state)]
      shorter[Int(state)] = ending[Int(fallback)] >= 0 ? fallback : shorter[Int(fallback)]
      for (byte, child) in children[Int(state)] {
        failure[Int(child)] = step(fallback, byte)
        queue.append(child)
      }
    }
  }

  private static func edge(_ state: Int32, _ byte: UInt8) -> Int { Int(state) << 8 | Int(byte) }

  private func step(_ state: Int32, _ byte: UInt8) -> Int32 {
    var state = state
    while true {
      if let next = edges[Self.edge(state, byte)] { return next }
      if state == 0 { return 0 }
      state = failure[Int(state)]
    }
  }

  /// Calls `body` with each string that is found and the range of bytes.
  func search(_ bytes: [UInt8], _ body: (_ string: Int, _ range: Range<Int>) -> Void) {
    var state: Int32 = 0
    for (i, byte) in bytes.enumerated() {
      state = step(state, byte)
      var match = ending[Int(state)] >= 0 ? state : shorter[Int(state)]
      while match != 0 {
        let string = Int(ending[Int(match)])
        body(string, (i + 1 - lengths[string])..<(i + 1))
        match = shorter[Int(match)]
      }
    }
  }
}
