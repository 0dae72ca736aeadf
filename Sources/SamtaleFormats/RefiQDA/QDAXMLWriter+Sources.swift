import Samtale

// Texts with their selections, and recordings.
extension QDAXMLWriter {
  mutating func write(_ source: QDAContent.Source) {
    xml.open(
      "TextSource",
      [
        ("guid", source.id.description), ("name", clean(source.version.transcript.id)),
        ("plainTextPath", "internal://\(source.id).txt"),
      ])
    let selections = source.selections.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.id)
        < ($1.range.lowerBound, $1.range.upperBound, $1.id)
    }
    for selection in selections { write(selection, of: source) }
    for coding in source.codings { write(coding) }
    for note in content.noteRefs[source.id] ?? [] { refer("NoteRef", note) }
    writeValues(source.values)
    xml.close("TextSource")
    if let recording = source.recording { write(recording, of: source) }
  }

  /// The recording, which holds the text once more, with its times.
  private mutating func write(_ recording: QDARecording, of source: QDAContent.Source) {
    let element = recording.path.isVideo ? "VideoSource" : "AudioSource"
    xml.open(
      element,
      [
        ("guid", recording.id.description), ("name", clean(recording.name)),
        ("path", clean(recording.path.text)),
      ])
    xml.open(
      "Transcript",
      [
        ("guid", recording.transcript.description),
        ("name", clean(source.version.transcript.id)),
        ("plainTextPath", "internal://\(recording.transcript).txt"),
      ])
    for point in recording.points {
      xml.line(
        "SyncPoint",
        [
          ("guid", point.id.description), ("timeStamp", String(point.milliseconds)),
          ("position", String(source.text.position(point.place))),
        ])
    }
    xml.close("Transcript")
    xml.close(element)
  }

  private mutating func write(_ selection: QDAContent.Selection, of source: QDAContent.Source) {
    let range = selection.range
    let name = QDAQuote.short(source.text.words(range))
    xml.open(
      "PlainTextSelection",
      [
        ("guid", selection.id.description), ("name", clean(name)),
        ("startPosition", String(source.text.position(range.lowerBound))),
        ("endPosition", String(source.text.position(range.upperBound))),
        ("creatingUser", selection.user?.description),
        ("creationDateTime", selection.made?.description),
      ])
    for coding in selection.codings { write(coding) }
    for note in selection.notes { refer("NoteRef", note) }
    xml.close("PlainTextSelection")
  }

  private mutating func write(_ coding: QDAContent.Coding) {
    xml.open(
      "Coding",
      [
        ("guid", coding.id.description), ("creatingUser", coding.user?.description),
        ("creationDateTime", coding.made?.description),
      ])
    refer("CodeRef", coding.code)
    for note in coding.notes { refer("NoteRef", note) }
    xml.close("Coding")
  }
}
