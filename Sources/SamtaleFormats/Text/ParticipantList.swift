import Samtale

/// The people whom the head of a transcript names: `Participants: Anna Berg (AB), Bo`.
struct ParticipantList {
  /// The names, in small letters without spaces: whole names, their parts, and abbreviations.
  private(set) var keys: Set<String> = []

  /// Lists stand in the first paragraphs.
  private static let reach = 60

  /// Looks for lists at the beginning of a text.
  init(_ paragraphs: [SourceParagraph]) {
    var isOpen = false
    for paragraph in paragraphs.prefix(Self.reach) where paragraph.text.utf8.count <= 1000 {
      let text = paragraph.text.trimmed.filter { $0 != "*" }
      if let colon = text.firstIndex(of: ":"),
        Self.heads.contains(String(text[..<colon]).collapsedSpace.lowercased())
      {
        let rest = String(text[text.index(after: colon)...]).trimmed
        isOpen = rest.isEmpty
        add(rest)
      } else if isOpen {
        // Names below the head, one a line.
        isOpen = Self.isEntry(text)
        if isOpen { add(text) }
      }
    }
  }

  func contains(_ label: String) -> Bool { keys.contains(SpeakerLabel.key(label)) }

  /// Whether a line names one person rather than being talk.
  private static func isEntry(_ line: String) -> Bool {
    line.count <= 60 && !line.contains(":") && !(line.last.map { ".?!".contains($0) } ?? true)
  }

  private mutating func add(_ list: String) {
    var plain = list
    for word in [" and ", " og ", " und ", " & "] {
      while let range = plain.firstRange(of: word) { plain.replaceSubrange(range, with: ",") }
    }
    for piece in plain.split(whereSeparator: { ",;\n•".contains($0) }) { add(person: piece) }
  }

  /// A name with an abbreviation or a role behind it: in brackets, behind `=`, `:` or a dash.
  private mutating func add(person: Substring) {
    let pieces = person.split { "()[]=:–—\t".contains($0) }.map { String($0).collapsedSpace }
    for (i, piece) in pieces.enumerated() {
      let name = piece.hasPrefix("- ") ? String(piece.dropFirst(2)) : piece
      let isShort = SpeakerLabel.isCode(name) || SpeakerLabel.isCapitals(name)
      guard SpeakerLabel.shape(name) != nil, i == 0 || isShort else { continue }
      keys.insert(SpeakerLabel.key(name))
      guard SpeakerLabel.shape(name) == .names else { continue }
      for part in name.split(separator: " ") where part.count > 1 && part.last != "." {
        keys.insert(SpeakerLabel.key(String(part)))
      }
    }
  }

  private static let heads: Set<String> = [
    "participants", "participants present", "present", "attendees", "attending", "speakers",
    "people present", "in attendance", "interviewees", "deltakere", "deltakarar", "til stede",
    "tilstede", "tilstades", "til stades", "møtedeltakere", "talere", "personer", "informanter",
    "teilnehmer", "teilnehmende", "teilnehmerinnen", "anwesend", "anwesende", "sprecher",
  ]
}
