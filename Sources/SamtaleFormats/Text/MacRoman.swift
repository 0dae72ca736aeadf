/// The encoding of older Macintosh programs (Unicode's table MAC/ROMAN.TXT).
enum MacRoman {
  /// The characters from 0x80.
  private static let upper: [Unicode.Scalar] = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
      .unicodeScalars)

  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        decoded.append(byte)
      } else {
        decoded += Array(String(upper[Int(byte) - 0x80]).utf8)
      }
    }
    return decoded
  }

  /// Whether more bytes after a letter are letters of MacRoman than are letters of Latin-1.
  ///
  /// Where MacRoman has its common letters (0x80–0x9F, `æ` and `ø`), Windows-1252 has signs; the
  /// quotation marks and dashes among these say nothing.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    let punctuation: Set<UInt8> = [0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97]
    var mac = 0
    var latin = 0
    for (before, byte) in zip(bytes, bytes.dropFirst()) where byte >= 0x80 {
      guard (0x41...0x5A).contains(before) || (0x61...0x7A).contains(before) else { continue }
      switch byte {
      case 0xC0...0xFF: latin += 1
      case 0xBE, 0xBF: mac += 1
      case 0x80...0x9F: mac += punctuation.contains(byte) ? 0 : 1
      default: break
      }
    }
    return mac > latin
  }
}
