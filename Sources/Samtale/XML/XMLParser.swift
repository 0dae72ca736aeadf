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
    var sax = saxTable()
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

  private static func saxTable() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = startElement
    sax.endElementNs = endElement
    sax.characters = characters
    sax.ignorableWhitespace = characters
    sax.cdataBlock = characters
    sax.internalSubset = doctype
    sax.entityDecl = entityDeclaration
    sax.unparsedEntityDecl = unparsedEntityDeclaration
    sax.attributeDecl = attributeDeclaration
    sax.reference = entityReference
    sax.serror = libxmlError
    return sax
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

// MARK: Callbacks

private typealias ContextPointer = UnsafeMutablePointer<XMLContext>

@inline(__always)
private func contextPointer(_ raw: UnsafeMutableRawPointer?) -> ContextPointer? {
  raw?.assumingMemoryBound(to: XMLContext.self)
}

private func startElement(
  _ raw: UnsafeMutableRawPointer?,
  _ name: UnsafePointer<UInt8>?,
  _: UnsafePointer<UInt8>?,
  _ uri: UnsafePointer<UInt8>?,
  _: CInt,
  _: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
  _ attributeCount: CInt,
  _: CInt,
  _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
) {
  guard let context = contextPointer(raw), let name, !context.pointee.stopped else { return }
  context.pointee.depth += 1
  if context.pointee.depth > context.pointee.limits.depth {
    context.pointee.refuse(
      .tooDeep,
      "elements are nested more than \(context.pointee.limits.depth) deep",
      do: "check for missing end tags; Samtale refuses such files"
    )
    return
  }
  if Int(attributeCount) > context.pointee.limits.attributes {
    context.pointee.refuse(
      .markupTooLong,
      "an element has \(attributeCount) attributes",
      do: "Samtale refuses more than \(context.pointee.limits.attributes)"
    )
    return
  }
  context.pointee.handlerType.dispatchStart(
    context.pointee.handler,
    XMLStartTag(
      name: context.pointee.names.code(name),
      namespace: context.pointee.namespace(uri),
      localName: name,
      attributeCount: Int(attributeCount),
      attributes: attributes,
      context: context
    )
  )
}

private func endElement(
  _ raw: UnsafeMutableRawPointer?,
  _: UnsafePointer<UInt8>?,
  _: UnsafePointer<UInt8>?,
  _: UnsafePointer<UInt8>?
) {
  guard let context = contextPointer(raw), !context.pointee.stopped else { return }
  context.pointee.depth -= 1
  context.pointee.handlerType.dispatchEnd(context.pointee.handler)
}

private func characters(
  _ raw: UnsafeMutableRawPointer?,
  _ text: UnsafePointer<UInt8>?,
  _ count: CInt
) {
  guard let context = contextPointer(raw), let text, !context.pointee.stopped else { return }
  context.pointee.handlerType.dispatchCharacters(
    context.pointee.handler,
    XMLBytes(start: text, count: Int(count)),
    context
  )
}

private func doctype(
  _ raw: UnsafeMutableRawPointer?,
  _ name: UnsafePointer<UInt8>?,
  _: UnsafePointer<UInt8>?,
  _: UnsafePointer<UInt8>?
) {
  guard let context = contextPointer(raw) else { return }
  context.pointee.report(
    XMLProblem(
      severity: .warning,
      code: .doctype,
      position: context.pointee.position,
      what: "the DOCTYPE \(name.map { String(cString: $0) } ?? "") is not loaded",
      remedy: "nothing, unless the document relies on entities or default attributes of its DTD"
    )
  )
}

private func entityDeclaration(
  _ raw: UnsafeMutableRawPointer?,
  _ name: UnsafePointer<UInt8>?,
  _: CInt,
  _: UnsafePointer<UInt8>?,
  _: UnsafePointer<UInt8>?,
  _: UnsafeMutablePointer<UInt8>?
) {
  let name = name.map { String(cString: $0) } ?? ""
  contextPointer(raw)?.pointee.refuse(
    .entityDeclaration,
    "the document declares the entity \(name)",
    do: "replace entities by their text (for instance with xmllint --noent on a file you trust)"
  )
}

private func unparsedEntityDeclaration(
  _ raw: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?, _: UnsafePointer<UInt8>?,
  _: UnsafePointer<UInt8>?, _: UnsafePointer<UInt8>?
) {
  entityDeclaration(raw, name, 0, nil, nil, nil)
}

