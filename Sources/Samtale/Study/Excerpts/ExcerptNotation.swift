/// Excerpts as text that people write: the words as they are to be printed, with every change marked.
///
/// ```
/// @ team1-m1
/// u12: I would like [+to say] that *nobody* [...] waits for [Kari -> X].
/// ...
/// >> later
/// u31 (to the work applicant): You [= the work applicant] know [- you know,] the job.
/// ```
///
/// | sign | what it does |
/// |---|---|
/// | `@ name` | the transcript that the following turns are from |
/// | `u12: words` | an utterance; without words all of it; `u12-u15:` several whole ones |
/// | `u12@40: words` | words that begin at the 40th sign (from 0), where they are said more than once |
/// | `u12 (to her): words` | with an addressee on the label |
/// | `...` | turns are left out |
/// | `>> later`, `>> meeting` | the next turn was said later in the meeting, or in a later meeting |
/// | `[...]` | words are left out, up to the next words written; `[- words]` says which |
/// | `[+ to say]` | an insertion |
/// | `[= the work applicant]` | what the words before refer to |
/// | `[> to the patient]` | to whom the following words are said |
/// | `[Kari -> X]` | a name replaced |
/// | `[itte ~> ikke]` | a form normalised |
/// | `*words*` | emphasis of the editor |
/// | `\\[` | a sign that stands in the transcript |
/// | a line that begins with spaces, `  en: words` | the words of a translation of the turn above |
/// | `# …` | a remark |
///
/// Words must be those of the transcript; quotation marks, apostrophes and dashes may be of other
/// shapes, and white space counts as one space.
public enum ExcerptNotation {
  /// Reads an excerpt.
  /// - Parameters:
  ///   - text: The lines.
  ///   - sources: The transcripts from which the words are.
  ///   - file: What errors call the text.
  /// - Returns: At least one turn, with what stands between.
  /// - Throws: ``NotationError`` with line and column.
  public static func items(
    _ text: String, in sources: ExcerptSources, file: String = "excerpt"
  ) throws(NotationError) -> [Excerpt.Item] {
    var reader = NotationReader(sources: sources, file: file)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      try reader.read(line, number: index + 1)
    }
    return try reader.finish()
  }

  /// Writes an excerpt so that reading it gives the same items.
  /// - Parameters:
  ///   - items: The items; places that are not found are written as remarks.
  ///   - sources: The transcripts from which the words are.
  /// - Returns: A line for each item.
  public static func text(_ items: [Excerpt.Item], in sources: ExcerptSources) -> String {
    var writer = NotationWriter(sources: sources)
    for item in items { writer.write(item) }
    return writer.lines.map { $0 + "\n" }.joined()
  }
}

/// What cannot be read in an excerpt that somebody wrote.
public struct NotationError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  /// In Unicode scalars, from 1.
  public var column: Int
  public var what: String
  public var remedy: String

  public var description: String { "\(file):\(line):\(column): \(what) — \(remedy)" }
}

/// Where in a text of excerpts something stands.
struct NotationPlace {
  let file: String
  let line: Int

  func error(_ what: String, _ column: Int = 1, do remedy: String) -> NotationError {
    NotationError(file: file, line: line, column: column, what: what, remedy: remedy)
  }
}
