/// Fonts and styles of an RTF file, as far as they matter for its text.
struct RichTextTables {
  private struct Font {
    var page: CodePage?
    var symbols: SymbolFont?
  }

  /// The encoding of the document where a font has none.
  private var page = CodePage(1252)
  private var fonts: [Int: Font] = [:]
  private var styles: [Int: String] = [:]
  private(set) var defaultFont = 0
  /// The entry that is being read.
  private var entry = 0
  private var isParagraphStyle = true
  private var name = ""

  /// Names longer than this are not names.
  private static let longestName = 256

  func codePage(_ font: Int) -> CodePage { fonts[font]?.page ?? page }

  func symbolFont(_ font: Int) -> SymbolFont? { fonts[font]?.symbols }

  /// The name of a paragraph style; `nil` for the default one.
  func style(_ number: Int) -> String? { number == 0 ? nil : styles[number] }

  /// - Returns: Whether the control word belongs to the tables.
  mutating func set(_ word: String, _ value: Int?, in destination: RichTextState.Destination)
    -> Bool
  {
    switch (word, destination) {
    case ("ansi", _): page = CodePage(1252)
    case ("mac", _): page = CodePage(10000)
    case ("pc", _): page = CodePage(437)
    case ("pca", _): page = CodePage(850)
    case ("ansicpg", _): if let value, value > 0 { page = CodePage(value) }
    case ("deff", _): defaultFont = value ?? 0
    case ("f", .fonts): begin(value ?? 0)
    case ("fcharset", .fonts):
      fonts[entry, default: Font()].page = CodePage(characterSet: value ?? 0)
    case ("cpg", .fonts): fonts[entry, default: Font()].page = value.map { CodePage($0) }
    case ("s", .styles): begin(value ?? 0)
    case ("cs", .styles), ("ds", .styles), ("ts", .styles): isParagraphStyle = false
    default: return false
    }
    return true
  }

  private mutating func begin(_ number: Int) {
    entry = number
    isParagraphStyle = true
    name = ""
  }

  /// A character of a name, or the semicolon behind it.
  mutating func take(_ scalar: Unicode.Scalar, in destination: RichTextState.Destination) {
    guard scalar == ";" else {
      if name.utf8.count < Self.longestName { name.unicodeScalars.append(scalar) }
      return
    }
    let name = name.trimmed
    if destination == .fonts {
      if let font = SymbolFont(name) { fonts[entry, default: Font()].symbols = font }
    } else if isParagraphStyle, !name.isEmpty {
      styles[entry] = name
    }
    begin(0)
  }
}
