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

  /// Paths of all files below a folder with one of the extensions, in order of their bytes.
  /// Hidden files and folders are left out; links to folders are not followed.
  public static func files(below folder: String, extensions: Set<String>) throws -> [String] {
    var found: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for name in try names(in: next) where !name.hasPrefix(".") {
        let path = next.hasSuffix("/") ? next + name : next + "/" + name
        var info = stat()
        guard lstat(path, &info) == 0 else { continue }
        if info.st_mode & S_IFMT == S_IFDIR {
          folders.append(path)
        } else if isFolder(path) == false, extensions.contains(Self.extension(of: name)) {
          found.append(path)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func `extension`(of name: String) -> String {
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

  /// Writes a file under a temporary name beside it and renames it, so that nobody ever sees half.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(path) }
    do {
      try writeAll(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw FileError(path) }
      close(descriptor)
      guard rename(temporary, path) == 0 else { throw FileError(path) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  /// Writes bytes to standard output.
  public static func writeToStandardOutput(_ bytes: [UInt8]) throws {
    try writeAll(bytes, to: 1, path: "standard output")
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: CInt, path: String) throws {
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
