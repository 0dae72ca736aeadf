@testable import Samtale

/// Transcripts made by hand.
enum BoundarySamples {
  /// A transcript of utterances "speaker: words", without times.
  static func transcript(_ lines: [(speaker: Int, text: String)], language: String? = "en")
    -> Transcript
  {
    var transcript = Transcript(id: "sample", language: language)
    let speakers = (lines.map(\.speaker).max() ?? -1) + 1
    transcript.participants = (0..<speakers).map { Participant(id: "p\($0)", roles: ["r\($0)"]) }
    for line in lines {
      transcript.columns.text += Array(line.text.utf8)
      transcript.columns.textEnds.append(UInt32(transcript.columns.text.count))
      transcript.columns.speakers.append(Int32(line.speaker))
      transcript.columns.starts.append(UtteranceColumns.noPoint)
      transcript.columns.ends.append(UtteranceColumns.noPoint)
      transcript.columns.sections.append(-1)
      transcript.columns.flags.append(0)
      transcript.columns.ids.append("u\(transcript.columns.count)")
      transcript.columns.lines.append(0)
    }
    return transcript
  }

  /// The same with times: each utterance lasts a second, `pauses` come before utterances.
  static func timed(_ lines: [(speaker: Int, text: String)], pauses: [Int: Double]) -> Transcript {
    var transcript = transcript(lines)
    var now = 0.0
    let point = { (seconds: Double) -> UInt32 in
      let time = Int64(seconds * 1_000_000)
      return UInt32(transcript.timeline.append(id: "T", microseconds: time))
    }
    for i in lines.indices {
      now += pauses[i] ?? 0
      transcript.columns.starts[i] = point(now)
      now += 1
      transcript.columns.ends[i] = point(now)
    }
    return transcript
  }

  /// Random utterances of three to eight words from a list.
  static func talk(
    _ words: [String],
    utterances: Int,
    speakers: [Int],
    random: inout RandomGenerator
  ) -> [(speaker: Int, text: String)] {
    (0..<utterances).map { _ in
      let text = (0..<Int.random(in: 3...8, using: &random)).map { _ in
        words[Int.random(in: words.indices, using: &random)]
      }
      let speaker = speakers[Int.random(in: speakers.indices, using: &random)]
      return (speaker, text.joined(separator: " "))
    }
  }

  static let garden = [
    "tomatoes", "greenhouse", "watering", "seedlings", "compost", "carrots", "weeds", "shovel",
    "flowers", "harvest", "pumpkin", "sunlight", "rain", "soil", "the", "and", "we",
  ]
  static let boat = [
    "sailing", "harbour", "engine", "captain", "waves", "anchor", "island", "compass", "crew",
    "storm", "lighthouse", "rope", "deck", "fishing", "the", "and", "we",
  ]

  /// Forty utterances about a garden, then forty about a boat, which the leader opens.
  static func halves(language: String? = "en") -> Transcript {
    var random = RandomGenerator(seed: 7)
    var lines = talk(garden, utterances: 40, speakers: [0, 1, 2], random: &random)
    let opening =
      "okay so let's move on to the next item on the agenda the sailing trip with the crew"
    lines.append((0, language == nil ? boat.joined(separator: " ") : opening))
    lines += talk(boat, utterances: 39, speakers: [0, 3, 4], random: &random)
    return transcript(lines, language: language)
  }
}
