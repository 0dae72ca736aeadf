import Samtale

/// How long a sound or video file is, by its own headers; nothing is decoded.
///
/// WAVE (RIFF, the `fmt ` and `data` chunks), FLAC (RFC 9639, section 8.2), Ogg with Vorbis or Opus
/// (RFC 3533, RFC 7845: the last page's position), ISO base media such as M4A, MP4, MOV (ISO
/// 14496-12, `mvhd`), MPEG audio (a Xing or VBRI header, else the bit rate of the first frame).
struct RecordingLength {
  private(set) var seconds: Double?
  private let path: String
  private let size: Int

  init(_ path: String) throws {
    self.path = path
    size = Files.size(of: path)
    let head = try Files.beginning(of: path, 64)
    if head.starts(with: "RIFF".utf8) || head.starts(with: "RF64".utf8) {
      seconds = try wave()
    } else if head.starts(with: "fLaC".utf8) {
      seconds = flac(head)
    } else if head.starts(with: "OggS".utf8) {
      seconds = try ogg(head)
    } else if head.count >= 12, head[4..<8].elementsEqual("ftyp".utf8) {
      seconds = try movie(0..<size, depth: 0)
    } else {
      seconds = try mpegAudio(head)
    }
    if let length = seconds, !length.isFinite || length <= 0 { seconds = nil }
  }

  private func bytes(_ offset: Int, _ count: Int) throws -> [UInt8]? {
    guard offset >= 0, offset + count <= size else { return nil }
    let bytes = try Files.bytes(of: path, at: offset, count: count)
    return bytes.count == count ? bytes : nil
  }

  // MARK: WAVE

  private func wave() throws -> Double? {
    var offset = 12
    var bytesPerSecond = 0
    // A sound file has a handful of chunks.
    for _ in 0..<1000 {
      guard let head = try bytes(offset, 8) else { return nil }
      let length = Int(little(head[4..<8]))
      if head.starts(with: "fmt ".utf8), let format = try bytes(offset + 8, 16) {
        bytesPerSecond = Int(little(format[8..<12]))
      } else if head.starts(with: "data".utf8) {
        guard bytesPerSecond > 0 else { return nil }
        // Programs that stream leave the length open.
        return Double(min(length, size - offset - 8)) / Double(bytesPerSecond)
      }
      offset += 8 + length + length % 2
    }
    return nil
  }

  // MARK: FLAC

  private func flac(_ head: [UInt8]) -> Double? {
    guard head.count >= 26, head[4] & 0x7F == 0 else { return nil }
    let rate = Int(head[18]) << 12 | Int(head[19]) << 4 | Int(head[20]) >> 4
    let samples = Int(head[21] & 0x0F) << 32 | Int(big(head[22..<26]))
    return rate > 0 ? Double(samples) / Double(rate) : nil
  }

  // MARK: Ogg

