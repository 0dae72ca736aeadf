import CLibZip

// Unsafe pointers: libzip reads the content of files and names while the archive is closed, and
// hands the finished archive back through a buffer. Nothing of it leaves this file.

/// Why an archive could not be made, in the words of libzip.
public struct ZipError: Error, Sendable, CustomStringConvertible {
  public var reason: String

  public var description: String { "the ZIP archive could not be made: \(reason)" }
}

/// Collects files and makes a ZIP archive of them in memory.
///
/// ```swift
/// var archive = ZipWriter()
/// archive.add("mimetype", Array("text/plain".utf8), isCompressed: false)
/// let bytes = try archive.bytes()
/// ```
///
/// Files stand in the order in which they were added, all dated 1980-01-01, so that the same files
/// give the same bytes (compressed ones as far as the same release of zlib is at work).
public struct ZipWriter: Sendable {
  private struct Entry {
    var name: String
    var range: Range<Int>
    var isCompressed: Bool
  }

  private var entries: [Entry] = []
  private var content: [UInt8] = []

  public init() {}

  /// Adds a file.
  /// - Parameters:
  ///   - name: Its path inside the archive, with `/` between folders.
  ///   - bytes: Its content.
  ///   - isCompressed: Whether it is deflated or stored as it is.
  public mutating func add(_ name: String, _ bytes: [UInt8], isCompressed: Bool = true) {
    let start = content.count
    content += bytes
    entries.append(Entry(name: name, range: start..<content.count, isCompressed: isCompressed))
  }

  /// The archive.
  /// - Throws: If there are no files, two of the same name, or no memory.
  public func bytes() throws(ZipError) -> [UInt8] {
    guard !entries.isEmpty else { throw ZipError(reason: "it would have no files") }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw ZipError(&error)
    }
    // Closing the archive gives its hold on the target away; this one is for reading it.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw ZipError(&error)
    }
    if let failure = content.withUnsafeBytes({ fill(archive, $0) }) {
      zip_discard(archive)
      throw failure
    }
    return try Self.content(of: target)
  }

  /// Puts all files into the archive and closes it.
  /// - Returns: What went wrong; then the archive is still open.
  private func fill(_ archive: OpaquePointer, _ content: UnsafeRawBufferPointer) -> ZipError? {
    for entry in entries {
      let part = UnsafeRawBufferPointer(rebasing: content[entry.range])
      guard let source = zip_source_buffer(archive, part.baseAddress, UInt64(part.count), 0) else {
        return ZipError(archive)
      }
      let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        zip_source_free(source)
        return ZipError(archive)
      }
      let method = entry.isCompressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE
      let firstDay: UInt16 = 1 << 5 | 1  // 1980-01-01, as MS-DOS counts
      guard zip_set_file_compression(archive, UInt64(index), method, 0) == 0,
        zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0
      else { return ZipError(archive) }
    }
    return zip_close(archive) == 0 ? nil : ZipError(archive)
  }

  private static func content(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw ZipError(source: source) }
    defer { zip_source_close(source) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw ZipError(source: source) }
      if count == 0 { return result }
      result += chunk[..<Int(count)]
    }
  }
}

extension ZipError {
  fileprivate init(_ error: inout zip_error_t) {
    reason = String(cString: zip_error_strerror(&error))
  }

  fileprivate init(_ archive: OpaquePointer) {
    reason = String(cString: zip_error_strerror(zip_get_error(archive)))
  }

  fileprivate init(source: OpaquePointer) {
    reason = String(cString: zip_error_strerror(zip_source_error(source)))
  }
}
