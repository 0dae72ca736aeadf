/// One XML element as a value: for headers and annotations, which are small and read as a whole.
public struct MarkupElement: Hashable, Sendable {
  /// A piece of content.
  public enum Node: Hashable, Sendable {
    case text(String)
    case element(MarkupElement)
  }

  /// An attribute; names in the XML namespace keep their prefix (`xml:id`).
  public struct Attribute: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var name: String
  public var attributes: [Attribute]
  public var children: [Node]
  /// The line of the start tag, 0 if the element was not read from a file. Not compared.
  var line = Ignored(0)
  /// The column of the start tag. Not compared.
  var column = Ignored(0)

  public init(_ name: String, _ attributes: [Attribute] = [], _ children: [Node] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// An element that holds only text.
  public init(_ name: String, _ attributes: [Attribute] = [], text: String) {
    self.init(name, attributes, text.isEmpty ? [] : [.text(text)])
  }

  /// The value of an attribute; setting `nil` removes it.
  public subscript(attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      attributes.removeAll { $0.name == attribute }
      if let newValue { attributes.append(Attribute(attribute, newValue)) }
    }
  }

  /// The child elements, in order.
  public var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The child elements of one name.
  public func elements(_ name: String) -> [MarkupElement] {
    children.compactMap {
      if case .element(let element) = $0, element.name == name { element } else { nil }
    }
  }

  /// The first child element of a name.
  public func first(_ name: String) -> MarkupElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// All text inside, white space collapsed and trimmed; a new line (`lb`) is white space.
  public var text: String {
    if children.isEmpty { return "" }
    if children.count == 1, case .text(let text) = children[0] { return text.collapsed }
    var raw = ""
    collect(into: &raw)
    return raw.collapsed
  }

  /// The number of Unicode scalars of all text inside that is not mere white space.
  var characterCount: Int {
    children.reduce(0) { sum, child in
      switch child {
      case .element(let element): return sum + element.characterCount
      case .text(let text):
        return text.utf8.allSatisfy(UTF8Scan.isSpace)
          ? sum : sum + text.utf8.count { $0 & 0xC0 != 0x80 }
      }
    }
  }

  /// Changes identifiers in pointers (`target`, `from`, `to`) here and below.
  mutating func rename(_ names: [String: String]) {
    for name in ["target", "from", "to"] {
      guard let value = self[name] else { continue }
      self[name] = value.pointers.map { "#" + (names[$0] ?? $0) }.joined(separator: " ")
    }
    for i in children.indices {
      guard case .element(var element) = children[i] else { continue }
      element.rename(names)
      children[i] = .element(element)
    }
  }

  private func collect(into text: inout String) {
    for child in children {
      switch child {
      case .text(let part): text += part
      case .element(let element):
        if element.name == "lb", element["break"] != "no" { text += " " }
        element.collect(into: &text)
      }
    }
  }
}

/// A value that takes no part in equality.
struct Ignored<Value: Sendable>: Hashable, Sendable {
  var value: Value

  init(_ value: Value) { self.value = value }

  static func == (_: Ignored, _: Ignored) -> Bool { true }
  func hash(into _: inout Hasher) {}
}

extension StringProtocol {
  /// The text with runs of XML white space made one space, and none at the ends.
  var collapsed: String {
    if isCollapsed { return String(self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var pending = false
    for byte in utf8 {
      if UTF8Scan.isSpace(byte) {
        pending = !bytes.isEmpty
      } else {
        if pending { bytes.append(0x20) }
        pending = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var isCollapsed: Bool {
    var previous: UInt8 = 0x20
    for byte in utf8 {
      if UTF8Scan.isSpace(byte), byte != 0x20 || previous == 0x20 { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// The parts between runs of XML white space.
  var tokens: [String] {
    utf8.split(whereSeparator: UTF8Scan.isSpace).map { String(decoding: $0, as: UTF8.self) }
  }
}
