import Samtale

/// The results section of a paper: themes or categories with their texts and excerpts.
///
/// Every excerpt is held against the transcripts before anything is written.
public struct ResultsSection: Sendable {
  /// What to write and how.
  public struct Options: Sendable {
    public var style: ExcerptStyle
    public var languages: ExcerptLanguages
    public var title: String
    /// Which themes; discarded ones are never part of results.
    public var statuses: Set<Theme.Status>
    /// Whether a table of the themes or categories stands first.
    public var hasOverview: Bool
    /// Whether original and translation stand side by side in an appendix.
    public var hasAppendix: Bool

    public init(
      style: ExcerptStyle = .moen, languages: ExcerptLanguages = .original,
      title: String = "Results", statuses: Set<Theme.Status> = [.final], hasOverview: Bool = false,
      hasAppendix: Bool = false
    ) {
      self.style = style
      self.languages = languages
      self.title = title
      self.statuses = statuses.subtracting([.discarded])
      self.hasOverview = hasOverview
      self.hasAppendix = hasAppendix
    }
  }

  /// An excerpt in its place.
  public struct Use: Sendable {
    /// The theme or category in whose text it stands.
    public var heading: String
    public var excerpt: VerifiedExcerpt
  }

  public let document: Document
  /// The printed excerpts, in order.
  public let uses: [Use]
  /// Excerpts of the study that no text names.
  public let unused: [String]
  /// Themes or categories that have no text yet.
  public let unwritten: [String]

  /// Writes the section.
  /// - Throws: ``ResultsFailure`` with every excerpt that cannot be printed and every name that leads
  ///   to no excerpt.
  public init(
    _ corpus: StudyCorpus, options: Options = Options()
  ) throws(ResultsFailure) {
    var writer = ResultsWriter(corpus, options)
    writer.run()
    guard writer.failures.isEmpty else { throw ResultsFailure(problems: writer.failures) }
    document = writer.document
    uses = writer.uses
    let printed = Set(uses.map(\.excerpt.name))
    unused = corpus.study.all(Excerpt.self).map(\.name).filter { !printed.contains($0) }
    unwritten = writer.unwritten
  }
}

extension ResultsSection {
  /// The excerpts of a study in their places: those that texts name, in the order of the results;
  /// then those that no text names, under their theme.
  /// - Throws: ``ResultsFailure``.
  public static func uses(
    in corpus: StudyCorpus, _ languages: ExcerptLanguages = .original
  ) throws(ResultsFailure) -> [Use] {
    let options = Options(languages: languages, statuses: Set(Theme.Status.allCases))
    let section = try ResultsSection(corpus, options: options)
    // Named twice in one text, an excerpt is printed there twice and used once.
    var seen: Set<[String]> = []
    var uses = section.uses.filter { seen.insert([$0.heading, $0.excerpt.name]).inserted }
    var failures: [String] = []
    let sources = ExcerptSources(corpus)
    let left = Set(section.unused)
    for excerpt in corpus.study.all(Excerpt.self) where left.contains(excerpt.name) {
      let text = corpus.study.all(AnalyticText.self).last {
        excerpt.theme != nil && ($0.theme ?? $0.group) == excerpt.theme
      }
      let home =
        text?.heading ?? corpus.study.object(Theme.self, excerpt.theme)?.name
        ?? corpus.study.object(CodeGroup.self, excerpt.theme)?.title ?? "no theme"
      do throws(ExcerptFailure) {
        let verified = try VerifiedExcerpt(
          excerpt, in: sources, translatedInto: languages.translations)
        uses.append(Use(heading: home, excerpt: verified))
      } catch {
        failures.append(error.description)
      }
    }
    guard failures.isEmpty else { throw ResultsFailure(problems: failures) }
    return uses
  }
}

/// Why a results section cannot be written.
public struct ResultsFailure: Error, Sendable, CustomStringConvertible {
  public var problems: [String]
  public var description: String { problems.joined(separator: "\n") }
}

