extension StudyCorpus {
  /// A study in memory of transcripts that stand alone, with the codes, codings and memos that their
  /// files hold: what is needed to write them in another format.
  ///
  /// The study has no history and is not kept. What ``StudyTEI/read(_:)`` could not understand is
  /// among the diagnostics.
  /// - Parameters:
  ///   - transcripts: Transcripts; of two with the same identifier both are in the study, and what is
  ///     coded goes to the first.
  ///   - reading: What was read of the study by an importer; by default what the transcripts hold.
  /// - Returns: The study with its transcripts, and diagnostics.
  /// - Throws: ``RuleViolation`` if the rules of a study forbid what the files hold.
  public static func reading(_ transcripts: [Transcript], study reading: StudyTEI.Reading? = nil)
    throws -> (corpus: StudyCorpus, diagnostics: [Diagnostic])
  {
    let begin = Timestamp(milliseconds: 0)
    var random = RandomGenerator(seed: 1)
    let reader = Researcher(id: Identifier(at: begin, using: &random), name: "unknown")
    var editor = StudyEditor(
      Study(), lamport: 0, signature: .init(actor: reader.id, at: begin, seed: 2))
    try editor.create(reader, .join)
    var versions: [TranscriptVersion] = []
    for transcript in transcripts {
      let object = StudyTranscript(
        id: editor.newIdentifier(), name: transcript.id, version: "memory", file: transcript.file)
      try editor.create(object)
      versions.append(TranscriptVersion(id: object.id, version: "memory", transcript: transcript))
    }
    let reading = reading ?? StudyTEI.read(transcripts)
    var named: Set<String> = []
    let report = try editor.importCodings(
      from: reading, into: versions.filter { named.insert($0.transcript.id).inserted })
    return (StudyCorpus(editor.state, versions: versions), report.diagnostics)
  }
}
