import Samtale

extension TalkAssembly {
  mutating func readSubRip(_ text: SourceText) {
    let file = SubRipFile(text)
    for part in file.unread {
      refuse(
        part.text, line: part.line,
        part.text.contains("-->")
          ? "the times of a cue cannot be read" : "lines that belong to no cue",
        do: "write times as 00:01:02,345 --> 00:01:04,000 above the words")
    }
    var order = CueOrder()
    for cue in file.cues {
      if cue.hasGap { findings.guess(.linesAfterGap, line: cue.line) }
      add(
        Cue(
          id: cue.id, start: cue.start, end: cue.end, text: cue.text, line: cue.line,
          timingLength: cue.timingLength),
        &order, decodesReferences: false, hidesStyles: true)
    }
  }
}
