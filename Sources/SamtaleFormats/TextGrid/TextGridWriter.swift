import Samtale

/// Writes a transcript as a Praat TextGrid: one interval tier for each person, in the long text form.
///
/// Gaps are empty intervals. What one person says at the same time as something else stands in a
/// further tier (`Anna [talk 2]`), talk of unknown speakers in `[talk]`, topics in `[topics]`,
/// annotations in `Anna [layer words]`, notes between utterances in `[notes]`. What has no start and
/// end cannot stand in a TextGrid; where only one of them is known, an utterance reaches to those
/// around it.
public enum TextGridWriter {
  /// What a TextGrid carries; the losses count what is carried only in part.
  static let carried: Set<TranscriptFeature> = BoundedTimes.carried.union([
    .labels, .unknownSpeakers, .silentPeople, .topics, .notes, .recording, .otherLayers,
  ])

  /// Writes a transcript.
  /// - Returns: The file (UTF-8), and what it does not hold. There are no bytes if no utterance has
  ///   words and times.
  public static func write(_ transcript: Transcript) -> (bytes: [UInt8], losses: ExportLosses) {
    var grid = TextGridDraft(transcript)
    grid.addTalk()
    grid.addLayers()
    grid.addTopics()
    grid.addNotes()
    return (grid.holdsTalk ? grid.bytes : [], grid.losses)
  }
}
