extension TEIReader {
  // MARK: Root and document

  mutating func startRoot(_ name: TEIName, _ tag: XMLStartTag) {
    sawRoot = true
    isNamespaceMissing = tag.namespace == .none
    switch name {
    case .teiCorpus: frames.append(Frame(mode: .corpus, name: name))
    case .TEI, .TEI2, .bncDoc: startDocument(name, tag)
    case .listPerson, .listOrg, .taxonomy: startTree(tag)
    default:
      diagnostics.report(
        .error,
        .notTEI,
        at: tag.position,
        "the root element is <\(tag.localNameString)>, not <TEI> or <teiCorpus>",
        do: "give a TEI transcript; other formats become TEI with: samtale import -o FOLDER FILE"
      )
      frames.append(Frame(mode: .skip, name: name, category: .unknown))
    }
  }

  mutating func startInCorpus(_ name: TEIName, _ tag: XMLStartTag) {
    switch name {
    case .TEI, .TEI2, .bncDoc: startDocument(name, tag)
    case .teiCorpus: frames.append(Frame(mode: .corpus, name: name))
    case .teiHeader: startTree(tag)
    case .include:
      if let reference = tag.attributeStrings.first(where: { $0.name == "href" })?.value {
        shared.includes.append(reference)
      }
      if !options.followsIncludes {
        diagnostics.gather(
          .note,
          .notIncluded,
          at: tag.position,
          "xi:include was not followed",
          do: "name the included files or their folder, or use --include"
        )
      }
      frames.append(Frame(mode: .skip, name: name, category: .unknown))
    default: frames.append(Frame(mode: .skip, name: name, category: .unknown))
    }
  }

  private mutating func startDocument(_ name: TEIName, _ tag: XMLStartTag) {
    fileAccounting = fileAccounting + accounting
    accounting = TextAccounting()
    state = TEIDocumentState()
    state.position = tag.position
    state.tokens.writesSpaces = name == .bncDoc
    tag.forEachAttribute { code, namespace, value in
      switch (TEIName(code: code), namespace) {
      case (.id, _):
        state.id = value.string
        // Annotations may point to the transcript as a whole.
        if options.lint { _ = state.ids.intern(value.buffer) }
      case (.n, _): state.number = value.string
      case (.lang, _): state.language = ProfileValue.language(value.string)
      default: break
      }
    }
    state.columns.text.reserveCapacity(options.expectedBytes / 2)
    frames.append(Frame(mode: .document, name: name))
    if options.profile == .samtale { diagnostics.gathers = false }
  }

  mutating func startInDocument(_ name: TEIName, _ tag: XMLStartTag) {
    switch name {
    case .teiHeader: startTree(tag)
    case .standOff: frames.append(Frame(mode: .standOff, name: name))
    case .text, .stext: startText(name)
    case .TEI, .TEI2: frames.append(Frame(mode: .text, name: name))
    default: frames.append(Frame(mode: .skip, name: name, category: .unknown))
    }
  }

  private mutating func startText(_ name: TEIName) {
    frames.append(Frame(mode: name == .stext ? .body : .text, name: name))
  }

  mutating func startInText(_ name: TEIName, _ tag: XMLStartTag) {
    switch name {
    case .body: frames.append(Frame(mode: .body, name: name))
    case .group, .text: frames.append(Frame(mode: .text, name: name))
    case .front, .back: frames.append(Frame(mode: .margin, name: name))
    case .timeline: startTimeline(tag)
    default: startInBody(name, tag)
    }
  }

  mutating func startInMargin(_ name: TEIName, _ tag: XMLStartTag) {
    switch name {
    case .listPerson: startTree(tag)
    case .head: frames.append(Frame(mode: .skip, name: name, category: .headings))
    case .note: frames.append(Frame(mode: .skip, name: name, category: .notes))
    case .u, .sp: startInBody(name, tag)
    default: frames.append(Frame(mode: .margin, name: name))
    }
  }

