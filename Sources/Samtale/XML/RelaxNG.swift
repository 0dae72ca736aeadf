import CLibXML2

// Unsafe pointers: the binding to libxml2's document tree and its RELAX NG validator, used by
// `samtale check` only. Everything that libxml2 allocates is freed here.

/// Validates documents against a RELAX NG schema, in this process and without any network.
enum RelaxNG {
  /// Collects what libxml2 reports while one document is parsed and validated.
  private final class Findings {
    var problems: [XMLProblem] = []
  }

  /// One handler for libxml2's structured errors; its parameter types differ between versions.
  private static let handler: xmlStructuredErrorFunc = { context, error in
    guard let context, let error = error?.pointee else { return }
    let findings = Unmanaged<Findings>.fromOpaque(context).takeUnretainedValue()
    var text = error.message.map { String(cString: $0) } ?? "unknown error"
    while text.last?.isNewline == true { text.removeLast() }
    findings.problems.append(
      XMLProblem(
        severity: .error,
        code: .profile,
        position: XMLPosition(line: max(1, Int(error.line)), column: 1),
        what: text,
        remedy: "compare with Schemas/samtale.rnc, which says what may stand here"
      )
    )
  }

  /// Validates one document.
  /// - Parameters:
  ///   - document: A well-formed document.
  ///   - schema: The schema in XML syntax.
  /// - Returns: What breaks the schema, in order; columns are not known.
  static func validate(_ document: [UInt8], against schema: String) -> [XMLProblem] {
    let findings = Findings()
    let context = Unmanaged.passUnretained(findings).toOpaque()
    xmlSetStructuredErrorFunc(context, handler)
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    withExtendedLifetime(findings) {
      guard let parsed = parse(document) else { return }
      defer { xmlFreeDoc(parsed) }
      var schema = schema
      schema.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { validate(parsed, against: $0, context) }
      }
    }
    return findings.problems
  }

  private static func parse(_ document: [UInt8]) -> xmlDocPtr? {
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
    return document.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        CInt(clamping: bytes.count),
        nil,
        nil,
        CInt(options)
      )
    }
  }

  private static func validate(
    _ document: xmlDocPtr,
    against schema: UnsafeBufferPointer<CChar>,
    _ context: UnsafeMutableRawPointer
  ) {
    guard let parser = xmlRelaxNGNewMemParserCtxt(schema.baseAddress, CInt(schema.count)) else {
      return
    }
    defer { xmlRelaxNGFreeParserCtxt(parser) }
    xmlRelaxNGSetParserStructuredErrors(parser, handler, context)
    guard let grammar = xmlRelaxNGParse(parser) else { return }
    defer { xmlRelaxNGFree(grammar) }
    guard let validator = xmlRelaxNGNewValidCtxt(grammar) else { return }
    defer { xmlRelaxNGFreeValidCtxt(validator) }
    xmlRelaxNGSetValidStructuredErrors(validator, handler, context)
    _ = xmlRelaxNGValidateDoc(validator, document)
  }
}
