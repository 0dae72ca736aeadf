import GRDB
import Samtale

extension Project {
  /// The codings that have a code themselves, in the order in which they were made; all, or only those
  /// on one transcript.
  public func codings(of code: Identifier, on transcript: Identifier? = nil) throws -> [Coding] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, fields FROM coding WHERE code = :code
          AND (:transcript IS NULL OR transcript = :transcript) ORDER BY id
          """, arguments: ["code": code, "transcript": transcript])
      return try rows.map { Coding(id: $0[0], fields: try Value.fields($0[1])) }
    }
  }

  /// Whether somebody has given a code to exactly this place, in the same round.
  public func isCoded(
    _ anchor: Anchor, _ code: Identifier, by coder: Identifier, round: Identifier? = nil
  ) throws -> Bool {
    try codings(of: code, on: anchor.transcript).contains {
      $0.anchor == anchor && $0.coder == coder && $0.round == round
    }
  }

  /// A passage as the tables hold it: quick, for lists and programs with very large projects.
  public struct Passage: Sendable {
    /// The coding; `nil` for a passage found by its words.
    public var coding: Identifier?
    public var transcript: Identifier
    /// What anchors call the utterance.
    public var utterance: String
    public var position: Int
    public var speaker: String?
    public var line: Int
    /// The utterance's text.
    public var text: String
    /// The coded part in Unicode scalars; `nil` is all of it.
    public var scalars: Range<Int>?
  }

  /// The passages of a code, in the order of transcripts and turns.
  /// - Parameters:
  ///   - code: The code; those merged into it count.
  ///   - limit: How many utterances at most.
  /// - Returns: One passage for each utterance of each coding.
  /// - Throws: ``ProjectError`` if the file cannot be read.
  public func passages(of code: Identifier, limit: Int = .max) throws -> [Passage] {
    try read { db in
      let state = StoredState(db)
      let codes = try Self.merged(into: code, state)
      var found: [Passage] = []
      for id in codes {
        let statement = try db.cachedStatement(
          sql: """
            SELECT u.transcript, u.name, u.position, u.speaker, u.line, u.text, p.first, p.last, c.id
            FROM coding c JOIN place p ON p.coding = c.key JOIN utterance u ON u.key = p.utterance
            WHERE c.code = ? ORDER BY u.transcript, u.position LIMIT ?
            """)
        let rows = try Row.fetchCursor(statement, arguments: [id, limit])
        while let row = try rows.next() { found.append(Passage(row)) }
      }
      return codes.count == 1
        ? found : found.sorted { ($0.transcript, $0.position) < ($1.transcript, $1.position) }
    }
  }

  private static func merged(into code: Identifier, _ state: StoredState) throws -> [Identifier] {
    var all = [code]
    let codes = try state.all(Code.self)
    var next = 0
    while next < all.count {
      all += codes.filter { $0.mergedInto == all[next] && !all.contains($0.id) }.map(\.id)
      next += 1
    }
    return all
  }

  /// Utterances in which words are said.
  /// - Parameters:
  ///   - words: Words that must all occur; `"…"` is a phrase, `*` at the end of a word stands for any
  ///     ending. Case and accents do not matter; å, ä, æ, ö and ø are letters of their own.
  ///   - limit: How many at most.
  /// - Returns: The utterances, transcript by transcript.
  /// - Throws: ``ProjectError`` if there is no word to look for.
  public func search(_ words: String, limit: Int = 1000) throws -> [Passage] {
    guard let expression = Self.expression(words) else {
      throw ProjectError(.nothing, "there is no word in “\(words)”", do: "give a word to look for")
    }
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT u.transcript, u.name, u.position, u.speaker, u.line, u.text
          FROM spoken JOIN utterance u ON u.key = spoken.rowid
          WHERE spoken MATCH ? ORDER BY spoken.rowid LIMIT ?
          """, arguments: [expression, limit])
      return rows.map { Passage($0) }
    }
  }

  /// What FTS5 is asked: every word and phrase in quotation marks, so that nothing is taken for an
  /// operator.
  static func expression(_ words: String) -> String? {
    var terms: [String] = []
    for (i, part) in words.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if i % 2 == 1 {
        if let phrase = folded(part) { terms.append("\"\(phrase)\"") }
        continue
      }
      for word in part.split(separator: " ") {
        guard let term = folded(word) else { continue }
        terms.append("\"\(term)\"" + (word.hasSuffix("*") ? "*" : ""))
      }
    }
    return terms.isEmpty ? nil : terms.joined(separator: " ")
  }

  /// Words as they are looked for; `nil` if there is no letter or digit in them.
  private static func folded(_ text: Substring) -> String? {
    // A character that ends a text in C would end the question.
    let text = String(text.filter { $0 != "\0" && $0 != "*" })
    let folded = TextFolding.words(text).joined(separator: " ")
    let isSaid = folded.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return isSaid ? folded : nil
  }
}

extension Project.Passage {
  fileprivate init(_ row: Row) {
    transcript = row[0]
    utterance = row[1]
    position = row[2]
    speaker = row[3]
    line = row[4]
    text = row[5]
    if row.count > 6 {
      coding = row[8]
      if let first: Int = row[6], let last: Int = row[7] { scalars = first..<last }
    }
  }
}

extension Project.Passage {
  /// The words that are meant: the coded part, or the whole utterance.
  public var words: String {
    guard let scalars else { return text }
    let all = text.unicodeScalars
    guard
      let from = all.index(all.startIndex, offsetBy: scalars.lowerBound, limitedBy: all.endIndex),
      let to = all.index(all.startIndex, offsetBy: scalars.upperBound, limitedBy: all.endIndex)
    else { return text }
    return String(all[from..<to])
  }
}
