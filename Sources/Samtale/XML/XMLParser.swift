import CLibXML2

// Unsafe pointers: the binding to libxml2's SAX2 push interface. Callbacks are plain functions that
// find their state through the context pointer.

/// Bounds on what a document may contain; hostile or broken files are refused, not endured.
struct XMLLimits {
  /// Deepest nesting of elements. TEI transcripts stay below 20.
  var depth = 256
  /// Longest tag, comment or processing instruction in bytes, which bounds attributes too.
  var markupBytes = 1 << 20
  /// Most attributes on one element.
  var attributes = 256
}

/// Parses one XML document from chunks of bytes and reports its events to a handler.
///
/// No network, no DTD, no entity beyond the five predefined, bounded depth and markup.
enum XMLParser {
  private static let initialized: Void = xmlInitParser()

  /// Parses until `nextChunk` returns no more bytes.
  /// - Parameters:
  ///   - vocabulary: Names that the handler wants as codes, at most 254.
  ///   - handler: Receives the events.
  ///   - limits: Bounds on the document.
  ///   - nextChunk: Fills the buffer it is given and returns the number of bytes, 0 at the end.
  static func parse<Handler: XMLEventHandler>(
    vocabulary: [String],
    handler: inout Handler,
    limits: XMLLimits = XMLLimits(),
    nextChunk: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows {
    _ = initialized
    var sax = XMLCallbacks.table()
    try withUnsafeMutablePointer(to: &handler) { handler in
      let context = UnsafeMutablePointer<XMLContext>.allocate(capacity: 1)
      defer { context.deallocate() }
      guard let parser = xmlCreatePushParserCtxt(&sax, context, nil, 0, nil) else { return }
      defer { xmlFreeParserCtxt(parser) }
      xmlCtxtUseOptions(
        parser,
        CInt(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_COMPACT.rawValue)
      )
      let names = XMLNameTable(vocabulary, in: parser.pointee.dict)
      defer { names.deallocate() }
      context.initialize(
        to: XMLContext(
          handler: UnsafeMutableRawPointer(handler),
          handlerType: Handler.self,
          names: names,
          limits: limits,
          parser: parser,
          teiURI: xmlDictLookup(parser.pointee.dict, "http://www.tei-c.org/ns/1.0", -1),
          xmlURI: xmlDictLookup(
            parser.pointee.dict,
            "http://www.w3.org/XML/1998/namespace",
            -1
          )
        )
      )
      defer { context.deinitialize(count: 1) }
      try push(nextChunk, to: parser, context)
    }
  }

  private static func push(
    _ nextChunk: (UnsafeMutableRawBufferPointer) throws -> Int,
    to parser: xmlParserCtxtPtr,
    _ context: UnsafeMutablePointer<XMLContext>
  ) rethrows {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var isFirst = true
    while !context.pointee.stopped {
      // A short first chunk: libxml2 settles the encoding on what it is given first.
      let window = isFirst ? UnsafeMutableRawBufferPointer(rebasing: buffer[..<1024]) : buffer
      let count = try nextChunk(window)
      isFirst = false
      let bytes = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      context.pointee.isAtEnd = count == 0
      let status = xmlParseChunk(parser, bytes, CInt(count), count == 0 ? 1 : 0)
      if count == 0 { return context.pointee.reportTruncation() }
      if status != 0, parser.pointee.wellFormed == 0 { return }
      if let input = parser.pointee.input,
        input.pointee.end - input.pointee.cur > context.pointee.limits.markupBytes
      {
        context.pointee.refuse(
          .markupTooLong,
          "a tag, comment or declaration is longer than \(context.pointee.limits.markupBytes) bytes",
          do: "look for a missing > or quote before this place; Samtale refuses such markup"
        )
      }
    }
  }
}

extension XMLParser {
  /// Parses bytes in memory.
  static func parse<Handler: XMLEventHandler>(
    bytes: [UInt8],
    vocabulary: [String],
    handler: inout Handler,
    limits: XMLLimits = XMLLimits()
  ) {
    var offset = 0
    parse(vocabulary: vocabulary, handler: &handler, limits: limits) { buffer in
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
      }
      offset += count
      return count
    }
  }
}
