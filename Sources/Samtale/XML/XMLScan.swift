// Unsafe pointers: none are kept. Names that libxml2 has interned are turned into strings once and
// found again by their address, which holds as long as the parser does.

/// A start tag of somebody else's XML: local names, whatever the namespaces are.
package struct XMLTag {
  /// The local name.
  package var name: String
  /// Local names and values; only `xml:` stays as a prefix.
  package var attributes: [(name: String, value: String)]
  /// Where the tag begins, from 1; the column is 0 if it is not known.
  package var line: Int
  package var column: Int

  package subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }
}

/// Receives the events of one document of somebody else's XML, in document order.
package protocol XMLScanner {
  mutating func start(_ tag: XMLTag)
  mutating func end(_ name: String)
  /// Character data, in as many pieces as the parser likes.
  mutating func text(_ text: String)
  /// What is wrong with the document. An error ends the run.
  mutating func problem(_ diagnostic: Diagnostic)
}

/// Reads XML other than TEI, under the same guards: no network, no DTD, no entities, bounded depth.
package enum XMLScan {
  /// Reads a document in memory.
  /// - Parameters:
  ///   - bytes: The document, in any encoding that libxml2 knows.
  ///   - file: Its name for diagnostics.
  ///   - scanner: Receives the events.
  ///   - tell: Is told now and then how many bytes have been read.
  package static func run<Scanner: XMLScanner>(
    _ bytes: [UInt8], named file: String, _ scanner: inout Scanner, tell: (Int) -> Void = { _ in }
  ) {
    var offset = 0
    run(named: file, &scanner) { buffer in
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
      }
      tell(offset)
      offset += count
      return count
    }
  }

  /// Reads a document chunk by chunk, in constant memory.
  /// - Parameters:
  ///   - file: Its name for diagnostics.
  ///   - scanner: Receives the events.
  ///   - nextChunk: Fills the buffer and returns the number of bytes, 0 at the end.
  package static func run<Scanner: XMLScanner>(
    named file: String, _ scanner: inout Scanner,
    nextChunk: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows {
    var adapter = XMLScanAdapter(scanner, file: file)
    try XMLParser.parse(vocabulary: [], handler: &adapter, nextChunk: nextChunk)
    scanner = adapter.scanner
  }
}

/// Turns the parser's events into strings.
private struct XMLScanAdapter<Scanner: XMLScanner>: XMLEventHandler {
  var scanner: Scanner
  private let file: String
  private var names: [UnsafePointer<UInt8>: String] = [:]
  private var open: [String] = []

  init(_ scanner: Scanner, file: String) {
    self.scanner = scanner
    self.file = file
  }

  mutating func startElement(_ tag: XMLStartTag) {
    let name = name(tag.localName)
    open.append(name)
    let position = tag.position
    scanner.start(
      XMLTag(
        name: name, attributes: attributes(tag), line: position.line, column: position.column))
  }

  mutating func endElement() {
    if let name = open.popLast() { scanner.end(name) }
  }

  mutating func characters(_ bytes: XMLBytes, at _: UnsafeMutablePointer<XMLContext>) {
    scanner.text(bytes.string)
  }

  mutating func problem(_ problem: XMLProblem) {
    scanner.problem(
      Diagnostic(
        problem.severity, problem.code, file: file, line: problem.position.line,
        column: problem.position.column > 0 ? problem.position.column : nil, problem.what,
        do: problem.remedy))
  }

  private mutating func name(_ pointer: UnsafePointer<UInt8>) -> String {
    if let known = names[pointer] { return known }
    let name = String(cString: pointer)
    names[pointer] = name
    return name
  }

  private mutating func attributes(_ tag: XMLStartTag) -> [(name: String, value: String)] {
    guard let attributes = tag.attributes else { return [] }
    var result: [(name: String, value: String)] = []
    result.reserveCapacity(tag.attributeCount)
    for i in 0..<tag.attributeCount {
      let a = attributes + 5 * i
      guard let local = a[0], let from = a[3], let to = a[4] else { continue }
      let value = XMLBytes(start: from, count: to - from).ampersandsDecoded
      let prefix = tag.context.pointee.namespace(a[2]) == .xml ? "xml:" : ""
      result.append((prefix + name(local), value))
    }
    return result
  }
}
