import SamtaleFormats
import Testing

@Suite struct KeyLockTests {
  /// As weak as the format allows, so that many files can be tried.
  static let weak = KeyLock.Strength(passes: 1, memory: 8 << 10)

  static func lock(_ text: String, _ words: String, _ strength: KeyLock.Strength = weak) throws
    -> [UInt8]
  {
    var bytes = Array(words.utf8)
    let passphrase = Passphrase(wiping: &bytes)
    return try KeyLock.lock(Array(text.utf8), with: passphrase, strength: strength)
  }

  static func unlock(_ file: [UInt8], _ words: String) throws -> String {
    var bytes = Array(words.utf8)
    let passphrase = Passphrase(wiping: &bytes)
    return String(decoding: try KeyLock.unlock(file, with: passphrase), as: UTF8.self)
  }

  @Test(arguments: ["", "id,kind,form\r\n", String(repeating: "Åse;", count: 50_000)])
  func roundTrip(_ text: String) throws {
    let file = try Self.lock(text, "fire små sommerfugler")
    #expect(KeyLock.isLocked(file))
    #expect(file.count == 61 + text.utf8.count + 16)
    #expect(try Self.unlock(file, "fire små sommerfugler") == text)
  }

  @Test func theDefaultStrengthIsWrittenIntoTheFile() throws {
    let file = try Self.lock("x", "words", .moderate)
    #expect(file[..<8].elementsEqual("SAMTALEK".utf8))
    #expect(file[8] == 1)
    #expect(file[9..<13].elementsEqual([3, 0, 0, 0]))
    #expect(file[13..<21].elementsEqual([0, 0, 0, 0x10, 0, 0, 0, 0]))
    #expect(try Self.unlock(file, "words") == "x")
  }

  @Test func nothingOfTheTextIsLeftAndNoTwoFilesAreAlike() throws {
    let text = "Kari Nordmann is person 1, Kari Nordmann is person 1"
    let first = try Self.lock(text, "p")
    let second = try Self.lock(text, "p")
    #expect(first[21...] != second[21...])
    #expect(!String(decoding: first, as: UTF8.self).contains("Kari"))
  }

  @Test func passphrasesAreWiped() {
    var bytes = Array("secret words".utf8)
    let passphrase = Passphrase(wiping: &bytes)
    #expect(bytes == Array(repeating: 0, count: 12))
    #expect(passphrase.count == 12)
  }

  @Test func wrongPassphrase() throws {
    let file = try Self.lock("key", "right")
    for words in ["Right", "right ", "rigt"] {
      #expect(throws: KeyLockError.wrongPassphraseOrDamaged) { try Self.unlock(file, words) }
    }
    #expect(throws: KeyLockError.noPassphrase) { try Self.unlock(file, "") }
    #expect(throws: KeyLockError.noPassphrase) { try Self.lock("key", "") }
  }

  @Test func everyChangedBitIsRefused() throws {
    let file = try Self.lock("Kari,[person 1]", "words")
    for bit in 0..<(file.count * 8) {
      var damaged = file
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: KeyLockError.self, "bit \(bit)") { try Self.unlock(damaged, "words") }
    }
  }

  @Test func everyShorterFileIsRefused() throws {
    let file = try Self.lock("Kari", "words")
    for count in 0..<file.count {
      #expect(throws: KeyLockError.self) { try Self.unlock(Array(file[..<count]), "words") }
    }
    #expect(throws: KeyLockError.wrongPassphraseOrDamaged) { try Self.unlock(file + [0], "words") }
  }

  /// A file that asks for 100 GB, for endless passes, or for none is refused before any is taken.
  @Test func hostileLimits() throws {
    let file = try Self.lock("Kari", "words")
    func with(_ passes: [UInt8], _ memory: [UInt8]) -> [UInt8] {
      Array(file[..<9]) + passes + memory + Array(file[21...])
    }
    let memory = Array(file[13..<21])
    for hostile in [
      with([1, 0, 0, 0], [0, 0, 0, 0, 25, 0, 0, 0]),
      with([1, 0, 0, 0], Array(repeating: 0xFF, count: 8)),
      with([1, 0, 0, 0], Array(repeating: 0, count: 8)),
      with([0xFF, 0xFF, 0xFF, 0xFF], memory), with([0, 0, 0, 0], memory),
    ] {
      #expect(throws: KeyLockError.strengthOutOfBounds) { try Self.unlock(hostile, "words") }
    }
  }

  @Test func otherFiles() throws {
    #expect(throws: KeyLockError.notLocked) { try Self.unlock(Array("id,kind,form".utf8), "p") }
    var later = try Self.lock("Kari", "p")
    later[8] = 2
    #expect(throws: KeyLockError.unknownVersion(2)) { try Self.unlock(later, "p") }
  }
}
