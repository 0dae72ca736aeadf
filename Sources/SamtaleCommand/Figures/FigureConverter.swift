import Samtale

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns drawings in SVG into PDF and PNG with `rsvg-convert`, which is found on the `PATH`.
///
/// ```swift
/// let bytes = try FigureConverter().convert(figure.svg, to: .png)
/// ```
struct FigureConverter {
  /// What a drawing can be turned into.
  enum Format: String, CaseIterable { case pdf, png }

  /// Why a drawing could not be turned into another format.
  struct Failure: Error, Hashable, CustomStringConvertible {
    var description: String
  }

  /// Dots per inch of PNG.
  var resolution = 300

  /// The name of the program.
  static let program = "rsvg-convert"

  /// Converts one drawing.
  /// - Parameters:
  ///   - svg: An SVG document whose size is stated in millimetres.
  ///   - format: What it is turned into.
  /// - Returns: The bytes of the file.
  /// - Throws: ``Failure`` if the program is missing or fails, ``FileError`` if there is no room for
  ///   temporary files.
  func convert(_ svg: String, to format: Format) throws -> [UInt8] {
    let folder = try Self.temporaryFolder()
    let (source, result) = (folder + "/figure.svg", folder + "/figure." + format.rawValue)
    defer {
      Files.remove(source)
      Files.remove(result)
      rmdir(folder)
    }
    try Files.write(Array(svg.utf8), to: source)
    let size = format == .png ? String(resolution) : "72"
    try Self.run([
      Self.program, "--format", format.rawValue, "--dpi-x", size, "--dpi-y", size, "--output",
      result, source,
    ])
    return try Files.bytes(result)
  }

  private static func temporaryFolder() throws -> String {
    let parent = Terminal.environment("TMPDIR") ?? "/tmp"
    // mkdtemp writes the name that it found into this array; POSIX has /tmp where TMPDIR is not set.
    var template = Array((parent + "/samtale-figure-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(description: "no temporary folder can be made in \(parent)")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs a program and waits for its end. What it says goes to standard error.
  private static func run(_ arguments: [String]) throws {
    let kept = ["PATH", "HOME", "LANG", "LC_ALL", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "TMPDIR"]
    // The same drawing gives the same bytes: the date in a PDF is that of reproducible builds.
    let date = Terminal.environment("SOURCE_DATE_EPOCH") ?? "315532800"
    let environment =
      kept.compactMap { name in Terminal.environment(name).map { "\(name)=\($0)" } }
      + ["SOURCE_DATE_EPOCH=\(date)"]
    var process = pid_t()
    let code = withCStrings(arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawnp(&process, program, nil, nil, arguments, environment)
      }
    }
    guard code == 0 else { throw missing }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(description: "\(program) was lost") }
    }
    // 127 is what some systems report of a program that is not there.
    if status >> 8 & 0xFF == 127 { throw missing }
    guard status == 0 else {
      throw Failure(description: "\(program) could not turn the drawing into another format")
    }
  }

  private static var missing: Failure {
    Failure(
      description: "for PDF and PNG the program \(program) is needed, and it is not on the PATH — "
        + "install it (Debian and Ubuntu: sudo apt-get install librsvg2-bin; macOS: brew install "
        + "librsvg), or write .svg")
  }

  /// Lends strings as C expects a list of them, for the length of a call.
  private static func withCStrings<R>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
  ) -> R {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
