import Samtale

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the terminal can show.
enum Terminal {
  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// Whether somebody sits at the terminal and can be asked.
  static var isInteractive: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Asks for something that must not be seen while it is typed; `nil` at the end of the input.
  ///
  /// Control-C ends the program as ever, but not before what is typed can be seen again.
  static func secret(_ question: String) -> [UInt8]? {
    write(raw: question)
    var shown = termios()
    let isTerminal = tcgetattr(0, &shown) == 0
    if isTerminal {
      var hidden = shown
      hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
      // Without signals, Control-C is a sign that ends the line.
      withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VEOL)] = interrupt }
      tcsetattr(0, TCSAFLUSH, &hidden)
    }
    let line = secretLine()
    if isTerminal { tcsetattr(0, TCSAFLUSH, &shown) }
    write(raw: "\n")
    if line?.last == interrupt {
      raise(SIGINT)
      return nil
    }
    return line
  }

  /// Control-C.
  private static let interrupt: UInt8 = 3

  /// The bytes up to the end of a line, read one by one so that no buffer keeps them.
  private static func secretLine() -> [UInt8]? {
    var line: [UInt8] = []
    line.reserveCapacity(4096)
    var byte: UInt8 = 0
    while true {
      let count = systemRead(0, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return line.isEmpty ? nil : line }
      if byte == UInt8(ascii: "\n") { return line }
      line.append(byte)
      if byte == interrupt { return line }
    }
  }

  /// Colour on standard error: on a terminal, unless NO_COLOR is set (no-color.org).
  static var usesColor: Bool {
    guard errorIsTerminal, getenv("NO_COLOR").map({ $0.pointee == 0 }) ?? true else {
      return false
    }
    return getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  /// Columns of the terminal that standard output goes to, `nil` if it goes elsewhere.
  static var width: Int? {
    guard isatty(1) == 1 else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A variable of the environment; `nil` if it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  static func printError(_ text: String) {
    write(raw: text + "\n")
  }

  static func write(raw text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { systemWrite(2, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }
}

private func systemRead(_ file: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: CInt, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}

/// Prints diagnostics on standard error, one a line.
struct DiagnosticPrinter {
  var quiet: Bool
  var verbose: Bool
  /// What shows the notes that are not printed.
  var notesHint = "-v"

  /// For commands without an option that asks for notes, and what they read of transcripts.
  static let withoutNotes = DiagnosticPrinter(
    quiet: false, verbose: false, notesHint: "samtale check -v")

  func print(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where isShown(diagnostic.severity) {
      Terminal.printError(Self.line(diagnostic, color: Terminal.usesColor))
    }
    let notes = diagnostics.count { $0.severity == .note }
    if notes > 0, !verbose, !quiet {
      Terminal.printError(
        notes == 1 ? "(1 note; \(notesHint) shows it)" : "(\(notes) notes; \(notesHint) shows them)"
      )
    }
  }

  private func isShown(_ severity: Diagnostic.Severity) -> Bool {
    switch severity {
    case .error: true
    case .warning: !quiet
    case .note: verbose && !quiet
    }
  }

  static func line(_ diagnostic: Diagnostic, color: Bool) -> String {
    let text = diagnostic.description
    guard color else { return text }
    let paint = diagnostic.severity == .error ? "31" : diagnostic.severity == .warning ? "33" : "36"
    let word = diagnostic.severity.rawValue
    guard let place = text.firstRange(of: "\(word) \(diagnostic.code.rawValue): ") else {
      return text
    }
    return text[..<place.lowerBound] + "\u{1B}[\(paint)m\(word)\u{1B}[0m"
      + text[place.lowerBound...].dropFirst(word.count)
  }
}

/// A line on standard error that shows how far reading has come, once it takes over a second.
final class ProgressBar: Sendable {
  private let start = ContinuousClock.now

  /// A bar, if standard error is a terminal.
  static func start() -> ProgressBar? { Terminal.errorIsTerminal ? ProgressBar() : nil }

  func show(_ done: Int, of total: Int) {
    guard total > 0, ContinuousClock.now - start > .seconds(1) else { return }
    let width = 30
    let filled = width * done / total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    Terminal.write(raw: "\r\(bar) \(100 * done / total) %")
  }

  func finish() {
    guard ContinuousClock.now - start > .seconds(1) else { return }
    Terminal.write(raw: "\r\u{1B}[K")
  }
}
