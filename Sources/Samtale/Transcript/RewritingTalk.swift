// The words of utterances, and what stands among them.
extension TextRewriter {
  /// Rewrites the words of all utterances and moves the marks inside them.
  /// - Returns: Where places are now in the utterances that changed.
  mutating func talk(_ transcript: inout Transcript) -> [Int: TextMap] {
    let old = transcript.columns
    var text: [UInt8] = []
    text.reserveCapacity(old.text.count)
    var maps: [Int: TextMap] = [:]
    for i in 0..<old.count {
      let words = old.string(i)
      let new = RewrittenText(words, rewrites(of: words)) {
        $0.isASCII && UTF8Scan.isSpace(UInt8(truncatingIfNeeded: $0.value))
      }
      if new.count == 0 {
        text += old.text[old.textRange(i)]
      } else {
        count(new.count, .words)
        text += new.text.utf8
        maps[i] = new.map
      }
      transcript.columns.textEnds[i] = UInt32(clamping: text.count)
    }
    transcript.columns.text = text
    if !maps.isEmpty { moveMarks(&transcript, old, maps) }
    return maps
  }

  private func moveMarks(
    _ transcript: inout Transcript, _ old: UtteranceColumns, _ maps: [Int: TextMap]
  ) {
    var first = 0
    let marks = transcript.marks
    while first < marks.count {
      let utterance = marks[first].utterance
      var end = first + 1
      while end < marks.count, marks[end].utterance == utterance { end += 1 }
      if let map = maps[utterance], !marks[first..<end].allSatisfy(\.isBetween) {
        let mover = MarkMover(
          map, from: old.text[old.textRange(utterance)],
          to: transcript.columns.text[transcript.columns.textRange(utterance)])
        mover.move(first..<end, in: &transcript.marks)
      }
      first = end
    }
  }

  // MARK: What marks say

  mutating func mark(_ old: Mark, _ place: Place) -> Mark {
    var new = old
    let field: RewriteCounts.Field =
      switch old.kind {
      case .note: .notes
      case .contribution: .contributions
      default: .descriptions
      }
    new.detail.descriptions = old.detail.descriptions.map { line($0, field) }
    new.detail.attributes = old.detail.attributes.compactMap { attribute in
      value(of: attribute, field, place).map { .init(attribute.name, $0) }
    }
    return new
  }

  private mutating func value(
    of attribute: MarkupElement.Attribute, _ field: RewriteCounts.Field, _ place: Place
  ) -> String? {
    let value = attribute.value
    let new: String?
    switch attribute.name {
    case "xml:id": new = identifier(value)
    case "ana", "resp": new = pointers(value)
    case "target": new = targets(value, place)
    case "type", "subtype", "new": new = word(value, field)
    case "reason":
      new = value.tokens.compactMap { word($0, field) }.joined(separator: " ")
    case "n": new = optionalLine(value, field)
    default: new = value
    }
    return new?.isEmpty == true ? nil : new
  }

  // MARK: Sections and topics

  mutating func section(_ old: Section) -> Section {
    var new = old
    new.type = word(old.type, .headings) ?? old.type
    new.number = optionalLine(old.number, .headings)
    new.headings = old.headings.map { line($0, .headings) }
    new.id = old.id.map { identifier($0) }
    new.analysis = old.analysis.map { identifier($0) }
    return new
  }

  mutating func topic(_ old: Topic, _ maps: [Int: TextMap]) -> Topic {
    var new = old
    new.id = old.id.map { identifier($0) }
    new.number = optionalLine(old.number, .topics)
    new.label = line(old.label, .topics)
    new.type = word(old.type, .topics)
    new.subtype = word(old.subtype, .topics)
    new.analysis = old.analysis.map { identifier($0) }
    new.responsible = old.responsible.map { identifier($0) }
    if case .stretches(let stretches) = old.extent {
      new.extent = .stretches(
        stretches.map { stretch in
          guard let scalars = stretch.scalars, let map = maps[stretch.utterance] else {
            return stretch
          }
          return TextStretch(utterance: stretch.utterance, scalars: map.range(scalars))
        })
    }
    return new
  }
}

/// Moves the marks of one utterance to where their words are.
private struct MarkMover {
  private let map: TextMap
  /// The number of the scalar at each byte of the old words, the end included.
  private let scalars: [Int]
  /// The byte at which each scalar of the new words begins, the end included.
  private let bytes: [Int]
  private let words: ArraySlice<UInt8>

  init(_ map: TextMap, from old: ArraySlice<UInt8>, to new: ArraySlice<UInt8>) {
    self.map = map
    words = new
    var scalars: [Int] = []
    var count = 0
    for byte in old {
      if byte & 0xC0 == 0x80 {
        scalars.append(count - 1)
      } else {
        scalars.append(count)
        count += 1
      }
    }
    self.scalars = scalars + [count]
    bytes =
      new.indices.filter { new[$0] & 0xC0 != 0x80 }.map { $0 - new.startIndex } + [new.count]
  }

  /// Marks widen to whole replacements; where two that stand beside each other both would take one
  /// in, the first does. So they stay in order, one after or inside the other.
  func move(_ range: Range<Int>, in marks: inout [Mark]) {
    let extents = extents(range, marks)
    // How far the marks inside each stretch, and those inside none (-1), have come.
    var ends: [Int: Int] = [:]
    for i in range where !marks[i].isBetween {
      let old = marks[i].range
      let parent = marks[i].parent ?? -1
      let start = max(byte(map.lower(scalars[old.lowerBound])), ends[parent] ?? 0)
      var end = start
      if marks[i].kind.isStretch {
        let last = extents[i - range.lowerBound]
        if last > old.lowerBound { end = max(start, byte(map.upper(scalars[last]))) }
        ends[i] = start
      }
      ends[parent] = end
      // A space at the end of a stretch stands outside it.
      if end > start, words[words.startIndex + end - 1] == 0x20 { end -= 1 }
      marks[i].range = start..<end
    }
  }

  /// Where each mark ends, those inside it included: one inside may stand behind a space that does
  /// not count as part of the stretch around it.
  private func extents(_ range: Range<Int>, _ marks: [Mark]) -> [Int] {
    var extents = marks[range].map(\.range.upperBound)
    for i in range.reversed() {
      guard let parent = marks[i].parent, range.contains(parent) else { continue }
      let outer = parent - range.lowerBound
      extents[outer] = max(extents[outer], extents[i - range.lowerBound])
    }
    return extents
  }

  private func byte(_ scalar: Int) -> Int { bytes[min(scalar, bytes.count - 1)] }
}
