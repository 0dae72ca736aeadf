import Samtale

/// Formats that transcripts and studies can be written in.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// The Samtale TEI profile, which holds everything.
  case tei
  /// ISO 24624: TEI with `annotationBlock`.
  case isoTEI = "iso"
  case qdaProject = "qdpx"
  case qdaCodebook = "qdc"
  case chat
  case elan = "eaf"
  case exmaralda = "exb"
  case textGrid = "textgrid"
  case webVTT = "webvtt"
  /// Tidy tables of transcripts, people, units, turns, topics, codings and memos.
  case tables = "csv"
  case jsonLines = "jsonl"
  case convokit

  /// The name that people know it by.
  public var name: String {
    switch self {
    case .tei: "TEI (Samtale profile)"
    case .isoTEI: "TEI (ISO 24624)"
    case .qdaProject: "REFI-QDA project (QDPX)"
    case .qdaCodebook: "REFI-QDA codebook (QDC)"
    case .chat: "CHAT"
    case .elan: "ELAN"
    case .exmaralda: "EXMaRALDA"
    case .textGrid: "Praat TextGrid"
    case .webVTT: "WebVTT"
    case .tables: "tables (CSV)"
    case .jsonLines: "JSON Lines"
    case .convokit: "ConvoKit corpus"
    }
  }
}

/// A file that an export writes.
public struct ExportedFile: Hashable, Sendable {
  /// Its path below the folder that is written to, with `/` between folders.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// What an export wrote, and what it could not carry.
public struct ExportResult: Sendable {
  public var files: [ExportedFile] = []
  public var losses = ExportLosses()
  /// What is worth saying about single files.
  public var diagnostics: [Diagnostic] = []

  public init() {}

  /// Two exports together.
  public static func += (a: inout ExportResult, b: ExportResult) {
    a.files += b.files
    a.losses += b.losses
    a.diagnostics += b.diagnostics
  }
}