/// Writes themes or categories, one after the other.
private struct ResultsWriter {
  let corpus: StudyCorpus
  let options: ResultsSection.Options
  let sources: ExcerptSources
  let texts: [AnalyticText]
  var document: Document
  var uses: [ResultsSection.Use] = []
  var failures: [String] = []
  var unwritten: [String] = []
  private var named: [String: [Excerpt]] = [:]

  init(_ corpus: StudyCorpus, _ options: ResultsSection.Options) {
    self.corpus = corpus
    self.options = options
    sources = ExcerptSources(corpus)
    texts = corpus.study.all(AnalyticText.self)
    document = Document(title: options.title, language: corpus.study.profile?.language ?? "en")
    for excerpt in corpus.study.all(Excerpt.self) {
      named[excerpt.name, default: []].append(excerpt)
    }
  }

  mutating func run() {
    let start = document.blocks.count
    if corpus.study.method.developsThemes { writeThemes() } else { writeCategories() }
    if options.hasOverview { document.blocks.insert(.table(overview), at: start) }
    let printed = uses.map(\.excerpt)
    if options.style.explainsAbbreviations,
      let legend = options.style.legend(printed, options.languages)
    {
      document.blocks.insert(.paragraph([.text("In the excerpts, " + legend)]), at: start)
    }
    if options.hasAppendix { writeAppendix() }
  }

  // MARK: Themes and categories

  private mutating func writeThemes() {
    let themes = corpus.study.themesInOrder.filter { options.statuses.contains($0.status) }
    if themes.isEmpty, !options.statuses.isSuperset(of: Theme.Status.allCases.dropLast()) {
      let wanted = Theme.Status.allCases.filter(options.statuses.contains).map(\.rawValue)
      failures.append(
        "no theme is \(wanted.joined(separator: " or ")) — say what a theme is about (samtale theme "
          + "develop), finalise it (samtale theme finalise), or take developed ones too (--developed)"
      )
    }
    let shown = Set(themes.map(\.id))
    for theme in themes where theme.parent.map({ !shown.contains($0) }) ?? true {
      write(theme, level: 1)
      for part in themes where part.parent == theme.id { write(part, level: 2) }
    }
  }

  private mutating func write(_ theme: Theme, level: Int) {
    let text = text("theme", theme.name) { $0.theme == theme.id }
    heading(text?.heading ?? theme.name, level)
    if let text { return write(Narrative(text.body), under: text.heading) }
    unwritten.append(theme.name)
    if let concept = theme.concept { document.blocks.append(.paragraph([.text(concept)])) }
    for excerpt in excerpts(of: theme.id) { writeBlock(excerpt.name, under: theme.name) }
  }

  private mutating func writeCategories() {
    let groups = CondensationView(corpus).groups.filter { !$0.isDissolved }
    for group in groups {
      heading(group.heading, 1)
      if let text = text("code group", group.group.name, { $0.group == group.group.id }) {
        write(Narrative(text.body), under: text.heading)
      } else {
        unwritten.append(group.heading)
        for excerpt in excerpts(of: group.group.id) {
          writeBlock(excerpt.name, under: group.heading)
        }
      }
    }
  }

  /// The one text of a theme or code group; two people may each have written one.
  private mutating func text(
    _ kind: String, _ name: String, _ isMeant: (AnalyticText) -> Bool
  ) -> AnalyticText? {
    let found = texts.filter(isMeant)
    if found.count > 1 {
      let people = found.map { corpus.study.object(Researcher.self, $0.by)?.name ?? $0.id.short }
      failures.append(
        "the \(kind) “\(name)” has \(found.count) texts, by \(people.joined(separator: " and ")) — "
          + "take over what is to stay, and remove the other (samtale theme unwrite)")
    }
    return found.last
  }

