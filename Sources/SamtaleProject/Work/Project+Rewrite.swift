import GRDB
import Samtale

extension Project {
  /// What rewriting a project did.
  public struct RewriteReport: Sendable {
    /// How many stretches of text were replaced, by what they stood in. What an event says of the
    /// state before it is not counted again.
    public var counts = RewriteCounts()
    /// Versions of transcripts.
    public var versions = 0
    public var events = 0
    /// Places in transcripts: of codings, excerpts, memos and everything else.
    public var anchors = 0
    /// Places that now take in more than before, since they began or ended inside a replaced stretch.
    public var widened = 0
    /// Codings on earlier versions of transcripts that were found again in the present one and no
    /// longer are, since the words around them are others.
    public var lost = 0
    /// Events on private memos that were left out.
    public var keptPrivate = 0
    /// Facts that researchers added about people and that read otherwise now, or are left out.
    public var changedFacts = 0
    public var droppedFacts = 0
    /// What the sources held that the profile has no place for, and other remarks on writing them.
    public var diagnostics: [Diagnostic] = []
  }

  /// Makes a project file in which every text is rewritten: of transcripts in all their versions,
  /// codes, memos, themes, condensates, excerpts, translations, reasons, researchers.
  ///
  /// Events, their times and their order stay, and identifiers of objects but for those that an import
  /// made from names: who guesses a name could tell by them that it is the right one. Codings, excerpts and other
  /// places stand on the same words as before, or on what these became; one that begins or ends
  /// inside a replaced stretch takes in the whole of it. The sources of the new file are the rewritten
  /// transcripts as TEI; nothing of the former sources, of the digests over the former log or of its
  /// words is in it. The project itself stays as it is.
  ///
  /// Identifiers of utterances stay too; `keptIdentifiers` of the counts says how many of them hold
  /// something to be replaced.
  ///
  /// What is known about people may become less telling at the same time, in all versions of
  /// transcripts and in the facts that researchers added (a fact that goes is left out with all its
  /// events, with memos and links about it, and with the reasons of its changes).
  /// - Parameters:
  ///   - path: The file to make.
  ///   - includesPrivate: Whether private memos go with it; see ``share(to:)``.
  ///   - people: What becomes of what is known about people; `nil` leaves it, but for its words.
  ///   - names: What is to be replaced in identifiers and names of files beside what is found in them
  ///     as texts; `nil` is nothing.
  ///   - rewrite: What is to be replaced in a text, in Unicode scalars. It is asked once about each
  ///     different text; the same text must always give the same.
  /// - Returns: How much was replaced.
  /// - Throws: ``ProjectError`` if there is a file of that name, if the log was altered or a source
  ///   is missing; nothing is left behind then.
  @discardableResult
  public func rewritten(
    to path: String, includesPrivate: Bool = true, people: PeopleRewriting? = nil,
    names: (@Sendable (String) -> [TextRewrite])? = nil,
    _ rewrite: @escaping @Sendable (String) -> [TextRewrite]
  ) throws -> RewriteReport {
    let copy = try Project.empty(path)
    do {
      let report = try copy.write { db in
        try read { mine in
          try requireSound(mine)
          let hidden = includesPrivate ? [] : try Self.hiddenMemos(mine)
          var rewriting = ProjectRewriting(
            from: mine, to: db, without: hidden, people: people,
            study: StudyRewriting(
              names: names, identifiers: try Self.renaming(mine), rewrite))
          try rewriting.run()
          _ = try Self.rebuild(db)
          var report = rewriting.report
          let known = Set(try Self.lostCodings(mine).map(rewriting.identifier))
          report.lost = try Self.lostCodings(db).subtracting(known).count
          return report
        }
      }
      try copy.database.close()
      return report
    } catch {
      copy.discard()
      throw error
    }
  }

  /// Identifiers made from names become what only somebody with the project itself can make: digests
  /// of them together with the digest of the whole log, as UUIDs of version 8.
  private static func renaming(_ mine: Database) throws -> IdentifierRenaming {
    let head = try EventLog(db: mine).head()
    return IdentifierRenaming { id in
      var bytes = Array(Digest(parts: [head, id.bytes]).bytes.prefix(16))
      bytes[6] = bytes[6] & 0x0F | 0x80
      bytes[8] = bytes[8] & 0x3F | 0x80
      return Identifier(bytes: bytes) ?? id
    }
  }

  private static func lostCodings(_ db: Database) throws -> Set<Identifier> {
    try Identifier.fetchSet(
      db,
      sql: """
        SELECT coding.id FROM place JOIN coding ON coding.key = place.coding
        WHERE place.status = 'lost'
        """)
  }
}
