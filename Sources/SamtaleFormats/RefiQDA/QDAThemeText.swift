import Samtale

/// What a theme is, as the description of a set, a line for each of its facts.
enum QDAThemeText {
  static let kind = "A theme, which the researchers developed; it is no code."
  private static let concept = "Central organising concept: "
  private static let includes = "What it is: "
  private static let excludes = "What it is not: "
  private static let question = "How it answers the question: "
  private static let roles = "Roles: "
  private static let status = "Status: "
  private static let order = "Order: "

  static func text(_ theme: Codebook.Theme, under parent: Codebook.Theme?) -> String {
    var lines = [kind]
    let facts: [(String, String?)] = [
      (concept, theme.concept), (includes, theme.includes), (excludes, theme.excludes),
      (question, theme.question),
      (roles, theme.roles.isEmpty ? nil : theme.roles.joined(separator: "; ")),
      (status, theme.status?.rawValue), (order, theme.order.map(String.init)),
    ]
    lines += facts.compactMap { name, value in value.map { name + line($0) } }
    if let parent, let id = parent.id { lines.append(QDASetName.part(of: parent.name, id)) }
    return lines.joined(separator: "\n")
  }

  /// A text on one line: U+2028, the line separator of Unicode, stands for line ends.
  private static func line(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\u{2028}")
  }

  static func read(_ text: String) -> Codebook.Theme {
    var theme = Codebook.Theme("")
    for line in text.split(separator: "\n").map(String.init) {
      let value = { (name: String) -> String? in
        guard line.hasPrefix(name) else { return nil }
        return line.dropFirst(name.count).split(
          separator: "\u{2028}", omittingEmptySubsequences: false
        ).joined(separator: "\n")
      }
      theme.concept = value(concept) ?? theme.concept
      theme.includes = value(includes) ?? theme.includes
      theme.excludes = value(excludes) ?? theme.excludes
      theme.question = value(question) ?? theme.question
      theme.status = value(status).flatMap(Theme.Status.init) ?? theme.status
      theme.order = value(order).flatMap { Int($0) } ?? theme.order
      if let names = value(roles) {
        theme.roles = names.split(separator: ";").map { String($0).trimmed }
      }
    }
    return theme
  }
}
