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

/// Where each word of a text occurs.
struct WordIndex: Sendable {
  /// The last place of each word, by its number, or -1.
  private var lasts: [Int32]
  /// For each place the one before it with the same word, or -1.
  private var earlier: [Int32]
  private var counts: [Int32]

  init(_ codes: [Int32], count: Int) {
    lasts = Array(repeating: -1, count: count)
    counts = Array(repeating: 0, count: count)
    earlier = []
    earlier.reserveCapacity(codes.count)
    for (place, code) in codes.enumerated() {
      earlier.append(lasts[Int(code)])
      lasts[Int(code)] = Int32(place)
      counts[Int(code)] += 1
    }
  }

  /// Up to two places of a sequence of words, looked up by its rarest word.
  func places(_ sought: ArraySlice<Int32>, in codes: [Int32]) -> [Int] {
    guard let rarest = sought.indices.min(by: { counts[Int(sought[$0])] < counts[Int(sought[$1])] })
    else { return [] }
    var places: [Int] = []
    var next = Int(lasts[Int(sought[rarest])])
    while next >= 0, places.count < 2 {
      let start = next - (rarest - sought.startIndex)
      if start >= 0, start + sought.count <= codes.count,
        codes[start..<(start + sought.count)] == sought
      {
        places.append(start)
      }
      next = Int(earlier[next])
    }
    return places
  }
}
