/// Keeps a list of diagnostics short: each finding once, of like ones the first few and a count.
struct DiagnosticHeap: Hashable, Sendable {
  /// So many findings that are alike are listed; one more counts the rest.
  static let mostAlike = 20

  private(set) var list: [Diagnostic] = []
  private var known: Set<Diagnostic> = []
  private var numbers: [Likeness: Number] = [:]

  /// What makes two findings alike: they ask for the same in the same file.
  private struct Likeness: Hashable, Sendable {
    var severity: Diagnostic.Severity
    var code: DiagnosticCode
    var file: String
    var remedy: String
  }

  private struct Number: Hashable, Sendable {
    var count = 0
    /// Where the rest is counted.
    var place = 0
  }

  /// Findings that were gathered before; they all stay.
  init(_ list: [Diagnostic] = []) {
    self.list = list
    known = Set(list)
  }

  mutating func add(_ diagnostic: Diagnostic) {
    guard known.insert(diagnostic).inserted else { return }
    let like = Likeness(
      severity: diagnostic.severity, code: diagnostic.code, file: diagnostic.file,
      remedy: diagnostic.remedy)
    var number = numbers[like] ?? Number()
    number.count += 1
    let rest = number.count - Self.mostAlike
    if rest <= 0 {
      list.append(diagnostic)
    } else {
      let counting = Diagnostic(
        diagnostic.severity, diagnostic.code, file: diagnostic.file,
        "\(rest) more like the \(Self.mostAlike) before", do: diagnostic.remedy)
      if rest == 1 {
        number.place = list.count
        list.append(counting)
      } else {
        list[number.place] = counting
      }
    }
    numbers[like] = number
  }
}
