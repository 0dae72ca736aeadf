/// Reads TEI-style XML into transcripts.
///
/// Documents in the Samtale profile are read strictly: what breaks the profile is an error.
/// Other people's TEI is read leniently: what cannot be resolved becomes a warning, never a lost
/// word. Every character of the file is accounted for (``TextAccounting``).
///
/// The reader is the handler of the XML parser's events. It keeps a stack of frames, one for each
/// open element, whose mode says what the text inside is.
struct TEIReader: XMLEventHandler {
  /// What the content of an open element is.
  enum Mode: UInt8 {
    /// Containers: text in them is layout, or stands outside any utterance.
    case root, corpus, document, text, body, block, timeline, standOff, stagedTurn
    /// Front and back matter: headings and remarks, no talk.
    case margin
    /// Read as a tree: headers, people, annotations.
    case tree
    /// Spoken words.
    case speech
    /// Words of something that is not speech: a description, note, heading, label.
    case capture
    /// Elements inside captured text, which change nothing.
    case captureInner
    /// An event, which may hold descriptions.
    case event
    /// Text that is counted and left out.
    case skip
  }

  struct Frame {
    var mode: Mode
    var name: TEIName
    /// The stretch that this element opened, as an index of the marks.
    var mark: Int32 = -1
    /// The category of text that is captured or skipped.
    var category: TextAccounting.Category = .layout
    /// Whether the element's end asks for a space before the next word.
    var separates = false
  }

  let file: String
  let options: ReadingOptions
  var diagnostics: DiagnosticSink
  var accounting = TextAccounting()
  var fileAccounting = TextAccounting()
  /// Receives each finished transcript.
  var deliver: (Transcript, [Diagnostic]) -> Void

  var frames: [Frame] = [Frame(mode: .root, name: .other)]
  var tree: [MarkupElement] = []
  /// Depth of the open element of the tree whose content becomes plain text, 0 for none.
  var flattenedDepth = 0
  /// People, teams and classifications that a teiCorpus declares for all its documents.
  var shared: SharedDeclarations
  /// The document being read.
  var state = TEIDocumentState()
  var transcriptCount = 0
  var sawRoot = false
  var isNamespaceMissing = false

  init(
    file: String,
    options: ReadingOptions,
    deliver: @escaping (Transcript, [Diagnostic]) -> Void
  ) {
    self.file = file
    self.options = options
    self.deliver = deliver
    diagnostics = DiagnosticSink(file: file)
    shared = options.shared
  }

  var isStrict: Bool { !diagnostics.gathers }

  // MARK: Events

  mutating func startElement(_ tag: XMLStartTag) {
    let name =
      tag.namespace == .tei || tag.namespace == .none ? TEIName(code: tag.name) : foreign(tag)
    if options.lint { collectID(tag) }
    switch frames[frames.count - 1].mode {
    case .speech: startInSpeech(name, tag)
    case .body, .block: startInBody(name, tag)
    case .timeline: startInTimeline(name, tag)
    case .tree: startInTree(tag)
    case .event: startInEvent(name, tag)
    case .stagedTurn: startInStagedTurn(name, tag)
    case .capture, .captureInner, .skip:
      if dividesWords(name, tag) { state.captured.append(UInt8(ascii: " ")) }
      frames.append(top(named: name))
    case .root: startRoot(name, tag)
    case .corpus: startInCorpus(name, tag)
    case .document: startInDocument(name, tag)
    case .text: startInText(name, tag)
    case .margin: startInMargin(name, tag)
    case .standOff: startInStandOff(name, tag)
    }
  }

  mutating func endElement() {
    let frame = frames.removeLast()
    switch frame.mode {
    case .speech: endInSpeech(frame)
    case .tree: endInTree()
    case .capture: endCapture(frame)
    case .event: endEvent()
    case .body: endBody(frame)
    case .block: if frame.name == .annotationBlock { state.block = nil }
    case .timeline: endTimeline()
    case .stagedTurn: finishStagedTurn()
    case .document: finishDocument()
    case .root, .corpus, .text, .margin, .standOff, .skip, .captureInner: break
    }
  }

  mutating func characters(_ bytes: XMLBytes, at context: UnsafeMutablePointer<XMLContext>) {
    let count = UTF8Scan.scalarCount(bytes.buffer)
    accounting.read += count
    let frame = frames[frames.count - 1]
    switch frame.mode {
    case .speech:
      state.speechRead += count
      appendSpeech(bytes.buffer)
    case .tree:
      appendToTree(bytes, count)
    case .capture, .captureInner:
      accounting[frame.category] += count
      state.captured.append(contentsOf: bytes.buffer)
    case .skip:
      accounting[frame.category] += count
    case .event where !state.captured.isEmpty || !bytes.buffer.allSatisfy(UTF8Scan.isSpace):
      accounting[frame.category] += count
      state.captured.append(contentsOf: bytes.buffer)
    default:
      if bytes.buffer.allSatisfy(UTF8Scan.isSpace) {
        accounting[.layout] += count
      } else {
        accounting[.outside] += count
        guard frame.mode != .margin else { return }
        diagnostics.gather(
          .warning,
          .textOutsideUtterances,
          at: context.pointee.position,
          "words stand outside any utterance and are not part of the talk: “\(excerpt(bytes))”",
          do: "put them into a <u> with a speaker, or into a <note>"
        )
      }
    }
  }

  mutating func problem(_ problem: XMLProblem) {
    diagnostics.report(
      problem.severity,
      problem.code,
      at: problem.position,
      problem.what,
      do: problem.remedy
    )
  }

  /// A frame like the innermost one, for elements that change nothing.
  func top(named name: TEIName) -> Frame {
    var frame = frames[frames.count - 1]
    frame.name = name
    frame.mark = -1
    frame.separates = false
    if frame.mode == .capture { frame.mode = .captureInner }
    return frame
  }

  private mutating func foreign(_ tag: XMLStartTag) -> TEIName {
    if tag.localNameString == "include" { return .include }
    return .other
  }

  private func excerpt(_ bytes: XMLBytes) -> String {
    let words = bytes.string.collapsed
    return words.count > 40 ? words.prefix(40) + "…" : words
  }
}
