/// The pieces of a line, with stretches that are open.
struct ChatAtoms {
  private var atoms: [String] = []
  private var brackets = ""
  private var open: [(stretch: ChatMainTier.Stretch, isBracketed: Bool)] = []

  var text: String { atoms.joined(separator: " ") }

  mutating func append(_ atom: String) {
    guard !atom.isEmpty else { return }
    atoms.append(brackets + atom)
    brackets = ""
  }

  mutating func open(_ stretch: ChatMainTier.Stretch) {
    if !stretch.isGroup {
      append(stretch.opens)
      open.append((stretch, false))
    } else {
      let isBracketed = stretch.tokens.count > 1 || stretch.closes.isEmpty
      if isBracketed { brackets += "<" }
      open.append((stretch, isBracketed))
    }
  }

  /// Closes the stretches that end with a token, the innermost first.
  mutating func close(after token: Int) {
    while let last = open.last, last.stretch.tokens.upperBound <= token {
      open.removeLast()
      if last.isBracketed, !atoms.isEmpty { atoms[atoms.count - 1] += ">" }
      if !last.stretch.closes.isEmpty { append(last.stretch.closes) }
    }
  }
}
