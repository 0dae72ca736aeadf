import Foundation
import Samtale
import SamtaleFormats
import Testing

/// Lengths and check sums of recordings. All files are made here, byte for byte.
@Suite struct RecordingTests {
  private func file(_ bytes: [UInt8], _ name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("samtale-recording-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent(name).path
    try Files.write(bytes, to: path)
    return path
  }

  private func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private func big(_ number: Int, _ count: Int) -> [UInt8] {
    little(number, count).reversed()
  }

  private func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + Array(name.utf8) + content
  }

  private func wave(seconds: Int) -> [UInt8] {
    // 1 channel, 1,000 samples of one byte a second; an odd chunk with a byte of padding first.
    let format = little(1, 2) + little(1, 2) + little(1000, 4) + little(1000, 4) + [1, 0, 8, 0]
    let data = [UInt8](repeating: 128, count: 1000 * seconds)
    return Array("RIFF".utf8) + little(0, 4) + Array("WAVE".utf8) + Array("LIST".utf8)
      + little(3, 4) + [1, 2, 3, 0] + Array("fmt ".utf8) + little(16, 4) + format
      + Array("data".utf8) + little(data.count, 4) + data
  }

  @Test func aWaveFile() throws {
    let recording = try RecordingFile(file(wave(seconds: 3), "a.wav"))
    #expect(recording.seconds == 3)
    #expect(recording.name == "a.wav")
  }

  /// FIPS 180-4's example: the digest of "abc".
  @Test func theCheckSumIsSHA256() throws {
    let recording = try RecordingFile(file(Array("abc".utf8), "a.mp3"))
    #expect(
      recording.checksum == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(recording.seconds == nil)
  }

  @Test func aFLACFile() throws {
    // 44,100 Hz, 2 channels, 16 bits, 441,000 samples.
    let rate = 44_100
    var info = [UInt8](repeating: 0, count: 10)
    info += [UInt8(rate >> 12), UInt8(rate >> 4 & 0xFF), UInt8(rate & 0xF) << 4 | 0b0010]
    info += [0xF0] + big(441_000, 4) + [UInt8](repeating: 0, count: 16)
    let bytes = Array("fLaC".utf8) + [0, 0, 0, 34] + info
    #expect(try RecordingFile(file(bytes, "a.flac")).seconds == 10)
  }

  @Test func anMP4File() throws {
    let header = [0, 0, 0, 0] + big(0, 8) + big(600, 4) + big(4500, 4) + big(0, 20)
    let bytes =
      box("ftyp", Array("M4A mp42".utf8)) + box("free", [UInt8](repeating: 0, count: 100))
      + box("moov", box("udta", []) + box("mvhd", header))
    #expect(try RecordingFile(file(bytes, "a.m4a")).seconds == 7.5)
  }

  @Test func anOpusFile() throws {
    // 48,000 a second, of which the first 312 are skipped.
    let page = { (position: Int) -> [UInt8] in
      Array("OggS".utf8) + [0, 0] + self.little(position, 8) + [UInt8](repeating: 0, count: 14)
    }
    let head = Array("OpusHead".utf8) + [1, 1] + little(312, 2) + little(48_000, 4) + [0, 0, 0]
    let bytes = page(0) + head + page(48_312) + page(96_312)
    #expect(try RecordingFile(file(bytes, "a.opus")).seconds == 2)
  }

  @Test func anMP3FileOfConstantRate() throws {
    // MPEG 1, layer III, 128 kbit/s, 44,100 Hz, after an ID3 tag of 10 bytes.
    let tag = Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, 10] + [UInt8](repeating: 0, count: 10)
    let sound: [UInt8] = [0xFF, 0xFB, 0x90, 0xC0] + [UInt8](repeating: 0, count: 31_996)
    #expect(try RecordingFile(file(tag + sound, "a.mp3")).seconds == 2)
  }

  @Test func anMP3FileThatStatesItsFrames() throws {
    // 1,152 samples in each of 1,225 frames of 44,100 a second.
    let xing = [UInt8](repeating: 0, count: 17) + Array("Xing".utf8) + [0, 0, 0, 1] + big(1225, 4)
    let sound: [UInt8] = [0xFF, 0xFB, 0x90, 0xC0] + xing + [UInt8](repeating: 0, count: 500)
    #expect(try RecordingFile(file(sound, "a.mp3")).seconds == 32)
  }

  @Test func whatIsCutOffHasNoLength() throws {
    let whole = wave(seconds: 1)
    for count in [0, 11, 12, 20, 40, 56] {
      let recording = try RecordingFile(file(Array(whole.prefix(count)), "a.wav"))
      #expect(recording.seconds == nil)
    }
  }

  private func options(_ seconds: Int) throws -> ImportOptions {
    var options = ImportOptions()
    options.recording = try RecordingFile(file(wave(seconds: seconds), "meeting.wav"))
    return options
  }

  private let talk = "WEBVTT\n\n00:01.000 --> 00:08.000\n<v Anna>Hello there.\n"

  @Test func aRecordingIsLinked() throws {
    let result = imported(talk, options: try options(9))
    #expect(result.diagnostics == [])
    #expect(result.transcript?.header.media == ["meeting.wav"])
    #expect(result.transcript?.header.recordingSeconds == 9)
    let remarks = result.transcript?.header.encoding.map(\.text).joined() ?? ""
    #expect(remarks.contains("Recording meeting.wav, SHA-256 "))
  }

  @Test func aTranscriptThatGoesOnAfterTheRecordingIsRefused() throws {
    let result = imported(talk, options: try options(6))
    #expect(
      result.diagnostics.map(\.what) == [
        "the transcript goes on until 0:08, the recording meeting.wav ends at 0:06"
      ])
    #expect(result.hasErrors)
  }

  @Test func aTranscriptOfHalfTheRecordingIsDoubted() throws {
    let result = imported(talk, options: try options(20))
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.diagnostics.map(\.code) == [.durationDisagrees])
  }
}
