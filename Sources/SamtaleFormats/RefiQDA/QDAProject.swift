import Samtale

/// A REFI-QDA project as its XML has it: `project.qde` of QDA-XML 1.0.
struct QDAProject {
  var name = ""
  /// The program that wrote it.
  var origin = ""
  var description: String?
  var creator: Identifier?
  var users: [User] = []
  var codes: [Code] = []
  var variables: [Identifier: String] = [:]
  var cases: [Case] = []
  var sources: [Source] = []
  var notes: [Source] = []
  var links: [Link] = []
  var sets: [Set] = []
  /// How many graphs there are; nothing else is read of them.
  var graphs = 0
  var noteRefs: [Identifier] = []

  /// Whether Samtale wrote it.
  var isOurs: Bool { origin.hasPrefix("Samtale") }

  struct User {
    var id: Identifier
    var name: String
    var initials: String?
  }

  struct Code {
    var id: Identifier
    var name: String
    var isCodable: Bool
    var colour: String?
    var description: String?
    /// Index of the code above.
    var parent: Int?
    var noteRefs: [Identifier] = []
  }

  struct VariableValue {
    var variable: Identifier
    var text: String
  }

  struct Case {
    var id: Identifier
    var name: String
    var description: String?
    var codes: [Identifier] = []
    var values: [VariableValue] = []
    var sources: [Identifier] = []
    var selections: [Identifier] = []
  }

  struct Coding {
    var id: Identifier
    var code: Identifier?
    var user: Identifier?
    var made: Timestamp?
    var noteRefs: [Identifier] = []
  }

  struct Selection {
    var id: Identifier
    var name: String
    var description: String?
    /// In the units of the program that wrote the file.
    var start: Int?
    var end: Int?
    /// Of transcripts of recordings: the points in time between which it lies.
    var from: Identifier?
    var to: Identifier?
    var codings: [Coding] = []
    var noteRefs: [Identifier] = []
    var user: Identifier?
    var made: Timestamp?
    var line: Int
  }

  struct SyncPoint {
    var id: Identifier
    var milliseconds: Int?
    var position: Int?
  }

  /// The recording of a transcript.
  struct Recording {
    var id: Identifier
    var path: String
  }

  /// A source, a note, or the transcript of a recording.
  struct Source {
    enum Kind: String { case text, picture, pdf = "PDF", audio, video }

    var id: Identifier
    var kind = Kind.text
    var name: String
    var description: String?
    var content: String?
    var plainTextPath: String?
    var richTextPath: String?
    var selections: [Selection] = []
    var syncPoints: [SyncPoint] = []
    /// Of sound and pictures: where they lie, as `path` says.
    var path: String?
    /// Of transcripts of recordings.
    var recording: Recording?
    /// Codings of the source as a whole.
    var codings: [Coding] = []
    var noteRefs: [Identifier] = []
    var values: [VariableValue] = []
    /// Selections of pictures, pages and sound: what they are called and which codes they have.
    var otherSelections: [Selection] = []
    var user: Identifier?
    var made: Timestamp?
    var line: Int
  }

  struct Link {
    var name: String
    var direction: String
    var origin: Identifier?
    var target: Identifier?
  }

  struct Set {
    var id: Identifier
    var name: String
    var description: String?
    var codes: [Identifier]
    var sources: [Identifier]
    var notes: [Identifier]
  }
}
