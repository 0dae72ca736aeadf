import Samtale

extension TalkAssembly {
  /// Reads a SubRip file in two passes, the first of which only counts labels.
  mutating func readSubRip(_ text: SourceText) {
    signs = TalkSigns()
    progress.begin(0.3, of: size)
    var counting = SubRipReader(text)
    while let found = counting.next() {
      for case .cue(let cue) in found {
        let text = CueText(cue.text, line: cue.line, decodesReferences: false, hidesStyles: true)
        for part in text.parts { count(part) }
      }
      progress.tell(counting.place)
    }
    startStreaming(bytes: size)
    progress.begin(1, of: size)
    var order = CueOrder()
    var reader = SubRipReader(text)
    while let found = reader.next() {
      for part in found {
        switch part {
        case .cue(let cue): add(cue, &order)
        case .unread(let unread): refuse(unread)
        }
      }
      progress.tell(reader.place)
    }
  }

  private mutating func add(_ cue: SubRipFile.Cue, _ order: inout CueOrder) {
    if cue.hasGap { findings.guess(.linesAfterGap, line: cue.line) }
    add(
      Cue(
        id: cue.id, start: cue.start, end: cue.end, text: cue.text, line: cue.line,
        timingLength: cue.timingLength),
      &order, decodesReferences: false, hidesStyles: true)
  }

  private mutating func refuse(_ part: SubRipFile.Unread) {
    refuse(
      part.text, line: part.line,
      part.text.contains("-->")
        ? "the times of a cue cannot be read" : "lines that belong to no cue",
      do: "write times as 00:01:02,345 --> 00:01:04,000 above the words")
  }
}