  private func excerpts(of theme: Identifier) -> [Excerpt] {
    corpus.study.all(Excerpt.self).filter { $0.theme == theme }
  }

  private mutating func heading(_ text: String, _ level: Int) {
    document.blocks.append(.heading(level: level, [.text(text)]))
  }

  // MARK: Texts

  private mutating func write(_ narrative: Narrative, under heading: String) {
    if let stray = narrative.stray {
      failures.append(
        "the text “\(heading)” has braces that name no excerpt: \(stray) — write {{name}}")
    }
    for paragraph in narrative.paragraphs {
      if let name = paragraph.only {
        writeBlock(name, under: heading)
      } else {
        write(paragraph, under: heading)
      }
    }
  }

  /// An excerpt on a line of its own: a block, or, if it is short, a paragraph in quotation marks.
  private mutating func writeBlock(_ name: String, under heading: String) {
    guard let printed = printed(name, under: heading) else { return }
    document.blocks.append(printed.isBlock ? printed.block : .paragraph(printed.inline))
  }

  /// A paragraph; a long excerpt inside it stands apart.
  private mutating func write(_ paragraph: Narrative.Paragraph, under heading: String) {
    var inlines: [Document.Inline] = []
    func flush(_ document: inout Document) {
      if !inlines.isEmpty { document.blocks.append(.paragraph(inlines)) }
      inlines = []
    }
    for (index, part) in paragraph.parts.enumerated() {
      switch part {
      case .words(let words): inlines += curved([.text(words)])
      case .emphasis(let words): inlines += curved([.emphasis([.text(words)])])
      case .excerpt(let name):
        guard let printed = printed(name, under: heading) else { continue }
        guard printed.isBlock, printed.style.blockWords > 0 || printed.needsBlock else {
          var next: String?
          if index + 1 < paragraph.parts.count, case .words(let words) = paragraph.parts[index + 1]
          {
            next = words
          }
          inlines += printed.inline(before: next)
          continue
        }
        flush(&document)
        document.blocks.append(printed.block)
      }
    }
    flush(&document)
  }

  /// The researchers' own words with the marks that excerpts have.
  private func curved(_ inlines: [Document.Inline]) -> [Document.Inline] {
    options.style.curvesQuotes ? CurvedQuotes.curved(inlines, options.style.quotes) : inlines
  }

  private mutating func printed(_ name: String, under heading: String) -> PrintedExcerpt? {
    let found = named[name] ?? []
    if found.count > 1 {
      failures.append(
        "\(found.count) excerpts are called “\(name)” (\(found.map(\.id.short).joined(separator: ", "))) "
          + "— rename one (samtale excerpt rename)")
      return nil
    }
    guard let excerpt = found.first else {
      failures.append(
        "the text “\(heading)” names the excerpt “\(name)”, which the project does not have — "
          + "make it (samtale excerpt add), or correct the name")
      return nil
    }
    do throws(ExcerptFailure) {
      let verified = try VerifiedExcerpt(
        excerpt, in: sources, translatedInto: options.languages.translations)
      uses.append(.init(heading: heading, excerpt: verified))
      return PrintedExcerpt(verified, style: options.style, languages: options.languages)
    } catch {
      failures.append(error.description)
      return nil
    }
  }

  // MARK: Overview and appendix

  private var overview: Table {
    if corpus.study.method.developsThemes {
      return .themeOverview(ThemeList(corpus), statuses: options.statuses)
    }
    return .categoryOverview(CondensationView(corpus))
  }

  /// Every printed excerpt once more in both languages.
  private mutating func writeAppendix() {
    guard let language = options.languages.translations.first, !uses.isEmpty else { return }
    heading("Excerpts in the original and in translation", 1)
    var seen: Set<String> = []
    for use in uses where seen.insert(use.excerpt.name).inserted {
      let both = PrintedExcerpt(use.excerpt, style: options.style, languages: .both(language))
      document.blocks.append(both.block)
    }
  }
}
