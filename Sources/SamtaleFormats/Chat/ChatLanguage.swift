/// Language codes: CHAT has three letters (ISO 639-3), language tags two where there are two.
enum ChatLanguage {
  private static let pairs: [(String, String)] = [
    ("eng", "en"), ("nob", "nb"), ("nno", "nn"), ("nor", "no"), ("dan", "da"), ("swe", "sv"),
    ("isl", "is"), ("fao", "fo"), ("fin", "fi"), ("deu", "de"), ("nld", "nl"), ("fra", "fr"),
    ("spa", "es"), ("ita", "it"), ("por", "pt"), ("cat", "ca"), ("eus", "eu"), ("glg", "gl"),
    ("ell", "el"), ("rus", "ru"), ("ukr", "uk"), ("pol", "pl"), ("ces", "cs"), ("slk", "sk"),
    ("slv", "sl"), ("hrv", "hr"), ("srp", "sr"), ("bos", "bs"), ("bul", "bg"), ("ron", "ro"),
    ("hun", "hu"), ("est", "et"), ("lav", "lv"), ("lit", "lt"), ("tur", "tr"), ("ara", "ar"),
    ("heb", "he"), ("fas", "fa"), ("hin", "hi"), ("urd", "ur"), ("ben", "bn"), ("tam", "ta"),
    ("jpn", "ja"), ("kor", "ko"), ("zho", "zh"), ("vie", "vi"), ("tha", "th"), ("ind", "id"),
    ("cym", "cy"), ("gle", "ga"), ("afr", "af"), ("som", "so"), ("tir", "ti"), ("sme", "se"),
  ]
  private static let tags = Dictionary(uniqueKeysWithValues: pairs)
  private static let codes = Dictionary(uniqueKeysWithValues: pairs.map { ($1, $0) })

  /// The language tag for a code; `nil` if nothing is known of the language.
  static func tag(_ code: String) -> String? {
    let code = code.trimmed.lowercased()
    guard code != "und", !code.isEmpty else { return nil }
    return tags[code] ?? code
  }

  /// The code for a language tag, with whether it says as much as the tag; `und` if there is none.
  static func code(_ tag: String) -> (code: String, isExact: Bool) {
    let first = String(tag.prefix { $0 != "-" }).lowercased()
    if let code = codes[first] { return (code, first == tag) }
    let isCode = first.utf8.count == 3 && first.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    return isCode ? (first, first == tag && tags[first] == nil && first != "und") : ("und", false)
  }
}
