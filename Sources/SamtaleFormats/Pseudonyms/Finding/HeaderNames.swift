import Samtale

/// The names of those who made a recording, a transcript or a translation, as headers and layers of
/// translations say them. They take no part in the talk.
enum HeaderNames {
  /// A name, and what somebody did.
  struct Found: Hashable {
    var name: String
    /// Such as `transcribed by`; may be empty.
    var part: String
  }

  /// The names that a transcript states, each once, in the order of the file.
  static func all(of transcript: Transcript) -> [Found] {
    var found: [Found] = []
    for part in transcript.header.file { statements(in: part, &found) }
    for translator in Set(transcript.translations.compactMap(\.translator)).sorted() {
      found.append(Found(name: translator, part: "translation"))
    }
    return each(
      found.flatMap { one in names(in: one.name).map { Found(name: $0, part: one.part) } })
  }

  private static func each(_ found: [Found]) -> [Found] {
    var seen: Set<String> = []
    return found.filter { seen.insert($0.name.lowercased()).inserted }
  }

  private static func statements(in element: MarkupElement, _ found: inout [Found]) {
    guard element.name != "respStmt" else {
      let part = element.first("resp")?.text ?? ""
      for name in element.elements("name") where name["type"] != "initials" {
        found.append(Found(name: name.text, part: part))
      }
      return
    }
    for child in element.elements { statements(in: child, &found) }
  }

  /// The names in a text that may name several people; what is no name (`Whisper 3`, `the team`) is
  /// left out.
  static func names(in text: String) -> [String] {
    let joints = [" and ", " og ", " & ", " / "]
    let text = joints.reduce(text.singleSpaced) { $0.replacing($1, with: ";") }
    return text.split(separator: ";").flatMap { part -> [String] in
      let part = part.trimmed
      if isName(part) { return [part] }
      let items = part.split(separator: ",").map { $0.trimmed }
      // `Vik, Astrid` is one person; `Astrid Vik, Per Lie` are two.
      let isTurned = items.count == 2 && !items[0].contains(" ")
      if isTurned, items.allSatisfy(isName) { return [part] }
      return items.filter(isName)
    }
  }

  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ").map { $0.lowercased() }
    guard (1...4).contains(words.count), !text.contains(where: { "0"..."9" ~= $0 }),
      !words.contains(where: ParticipantName.isRole)
    else { return false }
    return text.split(separator: " ").allSatisfy { word in
      word.first?.isUppercase == true && !word.contains(",")
        || NameCues.particles.contains(word.lowercased())
    } && TalkTokens(text).tokens.contains { $0.text.count > 1 && !$0.isAllCapitals }
  }
}
