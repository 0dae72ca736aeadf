import CLibZip

// Unsafe pointers: libzip reads the archive through a handle that this class owns and closes; bytes
// go into buffers that the caller gives. Nothing of it leaves this file.

/// Why an archive cannot be read.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// It is no ZIP archive, or a damaged one.
    case damaged
    /// It is encrypted, or compressed in a way that is not supported.
    case unsupported
    /// It holds more than a sound file of its sort would.
    case tooLarge
    /// Names that lead out of it, or twice the same.
    case unsafeName
  }

  public var code: Code
  /// What is wrong.
  public var what: String
  /// What to do about it.
  public var remedy: String

  public init(code: Code, what: String, remedy: String) {
    self.code = code
    self.what = what
    self.remedy = remedy
  }

  public var description: String { "\(what) — \(remedy)" }
}

/// What an archive may contain; larger ones are refused, not endured.
public struct ArchiveLimits: Sendable {
  /// Most files.
  public var entries = 20_000
  /// Longest file when unpacked, in bytes.
  public var entryBytes = 2_147_483_647
  /// How many times larger than packed a file may be, once it is larger than ``freeBytes``. Text
  /// is packed to a tenth; DEFLATE cannot exceed 1,032.
  public var ratio = 200
  /// Files up to this size, and archives up to four times of it, unpack whatever their ratio is.
  public var freeBytes = 16 << 20

  public init() {}
}

/// Reads a ZIP archive file by file.
///
/// ```swift
/// let archive = try ZipReader(path: "study.qdpx")
/// let document = try archive.bytes("project.qde")
/// ```
///
/// Archives are taken as hostile: what is encrypted, of absurd size, named twice or named so that it
/// would lie outside the archive is refused when the archive is opened; the declared size bounds what
/// is unpacked, and check sums are compared.
public final class ZipReader {
  /// A file in the archive.
  public struct Entry: Hashable, Sendable {
    /// Its path, with `/` between folders.
    public var name: String
    /// Its size when unpacked, in bytes.
    public var size: Int
    /// Its size in the archive, in bytes.
    public var packedSize: Int
    fileprivate var index: UInt64
  }

  /// The files in the order of the archive, without folders.
  public private(set) var entries: [Entry] = []
  private let archive: OpaquePointer
  /// Holds the bytes that libzip reads from.
  private let memory: UnsafeMutableRawBufferPointer?

