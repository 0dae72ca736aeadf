/// A coded corpus as TEI files of the Samtale profile, and back.
///
/// Each file holds its transcript with all that is said of it: the codebook as a taxonomy, codings,
/// meaning units and extracts of themes as lists of annotations, memos as notes, those who coded as
/// statements of responsibility. The form is described in `Schemas/samtale.rnc`; identifiers are
/// described at ``Codebook/taxonomy``.
///
/// | what | where |
/// | --- | --- |
/// | coding | `listAnnotation[@type='codings']/annotation`: `target`, `ana` its code, `resp` its coder, `note` its remark |
/// | round | a list of codings of its own: `@n` its name, `@subtype` open or closed |
/// | meaning unit | `listAnnotation[@type='meaningUnits']/annotation`: `ana` its code group, subgroup and the unit of which it is a copy; `motivation` holds `bookmarking` for golden ones |
/// | extract of a theme | `listAnnotation[@type='extracts' or 'contrary']/annotation[@motivation='linking']`: `target` the coding or unit, `ana` the theme |
/// | translation | `spanGrp[@type='translation']/span`: `target` the turn, `xml:lang` the language, `subtype` the status, `resp` the translator (and who put it into the study); a translation of the file stays unless the study has another |
/// | memo | `note[@type='memo']`: `@n` its title, `@subtype` its kind (with `.team` if only the team may see it), `target` what it is about |
///
/// Targets are whole utterances (`#u5`), parts of them in Unicode scalars (`#string-range(u5,0,15)`),
/// topics (`#t1`) or the transcript.
public enum StudyTEI {
  /// What is written.
  public struct Options: Hashable, Sendable {
    /// Write memos of the team too, not only those that may leave the project. Private memos are
    /// never written.
    public var includesTeamMemos: Bool

    public init(includesTeamMemos: Bool = false) { self.includesTeamMemos = includesTeamMemos }

    /// Whether a memo may leave the project.
    public func includes(_ memo: Memo) -> Bool {
      switch memo.visibility {
      case .personal: false
      case .team: includesTeamMemos
      case .export: true
      }
    }
  }

  /// The transcripts of a study with its codebook, codings, meaning units and memos beside the talk;
  /// ``TEI/write(_:as:)`` makes files of them.
  ///
  /// What else the transcripts hold stays: topics, roles, other layers of annotation. Annotations
  /// that the study took over from them are written as the study has them. Memos leave only as the
  /// study has them and ``Options`` allow: those that came in with a transcript and are not in the
  /// study, because nobody took them over or somebody removed them, are not written. Utterances without an
  /// identifier, or with one that XML forbids or that is used twice, get one. ``losses(_:options:events:conflicts:)``
  /// says what is not written.
  /// - Returns: The transcripts in order of their names, each with a name for its file.
  public static func write(_ corpus: StudyCorpus, options: Options = Options())
    -> [(name: String, transcript: Transcript)]
  {
    let content = StudyTEIContent(corpus, options)
    var taken: Set<String> = []
    return corpus.inOrder.map { version in
      let stem = XMLNames.valid(version.transcript.id, prefix: "t.")
      var name = stem
      var number = 1
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(stem)-\(number)"
      }
      var writer = StudyTEIWriter(content, version)
      return (name + ".xml", writer.run())
    }
  }

  static let codings = "codings"
  static let meaningUnits = "meaningUnits"
  static let extracts = "extracts"
  static let contrary = "contrary"
  static let memo = "memo"

  /// Whether a layer of a transcript is a memo.
  static func isMemo(_ element: MarkupElement) -> Bool {
    element.name == "note" && element["type"] == memo
  }

  /// Follows the kind of a memo that only the team may see.
  static let teamSuffix = ".team"
}
