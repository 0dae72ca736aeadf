import Samtale
import Testing

/// A transcript written line by line, with a passage marked in it.
///
/// A line is the speaker's letter and the text: `a Shall we [begin]?` marks a part, `b {Yes.}` a
/// whole utterance.
struct MarkedTalk {
  let transcript: Transcript
  let passage: [TextStretch]

  /// - Parameters:
  ///   - lines: The talk.
  ///   - firstID: The number of the first utterance's identifier.
  ///   - people: The content of `listPerson`.
  /// - Throws: If the talk cannot be read.
  init(
    _ lines: [String], firstID: Int = 1,
    people: String = #"<person xml:id="a"/><person xml:id="b"/><person xml:id="c"/>"#
  ) throws {
    var passage: [TextStretch] = []
    var body = ""
    for (i, line) in lines.enumerated() {
      var text = String.UnicodeScalarView()
      var start = 0
      var count = 0
      for scalar in line.unicodeScalars.dropFirst(2) {
        switch scalar {
        case "[": start = count
        case "]": passage.append(TextStretch(utterance: i, scalars: start..<count))
        case "{": passage.append(TextStretch(utterance: i))
        case "}": break
        default:
          text.append(scalar)
          count += 1
        }
      }
      let speaker = line.prefix(1)
      body += ##"<u xml:id="u\##(firstID + i)" who="#\##(speaker)">\##(String(text))</u>"##
    }
    transcript = try SmallMeeting.read(people: people, body: body)
    self.passage = passage
  }

  /// Checks that the passage marked in the old talk is found where the new talk marks it.
  static func check(
    _ old: [String], _ new: [String], _ status: Placement.Status, _ similarity: Double,
    firstID: Int = 1, location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try MarkedTalk(old)
    let after = try MarkedTalk(new, firstID: firstID)
    try #require(!before.passage.isEmpty, sourceLocation: location)
    let alignment = TranscriptAlignment(from: before.transcript, to: after.transcript)
    let placement = alignment.place(before.passage)
    #expect(placement.status == status, sourceLocation: location)
    #expect(placement.stretches == after.passage, sourceLocation: location)
    #expect(abs(placement.similarity - similarity) < 0.005, sourceLocation: location)
    #expect(placement.stretches.isEmpty == (status == .lost), sourceLocation: location)
  }
}
