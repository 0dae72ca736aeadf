import ArgumentParser
import Foundation
import Samtale
import SamtaleProject
import SamtalePublishing

struct ExcerptShow: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print an excerpt in a style, or in the notation to change it.",
    discussion: """
      Examples:
        samtale excerpt show waiting
        samtale excerpt show waiting --style kinn -o waiting.docx
        samtale excerpt show waiting --notation
      """)

  @Argument(help: "The excerpts; without any all of them.") var names: [String] = []
  @Flag(help: "In the notation in which excerpts are written.") var notation = false
  @OptionGroup var looks: ExcerptOptions
  @OptionGroup var file: ProjectOptions
  @OptionGroup var output: DocumentOptions

  func work() throws {
    let project = try file.open()
    let corpus = try project.corpus()
    let sources = ExcerptSources(corpus)
    let finder = Finder(project)
    let excerpts =
      names.isEmpty
      ? corpus.study.all(Excerpt.self) : try names.map { try finder.find(Excerpt.self, $0) }
    if notation {
      for excerpt in excerpts {
        print("# \(excerpt.name)\n" + ExcerptNotation.text(excerpt.items, in: sources))
      }
      return
    }
    let style = try looks.chosen(for: corpus.study.method)
    let verified = try spoken {
      try excerpts.map {
        try VerifiedExcerpt($0, in: sources, translatedInto: looks.languages.translations)
      }
    }
    try output.write(.excerpts(verified, style: style, languages: looks.languages))
  }
}

struct ExcerptPrint: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print an excerpt from a file, without a project.",
    discussion: """
      Example:
        samtale excerpt print draft.txt Corpora/ips-meetings --style apa
      """)

  @Argument(help: "A file in the notation, or - for standard input.", completion: .file())
  var file: String
  @OptionGroup var input: InputOptions
  @OptionGroup var looks: ExcerptOptions
  @OptionGroup var output: DocumentOptions

  func work() throws {
    let read = input.read { $0 }
    guard !read.values.isEmpty else { throw read.exitCode }
    let sources = ExcerptSources(read.values)
    let verified = try spoken {
      try VerifiedExcerpt(
        name: Files.stem(file),
        items: try ExcerptNotation.items(try TextInput.read(file), in: sources, file: file),
        in: sources, translatedInto: looks.languages.translations)
    }
    let style = try looks.chosen()
    try output.write(.excerpts([verified], style: style, languages: looks.languages))
    if read.exitCode != .success { throw read.exitCode }
  }
}

extension Document {
  /// Excerpts one below the other, each with its name and place, and the abbreviations.
  static func excerpts(
    _ excerpts: [VerifiedExcerpt], style: ExcerptStyle, languages: ExcerptLanguages
  ) -> Document {
    var document = Document(title: "")
    for excerpt in excerpts {
      let printed = PrintedExcerpt(excerpt, style: style, languages: languages)
      if excerpts.count > 1 { document.blocks.append(.heading(level: 2, [.text(excerpt.name)])) }
      document.blocks.append(printed.isBlock ? printed.block : .paragraph(printed.inline))
      if !style.hasSource {
        document.blocks.append(.paragraph([.emphasis([.text(printed.source)])]))
      }
    }
    if let legend = style.legend(excerpts, languages) {
      document.blocks.append(.paragraph([.text(legend)]))
    }
    return document
  }
}

struct ExcerptList: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The excerpts with theme, use, place and words, and whether they can be printed.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let corpus = try file.open().corpus()
    let sources = ExcerptSources(corpus)
    var table = Table(
      "Excerpts",
      [
        ("excerpt", "excerpt"), ("theme", "theme"), ("use", "use"), ("place", "place"),
        ("speakers", "speakers"), ("words", "words"), ("state", "state"),
      ])
    table.columns[5].kind = .integer
    table.rows = corpus.study.all(Excerpt.self).map { excerpt in
      let home =
        corpus.study.object(Theme.self, excerpt.theme)?.name
        ?? corpus.study.object(CodeGroup.self, excerpt.theme)?.title ?? ""
      let front: [Table.Cell] = [
        .text(excerpt.name), .text(home), .text(excerpt.use?.rawValue ?? ""),
      ]
      do throws(ExcerptFailure) {
        let verified = try VerifiedExcerpt(excerpt, in: sources)
        let speakers = verified.turns.map { $0.speaker?.label ?? "?" }
        return Table.Row(
          front + [
            .text(PrintedExcerpt(verified, style: .moen).source),
            .text(Self.distinct(speakers).joined(separator: " ")),
            .integer(verified.wordCount), .text("agrees with the transcript"),
          ])
      } catch {
        let why = error.problems.map(\.what).joined(separator: "; ")
        return Table.Row(
          front + [.text(""), .text(""), .missing(""), .text("cannot be printed: \(why)")])
      }
    }
    try list.write([table])
  }
}