  private func ogg(_ head: [UInt8]) throws -> Double? {
    guard let first = try bytes(0, min(size, 256)) else { return nil }
    var rate = 0
    var skipped = 0
    if let place = first.firstRange(of: Array("OpusHead".utf8)), place.upperBound + 4 < first.count
    {
      rate = 48_000
      skipped = Int(first[place.upperBound + 2]) | Int(first[place.upperBound + 3]) << 8
    } else if let place = first.firstRange(of: [1] + Array("vorbis".utf8)),
      place.upperBound + 9 <= first.count
    {
      rate = Int(little(first[(place.upperBound + 5)..<(place.upperBound + 9)]))
    }
    let count = min(size, 1 << 17)
    guard rate > 0, let tail = try bytes(size - count, count) else { return nil }
    var last: Int?
    for i in tail.indices.reversed() where tail[i...].starts(with: "OggS".utf8) && i + 14 <= count {
      let position = tail[(i + 6)..<(i + 14)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard position < UInt64(Int64.max) else { continue }
      last = Int(position)
      break
    }
    return last.map { Double($0 - skipped) / Double(rate) }
  }

  // MARK: ISO base media

  private func movie(_ range: Range<Int>, depth: Int) throws -> Double? {
    var offset = range.lowerBound
    for _ in 0..<10_000 {
      guard offset + 8 <= range.upperBound, let head = try bytes(offset, 8) else { return nil }
      var length = Int(big(head[0..<4]))
      var start = offset + 8
      if length == 1, let large = try bytes(offset + 8, 8) {
        length = Int(clamping: large.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        start = offset + 16
      } else if length == 0 {
        length = range.upperBound - offset
      }
      guard length >= 8, length <= range.upperBound - offset else { return nil }
      if head[4...].elementsEqual("moov".utf8), depth == 0 {
        return try movie(start..<(offset + length), depth: 1)
      } else if head[4...].elementsEqual("mvhd".utf8), let header = try bytes(start, 32) {
        let isLong = header[0] == 1
        let scale = big(header[(isLong ? 20 : 12)..<(isLong ? 24 : 16)])
        let duration =
          isLong
          ? header[24..<32].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          : UInt64(big(header[16..<20]))
        return scale > 0 ? Double(duration) / Double(scale) : nil
      }
      offset += length
    }
    return nil
  }

  // MARK: MPEG audio

  private func mpegAudio(_ head: [UInt8]) throws -> Double? {
    var start = 0
    if head.starts(with: "ID3".utf8), head.count >= 10 {
      start = 10 + head[6..<10].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
    }
    guard let window = try bytes(start, min(4096, max(size - start, 0))) else { return nil }
    for i in 0..<max(window.count - 4, 0) {
      guard let frame = MPEGFrame(window[i..<(i + 4)]) else { continue }
      if let frames = frame.statedFrames(window[i...]) {
        return Double(frames * frame.samples) / Double(frame.rate)
      }
      return Double(size - start - i) * 8 / Double(frame.bitRate)
    }
    return nil
  }

  private func little(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func big(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// The header of a frame of MPEG audio, layer III (ISO 11172-3, section 2.4.1.3; ISO 13818-3).
private struct MPEGFrame {
  /// Bits in a second.
  let bitRate: Int
  /// Samples in a second.
  let rate: Int
  /// Samples in the frame.
  let samples: Int
  private let sideBytes: Int

  private static let first = [
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320,
  ]
  private static let second = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

  init?(_ bytes: ArraySlice<UInt8>) {
    let b = Array(bytes)
    guard b.count == 4, b[0] == 0xFF, b[1] & 0xE0 == 0xE0 else { return nil }
    let version = b[1] >> 3 & 3
    let layer = b[1] >> 1 & 3
    let index = Int(b[2] >> 4)
    let rateIndex = Int(b[2] >> 2 & 3)
    guard version != 1, layer == 1, (1...14).contains(index), rateIndex < 3 else { return nil }
    let isFirst = version == 3
    bitRate = 1000 * (isFirst ? Self.first : Self.second)[index]
    let base = [44_100, 48_000, 32_000][rateIndex]
    rate = isFirst ? base : version == 2 ? base / 2 : base / 4
    samples = isFirst ? 1152 : 576
    let isMono = b[3] >> 6 == 3
    sideBytes = isFirst ? (isMono ? 17 : 32) : (isMono ? 9 : 17)
  }

  /// The number of frames that a Xing, Info or VBRI header in the first frame states.
  func statedFrames(_ bytes: ArraySlice<UInt8>) -> Int? {
    let b = Array(bytes.prefix(64))
    let xing = 4 + sideBytes
    if b.count >= xing + 12 {
      let tag = b[xing..<(xing + 4)]
      if tag.elementsEqual("Xing".utf8) || tag.elementsEqual("Info".utf8), b[xing + 7] & 1 == 1 {
        return b[(xing + 8)..<(xing + 12)].reduce(0) { $0 << 8 | Int($1) }
      }
    }
    if b.count >= 54, b[36..<40].elementsEqual("VBRI".utf8) {
      return b[50..<54].reduce(0) { $0 << 8 | Int($1) }
    }
    return nil
  }
}
