/// What a transcript says about itself: title, recording, setting, rights, conventions, revisions.
///
/// The parts are kept as the elements of the TEI header, so that nothing is lost between reading
/// and writing; the properties below read what measures and tables need. Participants, teams,
/// taxonomies and the timeline have types of their own in ``Transcript``.
public struct Header: Hashable, Sendable {
  /// `fileDesc`: title statement, extent, publication, notes, source.
  public var file: [MarkupElement]
  /// `encodingDesc` without taxonomies.
  public var encoding: [MarkupElement]
  /// `profileDesc` without participants.
  public var profile: [MarkupElement]
  /// `revisionDesc/change`, in the order of the file.
  public var revisions: [MarkupElement]

  public init(
    file: [MarkupElement] = [],
    encoding: [MarkupElement] = [],
    profile: [MarkupElement] = [],
    revisions: [MarkupElement] = []
  ) {
    self.file = file
    self.encoding = encoding
    self.profile = profile
    self.revisions = revisions
  }

  /// A header with the least that the profile asks for.
  public init(title: String, publisher: String = "unpublished", source: String = "not stated") {
    self.init(file: [
      MarkupElement("titleStmt", [], [.element(MarkupElement("title", text: title))]),
      MarkupElement(
        "publicationStmt",
        [],
        [.element(MarkupElement("publisher", text: publisher))]
      ),
      MarkupElement("sourceDesc", [], [.element(MarkupElement("p", text: source))]),
    ])
  }

  /// The main title.
  public var title: String? {
    file.first { $0.name == "titleStmt" }?.first("title")?.text
  }

  /// The date of the recording as written (ISO 8601).
  public var date: String? {
    setting?.elements("date").lazy.compactMap { $0["when"] }.first
  }

  /// The stated length of the recording in seconds.
  public var recordingSeconds: Double? {
    recording?["dur"].flatMap(ISODuration.seconds)
  }

  /// Where the recording lies, as the file names it; several media of one recording are possible.
  public var media: [String] { recording?.elements("media").compactMap { $0["url"] } ?? [] }

  /// The licence in words.
  public var licence: String? {
    file.first { $0.name == "publicationStmt" }?.first("availability")?.first("licence")?.text
  }

  /// Name of the transcription conventions (`samtale` for our profile).
  public var transcriptionIdentifier: String? {
    encoding.first { $0.name == "transcriptionDesc" }?["ident"]
  }

  /// How the time stamps were made, as the notes of the file say.
  var timeStampKind: String? {
    file.first { $0.name == "notesStmt" }?.elements("note")
      .first { $0["type"] == "timeStamps" }?.text
  }

  /// The team that the setting names (`setting/name[@type='team']`).
  var teamReference: String? {
    setting?.elements("name").first { $0["type"] == "team" }?.text
  }

  private var setting: MarkupElement? {
    profile.first { $0.name == "settingDesc" }?.first("setting")
  }

  private var recording: MarkupElement? {
    file.first { $0.name == "sourceDesc" }?.first("recordingStmt")?.first("recording")
  }
}
