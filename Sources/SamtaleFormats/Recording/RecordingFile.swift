import CSodium
import Samtale

// Unsafe pointers: libsodium is handed the piece of the file that is being read.

/// A sound or video file: it stays where it is, and the transcript says which file it was.
public struct RecordingFile: Hashable, Sendable {
  /// The file as the user named it.
  public var path: String
  /// SHA-256 (FIPS 180-4) of its bytes, as 64 hexadecimal digits.
  public var checksum: String
  /// How long it is, in seconds; `nil` if its format does not tell.
  public var seconds: Double?

  /// The name without folders.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  private static let extensions: Set<String> = [
    "wav", "mp3", "m4a", "mp4", "m4v", "mov", "flac", "ogg", "oga", "opus", "webm", "mkv", "aac",
    "wma", "avi", "amr", "aif", "aiff",
  ]

  /// Whether a file is a recording, by its name.
  public static func isOne(_ path: String) -> Bool {
    extensions.contains(Files.extension(of: path))
  }

  /// Reads a recording once, for its check sum.
  /// - Throws: `FileError` if it cannot be read.
  public init(_ path: String) throws {
    self.path = path
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    try Files.forEachChunk(of: path) { chunk in
      let bytes = chunk.bindMemory(to: UInt8.self)
      crypto_hash_sha256_update(&state, bytes.baseAddress, UInt64(bytes.count))
    }
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &digest)
    checksum = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    seconds = try RecordingLength(path).seconds
  }
}

extension TalkAssembly {
  /// Links the recording, and compares its length with the times of the transcript.
  mutating func link(_ recording: RecordingFile, lastSecond: Double?) {
    builder.header.media = recording.name
    builder.header.recordingSeconds = recording.seconds
    builder.header.remarks.append("Recording \(recording.name), SHA-256 \(recording.checksum).")
    guard let seconds = recording.seconds else {
      return findings.report(
        .warning, .durationDisagrees, line: nil,
        "the length of \(recording.name) cannot be told from its format",
        do: "compare it with the transcript yourself")
    }
    guard let lastSecond else { return }
    let (length, last) = (Decimals.clock(seconds: seconds), Decimals.clock(seconds: lastSecond))
    if lastSecond > seconds + 1 {
      findings.report(
        .error, .durationDisagrees, line: nil,
        "the transcript goes on until \(last), the recording \(recording.name) ends at \(length)",
        do: "check that the two belong together; the length is left out")
      builder.header.recordingSeconds = nil
    } else if lastSecond < 0.5 * seconds {
      findings.report(
        .warning, .durationDisagrees, line: nil,
        "the last time stamp is \(last), the recording \(recording.name) lasts \(length)",
        do: "check that the two belong together and that the transcript is whole")
    }
  }
}