  /// Opens an archive on disk; nothing is unpacked yet.
  public convenience init(path: String, limits: ArchiveLimits = ArchiveLimits())
    throws(ArchiveError)
  {
    var code: CInt = 0
    guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw ArchiveError.damaged(String(cString: zip_error_strerror(&error)))
    }
    try self.init(archive, memory: nil, limits)
  }

  /// Opens an archive in memory.
  public convenience init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits())
    throws(ArchiveError)
  {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(bytes.count, 1), alignment: 16)
    memory.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, &error)
    else {
      memory.deallocate()
      throw ArchiveError.damaged(String(cString: zip_error_strerror(&error)))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      memory.deallocate()
      throw ArchiveError.damaged(String(cString: zip_error_strerror(&error)))
    }
    try self.init(archive, memory: memory, limits)
  }

  private init(
    _ archive: OpaquePointer, memory: UnsafeMutableRawBufferPointer?, _ limits: ArchiveLimits
  ) throws(ArchiveError) {
    self.archive = archive
    self.memory = memory
    // libzip takes an empty file for an archive without files.
    guard zip_get_num_entries(archive, 0) > 0 else {
      throw ArchiveError.damaged("there is nothing in it")
    }
    entries = try Self.entries(of: archive, limits)
  }

  deinit {
    zip_discard(archive)
    memory?.deallocate()
  }

  /// The file with a name, capitals aside where no file has exactly that name.
  public func entry(_ name: String) -> Entry? {
    entries.first { $0.name == name }
      ?? entries.first { $0.name.lowercased() == name.lowercased() }
  }

  /// A whole file, unpacked.
  public func bytes(_ entry: Entry) throws(ArchiveError) -> [UInt8] {
    let stream = try stream(entry)
    var result = [UInt8](repeating: 0, count: entry.size)
    var offset = 0
    while offset < entry.size {
      let count = try stream.read(into: &result, from: offset)
      if count == 0 { break }
      offset += count
    }
    try stream.finish()
    return Array(result.prefix(offset))
  }

  /// A file to be read piece by piece.
  public func stream(_ entry: Entry) throws(ArchiveError) -> ZipStream {
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw ArchiveError.damaged(
        "\(entry.name): \(String(cString: zip_error_strerror(zip_get_error(archive))))")
    }
    return ZipStream(file, entry, of: self)
  }

  private static func entries(of archive: OpaquePointer, _ limits: ArchiveLimits)
    throws(ArchiveError) -> [Entry]
  {
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.entries else {
      throw ArchiveError(
        code: .tooLarge, what: "the archive holds \(count) files",
        remedy: "Samtale refuses more than \(limits.entries)")
    }
    var entries: [Entry] = []
    var names: Set<String> = []
    for index in 0..<UInt64(count) {
      guard let entry = try entry(index, of: archive, limits) else { continue }
      guard names.insert(entry.name).inserted else {
        throw ArchiveError(
          code: .unsafeName, what: "the archive holds two files named \(entry.name)",
          remedy: "export it again: nobody can tell which of the two is meant")
      }
      entries.append(entry)
    }
    try checkWhole(entries, limits)
    return entries
  }

  /// Many files of modest size can fill the memory as one large one can.
  private static func checkWhole(_ entries: [Entry], _ limits: ArchiveLimits) throws(ArchiveError) {
    let size = entries.reduce(0) { $0 &+ $1.size }
    let packed = entries.reduce(0) { $0 &+ $1.packedSize }
    guard size > 4 * limits.freeBytes, size / max(packed, 1) > limits.ratio else { return }
    throw ArchiveError(
      code: .tooLarge,
      what: "the archive would unpack \(packed) bytes into \(size)",
      remedy: "this looks like an archive made to fill the memory; it is refused")
  }

  /// The file with a number; `nil` for folders.
  private static func entry(_ index: UInt64, of archive: OpaquePointer, _ limits: ArchiveLimits)
    throws(ArchiveError) -> Entry?
  {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name else {
      throw ArchiveError.damaged(String(cString: zip_error_strerror(zip_get_error(archive))))
    }
    let entry = Entry(
      name: String(cString: name), size: Int(clamping: status.size),
      packedSize: Int(clamping: status.comp_size), index: index)
    try check(entry)
    if entry.name.hasSuffix("/") { return nil }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw ArchiveError(
        code: .unsupported, what: "\(entry.name) is encrypted",
        remedy: "save it without a password")
    }
    let isBomb =
      entry.size > limits.freeBytes && entry.size / max(entry.packedSize, 1) > limits.ratio
    guard entry.size <= limits.entryBytes, !isBomb else {
      throw ArchiveError(
        code: .tooLarge,
        what: "\(entry.name) would unpack \(entry.packedSize) bytes into \(entry.size)",
        remedy: "this looks like an archive made to fill the memory; it is refused")
    }
    return entry
  }

  private static func check(_ entry: Entry) throws(ArchiveError) {
    let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
    let isDrive = entry.name.dropFirst().first == ":"
    guard !entry.name.isEmpty, !entry.name.hasPrefix("/"), !isDrive,
      !entry.name.contains("\\"), !parts.contains("..")
    else {
      throw ArchiveError(
        code: .unsafeName, what: "the archive holds a file named “\(entry.name)”",
        remedy: "its name leads out of the archive; the whole archive is refused")
    }
  }
}

/// A file of an archive while it is read.
public final class ZipStream {
  private let file: OpaquePointer
  private let entry: ZipReader.Entry
  /// Keeps the archive open.
  private let archive: ZipReader
  private var count = 0

  fileprivate init(_ file: OpaquePointer, _ entry: ZipReader.Entry, of archive: ZipReader) {
    self.file = file
    self.entry = entry
    self.archive = archive
  }

  deinit { zip_fclose(file) }

  /// Reads on.
  /// - Returns: The number of bytes put into the buffer; 0 at the end.
  /// - Throws: If the file is damaged, or longer than the archive says.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    let read = zip_fread(file, start, UInt64(buffer.count))
    guard read >= 0 else { throw failure() }
    count += Int(read)
    guard count <= entry.size else {
      throw ArchiveError(
        code: .tooLarge, what: "\(entry.name) is longer than the archive says",
        remedy: "the archive is damaged or made to do harm; it is refused")
    }
    return Int(read)
  }

  /// Reads on into an array that has room.
  fileprivate func read(into bytes: inout [UInt8], from offset: Int) throws(ArchiveError) -> Int {
    let result = bytes.withUnsafeMutableBytes { buffer in
      Result { () throws(ArchiveError) in
        try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[offset...]))
      }
    }
    return try result.get()
  }

  /// Reads to the end, which compares the check sum.
  public func finish() throws(ArchiveError) {
    var rest = [UInt8](repeating: 0, count: 1 << 12)
    while try read(into: &rest, from: 0) > 0 {}
    guard count == entry.size else {
      throw ArchiveError.damaged("\(entry.name) ends after \(count) of \(entry.size) bytes")
    }
  }

  private func failure() -> ArchiveError {
    let error = zip_file_get_error(file)
    return .damaged("\(entry.name): \(String(cString: zip_error_strerror(error)))")
  }
}

extension ArchiveError {
  fileprivate static func damaged(_ reason: String) -> ArchiveError {
    ArchiveError(
      code: .damaged, what: "the archive cannot be read: \(reason)",
      remedy: "copy or export the file again")
  }
}
