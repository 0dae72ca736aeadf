/// Writes words so that nothing in them means something else in CHAT.
///
/// ASCII characters that CHAT reserves get their fullwidth forms (`he (she)` is `he （she）`), ’ and ‘ the
/// letters ʼ and ʻ, and the file says so in a comment; importing turns them back. Signs of prosody, which have no other form, are
/// left out and counted, as are fullwidth forms that the talk itself holds.
struct ChatEscape {
  /// Whether anything was written in another form.
  private(set) var isUsed = false
  /// Characters that could not be written.
  private(set) var dropped = 0
  /// Fullwidth characters of the talk itself, which come back as ASCII if ``isUsed``.
  private(set) var fullwidth = 0

  private static let silent: Set<Unicode.Scalar> = ChatCodes.prosody.union([
    "‹", "›", "〔", "〕", "⌈", "⌉", "⌊", "⌋", "„", "‡", "•",
  ])

  /// A word of the main line.
  mutating func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    let first = scalars.startIndex
    for (place, scalar) in zip(scalars.indices, scalars) {
      let isInner = place > first && place < scalars.endIndex - 1
      let isPlain =
        Self.isPlain(scalar) || isInner && scalar == "-" || scalar == "'"
        || isInner && Self.isPlain(scalar, between: scalars[place - 1], and: scalars[place + 1])
      if isPlain {
        view.append(scalar)
      } else {
        append(scalar, to: &view)
      }
    }
    let isGap = ["xxx", "xx", "yyy", "yy", "www", "ww"].contains(String(view))
    let isZero = view.first == "0" && !Self.isDigit(view.dropFirst().first)
    if isGap || isZero, let first = view.first {
      isUsed = true
      view.replaceSubrange(view.startIndex...view.startIndex, with: [ChatCodes.escaped(first)])
    }
    return String(view)
  }

  private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else {
      return !silent.contains(scalar) && !isWide(scalar) && scalar != "’" && scalar != "‘"
    }
    return scalar.properties.isAlphabetic || isDigit(scalar)
  }

  /// Marks that mean nothing in CHAT where they stand inside a word: `17:30`, `3.5`, `http://`.
  private static func isPlain(
    _ scalar: Unicode.Scalar, between before: Unicode.Scalar, and after: Unicode.Scalar
  ) -> Bool {
    switch scalar {
    case ":": isDigit(before) && isDigit(after) || after == "/"
    case ".", ",": isPlain(before) && isPlain(after)
    case "/":
      (isPlain(before) || before == ":" || before == "/") && (isPlain(after) || after == "/")
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF01...0xFF5E).contains(scalar.value) || scalar == "ʼ" || scalar == "ʻ"
  }

  private mutating func append(_ scalar: Unicode.Scalar, to view: inout String.UnicodeScalarView) {
    if Self.isWide(scalar) {
      fullwidth += 1
      view.append(scalar)
    } else if scalar.value > 0x20, scalar.value < 0x7F || scalar == "’" || scalar == "‘" {
      isUsed = true
      view.append(ChatCodes.escaped(scalar))
    } else {
      dropped += 1
    }
  }

  /// Several words where only one can stand: a space is `_`.
  mutating func words(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        view.append("_")
      } else if Self.isPlain(scalar) || kept.contains(scalar) || scalar == "'" {
        view.append(scalar)
      } else {
        append(scalar, to: &view)
      }
    }
    return String(view)
  }

  /// A comment: everything may stand there but what ends it.
  mutating func comment(_ text: String, reserved: Set<Unicode.Scalar> = []) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if reserved.contains(scalar) || Self.isWide(scalar) {
        append(scalar, to: &view)
      } else {
        view.append(scalar == "\u{15}" ? "•" : scalar)
      }
    }
    return String(view)
  }

  /// The same with its first character in another form, so that it is no code.
  mutating func disguised(_ text: String) -> String {
    var view = comment(text).unicodeScalars
    guard let first = view.first, first.value > 0x20, first.value < 0x7F else { return text }
    isUsed = true
    view.replaceSubrange(view.startIndex...view.startIndex, with: [ChatCodes.escaped(first)])
    return String(view)
  }

  /// A part of the last field of `@ID`, where fullwidth forms are always turned back.
  mutating func field(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isReserved = "|;,=+".unicodeScalars.contains(scalar)
      view.append(isReserved ? ChatCodes.escaped(scalar) : scalar)
    }
    return String(view)
  }
}
