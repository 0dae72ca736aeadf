/// What the reader knows of the document it is in.
struct TEIDocumentState {
  // The result as far as it has come
  var id: String?
  var number: String?
  var language: String?
  var header: MarkupElement?
  var people: [MarkupElement] = []
  /// Elements of the header that were skipped, by name.
  var leftOut: [String: Int] = [:]
  var columns = UtteranceColumns()
  var sourceColumns: [UInt32] = []
  var timeline = Timeline()
  var sections: [Section] = []
  var marks: [Mark] = []
  var topicGroups: [MarkupElement] = []
  var annotations: [MarkupElement] = []
  var position = XMLPosition(line: 1, column: 1)
  /// Whether the file ended before the document did.
  var isIncomplete = false

  // Where we are
  var openSections: [Int] = []
  /// Time and speaker of the annotationBlock we are in.
  var block: TEIBlock?
  /// Whether a cut was seen since the last utterance.
  var isAfterCut = false
  /// Whether we are inside an utterance.
  var isInUtterance = false
  var utteranceStart = 0
  /// Index of the innermost open stretch, -1 for none.
  var openStretch: Int32 = -1
  /// Index of the open event, -1 for none.
  var openEvent: Int32 = -1
  var captured: [UInt8] = []
  var capture = TEICapture.none
  /// The label printed before the next utterance.
  var printedLabel: String?

  // Words of the utterance being read
  var pendingSpace = false
  var isPendingInserted = false
  /// Characters of the utterance as they stand in the file.
  var speechRead = 0
  /// Spaces added to the utterance.
  var insertedInUtterance = 0
  var tokens = TEITokenState()

  // Pointers, resolved at the end
  var who = ByteInterner()
  var whoLabels: [Int: String] = [:]
  var pointIDs = ByteInterner()
  /// Point of each identifier in `pointIDs`.
  var points: [Int] = []
  var pendingPoints: [PendingPoint] = []
  var unresolvedTimes: [UnresolvedTime] = []
  var addressees: [(utterance: Int, pointers: [String])] = []
  var markPeople: [(mark: Int, pointers: [String], position: XMLPosition)] = []
  var unit: Int64 = 1_000_000
  var originID: String?
  var lastTime = Int64.min
  var transPositions: [Int] = []

  // For the profile's rules
  /// Where marks with an end stood, by index.
  var timedMarks: [Int: XMLPosition] = [:]
  var ids = ByteInterner()
  var timelineElementSeen = false

  /// A point that waits for the one it is measured from.
  struct PendingPoint {
    var point: Int
    var since: String
    var interval: Int64
    var position: XMLPosition
  }

  /// A start or end that was not a point of the timeline when it was read.
  struct UnresolvedTime {
    enum Place { case start(Int), end(Int), mark(Int), markStart(Int), markEnd(Int) }
    var place: Place
    var pointer: String
    var position: XMLPosition
  }

  var utteranceCount: Int { columns.count }
}

/// Attributes of an annotationBlock that belong to its utterance.
struct TEIBlock {
  var who: [UInt8]?
  var start: String?
  var end: String?
  var id: String?
  var hasUtterance = false
}

/// What captured text becomes.
enum TEICapture {
  case none
  /// A description of the open event.
  case description
  /// The words of a note or contribution, the mark with this index.
  case mark(Int)
  case heading(Int)
  case label
}

/// Spacing of text that is marked word by word.
struct TEITokenState {
  var isTokenised = false
  /// Depth inside w, pc or c.
  var depth = 0
  /// The previous token asks for no space after it.
  var joinsNext = false
  /// A token has begun and its first character decides whether a space goes before it.
  var isUndecided = false
  /// The document marks joins (`@join`), or writes the spaces itself (BNC, `c`).
  var marksJoins = false
  var writesSpaces = false
  /// White space came from inside a token or a `c`, so it is real.
  var hasOwnSpace = false
  /// A sentence or segment has just begun or ended.
  var isAfterBoundary = false
}
