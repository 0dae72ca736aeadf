import Samtale

/// A corpus, or a study, as one page that needs no network and no other file: tables, figures, the
/// talk itself, and the way from each number to the turns behind it.
///
/// ```swift
/// let meetings = Corpus.read(["Corpora/ips-meetings"]).transcripts.map {
///   ReportMeeting($0, cues: CueLibrary())
/// }
/// let page = Report(meetings, options: Report.Options(title: "Collaboration meetings")).html
/// ```
///
/// The page shows everything with scripts off; with scripts a number opens the turns behind it.
/// The same meetings, options and seed give the same bytes.
public struct Report: Sendable {
  let meetings: [ReportMeeting]
  let sources: [Source]
  let diagnostics: [Diagnostic]
  let study: StudyCorpus?
  let options: Options
  let places: ReportPlaces

  /// A file that was read.
  public struct Source: Sendable, Hashable {
    public var name: String
    /// Size in bytes; `nil` where it is not known.
    public var bytes: Int?
    /// SHA-256 in hexadecimal digits, or the first digits of it.
    public var digest: String

    public init(name: String, bytes: Int?, digest: String) {
      self.name = name
      self.bytes = bytes
      self.digest = digest
    }
  }

  /// What a report is called and how chance is brought in.
  public struct Options: Sendable {
    public var title: String
    /// The version of the program, for the paragraph on methods.
    public var version: String
    public var bootstrap: Bootstrap
    public var permutation: PermutationTest
    /// The day on which it is made (ISO 8601); `nil` prints none, so that the bytes depend on the
    /// corpus only.
    public var date: String?

    public init(
      title: String, version: String = "", bootstrap: Bootstrap = Bootstrap(),
      permutation: PermutationTest = PermutationTest(), date: String? = nil
    ) {
      self.title = title
      self.version = version
      self.bootstrap = bootstrap
      self.permutation = permutation
      self.date = date
    }
  }

  /// - Parameters:
  ///   - meetings: The meetings, in order.
  ///   - sources: The files they were read from.
  ///   - diagnostics: What was found while reading.
  ///   - study: The study with its transcripts, if there is one: themes, codes and excerpts.
  ///   - options: Title, seed and so on.
  public init(
    _ meetings: [ReportMeeting], sources: [Source] = [], diagnostics: [Diagnostic] = [],
    study: StudyCorpus? = nil, options: Options
  ) {
    let names = ReportPlaces.distinctNames(meetings.map(\.transcript))
    self.meetings = zip(meetings, names).map { meeting, name in
      var meeting = meeting
      meeting.turnTaking.meeting = name
      return meeting
    }
    self.sources = sources
    self.diagnostics = diagnostics
    self.study = study
    self.options = options
    places = ReportPlaces(meetings, names)
  }

  /// The page.
  public var html: String { ReportPage(self).text }

  /// The numbers that lead to talk, for checks: what a cell shows and how many things it opens.
  public var linkedCells: [LinkedCell] {
    sections.flatMap(\.tables).flatMap { linked in
      linked.links.map { place, evidence in
        LinkedCell(
          table: linked.table.title, row: linked.rowName(place.row), column: place.column,
          value: linked.cell(place), kind: evidence.kind, items: evidence.items.count,
          isCounted: evidence.isCounted)
      }
    }
  }

  /// See ``linkedCells``.
  public struct LinkedCell: Sendable, Hashable {
    public var table: String
    public var row: String
    /// The key of the column.
    public var column: String
    public var value: Table.Cell?
    public var kind: Kind
    /// How many turns, parts of turns or topics are behind the number.
    public var items: Int
    /// Whether the number counts just these things, so that it equals ``items``.
    public var isCounted: Bool

    /// What stands behind a number.
    public enum Kind: String, Sendable, Hashable {
      /// Whole turns.
      case turns = "t"
      /// Turns, or the parts of turns that belong to one topic.
      case contributions = "c"
      case topics = "o"
    }
  }

  /// One colour for each role on the whole page.
  var palette: RolePalette {
    RolePalette(meetings.map(\.transcript))
      .adding(meetings.flatMap(\.turnTaking.parties).map(\.name))
  }

  var sections: [ReportSection] {
    [
      participants, participation, turnTaking, topics, uptake, themes, excerpts, codes,
    ].compactMap { $0 }
  }
}

/// A part of the page with a heading.
struct ReportSection {
  /// The name to link to.
  var id: String
  var title: String
  var blocks: [Block]

  enum Block {
    /// A paragraph of plain text.
    case text(String)
    case heading(String)
    case table(LinkedTable)
    case figure(Figure)
    /// Markup that was written with everything in it escaped.
    case markup(String)
  }

  var tables: [LinkedTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}
