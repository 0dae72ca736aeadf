import Samtale
import SamtaleArchive

/// A file to be imported: its bytes, and its text if it is one, or the archive that it is.
struct ForeignSource {
  /// Empty for texts, and for documents that are read from their archive on disk.
  let bytes: [UInt8]
  /// `nil` if the format was not recognised.
  let format: ForeignFormat?
  /// Empty for archives.
  let text: SourceText
  /// The archive, or why it cannot be read; `nil` if the file is none.
  let archive: Result<ZipReader, ArchiveError>?
  /// What the file is if it is nothing that can be imported, and what to do.
  let obstacle: Obstacle?

  var isEmpty: Bool { bytes.isEmpty && text.bytes.isEmpty && archive == nil }

  init(_ bytes: consuming [UInt8], format: ForeignFormat?) {
    let subtitles = Self.subtitles(Array(bytes[..<min(bytes.count, 131_072)]), format)
    if subtitles != nil {
      // These may be very large: only one copy is kept.
      (self.format, archive, obstacle) = (subtitles, nil, nil)
      text = SourceText(consume bytes)
      self.bytes = []
    } else {
      let file = consume bytes
      let archive =
        Self.isArchive(file) ? Result { () throws(ArchiveError) in try ZipReader(file) } : nil
      let obstacle = Obstacle(file, archive)
      let isText =
        archive == nil && obstacle == nil && !file.starts(with: TextGridFile.binarySignature)
      let text = SourceText(isText ? file : [])
      // Whatever it is called, what is in an archive is no text.
      let wanted =
        archive == nil ? format : format.flatMap { Self.archived.contains($0) ? $0 : nil }
      let found = wanted ?? archive.map { ForeignFormat(archive: $0) } ?? ForeignFormat(file, text)
      // Praat is at home on old Macintoshes.
      let isLegacy = found == .textGrid && text.encoding == .windows1252
      // InqScribe writes XML too.
      let isTaken = wanted != nil || found?.isMarkup == true || found == .inqScribe
      let markup = isTaken ? nil : Obstacle(markup: text.bytes)
      self.format = obstacle == nil && markup == nil ? found : nil
      self.text = isLegacy ? SourceText(legacy: file) : text
      (self.archive, self.obstacle) = (archive, obstacle ?? markup)
      let isRead = isText && (found.map(Self.texts.contains) ?? false)
      self.bytes = isRead ? [] : file
    }
  }

  /// Formats that are read from their text, so that the bytes need not be kept beside it.
  private static let texts: Set<ForeignFormat> = [
    .plainText, .headedText, .f4, .table, .chat, .whisperJSON,
  ]

  /// Whether a file is one of subtitles, by its first lines or because the user says so.
  private static func subtitles(_ head: [UInt8], _ format: ForeignFormat?) -> ForeignFormat? {
    guard !isArchive(head), Obstacle(head, nil) == nil else { return nil }
    let found = format ?? ForeignFormat(head, SourceText(head))
    return found == .webVTT || found == .subRip ? found : nil
  }

  private static let archived: Set<ForeignFormat> = [.word, .openDocument, .qdaProject]

  /// Opens a file. Documents in archives are not loaded into memory.
  init(path: String, format: ForeignFormat?) throws {
    if Files.isPlainFile(path), Self.isArchive(try Files.beginning(of: path, 4)),
      let archive = try? ZipReader(path: path)
    {
      let found =
        format.flatMap { Self.archived.contains($0) ? $0 : nil }
        ?? ForeignFormat(archive: .success(archive))
      if found == .word || found == .openDocument {
        self.init(archive, format: found)
        return
      }
    }
    self.init(try Files.bytes(path), format: format)
  }

  private init(_ archive: ZipReader, format: ForeignFormat?) {
    self.archive = .success(archive)
    self.format = format
    bytes = []
    text = SourceText([])
    obstacle = nil
  }

  private static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Files of which people think that they can be imported.
  struct Obstacle: Hashable {
    var what: String
    var remedy: String
  }
}

