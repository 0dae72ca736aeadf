import Samtale

/// The styles of a Word document (`styles.xml`): names and looks, as far as they may mark a label.
struct WordStyles: XMLScanner {
  private struct Style {
    var name = ""
    var isParagraph = false
    var basedOn: String?
    var formatting = Formatting()
  }

  private var styles: [String: Style] = [:]
  private var defaultParagraph: String?
  private var open: (id: String, style: Style)?
  private var stack: [String] = []
  private(set) var problems: [Diagnostic] = []
  private var resolved: [String: Formatting] = [:]

  // MARK: Reading

  mutating func start(_ tag: XMLTag) {
    let parent = stack.last ?? ""
    stack.append(tag.name)
    switch tag.name {
    case "style": begin(tag)
    case "name" where parent == "style": open?.style.name = tag["val"] ?? ""
    case "basedOn" where parent == "style": open?.style.basedOn = tag["val"]
    case "b" where isRunProperty(parent): open?.style.formatting.bold = tag.isOn
    case "i" where isRunProperty(parent): open?.style.formatting.italic = tag.isOn
    case "smallCaps" where isRunProperty(parent): open?.style.formatting.smallCaps = tag.isOn
    case "vanish" where isRunProperty(parent): open?.style.formatting.hidden = tag.isOn
    default: break
    }
  }

  private mutating func begin(_ tag: XMLTag) {
    guard let id = tag["styleId"] else { return }
    let isParagraph = tag["type"] ?? "paragraph" == "paragraph"
    if isParagraph, tag["default"].map(XMLTag.isOn) == true { defaultParagraph = id }
    open = (id, Style(isParagraph: isParagraph))
  }

  /// Whether the element stands in the style's own run properties.
  private func isRunProperty(_ parent: String) -> Bool {
    parent == "rPr" && stack.dropLast(2).last == "style"
  }

  mutating func end(_ name: String) {
    stack.removeLast()
    guard name == "style", let (id, style) = open else { return }
    styles[id] = styles[id] ?? style
    open = nil
  }

  mutating func text(_: String) {}

  mutating func problem(_ diagnostic: Diagnostic) { problems.append(diagnostic) }

  // MARK: Looking up

  /// The name of a paragraph style as Word shows it; `nil` for the default one.
  func name(ofParagraphStyle id: String) -> String? {
    guard id != defaultParagraph, id != "Normal" else { return nil }
    guard let style = styles[id], let first = style.name.first else { return id }
    // The file has names of headings in small letters, Word shows them with a capital.
    return style.name.hasPrefix("heading ")
      ? first.uppercased() + style.name.dropFirst() : style.name
  }

  /// How a paragraph in a style looks, `nil` being the default style.
  mutating func formatting(ofParagraphStyle id: String?) -> Formatting {
    (id ?? defaultParagraph).map { formatting($0) } ?? Formatting()
  }

  /// How a run in a style looks.
  mutating func formatting(ofCharacterStyle id: String) -> Formatting { formatting(id) }

  private mutating func formatting(_ id: String) -> Formatting {
    if let known = resolved[id] { return known }
    var formatting = Formatting()
    var next: String? = id
    // Word allows eleven levels; more, or styles based on themselves, are cut short.
    for _ in 0..<32 {
      guard let current = next, let style = styles[current] else { break }
      formatting = formatting.over(style.formatting)
      next = style.basedOn
    }
    resolved[id] = formatting
    return formatting
  }
}

extension XMLTag {
  /// Whether a property that can be on or off is on: it is if nothing else is said.
  var isOn: Bool { self["val"].map(Self.isOn) ?? true }

  static func isOn(_ value: String) -> Bool {
    !["0", "false", "off", "none"].contains(value)
  }
}

extension Formatting {
  /// What a run looks like: what it says itself goes first; where both styles set a property, each
  /// turns the other off (ECMA-376, 17.7.3, toggle properties).
  init(run direct: Formatting, character: Formatting, paragraph: Formatting) {
    let toggled = { (a: Bool?, b: Bool?) in (a ?? false) != (b ?? false) }
    self.init(
      bold: direct.bold ?? toggled(character.bold, paragraph.bold),
      italic: direct.italic ?? toggled(character.italic, paragraph.italic),
      smallCaps: direct.smallCaps ?? toggled(character.smallCaps, paragraph.smallCaps),
      hidden: direct.hidden ?? toggled(character.hidden, paragraph.hidden))
  }
}
