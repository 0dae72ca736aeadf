#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written piece by piece, so that it need not be in memory as a whole.
///
/// It stands under a temporary name beside its place and is renamed when all of it is on disk:
/// nobody ever sees half of it, and where something fails nothing is left behind. A writer adds to
/// an array of its own and offers that now and then, best after each thing it has written:
///
/// ```swift
/// let output = try FileOutput("words.csv")
/// var bytes: [UInt8] = []
/// for row in rows {
///   bytes += row.csv
///   output.take(&bytes)
/// }
/// try output.finish(bytes)
/// ```
///
/// A link is followed, a file that is replaced keeps its permissions, and what is no file (a pipe, a
/// device) is written to as it is.
public final class FileOutput {
  /// Bytes that are worth a call of the system.
  static let piece = 1 << 18

  private let path: String
  private let descriptor: CInt
  /// The name until the file is whole; `nil` for what is no file.
  private let temporary: String?
  /// Why no more is written.
  private var failure: FileError?
  private var isOpen = true

  /// Begins a file.
  /// - Parameters:
  ///   - path: The file.
  ///   - isPrivate: Whether nobody but the owner may read a new file, and a file that is replaced no
  ///     longer is open to everybody.
  /// - Throws: ``FileError`` if there can be no such file.
  public init(_ path: String, isPrivate: Bool = false) throws {
    var info = stat()
    var mode: mode_t = isPrivate ? 0o600 : 0o644
    if stat(path, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFREG else {
        if info.st_mode & S_IFMT == S_IFDIR { throw FileError(path, "is a folder") }
        (self.path, temporary) = (path, nil)
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        return
      }
      mode = info.st_mode & (isPrivate ? 0o770 : 0o777)
      self.path = Files.resolved(path)
    } else {
      self.path = path
    }
    let name = self.path + ".\(getpid()).tmp"
    descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileError(self.path) }
    temporary = name
    // The mode of `open` is subject to the umask; that of a replaced file is not.
    if mode != 0o644, fchmod(descriptor, mode) != 0 { failure = FileError(self.path) }
  }

  deinit { if isOpen { discard() } }

  /// Writes bytes and empties the array, once they are enough to be worth it.
  ///
  /// A failure is kept until ``finish(_:)``; what comes after it is thrown away.
  public func take(_ bytes: inout [UInt8]) {
    guard bytes.count >= Self.piece else { return }
    write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes the last bytes and gives the file its name.
  /// - Throws: ``FileError`` if it could not be written. Nothing is left of it then, and what was
  ///   there before stays.
  public func finish(_ rest: [UInt8] = []) throws {
    write(rest)
    if temporary != nil, failure == nil, fsync(descriptor) != 0 { failure = FileError(path) }
    if let failure {
      discard()
      throw failure
    }
    isOpen = false
    close(descriptor)
    guard let temporary, rename(temporary, path) != 0 else { return }
    let error = FileError(path)
    unlink(temporary)
    throw error
  }

  private func discard() {
    isOpen = false
    close(descriptor)
    if let temporary { unlink(temporary) }
  }

  private func write(_ bytes: [UInt8]) {
    guard isOpen, failure == nil else { return }
    do {
      try Files.writeAll(bytes, to: descriptor, path: path)
    } catch {
      failure = error as? FileError ?? FileError(path, "\(error)")
    }
  }
}
