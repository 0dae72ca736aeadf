import Samtale

/// Writes which talk a shape stands for, as ``Figure`` says.
struct TurnReferences {
  private let transcript: String
  private let names: [String]

  init(_ transcript: Transcript) {
    self.transcript = Self.escaped(transcript.id)
    var seen: Set<String> = []
    names = transcript.utterances.map { utterance in
      let id = utterance.id
      return id.isEmpty || !seen.insert(id).inserted
        ? "@\(utterance.index + 1)" : Self.escaped(id)
    }
  }

  /// References to utterances, given as indices; three or more neighbours become a range.
  func text(_ utterances: some Sequence<Int>) -> String {
    var runs: [ClosedRange<Int>] = []
    for index in Set(utterances).sorted() {
      if let last = runs.last, last.upperBound == index - 1 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    return runs.map(text).joined(separator: " ")
  }

  /// References to the turns behind a number.
  static func text(_ turns: [TurnEvidence]) -> String {
    turns.map { turn in
      let meeting = escaped(turn.transcript)
      let names = zip(turn.utterances, turn.indices).map { id, index in
        id.isEmpty ? "@\(index + 1)" : escaped(id)
      }
      let isRun = zip(turn.indices, turn.indices.dropFirst()).allSatisfy { $1 == $0 + 1 }
      guard names.count > 2, isRun, let first = names.first, let last = names.last else {
        return names.map { "\(meeting)#\($0)" }.joined(separator: " ")
      }
      return "\(meeting)#\(first)..\(last)"
    }
    .joined(separator: " ")
  }

  private func text(_ run: ClosedRange<Int>) -> String {
    guard run.count > 2 else {
      return run.map { "\(transcript)#\(names[$0])" }.joined(separator: " ")
    }
    return "\(transcript)#\(names[run.lowerBound])..\(names[run.upperBound])"
  }

  private static func escaped(_ name: String) -> String {
    var text = name.replacingScalars { scalar in
      switch scalar {
      case "%": "%25"
      case "#": "%23"
      default: scalar.properties.isWhitespace ? "%20" : nil
      }
    }
    while let dots = text.firstRange(of: "..") { text.replaceSubrange(dots, with: "%2E%2E") }
    return text
  }
}
