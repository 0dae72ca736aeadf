import ArgumentParser
import Samtale
import SamtaleProject

// Condensates (step 3) and analytic texts (step 4).

struct StcCondense: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "condense",
    abstract: "Write the condensate of a subgroup: its meaning units retold in the first person.",
    discussion: """
      One sentence a line, and at the end of the line, in brackets, the meaning units it was \
      written from: I wait until somebody asks me. [5c1e8f70, 2b6a5c1e]

      A condensate is a tool for your work. Nobody said it, so it is never printed as a quotation. \
      Condensing a subgroup again replaces the sentences; the history keeps the earlier ones.

      Examples:
        samtale stc condense "Waiting alone" sentences.txt
        samtale stc condense "Waiting alone" - --set-aside "9d023b6a:money"
      """)

  @Argument(help: "The subgroup.") var subgroup: String
  @Argument(help: "A file with the sentences, or - for standard input.", completion: .file())
  var sentences: String
  @Option(help: "The code group, if several have a subgroup of that title.") var group: String?
  @Option(
    help: ArgumentHelp(
      "A meaning unit that is left out, and why; may be repeated.", valueName: "unit:reason"))
  var setAside: [String] = []
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let actor = try desk.actor()
    let home = try group.map { try desk.finder.find(CodeGroup.self, $0) }
    let place = try desk.finder.find(Subgroup.self, subgroup) {
      home == nil || $0.group == home?.id
    }
    let units = try desk.project.all(MeaningUnit.self).filter { $0.subgroup == place.id }
    let lines = try TracedSentences(try TextInput.read(sentences))
    let told = try lines.sentences(from: units, of: place)
    let aside = try setAside.map { try left($0, desk.finder) }
    let known = try desk.project.all(Condensate.self).last { $0.subgroup == place.id }
    let id = try desk.perform { editor in
      var condensate =
        known
        ?? Condensate(id: editor.newIdentifier(), subgroup: place.id, sentences: told, by: actor)
      condensate.sentences = told
      condensate.setAside = aside
      try editor.keep(condensate, isNew: known == nil, .write, reason: common.author.reason)
      return condensate.id
    }
    common.reply.say(known == nil ? "wrote" : "rewrote", .condensate, id, place.title)
    let used = told.flatMap(\.units) + aside.map(\.unit)
    warn(lines, missing: units.filter { !used.contains($0.id) })
  }

  private func left(_ text: String, _ finder: Finder) throws -> Condensate.SetAside {
    let parts = text.split(separator: ":", maxSplits: 1).map { TextInput.trimmed(String($0)) }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ProjectError(
        .nothing, "“\(text)” does not say which meaning unit is left out, or why",
        do: "write its digits, a colon and the reason: \"9d023b6a:about money\"")
    }
    return Condensate.SetAside(try finder.digits(parts[0]), reason: parts[1])
  }

  /// Says which sentences name no meaning unit, and which units are in no sentence.
  private func warn(_ lines: TracedSentences, missing: [MeaningUnit]) {
    for line in lines.lines where line.units.isEmpty {
      Terminal.printError("samtale: line \(line.number) names no meaning unit: \(line.text)")
    }
    guard !missing.isEmpty else { return }
    Terminal.printError(
      "samtale: neither retold nor set aside: \(missing.map(\.id.short).joined(separator: ", "))")
  }
}

struct StcText: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Write the analytic text of a category: third person, in your own voice.",
    discussion: """
      Writing it again replaces the text; the history keeps the earlier one, and earlier headings.

      Examples:
        samtale stc text "Waiting" waiting.txt --heading "Left to wait"
        samtale stc text "Waiting" - --quotes 5c1e8f70 --condensates 2b6a5c1e
        samtale stc text "Waiting" --heading "Waiting as work"
      """)

  @Argument(help: "The code group that becomes a category.") var group: String
  @Argument(help: "A file with the text, or - for standard input.", completion: .file())
  var body: String?
  @Option(help: "The heading; at first the title of the code group.") var heading: String?
  @Option(help: "Meaning units that are quoted, by their digits with commas between them.")
  var quotes: String?
  @Option(help: "Condensates it was written from, by their digits with commas between them.")
  var condensates: String?
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let actor = try desk.actor()
    let category = try desk.finder.find(CodeGroup.self, group)
    let written = try body.map { TextInput.trimmed(try TextInput.read($0)) }
    let quoted = try desk.finder.digits(list: quotes)
    let sources = try desk.finder.digits(list: condensates)
    let known = try desk.project.all(AnalyticText.self).last { $0.group == category.id }
    guard known != nil || written != nil else {
      throw ProjectError(
        .nothing, "“\(category.title)” has no text yet", do: "name a file with the text, or -")
    }
    let id = try desk.perform { editor in
      var text =
        known
        ?? AnalyticText(
          id: editor.newIdentifier(), group: category.id, heading: category.title, body: "",
          by: actor)
      if let heading { text.heading = heading }
      if let written { text.body = written }
      if quotes != nil { text.quotes = quoted }
      if condensates != nil { text.condensates = sources }
      let verb: Verb = written != nil ? .write : heading != nil ? .rename : .change
      try editor.keep(text, isNew: known == nil, verb, reason: common.author.reason)
      return text.id
    }
    common.reply.say(
      known == nil ? "wrote" : "rewrote", .analyticText, id,
      heading ?? known?.heading ?? category.title)
  }
}
