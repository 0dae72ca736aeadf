import CLibXML2

// Unsafe pointers: this is what libxml2 hands back to each callback. It lives on the stack of
// `XMLParser.parse` for as long as the parser does.

/// The state of one parser run.
struct XMLContext {
  let handler: UnsafeMutableRawPointer
  let handlerType: any XMLEventHandler.Type
  let names: XMLNameTable
  let limits: XMLLimits
  var parser: xmlParserCtxtPtr
  let teiURI: UnsafePointer<UInt8>?
  let xmlURI: UnsafePointer<UInt8>?
  var depth = 0
  var stopped = false
  /// The input has ended and the parser looks at what it still holds.
  var isAtEnd = false
  /// The first thing wrong with a document that ended too early.
  var truncation: XMLProblem?

  @inline(__always)
  func namespace(_ uri: UnsafePointer<UInt8>?) -> XMLNamespace {
    guard let uri else { return .none }
    if uri == teiURI { return .tei }
    if uri == xmlURI { return .xml }
    return .other
  }

  /// Where the parser stands now, which is just behind what it reports.
  var position: XMLPosition {
    guard let input = parser.pointee.input else { return XMLPosition(line: 1, column: 1) }
    return XMLPosition(
      line: max(1, Int(input.pointee.line)),
      column: max(1, Int(input.pointee.col))
    )
  }

  /// Where the start tag begins that is being reported.
  ///
  /// libxml2 knows only where a tag ends. A raw `<` cannot stand inside a tag, so the first one
  /// backwards is its beginning; the line is that of the end less the line feeds between.
  func startOfTag() -> XMLPosition {
    guard let input = parser.pointee.input, let base = input.pointee.base,
      var p = input.pointee.cur, p > base
    else { return position }
    var lines = 0
    var scalars = 0
    repeat {
      p -= 1
      if p.pointee == UInt8(ascii: "\n") { lines += 1 }
      if p.pointee & 0xC0 != 0x80 { scalars += 1 }
    } while p > base && p.pointee != UInt8(ascii: "<")
    let line = max(1, Int(input.pointee.line) - lines)
    if lines == 0 {
      return XMLPosition(line: line, column: max(1, Int(input.pointee.col) - scalars))
    }
    var column = 1
    while p > base, (p - 1).pointee != UInt8(ascii: "\n") {
      p -= 1
      if p.pointee & 0xC0 != 0x80 { column += 1 }
    }
    // The beginning of the line may have left the parser's window; then the column is not known.
    if p == base, line > 1 || input.pointee.consumed > 0 { column = 0 }
    return XMLPosition(line: line, column: column)
  }

  /// Says once that the document breaks off.
  mutating func reportTruncation() {
    guard var problem = truncation, !stopped else { return }
    truncation = nil
    if problem.code != .truncated {
      problem.code = .truncated
      problem.what = "the document breaks off in the middle (\(problem.what))"
      problem.remedy =
        "the file seems cut off here or lacks an end tag; compare it with the original"
    }
    report(problem)
  }

  func report(_ problem: XMLProblem) {
    handlerType.dispatchProblem(handler, problem)
  }

  /// Reports a problem and ends the run: nothing after it is read.
  mutating func refuse(_ code: DiagnosticCode, _ what: String, do remedy: String) {
    guard !stopped else { return }
    stopped = true
    report(
      XMLProblem(
        severity: .error,
        code: code,
        position: position,
        what: what,
        remedy: remedy
      )
    )
    xmlStopParser(parser)
  }
}
