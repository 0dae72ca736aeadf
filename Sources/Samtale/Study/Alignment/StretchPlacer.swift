/// Finds one stretch of a passage in the new version.
struct StretchPlacer {
  typealias Piece = PassagePlacer.Piece
  typealias Found = PassagePlacer.Found

  let alignment: TranscriptAlignment
  let utterance: Int
  let isWhole: Bool
  /// The stretch in UTF-8 offsets of the old utterance.
  let bytes: Range<Int>

  /// - Returns: `nil` if there is no such stretch in the old version.
  init?(alignment: TranscriptAlignment, stretch: TextStretch) {
    let columns = alignment.old.columns
    guard (0..<columns.count).contains(stretch.utterance) else { return nil }
    self.alignment = alignment
    utterance = stretch.utterance
    isWhole = stretch.scalars == nil
    guard let scalars = stretch.scalars else {
      bytes = 0..<columns.textRange(utterance).count
      return
    }
    guard scalars.lowerBound >= 0,
      let bounds = columns.withText(
        stretch.utterance,
        { text -> Range<Int>? in
          guard let from = UTF8Scan.utf8Offset(ofScalar: scalars.lowerBound, in: text),
            let to = UTF8Scan.utf8Offset(ofScalar: scalars.upperBound, in: text)
          else { return nil }
          return from..<to
        })
    else { return nil }
    bytes = bounds
  }

  func place() -> Found {
    var found = Found()
    found.isWhole = isWhole
    found.words = keptWords()
    found.count = max(1, found.words.count)
    let pair = Int(alignment.pairs[utterance])
    if pair >= 0, isWhole || hasSameText(pair) {
      found.pieces = [Piece(utterance: pair, bytes: isWhole ? nil : bytes)]
      found.kept = Double(found.count)
      found.isAmbiguous = alignment.pairTrust[utterance] == .ambiguous
      found.isChanged = alignment.pairTrust[utterance] != .certain
    } else if found.words.isEmpty {
      placeMarks(&found)
    } else {
      placeWords(&found)
    }
    return found
  }

  private func hasSameText(_ other: Int) -> Bool {
    let (old, new) = (alignment.old.columns, alignment.new.columns)
    return old.text[old.textRange(utterance)] == new.text[new.textRange(other)]
  }

  // MARK: Words

  private func keptWords() -> [KeptWord] {
    let links = alignment.links
    var words = alignment.oldWords.words(of: utterance).filter {
      let place = alignment.oldWords.place($0)
      return isWhole || (place.lowerBound < bytes.upperBound && place.upperBound > bytes.lowerBound)
    }
    .map { word in
      KeptWord(
        word: word, target: links.target(word), share: links.share(word), trust: links.trust(word)
      )
    }
    for i in words.indices.dropFirst() { extend(&words, from: i - 1, to: i, step: 1) }
    for i in words.indices.dropLast().reversed() { extend(&words, from: i + 1, to: i, step: -1) }
    return words
  }

  /// Takes a word that stands beside one that is found, where it is not known which of several
  /// equal words it became.
  private func extend(_ words: inout [KeptWord], from: Int, to: Int, step: Int) {
    guard words[to].target == nil || words[to].trust == .ambiguous,
      let neighbour = words[from].target
    else { return }
    let place = step > 0 ? neighbour.upperBound + 1 : neighbour.lowerBound - 1
    let new = alignment.newWords
    guard place >= 0, place < new.count, new.owner(place) == new.owner(neighbour.lowerBound),
      new.codes[place] == alignment.oldWords.codes[words[to].word]
    else { return }
    if let source = alignment.links.source(place), alignment.links.trust(source) != .ambiguous {
      return
    }
    words[to].target = place...place
    words[to].share = 100
    words[to].trust = .ambiguous
  }

  private func placeWords(_ found: inout Found) {
    let kept = found.words.filter { $0.target != nil }
    let sum = kept.reduce(0) { $0 + $1.share }
    guard sum * 3 >= found.words.count * 100 || longestRun(found.words) >= 4 else { return }
    found.isAmbiguous = kept.allSatisfy { $0.trust == .ambiguous }
    found.kept = Double(sum) / 100
    for group in groups(kept) {
      guard let piece = piece(group) else { continue }
      found.pieces.append(piece)
      let isOther =
        alignment.oldSpeakers[utterance] != alignment.newSpeakers[piece.utterance]
      let isLonger =
        piece.bytes == nil && alignment.newWords.words(of: piece.utterance).count != group.count
      if isOther || isLonger { found.isChanged = true }
    }
    // Two words prove little where nothing stands beside them as it did.
    if !isWhole, found.words.count < 3, !hasContext(kept) { found.isChanged = true }
  }

