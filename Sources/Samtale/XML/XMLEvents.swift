import CLibXML2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Unsafe pointers: everything here is a view on memory that libxml2 owns and that is valid only
// while the event is being handled. Nothing of it is stored.

/// The namespace of an element or attribute, as far as Samtale tells them apart.
enum XMLNamespace: UInt8 {
  case none, tei, xml, other
}

/// A name as a small number: its place in the reader's vocabulary plus one, 0 for unknown names.
typealias XMLNameCode = UInt8

/// Bytes of a name, a value or character data during one event.
struct XMLBytes {
  let start: UnsafePointer<UInt8>
  let count: Int

  var isEmpty: Bool { count == 0 }
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  var string: String { String(decoding: buffer, as: UTF8.self) }
  /// An attribute's value: libxml2 hands over the ampersand, and only it, as `&#38;`.
  var ampersandsDecoded: String {
    guard hasAmpersand else { return string }
    var decoded: [UInt8] = []
    var i = 0
    while i < count {
      decoded.append(start[i])
      // Nothing but `#38;` can follow an ampersand here.
      i += start[i] == UInt8(ascii: "&") ? 5 : 1
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  var hasAmpersand: Bool { memchr(start, CInt(UInt8(ascii: "&")), count) != nil }

  static func == (bytes: XMLBytes, text: StaticString) -> Bool {
    bytes.count == text.utf8CodeUnitCount && bytes.buffer.elementsEqual(text.utf8)
  }
}

extension StaticString {
  /// The bytes of a literal.
  fileprivate var utf8: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}

/// A start tag during its event.
struct XMLStartTag {
  let name: XMLNameCode
  let namespace: XMLNamespace
  let localName: UnsafePointer<UInt8>
  let attributeCount: Int
  let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let context: UnsafeMutablePointer<XMLContext>

  /// The element's local name as a string.
  var localNameString: String { String(cString: localName) }

  /// Calls `body` with the code, namespace and value of each attribute.
  @inline(__always)
  func forEachAttribute(_ body: (XMLNameCode, XMLNamespace, XMLBytes) -> Void) {
    guard let attributes else { return }
    for i in 0..<attributeCount {
      let a = attributes + 5 * i
      guard let name = a[0], let from = a[3], let to = a[4] else { continue }
      let namespace = context.pointee.namespace(a[2])
      // Attributes in namespaces of others are not TEI's, whatever they are called.
      guard namespace != .other else { continue }
      let code = context.pointee.names.code(name)
      let value = XMLBytes(start: from, count: to - from)
      guard value.hasAmpersand else {
        body(code, namespace, value)
        continue
      }
      var decoded = value.ampersandsDecoded
      decoded.withUTF8 { bytes in
        guard let start = bytes.baseAddress else { return }
        body(code, namespace, XMLBytes(start: start, count: bytes.count))
      }
    }
  }

  /// All attributes as strings, names with the prefix `xml:` where they have it.
  var attributeStrings: [(name: String, value: String)] {
    guard let attributes else { return [] }
    return (0..<attributeCount).compactMap { i in
      let a = attributes + 5 * i
      guard let name = a[0], let from = a[3], let to = a[4] else { return nil }
      let value = XMLBytes(start: from, count: to - from).ampersandsDecoded
      let local = String(cString: name)
      switch context.pointee.namespace(a[2]) {
      case .xml: return ("xml:" + local, value)
      case .none, .tei: return (local, value)
      case .other: return (String(cString: a[1] ?? name) + ":" + local, value)
      }
    }
  }

  /// Where the tag begins.
  var position: XMLPosition { context.pointee.startOfTag() }
}

/// A place in a file: line from 1, column in Unicode scalars from 1 (0 if not known).
struct XMLPosition: Equatable {
  var line: Int
  var column: Int
}

/// What libxml2 or the guards around it refuse or complain about.
struct XMLProblem {
  var severity: Diagnostic.Severity
  var code: DiagnosticCode
  var position: XMLPosition
  var what: String
  var remedy: String
}

/// Receives the events of one document, in document order.
///
/// The parser calls these through the type's witness table, not through a class or a closure:
/// no reference counting and no exclusivity check in the hot path.
protocol XMLEventHandler {
  mutating func startElement(_ tag: XMLStartTag)
  mutating func endElement()
  mutating func characters(_ bytes: XMLBytes, at context: UnsafeMutablePointer<XMLContext>)
  mutating func problem(_ problem: XMLProblem)
}

extension XMLEventHandler {
  static func dispatchStart(_ handler: UnsafeMutableRawPointer, _ tag: XMLStartTag) {
    handler.assumingMemoryBound(to: Self.self).pointee.startElement(tag)
  }

  static func dispatchEnd(_ handler: UnsafeMutableRawPointer) {
    handler.assumingMemoryBound(to: Self.self).pointee.endElement()
  }

  static func dispatchCharacters(
    _ handler: UnsafeMutableRawPointer,
    _ bytes: XMLBytes,
    _ context: UnsafeMutablePointer<XMLContext>
  ) {
    handler.assumingMemoryBound(to: Self.self).pointee.characters(bytes, at: context)
  }

  static func dispatchProblem(_ handler: UnsafeMutableRawPointer, _ problem: XMLProblem) {
    handler.assumingMemoryBound(to: Self.self).pointee.problem(problem)
  }
}