private func attributeDeclaration(
  _ raw: UnsafeMutableRawPointer?,
  _ element: UnsafePointer<UInt8>?,
  _: UnsafePointer<UInt8>?,
  _: CInt,
  _: CInt,
  _: UnsafePointer<UInt8>?,
  enumeration: xmlEnumerationPtr?
) {
  xmlFreeEnumeration(enumeration)
  let name = element.map { String(cString: $0) } ?? ""
  contextPointer(raw)?.pointee.refuse(
    .entityDeclaration,
    "the document declares attributes of \(name) in its DOCTYPE",
    do: "remove the declarations; Samtale reads no DTD"
  )
}

private func entityReference(_ raw: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?) {
  let name = name.map { String(cString: $0) } ?? ""
  contextPointer(raw)?.pointee.refuse(
    .undeclaredEntity,
    "the entity &\(name); is not one of the five of XML",
    do: "write the character itself, or a numeric reference such as &#233;"
  )
}

/// One handler for libxml2's structured errors; its parameter types differ between versions.
private let libxmlError: xmlStructuredErrorFunc = { raw, error in
  guard let context = contextPointer(raw), let error = error?.pointee, !context.pointee.stopped
  else { return }
  if error.code == CInt(XML_WAR_UNDECLARED_ENTITY.rawValue) {
    context.pointee.refuse(
      .undeclaredEntity,
      XMLProblem.tidy(error.message),
      do: "write the character itself, or a numeric reference such as &#233;"
    )
    return
  }
  guard error.level != XML_ERR_WARNING else { return }
  let problem = XMLProblem(
    libxmlCode: error.code, line: Int(error.line), column: Int(error.int2),
    message: XMLProblem.tidy(error.message), isInsideRoot: context.pointee.depth > 0)
  // What is wrong with the last bytes of an unfinished document is that they are the last.
  if context.pointee.isAtEnd, context.pointee.depth > 0, problem.code != .encoding {
    context.pointee.truncation = context.pointee.truncation ?? problem
  } else {
    context.pointee.report(problem)
  }
}

extension XMLProblem {
  fileprivate static func tidy(_ message: UnsafePointer<CChar>?) -> String {
    var text = message.map { String(cString: $0) } ?? "unknown error"
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// A fatal error of libxml2 in our words, with what to do.
  init(libxmlCode code: CInt, line: Int, column: Int, message: String, isInsideRoot: Bool) {
    severity = .error
    position = XMLPosition(line: max(1, line), column: max(1, column))
    what = message
    switch UInt32(bitPattern: code) {
    case XML_ERR_DOCUMENT_EMPTY.rawValue:
      self.code = .malformed
      what = "this is not an XML document"
      remedy = "samtale reads TEI files here; a Word, text or subtitle file must be imported first"
    case XML_ERR_DOCUMENT_END.rawValue where !isInsideRoot:
      self.code = .malformed
      remedy = "a document has one root element; remove what follows it"
    case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue,
      XML_ERR_GT_REQUIRED.rawValue, XML_ERR_LTSLASH_REQUIRED.rawValue,
      XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue, XML_ERR_COMMENT_NOT_FINISHED.rawValue,
      XML_ERR_CDATA_NOT_FINISHED.rawValue, XML_ERR_PI_NOT_FINISHED.rawValue:
      self.code = .truncated
      what = "the document breaks off in the middle (\(message))"
      remedy = "the file seems cut off here or lacks an end tag; compare it with the original"
    case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_ENCODING.rawValue,
      XML_ERR_UNKNOWN_ENCODING.rawValue, XML_ERR_UNSUPPORTED_ENCODING.rawValue,
      XML_I18N_CONV_FAILED.rawValue, XML_I18N_NO_HANDLER.rawValue:
      self.code = .encoding
      remedy = "save the file as UTF-8, or declare its real encoding in the first line"
    case XML_ERR_UNDECLARED_ENTITY.rawValue:
      self.code = .undeclaredEntity
      remedy = "write the character itself, or a numeric reference such as &#233;"
    case XML_ERR_TAG_NAME_MISMATCH.rawValue:
      self.code = .malformed
      remedy = "close the elements in the order in which they were opened"
    default:
      self.code = .malformed
      remedy = "mend the XML at this place"
    }
  }
}
