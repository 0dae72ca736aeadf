// Unsafe pointers: words are compared in place, as bytes of the text.

/// How words are made alike before they are looked up.
enum CueWord {
  /// Appends a word in lower case, with a straight apostrophe and composed letters.
  static func append(_ word: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    let start = folded.count
    var isPlain = true
    for byte in word {
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      if byte >= 0x80 { isPlain = false }
    }
    if isPlain { return }
    folded.removeSubrange(start...)
    appendFolded(word, to: &folded)
  }

  /// The words of a text, made alike.
  static func words(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      WordCount.ranges(in: bytes).map { range in
        var folded: [UInt8] = []
        append(UnsafeBufferPointer(rebasing: bytes[range]), to: &folded)
        return String(decoding: folded, as: UTF8.self)
      }
    }
  }

  private static func appendFolded(
    _ word: UnsafeBufferPointer<UInt8>,
    to folded: inout [UInt8]
  ) {
    var scalars: [Unicode.Scalar] = []
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      if scalar == "’" {
        scalars.append("'")
      } else if let last = scalars.last, let composed = compose(last, scalar) {
        scalars[scalars.count - 1] = composed
      } else {
        scalars += scalar.properties.lowercaseMapping.unicodeScalars
      }
    }
    for scalar in scalars {
      folded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  /// One scalar for a letter and the accent after it, for the letters of the lexicons.
  private static func compose(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch (letter, mark) {
    case ("a", "\u{30A}"): "å"
    case ("a", "\u{308}"): "ä"
    case ("o", "\u{308}"): "ö"
    case ("u", "\u{308}"): "ü"
    case ("e", "\u{301}"): "é"
    case ("e", "\u{300}"): "è"
    case ("e", "\u{302}"): "ê"
    case ("a", "\u{300}"): "à"
    case ("o", "\u{300}"): "ò"
    case ("o", "\u{301}"): "ó"
    case ("o", "\u{302}"): "ô"
    default: nil
    }
  }
}
