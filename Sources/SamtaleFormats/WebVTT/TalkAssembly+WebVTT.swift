import Samtale

extension TalkAssembly {
  /// Reads a WebVTT file in two passes, the first of which only counts labels.
  mutating func readWebVTT(_ text: SourceText) {
    guard WebVTTFile.hasSignature(text.bytes) else {
      rest = .refused
      return findings.report(
        .error, .notImported, line: 1, "a WebVTT file begins with the line WEBVTT",
        do: "write it above the rest, or name another format with --from")
    }
    signs = TalkSigns()
    progress.begin(0.3, of: size)
    var counting = WebVTTReader(text)
    while let part = counting.next() {
      switch part {
      case .cue(let cue): for part in CueText(cue.text, line: cue.line).parts { count(part) }
      case .block(let block): if block.kind == .header { readLanguage(block) }
      }
      progress.tell(counting.place)
    }
    startStreaming(bytes: size)
    progress.begin(1, of: size)
    var order = CueOrder()
    var reader = WebVTTReader(text)
    while let part = reader.next() {
      switch part {
      case .cue(let cue): add(cue, &order)
      case .block(let block): add(block)
      }
      progress.tell(reader.place)
    }
  }

  private mutating func readLanguage(_ header: WebVTTFile.Block) {
    for line in header.text.split(separator: "\n").dropFirst() {
      if let language = line.value(of: "Language") { setLanguage(language) }
    }
  }

  private mutating func add(_ cue: WebVTTFile.Cue, _ order: inout CueOrder) {
    if cue.isIrregular { findings.guess(.irregularTimes, line: cue.line) }
    add(
      Cue(
        id: cue.id, start: cue.start, end: cue.end, text: cue.text, line: cue.line,
        timingLength: cue.timingLength),
      &order, decodesReferences: true, hidesStyles: false)
  }

  private mutating func add(_ block: WebVTTFile.Block) {
    switch block.kind {
    case .header: readHeader(block)
    case .note: addNote(String(block.text.dropFirst(4)), of: block)
    case .style, .region: accounted[.markup] += block.text.unicodeScalars.count
    case .unknown:
      refuse(
        block.text, line: block.line,
        block.text.contains("-->")
          ? "the times of a cue cannot be read" : "lines that belong to no cue",
        do: "write times as 00:01:02.345 --> 00:01:04.000 above the words")
    }
  }

  private mutating func addNote(_ text: String, of block: WebVTTFile.Block) {
    let note = text.trimmed
    let length = note.unicodeScalars.count
    accounted[.markup] += block.text.unicodeScalars.count - length
    guard !note.isEmpty else { return }
    // noScribe names the recording so.
    if note.hasPrefix("media:"), builder.header.media == nil {
      builder.header.media = note.dropFirst(6).description.trimmed
      accounted[.header] += length
      return
    }
    var part = TalkPart(items: [.note(note, type: nil)], line: block.line)
    part.isRemark = true
    add(part)
  }

  /// The title beside the signature, and the lines below it.
  private mutating func readHeader(_ block: WebVTTFile.Block) {
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    let title = lines[0].dropFirst(6).drop { $0.isWhitespace || $0 == "-" || $0 == "–" }
    accounted[.header] += title.unicodeScalars.count
    accounted[.markup] += lines[0].unicodeScalars.count - title.unicodeScalars.count
    if !title.isEmpty { builder.header.title = String(title).trimmed }
    for (i, line) in lines.enumerated().dropFirst() {
      if line.value(of: "Language") != nil {
        accounted[.header] += line.unicodeScalars.count
      } else {
        var remark = TalkPart(
          items: [.note(line.trimmed, type: "header")], line: block.line + i)
        remark.isRemark = true
        add(remark)
      }
    }
  }
}

extension Substring {
  /// What follows `name:` or `name=` at the beginning of a line.
  fileprivate func value(of name: String) -> String? {
    guard lowercased().hasPrefix(name.lowercased()),
      let mark = dropFirst(name.count).first, mark == ":" || mark == "="
    else { return nil }
    return String(dropFirst(name.count + 1)).trimmed
  }
}
