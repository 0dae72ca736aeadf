import Samtale
import SamtaleProject

/// The sentences of a condensate as they are written in a file: one a line, and behind each in
/// brackets the meaning units it was written from.
///
/// ```
/// I wait until somebody asks me. [5c1e8f70, 2b6a5c1e]
/// ```
struct TracedSentences {
  struct Line: Hashable {
    /// The number of the line in the file, from 1.
    var number: Int
    var text: String
    /// The digits in the brackets.
    var units: [String]
  }

  var lines: [Line] = []

  /// Reads sentences; empty lines are passed over. Only brackets at the end of a line name units:
  /// elsewhere they belong to the sentence.
  /// - Throws: ``ProjectError`` that names the line.
  init(_ text: String) throws {
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (i, line) in all.enumerated() {
      let line = TextInput.trimmed(String(line))
      guard !line.isEmpty else { continue }
      lines.append(try Self.line(line, number: i + 1))
    }
    guard !lines.isEmpty else {
      throw ProjectError(
        .nothing, "there are no sentences", do: "write one a line: I wait. [5c1e8f70]")
    }
  }

  private static func line(_ line: String, number: Int) throws -> Line {
    let open = line.lastIndex(of: "[")
    guard line.hasSuffix("]") else {
      if let open, !line[open...].contains("]") {
        throw error(number, "a bracket is opened and not closed", line)
      }
      return Line(number: number, text: line, units: [])
    }
    guard let open else { throw error(number, "a bracket is closed and not opened", line) }
    let inside = line[line.index(after: open)...].dropLast()
    let units = inside.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
    guard !units.isEmpty else { throw error(number, "the brackets are empty", line) }
    for unit in units where !isDigits(unit) {
      throw error(number, "“\(unit)” in the brackets is not the digits of a meaning unit", line)
    }
    let text = TextInput.trimmed(String(line[..<open]))
    guard !text.isEmpty else {
      throw error(number, "there are meaning units and no sentence", line)
    }
    if let before = text.lastIndex(of: "["), text.hasSuffix("]"),
      isDigits(String(text[text.index(after: before)...].dropLast()))
    {
      throw error(number, "there are two brackets with meaning units", line)
    }
    return Line(number: number, text: text, units: units)
  }

  private static func isDigits(_ text: String) -> Bool {
    text.count >= 4 && text.allSatisfy { $0.isHexDigit || $0 == "-" }
  }

  private static func error(_ number: Int, _ what: String, _ line: String) -> ProjectError {
    ProjectError(
      .unknown, "line \(number): \(what): \(line)",
      do: "end the line with the units it was written from: I wait. [5c1e8f70, 2b6a5c1e]")
  }

  /// The sentences with the meaning units that the digits stand for.
  /// - Throws: ``ProjectError`` that names the line.
  func sentences(from units: [MeaningUnit], of subgroup: Subgroup) throws -> [Condensate.Sentence] {
    try lines.map { line in
      let found = try line.units.map { digits in
        let digits = digits.lowercased()
        let meant = units.filter { $0.id.description.hasSuffix(digits) }
        guard let only = meant.first, meant.count == 1 else {
          let what = meant.isEmpty ? "no meaning unit" : "more than one meaning unit"
          throw ProjectError(
            .unknown, "line \(line.number): \(digits) is \(what) of “\(subgroup.title)”",
            do: "see them with: samtale stc units")
        }
        return only.id
      }
      return Condensate.Sentence(line.text, units: found)
    }
  }
}
