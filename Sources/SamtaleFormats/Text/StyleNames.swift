/// Names of paragraph styles.
enum StyleNames {
  /// Whether a style of this name can be a speaker's: it is none that word processors have.
  static func canBeSpeaker(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !lower.isEmpty && !builtIn.contains { lower.hasPrefix($0) }
  }

  /// Whether it is the style of titles.
  static func isTitle(_ name: String) -> Bool {
    ["title", "tittel", "titel", "titre"].contains(name.lowercased())
  }

  private static let builtIn = [
    "normal", "standard", "default", "heading", "overskrift", "überschrift", "title", "tittel",
    "titel", "subtitle", "undertittel", "untertitel", "body", "brødtekst", "textkörper",
    "text body",
    "list", "liste", "header", "footer", "topptekst", "bunntekst", "kopfzeile", "fußzeile", "toc",
    "innholdsfortegnelse", "verzeichnis", "no spacing", "ingen mellomrom", "kein leerraum",
    "plain text", "ren tekst", "nur text", "footnote", "fotnote", "endnote", "caption",
    "bildetekst", "quote", "sitat", "zitat", "intense", "table", "tabell", "balloon", "comment",
    "merknad", "kommentar", "page number", "preformatted", "web", "html", "paragraph", "avsnitt",
    "absatz", "block text", "titre", "título", "textbody", "hyperlink", "revision",
  ]
}
