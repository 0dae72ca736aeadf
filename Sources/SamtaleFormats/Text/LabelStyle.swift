/// How a text sets labels off from words; earlier ones are preferred where counts are equal.
enum LabelStyle: Int, CaseIterable {
  /// In a column of a table, or in a line above the words.
  case column
  /// `SW7: words`
  case colon
  /// `**SW7:** words`
  case bold
  /// `#Anna: words`
  case hash
  /// `@Anna: words`
  case at
  /// `[Anna] words`
  case square
  /// `{Anna} words`
  case curly
  /// `(speaker 0) words`, only as programs write it.
  case round
  /// The label and a tab.
  case tab
  /// The label set in bold or italics.
  case emphasis
  /// `SW7 – words`
  case dash
  /// `SW7. words`
  case dot
  /// `SW7 words`
  case bare
  /// The label alone in a line above the words.
  case line
  /// The paragraph's style has the name of the speaker.
  case paragraphStyle

  /// Whether talk itself often looks so, so that words are believed to be labels only where most
  /// paragraphs begin like this.
  var isWeak: Bool { self == .dash || self == .dot || self == .bare || self == .line }
  /// In which part of the paragraphs a weak style must recur, in per cent.
  var leastShare: Int { self == .line ? 25 : 50 }
  /// Whether a number can be a label; elsewhere it is one of a list, of a heading or of a page.
  var takesNumbers: Bool {
    switch self {
    case .colon, .bold, .hash, .at, .tab, .bare: true
    default: false
    }
  }
  /// Whether the label stands elsewhere than in the text.
  var isOutside: Bool { self == .column || self == .paragraphStyle }
}

/// What may be a label at the beginning of a paragraph.
struct LabelCandidate {
  var label: String
  var style: LabelStyle
  /// What stands in brackets between the label and its colon: `later`, `to the leader`.
  var remark: String?
  /// Where the words begin, in UTF-8 bytes from the beginning of the paragraph.
  var length: Int
}

/// Finds what may be labels.
struct LabelGrammar {
  /// Labels of the table of speakers.
  let declared: Set<String>

  /// What would be the label in a style; `nil` if the paragraph has none.
  func candidate(_ style: LabelStyle, _ head: ParagraphHead, _ paragraph: SourceParagraph)
    -> LabelCandidate?
  {
    let bytes = head.bytes
    let at = head.label
    if style == .column {
      return paragraph.label.flatMap { made($0, style, length: head.words) }
    }
    if style == .paragraphStyle {
      guard let name = paragraph.style, StyleNames.canBeSpeaker(name) else { return nil }
      return LabelCandidate(label: name, style: style, length: head.words)
    }
    guard at < bytes.count else { return nil }
    switch style {
    case .colon: return colon(head, at, style)
    case .hash: return bytes[at] == UInt8(ascii: "#") ? colon(head, at + 1, style) : nil
    case .at: return bytes[at] == UInt8(ascii: "@") ? colon(head, at + 1, style) : nil
    case .square: return bracketed(bytes, at, style, "[", "]")
    case .curly: return bracketed(bytes, at, style, "{", "}")
    case .round: return bracketed(bytes, at, style, "(", ")")
    case .bold: return bold(bytes, at)
    case .tab: return tab(head)
    case .dash: return dash(head)
    case .dot: return dot(head)
    case .bare: return bare(bytes, at)
    case .line: return line(bytes, at)
    case .emphasis: return emphasized(head, paragraph)
    case .column, .paragraphStyle: return nil
    }
  }

  /// The label and the remark behind it.
  private func made(
    _ bytes: ArraySlice<UInt8>, _ style: LabelStyle, words: Int, in all: [UInt8]
  ) -> LabelCandidate? {
    made(bytes.string, style, length: all.skippingSpace(words))
  }

  private func made(_ source: String, _ style: LabelStyle, length: Int) -> LabelCandidate? {
    let text = source.collapsedSpace
    if declared.contains(text) {
      return LabelCandidate(label: text, style: style, length: length)
    }
    if SpeakerLabel.isUnknownMark(text), style != .dash, style != .dot, style != .emphasis {
      return LabelCandidate(label: text, style: style, length: length)
    }
    let canBeLabel = { (text: String) in
      SpeakerLabel.isName(text) || (style.takesNumbers && SpeakerLabel.isNumber(text))
    }
    guard let last = text.last, last == ")" || last == "]",
      let open = text.lastIndex(of: last == ")" ? "(" : "[")
    else {
      return canBeLabel(text) ? LabelCandidate(label: text, style: style, length: length) : nil
    }
    let label = String(text[..<open]).trimmed
    guard declared.contains(label) || canBeLabel(label) else { return nil }
    let remark = String(text[text.index(after: open)...].dropLast()).trimmed
    return LabelCandidate(label: label, style: style, remark: remark, length: length)
  }

  private func colon(_ head: ParagraphHead, _ at: Int, _ style: LabelStyle) -> LabelCandidate? {
    let bytes = head.bytes
    var isFirst = true
    for i in at..<max(at, head.limit) where bytes[i] == UInt8(ascii: ":") {
      if bytes.isSpaceOrEnd(i + 1) { return made(bytes[at..<i], style, words: i + 1, in: bytes) }
      if isFirst, !"/\\:".utf8.contains(bytes[i + 1]), !(0x30...0x39).contains(bytes[i + 1]),
        Self.needsNoSpace(bytes[at..<i].string)
      {
        return made(bytes[at..<i], style, words: i + 1, in: bytes)
      }
      isFirst = false
    }
    return nil
  }

  /// Whether words may follow the colon at once: `SW7:Yes`, `I:Yes`, `Anna:Yes`.
  private static func needsNoSpace(_ label: String) -> Bool {
    switch SpeakerLabel.shape(label) {
    case .code, .capitals, .name: true
    default: false
    }
  }

