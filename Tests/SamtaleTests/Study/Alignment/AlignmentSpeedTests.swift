import Samtale
import TestSupport
import Testing

/// Long transcripts: the work must not grow with the square of their length.
@Suite(.serialized) struct AlignmentSpeedTests {
  private static let count = 10_000

  /// Talk of words drawn as in speech: few common ones, many rare ones.
  private static func talk(seed: UInt64, vocabulary: String) -> [String] {
    var random = SeededNumbers(seed: seed)
    return (0..<count).map { _ in
      if Int.random(in: 0..<4, using: &random) == 0 {
        return ["Mm.", "Yes.", "No.", "Oh, right."].randomElement(using: &random) ?? ""
      }
      return (0..<Int.random(in: 3...25, using: &random)).map { _ in
        let draw = Double.random(in: 0..<1, using: &random)
        return "\(vocabulary)\(Int(8000 * draw * draw * draw * draw))"
      }
      .joined(separator: " ")
    }
  }

  private static func transcript(_ talk: [String]) throws -> Transcript {
    let body = talk.enumerated().map {
      ##"<u xml:id="u\##($0.offset)" who="#\##($0.offset % 2 == 0 ? "a" : "b")">\##($0.element)</u>"##
    }
    return try SmallMeeting.read(body: body.joined())
  }

  @Test func nearlyEqual() throws {
    let talk = Self.talk(seed: 1, vocabulary: "w")
    var edited = talk
    for i in stride(from: 7, to: Self.count, by: 20) { edited[i] += " indeed" }
    edited.remove(at: 5000)
    edited.remove(at: 5000)
    let (old, new) = (try Self.transcript(talk), try Self.transcript(edited))
    var alignment = TranscriptAlignment(from: old, to: old)
    let time = ProcessorTime.measure { alignment = TranscriptAlignment(from: old, to: new) }
    // 0.02 s in an optimized build.
    #expect(time < .seconds(20), "\(time)")
    var counts: [Placement.Status: Int] = [:]
    for i in 0..<Self.count {
      let placement = alignment.place([TextStretch(utterance: i)])
      counts[placement.status, default: 0] += 1
      if placement.status != .lost {
        let place = i < 5000 ? i : i - 2
        #expect(placement.stretches == [TextStretch(utterance: place)])
      }
    }
    #expect(counts[.changed] == 500)
    #expect((2...20).contains(counts[.lost] ?? 0), "\(counts)")
  }

  @Test(arguments: [("w", 50), ("x", 0)])
  func entirelyDifferent(vocabulary: String, mostFound: Int) throws {
    let old = try Self.transcript(Self.talk(seed: 1, vocabulary: "w"))
    let new = try Self.transcript(Self.talk(seed: 2, vocabulary: vocabulary))
    var alignment = TranscriptAlignment(from: new, to: new)
    let time = ProcessorTime.measure { alignment = TranscriptAlignment(from: old, to: new) }
    // 0.2 s in an optimized build.
    #expect(time < .seconds(60), "\(time)")
    let found = (0..<Self.count).count {
      alignment.place([TextStretch(utterance: $0)]).status != .lost
    }
    #expect(found <= mostFound)
  }

  @Test func nothingButBackchannels() throws {
    let old = (0..<Self.count).map { $0 % 3 == 0 ? "Mm." : "Yes." }
    var new = old
    new.remove(at: 4000)
    new.insert("No.", at: 7000)
    let (before, after) = (try Self.transcript(old), try Self.transcript(new))
    var alignment = TranscriptAlignment(from: before, to: before)
    let time = ProcessorTime.measure { alignment = TranscriptAlignment(from: before, to: after) }
    #expect(time < .seconds(20), "\(time)")
    for i in [0, 9, 3990] {
      let placement = alignment.place([TextStretch(utterance: i)])
      #expect(placement.stretches == [TextStretch(utterance: i)])
    }
  }
}
