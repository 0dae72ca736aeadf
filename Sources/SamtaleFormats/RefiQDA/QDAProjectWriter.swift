import Samtale
import SamtaleArchive

/// Writes a study as a REFI-QDA project (QDPX), which NVivo, MAXQDA, ATLAS.ti and others read.
///
/// | Samtale | REFI-QDA |
/// | --- | --- |
/// | transcript | `TextSource`: `LABEL: words`, a line for each utterance; meeting number, date, title and language as variables |
/// | recording that a transcript names | `AudioSource` or `VideoSource` with its path, never the file; inside it a `Transcript`, the text once more, with a `SyncPoint` for each start and end of an utterance and each time inside |
/// | code | `Code`, nested as the codes are; those no longer in use are not codable |
/// | coding | `PlainTextSelection` named by its words, with a `Coding` of its author and date |
/// | theme | `Set` “Theme: …”, its description says what it is; never a code |
/// | code group, subgroup | `Set`; where the group has meaning units also `Code`, subgroups below their group |
/// | meaning unit | `PlainTextSelection` named by its words, with a `Coding` with the code of its subgroup, else of its group |
/// | memo, remark on a coding | `Note` with author and dates, referenced from what it is about |
/// | remark on a meaning unit, candidate for quotation, copy of a unit | `Note` referenced from its coding |
/// | condensate, analytic text | `Note` that says what it is, member of its set |
/// | person, role, team | `Case` with variables, and for each utterance a selection without a code |
///
/// Codings and turns stay with the `TextSource`. A `Transcript` can be coded only between two points
/// in time, and programs leave a recording out whose file they do not find: nobody should lose
/// codings by that. Its GUID is made from that of the `TextSource`, so that on reading both are one
/// again. A transcript that names no recording has no place for its times.
///
/// Codes of code groups have GUIDs made from that of the group; by them Samtale knows the groups and
/// meaning units again, so that they come back as what they are, also from another program that
/// keeps GUIDs. What such a program codes with them in addition comes back as meaning units too.
///
/// GUIDs are the identifiers of the study or made from them, so that every export has the same
/// ones and GUIDs that came in with a project go out again. The XML is valid against Project.xsd of
/// QDA-XML 1.0. No paths of the machine are written.
public enum QDAProjectWriter {
  /// Writes a project.
  /// - Parameters:
  ///   - corpus: The study and its transcripts.
  ///   - program: For which program.
  ///   - options: Which memos are written; private ones never are.
  ///   - events: The log, from which codings and memos have their dates.
  /// - Returns: The archive, and what it does not carry.
  /// - Throws: If the archive cannot be made.
  public static func write(
    _ corpus: StudyCorpus, for program: QDAProgram = .standard,
    options: StudyTEI.Options = StudyTEI.Options(), events: [Event] = []
  ) throws(ZipError) -> (bytes: [UInt8], losses: ExportLosses) {
    var content = QDAContent(corpus, program, options, events)
    content.collect()
    var writer = QDAXMLWriter(content)
    let xml = writer.run()
    var archive = ZipWriter()
    archive.add("project.qde", xml)
    for source in content.sources {
      let text = source.text.bytes(for: program)
      archive.add("\(program.folder)/\(source.id).txt", text)
      if let recording = source.recording {
        archive.add("\(program.folder)/\(recording.transcript).txt", text)
      }
    }
    var losses = content.losses
    losses.add(QDAXMLWriter.strippedName, writer.stripped)
    return (try archive.bytes(), losses)
  }
}

/// Writes the codes of a study as a REFI-QDA codebook (QDC).
public enum QDACodebookWriter {
  /// Writes a codebook with its code groups, those with meaning units also as codes with which other
  /// programs can code; themes are sets that say what they are.
  public static func write(_ study: Study) -> (bytes: [UInt8], losses: ExportLosses) {
    var content = QDAContent(
      StudyCorpus(study, versions: []), .standard, StudyTEI.Options(), [])
    content.collectCodebook()
    var writer = QDAXMLWriter(content)
    let xml = writer.runCodebook()
    var losses = content.losses
    losses.add(QDAXMLWriter.strippedName, writer.stripped)
    return (xml, losses)
  }
}
