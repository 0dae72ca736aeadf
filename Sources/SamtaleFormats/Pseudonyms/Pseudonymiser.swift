import Samtale

/// Replaces the forms of a key in texts.
///
/// The longest form wins; a form that is kept protects what is inside it. Only whole words are
/// replaced, but the parts of a word with a hyphen are words (`Bergen-kontoret`). Capitals do not
/// matter, except for names that are ordinary words too (`Even`, `Will`): those are replaced as they
/// are written and all in capitals. Genitives (`Karis`, `Kari's`, `Jonas'`) go with their name.
///
/// ```swift
/// let pseudonymiser = Pseudonymiser(key: key, language: "nb")
/// pseudonymiser.rewritten("Karis sjef i Bergen-kontoret")  // "[person 1]s sjef i [sted 1]-kontoret"
/// ```
public struct Pseudonymiser: Sendable {
  private let matcher: FormMatcher
  private let forms: [PseudonymKey.Form]
  private let kinds: [IdentifierKind]
  private let language: String
  private let dates: DateGeneralisation
  private let slugs: NameSlugs

  /// - Parameters:
  ///   - key: What to replace by what. Forms that wait for a decision stay.
  ///   - language: The language of the talk, which decides how genitives are written.
  ///   - dates: What becomes of a text that is nothing but a date with its year, such as the day of
  ///     a meeting, and of which the key says nothing.
  public init(
    key: PseudonymKey, language: String = "en", dates: DateGeneralisation = .none
  ) {
    self.dates = dates
    slugs = NameSlugs(key)
    let forms = key.entries.flatMap { entry in entry.forms.map { (entry.kind, $0) } }
    self.forms = forms.map(\.1)
    kinds = forms.map(\.0)
    matcher = FormMatcher(forms.map { ($0.1.text, $0.0) })
    self.language = NameLists.base(of: language)
  }

  /// The changes that a text needs, in order and without overlap.
  ///
  /// Replacing them leaves nothing more to replace, unless a replacement holds a form itself (see
  /// ``PseudonymKey/warnings(named:)``).
  /// - Complexity: Linear in the length of the text times the words of the longest form.
  public func rewrites(in text: String) -> [TextRewrite] {
    let tokens = TalkTokens(text)
    let found = rewrites(in: tokens)
    if found.isEmpty, dates != .none, let date = wholeDate(tokens) { return [date] }
    return found
  }

  /// A text that is nothing but a date, generalised.
  private func wholeDate(_ text: TalkTokens) -> TextRewrite? {
    guard text.scalars.count <= 40, text.count > 0,
      text.tokens.contains(where: { $0.isNumber }),
      !matcher.matches(at: 0, in: text).contains(where: { forms[$0.form].decision == .keep })
    else { return nil }
    let whole = text.text(text.scalars.indices)
    // A moment: 2018-02-08T10:00:00
    if whole.utf8.count > 10, whole.dropFirst(10).first == "T",
      CalendarDate(iso: String(whole.prefix(10))) != nil
    {
      return TextRewrite(
        scalars: text.scalars.indices, text: dates.generalised(String(whole.prefix(10))))
    }
    // A month, where years are wanted.
    if dates.generalised(whole) != whole {
      return TextRewrite(scalars: text.scalars.indices, text: dates.generalised(whole))
    }
    for language in language == "en" ? ["en"] : [language, "en"] {
      var patterns = DatePatterns(text, language: language, dates: dates)
      patterns.run()
      if let date = patterns.found.first, date.tokens == 0..<text.count, date.kind == .date,
        !date.isUnsure, let generalised = date.generalised, generalised != whole
      {
        return TextRewrite(scalars: date.scalars, text: generalised)
      }
    }
    return nil
  }

