/// Formats other than TEI that can be imported.
public enum ForeignFormat: String, Sendable, CaseIterable {
  case plainText = "text"
  case f4
  case inqScribe = "inqscribe"
  /// A line with name and time above what was said: Otter, Google Meet, Teams.
  case headedText = "otter"
  case word = "docx"
  case openDocument = "odt"
  case richText = "rtf"
  case table = "csv"
  case webVTT = "webvtt"
  case subRip = "srt"
  case whisperJSON = "whisper"
  case chat
  case elan = "eaf"
  case exmaralda = "exb"
  case textGrid = "textgrid"
  case transcriber = "trs"
  case qdaProject = "qdpx"
  case qdaCodebook = "qdc"

  /// The name that people know it by.
  public var name: String {
    switch self {
    case .plainText: "plain text"
    case .f4: "f4 text"
    case .inqScribe: "InqScribe text"
    case .headedText: "text with names and times above the words (Otter, Meet, Teams)"
    case .word: "Word document (DOCX)"
    case .openDocument: "OpenDocument text (ODT)"
    case .richText: "rich text (RTF)"
    case .table: "table (CSV or TSV)"
    case .webVTT: "WebVTT"
    case .subRip: "SubRip (SRT)"
    case .whisperJSON: "Whisper JSON"
    case .chat: "CHAT"
    case .elan: "ELAN"
    case .exmaralda: "EXMaRALDA"
    case .textGrid: "Praat TextGrid"
    case .transcriber: "Transcriber"
    case .qdaProject: "REFI-QDA project (QDPX)"
    case .qdaCodebook: "REFI-QDA codebook (QDC)"
    }
  }

  /// The extensions that files of these formats have, to look for them in folders. Tables are not
  /// among them, since most that lie beside transcripts are something else: they must be named.
  public static let extensions: Set<String> = [
    "txt", "docx", "docm", "doc", "odt", "fodt", "rtf", "vtt", "srt", "json", "cha", "eaf", "exb",
    "textgrid", "trs", "qdpx", "qdc",
  ]

  /// Whether it is written in XML, whose first element tells it.
  var isMarkup: Bool {
    switch self {
    case .elan, .exmaralda, .transcriber, .qdaCodebook, .openDocument, .qdaProject: true
    default: false
    }
  }

  /// Whether a file says itself how its characters are written, so that nothing is guessed.
  var declaresEncoding: Bool {
    switch self {
    case .word, .openDocument, .richText, .elan, .exmaralda, .transcriber, .qdaProject,
      .qdaCodebook:
      true
    default: false
    }
  }
}
