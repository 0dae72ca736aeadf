#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read or written, in the words of the system.
public struct FileError: Error, Sendable, CustomStringConvertible {
  public var path: String
  public var reason: String

  public var description: String { "\(path): \(reason)" }

  init(_ path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }

  init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// The little of the file system that reading and writing transcripts needs.
public enum Files {
  /// Whether a path is a folder; `nil` if there is nothing.
  public static func isFolder(_ path: String) -> Bool? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return info.st_mode & S_IFMT == S_IFDIR
  }

  /// Size in bytes, 0 if unknown.
  static func size(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// Paths of all files below a folder with one of the extensions (`nil`: whatever they have), in
  /// order of their bytes.
  /// Hidden files and folders are left out unless they are asked for; links to folders are not
  /// followed.
  /// - Returns: The files, and the folders inside that could not be looked into.
  /// - Throws: ``FileError`` if the folder itself cannot be looked into.
  public static func files(
    below folder: String, extensions: Set<String>?, includesHidden: Bool = false
  ) throws -> (files: [String], failures: [FileError]) {
    var found: [String] = []
    var failures: [FileError] = []
    var folders = [(path: folder, names: try names(in: folder))]
    while let next = folders.popLast() {
      for name in next.names where includesHidden || !name.hasPrefix(".") {
        let path = next.path.hasSuffix("/") ? next.path + name : next.path + "/" + name
        var info = stat()
        guard lstat(path, &info) == 0 else { continue }
        if info.st_mode & S_IFMT == S_IFDIR {
          do { folders.append((path, try names(in: path))) } catch {
            failures.append(error as? FileError ?? FileError(path, "\(error)"))
          }
        } else if isFolder(path) == false,
          extensions?.contains(Self.extension(of: name)) ?? true
        {
          found.append(path)
        }
      }
    }
    return (found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, failures)
  }

  /// Whether a path is a plain file (not a pipe, device or folder).
  public static func isPlainFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a file lies in a folder or in one below it; not if one of them does not exist.
  public static func lies(_ path: String, in folder: String) -> Bool {
    guard isFolder(folder) == true, isFolder(path) != nil else { return false }
    var above = resolved(path)
    while let slash = above.lastIndex(of: "/") {
      above = String(above[..<slash])
      if areSame(above.isEmpty ? "/" : above, folder) { return true }
    }
    return false
  }

  /// Whether two paths lead to the same file.
  public static func areSame(_ a: String, _ b: String) -> Bool {
    guard let first = identity(a) else { return false }
    return first == identity(b)
  }

  /// What tells a file from all others, however it is named; `nil` if there is none.
  static func identity(_ path: String) -> [UInt64]? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return [UInt64(truncatingIfNeeded: info.st_dev), UInt64(truncatingIfNeeded: info.st_ino)]
  }

  package static func `extension`(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...]).lowercased()
  }

  /// The name of a file without folders and extension.
  public static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func names(in folder: String) throws -> [String] {
    guard let handle = opendir(folder) else { throw FileError(folder) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Opens a file for reading, `-` being standard input, and closes it after `body`.
  static func reading<R>(_ path: String, _ body: (CInt) throws -> R) throws -> R {
    if path == "-" { return try body(0) }
    if isFolder(path) == true { throw FileError(path, "is a folder") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// Reads the next bytes into `buffer` and returns their number, 0 at the end.
  static func read(_ descriptor: CInt, path: String, into buffer: UnsafeMutableRawBufferPointer)
    throws -> Int
  {
    while true {
      let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw FileError(path) }
    }
  }

  /// All bytes of a file.
  public static func bytes(_ path: String) throws -> [UInt8] {
    try reading(path) { descriptor in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size(path))
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = try read(descriptor, path: path, into: buffer)
        if count == 0 { return bytes }
        bytes.append(contentsOf: buffer[..<count])
      }
    }
  }

  /// The first bytes of a file, fewer if it is shorter.
  public static func beginning(of path: String, _ count: Int) throws -> [UInt8] {
    try reading(path) { descriptor in
      var bytes: [UInt8] = []
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
      defer { buffer.deallocate() }
      while bytes.count < count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(count - bytes.count)])
        let read = try read(descriptor, path: path, into: rest)
        if read == 0 { break }
        bytes.append(contentsOf: rest[..<read])
      }
      return bytes
    }
  }

  /// Reads a file piece by piece, in constant memory.
  /// - Parameters:
  ///   - path: The file.
  ///   - body: Is given the next bytes, valid until it returns.
  /// - Throws: ``FileError`` if the file cannot be read, and what `body` throws.
  package static func forEachChunk(
    of path: String, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try reading(path) { descriptor in
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = try read(descriptor, path: path, into: buffer)
        if count == 0 { return }
        try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }

  /// Some bytes of a file, fewer where it ends before.
  package static func bytes(of path: String, at offset: Int, count: Int) throws -> [UInt8] {
    try reading(path) { descriptor in
      guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw FileError(path) }
      var bytes = [UInt8](repeating: 0, count: count)
      var filled = 0
      while filled < count {
        let more = try bytes.withUnsafeMutableBytes {
          try Self.read(
            descriptor, path: path, into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
        }
        if more == 0 { break }
        filled += more
      }
      return Array(bytes.prefix(filled))
    }
  }

  /// The size of a file in bytes; 0 if there is none.
  package static func size(of path: String) -> Int { size(path) }

  /// Writes a file under a temporary name beside it and renames it, so that nobody ever sees half.
  ///
  /// A link is followed, a file that is replaced keeps its permissions, and what is no file (a pipe,
  /// a device) is written to as it is. ``FileOutput`` writes piece by piece.
  /// - Parameters:
  ///   - bytes: What to write.
  ///   - path: The file.
  ///   - isPrivate: Whether nobody but the owner may read a new file, and a file that is replaced no
  ///     longer is open to everybody.
  /// - Throws: ``FileError`` if the file cannot be written.
  public static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws {
    try FileOutput(path, isPrivate: isPrivate).finish(bytes)
  }

  /// The path behind links.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Writes bytes to standard output.
  public static func writeToStandardOutput(_ bytes: [UInt8]) throws {
    try writeAll(bytes, to: 1, path: "standard output")
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: CInt, path: String) throws {
    try bytes.withUnsafeBytes { all in
      var offset = 0
      while offset < all.count {
        let count = systemWrite(
          descriptor,
          all.baseAddress?.advanced(by: offset),
          all.count - offset
        )
        if count < 0 {
          if errno == EINTR { continue }
          throw FileError(path)
        }
        offset += count
      }
    }
  }

  /// Makes a folder with all above it.
  public static func makeFolder(_ path: String) throws {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(made, 0o755) != 0, errno != EEXIST { throw FileError(made) }
    }
  }
}

// Inside `Files` the names `read` and `write` are its own.
private func systemRead(_ file: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: CInt, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}

extension Files {
  /// Removes a file if it is there.
  public static func remove(_ path: String) {
    unlink(path)
  }
}

extension Files {
  /// Gives a file another name, in place of one that has it.
  public static func rename(_ path: String, to other: String) throws {
    guard systemRename(path, other) == 0 else { throw FileError(other) }
  }
}

private func systemRename(_ old: String, _ new: String) -> CInt { rename(old, new) }
