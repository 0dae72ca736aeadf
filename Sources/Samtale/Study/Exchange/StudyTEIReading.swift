extension StudyTEI {
  /// What TEI files say of the talk that a study can take over: see
  /// ``StudyEditor/importCodings(from:into:)``.
  public struct Reading: Sendable {
    /// Codes, groups and themes of all files; what several files declare is there once.
    public internal(set) var codebook = Codebook()
    var people: [Person] = []
    var rounds: [Round] = []
    var documents: [Document] = []
    /// Pointers that lead nowhere, and what else could not be understood. Of many findings that are
    /// alike the first twenty of a file are listed; one more says how many there are besides.
    public var diagnostics: [Diagnostic] { heap.list }
    var heap = DiagnosticHeap()

    /// How many codings there are.
    public var codings: Int { documents.reduce(0) { $0 + $1.codings.count } }
    /// How many meaning units there are.
    public var meaningUnits: Int { documents.reduce(0) { $0 + $1.units.count } }
    /// How many translations of turns there are.
    public var translations: Int { documents.reduce(0) { $0 + $1.translations.count } }
    /// How many memos there are.
    public var memos: Int { documents.reduce(0) { $0 + $1.memos.count } }
  }

  /// Reads codebook, codings, meaning units, extracts of themes, translations and memos from
  /// transcripts.
  ///
  /// Files that ``write(_:options:)`` made give the same objects with the same identifiers. In others'
  /// files of the profile, identifiers are made from those of the transcript and of the annotation,
  /// so that reading the same file twice gives the same objects. A code that no taxonomy declares is
  /// made under the name by which annotations call it, so that no coding is lost.
  public static func read(_ transcripts: [Transcript]) -> Reading {
    var reader = StudyTEIReader()
    for transcript in transcripts { reader.read(transcript) }
    return reader.finished
  }

  /// Somebody to whom `resp` points.
  struct Person: Hashable, Sendable {
    var id: Identifier
    var isDerived: Bool
    var name: String
    var initials: String?
    var isActive = true
  }

  struct Round: Hashable, Sendable {
    var id: Identifier
    var name: String
    var isOpen: Bool
  }

  /// What one transcript holds.
  struct Document: Sendable {
    var transcript: Transcript
    var codings: [ReadCoding] = []
    var units: [ReadUnit] = []
    var extracts: [ReadExtract] = []
    var memos: [ReadMemo] = []
    var translations: [ReadTranslation] = []
  }

  /// A place in the transcript of the file.
  enum ReadPlace: Hashable, Sendable {
    case stretches([TextStretch])
    case topic(String, [TextStretch])
    case whole
  }

  /// An object to which a pointer leads. Codes and people are named by their index.
  enum ReadTarget: Hashable, Sendable {
    case entry(CodebookPlace)
    case item(Identifier)
    case person(Int)
  }

  struct ReadCoding: Hashable, Sendable {
    var id: Identifier
    /// Whether a study gave the identifier; else it was made from names in somebody else's file.
    var isOurs: Bool
    var code: Int
    var place: ReadPlace
    var coder: Int?
    var round: Int?
    var note: String?
  }

  struct ReadUnit: Hashable, Sendable {
    var id: Identifier
    var group: Int
    var part: Int?
    var place: ReadPlace
    var by: Int?
    var isGolden: Bool
    var copyOf: Identifier?
    var note: String?
  }

  struct ReadExtract: Hashable, Sendable {
    var id: Identifier
    var relation: Link.Relation
    var theme: Int
    var item: Identifier
    var note: String?
  }

  struct ReadMemo: Hashable, Sendable {
    var id: Identifier
    var isOurs: Bool
    var sort: Memo.Sort?
    var visibility: Memo.Visibility
    var title: String?
    var body: String
    var author: Int?
    var target: ReadTarget?
    var place: ReadPlace?
  }
}
