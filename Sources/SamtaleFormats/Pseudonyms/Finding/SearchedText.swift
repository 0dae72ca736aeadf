import Samtale

/// A text in which identifiers are looked for, and where it stands.
public struct SearchedText: Hashable, Sendable {
  public var text: String
  /// A language tag (BCP 47): it decides about months, ages and the words in brackets.
  public var language: String
  /// The transcript or other document.
  public var document: String
  /// The place inside it, such as the identifier of an utterance; may be empty.
  public var part: String
  /// The line in the file, from 1; `nil` if there is none.
  public var line: Int?
  /// Whether people speak, so that a text is made of sentences; headings and notes are not.
  public var isTalk: Bool
  /// Whether it is the name of a file, in which capitals say nothing.
  var isFileName = false

  public init(
    _ text: String, language: String, document: String = "", part: String = "", line: Int? = nil,
    isTalk: Bool = true
  ) {
    self.isTalk = isTalk
    self.text = text
    self.language = language
    self.document = document
    self.part = part
    self.line = line
  }

  /// `team1-m1 u7 :112`.
  var place: String {
    [document, part, line.map { ":\($0)" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Everything in a transcript that is written by people: utterances, their translations, the
  /// descriptions of marks, headings, topics, the title, the setting and the revisions, the remarks
  /// on how it was made, who recorded, transcribed and translated it, the names of teams, the names
  /// of the file and the recording, identifiers that may be made from names, and what is said of the
  /// participants except their names (which come with the participants).
  ///
  /// Not who published it.
  public static func all(of transcript: Transcript) -> [SearchedText] {
    let language = transcript.language ?? "en"
    func text(_ text: String, _ part: String, _ other: String? = nil) -> SearchedText {
      SearchedText(
        text, language: other ?? language, document: transcript.id, part: part, isTalk: false)
    }
    var texts = transcript.utterances.map {
      SearchedText(
        $0.text, language: $0.language ?? language, document: transcript.id,
        part: $0.id.isEmpty ? "#\($0.index + 1)" : $0.id, line: $0.line > 0 ? $0.line : nil)
    }
    texts += transcript.translations.map {
      SearchedText(
        $0.text, language: $0.language, document: transcript.id,
        part: "translation of \(transcript.utterances[$0.utterance].id)")
    }
    texts += transcript.marks.map { text($0.text, "description") }
    texts += transcript.allTopics.map { text($0.label, "topic", "en") }
    texts += transcript.sections.flatMap(\.headings).map { text($0, "heading") }
    texts += header(of: transcript).map { text($0.text, $0.part) }
    for team in transcript.teams {
      texts += team.names.map { text($0, "team \(team.id)") }
    }
    let names = SearchedFileNames.all(of: transcript).map { ($0, "name of file") }
    let ids = SearchedFileNames.identifiers(of: transcript).map { ($0, "identifier") }
    for (name, part) in names + ids {
      var searched = text(name, part)
      searched.isFileName = true
      texts.append(searched)
    }
    return texts.filter { !$0.text.isEmpty }
  }

  private static func header(of transcript: Transcript) -> [(text: String, part: String)] {
    var texts: [(String, String)] = []
    if let title = transcript.header.title { texts.append((title, "title")) }
    for element in transcript.header.file where element.name == "notesStmt" {
      texts.append((element.text, "notes"))
    }
    texts += HeaderNames.all(of: transcript).map { ($0.name, $0.part) }
    texts += recording(of: transcript).map { ($0, "recording") }
    for element in transcript.header.encoding
    where element.name == "transcriptionDesc" || element.name == "projectDesc" {
      texts += element.elements.map { ($0.text, "remark") }
    }
    let settings = transcript.header.profile.filter { $0.name == "settingDesc" }
    for element in settings.flatMap(\.elements).flatMap(\.elements) where element.name != "date" {
      texts.append((element.text, "setting"))
    }
    for element in transcript.header.revisions { texts.append((element.text, "revisions")) }
    for participant in transcript.participants {
      for attribute in participant.attributes where attribute.kind != .name {
        texts.append((attribute.text, "participant \(participant.id)"))
      }
      for membership in participant.memberships {
        texts.append((membership.text, "participant \(participant.id)"))
      }
    }
    return texts
  }

  /// What is said of the recording, but for names of files.
  private static func recording(of transcript: Transcript) -> [String] {
    let sources = transcript.header.file.filter { $0.name == "sourceDesc" }
    let recordings = sources.flatMap { $0.elements("recordingStmt") }
      .flatMap { $0.elements("recording") }
    let paragraphs = (sources + recordings).flatMap { $0.elements("p") }
    let equipment = recordings.flatMap { $0.elements("equipment") }
    return (paragraphs + equipment).map(\.text).filter { !SearchedFileNames.isFileName($0) }
  }

  /// The names of those who recorded, transcribed or translated a transcript, as its header says.
  public static func others(in transcript: Transcript) -> [String] {
    HeaderNames.all(of: transcript).map(\.name)
  }

  /// The names in a text that names people, such as `Astrid Vik and Per Lie`.
  public static func names(in text: String) -> [String] { HeaderNames.names(in: text) }
}
