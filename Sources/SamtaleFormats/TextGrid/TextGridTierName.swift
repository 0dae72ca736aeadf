/// What the name of a tier says of it.
///
/// A tier is a person's talk unless its name says otherwise. Names that are nothing but a word for
/// words, sounds and the like (`phones`, `word`) are no people. Where such a word stands behind or
/// before a name, with ` - `, `-`, `_`, `/`, `:` or `@` between them (`Anna - words`,
/// `phones@Anna`), the tier is about that person. What Samtale itself writes is in brackets:
/// `Anna [talk 2]`, `[talk]`, `Anna [layer words]`, `[topics]`, `[notes] type`.
struct TextGridTierName: Hashable {
  enum Content: Hashable {
    /// What is said. Of one person's tiers those with the lowest rank are the talk: 0 utterances,
    /// 1 words, 2 parts of words and further annotations.
    case talk(rank: Int)
    case topics
    case notes(type: String?)
    /// Annotations of a person's talk, as Samtale writes them.
    case layer
  }

  var content: Content
  /// The person; `nil` if the name tells none.
  var speaker: String?
  /// What a layer is called that is made of it.
  var layer: String
  /// Whether it can only have been written by Samtale.
  var isOwn = false

  init(_ name: String) {
    let name = Self.plain(name)
    layer = name
    if let own = Self.own(name) {
      self = own
    } else if let content = Self.contents[name.lowercased()] {
      self.content = content
    } else if let (speaker, part, content) = Self.divided(name) {
      self.content = content
      self.speaker = speaker
      layer = part
    } else {
      content = .talk(rank: 0)
      speaker = name.isEmpty ? nil : name
    }
  }

  /// A tier that the table of speakers declares as the talk of one.
  init(speaker: String) {
    content = .talk(rank: 0)
    self.speaker = speaker
    layer = speaker
  }

  /// A name with single spaces, and without quotation marks around all of it, which some programs write.
  static func plain(_ name: String) -> String {
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard name.utf8.count > 2, name.first == "\"", name.last == "\"" else { return name }
    return String(name.dropFirst().dropLast()).trimmed
  }

  private init(_ content: Content, speaker: String?, layer: String) {
    self.content = content
    self.speaker = speaker
    self.layer = layer
    isOwn = true
  }

  /// A name as Samtale writes it.
  private static func own(_ name: String) -> TextGridTierName? {
    if name.hasPrefix("[notes]") {
      let type = name.dropFirst(7).description.trimmed
      return TextGridTierName(.notes(type: type.isEmpty ? nil : type), speaker: nil, layer: name)
    }
    guard name.hasSuffix("]"), let open = name.lastIndex(of: "[") else { return nil }
    let inside = name[name.index(after: open)...].dropLast()
    let words = inside.split(separator: " ", omittingEmptySubsequences: false)
    if words.first == "layer", words.count == 2 || (words.count == 3 && Int(words[2]) != nil) {
      let speaker = String(name[..<open]).trimmed
      return TextGridTierName(
        .layer, speaker: speaker.isEmpty ? nil : speaker, layer: String(words[1]))
    }
    guard words.count <= 2, words.count < 2 || Int(words[1]) != nil else { return nil }
    let before = String(name[..<open]).trimmed
    switch words.first {
    case "talk":
      return TextGridTierName(.talk(rank: 0), speaker: before.isEmpty ? nil : before, layer: name)
    case "topics" where before.isEmpty: return TextGridTierName(.topics, speaker: nil, layer: name)
    default: return nil
    }
  }

  /// A person's name and a word for what the tier holds.
  private static func divided(_ name: String) -> (String, String, Content)? {
    for mark in [" - ", "@", "_", "/", ":", "-"] {
      let pieces = name.split(separator: mark, omittingEmptySubsequences: false)
      guard pieces.count >= 2, let first = pieces.first, let last = pieces.last else { continue }
      if let content = contents[last.lowercased().trimmed] {
        let speaker = pieces.dropLast().joined(separator: mark).trimmed
        if !speaker.isEmpty { return (speaker, String(last).trimmed, content) }
      }
      if let content = contents[first.lowercased().trimmed] {
        let speaker = pieces.dropFirst().joined(separator: mark).trimmed
        if !speaker.isEmpty { return (speaker, String(first).trimmed, content) }
      }
    }
    return nil
  }

  private static let contents: [String: Content] = {
    var contents: [String: Content] = [:]
    let words: [(Content, String)] = [
      (
        .talk(rank: 0),
        "talk speech utterance utterances utt phrase phrases sentence sentences transcript "
          + "transcription turn turns text orthography ortho ipu ipus tale ytring ytringer"
      ),
      (.talk(rank: 1), "word words token tokens ord mot mots"),
      (
        .talk(rank: 2),
        "phone phones phoneme phonemes segment segments syllable syllables syll tone tones tobi "
          + "break breaks gloss glosses translation translations pos lemma lemmas morph morphs "
          + "morpheme morphemes ipa pitch stress stavelse stavelser"
      ),
      (.topics, "topic topics tema temaer"),
      (.notes(type: nil), "note notes comment comments kommentar kommentarer"),
    ]
    for (content, names) in words {
      for name in names.split(separator: " ") { contents[String(name)] = content }
    }
    return contents
  }()
}
