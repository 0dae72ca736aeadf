/// A word of a main line in ordinary spelling.
///
/// The rule for words, in one place. Of what CHAT writes:
/// - shortenings are completed: `(be)cause` is *because*, with `be` marked as a segment `omitted`;
/// - `_` is a space (*New_York*, marked as a segment `compound`), the `+` of compounds a hyphen (*ice+cream*);
/// - what stands after `@` or `$` is no part of the word; a language (`@s:spa`) becomes a mark;
/// - signs of prosody (`:` for length, `^`, `~`, stress, pitch, voice) are left out;
/// - `&-uh` is said (a segment `filler`), `&~goo` too (`nonword`), `&+fr` and `&fr` are broken off
///   (deleted, `truncation`); `0the` is not said and becomes a note;
/// - `xxx`, `yyy` and `www` are gaps, not words;
/// - replacements (`gonna [: going to]`) are notes: the words stay as they were said.
struct ChatWord {
  enum Sort: Equatable {
    case plain, filler, nonword, fragment
    /// A word that the transcriber misses.
    case omitted
    /// Talk that is not written down, and why.
    case gap(String)
  }

  enum Piece: Equatable {
    case text(String)
    /// Parentheses: what is left out in speaking, or in conversation analysis what is unsure.
    case open, close
  }

  var sort = Sort.plain
  var pieces: [Piece] = []
  /// The code after `@s`; empty if it names none. `nil` if the word is marked for no language.
  var language: String?
  /// Signs that are no part of the words and are told nowhere else.
  var omitted: [(kind: ChatOmissions.Kind, sign: String)] = []

  /// - Parameters:
  ///   - raw: The word with its signs.
  ///   - isCA: Whether the file follows conversation analysis, where two Greek letters are signs.
  ///   - decodes: Whether fullwidth characters stand for reserved ones.
  init(_ raw: String, isCA: Bool, decodes: Bool) {
    var rest = raw.unicodeScalars[...]
    takePrefix(&rest)
    takeSuffix(&rest)
    if sort == .plain, let reason = Self.gap(String(rest)) {
      sort = .gap(reason)
      return
    }
    read(rest, isCA: isCA, decodes: decodes)
  }

  /// Whether it is several words in ordinary spelling.
  var isCompound: Bool { text.contains(" ") }

  /// The words, with parentheses left out.
  var text: String {
    pieces.reduce(into: "") { text, piece in
      if case .text(let words) = piece { text += words }
    }
  }

  private static func gap(_ word: String) -> String? {
    switch word {
    case "xxx", "xx": "inaudible"
    case "yyy", "yy": "phonology"
    case "www", "ww": "untranscribed"
    default: nil
    }
  }

  private mutating func takePrefix(_ rest: inout Substring.UnicodeScalarView) {
    guard let first = rest.first else { return }
    let second = rest.dropFirst().first
    if first == "&" {
      switch second {
      case "-": sort = .filler
      case "~": sort = .nonword
      default: sort = .fragment
      }
      rest = rest.dropFirst(second == "-" || second == "~" || second == "+" ? 2 : 1)
    } else if first == "0", let second, second.properties.isAlphabetic || second == "*" {
      sort = .omitted
      rest = rest.dropFirst()
    }
  }

  private mutating func takeSuffix(_ rest: inout Substring.UnicodeScalarView) {
    if let sign = rest.firstIndex(of: "@") {
      let marker = String(rest[rest.index(after: sign)...])
      rest = rest[..<sign]
      var isTold = marker == "s"
      if isTold {
        language = ""
      } else if marker.hasPrefix("s:") {
        let codes = marker.dropFirst(2)
        let isOne = !codes.contains("+") && !codes.contains("&")
        language = isOne ? String(codes.prefix { $0.isLetter }) : nil
        isTold = language == String(codes)
      }
      if !isTold { omitted.append((.marker, "@" + marker)) }
    }
    guard let sign = rest.firstIndex(of: "$"), sign != rest.startIndex else { return }
    omitted.append((.marker, String(rest[sign...])))
    rest = rest[..<sign]
  }

  private mutating func read(
    _ rest: Substring.UnicodeScalarView, isCA: Bool, decodes: Bool
  ) {
    var text = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    var place = rest.startIndex
    while place < rest.endIndex {
      let scalar = rest[place]
      place = rest.index(after: place)
      let after = place < rest.endIndex ? rest[place] : " "
      switch scalar {
      case "(", ")":
        if !text.isEmpty { pieces.append(.text(String(text))) }
        text = .init()
        pieces.append(scalar == "(" ? .open : .close)
      case ":":
        if Self.isDigit(before) && Self.isDigit(after) || after == "/" {
          text.append(scalar)
        } else {
          omitted.append((.prosody, ":"))
        }
      case "^", "~": omitted.append((.prosody, String(scalar)))
      case "_": text.append(" ")
      case "+":
        text.append("-")
        omitted.append((.compound, "+"))
      default:
        let isSign =
          ChatCodes.prosody.contains(scalar) || isCA && ChatCodes.greekProsody.contains(scalar)
        if isSign {
          omitted.append((.prosody, Self.visible(scalar)))
        } else {
          text.append(decodes ? ChatCodes.unescaped(scalar) : scalar)
        }
      }
      before = scalar
    }
    if !text.isEmpty { pieces.append(.text(String(text))) }
  }

  /// Old files underline words by control characters.
  private static func visible(_ scalar: Unicode.Scalar) -> String {
    scalar.value < 0x20 ? "underlining" : String(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
