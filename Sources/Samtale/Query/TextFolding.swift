/// Brings words to the form in which they are searched, the same in queries, in names of codes and
/// in the index of a project file.
///
/// Capitals become small letters. Letters with a mark become their base letter (é e, ü u, č c), but
/// å, ä, æ, ö and ø stay, since they are letters of their own in Norwegian, Danish and Swedish: a
/// search for *for* does not find *før*. The same letter counts as the same, whether it was written
/// as one character or with a combining mark. ’ and ‘ become '; ß ss, œ oe, ĳ ij; ð, þ, ŋ stay.
/// Soft hyphens are dropped. Scripts other than Latin are only put in small letters.
///
/// ```swift
/// TextFolding.fold("Élan, ÅPEN")                // "elan, åpen"
/// TextFolding.words("It’s work-related, Zoë.")  // ["it's", "work", "related", "zoe"]
/// ```
public enum TextFolding {
  /// The folded text. Folding it again changes nothing.
  public static func fold(_ text: String) -> String {
    var text = text
    var folded: [UInt8] = []
    text.withUTF8 { fold($0, into: &folded) }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The folded words of a text, in order.
  ///
  /// A word is what ``WordCount`` counts, with one difference: a hyphen parts words, so that
  /// *work-related* is found by *work*, *related*, *work related* and *work-related* alike. An
  /// apostrophe inside stays.
  public static func words(_ text: String) -> [String] {
    var text = text
    var scan = FoldedWords()
    text.withUTF8 { scan.read($0) }
    return scan.ranges.map { String(decoding: scan.bytes[$0], as: UTF8.self) }
  }

  /// Folds a name of a code, person or topic: white space collapsed besides.
  static func name(_ text: String) -> String { fold(text.collapsed) }
}

// Unsafe pointers: folding runs over every byte of speech. Nothing escapes.

/// The words of a text in their folded form, as ranges of bytes. One value serves many texts.
struct FoldedWords {
  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    TextFolding.fold(text, into: &bytes)
    for i in bytes.indices where bytes[i] == UInt8(ascii: "-") { bytes[i] = UInt8(ascii: " ") }
    ranges = bytes.withUnsafeBufferPointer { WordCount.ranges(in: $0) }
  }
}

extension TextFolding {
  static func fold(_ text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    folded.reserveCapacity(folded.count + text.count)
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte < 0x80 {
        folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        i += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard i + length <= text.count else { return }
      var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      for k in 1..<length { value = value << 6 | UInt32(text[i + k] & 0x3F) }
      add(value, to: &folded)
      i += length
    }
  }

  private static func add(_ value: UInt32, to folded: inout [UInt8]) {
    switch value {
    case 0xC0..<0x180: folded.append(contentsOf: table[Int(value) - 0xC0])
    case 0x2018, 0x2019, 0x02BC: folded.append(UInt8(ascii: "'"))
    case 0xAD: return
    case 0x300..<0x370: addMark(value, to: &folded)
    default:
      if let base = extras[value] {
        folded.append(contentsOf: base.utf8)
      } else if let scalar = Unicode.Scalar(value) {
        lower(scalar, to: &folded)
      }
    }
  }

  private static func lower(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    let small = scalar.properties.lowercaseMapping
    for scalar in small.unicodeScalars {
      if (0xC0..<0x180).contains(scalar.value) {
        folded.append(contentsOf: table[Int(scalar.value) - 0xC0])
      } else {
        folded.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// A combining mark is dropped, but makes å, ä and ö out of their base letters.
  private static func addMark(_ value: UInt32, to folded: inout [UInt8]) {
    let base = folded.last
    let letter: String
    switch (base, value) {
    case (UInt8(ascii: "a"), 0x308): letter = "ä"
    case (UInt8(ascii: "o"), 0x308): letter = "ö"
    case (UInt8(ascii: "a"), 0x30A): letter = "å"
    default: return
    }
    folded.removeLast()
    folded.append(contentsOf: letter.utf8)
  }

  /// U+00C0 to U+017F: Latin-1 Supplement and Latin Extended-A.
  private static let table: [[UInt8]] = {
    let latin1 =
      "a a a a ä å æ c e e e e i i i i ð n o o o o ö × ø u u u u y þ ss "
      + "a a a a ä å æ c e e e e i i i i ð n o o o o ö ÷ ø u u u u y þ y "
    let runs: [(String, Int)] = [
      ("a", 6), ("c", 8), ("d", 4), ("e", 10), ("g", 8), ("h", 4), ("i", 10), ("ij", 2),
      ("j", 2), ("k", 2), ("ĸ", 1), ("l", 10), ("n", 7), ("ŋ", 2), ("o", 6), ("oe", 2),
      ("r", 6), ("s", 8), ("t", 6), ("u", 12), ("w", 2), ("y", 3), ("z", 6), ("s", 1),
    ]
    return latin1.split(separator: " ").map { Array($0.utf8) }
      + runs.flatMap { Array(repeating: Array($0.0.utf8), count: $0.1) }
  }()

  /// Letters beyond the table that occur in Nordic and Romanian text.
  private static let extras: [UInt32: String] = [
    0x1FA: "å", 0x1FB: "å", 0x1FC: "æ", 0x1FD: "æ", 0x1FE: "ø", 0x1FF: "ø",
    0x218: "s", 0x219: "s", 0x21A: "t", 0x21B: "t", 0x1E9E: "ss",
  ]
}
