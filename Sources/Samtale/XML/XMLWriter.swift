/// Writes XML as bytes: escaped, indented by one space a level, always the same for the same calls.
///
/// The bytes stay in memory, or go to a file as lines end.
package struct XMLWriter {
  /// What has been written; with an output, what it has not taken yet.
  package private(set) var bytes: [UInt8] = Array(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  /// Characters that XML 1.0 cannot hold and that were written as U+FFFD.
  package private(set) var replacedCharacters = 0
  private var depth = 0
  private let output: FileOutput?

  package typealias Attributes = [(name: String, value: String?)]

  /// - Parameter output: Where the bytes go; the caller finishes it with the last of them.
  package init(to output: FileOutput? = nil) { self.output = output }

  /// Makes room, so that a large document is not copied as it grows.
  mutating func reserve(bytes count: Int) {
    bytes.reserveCapacity(output == nil ? count : min(count, 2 * FileOutput.piece))
  }

  /// A start tag on a line of its own; its content is indented.
  package mutating func open(_ name: String, _ attributes: Attributes = []) {
    indent()
    tag(name, attributes)
    raw(">")
    endLine()
    depth += 1
  }

  package mutating func close(_ name: String) {
    depth -= 1
    indent()
    raw("</\(name)>")
    endLine()
  }

  /// An element that holds only text, or nothing, on a line of its own.
  package mutating func line(_ name: String, _ attributes: Attributes = [], text: String = "") {
    indent()
    inline(name, attributes, text: text)
    endLine()
  }

  /// An element without line breaks around it.
  package mutating func inline(_ name: String, _ attributes: Attributes = [], text: String = "") {
    tag(name, attributes)
    if text.isEmpty {
      raw("/>")
    } else {
      raw(">")
      self.text(text)
      raw("</\(name)>")
    }
  }

  /// A start tag without line breaks around it.
  mutating func startInline(_ name: String, _ attributes: Attributes = []) {
    tag(name, attributes)
    raw(">")
  }

  mutating func endInline(_ name: String) { raw("</\(name)>") }

  mutating func startLine() { indent() }
  mutating func endLine() {
    bytes.append(0x0A)
    output?.take(&bytes)
  }

  /// An element with everything inside it, mixed content on one line.
  mutating func element(_ element: MarkupElement) {
    let attributes = element.attributes.map { (name: $0.name, value: Optional($0.value)) }
    let isMixed = element.children.contains { if case .text = $0 { true } else { false } }
    if element.children.isEmpty {
      line(element.name, attributes)
    } else if isMixed {
      indent()
      inlineElement(element)
      endLine()
    } else {
      open(element.name, attributes)
      for child in element.elements { self.element(child) }
      close(element.name)
    }
  }

  private mutating func inlineElement(_ element: MarkupElement) {
    tag(element.name, element.attributes.map { ($0.name, $0.value) })
    if element.children.isEmpty { return raw("/>") }
    raw(">")
    for child in element.children {
      switch child {
      case .text(let text): self.text(text)
      case .element(let element): inlineElement(element)
      }
    }
    raw("</\(element.name)>")
  }

  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars { escape(scalar, inAttribute: false) }
  }

  /// Text that is known to be valid UTF-8, as the parser delivers it.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\r"): raw("&#13;")
      default: self.bytes.append(byte)
      }
    }
  }

  private mutating func tag(_ name: String, _ attributes: Attributes) {
    raw("<")
    raw(name)
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      raw(" ")
      raw(attribute.name)
      raw("=\"")
      for scalar in value.unicodeScalars { escape(scalar, inAttribute: true) }
      raw("\"")
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar, inAttribute: Bool) {
    switch scalar {
    case "&": raw("&amp;")
    case "<": raw("&lt;")
    case ">": raw("&gt;")
    case "\"" where inAttribute: raw("&quot;")
    case "\n" where inAttribute, "\t" where inAttribute, "\r": raw("&#\(scalar.value);")
    default:
      if Self.isAllowed(scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        replacedCharacters += 1
        bytes.append(contentsOf: UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Char (XML 1.0, production 2).
  package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  private mutating func indent() {
    for _ in 0..<depth { bytes.append(0x20) }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
