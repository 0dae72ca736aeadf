import Samtale

/// What the name of a tier tells about its use. ELAN and EXMARaLDA leave names to the user.
enum TierName {
  /// Beginnings of the words by which tiers for something else than talk are known.
  private static let otherUses = [
    "gest", "gaze", "blick", "hand", "head", "face", "facial", "mimi", "brow", "body", "postur",
    "movement", "nonverbal", "kines", "comment", "kommentar", "note", "notat", "notiz", "remark",
    "topic", "thema", "tema", "code", "coding", "translat", "gloss", "pause", "silence", "noise",
    "music", "background", "activit", "action", "object", "annotation",
  ]

  /// Whether the names of a tier say that it holds something else than talk.
  static func isNoTalk(_ names: String...) -> Bool {
    names.contains { name in
      name.lowercased().split { !$0.isLetter }.contains { word in
        otherUses.contains { word.hasPrefix($0) }
      }
    }
  }

  /// The name of a layer that a person's tier belongs to, so that those of all people come together:
  /// `gloss` of `gloss@Anna` and of `Anna_gloss`.
  static func layer(_ name: String, of people: [String]) -> String {
    for person in people where !person.isEmpty {
      if name.hasSuffix("@" + person), name.utf8.count > person.utf8.count + 1 {
        return String(name.dropLast(person.count + 1))
      }
      guard name.hasPrefix(person) else { continue }
      let rest = name.dropFirst(person.count)
      if let mark = rest.first, "_-@.: ".contains(mark) {
        let layer = String(rest.dropFirst()).trimmed
        if !layer.isEmpty { return layer }
      }
    }
    return name
  }

  /// The language of the translations in a tier with such a name (`translation-en`); empty if the
  /// name says that they are translations but not into what; `nil` if it says nothing of the kind.
  static func translationLanguage(_ name: String) -> String? {
    let lower = name.lowercased()
    if lower == "translation" { return "" }
    guard lower.hasPrefix("translation-") || lower.hasPrefix("translation_") else { return nil }
    let language = String(name.dropFirst(12))
    return language.utf8.allSatisfy {
      $0 == UInt8(ascii: "-") || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
    }
      && (2...8).contains(language.split(separator: "-").first?.count ?? 0) ? language : nil
  }
}

extension TalkAssembly {
  /// Hands on what the parser found wrong.
  mutating func report(_ problem: Diagnostic) {
    findings.report(
      problem.severity, problem.code, line: problem.line, problem.what, do: problem.remedy)
  }
}
