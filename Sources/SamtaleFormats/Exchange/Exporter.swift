import Samtale

/// How an export is written.
public struct ExportOptions: Sendable {
  /// Whether memos of the team leave too, not only those meant for export. Private ones never do.
  public var includesTeamMemos = false
  /// The program that a REFI-QDA project is for.
  public var program = QDAProgram.standard
  /// The history, from which codings and memos have their dates.
  public var events: [Event] = []
  /// The name of a file that holds a whole study, without extension.
  public var name = "study"

  public init() {}

  var study: StudyTEI.Options { StudyTEI.Options(includesTeamMemos: includesTeamMemos) }
}

/// Writes transcripts and studies in other programs' formats.
///
/// ```swift
/// let result = try Exporter.export(transcripts, to: .elan)
/// for line in result.losses.lines { print("not carried:", line) }
/// ```
public enum Exporter {
  /// The files of an export of transcripts that stand alone, with the codes and codings that they
  /// hold, and what the format does not hold of them.
  public static func export(
    _ transcripts: [Transcript], to format: ExportFormat, options: ExportOptions = ExportOptions()
  ) throws -> ExportResult {
    switch format {
    case .tei: return tei(transcripts, as: .profile)
    case .isoTEI: return tei(transcripts, as: .iso)
    default:
      let (corpus, diagnostics) = try StudyCorpus.reading(transcripts)
      var result = try export(corpus, to: format, options: options)
      result.diagnostics = diagnostics + result.diagnostics
      return result
    }
  }

  private static func tei(_ transcripts: [Transcript], as form: TEI.Form) -> ExportResult {
    var result = ExportResult()
    var names = FileNames()
    for transcript in transcripts {
      let writing = TEI.write(transcript, as: form)
      result.files.append(
        ExportedFile(path: names.next(for: transcript.id) + ".xml", bytes: writing.bytes))
      result.diagnostics += writing.diagnostics
    }
    return result
  }

  /// The files of an export, and what they do not hold.
  ///
  /// The same study gives the same bytes.
  public static func export(
    _ corpus: StudyCorpus, to format: ExportFormat, options: ExportOptions = ExportOptions()
  ) throws -> ExportResult {
    switch format {
    case .tei: tei(corpus, options, as: .profile)
    case .isoTEI: tei(corpus, options, as: .iso)
    case .tables, .jsonLines: tables(corpus, options, asJSONLines: format == .jsonLines)
    case .convokit: conversations(corpus, options)
    case .chat: each(corpus, options, extension: "cha", ChatWriter.write)
    case .elan: each(corpus, options, extension: "eaf", ElanWriter.write)
    case .exmaralda: each(corpus, options, extension: "exb", ExmaraldaWriter.write)
    case .textGrid: each(corpus, options, extension: "TextGrid", TextGridWriter.write)
    case .webVTT: each(corpus, options, extension: "vtt", WebVTTWriter.write)
    case .qdaProject: try qdaProject(corpus, options)
    case .qdaCodebook: qdaCodebook(corpus, options)
    }
  }

  private static func tei(_ corpus: StudyCorpus, _ options: ExportOptions, as form: TEI.Form)
    -> ExportResult
  {
    var result = ExportResult()
    for file in StudyTEI.write(corpus, options: options.study) {
      let writing = TEI.write(file.transcript, as: form)
      result.files.append(ExportedFile(path: file.name, bytes: writing.bytes))
      result.diagnostics += writing.diagnostics
    }
    for loss in StudyTEI.losses(corpus, options: options.study) {
      result.losses.add(loss.kind.title, loss.number)
    }
    return result
  }

  private static func tables(_ corpus: StudyCorpus, _ options: ExportOptions, asJSONLines: Bool)
    -> ExportResult
  {
    let tables = TidyTables(corpus, options: options.study)
    var result = ExportResult()
    result.files = tables.files(asJSONLines: asJSONLines)
    result.losses = tables.losses
    return result
  }

  private static func qdaProject(_ corpus: StudyCorpus, _ options: ExportOptions) throws
    -> ExportResult
  {
    let written = try QDAProjectWriter.write(
      corpus, for: options.program, options: options.study, events: options.events)
    return one(options.name + ".qdpx", written)
  }

  private static func qdaCodebook(_ corpus: StudyCorpus, _ options: ExportOptions) -> ExportResult {
    var result = one(options.name + ".qdc", QDACodebookWriter.write(corpus.study))
    result.losses.add("transcripts, with all that is said of them", corpus.transcripts.count)
    result.losses.add(
      study: corpus, carrying: [.code, .group, .theme, .link, .subgroup], options.study)
    return result
  }

  private static func one(_ path: String, _ written: (bytes: [UInt8], losses: ExportLosses))
    -> ExportResult
  {
    var result = ExportResult()
    result.files = [ExportedFile(path: path, bytes: written.bytes)]
    result.losses = written.losses
    return result
  }

  private static func conversations(_ corpus: StudyCorpus, _ options: ExportOptions)
    -> ExportResult
  {
    var result = ConvoKitWriter.write(corpus.inOrder.map(\.transcript))
    result.losses.add(study: corpus, carrying: [], options.study)
    return result
  }
}

extension Exporter {
  /// One file for each transcript, by a writer that knows transcripts only: what belongs to the study
  /// is lost, and counted.
  static func each(
    _ corpus: StudyCorpus, _ options: ExportOptions, extension suffix: String,
    _ write: (Transcript) -> (bytes: [UInt8], losses: ExportLosses)
  ) -> ExportResult {
    var result = ExportResult()
    var names = FileNames()
    for version in corpus.inOrder {
      let written = write(version.transcript)
      result.losses += written.losses
      guard !written.bytes.isEmpty else {
        result.diagnostics.append(refusal(version.transcript, suffix))
        continue
      }
      let name = names.next(for: version.transcript.id)
      result.files.append(ExportedFile(path: "\(name).\(suffix)", bytes: written.bytes))
    }
    result.losses.add(study: corpus, carrying: [], options.study)
    return result
  }

  /// Why a transcript gets no file: the format holds nothing but talk with times.
  private static func refusal(_ transcript: Transcript, _ suffix: String) -> Diagnostic {
    Diagnostic(
      .error, .notCarried, file: transcript.file,
      "the transcript \(transcript.id) has no words with a start and an end, so its .\(suffix) file "
        + "would hold no talk and is not written",
      do: "add times to the utterances, or choose a format that needs none: csv, chat or eaf")
  }
}

/// Gives transcripts file names: their identifiers, numbered where two are the same.
public struct FileNames: Sendable {
  private var used: Set<String> = []

  public init() {}

  /// UTF-8 bytes that leave room for a number and an extension: systems allow 255.
  private static let longest = 200

  /// The identifier without what systems forbid in names. Scalars are looked at, not characters: a
  /// slash with an accent over it is another character, but divides folders all the same.
  private static func plain(_ id: String) -> String {
    var name = String.UnicodeScalarView()
    var bytes = 0
    for scalar in id.unicodeScalars {
      let isForbidden =
        scalar.value < 0x20 || scalar.value == 0x7F || "/\\:*?\"<>|".unicodeScalars.contains(scalar)
      bytes += UTF8.width(scalar)
      guard bytes <= longest else { break }
      name.append(isForbidden ? "_" : scalar)
    }
    return String(name)
  }

  /// A name without extension that no other has, capitals aside.
  public mutating func next(for id: String) -> String {
    let plain = Self.plain(id)
    let base = plain.isEmpty || plain == "." || plain == ".." ? "transcript" : plain
    var name = base
    var number = 2
    while !used.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
