extension StudyTEI {
  /// What TEI files say of the talk that a study can take over: see
  /// ``StudyEditor/importCodings(from:into:)``.
  public struct Reading: Sendable {
    /// Codes, groups and themes of all files; what several files declare is there once.
    public package(set) var codebook = Codebook()
    package var people: [Person] = []
    var rounds: [Round] = []
    package var documents: [Document] = []
    /// Memos that are about none of the transcripts.
    package var general: [ReadMemo] = []
    /// Pointers that lead nowhere, and what else could not be understood. Of many findings that are
    /// alike the first twenty of a file are listed; one more says how many there are besides.
    public var diagnostics: [Diagnostic] { heap.list }
    var heap = DiagnosticHeap()

    /// A reading that says nothing yet.
    public init() {}

    /// How many codings there are.
    public var codings: Int { documents.reduce(0) { $0 + $1.codings.count } }
    /// How many meaning units there are.
    public var meaningUnits: Int { documents.reduce(0) { $0 + $1.units.count } }
    /// How many translations of turns there are.
    public var translations: Int { documents.reduce(0) { $0 + $1.translations.count } }
    /// How many memos there are.
    public var memos: Int { documents.reduce(general.count) { $0 + $1.memos.count } }
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
  package struct Person: Hashable, Sendable {
    package var id: Identifier
    package var isDerived: Bool
    package var name: String
    package var initials: String?
    package var isActive = true

    package init(
      id: Identifier, isDerived: Bool, name: String, initials: String? = nil
    ) {
      self.id = id
      self.isDerived = isDerived
      self.name = name
      self.initials = initials
    }
  }

  struct Round: Hashable, Sendable {
    var id: Identifier
    var name: String
    var isOpen: Bool
  }

  /// What one transcript holds.
  package struct Document: Sendable {
    package var transcript: Transcript
    package var codings: [ReadCoding] = []
    package var units: [ReadUnit] = []
    package var extracts: [ReadExtract] = []
    package var memos: [ReadMemo] = []
    var translations: [ReadTranslation] = []

    package init(transcript: Transcript) { self.transcript = transcript }
  }

  /// A place in the transcript of the file.
  package enum ReadPlace: Hashable, Sendable {
    case stretches([TextStretch])
    case topic(String, [TextStretch])
    case whole
  }

  /// An object to which a pointer leads. Codes and people are named by their index.
  package enum ReadTarget: Hashable, Sendable {
    case entry(CodebookPlace)
    case item(Identifier)
    case person(Int)
  }

  package struct ReadCoding: Hashable, Sendable {
    package var id: Identifier
    /// Whether a study gave the identifier; else it was made from names in somebody else's file.
    package var isOurs: Bool
    package var code: Int
    package var place: ReadPlace
    package var coder: Int?
    package var round: Int?
    package var note: String?
    /// When it was made in another program.
    package var made: Timestamp?

    package init(
      id: Identifier, isOurs: Bool, code: Int, place: ReadPlace, coder: Int? = nil,
      round: Int? = nil, note: String? = nil, made: Timestamp? = nil
    ) {
      self.id = id
      self.isOurs = isOurs
      self.code = code
      self.place = place
      self.coder = coder
      self.round = round
      self.note = note
      self.made = made
    }
  }

  package struct ReadUnit: Hashable, Sendable {
    package var id: Identifier
    package var group: Int
    package var part: Int?
    package var place: ReadPlace
    package var by: Int?
    package var isGolden: Bool
    package var copyOf: Identifier?
    package var note: String?

    package init(
      id: Identifier, group: Int, part: Int? = nil, place: ReadPlace, by: Int? = nil,
      isGolden: Bool, copyOf: Identifier? = nil, note: String? = nil
    ) {
      self.id = id
      self.group = group
      self.part = part
      self.place = place
      self.by = by
      self.isGolden = isGolden
      self.copyOf = copyOf
      self.note = note
    }
  }

  package struct ReadExtract: Hashable, Sendable {
    package var id: Identifier
    package var relation: Link.Relation
    package var theme: Int
    package var item: Identifier
    package var note: String?

    package init(
      id: Identifier, relation: Link.Relation, theme: Int, item: Identifier, note: String? = nil
    ) {
      self.id = id
      self.relation = relation
      self.theme = theme
      self.item = item
      self.note = note
    }
  }

  package struct ReadMemo: Hashable, Sendable {
    package var id: Identifier
    package var isOurs: Bool
    package var sort: Memo.Sort?
    package var visibility: Memo.Visibility
    package var title: String?
    package var body: String
    package var author: Int?
    package var target: ReadTarget?
    package var place: ReadPlace?
    /// When it was made in another program.
    package var made: Timestamp?
    /// The object of a study that it stands for; where that is, there is nothing to read.
    package var standsFor: Identifier?

    package init(
      id: Identifier, isOurs: Bool, sort: Memo.Sort? = nil, visibility: Memo.Visibility,
      title: String? = nil, body: String, author: Int? = nil, target: ReadTarget? = nil,
      place: ReadPlace? = nil, made: Timestamp? = nil, standsFor: Identifier? = nil
    ) {
      self.id = id
      self.isOurs = isOurs
      self.sort = sort
      self.visibility = visibility
      self.title = title
      self.body = body
      self.author = author
      self.target = target
      self.place = place
      self.made = made
      self.standsFor = standsFor
    }
  }
}

extension StudyTEI.Reading {
  /// Adds what is worth saying of the file.
  package mutating func report(_ diagnostic: Diagnostic) { heap.add(diagnostic) }
}
