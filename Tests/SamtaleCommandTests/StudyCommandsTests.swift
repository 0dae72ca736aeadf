import Foundation
import Testing

/// Themes, memos and condensates as a researcher works on them from the command line.
@Suite struct StudyCommandsTests {
  @Test func aThemeIsBuiltStepByStep() async throws {
    let study = try await StudyProject("reflexiveTA")
    try await study.does("Anna", "code", "create", "Waits to be asked")
    let coding = try await study.makes(
      "Anna", "code", "apply", "Waits", "-t", "team1-m1", "-u", "u12", "--quote", "I told them")
    let made = try await study.json("Anna", "theme", "create", "Asking")
    #expect(made["kind"] as? String == "theme")
    #expect(made["done"] as? String == "created")

    #expect(
      try await study.refuses("Anna", "theme", "develop", "Asking")
        == "samtale: the theme “Asking” is to be developed and has no central organising concept — "
        + "say in a sentence what idea holds it together; a topic summary is not a theme\n")
    try await study.does(
      "Anna", "theme", "develop", "Asking", "--concept", "Whoever waits gets none", "--role", "WA")
    let put = try await study.does("Bo", "theme", "put", "Waits", "--theme", "Asking")
    #expect(put.hasSuffix("  put under “Asking”: code “Waits to be asked”\n"))
    try await study.does("Bo", "theme", "extract", coding, "--theme", "Asking")
    let against = try await study.json(
      "Bo", "theme", "extract", coding, "--theme", "Asking", "--contrary")
    #expect(against["contrary"] as? Bool == true)
    try await study.does(
      "Bo", "theme", "extract", coding, "--theme", "Asking", "--contrary", "--out")
    let twice = try await study.refuses(
      "Bo", "theme", "extract", coding, "--theme", "Asking", "--contrary", "--out")
    #expect(twice.contains("does not belong to"))