  mutating func startInStandOff(_ name: TEIName, _ tag: XMLStartTag) {
    switch name {
    case .timeline: startTimeline(tag)
    case .u, .annotationBlock: startInBody(name, tag)
    case .listPerson, .listOrg: startTree(tag)
    case _ where options.content == .talk:
      frames.append(Frame(mode: .skip, name: name, category: .annotations))
    default: startTree(tag)
    }
  }

  // MARK: Trees

  mutating func startTree(_ tag: XMLStartTag) {
    frames.append(Frame(mode: .tree, name: TEIName(code: tag.name)))
    pushElement(tag)
  }

  mutating func startInTree(_ tag: XMLStartTag) {
    if flattenedDepth == 0, Self.headerRoots.contains(tree[0].name) {
      let name = tag.localNameString
      guard TreeFilter.keeps(name, in: tree[tree.count - 1].name) else { return leaveOut(tag) }
      if TreeFilter.flattened.contains(name) { flattenedDepth = tree.count + 1 }
    }
    frames.append(Frame(mode: .tree, name: .other))
    pushElement(tag)
  }

  /// Skips an element of a header or of people that the model has no place for, and counts it.
  private mutating func leaveOut(_ tag: XMLStartTag) {
    state.leftOut[tag.localNameString, default: 0] += 1
    frames.append(Frame(mode: .skip, name: .other, category: .unknown))
  }

  private mutating func pushElement(_ tag: XMLStartTag) {
    var element = MarkupElement(
      tag.localNameString,
      tag.attributeStrings.map { MarkupElement.Attribute($0.name, $0.value) }
    )
    let position = tag.position
    element.line = Ignored(position.line)
    element.column = Ignored(position.column)
    tree.append(element)
  }

  mutating func appendToTree(_ bytes: XMLBytes, _ count: Int) {
    let isSpace = bytes.buffer.allSatisfy(UTF8Scan.isSpace)
    let category: TextAccounting.Category =
      isSpace ? .layout : Self.headerRoots.contains(tree[0].name) ? .header : .annotations
    accounting[category] += count
    let last = tree.count - 1
    if isSpace {
      // One space is enough to keep words apart; most of them only lay out the file.
      if !tree[last].children.isEmpty { tree[last].children.append(.text(" ")) }
      return
    }
    if case .text(let text)? = tree[last].children.last {
      tree[last].children[tree[last].children.count - 1] = .text(text + bytes.string)
    } else {
      tree[last].children.append(.text(bytes.string))
    }
  }

  /// Trees that describe the transcript, its people and its categories.
  static let headerRoots: Set<String> = ["teiHeader", "listPerson", "listOrg", "taxonomy"]

  mutating func endInTree() {
    if tree.count == flattenedDepth { flattenedDepth = 0 }
    let element = tree.removeLast()
    guard tree.isEmpty else {
      tree[tree.count - 1].children.append(.element(element))
      return
    }
    let isInDocument = frames.contains { $0.mode == .document }
    switch element.name {
    case let name where !isInDocument && Self.headerRoots.contains(name):
      var people = PeopleReader(diagnostics: diagnostics)
      shared.merge(people.declarations(in: element))
      diagnostics = people.diagnostics
    case "teiHeader":
      state.header = element
      chooseStrictness(element)
    case "listPerson", "listOrg": state.people.append(element)
    case "spanGrp" where element["type"] == "topics": state.topicGroups.append(element)
    case "standOff": break
    default: state.annotations.append(element)
    }
  }

  private mutating func chooseStrictness(_ header: MarkupElement) {
    let identifier = header.first("encodingDesc")?.first("transcriptionDesc")?["ident"]
    switch options.profile {
    case .samtale: diagnostics.gathers = false
    case .tei: diagnostics.gathers = true
    case .automatic: diagnostics.gathers = identifier != "samtale"
    }
    guard isNamespaceMissing, isStrict else { return }
    diagnostics.report(
      .error,
      .noNamespace,
      at: state.position,
      "the elements are not in the TEI namespace",
      do: "write <TEI xmlns=\"http://www.tei-c.org/ns/1.0\"> at the top"
    )
  }

