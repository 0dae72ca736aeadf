import ArgumentParser
import Samtale
import SamtaleFormats

struct PseudonymLock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Encrypt a key with a passphrase.",
    discussion: """
      The locked key takes the place of the readable one (or goes to --output); the commands that \
      need it ask for the passphrase. Without the passphrase nobody can read it, you included. \
      Copies that a backup or a spreadsheet program kept are not reached.
      """)

  @Argument(help: "The key.", completion: .file()) var key: String
  @Option(name: .shortAndLong, help: "The file to write.", completion: .file()) var output: String?
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    try spoken {
      let bytes = try Files.bytes(key)
      guard !KeyLock.isLocked(bytes) else {
        Terminal.printError("samtale: \(key) is locked already")
        throw ExitCode(2)
      }
      // Nothing but a key is locked: what cannot be read back as one is no loss to notice later.
      _ = try PseudonymKey(csv: bytes, named: key)
      let secret = try passphrase.ask(for: key, twice: true)
      try Files.write(KeyLock.lock(bytes, with: secret), to: output ?? key, isPrivate: true)
    }
  }
}

struct PseudonymUnlock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Decrypt a key, to read and change it.")

  @Argument(help: "The key.", completion: .file()) var key: String
  @Option(name: .shortAndLong, help: "The file to write.", completion: .file()) var output: String?
  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    try spoken {
      let secret = try passphrase.ask(for: key)
      try Files.write(
        KeyLock.unlock(Files.bytes(key), with: secret), to: output ?? key, isPrivate: true)
    }
  }
}
