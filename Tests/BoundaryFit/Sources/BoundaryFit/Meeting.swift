@_spi(BoundaryFit) import Samtale

/// A meeting with the features of its gaps and the topics that people marked.
struct Meeting: Sendable {
  let name: String
  /// For each coefficient set; all and untimed share one.
  let withWords: BoundaryFitting
  let withoutWords: BoundaryFitting
  /// Units that begin a marked topic, but for the first.
  let marked: [Int]

  /// People of one group take part in several meetings, which stay in one fold.
  var group: String { String(name.prefix(6)) }
  var count: Int { withWords.utterances.count }

  func fitting(_ set: CoefficientSet) -> BoundaryFitting {
    set == .withoutWordLists ? withoutWords : withWords
  }

  init(_ transcript: Transcript, leaderRole: String?) {
    name = transcript.id
    withWords = BoundaryFitting(transcript, set: .all, leaderRole: leaderRole)
    withoutWords = BoundaryFitting(transcript, set: .withoutWordLists, leaderRole: leaderRole)
    marked = Self.marked(transcript, withWords.utterances)
  }

  /// Where the top-level topic changes. An utterance belongs to the topic that holds most of its
  /// characters; one or two utterances inside another topic (parallel talk) are given to it.
  static func marked(_ transcript: Transcript, _ utterances: [Int]) -> [Int] {
    let unit = Dictionary(uniqueKeysWithValues: utterances.enumerated().map { ($1, $0) })
    var held = Array(repeating: [Int: Int](), count: utterances.count)
    let topics = transcript.topics.filter { $0.type == "topic" }
    for (number, topic) in topics.enumerated() {
      for stretch in topic.extent.stretches {
        guard let place = unit[stretch.utterance] else { continue }
        let length =
          stretch.scalars?.count
          ?? transcript.utterances[stretch.utterance].text.unicodeScalars.count
        held[place][number, default: 0] += length
      }
    }
    var labels: [Int] = []
    for topics in held {
      let most = topics.max { ($0.value, $1.key) < ($1.value, $0.key) }
      labels.append(most?.key ?? labels.last ?? 0)
    }
    smooth(&labels)
    return labels.indices.dropFirst().filter { labels[$0] != labels[$0 - 1] }
  }

  private static func smooth(_ labels: inout [Int]) {
    for length in 1...2 {
      for start in labels.indices.dropFirst() where start + length < labels.count {
        let inside = labels[start..<(start + length)]
        if labels[start - 1] == labels[start + length],
          inside.allSatisfy({ $0 != labels[start - 1] })
        {
          for i in inside.indices { labels[i] = labels[start - 1] }
        }
      }
    }
  }
}
