import ArgumentParser
import Samtale
import SamtaleFormats

struct PseudonymiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pseudonymise",
    abstract: "Replace names, places, numbers and dates that tell who somebody is.",
    discussion: """
      First let Samtale propose what to replace; go through the key in a spreadsheet, where each \
      row is one way to write something, with the places where it stands; set the column decision \
      to replace or keep, and correct the replacements. Then apply the key to transcripts or to a \
      project: talk, memos, codes, people and names of files change alike, and everything that was \
      coded stays on its words. Originals are never changed.

      No search finds everything that identifies a person. Read what you share.

      With the key one finds back to the people: lock it with a passphrase and keep it apart.

      Examples:
        samtale pseudonymise propose --key key.csv transcripts/
        samtale pseudonymise apply --key key.csv -o shared/ transcripts/
        samtale pseudonymise apply --key key.csv -o shared/ --k 3 --ages 10 transcripts/
        samtale pseudonymise apply --key key.csv -o shared/ study.samtale
        samtale pseudonymise audit --key key.csv shared/ report.docx
        samtale pseudonymise lock key.csv
      """,
    subcommands: [
      PseudonymPropose.self, PseudonymApply.self, PseudonymAuditCommand.self, PseudonymLock.self,
      PseudonymUnlock.self,
    ])
}

/// Where the key lies, and how it is opened.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The key: a CSV file, or one locked with a passphrase.", valueName: "file"),
    completion: .file())
  var key: String

  @OptionGroup var passphrase: PassphraseOptions

  /// The key, unlocked if need be.
  func read() throws -> PseudonymKey {
    try spoken {
      var bytes = try Files.bytes(key)
      if KeyLock.isLocked(bytes) {
        bytes = try KeyLock.unlock(bytes, with: passphrase.ask(for: key))
      }
      return try PseudonymKey(csv: bytes, named: key)
    }
  }
}

/// Where a passphrase comes from.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file whose first line is the passphrase; without it you are asked on the terminal.",
      valueName: "file"),
    completion: .file())
  var passphraseFile: String?

  /// The passphrase.
  /// - Throws: `ExitCode` after saying why there is none.
  func ask(for file: String, twice: Bool = false) throws -> Passphrase {
    if let path = passphraseFile {
      var line = Array(try Files.bytes(path).prefix { $0 != 0x0A && $0 != 0x0D })
      return Passphrase(wiping: &line)
    }
    guard Terminal.isInteractive, var first = Terminal.secret("Passphrase for \(file): ") else {
      Terminal.printError(
        "samtale: \(file) needs a passphrase; name a file that holds it with --passphrase-file")
      throw ExitCode(2)
    }
    if twice {
      guard var second = Terminal.secret("Once more: "), second == first else {
        Terminal.printError("samtale: the two passphrases differ; nothing was done")
        throw ExitCode(2)
      }
      _ = Passphrase(wiping: &second)
    }
    return Passphrase(wiping: &first)
  }
}
