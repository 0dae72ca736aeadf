extension Codebook {
  /// The columns of a codebook as a table.
  ///
  /// `path` holds the names of the codes above, from the top, separated by ` / ` (a slash that
  /// belongs to a name and stands at a space is written `\/`, a backslash `\\`). `groups` holds
  /// titles separated by `; ` (`\;` in a title). `mergedInto` and `parent` hold identifiers; read,
  /// they may be names as well.
  public enum Column: String, Sendable, CaseIterable {
    case id, name, path, definition, colour, level, origin, status, mergedInto, groups, codings
    case parent
  }

  /// The codes as a table (RFC 4180, UTF-8) with a row of column names: see ``Column``.
  ///
  /// Themes, summaries of groups and what a code was split from have no column; JSON and TEI hold
  /// them. Texts that a spreadsheet would take for formulas begin with an apostrophe.
  public var csv: CSV {
    let titles = groupTitles
    var rows = [Column.allCases.map(\.rawValue)]
    for i in codes.indices {
      rows.append(Column.allCases.map { CSV.guarded(field($0, i, titles[i] ?? [])) })
    }
    return CSV(rows)
  }

  private var groupTitles: [Int: [String]] {
    var titles: [Int: [String]] = [:]
    for group in groups {
      for code in group.codes { titles[code, default: []].append(group.title) }
    }
    return titles.mapValues { $0.sorted() }
  }

  private func field(_ column: Column, _ i: Int, _ groups: [String]) -> String {
    let code = codes[i]
    switch column {
    case .id: return code.id?.description ?? ""
    case .name: return code.name
    case .path: return CodebookPath.joined(Array(path(of: i).dropLast()))
    case .definition: return code.definition ?? ""
    case .colour: return code.colour ?? ""
    case .level: return code.level?.rawValue ?? ""
    case .origin: return code.origin?.rawValue ?? ""
    case .status: return code.status?.rawValue ?? ""
    case .mergedInto: return code.mergedInto.map(reference) ?? ""
    case .groups: return CodebookPath.titles(groups)
    case .codings: return code.codings.map(String.init) ?? ""
    case .parent: return code.parent.map(reference) ?? ""
    }
  }

  private func reference(_ i: Int) -> String { codes[i].id?.description ?? codes[i].name }
}

/// Names joined in one field.
enum CodebookPath {
  static func joined(_ names: [String]) -> String {
    names.map { name in
      let scalars = Array(name.unicodeScalars)
      var text = ""
      for (i, scalar) in scalars.enumerated() {
        let isInWord =
          i > 0 && i + 1 < scalars.count && scalars[i - 1] != " " && scalars[i + 1] != " "
        if scalar == "\\" || (scalar == "/" && !isInWord) { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
      return text
    }
    .joined(separator: " / ")
  }

  /// The names in a path.
  static func names(_ path: String) -> [String] { split(path, at: Array(" / ".unicodeScalars)) }

  static func titles(_ titles: [String]) -> String {
    titles.map { title in
      var text = ""
      for scalar in title.unicodeScalars {
        if scalar == "\\" || scalar == ";" { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
      return text
    }
    .joined(separator: "; ")
  }

  /// The titles in a list; the space after a semicolon may be missing.
  static func titles(in list: String) -> [String] {
    split(list, at: [";"]).enumerated()
      .map { i, title in i > 0 && title.hasPrefix(" ") ? String(title.dropFirst()) : title }
      .filter { !$0.isEmpty }
  }

  private static func split(_ text: String, at separator: [Unicode.Scalar]) -> [String] {
    guard !text.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    var parts = [""]
    var at = 0
    while at < scalars.count {
      let last = parts.count - 1
      let isEscape = scalars[at] == "\\" && at + 1 < scalars.count
      if isEscape, "\\/;".unicodeScalars.contains(scalars[at + 1]) {
        parts[last].unicodeScalars.append(scalars[at + 1])
        at += 2
      } else if scalars[at...].starts(with: separator) {
        parts.append("")
        at += separator.count
      } else {
        parts[last].unicodeScalars.append(scalars[at])
        at += 1
      }
    }
    return parts
  }
}