  private func bracketed(
    _ bytes: [UInt8], _ at: Int, _ style: LabelStyle, _ open: Unicode.Scalar,
    _ close: Unicode.Scalar
  ) -> LabelCandidate? {
    guard bytes[at] == UInt8(ascii: open),
      let end = bytes[at...].prefix(170).firstIndex(of: UInt8(ascii: close))
    else { return nil }
    let label = bytes[(at + 1)..<end].string.collapsedSpace
    let isKnown = declared.contains(label) || SpeakerLabel.isGenerated(label)
    guard isKnown || (style != .round && label.first?.isUppercase == true),
      isKnown || SpeakerLabel.isName(label), TalkEvent(bracketed: label) == nil
    else { return nil }
    var next = end + 1
    if next < bytes.count, bytes[next] == UInt8(ascii: ":") { next += 1 }
    return LabelCandidate(label: label, style: style, length: bytes.skippingSpace(next))
  }

  private func bold(_ bytes: [UInt8], _ at: Int) -> LabelCandidate? {
    guard bytes[at...].starts(with: "**".utf8),
      let close = bytes[(at + 2)...].prefix(240).firstRange(of: Array("**".utf8))
    else { return nil }
    var inner = bytes[(at + 2)..<close.lowerBound]
    while let last = inner.last, last <= 0x20 { inner = inner.dropLast() }
    var next = close.upperBound
    if inner.last == UInt8(ascii: ":") {
      inner = inner.dropLast()
    } else if next < bytes.count, bytes[next] == UInt8(ascii: ":") {
      next += 1
    }
    return made(inner, .bold, words: next, in: bytes)
  }

  private func tab(_ head: ParagraphHead) -> LabelCandidate? {
    let bytes = head.bytes
    let at = head.label
    guard let tab = bytes[at..<head.limit].firstIndex(of: 0x09) else { return nil }
    return made(bytes[at..<tab], .tab, words: tab + 1, in: bytes)
  }

  private func dash(_ head: ParagraphHead) -> LabelCandidate? {
    let bytes = head.bytes
    let at = head.label
    for i in at..<head.limit where bytes[i] <= 0x20 {
      guard let next = bytes.next(i), next == 0xE2 || next == UInt8(ascii: "-") else { continue }
      for mark in ["– ", "— ", "- "] where bytes[(i + 1)...].starts(with: mark.utf8) {
        return made(bytes[at..<i], .dash, words: i + 1 + mark.utf8.count, in: bytes)
      }
    }
    return nil
  }

  private func dot(_ head: ParagraphHead) -> LabelCandidate? {
    let bytes = head.bytes
    let at = head.label
    for i in at..<head.limit {
      if bytes[i] <= 0x20, bytes.next(i) != UInt8(ascii: "(") { return nil }
      guard bytes[i] == UInt8(ascii: "."), bytes.isSpaceOrEnd(i + 1) else { continue }
      guard let found = made(bytes[at..<i], .dot, words: i + 1, in: bytes) else { return nil }
      let isShort = SpeakerLabel.isCode(found.label) || SpeakerLabel.isCapitals(found.label)
      return isShort || declared.contains(found.label) ? found : nil
    }
    return nil
  }

  private func bare(_ bytes: [UInt8], _ at: Int) -> LabelCandidate? {
    if let found = spaced(bytes, at) { return found }
    guard let end = bytes[at...].prefix(40).firstIndex(where: { $0 <= 0x20 }) else { return nil }
    let label = bytes[at..<end].string
    guard
      SpeakerLabel.isCode(label) || (label.count > 1 && SpeakerLabel.isCapitals(label))
        || SpeakerLabel.isIdentifier(label) || SpeakerLabel.isNumber(label)
    else { return nil }
    return LabelCandidate(label: label, style: .bare, length: bytes.skippingSpace(end))
  }

  /// A name with two spaces behind it: `Per  Yes.`
  private func spaced(_ bytes: [UInt8], _ at: Int) -> LabelCandidate? {
    let window = bytes[at...].prefix(4 * SpeakerLabel.longest)
    guard
      let end = window.indices.dropLast().first(where: {
        bytes[$0] <= 0x20 && bytes[$0 + 1] <= 0x20
      }),
      bytes.skippingSpace(end) < bytes.count
    else { return nil }
    let label = bytes[at..<end].string.collapsedSpace
    guard declared.contains(label) || SpeakerLabel.shape(label) != nil else { return nil }
    return LabelCandidate(label: label, style: .bare, length: bytes.skippingSpace(end))
  }

  private func line(_ bytes: [UInt8], _ at: Int) -> LabelCandidate? {
    guard bytes.count - at <= 80 else { return nil }
    let text = bytes[at...].string.collapsedSpace
    guard HeadedLines.isName(text) || declared.contains(text) else { return nil }
    return LabelCandidate(label: text, style: .line, length: bytes.count)
  }

  private func emphasized(_ head: ParagraphHead, _ paragraph: SourceParagraph) -> LabelCandidate? {
    guard paragraph.emphasized > 0 else { return nil }
    let scalars = paragraph.text.unicodeScalars
    let prefix = String(String.UnicodeScalarView(scalars.prefix(paragraph.emphasized)))
    let end = min(prefix.utf8.count, head.bytes.count)
    guard end > head.label else { return nil }
    var label = head.bytes[head.label..<end]
    while let last = label.last, last <= 0x20 || ":.-\t".utf8.contains(last) {
      label = label.dropLast()
    }
    var next = head.bytes.skippingSpace(end)
    if next < head.bytes.count, head.bytes[next] == UInt8(ascii: ":") { next += 1 }
    return made(label, .emphasis, words: next, in: head.bytes)
  }
}
