/// What meeting programs write between the talk: `Ola Hansen stopped transcription`.
enum MeetingNotice {
  private static let verbs: Set<String> = [
    "started", "stopped", "startet", "stoppet", "starta", "stoppa", "startede", "stoppede",
    "startade", "stoppade", "påbörjade", "avslutade", "avsluttet", "avslutta", "afsluttede",
  ]
  private static let nouns: Set<String> = [
    "transcription", "transkripsjon", "transkripsjonen", "transkribering", "transkriberingen",
    "transkriberinga", "transskription", "transskriptionen", "transskribering", "transkription",
    "transkriptionen",
  ]

  /// Whether a paragraph is one: a name with the two words behind it, and perhaps a time.
  static func isOne(_ paragraph: SourceParagraph) -> Bool {
    guard paragraph.text.utf8.count <= 160, paragraph.label == nil else { return false }
    var words = paragraph.text.split(whereSeparator: \.isWhitespace).map(String.init)
    while let last = words.last, SignText.isClock(last) { words.removeLast() }
    guard (3...9).contains(words.count), let noun = words.popLast(), let verb = words.popLast()
    else { return false }
    let bare = noun.hasSuffix(".") ? String(noun.dropLast()) : noun
    return nouns.contains(bare.lowercased()) && verbs.contains(verb.lowercased())
      && words.first?.first?.isUppercase ?? false && !words.contains { $0.hasSuffix(":") }
  }
}
