/// Looks for the words of a lost passage in the whole new text.
struct MovedPassages {
  private let alignment: TranscriptAlignment

  init(_ alignment: TranscriptAlignment) { self.alignment = alignment }

  /// Where words that follow each other stand, if they are at least four, occur once in each
  /// version, and nothing else has come to stand there.
  /// - Parameter words: Words of the old version, in order.
  /// - Returns: Their place, `nil` if there is none or several.
  func find(_ words: [Int]) -> [PassagePlacer.Piece]? {
    guard words.count >= AlignmentBuilder.sureWords, let first = words.first, let last = words.last,
      last - first + 1 == words.count
    else { return nil }
    let sought = alignment.oldWords.codes[first...last]
    guard alignment.oldIndex.places(sought, in: alignment.oldWords.codes).count == 1 else {
      return nil
    }
    let places = alignment.newIndex.places(sought, in: alignment.newWords.codes)
    guard places.count == 1, let place = places.first else { return nil }
    let range = place..<(place + words.count)
    let isTaken = range.contains { word in
      alignment.links.source(word).map { !(first...last).contains($0) } ?? false
    }
    return isTaken ? nil : pieces(range)
  }

  /// New words as parts of utterances; an utterance of which all words are there is whole.
  private func pieces(_ range: Range<Int>) -> [PassagePlacer.Piece] {
    let words = alignment.newWords
    var pieces: [PassagePlacer.Piece] = []
    var word = range.lowerBound
    while word < range.upperBound {
      let owner = words.owner(word)
      let bounds = words.words(of: owner)
      let part = range.clamped(to: bounds)
      let bytes =
        words.place(part.lowerBound).lowerBound..<words.place(part.upperBound - 1).upperBound
      pieces.append(.init(utterance: owner, bytes: part == bounds ? nil : bytes))
      word = part.upperBound
    }
    return pieces
  }
}
