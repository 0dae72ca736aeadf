import ArgumentParser
import Samtale
import SamtaleProject
import SamtalePublishing

struct AgreementCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "How far coders agree, for codebook and coding-reliability approaches only.",
    discussion: """
      Over the transcripts that all of the coders have coded or visited. In a reflexive project the \
      answer is why there is no such figure; samtale compare shows two codings side by side.

      Example:
        samtale agreement Anna Bo --round first
      """)

  @Argument(help: "The coders, two or more.") var coders: [String]
  @Option(help: "Only this code; repeatable.") var code: [String] = []
  @Option(help: "Only this coding round.") var round: String?
  @Option(help: "Seed of the random numbers behind the intervals.") var seed: UInt64 = 1
  @Option(help: "Bootstrap samples; 0 for no intervals.") var samples = 2000
  @OptionGroup var file: ProjectOptions
  @OptionGroup var list: ListOptions

  func validate() throws {
    guard (0...1_000_000).contains(samples) else {
      throw ValidationError("--samples must be between 0 and 1000000.")
    }
  }

  func work() throws {
    let project = try file.open()
    let finder = Finder(project)
    let agreement = try StudyAgreement(
      try project.corpus(),
      coders: try coders.map { try finder.find(Researcher.self, $0).id },
      codes: code.isEmpty ? nil : try code.map { try finder.find(Code.self, $0).id },
      round: try round.map { try finder.find(CodingRound.self, $0).id },
      bootstrap: Bootstrap(samples: samples, seed: seed))
    guard !agreement.transcripts.isEmpty else {
      throw ProjectError(
        .nothing, "there is no transcript that all of them have coded or visited",
        do: "note with samtale code visit what was read without being coded")
    }
    var table = Table.agreement(agreement)
    if samples > 0 {
      table.notes.append("\(samples) bootstrap samples, seed \(seed).")
    } else {
      table.removeIntervals()
    }
    try list.write([table])
  }
}

extension Table {
  /// Takes out the columns from which to which a figure may be, and the note on them.
  fileprivate mutating func removeIntervals() {
    let kept = columns.indices.filter { i in
      !columns[i].key.hasSuffix("_low") && !columns[i].key.hasSuffix("_high")
    }
    for i in rows.indices { rows[i].cells = kept.map { rows[i].cells[$0] } }
    columns = kept.map { columns[$0] }
    notes.removeAll { $0.hasPrefix("From, to:") }
  }
}
