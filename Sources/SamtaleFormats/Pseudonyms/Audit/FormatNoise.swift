/// What file formats write for themselves: identifiers in hexadecimal digits, and the parts of Word
/// documents that nobody typed.
struct FormatNoise {
  private let scalars: [Unicode.Scalar]
  /// Attributes of Word that number its saves and paragraphs.
  private let attributes: [Range<Int>]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    attributes = Self.attributes(scalars)
  }

  /// Whether a part of an archive holds only what programs write: fonts, colours, styles.
  static func isBoilerplate(_ file: String) -> Bool {
    let name = file.lowercased()
    let parts = [
      "/word/fonttable.xml", "/word/styles.xml", "/word/websettings.xml", "/word/numbering.xml",
      "/[content_types].xml", "/xl/styles.xml", "/word/styleswitheffects.xml",
    ]
    return parts.contains(where: name.hasSuffix)
      || (name.contains("/theme/theme") && name.hasSuffix(".xml"))
  }

  /// Whether a place is inside what Word numbers its saves with: `w:rsidR="00A12345"`.
  func isInAttribute(_ place: Range<Int>) -> Bool {
    var (low, high) = (0, attributes.count)
    while low < high {
      let middle = (low + high) / 2
      if attributes[middle].upperBound <= place.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < attributes.count && attributes[low].lowerBound <= place.lowerBound
  }

  /// Whether digits stand inside a UUID or another long run of hexadecimal digits.
  func isInHex(_ place: Range<Int>) -> Bool {
    guard place.allSatisfy(isHex) else { return false }
    var (start, end) = (place.lowerBound, place.upperBound)
    let limit = 64
    while start > 0, place.lowerBound - start < limit, isHex(start - 1) { start -= 1 }
    while end < scalars.count, end - place.upperBound < limit, isHex(end) { end += 1 }
    let run = scalars[start..<end]
    guard run.count(where: { $0 != "-" }) >= 16 else { return false }
    if run.contains(where: { !TalkTokens.isDigit($0) && $0 != "-" }) { return true }
    // A UUID may happen to have no letter.
    return run.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12]
  }

  private func isHex(_ i: Int) -> Bool {
    scalars[i] == "-" || URLDecoding.hex(scalars[i]) != nil
  }

  private static let names = ["rsid", "paraid", "textid", "durableid"].map {
    Array($0.unicodeScalars)
  }

  /// Each from its name to the quotation mark that closes it.
  private static func attributes(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = 0
    while i < scalars.count {
      // `w:rsidR`, `w14:paraId`: the name begins after a colon.
      guard scalars[i] == ":", let end = attributeEnd(i + 1, scalars) else {
        i += 1
        continue
      }
      found.append(i..<end)
      i = end
    }
    return found
  }

  private static func attributeEnd(_ start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    let isNamed = names.contains { name in
      start + name.count < scalars.count
        && name.indices.allSatisfy { k in
          let scalar = scalars[start + k]
          return scalar == name[k] || scalar.value | 0x20 == name[k].value
        }
    }
    guard isNamed else { return nil }
    let limit = min(scalars.count, start + 60)
    guard let open = scalars[start..<limit].firstIndex(of: "\""),
      let close = scalars[(open + 1)..<limit].firstIndex(of: "\"")
    else { return nil }
    return close
  }
}