  private func rewrites(in text: TalkTokens, ignoresCase: Bool = false) -> [TextRewrite] {
    var rewrites: [TextRewrite] = []
    var i = 0
    while i < text.count {
      guard let match = decided(matcher.matches(at: i, in: text, ignoresCase: ignoresCase))
      else {
        i += 1
        continue
      }
      if forms[match.form].decision == .replace {
        var rewrite = rewrite(match, in: text)
        if kinds[match.form] == .date, !ignoresCase {
          let lead = DateLead(match.tokens.lowerBound, in: text, language: language)
          rewrite = lead.fitted(rewrite, behind: rewrites.last?.scalars.upperBound ?? 0)
        }
        rewrites.append(rewrite)
      }
      i = match.tokens.upperBound
    }
    return rewrites
  }

  /// The text with everything replaced.
  public func rewritten(_ text: String) -> String {
    RewrittenText(text, rewrites(in: text)).text
  }

  /// A file's name without its folder, or an identifier of markup (`p.kari`), with everything
  /// replaced by what such names may hold: `[person 1]` becomes `person-1`.
  ///
  /// Capitals say nothing here, and begin words inside (`intervjuKari2`). Two names may become one:
  /// the caller has to see to that.
  public func rewrittenName(_ name: String) -> String {
    let text = TalkTokens(name, splitsHumps: true)
    var found = slugs.rewrites(in: name)
    found += rewrites(in: text, ignoresCase: true).filter { rewrite in
      !found.contains { $0.scalars.overlaps(rewrite.scalars) }
    }
    let rewrites = found.map { rewrite in
      let words = rewrite.text.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
      let before = rewrite.scalars.lowerBound - 1
      let after = rewrite.scalars.upperBound
      let joinsBefore = before >= 0 && TalkTokens.isWord(text.scalars[before])
      let joinsAfter = after < text.scalars.count && TalkTokens.isWord(text.scalars[after])
      return TextRewrite(
        scalars: rewrite.scalars,
        text: (joinsBefore ? "-" : "") + words + (joinsAfter ? "-" : ""))
    }
    return RewrittenText(name, rewrites).text
  }

  /// What is to be replaced in an identifier of markup or the name of a file, beside what
  /// ``rewrites(in:)`` finds: names written without accents, capitals and spaces or with an initial
  /// (`bjorn`, `asebo`, `k.nordmann`).
  ///
  /// An identifier made from a name confirms who guesses the name, so it changes with it.
  public func rewrites(inIdentifier name: String) -> [TextRewrite] { slugs.rewrites(in: name) }

  /// Whether an identifier holds a name of at least five letters inside a longer word, which is not
  /// replaced since it may be another word: `intervjukari` and `karina`.
  public func mayHideName(_ identifier: String) -> Bool { slugs.isInsideWord(of: identifier) }

  /// The first match that somebody decided about. One that waits for a decision hides others at the
  /// same place, but not shorter ones inside.
  private func decided(_ matches: [FormMatcher.Match]) -> FormMatcher.Match? {
    var waiting: Range<Int>?
    for match in matches where match.tokens != waiting {
      if forms[match.form].decision != .ask { return match }
      waiting = match.tokens
    }
    return nil
  }

  private func rewrite(_ match: FormMatcher.Match, in text: TalkTokens) -> TextRewrite {
    let form = forms[match.form]
    var replacement = form.replacement
    if match.closeness == 2, !replacement.contains("["), form.text != form.text.uppercased() {
      replacement = replacement.uppercased()
    }
    guard let genitive = match.genitive else {
      return TextRewrite(scalars: match.scalars, text: replacement)
    }
    return TextRewrite(
      scalars: match.scalars.lowerBound..<genitive.upperBound,
      text: replacement + ending(of: replacement, as: text.text(genitive)))
  }

  /// The genitive ending that a replacement gets.
  private func ending(of replacement: String, as written: String) -> String {
    let hissing = "sxzSXZ".contains(replacement.last ?? " ")
    if written.unicodeScalars.count == 2 { return written }
    let isBare = written == "'" || written == "’"
    if hissing { return isBare ? written : "'" }
    if isBare { return language == "en" ? written + "s" : "s" }
    return written
  }
}