extension ExcerptList {
  private static func distinct(_ names: [String]) -> [String] {
    names.enumerated().filter { names[..<$0.offset].contains($0.element) == false }.map(\.element)
  }
}

struct ExcerptCheckCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold all excerpts against the transcripts; exit status 1 if one cannot be printed.")

  @OptionGroup var file: ProjectOptions

  func work() throws {
    let corpus = try file.open().corpus()
    let sources = ExcerptSources(corpus)
    let excerpts = corpus.study.all(Excerpt.self)
    var failed = 0
    for excerpt in excerpts {
      do throws(ExcerptFailure) {
        _ = try VerifiedExcerpt(excerpt, in: sources)
      } catch {
        failed += 1
        print(error)
      }
    }
    Terminal.printError(
      "\(excerpts.count) excerpts, \(excerpts.count - failed) agree with the transcripts")
    if failed > 0 { throw ExitCode(1) }
  }
}

struct ExcerptQuoted: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "quoted",
    abstract: "Who is quoted how often, and under which theme or category.")

  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let corpus = try file.open().corpus()
    let uses = try spoken { try ResultsSection.uses(in: corpus) }
    try list.write([.quoteBalance(QuoteBalance(uses, of: corpus))])
  }
}

struct ExcerptQuotes: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes",
    abstract:
      "Every quoted turn with theme, codes, speaker, role, team, meeting, turn, line, time.",
    discussion: """
      Example:
        samtale excerpt quotes --format csv -o quotes.csv
      """)

  @Flag(
    help: """
      Add the words as they were said and the file: with the names that print replaces. Not for \
      publication.
      """)
  var originals = false
  @OptionGroup var looks: ExcerptOptions
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func work() throws {
    let corpus = try file.open().corpus()
    let uses = try spoken { try ResultsSection.uses(in: corpus, looks.languages) }
    let style = try looks.chosen(for: corpus.study.method)
    if originals {
      Terminal.printError("samtale: this table has the words as they were said, names included")
    }
    try list.write([
      .quotes(
        uses, of: corpus, style: style, languages: looks.languages, hasOriginals: originals)
    ])
  }
}

struct ExcerptStyleCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "style",
    abstract: "Print a style as JSON, to change it and use it with --style my.json.",
    discussion: """
      label                before a turn: {role} {team} {meeting} {label} {pseudonym} {person}
                           {transcript} {turn} are filled in
      labelsSingleSpeaker  whether an excerpt of one speaker has labels too
      attribution          behind an excerpt without labels, such as ({pseudonym})
      ellipsis             words left out inside a turn
      marksOuterEdges      whether that is shown at the very beginning and end
      omission             turns left out, on a line of their own
      inaudible            talk that was not heard
      later, nextMeeting   what a label says of turns that came later
      insertion, gloss, address, replacement, normalisation
                           signs before and after what you add, explain, name, replace, normalise;
                           isItalic sets it in italics
      emphasisNote         behind words that you emphasise
      quotes, innerQuotes  quotation marks, and those inside others
      curvesQuotes         whether ' and " are printed as curved marks
      blockWords           from how many words an excerpt of one speaker stands apart (0: always)
      quotesBlocks         whether it has quotation marks then
      explainsAbbreviations  whether roles and signs are explained once
      numbering            none, sequence, turn or line, in the margin
      hasTimes, hasSource  whether times, and places in the transcripts, are printed
      isConversationAnalytic  whether pauses, sounds and overlaps are

      Example:
        samtale excerpt style apa > journal.json
      """)

  @Argument(help: "moen, kinn, apa or ca.") var name: String

  func work() throws {
    guard let style = ExcerptStyle.all.first(where: { $0.name == name }) else {
      throw ProjectError(
        .unknown, "there is no style “\(name)”",
        do: "name one of \(ExcerptStyle.all.map(\.name).joined(separator: ", "))")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(style), as: UTF8.self)
    print(text)
  }
}
