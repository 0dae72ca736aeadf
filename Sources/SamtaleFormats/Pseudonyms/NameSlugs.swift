import Samtale

/// Names as identifiers and names of files write them: in small letters without accents and spaces,
/// or with an initial (`bjorn`, `asebo`, `k.nordmann`).
struct NameSlugs: Sendable {
  /// What stands for a name that is written so; empty if it stays.
  private var replacements: [String: String] = [:]
  /// Names that may be looked for inside longer words.
  private var long: [String] = []

  /// The most words that one name may be divided into.
  private static let words = 4

  init(_ key: PseudonymKey) {
    let forms = key.entries.filter(\.kind.isName).flatMap { entry in
      entry.forms.filter { $0.decision != .ask }.map { ($0, entry.kind) }
    }
    for (form, kind) in forms {
      for slug in Self.slugs(of: form.text, kind) { add(slug, form, kind) }
    }
    // A given name or surname that has no row of its own.
    let whole = Set(replacements.keys)
    for (form, kind) in forms where kind == .person && form.decision == .replace {
      for slug in Self.parts(of: form.text) where !whole.contains(slug) { add(slug, form, kind) }
    }
    long = replacements.filter { $0.key.utf8.count >= 5 && !$0.value.isEmpty }.map(\.key).sorted()
  }

  private mutating func add(_ slug: String, _ form: PseudonymKey.Form, _ kind: IdentifierKind) {
    let new = form.decision == .keep ? "" : form.replacement
    guard let known = replacements[slug], known != new else { return replacements[slug] = new }
    // Two people may be written alike; what is kept anywhere stays.
    replacements[slug] = known.isEmpty || new.isEmpty ? "" : kind.rawValue
  }

  private static func slugs(of text: String, _ kind: IdentifierKind) -> Set<String> {
    var slugs: Set<String> = []
    for spelling in FoldedScan.spellings(of: text) {
      let words = String(decoding: spelling, as: UTF8.self).split(separator: " ").map(String.init)
      let joined = words.joined()
      if joined.utf8.count >= 3 { slugs.insert(joined) }
      guard kind == .person, words.count > 1, let first = words.first?.prefix(1),
        let last = words.last, last.utf8.count >= 4
      else { continue }
      slugs.formUnion([first + last, last + first])
    }
    return slugs
  }

  private static func parts(of name: String) -> Set<String> {
    let words = TalkTokens(name).tokens.map(\.lower).filter {
      !NameLists.shared.isAmbiguous($0) && !NameCues.particles.contains($0)
    }
    guard words.count > 1 else { return [] }
    return words.reduce(into: []) { $0.formUnion(slugs(of: $1, .place)) }
  }

  private static func folded(_ text: String) -> String {
    let bytes = FoldedScan(Array(text.unicodeScalars)).bytes
    return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  /// The names in an identifier, in order: one or more whole words of it, the longest first.
  func rewrites(in name: String) -> [TextRewrite] {
    guard !replacements.isEmpty else { return [] }
    let text = TalkTokens(name, splitsHumps: true)
    let words = text.tokens.map { Self.folded($0.text) }
    var found: [TextRewrite] = []
    var start = 0
    while start < words.count {
      let ends = ((start + 1)...min(words.count, start + Self.words)).reversed()
      let end = ends.first { replacements[words[start..<$0].joined()] != nil }
      if let end, let replacement = replacements[words[start..<end].joined()] {
        if !replacement.isEmpty {
          found.append(TextRewrite(scalars: text.scalars(of: start..<end), text: replacement))
        }
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  /// Whether a name may stand inside a longer word of an identifier: `intervjukari`.
  func isInsideWord(of name: String) -> Bool {
    TalkTokens(name).tokens.contains { token in
      let word = Self.folded(token.text)
      guard word.utf8.count > 5, !NameLists.shared.isAmbiguous(token.lower) else { return false }
      return long.contains { word.utf8.count > $0.utf8.count && word.contains($0) }
    }
  }
}
