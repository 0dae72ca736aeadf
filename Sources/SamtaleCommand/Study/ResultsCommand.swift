import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct ResultsCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Write the results section: themes or categories with their texts and excerpts.",
    discussion: """
      Every excerpt is held against the transcripts first; what does not agree is refused with the \
      difference. Texts come from samtale theme write and samtale stc text; {{name}} in them \
      stands for an excerpt.

      Examples:
        samtale results -o results.docx
        samtale results --style apa -o results.tex
        samtale results --both en -o results.html
      """)

  @OptionGroup var looks: ExcerptOptions
  @Option(help: "The title.") var title = "Results"
  @Flag(help: "Put a table of the themes or categories first.") var overview = false
  @Flag(help: "Themes that are developed but not final too.") var developed = false
  @Flag(help: "Add all excerpts in both languages as an appendix; needs --language.")
  var appendix = false
  @OptionGroup var file: ProjectOptions
  @OptionGroup var output: DocumentOptions

  func validate() throws {
    guard !appendix || looks.language != nil else {
      throw ValidationError("--appendix needs the --language of the translation.")
    }
  }

  func work() throws {
    let corpus = try file.open().corpus()
    let options = ResultsSection.Options(
      style: try looks.chosen(for: corpus.study.method), languages: looks.languages, title: title,
      statuses: developed ? [.final, .developed] : [.final], hasOverview: overview,
      hasAppendix: appendix)
    let section = try spoken { try ResultsSection(corpus, options: options) }
    try output.write(section.document)
    for name in section.unwritten { Terminal.printError("samtale: “\(name)” has no text yet") }
    if !section.unused.isEmpty {
      Terminal.printError(
        "samtale: no text names the excerpts \(section.unused.joined(separator: ", "))")
    }
  }
}

struct ThemeWrite: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "write",
    abstract: "Write the analytic narrative of a theme, in your own voice.",
    discussion: """
      Paragraphs stand apart by an empty line. {{name}} stands for an excerpt: on a line of its own \
      as a block, inside a sentence as a quotation. Writing it again replaces the text; the history \
      keeps the earlier one.

      Example:
        samtale theme write "Help has" help.txt
      """)

  @Argument(help: "The theme.") var theme: String
  @Argument(help: "A file with the text, or - for standard input.", completion: .file())
  var body: String
  @Option(help: "The heading, if it is not the theme's name.") var heading: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let actor = try desk.actor()
    let found = try desk.finder.find(Theme.self, theme)
    let written = TextInput.trimmed(try TextInput.read(body))
    let known = try desk.project.all(AnalyticText.self).last { $0.theme == found.id }
    let id = try desk.perform { editor in
      var text =
        known
        ?? AnalyticText(
          id: editor.newIdentifier(), theme: found.id, heading: found.name, body: written, by: actor
        )
      text.body = written
      if let heading { text.heading = heading }
      try editor.keep(text, isNew: known == nil, .write, reason: common.author.reason)
      return text.id
    }
    common.reply.say(known == nil ? "wrote" : "rewrote", .analyticText, id, heading ?? found.name)
    let names = Set(try desk.project.all(Excerpt.self).map(\.name))
    for name in AnalyticText.excerptsNamed(in: written) where !names.contains(name) {
      Terminal.printError("samtale: there is no excerpt “\(name)” yet: samtale excerpt add")
    }
  }
}

struct ThemeUnwrite: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "unwrite",
    abstract: "Take the text of a theme away; the history keeps it.",
    discussion: """
      Where two people wrote one each, --by says whose.

      Example:
        samtale theme unwrite "Help has" --by Bo
      """)

  @Argument(help: "The theme.") var theme: String
  @Option(help: "Whose text, if there are several.") var by: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let found = try desk.finder.find(Theme.self, theme)
    let author = try by.map { try desk.finder.find(Researcher.self, $0).id }
    let texts = try desk.project.all(AnalyticText.self).filter {
      $0.theme == found.id && (author == nil || $0.by == author)
    }
    guard let text = texts.first, texts.count == 1 else {
      throw ProjectError(
        .ambiguous, "“\(found.name)” has \(texts.count == 0 ? "no text" : "\(texts.count) texts")",
        do: texts.isEmpty ? "write one with samtale theme write" : "say whose with --by")
    }
    try desk.perform { editor in
      try editor.remove(AnalyticText.self, text.id, reason: common.author.reason)
    }
    common.reply.say("took away", .analyticText, text.id, text.heading)
  }
}
