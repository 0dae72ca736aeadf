import Samtale

/// A term that the researcher wants replaced.
public struct DeclaredTerm: Hashable, Sendable {
  public var text: String
  public var kind: IdentifierKind

  public init(_ text: String, kind: IdentifierKind = .term) {
    self.text = text
    self.kind = kind
  }

  /// Reads a list of terms: one on each line, and if wanted its kind after a tab, semicolon or
  /// comma (`Hurtigruta;organisation`), in English or Norwegian. A first row with the names of the
  /// columns (`term,kind`) is left out.
  /// - Throws: `ReadingError` with the kinds there are if what stands after a tab or semicolon is
  ///   none; after a comma too if the file is a table of two columns. Else what stands after a
  ///   comma is part of the term (`Berg, Kari`).
  public static func read(_ bytes: [UInt8], named file: String = "") throws(ReadingError)
    -> [DeclaredTerm]
  {
    let text = String(decoding: SourceText(bytes).bytes, as: UTF8.self)
    var lines: [(number: Int, text: String)] = []
    for (i, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !line.trimmed.isEmpty
    {
      lines.append((i + 1, line.trimmed))
    }
    let hasHeader = lines.first.map { isHeader($0.text) } ?? false
    let isTable = isTable(lines.map(\.text), hasHeader: hasHeader)
    var terms: [DeclaredTerm] = []
    for (number, line) in lines.dropFirst(hasHeader ? 1 : 0) {
      terms.append(try term(line, at: number, of: file, isTable: isTable))
    }
    return terms
  }

  private static func isHeader(_ line: String) -> Bool {
    let fields = line.lowercased().split { "\t;,".contains($0) }.map { unquoted($0.trimmed) }
    guard let first = fields.first, fields.count <= 2 else { return false }
    let terms = [
      "term", "terms", "begrep", "omgrep", "form", "word", "ord", "name", "navn", "namn",
    ]
    let kinds = ["kind", "type", "slag", "kategori", "category"]
    return terms.contains(first) && fields.count == 2 && kinds.contains(fields[1])
  }

  /// Whether all lines have two columns with a comma between, and something says that the second
  /// one is the kind: the header, a kind, or that no space follows the commas as in `Berg, Kari`.
  private static func isTable(_ lines: [String], hasHeader: Bool) -> Bool {
    let columns = lines.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard columns.allSatisfy({ $0.count == 2 }) else { return false }
    return hasHeader || columns.contains { IdentifierKind(written: unquoted($0[1].trimmed)) != nil }
      || columns.allSatisfy { $0[1].first?.isWhitespace == false }
  }

  private static func term(
    _ line: String, at number: Int, of file: String, isTable: Bool
  ) throws(ReadingError) -> DeclaredTerm {
    guard let sign = line.lastIndex(where: { "\t;,".contains($0) }) else {
      return DeclaredTerm(unquoted(line))
    }
    let word = unquoted(line[line.index(after: sign)...].trimmed)
    let term = unquoted(line[..<sign].trimmed)
    if let kind = IdentifierKind(written: word) { return DeclaredTerm(term, kind: kind) }
    guard line[sign] == ",", !isTable else {
      if word.isEmpty { return DeclaredTerm(term) }
      throw ReadingError([
        Diagnostic(
          .error, .badKey, file: file, line: number, "there is no kind “\(word)”",
          do: "use one of \(IdentifierKind.known)")
      ])
    }
    return DeclaredTerm(unquoted(line))
  }

  /// A field without the quotation marks that a spreadsheet puts around it.
  private static func unquoted(_ field: String) -> String {
    guard field.count > 2, field.first == "\"", field.last == "\"" else { return field }
    return String(field.dropFirst().dropLast())
  }
}
