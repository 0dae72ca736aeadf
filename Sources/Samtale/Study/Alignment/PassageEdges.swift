/// Carries the edges of a stretch over to the new version: inside a word by its letters, outside
/// with the marks that stood at the word.
struct PassageEdges {
  let alignment: TranscriptAlignment
  let utterance: Int
  /// The stretch in UTF-8 offsets of the old utterance.
  let bytes: Range<Int>

  private var old: AlignmentWords { alignment.oldWords }
  private var new: AlignmentWords { alignment.newWords }

  /// Where a piece that begins with a word begins, in UTF-8 offsets of the new utterance; `nil` if
  /// the part of the word that is in the stretch is gone.
  func start(_ word: KeptWord) -> Int? {
    guard let target = word.target else { return nil }
    let group = group(word.word, target)
    let place = old.place(group.lowerBound).lowerBound
    if bytes.lowerBound > place {
      return inside(group, target, bytes.lowerBound - place, isStart: true)
    }
    let bounds = old.words(of: utterance)
    let others = new.words(of: new.owner(target.lowerBound))
    let from =
      group.lowerBound == bounds.lowerBound
      ? 0 : old.place(group.lowerBound - 1).upperBound
    let newPlace = new.place(target.lowerBound).lowerBound
    let newFrom =
      target.lowerBound == others.lowerBound
      ? 0 : new.place(target.lowerBound - 1).upperBound
    let own = Array(oldText(from..<place).unicodeScalars.reversed())
    let count = oldText(max(from, bytes.lowerBound)..<place).unicodeScalars.count
    let text = newText(target, newFrom..<newPlace).unicodeScalars
    let taken = EdgeMarks.taken(own, count: count, from: Array(text.reversed()))
    return newPlace - text.suffix(taken).reduce(0) { $0 + UTF8.width($1) }
  }

  /// Where a piece that ends with a word ends.
  func end(_ word: KeptWord) -> Int? {
    guard let target = word.target else { return nil }
    let group = group(word.word, target)
    let place = old.place(group.upperBound).upperBound
    let groupStart = old.place(group.lowerBound).lowerBound
    if bytes.upperBound < place {
      return inside(group, target, bytes.upperBound - groupStart, isStart: false)
    }
    let bounds = old.words(of: utterance)
    let owner = new.owner(target.upperBound)
    let others = new.words(of: owner)
    let to =
      group.upperBound + 1 == bounds.upperBound
      ? alignment.old.columns.textRange(utterance).count
      : old.place(group.upperBound + 1).lowerBound
    let newPlace = new.place(target.upperBound).upperBound
    let newTo =
      target.upperBound + 1 == others.upperBound
      ? alignment.new.columns.textRange(owner).count
      : new.place(target.upperBound + 1).lowerBound
    let own = Array(oldText(place..<to).unicodeScalars)
    let count = oldText(place..<min(to, bytes.upperBound)).unicodeScalars.count
    let text = newText(target, newPlace..<newTo).unicodeScalars
    let taken = EdgeMarks.taken(own, count: count, from: Array(text))
    return newPlace + text.prefix(taken).reduce(0) { $0 + UTF8.width($1) }
  }

  /// The old words that became the same new ones.
  private func group(_ word: Int, _ target: ClosedRange<Int>) -> ClosedRange<Int> {
    let bounds = old.words(of: utterance)
    var (low, high) = (word, word)
    if alignment.links.target(word) != target { return word...word }
    while low > bounds.lowerBound, alignment.links.target(low - 1) == target { low -= 1 }
    while high + 1 < bounds.upperBound, alignment.links.target(high + 1) == target { high += 1 }
    return low...high
  }

  /// An edge inside a word, by the letters that stayed.
  private func inside(
    _ group: ClosedRange<Int>, _ target: ClosedRange<Int>, _ offset: Int, isStart: Bool
  ) -> Int? {
    let start = new.place(target.lowerBound).lowerBound
    let range = old.place(group.lowerBound).lowerBound..<old.place(group.upperBound).upperBound
    let from = Letters(oldText(range))
    let to = Letters(newText(target, start..<new.place(target.upperBound).upperBound))
    var numbers: [String: Int32] = [:]
    let partners = MyersPath.partners(
      from.numbers(&numbers), to.numbers(&numbers), limit: SequenceMatcher.differenceLimit
    )
    if isStart {
      let letter = partners.indices.first { from.ends[$0] > offset && partners[$0] >= 0 }
      return letter.map { start + to.start(Int(partners[$0])) }
    }
    let letter = partners.indices.last { from.start($0) < offset && partners[$0] >= 0 }
    return letter.map { start + to.ends[Int(partners[$0])] }
  }

  private func oldText(_ part: Range<Int>) -> String {
    alignment.old.columns.withText(utterance, part) { String(decoding: $0, as: UTF8.self) }
  }

  private func newText(_ target: ClosedRange<Int>, _ part: Range<Int>) -> String {
    alignment.new.columns.withText(new.owner(target.lowerBound), part) {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The letters of a word, with their accents.
  private struct Letters {
    var texts: [String] = []
    /// UTF-8 offsets of their ends.
    var ends: [Int] = []

    init(_ word: String) {
      var end = 0
      for letter in word {
        end += letter.utf8.count
        texts.append(AlignmentVocabulary.fold(String(letter)))
        ends.append(end)
      }
    }

    func start(_ letter: Int) -> Int { letter == 0 ? 0 : ends[letter - 1] }

    func numbers(_ numbers: inout [String: Int32]) -> [Int32] {
      texts.map { text in
        let next = Int32(numbers.count)
        let number = numbers[text, default: next]
        if number == next { numbers[text] = next }
        return number
      }
    }
  }
}

/// Which marks at the edge of a word belong to a passage.
enum EdgeMarks {
  /// How many scalars to take from `new` so that it holds the marks of the first `count` of `old`.
  /// Both run from the word outward, up to the next word.
  static func taken(_ old: [Unicode.Scalar], count: Int, from new: [Unicode.Scalar]) -> Int {
    var taken = 0
    var next = 0
    var hasSpace = false
    for mark in old.prefix(count) {
      if mark.properties.isWhitespace {
        hasSpace = true
        continue
      }
      var place = next
      while place < new.count, new[place].properties.isWhitespace { place += 1 }
      guard place < new.count else { return taken }
      if place > next, !hasSpace, kind(mark) != kind(new[place]) { return taken }
      next = place + 1
      taken = next
      hasSpace = false
    }
    guard taken > 0, count == old.count || old[count].properties.isWhitespace else { return taken }
    // All marks of one kind: `…` may have become `...`.
    while taken < new.count, kind(new[taken]) == kind(new[taken - 1]) { taken += 1 }
    return taken
  }

  private static func kind(_ mark: Unicode.Scalar) -> UInt32 {
    switch mark {
    case "\"", "'", "“", "”", "„", "«", "»", "‘", "’", "‚", "‹", "›": 1
    case "-", "–", "—", "―", "‒": 2
    case ".", "!", "?", "…": 3
    default: mark.value
    }
  }
}
