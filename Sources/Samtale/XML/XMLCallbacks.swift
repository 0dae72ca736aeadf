import CLibXML2

// Unsafe pointers: the functions that libxml2 calls. Each finds its state through the context pointer
// and is done with all other pointers when it returns.

/// What libxml2 calls while it parses.
enum XMLCallbacks {
  /// The table of functions; what is not in it is not done, the loading of anything included.
  static func table() -> xmlSAXHandler {
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