  // MARK: Sections and what stands between utterances

  mutating func startInBody(_ name: TEIName, _ tag: XMLStartTag) {
    switch name {
    case .u: startUtterance(tag)
    case .div, .div1, .div2, .div3, .div4: startSection(tag)
    case .annotationBlock: startBlock(tag)
    case .sp: startStagedTurn(tag)
    case .head:
      frames.append(Frame(mode: .capture, name: name, category: .headings))
      state.captured = []
      state.capture = state.openSections.last.map(TEICapture.heading) ?? .none
    case .note: startNote(tag, isBetween: true)
    case .pause, .vocal, .kinesic, .incident, .event, .gap, .stage, .shift, .anchor, .align:
      startEvent(name, tag, isBetween: true)
    case .timeline: startTimeline(tag)
    case .listPerson: startTree(tag)
    case .body, .group, .text, .lg, .stext: frames.append(Frame(mode: .body, name: name))
    case .spanGrp where frames[frames.count - 1].mode == .block,
      .linkGrp, .listAnnotation, .interpGrp, .fs:
      diagnostics.gather(
        .note,
        .unknownMarkup,
        at: tag.position,
        "annotations inside the text (<\(tag.localNameString)>) are not kept",
        do: "nothing",
        kind: tag.localNameString
      )
      frames.append(Frame(mode: .skip, name: name, category: .annotations))
    case .spanGrp: startTree(tag)
    default: frames.append(Frame(mode: .body, name: name))
    }
  }

  private mutating func startSection(_ tag: XMLStartTag) {
    var section = Section(type: "", parent: state.openSections.last)
    tag.forEachAttribute { code, namespace, value in
      switch TEIName(code: code) {
      case .type: section.type = ProfileValue.word(value.string)
      case .n: section.number = value.string
      case .id: section.id = value.string
      case .lang: section.language = ProfileValue.language(value.string)
      case .ana: section.analysis = value.string.pointers
      default: break
      }
    }
    if section.type.isEmpty { section.type = "section" }
    section.utterances = state.utteranceCount..<state.utteranceCount
    state.sections.append(section)
    state.openSections.append(state.sections.count - 1)
    frames.append(Frame(mode: .body, name: .div))
  }

  mutating func endBody(_ frame: Frame) {
    guard frame.name == .div, let section = state.openSections.popLast() else { return }
    let start = state.sections[section].utterances.lowerBound
    state.sections[section].utterances = start..<state.utteranceCount
  }

  private mutating func startBlock(_ tag: XMLStartTag) {
    var block = TEIBlock()
    tag.forEachAttribute { code, namespace, value in
      switch TEIName(code: code) {
      case .who: block.who = Array(value.buffer)
      case .start: block.start = value.string
      case .end: block.end = value.string
      case .id: block.id = value.string
      default: break
      }
    }
    state.block = block
    frames.append(Frame(mode: .block, name: .annotationBlock))
  }

  /// Ends the capture of a description, note, heading or label.
  mutating func endCapture(_ frame: Frame) {
    let text = String(decoding: state.captured, as: UTF8.self).collapsed
    switch state.capture {
    case .none: break
    case .description:
      if state.openEvent >= 0 {
        state.marks[Int(state.openEvent)].detail.descriptions.append(text)
      }
    case .mark(let mark): state.marks[mark].detail.descriptions.append(text)
    case .heading(let section): state.sections[section].headings.append(text)
    case .label: state.printedLabel = text
    }
    state.captured.removeAll(keepingCapacity: true)
    state.capture = .none
  }
}

extension StringProtocol {
  /// A list of pointers without their `#`.
  var pointers: [String] {
    tokens.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
  }
}
