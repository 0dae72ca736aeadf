/// A transcript as Whisper and the programs around it write it in JSON.
///
/// Five dialects are known by their names: `segments` (OpenAI, faster-whisper, WhisperX with
/// speakers and `word_segments`), the same with `words` beside them (OpenAI's service),
/// `transcription` with offsets in milliseconds (whisper.cpp), `chunks` with a pair of times
/// (Hugging Face), and a bare list of segments.
struct WhisperFile {
  struct Word {
    var text = ""
    var start: Double?
    var end: Double?
    var speaker: String?
  }

  struct Segment {
    var text: String?
    /// Seconds.
    var start: Double?
    var end: Double?
    var speaker: String?
    var words: [Word] = []
    /// Whether the program heard another voice after it (whisper.cpp, tinydiarize).
    var turnsAfter = false
    /// Where it begins in the file, in bytes.
    var offset = 0
  }

  private(set) var segments: [Segment] = []
  private(set) var language: String?
  private(set) var duration: Double?
  /// Whether one of the lists was there, empty or not.
  private(set) var isKnown = false
  private var progress: ImportProgress

  /// Reads a file.
  /// - Throws: ``JSONError`` with the place if it is no JSON.
  init(_ bytes: [UInt8], _ progress: ImportProgress) throws(JSONError) {
    self.progress = progress
    var reader = JSONReader(bytes)
    if try reader.kind() == .list {
      try readSegments(&reader)
    } else {
      try readTop(&reader)
    }
    try reader.end()
  }

  private mutating func readTop(_ reader: inout JSONReader) throws(JSONError) {
    var found = self
    try reader.object { (name, reader) throws(JSONError) in
      switch name {
      case "segments", "transcription", "chunks": try found.readSegments(&reader)
      case "language": found.language = try reader.optionalText() ?? found.language
      case "duration": found.duration = try reader.optionalNumber()
      case "result": try found.readResult(&reader)
      default: try reader.skip()
      }
    }
    self = found
  }

  /// `result` of whisper.cpp holds the language.
  private mutating func readResult(_ reader: inout JSONReader) throws(JSONError) {
    guard try reader.kind() == .object else { return try reader.skip() }
    var language = language
    try reader.object { (name, reader) throws(JSONError) in
      if name == "language" { language = try reader.optionalText() } else { try reader.skip() }
    }
    self.language = language
  }

  private mutating func readSegments(_ reader: inout JSONReader) throws(JSONError) {
    guard try reader.kind() == .list else { return try reader.skip() }
    isKnown = true
    var (segments, progress) = (segments, progress)
    try reader.list { (reader) throws(JSONError) in
      guard try reader.kind() == .object else { return try reader.skip() }
      var segment = Segment(offset: reader.at)
      try reader.object { (name, reader) throws(JSONError) in
        try Self.read(name, &reader, into: &segment)
      }
      segments.append(segment)
      progress.tell(reader.at)
    }
    (self.segments, self.progress) = (segments, progress)
  }

  private static func read(_ name: String, _ reader: inout JSONReader, into segment: inout Segment)
    throws(JSONError)
  {
    switch name {
    case "text": segment.text = try reader.optionalText()
    case "start": segment.start = try reader.optionalNumber() ?? segment.start
    case "end": segment.end = try reader.optionalNumber() ?? segment.end
    case "speaker": segment.speaker = try speaker(&reader)
    case "speaker_turn_next":
      if try reader.kind() == .flag {
        segment.turnsAfter = try reader.flag()
      } else {
        try reader.skip()
      }
    case "offsets": try readOffsets(&reader, into: &segment)
    case "timestamp": try readPair(&reader, into: &segment)
    case "words": try readWords(&reader, into: &segment)
    default: try reader.skip()
    }
  }

  /// A speaker by name or number.
  private static func speaker(_ reader: inout JSONReader) throws(JSONError) -> String? {
    switch try reader.kind() {
    case .text:
      let name = try reader.text().trimmed
      return name.isEmpty || name == "?" ? nil : name
    case .number: return String(Int(max(-1e9, min(1e9, try reader.number()))))
    default:
      try reader.skip()
      return nil
    }
  }

  private static func readOffsets(_ reader: inout JSONReader, into segment: inout Segment)
    throws(JSONError)
  {
    guard try reader.kind() == .object else { return try reader.skip() }
    try reader.object { (name, reader) throws(JSONError) in
      switch name {
      case "from": segment.start = try reader.optionalNumber().map { $0 / 1000 }
      case "to": segment.end = try reader.optionalNumber().map { $0 / 1000 }
      default: try reader.skip()
      }
    }
  }

  private static func readPair(_ reader: inout JSONReader, into segment: inout Segment)
    throws(JSONError)
  {
    guard try reader.kind() == .list else { return try reader.skip() }
    var times: [Double?] = []
    try reader.list { (reader) throws(JSONError) in times.append(try reader.optionalNumber()) }
    segment.start = times.first ?? nil
    segment.end = times.count > 1 ? times[1] : nil
  }

  private static func readWords(_ reader: inout JSONReader, into segment: inout Segment)
    throws(JSONError)
  {
    guard try reader.kind() == .list else { return try reader.skip() }
    try reader.list { (reader) throws(JSONError) in
      guard try reader.kind() == .object else { return try reader.skip() }
      var word = Word()
      try reader.object { (name, reader) throws(JSONError) in
        switch name {
        case "word", "text": word.text = try reader.optionalText() ?? ""
        case "start": word.start = try reader.optionalNumber()
        case "end": word.end = try reader.optionalNumber()
        case "speaker": word.speaker = try speaker(&reader)
        default: try reader.skip()
        }
      }
      segment.words.append(word)
    }
  }
}
