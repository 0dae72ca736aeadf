import ArgumentParser
import Samtale

/// Which words tell questions, minimal responses and closings: the same for all commands that read
/// the wording.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of the talk (en, nb, nn, da, sv) if the files do not say it.",
      valueName: "code"))
  var language: String?

  @Option(
    help: ArgumentHelp(
      "A lexicon of your own (TSV: id, class, pattern, note) beside the built-in one; repeatable.",
      valueName: "file"),
    completion: .file(extensions: ["tsv"]))
  var lexicon: [String] = []

  func validate() throws {
    if let language, Lexicon(language: language) == nil {
      throw ValidationError(
        "There is no lexicon for “\(language)”. Known: \(Lexicon.languages.joined(separator: ", "))."
      )
    }
  }

  /// The readers of cues.
  /// - Throws: An exit code, after saying what is wrong with a lexicon.
  func library() throws -> CueLibrary {
    CueLibrary(language: language, additions: try lexicon.map(read))
  }

  private func read(_ path: String) throws -> Lexicon {
    do {
      return try Lexicon(tsv: String(decoding: try Files.bytes(path), as: UTF8.self), named: path)
    } catch {
      Terminal.printError("samtale: \(error)")
      throw ExitCode(2)
    }
  }
}
