#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
@_spi(BoundaryFit) import Samtale

extension Double {
  static func log(_ x: Double) -> Double { logarithm(x) }
}
private func logarithm(_ x: Double) -> Double { log(x) }

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first else {
  print("usage: BoundaryFit FOLDER [COEFFICIENTS.TSV [LEADER-ROLE]]")
  exit(2)
}
/// The role of the leader, where it is to be declared: for a check, not for fitting.
let role = arguments.dropFirst(2).first
let files = CorpusInput(paths: [folder]).files.sorted()
let meetings = parallel(files.count) { number -> Meeting? in
  guard let transcript = try? TEI.read(files[number]).transcripts.first else { return nil }
  return Meeting(transcript, leaderRole: role)
}.compactMap { $0 }
print("\(meetings.count) meetings, \(meetings.reduce(0) { $0 + $1.marked.count }) boundaries")
print("| method | Pk | 95 % | WindowDiff | F1 | segments |\n|---|--:|--:|--:|--:|--:|")

/// Prints a row for a method that is not fitted.
func baseline(_ name: String, _ method: (Int) -> [Int]) {
  let scores = parallel(meetings.count) { number in
    let meeting = meetings[number]
    return Score(found: method(number), marked: meeting.marked, count: meeting.count)
  }
  print(Summary(scores: scores).row(name))
}
baseline("none") { _ in [] }
baseline("even, number given") { Baselines.even(meetings[$0]) }
baseline("random, number given") { Baselines.random(meetings[$0], stream: $0) }
baseline("TextTiling") { Baselines.textTiling(meetings[$0]) }
baseline("C99") { Baselines.c99(meetings[$0]) }

var coefficients = """
  # Fitted by Tests/BoundaryFit on \(meetings.count) meetings.
  # AMI Meeting Corpus, manual annotations, AMI Consortium, CC BY 4.0.

  """
coefficients += "set\tname\tmean\tdeviation\tweight\n"
for set in [CoefficientSet.all, .untimed, .withoutWordLists] {
  let fit = Fit(meetings, set)
  let logits = fit.leaveOut()
  let table = fit.table(logits)
  print(Summary(scores: fit.crossValidated(table)).row(set.rawValue))
  let best = Fit.best(table, Array(meetings.indices))
  let model = fit.regression(meetings)
  coefficients += fit.rows(model, Fit.grid[best])
}
if let path = arguments.dropFirst().first, path != "-" {
  guard let file = fopen(path, "w") else { fatalError("cannot write \(path)") }
  fputs(coefficients, file)
  fclose(file)
}
