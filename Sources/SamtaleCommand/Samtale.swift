import ArgumentParser

@main
struct SamtaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samtale",
    abstract: "From transcripts of recorded conversations to the tables of a paper.",
    discussion: """
      Results go to standard output, everything else to standard error. Nothing leaves this \
      machine.

      Exit status: 0 done; 1 done, but something was found or could not be read; 2 could not be \
      done; 64 the command was not understood.

      Shell completions: samtale --generate-completion-script bash (or zsh, fish).
      """,
    version: "0.1.0",
    subcommands: [
      ParticipationCommand.self, ParticipantsCommand.self, CheckCommand.self, ExportCommand.self,
    ]
  )
}
