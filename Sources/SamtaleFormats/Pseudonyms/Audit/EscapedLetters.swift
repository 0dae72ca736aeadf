/// Letters that files write as signs: `&#248;`, `&amp;`, `%C3%B8`, `\u00f8`.
enum EscapedLetters {
  /// The scalar that is written at a place, and the place after it; `nil` if nothing is escaped.
  static func scalar(at start: Int, in scalars: [Unicode.Scalar]) -> (Unicode.Scalar, end: Int)? {
    switch scalars[start] {
    case "&": entity(at: start, in: scalars)
    case "%": URLDecoding.scalar(at: start, in: scalars)
    case "\\": code(at: start, in: scalars)
    default: nil
    }
  }

  /// The text with everything decoded.
  static func decoded(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var decoded = String.UnicodeScalarView()
    var i = 0
    while i < scalars.count {
      let (scalar, end) = scalar(at: i, in: scalars) ?? (scalars[i], i + 1)
      decoded.append(scalar)
      i = end
    }
    return String(decoded)
  }

  private static func entity(at start: Int, in scalars: [Unicode.Scalar]) -> (
    Unicode.Scalar, end: Int
  )? {
    let limit = min(scalars.count, start + 12)
    guard let end = scalars[start..<limit].firstIndex(of: ";") else { return nil }
    let name = scalars[(start + 1)..<end]
    guard name.first == "#" else {
      return named[String(String.UnicodeScalarView(name))].map { ($0, end + 1) }
    }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let text = String(String.UnicodeScalarView(isHex ? digits.dropFirst() : digits))
    guard let code = UInt32(text, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(code) else {
      return nil
    }
    return (scalar, end + 1)
  }

  /// `\u00f8` of JSON.
  private static func code(at start: Int, in scalars: [Unicode.Scalar]) -> (
    Unicode.Scalar, end: Int
  )? {
    guard start + 5 < scalars.count, scalars[start + 1] == "u" else { return nil }
    var code: UInt32 = 0
    for scalar in scalars[(start + 2)...(start + 5)] {
      guard let digit = URLDecoding.hex(scalar) else { return nil }
      code = code << 4 | UInt32(digit)
    }
    return Unicode.Scalar(code).map { ($0, start + 6) }
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "aring": "å", "Aring": "Å", "oslash": "ø", "Oslash": "Ø", "aelig": "æ", "AElig": "Æ",
    "ouml": "ö", "Ouml": "Ö", "auml": "ä", "Auml": "Ä", "uuml": "ü", "Uuml": "Ü",
    "eacute": "é", "Eacute": "É", "egrave": "è", "agrave": "à", "aacute": "á", "iacute": "í",
    "oacute": "ó", "ccedil": "ç", "ntilde": "ñ", "shy": "\u{AD}",
  ]
}
