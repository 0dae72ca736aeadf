/// How wide text is when set in a sans-serif face, in points, and where it breaks.
///
/// The widths are those of DejaVu Sans, one of the widest faces that a generic `sans-serif` stands
/// for, so that text set in Arial, Helvetica or Liberation Sans needs less room than is kept for it.
enum TextWidth {
  /// A size and weight.
  struct Face: Hashable, Sendable {
    var size: Double
    var isBold = false
  }

  static func of(_ text: String, _ face: Face) -> Double {
    Double(text.reduce(0) { $0 + of($1, face.isBold) }) * face.size / 1000
  }

  /// The width of one character in thousandths of the size.
  private static func of(_ character: Character, _ isBold: Bool) -> Int {
    character.unicodeScalars.reduce(0) { $0 + of($1, isBold) }
  }

  private static func of(_ scalar: Unicode.Scalar, _ isBold: Bool) -> Int {
    if (0x20..<0x7F).contains(scalar.value) {
      return (isBold ? bold : regular)[Int(scalar.value) - 0x20]
    }
    switch scalar {
    case "æ", "œ", "Æ", "Œ": return isBold ? 1170 : 1070
    case "…", "—": return 1000
    case "–", "“", "”", "‘", "’", "«", "»", "\u{A0}": return 670
    default: break
    }
    switch DisplayWidth.of(String(scalar)) {
    case 0: return 0
    case 2: return 1100
    default: break
    }
    guard (0xA0...0x17F).contains(scalar.value) else { return isBold ? 1410 : 1180 }
    return scalar.properties.isLowercase ? (isBold ? 760 : 680) : (isBold ? 920 : 850)
  }

  /// The text if it is no wider than `width`, else its beginning with `…`; empty if not even a
  /// character has room.
  static func shortened(_ text: String, width: Double, _ face: Face) -> String {
    // A hair of room, since widths are sums that may differ in the last bit.
    guard of(text, face) > width + 0.01 else { return text }
    var used = of("…", face)
    var short = ""
    for character in text {
      used += of(String(character), face)
      guard used <= width else { break }
      short.append(character)
    }
    while short.last == " " { short.removeLast() }
    return short.isEmpty ? "" : short + "…"
  }

  /// Lines no wider than `width`, broken at spaces, else after a hyphen or slash, and inside a word
  /// only if it is wider than a line.
  static func lines(_ text: String, width: Double, _ face: Face) -> [String] {
    var lines: [String] = []
    var used = 0.0
    let space = of(" ", face)
    for word in text.split(separator: " ") {
      for (index, piece) in pieces(word).enumerated() {
        let gap = index == 0 ? space : 0
        let needed = of(piece, face)
        if !lines.isEmpty, used + gap + needed <= width {
          lines[lines.count - 1] += (index == 0 ? " " : "") + piece
          used += gap + needed
        } else {
          lines += needed > width ? cut(piece, width, face) : [piece]
          used = of(lines.last ?? "", face)
        }
      }
    }
    return lines
  }

  /// Whether every piece of every word fits into a line.
  static func fits(_ text: String, width: Double, _ face: Face) -> Bool {
    text.split(separator: " ").allSatisfy { word in
      pieces(word).allSatisfy { of($0, face) <= width }
    }
  }

  private static func pieces(_ word: Substring) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in word {
      piece.append(character)
      if character == "-" || character == "/" {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// A word that is too wide, in as few lines as can be, and these about equally long.
  private static func cut(_ word: String, _ width: Double, _ face: Face) -> [String] {
    let best = parts(word, width, face)
    let even = max(of(word, face) / Double(best.count) * 1.1, width / 4)
    let parts = parts(word, min(width, even + of("-", face)), face)
    return parts.count == best.count ? parts : best
  }

  private static func parts(_ word: String, _ width: Double, _ face: Face) -> [String] {
    var lines: [String] = []
    var line = ""
    let hyphen = of("-", face)
    var used = hyphen
    for character in word {
      let needed = of(String(character), face)
      if !line.isEmpty, used + needed > width {
        lines.append(line + "-")
        line = ""
        used = hyphen
      }
      line.append(character)
      used += needed
    }
    return lines + [line]
  }

  private static let regular = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637,
    637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632,
    576, 775, 752, 295, 295, 656, 558, 863, 749, 788, 604, 788, 695, 635, 611, 732, 685, 989, 686,
    611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580,
    278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
  ]
  private static let bold = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 581, 1000, 774, 763, 734, 831, 684,
    684, 821, 837, 373, 373, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813, 774, 1104, 771,
    725, 726, 458, 366, 458, 838, 500, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666,
    343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
  ]
}
