import Foundation
import Samtale
import TestSupport
import Testing

@Suite("Whatever happens to a file, nothing is lost from the count")
struct DamageTests {
  @Test("Bytes lost, doubled and changed", arguments: 0..<20)
  func bytes(_ seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    let sample = Array(TEISamples.meeting.utf8)
    for _ in 0..<50 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count - 200, using: &random)
        let length = Int.random(in: 1...100, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.removeSubrange(place..<place + length)
        case 1: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        default: bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
      }
      let reading = TEI.read(bytes: bytes, options: ReadingOptions(lint: true))
      #expect(reading.accounting.isComplete)
      for transcript in reading.transcripts { _ = TEI.write(transcript) }
    }
  }

  static let names = [
    "u", "div", "seg", "del", "unclear", "pause", "vocal", "kinesic", "incident", "gap", "shift",
    "anchor", "note", "desc", "head", "timeline", "when", "body", "text", "standOff", "spanGrp",
    "span", "annotation", "listAnnotation", "person", "listPerson", "affiliation", "sp", "speaker",
    "p", "s", "w", "pc", "c", "annotationBlock", "stage", "front", "back", "lg", "l", "trunc",
    "event", "align", "teiHeader", "TEI", "teiCorpus", "group", "stext", "hi", "org", "taxonomy",
  ]

  /// Elements of the sample under the names of others: well-formed, and mostly nonsense. Every third
  /// pair of names is tried.
  @Test("Elements under other names", arguments: names)
  func otherNames(_ old: String) throws {
    guard TEISamples.meeting.contains("<\(old) ") || TEISamples.meeting.contains("<\(old)>") else {
      return
    }
    let first = (Self.names.firstIndex(of: old) ?? 0) % 3
    for new in Self.names.dropFirst(first).enumerated().filter({ $0.offset % 3 == 0 }).map(
      \.element
    )
    where new != old {
      var text = TEISamples.meeting.replacingOccurrences(of: "</\(old)>", with: "</\(new)>")
      for end in [" ", ">", "/>"] {
        text = text.replacingOccurrences(of: "<\(old)\(end)", with: "<\(new)\(end)")
      }
      let reading = TEI.read(text, lint: true)
      #expect(reading.accounting.isComplete, "\(old) → \(new)")
      for transcript in reading.transcripts {
        let once = TEI.write(transcript)
        let again = TEI.read(bytes: once.bytes)
        #expect(again.accounting.isComplete, "\(old) → \(new)")
        let second = try #require(again.transcripts.first, "\(old) → \(new)")
        #expect(TEI.write(second).bytes == once.bytes, "\(old) → \(new)")
      }
    }
  }
}
