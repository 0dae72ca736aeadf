/// What reading a file into a study did.
public struct ImportReport: Hashable, Sendable {
  /// How many objects of each kind are new.
  public internal(set) var created: [ObjectKind: Int] = [:]
  /// How many objects of each kind were changed.
  public internal(set) var changed: [ObjectKind: Int] = [:]
  /// How many objects of each kind were there already, as the file has them.
  public internal(set) var unchanged: [ObjectKind: Int] = [:]
  /// What was not taken over, or only in part, and why. Of many findings that are alike the first
  /// twenty are listed; one more says how many there are besides.
  public var diagnostics: [Diagnostic] { heap.list }
  private var heap = DiagnosticHeap()

  public init() {}

  /// A report that goes on from what was found before.
  init(_ diagnostics: [Diagnostic]) { heap = DiagnosticHeap(diagnostics) }

  /// Whether the study stayed as it was.
  public var isEmpty: Bool { created.isEmpty && changed.isEmpty }

  mutating func note(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode = .notImported, file: String = "",
    _ what: String, do remedy: String
  ) {
    heap.add(Diagnostic(severity, code, file: file, what, do: remedy))
  }

  /// Does something to an object; if a rule forbids it, says so and goes on.
  /// - Returns: Whether it was done.
  @discardableResult
  mutating func attempt(
    _ name: @autoclosure () -> String, file: String = "", _ work: () throws -> Void
  ) throws -> Bool {
    do {
      try work()
      return true
    } catch let violation as RuleViolation {
      note(.error, file: file, "\(name()): \(violation.what)", do: violation.remedy)
      return false
    }
  }
}

extension StudyEditor {
  /// Reads a codebook into the study: makes what is missing, and changes what is known by its
  /// identifier and differs by more than white space.
  ///
  /// Entries without an identifier are known by their names from the top of the tree. Nothing is
  /// removed: what the codebook does not state stays, memberships of groups and themes are added.
  /// Reading the same codebook twice changes nothing the second time.
  /// - Returns: What was done; what a rule of the study forbids is among the diagnostics.
  /// - Throws: What the state of the study throws when it cannot be read or written.
  @discardableResult
  public mutating func importCodebook(_ codebook: Codebook) throws -> ImportReport {
    var report = ImportReport()
    var work = CodebookImport<State>(codebook)
    try work.entries(in: &self, &report)
    try work.statuses(in: &self, &report)
    return report
  }
}
