import Samtale

/// The styles of an OpenDocument text, those that the program made by itself included
/// (OpenDocument 1.3 part 3, 16 and 20).
struct OpenDocumentStyles {
  struct Key: Hashable {
    var family: String
    var name: String
  }

  private struct Style {
    var parent: String?
    var displayName: String?
    /// Whether the program made it for formatting that was applied by hand.
    var isAutomatic: Bool
    var formatting = Formatting()
  }

  private var styles: [Key: Style] = [:]
  private var resolved: [Key: Formatting] = [:]
  private var open: Key?

  // MARK: Reading

  mutating func begin(_ tag: XMLTag, isAutomatic: Bool) {
    guard let name = tag["name"], let family = tag["family"] else { return }
    let key = Key(family: family, name: name)
    styles[key] = Style(
      parent: tag["parent-style-name"], displayName: tag["display-name"], isAutomatic: isAutomatic)
    open = key
  }

  mutating func end() { open = nil }

  /// Takes the properties of text in the style that is being read.
  mutating func setProperties(_ tag: XMLTag) {
    guard let open else { return }
    styles[open]?.formatting = Formatting(
      bold: tag["font-weight"].map(Self.isBold),
      italic: tag["font-style"].map { $0 == "italic" || $0 == "oblique" },
      smallCaps: tag["font-variant"].map { $0 == "small-caps" },
      hidden: tag["display"].map { $0 == "none" })
  }

  private static func isBold(_ weight: String) -> Bool {
    weight == "bold" || (Int(weight) ?? 400) >= 600
  }

  // MARK: Looking up

  /// How words in a style look.
  mutating func formatting(_ family: String, _ name: String?) -> Formatting {
    guard let name else { return Formatting() }
    let key = Key(family: family, name: name)
    if let known = resolved[key] { return known }
    var formatting = Formatting()
    for style in ancestry(key) { formatting = formatting.over(style.formatting) }
    resolved[key] = formatting
    return formatting
  }

  /// The name of a paragraph's style as programs show it; `nil` for the default one.
  func name(ofParagraphStyle name: String?) -> String? {
    guard var current = name else { return nil }
    for style in ancestry(Key(family: "paragraph", name: current)) {
      if !style.isAutomatic {
        let shown = style.displayName ?? Self.decoded(current)
        return Self.standard.contains(shown) ? nil : shown
      }
      guard let parent = style.parent else { return nil }
      current = parent
    }
    let shown = Self.decoded(current)
    return Self.standard.contains(shown) ? nil : shown
  }

  private static let standard: Set<String> = ["Standard", "Default Paragraph Style"]

  /// A style and those that it inherits from, as many as anybody could mean.
  private func ancestry(_ key: Key) -> [Style] {
    var found: [Style] = []
    var next: Key? = key
    while let current = next, let style = styles[current], found.count < 32 {
      found.append(style)
      next = style.parent.map { Key(family: key.family, name: $0) }
    }
    return found
  }

  /// A name without the `_20_` that stand for characters which cannot stand in names.
  static func decoded(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "_")) else { return name }
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    var result = String(parts.first ?? "")
    var i = 1
    while i < parts.count {
      if i + 1 < parts.count, (1...6).contains(parts[i].count),
        let code = UInt32(parts[i], radix: 16), let scalar = Unicode.Scalar(code)
      {
        result.unicodeScalars.append(scalar)
        result += parts[i + 1]
        i += 2
      } else {
        result += "_" + parts[i]
        i += 1
      }
    }
    return result
  }
}