    try await study.does("Anna", "theme", "rename", "Asking", "Asking is work", "--reason", "Acts")
    let history = try await study.does(nil, "project", "history")
    #expect(history.contains("rename theme “Asking is work”"))
    #expect(history.contains("Acts"))
    let final = try await study.does("Anna", "theme", "finalise", "Asking")
    #expect(final.hasSuffix("  finalised theme “Asking is work”\n"))
    try await study.end()
  }

  @Test func themesStandToEachOther() async throws {
    let study = try await StudyProject("reflexiveTA")
    for name in ["Asking", "Being seen", "Money"] {
      try await study.does("Anna", "theme", "create", name)
    }
    try await study.does("Anna", "theme", "boundary", "Asking", "Being", "--note", "Doing, getting")
    #expect(
      try await study.refuses("Anna", "theme", "boundary", "Asking", "Being", status: 64)
        .contains("--note"))
    let line = try await study.does(
      "Anna", "theme", "relate", "Asking", "Being seen", "--note", "leads to")
    #expect(line == "a line from “Asking” to “Being seen” (leads to)\n")
    try await study.does("Anna", "theme", "relate", "Asking", "Being seen", "--out")
    try await study.does("Anna", "theme", "under", "Being seen", "Asking")
    #expect(
      try await study.refuses("Anna", "theme", "under", "Asking", "Money")
        .contains("themes have one level of subthemes"))
    let review = try await study.json(
      "Bo", "theme", "review", "Asking", "--level", "dataSet", "--decision", "keep", "--reason",
      "In all meetings")
    #expect(review["decision"] as? String == "keep")

    #expect(
      try await study.refuses("Anna", "theme", "discard", "Money", status: 64).contains("--reason"))
    try await study.does("Anna", "theme", "discard", "Money", "--reason", "A topic")
    #expect(
      try await study.refuses("Anna", "theme", "develop", "Money", "--concept", "x")
        .contains("is discarded — bring it back first: samtale theme revive"))
    try await study.does("Anna", "theme", "revive", "Money")
    #expect(
      try await study.refuses("Anna", "theme", "revive", "Money").contains("is not discarded"))
    try await study.end()
  }

  @Test func aMemoIsSeenByWhomItIsMeantFor() async throws {
    let study = try await StudyProject("reflexiveTA")
    try await study.does("Anna", "code", "create", "Waits to be asked")
    try await study.does(
      "Anna", "memo", "write", "code", "-", "--on", "Waits", "--title", "Polite",
      input: "Close to politeness\n")
    let questions = try await study.does("Anna", "memo", "journal")
    #expect(questions.split(separator: "\n").count == 4)
    let entry = try await study.makes(
      "Anna", "memo", "journal", "I was cross", "--feeling", "Impatience", "--title", "Secret",
      "-t",
      "team1-m1", "-u", "u3-u5")

    let mine = try await study.does("Anna", "memo", "list")
    for word in [entry, "I was cross", "team1-m1 u3–u5", "private", "Waits to be asked"] {
      #expect(mine.contains(word), "\(word)")
    }
    for reader in ["Bo", nil] {
      let others = try await study.does(reader, "memo", "list")
      #expect(others.contains("Close to politeness"))
      #expect(!others.contains(entry) && !others.contains("cross") && !others.contains("Secret"))
      let asked = try await study.does(reader, "memo", "list", "--by", "Anna", "--kind", "journal")
      #expect(!asked.contains(entry))
      #expect(try await study.refuses(reader, "memo", "show", entry).contains("there is no memo"))
    }
    #expect(try await study.refuses("Bo", "memo", "edit", entry, "x").contains("there is no memo"))
    #expect(try await study.refuses("Bo", "memo", "remove", entry).contains("there is no memo"))
    #expect(!(try await study.does(nil, "project", "history")).contains("Secret"))

    let page = try await study.does("Anna", "memo", "show", entry)
    #expect(page.hasSuffix("on team1-m1 u3–u5\n\nI was cross\n\nFeeling: Impatience\n"))
    // What was private is opened as a new memo: the log holds every wording of the private one.
    let opened = try await study.makes(
      "Anna", "memo", "edit", entry, "I was tired", "--visibility", "team")
    #expect(opened != entry)
    let shown = try await study.json("Bo", "memo", "show", opened)
    #expect(shown["body"] as? String == "I was tired")
    #expect(!(try await study.does(nil, "project", "log")).contains("cross"))
    #expect(try await study.refuses("Bo", "memo", "edit", opened, "x").contains("somebody else's"))
    let here = try await study.does("Bo", "memo", "list", "--on", "team1-m1")
    #expect(here.contains("I was tired") && !here.contains("politeness"))
    try await study.does("Anna", "memo", "remove", opened)
    #expect(!(try await study.does("Anna", "memo", "list")).contains(opened))
    #expect(
      try await study.refuses("Anna", "memo", "write", "journal", "").contains("not empty"))
    try await study.end()
  }

  @Test func aNameThatSeveralHaveIsSaidToBeAmbiguous() async throws {
    let study = try await StudyProject("STC")
    try await study.does("Anna", "project", "researcher", "add", "Anton")
    try await study.does("Anna", "stc", "preliminary", "A", "B", "C", "D")
    let refused = try await study.refuses(
      "Bo", "stc", "preliminary", "--agreed", "--from", "An", "A", "B", "C", "D")
    #expect(refused.contains("“An” may be 2 things"))
    let memo = try await study.refuses("Anna", "memo", "show", "5c1e8f70")
    #expect(memo.contains("there is no memo 5c1e8f70 that you can see"))
    let thing = try await study.refuses("Anna", "memo", "list", "--on", "Nothing")
    #expect(thing.contains("nothing is called “Nothing”"))
    try await study.end()
  }

  @Test func memosThatEndAlikeAreNotSaidToBeMissing() async throws {
    let study = try await StudyProject("reflexiveTA")
    try await study.does(nil, "project", "export", "-o", study.folder["coded"])
    let notes = ["1", "2"].map {
      #"<note xml:id="m-0190a8c4-2f1e-7c3a-9d0\#($0)-3b6a5c1e8f70" type="memo" subtype="context">"#
        + "Memo \($0)</note>"
    }
    let file = try study.folder.text("coded/team1-m1.xml")
    #expect(file.contains("</standOff>"))
    try study.folder.write(
      file.replacingOccurrences(of: "</standOff>", with: notes.joined() + "</standOff>"),
      to: "noted.xml")
    try await study.does("Anna", "project", "import", study.folder["noted.xml"])
    let several = try await study.refuses("Anna", "memo", "show", "5c1e8f70")
    #expect(several.contains("several objects end in 5c1e8f70"))
    #expect(try await study.does("Anna", "memo", "show", "9d02-3b6a5c1e8f70").contains("Memo 2"))
    try await study.end()
  }

  @Test func agreementWithoutSamplesHasNoIntervals() async throws {
    let study = try await StudyProject("codebookTA")
    try await study.does("Anna", "code", "create", "Waits")
    for person in ["Anna", "Bo"] {
      try await study.does(person, "code", "apply", "Waits", "-t", "team1-m1", "-u", "u12")
    }
    let some = try await study.does(nil, "agreement", "Anna", "Bo", "--samples", "10")
    #expect(some.contains("10 bootstrap samples, seed 1.") && some.contains("From, to:"))
    let none = try await study.does(nil, "agreement", "Anna", "Bo", "--samples", "0")
    #expect(none.contains("Waits"))
    #expect(!none.contains("samples") && !none.contains("From, to:") && !none.contains("too few"))
    #expect(
      try await study.refuses(nil, "agreement", "Anna", "Bo", "--samples=-5", status: 64)
        .contains("--samples must be between 0 and 1000000."))
    try await study.end()
  }

  @Test func condensationStepByStep() async throws {
    let study = try await StudyProject("STC")
    try await study.does("Anna", "stc", "read", "team1-m1", "team1-m2")
    let few = try await study.run("Anna", ["stc", "preliminary", "Waiting", "Money"])
    #expect(few.status == 0)
    #expect(few.errors == "samtale: 2 preliminary themes; 4 to 8 are usual (Malterud 2012)\n")
    let four = try await study.run("Bo", ["stc", "preliminary", "Waiting", "Help", "Steps", "Bus"])
    #expect(four.errors == "")
    try await study.does(
      "Anna", "stc", "preliminary", "--agreed", "--from", "Anna", "--from", "Bo", "Waiting", "Help",
      "Steps", "Money")
    let lists = try await study.does(nil, "stc", "preliminary")
    #expect(lists.contains("Bo: Waiting; Help; Steps; Bus\n"))
    #expect(lists.contains("agreed: Waiting; Help; Steps; Money\n"))

    let (one, two) = try await units(study)
    let sentences =
      "\u{FEFF}I wait [you know]. [\(one), \(two)]\r\n\r\n  I told them. [\(one)]  \r\n"
    try study.folder.write(sentences, to: "sentences.txt")
    let written = try await study.run(
      "Anna", ["stc", "condense", "Alone", study.folder["sentences.txt"]])
    #expect(written.status == 0 && written.errors == "", "\(written.errors)")
    let condensate = String(written.output.prefix(8))
    let aside = try await study.run(
      "Bo", ["stc", "condense", "Alone", "-", "--set-aside", "\(two): about the till"],
      input: "I told them. [\(one)]\n")
    #expect(aside.errors == "" && aside.output.contains("\(condensate)  rewrote condensate"))
    let forgotten = try await study.run(
      "Bo", ["stc", "condense", "Alone", "-"], input: "I told them. [\(one)]\nSo there.\n")
    #expect(
      forgotten.errors == "samtale: line 2 names no meaning unit: So there.\n"
        + "samtale: neither retold nor set aside: \(two)\n")

    #expect(try await study.refuses("Anna", "stc", "text", "Waiting").contains("has no text yet"))
    try await study.does(
      "Anna", "stc", "text", "Waiting", "-", "--quotes", two, "--condensates", condensate,
      input: "Waiting was work.\n")
    let text = try await study.json("Anna", "stc", "text", "Waiting", "--heading", "Left to wait")
    #expect(text["name"] as? String == "Left to wait")
    let check = try await study.json(
      "Anna", "stc", "check", "Waiting", "team1-m2", "nuances", "--turns", "u3-u5,u7")
    #expect(check["turns"] as? [String] == ["u3", "u4", "u5", "u7"])
    #expect(
      try await study.refuses(
        "Anna", "stc", "check", "Waiting", "team1-m2", "nuances", "--turns", "u999"
      ).contains("team1-m2 has no utterance u999"))
    try await study.end()
  }

  /// Makes two meaning units in a subgroup, with a move, a copy and a renaming on the way.
  private func units(_ study: StudyProject) async throws -> (String, String) {
    for title in ["Waits", "Deciding"] { try await study.does("Anna", "stc", "group", title) }
    try await study.does("Anna", "stc", "group", "Waits", "--rename", "Waiting")
    let one = try await study.makes(
      "Anna", "stc", "unit", "-t", "team1-m1", "-u", "u12", "--quote", "I told them", "--group",
      "Deciding")
    let two = try await study.makes(
      "Anna", "stc", "unit", "-t", "team1-m1", "-u", "u14", "--group", "Waiting", "--golden")
    try await study.does("Anna", "stc", "move", one, "--group", "Waiting", "--reason", "It waits")
    let copy = try await study.makes("Anna", "stc", "copy", two, "--group", "Deciding")
    try await study.does("Anna", "stc", "subgroup", "Lonely", one, two, "--group", "Waiting")
    try await study.does("Anna", "stc", "subgroup", "Lonely", "--rename", "Alone")
    #expect(
      try await study.refuses("Anna", "stc", "subgroup", "Alone", copy, "--group", "Waiting")
        .contains("belongs to another code group"))
    let list = try await study.does(nil, "stc", "units")
    #expect(list.contains("I told them") && list.contains("copy of \(two)"))
    return (one, two)
  }

  /// What is wrong with a line of sentences is said with its number.
  @Test func tracesOfSentencesAreReadWithCare() async throws {
    let study = try await StudyProject("STC")
    let (one, two) = try await units(study)
    let other = try await study.makes(
      "Anna", "stc", "unit", "-t", "team1-m1", "-u", "u16", "--group", "Deciding")
    let cases = [
      ("I wait [laughs]", "“laughs” in the brackets is not the digits of a meaning unit"),
      ("[\(one)]", "there are meaning units and no sentence"),
      ("I wait [\(one)", "a bracket is opened and not closed"),
      ("I wait \(one)]", "a bracket is closed and not opened"),
      ("I wait []", "the brackets are empty"),
      ("I wait [\(one)] [\(two)]", "there are two brackets with meaning units"),
      ("I wait [\(other)]", "\(other) is no meaning unit of “Alone”"),
    ]
    for (line, message) in cases {
      let said = try await study.refuses(
        "Anna", "stc", "condense", "Alone", "-", input: "\nI told them. [\(one)]\n\(line)\n")
      #expect(said.hasPrefix("samtale: line 3: \(message)"), "\(said)")
    }
    #expect(
      try await study.refuses("Anna", "stc", "condense", "Alone", "-", input: "\n")
        .contains("there are no sentences"))
    let outside = try await study.refuses(
      "Anna", "stc", "condense", "Alone", "-", "--set-aside", "\(other):elsewhere",
      input: "I wait. [\(one)]")
    #expect(outside.contains("which is no meaning unit of this subgroup"))
    try await study.end()
  }

  @Test func theMethodDecidesWhatCanBeMade() async throws {
    let condensing = try await StudyProject("STC")
    let refused = try await condensing.refuses("Anna", "theme", "create", "Asking")
    #expect(refused.contains("categories made from code groups, not themes"))
    #expect(refused.contains("samtale project method NAME"))
    try await condensing.does("Anna", "project", "method", "reflexiveTA")
    try await condensing.does("Anna", "theme", "create", "Asking")
    try await condensing.does("Anna", "stc", "group", "Waiting")
    #expect(
      try await condensing.refuses(
        "Anna", "stc", "unit", "-t", "team1-m1", "-u", "u2", "--group", "Waiting"
      ).contains("belongs to systematic text condensation"))
    #expect(
      try await condensing.refuses(nil, "theme", "create", "Money")
        .contains("say who you are with --as (Anna, Bo)"))
    try await condensing.end()
  }
}

/// The help of the commands on themes, memos and condensates.
@Suite struct StudyHelpTests {
  @Test(arguments: ["theme", "memo", "stc"]) func everyCommandShowsAnExample(
    _ group: String
  ) async throws {
    let help = try await Command.run([group, "--help"]).output
    let list = try #require(help.firstRange(of: "SUBCOMMANDS:\n"))
    let names = help[list.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names.count >= 6)
    for words in [[group]] + names.map({ [group, $0] }) {
      let result = try await Command.run(words + ["--help"])
      #expect(result.status == 0)
      let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      let head = try #require(lines.firstIndex { $0.hasPrefix("Example") }, "\(words)")
      let examples = lines[(head + 1)...].prefix { !$0.isEmpty }
      #expect(!examples.isEmpty)
      #expect(examples.first?.hasPrefix("  samtale \(words.joined(separator: " "))") == true)
      for line in examples { #expect(line.hasPrefix("  ") && line.count <= 72, "\(line)") }
      #expect(!result.output.lowercased().contains("emerg"))
    }
  }
}