  /// Whether the words before or after are still the same, or the utterance still ends there.
  private func hasContext(_ kept: [KeptWord]) -> Bool {
    guard let first = kept.first, let last = kept.last, let low = first.target?.lowerBound,
      let high = last.target?.upperBound
    else { return false }
    let bounds = alignment.oldWords.words(of: utterance)
    let before = first.word == bounds.lowerBound ? nil : alignment.links.target(first.word - 1)
    let after = last.word + 1 == bounds.upperBound ? nil : alignment.links.target(last.word + 1)
    let others = alignment.newWords.words(of: alignment.newWords.owner(low))
    if first.word == bounds.lowerBound, low == others.lowerBound { return true }
    if last.word + 1 == bounds.upperBound, high + 1 == others.upperBound { return true }
    return before.map { $0.upperBound + 1 == low } ?? false
      || after.map { high + 1 == $0.lowerBound } ?? false
  }

  private func longestRun(_ words: [KeptWord]) -> Int {
    var best = 0
    var run = 0
    for word in words {
      run = word.target != nil && word.share == 100 ? run + 1 : 0
      best = max(best, run)
    }
    return best
  }

  /// The words by the new utterance in which they stand.
  private func groups(_ words: [KeptWord]) -> [[KeptWord]] {
    var groups: [[KeptWord]] = []
    var last = -1
    for word in words {
      guard let target = word.target else { continue }
      let owner = alignment.newWords.owner(target.lowerBound)
      if owner != last { groups.append([]) }
      last = owner
      groups[groups.count - 1].append(word)
    }
    return groups
  }

  private func piece(_ group: [KeptWord]) -> Piece? {
    guard let first = group.first, let last = group.last, let target = first.target else {
      return nil
    }
    let owner = alignment.newWords.owner(target.lowerBound)
    // A whole utterance stays whole, unless it is now a small part of a longer one.
    let isMain = group.count * 2 >= alignment.newWords.words(of: owner).count
    if isWhole, isMain, !isShared(owner) { return Piece(utterance: owner, bytes: nil) }
    let edges = PassageEdges(alignment: alignment, utterance: utterance, bytes: bytes)
    guard let from = edges.start(first), let to = edges.end(last), from < to else { return nil }
    return Piece(utterance: owner, bytes: from..<to)
  }

  /// Whether words of other old utterances stand in a new one.
  private func isShared(_ other: Int) -> Bool {
    alignment.newWords.words(of: other).contains { word in
      alignment.links.source(word).map { alignment.oldWords.owner($0) != utterance } ?? false
    }
  }

  // MARK: Marks

  /// Places a stretch that holds no word: between the same two words, if it is there once.
  private func placeMarks(_ found: inout Found) {
    let words = alignment.oldWords.words(of: utterance)
    let before = words.last { alignment.oldWords.place($0).upperBound <= bytes.lowerBound }
    let after = words.first { alignment.oldWords.place($0).lowerBound >= bytes.upperBound }
    let left = before.map { alignment.links.target($0) }
    let right = after.map { alignment.links.target($0) }
    guard let some = (left ?? right) ?? nil, left != .some(nil), right != .some(nil) else { return }
    let new = alignment.newWords
    let owner = new.owner(some.lowerBound)
    let bounds = new.words(of: owner)
    let low = left.flatMap { $0?.upperBound } ?? bounds.lowerBound - 1
    let high = right.flatMap { $0?.lowerBound } ?? bounds.upperBound
    guard low + 1 == high, low < bounds.upperBound, high >= bounds.lowerBound else { return }
    let from = bounds.contains(low) ? new.place(low).upperBound : 0
    let columns = alignment.new.columns
    let to = bounds.contains(high) ? new.place(high).lowerBound : columns.textRange(owner).count
    guard let place = onlyPlace(owner, from..<to) else { return }
    found.pieces = [Piece(utterance: owner, bytes: place)]
    found.kept = 1
    found.isChanged = alignment.oldSpeakers[utterance] != alignment.newSpeakers[owner]
  }

  /// Where the bytes of the stretch stand in a part of a new utterance, if exactly once.
  private func onlyPlace(_ other: Int, _ part: Range<Int>) -> Range<Int>? {
    let (old, new) = (alignment.old.columns, alignment.new.columns)
    let sought = Array(old.text[old.textRange(utterance)].dropFirst(bytes.lowerBound))
      .prefix(bytes.count)
    let text = Array(new.text[new.textRange(other)])
    guard !sought.isEmpty, part.count >= sought.count else { return nil }
    let starts = (part.lowerBound...(part.upperBound - sought.count)).filter {
      text[$0..<($0 + sought.count)] == sought
    }
    guard starts.count == 1, let start = starts.first else { return nil }
    return start..<(start + sought.count)
  }
}
