/// Finds one passage in the new version.
struct PassagePlacer {
  let alignment: TranscriptAlignment
  let stretches: [TextStretch]

  /// A part of an utterance in the new version, in UTF-8 offsets; `nil` is all of it.
  struct Piece {
    var utterance: Int
    var bytes: Range<Int>?
  }

  /// What became of one stretch.
  struct Found {
    var pieces: [Piece] = []
    /// The words of the stretch and where they are.
    var words: [KeptWord] = []
    /// How many words it has; 1 if it has none.
    var count = 1
    /// How much of them was kept.
    var kept = 0.0
    /// Nothing in it is certain to be in the right place.
    var isAmbiguous = false
    var isChanged = false
    var isWhole = false
  }

  func place() -> Placement {
    var found = stretches.map {
      StretchPlacer(alignment: alignment, stretch: $0)?.place() ?? Found()
    }
    let isKnown = found.contains { !$0.pieces.isEmpty && !$0.isAmbiguous }
    for i in found.indices {
      if !isKnown { found[i].pieces = [] }
      if found[i].pieces.isEmpty { found[i].kept = 0 }
    }
    if found.allSatisfy(\.pieces.isEmpty), let moved = search(found) { return moved }
    var hasMoved = false
    for i in found.indices where found[i].pieces.isEmpty {
      guard let pieces = MovedPassages(alignment).find(found[i].words.map(\.word)) else { continue }
      found[i].pieces = pieces
      found[i].kept = Double(found[i].count)
      hasMoved = true
    }
    return placement(found, hasMoved: hasMoved)
  }

  /// The whole passage at another place.
  private func search(_ found: [Found]) -> Placement? {
    let words = found.flatMap { $0.words.map(\.word) }
    guard let pieces = MovedPassages(alignment).find(words) else { return nil }
    return Placement(
      status: .changed, stretches: pieces.map(stretch),
      similarity: 1
    )
  }

  private func placement(_ found: [Found], hasMoved: Bool) -> Placement {
    let pieces = joined(found)
    if pieces.isEmpty { return .lost }
    let count = found.reduce(0) { $0 + $1.count }
    let kept = found.reduce(0) { $0 + $1.kept }
    let isChanged =
      hasMoved || found.contains { $0.isChanged || $0.isAmbiguous || $0.pieces.isEmpty }
      || !isContinuous(found.flatMap(\.words))
    return Placement(
      status: isChanged ? .changed : .unchanged,
      stretches: pieces.map(stretch),
      similarity: min(1, kept / Double(max(1, count)))
    )
  }

  /// Whether all words are the same, and neighbours are still neighbours.
  private func isContinuous(_ words: [KeptWord]) -> Bool {
    for (index, word) in words.enumerated() {
      guard let target = word.target, word.share == 100, word.trust == .certain else {
        return false
      }
      guard index > 0, words[index - 1].word + 1 == word.word else { continue }
      if words[index - 1].target.map({ $0.upperBound + 1 }) != target.lowerBound { return false }
    }
    return true
  }

  /// The pieces in order; those that touch are one.
  private func joined(_ found: [Found]) -> [Piece] {
    var all: [(piece: Piece, stretch: Int)] = []
    for (i, place) in found.enumerated() { all += place.pieces.map { ($0, i) } }
    all.sort { start($0.piece) < start($1.piece) }
    var pieces: [(piece: Piece, stretch: Int)] = []
    var isWhole: [Bool] = []
    for (piece, stretch) in all {
      if let last = pieces.last, last.piece.utterance == piece.utterance,
        touches(last.piece, piece) || continues(found, last.stretch, stretch)
      {
        pieces[pieces.count - 1] = (union(last.piece, piece), stretch)
        isWhole[isWhole.count - 1] = isWhole[isWhole.count - 1] && found[stretch].isWhole
      } else {
        pieces.append((piece, stretch))
        isWhole.append(found[stretch].isWhole)
      }
    }
    return zip(pieces, isWhole).map { entry, isWhole in
      isWhole && coversAllWords(entry.piece)
        ? Piece(utterance: entry.piece.utterance, bytes: nil) : entry.piece
    }
  }

  private func start(_ piece: Piece) -> (Int, Int) {
    (piece.utterance, piece.bytes?.lowerBound ?? 0)
  }

  private func touches(_ a: Piece, _ b: Piece) -> Bool {
    guard let x = a.bytes, let y = b.bytes else { return true }
    return y.lowerBound <= x.upperBound
  }

  /// Whether one stretch of the passage ends where the next begins, in neighbouring utterances.
  private func continues(_ found: [Found], _ a: Int, _ b: Int) -> Bool {
    guard b == a + 1, let last = found[a].words.last, let first = found[b].words.first else {
      return false
    }
    return last.word + 1 == first.word && stretches[a].utterance < stretches[b].utterance
  }

  private func union(_ a: Piece, _ b: Piece) -> Piece {
    guard let x = a.bytes, let y = b.bytes else {
      return Piece(utterance: a.utterance, bytes: nil)
    }
    return Piece(
      utterance: a.utterance,
      bytes: min(x.lowerBound, y.lowerBound)..<max(x.upperBound, y.upperBound)
    )
  }

  private func coversAllWords(_ piece: Piece) -> Bool {
    guard let bytes = piece.bytes else { return true }
    let words = alignment.newWords.words(of: piece.utterance)
    guard let first = words.first, let last = words.last else { return false }
    return bytes.lowerBound <= alignment.newWords.place(first).lowerBound
      && bytes.upperBound >= alignment.newWords.place(last).upperBound
  }

  private func stretch(_ piece: Piece) -> TextStretch {
    guard let bytes = piece.bytes else { return TextStretch(utterance: piece.utterance) }
    let columns = alignment.new.columns
    let scalars = { (offset: Int) in
      columns.withText(piece.utterance, 0..<offset, UTF8Scan.scalarCount)
    }
    return TextStretch(
      utterance: piece.utterance, scalars: scalars(bytes.lowerBound)..<scalars(bytes.upperBound)
    )
  }
}

/// A word of a passage and where it stands now.
struct KeptWord {
  var word: Int
  var target: ClosedRange<Int>?
  var share: Int
  var trust: WordLinks.Trust
}
