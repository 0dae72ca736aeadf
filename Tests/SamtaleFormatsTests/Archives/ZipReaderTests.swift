import SamtaleArchive
import Testing

@Suite struct ZipReaderTests {
  private func refusal(_ zip: RawZip) -> ArchiveError? { refusal(zip.bytes) }

  private func refusal(_ bytes: [UInt8]) -> ArchiveError? {
    do {
      let archive = try ZipReader(bytes)
      for entry in archive.entries { _ = try archive.bytes(entry) }
      return nil
    } catch { return error }
  }

  @Test func filesComeBackAsTheyWere() throws {
    var writer = ZipWriter()
    writer.add("a.txt", Array("stored".utf8), isCompressed: false)
    writer.add("folder/b æ.txt", Array(repeating: 0x41, count: 100_000))
    let archive = try ZipReader(try writer.bytes())
    #expect(archive.entries.map(\.name) == ["a.txt", "folder/b æ.txt"])
    #expect(archive.entries.map(\.size) == [6, 100_000])
    let first = try #require(archive.entry("A.TXT"))
    #expect(try archive.bytes(first) == Array("stored".utf8))
    let second = try #require(archive.entry("folder/b æ.txt"))
    #expect(try archive.bytes(second) == Array(repeating: 0x41, count: 100_000))
    #expect(archive.entry("b.txt") == nil)
  }

  @Test func aFileIsReadPieceByPiece() throws {
    var writer = ZipWriter()
    writer.add("x", Array(0..<200))
    let archive = try ZipReader(try writer.bytes())
    let stream = try archive.stream(try #require(archive.entry("x")))
    var buffer = [UInt8](repeating: 0, count: 64)
    var read: [UInt8] = []
    while true {
      let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
      if count == 0 { break }
      read += buffer.prefix(count)
    }
    #expect(read == Array(0..<200))
  }

  @Test(arguments: ["../x", "a/../../x", "/etc/x", "C:x", "a\\b"])
  func namesThatLeadOutOfTheArchiveAreRefused(_ name: String) {
    let error = refusal(RawZip(entries: [.init(name: name, content: [1])]))
    #expect(error?.code == .unsafeName)
    #expect(error?.what == "the archive holds a file named “\(name)”")
  }

  @Test func twoFilesOfOneNameAreRefused() {
    let error = refusal(
      RawZip(entries: [.init(name: "x", content: [1]), .init(name: "x", content: [2])]))
    #expect(error?.code == .unsafeName || error?.code == .damaged)
  }

  @Test func encryptedFilesAreRefused() {
    let error = refusal(RawZip(entries: [.init(name: "x", content: [1, 2, 3], flags: 1)]))
    #expect(error?.code == .unsupported)
    #expect(error?.remedy == "save it without a password")
  }

  @Test func packingThatNobodyKnowsIsRefused() {
    #expect(refusal(RawZip(entries: [.init(name: "x", content: [1], method: 77)])) != nil)
  }

  /// 64 MB of zeros in 64 kB.
  @Test func bombsAreRefusedBeforeTheyUnpack() throws {
    var writer = ZipWriter()
    writer.add("zeros", [UInt8](repeating: 0, count: 64 << 20))
    let bytes = try writer.bytes()
    #expect(bytes.count < 100_000)
    let error = refusal(bytes)
    #expect(error?.code == .tooLarge)
    #expect(error?.what.contains("into 67108864") == true)
  }

  /// Six files of 15 MB of zeros, each of which would be let through by itself.
  @Test func manySmallerBombsAreRefusedTogether() throws {
    var writer = ZipWriter()
    let zeros = [UInt8](repeating: 0, count: 15 << 20)
    for i in 0..<6 { writer.add("zeros\(i)", zeros) }
    let error = refusal(try writer.bytes())
    #expect(error?.code == .tooLarge)
    #expect(error?.what.hasSuffix("into 94371840") == true)
  }

  /// The archive says 100 bytes; 100,000 come out.
  @Test func filesLongerThanTheySayAreRefused() throws {
    var writer = ZipWriter()
    writer.add("x", [UInt8](repeating: 7, count: 100_000))
    let sound = try writer.bytes()
    let nameEnd = 30 + 1
    let packedSize = sound[18..<22].reversed().reduce(0) { $0 << 8 | Int($1) }
    let packed = Array(sound[nameEnd..<nameEnd + packedSize])
    let zip = RawZip(entries: [
      .init(
        name: "x", content: [UInt8](repeating: 7, count: 100_000), declaredSize: 100, method: 8,
        packed: packed)
    ])
    #expect(refusal(zip)?.code == .tooLarge || refusal(zip)?.code == .damaged)
    let honest = RawZip(entries: [
      .init(name: "x", content: [UInt8](repeating: 7, count: 100_000), method: 8, packed: packed)
    ])
    #expect(refusal(honest) == nil)
  }

  @Test func filesShorterThanTheySayAreRefused() {
    #expect(
      refusal(RawZip(entries: [.init(name: "x", content: [1], declaredSize: 9)]))?.code == .damaged)
  }

  @Test func wrongCheckSumsAreFound() {
    #expect(
      refusal(RawZip(entries: [.init(name: "x", content: [1, 2], declaredSum: 5)]))?.code
        == .damaged)
  }

  @Test func zip64IsReadUnlessItPromisesTooMuch() {
    let sound = RawZip(entries: [.init(name: "x", content: [1, 2, 3], isZip64: true)])
    #expect(refusal(sound) == nil)
    let absurd = RawZip(entries: [
      .init(
        name: "x", content: [1, 2, 3], declaredSize: 1 << 40, declaredPackedSize: 1 << 40,
        isZip64: true)
    ])
    #expect([.tooLarge, .damaged].contains(refusal(absurd)?.code))
  }

  @Test func moreFilesThanAnybodyNeedsAreRefused() {
    var zip = RawZip()
    zip.entries = (0..<20_001).map { .init(name: "\($0)") }
    #expect(refusal(zip)?.code == .tooLarge)
    zip.entries = [.init(name: "x")]
    zip.declaredCount = 60_000
    #expect(refusal(zip)?.code == .damaged)
  }

  /// Cut off anywhere: an error each time, never a crash.
  @Test func truncatedArchivesAreRefused() throws {
    var writer = ZipWriter()
    writer.add("a", Array("some words, some words, some words".utf8))
    writer.add("b", Array("more words".utf8))
    let bytes = try writer.bytes()
    for length in 0..<bytes.count {
      #expect(refusal(Array(bytes.prefix(length))) != nil, "\(length)")
    }
  }

  /// One byte is another than it was: read or refused, never a crash.
  @Test func damagedArchivesDoNoHarm() throws {
    var writer = ZipWriter()
    writer.add("a", Array("some words, some words, some words".utf8))
    let bytes = try writer.bytes()
    for i in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[i] ^= 1 << bit
        _ = refusal(damaged)
      }
    }
  }

  /// What is packed in an archive inside the archive stays packed.
  @Test func archivesInsideAreJustFiles() throws {
    var inner = ZipWriter()
    inner.add("zeros", [UInt8](repeating: 0, count: 8 << 20))
    let packed = try inner.bytes()
    var outer = ZipWriter()
    for i in 0..<16 { outer.add("\(i).zip", packed) }
    let archive = try ZipReader(try outer.bytes())
    #expect(archive.entries.map(\.size) == Array(repeating: packed.count, count: 16))
  }
}