extension ForeignSource.Obstacle {
  /// What is known to be no transcript, or none that can be read; `nil` for everything else.
  fileprivate init?(_ bytes: [UInt8], _ archive: Result<ZipReader, ArchiveError>?) {
    switch archive {
    case .failure(let error): self.init(what: error.what, remedy: error.remedy)
    case .success(let archive):
      guard let known = Self(archive) else { return nil }
      self = known
    case nil:
      guard let known = Self(plain: bytes) else { return nil }
      self = known
    }
  }

  private init?(plain bytes: [UInt8]) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self.init(compound: bytes)
    } else if bytes.starts(with: "%PDF-".utf8) {
      self.init(
        what: "this is a PDF, from which turns cannot be told safely",
        remedy: "save the document that it was made from as .docx or text and import that")
    } else if Self.isUnmarkedUTF16(bytes) {
      self.init(
        what: "the text is in UTF-16 without the mark at its beginning that says so",
        remedy: "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8) and import that")
    } else {
      return nil
    }
  }

  /// Whether nearly every second byte is 0 and hardly any other, as in words of European languages.
  private static func isUnmarkedUTF16(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096)
    let isMarked = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    guard head.count >= 8, !isMarked, !head.starts(with: TextGridFile.binarySignature) else {
      return false
    }
    var zeros = [0, 0]
    for (i, byte) in head.enumerated() where byte == 0 { zeros[i % 2] += 1 }
    let half = head.count / 2
    return zeros.max() ?? 0 > half * 4 / 5 && zeros.min() ?? 0 < half / 20 + 1
  }

  /// Pages of the web, and XML that is in no format that can be imported. A text may begin with `<`
  /// all the same, as in `<Anna> Yes`.
  fileprivate init?(markup bytes: [UInt8]) {
    let start = bytes.drop { $0 <= 0x20 }
    guard start.first == UInt8(ascii: "<") else { return nil }
    let head = start.prefix(16).string.lowercased()
    let root = ForeignFormat.rootName(start)
    if ["TEI", "teiCorpus", "TEI.2", "teiCorpus.2"].contains(root) {
      self.init(
        what: "this is TEI already, which needs no import",
        remedy: "use the file as it is, as in samtale check FILE")
    } else if head.hasPrefix("<!doctype html") || root.lowercased() == "html" {
      self.init(
        what: "this is a page of the web (HTML)",
        remedy: "open it in a browser or in Word and save it as .docx or .txt; --from text reads "
          + "its tags as words")
    } else if head.hasPrefix("<?xml") {
      let name = root.isEmpty ? "" : " with the root element “\(root.prefix(40))”"
      self.init(
        what: "this is XML\(name), which is none of the formats that can be imported",
        remedy: "save it in another format in the program that made it; --from text reads its tags "
          + "as words")
    } else {
      return nil
    }
  }

  /// The container of old Office programs, in which newer ones wrap what is encrypted.
  private init(compound bytes: [UInt8]) {
    if bytes.firstRange(of: Self.wide("EncryptedPackage")) != nil {
      self.init(
        what: "the document is encrypted with a password",
        remedy: "open it in Word, remove the password (File, Info, Protect) and save it again")
    } else if bytes.firstRange(of: Self.wide("WordDocument")) != nil {
      self.init(
        what: "this is a document of an old Word (.doc), which cannot be read",
        remedy: "open it in Word or LibreOffice and save it as .docx")
    } else {
      self.init(
        what: "this is a file of an old Office program",
        remedy: "open it there and save it as .docx, or as CSV if it is a table")
    }
  }

  /// Letters as the directory of such a container has them.
  private static func wide(_ name: String) -> [UInt8] { name.utf8.flatMap { [$0, 0] } }

  /// Archives that are known to be something else.
  private init?(_ archive: ZipReader) {
    let names = Set(archive.entries.map(\.name))
    if names.contains("xl/workbook.xml") {
      self.init(what: "this is an Excel workbook", remedy: "save the sheet as CSV and import that")
    } else if names.contains("ppt/presentation.xml") {
      self.init(what: "this is a PowerPoint presentation", remedy: "save its text and import that")
    } else {
      return nil
    }
  }
}
