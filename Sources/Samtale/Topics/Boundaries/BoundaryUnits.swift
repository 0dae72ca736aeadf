/// What the suggester sees of a transcript: its utterances with words, in order, as numbers.
///
/// Marked topics and sections are not looked at: suggestions must not know the answer.
struct BoundaryUnits: Sendable {
  /// Utterance of each unit.
  var utterances: [Int] = []
  /// Speaker of each unit, -1 if unknown.
  var speakers: [Int] = []
  /// Words of each unit in lower case.
  var tokens: [[String]] = []
  /// Whether the unit holds a question mark.
  var asks: [Bool] = []
  /// Whether the unit holds laughter or another sound.
  var sounds: [Bool] = []
  /// Times in seconds, NaN if unknown.
  var starts: [Double] = []
  var ends: [Double] = []
  /// Content words of all units, as numbers from 0.
  var content: [Int] = []
  /// Where the content words of each unit begin; one more entry than units.
  var contentStarts: [Int] = [0]
  /// Number of distinct content words.
  var vocabulary = 0

  var count: Int { utterances.count }

  /// Whether nearly all units have times.
  var isTimed: Bool {
    let known = starts.indices.count { starts[$0].isFinite && ends[$0].isFinite }
    return count > 0 && known * 10 >= count * 9
  }

  init(_ transcript: Transcript, words: BoundaryWords?) {
    let sounding = Set(transcript.marks.lazy.filter { $0.kind == .vocal }.map(\.utterance))
    for utterance in transcript.utterances {
      let tokens = Self.tokens(of: utterance.text)
      guard !tokens.isEmpty else { continue }
      utterances.append(utterance.index)
      speakers.append(utterance.speakers.first ?? -1)
      self.tokens.append(tokens)
      asks.append(utterance.text.utf8.contains(UInt8(ascii: "?")))
      sounds.append(sounding.contains(utterance.index))
      starts.append(utterance.start ?? .nan)
      ends.append(utterance.end ?? .nan)
    }
    findContent(words)
  }

  static func tokens(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      WordCount.ranges(in: bytes).map {
        String(decoding: bytes[$0], as: UTF8.self).lowercased()
      }
    }
  }

  /// Content words: at least three letters, no stop word, cut to their first six letters (a stem
  /// that needs no language). Without word lists, what occurs in most parts of the transcript is
  /// taken for a function word.
  private mutating func findContent(_ words: BoundaryWords?) {
    var numbers: [String: Int] = [:]
    let everywhere = words == nil ? Self.everywhere(tokens) : []
    for unit in tokens {
      for token in unit where token.unicodeScalars.count > 2 && !everywhere.contains(token) {
        if let words, words.stop.contains(token) { continue }
        let stem = String(String.UnicodeScalarView(token.unicodeScalars.prefix(6)))
        let number = numbers[stem] ?? numbers.count
        numbers[stem] = number
        content.append(number)
      }
      contentStarts.append(content.count)
    }
    vocabulary = numbers.count
  }

  /// Words that occur in more than 40 % of 25 equal parts.
  private static func everywhere(_ tokens: [[String]]) -> Set<String> {
    let parts = 25
    guard tokens.count >= parts * 4 else { return [] }
    var last: [String: (part: Int, parts: Int)] = [:]
    for (i, unit) in tokens.enumerated() {
      let part = i * parts / tokens.count
      for token in unit {
        let seen = last[token] ?? (-1, 0)
        if seen.part != part { last[token] = (part, seen.parts + 1) }
      }
    }
    return Set(last.lazy.filter { $0.value.parts * 5 > parts * 2 }.map(\.key))
  }

  /// Content words between two units.
  func contentRange(_ from: Int, _ to: Int) -> Range<Int> {
    contentStarts[from]..<contentStarts[to]
  }
}
