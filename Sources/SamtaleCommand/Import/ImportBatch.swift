import Samtale
import SamtaleFormats

/// Reads files one after the other, and asks about labels where somebody is there to answer.
struct ImportBatch {
  private var options: ImportOptions
  private let printer: DiagnosticPrinter
  private let asks: Bool
  private(set) var results: [(name: String, result: ImportResult)] = []
  /// Whether something could not be read.
  private(set) var isPartial = false

  init(options: ImportOptions, printer: DiagnosticPrinter, asks: Bool) {
    self.options = options
    self.printer = printer
    self.asks = asks
  }

  mutating func read(_ files: ImportFiles) {
    let bar = printer.quiet ? nil : ProgressBar.start()
    for (number, file) in files.files.enumerated() {
      do {
        if let bar {
          let (done, count) = (Double(number), Double(files.files.count))
          options.progress = { bar.show(Int(1000 * (done + $0) / count), of: 1000) }
        }
        options.recording = try file.recording.map { try RecordingFile($0) }
        var result = try Importer.read(file.path, id: file.name, options: options)
        bar?.finish()
        if asks, learn(from: result.report) {
          result = try Importer.read(file.path, id: file.name, options: options)
          bar?.finish()
        }
        printer.print(result.diagnostics)
        isPartial = isPartial || result.isPartial
        results.append((file.name, result))
      } catch {
        bar?.finish()
        Terminal.printError("samtale: \(error)")
        isPartial = true
      }
    }
  }

  // MARK: Labels

  /// Asks about labels of which nobody said what they are.
  /// - Returns: Whether the answers change anything.
  private mutating func learn(from report: ImportSummary) -> Bool {
    let open = report.labels.filter {
      !$0.isCertain && !options.refusedLabels.contains($0.label)
        && !options.speakers.entries.map(\.label).contains($0.label)
    }
    guard !open.isEmpty else { return false }
    Terminal.printError("\(report.file): are these speakers? (Enter takes the answer in capitals)")
    var isChanged = false
    for label in open {
      let isSpeaker = Self.ask(label)
      isChanged = isChanged || isSpeaker != label.isAccepted
      if isSpeaker {
        options.speakers.declare(label.label)
      } else {
        options.refusedLabels.insert(label.label)
      }
    }
    return isChanged
  }

  private static func ask(_ label: ProposedLabel) -> Bool {
    let times = label.count == 1 ? "once" : "\(label.count) times"
    let choice = label.isAccepted ? "Y/n" : "y/N"
    Terminal.write(raw: "  “\(label.label)” (\(times), first in line \(label.line)) [\(choice)] ")
    while let answer = readLine()?.lowercased() {
      if answer.isEmpty { break }
      if ["y", "yes", "j", "ja"].contains(answer) { return true }
      if ["n", "no", "nei"].contains(answer) { return false }
      Terminal.write(raw: "  please answer y or n [\(choice)] ")
    }
    return label.isAccepted
  }
}
